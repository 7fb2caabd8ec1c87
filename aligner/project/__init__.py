"""The project file: an aligned article with all that was ever done to it, in one file.

One SQLite database holds both sides as read, the pairs, every edit and the place of the cursor.
Nothing else knows how it is laid out. It refuses files of other programs and of later versions.
Invariant: whatever happens to the program, the file opens, and every edit that was acknowledged is
in it.

| module | what it owns |
|---|---|
| `schema` | the tables, their version, and the steps from one to the next |
| `texts`, `article_rows`, `pair_rows` | values to rows and back |
| `unit_rows` | the units that pairs were read as, to rows and back |
| `history` | edits to rows and back, and how far they are done |
| `ranks` | the numbers that keep pairs in order |
| `lock` | one program at a time |
| `messages` | the sentences for what goes wrong with the file |
| `making`, `opening` | a new file, and one that is there |
| `versions` | a new version of the article in place of what is there, and the way back |
| `project` | the open project: what it shows, edits, undoes |
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.lazy import lazy_names

if TYPE_CHECKING:
    from aligner.project.making import create
    from aligner.project.opening import open_project
    from aligner.project.project import Project, Step
    from aligner.project.unit_rows import UnitsAside
    from aligner.project.versions import go_back, previous_version, take_in

EXTENSION = ".duizhao"

__all__ = [
    "EXTENSION",
    "Project",
    "Step",
    "UnitsAside",
    "create",
    "go_back",
    "open_project",
    "previous_version",
    "take_in",
]
__getattr__ = lazy_names(
    __name__,
    {
        "Project": "project",
        "Step": "project",
        "UnitsAside": "unit_rows",
        "create": "making",
        "go_back": "versions",
        "open_project": "opening",
        "previous_version": "versions",
        "take_in": "versions",
    },
)
