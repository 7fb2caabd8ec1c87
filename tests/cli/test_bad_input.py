"""Input that cannot be used: a sentence, an exit code, and nothing written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from aligner.cli import main
from tests.commands import BILINGUAL, open_folder, sentence, without_privileges


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Result]:
    """Run the command in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return lambda *args: CliRunner().invoke(main, args)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b" \n\xe3\x80\x80\n", id="white space"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, id="binary"),
        pytest.param("只有中文，沒有別的。\n守塔人關上門。\n".encode(), id="Chinese only"),
        pytest.param(b"Only English here.\nNothing else at all.\n", id="English only"),
    ],
)
def test_input_that_cannot_be_aligned_is_told_and_nothing_written(
    run: Callable[..., Result], content: bytes
) -> None:
    Path("article.txt").write_bytes(content)
    assert "article.txt" in sentence(run("align", "article.txt", "-o", "a.tmx"), 1)
    assert [path.name for path in Path().iterdir()] == ["article.txt"]


def test_a_missing_file_is_told(run: Callable[..., Result]) -> None:
    assert "missing.txt" in sentence(run("align", "missing.txt"), 1)


def test_a_folder_is_no_article(run: Callable[..., Result]) -> None:
    Path("folder").mkdir()
    assert "folder" in sentence(run("align", "folder"), 1)


def test_a_wrong_encoding_is_told(run: Callable[..., Result]) -> None:
    Path("article.txt").write_bytes(BILINGUAL.encode("big5"))
    assert "utf-8" in sentence(run("align", "article.txt", "--encoding", "utf-8"), 1)


def test_one_side_of_a_pair_of_files_may_not_be_empty(run: Callable[..., Result]) -> None:
    Path("zh.txt").write_text("燈塔亮了。", encoding="utf-8")
    Path("en.txt").touch()
    assert "en.txt" in sentence(run("align", "zh.txt", "en.txt"), 1)


def test_a_file_that_may_not_be_read_is_told(run: Callable[..., Result]) -> None:
    run("align", "missing.txt")  # imports, while still allowed to read them
    with open_folder() as folder:
        path = folder / "article.txt"
        path.write_text(BILINGUAL, encoding="utf-8")
        path.chmod(0)
        with without_privileges():
            result = run("align", str(path))
    assert "article.txt" in sentence(result, 1)
