"""Where a property of a unit stood in its file, as its name says it.

`x-client` is a property of the unit and `@creationdate` an attribute of it; `zh/x-client` and
`zh/@changeid` belong to the Chinese text, `en/...` to the English one. `zh/seg` is the Chinese
segment with its inline tags (see `inline`), where it has any. A property whose own name looks like
one of these gets a `./` before it, so that every name is read back as it was.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

Place = Literal["unit", "zh", "en"]
SEGMENT = "seg"
_MARKED = ("@", "./")
_SIDES = ("zh/", "en/")


def property_name(place: Place, name: str) -> str:
    """Return the name in a unit of a property that a file calls `name`."""
    if place == "unit":
        return f"./{name}" if name.startswith((*_MARKED, *_SIDES)) else name
    quoted = name == SEGMENT or name.startswith(_MARKED)
    return f"{place}/./{name}" if quoted else f"{place}/{name}"


def attribute_name(place: Place, name: str) -> str:
    """Return the name in a unit of an attribute that a file calls `name`."""
    return f"@{name}" if place == "unit" else f"{place}/@{name}"


def segment_name(language: Place) -> str:
    """Return the name in a unit of the segment with its inline tags."""
    return f"{language}/{SEGMENT}"


@dataclass(slots=True)
class Sorted:
    """The properties of one place of a unit, sorted for a writer."""

    attributes: dict[str, str] = field(default_factory=dict)
    properties: list[tuple[str, str]] = field(default_factory=list)
    segment: str = ""
    """The segment with its inline tags; empty where it has none."""


def sort_properties(properties: Iterable[tuple[str, str]]) -> dict[Place, Sorted]:
    """Sort the properties of a unit by where they belong, under the names that files have."""
    found: dict[Place, Sorted] = {"unit": Sorted(), "zh": Sorted(), "en": Sorted()}
    for name, value in properties:
        place: Place = "unit"
        if name.startswith(_SIDES):
            place, name = ("zh" if name[0] == "z" else "en"), name[3:]
        if name.startswith("@"):
            found[place].attributes[name[1:]] = value
        elif name == SEGMENT and place != "unit":
            found[place].segment = value
        else:
            found[place].properties.append((name.removeprefix("./"), value))
    return found
