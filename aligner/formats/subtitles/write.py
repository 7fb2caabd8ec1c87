"""SubRip with both languages: a line for each in every cue.

A pair is shown from the start of its first cue to the end of its last. Pairs that stand in one cue
become one; two speakers of a cue have a line each, with a dash. A pair that no cue tells the time
of is shown between its neighbours, so that nothing is lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aligner.article import Language, Side, TimeSpan
from aligner.bitext import Bitext, Pair, begins_paragraph, cues_of_pairs, separator
from aligner.errors import UnwritableOutput
from aligner.files import segment
from aligner.formats.options import ExportOptions
from aligner.formats.selection import is_exported
from aligner.formats.subtitles.cue import srt_time

_ARROW = "-->"
"""What no text may hold, since it makes a timing of a line."""


@dataclass(slots=True)
class _Shown:
    """The pairs of one cue of the file."""

    pairs: list[Pair]
    cues: set[TimeSpan]
    start: int
    stop: int


def render_srt(bitext: Bitext, options: ExportOptions) -> str:
    """Write the pairs of subtitles as cues with both languages; raises UnwritableOutput.

    Pairs that are excluded, and proposed ones below the confidence asked for, are left out.
    """
    shown = _shown(bitext, options)
    if not any(one.cues for one in shown):
        raise UnwritableOutput(
            "Subtitles need times, and this text has none; align .srt, .vtt or .ass files, or "
            "write another format."
        )
    _place_the_timeless(shown)
    shown.sort(key=lambda one: (one.start, one.stop))
    return "\n".join(
        f"{number}\n{srt_time(one.start)} --> {srt_time(one.stop)}\n{_text(bitext, one, options)}\n"
        for number, one in enumerate(shown, start=1)
    )


def _shown(bitext: Bitext, options: ExportOptions) -> list[_Shown]:
    """Return the exported pairs, those of one cue together."""
    found: list[_Shown] = []
    for pair, cues in zip(bitext.pairs, cues_of_pairs(bitext), strict=True):
        if not is_exported(pair, options.min_confidence):
            continue
        if found and not found[-1].cues.isdisjoint(cues):
            one = found[-1]
            one.pairs.append(pair)
            one.cues.update(cues)
        else:
            one = _Shown([pair], set(cues), 0, 0)
            found.append(one)
        if one.cues:
            one.start = min(cue.start for cue in one.cues)
            one.stop = max(cue.stop for cue in one.cues)
    return found


def _place_the_timeless(shown: Sequence[_Shown]) -> None:
    """Give what has no time the time between its neighbours, each an equal part of it."""
    place = 0
    while place < len(shown):
        behind = place
        while behind < len(shown) and not shown[behind].cues:
            behind += 1
        if behind > place:
            before = shown[place - 1].stop if place else 0
            after = shown[behind].start if behind < len(shown) else before
            part = max(0, after - before) // (behind - place)
            for number, one in enumerate(shown[place:behind]):
                one.start = before + number * part
                one.stop = one.start + part
        place = behind + 1


def _text(bitext: Bitext, one: _Shown, options: ExportOptions) -> str:
    """Return the lines of a cue: each language's in one, or in one for each speaker."""
    turns: list[list[Pair]] = []
    for pair in one.pairs:
        if not turns or _speaks_anew(bitext, pair):
            turns.append([])
        turns[-1].append(pair)
    zh = _lines("zh", [[pair.zh_text for pair in turn] for turn in turns])
    en = _lines("en", [[pair.en_text for pair in turn] for turn in turns])
    return "\n".join([*en, *zh] if options.upper == "en" else [*zh, *en])


def _lines(language: Language, turns: Sequence[Sequence[str]]) -> list[str]:
    """Return what is said in one language, a line a turn; of several each has a dash."""
    lines = []
    for texts in turns:
        bare = [segment(text).replace(_ARROW, "->") for text in texts]
        if any(bare):
            lines.append(separator(language).join(filter(None, bare)))
    return [f"- {line}" for line in lines] if len(lines) > 1 else lines


def _speaks_anew(bitext: Bitext, pair: Pair) -> bool:
    """Whether a pair begins what another speaker says in the same cue, on either side."""
    zh, en = bitext.article.zh, bitext.article.en
    return _begins_turn(zh, pair.zh) or _begins_turn(en, pair.en)


def _begins_turn(side: Side, indices: Sequence[int]) -> bool:
    if not begins_paragraph(side, indices):
        return False
    paragraph = side.sentences[indices[0]].paragraph
    here, before = side.paragraphs[paragraph], side.paragraphs[paragraph - 1]
    return paragraph > 0 and here.time is not None and here.time == before.time
