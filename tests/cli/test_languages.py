"""The command in Chinese: its help whole, what it says, and no name converted."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from aligner.cells import width
from aligner.cli import main
from aligner.cli.help_pages import commands_in
from aligner.script import detect_script
from aligner.speaking import COMMANDS, speak, told
from aligner.speaking.catalogue import Template
from aligner.speaking.option_texts import OPTIONS
from tests.commands import BILINGUAL

HAN = re.compile(r"[\u4e00-\u9fff]")
Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    Path("article.txt").write_text(BILINGUAL, encoding="utf-8")
    return lambda *args: CliRunner().invoke(main, args)


def options() -> list[tuple[str, click.Option]]:
    return [
        (name, parameter)
        for name, command in commands_in(main)
        for parameter in command.params
        if isinstance(parameter, click.Option)
    ]


# The help.


def test_every_command_has_its_help_in_chinese() -> None:
    assert COMMANDS.keys() == {name for name, _ in commands_in(main)}
    assert all(short or not name for name, (short, _) in COMMANDS.items())


def test_every_option_has_its_help_in_chinese(run: Run) -> None:
    speak("zh-Hant")
    missing = {
        (name, option.opts[-1])
        for name, option in options()
        if not HAN.search(told((option.help or "").partition("  [")[0]))
    }
    assert missing == set()


@pytest.mark.parametrize("language", ["zh-TW", "zh-CN"])
def test_nothing_of_the_help_stays_in_english(run: Run, language: str) -> None:
    """Of whatever follows a word of the command, but for names and examples."""
    for name in COMMANDS:
        shown = run("--lang", language, *name.split(), "--help").stdout
        assert "[OPTIONS]" not in shown
        lines = [line for line in shown.splitlines() if "duizhao " not in line]
        assert re.findall(r"[a-z]+ (?:or|of|the|as|by|if|with) [a-z]+", "\n".join(lines)) == []


def test_nothing_is_kept_in_chinese_that_is_never_said_of_an_option() -> None:
    said = {(option.help or "").partition("  [")[0] for _, option in options()}
    said |= {"Show this message and exit."}
    templates = [Template(text, "") for text in OPTIONS]
    never = [one.english for one in templates if not any(map(one.expression.fullmatch, said))]
    assert never == []


@pytest.mark.parametrize("language", ["zh-TW", "zh-CN"])
def test_help_is_in_the_script_that_was_asked_for_and_fits_its_window(
    run: Run, language: str
) -> None:
    for name in COMMANDS:
        result = run("--lang", language, *name.split(), "--help")
        assert result.exit_code == 0
        lines = result.stdout.splitlines()
        told_lines = [line for line in lines if not re.search(r"  duizhao |omegat\|", line)]
        assert max(map(width, told_lines)) <= 80, name
        expected = {"zh-TW": "Hant", "zh-CN": "Hans"}[language]
        assert detect_script(result.stdout).name == expected
        assert "Options:" not in result.stdout


def test_help_is_english_again_where_english_is_asked_for(run: Run) -> None:
    before = run("align", "--help", "--lang", "en").stdout
    assert "選項" in run("align", "--help", "--lang", "zh-TW").stdout
    assert run("align", "--help", "--lang", "en").stdout == before
    assert "Options:" in before


# Sentences.


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh-TW", "duizhao: 沒有檔案 軟體.txt。"),
        ("zh-CN", "duizhao: 没有文件 軟體.txt。"),
        ("en", "duizhao: There is no file 軟體.txt."),
    ],
)
def test_an_error_is_said_in_the_language_and_the_name_of_a_file_stays(
    run: Run, language: str, said: str
) -> None:
    for words in (("--lang", language, "align"), ("align", f"--lang={language}")):
        result = run(*words, "軟體.txt")
        assert result.exit_code == 1
        assert result.stderr.strip() == said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("aling",), "錯誤：沒有指令「aling」。"),
        (("align",), "錯誤：缺少引數「ARTICLE」。"),
        (("align", "--levels", "3"), "錯誤：沒有選項「--levels」。"),
        (
            ("align", "article.txt", "--level", "word"),
            "錯誤：--level 的值不對：「word」不在 sentence、paragraph 之中",
        ),
        (("align", "article.txt", "--zh-code", "?"), "不是語言碼；語言碼如 zh-TW。"),
        (("align", "article.txt", "--min-confidence", "3"), "的範圍內。"),
        (("align", "article.txt", "-o"), "需要一個值。"),
    ],
)
def test_a_command_that_is_not_understood_is_told_in_chinese(
    run: Run, words: tuple[str, ...], said: str
) -> None:
    result = run("--lang", "zh-TW", *words)
    assert result.exit_code == 2
    assert said in result.stderr
    assert "Error" not in result.stderr


TYPED = re.compile(
    r"`[^`]*`|duizhao [a-z ]+.*|--[a-z-]+|[\w./-]+\.\w+|\.[a-z]+|big5hkscs|gb18030|utf-\d+"
)
"""What stays as it is typed: commands, options, names of files, endings, encodings."""
SHOWN = [
    ("align", "none.txt"),
    ("align", "binary.txt"),
    ("align", "empty.txt"),
    ("align", "."),
    ("align", "chinese.txt"),
    ("align", "article.txt", "-o", "a.foo"),
    ("align", "article.txt", "-o", "none/a.tmx"),
    ("align", "article.txt", "--encoding", "utf-32"),
    ("align", "broken.docx"),
    ("align", "broken.epub"),
    ("align", "broken.rtf"),
    ("align", "article.txt"),
    ("align", "article.txt", "--map"),
    ("check", "broken.tmx"),
    ("check", "broken.tmx", "--salvage"),
    ("check", "unknown.tmx"),
    ("convert", "table.tsv", "a.tmx"),
    ("convert", "table.tsv", "a.epub"),
    ("convert", "broken.tmx", "a.csv"),
    ("memory", "stats", "--memory", "none"),
    ("memory", "stats", "--memory", "article.txt"),
    ("memory", "add", "table.tsv", "--memory", "kept"),
    ("anonymise", "article.txt"),
    ("anonymise", "table.tsv"),
    ("repair", "article.txt"),
    ("repair", "table.tsv"),
    ("review", "article.txt"),
    ("terms", "check", "glossary.tsv", "table.tsv"),
    ("terms", "convert", "glossary.tsv", "a.foo"),
    ("update", "article.txt", "article.txt"),
]


@pytest.mark.parametrize("language", ["zh-TW", "zh-CN"])
@pytest.mark.parametrize("words", SHOWN, ids=" ".join)
def test_nothing_is_left_in_english_but_what_is_typed(
    run: Run, words: tuple[str, ...], language: str
) -> None:
    write_samples()
    result = run("--lang", language, *words)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    english = [
        line
        for line in result.stderr.splitlines()
        if re.search(r"[a-z]{2,} [a-z]{2,}", TYPED.sub("", line))
    ]
    assert english == []
    assert HAN.search(result.stderr)


def write_samples() -> None:
    """Put files here that commands refuse, each in a way of its own, and some that they take."""
    Path("binary.txt").write_bytes(bytes(range(256)) * 4)
    Path("empty.txt").write_bytes(b"")
    Path("chinese.txt").write_text("燈塔很高。海很寬。\n", encoding="utf-8")
    Path("table.tsv").write_text("燈塔\tlighthouse\n海\tsea\n", encoding="utf-8")
    Path("glossary.tsv").write_text("燈塔\tbeacon\n", encoding="utf-8")
    for name in ("broken.docx", "broken.epub", "broken.rtf"):
        Path(name).write_bytes(b"PK\x03\x04" + bytes(200))
    Path("unknown.tmx").write_text("<other/>", encoding="utf-8")
    unit = "<tu>{}</tu>".format(
        "".join(
            f'<tuv xml:lang="{code}"><seg>{text}</seg></tuv>'
            for code, text in (("zh", "燈塔"), ("en", "lighthouse"))
        )
    )
    Path("broken.tmx").write_text(f'<tmx version="1.4"><header/><body>{unit}<tu', encoding="utf-8")


def test_the_summary_is_in_chinese(run: Run) -> None:
    lines = run("align", "article.txt", "-o", "a.tmx", "--lang", "zh-TW").stderr.splitlines()
    assert "中文       1 段，2 句" in lines
    assert any(line.startswith("寫出       a.tmx") for line in lines)
    assert [line for line in lines if not HAN.match(line)] == []


def test_the_language_goes_by_the_settings_and_before_them_by_the_option(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "zh_TW.UTF-8")
    assert "開始：" in run().stdout
    monkeypatch.setenv("DUIZHAO_LANGUAGE", "zh-CN")
    assert "开始：" in run().stdout
    assert "To begin:" in run("--lang", "en").stdout


def test_a_language_that_is_none_is_refused(run: Run) -> None:
    result = run("align", "article.txt", "--lang", "fr")
    assert result.exit_code == 2
    assert "'fr' is not one of 'en', 'zh', 'zh-TW', 'zh-CN'" in result.stderr
    assert run("align", "--lang").exit_code == 2


def test_what_stands_behind_two_dashes_is_no_language(run: Run) -> None:
    result = run("align", "--", "--lang")
    assert "There is no file --lang." in result.stderr
