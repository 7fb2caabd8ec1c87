"""`duizhao update`: the new version of an article in the project of the old one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from aligner.cli import main
from aligner.edits import confirm, rewrite
from aligner.opening import open_for_review
from aligner.project import create, open_project
from tests.commands import sentence
from tests.samples import lighthouse

Run = Callable[..., Result]

ZH = ["燈塔亮了。", "守塔人關上門。", "海很靜。", "船長帶來了三封信。"]
EN = [
    "The lamp was lit.",
    "The keeper closed the door.",
    "The sea was calm.",
    "The captain had brought three letters.",
]


def text(zh: list[str], en: list[str]) -> str:
    return "".join(zh) + "\n\n" + " ".join(en) + "\n"


def changed() -> str:
    return text([*ZH[:2], "船長帶來了五封信。"], [*EN[:2], EN[3].replace("three", "five")])


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run the command in a folder with a project of which every pair is settled."""
    monkeypatch.chdir(tmp_path)
    Path("old.txt").write_text(text(ZH, EN), encoding="utf-8")
    Path("new.txt").write_text(changed(), encoding="utf-8")
    with open_for_review(Path("old.txt")).project as project:
        for place in range(len(project.bitext.pairs)):
            project.apply(confirm(project.bitext, place), "confirm")
        project.apply(rewrite(project.bitext, 0, ZH[0], "The light was on."), "edit")
    return lambda *args: CliRunner().invoke(main, ["update", *args])


def pairs(path: str) -> list[tuple[str, str, str]]:
    with open_project(Path(path)) as project:
        return [(p.zh_text, p.en_text, p.status) for p in project.load().pairs]


def files() -> list[str]:
    return sorted(path.name for path in Path().iterdir() if not path.name.startswith("."))


def test_what_is_the_same_stays_and_the_rest_is_told(run: Run) -> None:
    result = run("old.txt.duizhao", "new.txt")
    assert result.exit_code == 0, result.output
    assert pairs("old.txt.duizhao") == [
        (ZH[0], "The light was on.", "edited"),
        (ZH[1], EN[1], "confirmed"),
        ("船長帶來了五封信。", "The captain had brought five letters.", "review"),
    ]
    assert result.stdout.splitlines() == [
        "changed       3  船長帶來了[-三-]{+五+}封信。",
        "                 The captain had brought [-three-]{+five+} letters.",
        "gone             海很靜。  (confirmed)",
        "                 The sea was calm.",
    ]
    assert "kept       2 pairs\n" in result.stderr
    assert "changed    1 pair, 1 to be reviewed\n" in result.stderr
    assert "gone       1 pair, 1 of your work\n" in result.stderr
    assert "words      10 done, 8 left\n" in result.stderr
    assert files() == ["new.txt", "old.txt", "old.txt.duizhao", "old.txt.duizhao.before-update"]
    assert pairs("old.txt.duizhao.before-update")[2] == (ZH[2], EN[2], "confirmed")


def test_a_second_time_there_is_nothing_to_do(run: Run) -> None:
    run("old.txt.duizhao", "new.txt")
    result = run("old.txt.duizhao", "new.txt")
    assert result.stdout == ""
    assert result.stderr == "Nothing has changed: all 3 pairs are as they were.\n"
    assert "old.txt.duizhao.before-update-2" not in files()


def test_another_file_leaves_the_project_alone(run: Run) -> None:
    before = pairs("old.txt.duizhao")
    result = run("old.txt.duizhao", "new.txt", "-o", "new.duizhao")
    assert result.exit_code == 0, result.output
    assert pairs("old.txt.duizhao") == before
    assert len(pairs("new.duizhao")) == 3
    assert "is there already" in sentence(run("old.txt.duizhao", "new.txt", "-o", "new.duizhao"), 1)


def test_a_dry_run_writes_nothing(run: Run) -> None:
    before = pairs("old.txt.duizhao")
    result = run("old.txt.duizhao", "new.txt", "--dry-run")
    assert "gone" in result.stdout
    assert pairs("old.txt.duizhao") == before
    assert files() == ["new.txt", "old.txt", "old.txt.duizhao"]


@pytest.mark.parametrize("named", [[], ["--zh"]])
def test_a_new_source_alone_is_filled(run: Run, named: list[str]) -> None:
    new = [*ZH, "老人想起了年輕時在北方見過的鯨魚。"]
    Path("zh.txt").write_text("".join(new) + "\n", encoding="utf-8")
    result = run("old.txt.duizhao", *named, "zh.txt")
    assert result.exit_code == 0, result.output
    found = pairs("old.txt.duizhao")
    assert [zh for zh, _, _ in found] == new
    assert [en for _, en, _ in found] == ["The light was on.", *EN[1:], ""]
    assert "new        1 pair, 1 without a counterpart\n" in result.stderr


