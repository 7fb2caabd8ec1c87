"""Terms are kept in the project, with their own place in the history."""

from __future__ import annotations

from pathlib import Path

from aligner import edits
from aligner.project import create, open_project
from aligner.term import Term
from tests.samples import lighthouse

TOWER = Term(
    "燈塔", "lighthouse", ("灯塔", "\ud800"), ("light house",), "accepted", "sea", "not 塔"
)
KEEPER = Term("守塔人", "keeper", decision="rejected")


def test_terms_and_their_undo_survive_reopening(tmp_path: Path) -> None:
    path = tmp_path / "a.duizhao"
    with create(path, lighthouse()) as project:
        project.apply(edits.decide(project.bitext, TOWER), "term")
        project.apply(edits.merge(project.bitext, 0), "merge")
        project.apply(edits.decide(project.bitext, KEEPER), "term")
        after = project.bitext
    with open_project(path) as project:
        assert project.bitext == after
        assert project.bitext.terms == (KEEPER, TOWER)
        project.undo()
        assert list(project.bitext.terms) == [TOWER]
        project.undo()
        project.undo()
        assert project.bitext == lighthouse()
    with open_project(path) as project:
        for _ in range(3):
            project.redo()
        assert project.bitext == after
