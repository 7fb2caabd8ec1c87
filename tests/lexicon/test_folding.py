"""Which texts are the same: one list of pairs of texts, asked of all five services."""

from __future__ import annotations

import tempfile
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.article import Language
from aligner.bitext.search import find_in_text
from aligner.checks import Consistency
from aligner.explain import marks, token_matches
from aligner.lexicon import (
    MEMORY,
    SEARCH,
    SERVICES,
    Service,
    fold,
    fold_characters,
    fold_in_place,
    spellings,
)
from aligner.memory import Memory
from aligner.script import in_one_script
from aligner.terms import Entry, Matcher
from aligner.unit import Unit

Case = tuple[Language, str, str, str]
"""Language, two texts, and the services for which they are the same, by their first letters."""

ALL = "MSCGE"
CASES: list[Case] = [
    # script
    ("zh", "記憶庫", "记忆库", ALL),
    ("zh", "後來", "后来", ALL),
    ("zh", "這裡", "这里", ALL),
    ("zh", "歐洲盟友", "欧洲盟友", ALL),
    ("zh", "姪女", "侄女", ALL),
    ("zh", "牠們", "它们", ALL),
    ("zh", "砲聲", "炮声", ALL),
    # regional forms
    ("zh", "著名", "着名", ALL),
    ("zh", "看著", "看着", ALL),
    ("zh", "敘述", "敍述", ALL),
    ("zh", "叙述", "敍述", ALL),
    ("zh", "化妆", "化粧", ALL),
    ("zh", "化妝", "化粧", ALL),
    ("zh", "衛生", "衞生", ALL),
    ("zh", "卫生", "衞生", ALL),
    ("zh", "屋簷", "屋檐", ALL),
    ("zh", "擡頭", "抬头", ALL),
    ("zh", "麻痹", "麻痺", ALL),
    ("zh", "群眾", "羣眾", ALL),
    ("zh", "這裡面", "這裏面", ALL),
    ("zh", "說明", "説明", ALL),
    ("zh", "鬪爭", "斗争", ALL),
    ("zh", "靑年", "青年", ALL),
    # width
    ("zh", "ＡＢ技術", "AB技術", ALL),
    ("zh", "第３１２號", "第312號", ALL),
    ("en", "ＡＢＣ company", "ABC company", ALL),
    ("en", "lamp １２３", "lamp 123", ALL),
    ("zh", "看！燈塔", "看!灯塔", ALL),
    ("zh", "約～三百米", "约~三百米", ALL),
    # radicals and compatibility forms
    ("zh", "⼯程師", "工程師", ALL),
    ("zh", "⼤⼈物", "大人物", ALL),
    ("zh", "⻳山島", "龟山岛", ALL),
    ("zh", "快\uf914", "快樂", ALL),
    # composition
    ("en", "café owner", "cafe\u0301 owner", ALL),
    ("en", "Dvořák hall", "Dvor\u030ca\u0301k hall", ALL),
    ("zh", "Café文化", "Cafe\u0301文化", ALL),
    # quotation marks
    ("en", "the keeper's lamp", "the keeper’s lamp", ALL),
    ("en", "O'Brien street", "O’Brien street", ALL),
    ("en", "the lamp's 'own' light", "the lamp’s ‘own’ light", ALL),
    ("zh", "他說「好」嗎", "他说“好”吗", ALL),
    ("zh", "他說『好』嗎", "他说‘好’吗", ALL),
    ("zh", "「燈塔」號", '"灯塔"号', ALL),
    # hyphens
    ("en", "well-known keeper", "well\u2011known keeper", ALL),
    ("en", "well-known keeper", "well\u2010known keeper", ALL),
    ("en", "light\u00adhouse keeper", "lighthouse keeper", ALL),
    ("zh", "COVID-19疫情", "COVID\u201119疫情", ALL),
    ("zh", "燈\u00ad塔", "灯塔", ALL),
    # white space
    ("en", "the  lamp\u00a0keeper", "the lamp keeper", ALL),
    ("en", "the lamp\u3000keeper", "the lamp keeper", ALL),
    ("zh", "AI\u3000技術", "AI 技术", ALL),
    ("zh", "AI 技術", "AI技術", "ME"),
    ("zh", "燈塔 管理員", "燈塔管理員", "M"),
    # capitals
    ("en", "The Lamp Keeper", "the lamp keeper", ALL),
    ("zh", "AI技術", "ai技術", ALL),
    ("en", "WHO experts", "who experts", "MSCE"),
    # what says something else
    ("zh", "燈塔", "塔燈", ""),
    ("zh", "停火", "停火草案", ""),
    ("zh", "計劃", "計画", ""),
    ("zh", "十平方米", "十米", ""),
    ("zh", "第312號", "第313號", ""),
    ("zh", "好嗎？", "好嗎", ""),
    ("en", "lamp keeper", "lampkeeper", ""),
    ("en", "well-known keeper", "well known keeper", "GE"),
    ("en", "the lamp", "the ramp", ""),
    ("en", "cafe owner", "café owner", ""),
    ("en", "10² metres", "102 metres", ""),
    ("en", "lamp – keeper", "lamp - keeper", "GE"),
]


def same_for_memory(language: Language, one: str, other: str) -> bool:
    kept = Unit(one, "It is.") if language == "zh" else Unit("是。", one)
    with (
        tempfile.TemporaryDirectory() as folder,
        Memory(Path(folder) / "memory", to_add=True) as memory,
    ):
        memory.add([kept], "one")
        return len(memory.exact_matches(other, language)) == 1


