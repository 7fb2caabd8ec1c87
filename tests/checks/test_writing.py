"""Characters nobody typed, words typed twice, and what a program puts in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.checks import check_pair

NEW = {"repeat", "garbled", "invisible", "tag"}


def told(zh: str, en: str) -> list[tuple[str, str, str]]:
    """Code, side and first value of what these checks find."""
    return [(f.code, f.side, f.values[0]) for f in check_pair(zh, en) if f.code in NEW]


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        ("红色的的屋顶", "A red roof", ("repeat", "zh", "的")),
        ("我们我们明天走。", "We leave tomorrow.", ("repeat", "zh", "我们")),
        ("渔船靠岸渔船靠岸了。", "The boats have landed.", ("repeat", "zh", "渔船靠岸")),
        ("他回家了。", "He went to the the harbour.", ("repeat", "en", "the")),
        ("他回家了。", "The The harbour was far.", ("repeat", "en", "The")),
        ("灯\u200b塔亮了。", "The lamp was lit.", ("invisible", "zh", "U+200B")),
        ("灯塔亮了。", "The lamp\u00ad was lit.", ("invisible", "en", "U+00AD")),
        ("\ufeff灯塔亮了。", "The lamp was lit.", ("invisible", "zh", "U+FEFF")),
        ("灯塔锟斤拷亮了。", "The lamp was lit.", ("garbled", "zh", "锟斤拷")),
        ("灯塔烫烫烫亮了。", "The lamp was lit.", ("garbled", "zh", "烫烫烫")),
        ("他在咖啡馆。", "He is in the cafÃ©.", ("garbled", "en", "Ã©")),
        ("天晴了。", "Itâ€™s fine today.", ("garbled", "en", "â€™")),
        ("浣犲ソ锛屼笘鐣屻€", "Hello, world.", ("garbled", "zh", "浣犲ソ锛屼笘鐣屻€")),
        ("天\ufffd了。", "It is fine.", ("garbled", "zh", "\ufffd")),
        ("共有%d只船。", "There are boats.", ("tag", "zh", "%d")),
        ("你好。", "Hello, {name}.", ("tag", "en", "{name}")),
        ("<b>注意</b>", "<b>Mind", ("tag", "zh", "</b>")),
        ("第一行\\n第二行", "One line two lines", ("tag", "zh", "\\n")),
        ("左&nbsp;右", "left right", ("tag", "zh", "&nbsp;")),
    ],
)
def test_a_fault_of_writing_is_told(zh: str, en: str, expected: tuple[str, str, str]) -> None:
    assert told(zh, en) == [expected]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("爸爸常常来看看。", "Dad often comes to have a look."),
        ("他说的的确没错。", "What he said that day is indeed right."),
        ("为达到目的的手段", "A means to an end"),
        ("我们研究研究。", "We had had enough; I know that that is so."),
        ("一步步一步步走。", "Step by step."),
        ("划呀划呀划。", "Row row row the boat."),
        ("家人👨\u200d👩出门了。", "The family went out."),
        ("咖啡馆", "Café Ångström, naïve façade, 20 °C"),
        ("共有%1$s和%2$s。", "There are %2$s and %1$s."),
        ("共有%1$d只。", "There are %d."),
        ("半数，即50%的人走了。", "50% of them, that is half, went."),
        ("{0}的{1}", "{1} of {0}"),
        ("换行<br/>再来", "Break<br /> again"),
        ("小于号 x<y", "less than, x < y"),
        ("甲和乙", "A &amp; B"),
        ("目录 D:\\new", "The folder D:\\new"),
    ],
)
def test_what_is_meant_so_is_not_told(zh: str, en: str) -> None:
    assert told(zh, en) == []


@given(st.text(max_size=60), st.text(max_size=60))
def test_every_finding_lies_in_its_text(zh: str, en: str) -> None:
    for finding in check_pair(zh, en):
        for text, place in ((zh, finding.zh), (en, finding.en)):
            assert place is None or 0 <= place[0] < place[1] <= len(text)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("第三方不得转载。", "Others may not reprint it."),
        ("第三世界的港口", "Ports of developing countries"),
        ("双十一快到了。", "Singles' Day is near."),
        ("双十二打折。", "There are discounts on December 12."),
        ("十一黄金周游客很多。", "Golden Week brought many visitors."),
        ("九一一事件之后", "After the attacks of September 11"),
        ("她是八零后。", "She was born in the 1980s."),
        ("90后爱用它。", "Those born after 1990 like it."),
        ("零零后和九五后", "Generation Z"),
        ("80后的父母", "Parents of the post-80s generation"),
        ("八零年的船", "A boat of 1980"),
        ("两成的船没有回来。", "A fifth of the boats did not return."),
        ("八成是他干的。", "He probably did it."),
        ("四成的人走了。", "Two in five left."),
        ("七成的船回来了。", "Seven out of every ten boats returned."),
        ("十二生肖和二十四节气", "The zodiac and the solar terms"),
        ("我百分之百同意。", "I fully agree."),
        ("二维码和五星级酒店", "QR codes and luxury hotels"),
        ("步骤：1）关门 2）锁门", "Steps: 1) close the door 2) lock it"),
    ],
)
def test_words_with_numbers_in_them_raise_no_alarm(zh: str, en: str) -> None:
    assert check_pair(zh, en) == []


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("来了十一个人。", "Twelve people came."),
        ("第三名得奖。", "The fourth got a prize."),
        ("双十一那天", "On December 12"),
        ("她是八零后。", "She was born in the 1970s."),
        ("占八成", "60 percent"),
        ("四成的人走了。", "Three in five left."),
    ],
)
def test_numbers_that_differ_are_still_found(zh: str, en: str) -> None:
    assert "number" in {finding.code for finding in check_pair(zh, en)}
