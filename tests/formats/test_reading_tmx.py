"""TMX of any tool: what is read, leniently, and what comes of it."""

from __future__ import annotations

import gzip
import zipfile
from itertools import islice
from pathlib import Path

import pytest

from aligner.errors import UnusableInput
from aligner.formats import LeftOut, file_issues, read_units
from aligner.unit import Unit
from tests.formats.files import LAMP, saved, tmx, tu

LIT = Unit("灯塔亮了。", "The lamp was lit.", "zh-CN", "en-US")


def units(folder: Path, content: str | bytes, name: str = "a.tmx") -> list[Unit]:
    return list(read_units(saved(folder, content, name)))


def test_a_unit_has_both_texts_and_their_codes(tmp_path: Path) -> None:
    assert units(tmp_path, tmx(LAMP)) == [LIT]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("declared", ["UTF-8", "UTF-16", "utf-16"])
def test_bytes_outdo_the_declared_encoding(tmp_path: Path, encoding: str, declared: str) -> None:
    text = tmx(LAMP, before=f'<?xml version="1.0" encoding="{declared}" ?>')
    assert units(tmp_path, text.encode(encoding)) == [LIT]


@pytest.mark.parametrize("encoding", ["gb2312", "gb18030", "GBK"])
def test_regional_encodings_that_are_declared_are_read(tmp_path: Path, encoding: str) -> None:
    text = tmx(LAMP, before=f"<?xml version='1.0' encoding='{encoding}'?>")
    assert units(tmp_path, text.encode(encoding)) == [LIT]


def test_a_doctype_is_passed_over_and_never_fetched(tmp_path: Path) -> None:
    head = '<?xml version="1.0"?><!-- a < b --><!DOCTYPE tmx SYSTEM "http://nowhere/tmx14.dtd">'
    assert units(tmp_path, tmx(LAMP, before=head)) == [LIT]


def test_archives_are_unpacked(tmp_path: Path) -> None:
    plain = tmx(LAMP).encode()
    assert units(tmp_path, gzip.compress(plain), "a.tmx.gz") == [LIT]
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("readme.md", "hello")
        archive.writestr("in/a.TMX", plain)
    assert list(read_units(tmp_path / "a.zip")) == [LIT]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("zh-Hans", "EN"),
        ("ZH-CN", "EN-GB"),
        ("zh_cn", "en_us"),
        ("cmn-Hant-TW", "eng"),
        ("zh", "en"),
    ],
)
def test_codes_are_known_by_any_spelling_and_kept(tmp_path: Path, zh: str, en: str) -> None:
    (unit,) = units(tmp_path, tmx(tu((en, "Lit."), (zh, "亮了。"))))
    assert unit == Unit("亮了。", "Lit.", zh, en)


def test_lang_without_a_prefix_and_no_code_at_all(tmp_path: Path) -> None:
    old = tmx(LAMP).replace("xml:lang", "lang")
    assert units(tmp_path, old) == [LIT]
    bare = tmx("<tu><tuv><seg>The lamp was lit.</seg></tuv><tuv><seg>灯塔亮了。</seg></tuv></tu>")
    assert units(tmp_path, bare) == [Unit("灯塔亮了。", "The lamp was lit.")]


def test_of_many_languages_the_two_are_taken(tmp_path: Path) -> None:
    many = tmx(
        tu(("de", "an"), ("zh-CN", "灯亮"), ("en", "lit"), ("zh-TW", "燈亮")), tu(("de", "aus"))
    )
    lit, also = Unit("灯亮", "lit", "zh-CN", "en"), Unit("燈亮", "lit", "zh-TW", "en")
    assert units(tmp_path, many) == [lit, also]
    path = tmp_path / "a.tmx"
    assert list(read_units(path, zh_code="ZH_tw")) == [also]
    assert list(read_units(path, zh_code="zh-HK")) == [lit, also]


