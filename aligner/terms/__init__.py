"""The bilingual glossary: mining it from pairs, finding its terms in text, checking their use.

`mine` finds entries, `Matcher` finds their terms, `inconsistencies` finds where a term was rendered
otherwise, `find_monolingual_terms` what no glossary has yet; `formats` reads and writes glossaries.
What mining needs is imported when it is called.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from aligner.article import Language
from aligner.files import Progress
from aligner.lazy import lazy_names
from aligner.terms.values import (
    Entry,
    Example,
    Inconsistency,
    PartOfSpeech,
    Rendering,
    TermStatus,
    TextPair,
    Use,
    Variant,
)

if TYPE_CHECKING:
    from aligner.terms.compliance import TargetText, TermChecker, form_key
    from aligner.terms.decisions import entry_of, with_decisions
    from aligner.terms.formats import (
        GLOSSARY_FORMATS,
        GlossaryFormat,
        GlossaryTool,
        glossary_format_of,
        glossary_suffixes,
        read_glossary,
        write_glossary,
    )
    from aligner.terms.kept_glossary import (
        KeptGlossary,
        keep_decisions,
        open_glossary,
        save_glossary,
    )
    from aligner.terms.lookup import Lookup
    from aligner.terms.matching import Matcher, TermMatch, chinese_key, english_key
    from aligner.terms.monolingual_terms import MonolingualTerm, find_monolingual_terms
    from aligner.terms.renderings import (
        renderings_of,
        to_be_changed,
        with_rendering,
        write_places,
    )

_MODULES = {
    "compliance": ("TargetText", "TermChecker", "form_key"),
    "decisions": ("entry_of", "with_decisions"),
    "formats": (
        "GLOSSARY_FORMATS",
        "GlossaryFormat",
        "GlossaryTool",
        "glossary_format_of",
        "glossary_suffixes",
        "read_glossary",
        "write_glossary",
    ),
    "kept_glossary": ("KeptGlossary", "keep_decisions", "open_glossary", "save_glossary"),
    "lookup": ("Lookup",),
    "matching": ("Matcher", "TermMatch", "chinese_key", "english_key"),
    "monolingual_terms": ("MonolingualTerm", "find_monolingual_terms"),
    "renderings": ("renderings_of", "to_be_changed", "with_rendering", "write_places"),
}

__all__ = [
    "GLOSSARY_FORMATS",
    "Entry",
    "Example",
    "GlossaryFormat",
    "GlossaryTool",
    "Inconsistency",
    "KeptGlossary",
    "Lookup",
    "Matcher",
    "MonolingualTerm",
    "PartOfSpeech",
    "Rendering",
    "TargetText",
    "TermChecker",
    "TermMatch",
    "TermStatus",
    "TextPair",
    "Use",
    "Variant",
    "chinese_key",
    "english_key",
    "entry_of",
    "find_monolingual_terms",
    "form_key",
    "glossary_format_of",
    "glossary_suffixes",
    "inconsistencies",
    "keep_decisions",
    "mine",
    "open_glossary",
    "read_glossary",
    "renderings_of",
    "save_glossary",
    "to_be_changed",
    "with_decisions",
    "with_rendering",
    "write_glossary",
    "write_places",
]

if not TYPE_CHECKING:  # for the type checker there is no name but those above
    __getattr__ = lazy_names(
        __name__, {name: module for module, names in _MODULES.items() for name in names}
    )


def mine(
    pairs: Iterable[TextPair],
    *,
    min_score: float | None = None,
    min_count: int = 1,
    top: int | None = None,
    progress: Progress | None = None,
) -> list[Entry]:
    """Mine pairs of Chinese and English for terms; return their entries, best first.

    `min_score` (0 to 1; by default what proved useful) leaves out doubtful entries, `min_count`
    those seen in fewer pairs; `top` says how many there may be.
    """
    from aligner.terms.mining import MIN_SCORE, mine_entries

    least = MIN_SCORE if min_score is None else min_score
    return mine_entries(pairs, min_score=least, min_count=min_count, top=top, progress=progress)


def inconsistencies(
    pairs: Sequence[TextPair], glossary: Iterable[Entry] = (), *, source: Language = "zh"
) -> list[Inconsistency]:
    """Return where pairs render a glossary's terms otherwise, and any term in several ways.

    `source` is the language whose terms the other one has to render. The glossary's come first, in
    its order; then those in several ways, those seen oftenest first.
    """
    from aligner.terms.consistency import find_inconsistencies

    return find_inconsistencies(pairs, glossary, source=source)
