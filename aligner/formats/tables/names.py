"""What people write over the columns of tables: languages, directions, keys, notes.

A name is read word by word and counts only if all of its words are known, so that `Chinese
(Simplified)`, `原文（中文）`, `繁體中文(台灣)`, `CHS` and `Target (en-GB)` are names and a sentence
about Chinese is none.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from aligner.article import Language
from aligner.formats.language_codes import is_code, language_of_code

Kind = Literal[
    "text", "term", "variants", "confidence", "count", "status", "note", "domain", "part", "key",
    "other",
]  # fmt: skip
"""What a column holds: a text in one of the languages or on one side, terms of a language that is
not said, or what is said of them."""

_LANGUAGES: dict[Language, str] = {
    "zh": """zh zho chi chn cmn chinese mandarin cn chs cht sc tc 中文 汉语 漢語 华语 華語 华文 華文
        国语 國語 中 简体 簡體 简 簡 简中 簡中 繁体 繁體 繁 繁中 正體 正体 hans hant""",
    "en": "en eng english enu 英文 英语 英語 英",
}
_REGIONS = {
    "CN": "cn prc china mainland 中国 中國 大陆 大陸 内地 內地",
    "TW": "tw taiwan 台湾 台灣 臺灣",
    "HK": "hk hongkong kong 香港",
    "MO": "mo macau macao 澳门 澳門",
    "SG": "sg singapore 新加坡",
    "US": "us usa american states enu 美国 美國 美式 美",
    "GB": "gb uk british britain kingdom 英国 英國 英式",
    "AU": "au australia australian 澳大利亚 澳洲",
    "CA": "ca canada canadian 加拿大",
}
_SCRIPTS = {
    "CN": "chs sc hans simplified 简体 簡體 简 簡 简中 簡中",
    "TW": "cht tc hant traditional 繁体 繁體 繁 繁中 正體 正体",
}
"""By the region that mostly writes so, where none is named."""
_SIDES: dict[Literal["source", "target"], str] = {
    "source": """source src original 原文 源文 源文本 源 源语 源語 源语言 源語言 原语 原語 原语言
        源术语 源術語 来源语言 來源語言 来源文本 來源文字 來源語""",
    "target": """target tgt trg translation translated 译文 譯文 翻译 翻譯 译 譯 目标 目標 目标语
        目標語 目标语言 目標語言 目标文本 译语 譯語 译名 譯名 目标术语 目標術語""",
}
_KINDS: dict[Kind, str] = {
    "term": """term terms 术语 術語 词条 詞條 词语 詞語 词汇 詞彙 名词术语""",
    "variants": "variant variants synonym synonyms 同义词 同義詞 变体 變體 别名 別名",
    "confidence": "confidence score 可信度 置信度 分数 分數",
    "count": "count frequency 次数 次數 频次 頻次",
    "status": "status state 状态 狀態",
    "note": "note notes comment comments remark remarks 备注 備註 註 注 批注 注释 註釋 说明 說明",
    "domain": """domain subject category categories topic field 领域 領域 类别 類別 分类 分類 主题
        主題 专业 專業 行业 行業""",
    "part": "pos speech partofspeech 词性 詞性",
    "key": """key keys id ids no nr number index identifier msgid msgctxt stringid sid 编号 編號
        序号 序號 号 键 鍵 标识 標識 行号 行號""",
    "other": """user author translator reviewer editor creator changer date time created modified
        updated def definition definitions example examples usage info context reference ref
        file filename path url link length limit chars characters max words client project
        speaker role module screen page section tag type screenshot
        description match matches locked quality 用户 用戶 作者 译者 譯者 审校 審校 日期
        时间 時間 定义 定義 释义 釋義 例句 例 示例 上下文 语境 語境 出处 出處 来源 來源 文件 档案
        檔案 字数 字數 长度 長度 客户 客戶 项目 項目 描述 截图 截圖 匹配率 拼音 pinyin
        角色 模块 模塊 页面 頁面 类型 類型""",
}
_FILLERS = """text texts string strings segment segments language languages lang locale version
    value values content name names of part the in hong united sar entry by at on row line list
    语言 語言 名称 名稱 版 版本 列 栏 欄 内容 內容 文本 句 句子 文字 词 詞 对照 對照 语 語 名 人 表
    column word phrase ui label message copy caption subtitle 文案 台词 台詞 字幕 用语 用語"""
_LONGEST = 48
"""Characters of a name; what is longer is text."""

_BREAKS = re.compile(r"[\s\d_()\[\]【】<>{}/|,:;、.*%#№=-]+")
_HAN = re.compile("[\u3400-\u9fff]")
_SPACED_HAN = re.compile(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")
"""Han characters drawn apart to fill a cell: 中 文."""


@dataclass(frozen=True, slots=True)
class ColumnName:
    """What a name says of its column."""

    kind: Kind
    language: Language | None = None
    code: str = ""
    """The code that the language has by it; empty where it says no region and no script."""
    side: Literal["source", "target"] | None = None

    @property
    def is_text(self) -> bool:
        """Whether the column holds a text of a pair, or may."""
        return self.kind in ("text", "term")


def _by_word(words: dict[str, str]) -> dict[str, str]:
    return {word: meaning for meaning, listed in words.items() for word in listed.split()}


_LANGUAGE_OF = _by_word(_LANGUAGES)  # type: ignore[arg-type]
_REGION_OF = _by_word(_REGIONS)
_SCRIPT_OF = _by_word(_SCRIPTS)
_SIDE_OF = _by_word(_SIDES)  # type: ignore[arg-type]
_KIND_OF = _by_word(_KINDS)  # type: ignore[arg-type]
_KNOWN = frozenset(
    (*_LANGUAGE_OF, *_REGION_OF, *_SCRIPT_OF, *_SIDE_OF, *_KIND_OF, *_FILLERS.split())
)
_WORDS = re.compile(
    "|".join(sorted((w for w in _KNOWN if _HAN.match(w)), key=len, reverse=True)) + "|[a-z]+|."
)


def bare_name(cell: str) -> str:
    """Return a name without what programs put around it."""
    return cell.strip().strip("\ufeff\"'“”*%").strip()


@lru_cache(maxsize=4096)
def name_of(cell: str) -> ColumnName | None:
    """Return what a cell says if it is the name of a column; None if it is text or unknown."""
    if not cell or len(cell) > _LONGEST:
        return None
    bare = bare_name(cell)
    if bare in ("#", "№"):
        return ColumnName("key")
    if is_code(bare) and (language := language_of_code(bare)):
        return ColumnName("text", language, _own_code(bare))
    folded = unicodedata.normalize("NFKC", bare).lower().replace(".", "")
    folded = _SPACED_HAN.sub("", folded)
    words = _WORDS.findall(_BREAKS.sub(" ", folded).replace(" ", "\n"))
    words = [word for word in words if word != "\n"]
    return _meaning(words, bare) if words and _KNOWN.issuperset(words) else None


def _meaning(words: list[str], bare: str) -> ColumnName | None:
    languages = {_LANGUAGE_OF[word] for word in words if word in _LANGUAGE_OF}
    sides = {_SIDE_OF[word] for word in words if word in _SIDE_OF}
    kinds = [_KIND_OF[word] for word in words if word in _KIND_OF]
    if len(languages) > 1 or len(sides) > 1:
        return None
    language = next(iter(languages), None)
    kind = next((kind for kind in kinds if kind != "term"), None)
    if kind is None:
        kind = "text" if language or sides else "term" if kinds else None
    if kind is None:
        return None
    code = _own_code(bare) or _code(words, language)
    return ColumnName(kind, language, code, next(iter(sides), None))  # type: ignore[arg-type]


def _own_code(bare: str) -> str:
    """Return a name that is a code with a region or a script: it is kept as it is."""
    return bare if is_code(bare.replace("_", "-")) and ("-" in bare or "_" in bare) else ""


def _code(words: list[str], language: str | None) -> str:
    if language is None:
        return ""
    scripts = [_SCRIPT_OF[word] for word in words if word in _SCRIPT_OF]
    # `CN` alone is what people call Chinese; beside another name of it, it is a country.
    others = [word for word in words if word != "cn"]
    named = words if any(word in _LANGUAGE_OF for word in others) else others
    regions = [_REGION_OF[word] for word in named if word in _REGION_OF]
    region = next(iter([*regions, *scripts]), "")
    is_chinese = region in ("CN", "TW", "HK", "MO", "SG")
    if not region or is_chinese != (language == "zh"):
        return "en-SG" if language == "en" and region == "SG" else ""
    return f"{language}-{region}"
