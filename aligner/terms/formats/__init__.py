"""Glossaries as files, one module a form: written as the tool they are for reads them, read back
leniently.

What a file is, its content says. Invariants: what is written and read again has the same terms and
variants; no entity of an XML file is expanded; a file is written whole or not at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.lazy import lazy_names
from aligner.terms.formats.registry import (
    GLOSSARY_FORMATS,
    GlossaryFormat,
    GlossaryTool,
    glossary_format_of,
    glossary_suffixes,
)

if TYPE_CHECKING:
    from aligner.terms.formats.reading import read_glossary
    from aligner.terms.formats.writing import write_glossary

__all__ = [
    "GLOSSARY_FORMATS",
    "GlossaryFormat",
    "GlossaryTool",
    "glossary_format_of",
    "glossary_suffixes",
    "read_glossary",
    "write_glossary",
]

if not TYPE_CHECKING:  # for the type checker there is no name but those above
    __getattr__ = lazy_names(__name__, {"read_glossary": "reading", "write_glossary": "writing"})
