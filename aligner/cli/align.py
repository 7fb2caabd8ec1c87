"""`duizhao align`: an article in, pairs on the terminal or in files.

Results go to standard output or to files, everything else to standard error. Outputs are checked
before the work begins and written only when all is computed.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import click

from aligner.cli.exits import EXIT_CODES, print_lines
from aligner.cli.options import (
    aligned,
    chapter_options,
    check_chapters,
    check_outputs,
    export_options,
    form_option,
    named_files,
    named_sides,
    reading_options,
    with_ending,
    writing_options,
)
from aligner.cli.paths import FILE, INPUT
from aligner.cli.projects import is_project
from aligner.cli.saying import say
from aligner.cli.settled import is_settled
from aligner.formats import bitext_suffixes, listed
from aligner.wording import counted

if TYPE_CHECKING:
    from aligner.article import Language
    from aligner.bitext import Bitext, Level
    from aligner.formats import BilingualForm, ExportOptions, ToolName, UnitOf, XliffVersion

_PIPED_WIDTH = 100


@click.command(epilog=EXIT_CODES, short_help="Align an article, or a text and its translation.")
@click.argument("article", required=False, type=INPUT)
@click.argument("other", required=False, type=INPUT)
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    metavar="FILE",
    type=FILE,
    help=f"Write a {listed(bitext_suffixes())} file; may be given more than once.",
)
@click.option(
    "--map",
    "as_map",
    is_flag=True,
    help="Draw a map of the alignment in place of the pairs; with -o as well as the files.",
)
@click.option(
    "--order",
    type=click.Choice(["zh-en", "en-zh"]),
    default="zh-en",
    show_default=True,
    help="Which language is on the upper line of subtitles, in an .srt file.",
)
@named_sides
@chapter_options
@writing_options
@form_option
@reading_options
def align(
    article: Path | None,
    other: Path | None,
    zh_file: Path | None,
    en_file: Path | None,
    chapter_map: Path | None,
    chapters_to: Path | None,
    outputs: tuple[Path, ...],
    order: str,
    level: Level,
    zh_codes: tuple[str, ...],
    en_code: str | None,
    tool: ToolName | None,
    source: Language | None,
    xliff: XliffVersion,
    as_map: bool,
    min_confidence: float,
    form: BilingualForm | None,
    model: str | None,
    encoding: str | None,
    keep_boilerplate: bool,
    zh_column: str | None,
    en_column: str | None,
) -> None:
    """Align ARTICLE, which holds both languages, or ARTICLE with OTHER, its translation.

    Of two files it is found out which is Chinese, unless --zh and --en say so; the one in English
    named first counts as the source.
    Text files, Markdown, HTML, subtitles and tab-separated columns are read; layout, encoding and
    script are found by themselves. A project is taken as it stands. Without -o the pairs are shown
    side by side.

    \b
    Examples:
      duizhao align article.txt -o article.tmx -o article.html
      duizhao align zh.txt en.txt --level paragraph -o pairs.tsv
      duizhao align --zh guide.zh.md --en guide.md -o guide.tmx
      duizhao align zh.txt en.txt --map -o book.html
      duizhao align zh.epub en.epub --write-chapters map.txt -o book.tmx
      duizhao align old.txt --encoding big5hkscs --zh-code zh-HK -o old.tmx
      duizhao align film.zh.srt film.en.srt --order en-zh -o both.srt
      duizhao align article.txt --for trados --zh-code zh-CN --zh-code zh-TW -o both.tmx
    """
    started = perf_counter()
    as_named = zh_file is not None or en_file is not None
    article, other = named_files(article, other, zh_file, en_file, argument="ARTICLE")
    inputs = [article] if other is None else [article, other]
    check_chapters(len(inputs), chapter_map, chapters_to)
    if outputs:
        outputs = tuple(with_ending(path, tool) for path in outputs)
        check_outputs(outputs, inputs, form)
    remarks: list[str] = []
    with ExitStack() as opened:
        unit_of: UnitOf | None = None
        if other is None and is_project(article):
            from aligner.project import open_project

            project = opened.enter_context(open_project(article))
            bitext, unit_of = project.bitext, project.unit_of
            if project.has_units:  # each has the codes of its file, unless this very command asks
                zh_codes = () if is_settled("zh_codes") else zh_codes
                en_code = None if is_settled("en_code") else en_code
        else:
            bitext = aligned(
                inputs,
                level=level,
                model=model,
                encoding=encoding,
                keep_boilerplate=keep_boilerplate,
                as_named=as_named,
                zh_column=zh_column,
                en_column=en_column,
                chapters=chapter_map,
            )
        if outputs:
            options = export_options(
                zh_codes,
                en_code,
                tool,
                source,
                xliff,
                min_confidence=min_confidence,
                form=form,
                upper="en" if order == "en-zh" else "zh",
            )
            remarks += _write(bitext, outputs, options, unit_of)
            remarks += _labelled_only(bitext, zh_codes)
    if chapters_to:
        remarks.append(_chapters_written(bitext, chapters_to))
    # The map is for the eye and follows the files, which matter more if it cannot be printed.
    if as_map or not outputs:
        _show(bitext, as_map=as_map, min_confidence=min_confidence)
    from aligner.cli.summary import summary

    for line in (*summary(bitext, perf_counter() - started, outputs), *remarks):
        say(line)


def _chapters_written(bitext: Bitext, path: Path) -> str:
    """Write the map of the chapters to a file, and return what to say of it."""
    from aligner.files import write_atomically
    from aligner.reading import map_text

    matches = bitext.article.chapters
    if not matches:
        return f"Not written: {path}. There are not two chapters on both sides."
    write_atomically(path, map_text(matches).encode("utf-8"))
    return f"The chapters are in {path}; correct it and give it back with --chapters."


def _labelled_only(bitext: Bitext, zh_codes: tuple[str, ...]) -> Iterator[str]:
    """Yield what to say where the one code that is written means another script."""
    from aligner.formats import shares_script

    script = bitext.article.script
    if len(zh_codes) == 1 and not shares_script("TW" if script == "Hant" else "CN", zh_codes[0]):
        named, own = ("Traditional", "zh-TW") if script == "Hant" else ("Simplified", "zh-CN")
        yield (
            f"The Chinese is {named} and stays so; the code {zh_codes[0]} is only written beside "
            f"it. To convert it, give --zh-code {own} as well."
        )


def _write(
    bitext: Bitext, outputs: Sequence[Path], options: ExportOptions, unit_of: UnitOf | None
) -> Iterator[str]:
    """Write a bitext to each file; yield what to say of pairs that are not in it as they were."""
    from aligner.formats import no_unit, write_bitext

    for path in outputs:
        written = write_bitext(bitext, path, options, unit_of=unit_of or no_unit)
        if written and written.left_out:
            pairs = counted(written.left_out, "pair")
            yield f"Left out of {path}: {pairs} without Chinese or without English."
        yield from written.sentences() if written else ()


def _show(bitext: Bitext, *, as_map: bool, min_confidence: float) -> None:
    columns = shutil.get_terminal_size((_PIPED_WIDTH, 24)).columns
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    if as_map:
        from aligner.cli.terminal_map import draw_map

        encoding = sys.stdout.encoding or "ascii"
        lines = draw_map(bitext, columns, colour=colour, encoding=encoding)
    else:
        from aligner.cli.side_by_side import draw

        lines = draw(bitext, columns, colour=colour, min_confidence=min_confidence)
    print_lines(lines, colour=colour)
