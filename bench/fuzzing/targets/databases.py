"""Projects and memories in which rows and bytes are damaged: refused in a sentence, or usable.

The file of a case says what is done to a whole project or memory, a line each: a statement of SQL,
or `@OFFSET HEX` for bytes. So a case can be read, and shrunk line by line.
"""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from functools import cache
from pathlib import Path

from aligner.alignment import Bead
from aligner.article import Article, Paragraph, Sentence, Side
from aligner.bitext import Bitext, pair_up
from aligner.errors import DuizhaoError
from aligner.formats import bitext_suffixes, units_of, write_bitext
from aligner.memory import Memory
from aligner.project import create, open_project
from aligner.unit import Unit
from bench.fuzzing import oracle
from bench.fuzzing.case import Case
from bench.fuzzing.targets.target import Target
from bench.fuzzing.vocabulary import EN, ZH
from bench.kills import any_edit

_PAIRS = tuple(zip(ZH, EN, strict=True))


def _side_of(language: str, texts: Sequence[str]) -> Side:
    sentences = tuple(Sentence(text, n // 3, 0, 0) for n, text in enumerate(texts))
    count = (len(texts) + 2) // 3
    paragraphs = tuple(Paragraph("".join(texts[3 * n : 3 * n + 3])) for n in range(count))
    return Side("zh" if language == "zh" else "en", paragraphs, sentences)


def _sample() -> Bitext:
    article = Article(
        _side_of("zh", ZH), _side_of("en", EN), (), "blocks", ("a.txt",), ("utf-8",), "Hans", 0.9
    )
    return pair_up(article, [Bead((n,), (n,), 0.9) for n in range(len(ZH))], model="x")


def _damaged(path: Path, whole: bytes, data: bytes) -> bool:
    """Write a database and damage it; return whether anything was done to it."""
    path.write_bytes(whole)
    done = False
    patches = []
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA ignore_check_constraints = ON")
        for line in data.decode("utf-8", "replace").splitlines():
            if line.startswith("@"):
                patches.append(line[1:])
            else:
                with suppress(sqlite3.Error, sqlite3.Warning):
                    database.execute(line)
                    done = True
    found = bytearray(path.read_bytes())
    for patch in patches:
        with suppress(ValueError):
            offset, figures = patch.split()
            place, instead = int(offset) % len(found), bytes.fromhex(figures)
            found[place : place + len(instead)] = instead
            done = True
    path.write_bytes(found)
    return done


def _whole(make: Callable[[Path], None]) -> bytes:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "whole"
        make(path)
        with closing(sqlite3.connect(path)) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return path.read_bytes()


@cache
def _whole_project() -> bytes:
    def make(path: Path) -> None:
        chance = random.Random(1)
        with create(path, _sample()) as project:
            for number in range(4):
                project.apply(any_edit(project.bitext, chance), f"edit {number}")

    return _whole(make)


@cache
def whole_memory() -> bytes:
    """Return a memory of a few units, as a file."""

    def make(path: Path) -> None:
        with Memory(path, to_add=True) as memory:
            memory.add([Unit(zh, en, "zh-CN", "en") for zh, en in _PAIRS], "a.tmx")

    return _whole(make)


def prepare() -> None:
    """Make the project and the memory that are damaged, once for all."""
    _whole_project()
    whole_memory()


def _project(case: Case, folder: Path) -> None:
    path = folder / "a.duizhao"
    is_damaged = _damaged(path, _whole_project(), case.files[0].data)
    chance = case.chance
    with open_project(path) as project:
        before = project.bitext
        for number in range(chance.randint(0, 4)):
            if not before.pairs or project.is_read_only:
                break
            project.apply(any_edit(project.bitext, chance), f"more {number}")
        if chance.random() < 0.5:
            project.undo()
            project.redo()
        while chance.random() < 0.5 and project.undo():
            pass
        after = project.bitext
        written = folder / f"out{chance.choice(bitext_suffixes())}"
        write_bitext(after, written, unit_of=project.unit_of)
        list(units_of(after, unit_of=project.unit_of))
        is_read_only = project.is_read_only
    if not is_read_only:
        with open_project(path) as project:
            oracle.check(project.bitext == after, "a project is as it was left", "")
    if not is_damaged:
        texts = "".join(pair.zh_text + pair.en_text for pair in before.pairs)
        oracle.check(len(texts) > 500, "a whole project has its texts", texts)


def _memory(case: Case, folder: Path) -> None:
    path = folder / "a.memory"
    is_damaged = _damaged(path, whole_memory(), case.files[0].data)
    chance = case.chance
    zh, en = chance.choice(_PAIRS)
    with Memory(path, to_add=chance.random() < 0.5) as memory:
        steps: list[Callable[[], object]] = [
            lambda: list(memory),
            memory.contents,
            lambda: memory.exact_matches(zh),
            lambda: memory.concordance(en[:9]),
            lambda: memory.concordance(zh[:2]),
            lambda: memory.fuzzy_matches(zh + "船"),
            lambda: list(memory.segment_matches(list(ZH[:4]))),
        ]
        for step in chance.sample(steps, chance.randint(1, len(steps))):
            step()
        if not is_damaged:
            found = memory.exact_matches(zh)
            oracle.check(any(one.unit.en == en for one in found), "a memory finds its unit", zh)
    with suppress(DuizhaoError), Memory(path, to_add=True) as memory:
        memory.add([Unit("新的灯塔。", "A new lighthouse.")], "b.tmx")
        found = memory.exact_matches("新的灯塔。")
        oracle.check(bool(found), "a memory finds what was added", "")


TARGETS = (
    Target("project", 4, lambda chance: [(".damage",)], _project, is_exact=True),
    Target("memory", 4, lambda chance: [(".damage",)], _memory, is_exact=True),
)
