"""PO to units: a message and its translation, whichever of the two is in English.

`fuzzy` is the status "review", an obsolete entry is excluded. What else an entry says is among the
properties of its unit, so that a PO file can be written from them again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from aligner.article import Language
from aligner.bitext import Status
from aligner.errors import UnusableInput
from aligner.formats.language_codes import language_of_code
from aligner.formats.other_languages import units_or_refusal
from aligner.formats.po.catalogue import Entry, NoCatalogue, entries_of
from aligner.script import language_of
from aligner.unit import Unit

CONTEXT = "x-msgctxt"
PLURAL = "x-msgid-plural"
FORM = "x-msgstr-"
"""The beginning of the properties for further plural forms of a translation, with their number."""
FLAGS = "x-flags"
COMMENTS = {".": "x-extracted-comment", ":": "x-reference", "|": "x-previous"}
"""Properties for comments by what stands behind `#`, a line each."""


def read_po(lines: Iterable[str], path: Path) -> Iterator[Unit]:
    """Make units of the lines of a PO file; raises UnusableInput for what is none."""
    others: dict[str, None] = {}
    return units_or_refusal(path, others, _units(lines, path, others))


def _units(lines: Iterable[str], path: Path, others: dict[str, None]) -> Iterator[Unit]:
    code = ""
    try:
        for entry in entries_of(lines):
            if not entry.msgid and entry.msgctxt is None:
                code = _language_of_header(entry) or code
            elif code and language_of_code(code) is None:
                others[code] = None
            elif unit := _unit(entry, code):
                yield unit
    except NoCatalogue as problem:
        raise UnusableInput(
            f"{path} is no PO file from line {problem.line:,} on; look at it there, or export it "
            "again."
        ) from None


def _language_of_header(entry: Entry) -> str:
    """Return the code of the language that a file translates to; empty where it says none."""
    for line in entry.msgstr.get(0, "").splitlines():
        name, _, value = line.partition(":")
        if name.strip().lower() == "language":
            return value.strip().partition("@")[0]
    return ""


def _unit(entry: Entry, code: str) -> Unit | None:
    target = _target(entry, code)
    if target is None:
        return None
    texts = (entry.msgid, entry.msgstr.get(0, ""))
    zh, en = texts if target == "en" else texts[::-1]
    return Unit(
        zh=zh,
        en=en,
        zh_code=code if target == "zh" else "",
        en_code=code if target == "en" else "",
        status=_status(entry),
        note="\n".join(entry.comments.get(" ", ())),
        properties=tuple(_properties(entry)),
        source="zh" if target == "en" else "en",
    )


def _target(entry: Entry, code: str) -> Language | None:
    """Return the language of a translation, by the header or by what is written."""
    if code:
        return language_of_code(code)
    written = language_of(entry.msgstr.get(0, ""))
    if written:
        return written
    source = language_of(entry.msgid)
    return None if source is None else "en" if source == "zh" else "zh"


def _status(entry: Entry) -> Status:
    if entry.is_obsolete:
        return "excluded"
    return "review" if "fuzzy" in entry.flags else "proposed"


def _properties(entry: Entry) -> Iterator[tuple[str, str]]:
    if entry.msgctxt is not None:
        yield CONTEXT, entry.msgctxt
    if entry.msgid_plural is not None:
        yield PLURAL, entry.msgid_plural
    for form, text in sorted(entry.msgstr.items()):
        if form:
            yield f"{FORM}{form}", text
    if flags := [flag for flag in entry.flags if flag != "fuzzy"]:
        yield FLAGS, ", ".join(flags)
    for kind, name in COMMENTS.items():
        for line in entry.comments.get(kind, ()):
            yield name, line
