"""Names that a room offers at its front door without opening the room: PEP 562, in one place.

A package says which of its modules holds which name; the module is imported when the name is first
asked for. So that importing a room costs nothing that its caller does not use.
"""

from __future__ import annotations

import sys
from importlib import import_module

TYPE_CHECKING = False  # what the whole package begins with does not wait for `typing`
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def lazy_names(package: str, modules: Mapping[str, str]) -> Callable[[str], object]:
    """Return the `__getattr__` of a package.

    `modules` maps each name to the module of the package that defines it. Those names are imported
    under `TYPE_CHECKING` too, and this is assigned where that is false: the type checker would take
    any name for one that is there. Raises AttributeError for any other name.
    """

    def getattr_of_package(name: str) -> object:
        if name not in modules:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        found: object = getattr(import_module(f"{package}.{modules[name]}"), name)
        setattr(sys.modules[package], name, found)
        return found

    return getattr_of_package
