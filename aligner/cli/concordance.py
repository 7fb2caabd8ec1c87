"""What the memory found, as lines of text for a terminal or a pipe: Chinese left, English right.

It measures in cells and returns lines; it never writes. What was looked for stands in «…»; of a
near match what only the memory has stands in [-…-] and what only the text has in {+…+}. Colour
repeats these marks and says nothing by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from aligner.bitext import find_in_text
from aligner.cells import drawable, pad, width, wrap
from aligner.memory import (
    EXACT,
    BandCount,
    Concordance,
    Contents,
    FuzzyMatch,
    SegmentMatches,
    StoredUnit,
    marked_differences,
)
from aligner.speaking import told
from aligner.wording import counted

if TYPE_CHECKING:
    from aligner.terms import MonolingualTerm

_FIGURE = 6
"""Cells for a percentage: `101 % ` at most."""
_NARROWEST = 40
_WIDEST = 160
"""Lines any longer are hard to read across."""
_INK = {"«": "1", "[-": "31", "{+": "32"}
_ENDS = {"«": "»", "[-": "-]", "{+": "+}"}
_SCRIPTS = {"Hant": "Traditional", "Hans": "Simplified", "": "either script"}
_SHOWN_SOURCES = 20
_COLUMNS = {"segments": 10, "words": 10, "characters": 12, "of words": 10}
"""Heads of the figures of an analysis, each with its cells."""


def found_lines(found: Concordance, query: str, columns: int, *, colour: bool) -> Iterator[str]:
    """Yield the units that hold a query, and how many there are."""
    for entry in found.units:
        zh, en = (_pointed_out(text, query) for text in (entry.unit.zh, entry.unit.en))
        yield from _row("", zh, en, columns, colour=colour)
        yield from _origin(entry, columns)
    more = "" if found.is_all else "at least "
    shown = len(found.units)
    newest = f"; the newest {shown:,} are shown" if shown < found.total or not found.is_all else ""
    if found.total:
        yield told(f"{more}{counted(found.total, 'unit')}{newest}")
    elif found.is_all:
        yield told("nothing found")
    else:
        yield told("nothing found among the newest units; of a longer text all are looked at")


def similar_lines(
    near: Sequence[FuzzyMatch], query: str, columns: int, *, is_chinese: bool, colour: bool
) -> Iterator[str]:
    """Yield the units that come close to a query, with what differs."""
    for match in near:
        unit = match.stored.unit
        zh, en = unit.zh, unit.en
        if match.percent < EXACT:
            zh, en = (
                (marked_differences(zh, query), en)
                if is_chinese
                else (zh, marked_differences(en, query))
            )
        yield from _row(_percent(match.percent), zh, en, columns, colour=colour)
        yield from _origin(match.stored, columns)
    if not near:
        yield told("nothing found")


def offer_lines(
    offered: Iterable[SegmentMatches], columns: int, *, min_percent: int, colour: bool
) -> Iterator[str]:
    """Yield each sentence of an article with what the memory and the glossary have for it."""
    for number, offer in enumerate(offered, start=1):
        figure = _percent(offer.percent) if offer.match else "  –"
        zh, en = offer.text, ""
        if offer.match is not None:
            unit = offer.match.stored.unit
            zh = offer.text if offer.percent >= EXACT else marked_differences(unit.zh, offer.text)
            en = unit.en if offer.percent >= min_percent else f"({unit.en})"
        elif offer.repeats is not None:
            en = told(f"(as {offer.repeats + 1})")
        lead = f"{number:>4} {figure}"
        yield from _row(lead, zh, en, columns, colour=colour, lead_cells=5 + _FIGURE)
        for other in offer.others:
            lead, en = f"     {told('or')}", other.stored.unit.en
            yield from _row(lead, "", en, columns, colour=colour, lead_cells=5 + _FIGURE)
        if offer.terms:
            terms = "; ".join(f"{drawable(zh)} = {drawable(en)}" for zh, en in offer.terms)
            yield from (
                " " * (5 + _FIGURE) + line for line in wrap(terms, _bounded(columns) - 5 - _FIGURE)
            )


def undecided_lines(found: Sequence[MonolingualTerm], most: int) -> Iterator[str]:
    """Yield the terms that are still to be decided, with count and number of the first sentence."""
    if not found:
        yield told("no term still to decide")
        return
    yield told("terms still to decide, with the number of sentences and the first of them")
    shown = [(drawable(one.text), one) for one in found[:most]]
    column = max(width(text) for text, _ in shown)
    for text, one in shown:
        yield f"{one.count:>6}  {pad(text, column)}  {told(f'from {one.sentence + 1}')}"
    if len(found) > most:
        yield f"        {told(f'and {len(found) - most:,} more')}"


def analysis_lines(shares: Mapping[str, BandCount]) -> Iterator[str]:
    """Yield the table of an analysis, with its sum and each band's part of the words."""
    total = sum(shares.values(), BandCount())
    yield pad(told("match"), 13) + "".join(_right(told(name), n) for name, n in _COLUMNS.items())
    for name, share in [*shares.items(), ("total", total)]:
        part = share.words / total.words if total.words else 0.0
        yield (
            f"{pad(told(name), 13)}{share.segments:>10,}{share.words:>10,}"
            f"{share.characters:>12,}{part:>10.0%}"
        )


