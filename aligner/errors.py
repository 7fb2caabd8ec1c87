"""The errors that a translator may meet, each with a sentence that says what to do.

Code raises them at the edge, where the cause is known; they are shown in one place (the command:
standard error and an exit code; the screen: a notice). Anything else that escapes is a bug.
"""

from __future__ import annotations


class DuizhaoError(Exception):
    """Base of every expected failure; its message is a sentence for the translator."""

    exit_code = 1
    """What the command exits with."""


class UnusableInput(DuizhaoError):
    """A file that cannot be read as text, or holds nothing to align."""


class NoText(UnusableInput):
    """A document without any text, such as pictures of pages."""


class NoOtherLanguage(UnusableInput):
    """An article that holds one of the two languages only."""


class UnwritableOutput(DuizhaoError):
    """A file that could not be written; what stood there before is still there."""


class UnknownFormat(DuizhaoError):
    """An output path whose extension names no format that can be written."""

    exit_code = 2


class ImpossibleEdit(DuizhaoError):
    """An edit that has nothing to work on, such as moving a sentence above the first pair."""


class ModelUnavailable(DuizhaoError):
    """An embedding model that cannot be had or does not fit."""

    exit_code = 3
