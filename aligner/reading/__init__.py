"""Reading: a file or two become an article with a Chinese and an English side.

Owns how files are laid out; sentences and scripts have rooms of their own. Refuses in a sentence
what cannot be aligned. Law: every character of the source is in a sentence, in a leftover, or was
markup or white space.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from aligner.article import (
    Article,
    Language,
    Layout,
    Leftover,
    Markup,
    Paragraph,
    Sentence,
    Side,
)
from aligner.errors import NoOtherLanguage
from aligner.formats import Block, ColumnChoice
from aligner.reading import layout
from aligner.reading.chapter_map import chapters_matched, map_text
from aligner.reading.chapters import numeral_value
from aligner.reading.sections import divide, divide_books, walls
from aligner.reading.sorting import sort_out, sort_out_pair
from aligner.reading.source import arranged, document_of, kept, open_source, sorted_out
from aligner.reading.surveying import Survey, glance, survey
from aligner.reading.two_files import NAMES, check_sides, chinese_one
from aligner.script import detect_script
from aligner.sentences import split_sentences
from aligner.wording import counted

__all__ = [
    "Survey",
    "glance",
    "map_text",
    "numeral_value",
    "read_article",
    "read_pair",
    "read_side",
    "survey",
]

_SCRIPTS = {"Hant": "Traditional", "Hans": "Simplified"}


def read_article(
    path: str | Path,
    *,
    encoding: str | None = None,
    keep_boilerplate: bool = False,
    zh_column: str | None = None,
    en_column: str | None = None,
) -> Article:
    """Read a file that holds both languages, in whichever layout.

    `encoding` overrules the one that is found; with `keep_boilerplate` menus, dates and the like
    are paragraphs; `zh_column` and `en_column` say by letter, number or name which columns of a
    table hold the two. Raises `UnusableInput`, of it `NoOtherLanguage` where a language is missing.
    """
    source = open_source(Path(path), encoding, ColumnChoice(zh_column, en_column))
    found, markup, document = arranged(source, keep_boilerplate)
    missing = layout.missing(found.zh, found.en)
    if missing:
        raise _no_other(source.path, missing, found)
    zh, en = divide(found.zh, found.en)
    rest = [(block, 0) for block in found.rest]
    article = _article(zh, en, rest, found.layout, [source.path], [document.encoding], markup)
    return replace(article, left_out=tuple(document.left_out.items()))


def read_pair(
    first: str | Path,
    second: str | Path,
    *,
    encoding: str | None = None,
    keep_boilerplate: bool = False,
    as_named: bool = False,
    chapters: str | Path | None = None,
) -> Article:
    """Read a Chinese and an English file, named in either order; otherwise as `read_article`.

    With `as_named` the first is the Chinese one, whatever it looks like. `chapters` is a file that
    says which chapters of two books answer to which; otherwise that is found.
    English named first is the language that was translated from.
    """
    sources = [open_source(Path(path), encoding) for path in (first, second)]
    paths = [source.path for source in sources]
    documents = [document_of(source) for source in sources]
    raw = [document.blocks for document in documents]
    zh = 0 if as_named else chinese_one(paths, [sort_out(blocks) for blocks in raw])
    en = 1 - zh
    texts = [*sort_out_pair(raw[zh], raw[en])][:: -1 if zh else 1]
    if keep_boilerplate:
        texts = [kept(blocks) for blocks in texts]
    languages: tuple[Language, Language] = ("en", "zh") if zh else ("zh", "en")
    sides = [
        layout.one_side(blocks, language) for blocks, language in zip(texts, languages, strict=True)
    ]
    if as_named:
        check_sides((paths[zh], paths[en]), sides[zh][0], sides[en][0])
    chinese, same_zh = layout.without_names(sides[zh][0], sides[en][1])
    english, same_en = layout.without_names(sides[en][0], sides[zh][1])
    rest = [(block, number) for number in (0, 1) for block in sides[number][1]]
    rest += [(block, zh) for block in same_zh] + [(block, en) for block in same_en]
    markup = [
        replace(mark, source=n) for n, document in enumerate(documents) for mark in document.markup
    ]
    encodings = [document.encoding for document in documents]
    matches = chapters_matched(chinese, english, chapters)
    chinese, english = divide_books(chinese, english, matches)
    article = _article(chinese, english, rest, "two files", paths, encodings, markup)
    hidden = Counter(documents[0].left_out) + Counter(documents[1].left_out)
    article = replace(article, left_out=tuple(hidden.items()), chapters=matches)
    # Chinese first is what people type without a thought; English first says something.
    return article if zh == 0 else replace(article, source_language="en")


def read_side(
    path: str | Path,
    language: Language = "zh",
    *,
    encoding: str | None = None,
    keep_boilerplate: bool = False,
) -> Side:
    """Read what a file says in one language, whether or not it says it in the other as well.

    Otherwise as `read_article`; raises `NoOtherLanguage` for a file without that language.
    """
    source = open_source(Path(path), encoding)
    found, _, _ = arranged(source, keep_boilerplate)
    if not (found.zh if language == "zh" else found.en):
        raise NoOtherLanguage(f"{path} holds no {NAMES[language]} text.")
    if layout.missing(found.zh, found.en):  # what looks like the other side is a mention
        blocks = sorted_out(document_of(source), keep_boilerplate)
        return _side(language, layout.one_side(blocks, language)[0])
    return _side(language, found.zh if language == "zh" else found.en)


def _article(
    zh: Sequence[Block],
    en: Sequence[Block],
    rest: Sequence[tuple[Block, int]],
    name: Layout,
    paths: Sequence[Path],
    encodings: Sequence[str],
    markup: Sequence[Markup],
) -> Article:
    leftovers = [
        Leftover(block.text, block.label, block.passage.start, block.passage.stop, number)
        for block, number in rest
    ]
    leftovers.sort(key=lambda left: (left.source, left.start))
    chinese, english = _side("zh", zh), _side("en", en)
    script = detect_script("\n".join(paragraph.text for paragraph in chinese.paragraphs))
    return Article(
        zh=chinese,
        en=english,
        leftovers=tuple(leftovers),
        layout=name,
        sources=tuple(str(path) for path in paths),
        encodings=tuple(encodings),
        script=script.name,
        script_share=script.share,
        markup=tuple(markup),
        walls=walls(_sections(chinese, zh), _sections(english, en)),
    )


def _sections(side: Side, blocks: Sequence[Block]) -> list[int]:
    """Return the section that each sentence stands in."""
    return [blocks[sentence.paragraph].section for sentence in side.sentences]


def _side(language: Language, blocks: Sequence[Block]) -> Side:
    sentences: list[Sentence] = []
    for number, block in enumerate(blocks):
        whole = block.kind == "heading" or block.time is not None
        start = 0
        for text in [block.text] if whole else split_sentences(block.text, language):
            if bare := text.strip():
                first = start + text.index(bare[0])
                span = block.passage.span(first, first + len(bare))
                sentences.append(Sentence(bare, number, *span))
            start += len(text)
    paragraphs = tuple(Paragraph(block.text, block.kind, block.time) for block in blocks)
    return Side(language, paragraphs, tuple(sentences))


def _no_other(path: Path, missing: Language, found: layout.Arrangement) -> NoOtherLanguage:
    """Return the refusal of a file that lacks a language: what it holds, and what to do."""
    present: Language = "zh" if missing == "en" else "en"
    side = _side(present, found.zh if present == "zh" else found.en)
    number = len(side.sentences)
    if not number:
        return NoOtherLanguage(f"{path} holds no Chinese and no English text to align.")
    script = ""
    if present == "zh":
        name = detect_script("\n".join(paragraph.text for paragraph in side.paragraphs)).name
        script = f" ({_SCRIPTS.get(name, name)})"
    other = found.zh if missing == "zh" else found.en
    amount = "hardly any" if any(block.text for block in other) else "no"
    sentences = counted(number, f"{NAMES[present]} sentence")
    return NoOtherLanguage(
        f"{path} holds {sentences}{script} but {amount} {NAMES[missing]}; "
        f"if the {NAMES[missing]} is in a file of its own: duizhao align CHINESE ENGLISH"
    )
