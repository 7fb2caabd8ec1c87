"""XLIFF of other tools."""

from __future__ import annotations

from pathlib import Path

from aligner.formats import read_units
from aligner.unit import Unit
from tests.formats.files import saved

FIRST = (
    '<xliff version="1.2" {more}><file original="a" {languages}><body>{units}</body></file></xliff>'
)
BOTH = 'source-language="zh-CN" target-language="en-US"'
SECOND = '<xliff version="2.0" srcLang="en" trgLang="zh-Hans"><file id="1">{units}</file></xliff>'


def first(folder: Path, units: str, languages: str = BOTH, more: str = "") -> list[Unit]:
    text = FIRST.format(units=units, languages=languages, more=more)
    return list(read_units(saved(folder, text, "a.sdlxliff")))


def second(folder: Path, units: str) -> list[Unit]:
    return list(read_units(saved(folder, SECOND.format(units=units), "a.xlf")))


def test_a_state_says_what_a_translator_said(tmp_path: Path) -> None:
    text = "<trans-unit><source>灯</source><target state='{}'>lamp</target></trans-unit>"
    states = ["final", "needs-review-l10n", "signed-off", "new"]
    found = first(tmp_path, "".join(text.format(state) for state in states))
    assert [unit.status for unit in found] == ["confirmed", "review", "edited", "proposed"]
    found = first(tmp_path, '<trans-unit approved="yes"><source>灯</source></trans-unit>')
    assert found == [Unit("灯", "", "zh-CN", "en-US", None, "confirmed")]


def test_tags_become_those_of_a_unit(tmp_path: Path) -> None:
    source = (
        '按<g id="1">钮</g><x id="2" ctype="x-br"/><bx id="3"/>a<ex id="3"/><mrk mtype="x">b</mrk>'
    )
    (unit,) = first(tmp_path, f"<trans-unit><source>{source}</source></trans-unit>")
    assert unit.zh == "按钮ab"
    assert unit.properties == (
        ("zh/seg", '按<hi x="1">钮</hi><ph x="2" type="br"/><bpt i="3"/>a<ept i="3"/>b'),
    )


def test_a_divided_unit_is_one_for_each_segment(tmp_path: Path) -> None:
    text = (
        "<group><trans-unit id='1'><source>灯。塔。</source>"
        "<seg-source><mrk mtype='seg' mid='1'>灯。</mrk> "
        "<mrk mtype='seg' mid='2'>塔。</mrk></seg-source>"
        "<target><mrk mtype='seg' mid='1'>Lamp.</mrk> "
        "<mrk mtype='seg' mid='2'>Tower.</mrk></target>"
        "<sdl:seg-defs><sdl:seg id='1' conf='ApprovedTranslation'/><sdl:seg id='2' conf='Draft'/>"
        "</sdl:seg-defs></trans-unit></group>"
    )
    found = first(tmp_path, text, more='xmlns:sdl="http://sdl.com"')
    assert [(unit.zh, unit.en, unit.status) for unit in found] == [
        ("灯。", "Lamp.", "confirmed"),
        ("塔。", "Tower.", "proposed"),
    ]


def test_proposals_beside_a_translation_are_none(tmp_path: Path) -> None:
    text = (
        "<trans-unit><source>灯</source><alt-trans><source>火</source><target>fire</target>"
        "</alt-trans><target>lamp</target><note>n</note></trans-unit>"
    )
    (unit,) = first(tmp_path, text)
    assert (unit.zh, unit.en, unit.note) == ("灯", "lamp", "n")


def test_languages_may_be_missing_or_the_other_way_round(tmp_path: Path) -> None:
    text = "<trans-unit><source>A lamp.</source><target>一盏灯。</target></trans-unit>"
    assert first(tmp_path, text, languages="") == [Unit("一盏灯。", "A lamp.")]
    (unit,) = first(tmp_path, text, languages='source-language="EN" target-language="zh_TW"')
    assert unit == Unit("一盏灯。", "A lamp.", "zh_TW", "EN")


def test_the_second_generation_with_any_prefix(tmp_path: Path) -> None:
    text = (
        '<unit id="1"><notes><note>n</note></notes><originalData><data id="d1">&lt;br/&gt;</data>'
        '</originalData><segment state="final">'
        '<source>A <pc id="1">lamp</pc><ph id="2" dataRef="d1"/></source>'
        '<target>一<pc id="1">盏<cp hex="0007"/></pc>灯</target></segment>'
        "<ignorable><source> </source></ignorable>"
        "<segment><source>Two.</source></segment></unit>"
    )
    one, two = second(tmp_path, text)
    assert (one.zh, one.en, one.status, one.note) == ("一盏\x07灯", "A lamp", "confirmed", "n")
    assert dict(one.properties)["en/seg"] == ('A <hi x="1">lamp</hi><ph x="2">&lt;br/&gt;</ph>')
    assert (two.zh, two.en, two.zh_code) == ("", "Two.", "zh-Hans")


def test_a_prefix_on_every_element_does_not_matter(tmp_path: Path) -> None:
    text = FIRST.format(
        units="<trans-unit><source>灯</source><target>lamp</target></trans-unit>",
        languages=BOTH,
        more="",
    )
    text = text.replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:")
    path = saved(tmp_path, text.replace("<x:xliff", '<x:xliff xmlns:x="y"', 1), "a.xlf")
    assert [unit.en for unit in read_units(path)] == ["lamp"]
