"""Writing a glossary: which form a path means, and for which tool."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from aligner.article import Language
from aligner.errors import UnknownFormat
from aligner.files.atomic import write_atomically
from aligner.script import detect_script
from aligner.terms.formats.glossary import Glossary, writable
from aligner.terms.formats.omegat import omegat_text
from aligner.terms.formats.tables import csv_text, memoq_text, save_xlsx, tsv_text
from aligner.terms.formats.tbx import old_tbx_text, tbx_text
from aligner.terms.values import Entry

ToolName = Literal["omegat", "memoq"]
_ZH_CODES = {"Hans": "zh-CN", "Hant": "zh-TW"}


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write a glossary."""

    render: Callable[[Glossary], bytes]
    meaning: str
    """What it is, for whom, in a few words."""


def _utf8(text: Callable[[Glossary], str]) -> Callable[[Glossary], bytes]:
    return lambda glossary: text(glossary).encode("utf-8")


def _workbook(glossary: Glossary) -> bytes:
    buffer = io.BytesIO()
    save_xlsx(glossary, buffer)
    return buffer.getvalue()


FORMS: dict[str, Form] = {
    ".tsv": Form(_utf8(tsv_text), "tab-separated values with a header"),
    ".csv": Form(_utf8(csv_text), "a table for Excel"),
    ".xlsx": Form(_workbook, "a workbook for Excel and Phrase"),
    ".tbx": Form(_utf8(tbx_text), "TBX-Basic (ISO 30042:2019)"),
    ".utf8": Form(_utf8(omegat_text), "OmegaT's glossary"),
    ".txt": Form(_utf8(omegat_text), "OmegaT's glossary"),
}
"""By the extension of a path."""

_FOR: dict[tuple[ToolName, str], Form] = {
    ("omegat", ".tbx"): Form(_utf8(old_tbx_text), "TBX 2"),
    ("omegat", ".tsv"): FORMS[".utf8"],
    ("memoq", ".csv"): Form(_utf8(memoq_text), "a table with memoQ's field names"),
}
"""Where a tool wants something else."""


def check_glossary_format(path: Path) -> None:
    """Raise UnknownFormat if no glossary goes by the extension of `path`."""
    if path.suffix.lower() not in FORMS:
        known = ", ".join(FORMS)
        raise UnknownFormat(f"{path.name} names no glossary; it must end in one of {known}.")


def write_glossary(
    entries: Sequence[Entry],
    path: str | Path,
    *,
    tool: ToolName | None = None,
    zh_code: str | None = None,
    en_code: str = "en-US",
    source: Language = "zh",
) -> None:
    """Write entries to a .tsv, .csv, .xlsx, .tbx, .utf8 or .txt file, atomically.

    `tool` changes what the form is where a tool wants its own; `source` says which language is
    translated from; `zh_code` defaults to zh-CN or zh-TW by the script of the terms. Entries
    without a term in both languages are left out. Raises UnknownFormat and UnwritableOutput.
    """
    path = Path(path)
    check_glossary_format(path)
    extension = path.suffix.lower()
    form = FORMS[extension]
    if tool is not None:
        form = _FOR.get((tool, extension), form)
    kept = writable(entries)
    script = detect_script("".join(entry.zh for entry in kept)).name
    glossary = Glossary(kept, zh_code or _ZH_CODES[script], en_code, source)
    write_atomically(path, form.render(glossary))
