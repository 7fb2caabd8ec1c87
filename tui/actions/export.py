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
    from aligner.formats import FORMATS
    from tui.dialogs.exporting import AskExport

    formats = " ".join(dict.fromkeys(FORMATS))
    dialog = AskExport(_suggested(review), formats, review.words)
    review.ask(dialog, lambda request: _export(review, request))


def _suggested(review: Review) -> ExportRequest:
    """Return what the dialog begins with: a memory beside the project, never the source itself."""
    from aligner.formats.selection import ZH_CODES
    from tui.dialogs.exporting import ExportRequest

    article = review.session.bitext.article
    source = Path(article.sources[0]) if article.sources else Path("pairs")
    path = review.session.project.path.parent / (source.stem + ".tmx")
    if path == source or path.resolve() == source.resolve():
        path = path.with_name(source.stem + ".reviewed.tmx")
    zh_code = review.settings.zh_code or ZH_CODES.get(article.script, "zh")
    return ExportRequest(path, 0.0, zh_code, review.settings.en_code)


def _export(review: Review, request: ExportRequest) -> None:
    from tui.dialogs.overwriting import ask_before_overwriting

    ask_before_overwriting(review.screen, request.path, lambda: _write(review, request))


def _write(review: Review, request: ExportRequest) -> None:
    """Write the pairs in the background; a `PairsExported` is posted when it is done."""
    from aligner.files.atomic import check_writable
    from aligner.formats import write_bitext
    from aligner.formats.selection import terms_for, units_of

    bitext = review.session.bitext
    sources: list[str | Path] = [review.session.project.path, *bitext.article.sources]
    zh_code, en_code, least = request.zh_code, request.en_code, request.min_confidence

    def work() -> None:
        check_writable(request.path, sources)
        write_bitext(bitext, request.path, zh_code=zh_code, en_code=en_code, min_confidence=least)
        terms = terms_for(bitext, zh_code=zh_code, en_code=en_code, min_confidence=least)
        count = sum(1 for unit in units_of(bitext, terms) if unit.zh and unit.en)
        review.screen.post_message(PairsExported(str(request.path), count))

    review.screen.in_background("export", work)
