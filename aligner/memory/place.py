"""Where the personal memory is kept: in the platform's folder for data, which no cleaner empties.

Owns that decision alone; nothing is made or opened here. `DUIZHAO_DATA` names another folder.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

FILE = "memory.sqlite3"


def data_folder() -> Path:
    """Return the folder that `DUIZHAO_DATA` names, or else the platform's.

    Raises RuntimeError where there is no home to put it in.
    """
    chosen = os.environ.get("DUIZHAO_DATA", "")
    if chosen.strip():
        return Path(chosen).expanduser()
    if sys.platform == "win32":
        variable, usual = "LOCALAPPDATA", "~/AppData/Local"
    elif sys.platform == "darwin":
        variable, usual = "XDG_DATA_HOME", "~/Library/Application Support"
    else:
        variable, usual = "XDG_DATA_HOME", "~/.local/share"
    return Path(os.environ.get(variable) or usual).expanduser() / "duizhao"


def memory_path() -> Path:
    """Return the path of the personal memory, whether or not it is there yet."""
    return data_folder() / FILE
