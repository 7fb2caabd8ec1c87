"""Subtitles in SubRip and WebVTT, both languages in a cue."""

from __future__ import annotations

import random

from bench.fuzzing.generators.made import Made
from bench.fuzzing.vocabulary import couple

ENDINGS = (".srt", ".vtt")


def make(chance: random.Random) -> Made:
    """Make subtitles, all of whose sentences must be found."""
    is_web = chance.random() < 0.4
    mark = "." if is_web else ","
    cues, texts = [], []
    for number in range(chance.choice((2, 8, 30))):
        zh, en = couple(chance)
        times = f"00:{number:02}:01{mark}000 --> 00:{number:02}:03{mark}500"
        body = chance.choice((f"{zh}\n{en}", f"<i>{zh}</i>\n{en}", f"{en}\n{zh}"))
        cues.append(f"{number + 1}\n{times}\n{body}")
        texts += [zh, en]
    head = "WEBVTT\n\n" if is_web else ""
    return Made((head + "\n\n".join(cues) + "\n").encode("utf-8"), tuple(texts))
