"""Tables of RTF, which has no brackets for them: cells and rows end, and never say they begin."""

from __future__ import annotations

from aligner.formats.documents import Flow


class OpenTable:
    """The table that is open in a body or a note, if any."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._has_table = self._has_row = self._has_cell = False
        self._is_defined = False
        """Whether a row is defined and its end is still to come."""

    def define_row(self) -> None:
        """Take in the definition of a row, which stands before its cells or before its end."""
        self._is_defined = True

    def before_text(self, *, in_table: bool) -> None:
        """Open a cell for the text that follows, or close the table that it is no part of."""
        if in_table or self._is_defined:
            self._open_cell()
        else:
            self.close()

    def end_cell(self) -> None:
        """End a cell, which may have been empty."""
        self._open_cell()
        self._flow.end_cell()
        self._has_cell = False

    def end_row(self) -> None:
        """End a row."""
        if self._has_cell:
            self.end_cell()
        self._has_row = self._is_defined = False

    def close(self) -> None:
        """End the table, if one is open."""
        if self._has_table:
            self.end_row()
            self._flow.end_table()
            self._has_table = False

    def _open_cell(self) -> None:
        if not self._has_table:
            self._flow.begin_table()
        if not self._has_row:
            self._flow.begin_row()
        if not self._has_cell:
            self._flow.begin_cell()
        self._has_table = self._has_row = self._has_cell = True
