"""Reports of a check: what they hold, how places are marked, and what stays accepted."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.cell.rich_text import TextBlock

from aligner.check_report import (
    Entry,
    Noted,
    Report,
    gathering,
    read_accepted,
    report_form_of,
    write_report,
)
from aligner.check_report.marking import marked
from aligner.check_report.unit_texts import UnitTexts
from aligner.checks import CODES, check_pair, describe, sentence
from aligner.errors import UnknownFormat, UnusableInput
from aligner.wording import UiLanguage

PAIRS = (
    ("港口有三十二艘船。", "There are 23 ships in the harbour."),
    ("她 关上了门。", "She closed the door."),
    ("=1+1 <b>茶\x02，真好", "=1+1 <i>tea\ud83d, good \x1b"),
    ("港口有三十二艘船。", "There are 23 ships in the harbour."),
)


def report_of(
    folder: Path, accepted: dict[str, str] | None = None, lang: UiLanguage = "en"
) -> list[Path]:
    """Check the pairs and write the report in every form."""
    paths = [folder / f"report.{ending}" for ending in ("html", "xlsx", "json", "xml")]
    with gathering(accepted or {}) as gathered:
        found: dict[str, int] = {}
        for number, (zh, en) in enumerate(PAIRS, start=1):
            gathered.add_unit(zh, en, "zh-CN")
            for finding in check_pair(zh, en):
                if gathered.add_finding(number, finding, sentence(finding, lang)):
                    found[finding.code] = found.get(finding.code, 0) + 1
        report = Report(
            "harbour <1>.tmx",
            len(PAIRS),
            found,
            gathered.entries,
            {code: describe(code, lang) for code in CODES},
            silenced=frozenset(("width",)),
            accepted=gathered.accepted,
            remarks=("Left out: 3 texts.",),
            zh_code=gathered.zh_code,
            lang=lang,
        )
        for path in paths:
            write_report(report, path)
    return paths


def rows_of(path: Path) -> list[tuple[object, ...]]:
    sheet = openpyxl.load_workbook(path, rich_text=True).active
    assert sheet is not None
    return [tuple(row) for row in sheet.iter_rows(values_only=True)]


def test_json_has_all_findings_with_whole_texts_and_their_places(tmp_path: Path) -> None:
    data = json.loads(report_of(tmp_path)[2].read_text(encoding="utf-8"))
    assert data["findings"] == len(data["entries"]) == sum(data["counts"].values())
    assert data["remarks"] == ["Left out: 3 texts."]
    first = data["entries"][0]
    assert (first["unit"], first["kind"], first["code"]) == (1, "number", "number")
    assert (first["zh"], first["en"]) == PAIRS[0]
    assert first["zh"][slice(*first["zh_span"])] == "三十二"
    assert first["en"][slice(*first["en_span"])] == "23"
    assert {(e["zh"], e["en"]) for e in data["entries"]} <= set(PAIRS)


def test_kinds_stand_together_the_most_first(tmp_path: Path) -> None:
    entries = json.loads(report_of(tmp_path)[2].read_text(encoding="utf-8"))["entries"]
    assert [e["unit"] for e in entries if e["kind"] == "number"] == [1, 4]
    kinds = [e["kind"] for e in entries]
    counts = [kinds.count(kind) for kind in dict.fromkeys(kinds)]
    assert counts == sorted(counts, reverse=True)
    assert kinds == sorted(kinds, key=kinds.index)


@pytest.mark.parametrize("lang", ["en", "zh", "zh-Hant"])
def test_the_page_marks_places_and_lets_no_text_become_markup(
    tmp_path: Path, lang: UiLanguage
) -> None:
    page = report_of(tmp_path, lang=lang)[0].read_text(encoding="utf-8")
    assert "有<mark>三十二</mark>艘船。" in page
    assert "她<mark>␣</mark>关上了门。" in page
    assert "harbour &lt;1&gt;.tmx" in page
    assert "<b>" not in page
    assert not re.search(r"<script|https?://|src=", page)
    assert "Left out: 3 texts." in page
    assert 'lang="zh-CN">' in page
    if lang != "en":
        assert not re.search("Findings|Units|[一-鿿]:", page)


def test_a_page_says_how_many_findings_of_a_kind_it_leaves_out() -> None:
    count = 2_345

    def entries() -> Iterator[Entry]:
        for number in range(1, count + 1):
            yield Entry(Noted("number", f"No. {number}.", number), "甲", "A")

    page = io.BytesIO()
    report = Report("a.tmx", count, {"number": count}, entries, {})
    report_form_of(Path("a.html")).write(report, page)
    text = page.getvalue().decode()
    assert text.count('<th scope="row">') == 2_000
    assert "not on this page: 345." in text
    assert ">2,345 numbers<" in text


def test_the_workbook_has_a_row_a_finding_with_its_place_in_bold(tmp_path: Path) -> None:
    header, *rows = rows_of(report_of(tmp_path)[1])
    assert header[-2:] == ("Why accepted", "Key")
    bold = [part for part in rows[0][5] if isinstance(part, TextBlock)]  # type: ignore[attr-defined]
    assert [(part.text, part.font.b) for part in bold] == [("三十二", True)]
    assert str(rows[0][5]) == PAIRS[0][0]
    assert rows[-1][4] == "Left out: 3 texts."


def test_no_cell_of_the_workbook_is_a_formula(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(report_of(tmp_path)[1]).active
    assert sheet is not None
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


def test_junit_counts_what_it_holds(tmp_path: Path) -> None:
    path = report_of(tmp_path)[3]
    suite = ElementTree.parse(path).getroot()[0]
    cases = suite.findall("testcase")
    assert suite.get("name") == "harbour <1>.tmx"
    assert int(suite.get("tests", "")) == len(cases)
    assert int(suite.get("failures", "")) == len(suite.findall("testcase/failure")) > 0
    assert int(suite.get("skipped", "")) == len(suite.findall("testcase/skipped")) == 1
    assert {case.get("classname") for case in cases} == set(CODES)


def test_a_report_without_findings_says_so(tmp_path: Path) -> None:
    report = Report("a.tmx", 7, {}, lambda: (), {"number": "numbers"})
    for ending in ("html", "xlsx", "json", "xml"):
        write_report(report, tmp_path / f"r.{ending}")
    assert "Nothing was found." in (tmp_path / "r.html").read_text(encoding="utf-8")
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["entries"] == []
    root = ElementTree.parse(tmp_path / "r.xml").getroot()
    assert (root.get("tests"), root.get("failures")) == ("1", "0")


def test_writing_says_how_far_it_is(tmp_path: Path) -> None:
    said: list[tuple[str, int, int]] = []
    entries = [Entry(Noted("number", "x", n), "甲", "A") for n in (1, 2, 3)]
    report = Report("a.tmx", 3, {"number": 3}, lambda: entries, {})
    write_report(report, tmp_path / "r.json", lambda *step: said.append(step))
    assert said == [("writing", 0, 3), ("writing", 1, 3), ("writing", 2, 3)]


def fill_in(path: Path, reason: str) -> int:
    """Write a reason beside the first finding of a report; return its unit."""
    if path.suffix == ".json":
        data = json.loads(path.read_text(encoding="utf-8"))
        data["entries"][0]["accepted"] = reason
        path.write_text(json.dumps(data), encoding="utf-8")
        return int(data["entries"][0]["unit"])
    book = openpyxl.load_workbook(path)
    assert book.active is not None
    book.active.cell(row=2, column=8, value=reason)
    book.save(path)
    return int(str(book.active.cell(row=2, column=1).value))


@pytest.mark.parametrize("lang", ["en", "zh", "zh-Hant"])
@pytest.mark.parametrize("form", [1, 2])
def test_what_was_accepted_stays_accepted_and_is_listed(
    tmp_path: Path, form: int, lang: UiLanguage
) -> None:
    paths = report_of(tmp_path, lang=lang)
    assert read_accepted(paths[form]) == {}
    before = json.loads(paths[2].read_text(encoding="utf-8"))["findings"]
    fill_in(paths[form], "原作如此 & so")
    accepted = read_accepted(paths[form])
    assert list(accepted.values()) == ["原作如此 & so"]
    again = report_of(tmp_path, accepted, lang)
    data = json.loads(again[2].read_text(encoding="utf-8"))
    # The pair stands there twice, and what is accepted of it is accepted in both places.
    assert (data["findings"], data["accepted"]) == (before - 2, 2)
    assert [e["accepted"] for e in data["entries"][-2:]] == ["原作如此 & so"] * 2
    assert unescape(again[0].read_text(encoding="utf-8")).count("原作如此 & so") == 2
    suite = ElementTree.parse(again[3]).getroot()[0]
    assert len(suite.findall("testcase/skipped[@message='原作如此 & so']")) == 2
    assert read_accepted(again[form]) == accepted


def test_a_changed_text_opens_its_finding_again(tmp_path: Path) -> None:
    zh, en = PAIRS[0]
    with gathering({}) as gathered:
        for number, text in enumerate((en, en.replace("ships", "boats"), en), start=1):
            gathered.add_unit(zh, text)
            gathered.add_finding(number, check_pair(zh, text)[0], "")
        first, changed, last = (entry.noted.key for entry in gathered.entries())
    assert first == last != changed


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b'{"entries": 1}',
        b'{"entries": [1]}',
        b'{"entries": [{"accepted": "x"}]}',
        b"PK\x03\x04 not a workbook",
        b"\xff\xfe\x00",
        b"[" * 100_000,
    ],
)
def test_what_is_no_report_is_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "report.json"
    path.write_bytes(content)
    with pytest.raises(UnusableInput, match=re.escape(str(path))):
        read_accepted(path)


def test_a_workbook_of_something_else_is_refused(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "a.xlsx")
    with pytest.raises(UnusableInput, match="no report of duizhao check"):
        read_accepted(tmp_path / "a.xlsx")


def test_another_ending_is_refused_with_those_that_there_are(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat, match=r"\.html, \.xlsx, \.json, \.xml"):
        write_report(Report("a", 0, {}, lambda: (), {}), tmp_path / "a.docx")


@given(st.text(max_size=60), st.data())
def test_a_place_divides_its_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    parts = marked(text, (start, end))
    assert (parts.before, parts.behind) == (text[:start], text[end:])
    assert all(one.isprintable() or one == "\u3000" for one in parts.place)
    assert marked(text, None) == (text, "", "")


def test_of_a_very_long_text_what_stands_around_the_place_is_shown() -> None:
    text = "字" * 50_000 + "錯" + "字" * 50_000
    before, place, behind = marked(text, (50_000, 50_001))
    assert place == "錯"
    assert (before[0], behind[-1]) == ("…", "…")
    assert len(before) + len(behind) < 2_000
    assert len(marked(text, None).before) == 2_001


def test_texts_are_found_again_whatever_was_asked_in_between(tmp_path: Path) -> None:
    from contextlib import ExitStack

    with ExitStack() as stack:
        texts = UnitTexts(tmp_path, stack)
        for number in range(1, 60):
            texts.add(f"甲{number}", f"a\ud83d{number}")
            asked = number // 2
            assert texts.of(asked) == ((f"甲{asked}", f"a\ud83d{asked}") if asked else ("", ""))
