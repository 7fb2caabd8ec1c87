"""A memory as a client's tool exports it, with all that TMX can say of a unit."""

from __future__ import annotations

from xml.etree import ElementTree as ET

HEADER = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
\t<header creationtool="ClientCAT" creationtoolversion="9.2" segtype="sentence" o-tmf="CC" \
adminlang="en-us" srclang="{source}" datatype="xml" \
creationdate="20190102T030405Z" creationid="ann">
\t\t<note>Do not change the ids.</note>
\t\t<prop type="x-project">Harbour &amp; sons</prop>
\t</header>
\t<body>"""
_PEOPLE = ("ann", "bo", "陈")
_SUBJECTS = ("The keeper", "A sailor", "The pilot", "Our neighbour", "The captain")
_主语 = ("守塔人", "水手", "领航员", "我们的邻居", "船长")
_TRADITIONAL = str.maketrans("锁门灯点关领航员们邻长", "鎖門燈點關領航員們鄰長")


def client_memory(count: int, *, source: str = "en-US") -> str:
    """A TMX of units in zh-CN or zh-TW and en-US, some with French, no two with the same texts."""
    units = "".join(f"\n{_unit(number)}" for number in range(count))
    return HEADER.format(source=source) + units + "\n\t</body>\n</tmx>\n"


def _unit(number: int) -> str:
    who = number % len(_SUBJECTS)
    zh_code = "zh-TW" if number % 3 == 0 else "zh-CN"
    zh = f"{_主语[who]}锁上第{number}扇门"
    zh = zh.translate(_TRADITIONAL) if zh_code == "zh-TW" else zh
    en = f"{_SUBJECTS[who]} locks door {number}"
    texts = {
        0: (f"{zh}。", f"{en}."),
        1: (
            f'<bpt i="1" x="1" type="bold">&lt;b&gt;</bpt>{zh}<ept i="1">&lt;/b&gt;</ept>。',
            f'<bpt i="1" x="1" type="bold">&lt;b&gt;</bpt>{en}<ept i="1">&lt;/b&gt;</ept>.',
        ),
        2: (f'{zh}<ph x="1"/> &amp; 灯。', f'{en}<ph x="1"/> &amp; the lamp.'),
        3: (f"{zh}，<hi type='i'>再</hi>点灯。", f"{en}, <hi type='i'>then</hi> lights up."),
    }[number % 4]
    note = "\t\t\t<note>Say “quay”, not “pier”.</note>\n" if number % 7 == 0 else ""
    french = (
        f'\t\t\t<tuv xml:lang="fr-FR"><seg>Porte {number} fermée.</seg></tuv>\n'
        if number % 10 == 0
        else ""
    )
    comment = f"\t\t<!-- batch {number // 100} -->\n" if number % 100 == 0 else ""
    own = ' srclang="zh-CN"' if number % 50 == 1 else ""
    person = _PEOPLE[number % 3]
    return (
        f'{comment}\t\t<tu tuid="{number + 5000}" creationdate="20200304T050607Z"'
        f' creationid="{person}"{own} usagecount="{number % 9}">\n{note}'
        f'\t\t\t<prop type="x-client">Harbour {number % 5}</prop>\n'
        f'\t\t\t<prop type="x-domain:SinglePicklist">sea</prop>\n'
        f'\t\t\t<tuv xml:lang="en-US" changedate="20210101T000000Z"><seg>{texts[1]}</seg></tuv>\n'
        f'{french}\t\t\t<tuv xml:lang="{zh_code}" changeid="{person}">'
        f'<prop type="x-checked">yes</prop><seg>{texts[0]}</seg></tuv>\n\t\t</tu>'
    )


def units_by_id(text: str) -> dict[str, str]:
    """The units of a TMX by their ids, in their order, each in canonical form."""
    body = ET.fromstring(text.encode()).find("body")
    assert body is not None
    found = {}
    for unit in body.findall("tu"):
        unit.tail = None
        found[unit.get("tuid", "")] = ET.canonicalize(ET.tostring(unit, encoding="unicode"))
    return found
