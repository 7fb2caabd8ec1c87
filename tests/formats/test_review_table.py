"""Pairs as a table in Word: written for a reviewer, and read back with what was changed."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from aligner import write
from aligner.edits import read_returned
from aligner.errors import UnusableInput
from aligner.formats import read_review_table
from tests.samples import article, lighthouse

MAIN = "word/document.xml"


def changed(path: Path, *changes: tuple[str, str]) -> None:
    """Write into a document as a reviewer's program would."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts[MAIN].decode()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    parts[MAIN] = text.encode()
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    path.write_bytes(file.getvalue())


def test_a_table_comes_back_as_it_was_sent(tmp_path: Path) -> None:
    path, bitext = tmp_path / "pairs.docx", lighthouse()
    write(bitext, path)
    found = read_returned(bitext, read_review_table(path))
    assert (found.proposals, found.strays, found.missing) == ((), (), 0)


def test_the_same_pairs_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "a.docx", tmp_path / "b.docx"
    write(lighthouse(), first)
    write(lighthouse(), second)
    assert first.read_bytes() == second.read_bytes()


def test_awkward_texts_come_back(tmp_path: Path) -> None:
    texts = [
        "<&>\"'",
        "一行\n兩行",
        "tab\there",
        "\U00020000 e\u0301",
        "=1+1",
        "a\u00a0b",
        "\u200f",
    ]
    path, bitext = tmp_path / "pairs.docx", lighthouse()
    pairs = tuple(
        replace(pair, en_text=text, note=text)
        for pair, text in zip(bitext.pairs * 2, texts, strict=False)
    )
    bitext = replace(bitext, pairs=pairs)
    write(bitext, path)
    assert read_returned(bitext, read_review_table(path)).proposals == ()


def test_fonts_languages_and_a_head_that_is_repeated_are_named(tmp_path: Path) -> None:
    path = tmp_path / "pairs.docx"
    write(lighthouse(), path)
    with zipfile.ZipFile(path) as archive:
        text, styles = archive.read(MAIN).decode(), archive.read("word/styles.xml").decode()
    assert text.count("<w:tblHeader/>") == 1
    assert '<w:lang w:eastAsia="zh-TW"/>' in text
    assert '<w:lang w:val="en-US"/>' in text
    assert 'w:eastAsia="Microsoft JhengHei"' in styles


def test_what_was_tracked_is_read_as_accepted(tmp_path: Path) -> None:
    path, bitext = tmp_path / "pairs.docx", lighthouse()
    write(bitext, path)
    word = bitext.pairs[0].en_text
    run = f'<w:t xml:space="preserve">{word}</w:t>'
    deleted = f'<w:del w:id="1" w:author="R"><w:r><w:delText>{word}</w:delText></w:r></w:del>'
    inserted = '<w:ins w:id="2" w:author="R"><w:r><w:t>Better.</w:t></w:r></w:ins>'
    changed(path, (run, f"</w:r>{deleted}{inserted}<w:r>"))
    (proposal,) = read_returned(bitext, read_review_table(path)).proposals
    assert (proposal.number, proposal.new.en_text, proposal.new.status) == (1, "Better.", "edited")


def test_a_column_of_the_reviewer_and_a_row_without_a_number_do_no_harm(tmp_path: Path) -> None:
    path, bitext = tmp_path / "pairs.docx", lighthouse()
    write(bitext, path)
    cell = "<w:tc><w:p><w:r><w:t>mine</w:t></w:r></w:p></w:tc>"
    changed(
        path, ("<w:tr><w:trPr><w:cantSplit/></w:trPr>", f"<w:tr>{cell}{cell}{cell}</w:tr><w:tr>")
    )
    found = read_returned(bitext, read_review_table(path))
    assert found.proposals == ()
    assert [row.number for row in found.strays] == [0]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"plain text"])
def test_what_is_no_document_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "pairs.docx"
    path.write_bytes(data)
    with pytest.raises(UnusableInput):
        read_review_table(path)


def test_a_document_without_such_a_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "pairs.docx"
    write(lighthouse(), path)
    changed(path, ("中文 Chinese", "Chinesisch"))
    with pytest.raises(UnusableInput, match="no table of pairs"):
        read_review_table(path)


def test_a_bitext_without_pairs_is_a_table_with_a_head(tmp_path: Path) -> None:
    path, bitext = tmp_path / "pairs.docx", lighthouse()
    write(replace(bitext, pairs=(), article=article([], [])), path)
    assert read_review_table(path) == []
