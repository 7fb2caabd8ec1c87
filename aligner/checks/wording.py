"""What the checks are called and what they say, in both languages, Chinese by the usage of Taiwan.

A code is a word or two that a person types to silence a check; its description says in general what
the check looks for, its sentence what it found. Every code of a finding has both.
"""

from __future__ import annotations

from aligner.checks.finding import Finding
from aligner.speaking import said_in
from aligner.wording import UiLanguage

_DESCRIPTIONS: dict[str, tuple[str, str]] = {
    "number": (
        "numbers, dates and times that differ or have no counterpart",
        "數字、日期或時間不一致，或沒有對應",
    ),
    "currency": ("amounts in another currency", "金額的幣別不一致"),
    "name": (
        "names in Latin letters, addresses and links that were not kept",
        "拉丁字母的名稱、網址或電子郵件地址沒有保留",
    ),
    "tag": (
        "tags and placeholders that the other side lacks",
        "標記或佔位符兩側不一致",
    ),
    "empty": ("a side without text", "一側沒有文字"),
    "copied": ("both sides have the same text", "兩側文字相同"),
    "swapped": ("the two languages have changed places", "中英文左右對調"),
    "untranslated": ("a side is in the other language", "一側沒有翻譯"),
    "chinese-left": ("Chinese left in the English", "英文裡留有中文"),
    "english-left": ("English left in the Chinese", "中文裡留有英文"),
    "meaning": ("texts that say different things", "兩側意思不同"),
    "slipped": ("translations that have slipped to other units", "譯文錯位到其他單元"),
    "part": ("only a part is translated", "只翻譯了一部分"),
    "length": ("one text is far too long for the other", "兩側長度相差太多"),
    "bracket": ("brackets that do not close or open", "括號不成對"),
    "quote": ("quotation marks that do not close or open", "引號不成對"),
    "space": ("spaces between Chinese characters", "中文字之間有空格"),
    "script": ("Traditional and Simplified characters mixed", "繁體字與簡體字混用"),
    "width": (
        "half-width punctuation in Chinese, full-width characters in English",
        "中文用了半形標點，或英文用了全形字元",
    ),
    "padding": ("white space at the ends of a text", "文字首尾有空白"),
    "repeat": ("a word that stands twice in a row", "詞語連續重複"),
    "garbled": ("text read in the wrong encoding", "亂碼"),
    "invisible": ("characters that cannot be seen", "看不見的字元"),
    "control": ("control characters", "控制字元"),
    "two-english": ("one Chinese text with different English", "同一中文有不同的英文"),
    "two-chinese": ("one English text with different Chinese", "同一英文有不同的中文"),
    "duplicate": ("a pair that stands there already", "重複的句對"),
    "rule-error": ("what a rule of yours calls an error", "違反自訂規則（錯誤）"),
    "rule-warning": ("what a rule of yours warns of", "違反自訂規則（警告）"),
    "rule-note": ("what a rule of yours remarks on", "違反自訂規則（提示）"),
}

CODES: tuple[str, ...] = tuple(_DESCRIPTIONS)
"""Every code, in the order in which findings are listed."""

