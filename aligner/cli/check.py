"""`duizhao check`: what is wrong in a translation memory, and a file in which it is mended.

Findings go to standard output, a line each, as they are found, or to reports; counts go to
standard error.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aligner.cli.check_reports import check_reports, gathered_in, write_reports
from aligner.cli.exits import EXIT_CODES, FOUND, print_lines
from aligner.cli.languages import LANGUAGES
from aligner.cli.options import column_options, salvage_option, with_ending
from aligner.cli.paths import FILE, INPUT, refuse_pipe
from aligner.cli.projects import is_project, tell, units_of_any
from aligner.cli.saying import say
from aligner.speaking import said_in, told
from aligner.wording import ui_language

if TYPE_CHECKING:
    from aligner.check_report import Gathering, Report
    from aligner.checks import Consistency, Finding, Judge, Judgement
    from aligner.formats import Issue, Mender, ToolName
    from aligner.rules import Rule
    from aligner.unit import Unit
    from aligner.wording import UiLanguage


def _list_codes(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    """Print the codes and leave."""
    if not wanted or context.resilient_parsing:
        return
    lang = ui_language(context.params.get("lang"))
    print_lines((f"{code:<13} {words}" for code, words in _codes(lang).items()), colour=False)
    context.exit()


def _opened_rules(
    context: click.Context, _: click.Parameter, names: tuple[str, ...]
) -> tuple[Rule, ...]:
    """Return the rules of all files that are named."""
    if not names or context.resilient_parsing:
        return ()
    from aligner.rules import open_rules

    return tuple(rule for name in names for rule in open_rules(name).rules)


def _known_codes(
    context: click.Context, option: click.Parameter, codes: tuple[str, ...]
) -> frozenset[str]:
    """Refuse what is neither a code of a finding nor the name of a rule."""
    rules = {rule.name for rule in context.params.get("rules", ())}
    if unknown := [code for code in codes if code not in rules and code not in _codes("en")]:
        raise click.BadParameter(f"{unknown[0]!r} is no code; --codes lists them.", param=option)
    return frozenset(codes)


@click.command(epilog=EXIT_CODES, short_help="Check a translation memory, and mend it.")
@click.argument("file", type=INPUT)
@click.option(
    "--for",
    "tool",
    type=click.Choice(["omegat", "trados", "memoq", "phrase", "weblate"]),
    help="Check for the codes that this tool knows, and mend for it.",
)
@click.option(
    "--fix",
    "target",
    type=FILE,
    metavar="OUT",
    help="Write what can be mended without a translator to a new file.",
)
@click.option(
    "--rules",
    multiple=True,
    is_eager=True,  # --silence takes the names of rules
    callback=_opened_rules,
    metavar="RULES",
    help="Look for what breaks these rules: a file of yours, or taiwan, mainland or hong-kong; "
    "may be given more than once.",
)
@click.option(
    "-o",
    "--output",
    "outputs",
    type=FILE,
    multiple=True,
    metavar="REPORT",
    help="Write the findings to a report (.html, .xlsx, .json, or .xml for JUnit) and not to "
    "standard output; may be given more than once.",
)
@click.option(
    "--accepted",
    "accepted_in",
    type=INPUT,
    metavar="REPORT",
    help="Do not count findings for which this report (.xlsx, .json) has a reason.",
)
@click.option(
    "--silence",
    "silenced",
    multiple=True,
    callback=_known_codes,
    metavar="CODE",
    help="Say nothing of this; may be given more than once.",
)
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    is_eager=True,
    help="Language of the sentences.  [default: by the locale]",
)
@click.option(
    "--codes",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_list_codes,
    help="List the codes and what they stand for.",
)
@salvage_option
@column_options
@click.pass_context
def check(
    context: click.Context,
    file: Path,
    tool: ToolName | None,
    target: Path | None,
    rules: tuple[Rule, ...],
    outputs: tuple[Path, ...],
    accepted_in: Path | None,
    silenced: frozenset[str],
    lang: str | None,
    salvage: bool,
    zh_column: str | None,
    en_column: str | None,
) -> None:
    """Check FILE: a TMX by the rules of TMX, and in any memory, table or project what pairs say.

    Numbers, names, languages, lengths, brackets, quotation marks, spaces and widths are compared,
    each pair by itself, and texts that were translated in two ways. The built-in model is asked
    whether both texts say the same. Every finding has a code, which --silence takes, and the number
    of its unit or the line of the file.

    --fix removes control characters, white space at the ends and spaces between Chinese characters,
    puts exchanged languages back and leaves out units that lack a text or stand there twice. FILE
    itself is never changed.

    A report shows each finding with its texts and its place marked. Write why one may stay into its
    column of reasons, and give it with --accepted: the finding is listed, and no longer counted.

    \b
    Examples:
      duizhao check memory.tmx
      duizhao check memory.tmx --silence width --silence two-english
      duizhao check old.tmx --for trados --fix new.tmx
      duizhao check delivery.xlsx --rules taiwan --rules client.toml
      duizhao check table.xlsx --lang zh
      duizhao check memory.tmx -o report.html -o report.xlsx
    """
    from aligner.cli.progress import Meter
    from aligner.errors import UnusableInput
    from aligner.files import check_writable
    from aligner.formats import (
        PLAIN,
        TOOLS,
        ExportOptions,
        LeftOut,
        Mender,
        Salvage,
        file_issues,
        unit_format_of,
        write_units,
    )

    refuse_pipe(file)
    wanted = TOOLS[tool] if tool else PLAIN
    if target:
        target = with_ending(target, tool)
        unit_format_of(target)
        check_writable(target, [file])
    check_reports(outputs, (file, target, accepted_in))
    findings = _Findings(ui_language(lang), silenced, rules, is_quiet=bool(outputs))
    if outputs or accepted_in:
        findings.gathered = gathered_in(context, accepted_in)
    mender, left_out, salvaged = Mender(), LeftOut(), Salvage()
    with Meter(sys.stderr) as meter:
        # On a terminal the findings themselves show that the work goes on.
        progress = None if sys.stdout.isatty() and not outputs else meter
        try:
            if not is_project(file):
                findings.show_issues(file_issues(file, wanted, progress=progress))
        except UnusableInput:
            if not salvage:  # reading the units says it once more
                raise
        units = findings.looked_at(
            units_of_any(
                file,
                progress,
                zh_column=zh_column,
                en_column=en_column,
                left_out=left_out,
                salvaged=salvaged if salvage else None,
            )
        )
        written = None
        if target:
            options = ExportOptions(tool=wanted, title=file.name)
            written = write_units(mender.mended(units), target, options)
        else:
            for _ in units:
                pass
    findings.show_ledger()
    remarks = [*left_out.sentences(), *salvaged.sentences()]
    if outputs:
        write_reports(outputs, findings.report(file.name, remarks))
    for line in (*findings.summary(target, mender), *map(str, outputs)):
        say(line)
    for sentence in salvaged.sentences() if written and written.keeps_all else remarks:
        say(sentence)
    tell(written)
    if findings.found:
        context.exit(FOUND)


_JUDGED = frozenset(("meaning", "slipped", "part"))
"""Codes of what the built-in model is asked for; without them it is not loaded."""
_PLACE = 9
"""Cells for the number of a unit or a line."""


class _Findings:
    """Prints findings as they come, or gathers them for reports, and counts them by code."""

    def __init__(
        self,
        lang: UiLanguage,
        silenced: frozenset[str],
        rules: Sequence[Rule] = (),
        *,
        is_quiet: bool,
    ) -> None:
        from aligner.checks import Consistency

        self.found: Counter[str] = Counter()
        self.gathered: Gathering | None = None
        """What keeps them for a report, and knows which are accepted."""
        self._is_quiet = is_quiet
        self.units = 0
        self._lang: UiLanguage = lang
        self._silenced = silenced
        self._rules = [
            rule for rule in rules if not silenced & {rule.name, f"rule-{rule.severity}"}
        ]
        self._ledger: Consistency = Consistency()
        self._judge = None if silenced.issuperset(_JUDGED) else _new_judge()

    def show_issues(self, issues: Iterable[Issue]) -> None:
        """Print what is wrong with the file, by line."""
        from aligner.formats import issue_sentence

        for issue in issues:
            if issue.code not in self._silenced:
                self._show_issue(issue, issue_sentence(issue, self._lang))

    def looked_at(self, units: Iterable[Unit]) -> Iterator[Unit]:
        """Yield the units as they are, while their findings are printed."""
        from aligner.checks import check_pair

        for unit in units:
            self.units += 1
            if self.gathered:
                self.gathered.add_unit(unit.zh, unit.en, unit.zh_code)
            self._ledger.add(unit.zh, unit.en, unit.zh_code)
            for finding in check_pair(unit.zh, unit.en, silenced=self._silenced):
                self._show(self.units, finding)
            if self._rules:
                self._show_broken_rules(unit)
            if self._judge:
                self._show_judged(self._judge.add(unit.zh, unit.en))
            yield unit
        if self._judge:
            self._show_judged(self._judge.rest())

    def _show_broken_rules(self, unit: Unit) -> None:
        """Print which rules of the translator's own the last unit breaks."""
        from aligner.rules import findings_by_rules

        for finding in findings_by_rules(self._rules, unit.zh, unit.en):
            self._show(self.units, finding)

    def _show_judged(self, judged: Iterable[tuple[int, Judgement]]) -> None:
        """Print what the meaning of units shows."""
        for place, judgement in judged:
            finding = judgement.finding
            if finding and finding.code not in self._silenced:
                self._show(place + 1, finding)

    def show_ledger(self) -> None:
        """Print what all units together show."""
        for findings in (self._ledger.findings(), self._ledger.repeated()):
            for place, finding in findings:
                if finding.code not in self._silenced:
                    self._show(place + 1, finding)

    def summary(self, target: Path | None, mender: Mender) -> Iterator[str]:
        """Yield how much was found and what was done, in lines for standard error."""
        from aligner.checks import counted_by_kind
        from aligner.formats import MENDED

        total = self.found.total()
        if kinds := counted_by_kind(self.found, self._lang):
            counts = f"Units: {self.units:,}. Findings: {total:,}: {kinds}."
        else:
            counts = f"Units: {self.units:,}. Findings: {total:,}."
        yield told(counts, self._lang)
        if self.gathered and (accepted := self.gathered.accepted):
            yield told(f"Accepted findings: {accepted:,}.", self._lang)
        descriptions = _codes(self._lang)
        for code, times in self.found.most_common():
            yield f"  {times:>9,}  {code:<13} {descriptions[code]}"
        if target:
            yield str(target)
            for name, words in MENDED.items():
                if times := mender.done[name]:
                    yield f"  {times:>9,}  {_words(self._lang, words)}"

    def report(self, name: str, remarks: list[str]) -> Report:
        """Return what is to be written of the file, under its name."""
        from aligner.check_report import Report

        assert self.gathered
        return Report(
            name,
            self.units,
            self.found,
            self.gathered.entries,
            _codes(self._lang),
            silenced=self._silenced,
            accepted=self.gathered.accepted,
            remarks=tuple(told(remark, self._lang) for remark in remarks),
            zh_code=self.gathered.zh_code or "zh",
            lang=self._lang,
        )

    def _show_issue(self, issue: Issue, words: str) -> None:
        if not self.gathered or self.gathered.add_issue(issue, words):
            place = told(f"line {issue.line:,}", self._lang) if issue.line else ""
            self._print(place, issue.code, words)
            # What was told is in the count already, and of it the last tells how many more.
            self.found[issue.code] += issue.times

    def _show(self, number: int, finding: Finding) -> None:
        from aligner.checks import sentence

        words = sentence(finding, self._lang)
        if not self.gathered or self.gathered.add_finding(number, finding, words):
            self.found[finding.code] += 1
            self._print(f"{number:,}", finding.code, words)

    def _print(self, place: str, code: str, sentence: str) -> None:
        from aligner.cells import drawable

        if self._is_quiet:
            return
        print_lines([f"{_right(place)}  {code:<13} {drawable(sentence)}"], colour=False)


def _right(place: str) -> str:
    """Return a place at the right of its column."""
    from aligner.cells import width

    return " " * max(_PLACE - width(place), 0) + place


def _new_judge() -> Judge:
    from aligner.checks import Judge

    return Judge()


def _codes(lang: UiLanguage) -> dict[str, str]:
    """Return every code with what it stands for."""
    from aligner.checks import CODES, describe
    from aligner.formats import ISSUE_CODES

    issues = {code: _words(lang, words) for code, words in ISSUE_CODES.items()}
    return issues | {code: describe(code, lang) for code in CODES}


def _words(lang: UiLanguage, both: tuple[str, str]) -> str:
    return both[0] if lang == "en" else said_in(lang, both[1])
