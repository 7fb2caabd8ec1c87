"""Projects under programs that are killed: every edit that was acknowledged must be there.

A child edits, undoes and redoes at random, and acknowledges each step on a pipe when the project
says that it is done; at a random moment it is killed. Who killed it takes the same steps in memory
and compares. It needs `fork`, so not Windows.
"""

from __future__ import annotations

import os
import random
import signal
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


class NotKept(AssertionError):
    """Something that was acknowledged is not in the file."""


@dataclass(slots=True)
class Memory:
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


def step(memory: Memory, chance: random.Random, edit: Edit, project: Project | None = None) -> None:
    """Take the next step at random, in memory and, if there is one, in a project."""
    dice = chance.random()
    if dice < 0.15:
        if len(memory.done) > 1:
            memory.undone.append(memory.done.pop())
        if project is not None:
            project.undo()
    elif dice < 0.25:
        if memory.undone:
            memory.done.append(memory.undone.pop())
        if project is not None:
            project.redo()
    else:
        change = edit(memory.done[-1], chance)
        if change:
            memory.done.append(change(memory.done[-1]))
            memory.undone.clear()
        if project is not None:
            project.apply(change, f"edit {len(memory.done)}")


def kill_while_editing(path: Path, memory: Memory, seed: int, wait: float, edit: Edit) -> int:
    """Let a child edit for `wait` seconds and kill it; `memory` is brought up to date.

    Returns how many steps it acknowledged; NotKept if one of them is not in the file.
    """

    def work(channel: int) -> None:
        chance = random.Random(seed)
        with open_project(path) as project:
            while True:
                step(memory, chance, edit, project)
                os.write(channel, b".")

    acknowledged = _killed(work, wait)
    chance = random.Random(seed)
    for _ in range(acknowledged):
        step(memory, chance, edit)
    with open_project(path) as project:
        if not memory.agrees(project):
            step(memory, chance, edit)  # was done, but could no longer say so
        if not memory.agrees(project):
            raise NotKept(f"{acknowledged} steps, seed {seed}: the file holds something else")
    return acknowledged


def kill_while_making(path: Path, bitext: Bitext, wait: float) -> bool:
    """Kill a child that makes a project; return whether it got so far.

    NotKept if there is a file and it is not whole. It is deleted again.
    """

    def work(channel: int) -> None:
        create(path, bitext).close()
        signal.pause()

    _killed(work, wait)
    made = path.exists()
    if made:
        with open_project(path) as project:
            if project.bitext != bitext:
                raise NotKept("a project stands there that is not whole")
    for left in path.parent.iterdir():
        left.unlink()
    return made


def check_way_back(path: Path, memory: Memory, steps: int | None = None) -> None:
    """Undo `steps` edits, or all, and make them again; NotKept if that does not lead there."""
    with open_project(path) as project:
        count = len(memory.done) - 1 if steps is None else min(steps, len(memory.done) - 1)
        for back in range(1, count + 1):
            if project.undo() is None or project.bitext != memory.done[-1 - back]:
                raise NotKept(f"undo leads elsewhere after {back} steps")
        for forth in range(count, 0, -1):
            if project.redo() is None or project.bitext != memory.done[-forth]:
                raise NotKept(f"redo leads elsewhere, {forth} steps before the end")


def _killed(work: Callable[[int], None], wait: float) -> int:
    """Kill a child that does some work after `wait` seconds; return how much it wrote."""
    ours, theirs = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(ours)
            work(theirs)
        finally:
            os._exit(1)
    os.close(theirs)
    time.sleep(wait)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    written = 0
    while block := os.read(ours, 1 << 16):
        written += len(block)
    os.close(ours)
    if not os.WIFSIGNALED(status):
        raise NotKept("the child ended by itself")
    return written
