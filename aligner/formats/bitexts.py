"""A bitext to a file: whole where its format can hold that, otherwise as units."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePath

from aligner.bitext import Bitext
from aligner.files import write_atomically
from aligner.formats.options import ExportOptions
from aligner.formats.registry import bitext_format_of, check_form
from aligner.formats.selection import UnitOf, no_unit, options_for, units_of
from aligner.formats.units import Written, write_units


def write_bitext(
    bitext: Bitext,
    path: str | Path,
    options: ExportOptions = ExportOptions(),
    *,
    unit_of: UnitOf = no_unit,
) -> Written | None:
    """Write a bitext to a file, atomically, in the format that its extension names.

    Without a code of the Chinese the pairs get the tool's for the script of the article; with
    several each pair is written for each, converted to the writing of its region. Excluded pairs
    and proposed pairs below the confidence asked for are not exported: JSON and HTML show them
    marked as such, the other formats leave them out. `unit_of` tells which unit a pair was read as;
    it keeps its codes, properties and tags. Returns what came of writing where units were written.
    Raises UnknownFormat and UnwritableOutput.
    """
    path = Path(path)
    check_form(path, options.form)
    form = bitext_format_of(path)
    if form.write_bitext:
        write_atomically(path, form.write_bitext(bitext, options_for(bitext, options)))
        return None
    title = " + ".join(PurePath(name).name for name in bitext.article.sources)
    units = units_of(bitext, options, unit_of=unit_of)
    return write_units(units, path, replace(options, title=options.title or title))


def bitext_page(bitext: Bitext, options: ExportOptions = ExportOptions()) -> str:
    """Return a bitext as the page of HTML that `write_bitext` writes."""
    from aligner.formats.html.bitext import render_html

    return render_html(bitext, options_for(bitext, options))
