"""What the checks are called and what they say, in both languages.

A code is a word or two that a person types to silence a check; its description says in general what
the check looks for, its sentence what it found. Every code of a finding has both.
"""

from __future__ import annotations

from functools import cache

from aligner.checks.finding import Finding
from aligner.script import to_region
from aligner.wording import UiLanguage

_DESCRIPTIONS: dict[str, tuple[str, str]] = {
    "number": (
        "numbers, dates and times that differ or have no counterpart",
        "数字、日期、时间不一致或没有对应",
    ),
    "currency": ("amounts in another currency", "金额的币种不一致"),
    "name": (
        "names in Latin letters, addresses and links that were not kept",
        "拉丁字母的名称、网址、邮箱没有保留",
    ),
    "tag": (
        "tags and placeholders that the other side lacks",
        "标签或占位符两侧不一致",
    ),
    "empty": ("a side without text", "一侧没有文字"),
    "copied": ("both sides have the same text", "两侧文字相同"),
    "swapped": ("the two languages have changed places", "两种语言颠倒"),
    "untranslated": ("a side is in the other language", "一侧没有翻译"),
    "chinese-left": ("Chinese left in the English", "英文里留有中文"),
    "english-left": ("English left in the Chinese", "中文里留有英文"),
    "meaning": ("texts that say different things", "两侧说的不是一回事"),
    "slipped": ("translations that have slipped to other units", "译文整段错位"),
    "part": ("only a part is translated", "只翻译了一部分"),
    "length": ("one text is far too long for the other", "两侧长度不成比例"),
    "bracket": ("brackets that do not close or open", "括号不成对"),
    "quote": ("quotation marks that do not close or open", "引号不成对"),
    "space": ("spaces between Chinese characters", "汉字之间有多余的空格"),
    "script": ("Traditional and Simplified characters mixed", "繁体字与简体字混用"),
    "width": (
        "half-width punctuation in Chinese, full-width characters in English",
        "中文用了半角标点，或英文用了全角字符",
    ),
    "padding": ("white space at the ends of a text", "文字首尾有空白"),
    "repeat": ("a word that stands twice in a row", "词语重复"),
    "garbled": ("text read in the wrong encoding", "乱码"),
    "invisible": ("characters that cannot be seen", "看不见的字符"),
    "control": ("control characters", "控制字符"),
    "two-english": ("one Chinese text with different English", "同一中文有不同的英文"),
    "two-chinese": ("one English text with different Chinese", "同一英文有不同的中文"),
    "duplicate": ("a pair that stands there already", "重复的条目"),
}

CODES: tuple[str, ...] = tuple(_DESCRIPTIONS)
"""Every code, in the order in which findings are listed."""

