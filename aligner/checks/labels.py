"""What a check is called where there is room for a word or two: in the row that it is about.

In English that is its code. Every code has a label, no wider than `WIDEST`.
"""

from __future__ import annotations

from aligner.speaking import said_in
from aligner.wording import UiLanguage

WIDEST = 12
"""Cells of the widest label."""

_CHINESE = {
    "number": "數字",
    "currency": "幣別",
    "name": "名稱",
    "tag": "標記",
    "empty": "缺文字",
    "copied": "兩側相同",
    "swapped": "左右對調",
    "untranslated": "未翻譯",
    "chinese-left": "留有中文",
    "english-left": "留有英文",
    "meaning": "語意不符",
    "slipped": "錯位",
    "part": "不完整",
    "length": "長度",
    "bracket": "括號",
    "quote": "引號",
    "space": "空格",
    "script": "繁簡混用",
    "width": "全形半形",
    "padding": "首尾空白",
    "repeat": "重複",
    "garbled": "亂碼",
    "invisible": "隱形字元",
    "control": "控制字元",
    "two-english": "英文不一",
    "two-chinese": "中文不一",
    "duplicate": "重複句對",
    "rule-error": "規則：錯誤",
    "rule-warning": "規則：警告",
    "rule-note": "規則：提示",
}


def label(code: str, lang: UiLanguage) -> str:
    """Return the short name of a check; KeyError for a code there is not."""
    return code if lang == "en" else said_in(lang, _CHINESE[code])
