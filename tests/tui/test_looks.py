"""What the list looks like: heads, bars, chips, warnings in their row, and the map."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from aligner.bitext import Bitext
from aligner.cells import width
from aligner.checks import CODES, KINDS, Problem, label
from aligner.checks.labels import WIDEST
from aligner.project import create
from tests.effort import check_proportion
from tests.samples import book, lighthouse, one_pair
from tests.tui.driving import Sitting, played, sit
from tests.tui.garden import garden
from tui.gutter import standing_of
from tui.list_layout import CHIP
from tui.minimap import Minimap, line_of, stretch
from tui.session import Session
from tui.themes import CHIPS, GROUNDS, INKS, contrast, enough, own_colours, readable
from tui.words import ScreenLanguage, Words

LARGE, NARROW = (120, 40), (80, 24)
FIRST = 2
"""The line of the terminal in which the list begins."""


def long_book() -> Bitext:
    """Two hundred pairs; no. 150 is doubtful."""
    return book([(1, 1, 0.95 if n != 149 else 0.4, 3) for n in range(200)])


def row_of(at: Sitting, text: str) -> str:
    """The line that shows a text."""
    return at.lines()[at.line_of(text)]


def map_of(at: Sitting) -> list[str]:
    """The signs of the map, from top to bottom."""
    return [line[-2] for line in at.lines()[FIRST : FIRST + at.window.size.height]]


# Heads.


@played(garden, size=LARGE)
async def test_the_heads_say_which_language_it_is_and_how_much(at: Sitting) -> None:
    await at.until(lambda: at.session.extent is not None)
    head = at.lines()[1]
    assert head.split() == [
        *("#", "sure"),
        *("Chinese", "16", "sentences", "·", "249", "characters"),
        *("English", "15", "sentences", "·", "204", "words"),
    ]
    text = row_of(at, "屋頂上的菜園")
    for language, opening in (("Chinese", "屋頂"), ("English", "A Garden")):
        assert width(head.split(language)[0]) == width(text.split(opening)[0])


@played(garden)
async def test_the_heads_stand_still_and_follow_an_edit(at: Sitting) -> None:
    await at.until(lambda: at.session.extent is not None)
    before = at.lines()[1]
    await at.press("pagedown", "pagedown")
    assert at.lines()[1] == before
    await at.choose(0, "en")
    await at.press("e")
    await at.write(" once more")
    await at.press("enter")
    assert "206 words" in at.lines()[1]
    await at.press("ctrl+z")
    assert "204 words" in at.lines()[1]


@played(garden, language="zh-Hans")
async def test_the_heads_are_in_the_language_of_the_screen(at: Sitting) -> None:
    assert "中文  16 句" in at.lines()[1]
    assert "可信" in at.lines()[1]


@played(garden, size=(44, 18))
async def test_narrow_heads_leave_out_what_has_no_room(at: Sitting) -> None:
    assert at.lines()[1].split() == ["#", "sure", "Chinese", "English"]


@played(garden)
async def test_a_click_on_a_head_chooses_its_side(at: Sitting) -> None:
    line = at.lines()[1]
    await at.click(line.index("English"), 1)
    assert (at.session.language, at.place) == ("en", 0)
    await at.click(line.index("Chinese"), 1)
    assert at.session.language == "zh"
    await at.click(1, 1)
    assert (at.session.language, at.place, at.bitext) == ("zh", 0, garden())


# Confidence, status and warnings.


@pytest.mark.parametrize(
    ("confidence", "bar", "sign"),
    [(1.0, "━━━━━━━━", "█"), (0.55, "━━━━╸━━━", "▅"), (0.0, "╸━━━━━━━", "▁")],
)
def test_the_confidence_is_a_bar_and_a_figure(
    tmp_path: Path, confidence: float, bar: str, sign: str
) -> None:
    async def script(at: Sitting) -> None:
        assert f"{bar} {confidence:>4.0%} " in row_of(at, "燈塔")
        await at.resize(*NARROW)
        assert f"{sign}{confidence:>4.0%}" in row_of(at, "燈塔")

    pair = one_pair("燈塔亮了。", "The lamp was lit.", confidence=confidence)
    sit(create(tmp_path / "a.duizhao", pair), script, size=LARGE)


@played(garden, size=LARGE, is_plain=True)
async def test_in_ascii_the_confidence_is_a_figure(at: Sitting) -> None:
    assert row_of(at, "鴿子比我").startswith(" 6 100%  ")
    assert all(
        letter.isascii() or width(letter) == 2 or letter in "“”’"
        for line in at.lines()
        for letter in line
    )


@played(garden, size=LARGE)
async def test_a_status_is_said_in_words_where_there_is_room(at: Sitting) -> None:
    await at.choose(15)
    for text, told in (
        ("土從哪裡來", "✎ changed"),
        ("他把算式", "∅ no English"),
        ("every spring", "∅ no Chinese"),
    ):
        assert told in row_of(at, text)
    beneath = {"堆肥要翻": "✗ excluded", "樓板的": "? to review", "颱風來的": ""}
    for text, told in beneath.items():
        assert told in at.lines()[at.line_of(text) + 1], text
    assert "▽ doubtful" in at.seen()
    await at.resize(*NARROW)
    assert "▽ ▄ 41%" in at.seen()
    assert "doubtful " not in at.seen().split("sure", 1)[1].split("proposed")[0]


@played(garden, size=LARGE)
async def test_a_warning_is_said_in_its_row_and_its_place_is_marked(at: Sitting) -> None:
    line = at.line_of("收成四十公")
    assert "! number" in at.lines()[line + 1]
    column = width(at.lines()[line].split("四十")[0])
    flaw = at.window.get_component_rich_style("pairs--flaw").bgcolor
    marked = at.strips()[line].crop(column, column + 4)
    assert "".join(part.text for part in marked) == "四十"
    assert all(part.style is not None and part.style.bgcolor == flaw for part in marked)
    await at.resize(*NARROW)
    await at.choose(6)
    assert "   ! number " in row_of(at, "14 kilos")


@played(
    lambda: one_pair(
        "他買了三本書。", "He bought two books" + " and read" * 6 + ".", confidence=1.0
    )
)
async def test_where_no_line_has_room_the_sign_stands_alone(at: Sitting) -> None:
    await at.resize(40, 24)
    seen = at.seen().split("proposed")[0]
    assert "!" in row_of(at, "他買")[:5]
    assert seen.count("number") <= 1


@played(lambda: one_pair("他買了3本書。", " \n ", confidence=1.0), size=LARGE)
async def test_a_text_of_white_space_is_drawn(at: Sitting) -> None:
    for size in (NARROW, LARGE, NARROW):
        await at.resize(*size)
        assert {width(line) for line in at.lines()} == {size[0]}


@played(
    lambda: one_pair("Chinese left 12。", "留下中文 left 14 （ in it.", confidence=1.0), size=LARGE
)
async def test_many_warnings_fit_beside_a_pair(at: Sitting) -> None:
    await at.press("c")
    await at.paste("一" * 40)
    await at.press("enter")
    for size in (NARROW, LARGE):
        await at.resize(*size)
        assert {width(line) for line in at.lines()} == {size[0]}
    assert "+" in at.seen()


@played(lighthouse, size=LARGE)
async def test_a_broken_term_is_said_in_its_row(at: Sitting) -> None:
    from aligner.edits import decide
    from aligner.term import Term

    at.session.apply("term", decide(at.bitext, Term("海", "ocean")))
    at.review.changed()
    await at.checked()
    assert "! term" in at.lines()[at.line_of("海很靜") + 1]


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans"])
def test_every_status_and_every_label_fits(language: ScreenLanguage) -> None:
    words = Words(language)
    standings = ("confirmed", "edited", "review", "excluded", "doubtful", "no zh", "no en")
    assert all(width(words(f"chip {name}")) + 4 <= CHIP for name in standings)
    labels = [label(code, words.language_of_checks) for code in CODES]
    assert max(map(width, labels)) <= WIDEST <= CHIP - 2
    assert {standing_of(pair) for pair in garden().pairs} == {
        *("confirmed", "edited", "review", "excluded", "doubtful", "alone"),
        None,
    }


@played(garden, size=LARGE)
async def test_there_is_air_between_pairs_where_there_is_room_for_it(at: Sitting) -> None:
    line = at.line_of("鴿子比我")
    assert "│" in at.lines()[line - 1]
    assert not at.lines()[line - 1].replace("│", "").strip(" █◂▽∅!")
    await at.resize(*NARROW)
    await at.choose(5)
    assert "認識僅止於" in at.seen()
    assert at.line_of("鴿子比我") - at.line_of("她原本") == 3


def test_who_wants_it_dense_has_it_dense_in_a_large_window(tmp_path: Path) -> None:
    async def script(at: Sitting) -> None:
        assert at.line_of("老城") - at.line_of("屋頂上") == 2  # a rule, and no air
        assert "✓" in row_of(at, "老城")
        assert "confirmed" not in at.seen().split("confirmed  100%")[0]

    sit(create(tmp_path / "a.duizhao", garden()), script, size=LARGE, is_spacious=False)


# The map.


@played(long_book)
async def test_the_map_shows_where_something_is_open_and_a_click_goes_there(at: Sitting) -> None:
    signs = map_of(at)
    line = line_of(149, 200, len(signs))
    assert [sign for sign in signs if sign != " "] == ["▽"]
    assert signs[line] == "▽"
    await at.click(78, FIRST + line)
    assert at.place == 149
    assert at.lines()[FIRST + line][-1] == "◂"
    await at.press("a")
    assert set(map_of(at)) == {" "}
    await at.press("ctrl+z")
    assert map_of(at)[line] == "▽"


@played(long_book, is_plain=True)
async def test_the_map_in_ascii(at: Sitting) -> None:
    assert {sign for sign in map_of(at) if sign != " "} == {"v"}
    assert at.lines()[FIRST][-1] == "<"


@played(garden)
async def test_the_map_shows_what_a_filter_leaves(at: Sitting) -> None:
    assert {sign for sign in map_of(at) if sign != " "} == {"▽", "!", "∅"}
    at.session.narrow("doubtful", lambda pair: pair.is_doubtful and pair.is_full)
    at.review.moved()
    await at.settle()
    assert {sign for sign in map_of(at) if sign != " "} == {"▽"}
    await at.choose(len(at.pairs) - 1)
    line = next(n for n, sign in enumerate(map_of(at)) if sign == "▽")
    await at.click(78, FIRST + line)
    assert at.place == at.session.shown[0]


@given(st.integers(0, 300), st.integers(1, 60))
def test_every_row_stands_in_one_line_of_a_map(count: int, height: int) -> None:
    lines = [stretch(line, count, height) for line in range(height)]
    rows = [row for first, behind in lines for row in range(first, behind)]
    assert rows == list(range(count))
    for line, (first, behind) in enumerate(lines):
        assert all(line_of(row, count, height) == line for row in range(first, behind))


class _Ledger:
    """Stands in for the ledger of a text in which some pairs have problems."""

    changes = 0

    def __init__(self, problems: bytes) -> None:
        self.problems = problems

    def all_problems(self, places: Sequence[int] | None) -> bytes:
        assert places is None
        return self.problems


class _Sitting:
    is_ready = True

    def __init__(self, problems: bytes) -> None:
        self.problems = _Ledger(problems)
        self.shown = range(len(problems))


def map_over(problems: bytes) -> Minimap:
    return Minimap(_Sitting(problems))  # type: ignore[arg-type]


@given(st.binary(max_size=200).map(lambda row: bytes(b & 31 for b in row)), st.integers(1, 40))
def test_a_line_of_the_map_shows_a_problem_of_its_rows(problems: bytes, height: int) -> None:
    over = map_over(problems)
    for line, kind in enumerate(over.lines(height)):
        rows = problems[slice(*stretch(line, len(problems), height))]
        assert bool(kind) == any(rows)
        if kind:
            assert kind in KINDS
            row = over.row_at(line, height)
            assert row is not None
            assert problems[row] & kind
            assert line_of(row, len(problems), height) == line
        else:
            assert over.row_at(line, height) is None


def test_one_omission_is_not_hidden_among_doubts() -> None:
    problems = bytearray([Problem.DOUBTFUL]) * 1000
    problems[700] = Problem.NO_EN
    assert map_over(bytes(problems)).lines(10).count(Problem.NO_EN) == 1
    assert map_over(bytes(problems)).row_at(7, 10) == 700


def test_drawing_the_map_costs_nothing_for_a_row(tmp_path: Path) -> None:
    """The map of a book is worked out once, however often it is drawn."""
    with create(tmp_path / "a.duizhao", long_book()) as project:
        session = Session(project)
        over = Minimap(session)
        first = over.lines(20)
        assert over.lines(20) is first
        session.problems.changes += 1
        assert over.lines(20) is not first


def test_the_map_of_many_rows_takes_time_in_proportion() -> None:
    rows = bytes([Problem.NONE] * 90 + [Problem.DOUBTFUL] * 10)
    check_proportion(lambda n: map_over(rows * (n // 100)).lines(40), 100_000)


# Colours.


@pytest.mark.parametrize("name", [name for name in BUILTIN_THEMES if not name.startswith("ansi")])
def test_what_is_written_in_a_colour_can_be_read_in_every_theme(name: str) -> None:
    theme = BUILTIN_THEMES[name]
    read = readable({**own_colours(theme), **theme.to_color_system().generate(), **theme.variables})
    colours = {key: Color.parse(read[key]) for key in (*INKS, *GROUNDS, *CHIPS, "foreground")}
    text, ground = colours["foreground"], colours["background"]
    for ink in INKS:
        for on in GROUNDS:
            assert contrast(colours[ink], colours[on]) >= enough(text, colours[on]), (ink, on)
    for chip in CHIPS:
        assert contrast(text, colours[chip]) >= enough(text, ground), chip


@pytest.mark.parametrize("name", list(BUILTIN_THEMES))
def test_the_screen_is_drawn_in_every_theme(tmp_path: Path, name: str) -> None:
    async def script(at: Sitting) -> None:
        await at.explained()
        before = at.lines()
        at.app.theme = name
        await at.settle()
        assert at.lines() == before
        style = at.window.get_component_rich_style
        told = [style(f"pairs--{kind}").color for kind in ("doubt", "warned", "alone", "sure")]
        assert len(set(told)) == 4

    sit(create(tmp_path / "a.duizhao", garden()), script, size=LARGE)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(Color.parse("#000"), Color.parse("#fff")) == pytest.approx(21)
    assert contrast(Color.parse("#777"), Color.parse("#fff")) == pytest.approx(4.48, abs=0.01)
