"""Boilerplate of a page by its wording: menus, dates, credits, tags and lists of other articles.

General rules for single lines; a line that might be text stays text. Most rules look only at short
lines without a final mark, and those that no wording supports only above or below the article.
"""

from __future__ import annotations

import re

from aligner.formats import ends_sentence, han, words

_LONGEST = 160
"""Characters; a longer line is no boilerplate, except for tags."""

_TAGS = re.compile(
    r"\W{0,3}(?:標籤|标签|關鍵[詞字]|关键[词字]|主題標籤|文章標籤|"
    r"tags?|key ?words?|filed under|topics)"
    r"[ \t]{0,3}[:：]",
    re.IGNORECASE,
)
_HASHTAGS = re.compile(r"(?:#[^\s#]{1,40}#?[\s,，、]{0,4}){2,60}$")
_COPYRIGHT = re.compile(
    r"©|\(c\) ?(?:19|20)\d\d|(?:版權|版权|著作權|著作权)所有|all rights reserved|^copyright\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"[\[(（【]?(?:文字?|作者|記者|记者|撰文|撰稿|採訪|采访|編輯|编辑|責任編輯|责任编辑|責編|责编|校對|校对|審核|审核|"
    r"來源|来源|消息來源|文章來源|文章来源|圖片來源|图片来源|攝影|摄影|圖|图|圖片|图片|插畫|插画|供圖|供图|翻譯|翻译|譯者|译者|"
    r"authors?|reporters?|editors?|edited by|reported by|written by|photos?|photos? by|photograph|"
    r"photography|image|source|credits?|translated by|translators?)[ \t]?(?:[:：/／]|(?<= by) )"
    r"[ \t]{0,3}\S",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"By (?:[A-Z][\w.'’-]{0,30} ?){1,4}(?:(?:,|and) ?(?:[A-Z][\w.'’-]{0,30} ?){1,4})?$"
)
_AGENCY = re.compile(
    r"社|通訊|通讯|提供|攝|摄|資料圖|资料图|圖片|图片|視覺中國|视觉中国|路透|新華|新华|"
    r"\b(?:Reuters|AP|AFP|Getty|Xinhua|CNA|EPA|Bloomberg|Photos?|courtesy|Images?)\b"
)
_BRACKET = re.compile(r"[(（【\[](?P<inside>[^()（）【】\[\]]{1,40})[)）】\]]$")
_BACK = re.compile(
    r"[\W_]{0,3}(?:"
    r"返回\S{0,10}(?:列表|首[頁页]|主[頁页]|[頂顶]部|上一[頁页]|目[錄录]|[頁页]首)|"
    r"[上下]一[篇頁页則则](?:[:：].{0,60})?|回(?:首[頁页]|[頂顶]部|上[頁页])|"
    r"(?:點擊|点击)(?:瀏覽|浏览|閱讀|阅读|查看|這裡|这里)?\S{0,8}|"
    r"(?:閱讀|阅读|查看|瀏覽|浏览)(?:更多|全文|原文)|"
    r"back to (?:the )?(?:top|home|homepage|list|index|news(?: list)?|main page)|"
    r"return to (?:the )?(?:news )?(?:list|index|home|homepage)|"
    r"(?:previous|next) (?:article|post|page|story)(?:: .{0,80})?|"
    r"read more|skip to (?:main )?content|share this(?: article| story)?"
    r")[\W_]{0,3}$",
    re.IGNORECASE,
)
_MENU_WORDS_TEXT = """
    首頁 首页 主頁 主页 新聞 新闻 要聞 要闻 頭條 头条 訂閱 订阅 登入 登录 登錄 註冊 注册
    搜尋 搜索 電子報 电子报 電子書 电子书 聯絡我們 联系我们 關於我們 关于我们 黃頁 黄页 點擊
    点击 瀏覽 浏览 分享 下載 下载 客戶端 客户端 廣告 广告 網站 网站 專題 专题 home news
    contact about login register subscribe search menu share sitemap newsletter archive
    sections
"""
_MENU_WORDS = frozenset(_MENU_WORDS_TEXT.split())
_SEPARATOR = re.compile(r"[ \u00a0]{2,}|[ \t\u3000]*[\t\u3000|｜/／>›»·•＞→]+[ \t\u3000]*|[ ]-[ ]")
_DATE = re.compile(
    r"(?:19|20)\d\d ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2}(?: ?日|(?!\d))|"
    r"(?:\d{1,2}(?:st|nd|rd|th)? (?:MONTH),? (?:19|20)\d\d)|"
    r"(?:MONTH) \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d".replace(
        "MONTH",
        r"jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|"
        r"aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?",
    ),
    re.IGNORECASE,
)
_BESIDE_A_DATE = re.compile(
    r"\d{1,2}[:：]\d\d(?:[:：]\d\d)?(?: ?[ap]\.?m\.?)?|"
    r"星期[一二三四五六日天]|[週周][一二三四五六日]|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:上午|下午|晚上|凌晨)|"
    r"(?:發[布佈表]|发[布表]|更新|刊登)(?:於|于|日期|時間|时间)?|日期|時間|时间|"
    r"\b(?:published|posted|updated|date|on|last|at|gmt|utc|est|edt|pst|views?|reads?)\b|"
    r"(?:閱讀|阅读|瀏覽|浏览|點擊|点击|評論|评论)(?:[次量數数])?|[\d,]+|[\W_]+",
    re.IGNORECASE,
)
_RELATED = re.compile(
    r"\W{0,3}(?:(?:更多|其他|其它)?(?:相關|相关|推薦|推荐|延伸|熱門|热门|更多)(?:新聞|新闻|閱讀|阅读|文章|報導|報道|报道|推薦|推荐|內容|内容|資訊|资讯)"
    r"|更多(?:內容|内容)(?:見|见)|\S{0,10}(?:資訊|资讯|新聞|新闻|文章)(?:推薦|推荐)|猜你喜[歡欢]|你可能(?:還|还|也)?(?:喜[歡欢]|感[興兴]趣)"
    r"|(?:related|recommended) (?:articles?|stories|news|posts|reading|links?)|read (?:also|next)|"
    r"see also|you (?:may|might) also (?:like|be interested in)|more (?:stories|articles)|"
    r"more (?:from|on) .{1,40}|further reading|most (?:read|popular))\W{0,3}(?:[:：].{0,120})?$",
    re.IGNORECASE,
)


def label_of(text: str, *, outside: bool) -> str:
    """Return the label of a line that is boilerplate, else nothing.

    `outside` says that it stands above the first or below the last paragraph of the article.
    """
    if _TAGS.match(text) and not ends_sentence(text) and len(text) < 2_000:
        return "tags"
    if len(text) > _LONGEST:
        return ""
    if _HASHTAGS.match(text):
        return "tags"
    if _BACK.match(text):
        return "navigation"
    if is_related(text):
        return "related articles"
    if _COPYRIGHT.search(text):
        return "credit" if outside or not ends_sentence(text) else ""
    if is_date(text):
        return "date"
    if _is_credit(text):
        return "credit"
    return "navigation" if _is_menu(text, outside) else ""


def is_related(text: str) -> bool:
    """Whether a line opens a list of other articles, or names one."""
    return len(text) <= _LONGEST and _RELATED.match(text) is not None


def is_date(text: str) -> bool:
    """Whether a line says a date and, but for a word or two such as a section, nothing else."""
    if len(text) > 80 or not _DATE.search(text):
        return False
    rest = _BESIDE_A_DATE.sub(" ", _DATE.sub(" ", text)).split()
    mark = any(c in "。，,！？!?；;" for c in _DATE.sub("", _weekday(text)))
    return (
        not mark and len(rest) <= 3 and all(len(word) <= (4 if han(word) else 12) for word in rest)
    )


def _weekday(text: str) -> str:
    """Return a text without the comma behind a weekday."""
    return re.sub(r"day,|[日一二三四五六]，", "", text)


def trailing_credit(text: str) -> int | None:
    """Return the offset of the credit in brackets behind the last final mark of a caption."""
    found = _BRACKET.search(text, max(0, len(text) - 42))
    if not found or found.start() == 0 or len(text) > 400:
        return None
    if not ends_sentence(text[: found.start()].rstrip()):
        return None
    inside = found["inside"]
    return found.start() if _AGENCY.search(inside) and not ends_sentence(inside) else None


def _is_credit(text: str) -> bool:
    bracket = _BRACKET.match(text)
    if bracket:
        return bool(_AGENCY.search(bracket["inside"])) and not ends_sentence(bracket["inside"])
    if len(text) > 80 or any(mark in text for mark in "。！？!?；"):
        return False
    if _ROLE.match(text):
        return han(text) <= 30 and words(text) <= 10
    return bool(_BYLINE.match(text)) and words(text) <= 9


def _is_menu(text: str, outside: bool) -> bool:
    """Whether a line is a row of short words with signs or words of a menu among them."""
    if any(mark in text for mark in '。！？!?；;，,、：:“”「」"'):
        return False
    cells = [cell for cell in _SEPARATOR.split(text) if cell]
    if len(cells) == 1:
        return outside and _is_spaced_menu(text.split())
    if not all(han(cell) <= 8 and words(cell) <= 3 and len(cell) <= 24 for cell in cells):
        return False
    known = sum(any(word in cell.lower() for word in _MENU_WORDS) for cell in cells)
    if len(cells) > 2:
        return outside or known > 0
    return outside and known > 0


def _is_spaced_menu(cells: list[str]) -> bool:
    """Whether cells are three or more short Chinese words, one of them known from menus."""
    if len(cells) < 3 or not all(0 < han(cell) <= 6 and len(cell) <= 6 for cell in cells):
        return False
    return any(word in cell for word in _MENU_WORDS for cell in cells)
