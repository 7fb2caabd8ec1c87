"""Whatever reads a file: units, articles, two articles, glossaries, keymaps."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from aligner.article import Article
from aligner.formats import FORMATS, LeftOut, file_issues, read_units
from aligner.reading import read_article, read_pair, read_side
from aligner.terms import glossary_suffixes, read_glossary
from bench.fuzzing import oracle
from bench.fuzzing.case import Case
from bench.fuzzing.compared import check_all_read
from bench.fuzzing.targets.target import Target
from bench.fuzzing.targets.writing import check_glossary, check_written

_MOST = 20_000
"""Units of a file that are looked at."""
_KEEPS_PLACES = frozenset(
    ending
    for form in FORMATS
    if form.name in ("plain text", "Markdown", "TSV")
    for ending in form.all_suffixes
)
"""Endings of articles whose places count in the text of the file itself."""
UNIT_ENDINGS = tuple(e for form in FORMATS if form.units for e in form.all_suffixes)
ARTICLE_ENDINGS = tuple(e for form in FORMATS if form.document for e in form.all_suffixes)
GLOSSARY_ENDINGS = (*glossary_suffixes(), ".tmx", ".jsonl")
COLUMNS = (None, None, None, None, "A", "b", "1", "zh", "中文", "AAAA", "0", "", "２")


def _units(case: Case, folder: Path) -> None:
    path = case.write(folder)[0]
    chance = case.chance
    zh_code = chance.choice((None, None, "zh-TW", "x"))
    read = read_units(
        path,
        zh_code=zh_code,
        zh_column=chance.choice(COLUMNS),
        en_column=chance.choice(COLUMNS),
        left_out=LeftOut(),
    )
    units = list(islice(read, _MOST))
    for unit in units:
        oracle.check_unit(unit)
    if zh_code is None and len(units) < _MOST:
        check_all_read(path, units)
    if chance.random() < 0.5:
        check_written(units, folder, chance)
    else:
        list(islice(file_issues(path), _MOST))


def _article(case: Case, folder: Path) -> None:
    path = case.write(folder)[0]
    chance = case.chance
    keep = chance.random() < 0.2
    if chance.random() < 0.05:
        read_side(path, chance.choice(("zh", "en")), keep_boilerplate=keep)
    columns = chance.random() < 0.1
    article = read_article(
        path,
        keep_boilerplate=keep,
        zh_column=chance.choice(COLUMNS) if columns else None,
        en_column=chance.choice(COLUMNS) if columns else None,
    )
    _check(article, case, [path])


def _pair(case: Case, folder: Path) -> None:
    paths = case.write(folder)
    article = read_pair(*paths[:2], keep_boilerplate=case.chance.random() < 0.2)
    _check(article, case, paths)


def _check(article: Article, case: Case, paths: Sequence[Path]) -> None:
    oracle.check_article(article)
    if all(path.suffix in _KEEPS_PLACES for path in paths):
        oracle.check_places(article, [file.data for file in case.files])
    oracle.check_found(case.texts, oracle.texts_of(article))


def _glossary(case: Case, folder: Path) -> None:
    path = case.write(folder)[0]
    chance = case.chance
    columns = chance.random() < 0.1
    entries = read_glossary(
        path,
        zh_column=chance.choice(COLUMNS) if columns else None,
        en_column=chance.choice(COLUMNS) if columns else None,
    )
    for entry in entries:
        forms = (*entry.zh_forms, *entry.en_forms, *entry.banned("zh"), *entry.banned("en"))
        oracle.check(bool(forms), "an entry has a term", entry)
    check_glossary(entries, folder, chance)


def _keymap(case: Case, folder: Path) -> None:
    from tui import BY_NAME, read_keymap

    keymap = read_keymap(case.write(folder)[0])
    oracle.check(set(keymap) == set(BY_NAME), "every action has its keys", keymap)


def _two_articles(chance: random.Random) -> list[Sequence[str]]:
    return [ARTICLE_ENDINGS, ARTICLE_ENDINGS]


TARGETS = (
    Target("units", 30, lambda chance: [UNIT_ENDINGS], _units),
    Target("article", 30, lambda chance: [(*ARTICLE_ENDINGS, ".log", "")], _article),
    Target("pair", 8, _two_articles, _pair),
    Target("glossary", 10, lambda chance: [GLOSSARY_ENDINGS], _glossary),
    Target("keymap", 2, lambda chance: [(".toml",)], _keymap),
)
