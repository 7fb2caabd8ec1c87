"""What the columns of a PDF hold: one language each, numbers, or remarks.

Two columns in two languages are a bilingual page. Columns of figures beside them number its rows,
and tell where a paragraph begins; a third column of text is remarks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from aligner.formats.pdf.columns import Line
from aligner.formats.tables.names import name_of
from aligner.formats.text import han, words

Role = Literal["zh", "en", "figures", "remark"]
Place = tuple[int, int]
"""Page and column."""

_MOSTLY = 0.8
"""The part of the text of a language's columns that is in it."""
_HEAD = 1 / 3
"""The part of the lines of a column of figures that its head may be."""
_LONGEST_HEAD = 40
_LEAST = 0.1
"""The part of the text that stands in the columns of each language, at least."""


def roles_of(lines: Sequence[Line]) -> dict[Place, Role] | None:
    """Return what each column of each page holds; None where no two languages are side by side."""
    weights: dict[Place, list[int]] = defaultdict(lambda: [0, 0])
    for line in lines:
        if line.column:
            own = weights[line.page, line.column]
            own[0] += han(line.text)
            own[1] += 2 * words(line.text)
    figures = figure_columns(lines)
    roles: dict[Place, Role] = {
        place: "figures" if place in figures else "zh" if zh > en else "en"
        for place, (zh, en) in weights.items()
    }
    _tell_remarks(roles, weights)
    return roles if _are_languages(roles, weights) else None


def head_lines(lines: Sequence[Line], roles: Mapping[Place, Role]) -> list[Line]:
    """Return the heads of columns: the names of both languages beside each other, and all beside.

    Tables may repeat them on each page.
    """
    found: list[Line] = []
    for name in lines:
        if not _is_head(name, "zh", roles):
            continue
        beside = [line for line in lines if line.page == name.page and _are_beside(line, name)]
        if any(_is_head(line, "en", roles) for line in beside):
            found += [line for line in beside if line.column and len(line.text) <= _LONGEST_HEAD]
    return found


def above_heads(lines: Sequence[Line], heads: Sequence[Line]) -> list[Line]:
    """Return the other lines, those above the heads of a table over all its columns: its title."""
    tops = {head.page: head.top for head in reversed(heads)}
    named = set(heads)
    return [
        replace(line, column=0) if line.bottom <= tops.get(line.page, 0.0) else line
        for line in lines
        if line not in named
    ]


def _is_head(line: Line, language: Role, roles: Mapping[Place, Role]) -> bool:
    return roles.get((line.page, line.column)) == language and _is_name(line.text)


def _is_name(text: str) -> bool:
    name = name_of(text.strip())
    return name is not None and name.is_text


def _are_beside(one: Line, other: Line) -> bool:
    return one.top < other.bottom - other.height / 2 < one.bottom


def figure_columns(lines: Sequence[Line]) -> set[Place]:
    """Return the columns that hold figures and marks, as the numbers of rows, but for a head."""
    in_words: dict[Place, list[bool]] = defaultdict(list)
    for line in lines:
        in_words[line.page, line.column].append(bool(han(line.text) or words(line.text)))
    return {
        place for place, told in in_words.items() if place[1] and sum(told) <= _HEAD * len(told)
    }


def _tell_remarks(roles: dict[Place, Role], weights: Mapping[Place, Sequence[int]]) -> None:
    """Leave one column of each language on a page, the heaviest."""
    kept: dict[tuple[int, Role], Place] = {}
    for place in sorted(roles, key=lambda place: -sum(weights[place])):
        page_role = place[0], roles[place]
        if roles[place] != "figures" and kept.setdefault(page_role, place) != place:
            roles[place] = "remark"


def _are_languages(roles: Mapping[Place, Role], weights: Mapping[Place, Sequence[int]]) -> bool:
    """Whether most of the text stands in a column of its own language, on both sides."""
    inside = {"zh": 0, "en": 0}
    total = {"zh": 0, "en": 0}
    for place, role in roles.items():
        if role == "zh" or role == "en":
            inside[role] += weights[place][role == "en"]
            total[role] += sum(weights[place])
    all_text = sum(sum(weight) for weight in weights.values())
    on_page: dict[int, set[Role]] = defaultdict(set)
    for (page, _), role in roles.items():
        on_page[page].add(role)
    return any({"zh", "en"} <= found for found in on_page.values()) and all(
        total[language] > _LEAST * all_text and inside[language] >= _MOSTLY * total[language]
        for language in ("zh", "en")
    )
