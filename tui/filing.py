"""Exporting, aligning the rest, leaving: what takes time or goes beyond the list."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from aligner import edits
from aligner.alignment import Bead, Realigner
from aligner.bitext import Bitext
from aligner.errors import DuizhaoError
from tui.base import tells
from tui.mending import Mending
from tui.messages import Aligned, Failed, Progress, Written

_WAITING = 0.2
"""Seconds between two looks whether a dialog is still open."""

if TYPE_CHECKING:
    from tui.dialogs.exporting import Wish


class Filing(Mending):
    """Actions whose work is done in the background, and those about the program itself."""

    # Aligning the rest.

    def action_realign(self) -> None:
        if not self.is_writable():
            return
        if self._is_aligning():
            self.say(self.words("already aligning"))
            return
        bitext = self.session.bitext
        self.say(self.words("aligning", percent="0%"))
        self.run_worker(
            lambda: self._realign(bitext), thread=True, group="align", exit_on_error=False
        )

    def _is_aligning(self) -> bool:
        return any(worker.group == "align" and not worker.is_finished for worker in self.workers)

    def prepare_realigning(self) -> None:
        """Score the text in the background, so that aligning the rest is quick when asked for."""
        realigner = self._realigner()
        if realigner.is_quick and not realigner.is_prepared:
            self.run_worker(realigner.prepare, thread=True, group="prepare", exit_on_error=False)

    def _realigner(self) -> Realigner:
        if self.realigner is None:
            self.realigner = Realigner(self.session.bitext.article, model=self.settings.model)
        return self.realigner

    def _realign(self, bitext: Bitext) -> None:
        """Work for a thread."""

        def progress(_: str, done: int, total: int) -> None:
            percent = f"{done / total:.0%}" if total else ""
            self.post_message(Progress(self.words("preparing", percent=percent)))

        try:
            beads = self._realigner().beads(edits.settled(bitext), progress)
        except DuizhaoError as problem:
            self.post_message(Failed(str(problem)))
        else:
            self.post_message(Aligned(bitext, beads))

    def on_progress(self, event: Progress) -> None:
        self.say(event.text)

    @tells
    def on_aligned(self, event: Aligned) -> None:
        """Take an alignment over, unless an edit was made meanwhile: then it is done again."""
        if not self.is_active:  # a dialog is about a pair as it stands
            self.set_timer(_WAITING, lambda: self.post_message(event))
            return
        if event.bitext is not self.session.bitext:
            self.action_realign()
            return
        self._take_over(event.beads)

    def _take_over(self, beads: Sequence[Bead]) -> None:
        pair = self.session.pair
        change = edits.realigned(self.session.bitext, beads)
        self.session.apply("realign", change)
        if pair is not None and pair.zh:
            self.session.place = self._place_of(pair.zh[0])
        self.changed()
        count = sum(len(hunk.new) for hunk in change.hunks)
        self.say(self.words("realigned", count=count))

    def _place_of(self, sentence: int) -> int:
        """Return where a Chinese sentence stands now."""
        pairs = self.session.bitext.pairs
        return next((n for n, pair in enumerate(pairs) if sentence in pair.zh), self.session.place)

    # Exporting.

    def action_export(self) -> None:
        if not self.session.is_ready:
            self.say(self.words("still reading"))
            return
        from aligner.formats import ZH_CODES, bitext_suffixes
        from tui.dialogs.exporting import AskExport, Wish

        article = self.session.bitext.article
        source = Path(article.sources[0]) if article.sources else Path("pairs")
        zh_code = self.settings.zh_code or ZH_CODES.get(article.script, "zh")
        suggested = self.session.project.path.parent / (source.stem + ".tmx")
        if suggested == source or suggested.resolve() == source.resolve():
            suggested = suggested.with_name(source.stem + ".reviewed.tmx")
        given = Wish(suggested, 0.0, zh_code, self.settings.en_code)
        self.app.push_screen(
            AskExport(given, " ".join(bitext_suffixes()), self.words), self._export
        )

    def _export(self, wish: Wish | None) -> None:
        if wish is None:
            return
        from tui.dialogs.exporting import is_there
        from tui.dialogs.question import AskYes

        if not is_there(wish.path):
            self._write(wish)
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self._write(wish)

        question = AskYes(self.words("export over", path=wish.path), self.words)
        self.app.push_screen(question, answered)

    def _write(self, wish: Wish) -> None:
        from aligner.files.atomic import check_writable
        from aligner.formats import ExportOptions, units_of, write_bitext

        bitext = self.session.bitext
        options = ExportOptions((wish.zh_code,), wish.en_code, wish.min_confidence)

        def work() -> None:
            try:
                sources: list[str | Path] = [self.session.project.path, *bitext.article.sources]
                check_writable(wish.path, sources)
                write_bitext(bitext, wish.path, options)
            except DuizhaoError as problem:
                self.post_message(Failed(str(problem)))
            else:
                count = sum(1 for unit in units_of(bitext, options) if unit.zh and unit.en)
                self.post_message(Written(str(wish.path), count))

        self.run_worker(work, thread=True, group="export", exit_on_error=False)

    def on_written(self, event: Written) -> None:
        self.say(self.words("exported", count=event.count, path=event.path))

    def on_failed(self, event: Failed) -> None:
        self.say(event.sentence, is_problem=True)

    # The glossary.

    def action_glossary(self) -> None:
        if not self.session.is_ready:
            self.say(self.words("still reading"))
            return
        from tui.glossary import GlossaryScreen

        def back(_: None) -> None:
            self.changed()

        self.app.push_screen(GlossaryScreen(self.session, self.settings), back)

    # The program itself.

    def action_theme(self) -> None:
        dark = self.app.current_theme.dark
        self.app.theme = "textual-light" if dark else "textual-dark"

    def action_help(self) -> None:
        from tui.dialogs.help import HelpPage
        from tui.drawing import MARKS, PLAIN_MARKS
        from tui.keymap import keymap_file

        plain = self.settings.is_plain
        marks = PLAIN_MARKS if plain else MARKS
        self.app.push_screen(
            HelpPage(self.words, self.settings.keymap, marks, keymap_file(), plain=plain)
        )

    def action_quit(self) -> None:
        doubtful = self.session.doubtful
        if not doubtful or self.session.project.is_read_only:
            self.app.exit()
            return
        from tui.dialogs.question import AskYes

        def answered(yes: bool | None) -> None:
            if yes:
                self.app.exit()

        question = self.words("ask leave", doubtful=doubtful)
        self.app.push_screen(AskYes(question, self.words), answered)
