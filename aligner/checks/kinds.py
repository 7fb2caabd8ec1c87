"""Of which kind findings are, counted: 9 numbers, 4 names, 3 punctuation marks.

A code says exactly what was looked for; a kind is what a translator has to look up or think about
to mend it. Invariant: every code of `CODES` has one kind; what has none is about the file itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from aligner.speaking import said_in
from aligner.wording import UiLanguage, counted

_KINDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "number": ("數字", ("number", "currency")),
    "name": ("名稱", ("name",)),
    "meaning": ("意思", ("meaning", "slipped", "part", "length")),
    "missing text": ("缺譯文", ("empty", "copied", "untranslated")),
    "wrong language": ("語言不對", ("swapped", "chinese-left", "english-left", "script")),
    "tag": ("標籤", ("tag",)),
    "punctuation mark": ("標點", ("bracket", "quote", "width")),
    "space": ("空白", ("space", "padding")),
    "bad character": ("錯誤字元", ("garbled", "invisible", "control")),
    "repetition": ("重複", ("repeat", "duplicate")),
    "double rendering": ("譯法不一", ("two-english", "two-chinese")),
    "broken rule": ("自訂規則", ("rule-error", "rule-warning", "rule-note")),
}
"""Each kind in the singular, with its Chinese and its codes, in the order of `CODES`."""
_FILE = ("in the file itself", "檔案本身")
_KIND_OF = {code: kind for kind, (_, codes) in _KINDS.items() for code in codes}


def counted_by_kind(found: Mapping[str, int], language: UiLanguage) -> str:
    """Return how many findings there are of each kind, the most first; "" if there are none.

    `found` says how many there are of each code.
    """
    parts = [counted_kind(kind, times, language) for kind, times in ranked_kinds(found)]
    return ", ".join(parts) if language == "en" else "、".join(parts)


def kind_of(code: str) -> str:
    """Return the kind of a code; "" for what is wrong with the file itself."""
    return _KIND_OF.get(code, "")


def ranked_kinds(found: Mapping[str, int]) -> list[tuple[str, int]]:
    """Return the kinds that there are with their numbers of findings, the most first.

    `found` says how many there are of each code.
    """
    kinds: Counter[str] = Counter()
    for code, times in found.items():
        kinds[kind_of(code)] += times
    order = [*_KINDS, ""]
    ranked = sorted(kinds.items(), key=lambda item: (-item[1], order.index(item[0])))
    return [(kind, times) for kind, times in ranked if times]


def counted_kind(kind: str, times: int, language: UiLanguage) -> str:
    """Return a kind with its number of findings: `9 numbers`, `數字 9`."""
    if language == "en":
        return counted(times, kind) if kind else f"{times:,} {_FILE[0]}"
    return f"{named_kind(kind, language)} {times:,}"


def named_kind(kind: str, language: UiLanguage) -> str:
    """Return what a kind is called, in the singular."""
    english, chinese = (kind, _KINDS[kind][0]) if kind else _FILE
    return english if language == "en" else said_in(language, chinese)
