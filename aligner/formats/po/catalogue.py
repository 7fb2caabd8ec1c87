"""The grammar of a PO file: lines to entries, and an entry to lines.

As the manual of GNU gettext has it ("The Format of PO Files"): comments by their second character,
keywords with strings in C's spelling, `#~` before what is no longer in use. polib would read the
whole file at once and takes U+2028 inside a string for the end of a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_LINE = re.compile(r'(?:(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d{1,2})\])?\s*)?"(.*)"\s*')
_PART = re.compile(r"[^\n]*\n|[^\n]+")
_ESCAPE = re.compile(r"\\(x[0-9A-Fa-f]{1,2}|[0-7]{1,3}|.)", re.DOTALL)
_MEANING = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_SPELLING = str.maketrans({"\\": "\\\\", '"': '\\"', "\t": "\\t", "\r": "\\r", "\n": "\\n"})


_Strings = dict[tuple[str, int], list[str]]
"""The strings of an entry line by line, by their keyword and the number of their form."""


class NoCatalogue(ValueError):
    """A line that no PO file has; `line` is its number, from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


@dataclass(slots=True)
class Entry:
    """A message and its translation."""

    msgid: str = ""
    msgctxt: str | None = None
    msgid_plural: str | None = None
    msgstr: dict[int, str] = field(default_factory=dict)
    """The translation, under 0; of a message with a plural each form under its number."""
    comments: dict[str, list[str]] = field(default_factory=dict)
    """Lines by what stands behind `#`: a space, or one of `.:,|`."""
    is_obsolete: bool = False

    @property
    def flags(self) -> list[str]:
        """What is said in `#,` comments: `fuzzy`, `c-format` ..."""
        lines = self.comments.get(",", ())
        return [flag for line in lines for part in line.split(",") if (flag := part.strip())]


def entries_of(lines: Iterable[str]) -> Iterator[Entry]:
    """Yield the entries of a PO file, its header among them; raises NoCatalogue."""
    entry, keyword, form = Entry(), "", 0
    strings: _Strings = {}
    for number, line in enumerate(lines, start=1):
        line = line.strip(" \t\r\n\ufeff")
        if not line:
            continue
        is_obsolete = line.startswith("#~")
        if is_obsolete:
            line = line[2:].lstrip()
            line = f"#{line}" if line.startswith("|") else line
        begins = line.startswith(("#", "msgctxt", "msgid ", 'msgid"', "msgid\t"))
        # Whatever follows a translation belongs to the next message.
        if begins and _has_translation(strings):
            yield _filled(entry, strings)
            entry, keyword, strings = Entry(), "", {}
        entry.is_obsolete |= is_obsolete
        if line.startswith("#"):
            kind = line[1:2] if line[1:2] in (".", ":", ",", "|") else " "
            entry.comments.setdefault(kind, []).append(line[1:].removeprefix(kind).strip())
            continue
        if not line:
            continue
        found = _LINE.fullmatch(line)
        if not found or not (found[1] or keyword):
            raise NoCatalogue(number)
        if found[1]:
            keyword, form = found[1], int(found[2] or 0)
        strings.setdefault((keyword, form), []).append(_unescaped(found[3]))
    if _has_translation(strings):
        yield _filled(entry, strings)


def _has_translation(strings: _Strings) -> bool:
    return any(keyword == "msgstr" for keyword, _ in strings)


def _filled(entry: Entry, strings: _Strings) -> Entry:
    """Put the strings of an entry together, each of which may stand in very many lines."""
    for (keyword, form), parts in strings.items():
        text = "".join(parts)
        if keyword == "msgid":
            entry.msgid += text
        elif keyword == "msgctxt":
            entry.msgctxt = (entry.msgctxt or "") + text
        elif keyword == "msgid_plural":
            entry.msgid_plural = (entry.msgid_plural or "") + text
        else:
            entry.msgstr[form] = text
    return entry


def lines_of_entry(entry: Entry) -> Iterator[str]:
    """Yield an entry as lines with their ends, an empty one last."""
    before = "#~ " if entry.is_obsolete else ""
    for kind in " .:,|":
        for line in entry.comments.get(kind, ()):
            yield f"#{kind}{'' if kind == ' ' else ' '}{line}".rstrip() + "\n"
    for keyword, text in _keywords(entry):
        for line in _spelled(keyword, text):
            yield f"{before}{line}\n"
    yield "\n"


def _keywords(entry: Entry) -> Iterator[tuple[str, str]]:
    if entry.msgctxt is not None:
        yield "msgctxt", entry.msgctxt
    yield "msgid", entry.msgid
    if entry.msgid_plural is None:
        yield "msgstr", entry.msgstr.get(0, "")
    else:
        yield "msgid_plural", entry.msgid_plural
        for form in sorted(entry.msgstr):
            yield f"msgstr[{form}]", entry.msgstr[form]


def _spelled(keyword: str, text: str) -> Iterator[str]:
    """Yield a keyword with its string: on one line, or a line of the file for each of the text."""
    parts = _PART.findall(text)
    if len(parts) < 2:
        yield f'{keyword} "{text.translate(_SPELLING)}"'
        return
    yield f'{keyword} ""'
    for part in parts:
        yield f'"{part.translate(_SPELLING)}"'


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(_meaning, text) if "\\" in text else text


def _meaning(escape: re.Match[str]) -> str:
    said = escape[1]
    if said in _MEANING:
        return _MEANING[said]
    if said[0] == "x" and len(said) > 1:
        return chr(int(said[1:], 16))
    return chr(int(said, 8)) if said[0] in "01234567" else said
