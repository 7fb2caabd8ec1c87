"""The options that choose the columns of a table, on every command that has them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from aligner.ahead import Reading
from aligner.cli import main
from aligner.errors import UnusableInput
from aligner.formats import read_units
from aligner.opening import open_for_review

ROWS = [
    ("老船长把门关上了。", "The old captain closed the door.", "The old skipper shut the door."),
    ("下午开始下雨。", "It began to rain in the afternoon.", "In the afternoon it began to rain."),
    ("桥在夜里是关闭的。", "The bridge is closed at night.", "At night the bridge is shut."),
]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "versions.tsv"
    path.write_text("".join("\t".join(row) + "\n" for row in ROWS), encoding="utf-8")
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)])


@pytest.mark.parametrize(
    "command",
    [
        "convert TABLE OUT.tmx",
        "check TABLE",
        "align TABLE -o OUT.tmx",
        "terms mine TABLE",
        "terms check TABLE TABLE",
        "memory add TABLE --memory OUT.sqlite3",
    ],
)
def test_a_doubtful_table_is_refused_until_a_column_is_chosen(
    table: Path, tmp_path: Path, command: str
) -> None:
    words = [
        word.replace("TABLE", str(table)).replace("OUT", str(tmp_path / "out"))
        for word in command.split()
    ]
    refused = run(*words)
    assert refused.exit_code == 1
    assert "--en-column B or --en-column C" in refused.stderr
    assert run(*words, "--en-column", "C").exit_code in (0, 4)
    assert run(*words, "--en-column", "no such name").exit_code == 1


def test_what_is_converted_is_the_column_that_was_chosen(table: Path, tmp_path: Path) -> None:
    run("convert", table, tmp_path / "out.tmx", "--zh-column", "1", "--en-column", "c")
    assert [unit.en for unit in read_units(tmp_path / "out.tmx")] == [row[2] for row in ROWS]


def test_a_review_is_of_the_column_that_was_chosen(table: Path, tmp_path: Path) -> None:
    project = tmp_path / "p.duizhao"
    with pytest.raises(UnusableInput, match="--en-column"):
        open_for_review(table, project=project)
    with open_for_review(table, project=project, reading=Reading(en_column="B")).project as opened:
        assert [pair.en_text for pair in opened.bitext.pairs] == [row[1] for row in ROWS]


def test_two_files_have_no_columns_to_choose(table: Path) -> None:
    assert run("align", table, table, "--zh-column", "A").exit_code == 2
