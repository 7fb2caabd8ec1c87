"""Cues to a document: sorted by time, a paragraph a speaker, with languages and sections.

The source is what is shown, one line a line, without dashes of speakers. Sounds, credits and cues
that are there twice are kept with a label.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from aligner.article import Language, TimeSpan
from aligner.errors import UnusableInput
from aligner.formats.document import Document
from aligner.formats.passage import Block, Passage, join, whole
from aligner.formats.subtitles.cue import Cue
from aligner.formats.subtitles.sections import sections
from aligner.formats.subtitles.sounds import CREDIT, SOUND, is_credit, is_sound
from aligner.formats.subtitles.speakers import Speech, speeches
from aligner.formats.text import weight

_LEAST_SHARED = 0.6
"""The part of the text that must be shown in both languages together."""
_ONE_LANGUAGE = 0.15
"""The part of a file in one language that may be in the other."""
_SHORT = 3
"""Words of a cue that belongs to the other language all the same, such as `OK`."""
_REPEATED = "repeated cue"


@dataclass(frozen=True, slots=True)
class _Part:
    """What one speaker says in one language."""

    speech: Speech
    cue: int
    time: TimeSpan | None
    label: str
    language: Language | None


def document_of(cues: Iterable[Cue], path: Path) -> Document:
    """Return the document that cues make; raises UnusableInput where a file has none."""
    ordered = _by_time(list(cues))
    if not any(cue.time or not cue.label for cue in ordered):
        raise UnusableInput(
            f"{path} holds no subtitles; if it is a text of another kind, give it its ending."
        )
    parts = [part for number, cue in enumerate(ordered) for part in _parts(cue, number)]
    of_cue = sections([cue.time for cue in ordered], _languages(parts, len(ordered)))
    order = sorted(range(len(parts)), key=lambda n: of_cue[parts[n].cue])
    parts = [parts[n] for n in order]
    numbers = [of_cue[part.cue] for part in parts]
    text = [n for n, part in enumerate(parts) if not part.label and part.language]
    if _shared([parts[n] for n in text], [numbers[n] for n in text]) >= _LEAST_SHARED:
        return Document(_blocks(parts, numbers), layout="both in a cue")
    return Document(_blocks(_in_one_language(parts), numbers))


def _by_time(cues: Sequence[Cue]) -> list[Cue]:
    """Return cues in the order in which they are shown; one without a time stays behind its own."""
    keys: list[int] = []
    for cue in cues:
        keys.append(cue.time.start if cue.time else keys[-1] if keys else -(1 << 60))
    return [cues[n] for n in sorted(range(len(cues)), key=lambda n: keys[n])]


def _parts(cue: Cue, number: int) -> list[_Part]:
    """Return what the speakers of a cue say, with a label where it is no speech."""
    said = speeches(cue.lines)
    is_sign = any(
        speech.language == "zh" and not is_sound(speech.text, "zh") for speech in said
    )  # what stands in brackets beside it translates it
    parts = []
    for speech in said:
        text = speech.text
        language = "zh" if speech.language == "en" and is_sign else speech.language
        label = cue.label or (SOUND if is_sound(text, language) else "")
        if not label and is_credit(text):
            label = CREDIT
        parts.append(_Part(speech, number, cue.time, label, speech.language))
    return parts


def _languages(parts: Sequence[_Part], cues: int) -> list[frozenset[Language]]:
    """Return the languages of each cue, without what is no text."""
    found: list[set[Language]] = [set() for _ in range(cues)]
    for part in parts:
        if part.language and not part.label:
            found[part.cue].add(part.language)
    return [frozenset(languages) for languages in found]


def _shared(parts: Sequence[_Part], numbers: Sequence[int]) -> float:
    """Return the share of the text, 0 to 1, in sections that have both languages."""
    in_section: dict[int, set[Language | None]] = {}
    for part, number in zip(parts, numbers, strict=True):
        in_section.setdefault(number, set()).add(part.language)
    weights = [weight(part.speech.text) for part in parts]
    both = sum(
        heavy for heavy, number in zip(weights, numbers, strict=True) if len(in_section[number]) > 1
    )
    return both / sum(weights) if weights else 0.0


def _in_one_language(parts: Sequence[_Part]) -> list[_Part]:
    """Return the parts of a file; in one of a single language short cues are in that, too."""
    heavy = {"zh": 0, "en": 0}
    for part in parts:
        if part.language and not part.label:
            heavy[part.language] += weight(part.speech.text)
    main: Language = "zh" if heavy["zh"] > heavy["en"] else "en"
    if min(heavy.values()) > _ONE_LANGUAGE * sum(heavy.values()):
        return list(parts)
    return [
        replace(part, language=main)
        if not part.label and len(part.speech.text.split()) <= _SHORT and _has_words(part)
        else part
        for part in parts
    ]


def _has_words(part: _Part) -> bool:
    return any(character.isalnum() for character in part.speech.text)


def _blocks(parts: Sequence[_Part], numbers: Sequence[int]) -> list[Block]:
    """Return the blocks of parts, in order, over a source of all their lines."""
    source = whole("\n".join(line for part in parts for line in part.speech.lines))
    found: list[Block] = []
    shown: dict[str, TimeSpan] = {}
    at = 0
    for part, number in zip(parts, numbers, strict=True):
        cuts: list[Passage] = []
        for line in part.speech.lines:
            cuts.append(source.cut(at, at + len(line)))
            at += len(line) + 1
        label = part.label or _repeated(part, shown)
        passage = join(cuts, part.speech.glue)
        found.append(Block(passage, "body", label, part.language, number, part.time))
    return found


def _repeated(part: _Part, shown: dict[str, TimeSpan]) -> str:
    """Return the label of a text that is shown at the same time already, as for its outline."""
    if part.time is None:
        return ""
    text = part.speech.text
    before = shown.get(text)
    shown[text] = part.time
    if before is None:
        return ""
    together = min(before.stop, part.time.stop) - part.time.start
    shorter = min(before.stop - before.start, part.time.stop - part.time.start)
    return _REPEATED if together > 0 and together * 2 >= shorter else ""
