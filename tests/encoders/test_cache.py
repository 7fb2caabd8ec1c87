"""What is kept of other models' vectors, and that nothing about it stops the work."""

from __future__ import annotations

import json
import logging
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from aligner import align_segments
from aligner.encoders.cache import HalfVector, VectorCache
from aligner.encoders.edition import edition_of
from aligner.encoders.kept import FILE
from aligner.encoders.transformer import TransformerModel
from aligner.files.places import cache_folder
from tests.commands import PATIENCE
from tests.encoders.conftest import EN, ZH

WRITER = """
import sys
from pathlib import Path
import numpy as np
from aligner.encoders.cache import VectorCache
mark, rounds = sys.argv[2], int(sys.argv[3])
with VectorCache(Path(sys.argv[1])) as cache:
    for n in range(rounds):
        cache.write("m", {f"{mark} {n} {k}": np.full(8, k, np.float16) for k in range(20)})
        assert len(cache.read("m", [f"{mark} {n} {k}" for k in range(20)])) == 20
        print(n, flush=True)
"""
SECOND_RUN = """
import sys
from aligner import align_segments
told = []
align_segments({zh!r}, {en!r}, model={model!r}, progress=lambda stage, *_: told.append(stage))
assert not {{"torch", "transformers", "sentence_transformers"}} & set(sys.modules)
assert not [stage for stage in told if stage.startswith("encoding")], told
"""


def vectors(*texts: str, width: int = 8) -> dict[str, HalfVector]:
    random = np.random.default_rng(len(texts))
    return {text: random.normal(size=width).astype(np.float16) for text in texts}


def written(folder: Path, *texts: str) -> dict[str, HalfVector]:
    known = vectors(*texts)
    with VectorCache(folder) as cache:
        cache.write("m", known)
    return known


def read(folder: Path, *texts: str, model: str = "m") -> dict[str, HalfVector]:
    with VectorCache(folder) as cache:
        return cache.read(model, texts)


def writer(folder: Path, mark: str, rounds: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(folder), mark, str(rounds)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


# The file


def test_what_was_written_is_read(tmp_path: Path) -> None:
    known = written(tmp_path, "鐘", "clock", "")
    found = read(tmp_path, "鐘", "clock", "", "not there")
    assert found.keys() == known.keys()
    assert all(np.array_equal(found[text], known[text]) for text in known)


def test_another_model_knows_nothing(tmp_path: Path) -> None:
    written(tmp_path, "clock")
    assert not read(tmp_path, "clock", model="n")


def test_many_texts_are_looked_up_at_once(tmp_path: Path) -> None:
    texts = [str(n) for n in range(2500)]
    written(tmp_path, *texts)
    assert len(read(tmp_path, *texts)) == 2500


def test_no_text_is_in_the_file(tmp_path: Path) -> None:
    secret = "The merger is announced on Friday."
    written(tmp_path, secret)
    for file in tmp_path.iterdir():
        assert b"merger" not in file.read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_its_owner_reads_the_file(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    written(folder, "clock")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / FILE).stat().st_mode) == 0o600


def test_the_longest_unused_goes_first(tmp_path: Path) -> None:
    with VectorCache(tmp_path, limit=400_000) as cache:
        cache.write("m", vectors("old but used", "old", width=256))
        with sqlite3.connect(tmp_path / FILE) as kept:
            kept.execute("UPDATE vectors SET used = 0")
        kept.close()
        cache.read("m", ["old but used"])
        for n in range(10):
            cache.write("m", vectors(*(f"{n} {k}" for k in range(100)), width=256))
        assert cache.read("m", ["old but used", "0 5", "9 5"]).keys() >= {"9 5"}
        assert not cache.read("m", ["old"])
    assert (tmp_path / FILE).stat().st_size < 600_000


def test_use_is_noted(tmp_path: Path) -> None:
    written(tmp_path, "used", "unused")
    with sqlite3.connect(tmp_path / FILE) as kept:
        kept.execute("UPDATE vectors SET used = 0")
    read(tmp_path, "used")
    assert kept.execute("SELECT count(*) FROM vectors WHERE used > 0").fetchone() == (1,)
    kept.close()


