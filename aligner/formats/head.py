"""How a file begins, looked at in the ways that tell formats apart: not the name decides."""

from __future__ import annotations

import re
from dataclasses import dataclass

from aligner.files import Source, container_of, head_text

_ROOT = re.compile(r"<(?![?!])([^\s/>]+)")
_DOCTYPE = re.compile(r"<!DOCTYPE\s+([^\s\[>]+)")
_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Head:
    """How a file begins."""

    name: str
    """Name of the file, or of the file in the archive, in small letters."""
    text: str
    """Its first characters, without a byte order mark and white space."""
    is_zip: bool = False
    """Whether it is a zip archive, as workbooks and many documents are."""
    xml_root: str = ""
    """Name of the first element without its prefix, in small letters; empty where it is no XML."""
    root_tag: str = ""
    """The text from that element on."""

    @property
    def is_xml(self) -> bool:
        """Whether it begins as XML does."""
        return self.text.startswith("<")


def head_of(source: Source) -> Head:
    """Look at how a file begins."""
    text = head_text(source.head)
    if not text.startswith("<"):
        return Head(source.name.lower(), text, container_of(source.head) == "zip")
    bare = _COMMENT.sub("", text)
    root = _ROOT.search(bare)
    # A document type may be longer than what is looked at; the parser will have its say.
    found = root or _DOCTYPE.search(bare)
    name = found[1].split(":")[-1].lower() if found else ""
    tag = text[text.index(root[0]) :] if root else ""
    return Head(source.name.lower(), text, xml_root=name, root_tag=tag)
