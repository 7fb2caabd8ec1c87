"""Where a glossary was not kept, and where a term has several renderings."""

from __future__ import annotations

from aligner.terms import Entry, Inconsistency, TextPair, Variant, inconsistencies

PAIRS: list[TextPair] = [
    ("峰會明天開始。", "The summit begins tomorrow."),
    ("峰会结束了。", "The summits are over."),
    ("峰會失敗了。", "The conference failed."),
    ("疫苗有效。", "The vaccine works."),
]


def kinds(found: list[Inconsistency], kind: str) -> list[Inconsistency]:
    return [one for one in found if one.kind == kind]


def test_a_term_rendered_otherwise_is_found_with_its_place_and_rendering() -> None:
    [one] = kinds(inconsistencies(PAIRS, [Entry("峰會", "summit")]), "otherwise")
    [rendering] = one.renderings
    [use] = rendering.uses
    assert (one.term, one.expected, use.pair) == ("峰會", ("summit",), 2)
    assert PAIRS[2][0][slice(*use.at)] == "峰會"
    assert rendering.text == "conference"
    assert use.rendered_at is not None
    assert PAIRS[2][1][slice(*use.rendered_at)] == "conference"


def test_variants_and_plurals_keep_a_glossary() -> None:
    glossary = [Entry("峰會", "summit", (), (Variant("conference"),))]
    assert not kinds(inconsistencies(PAIRS, glossary), "otherwise")


def test_a_term_with_two_entries_may_be_rendered_by_either() -> None:
    glossary = [Entry("峰會", "summit"), Entry("峰會", "conference")]
    assert not kinds(inconsistencies(PAIRS, glossary), "otherwise")


def test_english_may_be_the_source() -> None:
    glossary = [Entry("高峰會", "summit")]
    [one] = kinds(inconsistencies(PAIRS, glossary, source="en"), "otherwise")
    assert (one.term, one.expected) == ("summit", ("高峰會",))
    assert sorted(use.pair for r in one.renderings for use in r.uses) == [0, 1]


def test_several_renderings_of_a_term_are_found_without_a_glossary() -> None:
    pairs: list[TextPair] = [
        ("碳化硅很貴。", "Silicon carbide is expensive."),
        ("碳化硅很硬。", "Silicon carbide is hard."),
        ("衬底涨价。", "The price of substrates rises."),
        ("隔离很久。", "The quarantine was long."),
        ("隔离结束。", "The isolation is over."),
        ("隔离开始。", "The quarantine begins."),
    ]
    [one] = [o for o in kinds(inconsistencies(pairs), "several") if o.term == "隔离"]
    assert [(r.text, len(r.uses)) for r in one.renderings] == [("quarantine", 2), ("isolation", 1)]


def test_nothing_is_found_in_nothing() -> None:
    assert inconsistencies([], []) == []
    assert inconsistencies([("", "")], [Entry("峰會", "summit")]) == []
