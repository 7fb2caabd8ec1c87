"""Nothing that is secret stays in between, and what comes back is the file again, to the byte."""

from __future__ import annotations

import itertools
import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from aligner.anonymising import Anonymised, Key, anonymise_file, put_back_file, read_names
from aligner.errors import UnknownFormat, UnusableInput
from tests.effort import check_proportion
from tests.formats.books import book
from tests.formats.documents import docx, p, r, tbl, tc

_FAMILIES = [("林", "Lin"), ("陳", "Chen"), ("歐陽", "Ouyang"), ("鄭", "Cheng"), ("蘇", "Su")]
_FAMILIES += [("葉", "Yeh"), ("龔", "Kung"), ("魏", "Wei"), ("范", "Fan"), ("龐", "Pang")]
_GIVEN = [("美玲", "Meiling"), ("鋒", "Feng"), ("志遠", "Chih-yuan"), ("雪", "Hsueh")]
_GIVEN += [("國棟", "Kuo-tung"), ("曉嵐", "Hsiao-lan"), ("默", "Mo"), ("永祥", "Yung-hsiang")]
_GIVEN += [("瑾", "Chin"), ("若華", "Jo-hua"), ("達", "Ta"), ("秋實", "Chiu-shih")]
_GIVEN += [("廷", "Ting"), ("慧", "Hui"), ("建業", "Chien-yeh"), ("芸", "Yun"), ("安", "An")]
_GIVEN += [("長庚", "Chang-keng"), ("靜", "Ching"), ("毅", "Yi")]
NAMES = [
    (family + given, f"{said} {called}")
    for (family, said), (given, called) in itertools.product(_FAMILIES, _GIVEN)
]
ZH = [f"{zh}在三月帶了{n + 13}箱書，電話 02-2345-{n + 1000}。" for n, (zh, _) in enumerate(NAMES)]
EN = [
    f"In March {en} brought {n + 13} boxes of books; call 02-2345-{n + 1000}."
    for n, (_, en) in enumerate(NAMES)
]
SEGMENTS = list(zip(ZH, EN, strict=True))


def tmx(folder: Path) -> Path:
    units = "".join(
        f'<tu tuid="u{n}" creationid="{NAMES[n][1]}">\r\n'
        f'<tuv xml:lang="zh-TW"><seg>{zh}</seg></tuv>'
        f'<tuv xml:lang="en"><seg><bpt i="1">&lt;b&gt;</bpt>{en}<ept i="1"/></seg></tuv></tu>\n'
        for n, (zh, en) in enumerate(SEGMENTS)
    )
    head = f'<tmx version="1.4"><!-- by {NAMES[0][0]} --><header srclang="zh-TW"/><body>\n'
    return saved(folder / "a.tmx", (head + units + "</body></tmx>").encode("utf-8-sig"))


def xliff(folder: Path) -> Path:
    units = "".join(
        f'<trans-unit id="{n}"><source>{zh[0]}<g id="1">{zh[1:]}</g></source><target>{en}</target>'
        f"<note from='{NAMES[n][1]}'>{NAMES[n][0]}?</note></trans-unit>\n"
        for n, (zh, en) in enumerate(SEGMENTS)
    )
    head = (
        '<?xml version="1.0" encoding="utf-16"?><xliff version="1.2" '
        'xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="zh-TW" '
        'target-language="en" datatype="plaintext"><body>'
    )
    return saved(folder / "a.xlf", f"{head}{units}</body></file></xliff>".encode("utf-16"))


def srt(folder: Path) -> Path:
    cues = "".join(
        f"{n + 1}\r\n00:{n // 60:02}:{n % 60:02},000 --> 00:{n // 60:02}:{n % 60:02},900\r\n"
        f"{zh}\r\n<i>{en}</i>\r\n\r\n"
        for n, (zh, en) in enumerate(SEGMENTS)
    )
    return saved(folder / "a.srt", cues.encode("big5hkscs"))


