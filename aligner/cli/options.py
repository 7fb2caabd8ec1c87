"""What several commands have in common: options, their checks, aligning with a progress line."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from aligner.cli.paths import INPUT
from aligner.settings import THEMES

if TYPE_CHECKING:
    from aligner.article import Language
    from aligner.bitext import Bitext, Level
    from aligner.formats import BilingualForm, ExportOptions, ToolName, XliffVersion


def language_code(_: click.Context, option: click.Parameter, code: str | None) -> str | None:
    """Refuse what is no language code."""
    from aligner.formats import is_code

    if code is not None and not is_code(code):
        raise click.BadParameter(f"{code!r} is no language code such as zh-TW.", param=option)
    return code


def known_encoding(_: click.Context, option: click.Parameter, name: str | None) -> str | None:
    """Refuse what is no encoding that Python knows."""
    try:
        " ".encode(name or "utf-8")
    except (LookupError, ValueError):
        raise click.BadParameter(
            f"{name!r} is no known encoding; try utf-8, utf-16, gb18030 or big5hkscs.", param=option
        ) from None
    return name


_Command = TypeVar("_Command", bound=Callable[..., Any])


def _together(*options: Callable[[_Command], _Command]) -> Callable[[_Command], _Command]:
    """Return a decorator that gives a command several options, in this order."""

    def decorate(command: _Command) -> _Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


def language_codes(
    context: click.Context, option: click.Parameter, codes: tuple[str, ...]
) -> tuple[str, ...]:
    """Refuse what are no language codes."""
    for code in codes:
        language_code(context, option, code)
    return codes


unit_options = _together(
    click.option(
        "--zh-code",
        "zh_codes",
        callback=language_codes,
        multiple=True,
        metavar="CODE",
        help="Code of the Chinese; given twice, both scripts are written, one of them converted.  "
        "[default: zh-TW or zh-CN, by its script]",
    ),
    click.option(
        "--en-code",
        callback=language_code,
        metavar="CODE",
        help="Code of the English.  [default: en-US]",
    ),
    click.option(
        "--for",
        "tool",
        type=click.Choice(["omegat", "trados", "memoq", "phrase", "weblate"]),
        help="Write the codes and properties that this tool wants.",
    ),
    click.option(
        "--source",
        type=click.Choice(["zh", "en"]),
        help="The language translated from, where a format asks.  [default: as the file says, else "
        "zh; en for weblate and PO]",
    ),
    click.option(
        "--xliff",
        type=click.Choice(["1.2", "2.1"]),
        default="1.2",
        show_default=True,
        help="Version of XLIFF files.",
    ),
)
"""What every command that writes units can be told."""

salvage_option = click.option(
    "--salvage",
    is_flag=True,
    help="Of a damaged file, take the units before the damage.",
)
"""What every command that reads units can be told."""

writing_options = _together(
    unit_options,
    click.option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        default=0.0,
        metavar="X",
        help="Leave pairs below X (0 to 1) out; .json and .html show them marked.",
    ),
)
"""What every command that writes pairs can be told."""

form_option = click.option(
    "--form",
    type=click.Choice(["table", "turn", "tap"]),
    help="How a document has both languages: in a table (.docx), paragraph after paragraph in turn "
    "(.docx, .epub), or the translation behind a tap (.epub).  [default: table; turn in .epub]",
)

code_options = _together(
    click.option(
        "--zh-code",
        callback=language_code,
        metavar="CODE",
        help="Code of the Chinese that is written.  [default: zh-TW or zh-CN, by its script]",
    ),
    click.option(
        "--en-code",
        callback=language_code,
        metavar="CODE",
        default="en-US",
        show_default=True,
        help="Code of the English that is written.",
    ),
)
"""What a command can be told that writes each text once."""

column_options = _together(
    click.option(
        "--zh-column",
        metavar="COLUMN",
        help="Column of the Chinese in a table: its letter, number or name.  [default: found]",
    ),
    click.option(
        "--en-column",
        metavar="COLUMN",
        help="Column of the English in a table, likewise.",
    ),
)
"""What every command that reads tables can be told."""

reading_options = _together(
    click.option(
        "--level",
        type=click.Choice(["sentence", "paragraph"]),
        default="sentence",
        show_default=True,
        help="What a pair is made of.",
    ),
    click.option(
        "--model",
        metavar="NAME_OR_FOLDER",
        help="A sentence-transformers model in place of the built-in one.",
    ),
    click.option(
        "--encoding",
        callback=known_encoding,
        metavar="NAME",
        help="Read the text in this encoding.",
    ),
    click.option(
        "--keep-boilerplate",
        "--keep-furniture",  # its name before
        "keep_boilerplate",
        is_flag=True,
        help="Align navigation, credits and repeated headlines too.",
    ),
    column_options,
)
"""What every command that aligns can be told."""


screen_options = _together(
    click.option(
        "--lang",
        type=click.Choice(["en", "zh", "zh-TW", "zh-CN"]),
        help="Language of the screen.  [default: by the locale]",
    ),
    click.option(
        "--theme",
        type=click.Choice(THEMES),
        default="dark",
        metavar="NAME",
        help="Colours: dark, light, ansi (the sixteen of the terminal), nord, dracula, gruvbox and "
        "other themes of Textual.  [default: dark, or as settled]",
    ),
    click.option(
        "--ambiguous-wide",
        is_flag=True,
        help="For terminals that draw “ ” … — in two cells, as Chinese ones may.",
    ),
    click.option(
        "--ascii", "is_plain", is_flag=True, help="Draw lines and marks with ASCII alone."
    ),
)
"""How a screen can be asked to look."""


chapters_option = click.option(
    "--chapters",
    "chapter_map",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Which chapters of two books answer to which: lines such as 1 = 2.  [default: found]",
)

chapter_options = _together(
    chapters_option,
    click.option(
        "--write-chapters",
        "chapters_to",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Write what was found of the chapters to a file, to be corrected and given back.",
    ),
)
"""What a command can be told of the chapters of two books."""


named_sides = _together(
    click.option(
        "--zh",
        "zh_file",
        type=INPUT,
        metavar="FILE",
        help="The Chinese file of two, whatever it looks like.",
    ),
    click.option(
        "--en",
        "en_file",
        type=INPUT,
        metavar="FILE",
        help="The English file of two, likewise.",
    ),
)
"""How a command is told which of two files is which."""


def named_files(
    first: Path | None,
    other: Path | None,
    zh_file: Path | None,
    en_file: Path | None,
    *,
    argument: str,
) -> tuple[Path, Path | None]:
    """Return the files of a command, the Chinese one first; the second is None for one article.

    With `--zh` or `--en` alone the other file is the one that was named without an option;
    `argument` is what the command calls that.
    """
    if zh_file is None and en_file is None:
        if first is None:
            raise click.UsageError(f"Missing argument '{argument}'.")
        return first, other
    named = [path for path in (zh_file, en_file, first, other) if path is not None]
    if len(named) != 2:
        raise click.UsageError("--zh and --en name two files, a Chinese one and an English one.")
    rest = first
    return (zh_file or rest or named[0]), (en_file or rest or named[1])


def export_options(
    zh_codes: tuple[str, ...],
    en_code: str | None,
    tool: ToolName | None,
    source: Language | None,
    xliff: XliffVersion,
    *,
    min_confidence: float = 0.0,
    title: str = "",
    upper: Language = "zh",
    form: BilingualForm | None = None,
) -> ExportOptions:
    """Return what the options of a command say about the file to be written."""
    from aligner.formats import PLAIN, TOOLS, ExportOptions

    wanted = TOOLS[tool] if tool else PLAIN
    return ExportOptions(
        zh_codes,
        en_code,
        min_confidence,
        wanted,
        source,
        xliff,
        title,
        form=form,
        upper=upper,
    )


def with_ending(output: Path, tool: ToolName | None, ending: str = "") -> Path:
    """Return a file under the ending that a tool wants, where it was named without any.

    `ending` is for what is no memory, and has an ending of its own with that tool.
    """
    if tool is None or output.suffix or output.name in ("", ".."):
        return output
    from aligner.formats import TOOLS

    return output.with_name(f"{output.name}{ending or TOOLS[tool].extension}")


def check_columns(files: int, zh_column: str | None, en_column: str | None) -> None:
    """Refuse columns where there is a file for each language."""
    if files > 1 and (zh_column or en_column):
        raise click.UsageError("--zh-column and --en-column are for one table with both languages.")


def check_chapters(files: int, chapter_map: Path | None, chapters_to: Path | None = None) -> None:
    """Refuse chapters where there are not two books, and a map that could not be written."""
    if files < 2 and (chapter_map or chapters_to):
        raise click.UsageError(
            "--chapters and --write-chapters are for a Chinese and an English book."
        )
    if chapters_to:
        from aligner.files import check_writable

        check_writable(chapters_to)


def check_outputs(
    outputs: Sequence[Path], inputs: Sequence[Path], form: BilingualForm | None = None
) -> None:
    """Raise, before any work, for an output that could not be written."""
    from aligner.files import check_writable
    from aligner.formats import check_form

    for path in outputs:
        check_form(path, form)
        check_writable(path, inputs)


def aligned(
    inputs: Sequence[Path],
    *,
    level: Level,
    model: str | None,
    encoding: str | None,
    keep_boilerplate: bool,
    zh_column: str | None = None,
    en_column: str | None = None,
    as_named: bool = False,
    chapters: Path | None = None,
) -> Bitext:
    """Align one article, or a text and its translation, with progress on standard error.

    With `as_named` the first of two files is the Chinese one, whatever it looks like; `chapters` is
    a map of the chapters of two books.
    """
    import aligner
    from aligner.cli.progress import Meter

    check_columns(len(inputs), zh_column, en_column)
    with Meter(sys.stderr) as meter:
        if len(inputs) == 1:
            return aligner.align_article(
                inputs[0],
                level=level,
                model=model,
                encoding=encoding,
                keep_boilerplate=keep_boilerplate,
                zh_column=zh_column,
                en_column=en_column,
                progress=meter,
            )
        return aligner.align_files(
            *inputs,
            as_named=as_named,
            chapters=chapters,
            level=level,
            model=model,
            encoding=encoding,
            keep_boilerplate=keep_boilerplate,
            progress=meter,
        )
