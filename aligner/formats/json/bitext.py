"""JSON with everything that is known: pairs, both sides, and what is in no pair.

Texts are exactly as found, lone surrogates included (as escapes), so a script can go on from here.
No pair is left out; `exported` says which of them the other formats would hold.
"""

from __future__ import annotations

import json
from typing import Any

from aligner import __version__
from aligner.article import Side, TimeSpan
from aligner.bitext import Bitext, statistics_of, times_of_pairs
from aligner.formats.options import ExportOptions
from aligner.formats.selection import is_exported


def render_json(bitext: Bitext, options: ExportOptions) -> str:
    """Write the whole bitext as one JSON object."""
    text = json.dumps(_content(bitext, options), ensure_ascii=False, indent=2) + "\n"
    # Python's escape of a lone surrogate is JSON's as well.
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _content(bitext: Bitext, options: ExportOptions) -> dict[str, Any]:
    article, counts = bitext.article, statistics_of(bitext)
    return {
        "tool": {"name": "duizhao", "version": __version__},
        "model": bitext.model,
        "level": bitext.level,
        "sources": list(article.sources),
        "encodings": list(article.encodings),
        "layout": article.layout,
        "script": article.script,
        "script_share": article.script_share,
        "languages": {"zh": options.zh_code, "en": options.code("en")},
        "min_confidence": options.min_confidence,
        "counts": {
            "paragraphs": {"zh": counts.zh_paragraphs, "en": counts.en_paragraphs},
            "sentences": {"zh": counts.zh_sentences, "en": counts.en_sentences},
            "pairs": counts.pairs,
            "pairs_by_type": counts.by_type,
            "unaligned": {"zh": counts.zh_unaligned, "en": counts.en_unaligned},
            "moved": len(bitext.moved),
            "leftovers": counts.leftovers,
            "mean_confidence": counts.mean_confidence,
        },
        "pairs": [
            {
                "zh": list(pair.zh),
                "en": list(pair.en),
                "zh_text": pair.zh_text,
                "en_text": pair.en_text,
                "confidence": round(pair.confidence, 6),
                "status": pair.status,
                "note": pair.note,
                "exported": is_exported(pair, options.min_confidence),
                **_time(time),
            }
            for pair, time in zip(bitext.pairs, times_of_pairs(bitext), strict=True)
        ],
        "unaligned": {
            "zh": _sentences(article.zh, [i for p in bitext.pairs if not p.en for i in p.zh]),
            "en": _sentences(article.en, [j for p in bitext.pairs if not p.zh for j in p.en]),
        },
        "moved": [
            {"zh": list(link.zh), "en": list(link.en), "confidence": round(link.confidence, 6)}
            for link in bitext.moved
        ],
        "leftovers": [
            {"text": left.text, "label": left.label, "start": left.start, "end": left.end}
            for left in article.leftovers
        ],
        "sides": {"zh": _side(article.zh), "en": _side(article.en)},
    }


def _side(side: Side) -> dict[str, Any]:
    return {
        "paragraphs": [{"text": p.text, "kind": p.kind, **_time(p.time)} for p in side.paragraphs],
        "sentences": _sentences(side, range(len(side.sentences))),
    }


def _time(span: TimeSpan | None) -> dict[str, Any]:
    """Return when something is shown, in seconds, where it is a cue of subtitles."""
    return {"time": {"start": span.start / 1000, "end": span.stop / 1000}} if span else {}


def _sentences(side: Side, indices: list[int] | range) -> list[dict[str, Any]]:
    return [
        {
            "index": i,
            "text": side.sentences[i].text,
            "paragraph": side.sentences[i].paragraph,
            "start": side.sentences[i].start,
            "end": side.sentences[i].end,
        }
        for i in indices
    ]
