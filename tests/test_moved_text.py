"""Text that was moved: every output says so, and none merges it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from aligner import align_article
from aligner.bitext import Bitext, moved_to
from aligner.cli.side_by_side import draw
from aligner.cli.summary import summary
from aligner.formats import write_bitext
from tests.alignment.test_moved import EN, ROOF, ZH


@pytest.fixture(scope="module")
def bitext(tmp_path_factory: pytest.TempPathFactory) -> Bitext:
    path = tmp_path_factory.mktemp("moved") / "article.txt"
    path.write_text("\n".join(["".join(ZH), "", " ".join([*EN, ROOF])]), encoding="utf-8")
    return align_article(path)


def test_both_ends_know_each_other(bitext: Bitext) -> None:
    links = moved_to(bitext)
    assert links == {there: here for here, there in links.items()}
    here, there = sorted(links)
    assert "博物館" in bitext.pairs[here].zh_text
    assert bitext.pairs[there].en_text == ROOF
    assert not bitext.pairs[here].is_full


def test_the_drawing_the_summary_and_the_page_say_where(bitext: Bitext, tmp_path: Path) -> None:
    here, there = (place + 1 for place in sorted(moved_to(bitext)))
    drawn = "\n".join(draw(bitext, 100))
    assert f"(no English; moved? see {there})" in drawn
    assert f"(no Chinese; moved? see {here})" in drawn
    assert any("moved" in line and f"{here} and {there}" in line for line in summary(bitext, 0.1))
    write_bitext(bitext, tmp_path / "a.html")
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert f'moved? see <a href="#p{there}">{there}</a>' in page


def test_json_carries_the_link(bitext: Bitext, tmp_path: Path) -> None:
    write_bitext(bitext, tmp_path / "a.json")
    found = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    (link,) = found["moved"]
    assert found["sides"]["en"]["sentences"][link["en"][0]]["text"] == ROOF
    assert 0.75 <= link["confidence"] <= 1


def test_a_text_in_order_speaks_of_no_moved_text(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("\n".join(["".join(ZH[:4]), "", " ".join(EN[:4])]), encoding="utf-8")
    whole = align_article(path)
    assert not any(line.startswith("moved") for line in summary(whole, 0.1))
    assert "moved" not in "\n".join(draw(whole, 100))
