"""What a new version of an article leaves of a project."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.alignment import Bead, Fixed
from aligner.article import Article
from aligner.bitext import WHOLE, Bitext, Pair, begins_paragraph, pair_up
from aligner.edits import annotate, confirm, exclude, insert, move_down, rewrite, split
from aligner.project.integrity import check_bitext
from aligner.updating import Update, update
from tests.effort import check_proportion
from tests.updating.texts import article, en, in_order, project, ships, zh


def never(_: Article, __: Sequence[Fixed]) -> list[Bead]:
    raise AssertionError("there is nothing to align")


def confirmed(bitext: Bitext) -> Bitext:
    return replace(bitext, pairs=tuple(replace(pair, status="confirmed") for pair in bitext.pairs))


def texts(found: Update) -> list[tuple[str, str, str]]:
    return [(pair.zh_text, pair.en_text, pair.status) for pair in found.bitext.pairs]


def test_the_same_article_keeps_everything_and_aligns_nothing() -> None:
    old = project(ships(range(6)))
    old = confirm(old, 1)(old)
    old = annotate(old, 2, "ask the captain")(old)
    old = rewrite(old, 3, zh(3), "The third ship was off at dawn.")(old)
    old = exclude(old, 4)(old)
    found = update(old, ships(range(6)), never)
    assert found.is_empty
    assert found.bitext == old
    assert found.kept == 6


def test_a_new_sentence_is_aligned_and_its_neighbours_stay() -> None:
    old = confirmed(project(ships(range(6))))
    found = update(old, ships([0, 1, 2, "another", 3, 4, 5]), in_order)
    assert found.kept == 6
    assert found.new == (3,)
    assert (found.changed, found.gone) == ((), ())
    assert texts(found)[3] == (zh("another"), en("another"), "proposed")
    assert {status for _, _, status in texts(found)} == {"confirmed", "proposed"}


def test_text_that_a_translator_wrote_stays_over_a_source_that_stays() -> None:
    old = project(ships(range(4)))
    old = rewrite(old, 2, zh(2), "Mine.")(old)
    found = update(old, ships(["new", 0, 1, 2, 3]), in_order)
    assert texts(found)[3] == (zh(2), "Mine.", "edited")


def test_a_pair_with_one_side_changed_is_to_be_looked_at_again() -> None:
    old = project(ships(range(4)))
    old = annotate(old, 1, "ask")(old)
    old = rewrite(old, 1, zh(1), "Mine.")(old)
    new = article([zh(0), "第1艘船在傍晚離開了港口。", zh(2), zh(3)], [en(n) for n in range(4)])
    found = update(old, new, in_order)
    assert texts(found)[1] == ("第1艘船在傍晚離開了港口。", "Mine.", "review")
    assert found.bitext.pairs[1].note == f"ask\nWas: {zh(1)}"
    assert [change.place for change in found.changed] == [1]
    assert found.gone == ()


def test_text_of_a_translator_goes_into_the_remark_where_its_side_has_changed() -> None:
    old = project(ships(range(4)))
    old = rewrite(old, 1, zh(1), "Mine.")(old)
    new = article([zh(n) for n in range(4)], [en(0), "Ship number 1 left at dusk.", en(2), en(3)])
    found = update(old, new, in_order)
    assert texts(found)[1] == (zh(1), "Ship number 1 left at dusk.", "review")
    assert found.bitext.pairs[1].note == "Was: Mine."


def test_a_pair_that_nobody_has_touched_changes_without_a_remark() -> None:
    old = project(ships(range(4)))
    new = article([zh(n) for n in range(4)], [en(0), "Ship number 1 left at dusk.", en(2), en(3)])
    found = update(old, new, in_order)
    assert texts(found)[1] == (zh(1), "Ship number 1 left at dusk.", "proposed")
    assert found.bitext.pairs[1].note == ""
    assert len(found.changed) == 1


def test_text_that_is_gone_is_listed() -> None:
    old = project(ships(range(4)))
    old = rewrite(old, 2, zh(2), "Mine.")(old)
    found = update(old, ships([0, 3]), never)
    assert [pair.zh_text for pair in found.gone] == [zh(1), zh(2)]
    assert [pair.en_text for pair in found.gone_by_hand] == ["Mine."]
    assert found.kept == 2


def test_a_paragraph_that_has_moved_keeps_what_was_decided() -> None:
    old = project(ships(range(8)))
    old = rewrite(old, 1, zh(1), "Mine.")(old)
    found = update(old, ships([0, 2, 3, 4, 5, 6, 1, 7]), in_order)
    assert texts(found)[6] == (zh(1), "Mine.", "edited")
    assert (found.changed, found.new, found.gone) == ((), (), ())


def test_a_text_without_a_counterpart_gets_the_one_that_is_new() -> None:
    old = project(article([zh(n) for n in range(3)], [en(0), en(2)]))
    old = replace(
        old,
        pairs=(
            Pair((0,), (0,), zh(0), en(0), 0.9),
            Pair((1,), (), zh(1), "", 0.9),
            Pair((2,), (1,), zh(2), en(2), 0.9),
        ),
    )
    found = update(old, ships(range(3)), in_order)
    assert texts(found)[1] == (zh(1), en(1), "proposed")
    alone = confirm(old, 1)(old)
    found = update(alone, ships(range(3)), in_order)
    assert texts(found)[1:3] == [(zh(1), "", "confirmed"), ("", en(1), "proposed")]


def test_what_was_cut_swapped_or_written_from_nothing_stays() -> None:
    old = project(ships(range(5)))
    old = split(old, 1, 5, 8)(old)
    old = insert(old, 3)(old)
    made = next(place for place, pair in enumerate(old.pairs) if not (pair.zh or pair.en))
    old = rewrite(old, made, "譯註", "A note")(old)
    found = update(old, ships(["new", 0, 1, 2, 3, 4]), in_order)
    check_bitext(found.bitext)
    assert [pair.zh_text for pair in found.bitext.pairs[1:]] == [p.zh_text for p in old.pairs]
    assert ("譯註", "A note", "edited") in texts(found)
    gone = update(old, ships([0, 4]), never)
    assert ("譯註", "A note", "edited") in texts(gone)
    assert [pair.zh_cut != WHOLE for pair in gone.gone] == [True, True, False, False]


def test_a_line_that_comes_again_and_again_stays_with_its_neighbours() -> None:
    numbers: list[int | str] = [0, "same", 1, "same", 2, "same", 3]
    old = confirmed(project(ships(numbers)))
    found = update(old, ships([0, "same", 1, 2, "same", 3]), never)
    assert found.kept == 6
    assert [pair.zh_text for pair in found.gone] == [zh("same")]
    assert {status for _, _, status in texts(found)} == {"confirmed"}


def test_paragraphs_stay_whole() -> None:
    old = replace(project(ships(range(4))), level="paragraph")
    old = replace(
        old,
        pairs=tuple(
            Pair(
                (n, n + 1), (n, n + 1), zh(n) + zh(n + 1), f"{en(n)} {en(n + 1)}", 0.9, "confirmed"
            )
            for n in (0, 2)
        ),
    )
    new = ships([0, 1, 2, 3])
    grown = replace(
        new,
        zh=replace(new.zh, sentences=tuple(replace(s, paragraph=0) for s in new.zh.sentences)),
        en=replace(new.en, sentences=tuple(replace(s, paragraph=0) for s in new.en.sentences)),
    )
    assert update(old, new, never).kept == 2
    found = update(old, grown, in_order)
    assert [pair.zh for pair in found.bitext.pairs] == [(0, 1, 2, 3)]
    assert found.bitext.pairs[0].status == "review"


# A new version of one side.


def test_a_new_source_is_filled_and_only_what_is_new_remains() -> None:
    old = confirmed(project(ships(range(5))))
    new = article([zh(0), zh(1), "海上忽然起了一場大霧。", zh(3), zh(4)], [en(n) for n in range(5)])
    new = replace(new, en=old.article.en)

    def unsure(source: Article, fixed: Sequence[Fixed]) -> list[Bead]:
        return [replace(bead, confidence=0.4) for bead in in_order(source, fixed)]

    found = update(old, new, unsure, renewed="zh")
    check_bitext(found.bitext)
    assert texts(found)[2] == ("海上忽然起了一場大霧。", "", "proposed")
    assert [pair.en_text for pair in found.gone] == [en(2)]
    assert [s.text for s in found.bitext.article.en.sentences] == [en(n) for n in (0, 1, 3, 4)]
    assert found.words(len) == (4 * len(zh(0)), len("海上忽然起了一場大霧。"))


def test_a_new_source_takes_a_moved_translation_along() -> None:
    old = confirmed(project(ships(range(6))))
    new = replace(ships([1, 2, 3, 4, 0, 5]), en=old.article.en)
    found = update(old, new, in_order, renewed="zh")
    check_bitext(found.bitext)
    assert [(pair.zh_text, pair.en_text) for pair in found.bitext.pairs] == [
        (zh(n), en(n)) for n in (1, 2, 3, 4, 0, 5)
    ]
    assert found.is_empty


def test_a_new_translation_alone_is_taken_in_likewise() -> None:
    old = confirmed(project(ships(range(4))))
    new = replace(article([], [en(0), "Ship number 1 left at dusk.", en(2)]), zh=old.article.zh)
    found = update(old, new, in_order, renewed="en")
    check_bitext(found.bitext)
    assert texts(found)[1] == (zh(1), "Ship number 1 left at dusk.", "review")
    assert texts(found)[3] == (zh(3), "", "review")  # it is to be translated again
    assert found.bitext.pairs[3].note == f"Was: {en(3)}"
    assert found.gone == ()


def test_a_new_source_in_english_is_one_as_well() -> None:
    old = confirmed(project(ships(range(4))))
    old = replace(old, article=replace(old.article, source_language="en"))
    new = replace(article([], [en(0), en(2), en(3)]), zh=old.article.zh)
    found = update(old, new, in_order, renewed="en")
    check_bitext(found.bitext)
    assert [pair.zh_text for pair in found.bitext.pairs] == [zh(0), zh(2), zh(3)]
    assert [pair.zh_text for pair in found.gone] == [zh(1)]


# Laws.


@st.composite
def versions(draw: st.DrawFn) -> tuple[Bitext, Article]:
    """Draw a project with some edits, and a new version of its article."""
    names = st.integers(0, 9) | st.sampled_from(["same", "again"])
    old_zh, old_en = draw(st.lists(names, max_size=10)), draw(st.lists(names, max_size=10))
    old = project(article([zh(n) for n in old_zh], [en(n) for n in old_en]))
    for place in draw(st.lists(st.integers(0, 9), max_size=5)):
        if place >= len(old.pairs):
            continue
        pair = old.pairs[place]
        edit = draw(st.sampled_from(["confirm", "exclude", "rewrite", "note", "insert", "down"]))
        if edit == "rewrite":
            old = rewrite(old, place, pair.zh_text, f"Mine {place}.")(old)
        elif edit == "note":
            old = annotate(old, place, "ask")(old)
        elif edit == "insert":
            old = insert(old, place)(old)
        elif edit == "down" and pair.zh and place + 1 < len(old.pairs):
            old = move_down(old, place, "zh")(old)
        elif edit in ("confirm", "exclude"):
            old = (confirm if edit == "confirm" else exclude)(old, place)(old)
    kept = draw(st.booleans())
    new_zh = _changed(draw, old_zh)
    new_en = old_en if kept else _changed(draw, old_en)
    return old, article([zh(n) for n in new_zh], [en(n) for n in new_en])


def _changed(draw: st.DrawFn, names: Sequence[int | str]) -> list[int | str]:
    new = list(names)
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(new)))
        new[place : place + draw(st.integers(0, 2))] = draw(
            st.lists(st.integers(0, 19) | st.just("same"), max_size=2)
        )
    return new


@settings(max_examples=300)
@given(versions())
def test_every_sentence_is_in_one_pair_and_every_old_pair_is_accounted_for(
    given_: tuple[Bitext, Article],
) -> None:
    old, new = given_
    found = update(old, new, in_order)
    check_bitext(found.bitext)
    assert found.bitext.article.zh == new.zh
    assert found.bitext.article.en == new.en
    taken = sum(len(change.old) for change in found.changed)
    assert found.kept + taken + len(found.gone) == len(old.pairs)
    assert found.kept + len(found.changed) + len(found.new) == len(found.bitext.pairs)
    written = {pair.en_text for pair in old.pairs if pair.en_text.startswith("Mine")}
    shown = "\n".join(
        [pair.en_text + pair.note for pair in found.bitext.pairs]
        + [pair.en_text for pair in found.gone]
    )
    assert all(text in shown for text in written)


@settings(max_examples=300)
@given(versions())
def test_pairs_of_paragraphs_hold_whole_paragraphs(given_: tuple[Bitext, Article]) -> None:
    plain, new = given_
    beads = in_order(plain.article, ())
    old = confirmed(pair_up(plain.article, beads, model="test", level="paragraph"))
    found = update(old, new, in_order)
    check_bitext(found.bitext)
    for side, groups in (
        (new.zh, [pair.zh for pair in found.bitext.pairs]),
        (new.en, [pair.en for pair in found.bitext.pairs]),
    ):
        starts = [group[0] for group in groups if group]
        assert all(begins_paragraph(side, (start,)) for start in starts)


@settings(max_examples=300)
@given(versions())
def test_a_new_translation_leaves_the_source_whole(given_: tuple[Bitext, Article]) -> None:
    old, new = given_
    found = update(old, replace(new, zh=old.article.zh), in_order, renewed="en")
    check_bitext(found.bitext)
    assert found.bitext.article.en == new.en
    texts_of = [[s.text for s in b.article.zh.sentences] for b in (old, found.bitext)]
    assert sorted(texts_of[0]) == sorted(texts_of[1])


@settings(max_examples=300)
@given(versions())
def test_a_new_side_is_whole_and_nothing_is_lost_unsaid(given_: tuple[Bitext, Article]) -> None:
    old, new = given_
    found = update(old, replace(new, en=old.article.en), in_order, renewed="zh")
    check_bitext(found.bitext)
    assert found.bitext.article.zh == new.zh
    taken = sum(len(change.old) for change in found.changed)
    assert found.kept + taken + len(found.gone) == len(old.pairs)


@pytest.mark.parametrize("changed", [50, 2])
def test_the_work_grows_with_the_text(changed: int) -> None:
    def work(size: int) -> None:
        old = confirmed(project(ships(range(size))))
        new = [n if n % changed else f"{n} and more" for n in range(size)]
        assert update(old, ships(new), in_order).kept

    check_proportion(work, 20_000)


def test_the_work_grows_with_a_text_that_repeats_itself() -> None:
    def work(size: int) -> None:
        old = project(ships([n % 7 for n in range(size)]))
        update(old, ships([n % 5 for n in range(size)]), in_order)

    check_proportion(work, 10_000)
