"""What `duizhao` alone says: the projects opened lately, and how to begin."""

from __future__ import annotations

from collections.abc import Iterator

from aligner.speaking import told

_HOW = (
    ("duizhao FILE", "review an article, a project or a memory"),
    ("duizhao FILE FILE", "review a text and its translation"),
    ("duizhao align FILE", "show or write pairs without the screen"),
    ("duizhao --help", "all commands"),
)


def beginning() -> Iterator[str]:
    """Yield the lines that are shown where no command was given."""
    from aligner.cells import drawable
    from aligner.settings import recent_projects

    if projects := recent_projects():
        yield told("Opened lately:")
        for project in projects:
            yield f"  duizhao {drawable(_quoted(str(project)))}"
        yield ""
    yield told("To begin:")
    for words, what in _HOW:
        yield f"  {words:<20}  {told(what)}"


def _quoted(name: str) -> str:
    """Return a path as a shell takes it."""
    import shlex

    return shlex.quote(name)
