"""ExportOptions a translation memory from the screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from textual.widgets import Input

from aligner import formats
from aligner.bitext import Bitext
from aligner.formats import ExportOptions
from aligner.project import create
from tests.commands import open_folder, without_privileges
from tests.samples import lighthouse
from tests.tui.driving import Sitting, played, sit
from tui.dialogs.exporting import AskExport
from tui.dialogs.question import AskYes


def field(at: Sitting, name: str) -> Input:
    assert isinstance(at.top, AskExport)
    return at.top.query_one(f"#{name}", Input)


async def export(at: Sitting, **values: str) -> None:
    """Fill the form in and send it off."""
    await at.press("ctrl+s")
    for name, value in values.items():
        field(at, name).value = value
    await at.press("enter")


def units(path: Path) -> list[ET.Element]:
    return ET.parse(path).getroot().findall("body/tu")


def test_a_memory_is_written_beside_the_project_by_default(tmp_path: Path) -> None:
    path = tmp_path / "燈塔 & sea.tmx"

    async def script(at: Sitting) -> None:
        await at.press("down", "X")
        await export(at)
        await at.until(lambda: "written to" in at.message)
        assert "3" in at.message

    sit(create(tmp_path / "a.duizhao", lighthouse()), script)
    assert len(units(path)) == 3  # of four full pairs one is excluded
    assert "zh-TW" in path.read_text(encoding="utf-8")


def test_a_name_that_steers_a_terminal_is_shown_clean_and_written_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "a\x1b[31m\u202eb"
    folder.mkdir()

    async def script(at: Sitting) -> None:
        await at.press("ctrl+s")
        assert "a␛[31m\ufffdb" in field(at, "path").value
        await at.press("enter")
        await at.until(lambda: "written to" in at.message)
        await at.press("ctrl+s", "enter")
        assert isinstance(at.top, AskYes)
        await at.settle()
        assert not {"\x1b", "\u202e"} & set(at.seen())

    sit(create(folder / "a.duizhao", lighthouse()), script)
    assert any(path.suffix == ".tmx" for path in folder.iterdir())


def test_codes_and_the_least_confidence_are_heeded(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"

    async def script(at: Sitting) -> None:
        await export(at, path=str(path), least="0.95", zh="zh-HK", en="en-GB")
        await at.until(lambda: "written to" in at.message)

    sit(create(tmp_path / "a.duizhao", lighthouse()), script)
    assert len(units(path)) == 2
    text = path.read_text(encoding="utf-8")
    assert "zh-HK" in text
    assert "en-GB" in text


def test_a_file_that_is_there_is_asked_about(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    path.write_text("mine", encoding="utf-8")

    async def script(at: Sitting) -> None:
        await export(at, path=str(path))
        assert isinstance(at.top, AskYes)
        assert "Write over it?" in at.seen()
        await at.press("n")
        assert path.read_text(encoding="utf-8") == "mine"
        await export(at, path=str(path))
        await at.press("y")
        await at.until(lambda: "written to" in at.message)

    sit(create(tmp_path / "a.duizhao", lighthouse()), script)
    assert len(units(path)) == 4


def test_the_upper_line_of_subtitles_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    write = formats.write_bitext

    def seen(bitext: Bitext, path: Path, options: ExportOptions, *more: Any, **named: Any) -> Any:
        asked.append(options.upper)
        return write(bitext, path, options, *more, **named)

    async def script(at: Sitting) -> None:
        await export(at, path=f"{tmp_path}/a.tmx", upper="fr")
        assert isinstance(at.top, AskExport)
        field(at, "upper").value = "en"
        await at.press("enter")
        await at.until(lambda: at.message)

    monkeypatch.setattr(formats, "write_bitext", seen)
    sit(create(tmp_path / "a.duizhao", lighthouse()), script)
    assert asked == ["en"]


UNWRITABLE = [
    "a.duizhao",  # the project itself
    "a.doc",  # no format that is known
    "nowhere/a.tmx",
    ".",
    f"{'長' * 300}.tmx",
    "~nobody-of-this-name/a.tmx",
]


def test_what_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.duizhao"

    async def script(at: Sitting) -> None:
        for name in UNWRITABLE:
            at.screen.say("")
            await export(at, path=name if name.startswith("~") else f"{tmp_path}/{name}")
            if isinstance(at.top, AskYes):
                await at.press("y")
            await at.until(lambda: at.message)
            assert "Traceback" not in at.message
            assert "\n" not in at.message
            assert " " in at.message, name  # a sentence

    sit(create(path, lighthouse()), script)
    assert path.read_bytes().startswith(b"SQLite")
    assert [path.name for path in tmp_path.iterdir()] == ["a.duizhao"]


def test_the_article_itself_is_never_written_over(tmp_path: Path) -> None:
    from dataclasses import replace

    source = tmp_path / "a.tmx"
    source.write_text("the source", encoding="utf-8")
    bitext = lighthouse()
    bitext = replace(bitext, article=replace(bitext.article, sources=(str(source),)))

    async def script(at: Sitting) -> None:
        await at.press("ctrl+s")
        assert field(at, "path").value == str(tmp_path / "a.reviewed.tmx")
        field(at, "path").value = str(source)
        await at.press("enter", "y")
        await at.until(lambda: at.message)

    sit(create(tmp_path / "a.duizhao", bitext), script)
    assert source.read_text(encoding="utf-8") == "the source"


def test_what_is_no_language_code_is_not_written(tmp_path: Path) -> None:
    async def script(at: Sitting) -> None:
        for code in ("no code!", "<zh>", "中文", "zh_TW"):
            await export(at, path=str(tmp_path / "a.tmx"), zh=code)
            assert isinstance(at.top, AskExport), code
            assert "is no language code" in at.seen()
            await at.press("escape")

    sit(create(tmp_path / "a.duizhao", lighthouse()), script)
    assert not (tmp_path / "a.tmx").exists()


@played()
async def test_what_is_typed_as_a_path_may_be_anything(at: Sitting) -> None:
    await export(at, path="\x00")  # what is left of it is the folder one is in
    await at.press("y")
    await at.until(lambda: at.message)
    assert at.session.project.path.is_file()


@played()
async def test_an_export_is_dropped_by_escape_and_needs_a_path(at: Sitting) -> None:
    await at.press("ctrl+s", "escape")
    assert not isinstance(at.top, AskExport)
    await export(at, path="  ")
    assert isinstance(at.top, AskExport)
    await at.press("escape")
    assert [path.suffix for path in at.session.project.path.parent.glob("*.tmx")] == []


def test_a_folder_that_takes_no_file_is_a_sentence() -> None:
    async def script(at: Sitting) -> None:
        await export(at)
        await at.until(lambda: at.message)
        assert "may not be written" in at.message

    with open_folder() as folder:
        project = create(folder / "a.duizhao", lighthouse())
        folder.chmod(0o555)
        with without_privileges():
            sit(project, script)
        folder.chmod(0o755)
        assert list(folder.glob("*.tmx")) == []


@pytest.mark.parametrize(
    "problem", [RuntimeError("odd"), MemoryError(), RecursionError("deep"), KeyError("id")]
)
def test_a_writer_that_raises_what_nobody_expects_ends_in_a_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, problem: Exception
) -> None:
    def raises(*_: object, **__: object) -> None:
        raise problem

    monkeypatch.setattr(formats, "write_bitext", raises)
    path = tmp_path / "a.tmx"

    async def script(at: Sitting) -> None:
        await export(at, path=str(path))
        await at.until(lambda: "in a way it should not" in at.message)
        assert type(problem).__name__ in at.message
        await at.press("a")  # the sitting goes on
        assert at.pairs[0].status == "confirmed"

    sit(create(tmp_path / "a.duizhao", lighthouse()), script)
    assert not path.exists()


@played()
async def test_what_would_be_written_is_shown_and_follows_the_form(at: Sitting) -> None:
    await at.press("X", "ctrl+s")  # one of four pairs with both texts is excluded, one doubtful
    await at.until(lambda: "3 units, 1 excluded, " in at.seen())
    assert "1 without Chinese left out" in at.seen()
    assert "1 without English" in at.seen()
    field(at, "least").value = "0.75"
    await at.until(lambda: "2 units, 1 excluded, 2 not sure enough" in at.seen())
    path = field(at, "path")
    path.value = path.value.replace(".tmx", ".json")
    await at.until(lambda: "6 units" in at.seen())
    path.value = path.value.replace(".json", ".doc")
    await at.until(lambda: "names no known format" in at.seen())


@played()
async def test_a_tool_brings_its_codes_unless_others_were_put_in(at: Sitting) -> None:
    await at.press("ctrl+s")
    field(at, "tool").value = "weblate"
    await at.settle()
    assert (field(at, "zh").value, field(at, "en").value) == ("zh-Hant", "en")
    field(at, "zh").value = "zh-HK"
    field(at, "tool").value = ""
    await at.settle()
    assert (field(at, "zh").value, field(at, "en").value) == ("zh-HK", "en-US")
    field(at, "tool").value = "word"
    await at.press("enter")
    assert "word is none of omegat, trados" in at.seen()
    field(at, "tool").value = ""
    field(at, "least").value = "."
    await at.press("enter")
    assert "is no number from 0 to 1" in at.seen()
    assert isinstance(at.top, AskExport)


def test_a_tool_is_written_for(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"

    async def script(at: Sitting) -> None:
        await export(at, path=str(path), tool="trados")
        await at.until(lambda: "written to" in at.message)

    sit(create(tmp_path / "a.duizhao", lighthouse()), script)
    assert "x-ConfirmationLevel" in path.read_text(encoding="utf-8")
