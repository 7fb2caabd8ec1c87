"""Sections of one side against those of the other, and the walls between them."""

from __future__ import annotations

from aligner.article import Language, ParagraphKind
from aligner.formats import Block
from aligner.formats.passage import whole
from aligner.reading.sections import divide, divide_books, walls


def block(text: str, section: int = 0, kind: ParagraphKind = "body") -> Block:
    """Return a block as a format gives it."""
    language: Language = "en" if text.isascii() else "zh"
    return Block(whole(text), kind, language=language, section=section)


def sections(side: list[Block]) -> list[int]:
    """Return the section of each block."""
    return [one.section for one in side]


def test_slides_that_hold_both_languages_are_walls() -> None:
    zh = [block("船到了。", 0), block("霧散了。", 1), block("人走了。", 1)]
    en = [block("The boat came.", 0), block("The mist lifted.", 1)]
    divided = divide(zh, en)
    assert [sections(side) for side in divided] == [[0, 1, 1], [0, 1]]


def test_slides_of_one_language_each_are_none() -> None:
    zh = [block("船到了。", 0), block("霧散了。", 1)]
    en = [block("The boat came.", 2), block("The mist lifted.", 3)]
    assert [sections(side) for side in divide(zh, en)] == [[0, 0], [0, 0]]


def test_slides_of_two_files_are_none() -> None:
    sides = divide_books([block("船到了。", 3)], [block("The boat", 3), block("came.", 4)], ())
    assert [sections(side) for side in sides] == [[0], [0, 0]]


def test_notes_stand_behind_the_text_in_a_section_of_their_own() -> None:
    zh = [block("見圖。", 0, "note"), block("船到了。", 0)]
    en = [block("The boat came."), block("See the picture.", 0, "note"), block("It left.")]
    for divided in (divide(zh, en), divide_books(zh, en, ())):
        assert [sections(side) for side in divided] == [[0, 1], [0, 0, 1]]
        assert [one.kind for one in divided[1]] == ["body", "body", "note"]


def test_walls_stand_where_both_sides_change_section() -> None:
    assert walls([0, 0, 1, 3], [0, 2, 3, 3]) == ((2, 1), (3, 1), (3, 2))
    assert walls([0, 0], [0]) == ()
    assert walls([], []) == ()
    assert walls([0], [1]) == ((1, 0),)
