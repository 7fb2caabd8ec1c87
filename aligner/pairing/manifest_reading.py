"""A list of pairs as somebody wrote or corrected it, read into a plan.

Read leniently: TSV or CSV in any encoding, as spreadsheets save it, or JSON Lines. Whatever cannot
be meant is refused with its line. A document that is not there is among the failed ones.
"""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from aligner.errors import UnusableInput
from aligner.files import decode, load
from aligner.pairing.finding import Found
from aligner.pairing.ids import ids_of, is_safe
from aligner.pairing.manifest_writing import is_json_lines
from aligner.pairing.names import name_of
from aligner.pairing.plan import Origin, Plan, PlannedPair, Unreadable

_LARGEST = 256 * 1024 * 1024
"""Bytes of a list; a million pairs have some hundred million."""
_LONGEST_CELL = 1 << 20
_DELIMITERS = "\t,;"
_NAMES_TEXT = """
    id: id name 名稱 名称
    zh: zh chinese 中文 zh-cn zh-tw
    en: en english 英文 en-us en-gb
    note: note notes 附註 备注
    options: options 選項 选项
"""
_NAMES = {
    name: column.strip()
    for line in _NAMES_TEXT.strip().splitlines()
    for column, names in [line.split(":")]
    for name in names.split()
}
"""What the columns may be called in the head."""


@dataclass(frozen=True, slots=True)
class _Line:
    """What a line of the list says."""

    number: int
    id: str
    zh: str
    en: str
    note: str
    options: Mapping[str, str]


def read_manifest(path: Path) -> Plan:
    """Read a list of pairs; raises `UnusableInput`.

    Paths are relative to its folder. A line with one document says that it holds both languages.
    """
    text, _ = decode(load(path, _LARGEST), path, None)
    is_json = is_json_lines(path)
    lines = list(_json_lines(text, path) if is_json else _table_lines(text, path))
    if not lines:
        raise UnusableInput(f"{path} lists no pairs; write one a line, the Chinese file first.")
    folder = path.absolute().parent
    pairs = [_pair(line, folder, path) for line in lines]
    pairs = _with_ids(pairs, lines, path)
    return Plan(tuple(pairs), failed=tuple(_missing(pairs)))


def _json_lines(text: str, path: Path) -> Iterator[_Line]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            record = None
        if not isinstance(record, dict):
            raise UnusableInput(f"{path}, line {number}: this is no JSON object.")
        said = {str(name): value for name, value in record.items()}
        options = said.get("options", {})
        if not isinstance(options, dict):
            raise UnusableInput(f"{path}, line {number}: options are written as a JSON object.")
        given = {str(name): str(value) for name, value in options.items()}
        cells = {name: str(said.get(name) or "") for name in ("id", "zh", "en", "note")}
        if cells["zh"] or cells["en"]:
            yield _Line(number, options=given, **cells)


def _table_lines(text: str, path: Path) -> Iterator[_Line]:
    head = text.lstrip("\r\n").split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=head.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    before = csv.field_size_limit(_LONGEST_CELL)
    columns: dict[str, int] | None = None
    try:
        for row in rows:
            cells = [cell.strip() for cell in row]
            if not any(cells) or cells[0].startswith("#"):
                continue
            if columns is None:
                columns = _columns(cells, path)
                if _is_head(cells):
                    continue
            yield _line(rows.line_num, cells, columns, path)
    except csv.Error as problem:
        raise UnusableInput(
            f"{path}, line {rows.line_num}: this is no line of a table ({problem})."
        ) from None
    finally:
        csv.field_size_limit(before)


def _is_head(cells: list[str]) -> bool:
    names = {_NAMES.get(cell.casefold()) for cell in cells}
    return {"zh", "en"} <= names


def _columns(cells: list[str], path: Path) -> dict[str, int]:
    """Return where each column is, by the first line."""
    if _is_head(cells):
        named = {_NAMES.get(cell.casefold(), ""): n for n, cell in enumerate(cells)}
        return {name: n for name, n in named.items() if name}
    if len([cell for cell in cells if cell]) <= 2:
        return {"zh": 0, "en": 1}
    raise UnusableInput(
        f"{path} does not say which of its columns are which; let its first line be id, zh, en."
    )


def _line(number: int, cells: list[str], columns: Mapping[str, int], path: Path) -> _Line:
    def cell(name: str) -> str:
        place = columns.get(name, len(cells))
        return cells[place] if place < len(cells) else ""

    if not cell("zh") and not cell("en"):
        raise UnusableInput(
            f"{path}, line {number}: no document is named; put # in front of a line that is to be "
            "passed over."
        )
    options = _options(cell("options"), f"{path}, line {number}")
    return _Line(number, cell("id"), cell("zh"), cell("en"), cell("note"), options)


def _options(text: str, where: str) -> dict[str, str]:
    options = {}
    for part in filter(None, (part.strip() for part in text.split(";"))):
        name, sign, value = part.partition("=")
        if not sign or not name.strip():
            raise UnusableInput(f"{where}: write options as level=paragraph; encoding=gb18030.")
        options[name.strip()] = value.strip()
    return options


def _pair(line: _Line, folder: Path, path: Path) -> PlannedPair:
    if not all(map(_may_be_named, (line.zh, line.en, line.options.get("chapters", "")))):
        raise UnusableInput(f"{path}, line {line.number}: no file can have such a name.")
    if line.id and not is_safe(line.id):
        raise UnusableInput(
            f"{path}, line {line.number}: {line.id!r} cannot be the name of a file; write letters, "
            "figures and hyphens."
        )
    zh, en = (folder / name if name else None for name in (line.zh, line.en))
    options = dict(line.options)
    if options.get("chapters"):
        options["chapters"] = str(folder / options["chapters"])
    article = None if zh and en else zh or en
    if article:
        zh = en = None
    return PlannedPair(line.id, zh, en, article, Origin.MANIFEST, options=options, note=line.note)


def _may_be_named(name: str) -> bool:
    """Whether a file can have such a name on this system."""
    try:
        return b"\0" not in os.fsencode(name)
    except ValueError:
        return False


def _with_ids(pairs: list[PlannedPair], lines: list[_Line], path: Path) -> list[PlannedPair]:
    """Return the pairs with ids for those without; raises where two have the same one."""
    lines_by_id: dict[str, int] = {}
    for line in lines:
        before = lines_by_id.setdefault(line.id.casefold(), line.number)
        if line.id and before != line.number:
            raise UnusableInput(
                f"{path}, lines {before} and {line.number}: both are called {line.id!r}."
            )
    unnamed = [pair for pair in pairs if not pair.id]
    names = [
        (name_of(Found(pair.paths[0], "", ())).rest, [one.as_posix() for one in pair.paths])
        for pair in unnamed
    ]
    ids = iter(ids_of(names, list(lines_by_id)))
    return [pair if pair.id else replace(pair, id=next(ids)) for pair in pairs]


def _missing(pairs: list[PlannedPair]) -> Iterator[Unreadable]:
    for path in dict.fromkeys(path for pair in pairs for path in pair.paths):
        try:
            is_there = path.is_file()
        except OSError:
            is_there = False
        if not is_there:
            yield Unreadable(path, f"There is no file {path}.")
