"""The one list of what can be done on the review screen, and with which keys.

Key line, help, palette, key card and the user's own keys are all made from it. Every action has a
control or function key beside its letter, because a Chinese input method swallows letters.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Group = Literal["move", "decide", "mend", "find", "file"]
GROUPS: dict[Group, tuple[str, str]] = {
    "move": ("Moving", "移動"),
    "decide": ("Deciding", "裁定"),
    "mend": ("Mending", "修改"),
    "find": ("Finding", "查找"),
    "file": ("File and screen", "檔案與畫面"),
}


@dataclass(frozen=True, slots=True)
class Action:
    """Something a translator can do."""

    name: str
    """Name of the method `action_...` of the review screen, and of the entry in a keymap."""
    keys: tuple[str, ...]
    """As Textual names them, or the character itself; the first one is shown."""
    group: Group
    label: tuple[str, str]
    """A word or two in English and Chinese, for the key line."""
    help: tuple[str, str]
    """What it does, in English and Chinese."""
    weight: int = 0
    """The heavier, the sooner it is on the key line; 0 never."""


ACTIONS: tuple[Action, ...] = (
    Action("up", ("up",), "move", ("up", "上"), ("The pair above", "上一對")),
    Action("down", ("down",), "move", ("down", "下"), ("The pair below", "下一對")),
    Action("page_up", ("pageup",), "move", ("page up", "上頁"), ("A screenful up", "上翻一頁")),
    Action(
        "page_down", ("pagedown",), "move", ("page down", "下頁"), ("A screenful down", "下翻一頁")
    ),
    Action("first", ("home",), "move", ("first", "首"), ("The first pair", "第一對")),
    Action("last", ("end",), "move", ("last", "末"), ("The last pair", "最後一對")),
    Action(
        "other_side",
        ("tab", "left", "right", "shift+tab"),
        "move",
        ("side", "換欄"),
        ("Choose the other language of the pair", "選取這一對的另一種語言"),
        30,
    ),
    Action(
        "next_doubtful",
        ("n", "ctrl+n"),
        "move",
        ("next", "下個疑點"),
        ("The next pair to look at", "下一個待看的句對"),
        100,
    ),
    Action(
        "previous_doubtful",
        ("N", "ctrl+b"),
        "move",
        ("previous", "上個疑點"),
        ("The previous pair to look at", "上一個待看的句對"),
    ),
    Action(
        "go_to",
        ("g", "ctrl+g"),
        "move",
        ("go to", "跳至"),
        ("Go to a pair by its number", "按編號跳到某一對"),
    ),
    Action(
        "confirm",
        ("a", "f2"),
        "decide",
        ("accept", "確認"),
        ("The pair is right; go on to the next", "這一對是對的，前往下一對"),
        99,
    ),
    Action(
        "review",
        ("r", "f4"),
        "decide",
        ("review", "待查"),
        ("Mark the pair to be looked at again, or take the mark off", "標為待查，或取消"),
        50,
    ),
    Action(
        "exclude",
        ("k", "ctrl+k"),
        "decide",
        ("keep/drop", "取捨"),
        ("Leave the pair out of what is exported, or take it in again", "不匯出這一對，或恢復"),
        40,
    ),
    Action(
        "note",
        ("c", "f8"),
        "decide",
        ("note", "附註"),
        ("Write a note about the pair", "為這一對寫附註"),
    ),
    Action(
        "merge",
        ("m", "f5"),
        "mend",
        ("merge", "合併"),
        ("Merge with the pair below", "與下一對合併"),
        95,
    ),
    Action(
        "merge_above",
        ("M", "shift+f5"),
        "mend",
        ("merge up", "向上合併"),
        ("Merge with the pair above", "與上一對合併"),
    ),
    Action(
        "split",
        ("s", "f6"),
        "mend",
        ("split", "拆分"),
        ("Split the pair at a place you choose", "在選定處拆成兩對"),
        94,
    ),
    Action(
        "move_up",
        ("u", "ctrl+up"),
        "mend",
        ("send up", "上移"),
        (
            "Move the first sentence of the chosen side to the pair above",
            "把所選一側的首句移到上一對",
        ),
        90,
    ),
    Action(
        "move_down",
        ("d", "ctrl+down"),
        "mend",
        ("send down", "下移"),
        (
            "Move the last sentence of the chosen side to the pair below",
            "把所選一側的末句移到下一對",
        ),
        89,
    ),
    Action(
        "pull_from_above",
        ("[", "ctrl+u"),
        "mend",
        ("take from above", "從上取句"),
        (
            "Take in the last sentence above on the chosen side",
            "把上方最近一句併入所選一側",
        ),
    ),
    Action(
        "pull_from_below",
        ("]", "ctrl+d"),
        "mend",
        ("take from below", "從下取句"),
        (
            "Take in the first sentence below on the chosen side",
            "把下方最近一句併入所選一側",
        ),
    ),
    Action(
        "swap",
        ("x", "ctrl+x"),
        "mend",
        ("swap", "對調"),
        ("Exchange the English with that of the pair above", "與上一對對調英文"),
    ),
    Action(
        "pinpoint",
        ("space", "f7"),
        "mend",
        ("pinpoint", "定點"),
        (
            "Hold this cell; a second time, in the other language, makes the two one pair",
            "選定此格；再到另一語言按一次，兩格即成一對",
        ),
        60,
    ),
    Action(
        "insert",
        ("o", "ctrl+o"),
        "mend",
        ("insert", "插入"),
        ("Put an empty pair below", "在下方插入空白句對"),
    ),
    Action(
        "edit",
        ("e", "ctrl+e"),
        "mend",
        ("edit", "編輯"),
        ("Edit the text of both sides", "編輯兩側文字"),
        93,
    ),
    Action(
        "link",
        ("l", "ctrl+l"),
        "mend",
        ("link", "連結"),
        (
            "Link text that was moved: here, then at its counterpart",
            "連結被移動的文字：先在此處，再到其對應處",
        ),
    ),
    Action(
        "term",
        ("t", "ctrl+t"),
        "mend",
        ("term", "術語"),
        ("Take words of both sides as a term", "把兩側的詞語收作術語"),
        55,
    ),
    Action(
        "realign",
        ("ctrl+r",),
        "mend",
        ("realign", "重新對齊"),
        ("Align again all that is not settled", "重新對齊尚未裁定的部分"),
        70,
    ),
    Action(
        "undo",
        ("ctrl+z", "backspace"),
        "mend",
        ("undo", "復原"),
        ("Undo, as far back as you like", "復原，次數不限"),
        92,
    ),
    Action("redo", ("ctrl+y",), "mend", ("redo", "重做"), ("Do again what was undone", "重做")),
    Action(
        "search",
        ("/", "ctrl+f"),
        "find",
        ("search", "搜尋"),
        ("Search in either language and either script", "搜尋任一語言，繁簡皆可"),
        80,
    ),
    Action(
        "search_on",
        ("f3", "."),
        "find",
        ("next hit", "下個結果"),
        ("The next place where the words searched for stand", "下一個搜尋結果"),
    ),
    Action(
        "search_back",
        ("shift+f3", "ctrl+w", ","),  # many terminals report Shift+F3 as a place of the cursor
        "find",
        ("previous hit", "上個結果"),
        ("The previous such place", "上一個搜尋結果"),
    ),
    Action(
        "filter",
        ("f", "f9"),
        "find",
        ("filter", "篩選"),
        ("Show only some pairs", "只顯示部分句對"),
        75,
    ),
    Action(
        "glossary",
        ("G", "f10"),
        "file",
        ("glossary", "術語表"),
        ("The terms of this text: candidates to take or turn down", "本文術語：候選詞可收可不收"),
        58,
    ),
    Action(
        "export",
        ("ctrl+s",),
        "file",
        ("export", "匯出"),
        ("Write a translation memory or another file", "寫出翻譯記憶或其他檔案"),
        91,
    ),
    Action(
        "reasons",
        ("i", "f12"),
        "file",
        ("why", "緣由"),
        ("Show or hide why the confidence is what it is", "顯示或隱藏可信度的緣由"),
    ),
    Action(
        "theme",
        ("f11",),
        "file",
        ("light/dark", "深淺"),
        ("Light or dark colours", "切換深色或淺色"),
    ),
    Action("help", ("?", "f1"), "file", ("help", "說明"), ("This list", "本說明"), 98),
    Action(
        "quit",
        ("q", "ctrl+q"),
        "file",
        ("quit", "離開"),
        ("Leave; all is saved", "離開；一切已存"),
        97,
    ),
)

TERM_ACTIONS: tuple[Action, ...] = (
    Action("term_up", ("up",), "move", ("up", "上"), ("The term above", "上一條術語")),
    Action("term_down", ("down",), "move", ("down", "下"), ("The term below", "下一條術語")),
    Action(
        "term_page_up", ("pageup",), "move", ("page up", "上頁"), ("A screenful up", "上翻一頁")
    ),
    Action(
        "term_page_down",
        ("pagedown",),
        "move",
        ("page down", "下頁"),
        ("A screenful down", "下翻一頁"),
    ),
    Action("term_first", ("home",), "move", ("first", "首"), ("The first term", "第一條術語")),
    Action("term_last", ("end",), "move", ("last", "末"), ("The last term", "最後一條術語")),
    Action(
        "term_accept",
        ("a", "f2"),
        "decide",
        ("accept", "收入"),
        ("Take the term into the glossary, and go on", "收入術語表，前往下一條"),
        100,
    ),
    Action(
        "term_reject",
        ("k", "ctrl+k"),
        "decide",
        ("reject", "不收"),
        ("Turn the term down, and go on", "不收，前往下一條"),
        99,
    ),
    Action(
        "term_clear",
        ("c", "f8"),
        "decide",
        ("undecide", "取消裁定"),
        ("As if nothing had been decided", "恢復為未裁定"),
    ),
    Action(
        "term_edit",
        ("e", "ctrl+e"),
        "mend",
        ("edit", "編輯"),
        ("Change the term, its variants, domain and note", "修改術語、異體、領域與附註"),
        95,
    ),
    Action(
        "term_merge",
        ("m", "f5"),
        "mend",
        ("merge", "合併"),
        (
            "Hold this term; a second time, at another, makes this one its variant",
            "選定此條；再到另一條按一次，此條即成其異體",
        ),
        90,
    ),
    Action(
        "term_undo",
        ("ctrl+z", "backspace"),
        "mend",
        ("undo", "復原"),
        ("Undo, as far back as you like", "復原，次數不限"),
        80,
    ),
    Action(
        "term_redo", ("ctrl+y",), "mend", ("redo", "重做"), ("Do again what was undone", "重做")
    ),
    Action(
        "term_filter",
        ("f", "f9"),
        "find",
        ("filter", "篩選"),
        ("Show only some terms", "只顯示部分術語"),
        60,
    ),
    Action(
        "term_search",
        ("/", "ctrl+f"),
        "find",
        ("search", "搜尋"),
        ("Search in either language and either script", "搜尋任一語言，繁簡皆可"),
        70,
    ),
    Action(
        "term_search_on",
        ("f3", "."),
        "find",
        ("next hit", "下個結果"),
        ("The next term with the words searched for", "下一個搜尋結果"),
    ),
    Action(
        "term_export",
        ("ctrl+s",),
        "file",
        ("export", "匯出"),
        ("Write the glossary to a file", "寫出術語表"),
        85,
    ),
    Action("term_help", ("?", "f1"), "file", ("help", "說明"), ("This list", "本說明"), 97),
    Action(
        "term_back",
        ("q", "escape", "ctrl+q"),
        "file",
        ("back", "返回"),
        ("Back to the pairs", "回到句對"),
        98,
    ),
)
"""What can be done on the glossary screen."""

BY_NAME = {action.name: action for action in (*ACTIONS, *TERM_ACTIONS)}

_NAMES = {
    "space": "space",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "home": "Home",
    "end": "End",
    "tab": "Tab",
    "backspace": "⌫",
}
_PLAIN_NAMES = {"up": "Up", "down": "Down", "left": "Left", "right": "Right", "backspace": "Bksp"}


def key_name(key: str, *, plain: bool = False) -> str:
    """Return how a key is shown: `^R`, `F3`, `/`; `plain` without arrows."""
    *modifiers, base = key.split("+")
    names = {**_NAMES, **_PLAIN_NAMES} if plain else _NAMES
    shown = names.get(base, base.upper() if len(base) > 1 and base[0] == "f" else base)
    if "ctrl" in modifiers:
        shown = "^" + (shown.upper() if len(shown) == 1 else shown)
    return f"Shift+{shown}" if "shift" in modifiers else shown
