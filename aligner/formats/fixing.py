"""Units mended on their way from one file to another, and a count of what was done to them.

Only what can be decided without a translator: white space, control characters, languages that have
changed places, units without a text, units that stand there twice. Wrong numbers stay as they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from aligner.checks import check_languages, digest_of_pair, without_spaces
from aligner.files import legal, segment
from aligner.formats.inline import read_markup
from aligner.formats.properties import segment_name
from aligner.unit import Unit

MENDED: dict[str, tuple[str, str]] = {
    "swapped": ("languages put back in their places", "換回對調的語言"),
    "control": ("control characters removed", "去除控制字元"),
    "padding": ("white space at the ends and line ends removed", "去除首尾空白與換行"),
    "space": ("spaces between Chinese characters removed", "去除中文字之間的空格"),
    "empty": ("left out for want of a text", "略去缺一側文字的單元"),
    "duplicate": ("left out, since they stand there already", "略去重複的單元"),
}
"""What is done, in the order in which it is done."""


class Mender:
    """Mends units one by one and counts by what."""

    def __init__(self) -> None:
        self.done: Counter[str] = Counter()
        """Units mended, by the names of `MENDED`."""
        self._seen: set[int] = set()

    def mended(self, units: Iterable[Unit]) -> Iterator[Unit]:
        """Yield the units that stay, as they should be."""
        for unit in units:
            full = unit.zh.strip() and unit.en.strip()
            better = self._texts(self._put_back(unit)) if full else unit
            if not full or not better.zh or not better.en:
                self.done["empty"] += 1
                continue
            digest = digest_of_pair(better.zh, better.en, better.zh_code)
            if digest in self._seen:
                self.done["duplicate"] += 1
                continue
            self._seen.add(digest)
            yield better

    def _put_back(self, unit: Unit) -> Unit:
        """Exchange the texts of a unit whose languages have changed places; the codes stay."""
        if not any(finding.code == "swapped" for finding in check_languages(unit.zh, unit.en)):
            return unit
        self.done["swapped"] += 1
        zh, en = segment_name("zh"), segment_name("en")
        names = {zh: en, en: zh}
        properties = tuple((names.get(name, name), value) for name, value in unit.properties)
        return replace(unit, zh=unit.en, en=unit.zh, properties=properties)

    def _texts(self, unit: Unit) -> Unit:
        zh, en = unit.zh, unit.en
        for name, mend_zh, mend_en in _STEPS:
            before = zh, en
            zh, en = mend_zh(zh), mend_en(en)
            self.done[name] += (zh, en) != before
        if (zh, en) == (unit.zh, unit.en):
            return unit
        return replace(unit, zh=zh, en=en, properties=_in_step(unit))


def _as_it_is(text: str) -> str:
    return text


_STEPS: tuple[tuple[str, Callable[[str], str], Callable[[str], str]], ...] = (
    ("control", legal, legal),
    ("padding", segment, segment),
    ("space", without_spaces, _as_it_is),
)
"""What is done to the Chinese and to the English."""


def _in_step(unit: Unit) -> tuple[tuple[str, str], ...]:
    """Mend the Chinese segment with its tags too, so that it keeps them."""
    name = segment_name("zh")
    kept: list[tuple[str, str]] = []
    for key, value in unit.properties:
        if key == name and (read := read_markup(legal(value), without_spaces)) is not None:
            value = read.markup
        kept.append((key, value))
    return tuple(kept)
