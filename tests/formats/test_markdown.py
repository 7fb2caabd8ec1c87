"""Markdown as an article: its blocks, what inside them is text, and what no writer should do."""

from __future__ import annotations

import pytest

from aligner.formats.html_remnants import clean
from aligner.formats.markdown import inline
from aligner.formats.markdown.read import blocks_of, literal_spans
from tests.effort import check_effort

Blocks = list[tuple[str, str]]


def read(text: str) -> Blocks:
    """The kinds and texts of the blocks; each must say where its text stands."""
    cleaned = clean(text, literal=literal_spans(text))
    blocks, markup = blocks_of(cleaned)
    markup = [*cleaned.markup, *markup]
    seen = bytearray(len(text))
    for block in blocks:
        assert text[block.passage.start] == block.text[0]
        assert text[block.passage.stop - 1] == block.text[-1]
        seen[block.passage.start : block.passage.stop] = b"\1" * len(
            text[block.passage.start : block.passage.stop]
        )
    for mark in markup:
        assert text[mark.start : mark.end] == mark.text
        seen[mark.start : mark.end] = b"\1" * len(mark.text)
    assert not [c for c, is_seen in zip(text, seen, strict=True) if not is_seen and c.strip()]
    return [(block.kind, block.text) for block in blocks]


LONG = "The keeper of the lighthouse climbed the stairs each evening,"
REST = "and lit the lamp."


def test_an_item_goes_on_in_its_next_line() -> None:
    expected = [("list item", f"{LONG} {REST}"), ("list item", "The cat slept.")]
    assert read(f"- {LONG}\n  {REST}\n- The cat slept.") == expected
    assert read(f"12. {LONG}\n    {REST}\n13. The cat slept.") == expected


def test_the_languages_of_an_item_stay_apart() -> None:
    text = (
        "- 守塔人每天傍晚都要走上一百零八級石階，把燈點亮，\n  The lamp was lit; no ship was out,"
    )
    assert [kind for kind, _ in read(text)] == ["list item", "list item"]


def test_only_the_first_paragraph_of_an_item_is_the_item() -> None:
    text = "- 第一盞燈\n\n  它在塔頂上亮著。\n\n- 第二盞燈\n\n燈都亮了。"
    assert read(text) == [
        ("list item", "第一盞燈"),
        ("body", "它在塔頂上亮著。"),
        ("list item", "第二盞燈"),
        ("body", "燈都亮了。"),
    ]


def test_lists_and_quotations_stand_inside_one_another() -> None:
    text = "> - 第一盞燈\n>   - 第二盞燈\n>\n> 燈塔亮了。\n>\n> > ## 霧\n"
    assert read(text) == [
        ("list item", "第一盞燈"),
        ("list item", "第二盞燈"),
        ("body", "燈塔亮了。"),
        ("heading", "霧"),
    ]


def test_the_lines_of_a_quotation_are_joined() -> None:
    assert read(f"> {LONG}\n> {REST}\n") == [("body", f"{LONG} {REST}")]


def test_prose_that_is_set_in_is_no_code() -> None:
    text = "燈塔亮了。\n\n    海面上*沒有*船。\n\n\u3000\u3000霧散了。\n\n    The lamp was lit."
    assert [one for _, one in read(text)] == [
        "燈塔亮了。",
        "海面上沒有船。",
        "霧散了。",
        "The lamp was lit.",
    ]


def labels(text: str) -> list[tuple[str, str]]:
    """The labels and texts of the blocks."""
    read(text)
    cleaned = clean(text, literal=literal_spans(text))
    return [(block.label, block.text) for block in blocks_of(cleaned)[0]]


def test_code_that_is_set_in_is_kept_apart() -> None:
    code = "    lamp = Lamp(oil=3)\n    lamp.light()"
    assert labels(f"燈塔亮了。\n\n{code}\n\n霧散了。") == [
        ("", "燈塔亮了。"),
        ("code", code.strip()),
        ("", "霧散了。"),
    ]


@pytest.mark.parametrize("fence", ["```", "~~~~", "> ```", "- ```"])
def test_what_fences_hold_is_code(fence: str) -> None:
    inside, closing = (">" if fence[0] == ">" else " "), fence.replace("-", " ")
    code = f"{fence}sh\n{inside} make **demo**  # 示範\n{inside} <p>燈</p>\n{closing}"
    found = labels(f"{code}\n\n燈亮了。")
    assert found == [("code", code), ("", "燈亮了。")]


