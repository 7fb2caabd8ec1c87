"""Books in both languages put right: texts move to their own paragraphs, all else stays."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import pytest

from aligner import align_article
from aligner.errors import DuizhaoError, UnusableInput
from aligner.files import Package
from aligner.formats import BilingualForm, ExportOptions, write_bitext
from aligner.repair import Repaired, repair_file
from tests.formats.books import CONTAINER, book, item, package, page, zipped
from tests.repair.test_file import EN, SLIPPED, ZH

Made = Callable[[Sequence[str]], str]


def marked(texts: Sequence[str]) -> str:
    """Return paragraphs in turn which say their language; a missing translation is missing."""
    return "".join(
        f'<p lang="zh-Hant" id="z{n}">{zh}</p>\n'
        + (f'<p class="t" lang="en">{en}</p>\n' if en else "")
        for n, (zh, en) in enumerate(zip(ZH, texts, strict=True))
    )


def bare(texts: Sequence[str]) -> str:
    """Return paragraphs in turn which say nothing; an empty one stands for what is missing."""
    return "".join(f"<p>{zh}</p>\r\n\t<p>{en}</p>\n" for zh, en in zip(ZH, texts, strict=True))


def tapped(texts: Sequence[str]) -> str:
    """Return originals whose translations show when they are tapped."""
    return "".join(
        f'<details><summary lang="zh">{zh}</summary>\n<p lang="en">{en}</p></details>\n'
        for zh, en in zip(ZH, texts, strict=True)
    )


def rows(texts: Sequence[str]) -> str:
    """Return a table with a column for each language."""
    cells = (f"<tr><td>{zh}</td><td>{en}</td></tr>" for zh, en in zip(ZH, texts, strict=True))
    return f"<table>{''.join(cells)}</table>"


def put_right(tmp_path: Path, data: bytes, source: str = "zh") -> Repaired:
    """Repair a book."""
    path = tmp_path / "a.epub"
    path.write_bytes(data)
    return repair_file(path, "zh" if source == "zh" else "en")


def body(data: bytes, name: str = "OPS/c1.xhtml") -> str:
    """Return what is in the body of a chapter."""
    text = zipfile.ZipFile(BytesIO(data)).read(name).decode("utf-8")
    return text[text.index("<body>") + 6 : text.index("</body>")]


@pytest.mark.parametrize("made", [bare, tapped, rows])
def test_texts_move_and_nothing_else(tmp_path: Path, made: Made) -> None:
    repaired = put_right(tmp_path, book(made(SLIPPED)))
    assert body(repaired.content) == made(EN)
    assert repaired.segments == len(ZH)
    assert [one.now for one in repaired.moved] == [
        en for en, was in zip(EN, SLIPPED, strict=True) if en != was
    ]


@pytest.mark.parametrize("made", [marked, bare, tapped, rows])
def test_a_book_that_is_right_comes_back_byte_for_byte(tmp_path: Path, made: Made) -> None:
    for texts in (EN, [*EN[:3], "", *EN[4:]]):
        data = book(made(texts))
        repaired = put_right(tmp_path, data)
        assert (repaired.content, repaired.moved) == (data, ())


def test_a_translation_that_was_missing_is_put_below_its_original(tmp_path: Path) -> None:
    made = body(put_right(tmp_path, book(marked(SLIPPED))).content)
    assert [line for line in made.split("\n") if "></p>" not in line] == marked(EN).split("\n")
    assert made.count("></p>") == 0
    assert re.findall(r'id="([^"]*)"', made) == [f"z{n}" for n in range(len(ZH))]


def test_the_other_side_can_be_the_original(tmp_path: Path) -> None:
    pairs = zip(EN, [*ZH[:4], "".join(ZH[4:6]), *ZH[6:12], "", *ZH[12:]], strict=True)
    slipped = "".join(f'<p lang="zh">{zh}</p>\n<p lang="en">{en}</p>\n' for en, zh in pairs)
    right = "".join(
        f'<p lang="zh">{zh}</p>\n<p lang="en">{en}</p>\n' for zh, en in zip(ZH, EN, strict=True)
    )
    assert body(put_right(tmp_path, book(slipped), "en").content) == right


def test_markup_goes_with_its_words_and_ids_are_there_once(tmp_path: Path) -> None:
    texts = [
        text
        and f'<span id="s{n}" class="x"><a href="c1.xhtml#n{n}">{text[:6]}</a>{text[6:]}</span>'
        for n, text in enumerate(EN)
    ]
    slipped = [*texts[:4], " ".join(texts[4:6]), *texts[6:12], "", *texts[12:]]
    assert body(put_right(tmp_path, book(bare(slipped))).content) == bare(texts)
    whole = [f'<em id="e{n}">{text}</em>' if text else "" for n, text in enumerate(SLIPPED)]
    made = body(put_right(tmp_path, book(bare(whole))).content)
    ids = re.findall(r'id="(e\d+)"', made)
    assert len(ids) == len(set(ids)) == sum(map(bool, SLIPPED))
    assert re.sub(r"</?em[^>]*>", "", made) == bare(EN)
    assert made.count("<em>") == 1  # the half whose element has its id in the other


def test_nothing_moves_from_one_chapter_to_another(tmp_path: Path) -> None:
    halves = [[*SLIPPED[:9], *[""] * 7], [*[""] * 9, *SLIPPED[9:]]]
    chapters = [
        "".join(
            f"<p>{zh}</p><p>{en}</p>"
            for n, (zh, en) in enumerate(zip(ZH, half, strict=True))
            if (n < 9) == (half is halves[0])
        )
        for half in halves
    ]
    content = put_right(tmp_path, book(*chapters)).content
    for n, chapter in enumerate(chapters, 1):
        letters = re.sub(r"<[^>]*>|\s", "", chapter)
        made = body(content, f"OPS/c{n}.xhtml")
        assert sorted(letters) == sorted(re.sub(r"<[^>]*>|\s", "", made))


def test_paragraphs_that_translate_one_stay_together(tmp_path: Path) -> None:
    parts = list(zip(ZH, EN, strict=True))
    texts = [f"<p>{zh}</p><p>{en}</p>" for zh, en in parts[:6]]
    texts.append(f"<p>{''.join(ZH[6:8])}</p>\n<p>{EN[6]}</p>\n<p>{EN[7]}</p>\n")
    texts += [f"<p>{zh}</p><p>{en}</p>" for zh, en in parts[8:]]
    data = book("".join(texts))
    assert put_right(tmp_path, data).content == data


def test_names_of_characters_and_all_other_parts_stay(tmp_path: Path) -> None:
    more = {"OPS/cover.jpg": b"\xff\xd8\x00", "OPS/style.css": b"p { }\r\n"}
    texts = [text.replace(" ", "&nbsp;", 1) + "<br/>&hellip;" for text in EN]
    slipped = [*texts[:4], " ".join(texts[4:6]), *texts[6:12], "", *texts[12:]]
    data = book(bare(slipped), more=more)
    content = put_right(tmp_path, data).content
    assert body(content) == bare(texts)
    old, new = (zipfile.ZipFile(BytesIO(one)) for one in (data, content))
    assert old.namelist() == new.namelist()
    for one, other in zip(old.infolist(), new.infolist(), strict=True):
        assert (one.date_time, one.compress_type) == (other.date_time, other.compress_type)
        if one.filename != "OPS/c1.xhtml":
            assert old.read(one) == new.read(other)


def test_a_cell_that_is_missing_is_not_put_in(tmp_path: Path) -> None:
    table = rows(SLIPPED).replace("<td></td>", "")
    content = put_right(tmp_path, book(table)).content
    assert body(content).count("<td>") == table.count("<td>")


def written(folder: Path, form: BilingualForm) -> Path:
    """Return a book that this program has written."""
    text = folder / "a.txt"
    text.write_text("\n\n".join(f"{zh}\n\n{en}" for zh, en in zip(ZH, EN, strict=True)), "utf-8")
    path = folder / f"{form}.epub"
    write_bitext(align_article(text), path, ExportOptions(form=form))
    return path


def spoilt(path: Path) -> bytes:
    """Return a book in which one translation has taken in the next, and the rest moved up."""
    old = zipfile.ZipFile(path)
    chapter = old.read("OPS/c0001.xhtml").decode("utf-8")
    texts = iter(SLIPPED)
    chapter = re.sub(
        r'(lang="en-US">)[^<]*(</p>|</h2>)', lambda m: m[1] + next(texts) + m[2], chapter
    )
    part = {"OPS/c0001.xhtml": chapter.encode("utf-8")}
    return Package(path.read_bytes(), path).replaced(part)


@pytest.mark.parametrize("form", ["turn", "tap"])
def test_a_book_of_our_own(tmp_path: Path, form: BilingualForm) -> None:
    path = written(tmp_path, form)
    right = path.read_bytes()
    assert put_right(tmp_path, right).content == right
    content = put_right(tmp_path, spoilt(path)).content
    for name in zipfile.ZipFile(path).namelist():
        assert zipfile.ZipFile(BytesIO(content)).read(name) == zipfile.ZipFile(path).read(name)


@pytest.mark.parametrize("form", ["turn", "tap"])
def test_epubcheck_finds_nothing(tmp_path: Path, form: BilingualForm) -> None:
    jar = os.environ.get("EPUBCHECK_JAR", "")
    if not (shutil.which("java") and Path(jar).is_file()):
        pytest.skip("EPUBCHECK_JAR names no jar of epubcheck")
    path = tmp_path / "out.epub"
    path.write_bytes(put_right(tmp_path, spoilt(written(tmp_path, form))).content)
    told = subprocess.run(
        ["java", "-jar", jar, str(path)], capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stderr
    assert "WARNING" not in told.stderr


HARMFUL = page("<p>&e;</p>").replace("<!DOCTYPE html>", "<!DOCTYPE html [<!ENTITY e 'x'>]>")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        book(bare(EN))[:300],
        book(""),
        book("".join(f"<p>{zh}</p>" for zh in ZH)),
        book("".join(f"<p>{text}</p>" for text in (*ZH, *EN))),
        book("<p>渡船<p>ferry</p>"),
        book("<div>" * 2_000 + "</div>" * 2_000),
        book("", more={"OPS/c1.xhtml": HARMFUL}),
        zipped(
            {"META-INF/container.xml": CONTAINER, "OPS/book.opf": package([item("a", "b")], [])}
        ),
    ],
)
def test_what_is_no_such_book_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(DuizhaoError):
        put_right(tmp_path, data)


def test_a_damaged_chapter_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match=r"c2\.xhtml"):
        put_right(tmp_path, book(bare(EN), "<p>渡船"))
