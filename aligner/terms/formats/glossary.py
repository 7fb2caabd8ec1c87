"""What a glossary is besides its entries: the codes of its languages, and its direction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aligner.article import Language
from aligner.files import segment
from aligner.terms.values import Entry


@dataclass(frozen=True, slots=True)
class Glossary:
    """Entries ready to be written."""

    entries: tuple[Entry, ...]
    zh_code: str = "zh-TW"
    en_code: str = "en-US"
    source: Language = "zh"
    """The language that is translated from, which stands first."""

    def code(self, language: Language) -> str:
        """Return the code of a language."""
        return self.zh_code if language == "zh" else self.en_code

    @property
    def target(self) -> Language:
        """The language that is translated into."""
        return "en" if self.source == "zh" else "zh"


def forms_of(entry: Entry, language: Language) -> list[str]:
    """Return the term and its variants in a language as files have them, each once."""
    forms = entry.zh_forms if language == "zh" else entry.en_forms
    return list(dict.fromkeys(text for form in forms if (text := segment(form))))


def writable(entries: Sequence[Entry], *, with_banned: bool = False) -> tuple[Entry, ...]:
    """Return the entries that have a term in both languages once what no file can hold is gone.

    `with_banned` counts forms that are not to be used among the terms.
    """

    def has_term(entry: Entry, language: Language) -> bool:
        banned = entry.banned(language) if with_banned else ()
        return bool(forms_of(entry, language) or any(segment(one.text) for one in banned))

    return tuple(e for e in entries if has_term(e, "zh") and has_term(e, "en"))


def remark_of(entry: Entry) -> str:
    """Return part of speech, domain and note in one line, for forms with a single comment."""
    parts = (entry.part_of_speech, entry.domain, entry.note)
    return "; ".join(text for part in parts if (text := segment(part)))
