"""From folders to a plan: found, told apart by language, paired by name, then by content.

Every document that is found is in the plan once: in one pair, or unpaired; one that cannot be read
is among the failed, and in a pair too where its name has a partner.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from aligner.errors import DuizhaoError
from aligner.files import Progress
from aligner.pairing.by_name import pair_by_name
from aligner.pairing.candidates import Candidate
from aligner.pairing.finding import Found, find_documents
from aligner.pairing.ids import ids_of
from aligner.pairing.names import name_of, order_of
from aligner.pairing.plan import Origin, Plan, PlannedPair, Unreadable
from aligner.reading import survey

_SOME = 0.1
"""Share of the other language in a document without a partner that may be its translation."""


@dataclass(frozen=True, slots=True)
class _Match:
    """What becomes a planned pair: a Chinese document and an English one, or one with both."""

    members: tuple[Candidate, ...]
    origin: Origin
    score: float | None = None
    notes: tuple[str, ...] = ()


def make_plan(
    folders: Sequence[Path],
    *,
    skip: Sequence[Path] = (),
    given: Plan | None = None,
    encoding: str | None = None,
    by_content: bool = True,
    progress: Progress | None = None,
) -> Plan:
    """Find the documents of folders and say which belong together.

    `skip` are files and folders that are no part of it, such as that of the results. `given` is a
    plan that somebody made, whose pairs stay as they are; its documents are not looked at again.
    `encoding` is that of all texts; None is found for each. Without `by_content` names alone tell.
    Raises `UnusableInput` for a folder that is not there.
    """
    given = given or Plan(())
    known = [path for pair in given.pairs for path in pair.paths]
    finding = find_documents(folders, skip=[*skip, *known], progress=progress)
    maker = _Maker(encoding, by_content, progress)
    candidates = maker.candidates(finding.documents)
    matches = list(maker.matches(candidates))
    same = _same_content(candidates)
    taken = {one.path for match in matches for one in match.members}
    taken.update(path for path, _ in maker.failed)
    return Plan(
        pairs=(*given.pairs, *_planned(matches, same, [pair.id for pair in given.pairs])),
        unpaired=tuple(one.path for one in candidates if one.path not in taken),
        failed=(*given.failed, *finding.failed, *maker.failed),
        ignored=finding.ignored,
        same_content=tuple(tuple(one.path for one in group) for group in same),
    )


class _Maker:
    """Looks at documents and pairs them; knows which of them could not be read."""

    def __init__(self, encoding: str | None, by_content: bool, progress: Progress | None) -> None:
        self._encoding = encoding
        self._by_content = by_content
        self._progress = progress
        self.failed: list[Unreadable] = []

    def candidates(self, documents: Sequence[Found]) -> list[Candidate]:
        """Return each document with what its name and its text say."""
        found = []
        for done, one in enumerate(documents):
            if self._progress:
                self._progress("reading documents", done, len(documents))
            try:
                said = survey(one.path, encoding=self._encoding)
            except DuizhaoError as problem:
                self.failed.append(Unreadable(one.path, str(problem)))
                said = None
            found.append(Candidate(one, name_of(one), said))
        return found

    def matches(self, candidates: Sequence[Candidate]) -> Iterator[_Match]:
        """Yield what belongs together, those first of which that is the surest."""
        free = list(candidates)
        for matches in (_articles, _named, self._alike, _articles_in_part):
            found = list(matches(free))
            taken = {id(one) for match in found for one in match.members}
            free = [one for one in free if id(one) not in taken]
            yield from found

    def _alike(self, free: Sequence[Candidate]) -> Iterator[_Match]:
        """Yield the pairs that are told by their texts."""
        chinese, english = ([o for o in free if o.language == side] for side in ("zh", "en"))
        if not self._by_content or not chinese or not english:
            return
        from aligner.pairing.content import pair_by_content
        from aligner.pairing.contents import ContentsReader

        number = len(chinese) + len(english)
        reader = ContentsReader(number, self._encoding, self.failed.append, self._progress)
        zh, en = reader.read_all(chinese), reader.read_all(english)
        for one, other, score in pair_by_content(zh, en, self._progress):
            yield _Match((one.candidate, other.candidate), Origin.CONTENT, score)


def _articles(free: Iterable[Candidate]) -> Iterator[_Match]:
    for one in free:
        if one.survey and one.survey.is_bilingual:
            yield _Match((one,), Origin.ALONE)


def _articles_in_part(free: Iterable[Candidate]) -> Iterator[_Match]:
    """Yield documents that nothing answers to, and that hold some of their own translation."""
    for one in free:
        said = one.survey
        if said and said.holds_both and min(said.zh, said.en) >= _SOME * (said.zh + said.en):
            yield _Match((one,), Origin.ALONE)


def _named(free: Sequence[Candidate]) -> Iterator[_Match]:
    for couple, origin in pair_by_name(free):
        notes = ["The names say the opposite of the texts."] if couple.is_exchanged else []
        members = (couple.zh, couple.en)
        notes += [f"{one.path.name} cannot be read." for one in members if not one.survey]
        yield _Match(members, origin, notes=tuple(notes))


def _same_content(candidates: Iterable[Candidate]) -> list[list[Candidate]]:
    """Return the documents that say the same, in groups."""
    groups: dict[bytes, list[Candidate]] = {}
    for one in candidates:
        if one.survey:
            groups.setdefault(one.survey.digest, []).append(one)
    return [group for group in groups.values() if len(group) > 1]


def _planned(
    matches: Iterable[_Match], same: Iterable[Sequence[Candidate]], ids: Collection[str]
) -> Iterator[PlannedPair]:
    """Yield the pairs in the order of their names, under ids beside those that there are."""
    originals = {one.path: group[0].path for group in same for one in group[1:]}
    ordered = sorted(matches, key=lambda match: order_of(match.members[0].name))
    names = [(_name(match), [one.found.place for one in match.members]) for match in ordered]
    for name, match in zip(ids_of(names, ids), ordered, strict=True):
        paths = [one.path for one in match.members]
        copies = [
            f"{path.name} says the same as {originals[path].name}."
            for path in paths
            if path in originals
        ]
        zh, en, article = (*paths, None) if len(paths) == 2 else (None, None, paths[0])
        note = "\n".join([*match.notes, *copies])
        yield PlannedPair(name, zh, en, article, match.origin, match.score, note=note)


def _name(match: _Match) -> str:
    """Return what a pair is called: the folders and names of its documents, without marks."""
    names = [one.name for one in match.members]
    first = names[0]
    if len(names) == 1:
        return "-".join([*filter(None, [first.top]), *first.folders, match.members[0].path.stem])
    rests = dict.fromkeys(name.rest for name in names if name.rest)
    return "-".join([*filter(None, [first.top]), *first.folders, *rests])
