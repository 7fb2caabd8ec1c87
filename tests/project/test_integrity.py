"""Whether a change is sound is asked of what it touches, and answered as for the whole bitext."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.bitext import Pair
from aligner.edits import Change, Hunk
from aligner.project.integrity import check_bitext, check_change
from tests.project.edits import any_change
from tests.samples import lighthouse


def is_sound(change: Change) -> tuple[bool, bool]:
    """Whether a change of the sample is sound by what it touches, and by the whole bitext."""
    changed = change(lighthouse())
    return holds(lambda: check_change(change, changed)), holds(lambda: check_bitext(changed))


def holds(check: Callable[[], None]) -> bool:
    """Whether a check finds nothing wrong."""
    try:
        check()
    except ValueError:
        return False
    return True


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 2**32))
def test_what_edits_leave_is_sound(seed: int) -> None:
    assert is_sound(any_change(lighthouse(), random.Random(seed))) == (True, True)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 2**32))
def test_damage_is_found_as_in_the_whole_bitext(seed: int) -> None:
    chance = random.Random(seed)
    place = chance.randrange(len(lighthouse().pairs))
    old = lighthouse().pairs[place : place + chance.randint(1, 2)]
    new = [damaged(pair, chance) for pair in old]
    touched, whole = is_sound(Change((Hunk(place, old, tuple(new)),)))
    assert touched == whole


def damaged(pair: Pair, chance: random.Random) -> Pair:
    """Return a pair with other sentences, or other parts of them, or as it is."""
    numbers = tuple(chance.sample(range(5), chance.randint(0, 2)))
    cut = chance.choice([(0, None), (0, 2), (2, None), (1, 3), (2, 2)])
    kind = chance.choice(["none", "zh", "en", "cut"])
    if kind == "zh":
        return replace(pair, zh=numbers)
    if kind == "en":
        return replace(pair, en=numbers, en_cut=cut)
    return replace(pair, zh_cut=cut) if kind == "cut" else pair


def test_a_sentence_that_a_change_drops_is_missed() -> None:
    pair = lighthouse().pairs[0]
    for fewer in (replace(pair, zh=()), replace(pair, en=())):
        assert is_sound(Change((Hunk(0, (pair,), (fewer,)),))) == (False, False)
