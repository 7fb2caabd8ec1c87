"""The terms of glossaries that a Chinese text holds, each once, with all the English they have.

The longest term wins, in either script; English that is not to be used is not offered. A term is
shown as it stands in the text, so that it can be found there; what it means comes from the
glossaries, in their order.
"""

from __future__ import annotations

from collections.abc import Iterable

from aligner.terms.matching import Matcher, chinese_key
from aligner.terms.values import Entry

_OR = " / "


class Lookup:
    """Entries, perhaps of several glossaries, ready to be looked up in Chinese texts."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        entries = tuple(entries)
        self.matcher = Matcher(entries)
        self._english: dict[str, list[str]] = {}
        banned = _banned(entries)
        for entry in entries:
            for form in entry.zh_forms:
                key = chinese_key(form).strip()
                english = self._english.setdefault(key, [])
                known = {*map(str.casefold, english), *banned.get(key, ()), ""}
                if entry.en.casefold() not in known:
                    english.append(entry.en)

    def inside(self, text: str) -> list[tuple[str, str]]:
        """Return each term in a Chinese text where it stands first, with its English."""
        found: dict[str, tuple[str, str]] = {}
        for span in self.matcher.find(text, "zh"):
            term = text[span.start : span.end]
            key = chinese_key(term)
            if key not in found and self._english[key]:
                found[key] = (term, _OR.join(self._english[key]))
        return list(found.values())


def _banned(entries: Iterable[Entry]) -> dict[str, set[str]]:
    """Return by Chinese term the English that is not to be used for it, in small letters."""
    banned: dict[str, set[str]] = {}
    for entry in entries:
        for form in entry.zh_forms:
            words = {variant.text.casefold() for variant in entry.banned("en")}
            banned.setdefault(chinese_key(form).strip(), set()).update(words)
    return banned
