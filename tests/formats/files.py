"""Files of translation units for the tests, made by hand."""

from __future__ import annotations

from pathlib import Path

HEADER = (
    '<header creationtool="T" creationtoolversion="1" segtype="sentence" o-tmf="T"'
    ' adminlang="en" srclang="zh-CN" datatype="plaintext"/>'
)


def tmx(*units: str, before: str = '<?xml version="1.0" encoding="UTF-8"?>') -> str:
    """A TMX file with the elements `tu` given as text."""
    return f'{before}\n<tmx version="1.4">{HEADER}<body>{"".join(units)}</body></tmx>\n'


def tu(*variants: tuple[str, str], inside: str = "", attributes: str = "") -> str:
    """An element `tu` of codes and segments."""
    texts = "".join(f'<tuv xml:lang="{code}"><seg>{seg}</seg></tuv>' for code, seg in variants)
    return f"<tu{attributes}>{inside}{texts}</tu>"


LAMP = tu(("zh-CN", "灯塔亮了。"), ("en-US", "The lamp was lit."))


def saved(folder: Path, content: str | bytes, name: str = "a.tmx") -> Path:
    """The path of a file with this content."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path
