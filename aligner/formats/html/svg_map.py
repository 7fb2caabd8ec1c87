"""The map of an alignment as a figure for a page: SVG that needs no script and no network.

Confidence is colour, width and dashes, so that it survives a printer without colour. A stroke
leads to its pair where the page has an element `p1`, `p2`... for each. The figure stays small,
200 kB at most, however long the book.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from aligner.bitext import (
    AlignmentMap,
    Bar,
    Bitext,
    Grade,
    Link,
    MapSpan,
    Stroke,
    alignment_map,
    low_confidence,
)
from aligner.wording import counted

MOST_STROKES = 1500
"""Pairs that are drawn one by one; more make a figure that is heavy and no clearer."""

_SIZE = 480
"""Length of the longer axis, in the units of the drawing."""
_NARROWEST = 40
"""A side of a few words against a whole book still has an axis."""
_LABEL = 190
"""Room for the words along an axis, even where the axis is shorter."""
_TOP = _LEFT = 34
_MARGIN = 6
_BAR = 7
"""Distance of the bars from the frame."""
_MOST_LINKS = 200
"""Of more, the surest are drawn."""
_MOST_RULES = 120
"""More paragraphs than this would make the grid a grey area."""


def _grades() -> tuple[tuple[str, str], ...]:
    """Return the grades of strokes, each with what it means."""
    return (
        ("sure", "confidence 95% or more, or confirmed"),
        ("likely", f"{low_confidence():.0%} or more"),
        ("doubtful", f"below {low_confidence():.0%}: worth a look"),
        ("weak", "below 50%"),
    )


def render_map(bitext: Bitext) -> Iterator[str]:
    """Draw the map as the lines of an HTML `figure`."""
    drawn = alignment_map(bitext, most=MOST_STROKES)
    plane = _Plane(drawn)
    yield '<figure class="map">'
    yield from _svg(drawn, plane)
    yield "<figcaption>"
    yield from _legend(drawn)
    yield "</figcaption>"
    yield "</figure>"


class _Plane:
    """From lengths of text to places in the drawing."""

    def __init__(self, drawn: AlignmentMap) -> None:
        self._scale = _SIZE / max(drawn.zh_length, drawn.en_length, 1.0)
        self.width = max(self.scaled(drawn.zh_length), _NARROWEST)
        self.height = max(self.scaled(drawn.en_length), _NARROWEST)

    def scaled(self, length: float) -> float:
        return round(length * self._scale, 1)


def _svg(drawn: AlignmentMap, plane: _Plane) -> Iterator[str]:
    box = (
        -_LEFT,
        -_TOP,
        round(max(plane.width, _LABEL) + _LEFT + _MARGIN, 1),
        round(max(plane.height, _LABEL) + _TOP + _MARGIN, 1),
    )
    yield (
        f'<svg viewBox="{" ".join(map(str, box))}" role="img" '
        'aria-labelledby="map-title map-description">'
    )
    yield '<title id="map-title">Map of the alignment</title>'
    yield f'<desc id="map-description">{escape(_description(drawn))}</desc>'
    yield f'<rect class="frame" width="{plane.width}" height="{plane.height}"/>'
    yield from _rules(drawn, plane)
    yield from _axes(drawn, plane)
    yield from (_bar(bar, plane) for bar in drawn.bars)
    surest = sorted(drawn.links, key=lambda link: -link.confidence)[:_MOST_LINKS]
    yield from (_link(link, plane) for link in surest)
    # What deserves a look is drawn last: the wide ends of its neighbours would hide it.
    surest_first = sorted(drawn.strokes, key=lambda stroke: -stroke.confidence)
    yield from (_stroke(stroke, plane) for stroke in surest_first)
    yield "</svg>"


def _description(drawn: AlignmentMap) -> str:
    pairs = sum(len(stroke.numbers) for stroke in drawn.strokes)
    doubtful = sum(stroke.is_doubtful for stroke in drawn.strokes)
    zh, en = (
        sum(len(bar.numbers) for bar in drawn.bars if bar.side == side) for side in ("zh", "en")
    )
    facts = (
        counted(doubtful, "doubtful stretch" if drawn.is_binned else "doubtful pair"),
        counted(zh, "omission"),
        counted(en, "addition"),
        counted(len(drawn.links), "moved passage"),
    )
    return (
        "The Chinese runs from left to right, the English from top to bottom; "
        f"the path from the upper left to the lower right has {counted(pairs, 'pair')}. "
        f"{', '.join(facts)}. The table below says the same."
    )


def _rules(drawn: AlignmentMap, plane: _Plane) -> Iterator[str]:
    lines: list[str] = []
    if len(drawn.zh_paragraphs) <= _MOST_RULES:
        lines += (f"M{plane.scaled(at)} 0V{plane.height}" for at in drawn.zh_paragraphs)
    if len(drawn.en_paragraphs) <= _MOST_RULES:
        lines += (f"M0 {plane.scaled(at)}H{plane.width}" for at in drawn.en_paragraphs)
    if lines:
        yield f'<path class="rule" d="{"".join(lines)}"/>'


def _axes(drawn: AlignmentMap, plane: _Plane) -> Iterator[str]:
    zh, en = counted(drawn.zh_sentences, "sentence"), counted(drawn.en_sentences, "sentence")
    yield f'<text x="0" y="-16"><tspan lang="zh">中文</tspan> · {zh} →</text>'
    # Turned to run down the axis, as the English does.
    yield f'<text transform="translate(-24 0) rotate(90)">English · {en} →</text>'


def _stroke(stroke: Stroke, plane: _Plane) -> str:
    line = _line(stroke.zh, stroke.en, plane)
    return _shape(stroke.grade, line, stroke.numbers, f"{stroke.confidence:.0%}")


def _bar(bar: Bar, plane: _Plane) -> str:
    start, end = (plane.scaled(at) for at in bar.span)
    across, length = plane.scaled(bar.across), round(end - start, 1)
    if bar.side == "zh":
        line = f"M{start} -{_BAR}h{length}M{start} {across}h{length}"
        return _shape("alone", line, bar.numbers, "no English")
    line = f"M-{_BAR} {start}v{length}M{across} {start}v{length}"
    return _shape("alone", line, bar.numbers, "no Chinese")


def _link(link: Link, plane: _Plane) -> str:
    x, y = plane.scaled(sum(link.zh) / 2), plane.scaled(sum(link.en) / 2)
    guide = f'<path class="guide" d="M{x} -{_BAR}V{y}H-{_BAR}"/>'
    line = _line(link.zh, link.en, plane)
    return guide + _shape("moved", line, (link.number,), f"moved, {link.confidence:.0%}")


def _line(zh: MapSpan, en: MapSpan, plane: _Plane) -> str:
    (left, right), (top, bottom) = map(plane.scaled, zh), map(plane.scaled, en)
    return f"M{left} {top}l{round(right - left, 1)} {round(bottom - top, 1)}"


def _shape(kind: Grade | str, line: str, numbers: Sequence[int], words: str) -> str:
    first, last = numbers[0], numbers[-1]
    name = str(first) if first == last else f"{first}–{last}"
    # The table says the same, row by row; the Tab key need not pass through it twice.
    return (
        f'<a href="#p{first}" tabindex="-1"><title>{name}: {words}</title>'
        f'<path class="{kind}" d="{line}"/></a>'
    )


def _legend(drawn: AlignmentMap) -> Iterator[str]:
    yield "<ul>"
    for kind, words in _grades():
        yield _entry(kind, words)
    yield _entry("alone", "no counterpart; also beside the axis")
    if drawn.links:
        yield _entry("moved", "moved: omitted here, added there")
    yield "</ul>"
    if drawn.is_binned:
        yield "<p>Neighbouring pairs are drawn as one; a stroke leads to the first of them.</p>"
    else:
        yield "<p>A stroke leads to its pair.</p>"


def _entry(kind: str, words: str) -> str:
    swatch = f'<svg viewBox="0 0 28 10" aria-hidden="true"><path class="{kind}" d="M1 5H27"/></svg>'
    return f"<li>{swatch} {escape(words)}</li>"
