"""Words that stand twice in a row by mistake: the the, 的的, 我们我们.

Languages double words on purpose too (看看, 常常, that that, very very), and a text may repeat what
the other repeats; of these nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.checks.finding import Finding
from aligner.script import HAN

_TWICE = re.compile(r"\b([A-Za-z]+(?:['’][a-z]+)?)\s+\1\b(?!['’-]\w)", re.IGNORECASE)
_ONLY_ONCE = (
    "a about after all although an and any are as at because been before being between both "
    "but by can could during each for from has have how i if into its may might must my nor "
    "not of onto or our shall she should some such than the their them then there these they "
    "those through to under until upon was we were what when where whether which while whose "
    "why will with within without would your"
)
"""English words that are hardly ever doubled on purpose."""
_ON_PURPOSE = (
    "blah boo bora bye cha chop chow clap come ding do dong drip duran easy far go good ha "
    "had he hear hello her here hey higher him hip hoho home hush in is it just knock la less "
    "long lower many me more much never night no now oh older on one out over plus pretty "
    "quick really right round sing so tap that this tick time too tut twin up us very wait "
    "walla well who whoa work yeah year yes york you"
)
"""English words that are, or that are names."""
_SINGLE, _DOUBLED = frozenset(_ONLY_ONCE.split()), frozenset(_ON_PURPOSE.split())
_WORDS = (
    "我们|我們|他们|他們|她们|她們|你们|你們|它们|它們|因为|因為|所以|但是|如果|虽然|雖然|而且|以及|或者|并且|並且"
    "|由于|由於|对于|對於|关于|關於|根据|根據|通过|通過|可以|已经|已經|这个|這個|没有|沒有"
)
_HAN_TWICE = re.compile(
    "(?<![目标標])(?P<of>的)的(?![确確士喀])"
    "|(?P<by>被)被(?![子单單褥套窝窩])"
    "|(?P<also>也)也"
    "|(?<![参參赋賦给給授赠贈])(?P<and>[与與])(?P=and)(?![会會])"
    f"|(?P<word>{_WORDS})(?P=word)"
)
_PHRASE_TWICE = re.compile(f"([{HAN}]{{3,8}})\\1")
_COUNTED = re.compile("^[一几幾每]")


def check_repetition(zh: str, en: str) -> Iterator[Finding]:
    """Yield the first word that stands twice in a row on either side, where that is a slip."""
    english = next((m for m in _TWICE.finditer(en) if _is_slip(m[1], zh)), None)
    if english:
        yield Finding("repeat", "en", en=english.span(), values=(english[1],))
    chinese = _HAN_TWICE.search(zh) or next(
        (m for m in _PHRASE_TWICE.finditer(zh) if not _COUNTED.match(m[1])), None
    )
    if chinese and not english and not _TWICE.search(en):
        word = next(group for group in chinese.groups() if group)
        yield Finding("repeat", "zh", zh=chinese.span(), values=(word,))


def _is_slip(word: str, zh: str) -> bool:
    lower = word.lower()
    if lower in _DOUBLED:
        return False
    if lower in _SINGLE:
        return True
    return len(word) > 3 and word.islower() and not re.search(f"([{HAN}]{{2}})[，、 ]?\\1", zh)
