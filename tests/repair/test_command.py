"""`duizhao repair`: what it writes, what it lists, and what it says."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from aligner.cli import main
from tests.repair.test_docx import made, rows, slipped
from tests.repair.test_file import EN, SLIPPED, srt


def repaired(*words: str | Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["repair", *map(str, words)])


def test_the_result_lies_beside_the_file_and_what_moved_is_listed(tmp_path: Path) -> None:
    path, listing = tmp_path / "film.srt", tmp_path / "moved.tsv"
    path.write_bytes(srt(SLIPPED))
    done = repaired(path, "--source", "zh", "--list", listing)
    assert done.exit_code == 0, done.output
    assert (tmp_path / "film.repaired.srt").read_bytes() == srt(EN)
    assert path.read_bytes() == srt(SLIPPED)
    moved = sum(a != b for a, b in zip(EN, SLIPPED, strict=True))
    rows = listing.read_text(encoding="utf-8").splitlines()
    assert rows[0].split("\t") == ["segment", "original", "was", "now"]
    assert len(rows) == moved + 1
    assert f"{moved} of 16 segments got another translation" in done.output


def test_nothing_to_move_is_said(tmp_path: Path) -> None:
    path = tmp_path / "film.srt"
    path.write_bytes(srt(EN))
    done = repaired(path, "--source", "zh", "-o", tmp_path / "out.srt")
    assert done.exit_code == 0, done.output
    assert "nothing moved" in done.output
    assert (tmp_path / "out.srt").read_bytes() == srt(EN)


def test_the_result_has_the_ending_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "film.srt"
    path.write_bytes(srt(SLIPPED))
    done = repaired(path, "--source", "zh", "-o", tmp_path / "film.xlsx")
    assert done.exit_code == 1
    assert "let its name end in .srt" in done.output
    assert not (tmp_path / "film.xlsx").exists()


def test_what_is_left_alone_is_said_with_its_reason(tmp_path: Path) -> None:
    statuses = ["confirmed" if n in (7, 8) else "" for n in range(len(EN))]
    path = made(tmp_path, rows(slipped(1), statuses=statuses))
    done = repaired(path)
    assert done.exit_code == 0, done.output
    assert "Left alone: 2 segments confirmed or locked." in done.output
    assert (tmp_path / "a.repaired.docx").exists()


def test_the_file_itself_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "film.srt"
    path.write_bytes(srt(SLIPPED))
    done = repaired(path, "--source", "zh", "-o", path)
    assert done.exit_code == 1
    assert path.read_bytes() == srt(SLIPPED)
