"""The project file: an aligned article with all that was ever done to it, in one file.

One SQLite database holds both sides as read, the pairs, every edit and the place of the cursor.
Nothing else knows how it is laid out. It refuses files of other programs and of later versions.
Invariant: whatever happens to the program, the file opens, and every edit that was acknowledged is
in it.

| module | what it owns |
|---|---|
| `schema` | the tables, their version, and the way up from older ones |
| `rows` | values to rows and back |
| `history` | changes to text and back |
| `ranks` | the numbers that keep pairs in order |
| `lock` | one program at a time |
| `faults` | what SQLite complains of, as sentences |
| `making`, `opening` | a new file, and one that is there |
| `project` | the open project: what it shows, edits, undoes |
"""

from __future__ import annotations

from aligner.project.making import create
from aligner.project.opening import open_project
from aligner.project.project import Project, Step

EXTENSION = ".duizhao"

__all__ = ["EXTENSION", "Project", "Step", "create", "open_project"]