def same_for_search(language: Language, one: str, other: str) -> bool:
    return find_in_text(one, other) == [(0, len(one))]


def same_for_consistency(language: Language, one: str, other: str) -> bool:
    ledger = Consistency()
    for text in (one, other):
        ledger.add(*((text, "It is.") if language == "zh" else ("是。", text)))
    return not list(ledger.findings())


def same_for_glossary(language: Language, one: str, other: str) -> bool:
    entry = Entry(one, "it") if language == "zh" else Entry("它", one)
    found = Matcher([entry]).find(f" {other} ", language)
    return [(match.start, match.end) for match in found] == [(1, 1 + len(other))]


SENTENCE: dict[Language, str] = {
    "zh": "WHO的燈塔管理員在COVID-19疫情中說O'Brien是第312號",
    "en": "The WHO keeper O'Brien said well-known lamp 312 in COVID-19",
}


def same_for_explanation(language: Language, one: str, other: str) -> bool:
    return explained(language, one) == explained(language, other)


def explained(language: Language, text: str) -> object:
    """What is explained of a text beside a sentence, in words rather than in places."""
    zh, en = (text, SENTENCE["en"]) if language == "zh" else (SENTENCE["zh"], text)
    answers = [
        (fold(zh[slice(*m.zh)], SEARCH), fold(en[slice(*m.en)], SEARCH), round(m.strength, 4))
        for m in token_matches(zh, en)
    ]
    told = [[(fold(m.text, SEARCH), m.found) for m in side] for side in marks(zh, en)]
    return answers, told


ASKED = {
    "M": same_for_memory,
    "S": same_for_search,
    "C": same_for_consistency,
    "G": same_for_glossary,
}


@pytest.mark.parametrize(("language", "one", "other", "services"), CASES)
def test_services_agree_on_which_texts_are_the_same(
    language: Language, one: str, other: str, services: str
) -> None:
    for text in (one, other):
        assert all(asked(language, text, text) for asked in ASKED.values())
    found = {
        name
        for name, asked in ASKED.items()
        if asked(language, one, other) and asked(language, other, one)
    }
    assert found == set(services) - {"E"}
    # Texts that say something else may well be explained alike.
    assert "E" not in services or same_for_explanation(language, one, other)


MIXED_CHARACTERS = "記记衛衞著着⼯工，, 「」“\"ＡaÀİ1１\u3000\xad\u2011-\n.’'é\u0301\uf914"
MIXED = st.text(st.sampled_from(MIXED_CHARACTERS), max_size=30)
service = pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.name)


@service
@given(text=st.text() | MIXED)
def test_a_key_is_its_own_key_whatever_the_encoding(service: Service, text: str) -> None:
    whole = fold(text, service)
    assert fold(whole, service) == whole
    assert fold(in_one_script(text), service) == whole
    for form in ("NFC", "NFD"):
        assert fold(unicodedata.normalize(form, text), service) == whole


@service
@given(text=st.text() | MIXED)
def test_characters_stay_in_their_places(service: Service, text: str) -> None:
    assert len(fold_characters(text, service)) == len(text)


@service
@given(text=st.text() | MIXED, data=st.data())
def test_places_lead_back_to_the_text(service: Service, text: str, data: st.DataObject) -> None:
    folded = fold_in_place(text, service)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    first, last = folded.span(start, end)
    assert 0 <= first <= last <= len(text)
    assert folded.span(0, len(folded.text))[1] == len(text)


def test_an_accent_that_is_two_accents_stands_where_its_letter_does() -> None:
    folded = fold_in_place("b\u0344c", SEARCH)
    assert folded.text == "b\u0308\u0301c"
    assert folded.span(0, 3) == (0, 2)
    assert folded.span(2, 3) == (1, 2)
    assert folded.span(3, 4) == (2, 3)


@given(MIXED.filter(lambda text: "\u0301\u0301" not in text), st.data())
def test_what_is_folded_in_place_is_what_is_folded(text: str, data: st.DataObject) -> None:
    folded = fold_in_place(text, SEARCH)
    assert " ".join(folded.text.split()) == fold(text, SEARCH)
    place = data.draw(st.integers(0, max(len(folded.text) - 1, 0)))
    part = text[slice(*folded.span(place, min(place + 1, len(folded.text))))]
    assert folded.text[place : place + 1].strip() in fold(part, SEARCH)


@given(st.text(st.sampled_from("記憶庫「」“”，。ab \u3000"), max_size=12))
def test_only_the_memory_drops_a_space_beside_han(text: str) -> None:
    assert fold(text, MEMORY) == fold(text.replace("\u3000", " "), MEMORY)
    assert fold(f"燈 {text}", MEMORY) == fold(f"燈{text}", MEMORY)


def test_every_spelling_is_folded_to_one_and_every_one_is_known() -> None:
    alike: dict[str, set[str]] = {}
    for code in (*range(0x21, 0x180), *range(0x2010, 0x2030), *range(0x2E80, 0xD800)):
        character = chr(code)
        alike.setdefault(fold_characters(character, SEARCH), set()).add(character)
    for plain, characters in alike.items():
        if not plain.isspace():
            for character in characters:
                assert characters <= spellings(character), (character, characters)
