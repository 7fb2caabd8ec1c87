"""What the command says about its work when it is done: a few lines for standard error."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from aligner.article import Article
from aligner.bitext import Bitext, Statistics, low_confidence, moved_to, statistics_of
from aligner.cells import drawable, pad
from aligner.speaking import told
from aligner.wording import noun_for

_LAYOUTS = {
    "blocks": "one language after the other",
    "paragraphs in turn": "paragraphs in turn",
    "one line": "both languages on one line",
    "columns": "two columns",
    "both in a cue": "both languages in a cue",
    "two files": "two files",
}
_MOST_LINKS = 5  # that the summary names
_MOST_TITLES = 3
_SCRIPTS = {"Hans": "Simplified", "Hant": "Traditional"}


def summary(bitext: Bitext, seconds: float, written: Sequence[Path] = ()) -> list[str]:
    """Return the lines of the summary; `written` are the files that now exist."""
    counts, article = statistics_of(bitext), bitext.article
    facts = [
        ("layout", _LAYOUTS.get(article.layout, article.layout)),
        ("encoding", ", ".join(article.encodings)),
        ("script", _script(article)),
        ("Chinese", _side(counts.zh_paragraphs, counts.zh_sentences)),
        ("English", _side(counts.en_paragraphs, counts.en_sentences)),
        *_chapters(article),
        ("pairs", _pairs(counts, bitext.level)),
        ("unaligned", _unaligned(counts)),
        *_moved(bitext),
        ("set apart", _listed(counts.leftovers) or "nothing"),
        *_left_out(article),
        ("confidence", _confidence(counts)),
        ("model", bitext.model),
        ("time", f"{seconds:.1f} s"),
        *(("wrote", str(path)) for path in written),
    ]
    return [f"{pad(told(name), 11)}{drawable(told(fact))}" for name, fact in facts]


def _script(article: Article) -> str:
    name = _SCRIPTS.get(article.script, article.script)
    return f"{name} Chinese ({article.script_share:.0%})"


def _side(paragraphs: int, sentences: int) -> str:
    return f"{_some(paragraphs, 'paragraph')}, {_some(sentences, 'sentence')}"


def _chapters(article: Article) -> list[tuple[str, str]]:
    """How the chapters of two books were matched; nothing is said where there are none."""
    matches = article.chapters
    if not matches:
        return []
    both = [match for match in matches if match.zh and match.en]
    facts = [f"{sum(match.is_sure for match in both)} matched"]
    if doubtful := sum(not match.is_sure for match in both):
        facts.append(f"{doubtful} doubtful")
    for name, titles in (
        ("Chinese", [match.zh_title for match in matches if not match.en]),
        ("English", [match.en_title for match in matches if not match.zh]),
    ):
        if titles:
            named = ", ".join(titles[:_MOST_TITLES])
            more = f" and {len(titles) - _MOST_TITLES} more" if len(titles) > _MOST_TITLES else ""
            facts.append(f"{len(titles)} only in the {name} ({named}{more})")
    return [("chapters", told(", ").join(map(told, facts)))]


def _pairs(counts: Statistics, level: str) -> str:
    types = ", ".join(f"{number} × {kind}" for kind, number in counts.by_type.items())
    return _some(counts.pairs, f"{level} pair") + (f": {types}" if types else "")


def _unaligned(counts: Statistics) -> str:
    return (
        f"{_some(counts.zh_unaligned, 'Chinese sentence')}, "
        f"{_some(counts.en_unaligned, 'English sentence')}"
    )


def _moved(bitext: Bitext) -> list[tuple[str, str]]:
    """Where text that was moved stands; nothing is said when none was."""
    links = moved_to(bitext)
    places = [told(f"{here + 1} and {there + 1}") for here, there in links.items() if here < there]
    more = "" if len(places) <= _MOST_LINKS else f" and {len(places) - _MOST_LINKS} more"
    return [("moved", f"perhaps {told(', ').join(places[:_MOST_LINKS])}{more}")] if places else []


def _confidence(counts: Statistics) -> str:
    if counts.mean_confidence is None:
        return "no pairs"
    return (
        f"{counts.mean_confidence:.0%} on average; {counts.doubtful} below {low_confidence():.0%}"
    )


def _listed(labels: dict[str, int]) -> str:
    return told(", ").join(told(f"{number} {label}") for label, number in labels.items())


def _left_out(article: Article) -> list[tuple[str, str]]:
    """What the files hold and do not show; nothing is said where that is nothing."""
    named = [told(_some(number, name)) for name, number in article.left_out]
    return [("left out", told(", ").join(named))] if named else []


def _some(number: int, noun: str) -> str:
    return f"{number} {noun_for(number, noun)}"
