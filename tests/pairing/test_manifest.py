"""A plan as a list: written, corrected in a spreadsheet, and read."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.errors import UnusableInput, UnwritableOutput
from aligner.pairing import (
    Origin,
    Plan,
    PlannedPair,
    Unreadable,
    make_plan,
    read_manifest,
    write_manifest,
)
from aligner.pairing.ids import safe
from tests.pairing.folders import EN, ZH, names, write

HEAD = "id\tzh\ten\torigin\tscore\tnote\toptions"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {"texts/a_zh.txt": ZH[0], "texts/a_en.txt": EN[0], "texts/b.txt": f"{ZH[1]}\n{EN[1]}"}
    return write(tmp_path, files)


def listed(folder: Path, text: str | bytes, name: str = "list.tsv") -> Plan:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_manifest(path)


@pytest.mark.parametrize("name", ["list.tsv", "list.csv", "list.jsonl", "lists/list.tsv"])
def test_a_plan_that_is_given_back_says_the_same(folder: Path, name: str) -> None:
    plan = make_plan([folder / "texts"])
    (folder / "lists").mkdir()
    write_manifest(plan, folder / name)
    back = read_manifest(folder / name)
    expected = [replace(pair, origin=Origin.MANIFEST) for pair in plan.pairs]
    assert [resolved(pair) for pair in back.pairs] == expected
    assert not back.failed


def resolved(pair: PlannedPair) -> PlannedPair:
    """A pair whose paths have no `..` in them."""
    zh, en, article = (path and path.resolve() for path in (pair.zh, pair.en, pair.article))
    return replace(pair, zh=zh, en=en, article=article)


def test_excel_sees_which_encoding_a_table_has(folder: Path) -> None:
    write_manifest(make_plan([folder / "texts"]), folder / "list.tsv")
    lines = (folder / "list.tsv").read_bytes().decode().split("\r\n")
    assert lines[0] == "\ufeff" + HEAD
    assert lines[1] == "a\ttexts/a_zh.txt\ttexts/a_en.txt\tname\t\t\t"


def test_no_cell_is_a_formula_to_a_spreadsheet(tmp_path: Path) -> None:
    write(tmp_path, {"=1+1_zh.txt": ZH[0], "=1+1_en.txt": EN[0], "-a.txt": ZH[0], "@b.txt": "7"})
    plan = make_plan([tmp_path])
    write_manifest(plan, tmp_path / "list.tsv")
    rows = (tmp_path / "list.tsv").read_text(encoding="utf-8-sig").splitlines()
    cells = [cell for row in rows for cell in row.split("\t")]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert read_manifest(tmp_path / "list.tsv").pairs[0].zh == tmp_path / "=1+1_zh.txt"


def test_what_is_in_no_pair_stands_in_the_list_and_is_passed_over(tmp_path: Path) -> None:
    plan = Plan(
        (PlannedPair("a", article=tmp_path / "a.txt"),),
        unpaired=(tmp_path / "b.txt", tmp_path / "c.txt"),
        failed=(Unreadable(tmp_path / "d.docx", "It is damaged."),),
        ignored=(tmp_path / ".hidden",),
        same_content=((tmp_path / "a.txt", tmp_path / "c.txt"),),
    )
    write(tmp_path, {"a.txt": "text"})
    write_manifest(plan, tmp_path / "list.tsv")
    lines = (tmp_path / "list.tsv").read_text(encoding="utf-8-sig").splitlines()[2:]
    assert lines == [
        "# unpaired\tb.txt\t\t\t\t\t",
        "# unpaired\tc.txt\t\t\t\tc.txt says the same as a.txt.\t",
        "# failed\td.docx\t\t\t\tIt is damaged.\t",
        "# ignored\t.hidden\t\t\t\thidden\t",
    ]
    write_manifest(plan, tmp_path / "list.jsonl")
    for name in ("list.tsv", "list.jsonl"):
        assert [pair.id for pair in read_manifest(tmp_path / name).pairs] == ["a"]


@pytest.mark.parametrize(
    "text",
    [
        f"\ufeff{HEAD}\r\nmine\ttexts/a_zh.txt\ttexts/a_en.txt\tname\t\t\t\r\n",
        "zh;en;id\ntexts/a_zh.txt;texts/a_en.txt;mine\n",
        'id,中文,英文\nmine,"texts/a_zh.txt","texts/a_en.txt"\n\n,,\n',
        "\n# made by hand\nID\tZH\tEN\nmine\ttexts/a_zh.txt\ttexts/a_en.txt",
    ],
)
def test_a_list_is_read_however_a_spreadsheet_saves_it(folder: Path, text: str) -> None:
    (pair,) = listed(folder, text).pairs
    assert (pair.id, pair.origin) == ("mine", Origin.MANIFEST)
    assert (pair.zh, pair.en) == (folder / "texts/a_zh.txt", folder / "texts/a_en.txt")


@pytest.mark.parametrize("encoding", ["utf-16", "gb18030", "big5hkscs"])
def test_a_list_in_an_encoding_of_the_system_is_read(tmp_path: Path, encoding: str) -> None:
    write(tmp_path, {"我的第一章中文.txt": ZH[0], "我的第一章英文.txt": EN[0]})
    text = "id\tzh\ten\n的一是不\t我的第一章中文.txt\t我的第一章英文.txt\n"
    plan = listed(tmp_path, text.encode(encoding))
    assert not plan.failed
    assert plan.pairs[0].id == "的一是不"


def test_two_columns_need_no_head_and_ids_are_made(folder: Path) -> None:
    text = "texts/a_zh.txt\ttexts/a_en.txt\ntexts/b.txt\t\n"
    plan = listed(folder, text)
    assert [pair.id for pair in plan.pairs] == ["a", "b"]
    assert plan.pairs[1].article == folder / "texts/b.txt"


def test_options_of_a_line_are_its_own(folder: Path) -> None:
    text = (
        f"{HEAD}\na\ttexts/a_zh.txt\ttexts/a_en.txt\t\t\tlook\tlevel=paragraph; chapters=map.txt\n"
    )
    (pair,) = listed(folder, text).pairs
    assert pair.options == {"level": "paragraph", "chapters": str(folder / "map.txt")}
    assert pair.note == "look"
    json = '{"zh": "texts/a_zh.txt", "en": "texts/a_en.txt", "options": {"level": "paragraph"}}'
    (pair,) = listed(folder, json, "list.jsonl").pairs
    assert (pair.id, pair.options) == ("a", {"level": "paragraph"})


def test_one_document_may_stand_in_two_pairs(folder: Path) -> None:
    text = "texts/a_zh.txt\ttexts/a_en.txt\ntexts/a_zh.txt\ttexts/b.txt\n"
    plan = listed(folder, text)
    assert len({pair.id for pair in plan.pairs}) == 2


def test_a_document_that_is_not_there_is_named(folder: Path) -> None:
    plan = listed(folder, "texts/a_zh.txt\ttexts/gone.txt\n")
    assert names(tuple(path for path, _ in plan.failed)) == ["gone.txt"]
    assert len(plan.pairs) == 1


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("list.tsv", "a\tb\tc\td\n", "does not say which of its columns are which"),
        ("list.tsv", f"{HEAD}\n", "lists no pairs"),
        ("list.tsv", f"{HEAD}\na\t\t\n", "line 2: no document is named"),
        ("list.tsv", f"{HEAD}\n../a\tb\tc\n", "line 2: '../a' cannot be the name of a file"),
        ("list.tsv", f"{HEAD}\na\tb\tc\nA\td\te\n", "lines 2 and 3: both are called 'A'"),
        ("list.tsv", f"{HEAD}\na\tb\tc\t\t\t\tloud\n", "line 2: write options as"),
        ("list.tsv", f"{HEAD}\na\tb\0\tc\n", "line 2"),
        ("list.jsonl", '{"zh": "a\\ud800"}', "line 1: no file can have such a name"),
        ("list.tsv", f"{HEAD}\na\t{'b' * 2_000_000}\tc\n", "line 2: this is no line of a table"),
        ("list.jsonl", '{"zh": "a"}\n[]\n', "line 2: this is no JSON object"),
        ("list.jsonl", "[" * 100_000, "line 1: this is no JSON object"),
        ("list.jsonl", '{"zh": "a", "options": 3}', "line 1: options are written as"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_line(
    tmp_path: Path, name: str, text: str, said: str
) -> None:
    with pytest.raises(UnusableInput) as refused:
        listed(tmp_path, text, name)
    assert said in str(refused.value)


def test_a_list_is_not_written_where_its_name_says_something_else(tmp_path: Path) -> None:
    with pytest.raises(UnwritableOutput, match=r"list\.tmx names no list of pairs"):
        write_manifest(Plan(()), tmp_path / "list.tmx")


PARTS = st.text(st.characters(exclude_characters="/\\\0", exclude_categories=["Cs"]), min_size=1)
STEMS = PARTS.map(lambda text: text.strip()).filter(lambda text: text not in ("", ".", ".."))
PATHS = st.lists(STEMS.map(lambda stem: stem[:60]), min_size=1, max_size=3).map("/".join)


@given(
    st.lists(st.tuples(PATHS, PATHS), min_size=1, max_size=5),
    st.sampled_from(["list.tsv", "list.csv", "list.jsonl"]),
)
def test_any_name_of_a_file_comes_back(found: list[tuple[str, str]], name: str) -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        plan = Plan(
            tuple(
                PlannedPair(f"{safe(zh)}-{n}", folder / zh, folder / en)
                for n, (zh, en) in enumerate(found)
            )
        )
        write_manifest(plan, folder / name)
        back = read_manifest(folder / name)
    assert [(pair.id, pair.zh, pair.en) for pair in back.pairs] == [
        (pair.id, pair.zh, pair.en) for pair in plan.pairs
    ]


@given(st.binary(max_size=300), st.sampled_from(["list.tsv", "list.jsonl"]))
def test_any_bytes_are_a_list_or_refused_in_a_sentence(data: bytes, name: str) -> None:
    with tempfile.TemporaryDirectory() as made:
        path = Path(made, name)
        path.write_bytes(data)
        with suppress(UnusableInput):
            assert read_manifest(path).pairs
