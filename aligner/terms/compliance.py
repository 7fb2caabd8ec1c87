"""Whether a pair keeps to a glossary: which terms stand in it, and which were rendered otherwise.

A term is kept where any of its renderings stands in the other text, also in the plural or grown
into a longer word (Ukraine in Ukrainian).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from aligner.article import Language
from aligner.terms.matching import Matcher, TermMatch, chinese_key, english_key
from aligner.terms.values import Entry

STEM = 5
"""Letters that two words share when one has grown out of the other."""


class TermChecker:
    """Entries ready to be looked for in pairs."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self._matcher = Matcher(self.entries)
        self._renderings: dict[str, list[str]] = {}
        for entry in self.entries:
            for form in entry.zh_forms:
                self._renderings.setdefault(chinese_key(form), []).extend(entry.en_forms)

    def find(self, text: str, language: Language) -> list[TermMatch]:
        """Return the terms in a text of a language."""
        return self._matcher.find(text, language)

    def violations(self, zh: str, en: str) -> list[TermMatch]:
        """Return the terms in a Chinese text, each once, of which the English has no rendering."""
        found: dict[str, TermMatch] = {}
        for span in self.find(zh, "zh"):
            key = chinese_key(zh[span.start : span.end])
            if key not in found and not is_rendered(self._renderings.get(key, ()), en, "en"):
                found[key] = span
        return list(found.values())


def is_rendered(wanted: Sequence[str], text: str, language: Language) -> bool:
    """Whether one of these renderings stands in a text."""
    if language == "zh":
        key = chinese_key(text)
        return any(chinese_key(form) in key for form in wanted)
    words = english_key(text)
    return any(_holds(words, english_key(form)) for form in wanted)


def _holds(words: Sequence[str], term: Sequence[str]) -> bool:
    if not term:
        return False
    if len(term) == 1 and len(term[0]) >= STEM:
        return any(word.startswith(term[0][:-1]) for word in words)
    size = len(term)
    return any(list(words[k : k + size]) == list(term) for k in range(len(words) - size + 1))
