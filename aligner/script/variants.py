"""Every way to write a Han character, and the one form that stands for all of them.

Looks at single characters and at no words, so that places in a text stay: for comparing and for
searching, never for showing.
"""

from __future__ import annotations

from functools import cache

from aligner.script.tables import rows

LEFT_TRADITIONAL = str.maketrans(
    "擡簷痺睪牠妳揹暱姪伕衹啣砲倣傚玨牴煖徬搾瞇嬝燄濬鎗餽籐鼇櫺勦隄慇貍踡踫銲賸糢痲搆阬撢瘉彊偺",
    "抬檐痹睾它你背昵侄夫只衔炮仿效珏抵暖彷榨眯袅焰浚枪馈藤鳌棂剿堤殷狸蜷碰焊剩模麻构坑掸愈强咱",
)
"""Traditional characters of everyday texts that OpenCC's tables do not make Simplified."""
_REGIONAL = str.maketrans(
    "著粧敍衞枱糭幺潀靑皷僊畧硏戸郞鼈徧姸幷慙懽朶栢欵毘氷漑疎盌碁飜脇艶蘂虵躶覇譌谿輭逈隣酧舖濶鴈韮飈駮騐鬪麤",
    "着妆叙卫台粽么潨青鼓仙略研户郎鳖遍妍并惭欢朵柏款毗冰溉疏碗棋翻胁艳蕊蛇裸霸讹溪软迥邻酬铺阔雁韭飙驳验斗粗",
)
"""Forms that one region or one printer prefers, and that a conversion between Traditional and
Simplified leaves alone because both are in use somewhere; each with the mainland's form."""


@cache
def written_as(character: str) -> frozenset[str]:
    """Return every way to write a Han character: those that share a Simplified or regional form.

    后 and 後 are one another, and so are 里, 裏 and 裡, or 叙, 敘 and 敍; 发, 發 and 髮 too, which
    only their company tells apart. A character of one form has itself.
    """
    simplified, written = _forms()
    found = {character} | _alike().get(in_one_form(character), set())
    for plain in simplified.get(character, {character}):
        found |= written.get(plain, {plain})
    return frozenset(found)


def in_one_script(text: str) -> str:
    """Return the text with each Traditional character as its Simplified one, of the same length.

    What a region prefers stays (著, 衞), as in the tables that are looked up by this form.
    """
    return text.translate(_simplified_characters())


def in_one_form(text: str) -> str:
    """Return the text with each Han character in the mainland's form of it, of the same length.

    Traditional is Simplified, and what a region prefers is written as the mainland does: 著 and
    着, 衛 and 衞, 敘 and 敍, 化妝 and 化粧 are one.
    """
    return text.translate(_forms_of_the_mainland())


@cache
def _forms_of_the_mainland() -> dict[int, int]:
    tables = (_simplified_characters(), LEFT_TRADITIONAL, _REGIONAL)
    found: dict[int, int] = {}
    for first in {code for table in tables for code in table}:
        code = first
        for table in tables:
            code = table.get(code, code)
        found[first] = code
    # 薴 is written 苧 on the mainland, where that is another character's old form, 苎 today.
    return {first: found.get(code, code) for first, code in found.items()}


@cache
def _alike() -> dict[str, set[str]]:
    """Return the characters of each form of the mainland that has others than itself."""
    found: dict[str, set[str]] = {}
    for code, plain in _forms_of_the_mainland().items():
        found.setdefault(chr(plain), {chr(plain)}).add(chr(code))
    return found


@cache
def _simplified_characters() -> dict[int, int]:
    found = (row for row in rows("TSCharacters.txt") if len(row[0]) == len(row[1]) == 1)
    return {ord(row[0]): ord(row[1]) for row in found}


@cache
def _forms() -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Return the Simplified forms of each character that has others than itself, and the reverse.

    The forms that Taiwan and Hong Kong prefer (裡, 著) count as forms of what others write there.
    """
    simplified: dict[str, set[str]] = {}
    for traditional, *forms in rows("TSCharacters.txt"):
        simplified[traditional] = set(forms)
    for plain, *forms in rows("STCharacters.txt"):
        for traditional in forms:
            simplified.setdefault(traditional, {traditional}).add(plain)
    for table in ("TWVariants.txt", "HKVariants.txt"):
        for usual, *forms in rows(table):
            for local in forms:
                own = simplified.setdefault(local, {local})
                own |= simplified.get(usual, {usual})
    for plain in {plain for plains in simplified.values() for plain in plains}:
        if plain in simplified:  # 苧: Traditional for 苎 and Simplified for 薴
            simplified[plain].add(plain)
    written: dict[str, set[str]] = {}
    for character, plains in simplified.items():
        for plain in plains:
            written.setdefault(plain, {plain}).add(character)
    return simplified, written
