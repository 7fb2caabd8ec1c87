"""`duizhao cache`: vectors that are kept of other models, and how to be rid of them."""

from __future__ import annotations

import os

import click

from aligner.cli.exits import EXIT_CODES, print_lines
from aligner.cli.saying import say
from aligner.errors import UnwritableOutput
from aligner.speaking import told


@click.group(
    epilog=EXIT_CODES,
    invoke_without_command=True,
    short_help="See, empty or switch off what is kept of other models.",
)
@click.pass_context
def cache(context: click.Context) -> None:
    """Show where vectors of other models (--model) are kept, how large that is, and what is in it.

    The built-in model keeps nothing. No text is kept, only digests and vectors.

    \b
    Examples:
      duizhao cache            where it is, how large, what it holds
      duizhao cache clear      empty it
      duizhao cache off        keep nothing from now on
    """
    if context.invoked_subcommand is None:
        _show()


@cache.command(epilog=EXIT_CODES, short_help="Empty it.")
def clear() -> None:
    """Take all vectors out. What needs them again is encoded again."""
    from aligner.encoders import clear_vectors

    clear_vectors()
    _show()


@cache.command(epilog=EXIT_CODES, short_help="Keep no vectors from now on.")
def off() -> None:
    """Keep no vectors from now on, whatever is run. What is kept already stays until `clear`."""
    _switch(on=False)


@cache.command(epilog=EXIT_CODES, short_help="Keep vectors again.")
def on() -> None:
    """Keep vectors again. DUIZHAO_CACHE, where it is set, goes before this."""
    _switch(on=True)


def _switch(*, on: bool) -> None:
    from aligner.encoders import switch_cache

    try:
        switch_cache(on=on)
    except (OSError, RuntimeError) as problem:
        raise UnwritableOutput(
            f"The setting could not be written ({problem}); set DUIZHAO_CACHE to an empty text "
            "in the environment to keep nothing."
        ) from problem
    _show()


def _show() -> None:
    from aligner.cells import drawable, pad
    from aligner.encoders import kept_vectors

    kept = kept_vectors()
    vectors = "not readable" if kept.vectors is None else f"{kept.vectors:,}; no text"
    facts = (
        ("cache", told("on" if kept.is_on else "off: nothing is added")),
        ("file", drawable(str(kept.file or told("none: there is no home folder")))),
        ("size", f"{kept.size / 1e6:,.1f} MB"),
        ("vectors", told(vectors)),
    )
    print_lines((f"{pad(told(name), 9)}{fact}" for name, fact in facts), colour=False)
    if "DUIZHAO_CACHE" in os.environ:
        say("DUIZHAO_CACHE is set, and goes before `duizhao cache on` and `off`.")
