"""The ground under every format: bytes, encodings, archives, XML under limits, atomic writing."""

from __future__ import annotations

from aligner.files.progress import Progress

__all__ = ["Progress"]
