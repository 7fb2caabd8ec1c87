"""A pair by itself: what is found in it, where, and how it is said and silenced."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.cells import width
from aligner.checks import CODES, check_all, check_pair, describe, label, sentence
from aligner.checks.labels import WIDEST
from tests.checks.placing import bare, placed

FAULTY = [
    ("number", "both", "人口«3.5亿»。", "It has «3.5 billion» people."),
    ("number", "both", "会议在8月«15日»举行。", "The meeting is on August «16»."),
    ("name", "zh", "他用«Kubernetes»部署。", "He deploys it with containers."),
    ("name", "zh", "请看 «https://example.org/a» 的说明。", "See the notes."),
    ("name", "en", "详见说明。", "Write to «desk@example.org»."),
    ("empty", "en", "你好。", ""),
    ("empty", "zh", "", "Hello."),
    ("empty", "both", "", " "),
    ("padding", "zh", " 早。", "Good morning."),
    ("padding", "en", "早。", "Good morning.\n"),
    ("control", "zh", "早«\x07»。", "Good morning."),
    ("control", "en", "早。", "Good«\x9f» morning."),
    ("copied", "both", "«早上好。»", "«早上好。»"),
    ("copied", "both", "«See the list below.»", "«See the list below.»"),
    ("swapped", "both", "«The rain has stopped.»", "«雨停了。»"),
    ("untranslated", "zh", "«The rain has stopped.»", "The rain stopped."),
    ("untranslated", "zh", "«The rain stopped.»", "It has stopped raining."),
    ("untranslated", "en", "雨已经停了。", "«雨停了。»"),
    ("chinese-left", "en", "他买了豆腐和米。", "He bought «豆腐» and rice."),
    (
        "english-left",
        "zh",
        "他说 «we will see what happens» 就走了。",
        "He said we will see, and left.",
    ),
    ("bracket", "zh", "他«（»她来了。", "He (she) came."),
    ("bracket", "en", "他（她）来了。", "He «(»she came."),
    ("quote", "zh", "他说：«“»来。", "He said, “Come.”"),
    ("quote", "en", "他说：“来。”", 'He said, «"»Come.'),
    ("space", "zh", "今天« »天气好。", "The weather is fine today."),
    ("script", "zh", "这个«國»家很大。", "This country is large."),
    ("width", "zh", "今天«,»天气好。", "Today the weather is fine."),
    ("width", "en", "今天天气好。", "Today«，»the weather is fine."),
]

SOUND = [
    ("人口3.5亿。", "It has 350 million people."),
    ("他在NASA工作。", "He works at NASA."),
    ("他在 NASA 工作。", "He works at the National Aeronautics and Space Administration."),
    ("巴黎（Paris）很美。", "Paris is beautiful."),
    ("他喝豆浆。", "He drinks doujiang (豆浆), soy milk."),
    ("《The Way of the River》很好看。", "The Way of the River is good."),
    ("他说：“雨停了。", "He said, “The rain has stopped."),
    ("“雨停了，天晴了。", "The rain has stopped, and the sky is clear."),
    ("雨停了，天晴了。”", "The rain has stopped, and the sky is clear."),
    ("1）雨；2）风", "1) rain; 2) wind"),
    ("第一章 开端", "Chapter one: the beginning"),
    ("後來，那個國家很大。", "Later that country was large."),
    ("這群人説温室裡的床壞了。", "These people said the bed in the greenhouse was broken."),
    ("這個酒廠醖釀米酒。", "This distillery brews rice wine."),
    ("NASA", "NASA"),
    ("2025", "2025"),
]


@pytest.mark.parametrize(("code", "side", "zh", "en"), FAULTY)
def test_a_fault_is_found_where_it_stands_said_and_silenced(
    code: str, side: str, zh: str, en: str
) -> None:
    texts = bare(zh), bare(en)
    (finding,) = [finding for finding in check_pair(*texts) if finding.code == code]
    assert placed(finding, *texts) == (side, zh, en)
    for lang in ("en", "zh"):
        assert sentence(finding, lang).endswith((".", "。"))
    assert code not in {f.code for f in check_pair(*texts, silenced=frozenset({code}))}


@pytest.mark.parametrize(
    ("characters", "least", "most"), [(1, 1, 6), (10, 1, 19), (30, 7, 45), (100, 31, 131)]
)
def test_a_length_may_differ_up_to_a_ratio_that_narrows(
    characters: int, least: int, most: int
) -> None:
    zh = "船" * characters

    def found(words: int) -> list[tuple[str, tuple[str, ...]]]:
        findings = [f for f in check_pair(zh, "ship " * words) if f.code == "length"]
        assert all(finding.zh is finding.en is None for finding in findings)
        return [(finding.side, finding.values) for finding in findings]

    assert [words for words in range(least, most + 1) if found(words)] == []
    assert found(most + 1) == [("en", (str(characters), str(most + 1)))]
    if least > 1:
        assert found(least - 1) == [("zh", (str(characters), str(least - 1)))]


@pytest.mark.parametrize(
    ("zh", "en", "shown"),
    [
        ("他在Ortiz工作。", "The Ortis works hired him.", "Ortis"),
        ("他在Ortiz工作。", "Émile and “ORTIS”", "ORTIS"),
        ("他叫Helene。", "Yes, Élène? No: Hélén.", "Hélén"),
        ("他叫Helene。", "It is He\u0301le\u0300n.", "He\u0301le\u0300n"),
    ],
)
def test_a_name_is_shown_as_the_english_has_it(zh: str, en: str, shown: str) -> None:
    (finding,) = [finding for finding in check_pair(zh, en) if finding.code == "name"]
    assert f"“{shown}” in the English" in sentence(finding, "en")
    assert finding.en is not None
    assert en[slice(*finding.en)] == shown


@pytest.mark.parametrize(("zh", "en"), SOUND)
def test_a_sound_pair_is_left_alone(zh: str, en: str) -> None:
    assert check_pair(zh, en) == []


def test_every_code_is_described_in_both_languages() -> None:
    for code in CODES:
        assert describe(code, "en") != describe(code, "zh")


def test_every_code_has_a_label_that_fits_beside_a_pair() -> None:
    for code in CODES:
        assert label(code, "en") == code
        for language in ("zh", "zh-Hant"):
            assert width(label(code, language)) <= WIDEST
    assert label("script", "zh-Hant") == "繁簡混用"


def test_one_text_with_two_translations_is_found_in_both_directions() -> None:
    pairs = [("雨。", "Rain."), ("风。", "Wind."), ("雨。", "The rain."), ("雨水。", "rain.")]
    found = check_all([*pairs, ("风。", "Wind.")])
    assert {place: [(f.code, f.side) for f in own] for place, own in found.items()} == {
        2: [("two-english", "en")],
        3: [("two-chinese", "zh")],
    }
    assert sentence(found[2][0], "en") == "The same Chinese has other English at no. 1."


PIECES = st.lists(
    st.sampled_from(
        [*'雨國国，,。“”"()（）《》 1一3年月%％\u3000\0\ud800é', "NASA", "http://a.b", "the "]
    )
).map("".join)


@given(PIECES | st.text(), PIECES | st.text())
def test_places_lie_in_the_texts_and_every_finding_can_be_said(zh: str, en: str) -> None:
    for finding in check_pair(zh, en):
        assert finding.code in CODES
        assert sentence(finding, "en") != sentence(finding, "zh")
        for span, text in ((finding.zh, zh), (finding.en, en)):
            assert span is None or 0 <= span[0] <= span[1] <= len(text)
