"""Whether the hub of models can be reached, asked before anything heavy is loaded for it.

The hub's own library tries every file of a model again and again, for minutes; who works without a
network is told in seconds. Nothing is fetched here, and no name of a model is sent.
"""

from __future__ import annotations

import os
from threading import Thread

from aligner.errors import ModelUnavailable

_PATIENCE = 6.0
"""Seconds to wait for an answer, looking up the address included."""


def refuse_unreachable(name: str) -> None:
    """Raise ModelUnavailable for a model that is not on this machine, if it cannot be fetched."""
    if os.environ.get("HF_HUB_OFFLINE", "").upper() in ("1", "ON", "YES", "TRUE"):
        reason = "HF_HUB_OFFLINE forbids fetching it"
    elif not _answers(hub := os.environ.get("HF_ENDPOINT") or "https://huggingface.co"):
        reason = f"{hub} cannot be reached to fetch it"
    else:
        return
    raise ModelUnavailable(
        f"The model {name!r} is not on this machine, and {reason}. Give the folder of a saved "
        "model, or leave out --model to use the built-in one."
    )


def _answers(hub: str) -> bool:
    """Whether a server says anything at all; whom it is and what it wants, the hub's library asks.

    In a thread, since nothing else limits how long a name is looked up.
    """
    answers: list[bool] = []
    asking = Thread(target=lambda: answers.append(_asked(hub)), daemon=True)
    asking.start()
    asking.join(_PATIENCE)
    return any(answers)


def _asked(hub: str) -> bool:
    from http.client import HTTPException
    from ssl import SSLCertVerificationError
    from urllib.error import HTTPError, URLError
    from urllib.request import Request, build_opener

    try:
        build_opener().open(Request(hub, method="HEAD"), timeout=_PATIENCE).close()
    except HTTPError:
        return True
    except URLError as problem:
        # Whose certificates count, the hub's library may be told by variables of its own.
        return isinstance(problem.reason, SSLCertVerificationError)
    except (OSError, HTTPException, ValueError):
        return False
    return True
