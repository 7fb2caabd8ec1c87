"""What --for changes in a file, and both scripts from one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from aligner.article import Language
from aligner.errors import UnknownFormat
from aligner.formats import TOOLS, ExportOptions, ToolName, read_units, write_units
from aligner.formats.regions import region_of_code
from aligner.formats.validation import file_issues
from aligner.unit import Unit

SOFTWARE = Unit(
    "这个软件的鼠标很好。",
    "The mouse of this software is good.",
    "zh-CN",
    "en-GB",
    0.9,
    "confirmed",
    properties=(("@creationdate", "20240102T030405Z"), ("x-source-file", "a.txt")),
)


def written(folder: Path, unit: Unit, writing: ExportOptions, name: str = "a.tmx") -> str:
    write_units(iter([unit]), folder / name, writing)
    return (folder / name).read_text("utf-8")


def test_there_is_a_table_for_every_tool() -> None:
    assert set(TOOLS) == set(get_args(ToolName))


@pytest.mark.parametrize(
    ("tool", "codes"),
    [
        ("omegat", ["zh-CN", "en-GB"]),
        ("trados", ["zh-CN", "en-GB"]),
        ("memoq", ["zh-CN", "en-GB"]),
        ("phrase", ["zh-CN", "en-GB"]),
        ("weblate", ["en", "zh-Hans"]),
    ],
)
def test_codes_are_those_of_the_tool(tmp_path: Path, tool: ToolName, codes: list[str]) -> None:
    text = written(tmp_path, SOFTWARE, ExportOptions(tool=TOOLS[tool]))
    assert re.findall(r'xml:lang="([^"]*)"', text) == codes
    assert f'srclang="{codes[0]}"' in text


def test_a_script_becomes_the_region_that_tools_know(tmp_path: Path) -> None:
    unit = Unit("燈塔", "lighthouse", "zh-Hant", "en")
    text = written(tmp_path, unit, ExportOptions(tool=TOOLS["trados"]))
    assert re.findall(r'xml:lang="([^"]*)"', text) == ["zh-TW", "en-US"]


def test_trados_gets_its_fields_and_we_get_ours_back(tmp_path: Path) -> None:
    text = written(tmp_path, SOFTWARE, ExportOptions(tool=TOOLS["trados"]))
    properties = dict(re.findall(r'<prop type="([^"]*)">([^<]*)<', text))
    assert properties["x-ConfirmationLevel"] == "ApprovedTranslation"
    assert properties["x-Quality:Integer"] == "90"
    assert properties["x-SourceFile:SingleString"] == "a.txt"
    (unit,) = read_units(tmp_path / "a.tmx")
    assert (unit.confidence, unit.status) == (0.9, "confirmed")


def test_memoq_gets_the_document_and_phrase_the_dates_with_the_texts(tmp_path: Path) -> None:
    text = written(tmp_path, SOFTWARE, ExportOptions(tool=TOOLS["memoq"]))
    assert '<prop type="x-document">a.txt</prop>' in text
    assert '<prop type="aligned">yes</prop>' in text
    text = written(tmp_path, SOFTWARE, ExportOptions(tool=TOOLS["phrase"]))
    assert "<tu>" in text
    assert len(re.findall(r'<tuv [^>]*creationdate="20240102T030405Z"', text)) == 2


def test_both_scripts_come_from_one_with_the_original_kept(tmp_path: Path) -> None:
    written(tmp_path, SOFTWARE, ExportOptions(zh_codes=("zh-CN", "zh-TW", "zh-HK")))
    units = list(read_units(tmp_path / "a.tmx"))
    assert [(unit.zh_code, unit.zh) for unit in units] == [
        ("zh-CN", "这个软件的鼠标很好。"),
        ("zh-TW", "這個軟體的滑鼠很好。"),
        ("zh-HK", "這個軟件的鼠標很好。"),
    ]
    assert "x-original" not in dict(units[0].properties)
    assert dict(units[1].properties)["x-original"] == "这个软件的鼠标很好。"


@pytest.mark.parametrize("source", ["zh", "en"])
def test_a_unit_names_its_source_where_the_header_names_another(
    tmp_path: Path, source: Language
) -> None:
    both = ExportOptions(zh_codes=("zh-CN", "zh-TW"), source=source)
    text = written(tmp_path, SOFTWARE, both)
    units = re.findall(r"<tu( srclang=.[^\"]*.)?[ >]", text)
    assert units == (["", ' srclang="zh-TW"'] if source == "zh" else ["", ""])
    assert list(file_issues(tmp_path / "a.tmx")) == []
    assert "@srclang" not in {
        name for unit in read_units(tmp_path / "a.tmx") for name, _ in unit.properties
    }


def test_as_many_units_are_said_as_are_written(tmp_path: Path) -> None:
    both = ExportOptions(zh_codes=("zh-CN", "zh-TW"))
    half = Unit("一半", "", "zh-CN", "en-GB")
    told = write_units([SOFTWARE, half, SOFTWARE], tmp_path / "a.tmx", both)
    assert (told.units, told.left_out) == (4, 1)
    assert len(list(read_units(tmp_path / "a.tmx"))) == 4


def test_traditional_text_goes_the_other_way(tmp_path: Path) -> None:
    unit = Unit("這個軟體的滑鼠很好。", "Good.")
    written(tmp_path, unit, ExportOptions(zh_codes=("zh-TW", "zh-CN")))
    texts = [unit.zh for unit in read_units(tmp_path / "a.tmx")]
    assert texts == ["這個軟體的滑鼠很好。", "这个软件的鼠标很好。"]


def test_one_code_names_the_text_and_does_not_change_it(tmp_path: Path) -> None:
    written(tmp_path, SOFTWARE, ExportOptions(zh_codes=("zh-SG",), en_code="en-AU"))
    (unit,) = read_units(tmp_path / "a.tmx")
    assert (unit.zh_code, unit.zh, unit.en_code) == ("zh-SG", SOFTWARE.zh, "en-AU")


def test_one_code_of_another_region_converts_what_says_where_it_is_from(tmp_path: Path) -> None:
    written(tmp_path, SOFTWARE, ExportOptions(zh_codes=("zh-TW",)))
    (unit,) = read_units(tmp_path / "a.tmx")
    assert (unit.zh_code, unit.zh) == ("zh-TW", "這個軟體的滑鼠很好。")


@pytest.mark.parametrize(
    ("texts", "code", "expected"),
    [
        (["软件", "信息"], "zh-TW", ["軟體", "資訊"]),
        (["軟體", "信息"], "zh-TW", ["軟體", "信息"]),
        (["軟體", "信息", "软件", "信息"], "zh-TW", ["軟體", "信息", "軟體", "資訊"]),
        (["軟體", "裡面"], "zh-HK", ["軟體", "裡面"]),
        (["軟體", "信息"], "zh-CN", ["软件", "信息"]),
        (["软件", "信息"], "zh-CN", ["软件", "信息"]),
        (["軟體", "软件"], "zh", ["軟體", "软件"]),
    ],
)
def test_one_code_converts_a_text_in_the_other_script(
    tmp_path: Path, texts: list[str], code: str, expected: list[str]
) -> None:
    units = [Unit(text, "x") for text in texts]
    write_units(units, tmp_path / "a.tmx", ExportOptions(zh_codes=(code,)))
    found = list(read_units(tmp_path / "a.tmx"))
    assert [unit.zh for unit in found] == expected
    assert {unit.zh_code for unit in found} == {code}
    originals = [dict(unit.properties).get("x-original", unit.zh) for unit in found]
    assert originals == texts


def test_tags_stay_where_the_text_is_converted(tmp_path: Path) -> None:
    unit = Unit("软件很好", "x", "zh-CN", "en", properties=(("zh/seg", "<hi>软件</hi>很好"),))
    written(tmp_path, unit, ExportOptions(zh_codes=("zh-TW", "zh-CN")))
    first, _ = read_units(tmp_path / "a.tmx")
    assert (first.zh, dict(first.properties)["zh/seg"]) == ("軟體很好", "<hi>軟體</hi>很好")


def test_xliff_names_the_source_that_was_asked_for(tmp_path: Path) -> None:
    text = written(tmp_path, SOFTWARE, ExportOptions(source="en"), "a.xlf")
    assert 'source-language="en-GB" target-language="zh-CN"' in text
    text = written(tmp_path, SOFTWARE, ExportOptions(xliff="2.1"), "a.xliff")
    assert 'srcLang="zh-CN" trgLang="en-GB"' in text


def test_xliff_holds_one_pair_of_languages(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat, match="one pair of languages"):
        written(tmp_path, SOFTWARE, ExportOptions(zh_codes=("zh-CN", "zh-TW")), "a.xlf")


@pytest.mark.parametrize(
    ("code", "region"),
    [
        ("zh", None),
        ("zh_cn", "CN"),
        ("ZH-Hant", "TW"),
        ("zh-Hant-HK", "HK"),
        ("zh-Hans-SG", "CN"),
        ("zh-MO", "HK"),
    ],
)
def test_a_region_says_more_than_a_script(code: str, region: str | None) -> None:
    assert region_of_code(code) == region
