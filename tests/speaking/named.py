"""Short names that are shown beside a count or in brackets, found in the source.

What a text is that no pair has (a label), what a document holds and does not show, why a
translation is left alone, and the stages of long work.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.commands import ROOT

_LABELLED = ("label", "_LABEL", "CREDIT", "SOUND", "NAVIGATION", "CONTENTS", "REMARK", "READING")
_WHY = ("with ", "without a cell", "in a row with", "confirmed or")
_STAGED = ("progress", "_progress", "_told", "meter")


def trees(*rooms: str) -> Iterator[ast.Module]:
    """Yield the modules of rooms."""
    for room in rooms:
        for path in sorted((ROOT / "aligner" / room).rglob("*.py")):
            yield ast.parse(Path(path).read_text(encoding="utf-8"))


def labels() -> set[str]:
    """Return what `label` is given: by keyword, by a constant's name, or by a function for it."""
    found: set[str] = set()
    for tree in trees("formats", "reading"):
        constants = _constants(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.keyword) and node.arg == "label":
                found |= _texts(node.value, constants)
    reading = ast.parse((ROOT / "aligner/reading/boilerplate.py").read_text(encoding="utf-8"))
    for node in ast.walk(reading):
        if isinstance(node, ast.Return) and node.value is not None:
            found |= _texts(node.value, {})
    return {text for text in found if text}


def held_back() -> set[str]:
    """Return what is counted of a document and not shown."""
    found: set[str] = set()
    for tree in trees("formats"):
        for node in ast.walk(tree):
            if isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith("left_out"):
                found |= _texts(node.slice, {})
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("_drop"):
                found |= _texts(node.args[0], {})
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "left_out":
                found |= {
                    text
                    for one in ast.walk(node.value)
                    if isinstance(one, ast.Dict)
                    for key in one.keys
                    if key is not None
                    for text in _texts(key, {})
                }
    return found


def reasons_to_leave() -> set[str]:
    """Return why a translation is left alone."""
    return {
        node.value
        for tree in trees("formats")
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if node.value.startswith(_WHY) and len(node.value) < 50 and not node.value.endswith(".")
    }


def stages() -> set[str]:
    """Return what work says that it does."""
    found: set[str] = set()
    for tree in trees("."):
        constants = _constants(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in _STAGED:
                for argument in node.args[:2]:
                    found |= _texts(argument, constants)
    return {text for text in found if text}


def _constants(tree: ast.Module) -> dict[str, str]:
    return {
        ast.unparse(node.targets[0]): node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        if isinstance(node.value.value, str)
    }


def _texts(node: ast.expr, constants: dict[str, str]) -> set[str]:
    if isinstance(node, ast.IfExp):
        return _texts(node.body, constants) | _texts(node.orelse, constants)
    if isinstance(node, ast.BoolOp):
        return {text for one in node.values for text in _texts(one, constants)}
    if isinstance(node, ast.Name) and node.id in constants:
        return {constants[node.id]}
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return {node.value}
    return set()
