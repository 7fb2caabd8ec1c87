"""Small documents for runs, each of its own; aligned by the built-in model in some hundredths."""

from __future__ import annotations

from pathlib import Path

from aligner.pairing import Origin, Plan, PlannedPair

_ZH = (
    "磨坊的水車停了{n}天。",
    "磨坊主人坐在門檻上，把第{n}袋麥子搬進屋裡。",
    "傍晚下起雨來，河水又漲了{n}寸。",
)
_EN = (
    "The wheel of the mill had stood still for {n} days.",
    "The miller sat on the threshold, then carried sack number {n} inside.",
    "Towards evening it began to rain, and the river rose by {n} inches.",
)


def zh_text(number: int) -> str:
    return "\n\n".join(line.format(n=number) for line in _ZH) + "\n"


def en_text(number: int) -> str:
    return "\n\n".join(line.format(n=number) for line in _EN) + "\n"


def planned(folder: Path, name: str, number: int, **about: object) -> PlannedPair:
    """Write a Chinese and an English file, and return them as a pair."""
    folder.mkdir(exist_ok=True)
    zh, en = folder / f"{name}_zh.txt", folder / f"{name}_en.txt"
    zh.write_text(zh_text(number), encoding="utf-8")
    en.write_text(en_text(number), encoding="utf-8")
    return PlannedPair(name, zh=zh, en=en, origin=Origin.NAME, **about)  # type: ignore[arg-type]


def plan_of(folder: Path, count: int) -> Plan:
    return Plan(tuple(planned(folder, f"d{n}", n) for n in range(10, 10 + count)))


def contents(folder: Path) -> dict[str, bytes]:
    """Every file in a folder of results, by its name; a folder in it is one too many."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}
