"""What is done to a file: bytes, lines, tokens, structure, encodings, archives.

Each mutation is a function of chance, the file and another file. Whatever they are given they
return bytes, of `LARGEST` at most.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from bench.fuzzing.generators.packed import gzipped, members_of, zipped
from bench.fuzzing.vocabulary import awkward

LARGEST = 2_000_000
"""Bytes; a file that would grow beyond is cut there."""

Mutation = Callable[[random.Random, bytes, bytes], bytes]

_TOKEN = re.compile(
    rb"[0-9]+|[A-Za-z_:-]+|\"[^\"\n]{0,60}\"|'[^'\n]{0,60}'|[<>\[\]{}()&;,=|\\/#*`]"
)
_ELEMENT = re.compile(rb"<[^<>]{1,200}>")
_NUMBERS = (b"0", b"-1", b"65536", b"2147483648", b"1e999", b"NaN", b"9" * 40, b"")
_SIGNS: tuple[str, ...] = (
    *"([{<*_`>|\"'&\\-#=~!.,:;/1aA\n\t \r",
    "海",
    "「",
    "。",
    "（",
    "<b>",
    "- ",
    "> ",
    "a.",
    "]]>",
    "1、",
)
_ENCODING_NAMES = """
    utf-16 utf-16-le utf-16-be utf-32 utf-8-sig utf-7 gb18030 big5hkscs shift_jis cp1252
