"""Documents of Word: paragraphs, runs, a table."""

from __future__ import annotations

import random
from html import escape

from bench.fuzzing.generators.made import Made
from bench.fuzzing.generators.packed import zipped
from bench.fuzzing.generators.xml_text import legal
from bench.fuzzing.vocabulary import sentence

ENDINGS = (".docx",)

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override '
    'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" Type="http://schemas.'
    'openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_FORMS = (
    "<w:p><w:r><w:t>{}</w:t></w:r></w:p>",
    "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r><w:r><w:br/></w:r></w:p>",
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    "<w:p><w:hyperlink><w:r><w:t>{}</w:t></w:r></w:hyperlink></w:p>",
    '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>',
)


def make(chance: random.Random) -> Made:
    """Make a document, all of whose sentences must be found."""
    texts = [
        sentence(chance, language)
        for language in ("zh", "en")
        for _ in range(chance.choice((1, 3, 10)))
    ]
    body = "".join(chance.choice(_FORMS).format(escape(legal(one))) for one in texts)
    document = f'<w:document xmlns:w="{_MAIN}"><w:body>{body}</w:body></w:document>'
    parts = [
        ("[Content_Types].xml", _TYPES),
        ("_rels/.rels", _RELATIONS),
        ("word/document.xml", document),
    ]
    return Made(zipped((name, part.encode()) for name, part in parts), tuple(texts))
