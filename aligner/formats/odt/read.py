"""OpenDocument texts to blocks, out of their package or out of one flat file."""

from __future__ import annotations

from collections import Counter
from xml.etree.ElementTree import Element

from aligner.errors import UnusableInput
from aligner.files import Package, container_of, parse_xml
from aligner.formats.document import Document, Raw
from aligner.formats.documents import document_of_flow, running_heads
from aligner.formats.odt.names import OFFICE, STYLE
from aligner.formats.odt.styles import styles_of
from aligner.formats.odt.walker import Walker

_HEADS = tuple(
    f"{STYLE}{name}{which}" for name in ("header", "footer") for which in ("", "-left", "-first")
)


def read_odt(raw: Raw) -> Document:
    """Return what an OpenDocument text says; raises `UnusableInput`."""
    roots = _flat(raw) if _is_flat(raw) else _packed(raw)
    body = next((found for root in roots for found in root.iter(f"{OFFICE}text")), None)
    if body is None:
        raise UnusableInput(
            f"{raw.path} is no OpenDocument text, whatever its name says; open it in its program "
            "and save it as .odt."
        )
    styles = styles_of(roots)
    heads = Walker(styles, Counter())
    for root in roots:
        for page in root.iter(f"{STYLE}master-page"):
            for head in page:
                if head.tag in _HEADS and head.get(f"{STYLE}display", "true") == "true":
                    heads.walk(head)
    left_out: Counter[str] = Counter()
    text = Walker(styles, left_out)
    text.walk(body)
    items = [*running_heads(heads.flow.close()), *text.flow.close()]
    return document_of_flow(items, raw, left_out=left_out)


def _is_flat(raw: Raw) -> bool:
    return raw.path.suffix.lower() == ".fodt" and container_of(raw.data) != "zip"


def _flat(raw: Raw) -> list[Element]:
    return [parse_xml(raw.data, str(raw.path))]


def _packed(raw: Raw) -> list[Element]:
    """Return the content and the styles of a package."""
    package = Package(raw.data, raw.path)
    manifest = "META-INF/manifest.xml"
    is_locked = manifest in package and b"encryption-data" in package.read(manifest)
    if is_locked or "encrypted-package" in package:
        raise UnusableInput(f"{raw.path} has a password; save it without one.")
    return [package.parse(name) for name in ("content.xml", "styles.xml") if name in package]
