"""Asking where the pairs are to be written, and on what terms, with a preview of what it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Label
from textual.worker import get_current_worker

from aligner.article import Language
from aligner.cells import drawable
from aligner.errors import DuizhaoError
from aligner.formats import (
    PLAIN,
    TOOLS,
    BilingualForm,
    ExportCount,
    ExportOptions,
    Tool,
    bitext_suffixes,
    is_code,
)
from tui.dialogs.clean_input import CleanInput
from tui.words import Words

_LANGUAGES: dict[str, Language] = {"zh": "zh", "en": "en"}
_FORMS: dict[str, BilingualForm | None] = {"": None, "table": "table", "turn": "turn", "tap": "tap"}
_TOOLS: dict[str, Tool] = {"": PLAIN, **{str(name): tool for name, tool in TOOLS.items()}}


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """Where pairs are to be written, and how."""

    path: Path
    options: ExportOptions


@dataclass(frozen=True, slots=True)
class ExportSubject:
    """What is to be exported."""

    source: Language
    """The language that it was translated from."""
    own_codes: tuple[str, str]
    """Codes of Chinese and English that its units have; empty for an article."""
    codes_for: Callable[[Tool], tuple[str, str]]
    """Returns the codes of an article that a tool wants."""
    count: Callable[[Path, ExportOptions], ExportCount]
    """Counts what would be written; raises DuizhaoError."""


class Unfit(ValueError):
    """A field that cannot be used: its name, and the sentence that says why."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(problem)
        self.name, self.problem = name, problem


class AskExport(ModalScreen[ExportRequest | None]):
    """Ask for a file and the options of `duizhao align`; Esc answers None."""

    BINDINGS = [
        Binding("escape", "dismiss(None)", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    @dataclass
    class Counted(Message):
        """It is known what would be written."""

        text: str

    def __init__(self, given: ExportRequest, subject: ExportSubject, words: Words) -> None:
        """Take what the form begins with."""
        super().__init__()
        self._given, self._subject, self._words = given, subject, words

    def compose(self) -> ComposeResult:
        """Lay the form out."""
        words = self._words
        with Vertical(classes="dialog export"):
            yield Label(words("export title"), classes="title", markup=False)
            yield Label(words("ask export"), markup=False)
            yield CleanInput(str(self._given.path), id="path", compact=True)
            formats = " ".join(bitext_suffixes())
            yield Label(words("export formats", formats=formats), classes="hint")
            yield from self._fields()
            yield Label("", id="preview", markup=False)
            yield Label("", id="problem", classes="problem", markup=False)
            yield Label(words("export keys"), classes="hint", markup=False)

    def _fields(self) -> Iterator[Widget]:
        words, options = self._words, self._given.options
        own_zh, own_en = (
            words("export own", code=code) if code else words("export as read")
            for code in self._subject.own_codes
        )
        yield self._field("tool", "", ", ".join(TOOLS))
        yield self._field("least", f"{options.min_confidence:g}")
        yield self._field("zh", options.zh_codes[0] if options.zh_codes else "", own_zh)
        yield self._field("en", options.en_code or "", own_en)
        yield self._field("source", self._subject.source)
        yield self._field("form", options.form or "", words("export usual form"))
        yield self._field("upper", options.upper)

    def _field(self, name: str, value: str, placeholder: str = "") -> Widget:
        label = Label(self._words(f"export {name}"), markup=False)
        field = Input(value, placeholder=placeholder, id=name, compact=True)
        return Horizontal(label, field, classes="field")

    def _values(self) -> dict[str, str]:
        return {field.id or "": field.value.strip() for field in self.query(Input)}

    def _options(self) -> ExportOptions:
        """Return what the form asks for; raises Unfit."""
        values, words, given = self._values(), self._words, self._given.options
        zh_codes = (values["zh"],) if values["zh"] else given.zh_codes
        en_code = values["en"] or given.en_code
        for name, code in (("zh", next(iter(zh_codes), "zh")), ("en", en_code or "en")):
            if not is_code(code):
                raise Unfit(name, words("no code", code=drawable(code)))
        source = _LANGUAGES.get(values["source"] or self._subject.source)
        if source is None:
            raise Unfit("source", words("no source", code=drawable(values["source"])))
        if values["form"] not in _FORMS:
            raise Unfit("form", words("no form", form=drawable(values["form"])))
        upper = _LANGUAGES.get(values["upper"] or given.upper)
        if upper is None:
            raise Unfit("upper", words("no source", code=drawable(values["upper"])))
        tool = _TOOLS.get(values["tool"].lower())
        if tool is None:
            asked, known = drawable(values["tool"]), ", ".join(TOOLS)
            raise Unfit("tool", words("no tool", tool=asked, known=known))
        try:
            least = min(max(float(values["least"] or 0), 0.0), 1.0)
        except ValueError:
            raise Unfit("least", words("no confidence", value=drawable(values["least"]))) from None
        return replace(
            given,
            zh_codes=zh_codes,
            en_code=en_code,
            min_confidence=least,
            # As it stands, each unit keeps its own direction; another one is for all of them.
            source=None if source == self._subject.source else source,
            form=_FORMS[values["form"]],
            tool=tool,
            upper=upper,
        )

    @property
    def _path(self) -> Path:
        return typed_path(self.query_one(CleanInput).text)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Give a tool its codes, and show what would be written now."""
        event.stop()
        if event.input.id == "tool":
            self._take_codes_of(event.value.strip().lower())
        self._preview()

    def _take_codes_of(self, name: str) -> None:
        """Put in the codes that a tool wants, where nobody has put in others."""
        if name not in _TOOLS or any(self._subject.own_codes):
            return
        for place, field in enumerate(("zh", "en")):
            wanted = {self._subject.codes_for(tool)[place] for tool in _TOOLS.values()}
            line = self.query_one(f"#{field}", Input)
            if line.value in wanted:
                line.value = self._subject.codes_for(_TOOLS[name])[place]

    def _preview(self) -> None:
        """Count in the background what would be written, and show it."""
        try:
            options = self._options()
        except Unfit:
            return
        path = self._path

        def work() -> None:
            worker = get_current_worker()
            try:
                text = counted_text(self._subject.count(path, options), self._words)
            except DuizhaoError as problem:
                text = self._words.told(str(problem))
            if not worker.is_cancelled:
                self.post_message(self.Counted(text))

        self.run_worker(work, thread=True, exclusive=True, group="preview", exit_on_error=False)

    def on_ask_export_counted(self, event: Counted) -> None:
        self.query_one("#preview", Label).update(drawable(event.text))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with the form."""
        event.stop()
        try:
            options = self._options()
        except Unfit as unfit:
            self._complain(unfit.name, unfit.problem)
            return
        if self._values()["path"]:
            self.dismiss(ExportRequest(self._path, options))

    def _complain(self, name: str, problem: str) -> None:
        """Say what is the matter with a field, and go there."""
        self.query_one("#problem", Label).update(problem)
        self.query_one(f"#{name}", Input).focus()


def counted_text(count: ExportCount, words: Words) -> str:
    """Return how many units there will be, and what is left out for which reason."""
    parts = [words("export units", count=count.units)]
    if count.excluded:
        parts.append(words("export excluded", count=count.excluded))
    if count.doubtful:
        parts.append(words("export doubtful", count=count.doubtful))
    if count.without_zh:
        parts.append(words("export without zh", count=count.without_zh))
    if count.without_en:
        parts.append(words("export without en", count=count.without_en))
    return words("between parts").join(parts)


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
