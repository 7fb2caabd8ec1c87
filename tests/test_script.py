from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.script import (
    Region,
    detect_script,
    han_share,
    in_one_form,
    in_one_script,
    is_han,
    language_of,
    to_region,
    written_as,
)
from tests.effort import check_proportion


@pytest.mark.parametrize("character", ["中", "國", "〇", "㐀", "\U00020000", "\ufa0e"])
def test_a_chinese_character_is_han(character: str) -> None:
    assert is_han(character)


@pytest.mark.parametrize(
    "character", ["", "a", "é", "1", "，", "。", "「", "あ", "한", "Ａ", "\u3000"]
)
def test_marks_and_other_writing_are_not_han(character: str) -> None:
    assert not is_han(character)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("今天下雨。", "zh"),
        ("It is raining today.", "en"),
        ("导演李安（Ang Lee）获奖。", "zh"),
        ("李安（Ang Lee Productions Limited）", "zh"),
        ("Chiayi (嘉義市東區)", "en"),
        ("(嘉義)", "zh"),
        ("The word 关系 means a relationship.", "en"),
        ("他买了 iPhone 15 Pro。", "zh"),
        ("Élodie Dvořák", "en"),
        ("こんにちは、ありがとう", None),
        ("안녕하세요", None),
        ("2024-05-01 12:30", None),
        ("——……！？", None),
        ("", None),
    ],
)
def test_language_by_letters(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_a_latin_word_counts_as_one_character() -> None:
    assert han_share("我爱 Beijing") == pytest.approx(2 / 3)
    assert han_share("Beijing") == 0
    assert han_share("123") == 0
    assert han_share("北京") == 1


@pytest.mark.parametrize(
    ("text", "name", "share"),
    [
        ("這個國家的經濟發展很快。", "Hant", 1.0),
        ("这个国家的经济发展很快。", "Hans", 1.0),
        ("皇后在台上。", "Hans", 0.5),
        ("人山人海", "Hans", 0.5),
        ("Nothing Chinese", "Hans", 0.5),
        ("", "Hans", 0.5),
        ("這個國家這", "Hant", 1.0),
        ("這個國，这", "Hant", 0.75),
    ],
)
def test_script_by_telling_characters(text: str, name: str, share: float) -> None:
    script = detect_script(text)
    assert script.name == name
    assert script.share == pytest.approx(share)


def test_characters_that_both_scripts_use_do_not_tell() -> None:
    assert detect_script("後來皇后里長干涉").name == "Hant"
    assert detect_script("後來皇后里長干涉").share == 1.0


def test_conversion_goes_by_words() -> None:
    assert to_region("電腦的後面", "HK", "CN") == "电脑的后面"
    assert to_region("头发发现皇后", "CN", "HK") == "頭髮發現皇后"


@given(st.text(alphabet="这個国家经濟，。 a1\n后", max_size=60))
def test_a_share_is_never_below_one_half(text: str) -> None:
    assert 0.5 <= detect_script(text).share <= 1


def test_long_texts_are_read_in_linear_time() -> None:
    def read(count: int) -> None:
        for unit in ("國", "a", "(", "（國", "a-", "a'"):
            language_of(unit * count)
            detect_script(unit * count)

    check_proportion(read, 300_000)
    check_proportion(lambda count: to_region("國家" * count, "HK", "CN"), 50_000)


def test_in_one_script_both_are_alike_and_places_stay() -> None:
    text = "歐洲盟友，臺灣 ABC 𠮷野"
    assert in_one_script(text) == in_one_script("欧洲盟友，台湾 ABC 𠮷野")
    assert len(in_one_script(text)) == len(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("著名", "着名"),
        ("衛生", "衞生"),
        ("敘述", "敍述"),
        ("化妆", "化粧"),
        ("屋簷", "屋檐"),
        ("擡頭", "抬头"),
        ("麻痹", "麻痺"),
        ("鬪爭", "鬥爭"),
        ("薴烯", "苧烯"),
    ],
)
def test_regional_forms_are_one(one: str, other: str) -> None:
    assert in_one_form(one) == in_one_form(other)
    assert all(a in written_as(b) for a, b in zip(one, other, strict=True))