@pytest.mark.parametrize(
    "content", [b"not a database " * 400, b"SQLite format 3\0" + b"\xff" * 9000]
)
def test_a_damaged_file_is_set_aside_and_said_once(
    tmp_path: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / FILE).write_bytes(content)
    assert not read(tmp_path, "clock")
    written(tmp_path, "clock")
    assert read(tmp_path, "clock")
    assert (tmp_path / f"{FILE}.damaged").read_bytes() == content
    assert len(caplog.messages) == 1
    assert "begun anew" in caplog.text


def test_a_file_damaged_in_the_middle_stops_nothing(tmp_path: Path) -> None:
    written(tmp_path, *(f"text {n}" for n in range(2000)))
    file = tmp_path / FILE
    content = bytearray(file.read_bytes())
    content[5000 : len(content) - 5000] = b"\xff" * (len(content) - 10_000)
    file.write_bytes(content)
    read(tmp_path, "text 1", "text 1000")
    written(tmp_path, "clock")
    assert read(tmp_path, "clock")


def test_vectors_of_two_widths_are_not_believed(tmp_path: Path) -> None:
    with VectorCache(tmp_path) as cache:
        cache.write("m", vectors("wide", width=9))
        cache.write("m", vectors("narrow"))
        assert not cache.read("m", ["wide", "narrow"])


def test_a_vector_that_is_no_number_is_not_believed(tmp_path: Path) -> None:
    with VectorCache(tmp_path) as cache:
        cache.write("m", {"clock": np.full(8, np.nan, np.float16)})
        assert not cache.read("m", ["clock"])


def test_a_folder_that_cannot_be_is_said_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with VectorCache(tmp_path / "file" / "cache") as cache:
        cache.write("m", vectors("clock"))
        assert not cache.read("m", ["clock"])
    assert len(caplog.messages) == 1
    assert "not kept" in caplog.text


def test_a_folder_that_must_not_be_written_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    if hasattr(os, "geteuid") and os.geteuid() == 0:  # root writes everywhere
        monkeypatch.setattr(Path, "touch", denied)
    with VectorCache(folder) as cache:
        cache.write("m", vectors("clock"))
        assert not cache.read("m", ["clock"])
    assert len(caplog.messages) == 1


def denied(*_: object, **__: object) -> None:
    raise PermissionError(13, "Permission denied")


def test_two_processes_share_one_file(tmp_path: Path) -> None:
    both = [writer(tmp_path, mark, 40) for mark in "ab"]
    for process in both:
        _, problem = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0, problem
        assert not problem
    texts = [f"{mark} {n} {k}" for mark in "ab" for n in range(40) for k in range(20)]
    assert len(read(tmp_path, *texts)) == len(texts)


def test_a_killed_process_leaves_a_usable_file(tmp_path: Path) -> None:
    process = writer(tmp_path, "a", 100_000)
    assert process.stdout is not None
    for _ in range(5):
        assert process.stdout.readline()
    process.kill()
    process.communicate()
    assert len(read(tmp_path, *(f"a {n} {k}" for n in range(5) for k in range(20)))) == 100
    with sqlite3.connect(tmp_path / FILE) as kept:
        assert kept.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    kept.close()


# Where it lies


def test_the_variable_names_the_folder(own_cache: Path) -> None:
    assert cache_folder() == own_cache


def test_an_empty_variable_switches_it_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUIZHAO_CACHE", "")
    assert cache_folder() is None


