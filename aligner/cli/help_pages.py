"""The help in the language that is spoken, wrapped by cells: click counts characters.

Texts of commands and options are set for each run, English ones as they were written.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator

import click

from aligner.speaking import in_script, spoken, told

_EXTRAS = re.compile(r"(?P<help>.*?)(?P<extras>(?:\s*\[[^\[\]]+\])+)", re.DOTALL)
"""What is said of an option, and what click puts behind it in brackets."""
_IN_BRACKETS = re.compile(r"\[(default: )?([^\[\]]+)\]")
_MARKS = "，。；：、？！（）「」“”"
_UNSPACED = re.compile(rf"(?<=[^\x00-\x7f])\n(?=[^\x00-\x7f])|(?<=[{_MARKS}])\n|\n(?=[{_MARKS}])")
"""The end of a line at which no space is read: between Chinese, or beside a Chinese mark."""
_EXAMPLES = "\b\nExamples:"
_HEADINGS = {"Options": "選項", "Commands": "指令"}
_PLACES = {"[OPTIONS]": "[選項]", "COMMAND": "指令", "[ARGS]": "[引數]"}
"""What stands in a usage for whatever a person types; names that the help speaks of stay."""
_KEPT = "\b"
"""Stands before a paragraph whose lines stay as they are."""
_GAP = 2
_WIDEST = 30
"""Cells of the column of options."""


class _Formatter(click.HelpFormatter):
    """Writes Chinese as English is written, in cells."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        for english, chinese in _PLACES.items():
            args = args.replace(english, in_script(chinese))
        super().write_usage(prog, args, in_script("用法：") if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        self.write(f"{'':>{self.current_indent}}{in_script(_HEADINGS.get(heading, heading))}：\n")

    def write_text(self, text: str) -> None:
        from aligner.cells import wrap

        indent = " " * self.current_indent
        for number, paragraph in enumerate(text.split("\n\n")):
            if number:
                self.write("\n")
            if paragraph.startswith(_KEPT):
                lines = paragraph.removeprefix(_KEPT).strip("\n").split("\n")
            else:
                lines = wrap(_joined(paragraph), self.width - self.current_indent)
            self.write("".join(f"{indent}{line.rstrip()}\n" for line in lines))

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = _WIDEST, col_spacing: int = _GAP
    ) -> None:
        from aligner.cells import pad, width, wrap

        rows = list(rows)
        first = min(max((width(name) for name, _ in rows), default=0), col_max) + col_spacing
        indent = " " * self.current_indent
        for name, text in rows:
            room = max(self.width - first - self.current_indent, 10)
            lines = wrap(_with_default(text), room) or [""]
            if width(name) > first - col_spacing:
                self.write(f"{indent}{name}\n")
            else:
                self.write(f"{indent}{pad(name, first)}{lines.pop(0)}\n")
            self.write("".join(f"{indent}{'':>{first}}{line}\n" for line in lines))


class _Context(click.Context):
    formatter_class = _Formatter


def set_help(command: click.Command, name: str = "") -> None:
    """Let a command, and all that is in a group, explain itself in the language that is spoken."""
    for path, one in commands_in(command, name):
        set_own_help(one, path)


def set_own_help(command: click.Command, name: str) -> None:
    """Let a command explain itself in the language that is spoken, by the words that call it."""
    english = command.__dict__.setdefault(
        "_english", (command.help, command.short_help, command.epilog)
    )
    command.context_class = click.Context if spoken() == "en" else _Context
    command.help, command.short_help, command.epilog = english
    if spoken() == "en":
        return
    from aligner.speaking import COMMANDS, EXIT_CODES

    if name in COMMANDS:
        short, text = COMMANDS[name]
        _, mark, examples = inspect.cleandoc(english[0] or "").partition(_EXAMPLES)
        command.short_help = in_script(short)
        command.help = in_script(text)
        if mark and _KEPT not in text:
            command.help += "\n\n" + _KEPT + in_script("\n範例：") + examples
        command.epilog = in_script(EXIT_CODES) if english[2] else None


def commands_in(command: click.Command, name: str = "") -> Iterator[tuple[str, click.Command]]:
    """Yield a command and whatever is in it, by the words that call it: `memory add`."""
    yield name, command
    if isinstance(command, click.Group):
        for inner, one in command.commands.items():
            yield from commands_in(one, f"{name} {inner}".strip())


def _with_default(text: str) -> str:
    """Return what is said of an option in the language that is spoken, and what holds without."""
    from aligner.speaking import DEFAULTS

    found = _EXTRAS.fullmatch(text)
    if not found:
        return told(text)
    extras = (
        f"［{'預設：' if is_default else ''}{DEFAULTS.get(extra, extra)}］"
        for is_default, extra in _IN_BRACKETS.findall(found["extras"])
    )
    return told(found["help"]) + in_script("".join(extras))


def _joined(paragraph: str) -> str:
    """Return the lines of a paragraph as one; a space stands where one side has Latin letters."""
    lines = "\n".join(line.strip() for line in paragraph.split("\n"))
    return _UNSPACED.sub("", lines).replace("\n", " ")
