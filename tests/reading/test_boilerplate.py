from __future__ import annotations

from pathlib import Path

import pytest

from aligner.cli import main
from aligner.reading import read_article
from aligner.reading.boilerplate import label_of
from tests.reading.texts import EN, ZH, en_paragraphs, left, write, zh_paragraphs

BOILERPLATE = [
    ("首頁  燈塔  海圖  訂閱電子報", "navigation"),
    ("首页 > 新闻 > 灯塔", "navigation"),
    ("新聞 / 今日要聞", "navigation"),
    ("點擊瀏覽 海島黃頁 電子報", "navigation"),
    ("Home | News | Islands | Contact us", "navigation"),
    ("返回新闻列表", "navigation"),
    ("上一篇：燈塔的貓", "navigation"),
    ("Back to the list", "navigation"),
    ("2023-11-05 09:15  地方  閱讀 1286", "date"),
    ("2025年07月04日12:10:11 國際 7044", "date"),
    ("Tuesday, 04 March 2025", "date"),
    ("Published on August 5, 2024 at 9:30 am", "date"),
    ("（何安/海島通訊社）", "credit"),
    ("(Reuters)", "credit"),
    ("記者：何安", "credit"),
    ("责任编辑：何安", "credit"),
    ("By Ann Ho", "credit"),
    ("Photo: Ann Ho", "credit"),
    ("© 2025 海島報 版權所有", "credit"),
    ("标签：灯塔、海岛", "tags"),
    ("Keywords: lamp, island", "tags"),
    ("#燈塔 #海島 #守塔人", "tags"),
    ("相关阅读", "related articles"),
    ("更多內容見：《海島的燈》", "related articles"),
    ("You may also like", "related articles"),
]
TEXT = [
    "守塔人的最後一盞燈",
    "春 夏 秋 冬",
    "今天的新聞 只有一條",
    "2023年11月5日，燈塔亮了。",
    "二〇二三年的燈",
    "On 4 March 2025 the lamp was lit.",
    "他說：（路透社也這樣說）燈亮了。",
    "作者認為燈塔應當保留。",
    "The author thinks that the tower should stay.",
    "By the time he came, the lamp was out.",
    "關鍵詞是什麼？",
    "返回島上的那天，他哭了。",
    "The news from home was good.",
    "特首：燈會亮 船長：等著看",
    "Home Is Where the Lamp Is",
    "相關的新聞他一條也沒有看",
    "（笑）",
    "Chapter 3 - The Storm - Night",
]


@pytest.mark.parametrize(("line", "label"), BOILERPLATE)
def test_boilerplate_is_known_by_its_wording(line: str, label: str) -> None:
    assert label_of(line, outside=True) == label


@pytest.mark.parametrize("line", TEXT)
def test_text_is_not_taken_for_boilerplate(line: str) -> None:
    assert label_of(line, outside=False) == ""


@pytest.mark.parametrize("line", [line for line in TEXT if "-" not in line])
def test_text_above_the_article_is_not_taken_for_boilerplate(line: str) -> None:
    assert label_of(line, outside=True) == ""


@pytest.mark.parametrize(("line", "label"), BOILERPLATE)
def test_boilerplate_is_kept_with_its_label(tmp_path: Path, line: str, label: str) -> None:
    article = read_article(write(tmp_path, "\n\n".join([line, *ZH, *EN])))
    assert (zh_paragraphs(article), en_paragraphs(article)) == (ZH, EN)
    assert left(article) == [(line, label)]


def test_a_headline_counts_once_in_its_shortest_form(tmp_path: Path) -> None:
    copies = [f"新建{ZH[0]}草稿", f"{ZH[0]} - 海島報", ZH[0], "海島報", ZH[0]]
    article = read_article(write(tmp_path, "\n".join([*copies, "", *ZH[1:], "", *EN])))
    assert zh_paragraphs(article) == ZH
    assert left(article) == [
        (copies[0], "repeated headline"),
        (copies[1], "repeated headline"),
        (copies[3], "navigation"),
        (copies[4], "repeated headline"),
    ]


