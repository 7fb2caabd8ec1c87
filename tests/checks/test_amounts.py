"""Numbers of a pair that agree in another way than by their marks, and those that do not."""

from __future__ import annotations

import pytest

from aligner.checks import Finding, check_pair
from tests.checks.placing import Place, bare, placed
from tests.effort import check_proportion

AGREE = [
    ("一半的人留下。", "Fifty percent stayed."),
    ("打八折。", "It is 20 percent off."),
    ("打八折。", "It costs 80 percent of the price."),
    ("一律五折。", "All at half price."),
    ("利率上调20个百分点。", "The rate rose by 20 points."),
    ("比分是21：15。", "The score was 21-15."),
    ("射门在3分35秒。", "The shot came at 3:35."),
    ("射门在27分07秒。", "The shot came at 27:07."),
    ("用时72：30。", "It took 72 minutes and 30 seconds."),
    ("每五个人中有一个生病。", "One in five people is ill."),
    ("我们中午十二点吃饭。", "We eat at noon."),
    ("中午吃饭。", "We eat at 12 o'clock."),
    ("差五分八点到。", "He came at five to eight."),
    ("下午三点见。", "See you at three."),
    ("项目为期18个月。", "It lasts a year and a half."),
    ("半年后见。", "See you in six months."),
    ("48小时内回复。", "Reply within two days."),
    ("一百年前。", "A century ago."),
    ("买了十斤米。", "He bought five kilos of rice."),
    ("睡了十几个小时。", "He slept twelve hours."),
    ("十七八岁的少年。", "A youth of seventeen or eighteen."),
    ("十多例死亡。", "More than a dozen deaths."),
    ("来了三四十人。", "Some thirty people came."),
    ("扩大了三倍。", "It grew to four times the size."),
    ("是过去的3倍。", "It has tripled."),
    ("2010至2011年。", "In 2010–11."),
    ("气温达到80度。", "It was in the 80s."),
    ("民国十四年。", "In 1925."),
    ("“疯狂三月”联赛。", "The March Madness league."),
    ("编号A-1073。", "Number A-1073."),
    ("十二个人，三人生病。", "Of twelve, three fell ill, second to none."),
    ("爱德华七世。", "Edward VII."),
    ("见第一条。", "See No. 1."),
    ("6. 片厂", "The Film Studio"),
    ("一百个不服。", "Not at all."),
    ("再次，要快。", "Third, be quick."),
    ("船在七点零五分离港。", "The boat left at 7:05."),
    ("船在早上七點〇五分離港。", "The boat left at 7:05 in the morning."),
    ("船在七点零五离港。", "The boat left at 7:05."),
    ("每周二休息。", "Closed every Tuesday."),
    ("每週二休息。", "Closed on Tuesdays."),
    ("每星期日上午开放。", "Open every Sunday morning."),
    ("每星期天开放。", "Open every Sunday."),
    ("每周五天气都好。", "The weather is good every Friday."),
    ("每周三次。", "Three times a week."),
    ("每周五天。", "Five days a week."),
    ("每周三个下午。", "Three afternoons a week."),
    ("每周三十个小时。", "Thirty hours a week."),
    ("每星期二小时。", "Two hours a week."),
]

DIFFER: list[list[Place]] = [
    [("both", "打«五折»。", "It is «0.5 percent» off.")],
    [("zh", "他«七点四十分»到。", "He came at five to eight.")],
    [("zh", "打«七折»。", "It is 70 percent off.")],
    [("both", "下午«五点»退潮。", "The tide went out at «5 a.m.»")],
    [("both", "早上«六点»下井。", "They went down at «six in the evening».")],
    [("both", "每«五»个人中有一个生病。", "«One in fifty» people is ill.")],
    [("both", "项目为期«18»个月。", "It lasts «two years and a half».")],
    [("both", "«48»小时内回复。", "Reply within «three» days.")],
    [("en", "十七八岁的少年。", "A youth of «twenty».")],
    [("both", "扩大了«三»倍。", "It grew to «five» times the size.")],
    [("both", "爱德华«七»世。", "Edward «VIII».")],
    [("both", "«两»只猫。", "«Three» cats.")],
    [
        ("zh", "射门在«27»分37秒。", "The shot came at 27:38."),
        ("zh", "射门在27分«37»秒。", "The shot came at 27:38."),
    ],
    [("both", "编号A-«1073»。", "Number A-«1037».")],
    [("both", "民国«十四»年。", "In «1926».")],
    [("zh", "他有«25»本书。", "He has books.")],
    [("en", "他有书。", "He has «25» books.")],
    [("both", "船在«七点零五分»离港。", "The boat left at «7:15».")],
    [
        ("zh", "船在«七点零五»离港。", "The boat left at 7:50."),
        ("en", "船在七点零五离港。", "The boat left at «7:50»."),
    ],
    [("both", "每«周二»休息。", "Closed every «Thursday».")],
    [("both", "每周«三»次。", "«Four» times a week.")],
]

