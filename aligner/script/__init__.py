"""Which writing a text is in: Chinese or Latin, and of Chinese, Traditional or Simplified.

The only door to OpenCC, which is opened when a function needs its tables. Telling and comparing
look at single characters; converting looks at words, as OpenCC does.
"""

from __future__ import annotations

from aligner.script.detection import Script, detect_script
from aligner.script.letters import HAN, LATIN, han_share, is_han, language_of, weigh
from aligner.script.regions import Region, to_region
from aligner.script.variants import in_one_form, in_one_script, written_as

__all__ = [
    "HAN",
    "LATIN",
    "Region",
    "Script",
    "detect_script",
    "han_share",
    "in_one_form",
    "in_one_script",
    "is_han",
    "language_of",
    "to_region",
    "weigh",
    "written_as",
]
