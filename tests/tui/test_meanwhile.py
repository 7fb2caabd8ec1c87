"""What happens while something else does: aligning under a dialog, clicks while a caret is out."""

from __future__ import annotations

from aligner.alignment import Bead
from tests.tui.driving import Sitting, played
from tui.messages import Aligned

MERGED = [
    Bead((0, 1), (0, 1, 2), 0.9),
    Bead((2,), (3,), 0.9),
    Bead((3,), (), 0.9),
    Bead((), (4,), 0.9),
    Bead((4,), (5,), 0.9),
]
"""The lighthouse otherwise: its first two pairs are one, and all below move up."""


@played()
async def test_an_alignment_that_ends_while_somebody_writes_waits_for_it(at: Sitting) -> None:
    await at.choose(2)
    before = at.bitext
    await at.press("e")
    at.screen.post_message(Aligned(before, MERGED))
    await at.settle()
    assert at.bitext is before
    await at.press("escape")
    await at.until(lambda: "Aligned again" in at.message)
    assert len(at.pairs) == 5
    assert at.pair.zh == (2,)  # the one that was chosen, wherever it is now


@played()
async def test_what_is_written_meanwhile_goes_to_the_pair_it_was_written_for(at: Sitting) -> None:
    await at.choose(2)
    await at.press("e")
    at.screen.post_message(Aligned(at.bitext, MERGED))
    await at.settle()
    assert at.review.editor is not None
    at.review.editor.cell("zh").text = "「霧。」"
    await at.press("enter")
    # The bitext is another one now, so that the rest is aligned anew around what was written.
    await at.until(lambda: "Aligned again" in at.message)
    assert [pair.zh_text for pair in at.pairs if pair.status == "edited"] == ["「霧。」"]
    assert next(pair for pair in at.pairs if pair.status == "edited").zh == (2,)


@played()
async def test_a_click_on_another_key_puts_the_carets_away(at: Sitting) -> None:
    await at.choose(1)
    await at.press("s")
    assert at.review.carets is not None
    await at.click(at.lines()[-1].index("merge"), 23)
    assert len(at.pairs) == 5
    assert at.review.carets is None


@played()
async def test_the_palette_offers_nothing_while_somebody_writes(at: Sitting) -> None:
    await at.press("e")
    assert list(at.app.get_system_commands(at.top)) == []
    await at.press("escape")
    assert list(at.app.get_system_commands(at.top))
