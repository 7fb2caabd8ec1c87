"""PO: what a catalogue says as units, and back, as gettext's own tools and polib read it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.errors import UnusableInput
from aligner.formats import ExportOptions, names_units, read_units, write_units
from aligner.unit import Unit
from tests.effort import check_effort
from tests.formats.units import units

CATALOGUE = r"""# Harbour office
# 港務辦公室
msgid ""
msgstr ""
"Project-Id-Version: tides 1.0\n"
"Language: zh_TW\n"
"Content-Type: text/plain; charset=UTF-8\n"

# 給碼頭上的告示牌
#. shown on the board
#: board.c:12 board.c:40
#, c-format
msgctxt "board"
msgid "High water at %s"
msgstr "%s 滿潮"

#, fuzzy
#| msgid "Mooring"
msgid "Moorings"
msgstr "繫泊處"

msgid "%d boat"
msgid_plural "%d boats"
msgstr[0] "%d 艘船"

msgid ""
"First line\n"
"with a \"quote\", a tab\t and a back\\slash"
msgstr ""
"第一行\n"
"有「引號」、制表符\t和反斜線\\"

msgid "Not yet"
msgstr ""

#~ msgid "Lamp oil"
#~ msgstr "燈油"
"""


def saved(folder: Path, text: str | bytes, name: str = "app.po") -> Path:
    path = folder / name
    path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return path


def converted(path: Path, name: str = "out.po", **options: object) -> Path:
    target = path.with_name(name)
    write_units(read_units(path), target, ExportOptions(**options))  # type: ignore[arg-type]
    return target


@pytest.fixture
def found(tmp_path: Path) -> list[Unit]:
    return list(read_units(saved(tmp_path, CATALOGUE)))


def test_every_message_is_a_unit_and_the_head_is_none(found: list[Unit]) -> None:
    assert [(unit.en, unit.zh) for unit in found] == [
        ("High water at %s", "%s 滿潮"),
        ("Moorings", "繫泊處"),
        ("%d boat", "%d 艘船"),
        (
            'First line\nwith a "quote", a tab\t and a back\\slash',
            "第一行\n有「引號」、制表符\t和反斜線\\",
        ),
        ("Not yet", ""),
        ("Lamp oil", "燈油"),
    ]
    assert {unit.zh_code for unit in found} == {"zh_TW"}


def test_fuzzy_is_a_mark_for_review_and_obsolete_is_excluded(found: list[Unit]) -> None:
    statuses = [unit.status for unit in found]
    assert statuses == ["proposed", "review", "proposed", "proposed", "proposed", "excluded"]


def test_context_plural_comments_and_flags_stay_with_the_unit(found: list[Unit]) -> None:
    first, fuzzy, plural = found[:3]
    assert first.note == "給碼頭上的告示牌"
    assert first.properties == (
        ("x-msgctxt", "board"),
        ("x-flags", "c-format"),
        ("x-extracted-comment", "shown on the board"),
        ("x-reference", "board.c:12 board.c:40"),
    )
    assert fuzzy.properties == (("x-previous", 'msgid "Mooring"'),)
    assert plural.properties == (("x-msgid-plural", "%d boats"),)


def test_what_is_read_and_written_again_says_the_same_to_another_parser(tmp_path: Path) -> None:
    path = saved(tmp_path, CATALOGUE)
    before, after = polib.pofile(str(path)), polib.pofile(str(converted(path)))
    told = [
        [(e.msgctxt, e.msgid, e.msgid_plural, e.msgstr, e.msgstr_plural) for e in catalogue]
        + [
            (e.tcomment, e.comment, e.occurrences, e.fuzzy, e.obsolete, sorted(e.flags))
            for e in catalogue
        ]
        for catalogue in (before, after)
    ]
    assert told[0] == told[1]
    assert after.metadata["Language"] == "zh_TW"
    assert after.metadata["Plural-Forms"] == "nplurals=1; plural=0;"


def test_english_stands_in_msgid_unless_the_source_is_chinese(tmp_path: Path) -> None:
    path = saved(tmp_path, CATALOGUE)
    assert 'msgid "Moorings"' in converted(path).read_text("utf-8")
    turned = converted(path, source="zh").read_text("utf-8")
    assert 'msgid "繫泊處"\nmsgstr "Moorings"' in turned
    assert '"Language: en_US\\n"' in turned


def test_a_catalogue_from_chinese_is_read_by_its_texts(tmp_path: Path) -> None:
    text = 'msgid "繫泊處"\nmsgstr "Moorings"\n\nmsgid "燈油"\nmsgstr ""\n'
    found = list(read_units(saved(tmp_path, text)))
    assert [(unit.zh, unit.en) for unit in found] == [("繫泊處", "Moorings"), ("燈油", "")]


def test_a_message_that_stands_twice_is_no_error_of_gettext(tmp_path: Path) -> None:
    twice = [Unit("銀行", "bank"), Unit("河岸", "bank"), Unit("銀行", "bank"), Unit("", "quay")]
    write_units(twice, tmp_path / "a.po")
    entries = polib.pofile(str(tmp_path / "a.po"))
    assert [(e.msgctxt, e.msgid, e.msgstr) for e in entries] == [
        (None, "bank", "銀行"),
        ("#2", "bank", "河岸"),
        (None, "quay", ""),
    ]


def test_a_unit_without_a_message_is_left_out_and_counted(tmp_path: Path) -> None:
    written = write_units([Unit("燈", "lamp"), Unit("霧", "")], tmp_path / "a.po")
    assert (written.units, written.left_out) == (1, 1)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('msgid "a"\nmsgstr "甲"\nnonsense\n', "line 3"),
        ('msgid "a\nmsgstr "甲"\n', "line 1"),
        ('msgid ""\nmsgstr "Language: fr\\n"\n\nmsgid "a"\nmsgstr "b"\n', "but fr"),
        ('msgid ""\nmsgstr "Language: zh_CN\\n"\n', "no translation unit"),
    ],
)
def test_what_is_no_catalogue_of_ours_is_refused(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(UnusableInput, match=words):
        list(read_units(saved(tmp_path, text)))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_a_catalogue_is_read_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    text = 'msgid "Moorings"\nmsgstr "系泊处和码头的告示"\n' * 2
    assert next(read_units(saved(tmp_path, text.encode(encoding)))).zh == "系泊处和码头的告示"


def test_it_goes_by_a_name_that_units_have() -> None:
    assert names_units(Path("app.PO"))


@settings(max_examples=150)
@given(made=st.lists(units(), min_size=1, max_size=6), source=st.sampled_from(["zh", "en"]))
def test_whatever_is_written_another_parser_reads(
    made: list[Unit], source: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("po") / "a.po"
    write_units(made, path, ExportOptions(source=source))  # type: ignore[arg-type]
    ours = [entry for entry in polib.pofile(str(path)) if entry.msgid]
    theirs = [(u.en, u.zh) if source == "en" else (u.zh, u.en) for u in _again(path)]
    assert [(entry.msgid, entry.msgstr) for entry in ours if not entry.msgid_plural] == theirs


def _again(path: Path) -> list[Unit]:
    try:
        return list(read_units(path))
    except UnusableInput:  # nothing but the head
        return []


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="gettext is not installed")
def test_gettext_compiles_what_is_written(tmp_path: Path) -> None:
    written = converted(saved(tmp_path, CATALOGUE))
    done = subprocess.run(
        ["msgfmt", "--check", "-o", "/dev/null", written],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_a_table_that_begins_with_a_row_of_number_signs_is_read_soon(tmp_path: Path) -> None:
    """Whether it is a catalogue was asked in time that doubled with every sign."""
    path = tmp_path / "a.tsv"
    path.write_text("#" * 4000 + "\n燈塔\tlighthouse\n", encoding="utf-8")
    check_effort(lambda: list(read_units(path)), 30)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_catalogue_may_begin_with_comments_of_any_line_end(tmp_path: Path, end: str) -> None:
    path = tmp_path / "a.po"
    lines = [
        "# one # two",
        "#",
        "",
        '#~ msgid "old"',
        '#~ msgstr "舊"',
        'msgid "sea"',
        'msgstr "海"',
    ]
    path.write_bytes(end.join(lines).encode())
    assert [(unit.zh, unit.en) for unit in read_units(path)] == [("舊", "old"), ("海", "sea")]
