"""The command, each subcommand with options of chance, as click itself knows them.

Most are run in this process, some in one of their own. A command ends with one of its exit codes
and says why; a file that it wrote is one that others can parse.
"""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from click.testing import CliRunner

from aligner.cli import main
from aligner.errors import UnusableInput
from aligner.formats import bitext_suffixes, editable_suffixes, unit_suffixes
from aligner.terms import glossary_suffixes
from bench.fuzzing import oracle
from bench.fuzzing.case import Case
from bench.fuzzing.foreign import check_foreign
from bench.fuzzing.targets.databases import whole_memory
from bench.fuzzing.targets.reading import ARTICLE_ENDINGS, COLUMNS, GLOSSARY_ENDINGS, UNIT_ENDINGS
from bench.fuzzing.targets.target import Target
from bench.fuzzing.vocabulary import awkward

_ROOT = Path(__file__).parent.parent.parent.parent
_CODES = {0, 1, 2, 3, 4}
"""What a command may end with; 70 is a fault of the program."""
_SKIPPED = ("review", "model", "codes", "help", "version", "cluster", "jobs")
"""Commands and options that need a terminal, a network or other processes, or read nothing."""
_ALWAYS = {"batch": ["--jobs", "1"]}
"""What a command is always asked for, so that it works in the process that it is called in."""
_MEMORY = "own.memory"
_OUTPUTS = ("outputs", "target_files", "target", "output")
_VALUES = {
    "encoding": ("utf-8", "gb18030", "big5", "utf-16", "klingon", "hex"),
    "zh_codes": ("zh-TW", "zh-CN", "zh-HK", "zh", "de", "zh-Hant-TW"),
    "zh_code": ("zh-TW", "zh-CN"),
    "en_code": ("en-GB", "en", "fr"),
    "zh_column": COLUMNS,
    "en_column": COLUMNS,
    "part": ("1/1", "1/2", "2/1", "0/0"),
    "out": ("pairs", ".", "own.memory"),
    "list_to": ("list.tsv", "list.csv", "list.jsonl", "list.x"),
    "query": ("灯塔", "the lighthouse", "灯", "a"),
}
_WARNING = re.compile(r"[A-Za-z]Warning: ")
"""How Python prints what a library would tell a programmer."""
_PATIENCE = 100.0
"""Seconds after which a process is taken to hang."""