@pytest.mark.parametrize(
    ("platform", "variable"), [("linux", "XDG_CACHE_HOME"), ("win32", "LOCALAPPDATA")]
)
def test_without_it_the_platform_says_where(
    platform: str, variable: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("DUIZHAO_CACHE")
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv(variable, str(tmp_path))
    assert cache_folder() == tmp_path / "duizhao"


def test_on_a_mac_it_is_in_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DUIZHAO_CACHE")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert cache_folder() == Path.home() / "Library" / "Caches" / "duizhao"


# With a model


def test_a_second_run_encodes_nothing_and_finds_the_same(
    tiny_model: str, encoded: list[str]
) -> None:
    first = align_segments(ZH, EN, model=tiny_model)
    assert encoded
    encoded.clear()
    told: list[str] = []
    second = align_segments(ZH, EN, model=tiny_model, progress=lambda stage, *_: told.append(stage))
    assert second == first
    assert not encoded
    assert not [stage for stage in told if stage.startswith("encoding")]


def test_a_second_run_does_not_even_import_torch(tiny_model: str, own_cache: Path) -> None:
    align_segments(ZH, EN, model=tiny_model)
    code = SECOND_RUN.format(zh=ZH, en=EN, model=tiny_model)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert not done.stderr


def test_a_name_on_disk_is_not_loaded_again(
    hub_name: str, encoded: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert edition_of(hub_name) == f"{hub_name}@{'a' * 40}"
    first = align_segments(ZH, EN, model=hub_name)
    encoded.clear()
    monkeypatch.setattr("aligner.encoders.transformer._load", denied)
    assert align_segments(ZH, EN, model=hub_name) == first
    assert not encoded


def test_only_new_sentences_are_encoded(tiny_model: str, encoded: list[str]) -> None:
    TransformerModel(tiny_model).spans(EN, " ", None)
    encoded.clear()
    told: list[tuple[int, int]] = []
    TransformerModel(tiny_model).spans([*EN, "Three."], " ", lambda *step: told.append(step))
    assert set(encoded) == {
        "Three.",
        f"{EN[2]} Three.",
        f"{EN[1]} {EN[2]} Three.",
        " ".join([*EN, "Three."]),
    }
    assert told == [(4, 4)]


def test_a_changed_model_starts_anew(tiny_model: str, encoded: list[str], tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(tiny_model, copy)
    TransformerModel(str(copy)).spans(EN, " ", None)
    whole = len(encoded)
    encoded.clear()
    weights = copy / "model.safetensors"
    os.utime(weights, (1, 1))
    TransformerModel(str(copy)).spans(EN, " ", None)
    assert len(encoded) == whole


def test_a_model_changed_under_a_running_program_is_loaded_again(
    tiny_model: str, encoded: list[str], tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(tiny_model, copy)
    model = TransformerModel(str(copy))
    before = model.spans(EN, " ", None).rows(1, 0, 3)
    settings = copy / "config_sentence_transformers.json"
    known = json.loads(settings.read_text(encoding="utf-8"))
    known |= {"prompts": {"query": "three: "}, "default_prompt_name": "query"}
    settings.write_text(json.dumps(known), encoding="utf-8")
    after = model.spans(EN, " ", None).rows(1, 0, 3)
    fresh = TransformerModel(str(copy)).spans(EN, " ", None).rows(1, 0, 3)
    assert np.abs(before - after).max() > 1e-3
    assert np.array_equal(after, fresh)


def test_an_interrupted_run_continues_where_it_stopped(
    tiny_model: str, encoded: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("aligner.encoders.transformer._BATCH", 2)

    def interrupt(done: int, _: int) -> None:
        if done == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        TransformerModel(tiny_model).spans(EN, " ", interrupt)
    before = set(encoded)
    assert len(before) == 4
    encoded.clear()
    told: list[tuple[int, int]] = []
    TransformerModel(tiny_model).spans(EN, " ", lambda *step: told.append(step))
    assert encoded
    assert not before & set(encoded)
    assert told[-1] == (len(encoded), len(encoded))


def test_switched_off_every_run_encodes(
    tiny_model: str, encoded: list[str], monkeypatch: pytest.MonkeyPatch, own_cache: Path
) -> None:
    monkeypatch.setenv("DUIZHAO_CACHE", "")
    first = TransformerModel(tiny_model).spans(EN, " ", None).rows(1, 0, 3)
    count = len(encoded)
    second = TransformerModel(tiny_model).spans(EN, " ", None).rows(1, 0, 3)
    assert len(encoded) == 2 * count
    assert np.abs(first - second).max() < 1e-3
    assert not own_cache.exists()


def test_a_damaged_cache_stops_no_alignment(
    tiny_model: str, own_cache: Path, caplog: pytest.LogCaptureFixture
) -> None:
    own_cache.mkdir()
    (own_cache / FILE).write_bytes(b"no database " * 999)
    caplog.set_level(logging.WARNING, "aligner")
    assert align_segments(ZH, EN, model=tiny_model).beads
    assert [record.name for record in caplog.records].count("aligner.encoders.cache") == 1


def test_a_folder_that_holds_no_model_has_no_edition(tmp_path: Path) -> None:
    assert edition_of(str(tmp_path)) is None
    assert edition_of("nobody/at-all") is None
