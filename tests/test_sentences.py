"""Sentences are written here with a `|` where one ends; the mark itself is not in the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.article import Language
from aligner.sentences import split_sentences
from tests.effort import check_proportion

CHINESE = """
燈亮了。[1]|海很靜。〔2〕|霧散了。†|船來了。
燈亮了﹒|真的嗎﹖|真的﹗|是的。
水溫是3﹒5度﹒|海很靜。
燈亮了︒|真的嗎︖|真的︕|是的。
今天的會議取消了。|明天照常舉行。
他哭了！！！|真的？！|是的。
“什么？！”他大叫起来。|“不！不！”
我……我不知道。|别问我！
苹果、梨……都很好吃。
大丈夫一言既出，…… 驷马难追。|他走了。
他说那部书…… 书…… 我不知道。
雨下了整整三天三夜……|河水终于漫过了堤岸。
他说：“走吧。”|大家都站了起来。
他說：「走吧。」|大家都站了起來。
他说：‘走吧。’|大家都站了起来。
“好。”他说。|“我们走。”
「好。」老周低聲說。|「我們走。」
“好，”他说，“我们走吧。”|天已经黑了。
「好,」他說,「鐘不會跑。」|更重要的是,他補充道,人人看得見。
“好。”|他又说：“我们走吧。”
“好。”他说，“我们走吧。”
“好。”|“走吧。”
“好。”|他点点头。
“好。”|他不说话了。
“为什么？”|这个问题没有人回答。
“不！”他跳起来，大声喊道。|没有人理他。
“我知道。”|小说家点点头。
“你知道吗？”|他知道她不知道。
「你好嗎？」她問。|「我很好。」
他问：“好吗？”|“好。”她说。
「他說：『好。』|我就走了。」她說。|天亮了。
「他說：『我走了。』」她說。|天亮了。
「我聽見他說：『我走了。』」|她哭了。
“天快黑了，路还很远。|我们走吧，别再等他了。”他说。
“快跑！”的喊声传来。|人群散了。
一声“救命！”惊醒了他。|他跳下床。
电影《出发！》很好看。|我看了两遍。
他看着《你好！世界》这本书哭了。
他的座右铭是「堅持到底。」|這句話影響了很多人。
他（我哥。他早就走了。）没有来。|我来了。
（他走了。）|我也走了。
他来了（昨天）。|我没来。
“他走了。|我也走了。
他走了。”|我也走了。
他走了。|“我也走了。
他说："走吧。"|大家都站了起来。
"好。"他说。|"走。"
"他走了。|我也走了。
你好嗎?|我很好。
你好嗎?|我很好.|你呢?
你好吗? |我很好. |再见!
增长了3.5%。|后来又升至4.2%.|其中出口最多.
见 No.3 文件。|U.S. 政府没有回应。|J.K.罗琳写了书。
見Fig.3及Vol.2。|由Foxconn Technology Co., Ltd.製造。|Dr.李来了。
访问https://a.com/find?q=1&b=2。|写信给a.b@c.com。|谢谢！
在www.example.com.cn查看。|版本是v2.0.1。
他用的是iPhone.|我用的是别的.
Yahoo!奇摩股市今天休市。|明天开市。
３．５公里。|５０％。|好。
一、总则。|二、附则。
一、总则
1.总则
1. 总则
1. 甲方应当付款。|2. 乙方应当交货。
（1）甲方付款。|（2）乙方交货。
(一)本法所称合同。|(二)其他合同。
第一条 为了保护当事人的合法权益，制定本法。|第二条 本法自2021年1月1日起施行。
甲方应当付款；乙方应当交货。|双方应当保密。
中央社記者王小明台北報導
台積電宣布擴廠 明年動工
记者：你怎么看？|答：我不担心。
记者：你怎么看？（笑）|答：我不担心。
好吗？——她问。|没有回答。
这是注释。[1]|下一句。
走吧。” |他们走了。
走吧。 ”|他们走了。
真的。 |假的。　|半真半假。
……|
"""

ENGLISH = """
Mr. Smith lives in the U.S. |She lives in China. |Go.
On Jan. 5 the U.S. government met Foxconn Technology Co., Ltd. officials.
It costs approx. 5 dollars, e.g. in Peking. |See fig. 3.
J. R. R. Tolkien wrote it. |C. S. Lewis agreed. |George W. Bush did not.
"Stop!" he said. |"Go on."
“Stop!” he said. |“Go on.”
“Stop!” Mary said. |“Go on.”
“Stop!” Mr. Wang shouted. |Nobody heard him.
“Stop!” said Mary. |“Go on.”
“Why?” |She looked away. |(He left.) |Then he came.
“Why?” |He said nothing.
He fell on his left hand. |Trinket laughed. |They saw no stars. |Normally they do.
She left for Monaco. |He stayed in (old) Saigon. |It rained.
The dept. Head is here, incl. Mr. Li et al. and others, vol. II of it.
It was on the wall. |“But why?” |He didn't follow it at all. |'But they did.'
“But I—” |“You what?”
Wait... what? he asked. |I don't know... |Maybe.
1. The first item.
1. The first item. |2. The second item.
(a) The buyer pays. |(b) The seller delivers.
Yahoo! is a company. |He works at Yahoo! in the U.S.
He came at 5 p.m. |The train left at 6 a.m. on Friday.
Prof. Li, Ph.D., met Gen. Wang. |No. 3 is best. |He has a Ph.D. |She has not.
“It was good.” |Then they left.
He said, "I am here." |"So am I," she said.
See Art. 5 of the Law. |The end.[1] |Next one.
He works at Apple Inc. |The firm is big. |She moved to Washington, D.C. |It rained.
I like apples, pears, etc. |They are good. |It was him.
I lived there in 1999. |In 2000 I left. |It grew by 3.5 percent to $1.2 million.
The U.S. Senate and the U.S. Army met at the U.N. Security Council.
He cried "Help!" and ran. |What?! |No!! |Yes.
It ended.” |Then he left.
i went home. |i slept.
iPhone sales fell. |eBay rose. |He left. |iPads sold.
The law, i.e. the Act, is in force. |Visit www.example.com. |It is good.
Smith v. Jones, Inc. was decided in 1990. |It is still cited (see below).
The parties agree; nobody objects. |They sign.
Company shares rise as talks go on
He said 你好。|Then he left.
"""


def table(text: str) -> list[str]:
    return text.strip("\n").splitlines()


@pytest.mark.parametrize("row", table(CHINESE))
def test_chinese_sentences(row: str) -> None:
    wanted = [piece for piece in row.split("|") if piece]
    assert split_sentences("".join(wanted), "zh") == wanted


@pytest.mark.parametrize("row", table(ENGLISH))
def test_english_sentences(row: str) -> None:
    wanted = row.split("|")
    assert split_sentences("".join(wanted), "en") == wanted


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_empty_text_has_no_sentences(language: Language) -> None:
    assert split_sentences("", language) == []
    assert split_sentences(" \n", language) == [" \n"]


def test_a_blank_line_ends_a_sentence() -> None:
    assert split_sentences("总则\n\n第一条", "zh") == ["总则\n\n", "第一条"]
    assert split_sentences("Heading\n\nThe text", "en") == ["Heading\n\n", "The text"]


CHINESE_BITS = [
    *"“”‘’「」『』（）()《》[]\"'。！？…；;.?!，：、— \n一二他说道好的a1",
    "……",
    "No.3",
]
ENGLISH_BITS = [
    *".?!;:,\"'“”‘’()[]- \n\u2026",
    "U.S.",
    "Mr. ",
    "He said",
    " it",
    "1",
    "。",
    "Jan.",
]


@given(st.lists(st.sampled_from(CHINESE_BITS)))
def test_laws_of_chinese_sentences(bits: list[str]) -> None:
    text = "".join(bits)
    pieces = split_sentences(text, "zh")
    assert "".join(pieces) == text
    assert all(pieces)
    # A straight quote and a blank line may go either way; the paired marks may not.
    if "\n" not in text:
        assert not [piece for piece in pieces[1:] if piece[0] in "”’」』）)》]"]


@given(st.lists(st.sampled_from(ENGLISH_BITS)))
def test_laws_of_english_sentences(bits: list[str]) -> None:
    text = "".join(bits)
    pieces = split_sentences(text, "en")
    assert "".join(pieces) == text
    assert all(pieces)
    if "\n" not in text:
        assert not [piece for piece in pieces[1:] if piece[0] in "”)]"]


@given(st.text(), st.sampled_from(["zh", "en"]))
def test_any_text_is_joined_back(text: str, language: Language) -> None:
    assert "".join(split_sentences(text, language)) == text


HOSTILE = [
    "“",
    "”",
    "。",
    "“。",
    "“。”",
    "“好。”",
    "（",
    "（。",
    "（。）",
    "……",
    "好……",
    '"',
    "'",
    '"。',
    "!",
    "?",
    "？ ",
    ".",
    "..",
    "a. ",
    "a.b",
    "1.",
    "A. ",
    "\n",
    " ",
    "\n \n",
    "字",
    "字。",
    "x",
    "x ",
    "；",
    "[1]",
    "。[1]",
    "“他说，",
    "He left. ",
    "(",
    ".)",
    '?" ',
    "-",
    "U.S. ",
    "“好。”他",
]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("unit", HOSTILE)
def test_a_hostile_text_takes_time_in_proportion(unit: str, language: Language) -> None:
    def split(length: int) -> None:
        text = unit * (length // len(unit))
        assert "".join(split_sentences(text, language)) == text

    check_proportion(split, 80_000)


def test_openers_followed_by_as_many_closers() -> None:
    def split(count: int) -> None:
        for text in ("“" * count + "。”" * count, "（" * count + "。）" * count):
            assert "".join(split_sentences(text, "zh")) == text

    check_proportion(split, 40_000)
