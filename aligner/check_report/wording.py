"""The words of a report around its findings, in both languages, Chinese by the usage of Taiwan."""

from __future__ import annotations

from aligner.speaking import said_in
from aligner.wording import UiLanguage

_WORDS: dict[str, tuple[str, str]] = {
    "title": ("Check of {0}", "檢查 {0}"),
    "units": ("Units", "單元"),
    "findings": ("Findings", "問題"),
    "accepted": ("Accepted", "已接受"),
    "remark": ("Why accepted", "接受理由"),
    "unit": ("Unit", "單元"),
    "line": ("Line", "行號"),
    "place": ("Place", "位置"),
    "kind": ("Kind", "類別"),
    "code": ("Code", "代碼"),
    "finding": ("Finding", "問題說明"),
    "zh": ("Chinese", "中文"),
    "en": ("English", "英文"),
    "key": ("Key", "鍵"),
    "silenced": ("Not looked for", "未檢查"),
    "nothing": ("Nothing was found.", "沒有發現問題。"),
    "more": (
        "More of this kind, not on this page: {0}. A report as .xlsx or .json has all.",
        "此類另有 {0} 處未列在本頁；.xlsx 或 .json 的報告列出全部。",
    ),
    "made": ("Checked by Duizhao 對照 {0}.", "由 Duizhao 對照 {0} 檢查。"),
}


def word(name: str, lang: UiLanguage, *values: str) -> str:
    """Return a word or a sentence of a report; KeyError for a name there is not."""
    english, chinese = _WORDS[name]
    return (english if lang == "en" else said_in(lang, chinese)).format(*values)


def fact(name: str, value: str, lang: UiLanguage) -> str:
    """Return a word with what is said of it: `Units: 6`, `單元：6`."""
    return f"{word(name, lang)}{': ' if lang == 'en' else '：'}{value}"


def every(name: str) -> frozenset[str]:
    """Return a word in each language that a report may be in."""
    languages: tuple[UiLanguage, ...] = ("en", "zh", "zh-Hant")
    return frozenset(word(name, lang) for lang in languages)
