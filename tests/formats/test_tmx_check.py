"""What is wrong with a TMX file: found by line, told in both languages, whatever the bytes are."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.errors import UnusableInput
from aligner.formats import TOOLS, write_units
from aligner.formats.tmx.validation import SHOWN, Issue
from aligner.formats.tmx.wording import ISSUE_CODES, issue_sentence
from aligner.formats.validation import file_issues
from aligner.unit import Unit
from tests.formats.files import HEADER, LAMP, saved, tmx, tu
from tests.formats.units import units

ZH, EN = ("zh-CN", "灯塔亮了。"), ("en-US", "The lamp was lit.")
BARE = "<tuv xml:lang='zh-CN'><seg>灯</seg></tuv>"

WRONG = [
    ("structure", "version", tmx(LAMP).replace('version="1.4"', 'version="1.1"')),
    ("structure", "misplaced", tmx("<unit/>", LAMP)),
    ("structure", "misplaced", tmx(tu(ZH, ("en-US", "A <b>lamp</b>.")))),
    ("structure", "order", tmx(f"<tu>{BARE}<note>late</note></tu>")),
    ("structure", "order", tmx(LAMP).replace(HEADER, "").replace("</body>", f"</body>{HEADER}")),
    ("structure", "twice", tmx(tu(ZH, EN).replace("</seg>", "</seg><seg>x</seg>", 1))),
    ("structure", "missing", tmx("<tu></tu>")),
    ("structure", "missing", tmx("<tu><tuv xml:lang='zh-CN'></tuv></tu>")),
    ("structure", "missing", tmx(LAMP).replace(HEADER, "")),
    ("attribute", "attribute", tmx(LAMP).replace(' o-tmf="T"', "")),
    ("attribute", "attribute", tmx(tu(ZH, EN, inside="<prop>x</prop>"))),
    ("attribute", "choice", tmx(LAMP).replace('"sentence"', '"line"')),
    ("attribute", "number", tmx(tu(ZH, EN, attributes=' usagecount="many"'))),
    ("date", "date", tmx(tu(ZH, EN, attributes=' creationdate="2024-01-01"'))),
    ("date", "date", tmx(tu(ZH, EN, attributes=' changedate="20241301T000000Z"'))),
    ("code", "no code", tmx("<tu><tuv><seg>灯</seg></tuv></tu>")),
    ("code", "bad code", tmx(tu(("zh CN", "灯。"), ("zh-CN", "灯。"), EN))),
    ("code", "no source", tmx(tu(("zh-TW", "燈。"), EN))),
    ("control", "control", tmx(tu(ZH, ("en-US", "A \x07lamp.")))),
    ("control", "control", tmx(tu(ZH, ("en-US", "A &#x1F;lamp.")))),
]


def issues_of(folder: Path, content: str | bytes) -> list[Issue]:
    return list(file_issues(saved(folder, content)))


def test_a_sound_file_has_no_issues(tmp_path: Path) -> None:
    dated = tu(ZH, EN, inside='<note>n</note><prop type="x-a">b</prop>',
               attributes=' creationdate="20240101T000000Z" usagecount="3"')  # fmt: skip
    tagged = tu(ZH, ("en-US", 'A <bpt i="1">&lt;b></bpt>lamp<ept i="1">&lt;/b></ept>.'))
    assert issues_of(tmp_path, tmx(LAMP, dated, tagged)) == []


def test_the_source_of_a_unit_is_not_that_of_the_units_behind_it(tmp_path: Path) -> None:
    taiwan = tu(("zh-TW", "燈塔亮了。"), EN, attributes=' srclang="zh-TW"')
    assert issues_of(tmp_path, tmx(taiwan, LAMP)) == []
    (issue,) = issues_of(tmp_path, tmx(taiwan, tu(("zh-TW", "燈。"), EN)))
    assert (issue.kind, issue.values) == ("no source", ("zh-CN",))
    assert issues_of(tmp_path, tmx(tu(EN, attributes=' srclang="*all*"'))) == []


@pytest.mark.parametrize(("code", "kind", "content"), WRONG)
def test_a_fault_is_found_and_said(code: str, kind: str, content: str, tmp_path: Path) -> None:
    found = [issue for issue in issues_of(tmp_path, content) if issue.kind == kind]
    assert found
    assert {issue.code for issue in found} == {code}
    assert code in ISSUE_CODES
    assert issue_sentence(found[0], "en").endswith(".")
    assert issue_sentence(found[0], "zh").endswith("。")


def test_a_fault_says_its_line(tmp_path: Path) -> None:
    text = tmx("\n", LAMP, "\n\n", tu(ZH, ("en-US", "A\x08"), attributes=' creationdate="x"'))
    assert [(f.kind, f.line) for f in issues_of(tmp_path, text)] == [("date", 5), ("control", 5)]


@pytest.mark.parametrize("name", ["utf-16", "utf-16-le", "gb18030", "utf-8-sig"])
def test_control_characters_are_seen_in_any_encoding(name: str, tmp_path: Path) -> None:
    before = f'<?xml version="1.0" encoding="{name.removesuffix("-sig")}"?>'
    text = tmx(LAMP, tu(ZH, ("en-US", "A\x08 lamp.")), before=before)
    found = issues_of(tmp_path, text.encode(name))
    assert [(issue.kind, issue.values) for issue in found] == [("control", ("U+0008",))]


def test_what_repeats_is_told_a_few_times_and_counted(tmp_path: Path) -> None:
    found = issues_of(tmp_path, tmx(*[tu(ZH, EN, attributes=' creationdate="x"')] * 50))
    assert [issue.times for issue in found] == [1] * SHOWN + [50 - SHOWN]
    assert "47 more" in issue_sentence(found[-1], "en")
    assert "47" in issue_sentence(found[-1], "zh")


def test_a_tool_is_asked_for_the_codes_it_knows(tmp_path: Path) -> None:
    path = saved(tmp_path, tmx(tu(("zh-Hans", "灯。"), EN)).replace("zh-CN", "zh-Hans"))
    assert [issue.kind for issue in file_issues(path, TOOLS["trados"])] == ["tool"]
    assert [issue.values[1] for issue in file_issues(path, TOOLS["weblate"])] == ["en-US"]


def test_another_format_has_no_issues_of_a_tmx(tmp_path: Path) -> None:
    assert issues_of(tmp_path, "灯。\tA lamp.\n") == []
    assert issues_of(tmp_path, "<html><tmx/></html>") == []


@pytest.mark.parametrize(
    "content",
    [
        "",
        tmx(LAMP)[:-20],
        '<!DOCTYPE tmx [<!ENTITY a "b">]>' + tmx(LAMP, before=""),
        '<tmx version="1.4">' + "<a>" * 10_000,
        "<tmx><",
    ],
)
def test_what_cannot_be_read_is_refused(content: str, tmp_path: Path) -> None:
    with pytest.raises(UnusableInput):
        issues_of(tmp_path, content)


@settings(max_examples=30)
@given(made=st.lists(units(), min_size=1, max_size=4))
def test_what_is_written_has_no_issues(
    made: list[Unit], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("written") / "a.tmx"
    write_units(made, path)
    assert [f for f in file_issues(path) if f.kind != "no source"] == []


@settings(max_examples=60)
@given(noise=st.binary(max_size=200), place=st.integers(0, 400))
def test_any_bytes_give_faults_or_a_sentence(
    noise: bytes, place: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    whole = tmx(LAMP).encode()
    path = saved(tmp_path_factory.mktemp("noise"), whole[:place] + noise + whole[place:])
    with suppress(UnusableInput):
        for issue in file_issues(path):
            assert issue_sentence(issue, "en") != issue_sentence(issue, "zh")