def test_a_headline_amid_the_text_is_a_copy_too(tmp_path: Path) -> None:
    text = [*EN[:3], f"{EN[0]} | Island News", EN[3], *ZH]
    article = read_article(write(tmp_path, "\n\n".join(text)))
    assert en_paragraphs(article) == EN
    assert left(article) == [(f"{EN[0]} | Island News", "repeated headline")]


def test_what_is_said_twice_in_the_text_stays(tmp_path: Path) -> None:
    zh = [*ZH, "燈還亮著嗎，守塔人？", ZH[1], "燈還亮著嗎，守塔人？"]
    en = [*EN, "Is the lamp still lit, keeper?", EN[1], "Is the lamp still lit, keeper?"]
    article = read_article(write(tmp_path, "\n\n".join([*zh, *en])))
    assert (zh_paragraphs(article), en_paragraphs(article)) == (zh, en)


def test_a_refrain_of_a_poem_stays(tmp_path: Path) -> None:
    zh = ["海上的燈亮著亮著", "船回來了", "海上的燈亮著亮著", "船又走了"]
    en = ["The lamp at sea is burning", "A ship is back", "The lamp at sea is burning", "It left"]
    article = read_article(write(tmp_path, "\n".join([*zh, "", *en])))
    assert (zh_paragraphs(article), en_paragraphs(article)) == (zh, en)


def test_a_credit_behind_a_caption_is_set_apart(tmp_path: Path) -> None:
    caption = "修好的燈，攝於上個星期六。"
    text = [ZH[0], ZH[1], f"{caption}（何安/海島通訊社）", *ZH[2:], *EN]
    article = read_article(write(tmp_path, "\n\n".join(text)))
    assert [p.text for p in article.zh.paragraphs if p.kind == "caption"] == [caption]
    assert left(article) == [("（何安/海島通訊社）", "credit")]


def test_titles_of_other_articles_follow_their_heading(tmp_path: Path) -> None:
    text = [*ZH, "相關新聞", "燈塔的貓走失了", "島上要建第二座塔", *EN]
    article = read_article(write(tmp_path, "\n\n".join(text)))
    assert (zh_paragraphs(article), en_paragraphs(article)) == (ZH, EN)
    assert {label for _, label in left(article)} == {"related articles"}


def test_boilerplate_is_text_on_request(tmp_path: Path) -> None:
    text = ["首頁  燈塔  海圖", *ZH, "返回新聞列表", *EN, "Back to top"]
    article = read_article(write(tmp_path, "\n\n".join(text)), keep_boilerplate=True)
    assert zh_paragraphs(article) == [text[0], *ZH, "返回新聞列表"]
    assert en_paragraphs(article) == [*EN, "Back to top"]
    assert article.leftovers == ()


def test_what_a_page_calls_a_menu_is_set_apart(tmp_path: Path) -> None:
    page = (
        f"<title>{ZH[0]} | 海島報</title><style>p {{}}</style><nav><a>燈</a> <a>船</a></nav>"
        f"<article><h1>{ZH[0]}</h1><p>{ZH[1]}<p>{ZH[2]}<p>{ZH[3]}</article>"
        f"<main><h1>{EN[0]}</h1><p>{EN[1]}<p>{EN[2]}<p>{EN[3]}</main>"
        "<script>let a = '<p>no</p>'</script><ul class='related'><li>燈塔的貓</ul>"
        "<footer>&copy; 2025 海島報</footer>"
    )
    article = read_article(write(tmp_path, page, "a.html"))
    assert (zh_paragraphs(article), en_paragraphs(article)) == (ZH, EN)
    assert [label for _, label in left(article)] == [
        "repeated headline",
        "navigation",
        "related articles",
        "credit",
    ]


@pytest.mark.parametrize("name", ["--keep-boilerplate", "--keep-furniture"])
@pytest.mark.parametrize("command", ["align", "review"])
def test_the_option_is_understood_by_its_earlier_name_too(command: str, name: str) -> None:
    context = main.commands[command].make_context(command, ["article.txt", name])
    assert context.params["keep_boilerplate"] is True
