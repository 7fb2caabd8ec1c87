"""A long translation that comes to a cue is wrapped; no line of subtitles is too wide."""

from __future__ import annotations

from pathlib import Path

from aligner.cells import width
from aligner.repair import repair_file

_ZH = [
    "渡船今天停航。",
    "他說從昨天晚上一直颳到現在的風，把碼頭上的招牌和兩艘小船都吹壞了。",
    "你帶傘了嗎？",
    "傘在我哥哥那裡。",
    "郵局今天不開門。",
    "我小時候數過鷺鷥的羽毛。",
]
_EN = [
    "The ferry is not running today.",
    "He says the wind that has been blowing since last night has broken the sign on the pier and "
    "two small boats.",
    "Did you bring an umbrella?",
    "My brother has the umbrella.",
    "The post office is closed today.",
    "As a child I used to count the feathers of herons.",
]


def _srt(upper: list[str], lower: list[str]) -> str:
    return "".join(
        f"{n}\n00:00:{n * 3:02d},000 --> 00:00:{n * 3 + 2:02d},500\n{one}\n"
        + (f"{other}\n\n" if other else "\n")
        for n, (one, other) in enumerate(zip(upper, lower, strict=True), 1)
    )


def _lines(tmp_path: Path, upper: list[str], lower: list[str], source: str) -> list[str]:
    """Return the lines of the second cue of what is written."""
    path = tmp_path / "film.srt"
    path.write_text(_srt(upper, lower), encoding="utf-8", newline="")
    content = repair_file(path, "zh" if source == "zh" else "en").content.decode("utf-8")
    cues = content.split("\n\n")[:-1]
    assert [cue.split("\n")[2] for cue in cues] == upper
    return cues[1].split("\n")[3:]


def _slipped(texts: list[str], glue: str) -> list[str]:
    return [glue.join(texts[:2]), *texts[2:5], "", texts[5]]


def test_english_is_wrapped_between_words(tmp_path: Path) -> None:
    lines = _lines(tmp_path, _ZH, _slipped(_EN, " "), "zh")
    assert " ".join(lines) == _EN[1]
    assert len(lines) == 3
    assert max(map(width, lines)) <= 42
    assert max(map(width, lines)) - min(map(width, lines)) < 14  # no line is a stub


def test_chinese_is_wrapped_too(tmp_path: Path) -> None:
    lines = _lines(tmp_path, _EN, _slipped(_ZH, ""), "en")
    assert "".join(lines) == _ZH[1]
    assert len(lines) == 2
    assert max(map(width, lines)) <= 42
    assert not lines[1].startswith(("，", "。"))
