"""How long work says how far it is: one shape of function, from the ground up."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Called with a stage ("encoding", "aligning", ...), the steps done and the steps in all."""
