"""`duizhao review`: review pairs and mend them, on a screen of their own.

This module alone knows that there is a screen; other commands that open one do it through here.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aligner.cli.exits import EXIT_CODES
from aligner.cli.options import (
    chapters_option,
    check_chapters,
    check_columns,
    language_code,
    named_files,
    named_sides,
    reading_options,
    salvage_option,
    screen_options,
)
from aligner.cli.paths import FILE, INPUT, refuse_pipe
from aligner.cli.settled import is_settled

if TYPE_CHECKING:
    from aligner.article import Language
    from aligner.assistance import Assistant
    from aligner.bitext import Level
    from aligner.terms import KeptGlossary, TextPair


@click.command(epilog=EXIT_CODES, short_help="Review pairs on a screen, and mend them.")
@click.argument("file", required=False, type=INPUT)
@click.argument("other", required=False, type=INPUT)
@click.option(
    "--project",
    type=FILE,
    metavar="FILE",
    help="Keep the work in this file.  [default: FILE.duizhao, beside FILE]",
)
@click.option(
    "--from",
    "table",
    type=click.Path(path_type=Path),
    metavar="TABLE",
    help="Take in a .docx table of the pairs that a reviewer has sent back, change by change.",
)
@screen_options
@named_sides
@chapters_option
@salvage_option
@click.option(
    "--source",
    type=click.Choice(["zh", "en"]),
    help="The language translated from, kept in the project.  [default: as the file says, else zh]",
)
@click.option(
    "--zh-code",
    callback=language_code,
    metavar="CODE",
    help="Code of the Chinese that is written.  [default: as units have it, or by the script]",
)
@click.option(
    "--en-code",
    callback=language_code,
    metavar="CODE",
    help="Code of the English that is written.  [default: as units have it, or en-US]",
)
@click.option(
    "--memory",
    type=FILE,
    metavar="FILE",
    help="Show matches of the memory in this file.  [default: your own, if there is one]",
)
@click.option(
    "--terms",
    "glossaries",
    type=INPUT,
    metavar="FILE",
    multiple=True,
    help="Show the terms of this glossary, of any tool; may be given several times.",
)
@reading_options
def review(
    file: Path | None,
    other: Path | None,
    project: Path | None,
    table: Path | None,
    lang: str | None,
    theme: str,
    ambiguous_wide: bool,
    is_plain: bool,
    zh_file: Path | None,
    en_file: Path | None,
    chapter_map: Path | None,
    salvage: bool,
    source: Language | None,
    zh_code: str | None,
    en_code: str | None,
    memory: Path | None,
    glossaries: tuple[Path, ...],
    level: Level,
    model: str | None,
    encoding: str | None,
    keep_boilerplate: bool,
    zh_column: str | None,
    en_column: str | None,
) -> None:
    """Review FILE: an article, a project, or a translation memory or table of any origin.

    An article (or FILE with OTHER, a text and its translation) is aligned first. All work is kept
    in a project beside the file as it is done, and taken up again the next time; the file itself is
    never changed. `duizhao FILE` is short for this command.

    \b
    Examples:
      duizhao review article.txt
      duizhao review zh.txt en.txt --project book.duizhao
      duizhao review zh.epub en.epub --chapters map.txt
      duizhao review memory.tmx --lang zh
      duizhao review article.txt.duizhao --from returned.docx
      duizhao review job.xliff --memory work.sqlite3 --terms client.tbx
    """
    as_named = zh_file is not None or en_file is not None
    file, other = named_files(file, other, zh_file, en_file, argument="FILE")
    files = 1 if other is None else 2
    check_columns(files, zh_column, en_column)
    check_chapters(files, chapter_map)
    for path in (file, *([other] if other else [])):
        refuse_pipe(path)
    from tui import check_terminal, preload, show

    check_terminal()
    from aligner.ahead import AlignedAhead, Reading
    from aligner.cli.progress import Meter

    reading = Reading(
        level, model, encoding, keep_boilerplate, as_named, zh_column, en_column, chapter_map
    )
    paths = [file, *([other] if other else [])]
    with AlignedAhead(paths, project, reading) as ahead, Meter(sys.stderr) as meter:
        preload()
        from aligner.opening import open_for_review

        assistant = _assistant(memory, glossaries)
        opened = open_for_review(
            file,
            other,
            project=project,
            reading=reading,
            source=source,
            salvage=salvage,
            progress=meter,
            aligned=ahead.bitext,
        )
    with opened.project, closing(assistant):
        if (
            opened.project.has_units
        ):  # each has the codes of its file, unless this very command asks
            zh_code = None if is_settled("zh_code") else zh_code
            en_code = None if is_settled("en_code") else en_code
        show(
            opened,
            ui_language=lang,
            theme=theme,
            ambiguous_wide=ambiguous_wide,
            is_plain=is_plain,
            zh_code=zh_code,
            en_code=en_code,
            model=model,
            table=table,
            assistant=assistant,
        )


@dataclass(frozen=True, slots=True)
class ScreenLook:
    """How a screen was asked to look."""

    language: str | None
    """`en`, `zh`, `zh-TW` or `zh-CN`; by the locale if None."""
    theme: str
    ambiguous_wide: bool
    is_plain: bool


def begin_screen() -> None:
    """Raise UnusableInput where there is no terminal, else import the screen in the background."""
    from tui import check_terminal, preload

    check_terminal()
    preload()


def show_terms(
    glossary: KeptGlossary,
    files: Sequence[tuple[Path, Sequence[TextPair]]],
    *,
    source: Language,
    min_count: int,
    look: ScreenLook,
) -> None:
    """Show the glossary screen over the pairs of files until the translator leaves it."""
    from tui import resume_garbage_collection, show_glossary

    resume_garbage_collection()
    show_glossary(
        glossary,
        files,
        source=source,
        min_count=min_count,
        ui_language=look.language,
        theme=look.theme,
        ambiguous_wide=look.ambiguous_wide,
        is_plain=look.is_plain,
    )


def _assistant(memory: Path | None, glossaries: Sequence[Path]) -> Assistant:
    """Return what looks up matches and terms; a memory of one's own need not be there."""
    from aligner.assistance import Assistant
    from aligner.memory import memory_path

    if memory is not None and not memory.exists():
        from aligner.memory import UnusableMemory

        raise UnusableMemory(
            f"There is no memory {memory} yet; make one with: duizhao memory add FILE"
        )
    if memory is None:
        with suppress(RuntimeError, OSError):  # without a home folder there is no memory either
            memory = own if (own := memory_path()).exists() else None
    if not glossaries:
        return Assistant(memory)
    from aligner.terms import read_glossary

    return Assistant(memory, [entry for path in glossaries for entry in read_glossary(path)])
