"""What each translation tool wants of a file: a table of values, each with its reason.

Codes decide whether a tool offers a unit at all; properties, what it shows beside it. All that a
table adds stays within the formats' own rules, so that a file made for one tool can be read by
the others. What a tool does with it was seen in its documentation and in files it wrote; OmegaT
alone was run.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from aligner.article import Language
from aligner.bitext import Status
from aligner.script import Region

ToolName = Literal["omegat", "trados", "memoq", "phrase", "weblate"]


@dataclass(frozen=True, slots=True)
class Tool:
    """What a tool wants."""

    name: str = ""
    zh: dict[Region, str] = field(
        default_factory=lambda: {"CN": "zh-CN", "TW": "zh-TW", "HK": "zh-HK"}
    )
    en: str = "en-US"
    source: Language = "zh"
    """The language it takes for the source where the file has to name one."""
    extension: str = ".tmx"
    renamed: dict[str, str] = field(default_factory=dict)
    """Properties of ours that it knows under another name."""
    fixed: tuple[tuple[str, str], ...] = ()
    """Properties that say where units come from."""
    quality: str = ""
    """Name of the property for confidence in percent, where it has one."""
    status: str = ""
    """Name of the property for what a translator said, where it has one."""
    statuses: dict[Status, str] = field(default_factory=dict)
    dates_on_texts: bool = False
    """Whether dates and people belong to the texts instead of the unit."""


PLAIN = Tool()
"""No tool in particular: what all of them take."""

TOOLS: dict[ToolName, Tool] = {
    # Matches language and country, then the language alone; ignores the script, so that zh-Hans
    # would be offered to zh-TW without a word. Unknown properties are shown or ignored.
    "omegat": Tool("omegat"),
    # Knows Windows locales only (zh-CN, zh-TW, zh-HK), no scripts. Its own exports name custom
    # fields `x-Name:Type`; units that it aligns itself get the fields Quality and Source File.
    "trados": Tool(
        "trados",
        renamed={"x-source-file": "x-SourceFile:SingleString"},
        fixed=(("x-Origin", "Alignment"),),
        quality="x-Quality:Integer",
        status="x-ConfirmationLevel",
        statuses={
            "proposed": "Draft",
            "review": "Draft",
            "edited": "Translated",
            "confirmed": "ApprovedTranslation",
            "excluded": "RejectedTranslation",
        },
    ),
    # Asks which code is which of its own. Its exports say `aligned` and name the document.
    "memoq": Tool("memoq", renamed={"x-source-file": "x-document"}, fixed=(("aligned", "yes"),)),
    # Keeps author and date with the target text. Strict locale matching asks for the region.
    "phrase": Tool("phrase", dates_on_texts=True),
    # Names Chinese by script, English without a country, and takes the header's srclang for the
    # source, which is English in most projects.
    "weblate": Tool(
        "weblate",
        zh={"CN": "zh-Hans", "TW": "zh-Hant", "HK": "zh-Hant-HK"},
        en="en",
        source="en",
    ),
}
