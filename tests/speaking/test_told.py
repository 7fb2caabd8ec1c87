"""Sentences looked up by their English: gaps, lists, names of files, the words of either coast."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from aligner.speaking import said_in, told
from aligner.speaking.catalogue import Template, catalogue, tables
from aligner.wording import UiLanguage

HAN = re.compile(r"[\u4e00-\u9fff]")
GAP = re.compile(r"\{(\w+)(?:!(\w))?\}")


def test_what_stands_in_a_gap_stays_in_its_script() -> None:
    assert told("There is no file 軟體.txt.", "zh") == "没有文件 軟體.txt。"
    assert told("There is no file 软件.txt.", "zh-Hant") == "沒有檔案 软件.txt。"


def test_english_opens_no_table() -> None:
    opened = (
        "import sys; from aligner.speaking import told; told('There is no file a.txt.');"
        "print([name for name in sys.modules if name.startswith('aligner.speaking.')])"
    )
    shown = subprocess.run([sys.executable, "-c", opened], capture_output=True, text=True)
    assert shown.stdout.strip() == "['aligner.speaking.telling']"


def test_english_and_what_nobody_knows_stay_as_they_are() -> None:
    assert told("There is no file a.txt.", "en") == "There is no file a.txt."
    assert told("Something else entirely.", "zh") == "Something else entirely."


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("a.tmx: 1 term from 1 pair", "a.tmx：1 對中有 1 條術語"),
        ("a.tmx: 1,204 terms from 20 pairs", "a.tmx：20 對中有 1,204 條術語"),
        (
            "a.txt could not be written (Permission denied); name another file.",
            "無法寫入 a.txt（權限不足）；請指定其他檔案。",
        ),
        (
            "a.txt could not be written (a reason of its own); name another file.",
            "無法寫入 a.txt（a reason of its own）；請指定其他檔案。",
        ),
        (
            "x.foo names no known format; it must end in one of .tmx, .xlf, .po.",
            "不認得 x.foo 的格式；副檔名須為以下之一：.tmx、.xlf、.po。",
        ),
        (
            "a.txt or b.txt has changed since; p.duizhao keeps what was read then.",
            "a.txt 或 b.txt 之後有更動；p.duizhao 保留當時讀到的內容。",
        ),
        (
            "Left alone: 2 segments confirmed or locked, 1 segment with a field.",
            "維持不動：已確認或鎖定 2 段、有功能變數 1 段。",
        ),
        (
            "There is no setting 'colour'; those there are: language, memory.",
            "沒有設定「colour」；可用的有：language、memory。",
        ),
        (
            "There is no setting 'colour'; those there are: language, theme.",
            "沒有設定「colour」；可用的有：language、theme。",
        ),
        (
            "a.tmx breaks off after 3 translation units (line 9): unclosed token. "
            "Get the whole file again.",
            "a.tmx 在第 3 個翻譯單元之後中斷（第 9 行）：標記未結束。請重新取得完整的檔案。",
        ),
        (
            "Warning: a.tmx is damaged: it is no archive, or breaks off. Get it again. "
            "Taken: 2 translation units, all that stand before the damage.",
            "警告：a.tmx 已損壞：不是壓縮檔，或中途中斷。請重新取得。"
            "已取出損壞處之前的全部 2 個翻譯單元。",
        ),
    ],
)
def test_gaps_are_filled_as_the_chinese_asks(english: str, chinese: str) -> None:
    assert told(english, "zh-Hant") == chinese


def test_the_sentence_that_says_most_is_taken() -> None:
    exact = told("There is no file a.txt; check the name.", "zh-Hant")
    assert exact == "沒有檔案 a.txt；請檢查名稱。"


def test_a_gap_for_a_figure_takes_no_words() -> None:
    template = Template("{path}: {count} unit(s)", "")
    assert template.values("a.tmx: 1 unit") == {"path": "a.tmx", "count": "1"}
    assert template.values("a.tmx: many units") is None


def test_every_gap_of_the_chinese_is_one_of_the_english() -> None:
    for table in tables():
        for english, chinese in table.items():
            gaps = {name for name, _ in GAP.findall(english)}
            found = GAP.findall(chinese)
            assert {name for name, _ in found} <= gaps, english
            assert {conversion for _, conversion in found} <= {"", "t", "l", "o", "k", "q"}, english
            assert HAN.search(chinese) or not HAN.sub("", chinese).isascii() or gaps, english


def test_every_template_finds_what_is_made_of_it() -> None:
    """No other one says as much and takes it for its own."""
    _, with_gaps = catalogue()
    for template in with_gaps:
        made = GAP.sub("7", template.english).replace("(s)", "s")
        first = next(one for one in with_gaps if one.values(made) is not None)
        assert first is template, (template.english, first.english)


@pytest.mark.parametrize(
    ("taiwan", "mainland"),
    [
        ("自訂設定", "自定义设置"),
        ("預設的檔案", "默认的文件"),
        ("投影片與儲存格", "幻灯片与单元格"),
        ("表格第 {row} 列", "表格第 {row} 行"),
        ("中文欄", "中文列"),
        ("「已復原」", "“已撤销”"),
    ],
)
def test_the_mainland_has_its_own_words(taiwan: str, mainland: str) -> None:
    assert said_in("zh", taiwan) == mainland
    language: UiLanguage = "zh-Hant"
    assert said_in(language, taiwan) == taiwan
