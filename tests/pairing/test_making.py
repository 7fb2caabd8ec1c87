"""Which documents of a folder belong together, as a translator would say."""

from __future__ import annotations

import tempfile
import unicodedata
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.pairing import Origin, Plan, PlannedPair, make_plan
from tests.pairing.folders import EN, ZH, names, pairs, write


def test_names_alike_but_for_a_mark_are_a_pair(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "ch01_zh.txt": ZH[0],
            "ch01_en.txt": EN[0],
            "第二章（中文）.txt": ZH[1],
            "第二章（英文）.txt": EN[1],
            "guide.md": EN[2],
            "guide.zh-TW.md": ZH[2],
            "第四章.txt": ZH[3],
            "Chapter Four.txt": EN[3],
        },
    )
    assert pairs(make_plan([tmp_path])) == [
        ("ch01_zh.txt", "ch01_en.txt", "name"),
        ("第二章（中文）.txt", "第二章（英文）.txt", "name"),
        ("第四章.txt", "Chapter Four.txt", "name"),
        ("guide.zh-TW.md", "guide.md", "name"),
    ]


def test_folders_that_mirror_each_other_pair_what_has_one_name(tmp_path: Path) -> None:
    files = {"zh/1/a.txt": ZH[0], "en/1/a.txt": EN[0], "zh/2/a.txt": ZH[1], "en/2/a.txt": EN[1]}
    plan = make_plan([write(tmp_path, files)])
    assert pairs(plan) == [("a.txt", "a.txt", "folders")] * 2
    assert [pair.id for pair in plan.pairs] == ["1-a", "2-a"]
    assert all(pair.zh and "zh" in pair.zh.parts for pair in plan.pairs)


def test_two_folders_that_are_named_mirror_each_other_whatever_they_are_called(
    tmp_path: Path,
) -> None:
    write(tmp_path, {"mine/a.txt": ZH[0], "hers/a.txt": EN[0], "hers/03.txt": EN[1]})
    write(tmp_path, {"mine/第三章.txt": ZH[1]})
    plan = make_plan([tmp_path / "mine", tmp_path / "hers"])
    assert sorted(pairs(plan)) == [
        ("a.txt", "a.txt", "folders"),
        ("第三章.txt", "03.txt", "folders"),
    ]


def test_chapters_of_two_books_are_not_mixed(tmp_path: Path) -> None:
    write(tmp_path, {"red/ch1_zh.txt": ZH[0], "blue/ch1_en.txt": EN[1]})
    plan = make_plan([tmp_path], by_content=False)
    assert not plan.pairs
    assert len(plan.unpaired) == 2


def test_chapters_with_titles_of_their_own_are_told_by_their_numbers(tmp_path: Path) -> None:
    write(tmp_path, {"03 燈塔.txt": ZH[0], "03 The Lighthouse.txt": EN[0]})
    write(tmp_path, {"04 soup.txt": EN[1], "04 train.txt": ZH[2]})
    plan = make_plan([tmp_path], by_content=False)
    assert pairs(plan) == [("03 燈塔.txt", "03 The Lighthouse.txt", "name")]
    assert names(plan.unpaired) == ["04 soup.txt", "04 train.txt"]


def test_what_names_do_not_tell_is_told_by_the_texts(tmp_path: Path) -> None:
    files = {f"{name}.txt": text for name, text in zip("stuv", ZH, strict=True)}
    files |= {f"{name}.txt": text for name, text in zip("zyxw", EN, strict=True)}
    plan = make_plan([write(tmp_path, files)])
    assert pairs(plan) == [
        ("s.txt", "z.txt", "content"),
        ("t.txt", "y.txt", "content"),
        ("u.txt", "x.txt", "content"),
        ("v.txt", "w.txt", "content"),
    ]
    assert all(pair.score and 0.25 < pair.score <= 1 for pair in plan.pairs)
    assert not make_plan([tmp_path], by_content=False).pairs


