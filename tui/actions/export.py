"""Writing the pairs to a file of another tool."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.messages import PairsExported
from tui.review import Review

if TYPE_CHECKING:
    from tui.dialogs.exporting import ExportRequest, ExportSubject


def ask_export(review: Review) -> None:
    """Ask where to write the pairs and on what terms, and write them."""
    from tui.dialogs.exporting import AskExport

    dialog = AskExport(_suggested(review), _subject(review), review.words)
    review.ask(dialog, lambda request: _export(review, request))


def _subject(review: Review) -> ExportSubject:
    """Return what is to be exported, and how many units it would give."""
    from aligner.formats import ExportCount, ExportOptions, Tool, count_export
    from tui.dialogs.exporting import ExportSubject

    session = review.session
    bitext, project = session.bitext, session.project
    has_units = project.has_units
    own = project.unit_of(bitext.pairs[0]) if has_units and bitext.pairs else None

    def codes_for(tool: Tool) -> tuple[str, str]:
        return tool.zh["CN" if bitext.article.script == "Hans" else "TW"], tool.en

    def count(path: Path, options: ExportOptions) -> ExportCount:
        # A TMX comes back as it came, but for what was mended.
        comes_back = has_units and path.suffix.lower() == ".tmx" and not options.tool.name
        is_tmx = all(Path(source).suffix.lower() == ".tmx" for source in bitext.article.sources)
        return count_export(bitext, path, options, keeps_halves=comes_back and is_tmx)

    codes = (own.zh_code, own.en_code) if own is not None else ("", "")
    return ExportSubject(session.source, codes, codes_for, count)


def _suggested(review: Review) -> ExportRequest:
    """Return what the dialog begins with: a memory beside the project, never the source itself."""
    from aligner.formats import ZH_CODES, ExportOptions
    from tui.dialogs.exporting import ExportRequest

    article = review.session.bitext.article
    source = Path(article.sources[0]) if article.sources else Path("pairs")
    path = review.session.project.path.parent / (source.stem + ".tmx")
    if path == source or path.resolve() == source.resolve():
        path = path.with_name(source.stem + ".reviewed.tmx")
    zh_code, en_code = review.settings.zh_code, review.settings.en_code
    if review.session.project.has_units:  # which have codes of their own
        return ExportRequest(path, ExportOptions((zh_code,) if zh_code else (), en_code))
    zh_code = zh_code or ZH_CODES.get(article.script, "zh")
    return ExportRequest(path, ExportOptions((zh_code,), en_code or "en-US"))


def _export(review: Review, request: ExportRequest) -> None:
    from tui.dialogs.overwriting import ask_before_overwriting

    ask_before_overwriting(review.screen, request.path, lambda: _write(review, request))


def _write(review: Review, request: ExportRequest) -> None:
    """Write the pairs in the background; a `PairsExported` is posted when it is done."""
    from aligner.files import check_writable
    from aligner.formats import units_of, write_bitext

    bitext, project = review.session.bitext, review.session.project
    sources: list[str | Path] = [project.path, *bitext.article.sources]

    def work() -> None:
        check_writable(request.path, sources)
        options = request.options
        written = write_bitext(bitext, request.path, options, unit_of=project.unit_of)
        count = sum(1 for unit in units_of(bitext, options) if unit.zh and unit.en)
        dropped, turned = (written.dropped, written.turned) if written else ((), 0)
        review.screen.post_message(PairsExported(str(request.path), count, dropped, turned))

    review.screen.in_background("export", work)
