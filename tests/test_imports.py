"""What a translator waits for: importing costs little, seen in a fresh process."""

from __future__ import annotations

import json
import os
import subprocess
import sys

HEAVY = {"torch", "sentence_transformers", "transformers", "scipy", "sklearn", "textual", "opencc"}
HEAVY |= {"markdown_it"}

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


def test_help_needs_neither_numpy_nor_a_model() -> None:
    assert not loaded_after(HELP) & (HEAVY | {"numpy", "tokenizers", "safetensors", "nupunkt"})


def test_aligning_with_the_built_in_model_needs_no_torch() -> None:
    code = "from aligner import align_segments\nalign_segments(['你好。'], ['Hello.'])"
    assert not loaded_after(code) & {"torch", "sentence_transformers", "transformers", "textual"}
