"""The parts of a Word document that are the same in each: its styles, its types, what belongs to
what.

Word wants five small parts. The archive is stamped with a fixed date, so that the same pairs give
the same bytes.
"""

from __future__ import annotations

import io
import zipfile

from aligner.files import xml_text

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DATE = (2020, 1, 1, 0, 0, 0)
_LATIN = "Calibri"
_HAN = {"TW": "Microsoft JhengHei", "HK": "Microsoft JhengHei", "CN": "Microsoft YaHei"}
"""Fonts by region; a machine without them takes another font of the language."""

_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    "</Types>"
)
_OF_PACKAGE = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/>'
    "</Relationships>"
)
_OF_DOCUMENT = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    "</Relationships>"
)


def han_font(code: str) -> str:
    """Return the font for Chinese of a language code: `zh-TW` and `zh-HK` have their own forms."""
    parts = code.upper().replace("_", "-").split("-")
    region = next((part for part in parts if part in _HAN), "TW" if "HANT" in parts else "CN")
    return _HAN[region]


def document_part(body: str) -> str:
    """Return the part with the text, around the XML of its body."""
    return f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'


def package(document: str, *, title: str, zh_code: str, en_code: str) -> bytes:
    """Return the document as a file; `document` is what `document_part` returns."""
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _OF_PACKAGE,
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _OF_DOCUMENT,
        "word/styles.xml": _styles(zh_code, en_code),
        "docProps/core.xml": _core(title),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, _DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, (_DECLARED + text).encode("utf-8"))
    return file.getvalue()


def _core(title: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{xml_text(title)}</dc:title><dc:creator>Duizhao 對照</dc:creator>"
        "</cp:coreProperties>"
    )


def _styles(zh_code: str, en_code: str) -> str:
    fonts = (
        f'<w:rFonts w:ascii="{_LATIN}" w:hAnsi="{_LATIN}" w:cs="{_LATIN}" '
        f'w:eastAsia="{han_font(zh_code)}"/>'
    )
    languages = f'<w:lang w:val="{xml_text(en_code)}" w:eastAsia="{xml_text(zh_code)}"/>'
    border = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'<w:styles xmlns:w="{_WORD}">'
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="21"/>{languages}</w:rPr>'
        "</w:rPrDefault><w:pPrDefault><w:pPr>"
        '<w:spacing w:after="60" w:line="276" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "</w:style>"
        '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/>'
        '<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:after="160"/></w:pPr>'
        '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
        '<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/>'
        '<w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/>'
        '<w:basedOn w:val="Normal"/><w:pPr><w:ind w:left="420"/></w:pPr></w:style>'
        '<w:style w:type="table" w:styleId="Pairs"><w:name w:val="Table Grid"/><w:tblPr>'
        f"<w:tblBorders>{border}</w:tblBorders><w:tblCellMar>"
        '<w:top w:w="40" w:type="dxa"/><w:left w:w="100" w:type="dxa"/>'
        '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr></w:style></w:styles>"
    )
