"""Catalogues of gettext: plurals, contexts, comments, what is obsolete, lines that go on."""

from __future__ import annotations

import random

from bench.fuzzing.generators.made import Made
from bench.fuzzing.vocabulary import text

ENDINGS = (".po",)

_ABOUT = ("#, fuzzy\n", "#. 註\n", "#: a.c:1\n", "# x\n", '#| msgid "old"\n', 'msgctxt "menu"\n')
_HEAD = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: zh_TW\\n"\n\n'
)


def make(chance: random.Random) -> Made:
    """Make a catalogue."""
    entries = [_HEAD] if chance.random() < 0.8 else []
    for _ in range(chance.choice((1, 3, 10, 40))):
        about = chance.choice(_ABOUT) if chance.random() < 0.4 else ""
        source, target = _quoted(text(chance, "en")), _quoted(text(chance, "zh"))
        if chance.random() < 0.15:
            entry = f"msgid {source}\nmsgid_plural {_quoted('ships')}\nmsgstr[0] {target}\n"
        else:
            entry = f"msgid {source}\nmsgstr {target}\n"
        if chance.random() < 0.1:
            entry = "".join(f"#~ {line}\n" for line in entry.splitlines())
        entries.append(f"{about}{entry}\n")
    return Made("".join(entries).encode("utf-8", "surrogatepass"))


def _quoted(raw: str) -> str:
    bare = raw.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    middle = len(bare) // 2
    if "\\" in bare or not middle % 2:
        return f'"{bare}"'
    return f'""\n"{bare[:middle]}"\n"{bare[middle:]}"'
