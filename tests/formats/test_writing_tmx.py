"""TMX: what the schema and the CAT tools ask for, read back with the standard library."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.bitext import Bitext
from aligner.formats import ExportOptions, write_bitext
from aligner.formats.selection import options_for, units_of
from aligner.formats.tmx.write import tmx_text
from tests.samples import HOSTILE, lighthouse, one_pair

LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def segments(text: str) -> list[dict[str, str]]:
    root = ET.fromstring(text.encode("utf-8"))
    return [
        {tuv.attrib[LANG]: tuv.findtext("seg", "") for tuv in unit.iter("tuv")}
        for unit in root.iter("tu")
    ]


TAIWAN = ExportOptions(("zh-TW",))


def render(bitext: Bitext, options: ExportOptions = TAIWAN, *, now: datetime | None = None) -> str:
    units = units_of(bitext, options, now=now)
    return "".join(tmx_text(units, options_for(bitext, options)))


def test_the_header_has_the_seven_attributes_of_the_specification() -> None:
    root = ET.fromstring(render(lighthouse()))
    header = root.find("header")
    assert (root.tag, root.attrib) == ("tmx", {"version": "1.4"})
    assert header is not None
    assert set(header.attrib) == {
        "creationtool",
        "creationtoolversion",
        "segtype",
        "o-tmf",
        "adminlang",
        "srclang",
        "datatype",
    }
    assert header.attrib["segtype"] == "sentence"
    assert header.attrib["srclang"] == "zh-TW"


def test_full_pairs_are_units_and_half_empty_ones_are_not() -> None:
    assert segments(render(lighthouse())) == [
        {"zh-TW": "燈塔亮了。", "en-US": "The lamp was lit."},
        {
            "zh-TW": "守塔人關上門，走下樓梯。",
            "en-US": "The keeper closed the door. He went down the stairs.",
        },
        {"zh-TW": "「今晚有霧。」他說。", "en-US": "“Fog tonight,” he said."},
        {"zh-TW": "海很靜。", "en-US": "The sea was calm."},
    ]


def test_notes_and_props_stand_before_the_texts() -> None:
    bitext = lighthouse()
    pairs = (replace(bitext.pairs[0], note="check <the> name"), *bitext.pairs[1:])
    unit = next(ET.fromstring(render(replace(bitext, pairs=pairs))).iter("tu"))
    assert [child.tag for child in unit] == ["note", "prop", "prop", "prop", "tuv", "tuv"]
    assert unit.findtext("note") == "check <the> name"
    props = {prop.attrib["type"]: prop.text for prop in unit.iter("prop")}
    assert props == {
        "x-confidence": "0.980",
        "x-status": "proposed",
        "x-source-file": "燈塔 & sea.txt",
    }


def test_the_folder_of_the_client_is_not_told() -> None:
    assert "secret" not in render(lighthouse())


def test_dates_are_utc_in_the_basic_format() -> None:
    taipei = datetime(2024, 5, 6, 7, 8, 9, tzinfo=timezone(timedelta(hours=8)))
    text = render(lighthouse(), now=taipei)
    assert set(re.findall(r'creationdate="([^"]*)"', text)) == {"20240505T230809Z"}
    now = re.findall(r'creationdate="([^"]*)"', render(lighthouse()))[0]
    assert abs(datetime.strptime(now, "%Y%m%dT%H%M%S%z") - datetime.now(UTC)) < timedelta(minutes=1)


def test_what_xml_forbids_is_removed_and_the_ends_are_stripped() -> None:
    (unit,) = segments(render(one_pair(HOSTILE, "  <b>&amp;</b>\x0c ")))
    assert unit == {"zh-TW": "引號<&>\"' [31m，末尾 有 換行", "en-US": "<b>&amp;</b>"}


def test_a_side_that_is_only_space_or_control_characters_makes_no_unit() -> None:
    assert segments(render(one_pair("\u3000\x01\ufeff \u200b", "text"))) == []


@given(st.text(min_size=1), st.text(min_size=1))
def test_any_text_makes_well_formed_xml_with_trimmed_segments(zh: str, en: str) -> None:
    for unit in segments(render(one_pair(zh, en))):
        assert all(text and text == text.strip() for text in unit.values())


@pytest.mark.parametrize(("script", "code"), [("Hant", "zh-TW"), ("Hans", "zh-CN")])
def test_the_language_code_follows_the_script(tmp_path: Path, script: str, code: str) -> None:
    write_bitext(lighthouse(script=script), tmp_path / "a.tmx")
    root = ET.parse(tmp_path / "a.tmx").getroot()
    assert {tuv.attrib[LANG] for tuv in root.iter("tuv")} == {code, "en-US"}


def test_language_codes_can_be_overruled(tmp_path: Path) -> None:
    write_bitext(lighthouse(), tmp_path / "a.tmx", ExportOptions(("zh-HK",), "en-GB"))
    assert set(segments((tmp_path / "a.tmx").read_text("utf-8"))[0]) == {"zh-HK", "en-GB"}


def test_the_file_is_utf8_without_byte_order_mark_or_doctype(tmp_path: Path) -> None:
    write_bitext(lighthouse(), tmp_path / "a.tmx")
    content = (tmp_path / "a.tmx").read_bytes()
    assert content.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">')
    assert b"DOCTYPE" not in content
    assert b"tuid" not in content
    assert not re.search(rb'type="(file|id|next|prev|path)"', content)


def test_excluded_and_unsure_pairs_are_left_out_but_not_confirmed_ones() -> None:
    bitext = lighthouse()
    first, second, unsure, *rest = bitext.pairs
    pairs = (replace(first, status="excluded"), second, unsure, *rest)
    kept = segments(render(replace(bitext, pairs=pairs), replace(TAIWAN, min_confidence=0.9)))
    assert [unit["zh-TW"][0] for unit in kept] == ["守", "海"]
    pairs = (first, second, replace(unsure, status="confirmed"), *rest)
    assert (
        len(segments(render(replace(bitext, pairs=pairs), replace(TAIWAN, min_confidence=0.9))))
        == 4
    )


def test_paragraph_pairs_are_still_declared_as_sentences() -> None:
    text = render(lighthouse(level="paragraph"))
    assert 'segtype="sentence"' in text
    assert len(segments(text)) == 2
