"""Asking where the pairs are to be written, and on what terms."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from aligner.article import Language
from aligner.cells import drawable
from aligner.formats import BilingualForm, ExportOptions, is_code
from tui.dialogs.clean_input import CleanInput
from tui.words import Words

_LANGUAGES: dict[str, Language] = {"zh": "zh", "en": "en"}
_FORMS: dict[str, BilingualForm | None] = {"": None, "table": "table", "turn": "turn", "tap": "tap"}


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """Where pairs are to be written, and how."""

    path: Path
    options: ExportOptions


class AskExport(ModalScreen[ExportRequest | None]):
    """Ask for a file and the options of `duizhao align`; Esc answers None."""

    BINDINGS = [Binding("escape", "dismiss(None)", show=False)]

    def __init__(
        self, given: ExportRequest, source: Language | None, formats: str, words: Words
    ) -> None:
        """Take what the form begins with; `source` is what the pairs were translated from."""
        super().__init__()
        self._given, self._formats, self._words = given, formats, words
        self._source: Language = source or "zh"

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
            as_read = words("export as read")
            zh_code = options.zh_codes[0] if options.zh_codes else ""
            yield Input(zh_code, placeholder=as_read, id="zh", compact=True)
            yield Label(words("export en"), markup=False)
            yield Input(options.en_code or "", placeholder=as_read, id="en", compact=True)
            yield Label(words("export source"), markup=False)
            yield Input(self._source, id="source", max_length=2, compact=True)
            yield Label(words("export form"), markup=False)
            usual = words("export usual form")
            yield Input(options.form or "", placeholder=usual, id="form", compact=True)
            yield Label(words("export upper"), markup=False)
            yield Input(options.upper, id="upper", max_length=2, compact=True)
            yield Label("", id="problem", classes="problem", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with the form."""
        event.stop()
        values = {field.id: field.value.strip() for field in self.query(Input)}
        given = self._given.options
        zh_codes = (values["zh"],) if values["zh"] else given.zh_codes
        en_code = values["en"] or given.en_code
        for name, code in (("zh", next(iter(zh_codes), "zh")), ("en", en_code or "en")):
            if not is_code(code):
                self._complain(name, self._words("no code", code=drawable(code)))
                return
        source = _LANGUAGES.get(values["source"] or self._source)
        if source is None:
            self._complain("source", self._words("no source", code=drawable(values["source"])))
            return
        if values["form"] not in _FORMS:
            self._complain("form", self._words("no form", form=drawable(values["form"])))
            return
        upper = _LANGUAGES.get(values["upper"] or given.upper)
        if upper is None:
            self._complain("upper", self._words("no source", code=drawable(values["upper"])))
            return
        try:
            least = min(max(float(values["least"] or 0), 0.0), 1.0)
        except ValueError:
            least = self._given.options.min_confidence
        if values["path"]:
            path = typed_path(self.query_one(CleanInput).text)
            # As it stands, each unit keeps its own direction; another one is for all of them.
            asked = None if source == self._source else source
            options = replace(
                given,
                zh_codes=zh_codes,
                en_code=en_code,
                min_confidence=least,
                source=asked,
                form=_FORMS[values["form"]],
                upper=upper,
            )
            self.dismiss(ExportRequest(path, options))

    def _complain(self, name: str, problem: str) -> None:
        """Say what is the matter with a field, and go there."""
        self.query_one("#problem", Label).update(problem)
        self.query_one(f"#{name}", Input).focus()


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
