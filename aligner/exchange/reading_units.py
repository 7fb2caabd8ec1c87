"""Files of other tools, and ours, to units: which format a file is in, and who reads it.

The content decides, the extension only where the content does not. Units are handed out while the
file is read, in bounded memory however large it is; a file that breaks off is complained of after
what was whole in it.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

from aligner.errors import UnusableInput
from aligner.exchange.codes import Wanted
from aligner.exchange.unpacking import Opened, opened
from aligner.unit import Unit

Progress = Callable[[str, int, int], None]
Form = Literal["tmx", "tsv"]

_ROOT = re.compile(r"<(?![?!])([^\s/>]+)")
_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_FORMS: dict[str, Form] = {"tmx": "tmx"}


def read_units(
    path: str | Path,
    *,
    zh_code: str | None = None,
    en_code: str | None = None,
    progress: Progress | None = None,
) -> Iterator[Unit]:
    """Yield the units of a translation memory or a table, in the order of the file.

    Reads TMX and tab-separated columns, also inside a zip or gzip archive. Where a unit has several
    texts in one language, the one with `zh_code` or `en_code` is taken, or else the first. A unit
    may lack either text. Raises `UnusableInput` for a file that holds nothing of the kind, and in
    the middle of one that breaks off. `progress` is told the bytes read and the bytes in all.
    """
    path = Path(path)
    wanted = Wanted(zh_code, en_code)
    with opened(path) as source:
        form = _form(source, path)
        reader = {"tmx": _tmx, "tsv": _table}[form]
        count = 0
        for unit in reader(source, path, wanted, progress):
            count += 1
            yield unit
        if not count:
            raise UnusableInput(f"{path} holds no translation unit in Chinese and English.")


def _form(source: Opened, path: Path) -> Form:
    head = _head_text(source.head)
    if head.startswith("<"):
        root = _ROOT.search(_COMMENT.sub("", head))
        name = root[1].split(":")[-1].lower() if root else ""
        if name not in _FORMS:
            raise UnusableInput(
                f"{path} is XML, but no translation memory: its first element is <{name[:40]}>."
            )
        return _FORMS[name]
    if source.name.lower().endswith(".tmx"):
        raise UnusableInput(f"{path} is no TMX, whatever its name says; export it again.")
    return "tsv"


def _head_text(head: bytes) -> str:
    """Return how a file begins, well enough to see what it is."""
    for mark, name in (
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"<\0", "utf-16-le"),
        (b"\0<", "utf-16-be"),
    ):
        if head.startswith(mark):
            return head.decode(name, "replace").lstrip("\ufeff \t\r\n")
    return head.decode("utf-8", "replace").lstrip("\ufeff \t\r\n\0")


def _tmx(source: Opened, path: Path, wanted: Wanted, progress: Progress | None) -> Iterator[Unit]:
    from aligner.exchange.tmx_reader import TmxHandler
    from aligner.exchange.xml_stream import read_xml

    handler = TmxHandler(path, wanted)
    count = 0
    for unit in read_xml(source, path, handler, progress):
        count += 1
        yield unit
    if not count and handler.others:
        raise UnusableInput(
            f"{path} holds neither Chinese nor English, but {', '.join(handler.others)}."
        )


def _table(source: Opened, path: Path, wanted: Wanted, progress: Progress | None) -> Iterator[Unit]:
    from aligner.exchange.plain_text import lines_of
    from aligner.exchange.tsv_reader import read_tsv

    for number, unit in enumerate(read_tsv(lines_of(source, path), wanted)):
        if progress and not number % 1000:
            progress("reading", source.position(), source.size)
        yield unit
