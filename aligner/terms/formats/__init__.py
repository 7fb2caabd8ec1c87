"""Glossaries as files, one module a form: written as the tool they are for reads them, read back
leniently.

What a file is, its content says. Invariants: what is written and read again has the same terms and
variants; no entity of an XML file is expanded; a file is written whole or not at all.
"""

from __future__ import annotations

from aligner.terms.formats.reading import read_glossary
from aligner.terms.formats.writing import (
    FORMS,
    ToolName,
    check_glossary_format,
    write_glossary,
)

__all__ = ["FORMS", "ToolName", "check_glossary_format", "read_glossary", "write_glossary"]
