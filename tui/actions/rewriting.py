"""Editing the texts of the chosen pair in place: beginning, the keys meanwhile, keeping, dropping.

While an editor is open every key goes to it first (`take_key`), then to the text. What was written
is kept by Enter, and by going to another pair with the mouse; only Esc drops it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import events

from aligner import edits
from aligner.article import Language
from aligner.bitext import Pair
from aligner.errors import ImpossibleEdit
from tui.review import Review

if TYPE_CHECKING:
    from tui.row_editor import RowEditor

_KEEP = ("enter", "f2", "ctrl+enter")
_BREAK = ("ctrl+j", "shift+enter", "alt+enter", "shift+\r")
_OTHER_SIDE = ("tab", "shift+tab")
_ALT_DIGITS = {f"alt+{digit}": digit for digit in range(1, 10)}
_DIGITS = {str(digit): digit for digit in range(1, 10)}


def rewrite(review: Review) -> None:
    """Edit the texts of the chosen pair; a translation that is missing is where one begins."""
    pair = review.session.pair
    if pair is None:
        return
    review.check_writable()
    if review.pair_list.is_too_small:
        raise ImpossibleEdit(review.words("too small"))
    review.session.language = _side_to_begin(review, pair)
    _open(review, pair)
    review.say(review.words("edit how"))


def _side_to_begin(review: Review, pair: Pair) -> Language:
    chosen, target = review.session.language, review.session.target
    return target if review.session.is_untranslated(pair) else chosen


def _open(review: Review, pair: Pair) -> None:
    from tui.row_editor import RowEditor  # with Textual's editor, of which nobody has need at first

    review.pair_list.follow()
    editor = RowEditor(
        pair,
        review.session.place,
        allows_breaks=review.session.project.has_units,
        takes=partial(take_key, review),
    )
    review.editor = editor
    editor.open(review.pair_list)
    review.show_assistance()


def fit(review: Review) -> None:
    """Let the row be as high as its texts need now, and its editors stand over it."""
    if review.editor is not None:
        review.editor.fit(review.pair_list)


def leave(review: Review) -> None:
    """Keep what was written, if anything was, and close the editor."""
    editor = review.editor
    if editor is not None:
        if editor.is_changed:
            _write(review, editor)
        _close(review)


def take_key(review: Review, event: events.Key) -> bool:
    """Use a key before the text does; return whether it meant something."""
    editor, key = review.editor, event.key
    if editor is None:
        return True  # the cell is about to go
    number = _ALT_DIGITS.get(key)
    if editor.awaits_number:
        editor.awaits_number = False
        number = number or _DIGITS.get(key)
        if number is None:
            review.say("")
            return key == "escape"
    if number is not None:
        _insert(review, editor, number)
    elif key in _KEEP or (key == "ctrl+j" and not editor.allows_breaks):
        review.screen.attempt(partial(_keep_and_go_on, review, editor))
    elif key in _BREAK:
        _break_line(review, editor)
    elif key == "escape":
        _close(review)
        review.say("")
        review.say("")
    elif key in _OTHER_SIDE:
        review.session.language = "en" if review.session.language == "zh" else "zh"
        editor.choose(review.session.language)
        review.pair_list.redraw()
    elif key == "ctrl+t":
        editor.awaits_number = True
        review.say(review.words("insert which"))
    elif key == "f3":
        review.look_up(editor.cell(review.session.language).marked)
    elif key == "f4":
        _copy_source(review, editor)
    else:
        return False
    return True


def _keep_and_go_on(review: Review, editor: RowEditor) -> None:
    """Keep the texts and go to the next row; edit on, where one translates row after row."""
    session = review.session
    was_untranslated = session.is_untranslated(editor.pair)
    _write(review, editor)
    _close(review)
    told = "now rewritten" if editor.is_changed else "now confirmed"
    review.say(review.words(told, number=editor.place + 1))
    row = session.row
    is_shown = bool(session.shown) and session.shown[row] == editor.place
    if is_shown and row + 1 >= len(session.shown):
        return
    review.go(row + 1 if is_shown else row)
    pair = session.pair
    if was_untranslated and pair is not None and session.is_untranslated(pair):
        rewrite(review)


def _write(review: Review, editor: RowEditor) -> None:
    """Make what was written an edit of the pair."""
    name = "edit" if editor.is_changed else "confirm"
    review.session.place = editor.place
    zh, en = editor.texts
    review.check_writable()
    review.session.edit(name, lambda bitext, place: edits.settle_text(bitext, place, zh, en))


def _close(review: Review) -> None:
    editor, review.editor = review.editor, None
    if editor is not None:
        editor.close(review.pair_list)
        review.changed()


def _break_line(review: Review, editor: RowEditor) -> None:
    if editor.allows_breaks:
        editor.cell(review.session.language).insert("\n")
    else:
        review.say(review.words("no line breaks"), is_problem=True)


def _insert(review: Review, editor: RowEditor, number: int) -> None:
    """Insert a match in place of the translation, or a term at the caret."""
    known = review.assisting.known
    target = review.session.target
    if known is None or not 0 < number <= len(known.insertions):
        review.say(review.words("nothing to insert", number=number), is_problem=True)
        return
    cell, text = editor.cell(target), known.insertions[number - 1]
    if number <= len(known.matches):
        cell.put(text)
    else:
        cell.put_in(text)
    review.session.language = target
    editor.choose(target)
    review.say("")


def _copy_source(review: Review, editor: RowEditor) -> None:
    source, target = review.session.source, review.session.target
    editor.cell(target).put(editor.texts[0 if source == "zh" else 1])
    review.session.language = target
    editor.choose(target)
