"""Projects under programs that are killed: every edit that was acknowledged must be there.

A child edits, undoes and redoes at random, and acknowledges each step on a pipe when the project
says that it is done; some moments after one of them it is killed. Who killed it takes the same
steps in memory and compares. It needs `fork`, so not Windows.

    python -m bench.kills                # the real screen in a terminal, killed 200 times
    python -m bench.kills --times 20 --seed 1
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from aligner import edits
from aligner.article import Language
from aligner.bitext import Bitext
from aligner.edits import Change
from aligner.errors import ImpossibleEdit
from aligner.project import Project, create, open_project

_LANGUAGES: tuple[Language, Language] = ("zh", "en")

Edit = Callable[[Bitext, random.Random], Change]

_MOST_STEPS = 40
"""Acknowledged steps after which a child is killed, at most."""
_LONGEST = 0.005
"""Seconds that it goes on after them, at most: a step takes a millisecond or two."""


class NotKept(AssertionError):
    """Something that was acknowledged is not in the file."""


@dataclass(slots=True)
class ExpectedHistory:
    """What the history of a project should be."""

    done: list[Bitext]
    """The bitext as it was made, and after each edit that is done."""
    undone: list[Bitext] = field(default_factory=list)
    """What redo leads to, the next one last."""

    def agrees(self, project: Project) -> bool:
        """Whether a project holds this state, and has a way back and forth."""
        return (
            project.bitext == self.done[-1]
            and project.can_undo == (len(self.done) > 1)
            and project.can_redo == bool(self.undone)
        )


def any_edit(bitext: Bitext, chance: random.Random) -> Change:
    """Return an edit that a translator might make, of a pair at random."""
    place = chance.randrange(len(bitext.pairs))
    pair = bitext.pairs[place]
    language: Language = chance.choice(_LANGUAGES)
    kinds: list[Callable[[], Change]] = [
        lambda: edits.confirm(bitext, place),
        lambda: edits.mark_for_review(bitext, place),
        lambda: edits.exclude(bitext, place),
        lambda: edits.annotate(bitext, place, f"見 {chance.random()}"),
        lambda: edits.rewrite(bitext, place, pair.zh_text + "！", pair.en_text[1:]),
        lambda: edits.merge(bitext, place),
        lambda: edits.split(bitext, place, len(pair.zh_text) // 2, len(pair.en_text) // 2),
        lambda: edits.move_up(bitext, place, language),
        lambda: edits.move_down(bitext, place, language),
        lambda: edits.swap(bitext, place),
    ]
    while True:
        try:
            return chance.choice(kinds)()
        except ImpossibleEdit:
            continue


def step(
    expected: ExpectedHistory, chance: random.Random, edit: Edit, project: Project | None = None
) -> None:
    """Take the next step at random, in memory and, if there is one, in a project."""
    dice = chance.random()
    if dice < 0.15:
        if len(expected.done) > 1:
            expected.undone.append(expected.done.pop())
        if project is not None:
            project.undo()
    elif dice < 0.25:
        if expected.undone:
            expected.done.append(expected.undone.pop())
        if project is not None:
            project.redo()
    else:
        change = edit(expected.done[-1], chance)
        if change:
            expected.done.append(change(expected.done[-1]))
            expected.undone.clear()
        if project is not None:
            project.apply(change, f"edit {len(expected.done)}")


def kill_while_editing(path: Path, expected: ExpectedHistory, seed: int, edit: Edit) -> int:
    """Let a child edit, and kill it in the midst of a step; `expected` is brought up to date.

    How many steps it is left in peace, and how far it gets in the next one, follows from the seed
    and from the machine. Returns how many steps it acknowledged; NotKept if one of them is not in
    the file.
    """

    def work(channel: int) -> None:
        chance = random.Random(seed)
        with open_project(path) as project:
            while True:
                step(expected, chance, edit, project)
                os.write(channel, b".")

    moment = random.Random(f"moment {seed}")
    acknowledged = _killed(work, moment.randint(1, _MOST_STEPS), moment.uniform(0, _LONGEST))
    chance = random.Random(seed)
    for _ in range(acknowledged):
        step(expected, chance, edit)
    with open_project(path) as project:
        if not expected.agrees(project):
            step(expected, chance, edit)  # was done, but could no longer say so
        if not expected.agrees(project):
            raise NotKept(f"{acknowledged} steps, seed {seed}: the file holds something else")
    return acknowledged


def kill_while_making(path: Path, bitext: Bitext, wait: float | None) -> bool:
    """Kill a child that makes a project; return whether it got so far.

    It is killed `wait` seconds after it has begun, or when it has done. NotKept if there is a file
    and it is not whole. It is deleted again.
    """

    def work(channel: int) -> None:
        os.write(channel, b"b")
        create(path, bitext).close()
        os.write(channel, b"d")
        signal.pause()

    _killed(work, 1 if wait is not None else 2, wait or 0.0)
    made = path.exists()
    if made:
        with open_project(path) as project:
            if project.bitext != bitext:
                raise NotKept("a project stands there that is not whole")
    for left in path.parent.iterdir():
        left.unlink()
    return made


def check_way_back(path: Path, expected: ExpectedHistory, steps: int | None = None) -> None:
    """Undo `steps` edits, or all, and make them again; NotKept if that does not lead there."""
    with open_project(path) as project:
        count = len(expected.done) - 1 if steps is None else min(steps, len(expected.done) - 1)
        for back in range(1, count + 1):
            if project.undo() is None or project.bitext != expected.done[-1 - back]:
                raise NotKept(f"undo leads elsewhere after {back} steps")
        for forth in range(count, 0, -1):
            if project.redo() is None or project.bitext != expected.done[-forth]:
                raise NotKept(f"redo leads elsewhere, {forth} steps before the end")


def _killed(work: Callable[[int], None], acknowledged: int, wait: float) -> int:
    """Kill a child `wait` seconds after it has written so many bytes; return how many it wrote."""
    ours, theirs = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(ours)
            work(theirs)
        finally:
            os._exit(1)
    os.close(theirs)
    written = 0
    while written < acknowledged and (block := os.read(ours, acknowledged - written)):
        written += len(block)
    time.sleep(wait)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    while block := os.read(ours, 1 << 16):
        written += len(block)
    os.close(ours)
    if not os.WIFSIGNALED(status):
        raise NotKept("the child ended by itself")
    return written


def main() -> None:
    """Kill the review screen and print how many edits it had drawn, none of which may be lost."""
    parser = argparse.ArgumentParser(prog="bench.kills", description=__doc__)
    parser.add_argument("--times", type=int, default=200, metavar="N")
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    sys.exit(1 if kill_the_screen(asked.times, asked.seed) else 0)


def kill_the_screen(times: int, seed: int = 0) -> list[str]:
    """Kill the review screen so often; print and return which kills lost an edit that was drawn."""
    from bench.screen_kills import kill_screen

    drawn = 0
    missing: list[str] = []
    for number in range(times):
        with tempfile.TemporaryDirectory() as folder:
            try:
                drawn += kill_screen(Path(folder, "killed.duizhao"), seed + number)
            except NotKept as problem:
                missing.append(str(problem))
        print(
            f"\r{number + 1} kills of the screen, {drawn} edits drawn before them, "
            f"{len(missing)} kills with edits missing",
            end="",
            flush=True,
        )
    print("", *missing, sep="\n")
    return missing


if __name__ == "__main__":
    main()
