"""The places of a term: looked for in the background, shown by rendering, one of which is taken."""

from __future__ import annotations

from pathlib import Path

from aligner import edits
from aligner.errors import ImpossibleEdit
from tui.actions.term_going import go_to_pair
from tui.messages import RenderingsFound
from tui.term_review import TermReview


def find_places(terms: TermReview, chosen: int | None = None) -> None:
    """Look for the places of the chosen term; they are shown when they have been found.

    The pair with the number `chosen` is where the list of places begins.
    """
    one = terms.term_list.chosen
    if one is None:
        return
    terms.say(terms.words("looking for places"))
    pairs, source = terms.session.text_pairs(), terms.session.source

    def work() -> None:
        from aligner.terms import entry_of, renderings_of

        found = renderings_of(pairs, entry_of(one.term, one.entry), source=source)
        terms.screen.post_message(RenderingsFound(one.term, pairs, found, chosen))

    terms.screen.in_background("places", work, replaces=True)


def show_places(terms: TermReview, found: RenderingsFound) -> None:
    """Show the places that were found, and do what is asked of them."""
    from aligner.terms import to_be_changed
    from tui.dialogs.term_places import PlaceAnswer, TermPlaces

    terms.say("")
    if not found.renderings:
        terms.say(terms.words("no places"))
        return
    source = terms.session.source
    wrong = to_be_changed(found.renderings, found.term, source=source)
    dialog = TermPlaces(
        found.term.zh if source == "zh" else found.term.en,
        found.renderings,
        wrong,
        found.pairs,
        terms.session.place_name,
        terms.words,
        chosen=found.chosen,
        plain=terms.settings.is_plain,
    )

    def answered(answer: PlaceAnswer) -> None:
        if answer.what == "take":
            _take(terms, found, answer.text)
        elif answer.what == "go":
            go_to_pair(terms, answer.pair)
        else:
            _ask_where(terms, found)

    terms.ask(dialog, answered)


def _take(terms: TermReview, found: RenderingsFound, text: str) -> None:
    """Take a rendering for the term, and show which places are to be changed then."""
    from aligner.terms import with_rendering

    new = with_rendering(found.term, text, source=terms.session.source)
    terms.do(lambda bitext: edits.change_term(bitext, found.term, new))
    terms.choose_term(new)
    terms.say(terms.words("rendering taken", zh=new.zh, en=new.en))
    show_places(terms, RenderingsFound(new, found.pairs, found.renderings))


def _ask_where(terms: TermReview, found: RenderingsFound) -> None:
    from aligner.terms import to_be_changed
    from tui.dialogs.exporting import typed_path
    from tui.dialogs.overwriting import ask_before_overwriting
    from tui.dialogs.question import AskLine

    wrong = to_be_changed(found.renderings, found.term, source=terms.session.source)
    if not wrong:
        raise ImpossibleEdit(terms.words("nothing to change"))

    def write(path: Path) -> None:
        from aligner.terms import write_places

        count = write_places(path, wrong, found.pairs, terms.session.place_name)
        terms.say(terms.words("places written", count=count, path=path))

    def answered(text: str) -> None:
        if text.strip():
            path = typed_path(text)
            ask_before_overwriting(terms.screen, path, lambda: write(path))

    beside = terms.session.glossary_path
    given = beside.with_name(f"{beside.stem}.places.tsv")
    terms.ask(AskLine(terms.words("ask export"), str(given)), answered)
