"""Several terms in one cell of a glossary: which marks divide them, and where they do not.

A semicolon, a line break and a bar divide terms; a slash or a comma only between short words that
can stand for each other. `docs/glossaries.md` has the rule in users' words.
"""

from __future__ import annotations

import re

from aligner.article import Language
from aligner.files import segment
from aligner.script import HAN

_APART = re.compile(r"\s*[|;；\r\n]+\s*")
_NUMBERED = re.compile(r"^(?:\(?\d{1,2}[.)、）]|[-•·*])\s*")
_SLASH = re.compile(r"\s*[/／]\s*")
_SPACED_SLASH = re.compile(r"\s+[/／]\s+")
_COMMA = re.compile(r"\s*[,，]\s*")
_WORD = re.compile(r"[A-Za-z][a-z]{2,}(?:-[a-z]+)*")
_WORDS = re.compile(r"[A-Za-z][a-z'’-]*(?: [A-Za-z][a-z'’-]*){0,2}")
"""One to three words, as a term after a comma is, and a clause mostly is not."""
_HAN_WORD = re.compile(f"[{HAN}]{{2,}}")
_CONNECTING_TEXT = """
    a an the and or of in on at to for with by from as is are that which who where when usually
    especially such etc also often not no but used
"""
_CONNECTING = frozenset(_CONNECTING_TEXT.split())
_OPPOSITES_TEXT = """
    input/output and/or either/or client/server read/write true/false yes/no pass/fail buy/sell
    import/export upload/download source/target request/response push/pull win/lose profit/loss
    before/after debit/credit men/women male/female man/woman parent/child question/answer
    hardware/software cost/benefit supply/demand signal/noise price/earnings start/stop open/close
    open/closed left/right plus/minus his/her him/her she/he day/night hot/cold high/low black/white
    send/receive transmit/receive master/slave owner/operator buyer/seller asset/liability
    income/expense gain/loss risk/reward public/private inner/outer entry/exit arrival/departure
    sender/receiver sender/recipient lessor/lessee employer/employee teacher/student doctor/patient
"""
_OPPOSITES = {frozenset(pair.split("/")) for pair in _OPPOSITES_TEXT.split()}
"""Words that a slash joins into one term, where the Chinese does not show it with a slash."""


def terms_in_cell(cell: str, language: Language, other: str) -> list[str]:
    """Return the terms of a cell, the chief one first; `other` is the cell of the other language.

    What has a slash or a comma on both sides in as many parts is one term: 输入/输出, input/output.
    """
    found: list[str] = []
    for part in _APART.split(cell.strip()):
        term = segment(_NUMBERED.sub("", part))
        if not term:
            continue
        if found and term[0] in "(（[【":  # a remark on the term before it
            found[-1] = f"{found[-1]} {term}"
            continue
        found += _divided(term, language, other)
    return found


def _divided(term: str, language: Language, other: str) -> list[str]:
    slashed = _SLASH.split(term)
    if len(slashed) > 1:
        is_one = len(_SLASH.split(other)) == len(slashed) or _is_joined(slashed)
        return [term] if is_one or not _are_terms(term, slashed, language) else slashed
    if language == "en":
        parts = _COMMA.split(term)
        if len(parts) > 1 and _are_listed(parts) and not re.search("[、，,]", other):
            return parts
    return [term]


def _is_joined(parts: list[str]) -> bool:
    return len(parts) == 2 and frozenset(part.lower() for part in parts) in _OPPOSITES


def _are_terms(term: str, parts: list[str], language: Language) -> bool:
    """Whether what slashes divide are terms: AC/DC, 24/7 and km/h are one.

    Between words with no space at the slash, `fishing boat/vessel` may mean two things.
    """
    if language == "zh":
        return all(_HAN_WORD.fullmatch(part) for part in parts)
    form = _WORDS if len(_SPACED_SLASH.split(term)) == len(parts) else _WORD
    return all(form.fullmatch(part) and len(part) > 2 for part in parts)


def _are_listed(parts: list[str]) -> bool:
    """Whether commas list terms; a name (`Beijing, China`) and a definition have others."""
    if any(part[:1].isupper() for part in parts[1:]):
        return False
    words = [part.lower().split() for part in parts]
    return all(map(_WORDS.fullmatch, parts)) and not any(
        _CONNECTING.intersection(part) for part in words
    )
