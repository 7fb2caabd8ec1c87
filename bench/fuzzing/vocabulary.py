"""The texts that inputs are made of: plain sentences of both languages, and awkward strings."""

from __future__ import annotations

import random

from aligner.article import Language

ZH = (
    "灯塔建于一八九〇年。",
    "守塔人退休了，燈還亮著。",
    "今晚有霧，船不能進港。",
    "「你聽，」她說，「是潮水的聲音。」",
    "這本書共有３５０頁，售價42.5元。",
    "他在港口住了四十一年！",
    "海上升起了一輪明月？",
    "會議將於2024年5月3日上午9點舉行。",
    "所有的船都必须在日落之前回到港口。",
    "老人把鑰匙交給了孩子，然後走下樓梯。",
    "公司去年的收入是3.5亿元，比前年多12%。",
    "請按“確定”按鈕。",
)
EN = (
    "The lighthouse was built in 1890.",
    "The keeper has retired, but the lamp still burns.",
    "There is fog tonight; no ship can enter the harbour.",
    "“Listen,” she said, “that is the tide.”",
    "The book has 350 pages and costs 42.5 yuan.",
    "He lived in the harbour for forty-one years!",
    "Did a bright moon rise over the sea?",
    "The meeting will be held at 9 a.m. on May 3, 2024.",
    "All ships must be back in the harbour before sunset.",
    "The old man gave the key to the child and went down the stairs.",
    "Last year the company earned 350 million yuan, 12% more than before.",
    "Press the “OK” button.",
)
AWKWARD = (
    "",
    " ",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "\x00",
    "\x07\x1b[31m",
    "\x0b",
    "\x0c",
    "\x85",
    "\u2028",
    "\u3000",
    "\u200b",
    "\u200e\u202e",
    "\u2066\u2069",
    "\ufeff",
    "\ufffe",
    "\ufffd",
    "\U00020bb7野家",
    "\U0002a6d6",
    "\U0001f600\u200d\U0001f525",
    "e\u0301",
    "ﾊﾝｶｸ",
    "日本語のテキスト",
    "한국어",
    "العربية",
    "<b>粗</b>",
    "</seg>",
    "<ph x='1'/>",
    "&amp;",
    "&lt;p&gt;",
    "&#0;",
    "&nosuch;",
    "]]>",
    "<![CDATA[灯]]>",
    "<!-- -->",
    '"',
    "'",
    '""',
    "\\",
    "\\n",
    '\\"',
    "%s %(name)d",
    "{0}{name}",
    "=1+1",
    "+886",
    "-1",
    "@x",
    "_x000D_",
    "#N/A",
    "NaN",
    "1e999",
    "-0",
    "99999999999999999999999999",
    "，",
    ",",
    ";",
    "|",
    "「」",
    "（）",
    "……",
    "———",
    "http://a.b/?c=d&e=f",
    "....................................",
    "(((((((((((((((((((((((((((",
    "a" * 300,
    "海" * 300,
    "第" + "一" * 200 + "章",
    "1" * 400,
)


def sentence(chance: random.Random, language: Language) -> str:
    """Return a plain sentence of a language, mostly one that is there once only."""
    text = chance.choice(ZH if language == "zh" else EN)
    if chance.random() < 0.5:
        number = chance.randrange(10_000)
        text = f"{number}號{text}" if language == "zh" else f"No. {number} is this: {text}"
    return text


def couple(chance: random.Random) -> tuple[str, str]:
    """Return a Chinese text and an English one that may well say the same."""
    place = chance.randrange(len(ZH))
    return ZH[place], EN[place]


def awkward(chance: random.Random) -> str:
    """Return a text that some program does not expect."""
    if chance.random() < 0.7:
        return chance.choice(AWKWARD)
    return "".join(_character(chance) for _ in range(chance.randint(1, 12)))


def _character(chance: random.Random) -> str:
    ranges = ((0, 0x7F), (0x80, 0x2FF), (0x2000, 0x206F), (0x3000, 0x9FFF), (0xE000, 0x2FFFF))
    code = chance.randint(*chance.choice(ranges))
    return "\ufffd" if 0xD800 <= code < 0xE000 else chr(code)


def text(chance: random.Random, language: Language, strange: float = 0.15) -> str:
    """Return some sentences of a language; with a chance of `strange` each, something awkward."""
    parts = []
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 5))):
        parts.append(sentence(chance, language))
        if chance.random() < strange:
            parts.append(awkward(chance))
    return ("" if language == "zh" else " ").join(parts)
