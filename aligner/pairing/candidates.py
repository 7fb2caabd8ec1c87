"""A document that looks for its counterpart: what it says, what its name says."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from aligner.article import Language
from aligner.pairing.finding import Found
from aligner.pairing.names import Name
from aligner.reading import Survey


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document, and what is known of it before it is aligned."""

    found: Found
    name: Name
    survey: Survey | None
    """What its text says; None where it cannot be read."""

    @property
    def path(self) -> Path:
        """Where it lies."""
        return self.found.path

    @property
    def language(self) -> Language | None:
        """The language of its text, whatever its name says; None where it cannot be read."""
        return self.survey.language if self.survey else None


@dataclass(frozen=True, slots=True)
class Couple:
    """Two documents that belong together."""

    zh: Candidate
    en: Candidate

    @property
    def is_exchanged(self) -> bool:
        """Whether the names say the opposite of the texts."""
        said, texts = (self.zh.name.said, self.en.name.said), (self.zh.survey, self.en.survey)
        return all(texts) and (said[0] == "en" or said[1] == "zh")
