"""Make the key cards of both languages from the lists of actions: `python docs/cards.py`.

A card is a page of the documents and a picture that prints on one sheet of A4. Nothing is written
here that the screen says itself: keys, what they do, marks and hints come from where it has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from aligner.cells import width, wrap
from tui import (
    ACTIONS,
    BY_NAME,
    GROUPS,
    MARKS,
    PLAIN_MARKS,
    TERM_ACTIONS,
    AnyAction,
    ScreenLanguage,
    Words,
    key_name,
)

DOCS = Path(__file__).resolve().parent
WIDTH, HEIGHT, MARGIN = 210.0, 297.0, 13.0
"""Millimetres: the sheet, and what printers leave white."""
KEYS_END = 62.0
"""Where the column of keys ends."""
CAP = 3.9
"""Height of a key."""
ROW = 4.4
"""From one action to the next."""
FOLD = 136
"""Cells of a line of small print."""
INK, FAINT, RULE, CAP_INK = "#1d2021", "#5f6664", "#9aa19e", "#f1f2f1"
SANS = (
    "Helvetica, Arial, DejaVu Sans, Noto Sans CJK TC, PingFang TC, Microsoft JhengHei, sans-serif"
)
MONO = "DejaVu Sans Mono, Menlo, Consolas, Noto Sans Mono CJK TC, monospace"


@dataclass(frozen=True, slots=True)
class CardText:
    """What a card says in its own words."""

    ending: str
    """Of the names of its files."""
    title: str
    keys: str
    what: str
    name: str
    intro: str
    other: str
    """The link to the card in the other language."""
    notes: str
    ascii_marks: str
    glossary: str
    colon: str
    comma: str


ENGLISH = CardText(
    ending="",
    title="Keys of the review screen",
    keys="key",
    what="what it does",
    name="name in a keymap",
    intro="The keys of `duizhao review`, also as a [sheet of A4](pictures/keys.svg) to print. The "
    "screen writes `^R` for Ctrl+R. [Keys of your own](review.md#keys-of-your-own).",
    other="[中文](keys.zh.md)",
    notes="Carets, mouse, marks",
    ascii_marks="With `--ascii`: ",
    glossary="On the screen of the glossary",
    colon=": ",
    comma=", ",
)
CHINESE = CardText(
    ending=".zh",
    title="校對畫面按鍵表",
    keys="按鍵",
    what="作用",
    name="自訂按鍵時的名稱",
    intro="`duizhao review` 的全部按鍵；另有[可列印的 A4 一頁](pictures/keys.zh.svg)。"
    "畫面上把 Ctrl+R 寫成 `^R`。[自訂按鍵](review.zh.md#自訂按鍵)。",
    other="[English](keys.md)",
    notes="游標、滑鼠、記號",
    ascii_marks="加上 `--ascii` 時，",
    glossary="術語表畫面",
    colon="：",
    comma="，",
)
CARD_TEXTS: dict[ScreenLanguage, CardText] = {"en": ENGLISH, "zh-Hant": CHINESE}


_SPELLED = {"space": "Space", "backspace": "Backspace", "escape": "Esc"}


def spelled(key: str) -> str:
    """Return how a key is written on paper: `Ctrl+R`, `Space`, `N`."""
    *modifiers, base = key.split("+")
    shown = _SPELLED.get(base) or key_name(base)
    shown = shown.upper() if modifiers and len(shown) == 1 else shown
    return "+".join([*(modifier.capitalize() for modifier in modifiers), shown])


def page(language: ScreenLanguage) -> str:
    """Return the card as a page of Markdown."""
    words, card = Words(language), CARD_TEXTS[language]
    lines = [f"# {card.title}", "", f"{card.intro} {card.other}", ""]
    for group in GROUPS:
        lines += [f"## {words.group(group)}", ""]
        lines += _table([action for action in ACTIONS if action.group == group], words, card)
    lines += [f"## {card.glossary}", ""]
    lines += _table(TERM_ACTIONS, words, card)
    plain = card.ascii_marks + words("help marks", **PLAIN_MARKS)
    lines += [f"## {card.notes}", ""]
    lines += [f"- {text}" for text in [*_notes(words), plain]]
    return "\n".join([*lines, ""])


def _table(actions: Sequence[AnyAction], words: Words, card: CardText) -> list[str]:
    lines = [f"| {card.keys} | {card.what} | {card.name} |", "|---|---|---|"]
    for action in actions:
        keys = " ".join(f"`{spelled(key)}`" for key in action.keys)
        lines.append(f"| {keys} | {words.help(action)} | `{action.name}` |")
    return [*lines, ""]


def _notes(words: Words) -> list[str]:
    """Return what the screen says about keys and signs outside the list of actions."""
    edit = words.label(BY_NAME["edit"]).capitalize() + CARD_TEXTS[words.language].colon
    return [
        words("split how"),
        words("term how"),
        edit + words("edit how"),
        words("help mouse"),
        words("help marks", **MARKS),
    ]


def _glossary(words: Words) -> str:
    """Return the keys of the glossary screen in a line."""
    card = CARD_TEXTS[words.language]
    keys = [
        f"{spelled(action.keys[0])} {words.label(action)}"
        for action in TERM_ACTIONS
        if action.group != "move"
    ]
    return words.label(BY_NAME["glossary"]).capitalize() + card.colon + card.comma.join(keys)


def sheet(language: ScreenLanguage) -> str:
    """Return the card as an SVG picture of one sheet of A4, in millimetres."""
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH:g}mm" height="{HEIGHT:g}mm"'
            f' viewBox="0 0 {WIDTH:g} {HEIGHT:g}" font-family="{SANS}" font-size="3.3"'
            f' fill="{INK}" xml:lang="{language}" role="img">',
            f"<title>{escape(CARD_TEXTS[language].title)}</title>",
            "<style>@page { size: A4; margin: 0 }</style>",
            '<rect width="100%" height="100%" fill="#ffffff"/>',
            *_parts(language, _tightness(language)),
            "</svg>",
            "",
        ]
    )


def _tightness(language: ScreenLanguage) -> float:
    """Return by what the distances of lines are multiplied so that all of them fit on the sheet."""
    ys = [float(y) for part in _parts(language, 1) for y in re.findall(r' y="([\d.]+)"', part)]
    return min(1.0, (HEIGHT - 2 * MARGIN) / (max(ys) - MARGIN))


def _parts(language: ScreenLanguage, tight: float) -> Iterator[str]:
    words, card = Words(language), CARD_TEXTS[language]
    y = MARGIN + 6
    yield _text(MARGIN, y, f"Duizhao 對照　{card.title}", size=5.6, bold=True)
    y += 3.4 * tight
    for group in GROUPS:
        y += 6.4 * tight
        yield _text(MARGIN, y, words.group(group), size=3.5, bold=True, ink=FAINT)
        yield _rule(y + 1.2)
        y += 1.4 * tight
        for action in ACTIONS:
            if action.group == group:
                y += ROW * tight
                yield from _caps(y, [spelled(key) for key in action.keys], min(CAP, 4.6 * tight))
                yield _text(KEYS_END + 2, y, words.help(action))
    y += 3.6 * tight
    yield _rule(y - 1)
    for line in (line for text in [*_notes(words), _glossary(words)] for line in wrap(text, FOLD)):
        y += 3.7 * tight
        yield _text(MARGIN, y, line, size=2.75)


def _caps(y: float, keys: Sequence[str], height: float) -> Iterator[str]:
    """Yield keys, drawn as keys, that end where their column does."""
    x = MARGIN
    for key in keys:
        wide = max(width(key) * 1.62 + 2.2, CAP)
        yield (
            f'<rect x="{x:.1f}" y="{y - 3.2:.2f}" width="{wide:.1f}" height="{height:.3g}" rx=".8"'
            f' fill="{CAP_INK}" stroke="{RULE}" stroke-width=".2"/>'
        )
        yield (
            f'<text x="{x + wide / 2:.1f}" y="{y - 0.2:.2f}" font-family="{MONO}" font-size="2.7"'
            f' text-anchor="middle">{escape(key, quote=False)}</text>'
        )
        x += wide + 1.2
    if x > KEYS_END + 1.2:
        raise ValueError(f"the keys {keys} need more room than the card has")


def _text(
    x: float, y: float, text: str, *, size: float = 0, bold: bool = False, ink: str = ""
) -> str:
    attributes = f' font-size="{size:g}"' if size else ""
    attributes += ' font-weight="bold"' if bold else ""
    attributes += f' fill="{ink}"' if ink else ""
    return f'<text x="{x:g}" y="{y:.2f}"{attributes}>{escape(text, quote=False)}</text>'


def _rule(y: float) -> str:
    return f'<path d="M{MARGIN:g} {y:.1f}H{WIDTH - MARGIN:g}" stroke="{RULE}" stroke-width=".2"/>'


def cards() -> dict[Path, str]:
    """Return every file of the cards with what is to stand in it."""
    made: dict[Path, str] = {}
    for language, card in CARD_TEXTS.items():
        made[DOCS / f"keys{card.ending}.md"] = page(language)
        made[DOCS / "pictures" / f"keys{card.ending}.svg"] = sheet(language)
    return made


def main() -> None:
    """Write the cards into docs and docs/pictures."""
    for path, text in cards().items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
