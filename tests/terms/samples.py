"""Pairs and entries for the tests of glossaries, written for them."""

from __future__ import annotations

from aligner.terms import Entry, Example, TextPair, Variant

LIGHTHOUSE: list[TextPair] = [
    (
        "燈塔管理員瑪格麗特·霍爾（Margaret Hall）每晚點亮菲涅耳透鏡。",
        "Every night the lighthouse keeper Margaret Hall lit the Fresnel lens.",
    ),
    ("菲涅耳透鏡是一八二二年發明的。", "The Fresnel lens was invented in 1822."),
    (
        "霍爾說，霧號比透鏡更難保養。",
        "The foghorn, Hall said, is harder to maintain than the lens.",
    ),
    (
        "港務局打算把燈塔改成博物館。",
        "The harbour authority plans to turn the lighthouse into a museum.",
    ),
    ("博物館將展出霧號和舊透鏡。", "The museum will exhibit the foghorn and the old lens."),
    ("漁民仍然靠霧號找到航道。", "Fishermen still find the channel by the foghorn."),
]
"""An article's worth of pairs: a name with its gloss, compounds, and words that come again."""

ELECTIONS: list[TextPair] = [
    ("特朗普昨天抵達倫敦。", "Trump arrived in London yesterday."),
    ("川普没有回答记者的提问。", "Trump did not answer the reporters' questions."),
    ("特朗普今天離開。", "Trump leaves today."),
]
"""One name in two transliterations and both scripts."""

SUMMIT = Entry(
    "峰會",
    "summit",
    (Variant("高峰會", 2),),
    (Variant("summits", 1),),
    score=0.7,
    count=3,
    examples=(Example("阿拉斯加峰會。", "The Alaska summit.", (4, 6), (11, 17), 0),),
    part_of_speech="noun",
    domain="politics",
    note='a "note", with a comma; and | a bar',
)
TRUMP = Entry("特朗普", "Trump", (Variant("川普"),), part_of_speech="proper noun")
CEASEFIRE = Entry("停火", "ceasefire")
DRAFT = Entry("停火草案", "ceasefire draft")
WHO = Entry("世衛組織", "WHO")
HOSTILE_ENTRY = Entry("=1+1", "-x <b>&amp;</b> \x0b\ud800", note="@cmd|' /C calc'!A0\ttab\nline")
GLOSSARY = [SUMMIT, TRUMP, CEASEFIRE, DRAFT, WHO]
