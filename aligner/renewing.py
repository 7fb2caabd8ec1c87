"""Taking the new version of an article into its project: what is read, compared, and written.

The new version is an article, two files, or one side alone; then the other side is the one that the
project has. Nothing is written before somebody says so, and a copy of the project is kept. It
refuses projects of units, and a file that is another article.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from aligner.ahead import Reading
from aligner.alignment import Bead
from aligner.article import Article, Language, Side
from aligner.bitext import Bitext
from aligner.errors import NoOtherLanguage, UnusableInput
from aligner.opening import DECLINED_DIGEST, SOURCE_DIGEST, digest_of
from aligner.project import Project, take_in
from aligner.updating import Update, update

if TYPE_CHECKING:
    from aligner.alignment import Fixed
    from aligner.files import Progress

_LEAST_FOUND = 0.05
"""Share of the old pairs that must be in the new version: below it, it is another article."""


@dataclass(frozen=True, slots=True)
class Renewal:
    """The new version of an article, compared with its project, and not yet taken in."""

    update: Update
    digest: str
    """What the project keeps to tell whether its files have changed again."""


def renewal_of(
    project: Project,
    paths: Sequence[Path],
    reading: Reading | None = None,
    progress: Progress | None = None,
) -> Renewal:
    """Read the new version of the article of a project, and see what becomes of its pairs.

    `paths` are one file or two. Raises what reading and aligning raise, and UnusableInput where the
    project is of units, or the files are another article.
    """
    reading = reading or Reading()
    _check_project(project, paths)
    old = project.bitext
    article, renewed = _read(old, paths, reading)

    def align(some: Article, fixed: Sequence[Fixed]) -> list[Bead]:
        from aligner.alignment import chart_article

        return chart_article(some, reading.model, progress)[0].beads(fixed)

    found = update(old, article, align, renewed=renewed)
    if found.found_again < _LEAST_FOUND:
        raise UnusableInput(
            f"{_named(paths)} has next to nothing in common with {project.path.name}; if it is "
            "another article, align it by itself."
        )
    return Renewal(found, _digest(found.bitext.article.sources))


def take(project: Project, renewal: Renewal) -> Path:
    """Write a new version into the project; return the copy of what stood there.

    UnwritableOutput where the project may not be written; then it is as it was.
    """
    return take_in(project, renewal.update.bitext, {SOURCE_DIGEST: renewal.digest})


def keep_digest(project: Project, renewal: Renewal) -> None:
    """Write down what the files hold that a project says the same as."""
    project.set_setting(SOURCE_DIGEST, renewal.digest)


def decline(project: Project, paths: Sequence[Path]) -> None:
    """Write down that a translator does not want what files hold now, and is not to be asked."""
    with suppress(OSError):  # then there is nothing to be asked about
        project.set_setting(DECLINED_DIGEST, digest_of(paths))


def _check_project(project: Project, paths: Sequence[Path]) -> None:
    from aligner.store import is_database

    if project.has_units:
        raise UnusableInput(
            f"{project.path.name} was made of a translation memory or a table of units, which has "
            "no versions; open the new one by itself, with its own project."
        )
    for path in paths:
        with suppress(OSError):  # whoever reads it says what is the matter
            if is_database(path):
                raise UnusableInput(
                    f"{path.name} is a project or a memory; name the article in its new version."
                )


def _read(old: Bitext, paths: Sequence[Path], reading: Reading) -> tuple[Article, Language | None]:
    """Return the new version, and which side of it is new where only one is."""
    from aligner.reading import read_article, read_pair

    encoding, keep = reading.encoding, reading.keep_boilerplate
    if len(paths) == 2:
        pair = read_pair(
            paths[0], paths[1], encoding=encoding, keep_boilerplate=keep, as_named=reading.as_named
        )
        return pair, None
    (path,) = paths
    try:
        article = read_article(
            path,
            encoding=encoding,
            keep_boilerplate=keep,
            zh_column=reading.zh_column,
            en_column=reading.en_column,
        )
        return article, None
    except NoOtherLanguage:
        side = _only_side(path, reading)
    return _with_side(old, path, side), side.language


def _only_side(path: Path, reading: Reading) -> Side:
    """Return the side of a file in one language; raises NoOtherLanguage where it has none."""
    from aligner.reading import read_side

    languages: tuple[Language, Language] = ("zh", "en")
    sides = []
    for language in languages:
        with suppress(NoOtherLanguage):
            side = read_side(
                path,
                language,
                encoding=reading.encoding,
                keep_boilerplate=reading.keep_boilerplate,
            )
            sides.append(side)
    if not sides:
        raise NoOtherLanguage(f"{path} holds no Chinese and no English text.")
    return max(sides, key=_size)


def _size(side: Side) -> int:
    """Return how much a side says; a Chinese character says as much as four of English letters."""
    each = 4 if side.language == "zh" else 1
    return each * sum(len(sentence.text) for sentence in side.sentences)


def _with_side(old: Bitext, path: Path, side: Side) -> Article:
    """Return the article of a project with another text on one side."""
    from aligner.script import detect_script

    article = old.article
    sources = _sources_with(article, path, side.language)
    renewed: Article = (
        replace(article, zh=side) if side.language == "zh" else replace(article, en=side)
    )
    script = detect_script("\n".join(part.text for part in renewed.zh.paragraphs))
    return replace(
        renewed,
        sources=sources,
        encodings=("utf-8",) * len(sources),
        layout="two files",
        script=script.name,
        script_share=script.share,
        # They belong to a text that is read no more.
        leftovers=(),
        markup=(),
        walls=(),
        chapters=(),
        left_out=(),
    )


def _sources_with(article: Article, path: Path, language: Language) -> tuple[str, ...]:
    """Return the files of an article of which one side is read from another file now.

    Of an article in one file the other side has none any more: whoever reads that file again reads
    both languages.
    """
    if len(article.sources) < 2:
        return (str(path),)
    first: Language = "en" if article.source_language == "en" else "zh"
    if first == language:
        return str(path), article.sources[1]
    return article.sources[0], str(path)


def _digest(sources: Sequence[str]) -> str:
    """Return the digest of the files of an article; that of nothing where one has gone."""
    try:
        return digest_of([Path(source) for source in sources])
    except OSError:
        return ""


def _named(paths: Sequence[Path]) -> str:
    return " and ".join(path.name for path in paths)
