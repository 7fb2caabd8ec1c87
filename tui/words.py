"""What the screen says, in English and in Chinese of either script, from the table of texts.

The Chinese of the table, which is Taiwan's, is said as on the mainland where that is asked for; so
are sentences of the rooms below, which come in English.
"""

from __future__ import annotations

from typing import Literal

from aligner.speaking import said_in, told
from aligner.wording import noun_for, ui_language
from tui.action import GROUPS, AnyAction, Group
from tui.texts import TEXTS

ScreenLanguage = Literal["en", "zh-Hant", "zh-Hans"]


class _Counted(int):
    """A number of which a text may ask for the noun, too: `{count:pair}`."""

    def __format__(self, noun: str) -> str:
        return f"{int(self)} {noun_for(self, noun)}" if noun else str(int(self))


class Words:
    """The screen's language."""

    def __init__(self, language: ScreenLanguage) -> None:
        self.language = language

    def __call__(self, text: str, /, **values: object) -> str:
        """Return a text by its name in the table, with the values filled in."""
        return self._of(TEXTS[text]).format(
            **{name: _Counted(v) if isinstance(v, int) else v for name, v in values.items()}
        )

    @property
    def language_of_checks(self) -> Literal["en", "zh", "zh-Hant"]:
        """The same language, as the checks call it."""
        return "zh" if self.language == "zh-Hans" else self.language

    def told(self, *english: str) -> str:
        """Return sentences that rooms below have made, in the language of the screen."""
        found = (told(one, self.language_of_checks) for one in english if one)
        return (" " if self.language == "en" else "").join(found)

    def label(self, action: AnyAction) -> str:
        """Return the short name of an action."""
        return self._of(action.label)

    def help(self, action: AnyAction) -> str:
        """Return what an action does."""
        return self._of(action.help)

    def group(self, group: Group) -> str:
        """Return the name of a group of actions."""
        return self._of(GROUPS[group])

    def _of(self, both: tuple[str, str]) -> str:
        return both[0] if self.language == "en" else said_in(self.language_of_checks, both[1])


def ui_language_for(wanted: str | None) -> ScreenLanguage:
    """Return the language for `--lang`, or for the locale where nothing was asked for."""
    language = ui_language(wanted)
    return "zh-Hans" if language == "zh" else language
