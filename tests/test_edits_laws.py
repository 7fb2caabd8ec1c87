"""What a translator has typed stays: no edit of the structure loses a character of it.

Texts are compared without white space, which belongs to neither part of a division and is put
between joined texts anew.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from aligner import edits
from aligner.alignment import Bead
from aligner.article import Language
from aligner.bitext import Bitext, pair_up
from aligner.edits import Change
from aligner.errors import ImpossibleEdit
from tests.samples import article

ZH = ["燈塔亮了。", "霧。", "貓 沒有 回答。", "「今晚有霧，」他說。"]
EN = ["The lamp was lit.", "Fog.", "No answer, no sound.", "“Fog tonight,” he said."]
TYPED = ["改", "甲乙丙。", "typed", " two words ", "！", ""]
SHAPES = [(1, 1), (1, 2), (2, 1), (1, 0), (0, 1), (2, 2), (3, 2)]


@dataclass(frozen=True)
class Step:
    """Something done to a bitext; places count round its pairs, offsets round their texts."""

    name: str
    place: int
    language: Language
    start: int
    end: int
    typed: str


SEND: dict[str, edits.SideEdit] = {
    "move_up": edits.move_up,
    "move_down": edits.move_down,
    "pull_from_above": edits.pull_from_above,
    "pull_from_below": edits.pull_from_below,
}
STEPS = st.builds(
    Step,
    st.sampled_from(["rewrite", "rewrite", "merge", "merge", "split", "insert", "undo", *SEND]),
    st.integers(0, 9),
    st.sampled_from(["zh", "en"]),
    st.integers(0, 40),
    st.integers(0, 40),
    st.sampled_from(TYPED),
)


@st.composite
def bitexts(draw: st.DrawFn) -> Bitext:
    zh: list[str] = []
    en: list[str] = []
    beads = []
    for n, m in draw(st.lists(st.sampled_from(SHAPES), min_size=2, max_size=5)):
        zh_end, en_end = len(zh) + n, len(en) + m
        beads.append(Bead(tuple(range(len(zh), zh_end)), tuple(range(len(en), en_end)), 0.5))
        zh += draw(st.lists(st.sampled_from(ZH), min_size=n, max_size=n))
        en += draw(st.lists(st.sampled_from(EN), min_size=m, max_size=m))
    return pair_up(article([zh], [en]), beads, model="toy")


def letters(bitext: Bitext) -> tuple[str, str]:
    """All characters of the pairs in their order, of each side, without white space."""
    texts = ("".join(p.zh_text for p in bitext.pairs), "".join(p.en_text for p in bitext.pairs))
    zh, en = ("".join(text.split()) for text in texts)
    return zh, en


def rewritten(text: str, step: Step) -> str:
    """A text with something typed over a stretch of it."""
    start, end = sorted((step.start % (len(text) + 1), step.end % (len(text) + 1)))
    return text[:start] + step.typed + text[end:]


def change_of(bitext: Bitext, step: Step) -> Change:
    """What a step makes of a bitext; nothing where it is impossible."""
    place = step.place % len(bitext.pairs)
    pair = bitext.pairs[place]
    does: dict[str, Callable[[], Change]] = {
        "merge": lambda: edits.merge(bitext, place),
        "split": lambda: edits.split(bitext, place, step.start, step.end),
        "insert": lambda: edits.insert(bitext, place),
        "rewrite": lambda: (
            edits.rewrite(bitext, place, rewritten(pair.zh_text, step), pair.en_text)
            if step.language == "zh"
            else edits.rewrite(bitext, place, pair.zh_text, rewritten(pair.en_text, step))
        ),
    }
    try:
        if step.name in SEND:
            return SEND[step.name](bitext, place, step.language)
        return does[step.name]()
    except ImpossibleEdit:
        return Change()


@given(bitexts(), st.lists(STEPS, max_size=12))
def test_every_character_that_was_typed_stays_and_in_its_place(
    bitext: Bitext, steps: list[Step]
) -> None:
    done: list[tuple[Bitext, Change]] = []
    for step in steps:
        if step.name == "undo":
            if done:
                before, change = done.pop()
                bitext = change.inverse(bitext)
                assert bitext == before
            continue
        if not bitext.pairs:
            break
        change = change_of(bitext, step)
        after = change(bitext)
        if step.name != "rewrite":
            assert letters(after) == letters(bitext), step
        done.append((bitext, change))
        bitext = after


@given(bitexts(), st.integers(0, 9), st.sampled_from(TYPED[:3]), st.sampled_from(TYPED[:3]))
def test_merging_keeps_what_was_typed_in_either_pair_or_in_both(
    bitext: Bitext, place: int, zh: str, en: str
) -> None:
    place %= len(bitext.pairs) - 1
    for at in ((place,), (place + 1,), (place, place + 1)):
        typed = bitext
        for one in at:
            pair = typed.pairs[one]
            typed = edits.rewrite(typed, one, pair.zh_text + zh, pair.en_text + en)(typed)
        merged = edits.merge(typed, place)(typed)
        assert letters(merged) == letters(typed)
        assert merged.pairs[place].zh_text.count(zh) >= len(at)


@given(bitexts(), st.lists(st.tuples(*[st.integers(0, 40)] * 3), min_size=1, max_size=4))
def test_a_pair_is_split_where_the_carets_stand_also_one_that_was_split_before(
    bitext: Bitext, places: list[tuple[int, int, int]]
) -> None:
    for place, zh_offset, en_offset in places:
        place %= len(bitext.pairs)
        pair = bitext.pairs[place]
        zh_offset %= len(pair.zh_text) + 1
        en_offset %= len(pair.en_text) + 1
        try:
            bitext = edits.split(bitext, place, zh_offset, en_offset)(bitext)
        except ImpossibleEdit:
            continue
        above, below = bitext.pairs[place : place + 2]
        assert above.zh_text == pair.zh_text[:zh_offset].strip()
        assert below.zh_text == pair.zh_text[zh_offset:].strip()
        assert above.en_text == pair.en_text[:en_offset].strip()
        assert below.en_text == pair.en_text[en_offset:].strip()