_SENTENCES: dict[tuple[str, str], tuple[str, str]] = {
    ("number", "both"): (
        "The Chinese says “{0}”, the English “{1}”.",
        "中文是「{0}」，英文是「{1}」，數字不一致。",
    ),
    ("number", "zh"): (
        "“{0}” of the Chinese has no counterpart in the English.",
        "中文的「{0}」在英文裡沒有對應的數字。",
    ),
    ("number", "en"): (
        "“{0}” of the English has no counterpart in the Chinese.",
        "英文的「{0}」在中文裡沒有對應的數字。",
    ),
    ("currency", "both"): (
        "The currencies differ: “{0}” and “{1}”.",
        "幣別不一致：「{0}」與「{1}」。",
    ),
    ("name", "zh"): (
        "“{0}” stands in the Chinese but not in the English.",
        "中文裡的「{0}」在英文裡沒有出現。",
    ),
    ("name", "en"): (
        "“{0}” stands in the English but not in the Chinese.",
        "英文裡的「{0}」在中文裡沒有出現。",
    ),
    ("name", "both"): (
        "“{0}” in the Chinese is spelt “{1}” in the English.",
        "中文裡的「{0}」在英文裡寫作「{1}」。",
    ),
    ("tag", "zh"): (
        "“{0}” of the Chinese is missing in the English.",
        "英文缺少中文的「{0}」。",
    ),
    ("tag", "en"): (
        "“{0}” of the English is missing in the Chinese.",
        "中文缺少英文的「{0}」。",
    ),
    ("empty", "zh"): ("There is no Chinese.", "沒有中文。"),
    ("empty", "en"): ("There is no English.", "沒有英文。"),
    ("empty", "both"): ("There is no text.", "沒有文字。"),
    ("copied", "both"): ("Both sides have the same text.", "兩側文字相同，可能沒有翻譯。"),
    ("swapped", "both"): (
        "The Chinese side holds English and the English side Chinese.",
        "中文一側是英文，英文一側是中文。",
    ),
    ("untranslated", "zh"): ("The Chinese side is not in Chinese.", "中文一側不是中文。"),
    ("untranslated", "en"): ("The English side is in Chinese.", "英文一側是中文。"),
    ("chinese-left", "en"): (
        "“{0}” was left in Chinese.",
        "英文裡留有中文「{0}」。",
    ),
    ("english-left", "zh"): (
        "“{0}” was left in English.",
        "中文裡留有英文「{0}」。",
    ),
    ("meaning", "both"): (
        "The two texts say different things.",
        "兩側意思不同。",
    ),
    ("meaning", "en"): (
        "The English says something else; it is no. {0} that goes with the Chinese.",
        "英文的意思不同；與這句中文對應的是第 {0} 對的英文。",
    ),
    ("slipped", "en"): (
        "The translations have slipped by {0}: the English of this unit stands at no. {1}.",
        "譯文錯開了 {0} 對：這一對的英文在第 {1} 對。",
    ),
    ("part", "en"): (
        "The English translates only a part of the Chinese.",
        "英文只譯出了中文的一部分。",
    ),
    ("part", "zh"): (
        "The Chinese has only a part of what the English says.",
        "中文只有英文的一部分內容。",
    ),
    ("length", "zh"): (
        "The Chinese is far too long for the English ({0} characters, {1} words).",
        "中文相對於英文過長（中文 {0} 字，英文 {1} 詞）。",
    ),
    ("length", "en"): (
        "The English is far too long for the Chinese ({1} words, {0} characters).",
        "英文相對於中文過長（英文 {1} 詞，中文 {0} 字）。",
    ),
    ("bracket", "zh"): (
        "“{0}” in the Chinese has no partner.",
        "中文的「{0}」不成對。",
    ),
    ("bracket", "en"): (
        "“{0}” in the English has no partner.",
        "英文的「{0}」不成對。",
    ),
    ("quote", "zh"): (
        "The quotation mark {0} in the Chinese has no partner.",
        "中文的引號 {0} 不成對。",
    ),
    ("quote", "en"): (
        "The quotation mark {0} in the English has no partner.",
        "英文的引號 {0} 不成對。",
    ),
    ("space", "zh"): (
        "There is a space between Chinese characters: “{0}”.",
        "中文字之間有空格：「{0}」。",
    ),
    ("script", "zh"): (
        "Traditional {0} and Simplified {1} stand in one text.",
        "繁體「{0}」與簡體「{1}」混用。",
    ),
    ("width", "zh"): (
        "“{0}” in the Chinese is half-width.",
        "中文裡的「{0}」是半形標點。",
    ),
    ("width", "en"): (
        "“{0}” in the English is full-width.",
        "英文裡的「{0}」是全形字元。",
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
        "中文裡的「{0}」連續出現兩次。",
    ),
    ("repeat", "en"): (
        "“{0}” stands twice in a row in the English.",
        "英文裡的「{0}」連續出現兩次。",
    ),
    ("garbled", "zh"): (
        "“{0}” in the Chinese was read in the wrong encoding.",
        "中文裡的「{0}」是亂碼。",
    ),
    ("garbled", "en"): (
        "“{0}” in the English was read in the wrong encoding.",
        "英文裡的「{0}」是亂碼。",
    ),
    ("invisible", "zh"): (
        "The Chinese holds the invisible character {0}.",
        "中文裡有看不見的字元 {0}。",
    ),
    ("invisible", "en"): (
        "The English holds the invisible character {0}.",
        "英文裡有看不見的字元 {0}。",
    ),
    ("control", "zh"): (
        "The Chinese holds the control character {0}.",
        "中文裡有控制字元 {0}。",
    ),
    ("control", "en"): (
        "The English holds the control character {0}.",
        "英文裡有控制字元 {0}。",
    ),
    ("duplicate", "both"): (
        "The same pair stands at no. {0}.",
        "與第 {0} 對相同。",
    ),
    ("two-english", "en"): (
        "The same Chinese has other English at no. {0}.",
        "同一中文在第 {0} 對有不同的英文。",
    ),
    ("two-chinese", "zh"): (
        "The same English has other Chinese at no. {0}.",
        "同一英文在第 {0} 對有不同的中文。",
    ),
} | {
    (code, side): ("{1} (rule {0})", "{2}（規則 {0}）")
    for code in ("rule-error", "rule-warning", "rule-note")
    for side in ("zh", "en")
}


def describe(code: str, lang: UiLanguage) -> str:
    """Return what a check looks for, without a full stop; KeyError for a code there is not."""
    return _in(lang, _DESCRIPTIONS[code])


def sentence(finding: Finding, lang: UiLanguage) -> str:
    """Return what a finding says, as a whole sentence; what it quotes stays as it is."""
    return _in(lang, _SENTENCES[finding.code, finding.side]).format(*finding.values)


def _in(lang: UiLanguage, both: tuple[str, str]) -> str:
    return both[0] if lang == "en" else said_in(lang, both[1])
