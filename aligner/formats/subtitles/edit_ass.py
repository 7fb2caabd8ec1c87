r"""SubStation Alpha whose lines of one language are replaced in place.

An event has the lines of one language above those of the other, divided by `\N`. What stands in
front of the first letter of either, such as its size or place, belongs to the event and stays; tags
between letters go with them. Times, styles, comments and all else keep their bytes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aligner.article import Language
from aligner.errors import UnusableInput
from aligner.formats.bilingual import Bilingual, BilingualSegment
from aligner.formats.document import Raw
from aligner.formats.encoded import encoded_like
from aligner.formats.recutting import Token, recut
from aligner.formats.subtitles.ass import BREAK, draws, events_of
from aligner.formats.subtitles.sides import Order, cut_of, order_of
from aligner.script import language_of

_PIECE = re.compile(r"(?P<tag>\{[^{}]*\})|(?P<blank>\\h)|(?P<end>\\[Nn])|(?P<text>.)", re.DOTALL)
_LEAD = re.compile(r"(?:\{[^{}]*\}|\\h|\s)*")
_TAGS = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True, slots=True)
class _Lines:
    """The lines of a language in an event."""

    lead: str
    """The tags in front of them."""
    text: str
    """The rest, with tags."""

    @property
    def tokens(self) -> list[Token]:
        """The characters and tags of the rest."""
        return [_token(piece) for piece in _PIECE.finditer(self.text)]

    @property
    def shown(self) -> str:
        """What is read."""
        read = (token.shown or token.raw for token in self.tokens if token.kind != "tag")
        return "".join(read).strip()


@dataclass(frozen=True, slots=True)
class _Event:
    """An event, and where its text stands in the file."""

    number: int
    start: int
    stop: int
    above: _Lines
    between: str
    """The end of the line between the languages."""
    below: _Lines

    def side(self, language: Language, order: Order) -> _Lines:
        """Return the lines of a language."""
        return self.above if language == order[0] else self.below


def read_events(raw: Raw) -> Bilingual:
    """Return the events of a file; raises `UnusableInput` where most have but one language."""
    text = raw.text
    order, events = _events(text)
    both = sum(bool(event.above.shown and event.below.shown) for event in events)
    if 2 * both < len(events):
        raise UnusableInput(
            f"{raw.path} does not hold both Chinese and English in most of its events; repair "
            r"takes subtitles with the one above the other, divided by \N."
        )
    leads = {language: _usual_lead(events, language, order) for language in order}

    def write(language: Language, texts: Sequence[str]) -> bytes:
        sides = [event.side(language, order) for event in events]
        parts, at = [], 0
        news = recut([side.tokens for side in sides], texts, str)
        for event, side, content in zip(events, sides, news, strict=True):
            if content != side.text:
                lead = side.lead if side.lead or side.text else leads[language]
                new = _Lines(lead if content or side.lead else "", content)
                above, below = (new, event.below) if language == order[0] else (event.above, new)
                parts += [text[at : event.start], _joined(above, event.between, below)]
                at = event.stop
        return encoded_like("".join([*parts, text[at:]]), raw)

    return Bilingual(
        [
            BilingualSegment(
                str(event.number), event.side("zh", order).shown, event.side("en", order).shown
            )
            for event in events
        ],
        None,
        write,
    )


def _events(text: str) -> tuple[Order, list[_Event]]:
    """Return the events that show text, and which language stands above."""
    found = [
        (number, event)
        for number, event in enumerate(events_of(text), 1)
        if not draws(event.text) and _TAGS.sub("", event.text).strip()
    ]
    divided = [list(_lines(event.text)) for _, event in found]
    said = [
        [_language(event.text[a:b]) for a, b in lines]
        for (_, event), lines in zip(found, divided, strict=True)
    ]
    order = order_of(said)
    events = []
    for (number, event), lines, languages in zip(found, divided, said, strict=True):
        sides = _sides(event.text, lines, cut_of(languages, order))
        stop = event.start + len(event.text)
        events.append(_Event(number, event.start, stop, *sides))
    return order, events


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the lines of an event stand that show anything."""
    start = 0
    for match in [*BREAK.finditer(text), None]:
        stop = match.start() if match else len(text)
        if _TAGS.sub("", text[start:stop]).replace("\\h", " ").strip():
            yield start, stop
        start = match.end() if match else stop


def _language(line: str) -> Language | None:
    return language_of(_TAGS.sub("", line))


def _sides(text: str, lines: Sequence[tuple[int, int]], cut: int) -> tuple[_Lines, str, _Lines]:
    """Divide an event behind so many of its lines."""
    end = lines[cut - 1][1] if cut else 0
    start = lines[cut][0] if cut < len(lines) else len(text)
    if 0 < cut < len(lines):
        return _led(text[:end]), text[end:start], _led(text[start:])
    # One language alone: what stands beyond a line's end belongs to the other, which is empty.
    breaks = [
        match for match in BREAK.finditer(text) if end <= match.start() and match.end() <= start
    ]
    if not breaks:
        alone, none = _led(text), _Lines("", "")
        return (alone, "", none) if cut else (none, "", alone)
    first, last = breaks[0].start(), breaks[-1].end()
    if cut:
        return _led(text[:first]), text[first:last], _Lines(text[last:], "")
    return _Lines(text[:first], ""), text[first:last], _led(text[last:])


def _led(text: str) -> _Lines:
    lead = _LEAD.match(text)
    length = lead.end() if lead else 0
    return _Lines(text[:length], text[length:])


def _usual_lead(events: Sequence[_Event], language: Language, order: Order) -> str:
    """Return the tags in front of most lines of a language, which new ones get too."""
    sides = [event.side(language, order) for event in events]
    leads = Counter(side.lead for side in sides if side.text)
    (lead, count), *_ = leads.most_common(1) or [("", 0)]
    return lead if 2 * count > leads.total() else ""


def _joined(above: _Lines, between: str, below: _Lines) -> str:
    """Return the text of an event; there is no empty line in it."""
    middle = (between or r"\N") if above.text.strip() and below.text.strip() else ""
    return f"{above.lead}{above.text}{middle}{below.lead}{below.text}"


def _token(piece: re.Match[str]) -> Token:
    if piece["text"]:
        return Token(piece[0], "space" if piece[0].isspace() else "text")
    if piece["tag"]:
        return Token(piece[0], "tag")
    return Token(piece[0], "space", shown=" ")
