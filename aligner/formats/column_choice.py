"""Which columns of a table somebody has chosen for the two texts."""

from __future__ import annotations

from dataclasses import dataclass

from aligner.article import Language


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """The columns that somebody has chosen: by letter (B), number (2) or name; None for neither."""

    zh: str | None = None
    en: str | None = None

    def of(self, language: Language) -> str | None:
        """Return what was said of a language."""
        return self.zh if language == "zh" else self.en


ANY_COLUMNS = ColumnChoice()
"""Nothing is chosen: the table itself says which they are."""
