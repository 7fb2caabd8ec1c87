"""What counts as a slip in a name: one letter more, less or other, or two neighbours exchanged."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aligner.checks.names import check_names, one_edit_apart
from tests.test_imports import loaded_after

LETTERS = "abcé1"
WORDS = st.text(alphabet=LETTERS, max_size=6)


def one_edit_from(word: str) -> set[str]:
    """Every word that one edit makes of this one, and the word itself."""
    halves = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    return {
        word,
        *(left + letter + right for left, right in halves for letter in LETTERS),
        *(left + right[1:] for left, right in halves),
        *(left + letter + right[1:] for left, right in halves if right for letter in LETTERS),
        *(left + right[1::-1] + right[2:] for left, right in halves if len(right) > 1),
    }


@given(WORDS, WORDS)
def test_words_that_one_edit_makes_of_each_other_are_one_apart(left: str, right: str) -> None:
    assert one_edit_apart(left, right) == (right in one_edit_from(left))


@given(WORDS, st.data())
def test_every_edit_is_found(word: str, data: st.DataObject) -> None:
    other = data.draw(st.sampled_from(sorted(one_edit_from(word))))
    assert one_edit_apart(word, other)
    assert one_edit_apart(other, word)


def test_a_name_with_two_letters_exchanged_is_shown_beside_what_was_written() -> None:
    (finding,) = check_names("他用Photoshop修圖。", "He retouched it in Phtooshop.")
    assert finding.values == ("Photoshop", "Phtooshop")
    assert (finding.side, finding.zh, finding.en) == ("both", (2, 11), (19, 28))


def test_a_pair_without_names_needs_no_distance() -> None:
    code = "from aligner.checks.names import check_names\nlist(check_names('霧散了。', 'Fog.'))"
    assert "rapidfuzz" not in loaded_after(code)
