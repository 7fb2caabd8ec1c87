"""Presentations as articles: the order of slides and boxes, and what on a slide is text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from aligner.errors import UnusableInput
from aligner.formats import Block, Raw
from aligner.formats.pptx.read import read_pptx
from aligner.reading import read_article
from tests.formats.books import zipped

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    f'xmlns:r="{OFFICE}"'
)
ZH, EN = "燈塔在礁石上站了一百年。", "The lighthouse has stood on the reef for a hundred years."
ZH2, EN2 = "守燈人退休了。", "The keeper has retired."


def relations(*targets: tuple[str, str]) -> str:
    """The list of parts that a part refers to: kind and name, with ids r1, r2..."""
    lines = [
        f'<Relationship Id="r{n}" Type="{OFFICE}/{kind}" Target="{name}"/>'
        for n, (kind, name) in enumerate(targets, start=1)
    ]
    return f"<Relationships>{''.join(lines)}</Relationships>"


def paragraph(text: str) -> str:
    """A paragraph of one run, or of the elements given."""
    inside = text if text.startswith("<") else f"<a:r><a:t>{text}</a:t></a:r>"
    return f"<a:p>{inside}</a:p>"


def box(*texts: str, holder: str = "", at: tuple[int, int] | None = None, more: str = "") -> str:
    """A shape; `holder` are the attributes of its placeholder, `at` its left and top."""
    ph = f"<p:ph {holder}/>" if holder else ""
    place = f'<a:xfrm><a:off x="{at[0]}" y="{at[1]}"/></a:xfrm>' if at else ""
    return (
        f"<p:sp><p:nvSpPr><p:cNvPr id='1' name='x' {more}/><p:nvPr>{ph}</p:nvPr></p:nvSpPr>"
        f"<p:spPr>{place}</p:spPr><p:txBody>{''.join(map(paragraph, texts))}</p:txBody></p:sp>"
    )


def slide(*shapes: str, more: str = "", kind: str = "sld") -> str:
    """A slide, or what has shapes as a slide has."""
    tree = f"<p:cSld><p:spTree>{''.join(shapes)}</p:spTree></p:cSld>"
    return f"<p:{kind} {SPACES} {more}>{tree}</p:{kind}>"


def deck(*slides: str, more: Mapping[str, str] | None = None, order: str = "") -> bytes:
    """A presentation; `order` are the numbers of its slides as they are shown."""
    numbers = range(1, len(slides) + 1)
    shown = [f'<p:sldId id="{n}" r:id="r{n}"/>' for n in order or numbers]
    parts = {
        "_rels/.rels": relations(("officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": f"<p:presentation {SPACES}><p:sldIdLst>{''.join(shown)}"
        "</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": relations(
            *(("slide", f"slides/slide{n}.xml") for n in numbers)
        ),
        **{f"ppt/slides/slide{n}.xml": text for n, text in zip(numbers, slides, strict=True)},
    }
    return zipped(parts | dict(more or {}))


def blocks(data: bytes) -> list[Block]:
    """The blocks of a presentation."""
    return read_pptx(Raw(Path("a.pptx"), data)).blocks


def texts(data: bytes) -> list[tuple[str, str]]:
    """The labels and texts of its blocks."""
    return [(block.label, block.text) for block in blocks(data)]


def test_slides_come_as_they_are_shown_each_in_a_section() -> None:
    found = blocks(deck(slide(box("一。")), slide(box("二。")), slide(box("三。")), order="312"))
    assert [(b.text, b.section) for b in found] == [("三。", 0), ("一。", 1), ("二。", 2)]


def test_the_title_comes_first_and_is_a_heading() -> None:
    found = blocks(deck(slide(box("燈亮了。"), box("燈塔。霧", holder='type="title"'))))
    assert [(b.text, b.kind) for b in found] == [("燈塔。霧", "heading"), ("燈亮了。", "body")]


def test_boxes_in_both_languages_come_by_their_place() -> None:
    english, chinese = box(EN, at=(5_000_000, 1_000_000)), box(ZH, at=(90_000, 1_100_000))
    above = box(ZH2, at=(5_000_000, 20_000))
    assert texts(deck(slide(english, chinese, above))) == [("", ZH2), ("", ZH), ("", EN)]
    one_language = slide(box("下。", at=(0, 900_000)), box("上。", at=(0, 0)))
    assert texts(deck(one_language)) == [("", "下。"), ("", "上。")]


def test_boxes_stand_where_their_layout_puts_them() -> None:
    layout = slide(
        box("x", holder='type="body" idx="1"', at=(5_000_000, 0)),
        box("x", holder='type="body" idx="2"', at=(0, 0)),
        kind="sldLayout",
    )
    found = texts(
        deck(
            slide(box(EN, holder='type="body" idx="1"'), box(ZH, holder='type="body" idx="2"')),
            more={
                "ppt/slides/_rels/slide1.xml.rels": relations(("slideLayout", "../l.xml")),
                "ppt/l.xml": layout,
            },
        )
    )
    assert found == [("", ZH), ("", EN)]


def test_groups_are_gone_into_and_move_what_is_in_them() -> None:
    group = (
        '<p:grpSp><p:grpSpPr><a:xfrm><a:off x="0" y="8000000"/><a:ext cx="10" cy="10"/>'
        '<a:chOff x="0" y="0"/><a:chExt cx="10" cy="10"/></a:xfrm></p:grpSpPr>'
        f"<p:grpSp>{box(EN, at=(0, 10))}</p:grpSp></p:grpSp>"
    )
    assert texts(deck(slide(group, box(ZH, at=(0, 4_000_000))))) == [("", ZH), ("", EN)]


def frame(inside: str) -> str:
    """A graphic frame on a slide."""
    data = f"<a:graphicData>{inside}</a:graphicData>"
    return f"<p:graphicFrame><a:graphic>{data}</a:graphic></p:graphicFrame>"


def test_tables_cell_by_cell_and_merged_cells_once() -> None:
    cells = [
        f"<a:tc {more}><a:txBody>{paragraph(text)}</a:txBody></a:tc>"
        for text, more in ((ZH, 'gridSpan="2"'), (ZH, 'hMerge="1"'), (EN, ""))
    ]
    table = f"<a:tbl><a:tr>{''.join(cells)}</a:tr></a:tbl>"
    assert texts(deck(slide(frame(table)))) == [("", ZH), ("", EN)]


def rows(*texts: Sequence[str]) -> str:
    """A table on a slide."""
    cells = [
        "".join(f"<a:tc><a:txBody>{paragraph(text)}</a:txBody></a:tc>" for text in row)
        for row in texts
    ]
    return frame(f"<a:tbl>{''.join(f'<a:tr>{row}</a:tr>' for row in cells)}</a:tbl>")


def test_heads_and_numbers_of_a_table_of_two_languages_are_told_apart() -> None:
    table = rows(("No.", "English", "中文"), ("1", EN, ZH), ("2", EN2, ZH2))
    head, figures = "column head", "marks and figures alone"
    assert texts(deck(slide(table))) == [
        (head, "No."), (head, "English"), (head, "中文"),
        (figures, "1"), ("", EN), ("", ZH), (figures, "2"), ("", EN2), ("", ZH2),
    ]  # fmt: skip


def test_cells_merged_downwards_are_read_once() -> None:
    cell = f"<a:tr><a:tc {{}}><a:txBody>{paragraph(ZH)}</a:txBody></a:tc></a:tr>"
    merged = [cell.format(more) for more in ("rowSpan='2'", "vMerge='true'")]
    table = f"<a:tbl>{''.join(merged)}</a:tbl>"
    assert texts(deck(slide(frame(table)))) == [("", ZH)]


@pytest.mark.parametrize(
    ("choice", "fallback", "expected"), [(ZH, ZH2, ZH), (ZH, "", ZH), ("", ZH2, ZH2)]
)
def test_of_two_forms_of_a_box_one_is_read(choice: str, fallback: str, expected: str) -> None:
    forms = f"<mc:Choice>{box(choice) if choice else ''}</mc:Choice>"
    forms += f"<mc:Fallback>{box(fallback) if fallback else ''}</mc:Fallback>"
    both = f"<mc:AlternateContent>{forms}</mc:AlternateContent>"
    assert texts(deck(slide(both))) == [("", expected)]


def test_smart_art_and_titles_of_charts() -> None:
    found = blocks(
        deck(
            slide(frame('<dgm:relIds r:dm="r1"/>'), frame('<c:chart r:id="r2"/>')),
            more={
                "ppt/slides/_rels/slide1.xml.rels": relations(
                    ("diagramData", "../d.xml"), ("chart", "/ppt/c.xml")
                ),
                "ppt/d.xml": f"<dgm:dataModel {SPACES}><dgm:t>{paragraph('燈亮了。')}</dgm:t>"
                "</dgm:dataModel>",
                "ppt/c.xml": f"<c:chart {SPACES}><c:title>{paragraph('Ships a year')}</c:title>"
                "<c:v>1999</c:v></c:chart>",
            },
        )
    )
    assert [(b.text, b.kind) for b in found] == [("燈亮了。", "body"), ("Ships a year", "caption")]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<a:r><a:t>燈</a:t></a:r><a:r><a:t>亮了。</a:t></a:r>", ["燈亮了。"]),
        (f"<a:r><a:t>{ZH}</a:t></a:r><a:br/><a:r><a:t>{EN}</a:t></a:r>", [ZH, EN]),
        (f"<a:r><a:t>{ZH}_x000B_{EN}</a:t></a:r>", [ZH, EN]),
        ("<a:r><a:t>The old</a:t></a:r><a:br/><a:r><a:t>lamp</a:t></a:r>", ["The old lamp"]),
        ("<a:r><a:t>har\u00advest</a:t></a:r>", ["harvest"]),
        ("<a:r><a:t>亮。</a:t></a:r><a:r><a:rPr baseline='30000'/><a:t>1</a:t></a:r>", ["亮。"]),
        (
            "<a:r><a:t>six km</a:t></a:r><a:r><a:rPr baseline='30000'/><a:t>2</a:t></a:r>",
            ["six km2"],
        ),
        ("<a:r><a:t>第</a:t></a:r><a:fld type='slidenum'><a:t>3</a:t></a:fld>", ["第"]),
        ("<a:r><a:t>看</a:t></a:r><a:fld type='x'><a:t>燈</a:t></a:fld>", ["看燈"]),
        (
            "<a:r><a:t>長</a:t></a:r><mc:AlternateContent><mc:Choice><m:oMath><m:r><m:t>x</m:t>"
            "</m:r></m:oMath></mc:Choice><mc:Fallback><a:t>x</a:t></mc:Fallback>"
            "</mc:AlternateContent>",
            ["長"],
        ),
    ],
)
def test_what_of_a_paragraph_is_text(inside: str, expected: list[str]) -> None:
    assert [text for _, text in texts(deck(slide(box(inside))))] == expected


def test_what_is_no_text_of_a_slide_has_a_label() -> None:
    found = texts(
        deck(
            slide(
                box("3", holder='type="sldNum"'),
                box("May 2026", holder='type="dt"'),
                box("Lamp Society", holder='type="ftr"'),
                box("舊的。", more='hidden="1"'),
                f"<p:grpSp><p:nvGrpSpPr><p:cNvPr hidden='1'/></p:nvGrpSpPr>{box('組。')}</p:grpSp>",
                box("12"),
            ),
            slide(box("藏起來的。"), more='show="0"'),
        )
    )
    assert found == [
        ("page number", "3"),
        ("date", "May 2026"),
        ("running head", "Lamp Society"),
        ("hidden", "舊的。"),
        ("hidden", "組。"),
        ("marks and figures alone", "12"),
        ("hidden slide", "藏起來的。"),
    ]


def noted(*pairs: tuple[str, str]) -> bytes:
    """A presentation of slides, each with its text and the notes of the speaker."""
    more = {}
    for n, (_, note) in enumerate(pairs, start=1):
        more[f"ppt/slides/_rels/slide{n}.xml.rels"] = relations(("notesSlide", f"../n{n}.xml"))
        more[f"ppt/n{n}.xml"] = slide(
            box("9", holder='type="sldNum"'), box(note, holder='type="body" idx="1"'), kind="notes"
        )
    return deck(*(slide(*map(box, text.split("|"))) for text, _ in pairs), more=more)


def test_notes_of_the_speaker() -> None:
    answering = blocks(noted((ZH, EN), (ZH2, EN2)))
    assert [(b.text, b.kind, b.section) for b in answering] == [
        (ZH, "body", 0),
        (EN, "body", 0),
        (ZH2, "body", 1),
        (EN2, "body", 1),
    ]
    own = blocks(noted((ZH, "說慢一點。"), (ZH2, "停一下。")))
    assert [b.kind for b in own if not b.label] == ["body", "note", "body", "note"]
    alone = texts(noted((f"{ZH}|{EN}", "Speak slowly here."), (f"{ZH2}|{EN2}", "Pause here.")))
    assert [text for label, text in alone if label == "speaker notes"] == [
        "Speak slowly here.",
        "Pause here.",
    ]


def test_comments_are_counted() -> None:
    data = deck(
        slide(box("燈。")),
        more={
            "ppt/slides/_rels/slide1.xml.rels": relations(("comments", "../c.xml")),
            "ppt/c.xml": f"<p:cmLst {SPACES}><p:cm/><p:cm/></p:cmLst>",
        },
    )
    assert read_pptx(Raw(Path("a.pptx"), data)).left_out == {"comment": 2}


def test_no_pair_crosses_from_a_slide_into_the_next(tmp_path: Path) -> None:
    path = tmp_path / "a.pptx"
    path.write_bytes(deck(slide(box(ZH), box(EN)), slide(box(EN2), box(ZH2))))
    article = read_article(path)
    assert article.walls == ((1, 1),)
    assert [s.text for s in article.zh.sentences] == [ZH, ZH2]


def test_the_strict_form_differs_in_its_namespaces_only() -> None:
    strict = SPACES.replace("schemas.openxmlformats.org", "purl.oclc.org/ooxml")
    text = slide(box("燈。")).replace(SPACES, strict)
    assert texts(deck(text)) == [("", "燈。")]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "archive"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "password"),
        (deck(slide())[:-40], "archive"),
        (zipped({"a.txt": "a"}), "no PowerPoint"),
        (zipped({"_rels/.rels": relations(("officeDocument", "w.xml")), "w.xml": "<a/>"}), "no Po"),
        (deck("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "document type"),
        (deck("<a>" * 100_000), "deep"),
        (deck("<a>" + " " * 60_000_000), "more than any document"),
        (deck("<a>"), "damaged"),
    ],
)
def test_what_is_no_presentation_is_refused_in_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(UnusableInput, match=words):
        blocks(data)
