"""What in subtitles is no speech: sounds in brackets, music, and who made the subtitles.

Chinese in brackets is a sound only if it speaks of one; otherwise it is a sign in the picture, and
text. English in brackets is a sound.
"""

from __future__ import annotations

import re

from aligner.article import Language

SOUND = "sound"
"""The label of a cue that says what is to be heard."""
CREDIT = "credit"

_MUSIC = re.compile(r"[\s♩♪♫♬♭♮♯#＃*＊~～·….\-]+")
_BRACKETED = re.compile(
    r"[-‐‑–\s♩♪♫♬]{0,9}(?:[\[（(【［〔〈<][^\[\]（）()【】［］〔〕]{1,200}[\]）)】］〕〉>][\s♩♪♫♬]{0,9}){1,6}"
)
_HEARD = re.compile(
    "声|聲|音|响|響|乐|樂|曲|歌|唱|笑|哭|泣|叹|嘆|喘|咳|喊|叫|吼|吠|鸣|鳴|嘶|嚎|呻吟|呼吸|吸气|吸氣|打嗝|喷嚏|噴嚏|"
    "掌|欢呼|歡呼|铃|鈴|鼓|钟|鐘|敲|砰|轰|轟|雷|枪|槍|爆炸|脚步|腳步|静|靜|沉默|无语|無語|哼|嘘|噓|口哨|耳语|耳語"
)
_CREDIT = re.compile(
    r"(?:字幕|时间轴|時間軸|听译|聽譯|翻译|翻譯|校对|校對|校订|校訂|压制|壓制|后期|後期|总监|總監|片源|制作|製作)"
    r"[组組制製作翻译譯]{0,4}\s?[:：].{1,120}"
    r"|.{0,60}字幕[组組社].{0,60}"
    r"|(?:.{0,40}\W)?(?:sub(?:title)?s|subtitled|captions|captioned|captioning|synced|sync"
    r"|transcript|transcribed|timing|encoded)"
    r"(?:\s(?:and|&)\s\w{1,20}){0,2}\s?(?::|by\b|from\b|provided\b).{1,120}"
    r"|\W{0,9}(?:https?://|www\.)\S{3,200}\W{0,9}",
    re.IGNORECASE | re.DOTALL,
)


def is_music(text: str) -> bool:
    """Whether a text is nothing but signs for music, or marks without any word."""
    return _MUSIC.fullmatch(text) is not None


def is_sound(text: str, language: Language | None) -> bool:
    """Whether a text says what is to be heard and not what is said."""
    if is_music(text):
        return True
    if not _BRACKETED.fullmatch(text):
        return False
    return language == "en" or _HEARD.search(text) is not None


def is_credit(text: str) -> bool:
    """Whether a text says who made the subtitles."""
    return _CREDIT.fullmatch(text) is not None
