"""What can be done on the glossary screen, and with which keys."""

from __future__ import annotations

from tui.actions.action import Action

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