@given(st.text(st.characters(min_codepoint=0x2E80, max_codepoint=0x9FFF), max_size=30))
def test_one_form_keeps_places_and_is_its_own(text: str) -> None:
    assert len(in_one_form(text)) == len(text)
    assert in_one_form(in_one_form(text)) == in_one_form(text)
    assert in_one_form(in_one_script(text)) == in_one_form(text)


SEEDS = sorted(
    path
    for path in (Path(__file__).parent.parent / "seeds").iterdir()
    if path.suffix in (".txt", ".md", ".html", ".tsv")
    and detect_script(path.read_text(encoding="utf-8")).share > 0.5
)
TAIWANESE = (
    "抬頭看見屋簷下的燈籠，牠們揹著包袱，妳的姪女也不例外。麻痺的手臂按著軟體的滑鼠。"
    "潮汐鐘敲了三下，鍾先生說：「裡面的麵粉和麵條都發黴了。」她擡起頭，祕書在櫃檯後面。"
    "乾隆年間的畫像、后羿的傳說、瞭望臺上的慰藉，都寫進了這本原著。群眾從溪邊的床板上起身。"
    "砲聲漸遠，燄火又起，狸貓啣來一條魚，簷滴濺溼了鼇頭。"
)


@pytest.mark.parametrize("source", ["TW", "HK"])
@pytest.mark.parametrize("text", [TAIWANESE, *(path.read_text(encoding="utf-8") for path in SEEDS)])
def test_nothing_traditional_is_left_for_the_mainland(source: Region, text: str) -> None:
    is_simplified = detect_script(text).name == "Hans"
    converted = to_region(to_region(text, "CN", source) if is_simplified else text, source, "CN")
    assert (detect_script(converted).name, detect_script(converted).share) == ("Hans", 1.0)
    assert not set(converted) & set("擡簷痺睪牠妳揹姪砲燄衞裏")


def test_a_head_that_is_lifted_in_taiwan_is_lifted_on_the_mainland() -> None:
    assert to_region("抬頭看屋簷。", "TW", "CN") == "抬头看屋檐。"
    assert to_region("抬頭看着衞士。", "HK", "CN") == "抬头看着卫士。"
    assert to_region("原著裡，土著看著軟體。", "TW", "CN") == "原著里，土著看着软件。"


@pytest.mark.parametrize(
    ("taiwan", "hong_kong"),
    [
        ("潮汐鐘在塔裡。", "潮汐鐘在塔裏。"),
        ("鍾先生敲鐘。", "鍾先生敲鐘。"),
        ("她看著著名的群山。", "她看着著名的羣山。"),
        ("參加的人吃飯，說話。", "參加的人吃飯，説話。"),
        ("衛兵抬頭，秘書啟程。", "衞兵抬頭，秘書啟程。"),
        ("頭髮發白，皇后在後面。", "頭髮發白，皇后在後面。"),
    ],
)
def test_between_taiwan_and_hong_kong_nothing_goes_by_way_of_simplified(
    taiwan: str, hong_kong: str
) -> None:
    assert to_region(taiwan, "TW", "HK") == hong_kong
    assert to_region(hong_kong, "HK", "TW") == taiwan


def test_taiwan_has_words_of_its_own_and_hong_kong_keeps_smoke() -> None:
    assert to_region("打印軟件，煙火", "HK", "TW") == "列印軟體，煙火"
    assert to_region("软件在里面", "CN", "TW") == "軟體在裡面"


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_nothing_simplified_is_left_for_taiwan_or_hong_kong(path: Path) -> None:
    text = to_region(path.read_text(encoding="utf-8"), "TW", "CN")  # whatever it is in
    assert "什幺" not in text
    text = to_region(text, "CN", "TW")
    for converted in (text, to_region(text, "TW", "HK")):
        own = "峰床温秘税群脱痴粽悦户葱説卧囱"  # written there too
        assert detect_script(converted.translate(dict.fromkeys(map(ord, own)))).share == 1.0


@given(st.text(alphabet="這鐘鍾裡裏著着抬参參煙，。 a1\n后", max_size=40))
def test_regions_of_traditional_do_not_change_the_length(text: str) -> None:
    for source, target in (("TW", "HK"), ("HK", "TW"), ("TW", "CN"), ("HK", "CN")):
        assert len(to_region(text, source, target)) == len(text)  # type: ignore[arg-type]
