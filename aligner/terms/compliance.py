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
        first: dict[str, TermMatch] = {}
        for span in self.find(zh, "zh"):
            first.setdefault(chinese_key(zh[span.start : span.end]), span)
        if not first:
            return []
        target = TargetText(en, "en")
        return [
            span
            for key, span in first.items()
            if (wanted := self._renderings.get(key)) and not target.has_one_of(wanted)
        ]


class TargetText:
    """A text in which renderings are looked for: it is folded once, however many there are."""

    def __init__(self, text: str, language: Language) -> None:
        self._language = language
        self._key = chinese_key(text) if language == "zh" else _joined(english_key(text))

    def has_one_of(self, wanted: Sequence[str]) -> bool:
        """Whether one of these renderings stands in the text."""
        return any(map(self._has, wanted))

    def _has(self, form: str) -> bool:
        if self._language == "zh":
            return chinese_key(form) in self._key
        words = english_key(form)
        if not words:
            return False
        if len(words) == 1 and len(words[0]) >= STEM:
            return f"{_BETWEEN}{words[0][:-1]}" in self._key
        return _joined(words) in self._key


_BETWEEN = "\0"
"""What stands around each word of a text, and in none of them."""


def _joined(words: Sequence[str]) -> str:
    return _BETWEEN + _BETWEEN.join(words) + _BETWEEN


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

    def used(self, text: str) -> dict[str, list[TermMatch]]:
        """Return where a text uses what is not to be used, by the key of the form; longer terms
        win."""
        found: dict[str, list[TermMatch]] = {}
        if not self:
            return found
        for match in self._matcher.find(text, self.language):
            key = form_key(text[match.start : match.end], self.language)
            found.setdefault(key, []).append(match)
        return found

    def of(self, key: str) -> set[str]:
        """Return the keys of the forms that are not to be used for a term, given its own key."""
        return self._of.get(key, set())


def form_key(text: str, language: Language) -> str:
    """Return a form as it is compared."""
    return chinese_key(text) if language == "zh" else " ".join(english_key(text))
