"""The terms of a source text with their renderings, out of entries of any origin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aligner.article import Language
from aligner.assistance.values import Segment, TermSuggestion
from aligner.terms import Entry, Matcher, TargetText, form_key

_LANGUAGES: tuple[Language, ...] = ("zh", "en")


class TermBase:
    """Entries ready to be looked up from either language.

    Where several entries have one term, their renderings come in the order of the entries.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        entries = tuple(entries)
        self._matcher = Matcher(entries)
        self._renderings: dict[Language, dict[str, list[str]]] = {"zh": {}, "en": {}}
        for entry in entries:
            self._add("zh", entry.zh_forms, entry.en_forms)
            self._add("en", entry.en_forms, entry.zh_forms)

    def _add(self, language: Language, forms: Iterable[str], renderings: Iterable[str]) -> None:
        wanted = list(renderings)
        for form in forms:
            known = self._renderings[language].setdefault(form_key(form, language).strip(), [])
            known += [text for text in wanted if text not in known]

    def suggestions(self, segment: Segment) -> Iterator[TermSuggestion]:
        """Yield the terms of the source text that have a rendering, each once, in order."""
        text = segment.text(segment.source)
        target = TargetText(segment.text(segment.target), segment.target)
        seen: set[str] = set()
        for span in self._matcher.find(text, segment.source):
            term = text[span.start : span.end]
            key = form_key(term, segment.source).strip()
            if key in seen:
                continue
            seen.add(key)
            if found := self._renderings[segment.source].get(key):
                yield TermSuggestion(term, span.start, tuple(found), target.has_one_of(found))
