from __future__ import annotations

import os
from pathlib import Path

import pytest

from aligner.errors import UnusableInput
from aligner.files import loading as files
from aligner.reading import read_article, read_pair
from tests.commands import open_folder, without_privileges
from tests.reading.texts import BLOCKS, EN, ZH, en_paragraphs, write, zh_paragraphs


def refusal(path: Path, **options: str) -> str:
    with pytest.raises(UnusableInput) as told:
        read_article(path, encoding=options.get("encoding"))
    message = str(told.value)
    assert path.name in message
    assert "\n" not in message
    return message


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.tsv"])
@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\xef\xbb\xbf", "\u3000\n".encode()])
def test_empty_files_are_refused(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert "empty" in refusal(path)


@pytest.mark.parametrize("text", ["<script>x</script>", "<!-- 燈 -->"])
def test_pages_that_show_nothing_are_refused(tmp_path: Path, text: str) -> None:
    assert "no text" in refusal(write(tmp_path, text, "a.html"))


@pytest.mark.parametrize("content", ["123\n456", "***", "\x01\x02"])
def test_files_in_neither_language_are_refused(tmp_path: Path, content: str) -> None:
    refusal(write(tmp_path, content))


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
        b"%PDF-1.7\n" + bytes(range(128, 256)) * 9 + b"\x00\x01",
        bytes(range(256)) * 100,
        os.urandom(4_096),
    ],
)
def test_binary_files_are_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    assert "text" in refusal(path)


def test_other_kinds_of_documents_are_refused_before_they_are_opened(tmp_path: Path) -> None:
    assert ".md, .html" in refusal(tmp_path / "missing.doc")


def test_missing_files_and_folders_are_refused(tmp_path: Path) -> None:
    assert "no file" in refusal(tmp_path / "missing.txt")
    assert "folder" in refusal(tmp_path)


def test_names_that_cannot_be_are_refused() -> None:
    refusal(Path("a\x00b.txt"))


def test_a_file_that_may_not_be_read_is_refused() -> None:
    with open_folder() as folder:
        path = write(folder, BLOCKS)
        path.chmod(0)
        with without_privileges():
            assert "permissions" in refusal(path)


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    for name, limit, told in (
        ("a.html", files.LIMIT, "64 MB"),
        ("a.txt", files.TEXT_LIMIT, "16 MB"),
        ("a.md", files.TEXT_LIMIT, "16 MB"),
    ):
        path = tmp_path / name
        with path.open("wb") as file:
            file.truncate(limit + 1)  # takes no room on the disk
        assert told in refusal(path)


def test_a_text_of_too_many_lines_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("燈。\nA lamp.\n" * 130_000, encoding="utf-8")
    assert "250,000 lines" in refusal(path)


def test_a_wrong_encoding_is_told(tmp_path: Path) -> None:
    path = write(tmp_path, BLOCKS, encoding="gb18030")
    assert "not text in utf-8" in refusal(path, encoding="utf-8")
    with pytest.raises(UnusableInput, match="no encoding 'klingon'"):
        read_article(path, encoding="klingon")
    with pytest.raises(UnusableInput, match="hex"):
        read_article(path, encoding="hex")


def test_the_encoding_that_is_told_overrules(tmp_path: Path) -> None:
    article = read_article(write(tmp_path, BLOCKS, encoding="gb18030"), encoding="gb18030")
    assert zh_paragraphs(article) == ZH
    marked = read_article(write(tmp_path, BLOCKS, encoding="utf-8-sig"), encoding="utf-8")
    assert zh_paragraphs(marked) == ZH


def test_an_empty_side_of_two_files_is_told(tmp_path: Path) -> None:
    zh = write(tmp_path, "\n".join(ZH), "zh.txt")
    en = write(tmp_path, " \n", "en.txt")
    with pytest.raises(UnusableInput, match=r"en\.txt is empty"):
        read_pair(zh, en)


def test_control_characters_and_lone_surrogates_are_kept(tmp_path: Path) -> None:
    zh, en = f"{ZH[1]}\x1b[31m\ud800燈。", f"{EN[1]} Lamp\x07\udfff."
    article = read_article(write(tmp_path, f"{zh}\n\n{en}"))
    assert (zh_paragraphs(article), en_paragraphs(article)) == ([zh], [en])


def test_a_byte_order_mark_is_no_text_even_before_lone_surrogates(tmp_path: Path) -> None:
    article = read_article(write(tmp_path, f"\ufeff{BLOCKS}\ud800"))
    assert zh_paragraphs(article) == ZH
