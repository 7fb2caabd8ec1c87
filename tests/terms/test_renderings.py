"""The places of a term by its renderings, one of them chosen, the others to be changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from aligner.article import Language
from aligner.term import Term
from aligner.terms import (
    Entry,
    TextPair,
    Variant,
    renderings_of,
    to_be_changed,
    with_rendering,
    write_places,
)

PAIRS: list[TextPair] = [
    ("燈塔很高。", "The lighthouse is tall."),
    ("他住在城裡。", "He lives in the town."),
    ("燈塔管理員走了。", "The keeper of the beacon left."),
    ("兩座燈塔都亮了。", "Both lighthouses were lit."),
    ("他看了看燈塔。", "He looked."),
]
LIGHTHOUSE = Entry("燈塔", "lighthouse", en_variants=(Variant("beacon"),))


def test_each_pair_with_the_term_is_in_a_rendering() -> None:
    found = renderings_of(PAIRS, LIGHTHOUSE)
    assert {one.text: [use.pair for use in one.uses] for one in found} == {
        "lighthouse": [0, 3],
        "beacon": [2],
        "": [4],
    }
    for one in found:
        for use in one.uses:
            assert PAIRS[use.pair][0][slice(*use.at)] == "燈塔"
            if use.rendered_at:
                assert PAIRS[use.pair][1][slice(*use.rendered_at)].startswith(one.text)


def test_what_no_form_of_the_entry_is_comes_from_what_mining_links() -> None:
    pairs = [("燈塔管理員走了。", "The lighthouse keeper left.")] * 3
    found = renderings_of(pairs, Entry("燈塔", "beacon"))
    assert [(one.text, len(one.uses)) for one in found] == [("lighthouse", 3)]


def test_from_english_the_chinese_is_listed() -> None:
    found = renderings_of(PAIRS, LIGHTHOUSE, source="en")
    assert ("燈塔", [0, 2, 3]) in [(one.text, [use.pair for use in one.uses]) for one in found]


def test_a_term_that_stands_nowhere_has_none() -> None:
    assert renderings_of(PAIRS, Entry("貓", "cat")) == ()
    assert renderings_of([], LIGHTHOUSE) == ()
    assert renderings_of(PAIRS, Entry("", "cat")) == ()


@pytest.mark.parametrize(
    ("source", "text", "wanted"),
    [
        ("zh", "beacon", Term("燈塔", "beacon")),
        ("zh", "lighthouse", Term("燈塔", "lighthouse", (), ("lighthouses",))),
        ("en", "灯塔", Term("灯塔", "lighthouse", ("燈塔",), ("lighthouses", "beacon"))),
    ],
)
def test_a_rendering_is_taken_with_its_own_forms(source: Language, text: str, wanted: Term) -> None:
    term = Term("燈塔", "lighthouse", (), ("lighthouses", "beacon"), "rejected")
    assert with_rendering(term, text, source=source) == wanted


def test_the_others_are_to_be_changed_and_written(tmp_path: Path) -> None:
    found = renderings_of(PAIRS, LIGHTHOUSE)
    wrong = to_be_changed(found, Term("燈塔", "lighthouse"))
    assert [one.text for one in wrong] == ["beacon", ""]
    path = tmp_path / "places.tsv"
    assert write_places(path, wrong, PAIRS, lambda number: f"book {number + 1}") == 2
    assert path.read_text(encoding="utf-8").splitlines() == [
        "place\trendering\tzh\ten",
        "book 3\tbeacon\t燈塔管理員走了。\tThe keeper of the beacon left.",
        "book 5\t\t他看了看燈塔。\tHe looked.",
    ]


def test_a_table_has_a_line_a_place_whatever_the_text(tmp_path: Path) -> None:
    pairs = [("燈塔\t\n很高", "The\r\nbeacon\tis \ud800 tall")]
    wrong = renderings_of(pairs, LIGHTHOUSE)
    path = tmp_path / "places.tsv"
    assert write_places(path, wrong, pairs, str) == 1
    [_, line] = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    assert len(line.split("\t")) == 4
