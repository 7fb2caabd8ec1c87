"""A file of units as other parsers read it: none of the texts that they find may be missing.

Only texts whose language is beyond doubt are asked for, and only of files that the other parser
takes. Readers of ours are more lenient; what they find beside is theirs.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from aligner.unit import Unit
from bench.fuzzing.foreign import flat_text, local_name
from bench.fuzzing.oracle import check, skeleton

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_CODES = ("zh", "zh-cn", "zh-tw", "zh-hk", "zh-hans", "zh-hant", "en", "en-us", "en-gb")


def check_all_read(path: Path, units: Iterable[Unit]) -> None:
    """Check that what another parser finds in a file is in its units."""
    reader = _READERS.get(path.suffix)
    if reader is None:
        return
    try:
        wanted = [text for text in map(skeleton, reader(path)) if text]
    except (ET.ParseError, ValueError, LookupError, OSError, SyntaxError):
        return
    found = {skeleton(text) for unit in units for text in (unit.zh, unit.en)}
    lost = [text for text in wanted if text not in found]
    check(not lost, f"every text of {path.suffix} is read", lost[:3])


def _tmx(path: Path) -> Iterator[str]:
    root = ET.parse(path).getroot()
    if local_name(root) != "tmx":
        return
    for side in root.iterfind("body/tu/tuv"):
        code = side.get(_LANG, side.get("lang", "")).lower().replace("_", "-")
        segments = side.findall("seg")
        if code in _CODES and len(segments) == 1 and side.get(_LANG) is not None:
            yield flat_text(segments[0])


def _xliff(path: Path) -> Iterator[str]:
    root = ET.parse(path).getroot()
    if local_name(root) != "xliff" or not root.get("version", "").startswith("1"):
        return
    for file in root:
        codes = {file.get("source-language", ""), file.get("target-language", "")}
        if local_name(file) != "file" or {code.lower()[:2] for code in codes} != {"zh", "en"}:
            continue
        for unit in file.iter():
            if local_name(unit) == "trans-unit" and not any(
                local_name(inner) in ("mrk", "seg-source", "sub") for inner in unit.iter()
            ):
                sides = [one for one in unit if local_name(one) in ("source", "target")]
                if [local_name(one) for one in sides] == ["source", "target"]:
                    yield from map(flat_text, sides)


def _json_lines(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").split("\n"):
        said = json.loads(line) if line.strip() else {}
        if isinstance(said, dict):
            yield from (said[name] for name in ("zh", "en") if isinstance(said.get(name), str))


_READERS: dict[str, Callable[[Path], Iterator[str]]] = {
    ".tmx": _tmx,
    ".xlf": _xliff,
    ".xliff": _xliff,
    ".jsonl": _json_lines,
}