def _commands(group: click.Group, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, command in sorted(group.commands.items()):
        if name in _SKIPPED:
            continue
        if isinstance(command, click.Group):
            yield from _commands(command, (*before, name))
        else:
            yield (*before, name)


_NAMES = tuple(_commands(main))
_SUITING = (
    (frozenset(UNIT_ENDINGS), ("convert", "check", "add", "mine")),
    (frozenset(ARTICLE_ENDINGS), ("align", "batch", "fill", "mine")),
    (frozenset(editable_suffixes()), ("repair",)),
    (frozenset(GLOSSARY_ENDINGS), ("terms convert", "terms check", "terms mine")),
)
"""Which commands do most with a file, by its ending."""


def _name(chance: random.Random, inputs: Sequence[str]) -> tuple[str, ...]:
    """Return the name of a command, mostly of one that suits the first file."""
    ending = Path(inputs[0]).suffix
    suiting = [
        names
        for endings, ends in _SUITING
        for names in _NAMES
        if ending in endings and " ".join(names).endswith(ends)
    ]
    return chance.choice(suiting if suiting and chance.random() < 0.7 else _NAMES)


def words_of(chance: random.Random, inputs: Sequence[str]) -> list[str]:
    """Return the words of a command: its name, options of chance, the input files and outputs."""
    names = _name(chance, inputs)
    command: click.Command = main
    for name in names:
        assert isinstance(command, click.Group)
        command = command.commands[name]
    words = [*names, *_ALWAYS.get(names[0], [])]
    for parameter in command.params:
        if parameter.name in _SKIPPED or not parameter.name:
            continue
        if isinstance(parameter, click.Argument):
            words += _argument(chance, parameter, inputs, _endings(names))
        elif isinstance(parameter, click.Option):
            often = 0.9 if parameter.name in ("path", "out") else 0.12
            if parameter.required or chance.random() < often:
                words += _option(chance, parameter, inputs, _endings(names))
    return words


def _endings(names: Sequence[str]) -> Sequence[str]:
    """Return the endings of what a command writes."""
    if names[0] == "terms":
        return glossary_suffixes()
    if names[0] == "repair":
        return editable_suffixes()
    return bitext_suffixes() if names[0] == "align" else unit_suffixes()


def _argument(
    chance: random.Random, argument: click.Argument, inputs: Sequence[str], endings: Sequence[str]
) -> list[str]:
    if argument.name in _OUTPUTS or (argument.metavar or "").startswith("OUT"):
        return [_output(chance, endings)]
    if (argument.metavar or "").startswith("FOLDER"):
        return ["."] if chance.random() < 0.5 else list(inputs)
    if not isinstance(argument.type, click.Path):
        return [_value(chance, argument.name or "")]
    if not argument.required and argument.name != "article" and chance.random() < 0.7:
        return []
    return [inputs[0]] if argument.nargs == 1 else list(inputs)


def _option(
    chance: random.Random, option: click.Option, inputs: Sequence[str], endings: Sequence[str]
) -> list[str]:
    name = max(option.opts, key=len)
    if option.is_flag:
        return [name]
    kind = option.type
    if isinstance(kind, click.Choice):
        return [name, chance.choice(list(kind.choices))]
    if isinstance(kind, click.types.IntParamType | click.types.FloatParamType):
        return [name, chance.choice(("0", "0.5", "1", "7", "70", "100", "-1", "nan", "1e9", "x"))]
    if isinstance(kind, click.Path) and option.name not in _VALUES:
        if option.name in _OUTPUTS:
            return [name, _output(chance, endings)]
        return [name, _MEMORY if option.name == "path" else chance.choice(inputs)]
    return [name, _value(chance, option.name or "")]


def _value(chance: random.Random, name: str) -> str:
    value = chance.choice(_VALUES.get(name, ("x",)))
    strange = awkward(chance).replace("\x00", "").encode("utf-8", "replace").decode()
    return strange if value is None or chance.random() < 0.1 else value


def _output(chance: random.Random, endings: Sequence[str]) -> str:
    if chance.random() < 0.1:
        endings = (*bitext_suffixes(), *glossary_suffixes(), "", ".x")
    return f"out{chance.choice(endings)}"


def _files(chance: random.Random) -> list[Sequence[str]]:
    kinds = (UNIT_ENDINGS, ARTICLE_ENDINGS, GLOSSARY_ENDINGS)
    return [chance.choice(kinds)] * chance.choice((1, 1, 2))


def _prepared(case: Case, folder: Path) -> list[str]:
    """Write the files and a memory to a folder; return the words of a command for them."""
    names = [path.name for path in case.write(folder)]
    (folder / _MEMORY).write_bytes(whole_memory())
    return words_of(case.chance, names)


def _environment(folder: Path) -> dict[str, str]:
    home = {name: str(folder) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    return {**home, "XDG_CACHE_HOME": str(folder), "HF_HUB_OFFLINE": "1", "COLUMNS": "100"}


def _in_process(case: Case, folder: Path) -> None:
    words = _prepared(case, folder)
    before = Path.cwd()
    os.chdir(folder)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("always")
            result = CliRunner().invoke(
                main, words, env={**_environment(folder), "DUIZHAO_DEBUG": "1"}, prog_name="duizhao"
            )
    finally:
        os.chdir(before)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    _check(case, words, result.exit_code, result.stderr, folder)


def _as_process(case: Case, folder: Path) -> None:
    words = _prepared(case, folder)
    done = subprocess.run(
        [sys.executable, "-m", "aligner", *words],
        cwd=folder,
        env={**os.environ, **_environment(folder), "PYTHONPATH": str(_ROOT)},
        capture_output=True,
        timeout=_PATIENCE,
        check=False,
    )
    _check(case, words, done.returncode, done.stderr.decode("utf-8", "replace"), folder)


def _check(case: Case, words: Sequence[str], code: int, said: str, folder: Path) -> None:
    story = f"duizhao {words} ended with {code}: {said[-1500:]}"
    oracle.check(code in _CODES, "a command ends with a code of its own", story)
    oracle.check("Traceback" not in said, "no traceback", story)
    oracle.check(not _WARNING.search(said), "no warning of a library", story)
    oracle.check("not enough memory" not in said, "too much memory", story)
    oracle.check(code in (0, 4) or bool(said.strip()), "a refusal says why", story)
    oracle.check(not list(folder.glob("*.part")), "no half-written file stays", story)
    for file in case.files:
        is_same = (folder / file.name).read_bytes() == file.data
        oracle.check(is_same, "a command leaves its input as it is", story)
    if code in (1, 2, 3):
        raise UnusableInput(said)
    if code == 0:
        for path in folder.glob("out.*"):
            check_foreign(path, [])


TARGETS = (
    Target("command", 6, _files, _in_process),
    Target("process", 0.05, _files, _as_process),
)
