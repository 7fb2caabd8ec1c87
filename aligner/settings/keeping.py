"""Writing one setting into the file, and leaving all else in it as it is.

A line is put in or changed; then the parser says whether the file means what it meant before but
for that one setting. Where it does not, as with a value over several lines, nothing is written. A
library that keeps the layout of TOML (tomlkit) would do no more than this for a file of single
values, and is as long as this whole room ten times over.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from aligner.errors import UnwritableOutput
from aligner.files import write_atomically
from aligner.settings.known import KNOWN, Value
from aligner.settings.preferences import config_file, read_table
from aligner.wording import UiLanguage

_SECTION = re.compile(r"\s*\[")
_VALUE = r"""(?P<value>"[^"\\]*"|'[^']*'|[^\s#"'\[{]+)(?P<rest>\s*(?:\#.*)?)"""
_HEAD = (
    "Settings of Duizhao. A line counts without the # in front; delete it, and the usual holds.",
    "Duizhao 的設定。去掉行首的 # 才會生效；刪去該行即回復預設。",
)
_KEYS_HEAD = (
    "Your own keys, by the names of the key card.",
    "自訂按鍵；名稱見按鍵表。",
)


def keep_setting(
    name: str, value: Value, *, path: Path | None = None, language: UiLanguage = "en"
) -> Path:
    """Write a setting into the person's file, or another, and return which; made if need be.

    Comments of a new file are in `language`. Raises UnwritableOutput with the reason.
    """
    path = path or config_file()
    if path is None:
        raise UnwritableOutput("There is no home folder to keep settings in.")
    try:
        known = read_table(path)
        text = path.read_bytes().decode("utf-8-sig") if path.exists() else new_file(language)
    except (OSError, ValueError) as problem:
        raise UnwritableOutput(
            f"The settings in {path} cannot be read ({problem}), so {name} was not kept."
        ) from problem
    changed = with_setting(text, name, value)
    if _meaning(changed) != {**known, name: value}:
        raise UnwritableOutput(
            f"{path} is laid out so that no line can be changed; "
            f"write {name} = {_written(value)} into it yourself."
        )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise UnwritableOutput(
            f"The folder {path.parent} cannot be made ({problem.strerror}), so {name} was not kept."
        ) from problem
    write_atomically(path, changed.encode("utf-8"))
    return path


def with_setting(text: str, name: str, value: Value) -> str:
    """Return the text of a file with a setting in it: its line changed, else one put in.

    A line that stands there as a comment, as in a new file, is used; sections stay behind it.
    """
    lines = text.splitlines(keepends=True)
    end = next((n for n, line in enumerate(lines) if _SECTION.match(line)), len(lines))
    for mark in (r"\s*", r"\#\s*"):
        pattern = re.compile(rf"{mark}{re.escape(name)}\s*=\s*{_VALUE}", re.VERBOSE)
        for number, line in enumerate(lines[:end]):
            if found := pattern.fullmatch(line.rstrip("\r\n")):
                ending = line[len(line.rstrip("\r\n")) :] or "\n"
                lines[number] = f"{name} = {_written(value)}{found['rest']}{ending}"
                return "".join(lines)
    if end and not lines[end - 1].endswith("\n"):
        lines[end - 1] += "\n"
    lines.insert(end, f"{name} = {_written(value)}\n")
    return "".join(lines)


def _meaning(text: str) -> dict[str, object] | None:
    """Return what a text says as TOML; None if it is none."""
    try:
        return tomllib.loads(text)
    except ValueError:
        return None


def new_file(language: UiLanguage) -> str:
    """Return a file that says of every setting what it is for, and settles none."""
    lines = [f"# {_said(_HEAD, language)}", ""]
    for setting in KNOWN:
        lines += [
            f"# {_said(setting.comment, language)}",
            f"# {setting.name} = {_written(setting.example)}",
            "",
        ]
    lines += [f"# {_said(_KEYS_HEAD, language)}", "# [keys]", '# confirm = ["y", "f2"]', ""]
    return "\n".join(lines)


def _written(value: Value) -> str:
    """Return a value as TOML has it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return repr(value)
    told = value.translate({92: r"\\", 34: r"\"", 10: r"\n", 13: r"\r", 9: r"\t"})
    return f'"{told}"'


def _said(both: tuple[str, str], language: UiLanguage) -> str:
    from aligner.speaking import said_in

    return both[0] if language == "en" else said_in(language, both[1])
