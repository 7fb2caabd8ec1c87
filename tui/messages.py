"""What workers tell the screen; each belongs to the state it was worked out for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:  # opened when they are needed: the first row is not to wait for them
    from aligner.alignment import Bead
    from aligner.assistance import Assistance, WordsDone
    from aligner.bitext import Bitext, Pair
    from aligner.checks import Finding, Look
    from aligner.explain import Alternative, Explanation, TokenMatch
    from aligner.opening import OpenedProject
    from aligner.renewing import Renewal
    from aligner.term import Term
    from aligner.terms import Entry, Rendering, TextPair
    from tui.term_session import FilePlace


@dataclass
class Loaded(Message):
    """All pairs have been read."""


@dataclass
class UsualWarningsFound(Message):
    """Which warnings nearly every pair would have."""

    codes: frozenset[str]


@dataclass
class Surveyed(Message):
    """Some pairs have been checked."""

    bitext: Bitext
    """The state they were checked in."""
    look: Look


@dataclass
class UnlikeFound(Message):
    """All pairs have been compared with one another."""

    bitext: Bitext
    """The state they were compared in."""
    found: Mapping[int, Sequence[Finding]]
    """How pairs are at odds with others, by position."""


@dataclass
class Counted(Message):
    """The places where something stands that is searched for have been counted."""

    bitext: Bitext
    """The state they were counted in."""
    query: str
    places: Sequence[int]
    """Positions of the pairs with it, in order."""


@dataclass
class Explained(Message):
    """What can be said of a pair."""

    pair: Pair
    pairs: Sequence[Pair]
    """All pairs as they were; what is told of neighbours holds for these."""
    explanation: Explanation
    matches: Sequence[TokenMatch]
    is_unit: bool = False
    """Whether it is a unit of a memory, so that its place is no evidence."""
    alternative: Alternative | None = None
    """How else it and its neighbours could be paired, where it is doubted."""
    finding: Finding | None = None
    """What speaks against a unit of a memory, judged among those around it."""


@dataclass
class Assisted(Message):
    """What there is that helps to translate a pair."""

    pair: Pair
    assistance: Assistance


@dataclass
class WordsCounted(Message):
    """How many words of a bitext are translated."""

    bitext: Bitext
    """The state that was counted."""
    done: WordsDone


@dataclass
class WorkProgress(Message):
    """Long work has got this far."""

    text: str

    def can_replace(self, message: Message) -> bool:
        """Let only the latest one be shown."""
        return isinstance(message, WorkProgress)


@dataclass
class Aligned(Message):
    """The rest has been aligned again."""

    bitext: Bitext
    """The state it was aligned for."""
    beads: Sequence[Bead]


@dataclass
class Compared(Message):
    """The new version of the article has been compared with the project."""

    bitext: Bitext
    """The state it was compared with."""
    renewal: Renewal


@dataclass
class PairsExported(Message):
    """Pairs have been written to a file."""

    path: str
    count: int
    dropped: Sequence[tuple[int, Sequence[str]]] = ()
    """Tags that had no place in an edited text, by the number of the unit in the file."""
    turned: int = 0
    """Units that were translated the other way round."""


@dataclass
class Mined(Message):
    """Terms have been found in the pairs."""

    entries: Sequence[Entry]


@dataclass
class ProjectOpened(Message):
    """A project has been opened, to be shown at one of its pairs."""

    opened: OpenedProject
    place: FilePlace


@dataclass
class RenderingsFound(Message):
    """How a term is rendered has been found."""

    term: Term
    pairs: Sequence[TextPair]
    """Those that were looked through."""
    renderings: Sequence[Rendering]
    chosen: int | None = None
    """The pair to begin at, by its number among those."""


@dataclass
class Failed(Message):
    """Work could not be done; the sentence says why."""

    sentence: str
