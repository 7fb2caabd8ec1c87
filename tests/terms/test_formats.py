"""Glossaries as files: what is written, what is read back, and what is refused."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aligner.errors import DuizhaoError, UnknownFormat, UnusableInput, UnwritableOutput
from aligner.files.characters import segment
from aligner.terms import Entry, Variant
from aligner.terms.formats import GlossaryTool, read_glossary, write_glossary
from tests.terms.samples import DRAFT, GLOSSARY, HOSTILE_ENTRY, SUMMIT, TRUMP

WAYS: list[tuple[str, GlossaryTool | None]] = [
    ("g.tsv", None),
    ("g.csv", None),
    ("g.csv", "memoq"),
    ("g.xlsx", None),
    ("g.tbx", None),
    ("g.tbx", "omegat"),
]
"""All but OmegaT's own, which has a line for every variant."""


def terms(entries: list[Entry]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(entry.zh_forms, entry.en_forms) for entry in entries]


@pytest.mark.parametrize("name", ["g.tsv", "g.csv", "g.xlsx", "g.utf8", "g.txt", "g.tbx"])
@pytest.mark.parametrize("term", ['",x"', '"a, b"', '"', '""', '"said"', 'the "x", again'])
def test_terms_in_quotation_marks_come_back(tmp_path: Path, name: str, term: str) -> None:
    path = tmp_path / name
    write_glossary([Entry("說", term), Entry("燈塔", "lighthouse")], path)
    assert [entry.en for entry in read_glossary(path)] == [term, "lighthouse"]


@pytest.mark.parametrize(("name", "tool"), WAYS)
@pytest.mark.parametrize("source", ["zh", "en"])
def test_terms_and_variants_come_back(
    tmp_path: Path, name: str, tool: GlossaryTool | None, source: str
) -> None:
    path = tmp_path / name
    write_glossary(GLOSSARY, path, tool=tool, source="zh" if source == "zh" else "en")
    back = read_glossary(path)
    assert terms(back) == terms(GLOSSARY)
    assert [entry.domain for entry in back] == [entry.domain for entry in GLOSSARY]
    assert [entry.note for entry in back] == [entry.note for entry in GLOSSARY]


@pytest.mark.parametrize("name", ["g.tsv", "g.csv", "g.xlsx"])
def test_our_tables_keep_scores_counts_and_parts_of_speech(tmp_path: Path, name: str) -> None:
    write_glossary([SUMMIT, TRUMP], tmp_path / name)
    back = read_glossary(tmp_path / name)
    assert [(e.score, e.count, e.part_of_speech) for e in back] == [
        (0.7, 3, "noun"),
        (None, 0, "proper noun"),
    ]


def test_omegat_gets_a_line_for_each_variant_and_no_header(tmp_path: Path) -> None:
    path = tmp_path / "g.utf8"
    write_glossary([SUMMIT, Entry("#標籤", "#tag")], path)
    lines = path.read_bytes().decode("utf-8").splitlines()
    assert lines[0].startswith("# ")
    assert [line.split("\t")[:2] for line in lines[1:]] == [
        ["峰會", "summit"],
        ["高峰會", "summit"],
        ["＃標籤", "#tag"],
    ]
    assert terms(read_glossary(path))[:2] == [(("峰會",), ("summit",)), (("高峰會",), ("summit",))]


def test_memoq_gets_its_own_field_names(tmp_path: Path) -> None:
    path = tmp_path / "g.csv"
    write_glossary([SUMMIT], path, tool="memoq", zh_code="zh-CN", en_code="en-GB")
    header = next(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    assert "Chinese_PRC" in header
    assert "English_United_Kingdom" in header


def test_excel_opens_the_table_as_utf8_and_runs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "g.csv"
    write_glossary([HOSTILE_ENTRY], path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    assert not [cell for row in rows[1:] for cell in row if cell[:1] in ("=", "+", "-", "@")]


def test_a_workbook_holds_text_and_no_formula(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    path = tmp_path / "g.xlsx"
    write_glossary([HOSTILE_ENTRY], path)
    sheet = openpyxl.load_workbook(path).active
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "inlineStr"}


def test_tbx_stands_in_the_order_of_its_schema(tmp_path: Path) -> None:
    path = tmp_path / "g.tbx"
    write_glossary([SUMMIT, DRAFT], path)
    root = ET.parse(path).getroot()
    space = "{urn:iso:std:iso:30042:ed-2}"
    assert (root.tag, root.get("type"), root.get("style")) == (f"{space}tbx", "TBX-Basic", "dca")
    concept, other = root.iter(f"{space}conceptEntry")
    assert concept.get("id") != other.get("id")
    assert [child.tag.removeprefix(space) for child in concept] == [
        "descrip",
        "note",
        "langSec",
        "langSec",
    ]
    for section in concept.iter(f"{space}termSec"):
        tags = [child.tag.removeprefix(space) for child in section]
        assert tags == sorted(tags, key=["term", "termNote", "descrip"].index)
    parts = {e.text for e in root.iter(f"{space}termNote") if e.get("type") == "partOfSpeech"}
    assert parts <= {"noun", "verb", "adjective", "adverb", "other"}


def test_a_tbx_without_terms_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(UnwritableOutput):
        write_glossary([], tmp_path / "g.tbx")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("name", "tool"), [*WAYS, ("g.utf8", None), ("g.txt", "omegat")])
def test_hostile_terms_do_no_harm(tmp_path: Path, name: str, tool: GlossaryTool | None) -> None:
    path = tmp_path / name
    write_glossary([HOSTILE_ENTRY, Entry("", "nothing"), SUMMIT], path, tool=tool)
    back = read_glossary(path)
    assert back[0].en == segment(HOSTILE_ENTRY.en)
    assert all(entry.en != "nothing" for entry in back)


FORM = st.text(st.characters(codec="utf-8", exclude_characters="|｜#＃'"), min_size=1, max_size=12)
ZH = FORM.map(lambda text: "漢" + text).map(segment)
EN = FORM.map(lambda text: "w" + text).map(segment)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(ZH, EN, ZH), min_size=1, max_size=4))
@pytest.mark.parametrize(("name", "tool"), [w for w in WAYS if w[0] != "g.xlsx"])
def test_what_is_written_is_read(
    tmp_path: Path, name: str, tool: GlossaryTool | None, rows: list[tuple[str, str, str]]
) -> None:
    entries = [Entry(zh, en, (Variant(other),) if other != zh else ()) for zh, en, other in rows]
    write_glossary(entries, tmp_path / name, tool=tool)
    assert terms(read_glossary(tmp_path / name)) == terms(entries)


