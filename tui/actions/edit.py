"""Actions that change which sentences a pair holds and how they read; each can be undone."""

from __future__ import annotations

from aligner import edits
from aligner.errors import ImpossibleEdit
from tui.action import Action
from tui.actions.cells import link, pinpoint
from tui.actions.history import redo
from tui.actions.navigate import go_to_place
from tui.actions.newer import undo
from tui.actions.places import begin_split, begin_term
from tui.actions.realign import realign
from tui.actions.rewriting import rewrite
from tui.review import Review


def merge(review: Review) -> None:
    """Merge the pair with the one below."""
    review.do("merge", edits.merge)


def merge_above(review: Review) -> None:
    """Merge the pair with the one above."""
    if review.session.place == 0:
        raise ImpossibleEdit(review.words("no pair above"))
    review.do("merge_above", lambda bitext, place: edits.merge(bitext, place - 1))


def move_up(review: Review) -> None:
    """Move the first sentence of the chosen side to the pair above."""
    _edit_side(review, "move_up", edits.move_up)


def move_down(review: Review) -> None:
    """Move the last sentence of the chosen side to the pair below."""
    _edit_side(review, "move_down", edits.move_down)


def pull_from_above(review: Review) -> None:
    """Take in the last sentence above on the chosen side."""
    _edit_side(review, "pull_from_above", edits.pull_from_above)


def pull_from_below(review: Review) -> None:
    """Take in the first sentence below on the chosen side."""
    _edit_side(review, "pull_from_below", edits.pull_from_below)


def _edit_side(review: Review, name: str, edit: edits.SideEdit) -> None:
    language = review.session.language
    review.do(name, lambda bitext, place: edit(bitext, place, language))


def take_alternative(review: Review) -> None:
    """Pair the sentences as the panel shows that they could be paired otherwise."""
    known = review.explainer.known(review.session.pair)
    other = None if known is None else known.alternative
    if other is None:
        review.say(review.words("no alternative"))
        return
    review.do(
        "take_alternative",
        lambda bitext, _: edits.regroup(bitext, other.first, len(other.old), other.new),
    )


def swap(review: Review) -> None:
    """Exchange the English of the pair with that of the one above."""
    review.do("swap", edits.swap)


def insert(review: Review) -> None:
    """Put an empty pair below, and go there."""
    session = review.session
    below = min(session.place + 1, session.count)
    if review.do("insert", lambda bitext, _: edits.insert(bitext, below), shows=False):
        review.held = None
        go_to_place(review, below)
        review.check_again()


ACTIONS: tuple[Action[Review], ...] = (
    Action(
        "merge",
        ("m", "f5"),
        "edit",
        ("merge", "合併"),
        ("Merge with the pair below", "與下一對合併"),
        merge,
        95,
    ),
    Action(
        "merge_above",
        ("M", "shift+f5"),
        "edit",
        ("merge up", "向上合併"),
        ("Merge with the pair above", "與上一對合併"),
        merge_above,
    ),
    Action(
        "take_alternative",
        ("y", "shift+f8"),
        "edit",
        ("pair so", "換配對"),
        (
            "Take the other pairing that the panel shows for a doubtful pair",
            "採用面板所示的另一種配對",
        ),
        take_alternative,
    ),
    Action(
        "split",
        ("s", "f6"),
        "edit",
        ("split", "拆分"),
        ("Split the pair at a place you choose", "在選定處拆成兩對"),
        begin_split,
        94,
    ),
    Action(
        "move_up",
        ("u", "ctrl+up"),
        "edit",
        ("send up", "上移"),
        (
            "Move the first sentence of the chosen side to the pair above",
            "把所選一側的首句移到上一對",
        ),
        move_up,
        90,
    ),
    Action(
        "move_down",
        ("d", "ctrl+down"),
        "edit",
        ("send down", "下移"),
        (
            "Move the last sentence of the chosen side to the pair below",
            "把所選一側的末句移到下一對",
        ),
        move_down,
        89,
    ),
    Action(
        "pull_from_above",
        ("[", "ctrl+u"),
        "edit",
        ("take from above", "從上取句"),
        ("Take in the last sentence above on the chosen side", "把上方最近一句併入所選一側"),
        pull_from_above,
    ),
    Action(
        "pull_from_below",
        ("]", "ctrl+d"),
        "edit",
        ("take from below", "從下取句"),
        ("Take in the first sentence below on the chosen side", "把下方最近一句併入所選一側"),
        pull_from_below,
    ),
    Action(
        "swap",
        ("x", "ctrl+x"),
        "edit",
        ("swap", "對調"),
        ("Exchange the English with that of the pair above", "與上一對對調英文"),
        swap,
    ),
    Action(
        "pinpoint",
        ("space", "f7"),
        "edit",
        ("pinpoint", "選定"),
        (
            "Hold this cell; a second time, in the other language, makes the two one pair",
            "選定此格；再到另一語言按一次，兩格即成一對",
        ),
        pinpoint,
        60,
    ),
    Action(
        "insert",
        ("o", "ctrl+o"),
        "edit",
        ("insert", "插入"),
        ("Put an empty pair below", "在下方插入空白句對"),
        insert,
    ),
    Action(
        "edit",
        ("e", "ctrl+e"),
        "edit",
        ("edit", "編輯"),
        ("Edit the texts where they stand", "就地編輯文字"),
        rewrite,
        93,
    ),
    Action(
        "link",
        ("l", "ctrl+l"),
        "edit",
        ("link", "連結"),
        (
            "Link text that was moved: here, then at its counterpart",
            "連結被移動的文字：先在此處，再到其對應處",
        ),
        link,
    ),
    Action(
        "term",
        ("t", "ctrl+t"),
        "edit",
        ("term", "術語"),
        ("Take words of both sides as a term", "把兩側的詞語收為術語"),
        begin_term,
        55,
    ),
    Action(
        "realign",
        ("ctrl+r",),
        "edit",
        ("realign", "重新對齊"),
        ("Align again all that is not settled", "重新對齊尚未裁定的部分"),
        realign,
        70,
    ),
    Action(
        "undo",
        ("ctrl+z", "backspace"),
        "edit",
        ("undo", "復原"),
        ("Undo, as far back as you like", "復原，次數不限"),
        undo,
        92,
    ),
    Action(
        "redo",
        ("ctrl+y",),
        "edit",
        ("redo", "重做"),
        ("Do again what was undone", "重做"),
        redo,
    ),
)
