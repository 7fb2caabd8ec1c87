"""The other end of `aligner.ahead`: reads and aligns an article, and answers with its bitext.

It ends with 1, and says nothing, where there is no article to align: what is to be reviewed is a
project, or units. An error is not told either; it comes up again where it can be.
"""

from __future__ import annotations

import gc
import json
import os
import pickle
import sys
from pathlib import Path

from aligner import signals
from aligner.ahead import Reading
from aligner.opening import align_for_review, holds_units, is_new


def main() -> None:
    """Align the article that the first argument names, and write its bitext to standard output."""
    signals.heed()
    gc.disable()  # all that is made is there to stay, and not for long
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints is no part of the answer
    names, project, options = json.loads(sys.argv[1])
    if options["chapters"] is not None:
        options["chapters"] = Path(options["chapters"])
    reading = Reading(**options)
    paths = [Path(name) for name in names]
    if not _is_article(paths, project and Path(project), reading):
        signals.leave(1)
    bitext, _ = align_for_review(paths, reading)
    pickle.dump(bitext, out, pickle.HIGHEST_PROTOCOL)
    out.close()
    signals.leave(0)


def _is_article(paths: list[Path], project: Path | None, reading: Reading) -> bool:
    first, *others = paths
    if not is_new(first, others[0] if others else None, project):
        return False
    return bool(others) or not holds_units(first, reading.zh_column, reading.en_column)
