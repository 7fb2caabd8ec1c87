"""Whatever writes a file: units, bitexts and glossaries, which are read again and by others."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import aligner
from aligner.alignment import Bead
from aligner.bitext import Bitext, pair_up
from aligner.formats import (
    FORMATS,
    TOOLS,
    ExportOptions,
    bitext_suffixes,
    read_units,
    unit_suffixes,
    write_bitext,
    write_units,
)
from aligner.reading import read_article
from aligner.script import language_of
from aligner.terms import Entry, glossary_suffixes, read_glossary, write_glossary
from aligner.unit import Unit
from bench.fuzzing import oracle
from bench.fuzzing.case import Case
from bench.fuzzing.foreign import check_foreign
from bench.fuzzing.targets.target import Target

_READ_AGAIN = frozenset(e for form in FORMATS if form.units for e in form.all_suffixes)
_KEEPS_ONE = (".po",)
"""Endings of formats that hold equal units once."""
_HAN = re.compile("[\u3400-\u9fff]")
_ALIGNED = 60
"""Sentences of an article that is aligned; longer ones are aligned by others."""
_DOCUMENTS = tuple(e for form in FORMATS if form.document for e in form.suffixes)


def check_written(units: Sequence[Unit], folder: Path, chance: random.Random) -> None:
    """Write units in a format, and check that they come back, and that others find them."""
    full = [unit for unit in units if all(map(oracle.skeleton, (unit.zh, unit.en)))]
    if not full:
        return
    ending = chance.choice(unit_suffixes())
    path = folder / f"written{ending}"
    write_units(full, path, _options(chance))
    if ending in _READ_AGAIN:
        back = list(read_units(path))
        oracle.check_same(full, back, once=ending in _KEEPS_ONE, what=ending)
    check_foreign(path, [text for unit in full for text in (unit.zh, unit.en)])


def _options(chance: random.Random) -> ExportOptions:
    tool = chance.choice(list(TOOLS.values())) if chance.random() < 0.2 else None
    options = ExportOptions(
        source=chance.choice((None, "zh", "en")), xliff=chance.choice(("1.2", "2.1"))
    )
    return replace(options, tool=tool) if tool else options


def check_glossary(entries: Sequence[Entry], folder: Path, chance: random.Random) -> None:
    """Write a glossary in a form, and check that its terms come back."""
    full = [entry for entry in entries if _terms([entry])]
    if not full:
        return
    ending = chance.choice(glossary_suffixes())
    path = folder / f"glossary{ending}"
    write_glossary(full, path)
    back = read_glossary(path)
    lost = _terms(full) - _terms(back)
    oracle.check(not lost, f"a glossary in {ending} comes back", lost)
    check_foreign(path, [])


def _terms(entries: Sequence[Entry]) -> set[tuple[str, str]]:
    """Return the couples of terms of which each is in its own language."""
    found = ((oracle.skeleton(one.zh), oracle.skeleton(one.en)) for one in entries)
    return {
        (zh.replace("＃", "#"), en.replace("＃", "#"))  # which begins a comment, and is exchanged
        for zh, en in found
        if language_of(zh) == "zh" and language_of(en) == "en" and not _HAN.search(en)
    }


def _written(case: Case, folder: Path) -> None:
    """Take units from lines of JSON, read without our reader, and write them."""
    units = []
    for line in case.files[0].data.decode("utf-8", "replace").split("\n"):
        try:
            said = json.loads(line)
            units.append(Unit(str(said["zh"]), str(said["en"]), note=str(said.get("note", ""))))
        except (ValueError, KeyError, TypeError, AttributeError):
            continue
    check_written(units, folder, case.chance)


def _bitext(case: Case, folder: Path) -> None:
    """Pair an article up without a model, and write it."""
    article = read_article(case.write(folder)[0])
    zh, en = len(article.zh.sentences), len(article.en.sentences)
    beads = [
        Bead((n,) if n < zh else (), (n,) if n < en else (), case.chance.random())
        for n in range(max(zh, en))
    ]
    _check_exported(pair_up(article, beads, model="x"), folder, case.chance)


def _aligned(case: Case, folder: Path) -> None:
    """Align a short article with the model, and write it."""
    path = case.write(folder)[0]
    article = read_article(path)
    if len(article.zh.sentences) + len(article.en.sentences) > _ALIGNED:
        return
    bitext = aligner.align_article(
        path, level="paragraph" if case.chance.random() < 0.5 else "sentence"
    )
    oracle.check_bitext(bitext)
    _check_exported(bitext, folder, case.chance)


def _check_exported(bitext: Bitext, folder: Path, chance: random.Random) -> None:
    ending = chance.choice(bitext_suffixes())
    path = folder / f"written{ending}"
    write_bitext(bitext, path, replace(_options(chance), min_confidence=0.0))
    full = [
        pair for pair in bitext.pairs if all(map(oracle.skeleton, (pair.zh_text, pair.en_text)))
    ]
    check_foreign(path, [text for pair in full for text in (pair.zh_text, pair.en_text)])


TARGETS = (
    Target("written", 8, lambda chance: [(".jsonl",)], _written, is_exact=True),
    Target("bitext", 5, lambda chance: [_DOCUMENTS], _bitext),
    Target("aligned", 2, lambda chance: [_DOCUMENTS], _aligned),
)
