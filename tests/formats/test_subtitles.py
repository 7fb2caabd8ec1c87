"""Subtitles: what is a cue, who speaks in it, in which language, and what is no text."""

from __future__ import annotations

from pathlib import Path

import pytest

from aligner.article import Article, TimeSpan
from aligner.errors import NoOtherLanguage, UnusableInput
from aligner.formats import Block, Document, Raw, document_format_of
from aligner.formats.subtitles.cue import milliseconds, srt_time
from aligner.formats.subtitles.sounds import is_credit, is_sound
from aligner.formats.subtitles.speakers import speeches
from aligner.reading import read_article

BOTH = """1
00:00:01,000 --> 00:00:02,500
茶凉了。
The tea has gone cold.

2
00:00:03,000 --> 00:00:05,000
我再去烧一壶水，
你坐着别动。
Stay where you are.
I'll put the kettle on again.

3
00:00:06,000 --> 00:00:07,000
（茶馆）

4
00:00:08,000 --> 00:00:09,000
Nobody came in all afternoon.

5
00:00:10,000 --> 00:00:11,000
♪ ♪
"""


def read(tmp_path: Path, name: str, text: str | bytes) -> Document:
    path = tmp_path / name
    data = text if isinstance(text, bytes) else text.encode("utf-8")
    reader = document_format_of(path)
    assert reader
    return reader.read(Raw(path, data))


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if not block.label]


def labels(blocks: list[Block]) -> dict[str, str]:
    return {block.text: block.label for block in blocks if block.label}


def article(tmp_path: Path, name: str, text: str) -> Article:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_article(path)


def test_two_languages_in_a_cue_are_its_two_paragraphs(tmp_path: Path) -> None:
    found = article(tmp_path, "a.srt", BOTH)
    assert found.layout == "both in a cue"
    assert [part.text for part in found.zh.paragraphs] == [
        "茶凉了。",
        "我再去烧一壶水，你坐着别动。",
        "（茶馆）",
    ]
    assert [part.text for part in found.en.paragraphs] == [
        "The tea has gone cold.",
        "Stay where you are. I'll put the kettle on again.",
        "Nobody came in all afternoon.",
    ]
    assert found.zh.paragraphs[1].time == found.en.paragraphs[1].time == TimeSpan(3000, 5000)
    assert found.walls == ((1, 1), (2, 2), (3, 2))
    assert [(left.text, left.label) for left in found.leftovers] == [("♪ ♪", "sound")]


def test_cues_are_never_taken_for_headlines_or_dates(tmp_path: Path) -> None:
    lines = ("走吧。", "Let's go.", "走吧。", "Let's go.", "2023年5月6日", "6 May 2023")
    cues = "".join(
        f"{n}\n00:00:{n // 2 * 3:02},000 --> 00:00:{n // 2 * 3 + 2:02},000\n{line}\n\n"
        for n, line in enumerate(lines)
    )
    found = article(tmp_path, "a.srt", cues)
    assert [part.text for part in found.zh.paragraphs] == list(lines[::2])
    assert [part.text for part in found.en.paragraphs] == list(lines[1::2])
    assert found.leftovers == ()


def test_the_english_may_stand_above(tmp_path: Path) -> None:
    cues = "00:01.000 --> 00:02.000\nIt rained.\n下雨了。\n\n"
    cues += "00:03.000 --> 00:04.000\n雨停了。\nIt stopped.\n"
    document = read(tmp_path, "a.vtt", "WEBVTT\n\n" + cues)
    assert [(block.text, block.language, block.section) for block in document.blocks] == [
        ("It rained.", "en", 0),
        ("下雨了。", "zh", 0),
        ("雨停了。", "zh", 1),
        ("It stopped.", "en", 1),
    ]


def test_two_languages_on_a_line_are_told_apart_and_stay_in_their_cue(tmp_path: Path) -> None:
    lines = ("茶凉了。 The tea has gone cold.", "谁？ Who is it?", "没有人来。 Nobody came.")
    found = article(
        tmp_path,
        "a.srt",
        "".join(
            f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{line}\n\n"
            for n, line in enumerate(lines, start=1)
        ),
    )
    assert found.layout == "one line"
    assert [part.text for part in found.zh.paragraphs] == ["茶凉了。", "谁？", "没有人来。"]
    assert found.walls == ((1, 1), (2, 2))


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_line_ends_and_encodings_are_found(tmp_path: Path, ending: str, encoding: str) -> None:
    data = BOTH.replace("♪", "").replace("\n", ending).encode(encoding)
    assert texts(read(tmp_path, "a.srt", data)) == [
        block.text for block in read(tmp_path, "b.srt", BOTH).blocks if not block.label
    ]