MONEY = [
    ("捐了«5亿»欧元。", "They gave $«500 million»."),
    ("捐了5亿欧元。", "They gave €500 million."),
    ("欠«两百»英镑。", "He owes «two hundred» dollars."),
    ("奖金«50万»港元。", "A prize of US$«500,000»."),
    ("奖金50万港元。", "A prize of $500,000."),
    ("人民币三百元。", "RMB 300."),
    ("«300»元人民币。", "US$«300»."),
    ("新台幣300元。", "NT$300."),
    ("一百元。", "$100."),
    ("«一百»元。", "«100» euros."),
    ("约4600元人民币（500英镑）。", "£500, or RMB 4,600."),
    ("两百磅重。", "Two hundred pounds."),
    ("￥300", "¥300"),
]


def found(zh: str, en: str) -> list[Finding]:
    return [f for f in check_pair(zh, en) if f.code in ("number", "currency")]


@pytest.mark.parametrize(("zh", "en"), AGREE)
def test_numbers_that_agree_are_left_alone(zh: str, en: str) -> None:
    assert found(zh, en) == []


@pytest.mark.parametrize("places", DIFFER, ids=lambda places: str(places[0][1]))
def test_numbers_that_differ_are_found_where_they_stand(places: list[Place]) -> None:
    zh, en = bare(places[0][1]), bare(places[0][2])
    findings = found(zh, en)
    assert {finding.code for finding in findings} == {"number"}
    assert [placed(finding, zh, en) for finding in findings] == places


@pytest.mark.parametrize(("zh", "en"), MONEY)
def test_money_is_compared_where_both_name_it(zh: str, en: str) -> None:
    texts = bare(zh), bare(en)
    findings = found(*texts)
    assert {finding.code for finding in findings} <= {"currency"}
    expected = [("both", zh, en)] if "«" in zh else []
    assert [placed(finding, *texts) for finding in findings] == expected


def test_a_number_is_found_where_it_stands() -> None:
    (finding,) = found("人口有3.5亿。", "There are 35 million people.")
    assert (finding.zh, finding.en, finding.values) == ((3, 7), (10, 20), ("3.5亿", "35 million"))


def test_a_number_that_is_wrong_twice_is_told_once() -> None:
    assert len(found("25人，25人，25人。", "26 people, 26 people.")) == 1


@pytest.mark.parametrize(
    "piece", ["一", "1:", "十几", "$1", "一个半", "八折", "“", "(", "A b ", "3 to "]
)
def test_time_grows_with_the_text(piece: str) -> None:
    def check(length: int) -> None:
        text = piece * (length // len(piece))
        check_pair(text, f"{text}x")

    check_proportion(check, 10_000)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("{0},", "{0}a "),  # numbers that differ one and all
        ("{0}折", "{0}%, "),
        ("上午{0}点，", "{0} p.m., "),
        ("一百美元，", "a hundred yuan, "),
        ("第{0}，", "{0}:30, "),
    ],
)
def test_time_grows_with_numbers_that_do_not_agree(zh: str, en: str) -> None:
    def check(count: int) -> None:
        chinese = "".join(zh.format(2 * k + 1_001) for k in range(count))
        check_pair(chinese, "".join(en.format(2 * k + 1_002) for k in range(count)))

    check_proportion(check, 8_000)


def test_numbers_that_differ_are_paired_in_order_with_what_they_may_be_compared_with() -> None:
    findings = found("他们三月走了14公里，用了15小时。", "In May they went 16 km in 17 hours.")
    pairs = [finding.values for finding in findings]
    assert pairs == [("三月", "May"), ("14", "16"), ("15", "17")]
