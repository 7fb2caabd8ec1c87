"""What a file says at a glance."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from aligner.errors import UnusableInput
from aligner.reading import glance, survey
from tests.effort import check_proportion
from tests.reading.texts import BLOCKS, COLUMNS, EN, IN_TURN, ONE_LINE, ZH, write


@pytest.mark.parametrize("encoding", ["utf-8", "big5hkscs", "utf-16"])
def test_a_text_in_one_language_is_told_by_its_letters(tmp_path: Path, encoding: str) -> None:
    zh = survey(write(tmp_path, "\n\n".join(ZH[:2]), encoding=encoding))
    assert (zh.language, zh.holds_both, zh.is_bilingual) == ("zh", False, False)
    en = survey(write(tmp_path, "The lamp was lit, and then the keeper went down.", "en.md"))
    assert (en.language, en.holds_both, en.zh) == ("en", False, 0)


@pytest.mark.parametrize("text", [BLOCKS, IN_TURN, ONE_LINE, COLUMNS])
def test_a_text_in_both_is_told_in_any_layout(tmp_path: Path, text: str) -> None:
    found = survey(write(tmp_path, text))
    assert found.holds_both
    assert found.is_bilingual


def test_a_text_that_quotes_the_other_language_is_in_its_own(tmp_path: Path) -> None:
    found = survey(write(tmp_path, "\n\n".join([*ZH * 3, EN[2]])))
    assert (found.language, found.is_bilingual) == ("zh", False)


def test_what_says_the_same_has_one_digest_in_any_format(tmp_path: Path) -> None:
    text = "\n\n".join(EN)
    decomposed = unicodedata.normalize("NFD", text.replace("\n\n", "\r\n\r\n ") + "\n")
    page = "".join(f"<p>{line}</p>" for line in EN)
    found = [
        survey(write(tmp_path, text)),
        survey(write(tmp_path, decomposed, "a.md", "utf-16")),
        survey(write(tmp_path, f"<html><body>{page}</body></html>", "a.html")),
    ]
    assert len({one.digest for one in found}) == 1
    assert survey(write(tmp_path, text + "More.")).digest != found[0].digest


@pytest.mark.parametrize(
    "text", ["12345", "これはペンです。あれもペンです。", "Привет, мир. Как дела?"]
)
def test_what_says_nothing_in_either_language_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnusableInput, match="holds no Chinese and no English"):
        survey(write(tmp_path, text))


def test_the_sentences_of_a_language_come_in_order(tmp_path: Path) -> None:
    path = write(tmp_path, IN_TURN)
    assert glance(path, "zh")[:2] == [ZH[0], ZH[1].split("。")[0] + "。"]
    assert glance(path, "en")[0] == EN[0]


def test_a_glance_takes_time_in_proportion(tmp_path: Path) -> None:
    def look(paragraphs: int) -> None:
        survey(write(tmp_path, "\n\n".join(ZH[1] for _ in range(paragraphs))))

    check_proportion(look, 20_000)
