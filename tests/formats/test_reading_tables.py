"""Tables of any origin: which column is which."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from aligner.formats import read_units
from aligner.unit import Unit
from tests.formats.files import saved

LIT = Unit("灯塔亮了。", "The lamp was lit.")
CAT = Unit("猫没有回答。", "The cat, of course, said nothing.")


def units(folder: Path, text: str, name: str = "a.tsv", encoding: str = "utf-8") -> list[Unit]:
    return list(read_units(saved(folder, text.encode(encoding), name)))


def test_our_own_header_names_the_columns(tmp_path: Path) -> None:
    assert units(tmp_path, "zh\ten\tconfidence\n灯\tlamp\t0.750\n\t\t0.1\n塔\t\t\n") == [
        Unit("灯", "lamp", confidence=0.75),
        Unit("塔", ""),
    ]


def test_a_header_may_have_codes_and_more(tmp_path: Path) -> None:
    text = "id\ten-GB\tzh-TW\tstatus\tnote\n7\tlamp\t燈\tconfirmed\tn\n"
    assert units(tmp_path, text) == [
        Unit("燈", "lamp", "zh-TW", "en-GB", None, "confirmed", "n", (("id", "7"),))
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_without_a_header_the_texts_say_it(tmp_path: Path, encoding: str) -> None:
    text = f"1\t{LIT.en}\t{LIT.zh}\r\n2\t{CAT.en}\t{CAT.zh}\r\n"
    assert units(tmp_path, text, encoding=encoding) == [LIT, CAT]


def test_names_in_latin_letters_do_not_swap_the_columns(tmp_path: Path) -> None:
    rows = [("Anna", "Anna"), ("安娜来了。", "Anna came."), ("2025", "2025"), ("好", "Good.")]
    text = "".join(f"{zh}\t{en}\n" for zh, en in rows)
    assert [(unit.zh, unit.en) for unit in units(tmp_path, text)] == rows


@pytest.mark.parametrize("delimiter", [",", ";", "|", "\t"])
@pytest.mark.parametrize("name", ["a.csv", "a.txt"])
def test_columns_may_be_divided_by_anything_usual(
    tmp_path: Path, delimiter: str, name: str
) -> None:
    text = "".join(f'"{unit.zh}"{delimiter}"{unit.en}"\n' for unit in (LIT, CAT))
    found = units(tmp_path, text, name)
    if (delimiter, name) == ("\t", "a.txt"):  # where nothing shows that the marks are not the text
        found = [Unit(unit.zh.strip('"'), unit.en.strip('"')) for unit in found]
    assert found == [LIT, CAT]


def test_what_a_spreadsheet_quoted_is_unquoted_and_quotations_are_not(tmp_path: Path) -> None:
    text = '说\t"say ""OK"" now"\n"好。"\t"Good."\n'
    assert [unit.en for unit in units(tmp_path, text)] == ['say "OK" now', '"Good."']


def test_formulas_are_guarded_and_read_back(tmp_path: Path) -> None:
    text = "zh,en\n'=灯,'@lamp\n''=灯,it's\n"
    assert [(unit.zh, unit.en) for unit in units(tmp_path, text, "a.csv")] == [
        ("=灯", "@lamp"),
        ("'=灯", "it's"),
    ]


def test_a_large_table_is_read_to_its_end(tmp_path: Path) -> None:
    text = "".join(f"灯{n}\tlamp {n}\n" for n in range(9000))
    found = units(tmp_path, text)
    assert (len(found), found[-1].zh) == (9000, "灯8999")
    path = saved(tmp_path, gzip.compress(text.encode("utf-16")), "a.tsv.gz")
    assert len(list(read_units(path))) == 9000
