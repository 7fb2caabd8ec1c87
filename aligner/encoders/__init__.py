"""From text to vectors: the built-in static model, or any sentence-transformers model.

What the aligner asks of either is `SpanVectors`: unit vectors of neighbouring sentences together.
Normalising a text happens in here and nowhere else. The modules are opened when a name of theirs is
asked for: all need numpy, and `TransformerModel` is the one door to torch.

| module | what it owns |
|---|---|
| `static` | the built-in model: a vector for each word piece |
| `folder` | reading a model's folder |
| `pieces` | word pieces of many texts, laid end to end |
| `spans` | vectors of spans, and unit vectors |
| `context` | a second, slower encoder for what the first leaves in doubt |
| `transformer` | any sentence-transformers model, by name or folder |
| `edition` | which weights stand behind a name |
| `hub` | whether a model could be fetched at all |
| `cache` | vectors of other models, kept on disk |
| `kept` | that cache as its owner sees it: looked at, emptied, switched off |
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.lazy import lazy_names

if TYPE_CHECKING:
    from aligner.encoders.cache import HalfVector, VectorCache
    from aligner.encoders.context import CONTEXT, ContextModel, ContextSpans, context_model
    from aligner.encoders.edition import edition_of, shipped_edition
    from aligner.encoders.kept import KeptVectors, clear_vectors, kept_vectors, switch_cache
    from aligner.encoders.pieces import Pieces, sum_rows
    from aligner.encoders.spans import (
        EncodedSpans,
        SpanVectors,
        SummedSpans,
        Vectors,
        unit_vectors,
    )
    from aligner.encoders.static import BUILT_IN, StaticModel, built_in
    from aligner.encoders.transformer import LONGEST_SPAN, TransformerModel

__all__ = [
    "BUILT_IN",
    "CONTEXT",
    "LONGEST_SPAN",
    "ContextModel",
    "ContextSpans",
    "EncodedSpans",
    "HalfVector",
    "KeptVectors",
    "Pieces",
    "SpanVectors",
    "StaticModel",
    "SummedSpans",
    "TransformerModel",
    "VectorCache",
    "Vectors",
    "built_in",
    "clear_vectors",
    "context_model",
    "edition_of",
    "kept_vectors",
    "shipped_edition",
    "sum_rows",
    "switch_cache",
    "unit_vectors",
]

if not TYPE_CHECKING:  # for the type checker there is no name but those above
    __getattr__ = lazy_names(
        __name__,
        {
            "BUILT_IN": "static",
            "CONTEXT": "context",
            "LONGEST_SPAN": "transformer",
            "ContextModel": "context",
            "ContextSpans": "context",
            "context_model": "context",
            "EncodedSpans": "spans",
            "HalfVector": "cache",
            "KeptVectors": "kept",
            "Pieces": "pieces",
            "SpanVectors": "spans",
            "StaticModel": "static",
            "SummedSpans": "spans",
            "TransformerModel": "transformer",
            "VectorCache": "cache",
            "Vectors": "spans",
            "built_in": "static",
            "clear_vectors": "kept",
            "edition_of": "edition",
            "kept_vectors": "kept",
            "shipped_edition": "edition",
            "switch_cache": "kept",
            "sum_rows": "pieces",
            "unit_vectors": "spans",
        },
    )