def test_numbers_are_text_unless_they_are_those_of_cues(tmp_path: Path) -> None:
    cues = (
        "\ufeff1\n00:00:01.000 --> 00:00:02.000\nThe year was\n1987\n\n"
        "00:00:03,000 --> 00:00:04,000\n42\n\n"
        "9\n00:00:05,000 --> 00:00:06,000\nFirst part.\n\nSecond part.\n"
        "10\n00:00:07,000 --> 00:00:08,000\nNo blank line above.\n"
    )
    assert texts(read(tmp_path, "a.srt", cues)) == [
        "The year was 1987",
        "42",
        "First part. Second part.",
        "No blank line above.",
    ]


def test_markup_of_srt_is_no_text(tmp_path: Path) -> None:
    cue = r"""1
00:00:01,000 --> 00:00:02,000 X1:10 X2:20
{\an8}<i>Salt &amp; rope</i>,<br>‎{i}3{/i} < 4‎
<font color="#fff">says <b>she</B></font>
"""
    assert texts(read(tmp_path, "a.srt", cue)) == ["Salt & rope, 3 < 4 says she"]


def test_a_dash_begins_another_speaker() -> None:
    def said(*lines: str) -> list[str]:
        return [speech.text for speech in speeches(lines)]

    assert said("- Who is it?", "- The post.") == ["Who is it?", "The post."]
    assert said("你来了。", "－我来了。") == ["你来了。", "我来了。"]
    assert said("-是谁？ -送信的。") == ["是谁？", "送信的。"]
    assert said("- 是谁？", "- Who is it?", "- 送信的。", "- The post.") == [
        "是谁？",
        "送信的。",
        "Who is it?",
        "The post.",
    ]
    assert said("——我说过了。", "-5 degrees tonight") == ["——我说过了。", "-5 degrees tonight"]
    assert said("a well-", "known harbour - or so", "they say") == [
        "a well-known harbour - or so they say"
    ]


VTT = """WEBVTT - harbour

NOTE checked
by two people

STYLE
::cue(.zh){color:yellow}

REGION
id:fred

intro
00:01.000 --> 00:03.200 line:90% align:center
<c.zh>那只<ruby>錨<rt>máo</rt></ruby>呢？</c>
<v.loud Ming Li>Where is<00:00:02.000> the anchor?

NOTE between

00:00:04.000 --> 00:00:05.000
賣了 &amp; 忘了
<v Ann>Sold</v>
<v Bob>&lrm;and <i>forgotten</i> &lt;3

01:00:04.000 --> 01:00:05.000
雨
Rain
"""


def test_markup_of_vtt_is_no_text(tmp_path: Path) -> None:
    assert texts(read(tmp_path, "a.vtt", VTT)) == [
        "那只錨呢？",
        "Where is the anchor?",
        "賣了 & 忘了",
        "Sold",
        "and forgotten <3",
        "雨",
        "Rain",
    ]


ASS = r"""[Script Info]
Title: harbour
[V4+ Styles]
Format: Name, Fontname
Style: zh,SimHei
[Events]
Format: Start, Layer, End, Style, Effect, Text
Dialogue: 0:00:04.00,0,0:00:06.00,zh,,{\pos(1,2)\blur2}船{note}回来了，{\i1}空的{\i0}。
Dialogue: 0:00:01.00,0,0:00:03.00,zh,,天亮了。
Comment: 0:00:01.00,0,0:00:03.00,zh,,译注
Dialogue: 0:00:01.00,0,0:00:03.00,en,,Day broke,\hat last.
Dialogue: 0:00:04.00,0,0:00:05.10,en,,The boat came back,
Dialogue: 0:00:05.10,0,0:00:06.10,en,,empty,\Nas I said,\nand late.
Dialogue: 0:00:00.00,0,0:10:00.00,en,,{\p1}m 0 0 l 100 0{\p0}
Dialogue: 0:00:00.00,0,0:10:00.00,en,,Subtitles by Nobody
Dialogue: 0:00:04.00,1,0:00:06.00,zh,,{\bord3}船回来了，空的。
"""


