"""Going from pair to pair, and finding them."""

from __future__ import annotations

from textual.worker import get_current_worker

from aligner.bitext import Pair
from aligner.bitext.search import FILTERS, find
from tui.base import ReviewBase, tells
from tui.messages import Checked, Progress

_REPORT = 2_000
"""Pairs that are checked between two words of progress."""


class Moving(ReviewBase):
    """Actions that change nothing but the place."""

    def go(self, row: int) -> None:
        """Choose a row of those shown."""
        self.session.choose_row(row)
        self.moved()

    def action_up(self) -> None:
        """See the registry of actions, here and below."""
        self.go(self.session.row - 1)

    def action_down(self) -> None:
        self.go(self.session.row + 1)

    def action_page_up(self) -> None:
        self.go(self.session.row - max(1, self.pairs.rows_in_window - 1))

    def action_page_down(self) -> None:
        self.go(self.session.row + max(1, self.pairs.rows_in_window - 1))

    def action_first(self) -> None:
        self.go(0)

    def action_last(self) -> None:
        self.go(len(self.session.shown) - 1)

    def action_other_side(self) -> None:
        self.session.language = "en" if self.session.language == "zh" else "zh"
        self.moved()

    def action_next_doubtful(self) -> None:
        self._go_doubtful(forward=True)

    def action_previous_doubtful(self) -> None:
        self._go_doubtful(forward=False)

    def _go_doubtful(self, *, forward: bool) -> None:
        if not self.session.is_ready:
            self.say(self.words("still reading"))
            return
        before = self.session.row
        row = self.session.next_doubtful(forward=forward)
        if row is None:
            self.say(self.words("no doubtful"))
            return
        self.go(row)
        if (row < before) == forward:
            self.say(self.words("from the other end"))

    def action_go_to(self) -> None:
        from tui.dialogs.question import AskLine

        self.app.push_screen(AskLine(self.words("ask go to")), self._go_to)

    def _go_to(self, answer: str | None) -> None:
        if not answer:
            return
        count = self.session.count
        digits = answer.strip()
        if not (digits.isascii() and digits.isdigit()) or not 1 <= int(digits[:12]) <= count:
            self.say(self.words("no such pair", count=count), is_problem=True)
            return
        place = int(digits) - 1
        if place not in self.session.shown:
            self.session.narrow(None, None)
        self.session.place = place
        self.moved()

    # Searching.

    def action_search(self) -> None:
        from tui.dialogs.question import AskLine

        self.app.push_screen(AskLine(self.words("ask search"), self.query_text), self._search)

    def _search(self, query: str | None) -> None:
        if query and query.strip():
            self.query_text = query
            self._search_from(self.session.place, forward=True)

    def action_search_on(self) -> None:
        self._search_on(forward=True)

    def action_search_back(self) -> None:
        self._search_on(forward=False)

    def _search_on(self, *, forward: bool) -> None:
        if not self.query_text:
            self.say(self.words("no search", key=self.settings.key("search")))
            return
        self._search_from(self.session.place + (1 if forward else -1), forward=forward)

    @tells
    def _search_from(self, start: int, *, forward: bool) -> None:
        pairs = self.session.bitext.pairs
        place = find(pairs, self.query_text, start=start, forward=forward)
        if place is None:
            self.say(self.words("not found", query=self.query_text), is_problem=True)
            self.pairs.redraw()
            return
        round_the_end = place < start if forward else place > start
        if place not in self.session.shown:
            self.session.narrow(None, None)
        self.session.place = place
        self.moved()
        if round_the_end:
            self.say(self.words("from the other end"))

    # Filtering.

    def action_filter(self) -> None:
        from tui.dialogs.choice import Choose

        if not self.session.is_ready:
            self.say(self.words("still reading"))
            return
        names = [*FILTERS, "with a warning"]
        answers = [(name, self.words(f"filter {name}")) for name in names]
        chosen = self.session.filter_name or "all"
        self.app.push_screen(Choose(self.words("ask filter"), answers, chosen), self._filter)

    def _filter(self, name: str | None) -> None:
        if name is None:
            return
        self.workers.cancel_group(self, "check")  # whoever has chosen again need not wait
        if name == "all":
            self.session.narrow(None, None)
        elif name == "with a warning":
            self._filter_warned()
            return
        else:
            self.session.narrow(name, FILTERS[name])
        self.moved()

    def _filter_warned(self) -> None:
        """Check all pairs in the background, then show those with a warning."""
        pairs = self.session.bitext.pairs

        def work() -> None:
            worker = get_current_worker()
            for number, pair in enumerate(pairs):
                if worker.is_cancelled:
                    return
                if number % _REPORT == 0:
                    percent = f"{number / len(pairs):.0%}"
                    self.post_message(Progress(self.words("checking", percent=percent)))
                self._has_warning(pair)  # remembered, so that the list is quick
            self.post_message(Checked())

        self.run_worker(work, thread=True, exclusive=True, group="check", exit_on_error=False)

    def _has_warning(self, pair: Pair) -> bool:
        return pair.is_full and self.is_warned(pair.zh_text, pair.en_text)

    def on_checked(self) -> None:
        self.say("")
        self.session.narrow("with a warning", self._has_warning)
        self.moved()
