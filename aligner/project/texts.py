"""Texts as rows of a project hold them.

A text is TEXT in UTF-8; one that holds half of a surrogate pair, which SQLite refuses, is a BLOB of
the same encoding carried on. Invariant: what was put in comes out.
"""

from __future__ import annotations

import json
from typing import Any

Stored = str | bytes

# Made once: `json.dumps` makes an encoder for every value, and a memory has many.
_write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def stored(text: str) -> Stored:
    """Return a text as a row can hold it."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def text_of(value: Stored) -> str:
    """Return the text that a row holds."""
    return value if isinstance(value, str) else value.decode("utf-8", "surrogatepass")


def stored_value(value: Any) -> Stored:
    """Return a value that JSON knows as a row can hold it."""
    return stored(_write(value))


def value_of(value: Stored) -> Any:
    """Return the value that a row holds as JSON."""
    return json.loads(text_of(value))
