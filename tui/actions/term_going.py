"""Going from a place of a term to its pair, and coming back to the places.

Behind the terms of a project stands its review screen. Of a glossary over many files a project is
opened for review on top, and left again; of any other file the pair is shown among its neighbours.
"""

from __future__ import annotations

from aligner.project import EXTENSION
from tui.messages import ProjectOpened
from tui.place import nearest_shown
from tui.session import Session, open_places
from tui.term_review import TermReview
from tui.term_session import FilePlace


def go_to_pair(terms: TermReview, number: int) -> None:
    """Show a pair, given its number among those that terms are looked for in."""
    if terms.session.go_to(number):
        terms.screen.dismiss(None)
        return
    place = terms.session.located(number)
    if place is None:
        return
    if place.path.suffix.lower() == EXTENSION:
        _open_project(terms, place)
    else:
        _show_pair(terms, place)


def _show_pair(terms: TermReview, place: FilePlace) -> None:
    from tui.actions.term_places import find_places
    from tui.dialogs.pair_place import PairPlace

    def back(_: None) -> None:
        find_places(terms, place.number)

    terms.screen.app.push_screen(PairPlace(place, terms.words), back)


def _open_project(terms: TermReview, place: FilePlace) -> None:
    """Open a project in the background; `show_project` is called with it."""
    terms.say(terms.words("opening project", path=place.path))

    def work() -> None:
        from aligner.opening import open_for_review
        from aligner.settings import remember_project

        opened = open_for_review(place.path)
        opened.project.load()
        remember_project(place.path)
        terms.screen.post_message(ProjectOpened(opened, place))

    terms.screen.in_background("project", work, replaces=True)


def show_project(terms: TermReview, event: ProjectOpened) -> None:
    """Show the review screen of a project at a pair; when it is left, the places of the term."""
    from tui.actions.term_places import find_places
    from tui.screen import ReviewScreen

    project, place = event.opened.project, event.place
    session = Session(project)
    session.place = _position(session, place)

    def back(_: None) -> None:
        pairs = session.bitext.pairs
        texts = [pairs[at].texts for at in open_places(session.bitext)]
        project.close()
        terms.session.renew(place.path, texts)
        find_places(terms, place.number)

    terms.say("")
    screen = ReviewScreen(
        session, terms.settings, event.opened.realigner, notice=event.opened.notice
    )
    terms.screen.app.push_screen(screen, back)


def _position(session: Session, place: FilePlace) -> int:
    """Return where a pair stands in its project, which may have been edited since it was read."""
    positions = open_places(session.bitext)
    wanted = place.pairs[place.at]
    same = [at for at in positions if session.bitext.pairs[at].texts == wanted]
    near = positions[min(place.at, len(positions) - 1)] if positions else 0
    return nearest_shown(same, near)
