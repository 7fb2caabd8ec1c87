"""Taking in, on the screen, the new version of an article that has changed since."""

from __future__ import annotations

from pathlib import Path

from aligner.ahead import Reading
from aligner.opening import NewVersion, OpenedProject, open_for_review
from aligner.project import open_project
from tests.tui.driving import Script, Sitting, sit
from tui.dialogs.newer import AskNewer
from tui.dialogs.question import AskYes

OLD = (
    "燈塔亮了。守塔人關上門。海很靜。\n\n"
    "The lamp was lit. The keeper closed the door. The sea was calm.\n"
)
NEW = OLD.replace("海很靜。", "海很靜，風停了。").replace("calm.", "calm and the wind was gone.")
OTHER = "政府週一宣布調高電價。\n\nThe government raised the price of electricity on Monday.\n"


def opened(folder: Path, text: str = NEW) -> OpenedProject:
    """Return the project of an article whose file holds a text since then."""
    path = folder / "article.txt"
    path.write_text(OLD, encoding="utf-8")
    with open_for_review(path).project as project:
        assert len(project.bitext.pairs) == 3
    path.write_text(text, encoding="utf-8")
    return open_for_review(path)


def asked(found: OpenedProject, script: Script, size: tuple[int, int] = (80, 24)) -> None:
    """Sit at a project, and do what a script says once the question is there."""

    async def whole(at: Sitting) -> None:
        await at.until(lambda: isinstance(at.top, AskNewer))
        await script(at)

    assert found.newer is not None
    sit(found.project, whole, newer=found.newer, size=size)


def test_it_is_taken_in_and_the_last_undo_goes_back(tmp_path: Path) -> None:
    async def script(at: Sitting) -> None:
        assert "article.txt has changed since" in at.seen()
        assert "2 pairs kept, 1 changed, 0 new, 0 gone" in at.seen()
        assert "海很靜{+，風停了+}。" in at.seen()
        await at.press("y")
        assert at.place == 2
        assert "The new version is in." in at.message
        assert [pair.zh_text for pair in at.pairs][2] == "海很靜，風停了。"
        assert "海很靜，風停了。" in at.seen()
        await at.press("a")
        assert at.pairs[2].status == "confirmed"
        await at.press("ctrl+z")
        assert at.pairs[2].zh_text == "海很靜，風停了。"
        await at.press("ctrl+z")
        assert isinstance(at.top, AskYes)
        await at.press("y")
        assert [pair.zh_text for pair in at.pairs][2] == "海很靜。"
        assert "before the new version" in at.message
        await at.press("ctrl+z")
        assert "nothing to undo" in at.message

    asked(opened(tmp_path), script)
    with open_project(tmp_path / "article.txt.duizhao") as project:
        assert project.load().pairs[2].zh_text == "海很靜。"


def test_what_has_come_untranslated_is_told_of_even_when_all_is_confirmed(tmp_path: Path) -> None:
    longer = OLD.replace("海很靜。", "海很靜。鐘樓上的鐘整夜都沒有再響過。")

    async def script(at: Sitting) -> None:
        await at.press("y")
        await at.checked()
        assert any(not pair.is_full for pair in at.pairs)
        while at.session.problems.tally().open:
            assert "none left to look at" not in at.seen()
            await at.press("n", "a")
        for place in range(at.session.count):
            await at.choose(place)
            if at.pair.status != "confirmed":
                await at.press("a")
        assert "none left to look at" not in at.seen()
        assert "1 left one-sided" in at.seen()
        await at.press("n")
        assert "1 pair without a text on one side" in at.message

    asked(opened(tmp_path, longer), script)


def test_what_is_declined_is_not_offered_again_until_it_changes_again(tmp_path: Path) -> None:
    async def script(at: Sitting) -> None:
        await at.press("n")
        assert at.pairs[2].zh_text == "海很靜。"

    asked(opened(tmp_path), script)
    path = tmp_path / "article.txt"
    for name in (path, path.with_name("article.txt.duizhao")):
        again = open_for_review(name)
        assert again.newer is None
        again.project.close()
    path.write_text(NEW.replace("燈塔", "大燈塔"), encoding="utf-8")
    again = open_for_review(path)
    assert again.newer is not None
    again.project.close()


def test_esc_asks_again_the_next_time(tmp_path: Path) -> None:
    async def script(at: Sitting) -> None:
        await at.press("escape")
        assert at.pairs[2].zh_text == "海很靜。"

    asked(opened(tmp_path), script)
    again = open_for_review(tmp_path / "article.txt")
    assert again.newer is not None
    again.project.close()


def test_an_edit_meanwhile_is_in_what_is_taken(tmp_path: Path) -> None:
    found = opened(tmp_path)

    async def script(at: Sitting) -> None:
        await at.press("n")
        newer = NewVersion((tmp_path / "article.txt",), Reading())
        from tui.actions.newer import compare

        compare(at.review, newer)
        await at.press("a")
        await at.until(lambda: isinstance(at.top, AskNewer))
        await at.press("y")
        assert at.pairs[0].status == "confirmed"

    asked(found, script)


def test_a_file_that_says_the_same_is_no_new_version(tmp_path: Path) -> None:
    found = opened(tmp_path, OLD + "\n\n")

    async def script(at: Sitting) -> None:
        await at.until(lambda: "its text is the same" in at.message)

    sit(found.project, script, newer=found.newer)
    again = open_for_review(tmp_path / "article.txt")
    assert "Going on" in again.notice
    again.project.close()


def test_another_article_is_said_and_nothing_is_asked(tmp_path: Path) -> None:
    found = opened(tmp_path, OTHER)

    async def script(at: Sitting) -> None:
        await at.until(lambda: "next to nothing in common" in at.message)
        assert not isinstance(at.top, AskNewer)

    sit(found.project, script, newer=found.newer)


def test_the_question_fits_a_small_terminal(tmp_path: Path) -> None:
    async def script(at: Sitting) -> None:
        assert "Y take it in" in at.seen()
        assert "article.txt has changed" in at.seen()

    long = OLD.replace("海很靜。", "".join(f"第{n}個浪來了。" for n in range(40)))
    asked(opened(tmp_path, long), script, size=(80, 12))
