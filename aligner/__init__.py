"""Duizhao 對照: align the Chinese and English of an article, offline.

The headless core; it has never heard of a terminal. Importing it costs numpy and the standard
library; heavier packages are imported by the functions that need them.
"""

from __future__ import annotations

from collections.abc import Callable

__version__ = "0.1.0"

Progress = Callable[[str, int, int], None]
"""Called with a stage ("encoding", "aligning", ...), the steps done and the steps in all."""
