"""What a person may ask of a file that is written.

The same value goes all the way: as it was asked, with gaps, from the command or the screen, and
filled in for the first unit or the article, to the writer. So a writer may rely on one code for
each language, a source and a title.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from aligner.article import Language
from aligner.formats.language_codes import valid_code
from aligner.formats.tools import PLAIN, Tool
from aligner.unit import Unit

XliffVersion = Literal["1.2", "2.1"]
EpubStyle = Literal["turn", "tap"]


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How pairs or units are to be written. The default is what all tools take."""

    zh_codes: tuple[str, ...] = ()
    """Codes of the Chinese. None: as the unit says, or by its script. One: that, the text converted
    if the unit says that it is of another region, or is in another script. Several: each unit once
    for each, converted to the writing of its region."""
    en_code: str | None = None
    """Code of the English; None is as the unit says, or the tool's."""
    min_confidence: float = 0.0
    """Proposed pairs of a bitext below it (0 to 1) are left out; what a translator has confirmed or
    edited is not."""
    tool: Tool = PLAIN
    source: Language | None = None
    """The language that is translated from; None is what the format or the tool takes for it."""
    xliff: XliffVersion = "1.2"
    title: str = ""
    """Name of the file that the units come from."""
    epub_style: EpubStyle = "turn"
    """How an e-book has both languages: paragraphs in turn, or the translation behind a tap."""
    upper: Language = "zh"
    """The language of the upper line, in subtitles with both."""

    @property
    def zh_code(self) -> str:
        """The code of the Chinese, the first one where several are wanted."""
        return self.zh_codes[0] if self.zh_codes else self.tool.zh["CN"]

    @property
    def asks_for_codes(self) -> bool:
        """Whether codes are to be other than the units say."""
        return bool(self.zh_codes or self.en_code) or self.tool is not PLAIN

    @property
    def order(self) -> tuple[Language, Language]:
        """The language translated from, and the one translated to."""
        return ("en", "zh") if (self.source or self.tool.source) == "en" else ("zh", "en")

    def code(self, language: Language) -> str:
        """Return the code that most units have in a language."""
        return self.zh_code if language == "zh" else self.en_code or self.tool.en

    def codes(self, unit: Unit) -> tuple[str, str]:
        """Return the codes of a unit, Chinese and English, as XML allows them."""
        return valid_code(unit.zh_code, self.zh_code), valid_code(unit.en_code, self.code("en"))
