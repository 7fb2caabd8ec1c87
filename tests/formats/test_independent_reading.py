"""Files as tools write them, read by us and by the standard library: the same units and texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.formats.files import HEADER, LAMP, saved, tmx, tu
from tests.independent import compare

TRADOS = """<?xml version="1.0" encoding="utf-8"?>
<xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"
 xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2" sdl:version="1.0">
<doc-info xmlns="http://sdl.com/FileTypes/SdlXliff/1.0"><cxt-defs/></doc-info>
<file original="a.docx" datatype="x-sdlfilterframework2" source-language="en-US"
 target-language="zh-CN"><header><sdl:ref-files/></header><body><group>
<sdl:cxts><sdl:cxt id="1"/></sdl:cxts>
<trans-unit id="t1"><source>The quay was wet. <g id="4">Nobody</g> fished.</source>
<seg-source><mrk mtype="seg" mid="1">The quay was wet.</mrk> <mrk mtype="seg" mid="2"><g id="4"
>Nobody</g> fished.</mrk></seg-source>
<target><mrk mtype="seg" mid="1">码头是湿的。</mrk><mrk mtype="seg" mid="2"><g id="4">没有人</g
>钓鱼。</mrk></target>
<sdl:seg-defs><sdl:seg id="1" conf="Translated" origin="interactive"/><sdl:seg id="2"/>
</sdl:seg-defs></trans-unit>
<trans-unit id="t2" translate="no"><source><x id="7"/></source></trans-unit>
</group></body></file></xliff>"""
MEMOQ = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"
 xmlns:mq="MQXliff"><file original="b.txt" source-language="zh-TW" target-language="en-GB"
 datatype="x-memoq"><header><tool tool-id="MQ" tool-name="MemoQ"/></header><body>
<trans-unit id="1" mq:status="ManuallyConfirmed"><source xml:space="preserve">霧<bpt id="1"
 ctype="bold">{}</bpt>散了<ept id="1">{}</ept>。</source><target xml:space="preserve">The fog
 <bpt id="1" ctype="bold">{}</bpt>lifted<ept id="1">{}</ept>.</target>
<mq:minorversions><mq:historical-unit><source>舊</source></mq:historical-unit></mq:minorversions>
</trans-unit></body></file></xliff>""".replace(
    "<mq:minorversions><mq:historical-unit><source>舊</source></mq:historical-unit></mq:minorversions>",
    "",
)
PHRASE = """<xliff version="1.2" xmlns:m="http://www.memsource.com/mxlf/2.0"><file
 original="c.html" source-language="en" target-language="zh_tw"><body><group id="0"><trans-unit
 id="p:0" m:score="1.0" m:confirmed="1"><source>{1&gt;Boats&lt;1} are for hire.</source><target
>{1&gt;船&lt;1}可以租。</target><m:tunit-metadata/></trans-unit></group></body></file>
<file original="d.html" source-language="en" target-language="fr"><body><trans-unit id="1"
><source>Boat.</source><target>Bateau.</target></trans-unit></body></file></xliff>"""
SECOND = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en-US"
 trgLang="zh-Hant"><file id="f"><group id="g"><unit id="u"><originalData><data id="d1">&lt;br&gt;
</data></originalData><segment id="s1" state="translated"><source>Mind the <pc id="1"
><mrk id="m1" type="term">step</mrk></pc>.<ph id="2" dataRef="d1"/></source><target>小心<pc id="1"
>臺階</pc>。<ph id="2" dataRef="d1"/></target></segment><ignorable><source> </source></ignorable>
<segment id="s2"><source>Hold<cp hex="0041"/><sc id="3"/> on.<ec startRef="3"/></source></segment>
</unit></group></file></xliff>"""
ONE_SIDE = """<xliff version="1.2"><file source-language="en" target-language="zh"><body>
<trans-unit id="1"><source>Rain. Wind.</source><target><mrk mtype="seg" mid="0">雨。</mrk><mrk
 mtype="seg" mid="1">風。</mrk></target></trans-unit>
<trans-unit id="2"><source>Rain.</source><seg-source><mrk mtype="seg">Rain.</mrk></seg-source>
<target>雨。</target></trans-unit>
<trans-unit id="3"><source><mrk mtype="seg" mid="1">Sun.</mrk> and <mrk mtype="seg"
 mid="2">sea.</mrk></source><target><mrk mtype="seg" mid="2">海。</mrk></target></trans-unit>
</body></file></xliff>"""
OMEGAT = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx11.dtd">
<tmx version="1.1">{HEADER}<body>
<!-- Default translations -->
<tu><tuv lang="EN-US"><seg>The &lt;f0&gt;ferry&lt;/f0&gt; is late.</seg></tuv>
<tuv lang="ZH-TW" changeid="me"><seg>&lt;f0&gt;渡輪&lt;/f0&gt;誤點了。</seg></tuv></tu>
<!-- Alternative translations -->
<tu><prop type="file">a.txt</prop><prop type="id">1</prop><tuv lang="EN-US"><seg>Late.</seg></tuv>
<tuv lang="ZH-TW"><seg>晚了。</seg></tuv></tu></body></tmx>"""
MANY = tmx(
    LAMP,
    tu(("en", "quay"), ("zh-CN", "码头"), ("zh-CN", "埠头"), ("zh-TW", "碼頭"), ("ja", "埠頭")),
    tu(("en", "both"), ("en", "both"), ("fr", "les deux")),
    tu(("de", "Turm")),
    tu(("zh", "按<ph x='1'>&lt;b&gt;</ph>钮<hi>亮</hi>"), ("en", "<it pos='begin'>x</it>on")),
)
PREFIXED = """<t:tmx xmlns:t="http://www.lisa.org/tmx14" version="1.4"><t:header srclang="en"/>
<t:body><t:tu><t:tuv xml:lang="en"><t:seg>Ebb <t:ph/>tide.</t:seg></t:tuv><t:tuv xml:lang="yue-HK">
<t:seg>退<t:hi>潮</t:hi>。</t:seg></t:tuv></t:tu></t:body></t:tmx>"""
GLOSSARY = """<martif type="TBX" xml:lang="en"><text><body>
<termEntry id="c1"><langSet xml:lang="en"><tig><term>ebb tide</term></tig></langSet>
<langSet xml:lang="zh-CN"><tig><term>退潮</term></tig></langSet></termEntry>
<termEntry id="c2"><langSet xml:lang="en"><tig><term>buoy</term></tig></langSet>
<langSet xml:lang="de"><tig><term>Boje</term></tig></langSet></termEntry></body></text></martif>"""
STRUCTURES = {
    "trados.sdlxliff": TRADOS,
    "memoq.mqxliff": MEMOQ,
    "phrase.mxliff": PHRASE,
    "second.xlf": SECOND,
    "one-side.xlf": ONE_SIDE,
    "omegat.tmx": OMEGAT,
    "many.tmx": MANY,
    "prefixed.tmx": PREFIXED,
    "glossary.tbx": GLOSSARY,
}


@pytest.mark.parametrize("name", STRUCTURES)
def test_both_readers_find_the_same_units_and_texts(tmp_path: Path, name: str) -> None:
    assert compare(saved(tmp_path, STRUCTURES[name], name))
