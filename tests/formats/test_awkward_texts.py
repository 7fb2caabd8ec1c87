"""Every awkward text through every format that holds units: written, then read, it is as it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from aligner.files import legal, one_line, segment
from aligner.formats import ExportOptions, read_units, write_units
from aligner.terms import Entry, read_glossary
from aligner.terms.formats.glossary import Glossary
from aligner.terms.formats.registry import glossary_format_of
from aligner.unit import Unit

AWKWARD = {
    "tab": "a\tb",
    "tab in front": "\ta",
    "line feed": "a\nb",
    "line feeds around": "\na\n\n",
    "carriage return": "a\rb",
    "both": "a\r\nb",
    "soft line break": "a\x0bb",
    "page break": "a\x0cb",
    "next line": "a\x85b",
    "line separator": "a\u2028b",
    "paragraph separator": "a\u2029b",
    "group separator": "a\x1db",
    "quotes": '"a" says "b"',
    "a quote": '"',
    "quotes doubled": '""a""',
    "quote in front": '"a',
    "quote, comma": '",',
    "comma": "a,b",
    "semicolon": "a;b",
    "bar": "a|b",
    "formula": '=HYPERLINK("x")',
    "guarded formula": "'=1+1",
    "apostrophe": "'tis",
    "at": "@sum(1)",
    "minus": "-1",
    "plus": "+1",
    "hash": "# note",
    "sep": "sep=;",
    "ampersand": "&amp; &lt; &#65; &nbsp; &",
    "tags": "<b>a</b> <br/> <!-- c --> <![CDATA[d]]>",
    "end of a section": "a]]>b",
    "escape of Excel": "_x0041_ _x005F_x000D_",
    "backslashes": "C:\\new\\table \\n \\",
    "percent": "%s %(a)d 100%",
    "braces": "{0} {{a}} {",
    "no-break space": "a\xa0b",
    "no-break spaces around": "\xa0a\xa0",
    "ideographic space": "a\u3000b",
    "zero width": "a\u200bb\u2060c\ufeffd",
    "byte order mark in front": "\ufeffa",
    "bidi": "\u202ea\u202c \u2067b\u2069 \u200f",
    "soft hyphen": "a\xadb",
    "emoji": "👩\u200d🚀😀🇹🇼",
    "beyond the plane": "𠮷𪚥",
    "private use": "\ue000\U000f0000",
    "no character": "a\ufffeb\uffffc",
    "control characters": "a\x00b\x01c\x1bd\x7fe",
    "lone surrogate": "a\ud83db",
    "combining": "e\u0301 \u0301",
    "compatibility": "ﬁ Ａ Ω ⼭",
    "long": "a " * 15_000,
    "word of a head": "English",
    "word of a program": "NULL #N/A true",
}


@dataclass(frozen=True)
class Carrier:
    """A way to write units, and what it makes of a text."""

    ending: str
    text: Callable[[str], str]
    options: ExportOptions = ExportOptions()  # noqa: RUF009


def in_cell(text: str) -> str:
    """Excel has one kind of line end."""
    return legal(text).replace("\r\n", "\n").replace("\r", "\n")


CARRIERS = {
    "TMX": Carrier(".tmx", segment),
    "XLIFF 1.2": Carrier(".xlf", legal),
    "XLIFF 2.1": Carrier(".xlf", legal, ExportOptions(xliff="2.1")),
    "PO": Carrier(".po", legal),
    "TSV": Carrier(".tsv", one_line),
    "CSV": Carrier(".csv", legal),
    "XLSX": Carrier(".xlsx", in_cell),
    "JSON Lines": Carrier(".jsonl", str),
}


@pytest.mark.parametrize("name", AWKWARD)
@pytest.mark.parametrize("form", CARRIERS)
def test_an_awkward_text_comes_back(tmp_path: Path, form: str, name: str) -> None:
    carrier, text = CARRIERS[form], AWKWARD[name]
    pairs = [
        (f"海{text}海", f"sea{text}sea"),
        (f"{text}海", f"{text}sea"),
        (f"海{text}", f"sea{text}"),
        ("海", text),
    ]
    pairs = [pair for pair in pairs if all(carrier.text(one).strip() for one in pair)]
    units = [Unit(zh, en, "zh-CN", "en-US") for zh, en in [*pairs, ("灯塔", "lighthouse")]]
    path = tmp_path / f"a{carrier.ending}"
    write_units(units, path, carrier.options)
    found = [(unit.zh, unit.en) for unit in read_units(path)]
    assert found == [(carrier.text(unit.zh), carrier.text(unit.en)) for unit in units]


@pytest.mark.parametrize("form", [form for form in CARRIERS if form not in ("TMX", "PO")])
def test_an_empty_text_comes_back(tmp_path: Path, form: str) -> None:
    carrier = CARRIERS[form]
    units = [Unit("海", "", "zh-CN", "en-US"), Unit("", "sea", "zh-CN", "en-US")]
    path = tmp_path / f"a{carrier.ending}"
    write_units([*units, Unit("灯塔", "lighthouse", "zh-CN", "en-US")], path, carrier.options)
    found = [(unit.zh, unit.en) for unit in read_units(path)]
    assert found[:2] == [("海", ""), ("", "sea")]


@pytest.mark.parametrize("name", AWKWARD)
@pytest.mark.parametrize("ending", [".tbx", ".csv", ".tsv", ".xlsx", ".txt"])
def test_an_awkward_term_comes_back(tmp_path: Path, ending: str, name: str) -> None:
    if (ending, name) == (".txt", "bar"):
        pytest.skip("a bar divides the terms of OmegaT's own glossary")
    term = segment(f"sea {AWKWARD[name]} sea")
    path = tmp_path / f"a{ending}"
    entries = (Entry("海", term), Entry("灯塔", "lighthouse"), Entry("船锚", "anchor"))
    path.write_bytes(glossary_format_of(path).render(Glossary(entries)))
    assert [(one.zh, one.en) for one in read_glossary(path)] == [(e.zh, e.en) for e in entries]
