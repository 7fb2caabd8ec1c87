"""What the issues of a TMX file say, in both languages, Chinese by the usage of Taiwan."""

from __future__ import annotations

from aligner.formats.tmx.validation import Issue
from aligner.speaking import said_in
from aligner.wording import UiLanguage

ISSUE_CODES: dict[str, tuple[str, str]] = {
    "structure": ("elements that TMX does not allow or misses", "結構不符合 TMX"),
    "attribute": ("attributes that are missing or wrong", "屬性缺少或有誤"),
    "code": (
        "language codes that are missing, wrong or unknown to the tool",
        "語言碼缺少、有誤，或不合工具的要求",
    ),
    "date": ("dates that are none", "日期格式有誤"),
    "control": ("control characters", "控制字元"),
}
"""Codes and what they stand for."""

_SENTENCES: dict[str, tuple[str, str]] = {
    "misplaced": (
        "<{0}> may not stand in <{1}>.",
        "<{1}> 裡不能有 <{0}>。",
    ),
    "order": ("<{0}> must stand before <{1}>.", "<{0}> 必須在 <{1}> 之前。"),
    "twice": ("<{0}> stands more than once in <{1}>.", "<{1}> 裡有多個 <{0}>。"),
    "missing": ("<{0}> has no <{1}>.", "<{0}> 缺少 <{1}>。"),
    "version": (
        "The version is {0}; tools expect 1.4.",
        "版本是 {0}；各工具要的是 1.4。",
    ),
    "attribute": ("<{0}> lacks the attribute {1}.", "<{0}> 缺少屬性 {1}。"),
    "choice": ("“{1}” is no value of {0}.", "{0} 的值不能是「{1}」。"),
    "number": ("{0} is “{1}”, which is no number.", "{0} 的值「{1}」不是數字。"),
    "date": (
        "{0} is “{1}”; a date looks like 20260131T120000Z.",
        "{0} 的值「{1}」不是日期；日期應寫作 20260131T120000Z。",
    ),
    "no code": ("A text has no language code (xml:lang).", "有文字沒有語言碼（xml:lang）。"),
    "bad code": (
        "“{0}” is no language code such as zh-TW.",
        "「{0}」不是語言碼；語言碼如 zh-TW。",
    ),
    "no source": (
        "A unit has no text in {0}, which the file says it is translated from.",
        "檔案註明原文語言是 {0}，但有單元沒有該語言的文字。",
    ),
    "tool": (
        "{0} does not expect the code {1}, but {2}.",
        "{0} 不認得語言碼 {1}，應為 {2}。",
    ),
    "control": (
        "There is a control character, {0}, which XML forbids.",
        "有 XML 不允許的控制字元 {0}。",
    ),
}


_FIRST = ("The first element is <{0}>, not <tmx>.", "第一個元素是 <{0}>，不是 <tmx>。")
_MORE = ("{told} ({times:,} more)", "{told}（另有 {times:,} 處）")


def issue_sentence(issue: Issue, lang: UiLanguage) -> str:
    """Return what an issue says, as a whole sentence."""
    if issue.kind == "more":
        told = _in(lang, _SENTENCES[issue.values[0]]).format(*issue.values[1:])
        return _in(lang, _MORE).format(told=told, times=issue.times)
    if issue.kind == "misplaced" and not issue.values[1]:
        return _in(lang, _FIRST).format(*issue.values)
    return _in(lang, _SENTENCES[issue.kind]).format(*issue.values)


def _in(lang: UiLanguage, both: tuple[str, str]) -> str:
    return both[0] if lang == "en" else said_in(lang, both[1])
