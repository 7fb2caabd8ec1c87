"""An element keeps all that nobody has changed, to the byte."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aligner.errors import UnusableInput
from aligner.formats.tmx.element import edited_element
from aligner.unit import Element, Unit, read_from

PLAIN = (
    "<tu tuid='7'>\n  <note>old</note>\n  <prop type=\"x-status\">proposed</prop>\n"
    '  <tuv xml:lang="zh-CN"><seg>灯&amp;塔</seg></tuv>\n  <tuv lang="en"><seg>lamp</seg></tuv>\n'
    "</tu>"
)
UNIT = Unit("灯&塔", "lamp", "zh-CN", "en", note="old")


def edited(text: str, **changes: str) -> str:
    unit = read_from(Element("TMX", text), UNIT)
    return edited_element(text, [replace(unit, **changes)])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "old", "new"),
    [
        ({}, "", ""),
        ({"zh": "灯<"}, "灯&amp;塔", "灯&lt;"),
        ({"en": "the lamp"}, "lamp", "the lamp"),
        ({"en_code": "en-GB"}, 'lang="en"', 'lang="en-GB"'),
        ({"status": "review"}, "proposed", "review"),
        ({"note": ""}, "\n  <note>old</note>", ""),
    ],
)
@pytest.mark.parametrize("prefix", ["", "t:"])
def test_only_what_has_changed_differs(
    changes: dict[str, str], old: str, new: str, prefix: str
) -> None:
    def named(text: str) -> str:
        return (
            text.replace("</", "<\0")
            .replace("<", f"<{prefix}")
            .replace(f"<{prefix}\0", f"</{prefix}")
        )

    before = named(PLAIN)
    assert edited(before, **changes) == before.replace(named(old), named(new), 1)


def test_a_note_and_a_language_that_were_missing_stand_in_line_with_the_rest() -> None:
    text = '<t:tu>\n  <t:tuv xml:lang="en"><t:seg>lamp</t:seg></t:tuv>\n</t:tu>'
    unit = read_from(Element("TMX", text), Unit("", "lamp", "", "en"))
    new = replace(unit, zh="灯", zh_code="zh-CN", note="n", status="review")
    assert edited_element(text, [new], "en") == (
        '<t:tu srclang="en">\n  <t:prop type="x-status">review</t:prop>\n  <t:note>n</t:note>\n'
        '  <t:tuv xml:lang="en"><t:seg>lamp</t:seg></t:tuv>\n'
        '  <t:tuv xml:lang="zh-CN"><t:seg>灯</t:seg></t:tuv>\n</t:tu>'
    )


@pytest.mark.parametrize("damage", [PLAIN[:-9], PLAIN.replace("<seg>", "<seg><b>"), "", "\ud800"])
def test_an_edit_of_a_damaged_element_is_refused_in_a_sentence(damage: str) -> None:
    with pytest.raises(UnusableInput, match="kept with the unit “塔的灯” is damaged"):
        edited(damage, zh="塔的灯")
