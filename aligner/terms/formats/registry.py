"""Every form of a glossary that is written, and what its endings mean: the only list of them.

Building it imports nothing of what writes the forms.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from aligner.errors import UnknownFormat

if TYPE_CHECKING:
    from aligner.terms.formats.glossary import Glossary

GlossaryTool = Literal["omegat", "memoq"]


@dataclass(frozen=True, slots=True)
class GlossaryFormat:
    """A form of a glossary, by the endings that it goes by."""

    name: str
    suffixes: tuple[str, ...]
    render: Callable[[Glossary], bytes]
    for_tools: Mapping[GlossaryTool, Callable[[Glossary], bytes]] = field(default_factory=dict)
    """What is written under these endings for a tool that wants something else."""
    has_status: bool = False
    """Whether it says of terms that they are not to be used."""


def _omegat(glossary: Glossary) -> bytes:
    from aligner.terms.formats.omegat import omegat_text

    return omegat_text(glossary).encode("utf-8")


def _tbx(glossary: Glossary) -> bytes:
    from aligner.terms.formats.tbx import tbx_text

    return tbx_text(glossary).encode("utf-8")


def _old_tbx(glossary: Glossary) -> bytes:
    from aligner.terms.formats.tbx import old_tbx_text

    return old_tbx_text(glossary).encode("utf-8")


def _csv(glossary: Glossary) -> bytes:
    from aligner.terms.formats.tables import csv_text

    return csv_text(glossary).encode("utf-8")


def _memoq(glossary: Glossary) -> bytes:
    from aligner.terms.formats.tables import memoq_text

    return memoq_text(glossary).encode("utf-8")


def _workbook(glossary: Glossary) -> bytes:
    from aligner.terms.formats.tables import save_xlsx

    buffer = io.BytesIO()
    save_xlsx(glossary, buffer)
    return buffer.getvalue()


def _tsv(glossary: Glossary) -> bytes:
    from aligner.terms.formats.tables import tsv_text

    return tsv_text(glossary).encode("utf-8")


GLOSSARY_FORMATS = (
    GlossaryFormat("OmegaT's glossary", (".utf8", ".txt"), _omegat),
    GlossaryFormat("TBX-Basic", (".tbx",), _tbx, {"omegat": _old_tbx}, has_status=True),
    GlossaryFormat("CSV", (".csv",), _csv, {"memoq": _memoq}),
    GlossaryFormat("XLSX", (".xlsx",), _workbook),
    GlossaryFormat("TSV", (".tsv",), _tsv, {"omegat": _omegat}),
)


def glossary_suffixes() -> list[str]:
    """Return the endings of the files that a glossary can be written to."""
    return [ending for form in GLOSSARY_FORMATS for ending in form.suffixes]


def glossary_format_of(path: Path) -> GlossaryFormat:
    """Return the form that a glossary is written to a path in; raises UnknownFormat."""
    for form in GLOSSARY_FORMATS:
        if path.suffix.lower() in form.suffixes:
            return form
    known = ", ".join(glossary_suffixes())
    raise UnknownFormat(f"{path.name} names no glossary; it must end in one of {known}.")
