"""Markdown as an article."""

from __future__ import annotations

from aligner.formats.markdown.read import blocks_of

__all__ = ["blocks_of"]
