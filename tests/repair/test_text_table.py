"""Tables of text: translations come back to their row, and all else stays."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from aligner.errors import UnusableInput
from aligner.formats import ColumnChoice, read_units
from aligner.repair import repair_file
from tests.repair.test_docx import EN, ZH, slipped


def tsv(texts: Sequence[str]) -> bytes:
    """Return a table with tabs, blank lines and the line ends of Windows."""
    rows = [f"{n}\t{ZH[n]}\t{text}\tremark {n}\r\n" for n, text in enumerate(texts)]
    return ("No.\t原文\t译文\tNote\r\n" + "\r\n".join(rows)).encode("utf-8-sig")


def csv(texts: Sequence[str], mark: str = ",", encoding: str = "utf-8") -> bytes:
    """Return a table of which all translations are in quotation marks."""
    rows = [f'{n}{mark}{ZH[n]}{mark}"{text}"{mark}"a ""remark""\nof two lines"\n'
            for n, text in enumerate(texts)]  # fmt: skip
    heads = mark.join(("No.", "Chinese", "English", "Note"))
    return (f"{heads}\n" + "".join(rows)).encode(encoding)


@pytest.mark.parametrize("by", [1, 2, 3])
def test_tabs_and_line_ends_and_blank_lines_stay(tmp_path: Path, by: int) -> None:
    path = tmp_path / "a.tsv"
    path.write_bytes(tsv(slipped(by)))
    repaired = repair_file(path)
    assert repaired.content == tsv(EN)
    assert repaired.moved[0].name == "row 10", "blank lines count, as an editor counts them"


@pytest.mark.parametrize("mark", [",", ";", "|"])
def test_quotation_marks_and_other_cells_stay(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(csv(slipped(2), mark))
    wanted = csv(EN, mark)
    assert repair_file(path, "zh").content == wanted


def test_a_declared_mark_and_another_encoding_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    first = b"sep=;\n"
    path.write_bytes(first + csv(slipped(1), ";", "big5"))
    assert repair_file(path, "zh").content == first + csv(EN, ";", "big5")


def test_what_is_right_comes_back_byte_for_byte(tmp_path: Path) -> None:
    for name, data in (("a.tsv", tsv(EN)), ("a.csv", csv(EN))):
        path = tmp_path / name
        path.write_bytes(data)
        assert repair_file(path, "zh").content == data


def test_a_text_that_needs_quotation_marks_gets_them(tmp_path: Path) -> None:
    right = [f'{text[:-1]} | "well".' if n == 5 else text for n, text in enumerate(EN)]
    texts = [*right[:4], f"{right[4]} {right[5]}", *right[6:12], "", *right[12:]]
    quoted = {n: text.replace('"', '""') for n, text in enumerate(texts) if '"' in text}
    rows = [f'{ZH[n]}|"{quoted[n]}"' if n in quoted else f"{ZH[n]}|{texts[n]}" for n in range(16)]
    path, out = tmp_path / "a.csv", tmp_path / "out.csv"
    path.write_text("\n".join(["zh|en", *rows]), encoding="utf-8")
    out.write_bytes(repair_file(path, "zh").content)
    assert [unit.en for unit in read_units(out)] == right
    assert f'{ZH[5]}|"{EN[5][:-1]} | ""well""."' in out.read_text(encoding="utf-8")


def test_a_row_that_ends_early_gets_its_cell(tmp_path: Path) -> None:
    rows = [f"{ZH[n]}|{text}" if text else ZH[n] for n, text in enumerate(slipped(2))]
    path = tmp_path / "a.csv"
    path.write_text("\n".join(["zh|en", *rows]) + "\n", encoding="utf-8")
    wanted = "\n".join(["zh|en", *[f"{ZH[n]}|{text}" for n, text in enumerate(EN)]]) + "\n"
    assert repair_file(path, "zh").content.decode() == wanted


def test_rows_that_are_confirmed_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    rows = [
        f"{ZH[n]}\t{text}\t{'confirmed' if n == 7 else ''}" for n, text in enumerate(slipped(1))
    ]
    path.write_text("\n".join(["中文\tEnglish\t状态", *rows]), encoding="utf-8")
    repaired = repair_file(path, "zh")
    assert repaired.settled == {"confirmed or locked": 1}
    assert repaired.content.decode().split("\n")[8] == rows[7]


def test_columns_may_be_named(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    rows = [f"{ZH[n]}\t{text}\t{text}" for n, text in enumerate(slipped(1))]
    path.write_text("\n".join(rows), encoding="utf-8")
    repaired = repair_file(path, "zh", columns=ColumnChoice(en="C"))
    assert len(repaired.moved) == 8
    assert [line.split("\t")[1] for line in repaired.content.decode().split("\n")] == slipped(1)


@pytest.mark.parametrize("name", ["a.tsv", "a.csv"])
@pytest.mark.parametrize(
    "data",
    [b"", b"\n\n", "渡船\n停航\n".encode(), b"a\tb\n", b"\x00\x01" * 900, b'"' + b"a" * (1 << 21)],
)
def test_what_holds_no_such_table_is_refused(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnusableInput, match=str(path)):
        repair_file(path, "zh")