def test_strangers_stay_alone_though_they_are_all_that_is_left(tmp_path: Path) -> None:
    write(tmp_path, {"one.txt": ZH[1], "two.txt": EN[3]})
    plan = make_plan([tmp_path])
    assert not plan.pairs
    assert names(plan.unpaired) == ["one.txt", "two.txt"]


def test_a_document_that_says_far_more_than_another_is_not_its_translation(tmp_path: Path) -> None:
    write(tmp_path, {"one.txt": ZH[0], "two.txt": "\n\n".join([EN[0]] * 9)})
    assert not make_plan([tmp_path]).pairs


def test_of_two_candidates_for_one_name_the_texts_choose(tmp_path: Path) -> None:
    files = {"a_zh.txt": ZH[0], "a_en.txt": EN[0], "a_en.md": EN[1]}
    plan = make_plan([write(tmp_path, files)])
    assert pairs(plan) == [("a_zh.txt", "a_en.txt", "content")]
    assert names(plan.unpaired) == ["a_en.md"]


def test_the_text_decides_the_side_and_not_the_name(tmp_path: Path) -> None:
    plan = make_plan([write(tmp_path, {"a_zh.txt": EN[0], "a_en.txt": ZH[0]})])
    assert pairs(plan) == [("a_en.txt", "a_zh.txt", "name")]
    assert plan.pairs[0].note == "The names say the opposite of the texts."


def test_two_of_a_name_in_one_language_are_no_pair(tmp_path: Path) -> None:
    plan = make_plan([write(tmp_path, {"a_zh.txt": ZH[0], "a_en.txt": ZH[1]})])
    assert not plan.pairs
    assert names(plan.unpaired) == ["a_en.txt", "a_zh.txt"]


def test_a_file_with_both_languages_stands_for_itself(tmp_path: Path) -> None:
    both = "\n\n".join(text for pair in zip(ZH, EN, strict=True) for text in pair)
    plan = make_plan([write(tmp_path, {"a_zh.txt": both, "a_en.txt": EN[0]})])
    assert pairs(plan) == [("a_zh.txt", "one file")]
    assert plan.pairs[0].article == tmp_path / "a_zh.txt"
    assert names(plan.unpaired) == ["a_en.txt"]


def test_a_quotation_in_the_other_language_makes_no_file_bilingual(tmp_path: Path) -> None:
    zh = "\n\n".join([*ZH, "The lamp is lit.", *ZH])
    plan = make_plan([write(tmp_path, {"a_zh.txt": zh, "a_en.txt": "\n\n".join(EN * 2)})])
    assert pairs(plan) == [("a_zh.txt", "a_en.txt", "name")]


def test_a_name_in_decomposed_letters_is_the_same_name(tmp_path: Path) -> None:
    name = unicodedata.normalize("NFD", "Café（ＺＨ）.txt")
    plan = make_plan([write(tmp_path, {name: ZH[0], "café_en.txt": EN[0]})])
    assert [pair.origin for pair in plan.pairs] == [Origin.NAME]


def test_files_that_differ_in_case_only_get_ids_that_do_not(tmp_path: Path) -> None:
    files = {"A/ch1_zh.txt": ZH[0], "A/ch1_en.txt": EN[0], "a-CH1.txt": f"{ZH[1]}\n\n{EN[1]}"}
    plan = make_plan([write(tmp_path, files)])
    ids = [pair.id.casefold() for pair in plan.pairs]
    assert len(ids) == 2
    assert len(set(ids)) == 2


def test_a_damaged_file_is_named_and_keeps_its_partner(tmp_path: Path) -> None:
    write(tmp_path, {"a_zh.txt": ZH[0], "a_en.docx": "no archive", "b.docx": "none either"})
    plan = make_plan([tmp_path])
    assert pairs(plan) == [("a_zh.txt", "a_en.docx", "name")]
    assert names(tuple(path for path, _ in plan.failed)) == ["a_en.docx", "b.docx"]
    assert plan.pairs[0].note == "a_en.docx cannot be read."
    assert not plan.unpaired


def test_a_file_of_an_old_program_is_named_and_not_passed_over(tmp_path: Path) -> None:
    plan = make_plan([write(tmp_path, {"a.doc": "old"})])
    assert names(tuple(path for path, _ in plan.failed)) == ["a.doc"]
    assert "save it as one of" in plan.failed[0].sentence


