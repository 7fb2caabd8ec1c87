"""A plan as a list that people correct in a spreadsheet, or programs write: TSV or JSON Lines.

One pair a line. Whatever was found and is in no pair stands in a line of its own, which is passed
over when the list is given back: in a table it begins with `#`, in JSON it has no pair. Paths are
relative to the folder of the list, so that both can be moved together.
"""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from aligner.errors import UnwritableOutput
from aligner.files import check_writable, write_atomically
from aligner.formats import FORMATS
from aligner.pairing.finding import why_ignored
from aligner.pairing.plan import Plan, PlannedPair
from aligner.speaking import told

HEAD = ("id", "zh", "en", "origin", "score", "note", "options")
_LISTS = ("TSV", "CSV", "JSON Lines")
"""Formats that a list of pairs may have."""


def write_manifest(plan: Plan, path: Path) -> None:
    """Write a plan to a file, whole or not at all; raises `UnwritableOutput`.

    A table has a byte order mark in front, by which Excel knows that it is UTF-8.
    """
    check_manifest(path)
    if is_json_lines(path):
        text = "".join(_json_lines(plan, path.absolute().parent))
    else:
        text = "\ufeff" + manifest_text(plan, path.absolute().parent, _delimiter(path))
    write_atomically(path, text.encode("utf-8", "surrogatepass"))


def check_manifest(path: Path, inputs: Sequence[Path] = ()) -> None:
    """Raise `UnwritableOutput`, before any work, for a list that could not be written.

    It may not be one of the `inputs`.
    """
    if _format(path) not in _LISTS:
        raise UnwritableOutput(
            f"{path.name} names no list of pairs; let its name end in .tsv, .csv or .jsonl."
        )
    check_writable(path, inputs)


def is_json_lines(path: Path) -> bool:
    """Whether a list by this name has one object a line, and is no table."""
    return _format(path) == "JSON Lines"


def _format(path: Path) -> str | None:
    """Return the name of the format that a file's ending tells."""
    ending = path.suffix.lower()
    return next((form.name for form in FORMATS if ending in form.all_suffixes), None)


def manifest_text(plan: Plan, folder: Path, delimiter: str = "\t") -> str:
    """Return a plan as a table, its paths as seen from a folder."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(HEAD)
    writer.writerows(_rows(plan, folder))
    return text.getvalue()


def _delimiter(path: Path) -> str:
    return "," if path.suffix.lower() == ".csv" else "\t"


def _rows(plan: Plan, folder: Path) -> Iterator[tuple[str, ...]]:
    for pair in plan.pairs:
        zh, en = pair.article or pair.zh, pair.en
        options = "; ".join(f"{name}={value}" for name, value in pair.options.items())
        yield (
            pair.id,
            _cell(_shown(zh, folder)),
            _cell(_shown(en, folder)),
            pair.origin,
            "" if pair.score is None else f"{pair.score:.2f}",
            _cell(_told(pair.note)),
            options,
        )
    for kind, path, note in _others(plan):
        yield f"# {kind}", _cell(_shown(path, folder)), "", "", "", _cell(_told(note)), ""


def _json_lines(plan: Plan, folder: Path) -> Iterator[str]:
    for pair in plan.pairs:
        yield json.dumps(_record(pair, folder), ensure_ascii=False) + "\n"
    for kind, path, note in _others(plan):
        other = {kind: _shown(path, folder)} | ({"note": note} if note else {})
        yield json.dumps(other, ensure_ascii=False) + "\n"


def _record(pair: PlannedPair, folder: Path) -> dict[str, object]:
    record: dict[str, object] = {
        "id": pair.id,
        "zh": _shown(pair.article or pair.zh, folder),
        "en": _shown(pair.en, folder),
        "origin": str(pair.origin),
        "score": pair.score if pair.score is None else round(pair.score, 4),
        "note": pair.note,
        "options": dict(pair.options),
    }
    return {name: value for name, value in record.items() if value not in ("", None, {})}


def _others(plan: Plan) -> Iterator[tuple[str, Path, str]]:
    """Yield what is in no pair: what it is, where it lies, and what is to be said of it."""
    first = {path: group[0] for group in plan.same_content for path in group[1:]}
    for path in plan.unpaired:
        copy = first.get(path)
        yield "unpaired", path, f"{path.name} says the same as {copy.name}." if copy else ""
    for path, sentence in plan.failed:
        yield "failed", path, sentence
    for path in plan.ignored:
        yield "ignored", path, why_ignored(path)


def _shown(path: Path | None, folder: Path) -> str:
    """Return a path as seen from a folder, with the slashes that all systems take."""
    if path is None:
        return ""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # on another drive
        return path.absolute().as_posix()


def _cell(text: str) -> str:
    """Return a path, or what begins with one, that no spreadsheet takes for a formula.

    Nor does the list take it for a remark.
    """
    return f"./{text}" if text.startswith(("=", "+", "-", "@", "#")) else text


def _told(note: str) -> str:
    """Return a note on one line, in the language that is spoken."""
    return " ".join(told(sentence) for sentence in note.split("\n"))
