"""`duizhao memory`: what it adds, finds, fills and says."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from aligner.bitext import Bitext
from aligner.cells import width
from aligner.cli import main
from aligner.cli.concordance import similar_lines
from aligner.memory import Memory
from aligner.project import create
from aligner.reading import read_side
from aligner.terms import Entry, Variant
from aligner.terms.formats import GlossaryTool, write_glossary
from aligner.unit import Unit
from tests.commands import sentence
from tests.formats.files import LAMP, saved, tmx, tu
from tests.samples import lighthouse

TABLE = """zh\ten
燈塔的燈亮了。\tThe lamp of the lighthouse was lit.
守塔人關上了門。\tThe keeper closed the door.
暴風雨在午夜來臨。\tThe storm came at midnight.
獨自。\t
"""
ARTICLE = "灯塔的灯亮了。守塔人关上了窗。海鸥不见了。\n\n海鸥不见了。\n"

Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run the command in a folder of its own, with a memory of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("DUIZHAO_DATA", str(tmp_path / "data"))
    Path("table.tsv").write_text(TABLE, encoding="utf-8")
    Path("article.txt").write_text(ARTICLE, encoding="utf-8")

    def run(*args: str) -> Result:
        return CliRunner().invoke(main, ["memory", *args])

    return run


@pytest.fixture
def filled(run: Run) -> Run:
    """Run the command with a memory that has a table."""
    assert run("add", "table.tsv").exit_code == 0
    return run


def test_adding_says_what_was_new_and_what_was_left_out(run: Run) -> None:
    first, again = run("add", "table.tsv"), run("add", "table.tsv")
    assert first.stdout == again.stdout == ""
    assert "3 added, 0 known already, 1 without Chinese or without English" in first.stderr
    assert "0 added, 3 known already" in again.stderr


def test_a_damaged_file_is_added_up_to_the_damage_if_asked(run: Run) -> None:
    odd = tu(("zh", "塔"), ("en", "tower"), ("fr", "tour"))
    saved(Path(), tmx(odd, LAMP, "<tu>&oops;"))
    sentence(run("add", "a.tmx"), 1)
    result = run("add", "a.tmx", "--salvage")
    assert result.exit_code == 0
    assert "Taken: 2 translation units, all that stand before the damage." in result.stderr
    assert "Left out: 1 text in languages other than Chinese and English (fr)." in result.stderr


def test_a_project_can_be_added(run: Run) -> None:
    bitext: Bitext = lighthouse()
    create(Path("work.duizhao"), bitext).close()
    full = [pair for pair in bitext.pairs if pair.is_full]
    assert f"{len(full)} added" in run("add", "work.duizhao").stderr
    assert full[0].en_text[:20] in run("search", full[0].zh_text).stdout


def test_doubtful_pairs_can_be_left_out(run: Run) -> None:
    Path("sure.jsonl").write_text(
        '{"zh": "一", "en": "one", "confidence": 0.2}\n'
        '{"zh": "二", "en": "two", "confidence": 0.2, "status": "confirmed"}\n'
        '{"zh": "三", "en": "three", "confidence": 0.9}\n',
        encoding="utf-8",
    )
    assert "2 added" in run("add", "sure.jsonl", "--min-confidence", "0.5").stderr


@pytest.mark.parametrize("query", ["灯塔", "燈塔", "LAMP", "ighthous"])
def test_search_shows_both_sides_and_marks_the_query(filled: Run, query: str) -> None:
    result = filled("search", query)
    assert "«" in result.stdout
    assert "燈" in result.stdout
    assert result.stdout.rstrip().endswith("1 unit")
    assert "table.tsv" in result.stdout
    assert max(width(line) for line in result.stdout.splitlines()) <= 80


def test_search_by_similarity_gives_percentages_and_differences(filled: Run) -> None:
    result = filled("search", "--similar", "守塔人关上了窗。")
    assert " 87 %" in result.stdout
    assert "[-門-]{+窗+}" in result.stdout
    english = filled("search", "--similar", "The keeper opened the door.")
    assert "[-closed-]{+opened+}" in english.stdout.replace("\n", "").replace(" ", "")


def test_what_is_not_found_is_said(filled: Run) -> None:
    assert filled("search", "※").stdout == "nothing found\n"
    assert filled("search", "--similar", "完全不同的東西").stdout == "nothing found\n"


def test_columns_stand_below_one_another(filled: Run) -> None:
    lines = filled("search", "。").stdout.splitlines()
    starts = {width(line[: line.index("The")]) for line in lines if " The" in line}
    assert len(starts) == 1


def test_fill_says_what_there_is_for_each_sentence(filled: Run) -> None:
    result = filled("fill", "article.txt")
    lines = result.stdout.splitlines()
    assert lines[0].startswith("   1 101 % 灯塔的灯亮了。")
    assert " The lamp of the" in lines[0]
    assert any(line.startswith("   2  87 % 守塔人关上了[-門-]{+窗+}。") for line in lines)
    assert any(line.startswith("   4   –") and "(as 3)" in line for line in lines)
    figures = {line[:13].strip(): line[13:].split() for line in lines[-9:]}
    assert figures["in context"] == ["1", "6", "7", "26%"]
    assert figures["85-94 %"] == ["1", "7", "8", "30%"]
    assert figures["repetitions"] == figures["no match"] == ["1", "5", "6", "22%"]
    assert figures["total"] == ["4", "23", "27", "100%"]


def test_fill_writes_the_article_with_the_english_of_the_memory(filled: Run) -> None:
    result = filled("fill", "article.txt", "-o", "filled.tsv", "--least", "90")
    rows = Path("filled.tsv").read_text(encoding="utf-8").splitlines()
    cells = [row.split("\t")[:2] for row in rows[1:]]
    assert cells[0] == ["灯塔的灯亮了。", "The lamp of the lighthouse was lit."]
    assert [en for _, en in cells[1:]] == ["", "", ""]
    assert "total" in result.stdout
    tmx = filled("fill", "article.txt", "-o", "filled.tmx")
    assert "2 units; 2 without English are left out" in tmx.stderr


GULLS = Entry("海鷗", "seagull", (Variant("鷗鳥"),), note="a bird")


@pytest.mark.parametrize(
    ("name", "tool"),
    [
        ("terms.utf8", "omegat"),
        ("terms.txt", "omegat"),
        ("terms.tbx", "omegat"),
        ("terms.tbx", None),
        ("terms.csv", "memoq"),
        ("terms.csv", None),
        ("terms.tsv", None),
        ("terms.xlsx", None),
    ],
)
def test_fill_shows_the_terms_of_a_glossary_of_any_tool(
    filled: Run, name: str, tool: GlossaryTool | None
) -> None:
    write_glossary([GULLS], Path(name), tool=tool)
    result = filled("fill", "article.txt", "--terms", name)
    assert result.stdout.count("海鸥 = seagull") == 2


def test_fill_shows_each_term_once_as_it_stands_and_all_its_english(run: Run) -> None:
    Path("article.txt").write_text("三件銅座，四件齒輪。\n", encoding="utf-8")
    Path("one.tsv").write_text("zh\ten\n件\tparts\n铜座\tbrass\n", encoding="utf-8")
    Path("other.utf8").write_text("銅座\tbrass mount\n", encoding="utf-8")
    shown = run("fill", "article.txt", "--terms", "one.tsv", "--terms", "other.utf8")
    assert "件 = parts; 銅座 = brass / brass mount\n" in shown.stdout


def test_terms_need_no_memory_unless_one_is_named(run: Run) -> None:
    write_glossary([GULLS], Path("terms.utf8"))
    shown = run("fill", "article.txt", "--terms", "terms.utf8")
    assert shown.exit_code == 0
    assert "There is no memory yet" in shown.stderr
    assert "海鸥 = seagull" in shown.stdout
    assert "(as 3)" in shown.stdout
    assert not Path("data").exists()
    named = run("fill", "article.txt", "--terms", "terms.utf8", "--memory", "mine")
    assert "There is no memory" in sentence(named, 1)


FOG = "霧號響了三次。\n守塔人修好了霧號。\n海鷗不見了。\n海鷗又來了。\n"


def test_fill_lists_recurring_terms_that_no_glossary_has(run: Run) -> None:
    Path("fog.txt").write_text(FOG, encoding="utf-8")
    write_glossary([GULLS], Path("terms.utf8"))
    shown = run("fill", "fog.txt", "--terms", "terms.utf8").stdout
    _, _, listed = shown.partition("terms still to decide")
    assert listed.splitlines()[1].split() == ["2", "霧號", "from", "1"]
    assert "海鷗" not in listed
    Path("rest.tsv").write_text("霧號\tfoghorn\n", encoding="utf-8")
    both = run("fill", "fog.txt", "--terms", "terms.utf8", "--terms", "rest.tsv").stdout
    assert "no term still to decide" in both


def test_how_many_are_listed_can_be_said(filled: Run) -> None:
    Path("fog.txt").write_text(FOG, encoding="utf-8")
    assert "to decide" not in filled("fill", "fog.txt").stdout
    assert "and 1 more" in filled("fill", "fog.txt", "--undecided", "1").stdout
    write_glossary([GULLS], Path("terms.utf8"))
    shown = filled("fill", "fog.txt", "--terms", "terms.utf8", "--undecided", "0").stdout
    assert "to decide" not in shown
    written = filled("fill", "fog.txt", "-o", "fog.xlf", "--undecided", "9")
    assert "terms still to decide" in written.stdout


def test_a_glossary_that_cannot_be_read_is_said(filled: Run) -> None:
    Path("terms.tbx").write_bytes(b"\x00\xff\x00 no glossary")
    assert "terms.tbx" in sentence(filled("fill", "article.txt", "--terms", "terms.tbx"), 1)
    assert "nothing.tsv" in sentence(filled("fill", "article.txt", "--terms", "nothing.tsv"), 1)


def test_stats_say_how_much_from_where_and_where(filled: Run, tmp_path: Path) -> None:
    shown = filled("stats").stdout
    assert str(tmp_path / "data" / "memory.sqlite3") in shown
    assert "units      3" in shown
    assert "Traditional 3" in shown
    assert "table.tsv" in shown


def test_export_and_adding_it_again_is_the_same_memory(filled: Run, tmp_path: Path) -> None:
    assert "3 units" in filled("export", "all.tmx").stderr
    filled("add", "all.tmx", "--memory", "other")
    with Memory(tmp_path / "data" / "memory.sqlite3") as one, Memory(Path("other")) as other:
        assert [(e.unit.zh, e.unit.en) for e in one] == [(e.unit.zh, e.unit.en) for e in other]


def test_colour_repeats_the_marks_over_the_ends_of_lines(filled: Run, tmp_path: Path) -> None:
    long = "長" * 50
    with Memory(tmp_path / "data" / "memory.sqlite3", to_add=True) as memory:
        memory.add([Unit(f"前{long}後", "before and after")], "x" * 300)
        near = memory.fuzzy_matches("前後" + long[:40], limit=1)
        plain, coloured = (
            list(similar_lines(near, "前後" + long[:40], 60, is_chinese=True, colour=colour))
            for colour in (False, True)
        )
    assert [re.sub(r"\x1b\[\d+m", "", line) for line in coloured] == plain
    assert max(map(width, plain)) <= 60
    for line in coloured:
        assert line.count("\x1b[0m") * 2 == line.count("\x1b[")


@pytest.mark.parametrize(
    "args",
    [
        ("search", "燈"),
        ("stats",),
        ("export", "all.tmx"),
        ("fill", "article.txt"),
    ],
)
def test_without_a_memory_the_command_says_how_to_make_one(run: Run, args: tuple[str, ...]) -> None:
    assert "There is no memory" in sentence(run(*args), 1)


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        (("add", "nothing.tmx"), 1, "nothing.tmx"),
        (("add", "article.txt"), 1, ""),
        (("add",), 2, "Missing argument"),
        (("search", "燈", "--limit", "0"), 2, "--limit"),
        (("fill", "table.tsv", "-o", "x.docx"), 2, "names no known format"),
        (("fill", "article.txt", "-o", "article.txt"), 2, ""),
        (("fill", "nothing.txt"), 1, "There is no file"),
        (("export", "no/folder/all.tmx"), 1, "There is no folder"),
        (("stats", "--memory", "table.tsv"), 1, "is no memory"),
        (("add", "table.tsv", "--memory", "article.txt"), 1, "is no memory"),
    ],
)
def test_what_cannot_be_done_is_said(
    filled: Run, args: tuple[str, ...], code: int, says: str
) -> None:
    assert says in sentence(filled(*args), code)
    assert Path("table.tsv").read_text(encoding="utf-8") == TABLE
    assert Path("article.txt").read_text(encoding="utf-8") == ARTICLE


def test_one_language_of_a_file_can_be_read_alone(run: Run) -> None:
    assert read_side(Path("article.txt")).sentences[0].text == "灯塔的灯亮了。"
    Path("both.txt").write_text(
        "燈塔亮了。守塔人關上門。\n\nThe lamp was lit. The keeper closed the door.\n",
        encoding="utf-8",
    )
    for language, count in (("zh", 2), ("en", 2)):
        side = read_side(Path("both.txt"), "zh" if language == "zh" else "en")
        assert (side.language, len(side.sentences)) == (language, count)
    Path("english.txt").write_text("No Chinese is here.\n", encoding="utf-8")
    assert "holds no Chinese text" in sentence(run("fill", "english.txt"), 1)


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys, contextlib\nfrom aligner.cli import main\n"
        "with contextlib.suppress(SystemExit): main(['memory', '--help'])\n"
        "assert not {'numpy', 'rapidfuzz', 'opencc_python', 'sqlite3'} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_a_tool_gives_its_ending_to_what_is_exported_and_filled(filled: Run) -> None:
    assert filled("export", "all", "--for", "trados").exit_code == 0
    assert Path("all.tmx").exists()
    assert filled("fill", "article.txt", "-o", "article", "--for", "omegat").exit_code == 0
    assert Path("article.tmx").exists()
    assert "names no known format" in sentence(filled("export", "all"), 2)
