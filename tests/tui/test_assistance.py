"""The panel with matches of a memory, terms and concordance, and what is taken from it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from aligner.assistance import Assistant
from aligner.memory import Memory
from aligner.project import create
from aligner.terms import Entry
from aligner.unit import Unit
from tests.samples import lighthouse
from tests.tui.driving import Script, Sitting, played, sit

UNITS = [
    Unit("燈塔熄了。", "The lamp went out."),
    Unit("貓沒有回答他。", "The cat gave him no answer."),
    Unit("海\x1b[31m很靜。", "The sea \u202ewas still."),
]
ENTRIES = [Entry("貓", "cat"), Entry("燈塔", "lighthouse")]


def translating(size: tuple[int, int] = (120, 30)) -> Callable[[Script], Callable[[Path], None]]:
    """Make a test of a sitting with a memory and a glossary."""

    def decorate(script: Script) -> Callable[[Path], None]:
        def test(tmp_path: Path) -> None:
            path = tmp_path / "memory.sqlite3"
            with Memory(path, to_add=True) as memory:
                memory.add(UNITS, "old.tmx")
            assistant = Assistant(path, ENTRIES)
            project = create(tmp_path / "lamp.duizhao", lighthouse())
            sit(project, script, size=size, assistant=assistant)
            assistant.close()

        return test

    return decorate


async def shown(at: Sitting, place: int) -> None:
    """Go to a pair and wait until the panel is about it."""
    await at.choose(place)
    await at.until(lambda: at.review.assisting.last is not None)
    await at.until(lambda: at.review.assisting.last and at.review.assisting.last.pair is at.pair)


@translating()
async def test_beside_the_list_stand_matches_with_differences_and_terms(at: Sitting) -> None:
    await shown(at, 3)
    seen = at.seen()
    assert "The cat gave him no answer." in seen
    assert "貓沒有回答[-他-]。" in seen
    assert "85%" in seen
    assert "old.tmx" in seen
    assert "貓 = cat" in seen
    await shown(at, 0)
    assert "燈塔[-熄-]{+亮+}了。" in at.seen()


@translating()
async def test_a_number_inserts_a_match_or_a_term(at: Sitting) -> None:
    await shown(at, 3)
    await at.press("e", "ctrl+t", "1")
    assert at.review.editor is not None
    assert at.review.editor.texts[1] == "The cat gave him no answer."
    await at.press("ctrl+t", "2")
    assert at.review.editor.texts[1] == "The cat gave him no answer. cat"
    await at.press("ctrl+z", "alt+9")
    assert "nothing with the number 9" in at.message
    await at.press("ctrl+t", "x", "escape")
    assert at.bitext == lighthouse()


@translating()
async def test_the_sign_of_a_term_follows_what_is_written(at: Sitting) -> None:
    await shown(at, 3)
    assert "貓 = cat ✓" not in at.seen()
    await at.press("e")
    await at.write("A cat")
    await at.until(lambda: "貓 = cat ✓" in at.seen())


@translating()
async def test_words_are_looked_up_from_the_list_and_from_the_editor(at: Sitting) -> None:
    await at.press("C")
    await at.write("the")
    await at.press("enter")
    await at.until(lambda: "“the” in the memory: 3" in at.seen())
    await shown(at, 3)
    await at.press("e", "tab", "home", "f3")
    await at.until(lambda: "“貓沒有回答” in the memory: 1" in at.seen())


@translating()
async def test_what_a_memory_holds_does_not_steer_the_terminal(at: Sitting) -> None:
    await shown(at, 5)
    assert "was still" in at.seen()
    assert not {"\x1b", "\u202e"} & set(at.seen())


@translating()
async def test_words_that_are_done_are_counted_as_they_are_done(at: Sitting) -> None:
    await at.until(lambda: "23 of 28 words translated, 0 confirmed" in at.seen())
    await shown(at, 0)
    await at.press("a")
    await at.until(lambda: "23 of 28 words translated, 4 confirmed" in at.seen())
    await at.press("ctrl+z")
    await at.until(lambda: "23 of 28 words translated, 0 confirmed" in at.seen())


@translating()
async def test_where_the_words_do_not_fit_the_panel_gives_percent(at: Sitting) -> None:
    from aligner.assistance import WordsDone
    from tui.assistance_panel import AssistancePanel

    await shown(at, 3)
    panel = at.screen.query_one(AssistancePanel)
    panel.show(None, WordsDone(done=25_000, total=100_000, translated=99_000))
    await at.until(lambda: "words 99% translated, 25% confirmed" in at.seen())


@translating((80, 24))
async def test_in_a_narrow_terminal_the_panel_is_below_when_it_is_asked_for(at: Sitting) -> None:
    assert not at.review.is_panel_shown
    await at.press("p")
    await at.until(lambda: "燈塔[-熄-]{+亮+}了。" in at.seen())
    assert at.line_of("Memory") > at.line_of("燈塔亮了")
    await at.press("p")
    assert "Memory" not in at.seen()


@translating()
async def test_the_panel_is_drawn_whole_at_any_size(at: Sitting) -> None:
    from aligner.cells import width

    await shown(at, 3)
    for size in ((200, 50), (120, 9), (60, 20), (20, 5), (121, 24)):
        await at.resize(*size)
        assert [width(line) for line in at.lines()] == [size[0]] * size[1]


@played(size=(120, 30))
async def test_without_a_memory_and_a_glossary_the_list_has_all_the_room(at: Sitting) -> None:
    assert not at.review.is_panel_shown
    await at.press("p")
    await at.until(lambda: "no match" in at.seen())


def test_a_memory_that_cannot_be_read_is_said_in_the_panel(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite3"
    path.write_bytes(b"no memory" * 1000)

    async def script(at: Sitting) -> None:
        await at.until(lambda: "is no memory" in at.seen().replace("\n", " "))
        await at.press("a")
        assert at.pairs[0].status == "confirmed"

    project = create(tmp_path / "lamp.duizhao", lighthouse())
    sit(project, script, size=(200, 30), assistant=Assistant(path))
