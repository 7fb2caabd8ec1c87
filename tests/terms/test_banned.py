"""Terms that a glossary says not to use: told of where they are used, and offered by nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from aligner.cli.terms import without_known
from aligner.errors import UnusableInput
from aligner.terms import (
    Entry,
    GlossaryTool,
    Lookup,
    TermChecker,
    Variant,
    inconsistencies,
    read_glossary,
    write_glossary,
)
from aligner.terms.formats.status import status_of

TBX2 = """<?xml version="1.0"?><martif type="TBX" xml:lang="en"><text><body><termEntry>
<langSet xml:lang="zh-CN"><tig><term>码头</term></tig></langSet>
<langSet xml:lang="en"><tig><term>quay</term>
<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
<ntig><termGrp><term>jetty</term>
<termNote type="administrativeStatus">WORD</termNote></termGrp></ntig></langSet>
</termEntry></body></text></martif>"""
TBX3 = """<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
xmlns:min="urn:min"><text><body><conceptEntry><langSec xml:lang="zh"><termSec><term>码头</term>
</termSec></langSec><langSec xml:lang="en"><termSec><term>quay</term></termSec><termSec>
<term>jetty</term><min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus>
</termSec></langSec></conceptEntry></body></text></tbx>"""
MEMOQ = """Entry_ID;Chinese_PRC;Term_Info;English_United_States;Term_Info
7;码头;;quay;CasePermissive
7;码头;;jetty;CasePermissive;HalfPrefix;Forbidden
"""
UTX = """#UTX 1.11; zh-CN/en-US; 2024-01-01; copyright: nobody
#src\ttgt\tsrc:pos\tterm status
#a remark\twith a tab
码头\tquay\tnoun\tapproved
码头\tjetty\tnoun\tforbidden
"""
MULTITERM = """<?xml version="1.0" encoding="UTF-16"?><mtf><conceptGrp><concept>1</concept>
<languageGrp><language type="Chinese" lang="ZH"/><termGrp><term>码头</term></termGrp></languageGrp>
<languageGrp><language type="English" lang="EN"/><termGrp><term>quay</term></termGrp>
<termGrp><term>jetty</term><descripGrp><descrip type="Status">Forbidden</descrip></descripGrp>
</termGrp></languageGrp></conceptGrp></mtf>"""
TABLE = "中文\tEnglish\t状态\n码头\tquay\t\n码头\tjetty\t禁用\n"

PAIRS = [
    ("码头在左边。", "The quay is on the left."),
    ("码头很长。", "The jetty is long."),
    ("雾来了。", "The jetty was empty."),
]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.tbx", TBX2.replace("WORD", "deprecatedTerm-admn-sts")),
        ("b.tbx", TBX2.replace("WORD", "notRecommended")),
        ("c.tbx", TBX2.replace("WORD", "Obsolete")),
        ("d.tbx", TBX3),
        ("e.csv", MEMOQ),
        ("f.utx", UTX),
        ("g.xml", MULTITERM),
        ("h.tsv", TABLE),
    ],
)
def test_the_use_of_what_is_marked_is_told_of_and_it_is_never_offered(
    tmp_path: Path, name: str, text: str
) -> None:
    path = tmp_path / name
    path.write_bytes(text.encode("utf-16" if "UTF-16" in text else "utf-8"))
    entries = read_glossary(path)
    (found,) = [one for one in inconsistencies(PAIRS, entries) if one.kind != "several"]
    assert (found.kind, found.term, found.expected) == ("banned", "码头", ("quay",))
    (rendering,) = found.renderings
    assert rendering.text == "jetty"
    assert [use.pair for use in rendering.uses] == [1]
    assert Lookup(entries).inside("码头很长。") == [("码头", "quay")]
    assert TermChecker(entries).violations(*PAIRS[1])
    assert "jetty" not in {form for entry in entries for form in entry.en_forms}
    assert not any("remark" in form for entry in entries for form in entry.zh_forms)


def test_what_is_mined_is_no_news_where_the_glossary_forbids_it() -> None:
    known = [Entry("码头", "", en_variants=(Variant("jetty", status="forbidden"),))]
    assert without_known([Entry("码头", "jetty"), Entry("码头", "quay")], known) == [
        Entry("码头", "quay")
    ]


def test_a_term_without_a_rendering_that_may_be_used_is_neither_offered_nor_missed() -> None:
    known = [Entry("码头", "", en_variants=(Variant("jetty", status="forbidden"),))]
    assert Lookup(known).inside("码头很长。") == []
    kinds = [one.kind for one in inconsistencies(PAIRS, known) if one.kind != "several"]
    assert kinds == ["banned"]
    assert TermChecker(known).violations(*PAIRS[0]) == []


def test_a_longer_term_that_may_be_used_holds_a_word_that_may_not() -> None:
    light = Entry("灯标", "beacon light", en_variants=(Variant("beacon", status="forbidden"),))
    pairs = [("灯标亮了。", "The beacon light is on."), ("灯标亮了。", "The beacon is on.")]
    (found,) = [one for one in inconsistencies(pairs, [light]) if one.kind == "banned"]
    assert [use.pair for use in found.renderings[0].uses] == [1]


def test_chinese_that_is_not_to_be_used_is_told_of_from_english() -> None:
    entry = Entry("码头", "quay", zh_variants=(Variant("埠头", status="discouraged"),))
    pairs = [("他在码头等。", "He waits on the quay."), ("他在埠头等。", "He waits on the quay.")]
    (found,) = [one for one in inconsistencies(pairs, [entry], source="en") if one.kind == "banned"]
    assert (found.term, found.renderings[0].text) == ("quay", "埠头")


@pytest.mark.parametrize("tool", [None, "omegat"])
def test_tbx_keeps_the_status(tmp_path: Path, tool: GlossaryTool | None) -> None:
    entries = [
        Entry(
            "码头",
            "quay",
            en_variants=(
                Variant("wharf"),
                Variant("jetty", status="forbidden"),
                Variant("pier", status="discouraged"),
            ),
        ),
        Entry("灯塔", "", en_variants=(Variant("beacon", status="forbidden"),)),
    ]
    write_glossary(entries, tmp_path / "g.tbx", tool=tool)
    assert read_glossary(tmp_path / "g.tbx") == entries


@pytest.mark.parametrize("name", ["g.csv", "g.tsv", "g.xlsx", "g.utf8"])
def test_no_other_form_writes_them_as_if_they_were_good(tmp_path: Path, name: str) -> None:
    entry = Entry("码头", "quay", en_variants=(Variant("jetty", status="forbidden"),))
    only = Entry("灯塔", "", en_variants=(Variant("beacon", status="forbidden"),))
    write_glossary([entry, only], tmp_path / name)
    (back,) = read_glossary(tmp_path / name)
    assert back.en_forms == ("quay",)


def test_utx_without_languages_or_columns_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.utx").write_text("#UTX 1.11; nothing\n码头\tquay\n", encoding="utf-8")
    with pytest.raises(UnusableInput, match="UTX"):
        read_glossary(tmp_path / "a.utx")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("deprecatedTerm-admn-sts", "forbidden"),
        ("supersededTerm-admn-sts", "discouraged"),
        ("not recommended", "discouraged"),
        ("CasePermissive;HalfPrefix;Forbidden", "forbidden"),
        ("禁用", "forbidden"),
        ("preferredTerm-admn-sts", ""),
        ("approved", ""),
        ("CasePermissive;HalfPrefix", ""),
        ("", ""),
    ],
)
def test_the_words_of_each_tool_are_known(text: str, status: str) -> None:
    assert status_of(text) == status
