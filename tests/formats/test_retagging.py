"""Tags of an edited text stand by the words they stood by, and no text is ever changed for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.formats.inline import read_markup
from aligner.formats.retagging import retag, with_tags_placed
from aligner.unit import Unit

BOLD = 'Press <bpt i="1">&lt;b&gt;</bpt>Save<ept i="1">&lt;/b&gt;</ept> now<ph x="1">{0}</ph>.'


@pytest.mark.parametrize(
    ("text", "markup", "dropped"),
    [
        ("Press Store now.", BOLD.replace("Save", "Store"), ()),
        ("Please press Save now.", BOLD.replace("Press", "Please press"), ()),
        ("Press now.", 'Press now<ph x="1">{0}</ph>.', ("<b>", "</b>")),
        ("Press Save now at once.", BOLD.replace("</ph>.", "</ph> at once."), ()),
        ("Go away", "Go away", ("<b>", "</b>", "{0}")),
    ],
)
def test_tags_follow_their_words(text: str, markup: str, dropped: tuple[str, ...]) -> None:
    made = retag(BOLD, text)
    assert (made.markup, made.dropped) == (markup, dropped)


def test_chinese_is_compared_sign_by_sign() -> None:
    assert retag("按<hi>保存</hi>键<ph/>", "请按存档键。").markup == "请按<hi>存</hi>档键<ph/>。"


def test_tags_around_a_whole_text_stay_around_it() -> None:
    assert retag('<bpt i="1"/>全部<ept i="1"/>', "别的").markup == '<bpt i="1"/>别的<ept i="1"/>'


PIECES = st.sampled_from(
    ["a ", "灯", " b", "c", "。", "<hi>灯 a</hi>", '<ph x="1"/>', '<bpt i="2"/>', '<ept i="2"/>']
)


@given(st.lists(PIECES, max_size=8), st.text("ab c灯。<&", max_size=8))
def test_the_text_is_never_changed_and_every_tag_is_kept_or_named(
    pieces: list[str], text: str
) -> None:
    markup = "".join(pieces)
    made = retag(markup, text)
    read = read_markup(made.markup)
    assert read is not None
    assert (read.text, read.markup) == (text, made.markup)
    tags = sum(2 if "hi" in piece else "<" in piece for piece in pieces)
    kept = made.markup.count("<")
    assert kept + len(made.dropped) == tags


def test_a_unit_that_is_as_it_was_is_not_looked_at_twice() -> None:
    unit = Unit("灯", "lamp", properties=(("zh/seg", "<ph/>灯"), ("x-a", "b")))
    assert with_tags_placed(unit) == (unit, ())
