"""What a script can do: the names of `aligner`, and the examples of the documents."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

import aligner
from aligner import check, mine_terms, read_units, write
from aligner.bitext import Bitext, Pair
from aligner.checks import Finding
from aligner.unit import Unit
from tests.samples import lighthouse

ROOT = Path(__file__).parent.parent
PAGES = ["README.md", "README.zh.md", "docs/python.md"]


@pytest.mark.parametrize("page", PAGES)
def test_the_examples_of_the_documents_run(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for sample in (ROOT / "seeds").iterdir():
        if sample.is_file():
            shutil.copy(sample, tmp_path)
    shutil.copy(ROOT / "seeds" / "harbour.txt", tmp_path / "article.txt")
    monkeypatch.chdir(tmp_path)
    examples = re.findall(r"```python\n(.*?)```", (ROOT / page).read_text("utf-8"), re.DOTALL)
    assert examples
    shared: dict[str, object] = {}
    for example in examples:  # one page is one sitting
        exec(example, shared)
    said = capsys.readouterr().out
    assert "燈塔" in said or "\t" in said


def test_every_public_name_is_there() -> None:
    assert [name for name in aligner.__all__ if getattr(aligner, name, None) is None] == []
    with pytest.raises(AttributeError, match="no attribute 'furniture'"):
        _ = aligner.furniture  # type: ignore[attr-defined]


def test_a_bitext_is_its_pairs() -> None:
    bitext = lighthouse()
    assert isinstance(bitext, Bitext)
    assert list(bitext) == list(bitext.pairs)
    assert len(bitext) == len(bitext.pairs)
    assert Bitext(bitext.article, (), "sentence", "none")  # one without pairs is one too
    assert all(isinstance(pair, Pair) for pair in bitext)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    write(lighthouse(), tmp_path / "a.tmx", zh_code="zh-HK", tool="omegat")
    units = list(read_units(tmp_path / "a.tmx"))
    assert units[0].zh_code == "zh-HK"
    write(units, tmp_path / "b.csv")
    assert [u.zh for u in read_units(tmp_path / "b.csv")] == [u.zh for u in units]


def test_pairs_of_every_kind_are_checked_alike() -> None:
    zh, en = "有12個碼頭。", "There are 13 quays."
    pair = Pair((0,), (0,), zh, en, 1.0)
    differs = Finding("number", "both", zh=(1, 3), en=(10, 12), values=("12", "13"))
    for one in (pair, Unit(zh, en), (zh, en)):
        assert check([one]) == {0: [differs]}
    assert check([Unit(zh, en)], silenced=["number"]) == {}


def test_terms_are_mined_from_a_bitext() -> None:
    assert "燈塔" in {term.zh for term in mine_terms(lighthouse(), min_score=0.0)}
