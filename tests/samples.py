"""Hand-made bitexts for the tests; no model is needed for them."""

from __future__ import annotations

from collections.abc import Sequence

from aligner.alignment import Bead
from aligner.article import Article, Language, Leftover, Paragraph, Sentence, Side
from aligner.bitext import Bitext, Level, pair_up

HOSTILE = "\u3000引號<&>\"'\x00\x0b\x1b[31m\ud800\ufffe，末尾\t有\r\n換行 \u2028\ufeff\u3000"
"""What XML forbids or must escape, and white space at both ends."""


def side(language: Language, paragraphs: Sequence[Sequence[str]]) -> Side:
    return Side(
        language=language,
        paragraphs=tuple(Paragraph("".join(texts)) for texts in paragraphs),
        sentences=tuple(
            Sentence(text, number, 0, 0)
            for number, texts in enumerate(paragraphs)
            for text in texts
        ),
    )


def article(
    zh: Sequence[Sequence[str]], en: Sequence[Sequence[str]], *, script: str = "Hant"
) -> Article:
    return Article(
        zh=side("zh", zh),
        en=side("en", en),
        leftovers=(Leftover("首頁 > 燈塔", "navigation", 0, 7),),
        layout="blocks",
        sources=("/secret/client/燈塔 & sea.txt",),
        encodings=("utf-8",),
        script=script,
        script_share=0.98,
    )


def lighthouse(*, script: str = "Hant", level: Level = "sentence") -> Bitext:
    """Three pairs (one of them doubtful), an omission and an addition, in two paragraphs."""
    source = article(
        [
            ["燈塔亮了。", "守塔人關上門，走下樓梯。"],
            ["「今晚有霧。」他說。", "貓沒有回答。", "海很靜。"],
        ],
        [
            ["The lamp was lit.", "The keeper closed the door.", "He went down the stairs."],
            ["“Fog tonight,” he said.", "It was ten past nine.", "The sea was calm."],
        ],
        script=script,
    )
    beads = [
        Bead((0,), (0,), 0.98),
        Bead((1,), (1, 2), 0.91),
        Bead((2,), (3,), 0.62),
        Bead((3,), (), 0.8),
        Bead((), (4,), 0.7),
        Bead((4,), (5,), 0.99),
    ]
    return pair_up(source, beads, model="toy", level=level)


def one_pair(zh: str, en: str, *, script: str = "Hant", confidence: float = 0.9) -> Bitext:
    return pair_up(
        article([[zh]], [[en]], script=script), [Bead((0,), (0,), confidence)], model="toy"
    )


def book(shapes: Sequence[tuple[int, int, float, int]]) -> Bitext:
    """Make a bitext of beads: how many Chinese and English sentences, confidence, length of each.

    An English sentence has three times as many characters as a Chinese one.
    """
    zh: list[str] = []
    en: list[str] = []
    beads = []
    for zh_count, en_count, confidence, length in shapes:
        beads.append(
            Bead(
                tuple(range(len(zh), len(zh) + zh_count)),
                tuple(range(len(en), len(en) + en_count)),
                confidence,
            )
        )
        zh += ["海" * length] * zh_count
        en += ["sea" * length] * en_count
    zh_paragraphs, en_paragraphs = (
        [texts[n : n + 4] for n in range(0, len(texts), 4)] for texts in (zh, en)
    )
    return pair_up(article(zh_paragraphs, en_paragraphs), beads, model="toy")


def long_book() -> Bitext:
    """A hundred pairs of one line each, every tenth doubtful."""
    return book([(1, 1, 0.5 if n % 10 == 9 else 0.95, 3) for n in range(100)])
