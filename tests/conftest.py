"""Settings that hold for all tests."""

from __future__ import annotations

from hypothesis import settings

# A law is no less true on a busy machine.
settings.register_profile("duizhao", deadline=None)
settings.load_profile("duizhao")
