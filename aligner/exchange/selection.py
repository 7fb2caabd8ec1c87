"""What an export contains, and under which language codes: one rule for every format."""

from __future__ import annotations

from dataclasses import dataclass

from aligner.bitext import Bitext, Pair

ZH_CODES = {"Hans": "zh-CN", "Hant": "zh-TW"}
"""The codes that CAT tools know, by script."""


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms a bitext is written."""

    zh_code: str
    en_code: str = "en-US"
    min_confidence: float = 0.0
    """Proposed pairs below it are left out; what a translator has confirmed or edited is not."""


def terms_for(bitext: Bitext, *, zh_code: str | None, en_code: str, min_confidence: float) -> Terms:
    """Fill in the Chinese code that the script of the article asks for."""
    return Terms(zh_code or ZH_CODES.get(bitext.article.script, "zh"), en_code, min_confidence)


def is_exported(pair: Pair, terms: Terms) -> bool:
    """Whether a pair passes: not excluded, and sure enough unless a translator has seen to it."""
    if pair.status == "proposed":
        return pair.confidence >= terms.min_confidence
    return pair.status != "excluded"
