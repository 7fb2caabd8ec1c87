"""`duizhao rules`: rules of a translator's own, tested by their examples; the ready ones shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from aligner.cli.exits import EXIT_CODES, FOUND, print_lines
from aligner.cli.saying import say
from aligner.speaking import told

if TYPE_CHECKING:
    from aligner.rules import Failure, RuleSet

_REASONS = {
    "silent": "The example breaks the rule, but the rule finds nothing",
    "speaks": "The example keeps the rule, but the rule finds something",
    "elsewhere": "The rule finds something else in the example than what is marked",
}
"""How an example fails, by its reason."""


@click.group(epilog=EXIT_CODES, short_help="Rules of your own for `duizhao check`.")
def rules() -> None:
    """Test rules of your own, and show those that come along.

    A file of rules says which words and patterns a client forbids or asks for, on either side.
    `duizhao check --rules FILE` looks for what breaks them.

    \b
    Examples:
      duizhao rules show taiwan > mine.toml
      duizhao rules test mine.toml
      duizhao check memory.tmx --rules mine.toml
    """


@rules.command(epilog=EXIT_CODES, short_help="Test rules by the examples that they carry.")
@click.argument("names", metavar="FILES", nargs=-1, required=True)
@click.pass_context
def test(context: click.Context, names: tuple[str, ...]) -> None:
    """Test the rules of FILES by their own examples; a ready house style goes by its name.

    Each rule has to find something in an example that breaks it, where it is marked there and
    nowhere else, and nothing in one that keeps it. Rules without an example are counted.

    \b
    Examples:
      duizhao rules test mine.toml
      duizhao rules test taiwan mainland hong-kong
    """
    from aligner.rules import failures_of, open_rules

    has_failed = False
    for name in names:
        rule_set = open_rules(name)
        failures = [failure for rule in rule_set.rules for failure in failures_of(rule)]
        print_lines((line for one in failures for line in _lines(one)), colour=False)
        say(_summary(name, rule_set, len(failures)))
        has_failed = has_failed or bool(failures)
    if has_failed:
        context.exit(FOUND)


@rules.command(epilog=EXIT_CODES, short_help="Print a ready house style, to be changed.")
@click.argument("name", metavar="STYLE")
def show(name: str) -> None:
    """Print the rules of STYLE: taiwan, mainland or hong-kong.

    \b
    Examples:
      duizhao rules show taiwan > mine.toml
    """
    from aligner.rules import STYLES, style_text

    if name not in STYLES:
        raise click.BadParameter(f"{name!r} is not one of {', '.join(STYLES)}.", param_hint="STYLE")
    print_lines(style_text(name).splitlines(), colour=False)


def _summary(name: str, rule_set: RuleSet, failed: int) -> str:
    examples = sum(len(rule.examples) for rule in rule_set.rules)
    bare = sum(not rule.examples for rule in rule_set.rules)
    return told(
        f"{name}: rules: {len(rule_set.rules):,}, without an example: {bare:,}. "
        f"Examples: {examples:,}, failed: {failed:,}."
    )


def _lines(failure: Failure) -> Iterator[str]:
    """Yield what is said of an example that fails, and its texts."""
    from aligner.cells import drawable

    yield f"{failure.rule.name}  {told(_REASONS[failure.reason])}{told(': ')}"
    for text in (failure.example.zh, failure.example.en):
        yield drawable(f"    {text}")
