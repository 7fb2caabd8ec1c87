"""What the program says, in the language that was asked for: English, or Chinese in either script.

Sentences are made in English where their cause is known, deep in the rooms, and looked up by it
here, with whatever stands in their gaps, as gettext does by its message. The Chinese is written by
the usage of Taiwan; `mainland` says the same by that of the mainland. What has no Chinese is said
in English. The tables are opened with the first Chinese sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.lazy import lazy_names
from aligner.speaking.telling import in_script, said_in, speak, spoken, told

if TYPE_CHECKING:
    from aligner.speaking.help_texts import COMMANDS, EXIT_CODES
    from aligner.speaking.option_texts import DEFAULTS

__all__ = [
    "COMMANDS",
    "DEFAULTS",
    "EXIT_CODES",
    "in_script",
    "said_in",
    "speak",
    "spoken",
    "told",
]
__getattr__ = lazy_names(
    __name__,
    dict.fromkeys(("COMMANDS", "EXIT_CODES"), "help_texts") | {"DEFAULTS": "option_texts"},
)
