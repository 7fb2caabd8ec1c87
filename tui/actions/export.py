"""Writing the pairs to a file of another tool."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.messages import PairsExported
from tui.review import Review

if TYPE_CHECKING:
    from tui.dialogs.exporting import ExportRequest


def ask_export(review: Review) -> None:
    """Ask where to write the pairs and on what terms, and write them."""
    from aligner.formats import bitext_suffixes
    from tui.dialogs.exporting import AskExport

    dialog = AskExport(_suggested(review), " ".join(bitext_suffixes()), review.words)
    review.ask(dialog, lambda request: _export(review, request))


def _suggested(review: Review) -> ExportRequest:
    """Return what the dialog begins with: a memory beside the project, never the source itself."""
    from aligner.formats import ZH_CODES, ExportOptions
    from tui.dialogs.exporting import ExportRequest

    article = review.session.bitext.article
    source = Path(article.sources[0]) if article.sources else Path("pairs")
    path = review.session.project.path.parent / (source.stem + ".tmx")
    if path == source or path.resolve() == source.resolve():
        path = path.with_name(source.stem + ".reviewed.tmx")
    zh_code = review.settings.zh_code or ZH_CODES.get(article.script, "zh")
    return ExportRequest(path, ExportOptions((zh_code,), review.settings.en_code))


def _export(review: Review, request: ExportRequest) -> None:
    from tui.dialogs.overwriting import ask_before_overwriting

    ask_before_overwriting(review.screen, request.path, lambda: _write(review, request))


def _write(review: Review, request: ExportRequest) -> None:
    """Write the pairs in the background; a `PairsExported` is posted when it is done."""
    from aligner.files import check_writable
    from aligner.formats import units_of, write_bitext

    bitext = review.session.bitext
    sources: list[str | Path] = [review.session.project.path, *bitext.article.sources]

    def work() -> None:
        check_writable(request.path, sources)
        write_bitext(bitext, request.path, request.options)
        count = sum(1 for unit in units_of(bitext, request.options) if unit.zh and unit.en)
        review.screen.post_message(PairsExported(str(request.path), count))

    review.screen.in_background("export", work)
