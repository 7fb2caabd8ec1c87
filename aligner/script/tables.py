"""The door to OpenCC: its tables and its converters, opened when a function needs them.

There are two packages whose module is called `opencc`. Duizhao is made for and requires
opencc-python-reimplemented, which has its tables as text; OpenCC, a binding of the library in C++,
has them in a form of its own, and newer words in them. Whichever of the two answers to the name, in
one folder with the other or in front of it, the former is looked up by its files.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING

from aligner.errors import DuizhaoError

if TYPE_CHECKING:
    from opencc import OpenCC

_PACKAGE = "opencc-python-reimplemented"
_MODULE = "opencc_python"
"""What its module is called here, where `opencc` may be the other one."""


class MissingTables(DuizhaoError):
    """The tables of OpenCC are not installed."""


@cache
def converter(conversion: str) -> OpenCC:
    """Return OpenCC's converter of a name such as `s2twp`; raises MissingTables."""
    module = sys.modules.get(_MODULE)
    if module is None:
        spec = spec_from_file_location(_MODULE, _folder() / "opencc.py")
        assert spec
        assert spec.loader
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
        sys.modules[_MODULE] = module
    found: OpenCC = module.OpenCC(conversion)
    return found


def rows(table: str) -> list[list[str]]:
    """Return the rows of one of OpenCC's tables: a character or word, then what it becomes.

    Raises MissingTables.
    """
    text = (_folder() / "dictionary" / table).read_text(encoding="utf-8")
    return [row for line in text.splitlines() if (row := line.split())]


@cache
def _folder() -> Path:
    """Return where the package lies, whichever other one is called `opencc` too."""
    for folder in (Path(entry) / "opencc" for entry in sys.path):
        if (folder / "opencc.py").is_file() and (folder / "dictionary").is_dir():
            return folder
    raise MissingTables(
        f"The tables of Traditional and Simplified Chinese are missing. Install {_PACKAGE} again "
        f"(pip install --force-reinstall {_PACKAGE}); the package OpenCC cannot stand in for it."
    )
