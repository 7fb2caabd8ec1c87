"""The terms of glossaries that a Chinese text holds, each once, with all the English they have.

The longest term wins, in either script. A term is shown as it stands in the text, so that it can
be found there; what it means comes from the glossaries, in their order.
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
        for entry in entries:
            for form in entry.zh_forms:
                english = self._english.setdefault(chinese_key(form).strip(), [])
                if entry.en.casefold() not in map(str.casefold, english):
                    english.append(entry.en)

    def inside(self, text: str) -> list[tuple[str, str]]:
        """Return each term in a Chinese text where it stands first, with its English."""
        found: dict[str, tuple[str, str]] = {}
        for span in self.matcher.find(text, "zh"):
            term = text[span.start : span.end]
            key = chinese_key(term)
            if key not in found:
                found[key] = (term, _OR.join(self._english[key]))
        return list(found.values())
