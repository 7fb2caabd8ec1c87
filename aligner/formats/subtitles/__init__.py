"""Subtitles: SubRip, WebVTT and SubStation Alpha as articles, and SubRip with both languages.

A cue is a paragraph with its time. `srt`, `vtt` and `ass` find the cues of their files, `blocks`
makes a document of them, `sections` says which cues are one text in two languages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.formats.format import DocumentReader, Format, Help, SegmentEditor

if TYPE_CHECKING:
    from aligner.bitext import Bitext
    from aligner.formats.bilingual import Bilingual
    from aligner.formats.document import Document, Raw
    from aligner.formats.options import ExportOptions


def _read_srt(raw: Raw) -> Document:
    from aligner.formats.subtitles.blocks import document_of
    from aligner.formats.subtitles.srt import cues_of

    return document_of(cues_of(raw.text), raw.path)


def _read_vtt(raw: Raw) -> Document:
    from aligner.formats.subtitles.blocks import document_of
    from aligner.formats.subtitles.vtt import cues_of

    return document_of(cues_of(raw.text), raw.path)


def _read_ass(raw: Raw) -> Document:
    from aligner.formats.subtitles.ass import cues_of
    from aligner.formats.subtitles.blocks import document_of

    return document_of(cues_of(raw.text), raw.path)


def _write_srt(bitext: Bitext, options: ExportOptions) -> bytes:
    from aligner.formats.subtitles.write import render_srt

    return render_srt(bitext, options).encode("utf-8")


def _edit_srt(raw: Raw) -> Bilingual:
    from aligner.formats.subtitles.edit import read_cues
    from aligner.formats.subtitles.srt import stretches_of

    return read_cues(raw, stretches_of)


def _edit_vtt(raw: Raw) -> Bilingual:
    from aligner.formats.subtitles.edit import read_cues
    from aligner.formats.subtitles.vtt import stretches_of

    return read_cues(raw, stretches_of, ends_blank=True)


def _edit_ass(raw: Raw) -> Bilingual:
    from aligner.formats.subtitles.edit_ass import read_events

    return read_events(raw)


SRT = Format(
    name="SubRip",
    suffixes=(".srt",),
    help=Help(),
    document=DocumentReader(_read_srt),
    edit_segments=SegmentEditor(_edit_srt),
    write_bitext=_write_srt,
)
VTT = Format(
    name="WebVTT",
    suffixes=(".vtt",),
    help=Help(),
    document=DocumentReader(_read_vtt),
    edit_segments=SegmentEditor(_edit_vtt),
)
ASS = Format(
    name="SubStation Alpha",
    suffixes=(".ass", ".ssa"),
    help=Help(),
    document=DocumentReader(_read_ass),
    edit_segments=SegmentEditor(_edit_ass),
)
