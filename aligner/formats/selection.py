"""What an export contains, and under which language codes: one rule for every format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import PurePath

from aligner.alignment import Moved
from aligner.article import TimeSpan
from aligner.bitext import Bitext, Pair, text_of, times_of_pairs
from aligner.files import segment
from aligner.formats.options import ExportOptions
from aligner.unit import Unit

ZH_CODES = {"Hans": "zh-CN", "Hant": "zh-TW"}
"""The codes that CAT tools know, by script."""
UnitOf = Callable[[Pair], Unit | None]
"""What a project knows of the unit that a pair was read as, or was made of."""
SOURCE_FILE = "x-source-file"
"""The property that names the file that a unit comes from, without its folder."""
START, END = "x-start", "x-end"
"""The properties that say when a pair of subtitles is shown."""


def options_for(bitext: Bitext, options: ExportOptions) -> ExportOptions:
    """Return options with one code for each language of a bitext.

    The code of the Chinese is the one that is asked for, or else what the script of the article
    asks for; where several are asked for, units are converted to each of them later.
    """
    zh_code = ZH_CODES.get(bitext.article.script, "zh")
    if len(options.zh_codes) == 1:
        zh_code = options.zh_codes[0]
    return replace(options, zh_codes=(zh_code,), en_code=options.code("en"))


def is_exported(pair: Pair, min_confidence: float) -> bool:
    """Return whether a pair is exported: not excluded, and sure enough or seen by a translator."""
    if pair.status == "proposed":
        return pair.confidence >= min_confidence
    return pair.status != "excluded"


def no_unit(_: Pair) -> Unit | None:
    """Return what is known of the units of an article: nothing."""
    return None


def units_of(
    bitext: Bitext,
    options: ExportOptions = ExportOptions(),
    *,
    unit_of: UnitOf = no_unit,
    now: datetime | None = None,
) -> Iterator[Unit]:
    """Yield the units of a bitext, in order; `now` (default: the clock) dates new ones.

    A pair that was read as a unit (`unit_of`) is that unit still, with what has become of its
    texts. Half-empty pairs are units too. Moved text whose two ends a translator has put together
    (confidence 1) is one unit, where its Chinese stands.
    """
    filled = options_for(bitext, options)
    zh_code, en_code = filled.zh_code, filled.code("en")
    source = bitext.article.source_language
    properties = (
        ("@creationdate", tmx_date(now or datetime.now(UTC))),
        *((SOURCE_FILE, segment(PurePath(source).name)) for source in bitext.article.sources),
    )
    settled = settled_moves(bitext)
    for place, (pair, time) in enumerate(zip(bitext.pairs, times_of_pairs(bitext), strict=True)):
        link = settled.get(place)
        if link is not None:
            if pair.zh and pair.zh[0] == link.zh[0]:
                zh = text_of(bitext.article.zh, link.zh)
                en = text_of(bitext.article.en, link.en)
                about = pair.note, properties, source
                yield Unit(zh, en, zh_code, en_code, 1.0, "confirmed", *about)
        elif is_exported(pair, options.min_confidence):
            known = unit_of(pair) or Unit("", "", source=source)
            yield replace(
                known,
                zh=pair.zh_text,
                en=pair.en_text,
                zh_code=known.zh_code or zh_code,
                en_code=known.en_code or en_code,
                confidence=pair.confidence,
                status=pair.status,
                note=pair.note,
                properties=known.properties or (*properties, *_shown(time)),
            )


def _shown(time: TimeSpan | None) -> tuple[tuple[str, str], ...]:
    """Return the properties that say when a pair of subtitles is shown."""
    if time is None:
        return ()
    return (START, clock_time(time.start)), (END, clock_time(time.stop))


def clock_time(moment: int) -> str:
    """Write milliseconds as `00:01:02.345`; what is before the beginning has a minus."""
    seconds, rest = divmod(abs(moment), 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{'-' if moment < 0 else ''}{hours:02}:{minutes:02}:{seconds:02}.{rest:03}"


def tmx_date(moment: datetime) -> str:
    """Return a moment as TMX writes it, in UTC."""
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def settled_moves(bitext: Bitext) -> dict[int, Moved]:
    """Return which pairs, by place, are ends of moved text that a translator has put together."""
    links = [link for link in bitext.moved if link.confidence == 1.0 and link.zh and link.en]
    if not links:
        return {}
    zh = {i: place for place, pair in enumerate(bitext.pairs) for i in pair.zh}
    en = {j: place for place, pair in enumerate(bitext.pairs) for j in pair.en}
    found: dict[int, Moved] = {}
    for link in links:
        places = {*(zh[i] for i in link.zh), *(en[j] for j in link.en)}
        ends = [bitext.pairs[place] for place in places]
        # Whoever has since paired an end otherwise, or thrown it out, means that.
        whole = all(
            not pair.is_full
            and pair.status != "excluded"
            and set(pair.zh) <= set(link.zh)
            and set(pair.en) <= set(link.en)
            for pair in ends
        )
        if whole:
            found |= dict.fromkeys(places, link)
    return found
