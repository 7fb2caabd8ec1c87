"""What breaks rules in a pair, as findings like those of the checks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aligner.article import Language
from aligner.checks import Finding, Span, shown
from aligner.rules.rule import Rule

_SIDES: tuple[Language, ...] = ("zh", "en")


def findings_by_rules(rules: Iterable[Rule], zh: str, en: str) -> Iterator[Finding]:
    """Yield what breaks rules in a pair, rule by rule; a pair without a text breaks none.

    The code is `rule-` with the severity; the values are the name of the rule and what it says, in
    English and in Chinese.
    """
    if not zh.strip() or not en.strip():
        return
    texts: dict[Language, str] = {"zh": zh, "en": en}
    for rule in rules:
        yield from _breaches(rule, texts)


def _breaches(rule: Rule, texts: dict[Language, str]) -> Iterator[Finding]:
    cause: dict[Language, Span] = {}
    for side, search in rule.when.items():
        place = search.first(texts[side])
        if place is None:
            return
        cause[side] = place
    for side in _SIDES:
        if side in rule.forbidden:
            for place in rule.forbidden[side].places(texts[side]):
                yield _finding(rule, side, {**cause, side: place}, texts[side][slice(*place)])
        if side in rule.required and rule.required[side].first(texts[side]) is None:
            because = next(texts[one][slice(*place)] for one, place in cause.items())
            yield _finding(rule, side, cause, because)


def _finding(rule: Rule, side: Language, places: dict[Language, Span], found: str) -> Finding:
    said = (text.replace("{found}", shown(found)) for text in (rule.english, rule.chinese))
    return Finding(
        f"rule-{rule.severity}", side, places.get("zh"), places.get("en"), (rule.name, *said)
    )
