"""Opening whatever a translator wants to review, as a project.

A project is opened as it is. An article is read and aligned, a memory or table of any origin taken
over unit by unit; either becomes a project beside the file, which is opened from then on. The file
itself is never changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from aligner.ahead import Reading
from aligner.article import Article, Language, Paragraph, Sentence, Side
from aligner.bitext import Bitext, Pair
from aligner.errors import UnusableInput
from aligner.files import scratch_explained
from aligner.project import EXTENSION, Project, UnitsAside, create, open_project
from aligner.store import is_database
from aligner.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Callable

    from aligner.alignment import Realigner
    from aligner.files import Progress

MOST_UNITS = 300_000
"""Units of a memory that can be reviewed at once."""
MOST_JUDGED = 20_000
"""Units whose confidence is worked out where the file does not give it: half a minute."""
_TOLD_EVERY = 1024  # units between two tidings of how far the judging is


SOURCE_DIGEST = "source digest"
"""The setting of a project that says what its files held when they were read."""
DECLINED_DIGEST = "declined digest"
"""The setting that says what they held when a translator did not want it."""


@dataclass(frozen=True, slots=True)
class NewVersion:
    """The files that a project was read from, which have changed since."""

    paths: tuple[Path, ...]
    reading: Reading
    """How they are to be read."""


@dataclass(frozen=True, slots=True)
class OpenedProject:
    """A project, ready for the screen."""

    project: Project
    realigner: Realigner | None
    """The aligner with its scores, where the article has just been aligned."""
    notices: tuple[str, ...] = ()
    """What to tell the translator, in sentences."""
    newer: NewVersion | None = None
    """The article as it is now, where it has changed since it was read."""

    @property
    def notice(self) -> str:
        """All of it in one text."""
        return " ".join(self.notices)


def open_for_review(
    path: Path,
    other: Path | None = None,
    *,
    project: Path | None = None,
    reading: Reading | None = None,
    source: Language | None = None,
    salvage: bool = False,
    progress: Progress | None = None,
    aligned: Callable[[], Bitext | None] | None = None,
) -> OpenedProject:
    """Open a project, or make one of an article (`other`: its English) or a file of units.

    The project of `name.txt` is `name.txt.duizhao` beside it, or `project`. `source` is the
    language that was translated from, where somebody says so. With `salvage` a damaged file of
    units gives those before the damage. `aligned` returns what aligning the article has come to, if
    that is done elsewhere. Raises what reading, aligning and projects raise.
    """
    reading = reading or Reading()
    if other is None and _is_project(path):
        return _as_it_is(_directed(open_project(path), source), reading)
    sources = [path] if other is None else [path, other]
    _check_no_folder(sources)
    target = _target(path, project)
    if _is_there(target):
        return _resumed(_directed(open_project(target), source), sources, reading)
    _check_folder(target)
    told: list[str] = []
    with scratch_explained(), UnitsAside() as aside:
        realigner = None
        bitext = aligned() if aligned is not None else None
        if bitext is None:
            taking = _Taking(path, other, reading, aside, told, salvage)
            bitext, realigner = _taken_over(taking, progress)
        if source is not None:
            bitext = replace(bitext, article=replace(bitext.article, source_language=source))
        opened = create(target, bitext, aside)
    opened.set_setting(SOURCE_DIGEST, digest_of(sources))
    return OpenedProject(opened, realigner, tuple(told))


def is_new(path: Path, other: Path | None, project: Path | None) -> bool:
    """Return whether files that are to be reviewed are no project and have none yet."""
    return not (other is None and _is_project(path)) and not _is_there(_target(path, project))


def _target(path: Path, project: Path | None) -> Path:
    return project or path.with_name(path.name + EXTENSION)


def _is_project(path: Path) -> bool:
    if path.suffix == EXTENSION:
        return True
    try:
        return is_database(path)
    except OSError:
        return False  # reading it as an article says what is the matter


def _check_no_folder(paths: Sequence[Path]) -> None:
    for path in paths:
        if _is_there(path) and path.is_dir():
            raise UnusableInput(f"{path} is a folder; name one of the files in it.")


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False  # a name too long; whoever reads or writes it says so


def _directed(project: Project, source: Language | None) -> Project:
    """Tell a project what was translated from what, if somebody has said so."""
    if source is not None and not project.is_read_only:
        project.set_source_language(source)
    return project


def _resumed(opened: Project, sources: Sequence[Path], reading: Reading) -> OpenedProject:
    """Return the project of some files, which may have changed since."""
    # A version under another name may have been taken in; then these are not what it was read from.
    if _names(opened.sources) == _names(sources) and _have_changed(opened, sources):
        return _changed_since(opened, NewVersion(tuple(sources), reading))
    return OpenedProject(opened, None, (f"Going on with {opened.path.name}.",))


def _as_it_is(project: Project, reading: Reading) -> OpenedProject:
    """Return a project that was named itself; its article is looked for beside it."""
    found = tuple(_place_of(Path(name), project.path.parent) for name in project.sources)
    if found and not project.has_units and _have_changed(project, found):
        return _changed_since(project, NewVersion(found, reading))
    return OpenedProject(project, None)


def _changed_since(project: Project, newer: NewVersion) -> OpenedProject:
    names = " or ".join(path.name for path in newer.paths)
    notice = f"{names} has changed since; {project.path.name} keeps what was read then."
    return OpenedProject(project, None, (notice,), None if project.has_units else newer)


def _place_of(source: Path, folder: Path) -> Path:
    """Return where a source of a project in a folder lies; one with its name beside it goes first.

    A path that is not absolute was one from a folder that nobody knows any more.
    """
    beside = folder / source.name
    return source if source.is_absolute() or not _is_there(beside) else beside


def _have_changed(project: Project, sources: Sequence[Path]) -> bool:
    """Whether files are there in a version that was neither read nor declined."""
    known = project.setting(SOURCE_DIGEST)
    if known is None or not all(map(_is_file, sources)):
        return False
    now = digest_of(sources)
    return now not in (known, project.setting(DECLINED_DIGEST))


def _names(sources: Sequence[str | Path]) -> list[str]:
    return [Path(source).name for source in sources]


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _check_folder(target: Path) -> None:
    from aligner.files import check_writable

    check_writable(target)


def digest_of(paths: Sequence[Path]) -> str:
    """Return a number for what files hold, one after the other; raises OSError."""
    digest = blake2b(digest_size=16)
    for path in paths:
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                digest.update(block)
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class _Taking:
    """What is to be taken over, how, and where what no pair holds goes."""

    path: Path
    other: Path | None
    reading: Reading
    aside: UnitsAside
    told: list[str]
    """Gets a sentence for whatever of the file is in no pair."""
    salvage: bool


def _taken_over(taking: _Taking, progress: Progress | None) -> tuple[Bitext, Realigner | None]:
    path, other, reading = taking.path, taking.other, taking.reading

    if other is None and holds_units(path, reading.zh_column, reading.en_column):
        units = _some_units(taking)
        return bitext_of_units(units, path, progress), None
    return align_for_review([path, *([other] if other else [])], reading, progress)


def align_for_review(
    paths: Sequence[Path], reading: Reading, progress: Progress | None = None
) -> tuple[Bitext, Realigner]:
    """Read and align an article, or a text and its translation, with the scores that it took."""
    from aligner.alignment import Realigner, chart_article, read_alignment
    from aligner.bitext import pair_up
    from aligner.reading import read_article, read_pair

    article = (
        read_article(
            paths[0],
            encoding=reading.encoding,
            keep_boilerplate=reading.keep_boilerplate,
            zh_column=reading.zh_column,
            en_column=reading.en_column,
        )
        if len(paths) == 1
        else read_pair(
            *paths,
            encoding=reading.encoding,
            keep_boilerplate=reading.keep_boilerplate,
            as_named=reading.as_named,
            chapters=reading.chapters,
        )
    )
    chart, name = chart_article(article, reading.model, progress)
    found = read_alignment(chart, name)
    bitext = pair_up(article, found.beads, model=name, level=reading.level, moved=found.moved)
    return bitext, Realigner(article, model=reading.model, chart=chart)


def holds_units(path: Path, zh_column: str | None = None, en_column: str | None = None) -> bool:
    """Return whether a file is read as units, by its name, and of a workbook by what it holds.

    A workbook is an article where no sheet has two columns of text, if one can be made of it; what
    is wrong with any other file is said by whoever reads its units.
    """
    from aligner.formats import may_be_article, names_units, read_units
    from aligner.reading import read_article

    if not (names_units(path) and may_be_article(path)):
        return names_units(path)
    try:
        next(read_units(path, zh_column=zh_column, en_column=en_column))
    except UnusableInput:
        try:
            read_article(path, zh_column=zh_column, en_column=en_column)
        except UnusableInput:
            return True
        return False
    return True


def _some_units(taking: _Taking) -> list[Unit]:
    """Return the units of a file without what no pair holds, which is put aside."""
    from aligner.formats import LeftOut, Salvage, read_units

    left_out, salvaged = LeftOut(), Salvage()
    path, reading = taking.path, taking.reading
    found = read_units(
        path, zh_column=reading.zh_column, en_column=reading.en_column, left_out=left_out
    )
    if taking.salvage:
        found = salvaged.units_before_damage(found)
    read = (taking.aside.put(unit) for unit in found if unit.zh or unit.en)
    units = list(islice(read, MOST_UNITS + 1))
    taking.told.extend((*left_out.sentences(), *salvaged.sentences()))
    if len(units) > MOST_UNITS:
        raise UnusableInput(
            f"{path.name} holds more than {MOST_UNITS:,} units, too many to review at once; "
            "divide it into parts."
        )
    return units


def bitext_of_units(units: Sequence[Unit], path: Path, progress: Progress | None = None) -> Bitext:
    """Make a bitext of units, a pair each; every text is one sentence.

    A confidence that the file does not give says how sure it is, by meaning alone, that the two
    texts say the same; of more than 20,000 such units it is not worked out, and they count as
    confirmed.
    """
    article = _article_of(units, path)
    pairs = _pairs_of(units)
    unknown = [place for place, unit in enumerate(units) if unit.confidence is None]
    if unknown and len(units) <= MOST_JUDGED:
        sure = _judged(pairs, progress)
        pairs = [
            replace(pair, confidence=sure[place]) if units[place].confidence is None else pair
            for place, pair in enumerate(pairs)
        ]
    elif unknown:
        for place in unknown:
            if pairs[place].status == "proposed":
                pairs[place] = replace(pairs[place], status="confirmed")
    return Bitext(article=article, pairs=tuple(pairs), level="sentence", model=path.suffix[1:])


def _pairs_of(units: Iterable[Unit]) -> list[Pair]:
    pairs = []
    zh = en = 0
    for unit in units:
        n, m = int(bool(unit.zh)), int(bool(unit.en))
        pairs.append(
            Pair(
                tuple(range(zh, zh + n)),
                tuple(range(en, en + m)),
                unit.zh,
                unit.en,
                1.0 if unit.confidence is None else unit.confidence,
                unit.status,
                unit.note,
            )
        )
        zh, en = zh + n, en + m
    return pairs


def _article_of(units: Sequence[Unit], path: Path) -> Article:
    from aligner.script import detect_script

    zh, en = [u.zh for u in units if u.zh], [u.en for u in units if u.en]
    script = detect_script("".join(islice(zh, 2000)))
    return Article(
        zh=_side("zh", zh),
        en=_side("en", en),
        leftovers=(),
        layout="columns",
        sources=(str(path),),
        encodings=("utf-8",),
        script=script.name,
        script_share=script.share,
        source_language=_direction_of(units),
    )


def _direction_of(units: Sequence[Unit]) -> Language | None:
    """Return the language that most units were translated from, as far as they say so."""
    said = Counter(unit.source for unit in units if unit.source)
    return said.most_common(1)[0][0] if said else None


def _side(language: Language, texts: Sequence[str]) -> Side:
    sentences = tuple(Sentence(text, 0, 0, 0) for text in texts)
    return Side(language, (Paragraph(""),) if texts else (), sentences)


def _judged(pairs: Sequence[Pair], progress: Progress | None) -> list[float]:
    """Return how sure it is of each pair, by its meaning alone; its place is no evidence."""
    from aligner.checks import judge_units

    sure = []
    for judgement in judge_units((pair.zh_text, pair.en_text) for pair in pairs):
        sure.append(judgement.confidence)
        if progress and (len(sure) % _TOLD_EVERY == 0 or len(sure) == len(pairs)):
            progress("scoring", len(sure), len(pairs))
    return sure
