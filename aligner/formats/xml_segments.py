"""Segments of XML files, two elements each, whose contents are replaced with their tags."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aligner.article import Language
from aligner.formats.bilingual import CONFIRMED, Bilingual, BilingualSegment
from aligner.formats.recutting import recut
from aligner.formats.xml_splice import Node, XmlText, escaped, text_of, tokens_of


@dataclass(frozen=True, slots=True)
class XmlSegment:
    """A segment, and the elements that hold its texts."""

    name: str
    zh: Node | None
    en: Node | None
    added: tuple[int, str, str] = (0, "", "")
    """Where an element is put in that is missing, and what stands before and behind its text."""
    is_settled: bool = False

    def node(self, language: Language) -> Node | None:
        """Return the element of a side."""
        return self.zh if language == "zh" else self.en


def bilingual_of(
    document: XmlText, segments: Sequence[XmlSegment], source: Language | None
) -> Bilingual:
    """Return what can be edited of a document."""

    def text(node: Node | None) -> str:
        return text_of(tokens_of(document.raw(node))) if node else ""

    def write(language: Language, texts: Sequence[str]) -> bytes:
        nodes = [segment.node(language) for segment in segments]
        old = [tokens_of(document.raw(node)) if node else [] for node in nodes]
        splices = []
        for segment, node, content in zip(segments, nodes, recut(old, texts, escaped), strict=True):
            if node:
                if content != document.raw(node):
                    splices.append(document.filled(node, content))
            elif content:
                at, before, behind = segment.added
                splices.append((at, at, before + content + behind))
        return document.spliced(splices)

    return Bilingual(
        [
            BilingualSegment(
                segment.name,
                text(segment.zh),
                text(segment.en),
                CONFIRMED if segment.is_settled else "",
            )
            for segment in segments
        ],
        source,
        write,
    )
