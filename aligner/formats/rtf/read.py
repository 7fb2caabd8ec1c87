"""RTF to blocks: groups and control words in the order of the file, without recursion.

Chinese is bytes in the encoding of its font, or `\\u` with a fallback that is passed over. What is
deleted or hidden, lists of fonts, numbers of list items and the codes of fields are no text.
"""

from __future__ import annotations

import re
from collections import Counter

from aligner.article import ParagraphKind
from aligner.errors import UnusableInput
from aligner.formats.document import Document, Raw
from aligner.formats.documents import (
    BREAK,
    CONTENTS,
    Flow,
    document_of_flow,
    guided_text,
    running_heads,
    take_off_mark,
)
from aligner.formats.rtf.encodings import codec_of_page
from aligner.formats.rtf.fonts import Fonts, Styles
from aligner.formats.rtf.state import State
from aligner.formats.rtf.tables import OpenTable
from aligner.formats.rtf.tokens import Token, Tokens
from aligner.formats.rtf.words import (
    BREAKS,
    CHARACTERS,
    HEADS,
    NO_TEXT,
    PARAGRAPH_ENDS,
    READ_THOUGH_STARRED,
)

_BEGIN = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,100}\{\\rtf")
_DEEPEST = 1_000
"""Groups inside one another; word processors nest some thirty."""
_CONTENTS = re.compile(r"\s*TOC\b", re.IGNORECASE)
_NO_HEADING = 9
_LONGEST_CODE = 2_000


def read_rtf(raw: Raw) -> Document:
    """Return what an RTF file says; raises `UnusableInput`."""
    if _BEGIN.match(raw.data) is None:
        raise UnusableInput(
            f"{raw.path} is no Rich Text, whatever its name says; open it in its program and save "
            "it as .rtf."
        )
    reader = _Reader(raw)
    reader.read()
    items = [*running_heads(reader.heads.close()), *reader.text.close()]
    used = reader.fonts.used.most_common(1)
    encoding = used[0][0] if used else reader.fonts.page
    return document_of_flow(items, raw, encoding, reader.left_out)


class _Reader:
    """Takes in one token after another."""

    def __init__(self, raw: Raw) -> None:
        self._raw = raw
        self._tokens = Tokens(raw.data)
        self.text, self.heads = Flow(), Flow()
        self.fonts, self.styles = Fonts(), Styles()
        self.left_out: Counter[str] = Counter()
        self._states: list[State] = []
        self._state = State()
        self._places: list[tuple[Flow, OpenTable]] = [(self.text, OpenTable(self.text))]
        self._codes: list[str] = []
        """Of the fields that are open: their codes."""
        self._bytes = bytearray()
        self._high = 0
        """The first half of a character that takes two `\\u`."""
        self._skip = 0
        """Characters of a fallback that are still to come."""
        self._is_starred = False
        self._dropped = ""

    def read(self) -> None:
        """Read the whole file."""
        for token in self._tokens:
            if token.data:
                self._take_bytes(token.data)
                continue
            if self._skip and token.word in CHARACTERS:
                self._skip -= 1
                continue
            self._skip = 0
            self._flush()
            if token.word == "{":
                self._open_group()
            elif token.word == "}":
                self._close_group()
            else:
                self._control(token)
            if not self._states:
                break
        if self._states:
            raise UnusableInput(
                f"{self._raw.path} breaks off before its end; it is damaged. Get it again."
            )
        self._places[-1][1].close()

    # Groups

    def _open_group(self) -> None:
        if len(self._states) >= _DEEPEST:
            raise UnusableInput(
                f"{self._raw.path} has groups more than {_DEEPEST} deep inside one another; it is "
                "damaged or made to do harm."
            )
        self._states.append(self._state)
        self._state = self._state.inner()
        self._is_starred = False

    def _close_group(self) -> None:
        state, self._is_starred = self._state, False
        self._end_raised()
        if state.opened in ("note", "box", "head"):
            self._end_place(state)
        self._state = self._states.pop()
        if state.opened == "field":
            self._codes.pop()
        elif state.opened == "code" and self._codes:
            self._add(guided_text(self._codes[-1]))

    def _pass_over(self) -> None:
        """Pass over the rest of the group that is open."""
        if self._tokens.pass_over_group():
            self._close_group()

    def _begin_place(self, word: str) -> None:
        """Begin a header, a note or a text box, with paragraphs and tables of its own."""
        state = self._state
        if word in HEADS:
            state.reset_paragraph()
            state.opened = "head"
            self._places.append((self.heads, OpenTable(self.heads)))
            return
        if state.is_deleted or state.is_hidden:
            self._drop("deletion" if state.is_deleted else "hidden text")
            self._pass_over()
            return
        state.opened = "note" if word == "footnote" else "box"
        self._before_text()
        state.reset_paragraph()
        flow = self._places[-1][0]
        flow.begin_aside("note" if word == "footnote" else None)
        self._places.append((flow, OpenTable(flow)))

    def _end_place(self, state: State) -> None:
        flow, table = self._places.pop()
        flow.end_paragraph()
        table.close()
        if state.opened != "head":
            flow.end_aside()

    # Control words

    def _control(self, token: Token) -> None:
        word, number = token.word, token.number
        state = self._state
        if word == "*":
            self._is_starred = True
            return
        is_starred, self._is_starred = self._is_starred, False
        if word in NO_TEXT or (is_starred and word not in READ_THOUGH_STARRED):
            self.left_out["comment"] += word == "annotation"
            self._pass_over()
        elif word == "u":
            self._take_unicode((number or 0) % 0x10000)
        elif word == "uc":
            state.fallback = max(0, number if number is not None else 1)
        elif state.mode in ("fonts", "styles"):
            self._list_control(word, number or 0)
        elif word in CHARACTERS:
            self._add(CHARACTERS[word])
        elif word in BREAKS:
            self._add(BREAK)
        elif word in PARAGRAPH_ENDS:
            self._end_paragraph()
        elif not self._character_control(word, number):
            self._other_control(word, number)

    def _list_control(self, word: str, number: int) -> None:
        if self._state.mode == "fonts":
            self.fonts.take(word, number)
        elif word == "s":
            self.styles.current = number

    def _character_control(self, word: str, number: int | None) -> bool:
        """Take in what a word says of the characters that follow; returns whether it says any."""
        state, is_on = self._state, number != 0
        if word == "f" and state.is_east:
            state.east_font = number
        elif word == "f":
            state.font = number
        elif word == "af":
            state.east_font = number if state.is_east else state.east_font
        elif word == "dbch":
            state.is_east = True
        elif word in ("loch", "hich", "ltrch", "rtlch"):
            state.is_east = False
        elif word == "v":
            state.is_hidden = is_on
        elif word in ("deleted", "mvf"):  # what was moved away stands elsewhere
            state.is_deleted = is_on
        elif word == "super" and is_on:
            flow = self._places[-1][0]
            state.raised = flow.mark(), flow.tail()
        elif word in ("super", "nosupersub"):
            self._end_raised()
        elif word == "plain":
            self._end_raised()
            state.reset_characters(self.fonts.default)
        else:
            return False
        return True

    def _other_control(self, word: str, number: int | None) -> None:
        state = self._state
        if word in HEADS or word in ("footnote", "shptxt", "dptxbxtext"):
            self._begin_place(word)
        elif word in ("cell", "row", "trowd"):
            self._table_control(word)
        elif word == "pard":
            state.reset_paragraph()
        elif word == "intbl":
            state.in_table = True
        elif word == "s":
            state.style = number
        elif word == "ls":
            state.is_listed = bool(number)
        elif word == "outlinelevel":
            state.outline = number
        elif word in ("field", "fldinst", "fldrslt"):
            self._field_control(word)
        elif word in ("fonttbl", "stylesheet"):
            state.mode = "fonts" if word == "fonttbl" else "styles"
            self.styles.current = 0
        elif word == "ansicpg" and number:
            self.fonts.page = codec_of_page(number)
        elif word == "deff":
            state.font = self.fonts.default = number
        elif word == "upr":
            self._pass_over_next_group()

    def _table_control(self, word: str) -> None:
        flow, table = self._places[-1]
        if word == "trowd":
            table.define_row()
            return
        flow.end_paragraph()
        if word == "cell":
            table.end_cell()
        else:
            table.end_row()

    def _field_control(self, word: str) -> None:
        state = self._state
        if word == "field":
            state.opened = "field"
            self._codes.append("")
        elif word == "fldinst":
            state.mode, state.opened = "code", "code"
        elif self._codes and _CONTENTS.match(self._codes[-1]):
            state.label = CONTENTS
            if self._places[-1][0].is_in_paragraph:
                self._places[-1][0].relabel(CONTENTS)

    def _pass_over_next_group(self) -> None:
        """Pass over the form of a text in bytes, which one in Unicode follows."""
        for token in self._tokens:
            if token.word == "{":
                self._tokens.pass_over_group()
                return
            if token.word == "}":
                self._close_group()
                return

    # Text

    def _take_bytes(self, data: bytes) -> None:
        if self._skip:
            skipped = min(self._skip, len(data))
            self._skip -= skipped
            data = data[skipped:]
        if data:
            self._is_starred = False
            self._bytes += data

    def _flush(self) -> None:
        if self._bytes:
            data = bytes(self._bytes)
            self._bytes.clear()
            self._add(self.fonts.text(data, self._state.current_font))

    def _take_unicode(self, code: int) -> None:
        self._skip = self._state.fallback
        if 0xD800 <= code < 0xDC00:
            self._high = code
            return
        if 0xDC00 <= code < 0xE000:
            high, self._high = self._high, 0
            pair = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
            self._add(chr(pair) if high else "\ufffd")
            return
        is_symbol = 0xF000 <= code < 0xF100
        self._add(
            self.fonts.symbol(code, self._state.current_font) if is_symbol else chr(code or 0xFFFD)
        )

    def _add(self, text: str) -> None:
        """Add text to what it belongs to: the document, a list at the head, the code of a field."""
        state = self._state
        if not text:
            return
        if self._high and state.mode == "text":
            self._high, text = 0, "\ufffd" + text
        if state.mode == "fonts":
            self.fonts.name(text)
        elif state.mode == "styles":
            self.styles.name(text)
        elif state.mode == "code":
            if self._codes and len(self._codes[-1]) < _LONGEST_CODE:
                self._codes[-1] += text[:_LONGEST_CODE]
        elif state.is_hidden or state.is_deleted:
            self._drop("deletion" if state.is_deleted else "hidden text")
        else:
            self._dropped = ""
            self._before_text()
            self._places[-1][0].add(text.replace("\u00ad", ""))

    def _drop(self, what: str) -> None:
        """Count a stretch of text that is not shown, once."""
        if self._dropped != what:
            self.left_out[what] += 1
            self._dropped = what

    def _before_text(self) -> None:
        """Begin a paragraph, and a cell where it stands in a table, unless one is open."""
        flow, table = self._places[-1]
        if not flow.is_in_paragraph:
            table.before_text(in_table=self._state.in_table)
            flow.begin_paragraph(*self._kind())

    def _kind(self) -> tuple[ParagraphKind, str]:
        state = self._state
        kind, label = self.styles.kind(state.style)
        if state.label or label:
            return "body", state.label or label
        if state.outline is not None:
            kind = "heading" if state.outline < _NO_HEADING else "body"
        return ("list item" if kind == "body" and state.is_listed else kind), ""

    def _end_paragraph(self) -> None:
        if self._state.mode != "text":
            return
        self._dropped = ""
        joins = self._state.is_deleted or self._state.is_hidden
        self._places[-1][0].end_paragraph(joins=joins)

    def _end_raised(self) -> None:
        """End raised text, which is taken off where it is the mark of a note."""
        raised, self._state.raised = self._state.raised, None
        if raised is not None and self._state.mode == "text":
            take_off_mark(self._places[-1][0], *raised)