@pytest.mark.parametrize("name", ["g.csv", "g.tsv", "g.tbx", "g.xlsx"])
def test_a_term_that_begins_like_a_comment_comes_back(tmp_path: Path, name: str) -> None:
    entries = [SUMMIT, Entry("#標籤", "#tag"), Entry("# 號", "# sign")]
    write_glossary(entries, tmp_path / name)
    assert [(entry.zh, entry.en) for entry in read_glossary(tmp_path / name)][1:] == [
        ("#標籤", "#tag"),
        ("# 號", "# sign"),
    ]


@pytest.mark.parametrize(("name", "tool"), [w for w in WAYS if w[1] != "memoq"])
def test_a_bar_in_a_term_is_the_terms_own(
    tmp_path: Path, name: str, tool: GlossaryTool | None
) -> None:
    write_glossary([Entry("管道", "a|b pipe|")], tmp_path / name, tool=tool)
    assert terms(read_glossary(tmp_path / name)) == [(("管道",), ("a|b pipe|",))]


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("峰會\tsummit\n", "峰會", "summit"),
        ("summit\t峰會\tpolitics\n", "峰會", "summit"),
        ("# comment\n\n峰會\tsummit\n", "峰會", "summit"),
        ("英文,中文\nsummit,峰會\n", "峰會", "summit"),
        ('"English";"Chinese"\n"summit";"峰會"\n', "峰會", "summit"),
        ("id,en-US,zh-TW\n1,summit,峰會\n", "峰會", "summit"),
        ("1\t峰會\tsummit\n2\t停火\tceasefire\n", "峰會", "summit"),
    ],
)
def test_tables_of_others_are_read(tmp_path: Path, text: str, zh: str, en: str) -> None:
    path = tmp_path / "their.txt"
    path.write_text(text, encoding="utf-8")
    assert (read_glossary(path)[0].zh, read_glossary(path)[0].en) == (zh, en)


@pytest.mark.parametrize(
    ("zh", "en", "forms"),
    [
        ("船锚", "anchor; kedge", ["anchor", "kedge"]),
        ("船锚", "anchor；kedge", ["anchor", "kedge"]),
        ("船锚", "anchor/kedge", ["anchor", "kedge"]),
        ("货舱", "cargo hold / hold", ["cargo hold", "hold"]),
        ("船锚", "anchor, kedge", ["anchor", "kedge"]),
        ("船锚", "anchor|kedge", ["anchor", "kedge"]),
        ("船锚", "1. anchor; 2. kedge", ["anchor", "kedge"]),
        ("输入输出", "input/output", ["input/output"]),
        ("进口/出口", "imports/exports", ["imports/exports"]),
        ("交直流", "AC/DC", ["AC/DC"]),
        ("全天候", "24/7", ["24/7"]),
        ("千米每小时", "km/h", ["km/h"]),
        ("渔船", "fishing boat/vessel", ["fishing boat/vessel"]),
        ("威海市", "Weihai, China", ["Weihai, China"]),
        ("红、白", "red, white", ["red, white"]),
        ("码头", "a place, usually of stone, where boats land",
         ["a place, usually of stone, where boats land"]),
        ("千", "1,000", ["1,000"]),
    ],
)  # fmt: skip
def test_synonyms_in_a_cell_are_variants(
    tmp_path: Path, zh: str, en: str, forms: list[str]
) -> None:
    path = tmp_path / "their.tsv"
    path.write_text(f"中文\tEnglish\n{zh}\t{en}\n", encoding="utf-8")
    assert terms(read_glossary(path)) == [((zh,), tuple(forms))]


