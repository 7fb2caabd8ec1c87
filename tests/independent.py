"""TMX, XLIFF and TBX by the reader of the standard library, which knows nothing of ours.

What it cannot read, since it is no well-formed XML, is not compared. Codes that neither side knows
are looked at by their first part.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from aligner.errors import UnusableInput
from aligner.formats import read_units
from aligner.terms import read_glossary
from aligner.unit import Unit

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
CODES = ("bpt", "ept", "it", "ph", "ut")
"""Inline elements whose content is code."""
EMPTY = ("x", "bx", "ex")
CHINESE = re.compile(
    r"(zh|zho|chi|cmn|yue|wuu|hak|lzh|chinese|nan-(tw|cn|hans|hant))\b", re.IGNORECASE
)
ENGLISH = re.compile(r"(en|eng|english)\b", re.IGNORECASE)
HAN = re.compile("[\u4e00-\u9fff]")

Texts = Counter[tuple[str, str]]
"""Texts with their language, `zh` or `en`, and how often each is there."""


def root_of(path: Path) -> ET.Element | None:
    """The first element of a file; None if this reader cannot read it."""
    try:
        return ET.parse(path).getroot()
    except (ET.ParseError, ValueError, LookupError, UnicodeError, OSError):
        return None


def name_of(element: ET.Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def inside(element: ET.Element, name: str) -> Iterator[ET.Element]:
    """The elements of a name in another one, however deep."""
    return (found for found in element.iter() if name_of(found) == name)


def language(code: str, text: str) -> str:
    """The language of a text by its code, or without one by its characters; empty for others."""
    code = code.replace("_", "-").strip()
    if CHINESE.match(code) or (not code and HAN.search(text)):
        return "zh"
    return "en" if ENGLISH.match(code) or (not code and text.strip()) else ""


def text_of(element: ET.Element) -> str:
    """The text of a segment without the code in it."""
    pieces = [element.text or ""]
    for child in element:
        if name_of(child) not in (*CODES, *EMPTY):
            pieces.append(text_of(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def tmx_texts(root: ET.Element) -> tuple[int, Texts]:
    """How many units a TMX file is to give, and the texts that are in them."""
    units, texts = 0, Texts()
    for tu in inside(root, "tu"):
        found: dict[str, list[str]] = {"zh": [], "en": []}
        for tuv in inside(tu, "tuv"):
            text = "\n".join(text_of(seg) for seg in inside(tuv, "seg"))
            code = tuv.get(LANG) or tuv.get("lang") or ""
            if (side := language(code, text)) and text not in found[side]:
                found[side].append(text)
        for side, known in found.items():
            found[side] = [text for text in known if text.strip()] or known[:1]
            texts.update((side, text) for text in found[side])
        zh, en = len(found["zh"]), len(found["en"])
        units += zh + en - 1 if zh and en else zh + en
    return units, texts


def xliff_characters(root: ET.Element) -> Counter[tuple[str, str]]:
    """The characters of both languages that an XLIFF file holds, without white space."""
    found: Counter[tuple[str, str]] = Counter()
    for source, target, one, other in _sides(root):
        for code, element in ((source, one), (target, other)):
            text = "" if element is None else _flat(element)
            if side := language(code, text):
                found.update((side, character) for character in text if not character.isspace())
    return found


def _sides(root: ET.Element) -> Iterator[tuple[str, str, ET.Element | None, ET.Element | None]]:
    """The codes, source and target of each part of an XLIFF file that has its own."""
    for file in inside(root, "file"):
        source = file.get("source-language", root.get("srcLang", ""))
        target = file.get("target-language", root.get("trgLang", ""))
        for name in ("trans-unit", "segment", "ignorable"):
            for part in inside(file, name):
                own = {name_of(child): child for child in part}
                divided = own.get("seg-source")
                has_text = divided is not None and _flat(divided).strip()
                yield source, target, divided if has_text else own.get("source"), own.get("target")


def _flat(element: ET.Element) -> str:
    """The text of a source or target of either generation."""
    pieces = [element.text or ""]
    for child in element:
        if name_of(child) == "cp":
            pieces.append(chr(int(child.get("hex", "20"), 16)))
        elif name_of(child) not in (*CODES, *EMPTY, "sc", "ec"):
            pieces.append(_flat(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def tbx_terms(root: ET.Element) -> set[tuple[str, str]]:
    """The terms of a TBX file with their languages, of concepts that have both."""
    found: set[tuple[str, str]] = set()
    for name in ("termEntry", "conceptEntry"):
        for concept in inside(root, name):
            terms = {
                (language(part.get(LANG, "?"), ""), _bare(text_of(term)))
                for part_name in ("langSet", "langSec")
                for part in inside(concept, part_name)
                for term in inside(part, "term")
            }
            if {"zh", "en"} <= {side for side, text in terms if text}:
                found |= {(side, text) for side, text in terms if side and text}
    return found


def compare(path: Path) -> bool:
    """Compare what both readers find in a file; return whether both could read it."""
    root = root_of(path)
    kind = name_of(root) if root is not None else ""
    if root is None or kind not in ("tmx", "xliff", "tbx", "martif"):
        return False
    try:
        if kind in ("tbx", "martif"):
            _compare_terms(path, root)
        else:
            units = list(read_units(path))
            _compare_tmx(units, root) if kind == "tmx" else _compare_xliff(units, root)
    except UnusableInput:  # what may not be read has tests of its own
        return False
    return True


def _compare_tmx(units: list[Unit], root: ET.Element) -> None:
    count, texts = tmx_texts(root)
    assert len(units) == count
    read = {("zh", unit.zh) for unit in units} | {("en", unit.en) for unit in units}
    assert {pair for pair in read if pair[1]} == {pair for pair in texts if pair[1]}


def _compare_xliff(units: list[Unit], root: ET.Element) -> None:
    read = Counter(
        (side, character)
        for unit in units
        for side, text in (("zh", unit.zh), ("en", unit.en))
        for character in text
        if not character.isspace()
    )
    assert read == xliff_characters(root)


def _compare_terms(path: Path, root: ET.Element) -> None:
    entries = read_glossary(path)
    read = {("zh", _bare(form)) for entry in entries for form in entry.zh_forms}
    read |= {("en", _bare(form)) for entry in entries for form in entry.en_forms}
    read |= {("zh", _bare(form.text)) for entry in entries for form in entry.banned("zh")}
    read |= {("en", _bare(form.text)) for entry in entries for form in entry.banned("en")}
    assert read == tbx_terms(root)


def _bare(text: str) -> str:
    """A term without white space, of which a line end may have made any kind."""
    return "".join(text.split())


def compare_all(folder: Path) -> None:
    """Compare the files that a test has left in a folder."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix.lower() in _NAMES:
            compare(path)


_NAMES = {".tmx", ".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff", ".tbx"}
