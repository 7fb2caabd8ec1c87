"""Small articles for the tests of reading, and the law that holds for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from aligner.article import Article

ZH = [
    "守塔人的最後一盞燈",
    "島上的燈塔建於一八九〇年，已經亮了一百三十年。去年冬天，守塔人終於退休了。",
    "他叫何水生（Ho Shui-sang），在塔裡住了四十一年。",
    "「我捨不得的不是燈，」他說，「是它照到的那些船。」",
]
EN = [
    "The Keeper’s Last Lamp",
    "The lighthouse on the island was built in 1890 and has burned for 130 years. Last winter its "
    "keeper finally retired.",
    "His name is Ho Shui-sang, and he lived in the tower for forty-one years.",
    "“It isn’t the lamp that I shall miss,” he said, “but the ships it shone on.”",
]
BLOCKS = "\n\n".join([*ZH, *EN])
IN_TURN = "\n\n".join(text for pair in zip(ZH, EN, strict=True) for text in pair)
ONE_LINE = "\n".join(f"{zh} {en}" for zh, en in zip(ZH, EN, strict=True))
COLUMNS = "\n".join(f"{zh}\t{en}" for zh, en in zip(ZH, EN, strict=True))
SIMPLIFIED = "\n\n".join(["这座岛上的灯塔很老了，没有人知道它是什么时候建的。", EN[1]])


def write(folder: Path, text: str, name: str = "article.txt", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding, "surrogatepass" if encoding == "utf-8" else "strict"))
    return path


def zh_paragraphs(article: Article) -> list[str]:
    return [paragraph.text for paragraph in article.zh.paragraphs]


def en_paragraphs(article: Article) -> list[str]:
    return [paragraph.text for paragraph in article.en.paragraphs]


def left(article: Article) -> list[tuple[str, str]]:
    return [(leftover.text, leftover.label) for leftover in article.leftovers]


def squeeze(text: str) -> str:
    return "".join(text.split())


def unaccounted(article: Article, texts: Sequence[str]) -> str:
    """The characters of the sources that are in no sentence, no leftover and no markup."""
    covered = [bytearray(len(text)) for text in texts]
    spans: list[tuple[int, int, int]] = []
    for side in (article.zh, article.en):
        spans += [(side_source(article, side.language), s.start, s.end) for s in side.sentences]
    spans += [(left.source, left.start, left.end) for left in article.leftovers]
    spans += [(mark.source, mark.start, mark.end) for mark in article.markup]
    for source, start, end in spans:
        covered[source][start:end] = b"\1" * (end - start)
    return "".join(
        character
        for text, seen in zip(texts, covered, strict=True)
        for character, is_seen in zip(text, seen, strict=True)
        if not is_seen and not character.isspace()
    )


def side_source(article: Article, language: str) -> int:
    """Which file a side comes from; the tests name the Chinese one first."""
    return 1 if language == "en" and len(article.sources) == 2 else 0


def as_read(article: Article, text: str, start: int, end: int) -> str:
    """A range of the source without white space, its markup replaced by what it stands for.

    What stands in its midst and was set apart, as the text in place of a picture, is not there.
    """
    parts: list[str] = []
    done = start
    taken = [(mark.start, mark.end, mark.stands_for) for mark in article.markup]
    taken += [(part.start, part.end, "") for part in article.leftovers]
    for first, last, stands_for in sorted(taken):
        if start <= first < end:
            parts += (text[done:first], stands_for)
            done = last
    return squeeze("".join([*parts, text[done:end]]))