def test_what_is_not_taken_of_many_texts_is_counted(tmp_path: Path) -> None:
    many = tmx(
        tu(("de", "an"), ("zh-CN", "灯亮"), ("en", "lit"), ("zh-TW", "燈亮"), ("fr", " ")),
        tu(("en", "quay"), ("en", "pier"), ("en", ""), ("en", "quay"), ("zh", "码头")),
    )
    path = saved(tmp_path, many)
    left_out = LeftOut()
    found = list(read_units(path, left_out=left_out))
    assert [(unit.zh, unit.en) for unit in found] == [
        ("灯亮", "lit"),
        ("燈亮", "lit"),
        ("码头", "quay"),
        ("码头", "pier"),
    ]
    assert list(left_out.sentences()) == [
        "Left out: 1 text in languages other than Chinese and English (de).",
        "Units with several texts in one language: 2 texts more, each in its own unit.",
    ]
    left_out = LeftOut()
    assert len(list(read_units(path, zh_code="zh-CN", left_out=left_out))) == 3
    assert "Left out: 1 text under codes that were not asked for (zh-TW)." in left_out.sentences()


def test_several_segments_of_one_text_are_its_lines(tmp_path: Path) -> None:
    text = tu(("zh", "灯</seg><seg>塔&amp;"), ("en", "a</seg><seg>b<ph x='1'/></seg><seg>&lt;"))
    (unit,) = units(tmp_path, tmx(text))
    assert (unit.zh, unit.en) == ("灯\n塔&", "a\nb\n<")
    assert dict(unit.properties)["en/seg"] == 'a\nb<ph x="1"/>\n&lt;'


def test_a_further_text_of_a_unit_has_all_of_it_but_its_identity(tmp_path: Path) -> None:
    text = tu(
        ("zh", "码头"),
        ("zh", "埠头"),
        ("en", "quay"),
        attributes=' tuid="7" creationid="me"',
        inside='<prop type="x-client">A</prop>',
    )
    one, other = units(tmp_path, tmx(text))
    assert one.properties == (("@tuid", "7"), ("@creationid", "me"), ("x-client", "A"))
    assert other.properties == (("@creationid", "me"), ("x-client", "A"))


@pytest.mark.parametrize("code", ["yue-HK", "yue", "cmn-Hans-CN", "zh-yue", "wuu", "nan-TW"])
def test_what_is_written_in_chinese_characters_is_chinese(tmp_path: Path, code: str) -> None:
    assert units(tmp_path, tmx(tu((code, "灯"), ("en", "lamp")))) == [
        Unit("灯", "lamp", code, "en")
    ]


def test_a_prefix_on_every_element_does_not_matter(tmp_path: Path) -> None:
    text = tmx(LAMP, LAMP).replace("</", "\0").replace("<", "<t:").replace("\0", "</t:")
    text = text.replace("<t:?xml", "<?xml").replace("<t:tmx", '<t:tmx xmlns:t="urn:t"')
    assert units(tmp_path, text) == [LIT, LIT]
    assert [issue.code for issue in file_issues(tmp_path / "a.tmx")] == [
        issue.code for issue in file_issues(saved(tmp_path, tmx(LAMP, LAMP), "b.tmx"))
    ]


def test_a_unit_may_lack_either_text(tmp_path: Path) -> None:
    half = tmx(LAMP, tu(("zh-CN", "猫")), tu(("en", "cat"), ("fr", "chat")), tu(("zh", "")))
    assert units(tmp_path, half)[1:] == [
        Unit("猫", "", "zh-CN"),
        Unit("", "cat", "", "en"),
        Unit("", "", "zh"),
    ]


def test_inline_tags_leave_the_text_and_are_kept_beside_it(tmp_path: Path) -> None:
    zh = '按<bpt i="1" x="1">&lt;b&gt;</bpt>确定<ept i="1">&lt;/b&gt;</ept>&amp;<ph x="2"/>'
    en = '<hi type="bold">OK</hi> <ut>{\\b}</ut>now <it pos="end">x<sub>no</sub></it>&lt;'
    (unit,) = units(tmp_path, tmx(tu(("zh-CN", zh), ("en", en))))
    assert (unit.zh, unit.en) == ("按确定&", "OK now <")
    assert unit.properties == (("zh/seg", zh), ("en/seg", en))


