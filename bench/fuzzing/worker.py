"""Cases in a child process, which may die of one: what came of each, or how it died.

The child is forked with all imported and the model loaded, so that it costs next to nothing. It
tells each case that it begins on a pipe; where it dies, that one was the fault.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import tempfile
import traceback
import warnings
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from aligner.errors import DuizhaoError
from bench.fuzzing.case import Case, LawBroken
from bench.fuzzing.limits import TooSlow, limit_memory, limited_time
from bench.fuzzing.targets import TARGETS

_ROOT = Path(__file__).parent.parent.parent
_OURS = (f"{_ROOT}/aligner/", f"{_ROOT}/tui/")
_IN_MEMORY = Path("/dev/shm")
"""A disk that nobody waits for, where the system has one."""
_BLOCK = 1 << 16


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a case."""

    number: int
    how: str
    """`read`, `refused`, or `fault`."""
    target: str = ""
    signature: str = ""
    """Of a fault, what makes it the same as another one: its kind and its place."""
    story: str = ""
    """Of a fault, all that is known of it."""


def outcome_of(case: Case, number: int = 0) -> Outcome:
    """Run a case in this process, in a folder of its own, and return what came of it."""
    folder = tempfile.mkdtemp(dir=_IN_MEMORY if _IN_MEMORY.is_dir() else None, prefix="fuzz")

    def fault(signature: str, story: str) -> Outcome:
        return Outcome(number, "fault", case.target, signature, story[-6000:])

    try:
        with limited_time():
            TARGETS[case.target].run(case, Path(folder))
        return Outcome(number, "read", case.target)
    except DuizhaoError:
        return Outcome(number, "refused", case.target)
    except LawBroken as broken:
        return fault(f"{str(broken).partition(':')[0]} ({case.target})", str(broken))
    except TooSlow as slow:
        return fault(f"too slow at {_place(slow)}", traceback.format_exc())
    except MemoryError as full:
        return fault(f"too much memory at {_place(full)}", traceback.format_exc())
    except Exception as problem:
        return fault(f"{type(problem).__name__} at {_place(problem)}", traceback.format_exc())
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _place(problem: BaseException) -> str:
    """Return the innermost function of ours that an exception passed through."""
    frames = traceback.extract_tb(problem.__traceback__)
    ours = [frame for frame in frames if frame.filename.startswith(_OURS)]
    last = (ours or list(frames))[-1]
    name = last.filename.removeprefix(f"{_ROOT}/") if ours else Path(last.filename).name
    return f"{name}:{last.name}"


class Child:
    """A child process that runs cases one after the other."""

    def __init__(self, numbers: Sequence[int], case_of: Callable[[int], Case]) -> None:
        self._numbers = numbers
        self._began: int | None = None
        self._done = 0
        self._rest = b""
        self._channel, theirs = os.pipe()
        self._child = os.fork()
        if not self._child:
            os.close(self._channel)
            _work(theirs, numbers, case_of)
        os.close(theirs)

    def fileno(self) -> int:
        """Return the descriptor that can be read when the child has something to say."""
        return self._channel

    def read(self) -> list[Outcome] | None:
        """Return what the child has said meanwhile, waiting for it; None if it has ended."""
        block = os.read(self._channel, _BLOCK)
        if not block:
            return None
        *lines, self._rest = (self._rest + block).split(b"\n")
        outcomes = []
        for line in lines:
            said = json.loads(line)
            if "begun" in said:
                self._began = said["begun"]
            else:
                outcomes.append(Outcome(**said))
                self._began = None
                self._done += 1
        return outcomes

    def close(self) -> Outcome | None:
        """Bury a child that has ended; return the fault that it died of, if it did."""
        os.close(self._channel)
        _, status = os.waitpid(self._child, 0)
        if self._began is None:
            return None
        self._done += 1
        code = os.waitstatus_to_exitcode(status)
        how = signal.Signals(-code).name if code < 0 else f"code {code}"
        return Outcome(self._began, "fault", "", f"the process ended by {how}", how)

    @property
    def left(self) -> Sequence[int]:
        """The numbers that the child never came to, since it died before."""
        return self._numbers[self._done :]


def _work(channel: int, numbers: Sequence[int], case_of: Callable[[int], Case]) -> None:
    """Run cases and leave the process; never returns."""
    try:
        limit_memory()
        warnings.simplefilter("ignore")  # where a person would see one, the target looks
        for number in numbers:
            _tell(channel, {"begun": number})
            _tell(channel, asdict(outcome_of(case_of(number), number)))
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def _tell(channel: int, said: dict[str, object]) -> None:
    line = json.dumps(said).encode() + b"\n"
    while line:
        line = line[os.write(channel, line) :]


def outcome_apart(case: Case) -> Outcome:
    """Run a case in a child process, and return what came of it."""
    child = Child([0], lambda _: case)
    found: list[Outcome] = []
    while (more := child.read()) is not None:
        found += more
    died = child.close()
    return died or found[0]
