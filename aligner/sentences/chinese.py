"""Where a Chinese sentence ends, by rules that can be explained.

A run of stop marks ends a sentence together with the marks that close behind it, unless

- it stands in brackets or a book title that hold more than it (`他（我哥。）来了`);
- the text goes on with a comma, a dash, `的` and the like;
- it closes a quotation that began the sentence and a speaker follows (`“好。”他说。`). Where the
  speaker came first (`他说：“好。”`) the sentence is over; where the speaker leads to another
  quotation (`“好。”他又说：“走。”`) a new one begins;
- it closes a quotation that is a word of its sentence (`一声“救命！”惊醒了他`);
- it is an ellipsis that hesitates (`我……我不知道`) or cuts a list short (`苹果、梨……都有`);
- it is a half-width dot, question or exclamation mark of a number, name, abbreviation or address.

Between the sentences of a longer quotation there are breaks; a cry of a few characters
(`“不！不！”`) stays whole. A quotation without an end in the paragraph counts as none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.script import HAN, LATIN
from aligner.sentences.dots import is_final_dot, is_final_half_width
from aligner.sentences.marks import CLOSING, OPENING, STRAIGHT, MarkPair, pairs

_STOPS = "。！？!?｡‼⁇⁈⁉….．⋯‥﹒﹗﹖︒︕︖"
_EVENT = re.compile(f"[{re.escape(OPENING + STRAIGHT)}]|[{_STOPS}]+")
_STOP_RUN = re.compile(f"[{_STOPS}]+")
_SPACE = re.compile(r"\s*+")
_NOTE = re.compile(
    r"(?:[\[［〔]\d{1,3}[\]］〕]|[¹²³⁰⁴-⁹†‡§※]+)+|[（(](?:[大苦微众眾]?笑|掌[声聲]|鼓掌|沉默|停[顿頓])[）)]"
)
"""Notes, and what the room did in an interview: they stand behind the sentence they belong to."""
_ASKS_OR_CALLS = re.compile("[！？!?‼⁇⁈⁉﹗﹖︕︖]")

_LONGEST_CRY = 8
"""Characters of a quotation that is one cry even with a stop inside."""

_GOES_ON = frozenset("，、；：,;:—–～~·-/")
"""After a stop they carry the sentence on: `好吗？——她问`."""
_PARTICLES = frozenset("的地得之等")
"""After a closing quote they make it a word of the sentence: `“走！”的喊声`."""
_AFTER_LIST = frozenset("等都也就却卻而但和与與及或的地得是")
"""After an ellipsis they carry the sentence on: `苹果、梨……都有`."""

_SPEECH = re.compile(
    r"(?<!小)(?<!学)(?<!學)(?<!传)(?<!傳)[说説說](?![明服法])"
    r"|(?<!访)(?<!訪)(?<!顾)(?<!顧)(?<!学)(?<!學)(?<!疑)[问問](?![题題卷])"
    r"|[喊嚷吼骂罵]|(?<!呼)叫(?=$|道|着|著|起|了)|答(?![案卷应應])|[回响響][应應](?=$|道|说|說)"
    r"|(?<=[笑喊叫答问問说說骂罵叹嘆写寫怒冷忙又便就吼嚷])道(?![理路德])|(?<=.)道$"
    r"|(?:告诉|告訴|表示|嘟囔|嘟噥|嘀咕|低语|低語|补充|補充|感叹|感嘆|解释|解釋|强调|強調|指出)"
    r"|(?:宣布|劝|勸|命令|反驳|反駁|抱怨|哭诉|哭訴|低声|低聲|高声|高聲|大声|大聲)(?=$|说|說|道|地)"
)
_NOT_SPEECH = re.compile(
    "没有?人.*|沒有?人.*|[不没沒](?=[说說问問答]).*|知道|街道|味道|报道|報道|轨道|軌道|铁道|鐵道|频道|頻道|隧道|管道|难道|難道"
)
_ENDS_IN_SPEECH = re.compile("(?:[说說问問喊叫嚷吼答骂罵]|(?<![知街味报報])道)(?:[着著了话話])?$")
_LED_IN = re.compile("[：:，,说說道问問喊叫称稱嚷吼曰云—–]")
_CLAUSE = re.compile(r"[^，。！？；：…、,!?;:\s“”「」『』\"]*")
_TAG_REACH = 40
"""Characters after a quotation in which its speaker is looked for."""


def chinese_ends(text: str) -> Iterator[int]:
    """Yield the offsets behind the sentences of a paragraph, their white space included."""
    partners = pairs(text)
    start = done = aside = 0
    for event in _EVENT.finditer(text):
        place, mark = event.start(), event.group()
        if place < done:
            continue
        pair = partners.get(place)
        if pair is not None:
            is_cry = pair.is_quote and pair.closing - pair.opening <= _LONGEST_CRY + 1
            if place == pair.opening and (is_cry or not pair.is_quote):
                aside = max(aside, pair.closing)
            continue
        if mark in OPENING + STRAIGHT:
            continue
        done, frame = _closed(text, event.end(), partners)
        if done <= aside:
            continue
        if _ends(text, start, event, done, frame):
            start = _past_space(text, done)
            yield start


def _past_space(text: str, place: int) -> int:
    space = _SPACE.match(text, place)
    return space.end() if space else place


def _closed(text: str, end: int, partners: dict[int, MarkPair]) -> tuple[int, MarkPair | None]:
    """Move `end` behind what closes there; also return the outermost pair that does."""
    frame = None
    while end < len(text):
        place = _past_space(text, end)
        if place == len(text):
            break
        pair = partners.get(place)
        if text[place] in CLOSING or (pair and pair.closing == place):
            frame = pair or frame
            end = place + 1
        elif run := _STOP_RUN.match(text, place):
            end = run.end()
        elif place == end and (note := _NOTE.match(text, place)):
            end = note.end()
        else:
            break
    return end, frame


def _ends(text: str, start: int, run: re.Match[str], end: int, frame: MarkPair | None) -> bool:
    """Whether the sentence from `start` is over behind the stop marks, closed up to `end`."""
    after = _past_space(text, end)
    if after == len(text):
        return False
    marks, stop = run.group(), run.start()
    if text[after] in _GOES_ON and not (text[after] in "—–-" and marks == "。" and not frame):
        return False
    if marks in {".", "．", "﹒"} and not is_final_dot(text, start, stop, end):
        return False
    if marks in {"?", "!"} and not is_final_half_width(text, stop, end):
        return False
    if frame is not None:
        return _ends_frame(text, run, after, frame)
    if not marks.strip("….．﹒。⋯‥") and marks not in {"。", ".", "．", "﹒"}:
        return _ends_trailing(text, start, stop, after)
    return True


def _ends_frame(text: str, run: re.Match[str], after: int, frame: MarkPair) -> bool:
    """Whether a sentence is over behind the quotation or bracket that its last stop stands in."""
    before = text[frame.before] if frame.before >= 0 else ""
    begins = not before or before in _STOPS + CLOSING + STRAIGHT
    if not frame.is_quote:
        return begins
    if text[after] in _PARTICLES and not text.startswith("地上", after):
        return False
    if before and (before in "：:" or _has_speaker(text, frame.before)):
        return True
    if _is_speaker(text[after : after + _TAG_REACH]):
        return False
    if begins or _LED_IN.match(before):
        return True
    return not _ASKS_OR_CALLS.search(run.group()) and "…" not in run.group()


def _has_speaker(text: str, before: int) -> bool:
    """Whether a speaker leads to the quotation behind `before`: `他说，`, `」她问，`."""
    end = before if text[before] in "，," else before + 1
    return bool(_ENDS_IN_SPEECH.search(text, max(0, end - _LONGEST_CRY), end))


def _is_speaker(text: str) -> bool:
    """Whether a text goes on by naming who spoke: `他说。`, `老周站起来，低声问道，`."""
    place, is_first = 0, True
    while place < len(text) and (clause := _CLAUSE.match(text, place)) and clause.group():
        words, place = clause.group(), clause.end()
        behind = text[place : place + 2].strip()
        words = _NOT_SPEECH.sub("", words)
        said = _SPEECH.search(words) if is_first else None
        if said or _ENDS_IN_SPEECH.search(words):
            return behind[:1] not in {"：", ":"}
        if behind[:1] not in {"，", ","}:
            return False
        place, is_first = place + 1, False
    return False


_TRAILED = re.compile(f"[{HAN}{LATIN}0-9]")
_FEWEST_BEFORE_ELLIPSIS = 6
_FEWEST_IN_LAST_CLAUSE = 3


def _ends_trailing(text: str, start: int, stop: int, after: int) -> bool:
    """Whether a sentence trails off for good and does not hesitate or cut a list short."""
    # A few characters tell; all that was said would cost the square of its length.
    said = text[max(start, stop - 24) : stop]
    solid = _TRAILED.findall(said)
    if len(solid) < _FEWEST_BEFORE_ELLIPSIS or text[after] in _AFTER_LIST:
        return False
    last_clause = re.split("[，。！？；：,!?;:…⋯]", said)[-1]
    is_cut = "、" in last_clause or len(_TRAILED.findall(last_clause)) < _FEWEST_IN_LAST_CLAUSE
    return not is_cut and text[after] not in last_clause[-2:]
