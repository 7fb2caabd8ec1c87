"""What is easily read wrong in each format of documents, and the test that shows it read right.

The documents are all made in the tests. A row that names no test, or a test that has gone, fails;
so does a format that has no rows.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable

import pytest

from aligner.formats.registry import FORMATS

SHOWN: dict[str, dict[str, str]] = {
    ".docx": {
        "inserted text is text": "[inserted]",
        "deleted text is none": "[deleted]",
        "text that was inserted and deleted again": "[an insertion that was deleted again]",
        "moved text stands where it was moved to": "[moved]",
        "a paragraph that was moved": "[a moved paragraph]",
        "a deleted paragraph": "[a deleted paragraph]",
        "a deleted paragraph mark joins two": "[a deleted end joins]",
        "several in a row join them all": "[deleted ends one after the other]",
        "a deleted row": "[a deleted row]",
        "a deleted cell": "[a deleted cell]",
        "a content control": "[a content control]",
        "a row in a content control": "[a row and a cell in content controls]",
        "a smart tag and a link": "[smart tag and link]",
        "custom markup": "[custom markup and direction]",
        "a text box that is stored twice": "[a text box, twice]",
        "a text box of the older kind": "[a text box of the older kind]",
        "a text box in one form only": "[a text box in the fallback only]",
        "footnotes and endnotes apart": "notes_follow_their_paragraph_without_marks",
        "changes in notes": "changes_are_accepted_in_notes_and_a_deleted_note_is_none",
        "a note in a table": "a_note_in_a_table_of_two_languages_is_no_cell",
        "a raised mark of a note": "[a raised mark]",
        "an exponent": "[an exponent]",
        "ruby": "[ruby]",
        "ruby as a field": "[a phonetic guide as a field]",
        "hidden text": "[hidden]",
        "text that its style hides": "[hidden by its style]",
        "text shown against its style": "[shown against its style]",
        "a comment": "[a comment]",
        "a simple field": "[a simple field]",
        "a field with its code": "[a field]",
        "a field within the code of a field": "[a field in the code of a field]",
        "an unclosed field eats nothing": "[an unclosed field]",
        "a formula is no text": "[a formula]",
        "merged cells once": "[merged cells]",
        "a table in a cell": "[a table in a cell]",
        "headers, footers, page numbers": "headers_and_page_numbers_stand_apart",
        "lists of contents and of figures": "contents_stand_apart",
        "soft hyphens of both forms": "[soft hyphens]",
        "a hyphen that does not break": "[a hyphen that does not break]",
        "symbols": "[symbols]",
        "symbols written as text": "[a symbol font in the text]",
        "the strict form": "strict_documents_differ_in_their_namespace_only",
        "two columns of two languages": "document_tables::each_row_is_a_section",
        "a table of something else": "document_tables::a_table_of_something_else_is_cells_in_order",
        "numbers and remarks in a table": "document_tables::numbers_and_remarks_are_told_apart",
        "a title over both columns": "document_tables::a_title_over_both_columns_is_divided",
        "a password": "hostile_documents::[a document with a password]",
        "entities": "hostile_documents::[entities]",
        "an external entity": "hostile_documents::[an external entity]",
        "a part that unpacks to far more": "hostile_documents::[a part that unpacks to far more]",
        "elements nested without end": "hostile_documents::[a hundred thousand elements deep]",
        "a file of another kind": "hostile_documents::[a text by the name of a document]",
        "a file that breaks off": "hostile_documents::[a package that breaks off]",
    },
    ".pptx": {
        "the order of slides": "slides_come_as_they_are_shown_each_in_a_section",
        "the title first": "the_title_comes_first_and_is_a_heading",
        "boxes of two languages by place": "boxes_in_both_languages_come_by_their_place",
        "places from the layout": "boxes_stand_where_their_layout_puts_them",
        "groups": "groups_are_gone_into_and_move_what_is_in_them",
        "tables": "tables_cell_by_cell_and_merged_cells_once",
        "cells merged downwards": "cells_merged_downwards_are_read_once",
        "a table of two languages": "heads_and_numbers_of_a_table_of_two_languages_are_told_apart",
        "SmartArt and charts": "smart_art_and_titles_of_charts",
        "breaks, fields, formulas, marks": "what_of_a_paragraph_is_text",
        "two forms of a shape": "of_two_forms_of_a_box_one_is_read",
        "numbers, dates, footers, what is hidden": "what_is_no_text_of_a_slide_has_a_label",
        "notes of the speaker": "notes_of_the_speaker",
        "comments": "comments_are_counted",
        "a slide is a wall": "no_pair_crosses_from_a_slide_into_the_next",
        "the strict form": "the_strict_form_differs_in_its_namespaces_only",
        "what is none": "what_is_no_presentation_is_refused_in_a_sentence",
    },
    ".odt": {
        "deleted text at the head": "[a deletion kept at the head]",
        "deleted text in the body": "[a deletion marked in the body]",
        "a deletion under its newer name": "[a deletion named in the newer way]",
        "a deleted table": "[a deleted table]",
        "inserted text": "[an insertion marked in the body]",
        "a footnote": "[a note]",
        "an endnote": "[an endnote of two paragraphs]",
        "a note that was deleted": "[a note in a deletion]",
        "a raised mark of a note": "[a raised mark]",
        "an annotation": "[an annotation]",
        "ruby": "[ruby]",
        "blanks, tab, line break": "[blanks, tab and break]",
        "a frame": "[a frame]",
        "a shape": "[a shape]",
        "a hidden paragraph": "[a hidden paragraph]",
        "hidden text": "[a hidden span]",
        "a hidden section": "[a hidden section]",
        "a variable that is not shown": "[a variable that is not shown]",
        "a soft hyphen": "[a soft hyphen]",
        "a field": "[a field]",
        "covered cells": "[covered cells]",
        "headers in the styles, contents": "kinds_and_labels",
        "two columns of two languages": "a_table_of_two_languages",
        "a password": "hostile_documents::[an OpenDocument text with a password]",
    },
    ".rtf": {
        "bytes of a Simplified font": "[bytes of a Simplified font]",
        "bytes of a Traditional font": "[bytes of a Traditional font]",
        "escapes with fallbacks": "[escapes with fallbacks]",
        "characters beyond 16 bits": "[two halves of a character]",
        "deleted text": "[deleted]",
        "inserted text": "[inserted]",
        "moved text": "[moved]",
        "hidden text": "[hidden]",
        "a footnote": "[a note]",
        "an endnote": "[an endnote]",
        "a comment": "[a comment]",
        "cells": "[cells in order]",
        "a table in a cell": "[a table in a cell]",
        "a field": "[a field]",
        "a phonetic guide": "[a phonetic guide]",
        "a picture": "[a picture and its bytes]",
        "a shape": "[a shape]",
        "a Chinese code page": "chinese_code_page_with_a_western_font",
        "two columns of two languages": "a_table_of_two_languages",
        "a file that breaks off": "hostile_documents::[Rich Text that breaks off]",
    },
    ".epub": {
        "the order of the spine": "chapters_come_in_the_order_of_the_spine",
        "names in another encoding": "names_without_a_word_on_their_encoding_are_found",
        "navigation, chapters out of line":
            "navigation_and_what_lies_beside_the_chapters_are_set_apart",
        "ruby, marks, page breaks, soft hyphens, empty elements": "what_of_a_chapter_is_text",
        "footnotes apart": "notes_are_text_of_their_own",
        "encodings": "encodings_of_chapters",
        "both languages in turn": "both_languages_in_turn",
        "a book in each language": "a_book_in_each_language",
        "pictures and missing chapters": "pictures_are_passed_over_and_missing_chapters_counted",
        "a lock": "a_locked_book_is_refused_and_scrambled_fonts_lock_nothing",
        "what is none": "what_is_no_book_is_refused_in_a_sentence",
    },
    ".srt": {
        "two languages in a cue": "two_languages_in_a_cue_are_its_two_paragraphs",
        "two languages on a line": "two_languages_on_a_line_are_told_apart_and_stay_in_their_cue",
        "line ends and encodings": "line_ends_and_encodings_are_found",
        "dot, missing numbers, blank lines, figures":
            "numbers_are_text_unless_they_are_those_of_cues",
        "tags": "markup_of_srt_is_no_text",
        "a dash begins another speaker": "a_dash_begins_another_speaker",
        "sounds": "sounds_are_known",
        "signs": "what_is_said_or_written_is_no_sound",
        "credits": "credits_are_known_and_speech_is_none",
        "broken times": "broken_times_lose_nothing",
    },
    ".vtt": {
        "the English above": "the_english_may_stand_above",
        "notes, styles, voices, classes, times, ruby, entities": "markup_of_vtt_is_no_text",
    },
    ".ass": {
        "order by time, two styles, comments, drawings, tags":
            "styles_of_two_languages_are_one_text_by_their_times",
        "fields in another order": "fields_behind_the_text_are_none_of_it",
        "braces, hard blanks, syllables": "a_brace_may_be_text_and_drawings_end",
    },
    ".pdf": {
        "two columns, however drawn": "two_columns_are_two_languages_however_they_were_drawn",
        "columns over pages": "columns_go_on_over_pages",
        "columns of one language": "columns_of_one_language_are_read_one_after_the_other",
        "a table with numbers": "a_column_of_numbers_says_where_rows_begin",
        "a table of narrow cells": "pdf_tables::cells_that_almost_touch_are_columns",
        "rows without lines": "pdf_tables::a_gap_in_one_column_begins_a_row_of_both",
        "heads of a table": "pdf_tables::heads_are_set_apart_wherever_they_stand",
        "a page with two rows": "pdf_tables::a_page_with_two_numbers_has_the_columns_of_the_others",
        "vertical Chinese": "vertical_chinese_is_read_from_the_right",
        "fonts that are not embedded": "traditional_fonts_that_are_not_embedded_are_read",
        "broken words": "a_broken_word_is_mended_and_a_compound_keeps_its_hyphen",
        "running heads, page numbers": "what_repeats_is_a_running_head_and_numbers_count_pages",
        "heads of odd and even pages": "odd_and_even_pages_may_have_heads_of_their_own",
        "ruby": "readings_above_a_line_are_no_text",
        "marks of notes": "the_mark_of_a_note_is_no_text_and_an_exponent_is",
        "notes at the foot of a page":
            "pdf_tables::notes_at_the_foot_of_a_page_are_notes_and_the_text_goes_on",
        "an indent": "an_indent_begins_a_paragraph",
        "a short last line": "pdf_tables::a_paragraph_may_begin_with_a_quotation_mark",
        "a line that marks made short": "a_line_that_marks_have_made_short_is_no_end",
        "paragraphs in turn": "paragraphs_in_turn_end_where_the_language_changes",
        "a scan": "a_scan_is_refused",
        "a password": "a_file_with_a_password_is_refused",
        "damage": "damaged_files_are_refused",
    },
    ".xlsx": {
        "columns by their content": "columns_are_found_by_what_is_in_them",
        "rows are walls": "each_row_of_two_languages_is_a_section",
        "languages in turn in a column": "languages_in_turn_in_one_column_are_an_article",
        "hidden sheets": "a_hidden_sheet_is_left_out_and_counted",
        "hidden rows": "a_hidden_row_is_text",
        "line breaks in a cell": "a_cell_with_line_ends_is_one_paragraph",
        "formulas without a value": "a_formula_without_a_value_is_counted",
        "phonetic runs": "how_a_word_is_pronounced_is_no_text",
        "a title over both columns": "a_title_over_both_columns_is_divided",
        "what is none": "what_is_no_workbook_is_refused_in_a_sentence",
    },
}  # fmt: skip
"""By format: what is easily read wrong, and the test that shows it: `name` of the format's own
module, or `module::name`; `[case]` is a case of the module's test of constructs."""
MODULES = {
    ".docx": "docx", ".pptx": "pptx", ".odt": "odt", ".rtf": "rtf", ".epub": "epub",
    ".srt": "subtitles", ".vtt": "subtitles", ".ass": "subtitles", ".pdf": "pdf",
    ".xlsx": "xlsx_article",
}  # fmt: skip
CASES = {
    "docx": "a_construct_reads_as_word_shows_it",
    "hostile_documents": "it_is_refused_soon_in_a_sentence",
}
"""The test of constructs of a module, where it has another name than in most."""
TEXTS = (".md", ".html", ".txt", ".tsv")
"""Texts, which have tests of their own."""
ROWS = [(ending, said) for ending, rows in SHOWN.items() for said in rows]


