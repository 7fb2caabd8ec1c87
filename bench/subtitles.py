"""How many cues of two subtitle files are paired right, with their times and without.

The films are made up here: lines of dialogue in both languages, some said again and again, cut into
cues differently on each side, on two clocks. `python -m bench.subtitles [cues]` prints the table.
"""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from aligner.alignment import Bead
from aligner.article import Article, Paragraph, Side
from aligner.formats.subtitles.cue import srt_time
from bench.dialogue import Clause, dialogue

Links = frozenset[tuple[int, int]]
"""Numbers of a Chinese and an English cue that answer to each other."""

CUES = 400
SPEED = 25 / 23.976
_LOST = 0.06
"""Share of the cues of either file that it has not."""


@dataclass(frozen=True, slots=True)
class Film:
    """Two files of the same film, and which of their cues answer to each other."""

    zh: str
    en: str
    gold: Links
    """Numbers of a Chinese and an English cue, from 0, that share a clause."""
    times: tuple[tuple[int, ...], tuple[int, ...]]
    """When each Chinese and each English cue begins, in milliseconds."""


@dataclass(frozen=True, slots=True)
class Course:
    """How the English file differs from the Chinese one."""

    offset: float = 0.0
    """Seconds that its cues come later."""
    speed: float = 1.0
    """What its times are multiplied by."""
    scene: int = 0
    """Utterances in the middle that it alone has."""
    loose: float = 0.15
    """Seconds by which a cue begins too early or too late."""
    seed: int = 1


@dataclass(frozen=True, slots=True)
class _Timed:
    """A clause with the time it is spoken."""

    clause: Clause
    utterance: int
    start: float
    stop: float
    is_extra: bool


def make_film(cues: int, course: Course) -> Film:
    """Return a film of about so many cues a side; the same for the same course."""
    drawn = random.Random(course.seed)
    spoken = list(_spoken(drawn, cues, course.scene))
    removed = 0.0
    zh: list[list[_Timed]] = []
    shifted: list[_Timed] = []
    for timed in spoken:
        if timed.is_extra:
            removed += timed.stop - timed.start + 0.6
        shifted.append(replace(timed, start=timed.start - removed, stop=timed.stop - removed))
    zh = list(_cut([timed for timed in shifted if not timed.is_extra], drawn))
    en = list(_cut(spoken, drawn))
    zh = [cue for cue in zh if drawn.random() > _LOST]
    en = [cue for cue in en if drawn.random() > _LOST]
    of_clause = defaultdict(list)
    for number, cue in enumerate(zh):
        for timed in cue:
            of_clause[id(timed.clause)].append(number)
    gold = {
        (own, number)
        for number, cue in enumerate(en)
        for timed in cue
        for own in of_clause[id(timed.clause)]
    }
    zh_file, zh_times = _written(zh, "zh", drawn, Course())
    en_file, en_times = _written(en, "en", drawn, course)
    return Film(zh_file, en_file, frozenset(gold), (zh_times, en_times))


def _spoken(drawn: random.Random, cues: int, scene: int) -> Iterator[_Timed]:
    """Yield the clauses of a film with their times, in seconds."""
    now = 20.0
    half = cues // 2
    for number, clauses in enumerate(dialogue(drawn, cues + scene)):
        for clause in clauses:
            length = 0.5 + 0.17 * len(clause.zh) + drawn.uniform(-0.2, 0.5)
            is_extra = half <= number < half + scene
            yield _Timed(clause, number, now, now + length, is_extra)
            now += length
        now += drawn.choice((0.15, 0.3, 0.6, 1.2, 3.0, 9.0))


def _cut(spoken: list[_Timed], drawn: random.Random) -> Iterator[list[_Timed]]:
    """Yield the clauses of each cue: an utterance, a part of one, or two speakers' together."""
    cue: list[_Timed] = []
    for timed in spoken:
        if cue:
            is_same = cue[-1].utterance == timed.utterance
            is_close = timed.start - cue[-1].stop < 0.7 and len(cue) < 2
            if not (drawn.random() < 0.6 if is_same else is_close and drawn.random() < 0.12):
                yield cue
                cue = []
        cue.append(timed)
    yield cue


