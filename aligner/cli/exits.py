"""What the command says, and exits with, when it cannot do what was asked.

The one place where errors are shown: a sentence on standard error and an exit code, never a
traceback, unless DUIZHAO_DEBUG is set in the environment.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn, TextIO

import click

from aligner import signals
from aligner.cli.saying import abandon, say, say_problem
from aligner.errors import DuizhaoError, UnusableInput, UnwritableOutput

FOUND = 4
UNEXPECTED = 70
INTERRUPTED = 130
_DEEPEST_CAUSE = 8
_ENDED = {
    129: "Ended, since the terminal was closed; no file is left half-written.",
    INTERRUPTED: "Interrupted; no file is left half-written.",
}
"""What is said, by exit code."""
_ENDED_OTHERWISE = "Ended; no file is left half-written."

EXIT_CODES = """\b
Exit codes:
  0    done
  1    the input cannot be used, or the output cannot be written
  2    the command was not understood
  3    the model cannot be had
  4    a check found something
  70   a fault of the program
  129  ended since the terminal was closed; no file is left half-written
  130  interrupted; no file is left half-written
  143  ended by another program; no file is left half-written"""


_WORK = {
    "align": "align this article",
    "anonymise": "anonymise this file",
    "batch": "align these documents",
    "check": "check this file",
    "convert": "convert this file",
    "memory": "do this with a translation memory",
    "merge": "merge all of this",
    "repair": "repair this file",
    "review": "open this for review",
    "rules": "test these rules",
    "settings": "keep this setting",
    "terms": "look for terms in this",
    "update": "take in this new version",
}
"""What each command was asked to do, as it stands behind "not enough memory to"."""


class CarefulGroup(click.Group):
    """A click group whose every failure is a sentence and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; where memory runs out, say of which work."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as problem:
            # Click would write an empty line when a signal ends it, wherever to.
            raise click.Abort from problem
        except MemoryError:
            work = _WORK.get(ctx.invoked_subcommand or "", "do this")
            raise UnusableInput(
                f"There is not enough memory to {work}; divide it into parts."
            ) from None

    def heed(self, words: list[str]) -> list[str]:
        """Take what is asked of all commands, and return the words for click."""
        return words

    def main(self, args: Sequence[str] | None = None, *_: Any, **kwargs: Any) -> NoReturn:
        """Run the command and exit."""
        # Python has no stream where the shell closed it (`>&-`).
        sys.stdout, sys.stderr = sys.stdout or io.StringIO(), sys.stderr or io.StringIO()
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")
        try:
            with signals.heeded():
                words = self.heed(list(sys.argv[1:] if args is None else args))
                options = {**kwargs, "standalone_mode": False}
                # The result is the code of --help and --version, and None from a command.
                sys.exit(super().main(words, **options) or 0)
        except (click.Abort, KeyboardInterrupt) as problem:
            ended = problem.__cause__ if isinstance(problem, click.Abort) else problem
            code = signals.exit_code(ended)
            _flush_or_abandon(sys.stdout)
            if code == INTERRUPTED and sys.stderr.isatty():
                say("")  # behind the ^C of the terminal
            _fail(_ENDED.get(code, _ENDED_OTHERWISE), code)
        except click.ClickException as problem:
            say_problem(problem)
            sys.exit(problem.exit_code)
        except DuizhaoError as problem:
            _fail(str(problem), problem.exit_code)
        except Exception as problem:
            if interruption := _interruption_behind(problem):
                code = signals.exit_code(interruption)
                _fail(_ENDED.get(code, _ENDED_OTHERWISE), code)
            if os.environ.get("DUIZHAO_DEBUG"):
                raise
            _fail(
                f"Duizhao failed in a way it should not ({type(problem).__name__}: {problem}). "
                "Please report it with the output of the same command under DUIZHAO_DEBUG=1.",
                UNEXPECTED,
            )


def _interruption_behind(problem: BaseException) -> KeyboardInterrupt | None:
    """Return the signal that an error stands for: Python wraps what ends the making of a class."""
    seen: BaseException | None = problem
    for _ in range(_DEEPEST_CAUSE):
        if seen is None or isinstance(seen, KeyboardInterrupt):
            return seen
        seen = seen.__cause__ or seen.__context__
    return None


def _flush_or_abandon(stream: TextIO) -> None:
    try:
        stream.flush()
    except OSError:  # the terminal is gone
        abandon(stream)


def _fail(sentence: str, code: int) -> NoReturn:
    say(f"duizhao: {' '.join(sentence.split())}")
    sys.exit(code)


def print_lines(lines: Iterable[str], *, colour: bool) -> None:
    """Print lines to standard output; a reader who stops listening (`| head`) is no error."""
    try:
        for line in lines:
            click.echo(line, color=colour)
    except BrokenPipeError:
        abandon(sys.stdout)
    except OSError as problem:
        abandon(sys.stdout)
        raise UnwritableOutput(
            f"The pairs could not be printed ({problem.strerror}); write them to a file with -o."
        ) from problem
