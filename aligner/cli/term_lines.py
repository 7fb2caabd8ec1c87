"""What the commands of glossaries print: entries as a table, and where a term was not kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from aligner.speaking import told

if TYPE_CHECKING:
    from aligner.article import Language
    from aligner.terms import Entry, Inconsistency, TextPair

_MOST_PLACES = 5


def table_lines(entries: Sequence[Entry], source: Language) -> Iterator[str]:
    """Yield the entries as lines: score, count, term, its rendering, variants."""
    from aligner.cells import drawable, width

    def shown(entry: Entry) -> tuple[str, str]:
        zh = " / ".join(entry.zh_forms[:3])
        en = " / ".join(entry.en_forms[:3])
        return (zh, en) if source == "zh" else (en, zh)

    rows = [(entry, drawable(shown(entry)[0]), drawable(shown(entry)[1])) for entry in entries]
    room = min(40, max((width(first) for _, first, _ in rows), default=0))
    for entry, first, second in rows:
        gap = " " * max(1, room + 2 - width(first))
        yield f"{entry.score or 0:.2f}  {entry.count:>4}  {first}{gap}{second}"


def finding_lines(one: Inconsistency, pairs: Sequence[TextPair], source: Language) -> Iterator[str]:
    """Yield where a term was not kept: the finding, its renderings, and a place of each."""
    from aligner.cells import drawable

    if one.kind == "banned":
        words = " and ".join(rendering.text for rendering in one.renderings[:4])
        better = f"; it is {' or '.join(one.expected[:4])}" if one.expected else ""
        yield drawable(told(f"{words} is not to be used for {one.term}{better}:"))
    elif one.kind == "otherwise":
        yield drawable(told(f"{one.term} is not always {' or '.join(one.expected[:4])}:"))
    else:
        yield drawable(told(f"{one.term} has {len(one.renderings)} renderings:"))
    for rendering in one.renderings:
        numbers = ", ".join(str(use.pair + 1) for use in rendering.uses[:_MOST_PLACES])
        more = ", ..." if len(rendering.uses) > _MOST_PLACES else ""
        yield drawable(f"  {rendering.text or told('(not made out)')}  [{numbers}{more}]")
        if one.kind != "several":
            use = rendering.uses[0]
            texts = pairs[use.pair] if source == "zh" else pairs[use.pair][::-1]
            yield drawable(f"    {_around(texts[0], *use.at)}")
            at = use.rendered_at or (0, 0)
            yield drawable(f"    {_around(texts[1], *at)}")


def _around(text: str, start: int, end: int, room: int = 60) -> str:
    """Return a term with what stands around it."""
    first, last = max(0, start - room), min(len(text), end + room)
    marked = f"{text[first:start]}[{text[start:end]}]{text[end:last]}" if end else text[:last]
    return ("..." if first else "") + marked + ("..." if last < len(text) else "")
