"""Folders of small texts for the tests of pairing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from aligner.pairing import Plan

STORIES = [
    (
        "燈塔在礁石上站了一百年，守燈人每晚點燈。去年冬天，最後一個守燈人退休了。",
        "The lighthouse has stood on the reef for a century, and each night its keeper lights the "
        "lamp. Last winter the last keeper retired.",
    ),
    (
        "廚師把麵條放進熱湯裡，加了一點醋。客人說，這碗麵像母親煮的。",
        "The cook put noodles in the hot soup and added some vinegar. The guests say that the bowl "
        "tastes like their mother's.",
    ),
    (
        "火車在夜裡開過高原，乘客都睡著了。只有司機看見雪山上的月亮。",
        "The train crossed the plateau at night while its passengers slept. Only the driver saw "
        "the moon above the snowy mountains.",
    ),
    (
        "醫院買了三台新機器，護士們花了一個月學習使用。病人等候的時間少了一半。",
        "The hospital bought three new machines, and the nurses took a month to learn to use them. "
        "Patients now wait half as long.",
    ),
]
ZH = [zh for zh, _ in STORIES]
EN = [en for _, en in STORIES]


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """Write texts under their names, folders included, and return the folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def pairs(plan: Plan) -> list[tuple[str, ...]]:
    """The names of the files of each pair, the Chinese one first, and what told them."""
    return [(*(path.name for path in pair.paths), str(pair.origin)) for pair in plan.pairs]


def names(paths: tuple[Path, ...]) -> list[str]:
    return [path.name for path in paths]