def vtt(folder: Path) -> Path:
    cues = "".join(
        f"00:{n // 60:02}:{n % 60:02}.000 --> 00:{n // 60:02}:{n % 60:02}.900 line:90%\n"
        f"<v {NAMES[n][1]}>{zh}\n{en}\n\n"
        for n, (zh, en) in enumerate(SEGMENTS)
    )
    return saved(folder / "a.vtt", f"WEBVTT\n\n{cues}".encode())


def ass(folder: Path) -> Path:
    events = "".join(
        f"Dialogue: 0,0:{n // 60:02}:{n % 60:02}.00,0:{n // 60:02}:{n % 60:02}.90,Default,"
        f"{NAMES[n][1]},0,0,0,,{{\\an2}}{zh[0]}{{\\i1}}{zh[1:]}\\N{en}\r\n"
        for n, (zh, en) in enumerate(SEGMENTS)
    )
    head = (
        "[Script Info]\r\nScriptType: v4.00+\r\n\r\n[Events]\r\nFormat: Layer, Start, End, Style, "
        "Name, MarginL, MarginR, MarginV, Effect, Text\r\n"
    )
    return saved(folder / "a.ass", (head + events).encode("utf-8-sig"))


def csv(folder: Path) -> Path:
    rows = "".join(f'{zh},"{en}, ""so""",x\r\n' for zh, en in SEGMENTS)
    return saved(folder / "a.csv", f"Chinese,English,Remark\r\n{rows}".encode())


def tsv(folder: Path) -> Path:
    rows = "".join(f"{zh}\t{en}\n" for zh, en in SEGMENTS)
    return saved(folder / "a.tsv", f"Chinese\tEnglish\n{rows}".encode())


def word(folder: Path) -> Path:
    rows = [tc("中文") + tc("English")]
    rows += [tc(p(r(zh[0]), r(zh[1:], "<w:b/>"))) + tc(en) for zh, en in SEGMENTS]
    return docx(folder, p(f"{NAMES[3][0]}，敬啟者") + tbl(*rows))


def workbook(folder: Path) -> Path:
    made = Workbook()
    made.active.title = NAMES[5][1]
    made.properties.creator = NAMES[7][0]
    for row in [("Chinese", "English", "Figure"), *((zh, en, 5) for zh, en in SEGMENTS)]:
        made.active.append(row)
    made.save(folder / "a.xlsx")
    return folder / "a.xlsx"


def epub(folder: Path) -> Path:
    body = "".join(
        f'<p lang="zh">{zh}</p>\n<p lang="en">{en[:9]}<b>{en[9:]}</b></p>\n' for zh, en in SEGMENTS
    )
    return saved(folder / "a.epub", book(body))


