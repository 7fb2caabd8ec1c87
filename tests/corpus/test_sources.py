"""Where units come from: which files of a folder, in which order, under which name."""

from __future__ import annotations

from pathlib import Path

import pytest

from aligner.corpus import Sources
from aligner.errors import UnusableInput
from tests.corpus.made import LAMP, corpus_of, document, line


def names(sources: Sources) -> list[str]:
    return [source.document for source in sources]


def test_documents_of_a_folder_come_by_their_names(tmp_path: Path) -> None:
    for name in ("b", "a", "第三章"):
        document(tmp_path / "out", name, line(*LAMP))
    (tmp_path / "out" / ".hidden.jsonl").write_text("")
    (tmp_path / "out" / "folder.jsonl").mkdir()
    (tmp_path / "out" / "plan.tsv").write_text("")
    assert names(Sources([tmp_path / "out"])) == ["a", "b", "第三章"]


def test_a_document_without_a_report_is_not_finished(tmp_path: Path) -> None:
    document(tmp_path / "out", "a", line(*LAMP))
    document(tmp_path / "out", "b", line(*LAMP), is_finished=False)
    found = {source.document: source.is_finished for source in Sources([tmp_path / "out"])}
    assert found == {"a": True, "b": False}
    with corpus_of(tmp_path / "out") as corpus:
        assert len(corpus) == 1
        assert (corpus.counts.documents, corpus.counts.unfinished) == (1, 1)


def test_a_folder_without_reports_gives_all(tmp_path: Path) -> None:
    document(tmp_path / "out", "a", line(*LAMP), is_finished=False)
    assert [source.is_finished for source in Sources([tmp_path / "out"])] == [True]


def test_no_two_sources_share_a_name(tmp_path: Path) -> None:
    places = []
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        document(tmp_path / folder / "out", "1", line(*LAMP))
        places += [tmp_path / folder / "out", document(tmp_path / folder, "old", line(*LAMP))]
    assert names(Sources(places)) == ["out/1", "old", "out-2/1", "old-2"]


def test_what_is_named_twice_is_read_once(tmp_path: Path) -> None:
    path = document(tmp_path, "a", line(*LAMP))
    assert names(Sources([path, tmp_path / "." / "a.jsonl"])) == ["a"]


@pytest.mark.parametrize("inside", [[], ["a.tmx", "b.json"]])
def test_a_folder_without_pairs_is_refused(tmp_path: Path, inside: list[str]) -> None:
    for name in inside:
        (tmp_path / name).write_text("")
    with pytest.raises(UnusableInput, match=r"holds no pairs of documents \(\.jsonl\)"):
        Sources([tmp_path])
