"""`python -m aligner` is the command `duizhao`; both begin here.

Signals are heeded before anything else is imported, so that Ctrl-C in the first moment is no error.
"""

from __future__ import annotations

from aligner import signals


def run() -> None:
    """Run the command and exit."""
    try:
        signals.heed()
        from aligner.cli import main

        main(prog_name="duizhao")
    except KeyboardInterrupt as problem:  # before the command could say anything
        signals.leave(signals.exit_code(problem))
    except SystemExit as end:
        if end.code in signals.EXIT_CODES:
            signals.leave(int(end.code or 0))
        signals.finish()
        raise


if __name__ == "__main__":
    run()
