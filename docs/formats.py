"""Write what the documents say of file formats from the registry: `python docs/formats.py`.

A document has a part of this kind between `<!-- formats: NAME -->` and `<!-- /formats -->`; the
names are those of `PARTS`. A test fails where such a part is not what this would write.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from aligner.formats import FORMATS, Format
from aligner.terms import GLOSSARY_FORMATS

ROOT = Path(__file__).resolve().parent.parent
PART = re.compile(r"(<!-- formats: ([a-z ]+) -->)(.*?)(<!-- /formats -->)", re.DOTALL)


def endings(has: Callable[[Format], object], *, also_read: bool = False) -> list[str]:
    """Return the endings of the formats for which `has` holds, as the documents print them."""
    return [
        f"`{ending}`"
        for form in FORMATS
        if has(form)
        for ending in (form.all_suffixes if also_read else form.suffixes)
    ]


def rows() -> Iterator[str]:
    """Yield the lines of the table of unit formats."""
    yield "| ending | read | written | what is kept of a unit |"
    yield "|---|---|---|---|"
    for form in FORMATS:
        if form.units or form.write_units:
            names = ", ".join(f"`{ending}`" for ending in form.suffixes)
            yield f"| {names} | {form.help.read} | {form.help.written} | {form.help.kept} |"


def glossary_endings() -> list[str]:
    """Return the endings of glossaries."""
    return [f"`{ending}`" for form in GLOSSARY_FORMATS for ending in form.suffixes]


PARTS: dict[str, Callable[[], list[str]]] = {
    "articles": lambda: endings(lambda form: form.document),
    "units read": lambda: endings(lambda form: form.units),
    "units written": lambda: endings(lambda form: form.units and form.write_units),
    "other names": lambda: [
        f"`{ending}`" for form in FORMATS if form.units for ending in form.only_read
    ],
    "glossaries": glossary_endings,
}
"""Lists of endings."""


def renewed(text: str, *, is_chinese: bool) -> str:
    """Return a document with each of its parts as the registry has it."""

    def part(found: re.Match[str]) -> str:
        name = found[2]
        if name == "table":
            return "\n".join([found[1], "", *rows(), "", found[4]])
        return found[1] + ("、" if is_chinese else ", ").join(PARTS[name]()) + found[4]

    return PART.sub(part, text)


def documents() -> dict[Path, str]:
    """Return every document that has such a part, with the text that it ought to have."""
    pages = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
    texts = {page: page.read_text(encoding="utf-8") for page in pages}
    return {
        page: renewed(text, is_chinese=page.stem.endswith(".zh"))
        for page, text in texts.items()
        if PART.search(text)
    }


def main() -> None:
    """Write the documents anew."""
    for page, text in documents().items():
        page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
