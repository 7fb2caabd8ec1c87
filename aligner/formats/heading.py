"""What a writer must know before the first unit: codes, direction, tool, name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from aligner.article import Language
from aligner.formats.tools import PLAIN, Tool
from aligner.unit import Unit

XliffVersion = Literal["1.2", "2.1"]

_CODE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True)
class Heading:
    """On what terms units are written."""

    zh_code: str = "zh-CN"
    en_code: str = "en-US"
    source: Language = "zh"
    tool: Tool = PLAIN
    xliff: XliffVersion = "1.2"
    title: str = ""
    """Name of the file that the units come from."""

    @property
    def order(self) -> tuple[Language, Language]:
        """The language translated from, and the one translated to."""
        return ("zh", "en") if self.source == "zh" else ("en", "zh")

    def code(self, language: Language) -> str:
        """Return the code that most units have in a language."""
        return self.zh_code if language == "zh" else self.en_code

    def codes(self, unit: Unit) -> tuple[str, str]:
        """Return the codes of a unit, Chinese and English, as XML allows them."""
        return valid_code(unit.zh_code, self.zh_code), valid_code(unit.en_code, self.en_code)


def valid_code(code: str, otherwise: str) -> str:
    """Return a code with hyphens, or another one where that is none."""
    if code == otherwise:
        return code
    code = code.replace("_", "-")
    return code if _CODE.fullmatch(code) else otherwise
