"""Bitexts as e-books: valid in form, the same bytes twice, and the same pairs when read again."""

from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from aligner import align_article
from aligner.bitext import Bitext
from aligner.formats import EpubStyle, ExportOptions, write_bitext
from aligner.formats.epub.groups import documents_of, groups_of
from aligner.reading import read_article
from tests.samples import HOSTILE, lighthouse

SEEDS = Path(__file__).parent.parent.parent / "seeds"
XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
PLAIN = ExportOptions()
STYLES: tuple[EpubStyle, ...] = ("turn", "tap")


def written(folder: Path, bitext: Bitext, options: ExportOptions = PLAIN) -> Path:
    """The book of a bitext."""
    path = folder / "a.epub"
    write_bitext(bitext, path, options)
    return path


def parts(path: Path) -> dict[str, bytes]:
    """The parts of a book in their order."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def hostile() -> Bitext:
    """A bitext whose texts and names hold what XML forbids."""
    bitext = lighthouse()
    pairs = tuple(replace(pair, zh_text=HOSTILE, en_text=HOSTILE) for pair in bitext.pairs)
    source = replace(bitext.article, sources=("a\x00<&>.txt",))
    return replace(bitext, article=source, pairs=pairs)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("make", [lighthouse, hostile])
def test_the_form_of_a_book(tmp_path: Path, style: EpubStyle, make: Callable[[], Bitext]) -> None:
    path = written(tmp_path, make(), ExportOptions(epub_style=style))
    data = path.read_bytes()
    assert data[30:58] == b"mimetypeapplication/epub+zip"
    found = parts(path)
    package = ElementTree.fromstring(found["OPS/book.opf"])
    items = {item.get("id"): item.get("href") for item in package.iter(f"{OPF}item")}
    assert {f"OPS/{name}" for name in items.values()} | {
        "mimetype",
        "META-INF/container.xml",
        "OPS/book.opf",
    } == set(found)
    spine = [reference.get("idref") for reference in package.iter(f"{OPF}itemref")]
    assert set(spine) == items.keys() - {"nav", "style"}
    for name in [href for href in items.values() if href and href.endswith(".xhtml")]:
        root = ElementTree.fromstring(found[f"OPS/{name}"])
        assert root.findtext(f"{XHTML}head/{XHTML}title")
        links = [a.get("href") for a in root.iter(f"{XHTML}a")]
        assert set(links) <= set(items.values())


def test_every_paragraph_says_its_language(tmp_path: Path) -> None:
    page = ElementTree.fromstring(parts(written(tmp_path, lighthouse()))["OPS/c0001.xhtml"])
    said = [(p.get("lang"), p.get(LANG), p.text) for p in page.iter(f"{XHTML}p")]
    assert said[:2] == [
        ("zh-Hant", "zh-Hant", "燈塔亮了。守塔人關上門，走下樓梯。"),
        (
            "en-US",
            "en-US",
            "The lamp was lit. The keeper closed the door. He went down the stairs.",
        ),
    ]


def test_the_original_comes_first_and_the_translation_behind_a_tap(tmp_path: Path) -> None:
    bitext = lighthouse()
    english = replace(bitext, article=replace(bitext.article, source_language="en"))
    path = written(tmp_path, english, ExportOptions(epub_style="tap"))
    page = ElementTree.fromstring(parts(path)["OPS/c0001.xhtml"])
    first = next(page.iter(f"{XHTML}details"))
    assert [child.get("lang") for child in first] == ["en-US", "zh-Hant"]


def test_the_same_bitext_gives_the_same_bytes(tmp_path: Path) -> None:
    first = written(tmp_path, lighthouse()).read_bytes()
    assert written(tmp_path, lighthouse()).read_bytes() == first


def test_what_is_excluded_or_not_sure_enough_is_left_out(tmp_path: Path) -> None:
    bitext = lighthouse()
    pairs = (replace(bitext.pairs[0], status="excluded"), *bitext.pairs[1:])
    path = written(tmp_path, replace(bitext, pairs=pairs), ExportOptions(min_confidence=0.9))
    text = parts(path)["OPS/c0001.xhtml"].decode("utf-8")
    assert "燈塔亮了" not in text
    assert "Fog tonight" not in text
    assert "守塔人" in text


def test_a_bitext_of_which_nothing_is_exported_is_still_a_book(tmp_path: Path) -> None:
    bitext = lighthouse()
    pairs = tuple(replace(pair, status="excluded") for pair in bitext.pairs)
    found = parts(written(tmp_path, replace(bitext, pairs=pairs)))
    assert ElementTree.fromstring(found["OPS/c0001.xhtml"]) is not None


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", ["harbour.txt", "night_train.txt"])
def test_what_is_written_is_read_with_the_same_pairs(
    tmp_path: Path, name: str, style: EpubStyle
) -> None:
    bitext = align_article(SEEDS / name)
    path = written(tmp_path, bitext, ExportOptions(epub_style=style))
    again = align_article(path)
    texts = [[(pair.zh_text, pair.en_text) for pair in one.pairs] for one in (bitext, again)]
    assert texts[1] == texts[0]


def test_a_document_begins_at_a_heading_and_ends_before_it_is_too_long() -> None:
    bitext = lighthouse()
    group = groups_of(bitext, 0.0)[0]
    long = replace(group, sides=(["燈" * 60_000], []))
    heading = replace(group, sides=(["燈塔"], ["The Lighthouse"]), kind="heading")
    assert [len(d) for d in documents_of([heading, group, heading, group])] == [4]
    assert [len(d) for d in documents_of([heading, long, heading, group])] == [2, 2]
    assert [len(d) for d in documents_of([long, long, long])] == [2, 1]


def test_notes_stand_behind_the_text(tmp_path: Path) -> None:
    bitext = align_article(SEEDS / "harbour.txt")
    paragraphs = [replace(p) for p in bitext.article.zh.paragraphs]
    paragraphs[-1] = replace(paragraphs[-1], kind="note")
    english = [*bitext.article.en.paragraphs[:-1]]
    english.append(replace(bitext.article.en.paragraphs[-1], kind="note"))
    noted = replace(
        bitext.article,
        zh=replace(bitext.article.zh, paragraphs=tuple(paragraphs)),
        en=replace(bitext.article.en, paragraphs=tuple(english)),
    )
    path = written(tmp_path, replace(bitext, article=noted))
    assert [p.kind for p in read_article(path).zh.paragraphs][-1] == "note"


@pytest.mark.parametrize("style", STYLES)
def test_epubcheck_finds_nothing(tmp_path: Path, style: EpubStyle) -> None:
    jar = os.environ.get("EPUBCHECK_JAR", "")
    if not (shutil.which("java") and Path(jar).is_file()):
        pytest.skip("EPUBCHECK_JAR names no jar of epubcheck")
    path = written(tmp_path, hostile(), ExportOptions(epub_style=style))
    told = subprocess.run(
        ["java", "-jar", jar, str(path)], capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stderr
    assert "WARNING" not in told.stderr
