"""Running the command in tests: what it is called with, and what it may say."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from click.testing import Result

ROOT = Path(__file__).parent.parent

PATIENCE = 300.0
"""Seconds after which a program is taken to hang; nothing is measured by it."""

BILINGUAL = "燈塔亮了。守塔人關上門。\n\nThe lamp was lit. The keeper closed the door.\n"

KNOWN = """
import aligner
from tests.samples import lighthouse
aligner.align_article = lambda *_, **__: lighthouse()
"""
"""Makes the aligner of a child process know one article, without a model."""


def child(
    code: str,
    *args: str,
    cwd: Path | None = None,
    stdout: Any = subprocess.PIPE,
    env: dict[str, str] | None = None,
) -> subprocess.Popen[bytes]:
    """Start `duizhao align article.txt` and more `args`; `code` stands before the call."""
    program = f"{code}\nfrom aligner.cli import main\nmain(prog_name='duizhao')"
    return subprocess.Popen(
        [sys.executable, "-c", program, "align", "article.txt", *args],
        cwd=cwd,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
    )


def sentence(result: Result, code: int) -> str:
    """Return what was said, after checking that it is one line, and no more than said."""
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.stderr
    assert result.stdout == ""
    lines = result.stderr.strip().splitlines()
    if code != 2:
        assert len(lines) == 1
        assert lines[0].startswith("duizhao: ")
    return lines[-1]


@contextmanager
def without_privileges() -> Iterator[None]:
    """Be nobody for a while, where the tests run as a superuser whom no permission stops."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@contextmanager
def open_folder() -> Iterator[Path]:
    """Make a folder that nobody in particular may enter."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)
