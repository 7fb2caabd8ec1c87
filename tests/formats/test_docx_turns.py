"""Bitexts as Word documents to be read: paragraphs in turn, and the same pairs when read again."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from aligner import align_article
from aligner.article import ParagraphKind
from aligner.bitext import Bitext
from aligner.errors import UnwritableOutput
from aligner.formats import ExportOptions, write_bitext
from aligner.reading import read_article
from tests.samples import HOSTILE, lighthouse

SEEDS = Path(__file__).parent.parent.parent / "seeds"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TURNS = ExportOptions(form="turn")


def written(folder: Path, bitext: Bitext, options: ExportOptions = TURNS) -> Path:
    """The document of a bitext."""
    path = folder / "a.docx"
    write_bitext(bitext, path, options)
    return path


def part(path: Path, name: str = "word/document.xml") -> ElementTree.Element:
    """A part of a document."""
    with zipfile.ZipFile(path) as archive:
        return ElementTree.fromstring(archive.read(name))


def texts(path: Path) -> list[str]:
    """The paragraphs of a document."""
    found = part(path).iter(f"{W}p")
    return ["".join(text.text or "" for text in p.iter(f"{W}t")) for p in found]


def with_kind(bitext: Bitext, kind: ParagraphKind, place: int) -> Bitext:
    """A bitext with a paragraph of another kind, on both sides."""
    article = bitext.article
    sides = []
    for side in (article.zh, article.en):
        paragraphs = list(side.paragraphs)
        paragraphs[place] = replace(paragraphs[place], kind=kind)
        sides.append(replace(side, paragraphs=tuple(paragraphs)))
    return replace(bitext, article=replace(article, zh=sides[0], en=sides[1]))


def test_paragraphs_take_turns(tmp_path: Path) -> None:
    assert texts(written(tmp_path, lighthouse()))[:2] == [
        "燈塔亮了。守塔人關上門，走下樓梯。",
        "The lamp was lit. The keeper closed the door. He went down the stairs.",
    ]


def test_what_was_translated_from_comes_first(tmp_path: Path) -> None:
    path = written(tmp_path, lighthouse(), replace(TURNS, source="en"))
    assert texts(path)[0].startswith("The lamp was lit.")


def test_every_run_says_its_language_and_the_chinese_font_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, lighthouse())
    languages = [run.find(f"{W}rPr/{W}lang") for run in part(path).iter(f"{W}r")]
    assert all(language is not None for language in languages)
    assert languages[0] is not None
    assert languages[0].get(f"{W}eastAsia") == "zh-TW"
    fonts = next(part(path, "word/styles.xml").iter(f"{W}rFonts"))
    assert fonts.get(f"{W}eastAsia") == "Microsoft JhengHei"


@pytest.mark.parametrize(
    ("kind", "style"),
    [("heading", "Heading1"), ("caption", "Caption"), ("list item", "ListParagraph")],
)
def test_kinds_of_paragraphs_have_words_own_styles(
    tmp_path: Path, kind: ParagraphKind, style: str
) -> None:
    path = written(tmp_path, with_kind(lighthouse(), kind, 0))
    first = next(part(path).iter(f"{W}pStyle"))
    assert first.get(f"{W}val") == style
    known = [one.get(f"{W}styleId") for one in part(path, "word/styles.xml").iter(f"{W}style")]
    assert style in known


def test_the_same_bitext_gives_the_same_bytes(tmp_path: Path) -> None:
    first = written(tmp_path, lighthouse()).read_bytes()
    assert written(tmp_path, lighthouse()).read_bytes() == first


def test_what_is_excluded_or_not_sure_enough_is_left_out(tmp_path: Path) -> None:
    bitext = lighthouse()
    pairs = (replace(bitext.pairs[0], status="excluded"), *bitext.pairs[1:])
    path = written(tmp_path, replace(bitext, pairs=pairs), replace(TURNS, min_confidence=0.9))
    text = "".join(texts(path))
    assert "燈塔亮了" not in text
    assert "Fog tonight" not in text
    assert "守塔人" in text


def test_what_xml_forbids_is_written_without_it(tmp_path: Path) -> None:
    bitext = lighthouse()
    pairs = tuple(replace(pair, zh_text=HOSTILE, en_text=HOSTILE) for pair in bitext.pairs)
    assert part(written(tmp_path, replace(bitext, pairs=pairs))) is not None


@pytest.mark.parametrize("name", ["harbour.txt", "night_train.txt"])
def test_what_is_written_is_read_with_the_same_pairs(tmp_path: Path, name: str) -> None:
    bitext = align_article(SEEDS / name)
    again = align_article(written(tmp_path, bitext))
    pairs = [[(pair.zh_text, pair.en_text) for pair in one.pairs] for one in (bitext, again)]
    assert pairs[1] == pairs[0]


def test_notes_stand_behind_the_text_and_are_read_as_notes(tmp_path: Path) -> None:
    bitext = align_article(SEEDS / "harbour.txt")
    path = written(tmp_path, with_kind(bitext, "note", 0))
    paragraphs = read_article(path).zh.paragraphs
    assert [(p.text, p.kind) for p in paragraphs][-1] == (
        bitext.article.zh.paragraphs[0].text,
        "note",
    )


def test_a_form_that_a_format_has_not_is_refused_and_others_ignore_it(tmp_path: Path) -> None:
    with pytest.raises(UnwritableOutput, match="there is table or turn"):
        write_bitext(lighthouse(), tmp_path / "a.docx", ExportOptions(form="tap"))
    with pytest.raises(UnwritableOutput, match="there is turn or tap"):
        write_bitext(lighthouse(), tmp_path / "a.epub", ExportOptions(form="table"))
    write_bitext(lighthouse(), tmp_path / "a.tmx", ExportOptions(form="tap"))
    assert [path.name for path in tmp_path.iterdir()] == ["a.tmx"]
