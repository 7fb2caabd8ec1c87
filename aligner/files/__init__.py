"""The ground under every format: bytes, encodings, archives, XML under limits, atomic writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.files.progress import Progress
from aligner.lazy import lazy_names

if TYPE_CHECKING:
    from aligner.files.encodings import decode
    from aligner.files.loading import FORMS, form_of, load
    from aligner.files.signatures import (
        LONGEST_SIGNATURE,
        Container,
        byte_order_mark,
        container_of,
        head_text,
        wide_codec,
    )
    from aligner.files.text_lines import lines_of

__all__ = [
    "FORMS",
    "LONGEST_SIGNATURE",
    "Container",
    "Progress",
    "byte_order_mark",
    "container_of",
    "decode",
    "form_of",
    "head_text",
    "lines_of",
    "load",
    "wide_codec",
]

__getattr__ = lazy_names(
    __name__,
    {
        "decode": "encodings",
        "FORMS": "loading",
        "form_of": "loading",
        "load": "loading",
        **dict.fromkeys(
            (
                "Container",
                "LONGEST_SIGNATURE",
                "byte_order_mark",
                "container_of",
                "head_text",
                "wide_codec",
            ),
            "signatures",
        ),
        "lines_of": "text_lines",
    },
)
