"""Writing a glossary in the form that a path means, or a tool wants."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from aligner.article import Language
from aligner.files import write_atomically
from aligner.formats import ZH_CODES
from aligner.script import detect_script
from aligner.terms.formats.glossary import Glossary, writable
from aligner.terms.formats.registry import GlossaryTool, glossary_format_of
from aligner.terms.values import Entry


def write_glossary(
    entries: Sequence[Entry],
    path: str | Path,
    *,
    tool: GlossaryTool | None = None,
    zh_code: str | None = None,
    en_code: str = "en-US",
    source: Language = "zh",
) -> None:
    """Write entries to a file, atomically, in the form that its extension names.

    `tool` changes what the form is where a tool wants its own; `source` says which language is
    translated from; `zh_code` defaults to zh-CN or zh-TW by the script of the terms. Entries
    without a term in both languages are left out. Raises UnknownFormat and UnwritableOutput.
    """
    path = Path(path)
    form = glossary_format_of(path)
    render = form.for_tools.get(tool, form.render) if tool else form.render
    kept = writable(entries, with_banned=form.has_status)
    script = detect_script("".join(entry.zh for entry in kept)).name
    glossary = Glossary(kept, zh_code or ZH_CODES[script], en_code, source)
    write_atomically(path, render(glossary))
