"""The ground under every format: bytes, encodings, archives, XML under limits, atomic writing.

Also where caches, data and settings lie. Whoever is outside this room needs no more than these
names, each of which opens its module when it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.files.progress import Progress
from aligner.lazy import lazy_names

if TYPE_CHECKING:
    from aligner.files.atomic import check_writable, write_atomically, writing_atomically
    from aligner.files.characters import legal, one_line, segment, xml_text
    from aligner.files.encodings import decode
    from aligner.files.loading import LIMIT, TEXT_LIMIT, load
    from aligner.files.packages import Package, parse_xml
    from aligner.files.places import (
        cache_folder,
        cache_place,
        cache_switch,
        data_folder,
        settings_file,
    )
    from aligner.files.scratch import scratch_explained, scratch_files, scratch_folder
    from aligner.files.signatures import (
        LONGEST_SIGNATURE,
        ByteOrderMark,
        Container,
        byte_order_mark,
        container_of,
        head_text,
        wide_codec,
    )
    from aligner.files.text_lines import lines_of, lines_with_progress
    from aligner.files.unfinished import unfinished_file
    from aligner.files.unpacking import Source, open_archive, open_member, open_source
    from aligner.files.xml_stream import DEEPEST, XmlReader, read_xml, refuse_depth

_MODULES = {
    "atomic": ("check_writable", "write_atomically", "writing_atomically"),
    "characters": ("legal", "one_line", "segment", "xml_text"),
    "encodings": ("decode",),
    "loading": ("LIMIT", "TEXT_LIMIT", "load"),
    "packages": ("Package", "parse_xml"),
    "places": ("cache_folder", "cache_place", "cache_switch", "data_folder", "settings_file"),
    "scratch": ("scratch_explained", "scratch_files", "scratch_folder"),
    "signatures": (
        "LONGEST_SIGNATURE",
        "ByteOrderMark",
        "Container",
        "byte_order_mark",
        "container_of",
        "head_text",
        "wide_codec",
    ),
    "text_lines": ("lines_of", "lines_with_progress"),
    "unfinished": ("unfinished_file",),
    "unpacking": ("Source", "open_archive", "open_member", "open_source"),
    "xml_stream": ("DEEPEST", "XmlReader", "read_xml", "refuse_depth"),
}

__all__ = [
    "DEEPEST",
    "LIMIT",
    "LONGEST_SIGNATURE",
    "TEXT_LIMIT",
    "ByteOrderMark",
    "Container",
    "Package",
    "Progress",
    "Source",
    "XmlReader",
    "byte_order_mark",
    "cache_folder",
    "cache_place",
    "cache_switch",
    "check_writable",
    "container_of",
    "data_folder",
    "decode",
    "head_text",
    "legal",
    "lines_of",
    "lines_with_progress",
    "load",
    "one_line",
    "open_archive",
    "open_member",
    "open_source",
    "parse_xml",
    "read_xml",
    "refuse_depth",
    "scratch_explained",
    "scratch_files",
    "scratch_folder",
    "segment",
    "settings_file",
    "unfinished_file",
    "wide_codec",
    "write_atomically",
    "writing_atomically",
    "xml_text",
]

if not TYPE_CHECKING:  # for the type checker there is no name but those above
    __getattr__ = lazy_names(
        __name__, {name: module for module, names in _MODULES.items() for name in names}
    )
