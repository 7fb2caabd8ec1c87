"""OmegaT itself takes what is written, where it is installed; so does translate-toolkit.

Neither is needed by Duizhao; both tell more of a file than any schema.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from aligner.formats import TOOLS, ExportOptions, Tool, write_units
from aligner.script import Region, to_region
from aligner.unit import Unit
from tests.commands import PATIENCE

UNITS = [
    Unit("灯塔亮了。", "The lamp was lit.", "zh-CN", "en-US", 0.9, "confirmed", "a & b"),
    Unit(
        "按确定。",
        "Press OK.",
        "zh-CN",
        "en-US",
        properties=(
            ("zh/seg", '按<bpt i="1">&lt;b&gt;</bpt>确定<ept i="1">&lt;/b&gt;</ept>。'),
            ("en/seg", 'Press <bpt i="1">&lt;b&gt;</bpt>OK<ept i="1">&lt;/b&gt;</ept>.'),
            ("@creationdate", "20240102T030405Z"),
            ("@tuid", "7"),
            ("file", "a.txt"),
        ),
    ),
    Unit("“今晚有雾。”他说 < & >", "“Fog tonight,” he said < & >", "zh-CN", "en-US"),
]
PLAIN = [UNITS[0], UNITS[2]]

PROJECT = """<?xml version="1.0" encoding="UTF-8"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir>
<tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir>
<dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>ZH-CN</source_lang><target_lang>EN-US</target_lang>
<sentence_seg>false</sentence_seg>
</project></omegat>
"""


@pytest.mark.skipif(not shutil.which("omegat"), reason="OmegaT is not installed")
@pytest.mark.parametrize(
    ("code", "codes"), [("ZH-CN", ("zh-TW", "zh-CN")), ("ZH-TW", ("zh-CN", "zh-TW"))]
)
def test_omegat_translates_with_every_unit(
    tmp_path: Path, code: str, codes: tuple[str, ...]
) -> None:
    project = tmp_path / "project"
    for folder in ("source", "target", "omegat", "glossary", "dictionary", "tm/auto"):
        (project / folder).mkdir(parents=True)
    settings = PROJECT.replace("ZH-CN", code)
    (project / "omegat.project").write_text(settings, encoding="utf-8")
    region: Region = "TW" if code == "ZH-TW" else "CN"
    sources = [to_region(unit.zh, "CN", region) for unit in PLAIN]
    (project / "source" / "a.txt").write_text("\n\n".join(sources), encoding="utf-8")
    writing = ExportOptions(codes, tool=TOOLS["omegat"])
    write_units(iter(UNITS), project / "tm" / "auto" / "a.tmx", writing)
    (tmp_path / "conf").mkdir()
    done = subprocess.run(
        [
            "omegat",
            str(project),
            "--mode=console-translate",
            f"--config-dir={tmp_path / 'conf'}",
            "--disable-project-locking",
            "--no-team",
        ],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        timeout=PATIENCE,
        env={
            **os.environ,
            "LC_ALL": "C.UTF-8",
            "JAVA_TOOL_OPTIONS": "-Dfile.encoding=UTF-8 -Djava.awt.headless=true -Duser.home=conf",
        },
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-2000:]
    translated = (project / "target" / "a.txt").read_text(encoding="utf-8")
    assert translated.split("\n\n") == [unit.en for unit in PLAIN]


@pytest.mark.parametrize("tool", TOOLS.values(), ids=list(TOOLS))
def test_translate_toolkit_reads_every_unit(tmp_path: Path, tool: Tool) -> None:
    tmx = pytest.importorskip("translate.storage.tmx")
    write_units(iter(UNITS), tmp_path / "a.tmx", ExportOptions(tool=tool, source="zh"))
    with (tmp_path / "a.tmx").open("rb") as file:
        store = tmx.tmxfile(file, tool.zh["CN"], tool.en)
    found = [(str(unit.source), str(unit.target)) for unit in store.units]
    assert len(found) == len(UNITS)
    assert [found[0], found[2]] == [(unit.zh, unit.en) for unit in PLAIN]