def test_what_else_the_file_says_is_kept_by_its_place(tmp_path: Path) -> None:
    text = (
        '<tu tuid="7" creationdate="20240102T030405Z"><note>one</note>'
        '<prop type="x-client">A &amp; B</prop><prop type="@odd">1</prop>'
        '<prop type="zh/odd">2</prop>'
        '<tuv xml:lang="zh-TW" changeid="mei"><prop type="seg">3</prop><note>two</note>'
        "<seg>燈</seg></tuv>"
        '<tuv xml:lang="en-US"><seg>lamp</seg></tuv></tu>'
    )
    (unit,) = units(tmp_path, tmx(text))
    assert unit.note == "one\ntwo"
    assert unit.properties == (
        ("@tuid", "7"),
        ("@creationdate", "20240102T030405Z"),
        ("x-client", "A & B"),
        ("./@odd", "1"),
        ("./zh/odd", "2"),
        ("zh/@changeid", "mei"),
        ("zh/./seg", "3"),
    )


def test_confidence_and_status_of_ours_come_back(tmp_path: Path) -> None:
    inside = '<prop type="x-confidence">0.625</prop><prop type="x-status">confirmed</prop>'
    odd = '<prop type="x-confidence">much</prop><prop type="x-status">blue</prop>'
    text = tu(("zh", "灯"), ("en", "lamp"), inside=inside)
    first, second = units(tmp_path, tmx(text, text.replace(inside, odd)))
    assert (first.confidence, first.status, first.properties) == (0.625, "confirmed", ())
    assert (second.confidence, second.status) == (None, "proposed")
    assert second.properties == (("x-confidence", "much"), ("x-status", "blue"))


def test_control_characters_are_dropped_and_soft_breaks_are_spaces(tmp_path: Path) -> None:
    text = tmx(tu(("zh", "灯\x0b塔&#12;亮\x1e&#x1F;&#xFFFF;\ufffe"), ("en", "a&#10;b&#x41;\x00")))
    assert units(tmp_path, text) == [Unit("灯 塔 亮", "a\nbA", "zh", "en")]


def test_two_references_to_the_halves_of_a_character_are_one(tmp_path: Path) -> None:
    halves = "&#xD83D;&#xDE00;&#55357;&#56832;&#xde00;&#xd83d;|"
    assert units(tmp_path, tmx(tu(("zh", f"灯{halves}"), ("en", "x"))))[0].zh == "灯😀😀|"


def test_the_end_of_a_section_that_was_never_begun_is_text(tmp_path: Path) -> None:
    text = tmx(LAMP, tu(("zh", "a]]>b<ph/>c]]>"), ("en", "<![CDATA[x]]>]]>")), LAMP)
    one, odd, other = units(tmp_path, text)
    assert (one, other) == (LIT, LIT)
    assert (odd.zh, odd.en) == ("a]]>bc]]>", "x]]>")


def test_a_file_that_breaks_off_gives_what_was_whole_and_says_how_much(tmp_path: Path) -> None:
    reading = read_units(saved(tmp_path, tmx(*[LAMP] * 3000)[:-200]))
    whole = sum(1 for _ in islice(reading, 2990))
    with pytest.raises(UnusableInput, match=r"breaks off after 2,99\d translation units"):
        whole += sum(1 for _ in reading)
    assert whole == 2990


def test_tags_that_may_not_stand_there_leave_their_text(tmp_path: Path) -> None:
    zh = "<sub>按</sub><b>钮</b><ph>a<hi>b</hi><sub>c<hi>d</hi></sub></ph><it>e</it>"
    (unit,) = units(tmp_path, tmx(tu(("zh", zh), ("en", "x"))))
    assert unit.zh == "按钮"
    assert dict(unit.properties)["zh/seg"] == (
        '按钮<ph>ab<sub>c<hi>d</hi></sub></ph><it pos="begin">e</it>'
    )
