"""The command `duizhao`: its options, and the order in which the other rooms do the work.

Results go to standard output or to files, everything else to standard error. Outputs are checked
before the work begins and written only when all is computed. Whatever costs time to import is
imported inside the command, so that `--help` answers at once.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import click

from aligner import __version__
from aligner.exits import EXIT_CODES, CarefulGroup, print_lines

if TYPE_CHECKING:
    from aligner.bitext import Bitext, Level

_PIPED_WIDTH = 100
_LANGUAGE_CODE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def _language_code(_: click.Context, option: click.Parameter, code: str | None) -> str | None:
    if code is not None and not _LANGUAGE_CODE.fullmatch(code):
        raise click.BadParameter(f"{code!r} is no language code such as zh-TW.", param=option)
    return code


def _encoding(_: click.Context, option: click.Parameter, name: str | None) -> str | None:
    try:
        " ".encode(name or "utf-8")
    except (LookupError, ValueError):
        raise click.BadParameter(
            f"{name!r} is no known encoding; try utf-8, utf-16, gb18030 or big5hkscs.", param=option
        ) from None
    return name


@click.group(
    cls=CarefulGroup, epilog=EXIT_CODES, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, "-V", "--version", prog_name="duizhao")
def main() -> None:
    """Duizhao 對照: align Chinese-English text into a translation memory, offline.

    \b
    Examples:
      duizhao align article.txt                   show the pairs
      duizhao align article.txt -o article.tmx    write a translation memory
      duizhao align zh.md en.md -o pairs.tsv      a text and its translation
      duizhao align --help                        all options
    """


@main.command(epilog=EXIT_CODES, short_help="Align an article, or a text and its translation.")
@click.argument("article", type=click.Path(path_type=Path))
@click.argument("other", required=False, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write a .tmx, .tsv, .json or .html file; may be given more than once.",
)
@click.option(
    "--level",
    type=click.Choice(["sentence", "paragraph"]),
    default="sentence",
    show_default=True,
    help="What a pair is made of.",
)
@click.option(
    "--zh-code",
    callback=_language_code,
    metavar="CODE",
    help="Code of the Chinese.  [default: zh-TW or zh-CN, by its script]",
)
@click.option(
    "--en-code",
    callback=_language_code,
    metavar="CODE",
    default="en-US",
    show_default=True,
    help="Code of the English.",
)
@click.option(
    "--map",
    "as_map",
    is_flag=True,
    help="Draw a map of the alignment in place of the pairs; with -o as well as the files.",
)
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="X",
    help="Leave pairs below X (0 to 1) out of TMX and TSV; elsewhere they are marked.",
)
@click.option(
    "--model",
    metavar="NAME_OR_FOLDER",
    help="A sentence-transformers model in place of the built-in one.",
)
@click.option(
    "--encoding", callback=_encoding, metavar="NAME", help="Read the text in this encoding."
)
@click.option(
    "--keep-furniture",
    is_flag=True,
    help="Align navigation, credits and repeated headlines too.",
)
def align(
    article: Path,
    other: Path | None,
    outputs: tuple[Path, ...],
    level: Level,
    zh_code: str | None,
    en_code: str,
    as_map: bool,
    min_confidence: float,
    model: str | None,
    encoding: str | None,
    keep_furniture: bool,
) -> None:
    """Align ARTICLE, which holds both languages, or ARTICLE in Chinese with OTHER in English.

    Text files, Markdown, HTML and tab-separated columns are read; layout, encoding and script are
    found by themselves. Without -o the pairs are shown side by side.

    \b
    Examples:
      duizhao align article.txt -o article.tmx -o article.html
      duizhao align zh.txt en.txt --level paragraph -o pairs.tsv
      duizhao align zh.txt en.txt --map -o book.html
      duizhao align old.txt --encoding big5hkscs --zh-code zh-HK -o old.tmx
    """
    started = perf_counter()
    inputs = [article] if other is None else [article, other]
    if outputs:
        _check_outputs(outputs, inputs)
    bitext = _aligned(
        inputs, level=level, model=model, encoding=encoding, keep_furniture=keep_furniture
    )
    # The map is for the eye and follows the files, which matter more if it cannot be printed.
    if outputs:
        from aligner.exchange import write_bitext

        for path in outputs:
            write_bitext(
                bitext, path, zh_code=zh_code, en_code=en_code, min_confidence=min_confidence
            )
    if as_map or not outputs:
        _show(bitext, as_map=as_map, min_confidence=min_confidence)
    from aligner.summary import summary

    for line in summary(bitext, perf_counter() - started, outputs):
        click.echo(line, err=True)


def _show(bitext: Bitext, *, as_map: bool, min_confidence: float) -> None:
    columns = shutil.get_terminal_size((_PIPED_WIDTH, 24)).columns
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    if as_map:
        from aligner.terminal_map import draw_map

        encoding = sys.stdout.encoding or "ascii"
        lines = draw_map(bitext, columns, colour=colour, encoding=encoding)
    else:
        from aligner.side_by_side import draw

        lines = draw(bitext, columns, colour=colour, min_confidence=min_confidence)
    print_lines(lines, colour=colour)


def _check_outputs(outputs: Sequence[Path], inputs: Sequence[Path]) -> None:
    from aligner.exchange import check_format
    from aligner.exchange.atomic import check_writable

    for path in outputs:
        check_format(path)
        check_writable(path, inputs)


def _aligned(
    inputs: Sequence[Path],
    *,
    level: Level,
    model: str | None,
    encoding: str | None,
    keep_furniture: bool,
) -> Bitext:
    import aligner
    from aligner.progress import Meter

    with Meter(sys.stderr) as meter:
        work = aligner.align_article if len(inputs) == 1 else aligner.align_files
        return work(
            *inputs,
            level=level,
            model=model,
            encoding=encoding,
            keep_furniture=keep_furniture,
            progress=meter,
        )
