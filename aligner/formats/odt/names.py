"""The namespaces of OpenDocument, each as it stands before the name of an element."""

from __future__ import annotations

_BASE = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{_BASE}office:1.0}}"
TEXT = f"{_BASE}text:1.0}}"
TABLE = f"{_BASE}table:1.0}}"
STYLE = f"{_BASE}style:1.0}}"
DRAW = f"{_BASE}drawing:1.0}}"
SVG = f"{_BASE}svg-compatible:1.0}}"
MATH = "{http://www.w3.org/1998/Math/MathML}"
