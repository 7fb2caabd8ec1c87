"""Which files of a folder are documents."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from aligner.errors import UnusableInput
from aligner.pairing.finding import find_documents, why_ignored
from tests.pairing.folders import write


def found(folder: Path, *skip: Path) -> list[str]:
    documents = find_documents([folder], skip=skip).documents
    return [one.path.relative_to(folder).as_posix() for one in documents]


def test_what_is_no_document_is_ignored_and_said_why(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "a.txt": "text",
            "B/c.md": "text",
            "~$a.docx": "lock",
            ".~lock.a.odt#": "lock",
            ".DS_Store": "x",
            "._a.txt": "x",
            "Thumbs.db": "x",
            "picture.png": "x",
            "memory.tmx": "x",
            "empty.txt": "",
            ".git/a.txt": "text",
        },
    )
    finding = find_documents([tmp_path])
    assert [one.path.name for one in finding.documents] == ["a.txt", "c.md"]
    assert finding.documents[1].folders == ("B",)
    reasons = {path.name: why_ignored(path) for path in finding.ignored}
    assert reasons == {
        "~$a.docx": "lock of an editor",
        ".~lock.a.odt#": "lock of an editor",
        ".DS_Store": "hidden",
        "._a.txt": "hidden",
        "Thumbs.db": "file of the system",
        "picture.png": "no document by its ending",
        "memory.tmx": "no document by its ending",
        "empty.txt": "empty",
        ".git": "hidden",
    }


def test_documents_come_in_one_order_whatever_the_system_gives(tmp_path: Path) -> None:
    write(tmp_path, dict.fromkeys(["b.txt", "A.txt", "c/a.txt", "a2.txt"], "text"))
    assert found(tmp_path) == ["A.txt", "a2.txt", "b.txt", "c/a.txt"]


def test_the_folder_of_results_inside_the_folder_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "text", "pairs/a.html": "<p>pairs</p>"})
    assert found(tmp_path, tmp_path / "pairs") == ["a.txt"]


def test_results_of_an_earlier_run_are_no_documents(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "text", "old/a.html": "<p>pairs</p>", "old/run-report.tsv": "id"})
    write(tmp_path, {"part/a.html": "<p>pairs</p>", "part/run-report.1-of-2.tsv": "id"})
    write(tmp_path, {"killed/a.html": "<p>pairs</p>", "killed/.duizhao-batch/x": "x"})
    finding = find_documents([tmp_path])
    assert [one.path.name for one in finding.documents] == ["a.txt"]
    assert {path.name: why_ignored(path) for path in finding.ignored} == {
        "killed": "results of a run",
        "old": "results of a run",
        "part": "results of a run",
    }


def test_a_document_that_is_named_twice_counts_once(tmp_path: Path) -> None:
    write(tmp_path, {"in/a.txt": "text", "in/b.txt": "text"})
    documents = find_documents([tmp_path / "in", tmp_path, tmp_path / "in" / "a.txt"]).documents
    assert [one.path.name for one in documents] == ["a.txt", "b.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_links_that_lead_in_a_circle_or_nowhere_do_no_harm(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "text"})
    (tmp_path / "circle").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "nowhere.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "same.txt").symlink_to(tmp_path / "a.txt")
    finding = find_documents([tmp_path])
    assert [one.path.name for one in finding.documents] == ["a.txt"]
    reasons = {path.name: why_ignored(path) for path in finding.ignored}
    assert reasons == {"circle": "link to a folder", "nowhere.txt": "link to nothing"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    finding = find_documents([tmp_path])
    assert not finding.documents
    assert [why_ignored(path) for path in finding.ignored] == ["no file"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_a_folder_that_may_not_be_looked_into_is_named(tmp_path: Path) -> None:
    write(tmp_path, {"shut/a.txt": "text"})
    (tmp_path / "shut").chmod(0)
    try:
        finding = find_documents([tmp_path])
    finally:
        (tmp_path / "shut").chmod(0o700)
    assert [path.name for path, _ in finding.failed] == ["shut"]


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="There is no folder"):
        find_documents([tmp_path / "gone"])
