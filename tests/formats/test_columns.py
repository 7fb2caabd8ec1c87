"""Columns of tables as clients and tools make them: found, chosen, or refused in a sentence."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from aligner import align_article
from aligner.errors import UnusableInput
from aligner.formats import PreferredCodes, judge_columns, read_units
from aligner.terms import read_glossary
from aligner.unit import Unit

Row = Sequence[str | None]

LINES = (
    ("老船长把门关上了。", "The old captain closed the door."),
    ("下午开始下雨。", "It began to rain in the afternoon."),
    ("谁也没有回答她的问题。", "Nobody answered her question."),
    ("桥在夜里是关闭的。", "The bridge is closed at night."),
)
LABELS = (
    ("删除图片", "Delete the picture"),
    ("登录失败", "Login failed"),
    ("请输入密码", "Enter your password"),
    ("设置", "Settings"),
)
TERMS = (("船锚", "anchor"), ("舵", "rudder"), ("救生艇", "lifeboat"), ("风暴", "storm"))


def table(order: str, pairs: Sequence[tuple[str, str]], *others: Sequence[str]) -> list[Row]:
    """Return rows: `z` and `e` stand for the texts, digits for other columns, `-` for none."""
    return [
        [
            zh
            if mark == "z"
            else en
            if mark == "e"
            else ""
            if mark == "-"
            else others[int(mark)][n]
            for mark in order
        ]
        for n, (zh, en) in enumerate(pairs)
    ]


KEYS = ("IMG_DELETE", "LOGIN_FAILED", "PASSWORD_ASK", "SETTINGS")
CAMELS = ("deleteImage", "loginFailed", "passwordAsk", "settings")
DOTTED = ("image.delete", "login.failed", "password.ask", "menu.settings")
WORDS_AS_KEYS = ("remove", "failure", "secret", "menu")
USERS = ("zhou", "zhou", "lin", "zhou")
NAMES = ("周明", "周明", "林芳", "周明")
NUMBERS = ("1", "2", "3", "4")
CODES = ("S-0012", "S-0013", "S-0017", "S-0021")
GROUPS = ("Ship", "Ship", "Rescue", "Weather")
ZH_GROUPS = ("船舶", "船舶", "救援", "天气")
PARTS = ("noun", "noun", "noun", "noun")
ZH_PARTS = ("名词", "名词", "名词", "名词")
DATES = ("2024-03-01", "2024-03-01", "2024-03-02", "2024-03-05")
DEFINITIONS = (
    "A heavy thing of iron that holds a ship in its place.",
    "A flat piece at the back by which a ship is steered.",
    "A small boat in which people leave a sinking ship.",
    "Very strong wind, often with rain and high waves.",
)
REMARKS = ("", "", "check the tense", "")
ZH_REMARKS = ("", "", "这里要再看看", "")
CHAPTERS = ("Part one", "Part one", "Part two", "Part two")


@dataclass(frozen=True)
class Case:
    """A table that somebody might send."""

    name: str
    rows: list[Row]
    pairs: Sequence[tuple[str, str]]
    kind: str = "csv"
    codes: tuple[str, str] = ("", "")


def case(
    name: str, head: Sequence[Row], order: str, pairs: Sequence[tuple[str, str]],
    *others: Sequence[str], kind: str = "csv", codes: tuple[str, str] = ("", ""),
) -> Case:  # fmt: skip
    return Case(name, [*head, *table(order, pairs, *others)], pairs, kind, codes)


CASES = [
    case("keys first, no head", [], "0ze", LABELS, KEYS),
    case("keys last, no head", [], "ze0", LABELS, DOTTED, kind="tsv"),
    case("keys of a program", [], "0ez", LABELS, CAMELS),
    case("keys that are words", [["Key", "Chinese", "English"]], "0ze", LABELS, WORDS_AS_KEYS),
    case("keys that are words, no head", [], "0ze", LABELS, WORDS_AS_KEYS, kind="xlsx"),
    case("user first", [], "0ze", LINES, USERS, kind="tsv"),
    case("user in Chinese last", [], "ez0", LINES, NAMES),
    case("translator named", [["译者", "原文", "译文"]], "0ze", LINES, NAMES, kind="xlsx"),
    case("row numbers", [["No.", "港口用语", "Harbour wording"]], "0ze", LINES, NUMBERS),
    case("numbers, date, user", [], "012ez", LINES, NUMBERS, DATES, USERS, kind="tsv"),
    case("code of the segment", [["Segment ID", "EN", "CN"]], "0ez", LINES, CODES),
    case("Traditional words", [["來源文字", "翻譯文字"]], "ze", LINES, kind="xlsx"),
    case("speakers", [["Speaker", "台词", "Line (EN)"]], "0ze", LINES, NAMES),
    case("chapter first", [], "0ez", LINES, CHAPTERS, kind="xlsx"),
    case("remarks in English", [], "ze0", LINES, REMARKS),
    case("remarks in Chinese", [], "ze0", LINES, ZH_REMARKS, kind="xlsx"),
    case("yuanwen, yiwen", [["原文", "译文"]], "ez", LINES, kind="xlsx"),
    case("yuanwen, yiwen in traditional", [["原文", "譯文"]], "ze", LINES),
    case("CN, EN", [["CN", "EN"]], "ze", LINES, kind="tsv"),
    case("source, target", [["Source", "Target"]], "ez", LINES),
    case("source and target text", [["Source text", "Target text"]], "ze", LINES, kind="tsv"),
    case("regions", [["英文（英国）", "繁體中文(台灣)"]], "ez", LINES, codes=("zh-TW", "en-GB")),
    case("simplified", [["简体中文", "英文"]], "ze", LINES, kind="tsv", codes=("zh-CN", "")),
    case("Windows", [["ENU", "CHS"]], "ez", LABELS, codes=("zh-CN", "en-US")),
    case(
        "memoQ", [["Chinese_PRC", "English_United_Kingdom"]], "ze", LINES, codes=("zh-CN", "en-GB")
    ),
    case("codes", [["zh-Hans", "en-GB"]], "ze", LINES, kind="xlsx", codes=("zh-Hans", "en-GB")),
    case(
        "brackets",
        [["Key", "Source (English)", "Target (Chinese Simplified)"]],
        "0ez",
        LABELS,
        KEYS,
        codes=("zh-CN", ""),
    ),
    case("one language and a side", [["中文", "Translation"]], "ze", LINES),
    case("title above", [["港务局 2024", None], ["原文", "译文"]], "ze", LINES, kind="xlsx"),
    case(
        "titles and an empty row",
        [["Client: North Harbour", None, None], [None] * 3, ["ID", "中文", "English"]],
        "0ze",
        LINES,
        CODES,
        kind="xlsx",
    ),
    case(
        "facts above",
        [["客户", "North Harbour Ltd", ""], ["日期", "2024-05-02", ""], ["原文", "译文", "备注"]],
        "ze0",
        LINES,
        REMARKS,
    ),
    case(
        "sep line",
        [["sep=;"], ["zh-TW", "en-US"]],
        "ze",
        LINES,
        kind=";",
        codes=("zh-TW", "en-US"),
    ),
    case("two lines of head", [["源语言", "目标语言"], ["英文", "中文"]], "ez", LINES),
    case("merged titles", [["双语表", "双语表"], ["英文", "中文"]], "ez", LINES, kind="xlsx"),
    case("empty first column", [["", "中文", "英文"]], "-ze", LINES, kind="xlsx"),
    case("empty column between", [], "z-e", LINES),
    case("Weblate", [["location", "source", "target", "ID"]], "-ez0", LABELS, KEYS),
    case("category first", [["Category", "术语", "Translation"]], "0ze", TERMS, GROUPS),
    case("category in Chinese, no head", [], "0ze", TERMS, ZH_GROUPS, kind="tsv"),
    case("two labels", [["类别", "词性", "中文", "英文"]], "01ze", TERMS, ZH_GROUPS, ZH_PARTS),
    case("part of speech, no head", [], "z0e", TERMS, PARTS, kind="xlsx"),
    case("definitions", [["Term", "译名", "Definition"]], "ez0", TERMS, DEFINITIONS),
    case("definitions, no head", [], "ez0", TERMS, DEFINITIONS, kind="tsv"),
]  # fmt: skip
GLOSSARIES = [one for one in CASES if one.pairs is TERMS]


def written(folder: Path, rows: list[Row], kind: str) -> Path:
    """Write rows as a workbook, or as text with a comma, a tab or another mark between cells."""
    if kind == "xlsx":
        from openpyxl import Workbook

        book = Workbook()
        for row in rows:
            book.active.append(list(row))
        book.save(folder / "their.xlsx")
        return folder / "their.xlsx"
    buffer = io.StringIO()
    mark = {"csv": ",", "tsv": "\t"}.get(kind, kind)
    csv.writer(buffer, delimiter=mark).writerows(rows)
    path = folder / f"their.{'tsv' if kind == 'tsv' else 'csv'}"
    path.write_text(buffer.getvalue(), encoding="utf-8")
    return path


def texts(units: Sequence[Unit]) -> list[tuple[str, str]]:
    return [(unit.zh, unit.en) for unit in units]


@pytest.mark.parametrize("one", CASES, ids=lambda one: one.name)
def test_the_columns_of_a_table_are_found(tmp_path: Path, one: Case) -> None:
    units = list(read_units(written(tmp_path, one.rows, one.kind)))
    assert texts(units) == list(one.pairs)
    assert {(unit.zh_code, unit.en_code) for unit in units} == {one.codes}


@pytest.mark.parametrize("one", GLOSSARIES, ids=lambda one: one.name)
def test_the_columns_of_a_glossary_are_found(tmp_path: Path, one: Case) -> None:
    entries = read_glossary(written(tmp_path, one.rows, one.kind))
    assert [(entry.zh, entry.en) for entry in entries] == list(one.pairs)


def test_there_are_at_least_forty_tables() -> None:
    assert len(CASES) >= 40


RIVALS = [
    ("老船长把门关上了。", "The old captain closed the door.", "The old skipper shut the door."),
    ("下午开始下雨。", "It began to rain in the afternoon.", "In the afternoon it began to rain."),
    ("桥在夜里是关闭的。", "The bridge is closed at night.", "At night the bridge is shut."),
]


@pytest.mark.parametrize("kind", ["csv", "tsv", "xlsx"])
def test_two_translations_are_refused_with_the_option_that_chooses(
    tmp_path: Path, kind: str
) -> None:
    path = written(tmp_path, [list(row) for row in RIVALS], kind)
    with pytest.raises(UnusableInput, match=r"B \(The old captain.*\) and C.*--en-column B or"):
        list(read_units(path))
    with pytest.raises(UnusableInput, match="--en-column C"):
        read_glossary(path)
    for said, place in (("B", 1), ("b", 1), ("3", 2), ("C", 2)):
        units = list(read_units(path, en_column=said))
        assert texts(units) == [(row[0], row[place]) for row in RIVALS]
        assert units[0].properties == ((f"x-column-{'CB'[place - 1]}", RIVALS[0][3 - place]),)


def test_the_same_text_in_both_scripts_is_refused(tmp_path: Path) -> None:
    rows: list[Row] = [("关门了。", "關門了。", "It was closed."), ("开船", "開船", "to set sail")]
    with pytest.raises(UnusableInput, match=r"may be the Chinese.*--zh-column A or --zh-column B"):
        list(read_units(written(tmp_path, rows, "csv")))


def test_columns_are_chosen_by_the_names_of_the_head(tmp_path: Path) -> None:
    rows: list[Row] = [("Fassung", "Draft", "Final"), *((row[0], row[1], row[2]) for row in RIVALS)]
    path = written(tmp_path, rows, "xlsx")
    assert texts(list(read_units(path, en_column="final"))) == [(r[0], r[2]) for r in RIVALS]
    with pytest.raises(UnusableInput, match=r"no column 'Last' for --en-column; it has A"):
        list(read_units(path, en_column="Last"))
    with pytest.raises(UnusableInput, match="both name column B"):
        list(read_units(path, zh_column="B", en_column="2"))


def test_a_choice_overrules_the_head(tmp_path: Path) -> None:
    rows: list[Row] = [("zh-CN", "en-US", "zh-TW"), ("关门", "closed", "關門")]
    path = written(tmp_path, rows, "csv")
    unit = next(read_units(path, zh_column="zh-TW"))
    assert (unit.zh, unit.zh_code, unit.properties) == ("關門", "zh-TW", (("zh-CN", "关门"),))
    assert read_glossary(path)[0].zh_forms == ("关门", "關門")
    assert read_glossary(path, zh_column="C")[0].zh_forms == ("關門",)


def test_sheets_without_the_chosen_column_are_passed_over(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["read me", "first"])
    sheet = book.create_sheet()
    for row in [("Text", "Draft", "Final"), *RIVALS]:
        sheet.append(row)
    book.save(tmp_path / "two.xlsx")
    units = list(read_units(tmp_path / "two.xlsx", en_column="Final"))
    assert [unit.en for unit in units] == [row[2] for row in RIVALS]


def test_nothing_of_a_row_is_lost(tmp_path: Path) -> None:
    rows: list[Row] = [
        ("港口", None, None, None),
        ("中文", "English", "Remark", None),
        ("船锚", "anchor", "heavy", None),
        ("舵", "rudder", None, "by Lin"),
    ]
    first, second = read_units(written(tmp_path, rows, "csv"))
    assert (first.note, first.properties) == ("heavy", (("x-table-title", "港口"),))
    assert second.properties == (("x-column-D", "by Lin"),)


def test_a_head_that_stands_there_again_is_no_unit(tmp_path: Path) -> None:
    rows: list[Row] = [("原文", "译文"), *LINES, ("原文", "译文"), *LABELS]
    assert texts(list(read_units(written(tmp_path, rows, "csv")))) == [*LINES, *LABELS]


def test_a_table_with_nothing_but_a_head_holds_no_unit(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="holds no translation unit"):
        list(read_units(written(tmp_path, [("zh", "en")], "tsv")))


def test_words_of_other_tools_for_a_status_are_kept(tmp_path: Path) -> None:
    rows: list[Row] = [("中文", "English", "状态", "Score"), ("锚", "anchor", "已翻译", "good")]
    (unit,) = read_units(written(tmp_path, rows, "csv"))
    assert unit.properties == (("status", "已翻译"), ("confidence", "good"))


def test_cells_beyond_the_rows_that_were_judged_are_kept(tmp_path: Path) -> None:
    lines = [f"船{n},ship {n}\n" for n in range(250)]
    path = tmp_path / "long.csv"
    path.write_text("".join([*lines, "锚,anchor,of iron\n"]), encoding="utf-8")
    *_, last = read_units(path)
    assert last.properties == (("x-column-C", "of iron"),)


def test_the_tables_of_wordfast_are_read(tmp_path: Path) -> None:
    head = "%20240301~101500\t%User ID,ZM\t%TU=00000002\t%ZH-CN\t%Wordfast TM v.5\t%EN-GB\t%---\n"
    row = "20240301~1015{n:02}\tZM\t0\tZH-CN\t{zh}\tEN-GB\t{en}\n"
    path = tmp_path / "wf.txt"
    text = head + "".join(row.format(n=n, zh=zh, en=en) for n, (zh, en) in enumerate(LINES))
    path.write_bytes(text.encode("utf-16"))
    units = list(read_units(path))
    assert texts(units) == list(LINES)
    assert (units[0].zh_code, units[0].en_code) == ("ZH-CN", "EN-GB")
    assert units[0].properties == (("date", "20240301~101500"), ("user", "ZM"), ("uses", "0"))


def test_an_article_in_columns_has_the_same_judge(tmp_path: Path) -> None:
    rows = [["编号", "原文", "译文"], *table("0ze", LINES, WORDS_AS_KEYS)]
    path = written(tmp_path, rows, "tsv")
    article = align_article(path).article
    assert [sentence.text for sentence in article.zh.sentences] == [zh for zh, _ in LINES]
    assert [sentence.text for sentence in article.en.sentences] == [en for _, en in LINES]
    assert len(article.leftovers) == 3 + len(LINES)
    path = written(tmp_path, [list(row) for row in RIVALS], "tsv")
    with pytest.raises(UnusableInput, match="--en-column"):
        align_article(path)
    english = align_article(path, en_column="C").article.en
    assert english.sentences[0].text == RIVALS[0][2]


@pytest.mark.parametrize(
    ("head", "source"),
    [
        (("原文", "译文"), "zh"),
        (("Target", "Source"), "en"),
        (("中文", "English"), None),
        (("译文（中文）", "English"), "en"),
    ],
)
def test_a_head_says_what_is_translated_from(
    tmp_path: Path, head: tuple[str, str], source: str | None
) -> None:
    found = judge_columns([head, *LINES], PreferredCodes(), tmp_path)
    assert found is not None
    assert found.source == source


@pytest.mark.parametrize("count", [1, 4])
def test_codes_in_every_row_are_no_head(tmp_path: Path, count: int) -> None:
    rows: list[Row] = [("zh-CN", zh, "en-GB", en) for zh, en in LINES[:count]]
    units = list(read_units(written(tmp_path, rows, "tsv")))
    assert texts(units) == list(LINES[:count])
    assert (units[0].zh_code, units[0].en_code, units[0].properties) == ("zh-CN", "en-GB", ())


def test_data_that_looks_like_names_is_data(tmp_path: Path) -> None:
    rows: list[Row] = [("备注", "note"), ("状态", "status"), ("作者", "author"), ("编号", "ID")]
    assert len(list(read_units(written(tmp_path, rows, "csv")))) == 4
