"""Names that stand beside a count, in brackets or before a percentage have their Chinese."""

from __future__ import annotations

import re

import pytest

from aligner.checks import CODES
from aligner.formats.code import LABEL as CODE
from aligner.formats.documents.furniture import FURNITURE
from aligner.formats.html.elements import _CLASSES_OF, _HIDDEN, TITLE
from aligner.formats.pptx.read import _HIDDEN as HIDDEN_SLIDE
from aligner.formats.pptx.read import _SPEAKER
from aligner.formats.subtitles.blocks import _REPEATED
from aligner.formats.subtitles.sounds import CREDIT, SOUND
from aligner.memory.analysis import BANDS
from aligner.speaking import told
from aligner.speaking.phrase_texts import LABELS
from aligner.wording import noun_for
from tests.speaking import named

HAN = re.compile(r"[\u4e00-\u9fff]")
CONSTANTS = {CODE, TITLE, _HIDDEN, HIDDEN_SLIDE, _SPEAKER, _REPEATED, CREDIT, SOUND}


def labels() -> set[str]:
    return named.labels() | FURNITURE | _CLASSES_OF.keys() | CONSTANTS


def is_told(english: str) -> bool:
    return HAN.search(told(english, "zh-Hant")) is not None


@pytest.mark.parametrize("form", ["[{}]", "7 {}"])
def test_every_label_has_its_chinese(form: str) -> None:
    assert [label for label in labels() if not is_told(form.format(label))] == []
    assert len(labels()) > 20


def test_no_label_is_told_that_nothing_has() -> None:
    assert LABELS.keys() - labels() == {"repeated headline"}  # which headlines are given


def test_what_a_document_holds_back_has_its_chinese() -> None:
    counted = [
        (name, f"{number} {noun_for(number, name)}")
        for name in named.held_back()
        for number in (1, 7)
    ]
    assert [name for name, text in counted if not is_told(text)] == []
    assert len(counted) > 10


def test_reasons_to_leave_a_translation_have_their_chinese() -> None:
    reasons = named.reasons_to_leave()
    assert [one for one in reasons if not is_told(f"7 segments {one}")] == []
    assert [one for one in reasons if not is_told(f"1 segment {one}")] == []
    assert len(reasons) > 8


def test_stages_of_long_work_have_their_chinese() -> None:
    stages = named.stages() - {*CODES}
    assert [stage for stage in stages if not is_told(stage)] == []
    assert len(stages) > 5


def test_bands_of_an_analysis_have_their_chinese() -> None:
    assert [band for band in BANDS if "%" not in band and not is_told(band)] == []
