"""TMX whose texts of one language are replaced in place."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

from aligner.article import Language
from aligner.formats.bilingual import Bilingual
from aligner.formats.document import Raw
from aligner.formats.language_codes import language_of_code
from aligner.formats.xml_segments import XmlSegment, bilingual_of
from aligner.formats.xml_splice import Node, XmlText

_WANTED = frozenset({"header", "tu", "tuv", "seg"})


def read_tmx_segments(raw: Raw) -> Bilingual:
    """Return the units of a file that have Chinese or English; raises `UnusableInput`."""
    document = XmlText(raw.data, raw.path)
    source = None
    units: list[tuple[Node, dict[Language, Node]]] = []
    codes: dict[Language, str] = {}
    for node in document.nodes(_WANTED):
        if node.name == "header":
            source = language_of_code(node.attributes.get("srclang", ""))
        elif node.name == "tu":
            units.append((node, {}))
        elif node.name == "seg" and units and (variant := node.inside("tuv")):
            code = _code(variant.attributes)
            language = language_of_code(code)
            if language:
                units[-1][1].setdefault(language, node)
                codes.setdefault(language, code)
    segments = [
        XmlSegment(
            unit.attributes.get("tuid", str(number)),
            texts.get("zh"),
            texts.get("en"),
            _added(unit, codes.get("en" if "zh" in texts else "zh", "")),
        )
        for number, (unit, texts) in enumerate(units, 1)
        if texts
    ]
    return bilingual_of(document, segments, source)


def _code(attributes: Mapping[str, str]) -> str:
    return attributes.get("xml:lang") or attributes.get("lang", "")


def _added(unit: Node, code: str) -> tuple[int, str, str]:
    return unit.end, f"<tuv xml:lang={quoteattr(code)}><seg>", "</seg></tuv>"