def _written(
    cues: list[list[_Timed]], language: str, drawn: random.Random, course: Course
) -> tuple[str, tuple[int, ...]]:
    """Return the cues of a file in SubRip, and when each begins."""
    parts, times = [], []
    for number, cue in enumerate(cues, start=1):
        start = (
            cue[0].start + drawn.uniform(-course.loose, course.loose)
        ) * course.speed + course.offset
        stop = (
            cue[-1].stop + drawn.uniform(-course.loose, 0.3 + course.loose)
        ) * course.speed + course.offset
        lines = [""]
        for place, timed in enumerate(cue):
            text = timed.clause.zh if language == "zh" else timed.clause.en
            if place and timed.utterance != cue[place - 1].utterance:
                lines = [f"- {lines[0]}", "- "]
            blank = " " if language == "en" and lines[-1] not in ("", "- ") else ""
            lines[-1] += blank + text
        times.append(round(start * 1000))
        shown = f"{srt_time(times[-1])} --> {srt_time(round(stop * 1000))}"
        parts.append("\n".join([str(number), shown, *lines, "", ""]))
    return "".join(parts), tuple(times)


def links_of(film: Film, article: Article, beads: Sequence[Bead]) -> Links:
    """Return which cues beads of sentences link."""
    zh, en = _cue_of(article.zh, film.times[0]), _cue_of(article.en, film.times[1])
    return frozenset((zh[i], en[j]) for bead in beads for i in bead.zh for j in bead.en)


def _cue_of(side: Side, times: Sequence[int]) -> list[int]:
    """Return the cue of each sentence."""
    numbers = {time: number for number, time in enumerate(times)}
    spans = [side.paragraphs[sentence.paragraph].time for sentence in side.sentences]
    return [numbers[span.start] for span in spans if span]


def right_share(film: Film, links: Links) -> float:
    """Return the share of the cues of both files that are linked to all that answers, no more."""
    right = 0
    for side, times in enumerate(film.times):
        found, wanted = _by_cue(links, side), _by_cue(film.gold, side)
        right += sum(found.get(n, set()) == wanted.get(n, set()) for n in range(len(times)))
    return right / sum(len(times) for times in film.times)


def _by_cue(links: Links, side: int) -> Mapping[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for link in links:
        found[link[side]].add(link[1 - side])
    return found


def shares(film: Film) -> tuple[float, float, float]:
    """Return the share of cues paired right with times and without, and the seconds it took."""
    from aligner.alignment import chart_article
    from aligner.reading import read_pair

    with TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("zh.srt", "en.srt")]
        for path, text in zip(paths, (film.zh, film.en), strict=True):
            path.write_text(text, encoding="utf-8")
        article = read_pair(*paths)
    found = []
    began = process_time()
    for one in (article, timeless(article)):
        beads = chart_article(one, None, None)[0].beads()
        links = links_of(film, article, beads)
        found.append(right_share(film, links))
        if len(found) == 1:
            took = process_time() - began
    return found[0], found[1], took


def timeless(article: Article) -> Article:
    """Return an article as if nobody had said when its cues are shown."""

    def bare(side: Side) -> Side:
        return replace(side, paragraphs=tuple(Paragraph(p.text, p.kind) for p in side.paragraphs))

    return replace(article, zh=bare(article.zh), en=bare(article.en))


COURSES = {
    "same clock": Course(),
    "12.5 s late": Course(12.5),
    "12.5 s late, 25/23.976": Course(12.5, SPEED),
    "12 s early, 23.976/25": Course(-12, 1 / SPEED),
    "12.5 s late, times loose": Course(12.5, SPEED, loose=0.7),
    "a scene more": Course(-5, 1, 40),
    "a scene more, 25/23.976": Course(12.5, SPEED, 40),
}


def main() -> None:
    """Print the shares for each course, over three films."""
    cues = int(sys.argv[1]) if len(sys.argv) > 1 else CUES
    print(f"{'course':26} {'with times':>10} {'without':>10} {'seconds':>8}")
    for name, course in COURSES.items():
        films = [make_film(cues, replace(course, seed=seed)) for seed in (1, 2, 3)]
        rows = [shares(film) for film in films]
        timed, plain, took = (sum(column) / len(rows) for column in zip(*rows, strict=True))
        print(f"{name:26} {timed:10.1%} {plain:10.1%} {took:8.1f}", flush=True)


if __name__ == "__main__":
    main()
