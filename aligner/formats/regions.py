"""Chinese of one region to that of another: characters and, where known, words.

A unit that is converted keeps the original text as a property, since no conversion is certain.
"""

from __future__ import annotations

from dataclasses import replace

from aligner.formats.inline import read_markup
from aligner.formats.properties import segment_name
from aligner.lexicon import chinese_words
from aligner.script import Region, detect_script, to_region
from aligner.unit import Unit

ORIGINAL = "x-original"
"""The property that holds the text before it was converted."""

_OF_SUBTAG: dict[str, Region] = {
    **dict.fromkeys(("cn", "sg", "my", "hans"), "CN"),
    **dict.fromkeys(("tw", "hant"), "TW"),
    **dict.fromkeys(("hk", "mo"), "HK"),
}


def region_of_code(code: str) -> Region | None:
    """Return whose Chinese a code means; a region says more than a script. None if it says none."""
    found: Region | None = None
    for subtag in code.lower().replace("_", "-").split("-")[1:]:
        region = _OF_SUBTAG.get(subtag)
        if region and (found is None or subtag not in ("hans", "hant")):
            found = region
    return found


def region_of(unit: Unit) -> Region:
    """Return whose Chinese a unit holds, by its code or else by its characters."""
    return region_of_code(unit.zh_code) or ("TW" if detect_script(unit.zh).name == "Hant" else "CN")


class Regions:
    """Tells whose Chinese units hold that come one after another.

    A short text may have no character that tells (信息); it is in the script of those before it.
    """

    def __init__(self) -> None:
        self._script = "Hans"

    def of(self, unit: Unit) -> Region:
        """Return the region of the next unit, by its code or else by its characters."""
        if region := region_of_code(unit.zh_code):
            return region
        script = detect_script(unit.zh)
        if script.share > 0.5:  # at a half the characters tell nothing
            self._script = script.name
        return "TW" if self._script == "Hant" else "CN"


def shares_script(region: Region, code: str) -> bool:
    """Return whether a region writes the script that a code means, or the code means none."""
    target = region_of_code(code)
    return target is None or (region == "CN") == (target == "CN")


def in_region(unit: Unit, code: str, source: Region | None = None) -> Unit:
    """Return a unit with its Chinese as the region of a code writes it, under that code.

    `source` is the region that it is written for, where somebody knows that better than the unit.
    """
    source = source or region_of(unit)
    target = region_of_code(code)
    if target is None or source == target:
        return replace(unit, zh_code=code)
    name = segment_name("zh")
    properties = []
    zh = _converted(unit.zh, source, target)
    for key, value in unit.properties:
        if key == name:
            segment = read_markup(value, lambda text: _converted(text, source, target))
            if segment is None:
                continue
            # Words that a tag divides are converted apart: the text is what the segment says.
            zh, value = segment.text, segment.markup
        properties.append((key, value))
    if zh != unit.zh:
        properties.append((ORIGINAL, unit.zh))
    return replace(unit, zh=zh, zh_code=code, properties=tuple(properties))


def _converted(text: str, source: Region, target: Region) -> str:
    return to_region(text, source, target, places=_places)


def _places(text: str) -> list[tuple[int, int]]:
    return [(word.start, word.end) for word in chinese_words(text)]
