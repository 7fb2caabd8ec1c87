"""The report of a run: every document with its figures, what deserves a look first.

| module | what it owns |
|---|---|
| `rows` | the columns, and what stands in them; the command that opens a document |
| `table` | the same as a table of tabs, for a spreadsheet |
| `page` | the same as a page of HTML, with the sums |
"""

from __future__ import annotations

from aligner.batch.run_report.page import page_of
from aligner.batch.run_report.rows import Row, rows_of
from aligner.batch.run_report.table import table_of

__all__ = ["Row", "page_of", "rows_of", "table_of"]
