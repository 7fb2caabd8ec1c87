"""What the panel says against a pair that is doubted, and taking the other pairing."""

from __future__ import annotations

import json
from pathlib import Path

from aligner.opening import open_for_review
from tests.samples import lighthouse, one_pair
from tests.test_alternatives import wrong
from tests.tui.driving import Sitting, played, sit


def panel(at: Sitting) -> list[str]:
    """The lines of the panel."""
    return [line.strip() for line in at.lines()[-7:-2]]


@played(wrong, size=(120, 24))
async def test_another_pairing_is_shown_and_taken_and_given_back(at: Sitting) -> None:
    await at.choose(2)
    await at.explained()
    assert any(
        line.startswith("- Another pairing is 100% as likely, y takes it") for line in panel(at)
    )
    assert "The cat came after him." in " ".join(panel(at))
    await at.press("y")
    assert [(pair.zh, pair.en) for pair in at.pairs[1:3]] == [((1,), (1, 2)), ((2,), (3,))]
    assert at.place == 2
    assert at.session.problems.tally().open == 0
    await at.press("ctrl+z")
    assert at.bitext == wrong()


@played(wrong)
async def test_where_no_other_pairing_is_shown_the_key_says_so(at: Sitting) -> None:
    await at.press("y")
    assert at.message == "No other pairing is shown for this pair."
    assert at.bitext == wrong()


@played()
async def test_an_edit_beside_the_pair_makes_the_panel_think_again(at: Sitting) -> None:
    await at.choose(2)
    await at.explained()
    known = at.review.explainer.known(at.pair)
    await at.choose(0)
    await at.press("a")
    await at.choose(2)
    await at.explained()
    assert at.review.explainer.known(at.pair) is not known


@played()
async def test_of_every_pair_that_is_doubted_something_is_said_against(at: Sitting) -> None:
    await at.choose(5)
    await at.press("r")
    for place in (2, 5):
        await at.choose(place)
        await at.explained()
        assert any(line.startswith("-") for line in panel(at)), place


@played(lambda: one_pair("燈塔亮了。", "The lamp was lit.", confidence=0.6))
async def test_a_doubt_with_no_reason_of_its_own_is_said_as_such(at: Sitting) -> None:
    await at.explained()
    assert "- 40% of the aligner’s belief lies elsewhere, in no one place." in panel(at)


def test_of_a_unit_the_meaning_of_those_around_it_is_told(tmp_path: Path) -> None:
    units = [
        (
            "守塔人早上走下樓梯，到碼頭去買魚。",
            "In the morning the keeper went to the quay to buy fish.",
        ),
        (
            "委員會將於秋季公布鐵路的預算。",
            "The cat slept on the warm roof for the whole afternoon.",
        ),
        (
            "貓整個下午都睡在溫暖的屋頂上。",
            "The committee will publish the railway budget in autumn.",
        ),
        ("我們在山谷裡找到一座古老的石橋。", "We found an old stone bridge in the valley."),
    ]
    path = tmp_path / "memory.jsonl"
    lines = (json.dumps({"zh": zh, "en": en}, ensure_ascii=False) for zh, en in units)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")

    async def script(at: Sitting) -> None:
        await at.press("n")
        assert at.place == 1
        await at.explained()
        assert any("it is no. 3 that goes with" in line for line in panel(at)), at.seen()

    sit(open_for_review(path).project, script)


def test_lighthouse_is_what_these_tests_take_it_for() -> None:
    assert [
        n for n, pair in enumerate(lighthouse().pairs) if pair.is_full and pair.is_doubtful
    ] == [2]
