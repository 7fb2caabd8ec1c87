"""Plain units are read without the parser, and nobody can tell."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.errors import UnusableInput
from aligner.files import xml_stream
from aligner.files.unpacking import open_source
from aligner.files.xml_stream import XmlReader, read_xml
from aligner.formats.language_codes import PreferredCodes
from aligner.formats.tmx import read as tmx_reader
from aligner.formats.tmx.origins import Origins
from aligner.formats.tmx.plain import take_plain
from aligner.formats.tmx.read import TmxHandler
from aligner.unit import Unit
from tests.formats.files import LAMP, saved, tmx, tu

PLAIN = (
    LAMP,
    tu(
        ("en", "a &amp; b &#x41;"),
        ("zh-TW", "燈\n塔"),
        attributes=' creationdate="20240102T030405Z"',
    ),
    tu(("zh", "灯"), ("en", "x"), inside='<prop type="x-a">1 &lt; 2</prop>\n <note>n</note>'),
    '\n  <tu\n tuid="1"  usagecount="2" >\n<tuv xml:lang="zh" changeid="我"> <seg></seg></tuv>\n'
    '<tuv lang="en"><seg>x</seg>\n</tuv></tu>\n',
)
ODD = (
    "<!-- <tu><tuv xml:lang='zh'><seg>no</seg></tuv></tu>",
    "-->",
    "<!-- " + LAMP,
    "<![CDATA[" + LAMP,
    "]]>",
    "<?x </tu> ?>",
    tu(("zh", "灯<![CDATA[</seg></tu>]]>"), ("en", "x")),
    tu(("zh", "按<ph x='1'/>钮"), ("en", "x")),
    tu(("zh", "灯"), ("zh-TW", "燈"), ("en", "x")),
    tu(("de", "x"), ("en", "x")),
    tu(("zh", "&#55296;"), ("en", "x")),
    tu(("zh", "&nbsp;"), ("en", "x")),
    tu(("zh", "灯"), ("en", "x"), attributes=' a="1" a="2"'),
    tu(("zh", "灯"), ("en", "x")).replace("</tu>", "</tu >"),
    tu(("zh", "灯"), ("en", "x")).replace('"', "'"),
    "<tu>" + LAMP + "</tu>",
    "<x>" + LAMP + "</x>",
    tu(("zh", "灯&#xD83D;&#xDE00;"), ("en", "x&#xDE00;")),
    tu(("zh", "灯\ufffe\uffff&#xFFFE;塔"), ("en", "x\x0by&#11;\x7f\x85")),
    tu(("zh", "灯]]>塔"), ("en", "]]>")),
    tu(("zh", "灯<![CDATA[a]]>]]>"), ("en", "x")),
    tu(("zh", "灯"), ("en", "x"), attributes='\u3000a="1"\xa0b="2"'),
    tu(("zh", "灯"), ("en", "x"), inside="\u3000"),
    tu(("zh", "灯"), ("zh", "塔"), ("en", "x"), ("en", "y")),
    tu(("yue-HK", "灯"), ("en", "x")),
    tu(("zh", "&#0;&#9999999;"), ("en", "x")),
    "\ufffe",
    "\r\n\t",
    "& <",
)


def by_both(path: Path) -> tuple[list[Unit], list[Unit]]:
    """What is read with the short cut and without, and the complaint at the end of each."""
    results = []
    for feed in (TmxHandler.feed, TmxHandler.pass_on):
        units: list[Unit] = []
        with open_source(path, ()) as source:
            handler = TmxHandler(path, PreferredCodes())

            def given(reader: XmlReader, piece: bytes, handler: TmxHandler = handler) -> None:
                feed(handler, reader, piece)  # noqa: B023

            reading = read_xml(source, handler, None, given)
            try:
                for unit in reading:
                    units.append(unit)  # noqa: PERF402
            except UnusableInput as problem:
                units.append(Unit("", str(problem)))
        results.append(units)
    return results[0], results[1]


def without_reason(unit: Unit) -> Unit:
    """A complaint without what the parser says of it; other units as they are."""
    return unit if unit.zh else replace(unit, en=unit.en.partition("): ")[0])


def traces(unit: Unit) -> tuple[object, ...]:
    return unit.source, unit.origin and unit.origin.element, unit.has_its_texts


@settings(max_examples=200)
@given(
    st.lists(st.sampled_from([*PLAIN, *PLAIN, *ODD]), max_size=8), st.sampled_from([50, 100, 9999])
)
def test_the_short_cut_reads_what_the_parser_reads(units: list[str], chunk: int) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(xml_stream, "_CHUNK", chunk)
        short, long = by_both(saved(Path(folder), tmx(*units)))
    assert short == long
    assert list(map(traces, short)) == list(map(traces, long))


INSERTED = (
    *(b"&#xFFFE; &#65535; &#0; &#11; &#x1F; &#xD800; &#xD83D;&#xDE00; &#x110000; &#13;".split()),
    *(b"&lt; &amp; &apos; &nbsp; &#x00041; &#X41; &#9; &#; &; & &lt < > ]]> <![CDATA[".split()),
    *(b"<!-- --> --".split()),
    *(b"<? ?> <tu> </tu> </tuv> <seg> </seg> <seg/> <ph/> <hi> </hi> <body> </body> x: :".split()),
    *(b"text \xef\xbb\xbf \xef\xbf\xbe \xef\xbf\xbf \xf0\x9f\xbf\xbe \xff \xc3 \" ' =".split()),
    *(b"<note>n</note> <prop>p</prop> <!DOCTYPE".split()),
    *(b"\x00 \x01 \x1b \x7f \xed\xa0\x80 \xc2\x85 \xe3\x80\x80 \xc2\xa0 \xe2\x80\xa8".split(b" ")),
    b"\x0b",
    b"\x0c",
    b"\x1d",
    b"\r",
    b"\r\n",
    b"\n",
    b"\t",
    b" ",
    b' a="1"',
    b' a="1" a="2"',
    b' xmlns:x="u"',
    b' xml:lang="en"',
    b' lang="zh"',
    b' srclang="en"',
    b' 1a="1"',
    b' \xc3\xa9="1"',
    b'<tuv xml:lang="zh"><seg>x</seg></tuv>',
    b'<prop type="x">p</prop>',
)
"""What breaks a file, or looks as if it did."""


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from([*PLAIN, *PLAIN, *ODD]), min_size=1, max_size=4),
    st.lists(
        st.tuples(st.floats(0, 1), st.sampled_from([0, 0, 0, 1, 2, 30]), st.sampled_from(INSERTED)),
        max_size=5,
    ),
    st.sampled_from([7, 64, 9999]),
)
def test_the_short_cut_reads_a_damaged_file_as_the_parser_does(
    units: list[str], damages: list[tuple[float, int, bytes]], chunk: int
) -> None:
    data = tmx(LAMP, *units).encode()
    for place, missing, instead in damages:
        at = int(place * len(data))
        data = data[:at] + instead + data[at + missing :]
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(xml_stream, "_CHUNK", chunk)
        short, long = by_both(saved(Path(folder), data))
    # Of several things wrong the parser names another one where its pieces end elsewhere.
    assert [*map(without_reason, short)] == [*map(without_reason, long)]
    assert list(map(traces, short)) == list(map(traces, long))


def test_put_together_the_elements_are_the_file(tmp_path: Path) -> None:
    content = tmx(*PLAIN, tu(("de", "x"), ("fr", "x")), *PLAIN, "<!-- end -->")
    units, _ = by_both(saved(tmp_path, content))
    elements = [unit.origin.element for unit in units if unit.origin]
    assert len(elements) == 2 * len(PLAIN)
    frame = elements[0].frame
    assert frame is not None
    pieces = [piece for element in elements for piece in (element.before, element.text)]
    assert "".join([frame.before, *pieces, frame.after]) == content


def test_the_short_cut_is_taken() -> None:
    done: list[Unit] = []
    text = "".join(PLAIN)
    assert take_plain(text, 0, done, Origins()) == len(text.rstrip())
    assert len(done) == len(PLAIN)


def test_a_complaint_names_the_line_behind_many_plain_units(tmp_path: Path) -> None:
    path = saved(tmp_path, tmx(*[f"{LAMP}\n"] * 2000, "<oops>"))
    short, long = by_both(path)
    assert short == long
    assert "(line 2,002)" in short[-1].en


def test_a_unit_longer_than_what_waits_is_still_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tmx_reader, "_LONGEST", 10)
    monkeypatch.setattr(xml_stream, "_CHUNK", 40)
    short, long = by_both(saved(tmp_path, tmx(*[LAMP] * 20)))
    assert short == long
    assert len(short) == 20
