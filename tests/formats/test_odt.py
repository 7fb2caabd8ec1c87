"""OpenDocument texts: tracked deletions, notes and ruby stand in the text and are none of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.formats.documents import ODF_NAMES, blocks, document, odt, sides, texts

STYLES = """
<style:style style:name="P9" style:family="paragraph"><style:text-properties text:display="none"/>
</style:style>
<style:style style:name="P8" style:family="paragraph" style:parent-style-name="P9"/>
<style:style style:name="T9" style:family="text"><style:text-properties text:display="none"/>
</style:style>
<style:style style:name="T8" style:family="text">
<style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="Contents_20_1" style:family="paragraph"/>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Contents_20_1"/>
<style:style style:name="P2" style:family="paragraph" style:display-name="Illustration"/>
"""
NOTE = (
    "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
    "<text:p>In 1911.</text:p></text:note-body></text:note>"
)


def p(text: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def region(name: str, inside: str) -> str:
    return (
        f'<text:tracked-changes><text:changed-region text:id="{name}"><text:deletion>{inside}'
        "</text:deletion></text:changed-region></text:tracked-changes>"
    )


CONSTRUCTS: dict[str, tuple[str, list[str]]] = {
    "a deletion kept at the head": (
        region("c1", p("very thick")) + p('The <text:change text:change-id="c1"/>fog.'),
        ["The fog."],
    ),
    "a deletion marked in the body": (
        region("c1", "")
        + p('The <text:change-start text:change-id="c1"/>very')
        + p('thick <text:change-end text:change-id="c1"/>fog.'),
        ["The fog."],
    ),
    "a deletion named in the newer way": (
        region("c1", "").replace("text:id", "xml:id")
        + p('The <text:change-start text:change-id="c1"/>very <text:change-end '
            'text:change-id="c1"/>fog.'),
        ["The fog."],
    ),
    "a deleted table": (
        region("c1", "") + p("A.") + '<text:change-start text:change-id="c1"/><table:table>'
        f"<table:table-row><table:table-cell>{p('Gone.')}</table:table-cell></table:table-row>"
        '</table:table><text:change-end text:change-id="c1"/>' + p("B."),
        ["A.", "B."],
    ),
    "a note in a deletion": (
        region("c1", "") + p(f'Lit.<text:change-start text:change-id="c1"/>{NOTE}'
                             '<text:change-end text:change-id="c1"/>'),
        ["Lit."],
    ),
    "an insertion marked in the body": (
        p('The <text:change-start text:change-id="c2"/>thick<text:change-end/> fog.'),
        ["The thick fog."],
    ),
    "a note": (p(f"The lamp{NOTE} was lit."), ["The lamp was lit.", "In 1911."]),
    "an endnote of two paragraphs": (
        p('Lit<text:note text:note-class="endnote"><text:note-citation>i</text:note-citation>'
          f"<text:note-body>{p('One.')}{p('Two.')}</text:note-body></text:note>."),
        ["Lit.", "One.", "Two."],
    ),
    "a raised mark": (
        p('燈亮了。<text:span text:style-name="T8">1</text:span>')
        + p('Ten km<text:span text:style-name="T8">2</text:span> of fog.'),
        ["燈亮了。", "Ten km2 of fog."],
    ),
    "an annotation": (
        p(f"The <office:annotation>{p('Check.')}</office:annotation>lamp."),
        ["The lamp."],
    ),
    "ruby": (
        p("在<text:ruby><text:ruby-base>霧</text:ruby-base><text:ruby-text>wù</text:ruby-text>"
          "</text:ruby>裡。"),
        ["在霧裡。"],
    ),
    "blanks, tab and break": (
        p('One<text:s text:c="3"/>two<text:tab/>three\n  four.<text:line-break/>Five.'),
        ["One   two three four.", "Five."],
    ),
    "a frame": (
        p("Around<draw:frame><draw:text-box>" + p("In the box.")
          + "</draw:text-box><svg:title>Alt</svg:title></draw:frame> it."),
        ["Around it.", "In the box."],
    ),
    "a shape": (p("It.<draw:custom-shape>" + p("Drawn.") + "</draw:custom-shape>"), 
                ["It.", "Drawn."]),
    "a hidden paragraph": (p("Gone.", "P8") + p("Seen."), ["Seen."]),
    "a hidden span": (p('<text:span text:style-name="T9">Gone. </text:span>Seen.'), ["Seen."]),
    "a paragraph that a field hides": (
        p('Gone.<text:hidden-paragraph text:is-hidden="true"/>') + p("Seen."),
        ["Seen."],
    ),
    "a hidden section": (
        f'<text:section text:display="none">{p("Gone.")}</text:section>'
        f"<text:section>{p('Seen.')}</text:section>",
        ["Seen."],
    ),
    "a variable that is not shown": (
        p('A<text:variable-set text:display="none">7</text:variable-set> lamp.'),
        ["A lamp."],
    ),
    "a script": (p("A<text:script>run()</text:script> lamp."), ["A lamp."]),
    "the number of a heading": (
        '<text:h text:outline-level="1"><text:number>1. </text:number>Of fog</text:h>',
        ["Of fog"],
    ),
    "a soft hyphen": (p("har\u00advest"), ["harvest"]),
    "a field": (p("Page <text:page-number>7</text:page-number> ends."), ["Page 7 ends."]),
    "covered cells": (
        "<table:table><table:table-row>"
        f'<table:table-cell table:number-columns-spanned="2">{p("Both.")}</table:table-cell>'
        f"<table:covered-table-cell>{p('covered')}</table:covered-table-cell></table:table-row>"
        "</table:table>",
        ["Both."],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CONSTRUCTS)
def test_a_construct_reads_as_it_is_shown(name: str, tmp_path: Path) -> None:
    body, expected = CONSTRUCTS[name]
    assert texts(odt(tmp_path, body, styles=STYLES)) == expected


def test_what_is_left_out_is_counted(tmp_path: Path) -> None:
    names = ("a deletion kept at the head", "an annotation", "a hidden span")
    body = "".join(CONSTRUCTS[name][0] for name in names)
    counted = document(odt(tmp_path, body, styles=STYLES)).left_out
    assert counted == {"deletion": 1, "comment": 1, "hidden text": 1}


def test_kinds_and_labels(tmp_path: Path) -> None:
    contents = (
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>no"
        "</text:index-title-template></text:table-of-content-source><text:index-body>"
        f"{p('Fog 1')}</text:index-body></text:table-of-content>"
    )
    body = (
        contents
        + p("Tea 2", "P1")
        + '<text:h text:outline-level="1">Of fog, it says.</text:h>'
        + f"<text:list><text:list-item>{p('One, it says.')}</text:list-item></text:list>"
        + p("The lamp, it says.", "P2")
    )
    page = "<style:master-page><style:header>{}</style:header></style:master-page>"
    found = blocks(odt(tmp_path, body, styles=STYLES, pages=page.format(p("Ferry Weekly"))))
    assert [(block.text, block.kind, block.label) for block in found] == [
        ("Ferry Weekly", "heading", "running head"),
        ("Fog 1", "heading", "contents"),
        ("Tea 2", "heading", "contents"),
        ("Of fog, it says.", "heading", ""),
        ("One, it says.", "list item", ""),
        ("The lamp, it says.", "caption", ""),
    ]


def test_an_index_of_words_stands_apart(tmp_path: Path) -> None:
    index = f"<text:alphabetical-index><text:index-body>{p('fog 1')}</text:index-body>"
    found = blocks(odt(tmp_path, f"{index}</text:alphabetical-index>{p('It was lit.')}"))
    assert [(one.text, one.label) for one in found] == [("fog 1", "contents"), ("It was lit.", "")]


def test_a_table_of_two_languages(tmp_path: Path) -> None:
    def row(*cells: str) -> str:
        inside = "".join(f"<table:table-cell>{p(cell)}</table:table-cell>" for cell in cells)
        return f"<table:table-row>{inside}</table:table-row>"

    rows = row("中文", "English") + row("灯塔亮了。", "The lamp was lit.")
    article, zh, en = sides(odt(tmp_path, f"<table:table>{rows}</table:table>"))
    assert (article.layout, zh, en) == ("columns", ["灯塔亮了。"], ["The lamp was lit."])


def test_a_flat_file_reads_alike(tmp_path: Path) -> None:
    path = tmp_path / "a.fodt"
    path.write_text(
        f"<office:document {ODF_NAMES}><office:body><office:text>{p('The lamp was lit.')}"
        "</office:text></office:body></office:document>",
        encoding="utf-8",
    )
    assert texts(path) == ["The lamp was lit."]
