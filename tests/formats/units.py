"""Units for property tests: any text, and what a file can say of it."""

from __future__ import annotations

from typing import get_args

from hypothesis import strategies as st

from aligner.bitext import Status
from aligner.files.characters import one_line, segment
from aligner.unit import Unit

MARKS = "=+-@'\"<>&,;|/\\_ \t\r\n\u3000\u2028\x00\x0b\x1b\ufffe"
"""Characters that some format gives a meaning to."""
texts = st.one_of(
    st.text(st.one_of(st.sampled_from(MARKS + "海燈Sea"), st.characters()), max_size=12),
    st.sampled_from(["_x0041_", "_x005F_x000D_", "&amp;", "]]>", "<!--", "=1+1", "'=1", "#N/A"]),
)
segments = texts.map(segment)
"""Texts as a translation memory has them."""
lines = texts.map(one_line)
confidences = st.none() | st.integers(0, 1000).map(lambda figure: figure / 1000)
statuses = st.sampled_from(get_args(Status))
names = st.text("abcXYZ/@.-: 項", min_size=1, max_size=8).map(segment).filter(bool)
codes = st.sampled_from(["zh-CN", "zh-TW", "zh-HK", "zh-Hans", "zh"])


def units(
    text: st.SearchStrategy[str] = segments,
    *,
    zh_codes: st.SearchStrategy[str] = codes,
    notes: st.SearchStrategy[str] = segments,
    properties: st.SearchStrategy[tuple[tuple[str, str], ...]] | None = None,
) -> st.SearchStrategy[Unit]:
    """Units with both texts."""
    full = text.filter(str.strip)
    return st.builds(
        Unit,
        zh=full.map(lambda text: f"海{text}".strip()),
        en=full.map(lambda text: f"Sea {text}".strip()),
        zh_code=zh_codes,
        en_code=st.sampled_from(["en-US", "en-GB", "en"]),
        confidence=confidences,
        status=statuses,
        note=notes,
        properties=st.just(()) if properties is None else properties,
    )
