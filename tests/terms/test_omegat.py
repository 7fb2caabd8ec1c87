"""OmegaT's own reader takes the glossaries written for it, where OmegaT and a Java kit stand by.

Neither is needed by Duizhao; the reader tells more of a file than any schema.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from aligner.terms import Entry
from aligner.terms.formats import write_glossary
from tests.commands import PATIENCE
from tests.terms.samples import GLOSSARY

ENTRIES = [*GLOSSARY, Entry("R&D <研發>", 'R&D "lab"'), Entry("#標籤", "#tag")]
READER = """
import java.io.File;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import org.omegat.core.Core;
import org.omegat.core.data.IProject;
import org.omegat.core.data.ProjectProperties;
import org.omegat.gui.glossary.*;

public class Reader {
    static class Languages extends ProjectProperties {
        Languages() {}
    }
    public static void main(String[] paths) throws Exception {
        ProjectProperties languages = new Languages();
        languages.setSourceLanguage("ZH-TW");
        languages.setTargetLanguage("EN-US");
        Core.setProject((IProject) Proxy.newProxyInstance(
            Reader.class.getClassLoader(), new Class<?>[] {IProject.class},
            (self, method, given) ->
                method.getName().equals("getProjectProperties") ? languages : null));
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        for (String path : paths) {
            File file = new File(path);
            for (GlossaryEntry entry : path.endsWith(".tbx")
                    ? GlossaryReaderTBX.read(file, false) : GlossaryReaderTSV.read(file, false))
                for (String term : entry.getLocTerms(false))
                    out.println(">\\t" + entry.getSrcText() + "\\t" + term);
        }
    }
}
"""


def library() -> str:
    """Return where OmegaT's classes are, "" where they are not or Java is not."""
    command = shutil.which("omegat")
    if not command or not shutil.which("java") or not shutil.which("javac"):
        return ""
    found = re.search(r"(\S*OmegaT\.jar)", Path(command).read_text(errors="replace"))
    return found.group(1) if found and Path(found.group(1)).exists() else ""


def read_by_omegat(path: Path) -> set[tuple[str, str]]:
    """Return the terms that OmegaT finds in a glossary, each with a rendering."""
    reader = path.with_name("Reader.java")
    reader.write_text(READER, encoding="utf-8")
    done = subprocess.run(
        ["java", f"-Duser.home={path.parent}", "-cp", library(), str(reader), str(path)],
        capture_output=True,
        check=False,
        timeout=PATIENCE,
        env={**os.environ, "JAVA_TOOL_OPTIONS": "-Dfile.encoding=UTF-8 -Djava.awt.headless=true"},
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-2000:]
    lines = [line.split("\t") for line in done.stdout.decode("utf-8").splitlines()]
    return {(line[1], line[2]) for line in lines if line[0] == ">"}


@pytest.mark.skipif(not library(), reason="OmegaT and a Java kit are not installed")
@pytest.mark.parametrize("name", ["glossary.utf8", "glossary.tbx"])
def test_omegat_reads_every_term_with_its_renderings(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    write_glossary(ENTRIES, path, tool="omegat", zh_code="zh-TW")
    found = read_by_omegat(path)
    wanted = {(zh, entry.en) for entry in ENTRIES for zh in entry.zh_forms}
    if name.endswith(".utf8"):  # a line that begins with # is a comment
        wanted = {("＃標籤" if zh == "#標籤" else zh, en) for zh, en in wanted}
    assert wanted <= found
