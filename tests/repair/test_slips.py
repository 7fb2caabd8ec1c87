"""Translations that have slipped are put beside their originals again; nothing else is moved."""

from __future__ import annotations

import random

import pytest

from aligner.article import Language
from aligner.repair import put_right

PAIRS = [
    ("渡船今天停航。", "The ferry is not running today."),
    ("風從昨晚颳到現在。", "It has been blowing since last night."),
    ("你帶傘了嗎？", "Did you bring an umbrella?"),
    ("傘在我哥哥那裡。", "My brother has the umbrella."),
    ("他去碼頭買票了。", "He went down to the pier to buy tickets."),
    ("買票的人排到了郵局門口。", "The queue for tickets reaches the door of the post office."),
    ("郵局今天不開門。", "The post office is closed today."),
    ("那我的信怎麼辦？", "Then what about my letter?"),
    ("信可以等，船不會等。", "A letter can wait; a boat will not."),
    ("你聽，汽笛響了。", "Listen, there goes the whistle."),
    ("那是運煤的船，不是我們的。", "That is the coal boat, not ours."),
    ("我們的船是白色的，有兩根煙囪。", "Ours is white and has two funnels."),
    ("煙囪上畫著一隻鷺鷥。", "There is a heron painted on the funnel."),
    ("我小時候數過它的羽毛。", "As a child I used to count its feathers."),
    ("數到一百就睡著了。", "I would fall asleep at a hundred."),
    ("今晚恐怕誰也睡不著。", "Tonight I doubt anyone will sleep."),
]


def sides(source: Language) -> tuple[list[str], list[str]]:
    """Return the originals and their translations."""
    zh, en = [zh for zh, _ in PAIRS], [en for _, en in PAIRS]
    return (zh, en) if source == "zh" else (en, zh)


def joined(source: Language, texts: list[str]) -> str:
    """Return translations that a machine has put into one line."""
    return (" " if source == "zh" else "").join(texts)


@pytest.mark.parametrize("source", ["zh", "en"])
def test_what_stands_right_is_left(source: Language) -> None:
    originals, translations = sides(source)
    assert put_right(originals, translations, source) == translations


@pytest.mark.parametrize("source", ["zh", "en"])
@pytest.mark.parametrize("slip", [1, 2, 3])
def test_lines_that_moved_up_come_back_down(source: Language, slip: int) -> None:
    originals, translations = sides(source)
    merged = joined(source, translations[4 : 5 + slip])
    slipped = [*translations[:4], merged, *translations[5 + slip : 12], *[""] * slip]
    slipped += translations[12:]
    assert put_right(originals, slipped, source) == translations


@pytest.mark.parametrize("source", ["zh", "en"])
@pytest.mark.parametrize("slip", [1, 2, 3])
def test_lines_that_moved_down_come_back_up(source: Language, slip: int) -> None:
    originals, translations = sides(source)
    last = joined(source, translations[11 - slip : 12])
    slipped = [*translations[:3], *[""] * slip, *translations[3 : 11 - slip], last]
    slipped += translations[12:]
    assert put_right(originals, slipped, source) == translations


@pytest.mark.parametrize("source", ["zh", "en"])
def test_a_translation_that_is_missing_leaves_a_gap_and_no_other(source: Language) -> None:
    originals, translations = sides(source)
    slipped = [*translations[:5], *translations[6:], ""]
    assert put_right(originals, slipped, source) == [*translations[:5], "", *translations[6:]]


def test_no_word_is_lost_whatever_is_there() -> None:
    chance = random.Random(3)
    originals, translations = sides("zh")
    for _ in range(20):
        shuffled = [
            chance.choice(["", text, f"{text} Really?", "♪", text[: len(text) // 2]])
            for text in translations
        ]
        found = put_right(originals, shuffled, "zh")
        assert " ".join(" ".join(found).split()) == " ".join(" ".join(shuffled).split())
        assert len(found) == len(originals)


def test_nothing_to_go_by_changes_nothing() -> None:
    assert put_right([], [], "zh") == []
    assert put_right(["", ""], ["a.", "b."], "zh") == ["a.", "b."]
    assert put_right(["一。", "二。"], ["", ""], "zh") == ["", ""]


def test_each_original_has_one_place() -> None:
    with pytest.raises(ValueError, match="one translation"):
        put_right(["一。"], [], "zh")
