"""The guide, the key cards and the pictures say what the program does."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest
from rich.segment import Segment
from rich.style import Style

from aligner.bitext.search import FILTERS
from aligner.checks import CODES
from aligner.formats import TOOLS
from aligner.formats.tmx.wording import ISSUE_CODES
from aligner.memory.analysis import BANDS
from aligner.terms import glossary_suffixes
from tui import (
    ACTIONS,
    BY_NAME,
    MARKS,
    PLAIN_MARKS,
    TERM_ACTIONS,
    ScreenLanguage,
    Words,
    read_keymap,
)

DOCS = Path(__file__).parent.parent / "docs"
PICTURES = sorted((DOCS / "pictures").glob("*.svg"))
GUIDES: dict[ScreenLanguage, str] = {"en": "review.md", "zh-Hant": "review.zh.md"}
HEAVIEST = 60_000
"""Bytes of a picture that a page loads at once."""


def module(name: str) -> ModuleType:
    """A script of the folder docs."""
    spec = importlib.util.spec_from_file_location(name, DOCS / f"{name}.py")
    assert spec
    assert spec.loader
    loaded = importlib.util.module_from_spec(spec)
    sys.modules[name] = loaded  # where dataclasses look for it
    spec.loader.exec_module(loaded)
    return loaded


cards = module("cards")
formats = module("formats")
terminal_svg = module("terminal_svg")


def read(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def texts(picture: str) -> list[tuple[float, float, str]]:
    """Column, line and characters of each text of a picture."""
    return [
        (float(text.attrib["x"]), float(text.attrib["y"]), text.text or "")
        for text in ElementTree.fromstring(picture).iter("{http://www.w3.org/2000/svg}text")
    ]


# Key cards.


@pytest.mark.parametrize("path", cards.cards(), ids=lambda path: path.name)
def test_key_cards_are_those_of_the_registry(path: Path) -> None:
    made = cards.cards()[path]
    assert path.read_text(encoding="utf-8") == made, "run: python docs/cards.py"


@pytest.mark.parametrize("name", ["keys.md", "keys.zh.md"])
def test_a_card_names_every_action_with_every_key(name: str) -> None:
    rows = {line.split("|")[3].strip(" `"): line for line in read(name).splitlines() if "|" in line}
    for action in BY_NAME.values():
        for key in action.keys:
            assert f"`{cards.spelled(key)}`" in rows[action.name]


@pytest.mark.parametrize("language", GUIDES)
def test_a_card_fits_on_one_sheet(language: ScreenLanguage) -> None:
    drawn = texts(cards.sheet(language))
    assert max(y for _, y, _ in drawn) < cards.HEIGHT - cards.MARGIN / 2
    assert {words for _, _, words in drawn} >= {Words(language).help(action) for action in ACTIONS}


@pytest.mark.parametrize(
    ("key", "written"),
    [("ctrl+r", "Ctrl+R"), ("N", "N"), ("space", "Space"), ("shift+f5", "Shift+F5"), ("/", "/")],
)
def test_keys_are_written_as_a_keyboard_has_them(key: str, written: str) -> None:
    assert cards.spelled(key) == written


# The guide.


@pytest.mark.parametrize("guide", GUIDES.values())
def test_the_guide_mentions_every_action(guide: str) -> None:
    text = read(guide)
    missing = [a.name for a in ACTIONS if f"`{cards.spelled(a.keys[0])}`" not in text]
    assert missing == []


@pytest.mark.parametrize("guide", GUIDES.values())
def test_keys_with_modifiers_in_the_guide_do_something(guide: str) -> None:
    known = {cards.spelled(key) for action in ACTIONS for key in action.keys}
    # Those of carets, of texts that are edited, and of the list of commands.
    known |= {"Ctrl+→", "Ctrl+←", "Shift+→", "Shift+←", "Ctrl+J", "Shift+Enter", "Ctrl+P"}
    named = set(re.findall(r"`((?:Ctrl|Shift)\+[^`]+|F\d+)`", read(guide)))
    assert named - known == set()


@pytest.mark.parametrize("guide", GUIDES.values())
def test_the_guide_shows_the_marks_that_are_drawn(guide: str) -> None:
    rows = re.findall(r"^\| `(.)` \| `(.)` \|", read(guide), flags=re.MULTILINE)
    assert dict(rows) == {MARKS[name]: PLAIN_MARKS[name] for name in MARKS}


@pytest.mark.parametrize(("language", "guide"), GUIDES.items())
def test_the_guide_names_every_filter(language: ScreenLanguage, guide: str) -> None:
    text, words = re.sub(r"\s+", " ", read(guide)), Words(language)
    names = [name for name in (*FILTERS, "with a warning") if name != "all"]
    assert [name for name in names if words(f"filter {name}") not in text] == []


@pytest.mark.parametrize("guide", GUIDES.values())
def test_the_keymap_of_the_guide_is_one(guide: str, tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", read(guide), flags=re.DOTALL)
    path = tmp_path / "keys.toml"
    path.write_text(example, encoding="utf-8")
    keymap = read_keymap(path)
    assert keymap["merge"] == ("J",)
    assert keymap != read_keymap(None)


def test_both_guides_have_the_same_parts() -> None:
    def shape(name: str) -> list[str]:
        return re.findall(r"^(#+|\||- |```|!\[)", read(name), flags=re.MULTILINE)

    assert shape("review.md") == shape("review.zh.md")
    assert shape("keys.md") == shape("keys.zh.md")


@pytest.mark.parametrize("guide", GUIDES.values())
def test_the_guide_mentions_what_can_be_done_to_terms(guide: str) -> None:
    text = read(guide)
    part = text[text.index("`G`") :]
    decisions = [action for action in TERM_ACTIONS if action.group != "move"]
    missing = [a.name for a in decisions if f"`{cards.spelled(a.keys[0])}`" not in part]
    assert missing == []


# The pages of the commands.


def codes_of(name: str) -> list[str]:
    """The first cells of the tables of a page, without their marks."""
    return re.findall(r"^\| `([^`]+)`", read(name), flags=re.MULTILINE)


def test_every_check_has_a_row() -> None:
    rows = [code for code in codes_of("checks.md") if not code.startswith("-")]
    assert sorted(rows) == sorted({*CODES, *ISSUE_CODES})


@pytest.mark.parametrize("page", formats.documents(), ids=lambda page: page.name)
def test_formats_in_the_documents_are_those_of_the_registry(page: Path) -> None:
    made = formats.documents()[page]
    assert page.read_text(encoding="utf-8") == made, "run: python docs/formats.py"


def test_every_glossary_format_and_tool_has_a_row() -> None:
    files, glossaries = read("files.md"), read("glossaries.md")
    assert [tool for tool in TOOLS if f"\n| `{tool}` |" not in files] == []
    assert [name for name in glossary_suffixes() if f"`{name}`" not in glossaries] == []


def test_the_analysis_of_the_guide_has_every_band() -> None:
    text = read("memory.md")
    places = [text.find(f"\n{band} ") for band in BANDS]
    assert -1 not in places
    assert places == sorted(places)


# The design.


def test_the_design_has_a_row_for_every_room() -> None:
    rows = [line for line in read("design.md").splitlines() if line.startswith("| `aligner/")]
    named = [name for row in rows for name in re.findall(r"`([^`]+)`", row.split("|")[1])]
    rooms = [f"{path.name}/" for path in (DOCS.parent / "aligner").iterdir() if path.is_dir()]
    rooms += [path.name for path in (DOCS.parent / "aligner").glob("[!_]*.py")]
    places = [name.removeprefix("aligner/") for name in named]
    assert {room: places.count(room) for room in rooms if room != "__pycache__/"} == {
        room: 1 for room in rooms if room != "__pycache__/"
    }


# Pictures.


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.name)
def test_pictures_are_light_and_fetch_nothing(path: Path) -> None:
    picture = path.read_text(encoding="utf-8")
    assert len(picture.encode()) < HEAVIEST
    root = ElementTree.fromstring(picture)
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert tags <= {"svg", "title", "style", "g", "rect", "path", "text"}
    assert not re.search(r"url\(|@import|@font-face|href", picture)
    assert re.findall(r"https?://[^\"]+", picture) == ["http://www.w3.org/2000/svg"]


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.name)
def test_pictures_keep_their_text_inside(path: Path) -> None:
    picture = path.read_text(encoding="utf-8")
    box = ElementTree.fromstring(picture).attrib["viewBox"].split()
    _, _, width, height = (float(number) for number in box)
    assert all(0 <= x < width and 0 < y < height for x, y, _ in texts(picture))


def test_every_character_of_a_terminal_stands_at_its_cell() -> None:
    colours = terminal_svg.Colours("#111111", "#222222", "#333333")
    line = [Segment("a對照 "), Segment("<b>", Style(bold=True, bgcolor="#445566"))]
    picture = terminal_svg.draw([line], 10, "duizhao", colours)
    drawn = {words: x for x, _, words in texts(picture)[1:]}
    assert drawn["a"] == 0
    assert drawn["對照"] == terminal_svg.CELL
    assert drawn["b"] == 7 * terminal_svg.CELL
    assert f'x="{6 * terminal_svg.CELL}" y="0" width="{3 * terminal_svg.CELL}"' in picture


def test_marked_text_is_drawn_in_reverse() -> None:
    colours = terminal_svg.Colours("#111111", "#222222", "#333333")
    marked = terminal_svg.look(Style(reverse=True, color="#abcdef"), colours)
    assert (marked.ink, marked.paper) == ("#333333", "#abcdef")


def test_a_bar_of_several_lines_is_one_shape() -> None:
    colours = terminal_svg.Colours("#111111", "#222222", "#333333")
    rows = [list(terminal_svg.runs([Segment("x │")], colours)) for _ in range(3)]
    (bar,) = terminal_svg.stacked(terminal_svg.boxes(rows, colours))
    assert bar.height == 3 * terminal_svg.ROW
