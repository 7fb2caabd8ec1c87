"""`--zh` and `--en` say which of two files is which."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from aligner.cli import main
from tests.reading.texts import EN, ZH, write


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Two files that are mostly English, of which the first is said to be Chinese."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "\n\n".join([ZH[0], *EN]), "a.txt")
    write(tmp_path, "\n\n".join([ZH[0], *EN, EN[1]]), "b.txt")
    return tmp_path


@pytest.mark.parametrize(
    "named",
    [("--zh", "a.txt", "--en", "b.txt"), ("--zh", "a.txt", "b.txt"), ("a.txt", "--en", "b.txt")],
)
def test_what_is_said_of_two_files_is_believed(named: tuple[str, ...]) -> None:
    refused = CliRunner().invoke(main, ["align", "a.txt", "b.txt"])
    assert refused.exit_code == 1
    assert "duizhao align --zh FILE --en FILE" in refused.stderr
    result = CliRunner().invoke(main, ["align", *named, "-o", "out.tsv"])
    assert result.exit_code == 0, result.stderr
    assert ZH[0] in Path("out.tsv").read_text("utf-8")


@pytest.mark.parametrize(
    "named",
    [
        ("--zh", "a.txt"),
        ("a.txt", "b.txt", "--zh", "a.txt"),
        ("--zh", "a.txt", "--en", "b.txt", "b.txt"),
    ],
)
@pytest.mark.parametrize("command", ["align", "review"])
def test_other_numbers_of_files_are_refused(command: str, named: tuple[str, ...]) -> None:
    result = CliRunner().invoke(main, [command, *named])
    assert result.exit_code == 2
    assert "--zh and --en name two files" in result.stderr


@pytest.mark.parametrize(("command", "argument"), [("align", "ARTICLE"), ("review", "FILE")])
def test_a_command_without_a_file_says_so(command: str, argument: str) -> None:
    result = CliRunner().invoke(main, [command])
    assert result.exit_code == 2
    assert f"Missing argument '{argument}'" in result.stderr
