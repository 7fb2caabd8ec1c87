"""What the issues of a TMX file say, in both languages."""

from __future__ import annotations

from aligner.formats.tmx.validation import Issue
from aligner.wording import UiLanguage

ISSUE_CODES: dict[str, tuple[str, str]] = {
    "structure": ("elements that TMX does not allow or misses", "结构不符合 TMX"),
    "attribute": ("attributes that are missing or wrong", "属性缺失或有误"),
    "code": ("language codes that are missing, wrong or unknown to the tool", "语言代码有误"),
    "date": ("dates that are none", "日期格式有误"),
    "control": ("control characters", "控制字符"),
}
"""Codes and what they stand for."""

_SENTENCES: dict[str, tuple[str, str]] = {
    "misplaced": (
        "<{0}> may not stand in <{1}>.",
        "<{1}> 里不能有 <{0}>。",
    ),
    "order": ("<{0}> must stand before <{1}>.", "<{0}> 必须在 <{1}> 之前。"),
    "twice": ("<{0}> stands more than once in <{1}>.", "<{1}> 里有多个 <{0}>。"),
    "missing": ("<{0}> has no <{1}>.", "<{0}> 缺少 <{1}>。"),
    "version": (
        "The version is {0}; tools expect 1.4.",
        "版本是 {0}，各工具要的是 1.4。",
    ),
    "attribute": ("<{0}> lacks the attribute {1}.", "<{0}> 缺少属性 {1}。"),
    "choice": ("“{1}” is no value of {0}.", "{0} 的值不能是“{1}”。"),
    "number": ("{0} is “{1}”, which is no number.", "{0} 的值“{1}”不是数字。"),
    "date": (
        "{0} is “{1}”; a date looks like 20260131T120000Z.",
        "{0} 的值是“{1}”，日期应写作 20260131T120000Z。",
    ),
    "no code": ("A text has no language code (xml:lang).", "有文字没有语言代码（xml:lang）。"),
    "bad code": (
        "“{0}” is no language code such as zh-TW.",
        "“{0}”不是 zh-TW 这样的语言代码。",
    ),
    "no source": (
        "A unit has no text in {0}, which the file says it is translated from.",
        "有条目没有 {0} 的文字，而文件说源语言是它。",
    ),
    "tool": (
        "{0} does not expect the code {1}, but {2}.",
        "{0} 不用代码 {1}，用 {2}。",
    ),
    "control": (
        "There is a control character, {0}, which XML forbids.",
        "有 XML 不允许的控制字符 {0}。",
    ),
}


def issue_sentence(issue: Issue, lang: UiLanguage) -> str:
    """Return what an issue says, as a whole sentence."""
    if issue.kind == "more":
        told = _SENTENCES[issue.values[0]][lang == "zh"].format(*issue.values[1:])
        return (
            f"{told}（还有 {issue.times:,} 处）"
            if lang == "zh"
            else (f"{told} ({issue.times:,} more)")
        )
    if issue.kind == "misplaced" and not issue.values[1]:
        return (
            f"The first element is <{issue.values[0]}>, not <tmx>."
            if lang == "en"
            else f"第一个元素是 <{issue.values[0]}>，不是 <tmx>。"
        )
    return _SENTENCES[issue.kind][lang == "zh"].format(*issue.values)
