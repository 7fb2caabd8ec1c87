"""What becomes of a file that is to be reviewed: a project, and the same one from then on."""

from __future__ import annotations

from pathlib import Path

import pytest

from aligner import opening
from aligner.ahead import Reading
from aligner.bitext import Bitext
from aligner.edits import confirm
from aligner.errors import DuizhaoError, NoOtherLanguage, UnusableInput, UnwritableOutput
from aligner.opening import OpenedProject, open_for_review
from aligner.project import create, open_project
from tests.commands import BILINGUAL, open_folder, without_privileges
from tests.samples import lighthouse

TMX = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="Elsewhere" creationtoolversion="1" segtype="sentence"
 o-tmf="x" adminlang="en" srclang="en-GB" datatype="plaintext"/><body>
<tu><tuv xml:lang="en-GB"><seg>The lamp was <bpt i="1">&lt;b&gt;</bpt>lit<ept i="1"/>.</seg></tuv>
<tuv xml:lang="ZH_CN"><seg>灯塔亮了。</seg></tuv></tu>
<tu><note>ask her</note><tuv xml:lang="en-GB"><seg>The sea was calm.</seg></tuv></tu>
<tu><tuv xml:lang="zh-CN"><seg>猫没有回答。</seg></tuv></tu>
<tu><tuv xml:lang="fr"><seg>La mer.</seg></tuv></tu>
<tu><tuv xml:lang="en-GB"><seg>He went down the stairs.</seg></tuv>
<tuv xml:lang="zh-CN"><seg>海很静。</seg></tuv></tu>
</body></tmx>
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(BILINGUAL, encoding="utf-8")
    return path


def read(opened: OpenedProject) -> Bitext:
    with opened.project as project:
        return project.load()


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# Articles.


def test_an_article_becomes_a_project_beside_it(article: Path, tmp_path: Path) -> None:
    opened = open_for_review(article)
    assert opened.notice == ""
    assert opened.realigner is not None
    assert opened.realigner.is_prepared
    assert opened.project.path == tmp_path / "article.txt.duizhao"
    bitext = read(opened)
    assert [pair.zh_text for pair in bitext.pairs] == ["燈塔亮了。", "守塔人關上門。"]
    assert files(tmp_path) == ["article.txt", "article.txt.duizhao"]
    assert article.read_text(encoding="utf-8") == BILINGUAL


def test_the_next_time_it_goes_on_with_the_project(article: Path) -> None:
    with open_for_review(article).project as project:
        project.apply(confirm(project.bitext, 1), "confirm")
    opened = open_for_review(article)
    assert opened.notice == "Going on with article.txt.duizhao."
    assert read(opened).pairs[1].status == "confirmed"


def test_it_goes_on_though_the_article_is_gone(article: Path) -> None:
    read(open_for_review(article))
    article.unlink()
    opened = open_for_review(article)
    assert "Going on" in opened.notice
    assert len(read(opened).pairs) == 2


def test_it_says_that_the_article_has_changed_since(article: Path) -> None:
    read(open_for_review(article))
    article.write_text(BILINGUAL + "\n貓沒有回答。\n", encoding="utf-8")
    opened = open_for_review(article)
    assert "article.txt has changed since" in opened.notice
    assert len(read(opened).pairs) == 2


def test_it_says_that_the_translation_has_changed_since(tmp_path: Path) -> None:
    zh, en = tmp_path / "zh.txt", tmp_path / "en.txt"
    zh.write_text("燈塔亮了。守塔人關上門。\n", encoding="utf-8")
    en.write_text("The lamp was lit. The keeper closed the door.\n", encoding="utf-8")
    assert len(read(open_for_review(zh, en)).pairs) == 2
    again = open_for_review(zh, en)
    assert "Going on" in again.notice
    again.project.close()
    en.write_text("The lamp was lit.\n", encoding="utf-8")
    changed = open_for_review(zh, en)
    assert "has changed since" in changed.notice
    changed.project.close()


