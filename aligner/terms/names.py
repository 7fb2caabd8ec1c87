"""Whether a candidate is a name, what is only made of one, and what part of speech it is."""

from __future__ import annotations

from aligner.terms.tally import Candidate
from aligner.terms.values import PartOfSpeech

_NAMES = frozenset("rsz")
_PEOPLE = ("ian", "ean", "ese", "ish", "can", "ch")


def is_name(candidate: Candidate) -> bool:
    """Whether the two are a name, by the capitals of the English and the kind of the Chinese."""
    content = [word for word in candidate.en_words if word.is_content]
    opens = any(word.name or word.kind in _NAMES for word in candidate.zh_words) and all(
        form[:1].isupper() for form in candidate.en_forms
    )
    if 2 * candidate.named <= candidate.count and not (opens and len(content) == 1):
        return False
    if len(content) > 1:
        return True
    zh = candidate.zh_words
    return content[0].kind in ("", "z") or any(word.name or word.kind in _NAMES for word in zh)


def is_proper(candidate: Candidate) -> bool:
    """Whether the two are names throughout: President Trump is not, for the president is none."""
    words = candidate.zh_words
    return is_name(candidate) and (
        len(words) == 1
        or all(w.name or w.kind in ("r", "s", "z", "", ".") or len(w.key) == 1 for w in words)
    )


def is_derived(candidate: Candidate) -> bool:
    """Whether the English is an adjective made of a name: European for 歐洲."""
    content = [word for word in candidate.en_words if word.is_content]
    zh = candidate.zh_words[-1]
    return len(content) == 1 and content[0].key.endswith(_PEOPLE) and not zh.name


def part_of_speech(candidate: Candidate) -> PartOfSpeech:
    """Return the part of speech where both languages say the same."""
    zh, en = candidate.zh_words[-1], candidate.en_words[-1]
    if is_name(candidate) and any(word.kind in _NAMES for word in candidate.zh_words):
        return "proper noun"
    if zh.kind == "n" and en.kind == "n":
        return "noun"
    if len(candidate.zh_words) == len(candidate.en_words) == 1 and zh.kind == en.kind:
        if zh.kind == "v":
            return "verb"
        if zh.kind == "a":
            return "adjective"
    return ""
