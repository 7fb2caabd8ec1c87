"""PDFs for tests: text at places, in Helvetica or a Chinese font that is not embedded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 420, 300


@dataclass(frozen=True, slots=True)
class Put:
    """A text and where its first line stands, in points from the top left."""

    x: float
    y: float
    text: str
    size: float = 10
    is_vertical: bool = False


def made_pdf(pages: Sequence[Sequence[Put]], *, collection: str = "GB1") -> bytes:
    """Return a PDF; `collection` is that of its Chinese font, GB1 or CNS1."""
    cmap = {"GB1": "UniGB-UTF16-H", "CNS1": "UniCNS-UTF16-H"}[collection]
    name = {"GB1": "STSong-Light", "CNS1": "MSung-Light"}[collection]
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /{cmap} "
        "/DescendantFonts [5 0 R] >>",
        f"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /{name} /DW 1000 /CIDSystemInfo "
        f"<< /Registry (Adobe) /Ordering ({collection}) /Supplement 4 >> /FontDescriptor 6 0 R >>",
        f"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [0 -200 1000 900] "
        "/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>",
    ]
    kids = []
    for page in pages:
        content = "\n".join(_shown(put) for put in page)
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] "
            f"/Contents {len(objects) + 2} 0 R "
            "/Resources << /Font << /L 3 0 R /H 4 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _file(objects)


def _file(objects: Sequence[str]) -> bytes:
    out = b"%PDF-1.6\n"
    places = []
    for number, text in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    table += "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\n"
    return out + f"{table}{trailer}startxref\n{len(out)}\n%%EOF\n".encode()


def _shown(put: Put) -> str:
    """Return the operators that show a text, character by character where it runs down."""
    if put.is_vertical:
        return "\n".join(
            _shown(Put(put.x, put.y + n * put.size, character, put.size))
            for n, character in enumerate(put.text)
        )
    y = HEIGHT - put.y - put.size
    shown = [f"BT {put.x} {y} Td"]
    for run, is_latin in _runs(put.text):
        if is_latin:
            escaped = "".join(f"\\{mark}" if mark in "\\()" else mark for mark in run)
            shown.append(f"/L {put.size} Tf ({escaped}) Tj")
        else:
            shown.append(f"/H {put.size} Tf <{run.encode('utf-16-be').hex()}> Tj")
    return " ".join([*shown, "ET"])


def _runs(text: str) -> list[tuple[str, bool]]:
    runs: list[tuple[str, bool]] = []
    for character in text:
        is_latin = character < "\u0100"
        if runs and runs[-1][1] == is_latin:
            runs[-1] = runs[-1][0] + character, is_latin
        else:
            runs.append((character, is_latin))
    return runs


def lines(x: float, y: float, *texts: str, step: float = 14, size: float = 10) -> list[Put]:
    """Return lines below each other."""
    return [Put(x, y + n * step, text, size) for n, text in enumerate(texts)]
