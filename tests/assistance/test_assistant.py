"""What there is for a segment: matches of a memory, terms with their renderings, concordance."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from aligner.assistance import Assistance, Assistant, Segment
from aligner.memory import Memory
from aligner.term import Term
from aligner.terms import Entry, Variant
from aligner.unit import Unit

UNITS = [
    Unit("渡船每天早上六點開。", "The ferry leaves at six every morning."),
    Unit("渡船每天早上七點開。", "The ferry leaves at seven every morning."),
    Unit("渡船停在對岸。", "The ferry is on the far bank."),
    Unit("老闆娘在煮茶。", "The landlady is making tea."),
]
TERMS = (
    Term("渡船", "ferry", zh_variants=("渡輪",), en_variants=("ferryboat",)),
    Term("船", "boat"),
    Term("早上", "dawn", decision="rejected"),
)


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    path = tmp_path / "memory.sqlite3"
    with Memory(path, to_add=True) as opened:
        opened.add(UNITS, "ferry.tmx")
    return path


def assist(assistant: Assistant, zh: str, en: str = "", **more: str) -> Assistance:
    return assistant.assist(Segment(zh, en, "zh"), TERMS, **more)


def test_matches_come_best_first_with_their_percentage_and_differences(memory: Path) -> None:
    found = assist(Assistant(memory), "渡船每天早上七點開。")
    assert [match.percent for match in found.matches] == [100, 90]
    best, near = found.matches
    assert best.target == "The ferry leaves at seven every morning."
    assert near.origin == "ferry.tmx"
    changed = [(run.theirs, run.ours) for run in near.differences if run.kind == "changed"]
    assert changed == [("六", "七")]
    assert "".join(run.theirs for run in near.differences) == near.source


def test_english_is_looked_up_where_it_is_translated_from(memory: Path) -> None:
    segment = Segment("", "The ferry leaves at six every evening.", "en")
    found = Assistant(memory).assist(segment, TERMS)
    assert found.matches[0].target == "渡船每天早上六點開。"
    assert [(term.term, term.renderings) for term in found.terms] == [("ferry", ("渡船", "渡輪"))]


def test_the_longest_term_is_suggested_once_with_its_renderings() -> None:
    found = assist(Assistant(), "渡輪來了，渡船走了，船空了。", "The ferryboat came.")
    assert [(term.term, term.renderings) for term in found.terms] == [
        ("渡輪", ("ferry", "ferryboat")),
        ("渡船", ("ferry", "ferryboat")),
        ("船", ("boat",)),
    ]
    assert [term.is_rendered for term in found.terms] == [True, True, False]
    assert [term.start for term in found.terms] == [0, 5, 10]


def test_a_term_that_was_turned_down_and_a_form_not_to_be_used_are_not_suggested() -> None:
    banned = Entry("老闆娘", "landlady", en_variants=(Variant("hostess", status="forbidden"),))
    found = assist(Assistant(entries=[banned]), "早上老闆娘在煮茶。")
    assert [(term.term, term.renderings) for term in found.terms] == [("老闆娘", ("landlady",))]


def test_several_glossaries_give_their_renderings_in_order() -> None:
    found = assist(Assistant(entries=[Entry("渡船", "passenger ferry")]), "渡船")
    assert found.terms[0].renderings == ("ferry", "ferryboat", "passenger ferry")


def test_what_can_be_inserted_is_targets_then_terms(memory: Path) -> None:
    found = assist(Assistant(memory), "渡船停在對岸。")
    assert found.insertions == ("The ferry is on the far bank.", "ferry")


def test_a_phrase_is_looked_up_in_either_language(memory: Path) -> None:
    assistant = Assistant(memory)
    for phrase, total in (("渡船", 3), ("ferry leaves", 2), ("火車", 0)):
        found = assist(assistant, "別的。", phrase=phrase).concordance
        assert found is not None
        assert found.total == total
    assert assist(assistant, "別的。", phrase="  ").concordance is None


def test_without_a_memory_there_are_terms_alone() -> None:
    found = assist(Assistant(), "渡船停在對岸。", phrase="渡船")
    assert (found.matches, found.concordance, found.problem) == ((), None, "")
    assert len(found.terms) == 1


@pytest.mark.parametrize("content", [None, b"", b"no database at all, but long enough to be one"])
def test_a_memory_that_cannot_be_used_is_a_sentence_beside_the_terms(
    tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "memory.sqlite3"
    if content is not None:
        path.write_bytes(content)
    assistant = Assistant(path)
    for _ in range(2):
        found = assist(assistant, "渡船停在對岸。", phrase="渡船")
        assert str(path) in found.problem
        assert found.problem.endswith((".", "FILE"))
        assert len(found.terms) == 1
    assert assistant.has_sources
    assert (path.read_bytes() if content is not None else None) == content


def test_a_text_without_anything_in_it_or_without_an_end_finds_nothing(memory: Path) -> None:
    assistant = Assistant(memory)
    for text in ("", " \n", "渡船" * 50_000):
        assert assist(assistant, text).matches == ()


def test_threads_may_ask_in_turn_and_after_the_end(memory: Path) -> None:
    assistant = Assistant(memory)
    with ThreadPoolExecutor(4) as pool:
        texts = [f"渡船每天早上{n}點開。" for n in "一二三四五六七八"]
        found = list(pool.map(lambda text: assist(assistant, text), texts))
    assert [one.segment.zh for one in found] == texts
    assert all(one.matches and not one.problem for one in found)
    assistant.close()
    assert assist(assistant, "渡船停在對岸。").matches == ()