def test_a_new_translation_alone_is_filled(run: Run) -> None:
    new = [*EN[:3], "The captain had brought five letters."]
    Path("en.txt").write_text(" ".join(new) + "\n", encoding="utf-8")
    result = run("old.txt.duizhao", "en.txt")
    assert result.exit_code == 0, result.output
    assert [en for _, en, _ in pairs("old.txt.duizhao")] == ["The light was on.", *new[1:]]
    assert [zh for zh, _, _ in pairs("old.txt.duizhao")] == ZH


def test_a_new_source_may_change_again(run: Run) -> None:
    Path("zh.txt").write_text("".join(ZH[:3]) + "\n", encoding="utf-8")
    assert run("old.txt.duizhao", "zh.txt").exit_code == 0
    project = Path("old.txt.duizhao")
    same = open_for_review(project)
    assert same.newer is None
    same.project.close()
    Path("zh.txt").write_text("".join(ZH[:2]) + "\n", encoding="utf-8")
    again = open_for_review(project)
    assert again.newer is not None
    assert again.newer.paths == (Path("zh.txt"),)
    again.project.close()
    other = open_for_review(Path("old.txt"))  # what the project was made of, some versions ago
    assert other.newer is None
    other.project.close()


def test_one_of_two_files_is_replaced(run: Run) -> None:
    Path("a.zh.txt").write_text("".join(ZH) + "\n", encoding="utf-8")
    Path("a.en.txt").write_text(" ".join(EN) + "\n", encoding="utf-8")
    both = open_for_review(Path("a.zh.txt"), Path("a.en.txt"), project=Path("a.duizhao"))
    both.project.close()
    Path("b.en.txt").write_text(" ".join(EN[:3]) + "\n", encoding="utf-8")
    assert run("a.duizhao", "b.en.txt").exit_code == 0
    with open_project(Path("a.duizhao")) as project:
        assert project.sources == ("a.zh.txt", "b.en.txt")
    assert [zh for zh, _, _ in pairs("a.duizhao")] == ZH
    assert [en for _, en, _ in pairs("a.duizhao")] == [*EN[:3], ""]


def test_two_files_may_be_named_in_either_order(run: Run) -> None:
    Path("zh.txt").write_text("".join(ZH[:3]) + "\n", encoding="utf-8")
    Path("en.txt").write_text(" ".join(EN[:3]) + "\n", encoding="utf-8")
    assert run("old.txt.duizhao", "en.txt", "zh.txt", "-o", "a.duizhao").exit_code == 0
    assert run("old.txt.duizhao", "zh.txt", "en.txt", "-o", "b.duizhao").exit_code == 0
    assert pairs("a.duizhao") == pairs("b.duizhao")
    assert len(pairs("a.duizhao")) == 3


def test_another_article_is_refused(run: Run) -> None:
    other = text(["政府週一宣布調高電價。"], ["The government raised the price on Monday."])
    Path("other.txt").write_text(other, encoding="utf-8")
    said = sentence(run("old.txt.duizhao", "other.txt"), 1)
    assert "other.txt has next to nothing in common with old.txt.duizhao" in said
    assert files() == ["new.txt", "old.txt", "old.txt.duizhao", "other.txt"]


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "is empty"), (b"\n\n", "is empty"), (b"12 34\n", "no Chinese and no English")],
)
def test_a_file_that_says_nothing_is_refused(run: Run, content: bytes, said: str) -> None:
    Path("bad.txt").write_bytes(content)
    assert said in sentence(run("old.txt.duizhao", "bad.txt"), 1)


def test_a_project_is_no_new_version(run: Run) -> None:
    said = sentence(run("old.txt.duizhao", "old.txt.duizhao"), 1)
    assert "name the article in its new version" in said


def test_what_is_no_project_is_refused(run: Run) -> None:
    assert "is no project of duizhao" in sentence(run("old.txt", "new.txt"), 1)
    assert "There is no file" in sentence(run("nothing.duizhao", "new.txt"), 1)
    Path("cut.duizhao").write_bytes(Path("old.txt.duizhao").read_bytes()[:9000])
    assert "damaged" in sentence(run("cut.duizhao", "new.txt"), 1)


def test_a_memory_has_no_versions(run: Run) -> None:
    Path("m.tsv").write_text("zh\ten\n燈塔亮了。\tThe lamp was lit.\n", encoding="utf-8")
    open_for_review(Path("m.tsv")).project.close()
    assert "which has no versions" in sentence(run("m.tsv.duizhao", "new.txt"), 1)


def test_a_project_that_is_open_elsewhere_is_left_alone(run: Run) -> None:
    with open_project(Path("old.txt.duizhao")):
        assert "open in another program" in sentence(run("old.txt.duizhao", "new.txt"), 1)
        assert run("old.txt.duizhao", "new.txt", "-o", "new.duizhao").exit_code == 0


def test_the_new_version_must_be_named(run: Run) -> None:
    create(Path("a.duizhao"), lighthouse()).close()
    assert "Missing argument 'NEW'" in sentence(run("a.duizhao"), 2)
