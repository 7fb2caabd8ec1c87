"""Subtitles in both languages whose lines of one language are replaced in place.

A cue has the lines of one language above those of the other; all else, numbers, times, settings
and white space, stays as it is. A text that comes to a cue is wrapped into as many lines as it had.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from aligner.article import Language
from aligner.cells import wrap, wrap_spans
from aligner.formats.bilingual import Bilingual, BilingualSegment
from aligner.formats.document import Raw
from aligner.formats.encoded import encoded_like
from aligner.formats.recutting import Token, recut
from aligner.formats.subtitles.timed_lines import Stretch
from aligner.script import language_of

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_PIECE = re.compile(
    r"</?(?P<name>[A-Za-z][\w.]*)(?P<more>[^<>\n]{0,300})>|\{\\[^{}\n]{0,300}\}|(?P<text>.)",
    re.DOTALL,
)
_WIDEST = 42
"""Cells of a line of English subtitles, as most guides have it; Chinese ones are narrower."""


@dataclass(frozen=True, slots=True)
class _Cue:
    """The lines of a cue, by their numbers in the file."""

    name: str
    first: int
    """The line below its timing."""
    zh: tuple[int, ...]
    en: tuple[int, ...]

    def lines(self, language: Language) -> tuple[int, ...]:
        """Return the lines of a side."""
        return self.zh if language == "zh" else self.en


def read_cues(
    raw: Raw, stretches: Callable[[str], Iterable[Stretch]], *, ends_blank: bool = False
) -> Bilingual:
    """Return the cues of a file; raises `UnusableInput` where it is no text.

    `ends_blank` says that a blank line ends a cue, so that what follows it is a remark.
    """
    text = raw.text
    found = [(match[1], match[2]) for match in _LINE.finditer(text)]
    lines = [line for line, _ in found]
    taken = [
        _without_remarks(stretch) if ends_blank else stretch
        for stretch in stretches(text)
        if not stretch.is_head
    ]
    order = _order(lines, taken)
    cues = [_cue(number, stretch, lines, order) for number, stretch in enumerate(taken, 1)]

    def shown(numbers: Sequence[int]) -> str:
        return _shown(_tokens(lines, numbers))

    def write(language: Language, texts: Sequence[str]) -> bytes:
        old = [_tokens(lines, cue.lines(language)) for cue in cues]
        new: dict[int, list[str]] = {}
        dropped: set[int] = set()
        ends = [end for _, end in found]
        usual = next((end for end in ends if end), "\n")
        for cue, tokens, content, text in zip(
            cues, old, recut(old, texts, str), texts, strict=True
        ):
            own = cue.lines(language)
            if content == "".join(token.raw for token in tokens):
                continue
            dropped.update(own)
            at = own[0] if own else _place(cue, language, order)
            new[at] = _wrapped(content, text, len(own)) if content else []
        return encoded_like(_joined(found, new, dropped, usual), raw)

    return Bilingual(
        [BilingualSegment(cue.name, shown(cue.zh), shown(cue.en)) for cue in cues], None, write
    )


def _order(lines: Sequence[str], stretches: Sequence[Stretch]) -> tuple[Language, Language]:
    """Return which language usually stands above the other."""
    firsts: Counter[Language] = Counter()
    for stretch in stretches:
        said = [language_of(lines[n]) for n in _filled(stretch)]
        languages = [language for language in said if language]
        if len(set(languages)) == 2:
            firsts[languages[0]] += 1
    return ("en", "zh") if firsts["en"] > firsts["zh"] else ("zh", "en")


def _without_remarks(stretch: Stretch) -> Stretch:
    """Return the lines up to the first blank one."""
    return replace(stretch, lines=list(takewhile(str.strip, stretch.lines)))


def _filled(stretch: Stretch) -> list[int]:
    return [n for n, line in enumerate(stretch.lines, stretch.first) if line.strip()]


def _cue(
    number: int, stretch: Stretch, lines: Sequence[str], order: tuple[Language, Language]
) -> _Cue:
    """Divide the lines of a cue where they fit best: those of the upper language come first."""
    own = _filled(stretch)
    said = [language_of(lines[n]) for n in own]
    upper, lower = order

    def misfit(cut: int) -> tuple[int, int]:
        wrong = said[:cut].count(lower) + said[cut:].count(upper)
        alone = len(set(said)) == 1 and len(own) == 1
        return wrong, 0 if alone else abs(2 * cut - len(own))

    cut = min(range(len(own) + 1), key=misfit)
    above, below = tuple(own[:cut]), tuple(own[cut:])
    zh, en = (above, below) if upper == "zh" else (below, above)
    return _Cue(stretch.name or str(number), stretch.first, zh, en)


def _place(cue: _Cue, language: Language, order: tuple[Language, Language]) -> int:
    """Return the line before which the first line of a language is put in."""
    others = cue.en if language == "zh" else cue.zh
    if not others:
        return cue.first
    return others[0] if order[0] == language else others[-1] + 1


def _tokens(lines: Sequence[str], numbers: Sequence[int]) -> list[Token]:
    text = "\n".join(lines[n] for n in numbers)
    tokens = []
    for piece in _PIECE.finditer(text):
        if piece["text"]:
            tokens.append(Token(piece[0], "space" if piece[0].isspace() else "text"))
        elif piece[0].startswith("</"):
            tokens.append(Token(piece[0], "close"))
        elif piece["name"]:
            tokens.append(Token(piece[0], "open", f"</{piece['name']}>"))
        else:
            tokens.append(Token(piece[0], "tag"))
    return tokens


def _shown(tokens: Sequence[Token]) -> str:
    return "".join(token.raw for token in tokens if token.kind in ("text", "space"))


def _wrapped(content: str, text: str, lines: int) -> list[str]:
    """Return a text as lines: those that it has, or as few as are not too wide."""
    given = [line for line in content.split("\n") if line.strip()]
    needed = len(wrap(text, _WIDEST))
    if len(given) > 1 or content != text or needed < 2:
        return given
    wanted = max(needed, min(lines, 2))
    # The narrowest lines of that number are the most even ones.
    width = next(w for w in range(2, _WIDEST + 1) if len(wrap(text, w)) <= wanted)
    return [text[line.start : line.end].strip() for line in wrap_spans(text, width)]


def _joined(
    found: Sequence[tuple[str, str]],
    new: Mapping[int, Sequence[str]],
    dropped: Collection[int],
    usual: str,
) -> str:
    """Return the lines of a file with some put in before others, and some left out."""
    parts: list[str] = []
    for n, (line, end) in enumerate(found):
        added = new.get(n, ())
        if added and parts and not parts[-1].endswith(("\r", "\n")):
            parts.append(usual)
        parts += [text + usual for text in added]
        if n not in dropped:
            parts.append(line + end)
    return "".join(parts)
