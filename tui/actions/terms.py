"""What can be done on the glossary screen; here are the actions that decide on a term."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from aligner import edits
from aligner.bitext import Bitext
from aligner.edits import Change
from aligner.term import Term
from tui.action import Action
from tui.actions.history import redo, undo
from tui.actions.looks import ask_language, ask_theme, change_theme
from tui.actions.program import show_help_of
from tui.actions.term_choosing import (
    choose_above,
    choose_below,
    choose_first,
    choose_last,
    choose_page_down,
    choose_page_up,
)
from tui.actions.term_files import ask_export
from tui.actions.term_finding import ask_filter, ask_floor, ask_search, search_on
from tui.actions.term_places import find_places
from tui.term_review import TermReview


def accept(terms: TermReview) -> None:
    """Take the term into the glossary, and go on."""
    _decide(terms, lambda bitext, term: edits.decide(bitext, replace(term, decision="accepted")))


def reject(terms: TermReview) -> None:
    """Turn the term down, and go on."""
    _decide(terms, lambda bitext, term: edits.decide(bitext, replace(term, decision="rejected")))


def clear(terms: TermReview) -> None:
    """Forget what was decided about the term, and go on."""
    _decide(terms, edits.forget)


def _decide(terms: TermReview, edit: Callable[[Bitext, Term], Change]) -> None:
    one = terms.term_list.chosen
    if one is None or not terms.do(lambda bitext: edit(bitext, one.term)):
        return
    now = terms.term_list.chosen
    if now is not None and (now.term.zh, now.term.en) == (one.term.zh, one.term.en):
        terms.choose(terms.term_list.row + 1)


def ask_edit(terms: TermReview) -> None:
    """Ask for the term, its variants, domain and note."""
    from tui.dialogs.term_form import AskTerm

    one = terms.term_list.chosen
    if one is None:
        return

    def answered(new: Term) -> None:
        terms.do(lambda bitext: edits.change_term(bitext, one.term, new))

    terms.ask(AskTerm(one.term, terms.words), answered)


def ask_add(terms: TermReview) -> None:
    """Ask for a term that nobody has found, and take it."""
    from tui.dialogs.term_form import AskTerm

    def answered(new: Term) -> None:
        terms.do(lambda bitext: edits.decide(bitext, new))
        terms.choose_term(new)

    terms.check_writable()
    terms.ask(AskTerm(Term("", ""), terms.words), answered)


def merge(terms: TermReview) -> None:
    """Hold the term; with another one held, make that a variant of this one."""
    one, held = terms.term_list.chosen, terms.held
    if one is None:
        return
    if held is None:
        terms.held = one
        key = terms.settings.key("term_merge")
        terms.say(terms.words("term held", zh=one.term.zh, en=one.term.en, key=key))
    elif held != one:
        terms.held = None
        terms.do(lambda bitext: edits.merge_terms(bitext, one.term, held.term))


def show_help(terms: TermReview) -> None:
    """Show all keys of the glossary screen."""
    show_help_of(terms.screen)


def go_back(terms: TermReview) -> None:
    """Go back to the pairs."""
    terms.screen.dismiss(None)


TERM_ACTIONS: tuple[Action[TermReview], ...] = (
    Action(
        "term_up",
        ("up", "k"),
        "move",
        ("up", "上"),
        ("The term above", "上一條術語"),
        choose_above,
    ),
    Action(
        "term_down",
        ("down", "j"),
        "move",
        ("down", "下"),
        ("The term below", "下一條術語"),
        choose_below,
    ),
    Action(
        "term_page_up",
        ("pageup",),
        "move",
        ("page up", "上頁"),
        ("A screenful up", "上翻一頁"),
        choose_page_up,
    ),
    Action(
        "term_page_down",
        ("pagedown",),
        "move",
        ("page down", "下頁"),
        ("A screenful down", "下翻一頁"),
        choose_page_down,
    ),
    Action(
        "term_first",
        ("home",),
        "move",
        ("first", "首"),
        ("The first term", "第一條術語"),
        choose_first,
    ),
    Action(
        "term_last",
        ("end",),
        "move",
        ("last", "末"),
        ("The last term", "最後一條術語"),
        choose_last,
    ),
    Action(
        "term_accept",
        ("a", "f2"),
        "decide",
        ("accept", "收錄"),
        ("Take the term into the glossary, and go on", "收錄到術語表，前往下一條"),
        accept,
        100,
    ),
    Action(
        "term_reject",
        ("X", "ctrl+k"),
        "decide",
        ("reject", "不收"),
        ("Turn the term down, and go on", "不收，前往下一條"),
        reject,
        99,
    ),
    Action(
        "term_clear",
        ("c", "f8"),
        "decide",
        ("undecide", "取消裁定"),
        ("As if nothing had been decided", "恢復為未裁定"),
        clear,
    ),
    Action(
        "term_edit",
        ("e", "ctrl+e"),
        "edit",
        ("edit", "編輯"),
        ("Change the term, its variants, domain and note", "修改術語、異體、領域與附註"),
        ask_edit,
        95,
    ),
    Action(
        "term_add",
        ("i", "f4"),
        "edit",
        ("add", "新增"),
        ("Add a term of your own", "自行新增一條術語"),
        ask_add,
        88,
    ),
    Action(
        "term_merge",
        ("m", "f5"),
        "edit",
        ("merge", "合併"),
        (
            "Hold this term; a second time, at another, makes this one its variant",
            "選定此條；再到另一條按一次，此條即成其異體",
        ),
        merge,
        90,
    ),
    Action(
        "term_undo",
        ("ctrl+z", "backspace"),
        "edit",
        ("undo", "復原"),
        ("Undo, as far back as you like", "復原，次數不限"),
        undo,
        80,
    ),
    Action(
        "term_redo",
        ("ctrl+y",),
        "edit",
        ("redo", "重做"),
        ("Do again what was undone", "重做"),
        redo,
    ),
    Action(
        "term_places",
        ("enter", "f6"),
        "find",
        ("places", "出處"),
        (
            "The places of the term by rendering; take a rendering, go to a pair",
            "依譯名列出此術語的出處；可採用譯名、前往句對",
        ),
        find_places,
        93,
    ),
    Action(
        "term_floor",
        ("n", "f7"),
        "find",
        ("floor", "下限"),
        ("Show only candidates seen in so many pairs", "只顯示見於若干對以上的候選術語"),
        ask_floor,
    ),
    Action(
        "term_filter",
        ("f", "f9"),
        "find",
        ("filter", "篩選"),
        ("Show only some terms", "只顯示部分術語"),
        ask_filter,
        60,
    ),
    Action(
        "term_search",
        ("/", "ctrl+f"),
        "find",
        ("search", "搜尋"),
        ("Search in either language and either script", "搜尋任一語言，繁簡皆可"),
        ask_search,
        70,
    ),
    Action(
        "term_search_on",
        ("f3", "."),
        "find",
        ("next hit", "下個結果"),
        ("The next term with the words searched for", "下一個搜尋結果"),
        search_on,
    ),
    Action(
        "term_export",
        ("ctrl+s",),
        "file",
        ("export", "匯出"),
        ("Write the glossary to a file", "寫出術語表"),
        ask_export,
        85,
    ),
    Action(
        "term_theme",
        ("f11",),
        "file",
        ("light/dark", "深淺"),
        ("Light or dark colours", "切換深色或淺色"),
        change_theme,
    ),
    Action(
        "term_themes",
        ("T", "shift+f11"),
        "file",
        ("colours", "配色"),
        ("Choose colours from a list", "從清單選擇配色"),
        ask_theme,
    ),
    Action(
        "term_language",
        ("L", "shift+f10"),
        "file",
        ("language", "語言"),
        ("Language of the screen", "介面語言"),
        ask_language,
    ),
    Action(
        "term_help",
        ("?", "f1"),
        "file",
        ("help", "說明"),
        ("This list", "本說明"),
        show_help,
        97,
    ),
    Action(
        "term_back",
        ("q", "escape", "ctrl+q"),
        "file",
        ("back", "返回"),
        ("Back to the pairs", "回到句對"),
        go_back,
        98,
    ),
)