def test_a_fence_that_nothing_closes_swallows_no_text() -> None:
    assert labels("```\n燈塔亮了，海面上沒有船。\n\n霧散了。") == [
        ("", "燈塔亮了，海面上沒有船。"),
        ("", "霧散了。"),
    ]


def test_tags_in_code_are_words() -> None:
    assert labels("用 `<div>` 或 `**a**` 把燈包起來。") == [("", "用 <div> 或 **a** 把燈包起來。")]


def test_cells_that_are_code_are_kept_apart() -> None:
    text = "| 參數 | 說明 |\n|---|---|\n| `size` | 燈的大小 |"
    assert labels(text) == [
        ("", "參數"),
        ("", "說明"),
        ("code", "`size`"),
        ("", "燈的大小"),
    ]


def test_programs_between_tags_are_code() -> None:
    text = "燈亮了。\n\n<script>\nexport default { lamp: 1 }\n</script>\n\n霧散了。"
    cleaned = clean(text)
    assert [one.text for one in cleaned.code] == ["export default { lamp: 1 }"]
    assert [block.text for block in blocks_of(cleaned)[0]] == ["燈亮了。", "霧散了。"]


def test_front_matter_gives_its_values_and_keeps_settings_apart() -> None:
    text = (
        '---\ntitle: "守燈"\ndescription: >\n  燈塔亮了，\n  海面上沒有船。\n'
        "slug: lamp\norder: 3\ntags: [燈, 海島]\n---\n\n霧散了。"
    )
    assert labels(text) == [
        ("", "守燈"),
        ("", "燈塔亮了，海面上沒有船。"),
        ("front matter", "slug: lamp"),
        ("front matter", "order: 3"),
        ("", "燈"),
        ("", "海島"),
        ("", "霧散了。"),
    ]
    assert labels('+++\ntitle = "The Lamp"\ndraft = false\n+++\n')[0] == ("", "The Lamp")


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    text = "---\n\n燈塔亮了，海面上沒有船。\n\n---\n\n霧散了。"
    assert [one for _, one in read(text)] == ["燈塔亮了，海面上沒有船。", "霧散了。"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[燈塔][lamp]亮了。\n\n[lamp]: https://example.org/lamp "Lamp"', ["燈塔亮了。"]),
        ("[Lamp]亮了[1]。\n\n[lamp]: ./lamp.md\n[1]: #one", ["Lamp亮了。"]),
        ("[燈][塔]亮了。", ["[燈][塔]亮了。"]),
        ("燈亮了[^1]。\n\n[^1]: 在塔頂。", ["燈亮了。", "在塔頂。"]),
        ("見[霧](https://example.org/霧_(天氣))。", ["見霧。"]),
        ("見[**霧**](<the b.md>)。", ["見霧。"]),
        ("見 <https://example.org/a> 和 <ann@sea.example>。", None),
        ("## 安裝 {#install}", ["安裝"]),
        ("- [ ] 點燈\n- [x] 關門", ["點燈", "關門"]),
        (":::tip 小心霧。\n天黑以前回來。\n:::", ["小心霧。", "天黑以前回來。"]),
        ("::: warning\n霧很大。\n:::", ["霧很大。"]),
        (":::note[小心]\n霧很大。\n:::", ["小心", "霧很大。"]),
        ("> [!NOTE]\n> 霧很大。", ["霧很大。"]),
        ('!!! note "小心"\n    霧很大。', ["小心", "霧很大。"]),
    ],
)
def test_marks_of_documentation_are_no_text(text: str, expected: list[str] | None) -> None:
    expected = expected or ["見 https://example.org/a 和 ann@sea.example。"]
    assert [one for _, one in read(text)] == expected


def test_badges_are_kept_apart() -> None:
    badge = "[![Build](https://ci.example/a.svg)](https://ci.example/a)"
    assert labels(f"# 燈\n\n{badge} {badge}\n\n燈亮了。") == [
        ("", "燈"),
        ("navigation", "Build Build"),
        ("", "燈亮了。"),
    ]


def test_a_table_needs_no_bars_around_it() -> None:
    text = "參數 | Parameter\n--- | ---\n大小 | size\n蓋子 \\| 壺蓋 | lid"
    expected = ["參數", "Parameter", "大小", "size", "蓋子 | 壺蓋", "lid"]
    assert [one for _, one in read(text)] == expected


