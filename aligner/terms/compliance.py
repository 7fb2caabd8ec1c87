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
            wanted = self._renderings.get(key)
            if key not in found and wanted and not is_rendered(wanted, en, "en"):
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


class BannedForms:
    """The forms in a language that a glossary says not to use, by the terms that they are for."""

    def __init__(self, entries: Iterable[Entry], source: Language) -> None:
        self.language: Language = "en" if source == "zh" else "zh"
        self._of: dict[str, set[str]] = {}
        forms: set[str] = set()
        for entry in entries:
            usable = entry.en_forms if source == "zh" else entry.zh_forms
            banned = [variant.text for variant in entry.banned(self.language)]
            forms.update(usable, banned)
            for form in entry.zh_forms if source == "zh" else entry.en_forms:
                keys = self._of.setdefault(form_key(form, source), set())
                keys.update(form_key(one, self.language) for one in banned)
        self._matcher = Matcher(Entry(form, form) for form in sorted(forms))

    def __bool__(self) -> bool:
        return any(self._of.values())

    def used(self, term: str, source: Language, text: str) -> list[TermMatch]:
        """Return where a text uses, for a term, what is not to be used; longer terms win."""
        banned = self._of.get(form_key(term, source))
        if not banned:
            return []
        return [
            match
            for match in self._matcher.find(text, self.language)
            if form_key(text[match.start : match.end], self.language) in banned
        ]


def form_key(text: str, language: Language) -> str:
    """Return a form as it is compared."""
    return chinese_key(text) if language == "zh" else " ".join(english_key(text))
