"""What a translator waits for: importing costs little, seen in a fresh process."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from importlib import import_module

import pytest

HEAVY = {"torch", "sentence_transformers", "transformers", "scipy", "sklearn", "textual", "opencc"}
HEAVY |= {"markdown_it", "opencc_python"}

LOADED = "import json, sys; print(json.dumps(sorted({m.partition('.')[0] for m in sys.modules})))"
HELP = """
import contextlib, io
from aligner.cli import main
sys.argv = ["duizhao", "--help"]
with contextlib.redirect_stdout(io.StringIO()) as shown, contextlib.suppress(SystemExit):
    main()
assert "align" in shown.getvalue()
"""


def loaded_after(code: str) -> set[str]:
    """Top-level modules that are loaded in a new process after it ran this code."""
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\n{LOADED}"],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_importing_the_core_loads_nothing_heavy() -> None:
    assert not loaded_after("import aligner") & HEAVY


def test_importing_the_public_functions_loads_nothing_heavy() -> None:
    code = "from aligner import align_article, align_files, align_segments"
    assert not loaded_after(code) & HEAVY


@pytest.mark.parametrize("room", ["script", "lexicon", "terms", "explain", "memory"])
def test_a_front_door_is_cheap_and_offers_what_it_says(room: str) -> None:
    loaded = loaded_after(f"import aligner.{room}")
    assert not loaded & (HEAVY | {"numpy", "rapidfuzz", "tokenizers"})
    door = import_module(f"aligner.{room}")
    assert [name for name in door.__all__ if not hasattr(door, name)] == []
    with pytest.raises(AttributeError):
        _ = door.nothing_of_that_name


def test_help_needs_neither_numpy_nor_a_model() -> None:
    assert not loaded_after(HELP) & (HEAVY | {"numpy", "tokenizers", "safetensors", "nupunkt"})


OTHERS = """
import sys
from aligner.cli import main
main.commands["review"]
loaded = {name for name in sys.modules if name.startswith("aligner.cli.")}
assert "aligner.cli.review" in loaded
assert not loaded & {f"aligner.cli.{name}" for name in main.commands if name != "review"}, loaded
"""


def test_a_command_does_not_wait_for_the_others() -> None:
    assert not loaded_after(OTHERS) & (HEAVY | {"numpy", "sqlite3"})


def test_aligning_with_the_built_in_model_needs_no_torch() -> None:
    code = "from aligner import align_segments\nalign_segments(['你好。'], ['Hello.'])"
    assert not loaded_after(code) & {"torch", "sentence_transformers", "transformers", "textual"}


DOORS = (
    "store",
    "files.places",
    "encoders",
    "alignment",
    "edits",
    "project",
    "memory",
    "batch",
    "opening",
)
"""Rooms that are entered long before anybody asks for a vector."""


def test_entering_a_room_loads_nothing_heavy() -> None:
    code = "\n".join(f"import aligner.{room}" for room in DOORS)
    values = "from aligner.alignment import Alignment, Bead, Moved, Realigner"
    heavy = HEAVY | {"numpy", "tokenizers", "safetensors", "platformdirs", "rapidfuzz"}
    assert not loaded_after(f"{code}\n{values}") & heavy


@pytest.mark.parametrize(
    "room", [room for room in DOORS if room not in ("files.places", "opening")]
)
def test_every_name_at_a_door_is_there(room: str) -> None:
    door = importlib.import_module(f"aligner.{room}")
    assert [name for name in door.__all__ if getattr(door, name, None) is None] == []
    assert sorted(set(door.__all__)) == sorted(door.__all__)