_SENTENCES: dict[tuple[str, str], tuple[str, str]] = {
    ("number", "both"): (
        "The Chinese says “{0}”, the English “{1}”.",
        "中文是“{0}”，英文是“{1}”，数字不一致。",
    ),
    ("number", "zh"): (
        "“{0}” of the Chinese has no counterpart in the English.",
        "中文的“{0}”在英文里没有对应的数字。",
    ),
    ("number", "en"): (
        "“{0}” of the English has no counterpart in the Chinese.",
        "英文的“{0}”在中文里没有对应的数字。",
    ),
    ("currency", "both"): (
        "The currencies differ: “{0}” and “{1}”.",
        "币种不一致：“{0}”与“{1}”。",
    ),
    ("name", "zh"): (
        "“{0}” stands in the Chinese but not in the English.",
        "中文里的“{0}”在英文里没有出现。",
    ),
    ("name", "en"): (
        "“{0}” stands in the English but not in the Chinese.",
        "英文里的“{0}”在中文里没有出现。",
    ),
    ("name", "both"): (
        "“{0}” in the Chinese is spelt “{1}” in the English.",
        "中文里的“{0}”在英文里写作“{1}”。",
    ),
    ("tag", "zh"): (
        "“{0}” of the Chinese is missing in the English.",
        "中文的“{0}”在英文里缺失。",
    ),
    ("tag", "en"): (
        "“{0}” of the English is missing in the Chinese.",
        "英文的“{0}”在中文里缺失。",
    ),
    ("empty", "zh"): ("There is no Chinese.", "没有中文。"),
    ("empty", "en"): ("There is no English.", "没有英文。"),
    ("empty", "both"): ("There is no text.", "没有文字。"),
    ("copied", "both"): ("Both sides have the same text.", "两侧文字相同，可能没有翻译。"),
    ("swapped", "both"): (
        "The Chinese side holds English and the English side Chinese.",
        "中文一侧是英文，英文一侧是中文。",
    ),
    ("untranslated", "zh"): ("The Chinese side is not in Chinese.", "中文一侧不是中文。"),
    ("untranslated", "en"): ("The English side is in Chinese.", "英文一侧是中文。"),
    ("chinese-left", "en"): (
        "“{0}” was left in Chinese.",
        "英文里留有中文“{0}”。",
    ),
    ("english-left", "zh"): (
        "“{0}” was left in English.",
        "中文里留有英文“{0}”。",
    ),
    ("meaning", "both"): (
        "The two texts say different things.",
        "两侧说的不是一回事。",
    ),
    ("meaning", "en"): (
        "The English says something else; it is no. {0} that goes with the Chinese.",
        "英文说的是另一回事，与中文对应的是第 {0} 条的英文。",
    ),
    ("slipped", "en"): (
        "The translations have slipped by {0}: the English of this unit stands at no. {1}.",
        "译文错开了 {0} 条：这一条的英文在第 {1} 条。",
    ),
    ("part", "en"): (
        "The English translates only a part of the Chinese.",
        "英文只译出了中文的一部分。",
    ),
    ("part", "zh"): (
        "The Chinese has only a part of what the English says.",
        "中文只有英文的一部分内容。",
    ),
    ("length", "zh"): (
        "The Chinese is far too long for the English ({0} characters, {1} words).",
        "中文对英文来说过长（{0} 字，{1} 词）。",
    ),
    ("length", "en"): (
        "The English is far too long for the Chinese ({1} words, {0} characters).",
        "英文对中文来说过长（{1} 词，{0} 字）。",
    ),
    ("bracket", "zh"): (
        "“{0}” in the Chinese has no partner.",
        "中文的“{0}”不成对。",
    ),
    ("bracket", "en"): (
        "“{0}” in the English has no partner.",
        "英文的“{0}”不成对。",
    ),
    ("quote", "zh"): (
        "The quotation mark {0} in the Chinese has no partner.",
        "中文的引号 {0} 不成对。",
    ),
    ("quote", "en"): (
        "The quotation mark {0} in the English has no partner.",
        "英文的引号 {0} 不成对。",
    ),
    ("space", "zh"): (
        "There is a space between Chinese characters: “{0}”.",
        "汉字之间有空格：“{0}”。",
    ),
    ("script", "zh"): (
        "Traditional {0} and Simplified {1} stand in one text.",
        "繁体“{0}”与简体“{1}”混用。",
    ),
    ("width", "zh"): (
        "“{0}” in the Chinese is half-width.",
        "中文里的“{0}”是半角标点。",
    ),
    ("width", "en"): (
        "“{0}” in the English is full-width.",
        "英文里的“{0}”是全角字符。",
    ),
    ("padding", "zh"): (
        "There is white space at an end of the Chinese.",
        "中文首尾有空白。",
    ),
    ("padding", "en"): (
        "There is white space at an end of the English.",
        "英文首尾有空白。",
    ),
    ("repeat", "zh"): (
        "“{0}” stands twice in a row in the Chinese.",
        "中文里的“{0}”重复。",
    ),
    ("repeat", "en"): (
        "“{0}” stands twice in a row in the English.",
        "英文里的“{0}”重复。",
    ),
    ("garbled", "zh"): (
        "“{0}” in the Chinese was read in the wrong encoding.",
        "中文里的“{0}”是乱码。",
    ),
    ("garbled", "en"): (
        "“{0}” in the English was read in the wrong encoding.",
        "英文里的“{0}”是乱码。",
    ),
    ("invisible", "zh"): (
        "The Chinese holds the invisible character {0}.",
        "中文里有看不见的字符 {0}。",
    ),
    ("invisible", "en"): (
        "The English holds the invisible character {0}.",
        "英文里有看不见的字符 {0}。",
    ),
    ("control", "zh"): (
        "The Chinese holds the control character {0}.",
        "中文里有控制字符 {0}。",
    ),
    ("control", "en"): (
        "The English holds the control character {0}.",
        "英文里有控制字符 {0}。",
    ),
    ("duplicate", "both"): (
        "The same pair stands at no. {0}.",
        "与第 {0} 条相同。",
    ),
    ("two-english", "en"): (
        "The same Chinese has other English at no. {0}.",
        "同一中文在第 {0} 条有不同的英文。",
    ),
    ("two-chinese", "zh"): (
        "The same English has other Chinese at no. {0}.",
        "同一英文在第 {0} 条有不同的中文。",
    ),
}


def describe(code: str, lang: UiLanguage) -> str:
    """Return what a check looks for, without a full stop; KeyError for a code there is not."""
    return _in(lang, _DESCRIPTIONS[code])


def sentence(finding: Finding, lang: UiLanguage) -> str:
    """Return what a finding says, as a whole sentence; what it quotes stays as it is."""
    return _in(lang, _SENTENCES[finding.code, finding.side]).format(*finding.values)


def _in(lang: UiLanguage, both: tuple[str, str]) -> str:
    english, chinese = both
    if lang == "en":
        return english
    return _traditional(chinese) if lang == "zh-Hant" else chinese


@cache
def _traditional(text: str) -> str:
    return to_region(text, "CN", "TW").replace("“", "「").replace("”", "」")