def test_styles_of_two_languages_are_one_text_by_their_times(tmp_path: Path) -> None:
    document = read(tmp_path, "a.ass", ASS)
    assert document.layout == "both in a cue"
    blocks = [block for block in document.blocks if not block.label]
    assert [(block.text, block.language) for block in blocks] == [
        ("天亮了。", "zh"),
        ("Day broke, at last.", "en"),
        ("船回来了，空的。", "zh"),
        ("The boat came back,", "en"),
        ("empty, as I said, and late.", "en"),
    ]
    assert [block.section for block in blocks] == [1, 1, 2, 2, 2]
    assert {block.label for block in document.blocks if block.label} == {"credit", "repeated cue"}


def test_a_brace_may_be_text_and_drawings_end() -> None:
    from aligner.formats.subtitles.ass import cues_of

    head = "[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,x,,0,0,0,,"
    shown = [cue.lines for cue in cues_of(head + r"{\p1}m 0 0{\p0}天\h亮 \{day\}\N{\k20}Da{\k9}y")]
    assert shown == [("天 亮 {day}", "Day")]


def test_fields_behind_the_text_are_none_of_it(tmp_path: Path) -> None:
    events = "[Events]\nFormat: Start, Text, End\nDialogue: 0:00:01.00,One, two, three,0:00:02.00\n"
    document = read(tmp_path, "a.ssa", events)
    assert [(block.text, block.time) for block in document.blocks] == [
        ("One, two, three", TimeSpan(1000, 2000))
    ]


def test_broken_times_lose_nothing(tmp_path: Path) -> None:
    cues = (
        "Some head\n\n"
        "1\n00:00:xx,000 --> 00:00:03,200\nOne.\n\n"
        "2\n123:00:01,5 --> 123:00:02\nFour.\n\n"
        "3\n00:00:09,000 --> 00:00:01,000\nThree.\n\n"
        "4\n-00:00:03,000 --> 00:00:01,000\nTwo.\n\n"
        "5\n00:00:20,000 -->\nFive --> six: said.\n"
    )
    document = read(tmp_path, "a.srt", cues)
    assert labels(document.blocks) == {"Some head": "other"}
    assert "".join(sorted(texts(document))).count(".") == 5
    times = {block.text: block.time for block in document.blocks}
    assert times["One."] is None
    assert times["Four."] == TimeSpan(442_801_500, 442_802_000)
    assert times["Two."] == TimeSpan(-3000, 1000)
    assert times["Three."] == TimeSpan(9000, 9000)


@pytest.mark.parametrize("name", ["a.srt", "a.vtt", "a.ass"])
def test_what_holds_no_cue_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnusableInput, match="holds no subtitles"):
        read(tmp_path, name, "# A page of Markdown\n\nwith text.\n")


def test_subtitles_in_one_language_are_refused_as_such(tmp_path: Path) -> None:
    cues = "".join(
        f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\n{text}\n\n"
        for n, text in enumerate(
            ("潮水退了，船都搁在泥里。", "OK!", "等涨潮再走。", "1987"), start=1
        )
    )
    with pytest.raises(NoOtherLanguage, match="4 Chinese sentences"):
        article(tmp_path, "a.srt", cues)


@pytest.mark.parametrize(
    "text",
    ["[door]", "(sighs)", "[BELL RINGS]", "♪", "♪♪ ＊", "（音樂）", "【门铃响】", "- [coughs]"],
)
def test_sounds_are_known(text: str) -> None:
    assert is_sound(text, "zh" if "（" in text or "【" in text else "en")


@pytest.mark.parametrize(
    "text", ["（修表铺）", "[sighs] I know.", "♪ 你走了 ♪", "(a) and (b) both"]
)
def test_what_is_said_or_written_is_no_sound(text: str) -> None:
    assert not is_sound(text, "zh" if "（" in text or "你" in text else "en")


def test_credits_are_known_and_speech_is_none() -> None:
    for text in ("Subtitles: Own Group", "字幕：某某", "远山字幕组", "Synced and corrected by x"):
        assert is_credit(text)
    for text in ("翻译在哪儿？", "The subtitles are late.", "He timed it by ear."):
        assert not is_credit(text)


def test_clocks_of_all_formats_are_read() -> None:
    assert milliseconds("00:01.5") == 1500
    assert milliseconds("1:00:00,001") == 3_600_001
    assert milliseconds("-00:00:01.25") == -1250
    assert milliseconds("soon") is None
    assert srt_time(-5) == "00:00:00,000"
    assert srt_time(360_000_001) == "100:00:00,001"
