"""`python -m aligner` is the command `duizhao`; both begin here.

Signals are heeded before anything else is imported, so that Ctrl-C in the first moment is no error.
"""

from __future__ import annotations

import sys

from aligner import signals


def run() -> None:
    """Run the command and exit."""
    try:
        signals.heed()
        from aligner.cli import main

        main(prog_name="duizhao")
    except KeyboardInterrupt as problem:  # before the command could say anything
        sys.exit(signals.exit_code(problem))
    finally:
        signals.finish()


if __name__ == "__main__":
    run()