@pytest.mark.parametrize(
    ("zh", "forms"),
    [
        ("船锚；锚", ["船锚", "锚"]),
        ("船锚/铁锚", ["船锚", "铁锚"]),
        ("是/否", ["是/否"]),
        ("第一、第二产业", ["第一、第二产业"]),
        ("不入虎穴，焉得虎子", ["不入虎穴，焉得虎子"]),
    ],
)
def test_synonyms_in_chinese_are_variants(tmp_path: Path, zh: str, forms: list[str]) -> None:
    path = tmp_path / "their.csv"
    path.write_text(f"术语,译名\n{zh},anchor\n", encoding="utf-8")
    assert terms(read_glossary(path)) == [(tuple(forms), ("anchor",))]


def test_lines_in_a_cell_are_variants_and_remarks_stay_with_their_term(tmp_path: Path) -> None:
    path = tmp_path / "their.csv"
    path.write_text('中文,英文\n码头,"pier\n(in the sea)\nquay"\n', encoding="utf-8")
    assert terms(read_glossary(path)) == [(("码头",), ("pier (in the sea)", "quay"))]


def test_glossaries_of_memoq_and_omegat_have_marks_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "their.csv"
    path.write_text("Entry_ID,Chinese_PRC,English\n1,船锚,a; b|c\n", encoding="utf-8")
    assert terms(read_glossary(path)) == [(("船锚",), ("a; b", "c"))]
    path = tmp_path / "g.utf8"
    write_glossary([Entry("船锚", "anchor; kedge", note="for ships at rest")], path)
    assert terms(read_glossary(path)) == [(("船锚",), ("anchor; kedge",))]


def test_cells_that_excel_quoted_are_read(tmp_path: Path) -> None:
    path = tmp_path / "their.txt"
    path.write_text('中文\t英文\n船锚\t"anchor, kedge"\n舵\t"the ""rudder"""\n', encoding="utf-16")
    assert terms(read_glossary(path)) == [
        (("船锚",), ("anchor", "kedge")),
        (("舵",), ('the "rudder"',)),
    ]


def test_columns_that_nobody_named_are_the_note(tmp_path: Path) -> None:
    path = tmp_path / "their.csv"
    path.write_text("1,航海,船锚,anchor\n2,航海,舵,rudder\n", encoding="utf-8")
    assert [(e.zh, e.en, e.note) for e in read_glossary(path)] == [
        ("船锚", "anchor", "航海"),
        ("舵", "rudder", "航海"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030", "big5hkscs"])
def test_other_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "their.txt"
    rows = "峰會\tsummit\n停火\tceasefire\n燈塔管理員\tlighthouse keeper\n"
    path.write_bytes((rows * 5).encode(encoding))
    assert read_glossary(path)[1].en == "ceasefire"


BOMB = """<?xml version="1.0"?>
<!DOCTYPE martif [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<martif><text><body><termEntry><langSet xml:lang="zh"><tig><term>&b;</term></tig></langSet>
<langSet xml:lang="en"><tig><term>x</term></tig></langSet></termEntry></body></text></martif>"""


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\x01\x02\x03" * 100,
        b"only English words\n",
        "只有中文\n".encode(),
        BOMB.encode(),
        b"<tbx><text><body><conceptEntry>",
        b"<tbx>" + b"<a>" * 5_000,
        b"<html><body>no glossary</body></html>",
        b"PK\x03\x04 and then nothing",
        b'"never closed,\n' * 50,
    ],
)
@pytest.mark.parametrize("name", ["g.txt", "g.tbx", "g.xlsx", "g.csv"])
def test_what_is_no_glossary_is_refused(tmp_path: Path, content: bytes, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UnusableInput):
        read_glossary(path)


def test_a_file_that_is_not_there_or_has_no_known_ending(tmp_path: Path) -> None:
    with pytest.raises(DuizhaoError):
        read_glossary(tmp_path / "nowhere.tbx")
    with pytest.raises(DuizhaoError):
        read_glossary(tmp_path)
    with pytest.raises(UnknownFormat):
        write_glossary(GLOSSARY, tmp_path / "glossary.doc")


def test_a_workbook_that_is_damaged_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "g.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    with pytest.raises(UnusableInput):
        read_glossary(path)


@pytest.mark.skipif(not shutil.which("xmllint"), reason="xmllint is not installed")
@pytest.mark.skipif("TBX3_RNG" not in os.environ, reason="TBX3_RNG names no schema")
def test_tbx_is_valid_by_its_published_schema(tmp_path: Path) -> None:
    path = tmp_path / "g.tbx"
    write_glossary([*GLOSSARY, HOSTILE_ENTRY], path)
    command = ["xmllint", "--nonet", "--noout", "--relaxng", os.environ["TBX3_RNG"], str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
