"""A form for all that is kept of a term."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from aligner.term import Term
from tui.words import Words


class AskTerm(ModalScreen[Term | None]):
    """Ask for a term; Esc answers None."""

    BINDINGS = [Binding("escape", "dismiss(None)", show=False)]

    def __init__(self, given: Term, words: Words) -> None:
        super().__init__()
        self._given, self._words = given, words

    def compose(self) -> ComposeResult:
        """Lay the form out."""
        given = self._given
        values = {
            "zh": given.zh,
            "en": given.en,
            "zh variants": " | ".join(given.zh_variants),
            "en variants": " | ".join(given.en_variants),
            "domain": given.domain,
            "note": given.note,
        }
        with Vertical(classes="dialog"):
            for name, value in values.items():
                yield Label(self._words(f"form {name}"), markup=False)
                yield Input(value, id=name.replace(" ", "-"), compact=True)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with the form."""
        event.stop()
        found = {field.id: field.value.strip() for field in self.query(Input)}
        self.dismiss(
            Term(
                found["zh"],
                found["en"],
                _forms(found["zh-variants"]),
                _forms(found["en-variants"]),
                "accepted",
                found["domain"],
                found["note"],
            )
        )


def _forms(line: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form.strip() for form in line.split("|") if form.strip()))