"""
_ENCODINGS = tuple(_ENCODING_NAMES.split())


def mutated(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """Return a file after one to five mutations; `other` is what may be spliced in."""
    members = members_of(data) if data.startswith(b"PK") else []
    if members and chance.random() < 0.8:
        return _with_member(chance, members, other)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 5))):
        data = chance.choice(_MUTATIONS)(chance, data, other)[:LARGEST]
    return data


def _with_member(chance: random.Random, members: list[tuple[str, bytes]], other: bytes) -> bytes:
    """Return an archive with one member mutated, gone, doubled or renamed."""
    place = chance.randrange(len(members))
    name, data = members[place]
    kind = chance.random()
    if kind < 0.8:
        for _ in range(chance.choice((1, 1, 2))):
            data = chance.choice(_MUTATIONS)(chance, data, other)[:LARGEST]
        members[place] = name, data
    elif kind < 0.9:
        del members[place]
    else:
        members.append((chance.choice(("x.xml", "../x", name.upper(), "")), data))
    return zipped(members)


def packed(chance: random.Random, name: str, data: bytes) -> tuple[str, bytes]:
    """Return a file in an archive, and the name that it has then."""
    if chance.random() < 0.5:
        return f"{name}.gz", gzipped(data)
    inside = name if chance.random() < 0.8 else chance.choice(("x.doc", "目錄/a.tmx", "a"))
    members = [(inside, data)] * chance.choice((1, 1, 1, 2))
    return f"{name.rpartition('.')[0] or 'a'}.zip", zipped(dict(members).items())


def _range(chance: random.Random, data: bytes, longest: int = 64) -> tuple[int, int]:
    """Return a range of a file; mostly of whole characters, or most texts could not be decoded."""
    start = chance.randrange(len(data) + 1)
    stop = min(len(data), start + chance.randint(1, longest))
    if chance.random() < 0.1:
        return start, stop
    return _boundary(data, start), _boundary(data, stop)


def _boundary(data: bytes, place: int) -> int:
    """Return the next place, from one on, at which a character of UTF-8 begins."""
    while place < len(data) and data[place] & 0xC0 == 0x80:
        place += 1
    return place


def _flip(chance: random.Random, data: bytes, other: bytes) -> bytes:
    found = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        if found:
            found[chance.randrange(len(found))] = chance.randrange(256)
    return bytes(found)


def _delete(chance: random.Random, data: bytes, other: bytes) -> bytes:
    start, stop = _range(chance, data, chance.choice((1, 8, 1000)))
    return data[:start] + data[stop:]


def _double(chance: random.Random, data: bytes, other: bytes) -> bytes:
    start, stop = _range(chance, data, 200)
    return data[:stop] + data[start:stop] * chance.choice((1, 1, 2, 50)) + data[stop:]


def _insert(chance: random.Random, data: bytes, other: bytes) -> bytes:
    start, _ = _range(chance, data)
    strange = awkward(chance).encode("utf-8", "surrogatepass")
    return data[:start] + strange * chance.choice((1, 1, 1, 30)) + data[start:]


def _noise(chance: random.Random, data: bytes, other: bytes) -> bytes:
    start, stop = _range(chance, data, 4)
    return data[:start] + chance.randbytes(chance.randint(1, 8)) + data[stop:]


def _truncate(chance: random.Random, data: bytes, other: bytes) -> bytes:
    return data[: _range(chance, data)[0]]


def _splice(chance: random.Random, data: bytes, other: bytes) -> bytes:
    start, stop = _range(chance, other, 2000)
    place, end = _range(chance, data, chance.choice((1, 500)))
    return data[:place] + other[start:stop] + data[end:]


def _lines(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """Exchange, double, remove or indent lines, or join two."""
    lines = data.split(b"\n")
    one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
    kind = chance.randrange(5)
    if kind == 0:
        lines[one], lines[two] = lines[two], lines[one]
    elif kind == 1:
        lines.insert(two, lines[one])
    elif kind == 2:
        del lines[one]
    elif kind == 3:
        lines[one] = chance.choice((b"\t", b"    ", b"> ", b"- ", b"#", b'"')) + lines[one]
    else:
        lines[one : one + 2] = [b" ".join(lines[one : one + 2])]
    return b"\n".join(lines)


def _ends(chance: random.Random, data: bytes, other: bytes) -> bytes:
    end = chance.choice((b"\r\n", b"\r", b"\n\n", b"\x0b", b"\xe2\x80\xa8", b""))
    return data.replace(b"\n", end)


def _tokens(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """Put another token, or none, in the place of one."""
    found = list(_TOKEN.finditer(data[:200_000]))
    if not found:
        return data
    one, two = chance.choice(found), chance.choice(found)
    if one[0].isdigit():
        instead = chance.choice(_NUMBERS)
    else:
        instead = chance.choice((b"", two[0], two[0], one[0] * 2))
    return data[: one.start()] + instead + data[one.end() :]


def _elements(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """Remove, move, repeat or nest an element's tag, as in XML and HTML."""
    found = list(_ELEMENT.finditer(data[:200_000]))
    if not found:
        return data
    one, two = chance.choice(found), chance.choice(found)
    kind = chance.randrange(4)
    if kind == 0:
        return data[: one.start()] + data[one.end() :]
    if kind == 1:
        return data[: one.start()] + two[0] + data[one.end() :]
    if kind == 2:
        return data[: one.start()] + one[0] * chance.choice((2, 20, 400)) + data[one.end() :]
    start, stop = sorted((one.start(), two.end()))
    return data[:stop] + data[start:stop] + data[stop:]


def _encode(chance: random.Random, data: bytes, other: bytes) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(chance.choice(_ENCODINGS), "replace")


def _swell(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """Repeat one sign until it is most of the file, which costs some readers its square."""
    if chance.random() < 0.8:
        return _double(chance, data, other)
    place, _ = _range(chance, data)
    sign: bytes = chance.choice(_SIGNS).encode()
    return data[:place] + sign * (chance.choice((500, 5_000, 40_000))) + data[place:]


def _repeat(chance: random.Random, data: bytes, other: bytes) -> bytes:
    if chance.random() < 0.9:
        return data
    return data * min(chance.choice((2, 10, 100)), max(1, 100_000 // max(1, len(data))))


_MUTATIONS: tuple[Mutation, ...] = (
    _flip,
    _delete,
    _delete,
    _double,
    _insert,
    _noise,
    _truncate,
    _splice,
    _lines,
    _lines,
    _ends,
    _tokens,
    _tokens,
    _elements,
    _elements,
    _encode,
    _swell,
    _repeat,
)
