"""XLIFF 1.2 and 2.x whose translations are replaced in place.

A segment is a `segment` of XLIFF 2, a `trans-unit` of XLIFF 1.2, or each part of one that is
divided by `mrk`. What is confirmed, locked or not to be translated is settled.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from aligner.article import Language
from aligner.errors import UnusableInput
from aligner.formats.bilingual import Bilingual
from aligner.formats.document import Raw
from aligner.formats.language_codes import language_of_code
from aligner.formats.xliff.states import status_of_state
from aligner.formats.xml_segments import XmlSegment, bilingual_of
from aligner.formats.xml_splice import Node, XmlText

_WANTED = frozenset(
    {
        *("xliff", "file", "unit", "trans-unit", "segment"),
        *("source", "seg-source", "target", "mrk", "seg"),
    }
)
_ASIDE = ("alt-trans", "matches", "match")
"""Proposals beside a translation."""


@dataclass(slots=True)
class _Unit:
    """A segment of either generation while its elements are collected."""

    node: Node
    flows: dict[str, Node] = field(default_factory=dict)
    parts: dict[str, dict[str, Node]] = field(default_factory=dict)
    """The parts of a flow by their ids, where it is divided."""
    said: dict[str, Mapping[str, str]] = field(default_factory=dict)
    """What Trados says of a part, by its id."""


def read_xliff_segments(raw: Raw) -> Bilingual:
    """Return the segments of a file; raises `UnusableInput` for other languages than the two."""
    document = XmlText(raw.data, raw.path)
    nodes = document.nodes(_WANTED)
    source = _source(nodes, raw)
    units = list(_units(nodes))
    segments = [segment for unit in units for segment in _segments(document, unit, source)]
    return bilingual_of(document, segments, source)


def _source(nodes: list[Node], raw: Raw) -> Language:
    said: set[tuple[str, str]] = set()
    for node in nodes:
        own = node.attributes.get
        if node.name == "file" and own("source-language"):
            said.add((own("source-language", ""), own("target-language", "")))
        elif node.name == "xliff" and own("srcLang"):
            said.add((own("srcLang", ""), own("trgLang", "")))
    pairs = {(language_of_code(one), language_of_code(other)) for one, other in said}
    sources = {source for source, target in pairs if source and source != target}
    languages: list[Language] = [source for source in sources if source]
    if len(languages) != 1 or len(pairs) != 1:
        raise UnusableInput(
            f"{raw.path} is not from Chinese to English or from English to Chinese all through; "
            "repair takes files of one direction."
        )
    return languages[0]


def _units(nodes: list[Node]) -> Iterator[_Unit]:
    unit: _Unit | None = None
    for node in nodes:
        if any(node.inside(name) for name in _ASIDE):
            continue
        if node.name in ("segment", "trans-unit"):
            if unit:
                yield unit
            unit = _Unit(node)
        elif unit and node.name in ("source", "seg-source", "target"):
            unit.flows.setdefault(node.name, node)
        elif unit and node.name == "mrk" and node.attributes.get("mtype") == "seg":
            flow = next((n for n in ("seg-source", "target") if node.inside(n)), "")
            unit.parts.setdefault(flow, {}).setdefault(node.attributes.get("mid", ""), node)
        elif unit and node.name == "seg" and node.inside("seg-defs"):
            unit.said.setdefault(node.attributes.get("id", ""), node.attributes)
    if unit:
        yield unit


def _segments(document: XmlText, unit: _Unit, source: Language) -> Iterator[XmlSegment]:
    around = unit.node.inside("unit")
    name = unit.node.attributes.get("id") or (around.attributes.get("id", "") if around else "")
    if around and unit.node.attributes.get("id"):
        name = f"{around.attributes.get('id', '')}/{name}"
    original, target = unit.flows.get("source"), unit.flows.get("target")
    settled = _is_settled(unit, around)
    parts = unit.parts.get("seg-source", {})
    if not parts or not (target is None or unit.parts.get("target")):
        last = unit.flows.get("seg-source") or original
        prefix = _prefix(document, original)
        added = (last.stop if last else 0, f"<{prefix}target>", f"</{prefix}target>")
        settled = settled or any(map(_is_settled_part, unit.said.values()))
        yield _segment(name, original, target, source, added, settled)
        return
    for identity, part in parts.items():
        translation = unit.parts.get("target", {}).get(identity)
        if translation or target is None:
            is_part = settled or _is_settled_part(unit.said.get(identity, {}))
            yield _segment(f"{name}/{identity}", part, translation, source, (0, "", ""), is_part)


def _segment(
    name: str,
    original: Node | None,
    translation: Node | None,
    source: Language,
    added: tuple[int, str, str],
    settled: bool,
) -> XmlSegment:
    zh, en = (original, translation) if source == "zh" else (translation, original)
    # Where an element cannot be put in, nothing is moved to.
    return XmlSegment(name, zh, en, added, settled or not (translation or added[0]))


def _prefix(document: XmlText, node: Node | None) -> str:
    if node is None:
        return ""
    name = document.text[node.start + 1 : node.content].decode("utf-8")
    return name[: name.index("source")] if "source" in name else ""


def _is_settled(unit: _Unit, around: Node | None) -> bool:
    target = unit.flows.get("target")
    said: Mapping[str, str] = unit.node.attributes
    state = (target.attributes.get("state") if target else "") or said.get("state", "")
    return (
        said.get("approved") == "yes"
        or said.get("translate") == "no"
        or (around is not None and around.attributes.get("translate") == "no")
        or "yes" in (said.get("locked"), said.get("mq:locked"))
        or said.get("mq:locked") == "locked"
        or status_of_state(said.get("mq:status") or state or "") == "confirmed"
    )


def _is_settled_part(said: Mapping[str, str]) -> bool:
    """Whether a part is confirmed or locked, by its `sdl:seg`."""
    return said.get("locked") == "true" or status_of_state(said.get("conf", "")) == "confirmed"
