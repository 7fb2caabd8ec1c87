"""XLIFF of other tools."""

from __future__ import annotations

from pathlib import Path

import pytest

from aligner.formats import LeftOut, read_units
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


def divided(*segments: str, name: str = "mid='{}'") -> str:
    return " ".join(
        f"<mrk mtype='seg' {name.format(place)}>{text}</mrk>"
        for place, text in enumerate(segments, start=1)
    )


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param("灯。", divided("Lamp."), [("灯。", "Lamp.")], id="target in one segment"),
        pytest.param(divided("灯。"), "Lamp.", [("灯。", "Lamp.")], id="source in one segment"),
        pytest.param(
            "灯。塔。",
            divided("Lamp.", "Tower."),
            [("灯。塔。", "Lamp. Tower.")],
            id="target in two",
        ),
        pytest.param(
            divided("灯。", "塔。"),
            "Lamp. Tower.",
            [("灯。 塔。", "Lamp. Tower.")],
            id="source in two",
        ),
        pytest.param(
            divided("灯。", "塔。", name=""),
            divided("Lamp.", "Tower.", name=""),
            [("灯。", "Lamp."), ("塔。", "Tower.")],
            id="no names",
        ),
        pytest.param(
            divided("灯。", "塔。"),
            divided("Lamp.", "Tower.", name=""),
            [("灯。", "Lamp."), ("塔。", "Tower.")],
            id="names on one side",
        ),
        pytest.param(
            divided("灯。", "塔。", name="mid='1'"),
            divided("Lamp.", "Tower.", name="mid='1'"),
            [("灯。", "Lamp."), ("塔。", "Tower.")],
            id="one name twice",
        ),
        pytest.param(
            divided("灯。", "塔。"),
            divided("Lamp.", "Tower.", "Sea."),
            [("灯。", "Lamp."), ("塔。", "Tower."), ("", "Sea.")],
            id="more in the target",
        ),
        pytest.param(
            divided("灯。", "塔。"), "", [("灯。", ""), ("塔。", "")], id="no translation yet"
        ),
        pytest.param(
            f"甲{divided('灯。', '塔。')}",
            divided("Lamp.", "Tower."),
            [("甲灯。 塔。", "Lamp. Tower.")],
            id="text in no segment",
        ),
        pytest.param(
            f"<g id='1'>{divided('灯。')}</g>", divided("Lamp."), [("灯。", "Lamp.")], id="in a tag"
        ),
        pytest.param("", "Lamp.", [("", "Lamp.")], id="no source"),
    ],
)
def test_no_text_is_lost_however_the_sides_are_divided(
    tmp_path: Path, source: str, target: str, expected: list[tuple[str, str]]
) -> None:
    text = f"<trans-unit><source>{source}</source><target>{target}</target></trans-unit>"
    assert [(unit.zh, unit.en) for unit in first(tmp_path, text)] == expected


def test_the_state_of_a_segment_holds_where_one_side_is_divided(tmp_path: Path) -> None:
    text = (
        "<trans-unit><source>灯。</source><target><mrk mtype='seg' mid='4'>Lamp.</mrk></target>"
        "<sdl:seg-defs><sdl:seg id='4' conf='ApprovedTranslation'/></sdl:seg-defs></trans-unit>"
    )
    (unit,) = first(tmp_path, text, more='xmlns:sdl="http://sdl.com"')
    assert unit.status == "confirmed"


def test_files_in_other_languages_are_counted(tmp_path: Path) -> None:
    unit = "<trans-unit><source>{}</source><target>{}</target></trans-unit>"
    files = [
        ("de", "fr", "Turm", "tour"),
        ("zh", "fr", "塔", "tour"),
        ("en-US", "en-GB", "gray", "grey"),
        ("zh", "en", "灯", "lamp"),
    ]
    text = "".join(
        f'<file source-language="{one}" target-language="{other}"><body>'
        f"{unit.format(source, target)}</body></file>"
        for one, other, source, target in files
    )
    left_out = LeftOut()
    path = saved(tmp_path, f'<xliff version="1.2">{text}</xliff>', "a.xlf")
    found = list(read_units(path, left_out=left_out))
    assert [(unit.zh, unit.en, unit.en_code) for unit in found] == [
        ("塔", "", ""),
        ("", "gray", "en-US"),
        ("", "grey", "en-GB"),
        ("灯", "lamp", "en"),
    ]
    assert list(left_out.sentences()) == [
        "Left out: 3 texts in languages other than Chinese and English (de, fr).",
        "Units with several texts in one language: 1 text more, each in its own unit.",
    ]


def test_a_text_between_segments_of_the_second_generation_is_kept(tmp_path: Path) -> None:
    text = (
        "<unit id='1'><segment><source>One.</source><target>一。</target></segment>"
        "<ignorable><source> </source></ignorable><ignorable><source>(a)</source></ignorable>"
        "<segment><target>二。</target></segment></unit>"
    )
    assert [(unit.zh, unit.en) for unit in second(tmp_path, text)] == [
        ("一。", "One."),
        ("", "(a)"),
        ("二。", ""),
    ]


def test_proposals_beside_a_translation_are_none(tmp_path: Path) -> None:
    text = (
        "<trans-unit><source>灯</source><alt-trans><source>火</source><target>fire</target>"
        "</alt-trans><target>lamp</target><note>n</note></trans-unit>"
    )
    (unit,) = first(tmp_path, text)
    assert (unit.zh, unit.en, unit.note) == ("灯", "lamp", "n")
    left_out = LeftOut()
    assert len(list(read_units(tmp_path / "a.sdlxliff", left_out=left_out))) == 1
    assert list(left_out.sentences()) == ["Left out: 1 proposal beside the translations."]


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
