"""Whatever a person may be shown has its Chinese: this goes by the source, not by a list."""

from __future__ import annotations

import re

import pytest

from aligner.speaking import told
from tests.commands import ROOT
from tests.speaking.shown import Shown, shown, shown_in

HAN = re.compile(r"[\u4e00-\u9fff]")
WRITTEN = ("aligner/formats/html/bitext.py", "aligner/formats/html/svg_map.py")
"""Modules whose sentences go into files for others, which are in English throughout."""
FRAMES = ("{}", "Invalid value for '--x': {}")
"""What click puts around a sentence."""


def has_chinese(one: Shown) -> bool:
    said = (frame.format(text) for text in one.filled() for frame in FRAMES)
    return any(HAN.search(told(text, "zh-Hant")) for text in said)


def test_every_sentence_has_its_chinese() -> None:
    found = [one for one in shown_in("aligner", "tui") if not one.place.startswith(WRITTEN)]
    assert [one for one in found if not has_chinese(one)] == []
    assert len(found) > 250


def test_a_screen_tells_what_rooms_below_have_said() -> None:
    """An error, a problem or a notice is never shown in English as it came."""
    shown_raw = []
    for path in sorted((ROOT / "tui").rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        told_parts = "".join(re.findall(r"\.told\([^\n]*", source))
        shown_raw += [
            f"{path.name}: {part}"
            for part in re.findall(r"str\((?:problem|error)\)|assistance\.problem\b", source)
            if source.count(part) > told_parts.count(part) + source.count(f"if {part}")
        ]
    assert shown_raw == []


SOURCE = """
def check(path, count, other):
    \"\"\"Documentation says a thing. It is not shown.\"\"\"
    if count:
        raise UnusableInput(f"{path} has {counted(count, 'flaw')} and no mend; get it again.")
    where = "here" if other else "over there"
    raise errors.UnusableInput(f"{path} is not {where}")
    raise ValueError("This is for programmers alone.")
"""


def test_sentences_are_found_with_all_that_may_stand_in_them() -> None:
    assert sorted(one.text for one in shown(SOURCE, "a.py")) == [
        "\0 has 7 flaws and no mend; get it again.",
        "\0 is not here",
        "\0 is not over there",
    ]


@pytest.mark.parametrize(
    "line",
    [
        'raise UnusableInput(f"{path} is of a kind that nobody has heard of; save it anew.")',
        'say("This was done, and nobody knows why.")',
        'problems.append(f"{path} has {name!r}, which is of no use to anybody.")',
        'raise click.UsageError("--here and --there do not go together")',
    ],
)
def test_a_new_sentence_without_chinese_is_found(line: str) -> None:
    (found,) = shown(f"def f(path, name):\n    {line}\n", "new.py")
    assert not has_chinese(found)
