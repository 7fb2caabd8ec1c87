"""A translation unit: one segment in both languages, as translation memories hold it.

A pair belongs to an article and knows its sentences; a unit stands by itself and comes from any
tool's file. Texts are as the file has them. A unit may know its origin: what the file said before
anybody touched it, and the very text that said it, so that it can be given back as it came.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from aligner.article import Language
from aligner.bitext import Status

ElementForm = Literal["TMX"]
"""Formats whose units can be given back as they came."""


@dataclass(slots=True)
class Frame:
    """What stands around the units of a file, as text; complete when the file has been read."""

    before: str
    """All that stands before the first unit: declarations, the header, the start of the body."""
    after: str = ""
    """All that stands behind the last one; empty where the file was not read to its end."""


class Element(NamedTuple):
    """The text that a unit was read from; several units may share one, each with its own texts."""

    form: ElementForm
    text: str
    before: str = ""
    """What stands between it and the unit before: white space, comments, units of others."""
    frame: Frame | None = None
    """What stands around the units of its file, where all of them are of one file."""


_TMX_ELEMENT = re.compile(r"<(?:[\w.-]+:)?tu[\s/>]")


def is_tmx_element(text: str) -> bool:
    """Whether a text that was kept looks like an element of TMX, as far as its ends tell."""
    return _TMX_ELEMENT.match(text) is not None and text.endswith(">")


NO_ELEMENT = Element("TMX", "")
"""Stands in an origin until its element is known."""


class Origin:
    """A unit as a file said it, and where it said so; never changed once both are known."""

    __slots__ = ("element", "unit")

    element: Element
    unit: Unit
    """As it was read. A unit and its origin know each other: making a second unit of every one that
    is read would cost as much as reading it."""

    def __init__(self, element: Element) -> None:
        self.element = element


@dataclass(frozen=True, slots=True)
class Unit:
    """One segment in both languages. Either text may be empty."""

    zh: str
    en: str
    zh_code: str = ""
    """Language code as the file has it (`zh-TW`, `ZH-CN`, `zh-Hans`); empty where it has none."""
    en_code: str = ""
    confidence: float | None = None
    """Probability that the pair is right, 0 to 1, where the file says it."""
    status: Status = "proposed"
    note: str = ""
    properties: tuple[tuple[str, str], ...] = ()
    """What else the file says of it: names and values, in its order."""
    source: Language | None = field(default=None, compare=False)
    """The language that was translated from, where the file says it."""
    origin: Origin | None = field(default=None, compare=False, repr=False)
    """What the file said of it, as long as the unit is still that unit; two units that say the same
    are equal, wherever they come from."""

    @property
    def has_its_texts(self) -> bool:
        """Whether both texts are still those that its file said."""
        if self.origin is None:
            return False
        said = self.origin.unit
        return self.zh == said.zh and self.en == said.en


def read_from(element: Element, unit: Unit) -> Unit:
    """Return a unit as one that was read from this text."""
    traced = replace(unit, origin=Origin(element))
    assert traced.origin
    traced.origin.unit = traced
    return traced
