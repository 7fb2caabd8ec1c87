"""Numbers of the two languages: equal meanings, unequal ones, and texts that are no numbers."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.article import Language
from aligner.numbers import Number, marks_of, read_numbers, read_vague
from tests.effort import check_proportion

SAME = [
    ("人口3.5亿", "a population of 350 million"),
    ("人口3.5億", "350,000,000 people"),
    ("三亿五千万人", "350 million people"),
    ("三億五千萬人", "350 million people"),
    ("三点五亿", "350 million"),
    ("1.2万名学生", "12,000 students"),
    ("1.2 萬名學生", "12,000 students"),
    ("一万二千名", "twelve thousand"),
    ("一万二", "12,000"),
    ("50多万人", "more than 500,000 people"),
    ("五十余万", "over half a million"),
    ("三百二十五页", "325 pages"),
    ("三百二十五頁", "three hundred and twenty-five pages"),
    ("两千辆", "two thousand cars"),
    ("兩千輛", "2,000 cars"),
    ("一千零五", "one thousand and five"),
    ("一百二", "a hundred and twenty"),
    ("一百零二", "102"),
    ("廿一人", "twenty-one people"),
    ("卅人", "thirty people"),
    ("4700万", "47 million"),
    ("4,700 万", "47-million"),
    ("12亿美元", "$1.2 billion"),
    ("12億美元", "$1.2bn"),
    ("1万亿元", "1 trillion yuan"),
    ("两万亿", "two trillion"),
    ("3亿5000万", "350 million"),
    ("5千人", "five thousand people"),
    ("10万", "a hundred thousand"),
    ("十万", "one hundred thousand"),
    ("百万富翁", "a million"),
    ("250万", "two and a half million"),
    ("250万", "2½ million"),
    ("１２３人", "123 people"),
    ("1,000人", "a thousand people"),
    ("一千人", "1000 people"),
    ("十二个", "a dozen"),
    ("六个", "half a dozen"),
    ("24个", "two dozen"),
    ("二十年", "two decades"),
    ("十年来", "over the past decade"),
    ("十二万三千四百五十六", "one hundred twenty-three thousand four hundred fifty-six"),
    ("3.14", "3.14"),
    ("零点五", "0.5"),
    ("十五", "fifteen"),
    ("九十九", "ninety-nine"),
    ("九十九", "ninety nine"),
    ("10至20万人", "100,000 to 200,000 people"),
    ("1000万至2000万", "10 to 20 million"),
    ("1000万到2000万", "between 10 and 20 million"),
    ("三成", "30%"),
    ("三成五", "35 percent"),
    ("9成", "ninety percent"),
    ("百分之五", "5 per cent"),
    ("百分之五", "five percent"),
    ("百分之三点五", "3.5%"),
    ("百分之百", "100 percent"),
    ("百分百", "100%"),
    ("12.5%", "12.5 percent"),
    ("１２％", "12%"),
    ("千分之三", "0.3%"),
    ("2个百分点", "two percentage points"),
    ("5-10%", "5 to 10 percent"),
    ("5%到10%", "between 5 and 10%"),
    ("0.08%", ".08%"),
    ("三分之一", "one third"),
    ("三分之一", "a third of the work"),
    ("三分之二", "two-thirds"),
    ("四分之三", "three quarters"),
    ("四分之一", "a quarter"),
    ("五分之一", "one in five"),
    ("六分之一", "one person in six"),
    ("十分之一", "one-tenth"),
    ("3 分之 1", "1/3"),
    ("2/3", "two thirds"),
    ("一半", "half of them"),
    ("半数", "half the members"),
    ("一半", "½"),
    ("第三", "third"),
    ("第三章", "chapter 3"),
    ("第 12 届", "the 12th session"),
    ("第十二屆", "the twelfth session"),
    ("第二十一", "twenty-first"),
    ("第21条", "Article 21"),
    ("第一百", "the hundredth"),
    ("二十一世纪", "the 21st century"),
    ("21世紀", "the twenty-first century"),
    ("二〇二五年", "2025"),
    ("二零二五年", "in 2025"),
    ("2025年", "twenty twenty-five"),
    ("一九八四年", "nineteen eighty-four"),
    ("1984 年", "1984"),
    ("8月15日", "August 15"),
    ("八月十五日", "15 August"),
    ("8月15號", "Aug. 15th"),
    ("2018年10月1日", "October 1, 2018"),
    ("5月", "in May"),
    ("三月三日", "March 3"),
    ("九月", "Sept."),
    ("12 月 25 日", "25 DECEMBER"),
    ("20世纪90年代", "the 1990s"),
    ("上世纪80年代", "the 1980s"),
    ("20 世纪 60 年代中期", "the mid-1960s"),
    ("七十年代", "the seventies"),
    ("星期三", "on Wednesday"),
    ("周五", "Friday's news"),
    ("禮拜天", "Sunday"),
    ("週一", "Monday"),
    ("下午三点半", "3:30 p.m."),
    ("下午三點", "3 pm"),
    ("三点钟", "three o'clock"),
    ("15:30", "3:30 pm"),
    ("早上 7：55", "7.55am"),
    ("八点一刻", "8:15"),
    ("上午十点二十分", "10:20 a.m."),
    ("15时30分", "15:30"),
    ("今年9/11", "on 9/11"),
    ("3个月", "3 months"),
    ("COVID-19", "Covid-19"),
    ("3千米", "3 kilometres"),
    ("十分钟", "ten minutes"),
    ("伍万贰仟元", "52,000 yuan"),
    ("壹佰圓", "a hundred yuan"),
    ("叁拾", "30"),
    ("打八五折", "85%"),
    ("8.5折优惠", "85 percent"),
    ("一打", "a dozen"),
    ("半打", "half a dozen"),
    ("三打", "36"),
    ("三又二分之一", "three and a half"),
    ("两个半小时", "two and a half hours"),
    ("两年半", "two years and a half"),
    ("九十九块九", "99.9 yuan"),
    ("三塊五毛", "3.5"),
    ("身高一米八二", "1.82 metres"),
    ("三万一千", "31,000"),
    ("七点半", "half past seven"),
    ("十点一刻", "a quarter past ten"),
    ("差五分八点", "7:55"),
    ("八点差五分", "five minutes to eight"),
    ("五点四十五分", "a quarter to six"),
    ("五点二十", "twenty past five"),
    ("下午一点", "1 p.m."),
    ("早上六点", "at six in the morning"),
    ("第七世", "Edward VII"),
    ("10倍", "tenfold"),
    ("见第(3).2条", "3 and 2"),
]

DIFFERENT = [
    ("3.5亿", "3.5 billion"),
    ("3.5亿", "35 million"),
    ("1.2万", "1,200"),
    ("1.2萬", "120,000"),
    ("三百二十五", "352"),
    ("两千", "two hundred"),
    ("一万五", "10,005"),
    ("一百零二", "120"),
    ("一百二", "102"),
    ("4700万", "4.7 million"),
    ("12亿", "12 billion"),
    ("1万亿", "a billion"),
    ("十万", "ten thousand"),
    ("百万", "a thousand"),
    ("三成", "3%"),
    ("三成", "30"),
    ("百分之五", "5"),
    ("百分之五", "50 percent"),
    ("千分之三", "3%"),
    ("5-10%", "5 to 20 percent"),
    ("三分之一", "two thirds"),
    ("三分之一", "a third time"),
    ("三分之二", "three halves"),
    ("四分之三", "one quarter"),
    ("五分之一", "one in six"),
    ("一半", "a quarter"),
    ("第三", "13th"),
    ("第十二", "the twentieth"),
    ("第二十一", "twenty-second"),
    ("二十一世纪", "the 20th century"),
    ("二〇二五年", "2015"),
    ("一九八四年", "nineteen ninety-four"),
    ("8月15日", "August 16"),
    ("8月15日", "July 15"),
    ("八月", "8"),
    ("三月", "three months"),
    ("3个月", "in March"),
    ("90年代", "the 1980s"),
    ("90年代", "90"),
    ("星期三", "Thursday"),
    ("周五", "5"),
    ("周日", "Saturday"),
    ("下午三点半", "3 p.m."),
    ("下午三点", "3"),
    ("15:30", "5:30"),
    ("八点一刻", "8:45"),
    ("十五", "fifty"),
    ("九十九", "nine hundred and ninety"),
    ("六个", "a dozen"),
    ("二十年", "a decade"),
    ("250万", "two million"),
    ("1,000", "1"),
    ("3.14", "314"),
    ("12.5%", "12%"),
    ("10至20万", "10 to 20 million"),
    ("十分钟", "a minute"),
    ("伍万贰仟元", "55,000 yuan"),
    ("打八折", "8%"),
    ("三打", "three"),
    ("两个半小时", "two hours and a quarter"),
    ("九十九块九", "99"),
    ("七点半", "half past eight"),
    ("差五分八点", "8:05"),
    ("五点四十五分", "a quarter past five"),
    ("第七世", "Edward VIII"),
    ("10倍", "twentyfold"),
]

NO_NUMBER = [
    ("zh", "十分好，十足的，十全十美"),
    ("zh", "十几个，二十几岁，几十年，数百人，上千人，好几万"),
    ("zh", "三五个，十七八岁，两三百，七八成，一二十个"),
    ("zh", "一些、一下、一样、一起、一旦、统一、唯一、万一、三明治"),
    ("zh", "萬一，唯一，千萬不要，老百姓，萬歲，亿"),
    ("zh", "七七八八，三三两两，半夜，半岛，多半"),
    ("zh", "队伍，大陆，收拾，放肆，大陆万里无云，有一点，差一点儿"),
    ("en", "MIX, CIVIC, IIII, VX, Xi, manifold, a quarterback"),
    ("en", "dozens of them, hundreds of people, in the tens, millions, decades"),
    ("en", "You may go. March on! Anyone, someone, often, weight, tend"),
    ("en", "per cent, a.m., noon"),
    ("en", "A quasi-May figure, with Jane-May and no date"),
]


def marks(text: str, language: Language) -> list[str]:
    return marks_of(read_numbers(text, language))


@pytest.mark.parametrize(("zh", "en"), SAME)
def test_equal_meanings_have_equal_marks(zh: str, en: str) -> None:
    assert sorted(marks(zh, "zh")) == sorted(marks(en, "en")) != []


@pytest.mark.parametrize(("zh", "en"), DIFFERENT)
def test_different_meanings_have_different_marks(zh: str, en: str) -> None:
    assert marks(zh, "zh") != []
    assert set(marks(zh, "zh")) != set(marks(en, "en"))


@pytest.mark.parametrize(("language", "text"), NO_NUMBER)
def test_what_only_looks_like_a_number_is_none(language: Language, text: str) -> None:
    assert read_numbers(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [("zh", "一个人"), ("zh", "两只猫"), ("zh", "半年"), ("en", "one of them"), ("en", "first")],
)
def test_small_words_are_weak(language: Language, text: str) -> None:
    assert [number.weak for number in read_numbers(text, language)] == [True]


@pytest.mark.parametrize(
    ("language", "text"),
    [("zh", "3人"), ("zh", "十人"), ("zh", "第三"), ("en", "ten"), ("en", "3")],
)
def test_figures_and_larger_words_are_strong(language: Language, text: str) -> None:
    assert [number.weak for number in read_numbers(text, language)] == [False]


def test_a_number_says_its_value_kind_and_place() -> None:
    assert read_numbers("约50多万人", "zh") == [
        Number(500000, "plain", 1, 5, approximate=True),
    ]
    assert read_numbers("about a third of 5%", "en") == [
        Number(Fraction(1, 3), "plain", 8, 13),
        Number(5, "percent", 17, 19),
    ]


@pytest.mark.parametrize(
    ("language", "text", "half"),
    [
        ("zh", "凌晨两点", "am"),
        ("zh", "上午十点一刻", "am"),
        ("zh", "下午3点45分", "pm"),
        ("zh", "晚上八點", "pm"),
        ("zh", "21时10分", "pm"),
        ("zh", "晚上12点", ""),
        ("zh", "七点半", ""),
        ("en", "2 a.m.", "am"),
        ("en", "3:45 PM", "pm"),
        ("en", "half past seven in the morning", "am"),
        ("en", "at eight o'clock in the evening", "pm"),
        ("en", "21:10", "pm"),
        ("en", "at six in the evening", "pm"),
        ("en", "ten at night", ""),
        ("en", "12:30 a.m.", ""),
        ("en", "at 7:30", ""),
    ],
)
def test_a_time_knows_its_half_of_the_day(language: Language, text: str, half: str) -> None:
    assert [(n.kind, n.half_day) for n in read_numbers(text, language)] == [("time", half)]


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("十几个人", [(10, 19)]),
        ("二十多年", [(20, 29)]),
        ("几十万册", [(10 * 10**4, 10 * 10**5 - 1)]),
        ("数百名", [(100, 999)]),
        ("三五个", [(3, 5)]),
        ("三五十个", [(30, 59)]),
        ("十七八岁", [(17, 18)]),
        ("一二十人", [(10, 29)]),
        ("三十人，多年以来", []),
    ],
)
def test_a_vague_number_is_a_range(text: str, ranges: list[tuple[int, int]]) -> None:
    assert read_vague(text) == ranges


WORDS = [
    "分之",
    "百分之",
    "世纪",
    "年代",
    "下午",
    "12",
    "3.5",
    "1,000",
    "twenty",
    "hundred",
    "half",
]
WORDS += ["third", "million", "p.m.", "Aug.", "½"]
PIECES = st.sampled_from(
    [
        *"一二三十百千万亿两零〇半第点分之成多几年月日周:：,.%％/-~s 打折块米又差壹佰个",
        *WORDS,
        " and ",
        "May ",
        "one in ",
    ]
)


@given(st.text() | st.lists(PIECES).map("".join), st.sampled_from(["zh", "en"]))
def test_spans_lie_in_the_text_in_order(text: str, language: Language) -> None:
    numbers = read_numbers(text, language)
    assert len(marks_of(numbers)) == len(numbers)
    behind = 0
    for number in numbers:
        assert behind <= number.start < number.end <= len(text)
        behind = number.end


@given(st.integers(0, 10**12))
def test_a_whole_number_reads_back(value: int) -> None:
    assert marks(f"共{value:,}元", "zh") == marks(f"{value:,} yuan", "en") == [str(value)]


LONG = ["1", "一", "十", "万", "1,", "1万", "三点", "三分之", "1/", "1:", "周", "第一", " ", "1."]
LONG += ["三块", "差一分", "一又", "个半", "壹", "half past ", "vi ", "a year and a half "]
LONG += ["one ", "twenty-", "hundred ", "a half ", "May ", "1 million ", "twenty twenty ", "$1+ "]


@pytest.mark.parametrize("piece", LONG)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_time_grows_with_the_text(piece: str, language: Language) -> None:
    check_proportion(
        lambda length: marks_of(read_numbers(piece * (length // len(piece)), language)), 40_000
    )


@pytest.mark.parametrize("digit", ["1", "一"])
def test_a_million_digits_are_no_number(digit: str) -> None:
    for language in ("zh", "en"):
        assert read_numbers(digit * 10**6, language) == []
