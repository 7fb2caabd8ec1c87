"""OmegaT's own glossary: source, tab, target, tab, comment; UTF-8, no header.

OmegaT shows one target a line, so that each form of the source stands on a line with each of the
target that differs in more than its ending. A line that began with # would be a comment.
"""

from __future__ import annotations

from aligner.terms.formats.glossary import Glossary, forms_of, remark_of
from aligner.terms.matching import english_key
from aligner.terms.values import Entry

_HEAD = "# Glossary in tab-separated format -*- coding: utf-8 -*-"


def omegat_text(glossary: Glossary) -> str:
    """Write a glossary as OmegaT keeps its own."""
    lines = [_HEAD]
    for entry in glossary.entries:
        comment = remark_of(entry)
        for source in forms_of(entry, glossary.source):
            for target in _targets(entry, glossary):
                line = f"{source}\t{target}\t{comment}".rstrip("\t")
                lines.append("＃" + line[1:] if line.startswith("#") else line)
    return "\n".join([*lines, ""])


def _targets(entry: Entry, glossary: Glossary) -> list[str]:
    forms = forms_of(entry, glossary.target)
    if glossary.target == "zh":
        return forms
    kept: dict[tuple[str, ...], str] = {}
    for form in forms:
        kept.setdefault(tuple(english_key(form)), form)
    return list(kept.values())