def test_rows_without_a_head_are_cells() -> None:
    assert [one for _, one in read("| 燈 | lamp |\n| 海 | sea |")] == ["燈", "lamp", "海", "sea"]


def test_every_cell_of_a_row_is_read_and_a_line_below_the_table_is_none() -> None:
    text = "| 燈 | lamp |\n|---|---|\n| 海 | sea | more |\n燈塔 | 亮了。"
    assert [one for _, one in read(text)] == ["燈", "lamp", "海", "sea", "more", "燈塔 | 亮了。"]


def test_a_rule_underlines_one_line_and_no_paragraph() -> None:
    assert read("守燈\n----\n\n燈塔亮了。") == [("heading", "守燈"), ("body", "燈塔亮了。")]
    assert read(f"{LONG}\n{REST}\n---\n") == [("body", f"{LONG} {REST}")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#\u3000守燈", ("heading", "守燈")),
        ("## # 守燈 ##", ("heading", "# 守燈")),
        ("-\u3000第一盞燈", ("list item", "第一盞燈")),
        ("7) 第七盞燈", ("list item", "第七盞燈")),
    ],
)
def test_marks_are_read_as_writers_set_them(text: str, expected: tuple[str, str]) -> None:
    assert read(text) == [expected]


def test_a_numbered_list_goes_on_within_a_paragraph() -> None:
    assert read("燈塔亮了。\n2. 第二盞燈\n3. 第三盞燈") == [
        ("body", "燈塔亮了。"),
        ("list item", "第二盞燈"),
        ("list item", "第三盞燈"),
    ]


@pytest.mark.parametrize("mark", ["> ", ">", "- ", "1. "])
def test_what_is_nested_too_deeply_is_not_lost(mark: str) -> None:
    text = f"{mark * 10_000}燈\n\n# 守燈\n\n- 第二盞燈\n"
    assert [one.lstrip("->1. ") for _, one in read(text)] == ["燈", "守燈", "第二盞燈"]


@pytest.mark.parametrize("blank", ["", " ", "\t", "\u3000", "\xa0", "\x0c"])
def test_white_space_alone_makes_a_blank_line(blank: str) -> None:
    texts = [one for _, one in read(f"燈塔亮了。\n{blank}\n霧散了。")]
    assert texts == ["燈塔亮了。", "霧散了。"]


@pytest.mark.parametrize("mark", ["*", "1.", ">", "#"])
@pytest.mark.parametrize("blank", ["\xa0", "\u3000", " \x1f"])
def test_a_mark_with_white_space_alone_behind_it_holds_nothing(mark: str, blank: str) -> None:
    assert read(f"{mark} {blank}\n守塔人關門。")[-1][1] == "守塔人關門。"


@pytest.mark.parametrize(
    "text",
    [
        ">" * 10_000 + "a",
        "> " * 10_000 + "a",
        "[" * 10_000,
        "![" * 10_000,
        "- " * 10_000 + "a",
        "`" * 5_000_000,
        "` " * 2_500_000,
        "- " * 19 + "a\n" + "The lamp was lit and nobody came,\n" * 5_000,
        "> " * 19 + "a\n" * 5_000,
        "a | b\n- | -\n" * 5_000,
        "|a" * 10_000 + "|\n" + "|-" * 10_000 + "|\n",
        "\n".join("  " * depth + "- a" for depth in range(1_000)),
        "```\n" * 10_001,
    ],
    ids=lambda text: f"{text[:8]!r} * {len(text)}",
)
def test_hostile_markdown_is_read_in_linear_time(text: str) -> None:
    blocks_of(clean("a"))  # imports
    check_effort(lambda: blocks_of(clean(text)), 60)


def test_code_behind_a_fence_that_nothing_closes_is_code() -> None:
    assert labels("燈亮了。\n\n```\nlamp = Lamp()\n\nlamp.light()\n") == [
        ("", "燈亮了。"),
        ("code", "lamp = Lamp()\nlamp.light()"),
    ]


def test_marks_beyond_any_page_stay_in_their_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inline, "_MOST_MARKS", 20)
    blocks = read("*The* lamp was lit.\n\n" * 30)
    assert blocks[0] == ("body", "The lamp was lit.")
    assert blocks[-1] == ("body", "*The* lamp was lit.")
    assert len(blocks) == 30
