"""Signs for characters that an editor can neither show nor keep."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.samples import HOSTILE
from tui.stand_ins import UNSAFE, StandIns

TEXTS = st.text(
    st.sampled_from("a海\n\r\t\x00\x1b\x85\u2028\u202e\ud800\u2400\u241b\ue000\ue001")
    | st.characters()
)


@given(TEXTS)
def test_a_text_comes_back_as_it_was_and_is_shown_without_what_steers(text: str) -> None:
    signs = StandIns(text)
    assert signs.restored(signs.shown) == text
    assert not UNSAFE.search(signs.shown)
    assert len(signs.shown) == len(text)


@given(TEXTS)
def test_only_line_feeds_end_a_line_of_what_is_shown(text: str) -> None:
    shown = StandIns(text).shown
    assert len(f"{shown}.".splitlines()) == shown.count("\n") + 1


def test_a_text_without_anything_odd_is_shown_as_it_is() -> None:
    text = "燈塔\t亮了。\r\n“The lamp” 👩‍🚀"
    assert StandIns(text).shown == text
    assert StandIns(HOSTILE).shown != HOSTILE
