"""What the name of a paragraph style says, in English or as Chinese programs write it."""

from __future__ import annotations

import re

from aligner.article import ParagraphKind
from aligner.formats.documents.furniture import CONTENTS

_CONTENTS = re.compile(
    r"(?:toc|contents)(?: ?(?:heading|[1-9]\d?))|目[录錄次] ?(?:\d|标题|標題)?|toc ?[标標][题題]"
    r"|table of (?:figures|authorities)|[图圖]表目[录錄]|index ?[1-9]"
)
_HEADING = re.compile(
    r"(?:heading|[标標][题題]|head) ?[1-9一二三四五六七八九]?(?: char)?"
    r"|(?:sub)?title|副[标標][题題]"
)
_CAPTION = re.compile(
    r"(?:table |figure |image )?caption|[题題][注註]|[标標][号號]|illustration|drawing|圖標號"
)
_NOTE = re.compile(r"(?:foot|end)note(?: text)?|[脚腳尾]注(?:文本|文字)?|註腳文字|章節附註文字")
_LIST = re.compile(r"list (?:bullet|number)(?: \d)?|列[表][项項目]?[符编編]?[号號]? ?\d?")


def kind_by_name(name: str) -> tuple[ParagraphKind, str]:
    """Return the kind and the label of paragraphs in a style, by its name."""
    said = name.replace("_20_", " ").replace("_", " ").strip().lower()
    if _CONTENTS.fullmatch(said):
        return "body", CONTENTS
    if _HEADING.fullmatch(said):
        return "heading", ""
    if _CAPTION.fullmatch(said):
        return "caption", ""
    if _NOTE.fullmatch(said):
        return "note", ""
    return ("list item" if _LIST.fullmatch(said) else "body"), ""
