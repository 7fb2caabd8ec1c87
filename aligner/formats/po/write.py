"""Units to PO, as gettext's own tools take it.

A catalogue has a message once: what stands there again with the same translation is one entry, and
with another it gets a context of its own, since `msgfmt` refuses a message that is defined twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b

from aligner import __version__
from aligner.article import Language
from aligner.files import legal
from aligner.formats.options import ExportOptions
from aligner.formats.po.catalogue import Entry, lines_of_entry
from aligner.formats.po.read import COMMENTS, CONTEXT, FLAGS, FORM, PLURAL
from aligner.script import language_of
from aligner.unit import Unit

_PLURALS: dict[Language, str] = {
    "zh": "nplurals=1; plural=0;",
    "en": "nplurals=2; plural=(n != 1);",
}
_MOST_FORMS = 6
"""Plural forms of a language; no language has more."""


def po_text(units: Iterable[Unit], options: ExportOptions) -> Iterator[str]:
    """Write units as a PO file, in pieces."""
    yield from lines_of_entry(_header(options))
    met: dict[bytes, bytes] = {}
    for unit in units:
        entry = _entry(unit, options)
        translation = _digest(*(text for _, text in sorted(entry.msgstr.items())))
        number, context = 1, entry.msgctxt
        while (key := _digest(entry.msgctxt or "", "", entry.msgid)) in met:
            if met[key] == translation:
                break
            number += 1
            entry.msgctxt = f"{context or ''} #{number}".strip()
        else:
            met[key] = translation
            yield from lines_of_entry(entry)


def _header(options: ExportOptions) -> Entry:
    target = options.order[1]
    fields = (
        ("Project-Id-Version", options.title),
        ("Language", options.code(target).replace("-", "_")),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
        ("Plural-Forms", _PLURALS[target]),
        ("X-Generator", f"Duizhao {__version__}"),
    )
    text = "".join(f"{name}: {' '.join(legal(value).split())}\n" for name, value in fields)
    return Entry(msgstr={0: text})


def _entry(unit: Unit, options: ExportOptions) -> Entry:
    source, target = options.order
    texts: dict[Language, str] = {"zh": legal(unit.zh), "en": legal(unit.en)}
    said: dict[str, list[str]] = {}
    for name, value in unit.properties:
        said.setdefault(name, []).append(legal(value))
    context = said.get(CONTEXT, [None])[0]
    entry = Entry(texts[source], context, msgstr={0: texts[target]})
    entry.is_obsolete = unit.status == "excluded"
    plural = said.get(PLURAL, [""])[0]
    # A plural is the source's; in a file of the other direction it has no place.
    if plural and language_of(plural) in (source, None):
        entry.msgid_plural = plural
        for form in range(1, _MOST_FORMS):
            if f"{FORM}{form}" in said:
                entry.msgstr[form] = said[f"{FORM}{form}"][0]
    entry.comments = {kind: _lines(said.get(name, ())) for kind, name in COMMENTS.items()}
    entry.comments[" "] = _lines([legal(unit.note)] if unit.note else ())
    flags = [*(["fuzzy"] if unit.status == "review" else []), *said.get(FLAGS, ())]
    entry.comments[","] = _lines([", ".join(flags)] if flags else ())
    return entry


def _lines(texts: Iterable[str]) -> list[str]:
    """Return texts as the lines of comments."""
    return [line for text in texts for line in text.splitlines()]


def _digest(*texts: str) -> bytes:
    return blake2b("\0".join(texts).encode("utf-8", "replace"), digest_size=16).digest()
