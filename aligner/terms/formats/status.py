"""What files say of whether a term may be used, in the words of each tool.

TBX has `deprecatedTerm-admn-sts` and `supersededTerm-admn-sts`, memoQ `Forbidden` among other
things, UTX `forbidden`, others a word of their own. What is none of these forbids nothing.
"""

from __future__ import annotations

import re

from aligner.terms.values import TermStatus

_FORBIDDEN = (
    "deprecated deprecatedterm forbidden prohibited rejected obsolete banned disallowed donotuse "
    "nottobeused notallowed 禁用 禁止 禁止使用 停用 废弃 廢棄 弃用 棄用 作废 作廢 不可用"
)
_DISCOURAGED = (
    "superseded supersededterm notrecommended discouraged nonstandard avoid notpreferred "
    "不推荐 不推薦 不建议 不建議 避免"
)
_PARTS = re.compile(r"[;；,，|/、]")
_BETWEEN = re.compile(r"[\s_-]+")


def status_of(text: str) -> TermStatus:
    """Return what a file's word for a status means; several words may stand in one text."""
    words = {
        _BETWEEN.sub("", part.strip().lower().removesuffix("-admn-sts"))
        for part in _PARTS.split(text)
    }
    if words.intersection(_FORBIDDEN.split()):
        return "forbidden"
    return "discouraged" if words.intersection(_DISCOURAGED.split()) else ""
