"""What must hold of what was read and written, worked out without the code that read it.

Texts are compared by their skeletons, which leave out what a format may change: white space, what
XML cannot carry, marks without width. Whatever else is gone was lost.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from aligner.article import Article, Side
from aligner.bitext import Bitext
from aligner.unit import Unit
from bench.fuzzing.case import LawBroken

_NOT_CARRIED = re.compile(
    "[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\ufeff\u200b\u2060\ufffd\\s]"
)


def skeleton(text: str) -> str:
    """Return what of a text every format must carry."""
    return _NOT_CARRIED.sub("", text)


def check(holds: bool, law: str, story: object = "") -> None:
    """Raise LawBroken where a law does not hold."""
    if not holds:
        raise LawBroken(f"{law}: {story!r}"[:2000])


def check_article(article: Article) -> None:
    """Check what holds of an article, whatever it was read from."""
    for side in (article.zh, article.en):
        own: dict[int, list[str]] = {}
        for sentence in side.sentences:
            own.setdefault(sentence.paragraph, []).append(sentence.text)
            check(sentence.text == sentence.text.strip() != "", "a sentence is bare", sentence)
            check(0 <= sentence.start <= sentence.end, "a sentence has a place", sentence)
        for number, paragraph in enumerate(side.paragraphs):
            said = _squeezed("".join(own.get(number, ())))
            check(said == _squeezed(paragraph.text), "sentences make their paragraph", paragraph)
    check(all(left.label for left in article.leftovers), "a leftover has a label", "")


def check_places(article: Article, sources: Sequence[bytes]) -> None:
    """Check that each character of text files is in a sentence, a leftover, or was markup.

    The text is decoded here, by the encoding that the article says. A byte order mark in front is
    no text, but in a damaged file a reader may not know it for one.
    """
    spans = list(_spans(article, len(sources)))
    for number, (data, encoding) in enumerate(zip(sources, article.encodings, strict=True)):
        text = data.decode(encoding, "surrogatepass" if encoding.startswith("utf") else "strict")
        own = [(start, end) for source, start, end in spans if source == number]
        lost = _unaccounted(text.removeprefix("\ufeff"), own) and _unaccounted(text, own)
        check(not lost, "every character is somewhere", lost)


def _unaccounted(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return the characters of a source that are in no span, or a span that is not in it."""
    covered = bytearray(len(text))
    for start, end in spans:
        if not 0 <= start <= end <= len(text):
            return f"{start}:{end}"
        covered[start:end] = b"\1" * (end - start)
    return "".join(
        character
        for character, is_known in zip(text, covered, strict=True)
        if not is_known and not character.isspace()
    )


def _spans(article: Article, count: int) -> Iterable[tuple[int, int, int]]:
    for side in (article.zh, article.en):
        for number in _sources_of(article, side, count):
            yield from ((number, s.start, s.end) for s in side.sentences)
    yield from ((left.source, left.start, left.end) for left in article.leftovers)
    yield from ((mark.source, mark.start, mark.end) for mark in article.markup)


def _sources_of(article: Article, side: Side, count: int) -> Sequence[int]:
    if count == 1:
        return (0,)
    first = 1 if article.source_language == "en" else 0  # English named first is the source
    return (first,) if side.language == "zh" else (1 - first,)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def check_found(texts: Iterable[str], found: Iterable[str]) -> None:
    """Check that each character of some texts was found, as often as it is there."""
    wanted = Counter(skeleton("".join(texts)))
    wanted.subtract(Counter(skeleton("".join(found))))
    lost = {character: count for character, count in wanted.items() if count > 0}
    check(not lost, "every character of the file is found", lost)


def texts_of(article: Article) -> Iterable[str]:
    """Yield all that was found in a file."""
    for side in (article.zh, article.en):
        yield from (sentence.text for sentence in side.sentences)
    yield from (left.text for left in article.leftovers)
    yield from (mark.text for mark in article.markup)


def check_bitext(bitext: Bitext) -> None:
    """Check that each sentence is in one pair, in order, and that a pair has their texts."""
    zh = [number for pair in bitext.pairs for number in pair.zh]
    en = [number for pair in bitext.pairs for number in pair.en]
    check(zh == list(range(len(bitext.article.zh.sentences))), "Chinese sentences in order", zh)
    check(en == list(range(len(bitext.article.en.sentences))), "English sentences in order", en)
    for pair in bitext.pairs:
        check(0 <= pair.confidence <= 1, "a confidence is from 0 to 1", pair)
        own = "".join(bitext.article.zh.sentences[number].text for number in pair.zh)
        check(_squeezed(own) == _squeezed(pair.zh_text), "a pair has its Chinese", pair)
        own = "".join(bitext.article.en.sentences[number].text for number in pair.en)
        check(_squeezed(own) == _squeezed(pair.en_text), "a pair has its English", pair)


def check_unit(unit: Unit) -> None:
    """Check what holds of a unit, whatever it was read from."""
    texts = (unit.zh, unit.en, unit.zh_code, unit.en_code, unit.note)
    check(all(isinstance(text, str) for text in texts), "a unit has texts", unit)
    check(unit.confidence is None or 0 <= unit.confidence <= 1, "confidence is a share", unit)
    check(bool(unit.zh.strip() or unit.en.strip()), "a unit has a text", unit)


def couples(units: Iterable[Unit]) -> Counter[tuple[str, str]]:
    """Return the texts of units that have both, and how often they are there."""
    found = ((skeleton(unit.zh), skeleton(unit.en)) for unit in units)
    return Counter(both for both in found if all(both))


def check_same(written: Sequence[Unit], read: Iterable[Unit], *, once: bool, what: str) -> None:
    """Check that units came back; with `once` a format keeps equal ones one time."""
    wanted, found = couples(written), couples(read)
    if once:
        wanted, found = Counter(set(wanted)), Counter(set(found))
    lost, new = wanted - found, found - wanted
    check(not lost and not new, f"what is written to {what} comes back", (list(lost), list(new)))
