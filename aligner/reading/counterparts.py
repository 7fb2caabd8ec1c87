"""Lines that are worded like boilerplate and have their translation on the other side.

A list of roles (`作者：创建项目的人`), the dates of a diary, the source of a quotation: a page has
such lines around its article, a text has them within, and then the other side has them too. What
stands above or below the text of its side is judged by its kind of line, list or no list; dates
must be the same day, everything else must mean the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aligner.article import ParagraphKind
from aligner.formats import ends_sentence
from aligner.reading.meaning import cosines
from aligner.script import weigh

DOUBTFUL = frozenset({"credit", "date", "navigation"})
"""Labels that wording alone gives, which a text may be worded like."""
_RUN_ALIKE = 0.2
"""Mean cosine of two lists that are translations of each other, item by item."""
_LINE_ALIKE = 0.35
"""Cosine of two lines that are; one line needs more evidence than a list."""
_NEAR = 3
"""Lines by which a line may stand elsewhere than on the other side, in a short text."""
_NEAR_SHARE = 0.05
"""The same as a part of all lines, in a long one."""
_MOST = 400
"""Doubtful lines that are looked at; a text that has more of them is a page of another kind."""
_NUMBER = re.compile(r"\d+")
_MONTHS_TEXT = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTHS = _MONTHS_TEXT.split()
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)})[a-z]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A block of one side."""

    place: int
    """Its number in its file."""
    text: str
    kind: ParagraphKind
    label: str
    """What its wording says it is; empty where it is text."""

    @property
    def is_prose(self) -> bool:
        """Whether it is certainly text of the article."""
        return not self.label and is_prose(self.text)


def is_prose(text: str) -> bool:
    """Whether a text is a whole sentence, and longer than headings and captions are."""
    if not ends_sentence(text):
        return False
    chinese, latin = weigh(text)
    return chinese > 16 or latin > 10


def translated(zh: Sequence[Line], en: Sequence[Line]) -> tuple[set[int], set[int]]:
    """Return the places of the doubtful lines of each side that have a counterpart there."""
    found: tuple[set[int], set[int]] = (set(), set())
    pairs = _days(zh, en)
    doubtful = sum(line.label not in {"", "date"} for line in (*zh, *en))
    if 0 < doubtful <= _MOST:
        pairs += [*_items(zh, en), *_amid(zh, en)]
    for one, other in pairs:
        for line, places in zip((one, other), found, strict=True):
            if line.label:
                places.add(line.place)
    return found


def _days(zh: Sequence[Line], en: Sequence[Line]) -> list[tuple[Line, Line]]:
    """Return the dates of a diary: the same days on both sides, amid their text."""
    dates = [
        [number for number, line in enumerate(side) if line.label == "date"] for side in (zh, en)
    ]
    pairs = [(zh[i], en[j]) for i, j in zip(*dates, strict=False)]
    if len(dates[0]) != len(dates[1]):
        return []
    if not pairs or any(_day(one.text) != _day(other.text) for one, other in pairs):
        return []
    inside = (_inside(zh), _inside(en))
    amid = any(i in inside[0] and j in inside[1] for i, j in zip(*dates, strict=True))
    return pairs if amid else []


def _day(text: str) -> tuple[int, ...]:
    """Return year, month and day, as far as a line says them, in a form that can be compared."""
    month = _MONTH.search(text)
    named = (_MONTHS.index(month[1].lower()) + 1,) if month else ()
    return tuple(sorted([*named, *(int(number) for number in _NUMBER.findall(text)[:6])]))


def _items(zh: Sequence[Line], en: Sequence[Line]) -> list[tuple[Line, Line]]:
    """Return the items of lists of one length that say the same."""
    found: list[tuple[Line, Line]] = []
    lists = list(_lists(en))
    for one in _lists(zh):
        if not any(line.label for line in one):
            continue
        for other in lists:
            pairs = list(zip(one, other, strict=False))
            if len(one) == len(other) and _mean(pairs) >= _RUN_ALIKE:
                lists.remove(other)
                found += pairs
                break
    return found


def _lists(side: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lists of two and more items."""
    run: list[Line] = []
    for line in [*side, None]:
        if line is not None and line.kind == "list item":
            run.append(line)
            continue
        if len(run) > 1:
            yield run
        run = []


def _mean(pairs: Sequence[tuple[Line, Line]]) -> float:
    alike = cosines([(one.text, other.text) for one, other in pairs])
    return sum(alike) / len(alike)


def _amid(zh: Sequence[Line], en: Sequence[Line]) -> list[tuple[Line, Line]]:
    """Return lines amid the text, of which at least one is doubtful, that say the same."""
    inside = (_inside(zh), _inside(en))
    pairs = [
        (zh[i], en[j])
        for i, j in _near(zh, en)
        if (i in inside[0] or zh[i].kind == "list item")
        and (j in inside[1] or en[j].kind == "list item")
        and "date" not in (zh[i].label, en[j].label)
        and _NUMBER.findall(zh[i].text) == _NUMBER.findall(en[j].text)
    ]
    if not pairs:
        return []
    alike = cosines([(one.text, other.text) for one, other in pairs])
    best = sorted(zip(alike, range(len(pairs)), strict=True), reverse=True)
    found: list[tuple[Line, Line]] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for cosine, number in best:
        one, other = pairs[number]
        if cosine < _LINE_ALIKE or one.place in taken[0] or other.place in taken[1]:
            continue
        taken[0].add(one.place)
        taken[1].add(other.place)
        found.append((one, other))
    return found


def _near(zh: Sequence[Line], en: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of lines that may answer to each other, one of them doubtful."""
    reach = max(_NEAR, int(_NEAR_SHARE * max(len(zh), len(en))))
    reach = min(reach, 20)
    seen: set[tuple[int, int]] = set()
    for i, line in enumerate(zh):
        if line.label:
            at = i * len(en) // len(zh)
            seen |= {(i, j) for j in range(max(0, at - reach), min(len(en), at + reach + 1))}
    for j, line in enumerate(en):
        if line.label:
            at = j * len(zh) // len(en)
            seen |= {(i, j) for i in range(max(0, at - reach), min(len(zh), at + reach + 1))}
    yield from sorted(seen)


def _inside(side: Sequence[Line]) -> range:
    """Return the numbers of the lines from the first paragraph of a side to its last.

    A side without a paragraph is a list, a table or a form, and has no edges.
    """
    prose = [number for number, line in enumerate(side) if line.is_prose]
    return range(prose[0], prose[-1] + 1) if prose else range(len(side))
