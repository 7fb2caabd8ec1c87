"""Disks without file locks, as some network shares and FUSE disks are.

A small library in C stands before the system's own and fails the calls that lock, for all files or
for those of one folder, with the error of that kind of disk. It is compiled where there is a
compiler of C; elsewhere the tests that need it are skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from tests.commands import PATIENCE, ROOT

ERRORS = ("EINVAL", "ENOSYS", "EOPNOTSUPP", "EIO", "ENOLCK", "EACCES")
"""What disks without locks answer."""

_LIBRARY = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int fails(int file, int command) {
    if (command != F_SETLK && command != F_SETLKW && command != F_OFD_SETLK) return 0;
    const char *folder = getenv("NO_LOCKS_UNDER");
    if (!folder || !*folder) return 1;
    char name[64], path[4096];
    snprintf(name, sizeof name, "/proc/self/fd/%d", file);
    ssize_t length = readlink(name, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return strncmp(path, folder, strlen(folder)) == 0;
}

#define STAND_BEFORE(name) \
    int name(int file, int command, ...) { \
        static int (*real)(int, int, ...); \
        if (!real) real = (int (*)(int, int, ...)) dlsym(RTLD_NEXT, #name); \
        va_list rest; \
        va_start(rest, command); \
        void *value = va_arg(rest, void *); \
        va_end(rest); \
        if (fails(file, command)) { errno = atoi(getenv("NO_LOCKS_ERROR")); return -1; } \
        return real(file, command, value); \
    }

STAND_BEFORE(fcntl)
STAND_BEFORE(fcntl64)
int flock(int file, int operation) { errno = atoi(getenv("NO_LOCKS_ERROR")); return -1; }
"""


@cache
def _library() -> Path | None:
    """Compile the library; None where that cannot be done."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or sys.platform != "linux":
        return None
    folder = Path(mkdtemp(prefix="duizhao-no-locks-"))
    source, library = folder / "no_locks.c", folder / "no_locks.so"
    source.write_text(_LIBRARY)
    done = subprocess.run(
        [compiler, "-shared", "-fPIC", "-o", library, source, "-ldl"],
        capture_output=True,
        check=False,
    )
    return library if done.returncode == 0 else None


def without_locks(error: int, under: Path | None = None) -> dict[str, str]:
    """Return the environment of a program for which no file can be locked, or none in a folder.

    Skips the test where the library cannot be made.
    """
    library = _library()
    if library is None:
        pytest.skip("there is no compiler of C, or no LD_PRELOAD, to take file locks away")
    return {
        **os.environ,
        "LD_PRELOAD": str(library),
        "NO_LOCKS_ERROR": str(error),
        "NO_LOCKS_UNDER": "" if under is None else str(under),
        "PYTHONPATH": str(ROOT),
    }


def run_python(
    code: str, *arguments: object, env: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run Python code with arguments and return what it printed."""
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        env=env,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
