"""Carets in the texts of a pair: before it is split, before a term is taken."""

from __future__ import annotations

from aligner.bitext import Bitext
from tests.samples import one_pair
from tests.tui.driving import Sitting, played
from tui.carets import Carets, split_carets, term_carets

ZH = "他關上門，走下樓梯。霧散了，👩‍🚀海很靜。"
EN = "He closed the door, and went down. The fog lifted; 海 the sea was calm."


def pair() -> Bitext:
    return one_pair(ZH, EN)


def around(carets: Carets) -> tuple[str, str, str, str]:
    """Both texts, each divided at its caret."""
    zh, en = carets.zh.at, carets.en.at
    return carets.zh_text[:zh], carets.zh_text[zh:], carets.en_text[:en], carets.en_text[en:]


def test_a_split_begins_where_a_sentence_ends_on_both_sides() -> None:
    zh, _, en, _ = around(split_carets(ZH, EN, "zh"))
    assert (zh, en) == ("他關上門，走下樓梯。", "He closed the door, and went down. ")
    assert split_carets(ZH, EN, "en").language == "en"
    assert around(split_carets(ZH, EN, "en"))[2] == en


def test_a_split_without_an_end_of_a_sentence_begins_at_a_clause_or_in_the_middle() -> None:
    assert around(split_carets("走了，海靜", "gone calm", "zh"))[0] == "走了，"
    assert around(split_carets("海靜", "sea", "zh"))[0] == "海"
    assert around(split_carets("", "", "zh")) == ("", "", "", "")


def test_the_other_caret_follows_until_it_is_moved_itself() -> None:
    carets = split_carets(ZH, EN, "zh")
    moved = carets.pressed("end")
    assert moved is not None
    assert moved.zh.at == len(ZH)
    alone = moved.pressed("tab")
    assert alone is not None
    back = alone.pressed("left")
    assert back is not None
    assert back.en.at == alone.en.at - 1
    other = back.pressed("tab")
    assert other is not None
    again = other.pressed("home")
    assert again is not None
    assert (again.zh.at, again.en.at) == (0, back.en.at)


def test_carets_stay_in_their_texts() -> None:
    carets = split_carets(ZH, EN, "zh").placed("zh", 10_000)
    assert carets.zh.at == len(ZH)
    carets = carets.placed("zh", -5)
    assert carets.zh.at == 0
    for key in ("left", "ctrl+left", "home", "right", "ctrl+right", "end", "space", "backspace"):
        pressed = carets.pressed(key)
        assert pressed is not None
        assert 0 <= pressed.zh.at <= len(ZH)
    assert carets.pressed("z") is None


def test_a_jump_stops_behind_marks_and_spaces() -> None:
    carets: Carets | None = split_carets(ZH, EN, "zh").placed("zh", 0)
    stops = []
    for _ in range(5):
        assert carets is not None
        carets = carets.pressed("ctrl+right")
        assert carets is not None
        stops.append(carets.zh_text[: carets.zh.at][-1])
    assert stops == ["，", "。", "，", "。", "。"]


def test_a_term_begins_with_the_first_word_of_each_side() -> None:
    carets = term_carets("「海」很靜。", "“The sea was calm.”", "en")
    assert carets.language == "en"
    assert carets.zh_text[slice(*carets.zh.span)] == "海"
    assert carets.en_text[slice(*carets.en.span)] == "The"
    assert term_carets("……", "", "zh").zh.span == (0, 0)


def test_words_are_marked_from_the_anchor_either_way() -> None:
    carets: Carets | None = term_carets(ZH, EN, "zh").placed("zh", 3)
    for key in ("shift+right", "shift+right"):
        assert carets is not None
        carets = carets.pressed(key)
    assert carets is not None
    assert carets.zh.span == (3, 5)
    for key in ("shift+left",) * 4:
        assert carets is not None
        carets = carets.pressed(key)
    assert carets is not None
    assert carets.zh.span == (1, 3)


@played(pair)
async def test_the_caret_stands_on_wide_characters_and_is_drawn_in_their_cells(at: Sitting) -> None:
    await at.press("s")
    widths = {len(set(map(cells, at.lines())))}
    for _ in range(len(ZH)):
        await at.press("left")
        widths.add(len(set(map(cells, at.lines()))))
    assert widths == {1}
    await at.press("escape")
    assert at.review.carets is None
    assert len(at.pairs) == 1


def cells(line: str) -> int:
    from aligner.cells import width

    return width(line)


@played(pair)
async def test_a_split_divides_where_the_carets_are(at: Sitting) -> None:
    await at.press("s", "home", "ctrl+right", "tab", "home", "ctrl+right", "enter")
    assert [pair.zh_text for pair in at.pairs] == ["他關上門，", ZH.removeprefix("他關上門，")]
    assert [pair.en_text for pair in at.pairs] == ["He", EN.removeprefix("He ")]
    await at.press("ctrl+z")
    assert at.bitext == pair()


@played(pair)
async def test_a_split_at_both_ends_is_refused(at: Sitting) -> None:
    await at.press("s", "home", "tab", "home", "enter")
    assert at.message.endswith(".")
    assert at.bitext == pair()


@played(pair)
async def test_other_keys_do_nothing_while_a_caret_is_out(at: Sitting) -> None:
    await at.press("s")
    for key in ("a", "m", "X", "n", "e", "ctrl+z", "ctrl+s", "g", "霧"):
        await at.press(key)
    assert at.review.carets is not None
    assert at.bitext == pair()
    await at.press("f1", "escape", "s")
    assert len(at.pairs) == 2


@played(pair)
async def test_a_term_is_taken_from_both_sides_and_undone(at: Sitting) -> None:
    await at.press("t")
    assert at.review.carets is not None
    await at.press("home", "right", "right", "shift+right", "shift+right")
    await at.press("tab", "home", *["right"] * 3, *["shift+right"] * 6, "enter")
    assert [(term.zh, term.en) for term in at.bitext.terms] == [("上門", "closed")]
    assert at.message == "Term: 上門 = closed"
    await at.press("ctrl+z")
    assert at.bitext == pair()


@played(pair)
async def test_a_term_needs_words_on_both_sides(at: Sitting) -> None:
    await at.press("t", "home", "enter")
    assert at.review.carets is not None
    assert "both sides" in at.message


@played(pair)
async def test_a_term_begins_at_words_that_answer_to_each_other_where_they_are_known(
    at: Sitting,
) -> None:
    await at.explained()
    await at.press("t")
    assert at.review.carets is not None
    known = at.review.explainer.known(at.pair)
    assert known is not None
    spans = {(match.zh, match.en) for match in known.matches}
    assert not spans or (at.review.carets.zh.span, at.review.carets.en.span) in spans
