"""A memory with planted faults, gone through with `n`, `e` and `a` alone: none is skipped."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

from aligner.bitext import LOW_CONFIDENCE
from aligner.checks import PROBLEM_FILTERS, Consistency, Problem, check_pair, judge_units
from aligner.opening import open_for_review
from aligner.project import open_project
from bench.judging import own_pairs
from tests.tui.driving import Sitting, sit

Text = tuple[str, str]
UNITS = 300


Spoiler = Callable[[str, str, list[Text]], Text]
SPOILERS: dict[str, Spoiler] = {
    "number": lambda zh, en, _: (f"{zh[:-1]}，共有38人。", f"{en[:-1]}, 83 people in all."),
    "number of one side": lambda zh, en, _: (f"{zh[:-1]}，共有1947人。", en),
    "currency": lambda zh, en, _: (f"{zh[:-1]}，花了500美元。", f"{en[:-1]}, for 500 euros."),
    "name": lambda zh, en, _: (f"{zh[:-1]}，請看 Zephyrus 一節。", f"{en[:-1]}; see that section."),
    "meaning": lambda zh, _, others: (zh, others[0][1]),
    "part": lambda zh, en, others: (zh + others[0][0], en),
    "tag": lambda zh, en, _: (f"<b>{zh}</b>", en),
    "empty": lambda zh, en, _: (zh, ""),
    "empty Chinese": lambda zh, en, _: ("", en),
    "copied": lambda zh, en, _: (zh, zh),
    "swapped": lambda zh, en, _: (en, zh),
    "chinese-left": lambda zh, en, _: (zh, f"{en[:-1]} 這裡沒有翻譯完畢."),
    "english-left": lambda zh, en, _: (f"{zh[:-1]} but nobody has translated this part。", en),
    "bracket": lambda zh, en, _: (f"（{zh}", en),
    "quote": lambda zh, en, _: (f"{zh[:4]}」{zh[4:]}", en),
    "space": lambda zh, en, _: (f"{zh[0]} {zh[1:]}", en),
    "script": lambda zh, en, _: (
        f"{zh[:-1]}，這條路邊的書店還沒開門，这条路边的书店还没开门。",
        en,
    ),
    "width": lambda zh, en, _: (zh.replace("。", "."), f"{en[:-1]}。"),
    "repeat": lambda zh, en, _: (zh, en.replace(" ", " the the ", 1)),
    "garbled": lambda zh, en, _: (zh, f"{en[:-1]} cafÃ©."),
    "invisible": lambda zh, en, _: (zh, f"{en[:3]}\u200b{en[3:]}"),
    "two-english": lambda _, en, others: (others[0][0], f"Otherwise: {others[0][1]}"),
    "duplicate": lambda zh, en, others: others[1],
}
"""What spoils a pair, given the two above it: named by the code that it is found by."""
FAULTS = 2 * len(SPOILERS)


def planted() -> tuple[list[Text], dict[int, str]]:
    """300 units, and where 46 of them are spoilt, and how."""
    sound = [pair for pair in own_pairs() if not check_pair(*pair) and _is_sentence(*pair)]
    units = [sound[n % len(sound)] for n in range(UNITS)]
    units = [  # no two are the same
        pair if n < len(sound) else (f"{pair[0]}（{n}）", f"{pair[1]} ({n})")
        for n, pair in enumerate(units)
    ]
    # Three apart, since a fault may be a copy of a unit above, which is not to be spoilt itself.
    places = [3 * k for k in sorted(random.Random(46).sample(range(1, UNITS // 3), FAULTS))]
    kinds = [*SPOILERS, *SPOILERS]
    for place, kind in zip(places, kinds, strict=True):
        units[place] = SPOILERS[kind](*units[place], units[place - 2 : place])
    return units, dict(zip(places, kinds, strict=True))


def _is_sentence(zh: str, en: str) -> bool:
    """Whether a pair is long enough to be spoilt in any way."""
    return zh.endswith("。") and en.endswith(".") and len(zh) >= 12 and "「" not in zh


def codes_of(units: list[Text]) -> dict[int, set[str]]:
    """What `duizhao check` tells of each unit."""
    ledger = Consistency()
    found: dict[int, set[str]] = {place: set() for place in range(len(units))}
    for place, (zh, en) in enumerate(units):
        ledger.add(zh, en)
        found[place] |= {finding.code for finding in check_pair(zh, en)}
    for place, finding in (*ledger.findings(), *ledger.repeated()):
        found[place].add(finding.code)
    for place, judgement in enumerate(judge_units(units)):
        if judgement.finding:
            found[place].add(judgement.finding.code)
    return found


def test_each_of_the_planted_faults_is_found_as_what_it_is() -> None:
    units, places = planted()
    found = codes_of(units)
    assert len(places) == 46
    for place, kind in places.items():
        assert kind.split()[0] in found[place], (kind, units[place], found[place])


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
        assert "Nothing else is left to look at; 4 pairs without a text" in at.message
        await at.press("ctrl+z")
        assert at.place == visited[-1]
        await at.until(lambda: at.session.problems.tally().open == 1)
        await at.press("a")

    sit(open_for_review(path).project, script)
    assert visited == sorted(wanted)
    with open_project(Path(f"{path}.duizhao")) as project:
        assert {pair.status for pair in project.load().pairs} == {"proposed", "confirmed"}


def test_under_a_filter_a_alone_visits_them_all_and_the_cursor_is_never_nowhere(
    tmp_path: Path,
) -> None:
    units, _ = planted()
    wanted = sorted(doubted(units))
    path = tmp_path / "memory.jsonl"
    lines = (json.dumps({"zh": zh, "en": en}, ensure_ascii=False) for zh, en in units)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    visited: list[int] = []

    async def script(at: Sitting) -> None:
        await at.until(lambda: at.session.problems.comparison)
        await at.checked()
        at.session.narrow_to("to look at", PROBLEM_FILTERS["to look at"])
        at.review.moved()
        assert list(at.session.shown) == wanted
        while at.session.shown:
            visited.append(at.place)
            assert f"1 of {len(at.session.shown)}" in at.seen()
            if len(visited) % 7 == 0:  # taken back, it is here again; done again, the next one is
                await at.press("a", "ctrl+z")
                assert at.place == visited[-1]
                await at.until(lambda: at.session.problems.is_stop(visited[-1]))
            await at.press("a")
        assert "No pair" in at.message or "Nothing else" in at.message

    sit(open_for_review(path).project, script)
    assert visited == wanted


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