def contents_lines(path: object, held: Contents) -> Iterator[str]:
    """Yield the figures of a memory."""
    scripts = {_SCRIPTS.get(name, name): held.scripts[name] for name in sorted(held.scripts)}
    facts = (
        ("memory", drawable(str(path))),
        ("size", f"{held.size / 1e6:,.1f} MB"),
        ("units", f"{held.units:,}"),
        ("script", _numbered(dict(reversed(scripts.items())))),
        ("status", _numbered(dict(sorted(held.statuses.items())))),
    )
    for name, fact in facts:
        yield f"{pad(told(name), 11)}{fact}"
    if held.sources:
        yield told("added")
    for source in held.sources[-_SHOWN_SOURCES:][::-1]:
        yield f"  {source.added[:10]} {source.units:>11,}  {drawable(source.name)}"
    if len(held.sources) > _SHOWN_SOURCES:
        earlier = counted(len(held.sources) - _SHOWN_SOURCES, "earlier addition")
        yield f"  {told(f'and {earlier}')}"


def _numbered(numbers: Mapping[str, int]) -> str:
    """Return names with how many there are of each; that there is none."""
    named = (f"{told(name)} {number:,}" for name, number in numbers.items())
    return told(", ").join(named) or told("none")


def _right(text: str, columns: int) -> str:
    """Return a text at the right of its column."""
    return " " * max(columns - width(text), 0) + text


def _row(
    lead: str, zh: str, en: str, columns: int, *, colour: bool, lead_cells: int = _FIGURE
) -> Iterator[str]:
    column = (_bounded(columns) - lead_cells - 2) // 2
    left, right = (_inked(wrap(text, column), colour) for text in (zh, en))
    for (text, cells), (other, _) in zip_longest(left, right, fillvalue=("", 0)):
        yield f"{pad(lead, lead_cells)}{text}{' ' * (column - cells)}  {other}".rstrip()
        lead = ""


def _inked(lines: Sequence[str], colour: bool) -> list[tuple[str, int]]:
    """Return lines with their widths; what is marked gets a colour, also over the end of a line."""
    done = []
    open_mark = ""
    for line in lines:
        cells = width(line)
        if colour:
            line, open_mark = _coloured(line, open_mark)
        done.append((line, cells))
    return done


def _coloured(line: str, open_mark: str) -> tuple[str, str]:
    text = f"\x1b[{_INK[open_mark]}m" if open_mark else ""
    at = 0
    while at < len(line):
        if open_mark and line.startswith(_ENDS[open_mark], at):
            text += f"{_ENDS[open_mark]}\x1b[0m"
            at += len(_ENDS[open_mark])
            open_mark = ""
            continue
        opening = next((m for m in _INK if line.startswith(m, at)), "") if not open_mark else ""
        if opening:
            open_mark = opening
            text += f"\x1b[{_INK[opening]}m{opening}"
            at += len(opening)
            continue
        text += line[at]
        at += 1
    return text + ("\x1b[0m" if open_mark else ""), open_mark


def _pointed_out(text: str, query: str) -> str:
    """Return a text with «…» around each place of a query."""
    at, parts = 0, []
    for start, end in find_in_text(text, query):
        parts += [text[at:start], "«", text[start:end], "»"]
        at = end
    return "".join([*parts, text[at:]])


def _percent(percent: int) -> str:
    return f"{percent:>3} %"


def _origin(entry: StoredUnit, columns: int) -> Iterator[str]:
    """Where a unit is from, below it."""
    said = [entry.source, entry.added[:10]]
    if entry.unit.status != "proposed":
        said.append(told(entry.unit.status))
    return (
        " " * _FIGURE + line
        for line in wrap(f"({told(', ').join(said)})", _bounded(columns) - _FIGURE)
    )


def _bounded(columns: int) -> int:
    return min(max(columns, _NARROWEST), _WIDEST)