def test_a_project_is_kept_where_it_was_asked_for(article: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "work" / "a.duizhao"
    elsewhere.parent.mkdir()
    read(open_for_review(article, project=elsewhere))
    assert files(tmp_path) == ["article.txt", "work"]
    assert read(open_for_review(article, project=elsewhere)).pairs


def test_a_project_is_opened_whatever_its_name(tmp_path: Path) -> None:
    create(tmp_path / "a.duizhao", lighthouse()).close()
    (tmp_path / "a.duizhao").rename(tmp_path / "work.backup")
    assert read(open_for_review(tmp_path / "work.backup")) == lighthouse()
    assert files(tmp_path) == ["work.backup"]


def test_paragraphs_are_paired_where_that_is_asked_for(article: Path) -> None:
    bitext = read(open_for_review(article, reading=Reading(level="paragraph")))
    assert bitext.level == "paragraph"
    assert [pair.zh_text for pair in bitext.pairs] == ["燈塔亮了。守塔人關上門。"]


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("zh.txt", "只有中文，沒有別的。\n".encode(), NoOtherLanguage),
        ("empty.txt", b"", DuizhaoError),
        ("binary.txt", bytes(range(256)) * 10, DuizhaoError),
        ("a.tmx", b"", UnusableInput),
        ("a.tmx", b"<tmx", UnusableInput),
        ("a.tmx", TMX[:500].encode(), UnusableInput),
        ("a.tmx", b'<tmx version="1.4"><body></body></tmx>', UnusableInput),
        ("a.tsv", b"", UnusableInput),
        ("a.duizhao", b"no project", UnusableInput),
        ("a.duizhao", b"", UnusableInput),
        ("a.txt", b"SQLite format 3\0" + b"x" * 4000, UnusableInput),
    ],
)
def test_what_cannot_be_opened_is_a_sentence_and_leaves_nothing_behind(
    tmp_path: Path, name: str, content: bytes, problem: type[DuizhaoError]
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(problem) as raised:
        open_for_review(path).project.close()
    assert "\n" not in str(raised.value)
    assert files(tmp_path) == [name]
    assert path.read_bytes() == content


@pytest.mark.parametrize("name", ["nothing.txt", "nothing.duizhao", "nothing.tmx", "", ".", "/"])
def test_what_is_not_there_or_a_folder_is_a_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(DuizhaoError):
        open_for_review(tmp_path / name if name.startswith("n") else Path(name))
    assert files(tmp_path) == []


@pytest.mark.parametrize("length", [83, 300])  # with what a project adds to it, and alone
def test_a_name_too_long_is_a_sentence(tmp_path: Path, length: int) -> None:
    path = tmp_path / f"{'長' * length}.txt"
    if length < 85:
        path.write_text(BILINGUAL, encoding="utf-8")
    with pytest.raises(DuizhaoError, match=r"\.$"):
        open_for_review(path)
    assert len(files(tmp_path)) <= 1


def test_a_truncated_project_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.duizhao"
    create(path, lighthouse()).close()
    content = path.read_bytes()
    for length in (20, 100, len(content) // 2):
        path.write_bytes(content[:length])
        with pytest.raises(UnusableInput):
            open_for_review(path).project.load()


def test_a_folder_that_takes_no_file_is_told_before_the_work() -> None:
    with open_folder() as folder:
        (folder / "article.txt").write_text(BILINGUAL, encoding="utf-8")
        folder.chmod(0o555)
        with without_privileges(), pytest.raises(UnwritableOutput):
            open_for_review(folder / "article.txt")
        folder.chmod(0o755)
        assert files(folder) == ["article.txt"]


def test_a_project_in_a_folder_that_takes_no_file_can_be_looked_at() -> None:
    with open_folder() as folder:
        create(folder / "a.duizhao", lighthouse()).close()
        (folder / "a.duizhao").chmod(0o444)
        folder.chmod(0o555)
        with without_privileges():
            opened = open_for_review(folder / "a.duizhao")
            assert opened.project.is_read_only
            assert read(opened) == lighthouse()
        folder.chmod(0o755)


def test_an_interrupted_alignment_leaves_nothing(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(opening, "align_for_review", interrupted)
    with pytest.raises(KeyboardInterrupt):
        open_for_review(article)
    assert files(tmp_path) == ["article.txt"]


# Units.


def test_units_of_a_foreign_memory_are_pairs_half_empty_ones_too(tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    path.write_text(TMX, encoding="utf-8")
    opened = open_for_review(path)
    assert opened.realigner is None
    bitext = read(opened)
    assert [(pair.zh_text, pair.en_text) for pair in bitext.pairs] == [
        ("灯塔亮了。", "The lamp was lit."),
        ("", "The sea was calm."),
        ("猫没有回答。", ""),
        ("海很静。", "He went down the stairs."),
    ]
    assert bitext.pairs[1].note == "ask her"
    assert bitext.article.script == "Hans"
    assert bitext.pairs[0].confidence > bitext.pairs[3].confidence
    assert path.read_text(encoding="utf-8") == TMX
    again = open_for_review(path)
    assert "Going on" in again.notice
    assert read(again) == bitext


def test_a_table_keeps_its_confidence_and_gets_one_where_it_has_none(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text(
        "zh\ten\tconfidence\n燈塔亮了。\tThe lamp was lit.\t0.420\n海很靜。\tThe sea was calm.\t\n",
        encoding="utf-8",
    )
    pairs = read(open_for_review(path)).pairs
    assert pairs[0].confidence == pytest.approx(0.42)
    assert 0 < pairs[1].confidence <= 1
    assert [pair.status for pair in pairs] == ["proposed", "proposed"]


def test_a_memory_too_long_to_judge_counts_as_confirmed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "MOST_JUDGED", 3)
    path = tmp_path / "memory.tmx"
    path.write_text(TMX, encoding="utf-8")
    pairs = read(open_for_review(path)).pairs
    assert [pair.status for pair in pairs] == ["confirmed"] * 4


def test_a_memory_with_too_many_units_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "MOST_UNITS", 3)
    path = tmp_path / "memory.tmx"
    path.write_text(TMX, encoding="utf-8")
    with pytest.raises(UnusableInput, match="more than 3 units"):
        open_for_review(path)
    assert files(tmp_path) == ["memory.tmx"]


def test_a_text_and_its_translation_may_be_tables_too(tmp_path: Path) -> None:
    zh, en = tmp_path / "zh.tsv", tmp_path / "en.tsv"
    zh.write_text("燈塔亮了。\n海很靜。\n", encoding="utf-8")
    en.write_text("The lamp was lit.\nThe sea was calm.\n", encoding="utf-8")
    assert len(read(open_for_review(zh, en)).pairs) == 2


def test_a_project_that_is_open_elsewhere_is_opened_to_read(article: Path) -> None:
    first = open_for_review(article)
    second = open_for_review(article)
    assert second.project.is_read_only
    assert second.project.warning
    second.project.close()
    read(first)
    with open_project(first.project.path) as project:
        assert not project.is_read_only


def test_of_a_damaged_memory_what_stands_before_is_opened_if_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    path.write_text(TMX.replace("</body>", "<tu>&oops;"), encoding="utf-8")
    with pytest.raises(UnusableInput, match="is damaged after 4"):
        open_for_review(path)
    assert files(tmp_path) == ["a.tmx"]
    opened = open_for_review(path, salvage=True)
    assert "Taken: 4 translation units" in opened.notice
    assert "other than Chinese and English (fr)" in opened.notice
    assert len(read(opened).pairs) == 4