def cases_of(test: object) -> Iterable[object]:
    """The cases that pytest runs a test for."""
    for mark in getattr(test, "pytestmark", []):
        if mark.name == "parametrize":
            yield from mark.args[1]


@pytest.mark.parametrize(("ending", "construct"), ROWS)
def test_a_test_shows_it(ending: str, construct: str) -> None:
    said = SHOWN[ending][construct]
    module, _, name = said.rpartition("::")
    module = module or MODULES[ending]
    name, _, case = name.partition("[")
    name = name or CASES.get(module, "a_construct_reads_as_it_is_shown")
    test = getattr(importlib.import_module(f"tests.formats.test_{module}"), f"test_{name}")
    assert callable(test)
    assert not case or case.removesuffix("]") in set(cases_of(test))


@pytest.mark.parametrize("ending", SHOWN)
def test_no_case_is_named_twice(ending: str) -> None:
    cases = [said for said in SHOWN[ending].values() if said.endswith("]")]
    assert len(cases) == len(set(cases))


def test_each_format_of_documents_has_rows_and_all_have_many() -> None:
    documents = {
        format_.suffixes[0]
        for format_ in FORMATS
        if format_.document and format_.suffixes[0] not in TEXTS
    }
    assert documents <= SHOWN.keys()
    assert len(ROWS) >= 50
