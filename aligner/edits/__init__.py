"""The edits of a bitext: what a translator can do to its pairs.

Each is a pure function from a bitext and a place to a `Change`, which is itself a function from
bitext to bitext with an inverse. Laws: no sentence, nor any character of one, is lost or doubled;
both orders are kept, but for `swap`; an edit and its inverse leave everything as it was. What
cannot be done raises ImpossibleEdit with the reason; what would change nothing is an empty change.
"""

from collections.abc import Callable

from aligner.article import Language
from aligner.bitext import Bitext
from aligner.edits.change import Change, Hunk
from aligner.edits.glossary_edits import change_term, decide, forget, merge_terms
from aligner.edits.pair_side import PairSide, side_of_pair
from aligner.edits.realigning import Block, blocks, leading, realigned, settled
from aligner.edits.returned import (
    Proposal,
    Returned,
    ReturnedRow,
    read_returned,
    status_said,
    take_returned,
)
from aligner.edits.status import (
    annotate,
    confirm,
    exclude,
    keep,
    link,
    mark_for_review,
    rewrite,
    settle_text,
    vouch,
)
from aligner.edits.structure import (
    insert,
    merge,
    move_down,
    move_up,
    pinpoint,
    pull_from_above,
    pull_from_below,
    regroup,
    split,
    suggested_split,
    swap,
)
from aligner.edits.translating import copy_source, propagate

SideEdit = Callable[[Bitext, int, Language], Change]
"""An edit at a place on one side."""

__all__ = [
    "Block",
    "Change",
    "Hunk",
    "PairSide",
    "Proposal",
    "Returned",
    "ReturnedRow",
    "SideEdit",
    "annotate",
    "blocks",
    "change_term",
    "confirm",
    "copy_source",
    "decide",
    "exclude",
    "forget",
    "insert",
    "keep",
    "leading",
    "link",
    "mark_for_review",
    "merge",
    "merge_terms",
    "move_down",
    "move_up",
    "pinpoint",
    "propagate",
    "pull_from_above",
    "pull_from_below",
    "read_returned",
    "realigned",
    "regroup",
    "rewrite",
    "settle_text",
    "settled",
    "side_of_pair",
    "split",
    "status_said",
    "suggested_split",
    "swap",
    "take_returned",
    "vouch",
]
