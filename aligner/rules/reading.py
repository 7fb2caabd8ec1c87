"""A file of rules, read strictly: a slip in it would keep a rule from ever speaking.

Whatever is not understood is refused with the name of the rule and what is wrong.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from aligner.article import Language
from aligner.errors import UnusableInput
from aligner.files import load
from aligner.rules.rule import SEVERITIES, Example, Rule, RuleSet, Searches
from aligner.rules.search import Search, search_for

_MOST_BYTES = 1024 * 1024
_MOST_RULES = 1000
_LONGEST_MESSAGE = 500
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_RULE = ("name", "severity", "message", "when", "forbid", "require", "breaks", "keeps")
"""What a rule may say."""
_Table = Mapping[str, object]


def read_rules(path: Path) -> RuleSet:
    """Return the rules of a file of TOML; raises `UnusableInput`."""
    return rules_of_text(load(path, _MOST_BYTES), str(path))


def rules_of_text(content: bytes, origin: str) -> RuleSet:
    """Return the rules of TOML in UTF-8; `origin` is what errors call it."""
    try:
        table: _Table = tomllib.loads(content.decode("utf-8-sig"))
        _refuse_others(table, ("title", "rule"))
        title = _text(table, "title") if "title" in table else origin
        listed = _tables(table, "rule")
        if not listed:
            raise ValueError("it has no [[rule]]")
        if len(listed) > _MOST_RULES:
            raise ValueError(f"it has more than {_MOST_RULES:,} rules")
    except UnicodeDecodeError:
        raise UnusableInput(f"{origin} is no file of rules: it is not UTF-8.") from None
    except RecursionError:
        raise UnusableInput(f"{origin} is no file of rules: too many brackets.") from None
    except ValueError as problem:
        raise UnusableInput(f"{origin} is no file of rules: {problem}.") from None
    rules: dict[str, Rule] = {}
    for number, one in enumerate(listed, 1):
        name = one.get("name", number)
        try:
            rule = _rule(one)
            if rule.name in rules:
                raise ValueError("another rule has this name")
        except ValueError as problem:
            raise UnusableInput(f"{origin}, rule {name}: {problem}.") from None
        rules[rule.name] = rule
    return RuleSet(title, tuple(rules.values()))


def _rule(table: _Table) -> Rule:
    """Return a rule; ValueError with what is wrong, as all that follow."""
    _refuse_others(table, _RULE)
    name = _text(table, "name")
    if not _NAME.fullmatch(name):
        raise ValueError("a name is made of small letters, figures and hyphens, 40 at most")
    severity = next((one for one in SEVERITIES if one == table.get("severity", "warning")), None)
    if severity is None:
        raise ValueError("severity is to be error, warning or note")
    message = _table(table, "message")
    _refuse_others(message, ("en", "zh"))
    when, forbidden, required = (_searches(table, key) for key in ("when", "forbid", "require"))
    if not forbidden and not required:
        raise ValueError("it has neither forbid nor require")
    if required and not when:
        raise ValueError("require needs when, which says of which pairs")
    return Rule(
        name,
        severity,
        _message(message, "en"),
        _message(message, "zh"),
        when,
        forbidden,
        required,
        (*_examples(table, "breaks"), *_examples(table, "keeps")),
    )


def _message(table: _Table, language: str) -> str:
    text = " ".join(_text(table, language).split())
    if len(text) > _LONGEST_MESSAGE:
        raise ValueError(f"a message has more than {_LONGEST_MESSAGE} characters")
    return text


def _searches(table: _Table, key: str) -> Searches:
    """Return what is looked for on each side under a key."""
    if key not in table:
        return {}
    sides = _table(table, key)
    _refuse_others(sides, ("zh", "en"))
    if not sides:
        raise ValueError(f"{key} needs a side, zh or en")
    return {cast(Language, side): _search(sides, side) for side in sides}


def _search(sides: _Table, side: str) -> Search:
    """Return what is looked for: a list of words, or a table with words, pattern and except."""
    if isinstance(sides[side], list):
        return search_for(_words(sides, side), "", ())
    table = _table(sides, side)
    _refuse_others(table, ("words", "pattern", "except"))
    words = _words(table, "words") if "words" in table else []
    pattern = _text(table, "pattern") if "pattern" in table else ""
    if not words and not pattern:
        raise ValueError(f"{side} needs words or a pattern")
    return search_for(words, pattern, _words(table, "except") if "except" in table else ())


def _examples(table: _Table, key: str) -> list[Example]:
    examples = []
    for one in _tables(table, key):
        _refuse_others(one, ("zh", "en"))
        examples.append(Example(_text(one, "zh"), _text(one, "en"), key == "breaks"))
    return examples


def _refuse_others(table: _Table, known: tuple[str, ...]) -> None:
    for key in table:
        if key not in known:
            raise ValueError(f"{key!r} is not known here (known: {', '.join(known)})")


def _text(table: _Table, key: str) -> str:
    text = table.get(key)
    if not isinstance(text, str) or not text.strip():
        raise ValueError(f"{key} is to be a text")
    return text


def _words(table: _Table, key: str) -> list[str]:
    words = table[key]
    if not isinstance(words, list) or not words:
        raise ValueError(f"{key} is to be a list of words")
    if not all(isinstance(word, str) and word.strip() for word in words):
        raise ValueError(f"{key} is to be a list of words")
    return [str(word).strip() for word in words]


def _table(table: _Table, key: str) -> _Table:
    inner = table.get(key)
    if not isinstance(inner, dict):
        raise ValueError(f"{key} is to be a table")
    return inner


def _tables(table: _Table, key: str) -> list[_Table]:
    tables = table.get(key, [])
    if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
        raise ValueError(f"{key} is to be a list of tables")
    return tables
