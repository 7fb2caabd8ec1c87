"""One registry of formats: whatever names their endings is made from it."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest

import aligner
from aligner import cli
from aligner.errors import UnknownFormat
from aligner.formats import (
    FORMATS,
    Format,
    bitext_format_of,
    bitext_suffixes,
    document_format_of,
    listed,
    names_units,
    other_suffixes,
    packed_suffixes,
    unit_format_of,
)
from aligner.terms.formats import GLOSSARY_FORMATS

ROOT = Path(aligner.__file__).parent
HOMES = ("aligner/formats/registry.py", "aligner/terms/formats/registry.py")
"""Where endings are listed, beside the descriptions of the formats themselves."""
ENDINGS = {ending for form in FORMATS for ending in form.all_suffixes} | {
    ending for form in GLOSSARY_FORMATS for ending in form.suffixes
}


def lists_of_endings(code: str) -> list[int]:
    """The lines of a module on which two endings or more stand in one list, or one text."""
    found = []
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Tuple | ast.List | ast.Set):
            parts: list[ast.expr | None] = [*node.elts]
        elif isinstance(node, ast.Dict):
            parts = [*node.keys]
        else:
            continue
        texts = [part.value for part in parts if isinstance(part, ast.Constant)]
        if sum(text in ENDINGS for text in texts if isinstance(text, str)) > 1:
            found.append(node.lineno)
    return found


def test_every_folder_of_formats_is_in_the_registry() -> None:
    doors = (ROOT / "formats").glob("*/__init__.py")
    folders = {path.parent.name for path in doors if " = Format(" in path.read_text("utf-8")}
    code = (ROOT / "formats" / "registry.py").read_text(encoding="utf-8")
    assert [name for name in folders if f"from aligner.formats.{name} import" not in code] == []


def test_an_ending_is_written_by_one_format() -> None:
    endings = Counter(ending for form in FORMATS for ending in form.suffixes)
    assert {ending for ending, times in endings.items() if times > 1} == set()
    assert all(ending == ending.lower() and ending[0] == "." for ending in ENDINGS)


def test_no_module_has_a_list_of_endings_of_its_own() -> None:
    elsewhere = {}
    for package in (ROOT, ROOT.parent / "tui"):
        for path in package.rglob("*.py"):
            name = path.relative_to(ROOT.parent).as_posix()
            if name not in HOMES and not name.startswith("aligner/formats/"):
                elsewhere[name] = lists_of_endings(path.read_text(encoding="utf-8"))
    assert {name: lines for name, lines in elsewhere.items() if lines} == {}


def test_a_list_of_endings_is_noticed() -> None:
    assert lists_of_endings('A = (".tmx", "x", ".xlf")\nB = {".md": 1, ".csv": 2}') == [1, 2]
    assert lists_of_endings('A = (".tmx", ".doc")\nb = ".xlf"') == []


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_every_format_does_something_and_says_what(form: Format) -> None:
    assert form.units or form.document or form.takes_bitexts
    if form.units or form.write_units:
        assert form.help.kept
        assert bool(form.help.written) == (form.write_units is not None)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_the_commands_name_every_format_that_they_take(form: Format) -> None:
    align, convert = (
        cli.main.commands[name].get_help(
            cli.main.make_context("duizhao", [name, "--help"], resilient_parsing=True)
        )
        for name in ("align", "convert")
    )
    if form.takes_bitexts:
        assert form.suffix in align
        assert form.suffix in bitext_suffixes()
        assert bitext_format_of(Path(f"a{form.suffix.upper()}")) is form
    if form.write_units:
        assert form.suffix in convert
        assert unit_format_of(Path(f"a{form.suffix}")) is form


def test_an_unknown_ending_is_answered_with_the_known_ones() -> None:
    with pytest.raises(UnknownFormat) as refused:
        unit_format_of(Path("a.docx"))
    assert [f.suffix for f in FORMATS if f.write_units and f.suffix not in str(refused.value)] == []
    with pytest.raises(UnknownFormat):
        unit_format_of(Path("a.sdlxliff"))  # read, but not written


def test_what_an_ending_says_of_a_file_that_is_read() -> None:
    assert names_units(Path("a.SDLXLIFF"))
    assert names_units(Path("a.tmx.gz"))
    assert not names_units(Path("a.html"))
    assert not names_units(Path("a"))
    assert document_format_of(Path("a.HTM")) is document_format_of(Path("a.html"))
    assert document_format_of(Path("a.tmx")) is None
    assert {".zip", ".json"} <= other_suffixes()
    assert not {".html", ".tsv", ".txt"} & other_suffixes()
    assert {".txt", ".ndjson"} <= packed_suffixes()
    assert ".xlsx" not in packed_suffixes()


def test_words_are_listed_as_in_a_sentence() -> None:
    assert listed(["a"]) == "a"
    assert listed(["a", "b"], "and") == "a and b"
    assert listed(["a", "b", "c"]) == "a, b or c"
