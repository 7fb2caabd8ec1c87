"""Subcommands that are imported when they are asked for: a screen need not wait for all of them."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping, Sequence
from importlib import import_module

import click


class CommandsOnDemand(MutableMapping[str, click.Command]):
    """Commands by their names, each the value of that name in the module of that name.

    Asking which commands there are imports none.
    """

    def __init__(self, package: str, names: Sequence[str]) -> None:
        """Take the package with a module for each of the names."""
        self._package = package
        self._found: dict[str, click.Command | None] = dict.fromkeys(names)

    def __getitem__(self, name: str) -> click.Command:
        found = self._found[name]
        if found is None:
            found = getattr(import_module(f"{self._package}.{name}"), name)
            assert isinstance(found, click.Command)
            self._found[name] = found
        return found

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._found[name] = command

    def __delitem__(self, name: str) -> None:
        del self._found[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def __contains__(self, name: object) -> bool:
        return name in self._found
