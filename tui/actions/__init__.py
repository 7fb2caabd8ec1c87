"""What can be done on the two screens, and with which keys: one table a screen.

Key line, help, palette, key card and the user's own keys are all made from them. Every action has a
control or function key beside its letter, because a Chinese input method swallows letters.
"""

from __future__ import annotations

from tui.action import Action, AnyAction
from tui.actions import decide, edit, find, navigate, program, returned, translating
from tui.actions.terms import TERM_ACTIONS
from tui.review import Review

__all__ = ["ACTIONS", "BY_NAME", "TABLES", "TERM_ACTIONS"]

ACTIONS: tuple[Action[Review], ...] = (
    *navigate.ACTIONS,
    *decide.ACTIONS,
    *edit.ACTIONS,
    *find.ACTIONS,
    *translating.ACTIONS,
    *returned.ACTIONS,
    *program.ACTIONS,
)
"""What can be done on the review screen."""
TABLES: tuple[tuple[AnyAction, ...], ...] = (ACTIONS, TERM_ACTIONS)
"""The tables of both screens; a key may mean something on each."""
BY_NAME: dict[str, AnyAction] = {action.name: action for table in TABLES for action in table}
