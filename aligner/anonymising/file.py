"""A file anonymised, and one put back; both as bytes to be written.

What is made is put back at once, to see that it gives the file again, before anybody gets it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from aligner.anonymising.key import Key
from aligner.anonymising.names import NameFinder, NameForms, names_in
from aligner.anonymising.parts import FileTexts, TextPart, texts_of
from aligner.anonymising.secrets import secrets_of
from aligner.anonymising.stand_ins import Kind, Spelling, StandIns, pattern_of, unused_marker
from aligner.anonymising.xml_blocks import check_xml
from aligner.errors import UnusableInput
from aligner.files import Progress, load
from aligner.formats import Raw, segment_editor_of

_LARGEST = 256 * 1024 * 1024
"""Bytes of a file that is read."""
_EMBEDDED = re.compile(r"<(?:[\w.-]+:)?(?:internal-file|bin-source|bin-target)\b")
_FIGURE_CELL = re.compile(
    r"""<(?:\w+:)?c\b(?![^>]*\bt\s*=\s*["'](?:s|str|inlineStr|b|e)["'])[^>]*[^>/]>"""
)


@dataclass(frozen=True, slots=True)
class Anonymised:
    """A file that can be shown, and what puts it back."""

    content: bytes
    key: Key
    replaced: Mapping[Kind, int]
    """How many places were replaced, by kind."""
    names_found: int
    """Names that were found by the pairs of the file, beside those of the list."""
    has_pairs: bool
    """Whether the file has pairs to find names by."""
    left: Mapping[str, int]
    """Names that are still there, such as in a link to another part, and how often."""
    not_looked_at: Mapping[str, int]
    """How much of the file nobody looked at, by what it is."""


@dataclass(frozen=True, slots=True)
class PutBack:
    """A file with its secrets."""

    content: bytes
    is_original: bool
    """Whether it is the file that was anonymised, to the byte."""
    count: int
    """How many stand-ins were put back."""
    unknown: int
    """Words that look like stand-ins, and that the key does not have."""
    missing: int
    """Stand-ins of the key that are nowhere in the file."""


def anonymise_file(
    path: Path,
    names: Sequence[NameForms] = (),
    left: Collection[Kind] = (),
    progress: Progress | None = None,
) -> Anonymised:
    """Replace the secrets of a file by stand-ins; the file itself is left alone.

    `names` are those of a list, `left` the kinds that stay. Raises `UnusableInput`, and
    `UnknownFormat` for a file whose texts are not replaced in place.
    """
    editor = segment_editor_of(path)
    data = load(path, _LARGEST)
    found: list[NameForms] = []
    has_pairs = "names" not in left
    if has_pairs:
        try:
            segments = editor.read(Raw(path, data)).segments
            found = names_in([(one.zh, one.en) for one in segments], progress)
        except UnusableInput:  # a file in one language has what a list and figures say
            has_pairs = False
    finder = NameFinder(names, found)
    file = texts_of(path, data)
    stand_ins = StandIns(unused_marker(part.text for part in file.parts))
    counts: Counter[Kind] = Counter()
    texts: dict[str, str] = {}
    steps = _Steps(sum(len(part.text) for part in file.parts), progress)
    for part in file.parts:
        made = _replaced(part, finder, left, stand_ins, counts, steps)
        if made != part.text:
            texts[part.name] = made
    content = file.written(texts)
    key = _checked_key(path, data, content, stand_ins, file.parts)
    return Anonymised(
        content,
        key,
        counts,
        len(found),
        has_pairs or "names" in left,
        {} if "names" in left else _names_left(texts_of(path, content), finder),
        _not_looked_at(file),
    )


def put_back_file(path: Path, key: Key) -> PutBack:
    """Put the secrets back that a file has stand-ins for; raises `UnusableInput`."""
    data = load(path, _LARGEST)
    content, seen, count, unknown = _put_back(texts_of(path, data), key)
    if _digest(data) == key.anonymised:
        content = key.packed or content
        if _digest(content) != key.original:
            raise UnusableInput(f"The key of {path} was damaged; get it from a copy.")
    elif not count:
        raise UnusableInput(f"{path} has no stand-in of this key; name the key made with it.")
    is_original = _digest(content) == key.original
    return PutBack(content, is_original, count, unknown, len(key.spellings.keys() - seen))


def _replaced(
    part: TextPart,
    names: NameFinder,
    left: Collection[Kind],
    stand_ins: StandIns,
    counts: Counter[Kind],
    steps: _Steps,
) -> str:
    """Return the text of a part with stand-ins."""
    if part.is_xml:
        check_xml(part.text, part.raw.path)
    splices: list[tuple[int, int, str]] = []
    for block in part.blocks(part.text):
        steps.reached(block.pieces[0].start)
        for secret in secrets_of(block, names, left):
            counts[secret.kind] += 1
            for start, stop, text in block.places(secret.start, secret.stop):
                spelling = Spelling(text, part.text[start:stop])
                splices.append((start, stop, stand_ins.of(secret.kind, secret.identity, spelling)))
    steps.passed(len(part.text))
    return "".join(_spliced(part.text, sorted(splices)))


class _Steps:
    """Tells how far the work is, in characters."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self._total, self._progress = total, progress
        self._behind = self._told = 0

    def reached(self, place: int) -> None:
        """Take note of a place in the part that is worked on."""
        done = self._behind + place
        if self._progress and done - self._told > _TOLD_EVERY:
            self._told = done
            self._progress("anonymising", done, self._total)

    def passed(self, length: int) -> None:
        """Take note that a part of this length is done."""
        self._behind += length


_TOLD_EVERY = 10_000


def _spliced(text: str, splices: Sequence[tuple[int, int, str]]) -> Iterator[str]:
    at = 0
    for start, stop, stand_in in splices:
        yield text[at:start]
        yield stand_in
        at = stop
    yield text[at:]


def _put_back(file: FileTexts, key: Key) -> tuple[bytes, set[str], int, int]:
    """Return a file with its secrets, which stand-ins it had, how many, and how many unknown."""
    seen: Counter[str] = Counter()
    pattern = pattern_of(key.marker)
    texts: dict[str, str] = {}
    for part in file.parts:
        is_xml = part.is_xml

        def of(found: re.Match[str], in_xml: bool = is_xml) -> str:
            seen[found[0]] += 1
            known = key.spellings.get(found[0])
            return known.written(in_xml=in_xml, was_xml=key.is_xml) if known else found[0]

        if (made := pattern.sub(of, part.text)) != part.text:
            texts[part.name] = made
    unknown = sum(count for name, count in seen.items() if name not in key.spellings)
    return file.written(texts), set(seen), seen.total() - unknown, unknown


def _checked_key(
    path: Path, data: bytes, content: bytes, stand_ins: StandIns, parts: Sequence[TextPart]
) -> Key:
    """Return the key, having seen that it gives the file again."""
    is_xml = any(part.is_xml for part in parts)
    key = Key(stand_ins.marker, stand_ins.spellings, is_xml, _digest(data), _digest(content))
    made = texts_of(path, content)
    again = _put_back(made, key)[0]
    if again == data:
        return key
    old = [(part.name, part.raw.data) for part in parts]
    new = [(part.name, part.raw.data) for part in texts_of(path, again).parts]
    if old != new or not parts[0].name:
        raise UnusableInput(
            f"{path} cannot be put back as it was, so it is not anonymised; save it anew first."
        )
    return replace(key, packed=data)


def _names_left(file: FileTexts, names: NameFinder) -> dict[str, int]:
    """Return the names that stand anywhere in a file, be it in the name of a part."""
    places = [part.text for part in file.parts] + [part.name for part in file.parts]
    left: Counter[str] = Counter()
    for text in [*places, *file.others]:
        left.update(text[found.start : found.stop] for found in names.find(text))
    return dict(left)


def _not_looked_at(file: FileTexts) -> dict[str, int]:
    embedded = sum(len(_EMBEDDED.findall(part.text)) for part in file.parts)
    figures = sum(
        len(_FIGURE_CELL.findall(part.text))
        for part in file.parts
        if part.name.startswith("xl/worksheets/")
    )
    counts = {
        "part that is no text": len(file.others),
        "embedded file": embedded,
        "cell with a figure": figures,
    }
    return {what: count for what, count in counts.items() if count}


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()
