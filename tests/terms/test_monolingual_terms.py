"""Terms of a Chinese text that recur and are in no glossary."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aligner.script import to_region
from aligner.terms import Entry, Matcher, TermChecker, Variant
from aligner.terms.monolingual_terms import MIN_SENTENCES, find_monolingual_terms
from tests.effort import check_proportion

ARTICLE = [
    "燈塔管理員每晚點亮菲涅耳透鏡。",
    "菲涅耳透鏡是一八二二年發明的。",
    "霧號比透鏡更難保養，燈塔管理員說。",
    "漁民仍然靠霧號找到航道，這是很重要的。",
    "「守夜」是一個很重要的計劃，明年開始。",
    "他們把「守夜」交給了漁民。",
]
NOTHING = Matcher([])


def terms(sentences: list[str], *known: Entry) -> list[str]:
    return [found.text for found in find_monolingual_terms(sentences, Matcher(known))]


def test_what_recurs_is_found_and_what_does_not_is_not() -> None:
    found = terms(ARTICLE)
    assert {"霧號", "漁民", "守夜"} <= set(found)
    assert "航道" not in found


def test_everyday_words_are_no_terms() -> None:
    assert not {"重要", "他們", "仍然", "這是", "計劃"} & set(terms(ARTICLE * 2))
    assert terms(["他们昨天已经开始工作了。", "他们今天也已经开始工作。"]) == []


def test_what_most_sentences_have_is_found() -> None:
    behind = ["壞了", "很舊", "停了", "在修", "又響起來", "不響", "安靜下來", "是新的"]
    article = [f"那霧號{what}。" for what in behind] * 6
    assert "霧號" in terms([f"{n}，{text}" for n, text in enumerate(article)])


def test_whoever_does_something_is_a_term_though_a_verb_begins_it() -> None:
    assert "修鐘匠" in terms(["修鐘匠來了。", "鎮上只有一個修鐘匠。"])
    assert "進行談判" not in terms(["他們進行談判。", "我們進行談判。"])


def test_count_and_place_are_those_of_the_sentences() -> None:
    found = {one.text: one for one in find_monolingual_terms(ARTICLE, NOTHING)}
    assert (found["霧號"].count, found["霧號"].sentence, found["霧號"].at) == (2, 2, (0, 2))
    assert (found["守夜"].count, found["守夜"].sentence, found["守夜"].at) == (2, 4, (1, 3))


def test_the_longer_term_stands_for_what_is_only_seen_inside_it() -> None:
    found = terms(ARTICLE)
    assert "燈塔管理員" in found
    assert "燈塔" not in found
    found = terms([*ARTICLE, "燈塔今晚沒有亮。"])
    assert {"燈塔管理員", "燈塔"} <= set(found)


def test_what_a_glossary_has_is_decided_in_either_script_and_variant() -> None:
    known = Entry("雾笛", "foghorn", (Variant("雾号"),))
    assert "霧號" not in terms(ARTICLE, known)
    assert "霧號" not in [u.text for u in find_monolingual_terms(ARTICLE, TermChecker([known]))]


def test_a_part_of_a_known_term_is_decided_where_it_stands_in_it() -> None:
    found = terms(ARTICLE, Entry("燈塔管理員", "lighthouse keeper"))
    assert not [term for term in found if "管理" in term or "燈塔" in term]


def test_two_known_terms_side_by_side_are_decided() -> None:
    known = Entry("燈塔", "lighthouse"), Entry("管理員", "keeper")
    assert not [term for term in terms(ARTICLE, *known) if "管理" in term]


def test_a_known_term_does_not_hide_what_holds_it() -> None:
    assert "燈塔管理員" in terms(ARTICLE, Entry("燈塔", "lighthouse"))


def test_a_repeated_sentence_is_one() -> None:
    assert terms(["霧號壞了。", "霧號壞了。", "雾号坏了。"]) == []


def test_both_scripts_are_one_term() -> None:
    (found,) = find_monolingual_terms(["霧號壞了。", "人們修好了雾号。"], NOTHING)
    assert (found.text, found.count) == ("霧號", 2)


def test_runs_that_always_overlap_are_one_name() -> None:
    name = "海洋鐘錶博物館檔案資料中心"
    assert name in terms([f"{name}昨天開幕。", f"記者採訪了{name}。"])


def test_nothing_comes_of_nothing() -> None:
    assert terms([]) == terms(["", " ", "\n"]) == terms(["The fog.", "A fog."]) == []


LETTERS = "燈塔灯霧號管理員的，。「」a\ud800\U00020000"
TEXTS = st.lists(st.text(LETTERS, max_size=20), max_size=8)
ODD = st.lists(st.text(LETTERS + "İ", max_size=20), max_size=8)


@given(ODD)
def test_each_is_a_stretch_of_a_sentence_that_recurs(sentences: list[str]) -> None:
    found = find_monolingual_terms(sentences, NOTHING)
    for one in found:
        assert sentences[one.sentence][slice(*one.at)] == one.text
        assert MIN_SENTENCES <= one.count <= len(sentences)
    assert len({one.text for one in found}) == len(found)


@given(TEXTS)
def test_a_converted_text_holds_as_many(sentences: list[str]) -> None:
    def counted(texts: list[str]) -> list[tuple[str, int]]:
        return sorted(
            (to_region(u.text, "HK", "CN"), u.count) for u in find_monolingual_terms(texts, NOTHING)
        )

    assert counted(sentences) == counted([to_region(text, "HK", "CN") for text in sentences])


def test_a_long_text_and_a_sentence_without_end_take_no_time() -> None:
    def find(count: int) -> None:
        find_monolingual_terms([f"第{n}天，{ARTICLE[n % 6]}" for n in range(count)], NOTHING)

    check_proportion(find, 2_000)
    check_proportion(
        lambda count: find_monolingual_terms(["霧號燈塔" * count] * 3, NOTHING), 100_000
    )
