"""Files of other tools, and ours, to units: which format a file is in, and who reads it.

The content decides, the extension only where the content does not. Units are handed out while the
file is read, in bounded memory however large it is; a file that breaks off is complained of after
what was whole in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from aligner.errors import UnusableInput
from aligner.files import Progress, container_of, head_text
from aligner.files.unpacking import Opened, opened
from aligner.files.xml_stream import read_xml
from aligner.formats.language_codes import Wanted
from aligner.unit import Unit

if TYPE_CHECKING:
    from aligner.formats.tmx.read import TmxHandler
    from aligner.formats.xliff.read import XliffHandler

Form = Literal["tmx", "xliff1", "xliff2", "xlsx", "json", "table"]

_ENDINGS = {
    *(".tmx", ".tsv", ".tab", ".csv", ".xlsx", ".jsonl", ".ndjson", ".zip", ".gz"),
    *(".xlf", ".xliff", ".mqxliff", ".sdlxliff", ".mxliff"),
}
_ROOT = re.compile(r"<(?![?!])([^\s/>]+)")
_DOCTYPE = re.compile(r"<!DOCTYPE\s+([^\s\[>]+)")
_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_OBJECT = re.compile(r"\{\s*\"")
_XML: dict[str, Form] = {"tmx": "tmx", "xliff": "xliff1"}
_SECOND = re.compile(r"""[^>]*\sversion\s*=\s*["']2""")


def read_units(
    path: str | Path,
    *,
    zh_code: str | None = None,
    en_code: str | None = None,
    progress: Progress | None = None,
) -> Iterator[Unit]:
    """Yield the units of a translation memory or a table, in the order of the file.

    Reads TMX, XLIFF, tables (TSV, CSV, XLSX) and JSON Lines, also inside a zip or gzip archive.
    Where a unit has several texts in one language, the one with `zh_code` or `en_code` is taken, or
    else the first. A unit may lack either text. Raises `UnusableInput` for a file that holds
    nothing of the kind, and in the middle of one that breaks off. `progress` is told the bytes read
    and the bytes in all.
    """
    path = Path(path)
    wanted = Wanted(zh_code, en_code)
    with opened(path) as source:
        form = _form(source, path)
        units = _READERS[form](source, path, wanted, progress)
        first = next(units, None)
        if first is None:
            raise UnusableInput(f"{path} holds no translation unit in Chinese and English.")
        yield first
        yield from units


def names_units(path: Path) -> bool:
    """Whether a file goes by a name that units have, where an article might be meant too."""
    return path.suffix.lower() in _ENDINGS


def _form(source: Opened, path: Path) -> Form:
    if container_of(source.head) == "zip":
        return "xlsx"
    head = head_text(source.head)
    if head.startswith("<"):
        bare = _COMMENT.sub("", head)
        # A document type may be longer than what is looked at; the parser will have its say.
        root = _ROOT.search(bare) or _DOCTYPE.search(bare)
        name = root[1].split(":")[-1].lower() if root else ""
        if name not in _XML:
            raise UnusableInput(
                f"{path} is XML, but holds no translation units: its first element is "
                f"<{name[:40]}>."
            )
        if root and name == "xliff" and _SECOND.match(head, head.index(root[0])):
            return "xliff2"
        return _XML[name]
    if source.name.lower().endswith((".tmx", ".xlf", ".xliff")):
        raise UnusableInput(f"{path} is no XML, whatever its name says; export it again.")
    is_object = _OBJECT.match(head) is not None
    return "json" if is_object else "table"


def _tmx(source: Opened, path: Path, wanted: Wanted, progress: Progress | None) -> Iterator[Unit]:
    from aligner.formats.tmx.read import TmxHandler

    handler = TmxHandler(path, wanted)
    return _unless_other(path, handler, read_xml(source, path, handler, progress, handler.feed))


def _xliff1(
    source: Opened, path: Path, wanted: Wanted, progress: Progress | None
) -> Iterator[Unit]:
    from aligner.formats.xliff.read1 import Xliff1Handler

    handler = Xliff1Handler(path)
    return _unless_other(path, handler, read_xml(source, path, handler, progress))


def _xliff2(
    source: Opened, path: Path, wanted: Wanted, progress: Progress | None
) -> Iterator[Unit]:
    from aligner.formats.xliff.read2 import Xliff2Handler

    handler = Xliff2Handler(path)
    return _unless_other(path, handler, read_xml(source, path, handler, progress))


def _unless_other(
    path: Path, handler: TmxHandler | XliffHandler, units: Iterator[Unit]
) -> Iterator[Unit]:
    """Yield units; raise, if there are none, for the languages that there are."""
    first = next(units, None)
    if first is not None:
        yield first
        yield from units
    elif handler.others:
        raise UnusableInput(
            f"{path} holds neither Chinese nor English, but {', '.join(handler.others)}."
        )


def _table(source: Opened, path: Path, wanted: Wanted, progress: Progress | None) -> Iterator[Unit]:
    from aligner.files import lines_of
    from aligner.formats.tables.read import read_table

    lines = _followed(lines_of(source, path), source, progress)
    return read_table(lines, source.name, path, wanted)


def _json(source: Opened, path: Path, wanted: Wanted, progress: Progress | None) -> Iterator[Unit]:
    from aligner.files import lines_of
    from aligner.formats.json.lines import read_json_lines

    return read_json_lines(_followed(lines_of(source, path), source, progress), path, wanted)


def _xlsx(source: Opened, path: Path, wanted: Wanted, progress: Progress | None) -> Iterator[Unit]:
    from aligner.formats.tables.xlsx import read_xlsx

    return read_xlsx(source.stream, path, wanted)


def _followed(lines: Iterator[str], source: Opened, progress: Progress | None) -> Iterator[str]:
    for number, line in enumerate(lines):
        if progress and not number % 1000:
            progress("reading", source.position(), source.size)
        yield line


_READERS = {
    "tmx": _tmx,
    "xliff1": _xliff1,
    "xliff2": _xliff2,
    "table": _table,
    "json": _json,
    "xlsx": _xlsx,
}
