"""Going to a place of the text: by number, by heading, by words; and the table of contents."""

from __future__ import annotations

from dataclasses import replace

from textual.widgets import OptionList

from aligner.bitext import Bitext
from aligner.bitext.headings import headings_of
from tests.samples import lighthouse, long_book
from tests.tui.driving import Sitting, played
from tui.dialogs.going import GoTo


def with_headings() -> Bitext:
    """The lighthouse, in which the first and the third paragraph of the Chinese are headings."""
    bitext = lighthouse()
    side = bitext.article.zh
    paragraphs = tuple(
        replace(paragraph, kind="heading" if n in (0, 1) else "body")
        for n, paragraph in enumerate(side.paragraphs)
    )
    article = replace(bitext.article, zh=replace(side, paragraphs=paragraphs))
    return replace(bitext, article=article)


def entries(at: Sitting) -> list[str]:
    options = at.top.query_one(OptionList)
    return [str(options.get_option_at_index(n).prompt) for n in range(options.option_count)]


def test_headings_are_the_pairs_that_begin_with_one() -> None:
    assert headings_of(lighthouse()) == ()
    bitext = with_headings()
    found = headings_of(bitext)
    assert [one.zh for one in found] == [bitext.pairs[one.place].zh_text for one in found]
    assert found[0].place == 0
    assert len(found) == 2


@played(with_headings)
async def test_with_nothing_typed_it_lists_the_headings_and_enter_goes_to_one(at: Sitting) -> None:
    places = [one.place for one in headings_of(at.bitext)]
    await at.press("g")
    assert isinstance(at.top, GoTo)
    assert [int(entry.split()[1]) - 1 for entry in entries(at)] == places
    await at.press("down", "down", "enter")
    assert at.place == places[-1]
    await at.press("g", "enter")
    assert at.place == places[-1], "the heading that one stands under is chosen"


@played()
async def test_words_of_either_language_lead_to_a_pair(at: Sitting) -> None:
    for words in ("ten past nine", "守塔人"):
        await at.press("g")
        await at.paste(words)
        await at.until(lambda: entries(at))
        await at.press("enter")
        assert words in at.pair.en_text + at.pair.zh_text


@played()
async def test_what_was_typed_leads_somewhere_before_the_list_stands(at: Sitting) -> None:
    await at.press("g")
    dialog = at.top
    assert isinstance(dialog, GoTo)
    dialog.on_input_changed = lambda event: None  # type: ignore[method-assign]
    await at.paste("貓")
    await at.press("enter")
    assert at.place == 3


@played()
async def test_a_number_and_words_with_it_are_both_offered(at: Sitting) -> None:
    await at.press("g", "3")
    await at.until(lambda: "Pair 3" in entries(at))
    await at.press("escape")
    assert at.place == 0


@played(long_book)
async def test_the_list_holds_no_more_than_a_person_reads(at: Sitting) -> None:
    await at.press("g", "海")
    await at.until(lambda: entries(at))
    assert len(entries(at)) == 51
