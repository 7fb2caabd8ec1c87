"""Every sentence that a person may be shown, found in the source: what the Chinese is asked for.

A sentence is what an error of the program is made of or what is said, and whatever else reads like
one. Its gaps are filled in every way that the source tells of.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from tests.commands import ROOT

SAID = frozenset(
    (
        "BadParameter",
        "ErrorMessage",
        "ImpossibleEdit",
        "ModelUnavailable",
        "NoOtherLanguage",
        "NoSuchColumn",
        "MissingTables",
        "UnknownFormat",
        "UnusableInput",
        "UnusableMemory",
        "UnwritableOutput",
        "UsageError",
        "_log",
        "_says",
        "say",
        "told",
    )
)
"""What a sentence is given to."""
OUR_OWN = frozenset(("ValueError", "TypeError", "IndexError", "AttributeError", "KeyError"))
"""Errors that say to a programmer what is wrong."""
HELP = frozenset(("help", "short_help", "epilog", "metavar"))
"""What click is told; other tests ask for its Chinese."""
GAP = "\0"
_FILLINGS = ("word", "7")
_SENTENCE = re.compile(r"(?:[^ ]+ ){2,}[^ ]+[.:?]|(?:Left out|Warning|Units): .+")
_APART = ast.Expr | ast.JoinedStr | ast.Assert | ast.Compare | ast.Subscript
"""What a text is no sentence in."""
_HAN = re.compile(r"[\u4e00-\u9fff]")
_WORDS = re.compile(r"[a-z]{2,}")


@dataclass(frozen=True, slots=True)
class Shown:
    """A sentence in the source, with \0 for gaps of which nothing is known."""

    place: str
    text: str

    def filled(self) -> Iterator[str]:
        """Yield the sentence with words and with figures in its gaps."""
        pieces = self.text.split(GAP)
        for filling in product(_FILLINGS, repeat=min(len(pieces) - 1, 6)):
            filling += ("word",) * (len(pieces) - 1 - len(filling))
            yield "".join(a + b for a, b in zip(pieces, (*filling, ""), strict=True))


def shown(source: str, place: str) -> list[Shown]:
    """Return the sentences of a module."""
    return list(_Finder(ast.parse(source), place).found())


def shown_in(*packages: str) -> list[Shown]:
    """Return the sentences of all modules of packages, but for those of tables."""
    return [
        one
        for package in packages
        for path in sorted((ROOT / package).rglob("*.py"))
        for one in shown(path.read_text(encoding="utf-8"), str(path.relative_to(ROOT)))
        if not _is_table(path)
    ]


def _is_table(path: Path) -> bool:
    return path.parent.name == "speaking" or path.name in ("texts.py",)


class _Finder:
    """Looks through a module."""

    def __init__(self, tree: ast.Module, place: str) -> None:
        self._tree = tree
        self._place = place
        self._parents = {
            child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)
        }
        self._constants = _assigned(tree.body)

    def found(self) -> Iterator[Shown]:
        """Yield what is shown, each text once."""
        seen: set[str] = set()
        for node in ast.walk(self._tree):
            if not isinstance(node, ast.Constant | ast.JoinedStr) or self._is_apart(node):
                continue
            for text in self._spelled(node, 0):
                words = _WORDS.findall(text.replace(GAP, " "))
                wanted = self._is_said(node) or _SENTENCE.fullmatch(text.replace(GAP, "x"))
                if wanted and words not in ([], ["duizhao"]) and " " in text and text not in seen:
                    seen.add(text)
                    yield Shown(f"{self._place}:{node.lineno}", text)

    def _is_apart(self, node: ast.expr) -> bool:
        """Whether a text is none that is shown as it stands: documentation, help, a part."""
        if isinstance(node, ast.Constant) and not isinstance(node.value, str):
            return True
        at: ast.AST = node
        while (above := self._parents.get(at)) is not None:
            if isinstance(above, _APART):
                return True
            if isinstance(above, ast.keyword) and above.arg in HELP:
                return True
            if isinstance(above, ast.Call) and at is not above.func:
                name = _name(above.func)
                return name in OUR_OWN or name in ("compile", "execute", "option", "argument")
            if isinstance(above, ast.Tuple) and self._is_in_both_languages(above):
                return True
            if isinstance(above, ast.stmt):
                return False
            at = above
        return False

    def _is_in_both_languages(self, around: ast.Tuple) -> bool:
        return any(_HAN.search(text) for one in around.elts for text in self._spelled(one, 0))

    def _is_said(self, node: ast.expr) -> bool:
        at: ast.AST = node
        while isinstance(above := self._parents.get(at), ast.IfExp | ast.BoolOp):
            at = above
        return isinstance(above, ast.Call) and at in above.args and _name(above.func) in SAID

    def _spelled(self, node: ast.expr, depth: int) -> list[str]:
        """Return every text that an expression may be; \0 alone where nobody knows."""
        if depth > 9:
            return [GAP]
        if isinstance(node, ast.Constant):
            return [str(node.value)]
        if isinstance(node, ast.JoinedStr):
            # What stands there twice is the same both times.
            gaps = {ast.dump(part): self._spelled(part, depth + 1) for part in node.values}
            chosen = (dict(zip(gaps, texts, strict=True)) for texts in product(*gaps.values()))
            return ["".join(one[ast.dump(part)] for part in node.values) for one in chosen]
        if isinstance(node, ast.FormattedValue):
            return self._quoted(node, self._spelled(node.value, depth + 1))
        if isinstance(node, ast.IfExp):
            return self._spelled(node.body, depth + 1) + self._spelled(node.orelse, depth + 1)
        if isinstance(node, ast.Call):
            return self._called(node, depth)
        if isinstance(node, ast.Name):
            return self._named(node, depth)
        if isinstance(node, ast.Subscript) and _name(node.value) in ("NAMES", "_SCRIPTS"):
            return ["Chinese", "English"] if _name(node.value) == "NAMES" else ["Traditional"]
        return [GAP]

    def _quoted(self, node: ast.FormattedValue, texts: list[str]) -> list[str]:
        return [f"'{text}'" if node.conversion == ord("r") else text for text in texts]

    def _called(self, node: ast.Call, depth: int) -> list[str]:
        if _name(node.func) == "counted":
            return [f"7 {noun}s" for noun in self._spelled(node.args[1], depth + 1)]
        return [GAP]

    def _named(self, node: ast.Name, depth: int) -> list[str]:
        at: ast.AST = node
        while not isinstance(at, ast.FunctionDef | ast.AsyncFunctionDef | ast.Module):
            at = self._parents[at]
        inside = _assigned(at.body) if isinstance(at, ast.FunctionDef) else {}
        values = inside.get(node.id) or self._constants.get(node.id, [])
        texts = [text for value in values for text in self._spelled(value, depth + 1)]
        return texts or [GAP]


def _assigned(body: list[ast.stmt]) -> dict[str, list[ast.expr]]:
    """Return what names are given in some statements, and in those inside them."""
    found: dict[str, list[ast.expr]] = {}
    for statement in body:
        for node in ast.walk(statement):
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                found.setdefault(node.targets[0].id, []).append(node.value)
    return found


def _name(node: ast.expr) -> str:
    return ast.unparse(node).split(".")[-1]
