"""What a translator has said of a unit, in the states of both generations of XLIFF and of tools."""

from __future__ import annotations

from aligner.bitext import Status
from aligner.formats.status import status_of

OWN = "duizhao:"
"""Begins the sub-states that are ours."""
STATES_1: dict[Status, str] = {
    "proposed": "translated",
    "review": "needs-review-translation",
    "edited": "signed-off",
    "confirmed": "final",
    "excluded": "x-excluded",
}
STATES_2: dict[Status, tuple[str, str]] = {
    "proposed": ("translated", ""),
    "review": ("translated", f"{OWN}review"),
    "edited": ("reviewed", ""),
    "confirmed": ("final", ""),
    "excluded": ("initial", f"{OWN}excluded"),
}
"""State and sub-state."""

_READ: dict[str, Status] = {
    **{state: status for status, state in STATES_1.items()},
    "needs-l10n": "review",
    "needs-adaptation": "review",
    "needs-review-l10n": "review",
    "needs-review-adaptation": "review",
    "needs-translation": "review",
    "reviewed": "edited",
    # Trados, in <sdl:seg conf="...">
    "approvedtranslation": "confirmed",
    "approvedsignoff": "confirmed",
    "rejectedtranslation": "review",
    "rejectedsignoff": "review",
    # memoQ, in mq:status
    "manuallyconfirmed": "confirmed",
    "proofread": "confirmed",
    "rejected": "review",
}


def status_of_state(state: str, substate: str = "") -> Status:
    """Read a state; one that says nothing here is as if nobody had said anything."""
    if substate.startswith(OWN) and (own := status_of(substate.removeprefix(OWN))):
        return own
    return _READ.get(state.lower(), "proposed")
