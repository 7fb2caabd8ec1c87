"""The recipe of the background table, on a small sample, and the table that is shipped."""

from __future__ import annotations

from pathlib import Path

from aligner.lexicon.background import TABLE, background_table
from training.background import KINDS, english_rows, write_table

LINES = """\
燈塔很高。\tThe lighthouse is tall. They supply the lighthouse quickly.
霧號響了。\tThe foghorn sounds. We supply oil to the lighthouse.
船來了。\tThe ships come quickly to the lighthouse. He met Hall; then Hall left with Hall.
油很貴。\tThey will supply the oil quickly, to supply the lighthouse.
快。\tThe quick ship, quick and quick.
"""


def rows(folder: Path) -> dict[str, tuple[int, str]]:
    (folder / "own_pairs.tsv").write_text(LINES, encoding="utf-8")
    return {word: (common, kind) for word, common, kind, _ in english_rows(folder)}


def test_kinds_are_told_by_company(tmp_path: Path) -> None:
    found = rows(tmp_path)
    assert found["lighthouse"][1] == "n"
    assert found["supply"][1] == "v"
    assert found["quickly"][1] == "f"
    assert found["the"][1] == "f"
    assert found["the"][0] > found["lighthouse"][0]


def test_the_table_is_sorted_and_small(tmp_path: Path) -> None:
    path = tmp_path / "table.tsv.xz"
    assert write_table([("b", 2, "n", ""), ("a", 1, "n", "a")], path) == 2
    assert path.stat().st_size < 200
    assert TABLE.stat().st_size < 1_000_000


def test_the_shipped_table_knows_both_languages() -> None:
    table = background_table()
    assert set(table.kinds.values()) <= set(KINDS)
    assert table.how_common("the") > table.how_common("lighthouse") > 0
    assert table.how_common("时间") > table.how_common("峰会")
    assert table.readings["特"] == "te"
