"""Asking where the pairs are to be written, and on what terms."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from aligner.cells import drawable
from aligner.formats import ExportOptions, is_code
from tui.dialogs.clean_input import CleanInput
from tui.words import Words


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """Where pairs are to be written, and how."""

    path: Path
    options: ExportOptions


class AskExport(ModalScreen[ExportRequest | None]):
    """Ask for a file and the options of `duizhao align`; Esc answers None."""

    BINDINGS = [Binding("escape", "dismiss(None)", show=False)]

    def __init__(self, given: ExportRequest, formats: str, words: Words) -> None:
        super().__init__()
        self._given, self._formats, self._words = given, formats, words

    def compose(self) -> ComposeResult:
        """Lay the form out."""
        words, given, options = self._words, self._given, self._given.options
        with Vertical(classes="dialog"):
            yield Label(words("ask export"), markup=False)
            yield CleanInput(str(given.path), id="path", compact=True)
            yield Label(words("export formats", formats=self._formats), classes="hint")
            yield Label(words("export scope"), markup=False)
            yield Input(
                f"{options.min_confidence:g}", id="least", type="number", max_length=5, compact=True
            )
            yield Label(words("export zh"), markup=False)
            yield Input(options.zh_code, id="zh", compact=True)
            yield Label(words("export en"), markup=False)
            yield Input(options.code("en"), id="en", compact=True)
            yield Label("", id="problem", classes="problem", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with the form."""
        event.stop()
        values = {field.id: field.value.strip() for field in self.query(Input)}
        codes = {name: values[name] or given for name, given in self._codes()}
        for name, code in codes.items():
            if not is_code(code):
                self.query_one("#problem", Label).update(
                    self._words("no code", code=drawable(code))
                )
                self.query_one(f"#{name}", Input).focus()
                return
        try:
            least = min(max(float(values["least"] or 0), 0.0), 1.0)
        except ValueError:
            least = self._given.options.min_confidence
        if values["path"]:
            path = typed_path(self.query_one(CleanInput).text)
            options = ExportOptions((codes["zh"],), codes["en"], least)
            self.dismiss(ExportRequest(path, options))

    def _codes(self) -> list[tuple[str, str]]:
        """Return the fields for codes, each with what an empty one means."""
        return [("zh", self._given.options.zh_code), ("en", self._given.options.code("en"))]


def typed_path(text: str) -> Path:
    """Return what somebody has typed as a path; `~` is home, if there is one."""
    path = Path(text.replace("\0", "").strip())
    try:
        return path.expanduser()
    except RuntimeError:  # ~somebody, whom nobody knows
        return path


def is_there(path: Path) -> bool:
    """Whether there is a file; for a name that cannot be one, writing says what is the matter."""
    try:
        return path.exists()
    except OSError:
        return False
