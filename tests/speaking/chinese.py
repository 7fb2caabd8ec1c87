"""Every Chinese text of the program, wherever its table stands."""

from __future__ import annotations

from collections.abc import Iterator

from aligner.checks.wording import _DESCRIPTIONS, _SENTENCES
from aligner.cli.help_pages import _HEADINGS, _PLACES
from aligner.formats import ISSUE_CODES, MENDED
from aligner.formats.tmx import wording as tmx
from aligner.settings import KNOWN
from aligner.speaking import COMMANDS, DEFAULTS, EXIT_CODES
from aligner.speaking.catalogue import tables
from tui import ACTIONS, GROUPS, TERM_ACTIONS, AnyAction
from tui.texts import TEXTS


def chinese_texts() -> Iterator[str]:
    """Yield them as they are written, by the usage of Taiwan."""
    for table in tables():
        yield from table.values()
    yield from (text for both in COMMANDS.values() for text in both)
    yield from (EXIT_CODES, *DEFAULTS.values(), *_HEADINGS.values(), *_PLACES.values(), "預設：")
    yield from (both[1] for both in TEXTS.values())
    actions: list[AnyAction] = [*ACTIONS, *TERM_ACTIONS]
    for action in actions:
        yield from (action.label[1], action.help[1])
    yield from (both[1] for both in GROUPS.values())
    for told in (_DESCRIPTIONS, _SENTENCES, ISSUE_CODES, MENDED, tmx._SENTENCES):
        yield from (both[1] for both in told.values())
    yield from (setting.comment[1] for setting in KNOWN)
