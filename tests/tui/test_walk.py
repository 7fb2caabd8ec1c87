"""A memory with planted faults, gone through with `n`, `e` and `a` alone: none is skipped."""

from __future__ import annotations

import json
import random
from pathlib import Path

from aligner.bitext import LOW_CONFIDENCE
from aligner.checks import Consistency, Problem, check_pair, judge_units
from aligner.opening import open_for_review
from aligner.project import open_project
from bench.judging import own_pairs
from tests.tui.driving import Sitting, sit

Text = tuple[str, str]
UNITS, FAULTS = 300, 46


def spoilt(kind: int, zh: str, en: str, others: list[Text]) -> Text:
    """Return a pair with one of ten faults, given the two pairs above it."""
    return (
        (f"{zh[:-1]}，共有1947人。", en),  # a number without a counterpart
        (f"{zh[:-1]}，共有38人。", f"{en[:-1]}, 83 people in all."),  # another number
        (zh, ""),  # not translated
        (zh, zh),  # copied
        (f"<b>{zh}</b>", en),  # a tag that is missing
        (zh.replace("。", "."), f"{en[:-1]}。"),  # punctuation of the other language
        others[1],  # the same unit once more
        (zh + others[0][0] + others[1][0], en),  # sentences that are left out
        (zh, en.replace(" ", " the the ", 1)),  # a word twice
        (f"（{zh}", en),  # a bracket that does not close
    )[kind]


def planted() -> tuple[list[Text], list[int]]:
    """300 units, and where 46 of them are spoilt."""
    sound = [pair for pair in own_pairs() if not check_pair(*pair)]
    units = [sound[n % len(sound)] for n in range(UNITS)]
    units = [  # no two are the same
        pair if n < len(sound) else (f"{pair[0]}（{n}）", f"{pair[1]} ({n})")
        for n, pair in enumerate(units)
    ]
    places = sorted(random.Random(46).sample(range(2, UNITS), FAULTS))
    for number, place in enumerate(places):
        units[place] = spoilt(number % 10, *units[place], units[place - 2 : place])
    return units, places


def doubted(units: list[Text]) -> set[int]:
    """Where `duizhao check` tells of something, or the model is not sure."""
    ledger = Consistency()
    found: set[int] = set()
    for place, (zh, en) in enumerate(units):
        ledger.add(zh, en)
        if check_pair(zh, en):
            found.add(place)
    found |= {place for place, _ in (*ledger.findings(), *ledger.repeated())}
    sure = enumerate(judge_units(units))
    return found | {place for place, one in sure if one.confidence < LOW_CONFIDENCE}


def test_n_e_and_a_visit_all_that_check_or_the_model_doubts_and_skip_none(tmp_path: Path) -> None:
    units, places = planted()
    wanted = doubted(units)
    assert set(places) <= wanted
    path = tmp_path / "memory.jsonl"
    lines = (json.dumps({"zh": zh, "en": en}, ensure_ascii=False) for zh, en in units)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    visited: list[int] = []

    async def script(at: Sitting) -> None:
        await at.until(lambda: at.session.problems.comparison)
        assert at.session.problems.tally().open == len(wanted)
        if not at.session.problems.is_stop(0):
            await at.press("n")
        while at.session.problems.tally().open:
            visited.append(at.place)
            if len(visited) % 5 == 0:
                await at.press("e", "escape")  # to look at it closely is no mending
                assert at.place == visited[-1]
            await at.press("a")
        assert "No pair is left to look at." in at.message
        await at.press("ctrl+z")
        assert at.place == visited[-1]
        assert at.session.problems.tally().open == 1
        await at.press("a")

    sit(open_for_review(path).project, script)
    assert visited == sorted(wanted)
    with open_project(Path(f"{path}.duizhao")) as project:
        assert {pair.status for pair in project.load().pairs} == {"proposed", "confirmed"}


def test_what_a_file_says_is_confirmed_is_checked_all_the_same_until_somebody_here_says_so(
    tmp_path: Path,
) -> None:
    """A client's file of signed-off units has mistakes too, and each is accepted only once."""
    path = tmp_path / "final.jsonl"
    lines = (
        {"zh": "船上有38人。", "en": "There were 83 people on board.", "status": "confirmed"},
        {"zh": "燈塔亮了。", "en": "The lamp was lit.", "status": "confirmed"},
        {"zh": "貓沒有回答。", "en": "", "status": "confirmed"},
    )
    text = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    path.write_text(text + "\n", encoding="utf-8")

    async def first(at: Sitting) -> None:
        by_kind = at.session.problems.tally().by_kind
        assert by_kind == {Problem.WARNED: 1, Problem.NO_EN: 1}
        await at.press("n")
        assert at.place == 2
        await at.press("a")
        assert at.place == 0
        await at.press("ctrl+z", "ctrl+y")

    async def then(at: Sitting) -> None:
        assert at.session.problems.tally().by_kind == {Problem.WARNED: 1}
        assert at.session.problems.tally().gaps == 1
        await at.press("n", "a")
        assert at.session.problems.tally().open == 0

    sit(open_for_review(path).project, first)
    sit(open_for_review(path).project, then)