def test_a_copy_is_said_to_be_one(tmp_path: Path) -> None:
    files = {"1_zh.txt": ZH[0], "1_en.txt": EN[0], "2_zh.md": f"{ZH[0]} \r\n", "2_en.txt": EN[1]}
    plan = make_plan([write(tmp_path, files)])
    assert [names(group) for group in plan.same_content] == [["1_zh.txt", "2_zh.md"]]
    assert plan.pairs[1].note == "2_zh.md says the same as 1_zh.txt."


def test_chapters_come_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    files: dict[str, str] = {}
    for number in ("十", "二", "九"):
        files |= {f"第{number}章_zh.txt": ZH[0], f"第{number}章_en.txt": EN[0]}
    plan = make_plan([write(tmp_path, files)])
    assert [pair.id for pair in plan.pairs] == ["第二章", "第九章", "第十章"]


def test_what_somebody_has_paired_stays_and_the_rest_is_found(tmp_path: Path) -> None:
    write(tmp_path, {"a_zh.txt": ZH[0], "a_en.txt": EN[0], "b.txt": EN[1], "c.txt": ZH[1]})
    mine = PlannedPair("a", tmp_path / "a_zh.txt", tmp_path / "b.txt", origin=Origin.MANIFEST)
    plan = make_plan([tmp_path], given=Plan((mine,)))
    assert plan.pairs == (mine,)
    assert names(plan.unpaired) == ["a_en.txt", "c.txt"]


def test_an_encoding_that_is_told_is_used(tmp_path: Path) -> None:
    (tmp_path / "a_zh.txt").write_bytes(ZH[0].encode("utf-16-le"))
    (tmp_path / "a_en.txt").write_bytes(EN[0].encode("utf-16-le"))
    assert len(make_plan([tmp_path], encoding="utf-16-le").pairs) == 1


def test_a_folder_of_nothing_has_an_empty_plan(tmp_path: Path) -> None:
    assert make_plan([tmp_path]) == Plan(())


def test_a_path_of_any_length_has_an_id_that_a_file_can_have(tmp_path: Path) -> None:
    folder = tmp_path.joinpath(*["資料夾有很長的名字"] * 30)
    folder.mkdir(parents=True)
    write(folder, {"a_zh.txt": ZH[0], "a_en.txt": EN[0]})
    (pair,) = make_plan([tmp_path]).pairs
    assert len(f"{pair.id}.jsonl".encode()) < 255


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[str] = []
    files = {"a.txt": ZH[0], "b.txt": EN[0]}
    make_plan([write(tmp_path, files)], progress=lambda stage, _, __: told.append(stage))
    assert {"reading documents", "comparing documents"} <= set(told)


TEXTS = [*ZH[:2], *EN[:2], f"{ZH[0]}\n\n{EN[0]}", "12345", ""]
STEMS = st.sampled_from(["a", "a_zh", "a_en", "第一章", "ch1", "zh/a", "en/a", "b (EN)", "1"])
ENDINGS = st.sampled_from([".txt", ".md", ".docx", ".png"])


@settings(max_examples=40)
@given(st.dictionaries(st.builds("{}{}".format, STEMS, ENDINGS), st.sampled_from(TEXTS)))
def test_every_file_is_in_the_plan_once(files: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = write(Path(made), files)
        plan = make_plan([folder])
    paired = [path for pair in plan.pairs for path in pair.paths]
    failed = [path for path, _ in plan.failed]
    assert len(set(paired)) == len(paired)
    assert {path.relative_to(folder).as_posix() for path in (*paired, *failed)} | {
        path.relative_to(folder).as_posix() for path in (*plan.unpaired, *plan.ignored)
    } == set(files)
    assert not set(plan.unpaired) & {*paired, *failed, *plan.ignored}
    assert len({pair.id.casefold() for pair in plan.pairs}) == len(plan.pairs)
    assert all(len(pair.paths) == (1 if pair.article else 2) for pair in plan.pairs)
