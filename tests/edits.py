"""Bitexts and edits of any kind, drawn for the tests, and what must hold of every bitext."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from aligner import edits
from aligner.alignment import Bead
from aligner.article import Language, Side
from aligner.bitext import Bitext, Cut, pair_up
from aligner.edits import Change
from aligner.errors import ImpossibleEdit
from aligner.term import Term
from tests.samples import article

EDITS = [
    "confirm",
    "mark_for_review",
    "exclude",
    "keep",
    "annotate",
    "rewrite",
    "link",
    "merge",
    "split",
    "move_up",
    "move_down",
    "pull_from_above",
    "pull_from_below",
    "swap",
    "insert",
    "pinpoint",
    "realigned",
    "decide",
    "forget",
    "change_term",
    "merge_terms",
]
TERMS = [
    Term("燈塔", "lighthouse"),
    Term("灯塔", "lighthouse", ("燈塔",)),
    Term("守塔人", "keeper", decision="rejected", note="too plain"),
]
WORDS = ["燈塔亮了。", "霧。", "貓 沒有 回答。", "「今晚有霧，」他說。", "x"]
ENGLISH = ["The lamp was lit.", "Fog.", "No answer, no sound.", "“Fog tonight,” he said.", "x"]


@st.composite
def bitexts(draw: st.DrawFn) -> Bitext:
    shapes = draw(
        st.lists(st.sampled_from([(1, 1), (1, 2), (2, 1), (1, 0), (0, 1), (2, 2)]), max_size=6)
    )
    zh: list[str] = []
    en: list[str] = []
    beads = []
    for n, m in shapes:
        beads.append(
            Bead(tuple(range(len(zh), len(zh) + n)), tuple(range(len(en), len(en) + m)), 0.5)
        )
        zh += [draw(st.sampled_from(WORDS)) for _ in range(n)]
        en += [draw(st.sampled_from(ENGLISH)) for _ in range(m)]
    return pair_up(article([zh], [en]), beads, model="toy")


def parts(side: Side, cells: list[tuple[tuple[int, ...], Cut]]) -> list[tuple[int, int, int]]:
    """Each stretch of a sentence that some pair holds, as sentence, beginning and end."""
    found = []
    for indices, (begin, end) in cells:
        for number, index in enumerate(indices):
            length = len(side.sentences[index].text)
            last = number == len(indices) - 1
            found.append(
                (index, begin if number == 0 else 0, end if last and end is not None else length)
            )
    return found


def tiles(side: Side, cells: list[tuple[tuple[int, ...], Cut]], *, in_order: bool) -> None:
    """Check that the stretches hold each character of each sentence exactly once."""
    found = parts(side, cells)
    if not in_order:
        found.sort()
    expected = 0, 0
    for index, begin, end in found:
        assert (index, begin) == expected
        length = len(side.sentences[index].text)
        assert begin < end <= length
        expected = (index, end) if end < length else (index + 1, 0)
    assert expected == (len(side.sentences), 0)


def check(bitext: Bitext, *, in_order: bool = True) -> None:
    tiles(bitext.article.zh, [(p.zh, p.zh_cut) for p in bitext.pairs], in_order=in_order)
    tiles(bitext.article.en, [(p.en, p.en_cut) for p in bitext.pairs], in_order=in_order)


def some_edit(draw: Callable[[st.SearchStrategy[Any]], Any], name: str, bitext: Bitext) -> Change:
    """Make an edit of this name at some place, or an empty change where it is impossible."""
    count = len(bitext.pairs)
    place = draw(st.integers(0, max(count - 1, 0)))
    language: Language = "zh" if draw(st.integers(0, 1)) else "en"
    if not count and name != "insert":
        return Change()
    try:
        if name in ("confirm", "mark_for_review", "exclude", "keep", "merge", "swap"):
            return made(getattr(edits, name)(bitext, place))
        if name == "annotate":
            return edits.annotate(bitext, place, "see 3")
        if name == "rewrite":
            pair = bitext.pairs[place]
            cut = draw(st.integers(0, len(pair.zh_text)))
            new = pair.zh_text[:cut] + "改" + pair.zh_text[cut + 1 :]
            return edits.rewrite(bitext, place, new, pair.en_text)
        if name in ("link", "pinpoint"):
            other = draw(st.integers(0, count - 1))
            return made(getattr(edits, name)(bitext, place, other))
        if name == "split":
            pair = bitext.pairs[place]
            return edits.split(
                bitext,
                place,
                draw(st.integers(0, len(pair.zh_text))),
                draw(st.integers(0, len(pair.en_text))),
            )
        if name == "insert":
            return edits.insert(bitext, draw(st.integers(0, count)))
        if name in ("decide", "forget"):
            return made(getattr(edits, name)(bitext, draw(st.sampled_from(TERMS))))
        if name in ("change_term", "merge_terms"):
            one, other = draw(st.sampled_from(TERMS)), draw(st.sampled_from(TERMS))
            return made(getattr(edits, name)(bitext, one, other))
        if name == "realigned":
            return edits.realigned(bitext, fake_alignment(bitext))
        return made(getattr(edits, name)(bitext, place, language))
    except ImpossibleEdit:
        return Change()


def made(change: Change) -> Change:
    """Say what type an edit looked up by name returns."""
    return change


def fake_alignment(bitext: Bitext) -> list[Bead]:
    """Beads as the aligner gives them around what is settled: everything else one to one."""
    fixed = edits.settled(bitext)
    walls = sorted(pair for pair in fixed if pair[0] and pair[1])
    alone_zh = {i for zh, en in fixed if not en for i in zh}
    alone_en = {j for zh, en in fixed if not zh for j in en}
    beads: list[Bead] = []
    top = left = 0
    ends = (len(bitext.article.zh.sentences),), (len(bitext.article.en.sentences),)
    for zh, en in [*walls, ends]:
        while top < zh[0] or left < en[0]:
            if top < zh[0] and (top in alone_zh or left >= en[0]):
                beads.append(Bead((top,), (), 0.7))
                top += 1
            elif left < en[0] and (left in alone_en or top >= zh[0]):
                beads.append(Bead((), (left,), 0.7))
                left += 1
            else:
                beads.append(Bead((top,), (left,), 0.7))
                top, left = top + 1, left + 1
        if (zh, en) != ends:
            beads.append(Bead(zh, en, 1.0))
            top, left = zh[-1] + 1, en[-1] + 1
    return beads