def saved(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


MADE = [tmx, xliff, srt, vtt, ass, csv, tsv, word, workbook, epub]


def shown(data: bytes) -> str:
    """Return all that a file says, tags and the names of parts left out, and again with them."""
    if data.startswith(b"PK"):
        folder = zipfile.ZipFile(BytesIO(data))
        texts = [name + folder.read(name).decode("utf-8") for name in folder.namelist()]
    else:
        texts = [data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8")]
    raw = "\n".join(texts)
    return re.sub(r"<[^>]*>|\{[^}]*\}", "", raw) + raw


def back(path: Path, content: bytes, key: Key) -> bytes:
    """Return what was put back of a file."""
    between = saved(path.with_name(f"between{path.suffix}"), content)
    return put_back_file(between, key).content


@pytest.mark.parametrize("make", MADE, ids=lambda make: make.__name__)
def test_of_200_names_nothing_is_left_and_the_file_comes_back(
    tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    path = make(tmp_path)
    made = anonymise_file(path, NAMES)
    assert len(set(NAMES)) == 200
    content = shown(made.content) if make is not srt else made.content.decode("big5hkscs")
    assert not [form for forms in NAMES for form in forms if form in content]
    assert "2345" not in re.sub(r"Number\d{5}", "", content)
    assert made.left == {}
    assert made.replaced["names"] >= 400
    assert back(path, made.content, made.key) == path.read_bytes()


@pytest.mark.parametrize("make", MADE, ids=lambda make: make.__name__)
def test_what_is_made_is_still_a_file_of_its_kind(
    tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    from aligner.formats import Raw, segment_editor_of

    path = make(tmp_path)
    made = anonymise_file(path, NAMES, ["numbers"])
    read = segment_editor_of(path).read
    was = read(Raw(path, path.read_bytes())).segments
    now = read(Raw(path, made.content)).segments
    assert len(was) == 200
    assert [one.name for one in now] == [one.name for one in was]
    assert all("在三月帶了" in one.zh and " brought " in one.en for one in now)


def test_both_languages_have_one_number(tmp_path: Path) -> None:
    made = text_of(anonymise_file(tsv(tmp_path), NAMES))
    for line in made.splitlines()[1:]:
        zh, en = line.split("\t")
        for word in ("Name", "Number"):
            of = re.compile(rf"{word}(\d+)[a-z]")
            assert sorted(of.findall(zh)) == sorted(of.findall(en)), line


def text_of(made: Anonymised) -> str:
    return made.content.decode("utf-8")


def test_names_without_a_list_are_found_by_the_pairs(tmp_path: Path) -> None:
    pairs = [
        ("林鋒走進房間。", "Lin Feng walked into the room."),
        ("「你來了。」林鋒說。", "“You came,” said Lin Feng."),
        ("陳美玲笑了。", "Chen Meiling smiled."),
        ("陳美玲看著林鋒。", "Chen Meiling looked at Lin Feng."),
    ]
    rows = "".join(f"{zh}\t{en}\n" for zh, en in pairs)
    path = saved(tmp_path / "a.tsv", f"Chinese\tEnglish\n{rows}".encode())
    made = anonymise_file(path)
    assert made.names_found >= 2
    assert not re.search("林鋒|陳美玲|Lin Feng|Chen Meiling", text_of(made))


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("林锋来了 and LIN  FENG, lin feng", "林锋|LIN|FENG|lin|feng"),
        ("請寄 a.b+c@mail.example.com.tw。", "mail.example"),
        ("他住在台北市中山路二段12號3樓", "中山路"),
        ("at 12 Long River Road, Taipei", "River"),
        ("見 https://example.org/a?b=c。", "example"),
        ("花了３．５億元、1,234,567.89", "[0-9３５]億|234"),
        ("call +886 2 2345 6789", "886|2345"),
        ("2024年3月5日 10:30", "2024|10:30"),
    ],
)
def test_what_is_replaced(tmp_path: Path, text: str, gone: str) -> None:
    path = saved(tmp_path / "a.tsv", f"Chinese\tEnglish\n{text}\tno one said so\n".encode())
    made = anonymise_file(path, [("林鋒", "Lin Feng")])
    assert not re.search(gone, text_of(made)), text_of(made)
    assert "no one said so" in text_of(made)
    assert back(path, made.content, made.key) == path.read_bytes()


def test_a_name_within_another_word_is_none(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.tsv", "中文\tEnglish\n他\tLinda is not Lin\n".encode())
    assert "Linda is not Name00001a" in text_of(anonymise_file(path, [("Lin",)]))


def test_a_file_that_was_worked_on_in_between_gets_its_secrets_back(tmp_path: Path) -> None:
    path = tmx(tmp_path)
    made = anonymise_file(path, NAMES)
    changed = made.content.replace(b"boxes of books", b"crates").replace(b"</body>", b" </body>")
    wanted = path.read_bytes().replace(b"boxes of books", b"crates")
    assert back(path, changed, made.key) == wanted.replace(b"</body>", b" </body>")


def test_a_package_that_was_worked_on_gets_its_secrets_back(tmp_path: Path) -> None:
    path = word(tmp_path)
    made = anonymise_file(path, NAMES)
    between = saved(tmp_path / "between.docx", made.content)
    with zipfile.ZipFile(between, "a") as package:
        package.writestr("word/extra.xml", "<a>Name00001a</a>")
    done = put_back_file(between, made.key)
    assert not done.is_original
    assert not re.search(r"(?:Name|Number)\d{5}[a-z]", shown(done.content))


def test_what_is_missing_and_unknown_is_counted(tmp_path: Path) -> None:
    path = tsv(tmp_path)
    made = anonymise_file(path, NAMES)
    between = saved(tmp_path / "b.tsv", b"Name00001a and Name99999z")
    done = put_back_file(between, made.key)
    assert (done.count, done.unknown) == (1, 1)
    assert done.missing == len(made.key.spellings) - 1


def test_words_like_stand_ins_are_no_stand_ins(tmp_path: Path) -> None:
    text = "Chinese\tEnglish\n林鋒 Name00001a\tLin Feng Name12 XNumber7 NaName\n"
    path = saved(tmp_path / "a.tsv", text.encode())
    made = anonymise_file(path, [("林鋒", "Lin Feng")])
    assert back(path, made.content, made.key) == path.read_bytes()


def test_what_points_to_another_part_stays_and_is_told(tmp_path: Path) -> None:
    path = saved(
        tmp_path / "a.epub", book('<p>他看見了她。</p><p>He saw <a href="Su.x">it</a>.</p>')
    )
    assert anonymise_file(path, [("Su",)]).left == {"Su": 1}


def test_an_embedded_original_and_figures_are_told(tmp_path: Path) -> None:
    made = anonymise_file(workbook(tmp_path), NAMES)
    assert made.not_looked_at["cell with a figure"] == 200
    path = xliff(tmp_path)
    text = (
        path.read_bytes()
        .decode("utf-16")
        .replace("<body>", "<internal-file>x</internal-file><body>")
    )
    assert anonymise_file(saved(path, text.encode("utf-16"))).not_looked_at == {"embedded file": 1}


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat):
        anonymise_file(saved(tmp_path / "a.pdf", b"%PDF-1.4"))


def test_a_key_of_another_file_is_refused(tmp_path: Path) -> None:
    key = anonymise_file(tsv(tmp_path), NAMES).key
    with pytest.raises(UnusableInput, match="no stand-in of this key"):
        put_back_file(saved(tmp_path / "b.tsv", b"nothing\there\n"), key)


def test_a_list_has_a_name_a_line(tmp_path: Path) -> None:
    path = saved(tmp_path / "l.txt", "# people\n林鋒\tLin Feng\n\n陳 \n".encode())
    assert read_names(path) == [("林鋒", "Lin Feng"), ("陳",)]
    with pytest.raises(UnusableInput, match="no name"):
        read_names(saved(path, b"# people\n"))


def test_characters_that_xml_forbids_stay(tmp_path: Path) -> None:
    said = "<tmx><body><seg>林鋒\x0b &#x1F; &nbsp;13</seg></body></tmx>"
    path = saved(tmp_path / "a.tmx", said.encode())
    made = anonymise_file(path, [("林鋒",)])
    assert "<seg>Name00001a\x0b &#x1F; &nbsp;Number00001a</seg>" in text_of(made)
    assert back(path, made.content, made.key) == path.read_bytes()


def test_xml_that_breaks_off_is_refused(tmp_path: Path) -> None:
    data = tmx(tmp_path).read_bytes()
    with pytest.raises(UnusableInput, match="breaks off"):
        anonymise_file(saved(tmp_path / "a.tmx", data[:5000]), NAMES)


@pytest.mark.parametrize("text", ["林<b>鋒</b>13", "Lin Feng &amp; 12 ", "<i>林鋒</i>,12", '<a> "'])
@pytest.mark.parametrize("name", ["a.tmx", "a.srt", "a.csv"])
def test_time_is_in_proportion_to_a_paragraph(tmp_path: Path, name: str, text: str) -> None:
    def work(size: int) -> None:
        said = text.replace("<a>", "") if name == "a.tmx" else text
        head = "1\n00:00:01,000 --> 00:00:02,000\n" if name == "a.srt" else ""
        content = f"<tmx><seg>{said * size}</seg></tmx>" if name == "a.tmx" else head + said * size
        anonymise_file(saved(tmp_path / name, content.encode()), [("林鋒", "Lin Feng")])

    check_proportion(work, 8_000)
