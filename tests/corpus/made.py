"""Folders of documents' pairs for the tests, as a run over many documents leaves them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from aligner.corpus import Corpus, Filters, Sources, merged
from aligner.unit import Unit

LAMP = ("灯塔亮了。", "The lamp was lit.")
DOOR = ("他关上门。", "He closed the door.")
FOG = ("今晚有雾。", "There is fog tonight.")


def line(zh: str, en: str, confidence: float = 0.9, status: str = "proposed") -> str:
    """A pair as it stands in the file of its document."""
    places = {"zh_places": [[0, len(zh)]], "en_places": [[0, len(en)]]}
    said = {"zh": zh, "en": en, "confidence": confidence, "status": status, **places}
    return json.dumps(said, ensure_ascii=False) + "\n"


def document(folder: Path, name: str, *lines: str, is_finished: bool = True) -> Path:
    """Write the pairs of a document, and its report where it is finished."""
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.jsonl"
    path.write_text("".join(lines), encoding="utf-8")
    if is_finished:
        path.with_suffix(".json").write_text("{}")
    return path


@contextmanager
def corpus_of(
    *places: Path, filters: Filters | None = None, salvage: bool = False
) -> Iterator[Corpus]:
    """Merge what lies in places."""
    with merged(Sources(places), filters or Filters(), salvage=salvage) as corpus:
        yield corpus


def said_of(units: Iterable[Unit]) -> list[tuple[str, dict[str, str]]]:
    """The Chinese of units, with their properties."""
    return [(unit.zh, dict(unit.properties)) for unit in units]
