"""What a check is called where there is room for a word or two: in the row that it is about.

In English that is its code. Every code has a label, no wider than `WIDEST`.
"""

from __future__ import annotations

from functools import cache

from aligner.script import to_region
from aligner.wording import UiLanguage

WIDEST = 12
"""Cells of the widest label."""

_CHINESE = {
    "number": "数字",
    "currency": "币种",
    "name": "名称",
    "tag": "标签",
    "empty": "缺文字",
    "copied": "未翻译",
    "swapped": "两侧颠倒",
    "untranslated": "未翻译",
    "chinese-left": "留有中文",
    "english-left": "留有英文",
    "meaning": "语义不符",
    "slipped": "错位",
    "part": "不完整",
    "length": "长度",
    "bracket": "括号",
    "quote": "引号",
    "space": "空格",
    "script": "繁简混用",
    "width": "全半角",
    "padding": "首尾空白",
    "repeat": "重复",
    "garbled": "乱码",
    "invisible": "隐形字符",
    "control": "控制字符",
    "two-english": "英文不一",
    "two-chinese": "中文不一",
    "duplicate": "重复条目",
}


def label(code: str, lang: UiLanguage) -> str:
    """Return the short name of a check; KeyError for a code there is not."""
    chinese = _CHINESE[code]
    if lang == "en":
        return code
    return _traditional(chinese) if lang == "zh-Hant" else chinese


@cache
def _traditional(text: str) -> str:
    return to_region(text, "CN", "TW")
