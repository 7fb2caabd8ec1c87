"""The one list of what can be done on the review screen, and with which keys.

Key line, help, palette, key card and the user's own keys are all made from it. Every action has a
control or function key beside its letter, because a Chinese input method swallows letters.
"""

from __future__ import annotations

from tui.actions.action import GROUPS, Action, Group, key_name
from tui.actions.pairs import ACTIONS
from tui.actions.terms import TERM_ACTIONS

__all__ = ["ACTIONS", "BY_NAME", "GROUPS", "TERM_ACTIONS", "Action", "Group", "key_name"]

BY_NAME = {action.name: action for action in (*ACTIONS, *TERM_ACTIONS)}
