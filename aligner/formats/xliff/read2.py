"""XLIFF 2.0 and 2.1 to units: each segment is one, with the notes and metadata of its unit.

What stands between segments (`ignorable`) is one as well, where it is more than white space.
"""

from __future__ import annotations

from pathlib import Path

from aligner.bitext import Status
from aligner.formats.inline import Segment
from aligner.formats.left_out import LeftOut
from aligner.formats.properties import property_name
from aligner.formats.xliff.handler import XliffHandler
from aligner.formats.xliff.states import status_of_state
from aligner.formats.xliff.tags import type_of_inline2
from aligner.formats.xliff.write1 import GROUP

_FLOWS = frozenset({"source", "target"})
_NAMESPACE = "urn:oasis:names:tc:xliff:metadata:2.0"


class Xliff2Handler(XliffHandler):
    """Makes units of the elements of an XLIFF 2 file."""

    def __init__(self, path: Path, left_out: LeftOut) -> None:
        super().__init__(path, left_out)
        self._flow = ""
        self._texts: dict[str, Segment] = {}
        self._waiting: list[tuple[Segment | None, Segment | None, Status]] = []
        self._data: dict[str, str] = {}
        self._ends: list[tuple[int, str, str]] = []
        self._status: Status = "proposed"
        self._name = ""
        self._is_own = False
        self._metadata = "mda:"
        self._proposal = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take in the start of an element, its prefix taken off."""
        if self._proposal or name.endswith(":matches"):
            self.left_out.proposals += self._proposal > 0 and name.endswith(":match")
            self._proposal += 1
        elif self._flow:
            self._start_inside(name, attributes)
        elif name in _FLOWS:
            self._flow = name
            self._texts[name] = Segment()
        elif name in ("segment", "ignorable"):
            self._texts = {}
            self._status = status_of_state(
                attributes.get("state", ""), attributes.get("subState", "")
            )
        elif name == "unit":
            self.properties, self.notes, self._waiting, self._data = [], [], [], {}
        elif name == "data":
            self._name = attributes.get("id", "")
        elif name.startswith(self._metadata):
            self._start_metadata(name.removeprefix(self._metadata), attributes)
        elif name == "xliff":
            self.source_code = attributes.get("srcLang", "")
            self.target_code = attributes.get("trgLang", "")
            for key, value in attributes.items():
                if value == _NAMESPACE:
                    self._metadata = f"{key.removeprefix('xmlns:')}:"
        self._parts.clear()

    def end(self, name: str) -> None:
        """Take in its end."""
        if self._proposal:
            self._proposal -= 1
        elif self._flow:
            self._end_inside(name)
        elif name == "data":
            self._data[self._name] = self.taken()
        elif name == "note":
            self.notes.append(self.taken())
        elif name == f"{self._metadata}meta":
            kind = self._name if self._is_own else property_name("unit", self._name)
            self.properties.append((kind, self.taken()))
        elif name == "segment" or (name == "ignorable" and self._has_text()):
            self._waiting.append(
                (self._texts.get("source"), self._texts.get("target"), self._status)
            )
        elif name == "unit":
            # Metadata may also stand behind the segments.
            for source, target, status in self._waiting:
                self.finish(source, target, status)
        self._parts.clear()

    def _has_text(self) -> bool:
        """Whether what is to be ignored, such as the spaces between segments, has a text."""
        return any(segment.text.strip() for segment in self._texts.values())

    def _start_metadata(self, name: str, attributes: dict[str, str]) -> None:
        if name == "metaGroup":
            self._is_own = attributes.get("category") == GROUP
        elif name == "meta":
            self._name = attributes.get("type", "")

    def _start_inside(self, name: str, said: dict[str, str]) -> None:
        segment = self._texts[self._flow]
        segment.add(self.taken())
        end = (0, "", "")
        identity = said.get("id", "")
        if name == "cp":
            segment.add(_character(said.get("hex", "")))
        elif name == "pc" and not ("dataRefStart" in said or "dataRefEnd" in said):
            segment.start("hi", {"x": identity, **type_of_inline2(said)})
            end = (1, "", "")
        elif name == "pc":
            self._code("bpt", {"i": identity, **type_of_inline2(said)}, said.get("dataRefStart"))
            end = (2, identity, said.get("dataRefEnd", ""))
        elif name in ("sc", "ec", "ph"):
            isolated = said.get("isolated") == "yes"
            attributes = type_of_inline2(said)
            if name == "ph":
                self._code("ph", {"x": identity, **attributes}, said.get("dataRef"))
            elif isolated:
                position = "begin" if name == "sc" else "end"
                attributes = {"pos": position, "x": identity, **attributes}
                self._code("it", attributes, said.get("dataRef"))
            elif name == "sc":
                self._code("bpt", {"i": identity, **attributes}, said.get("dataRef"))
            else:
                self._code("ept", {"i": said.get("startRef", identity)}, said.get("dataRef"))
        self._ends.append(end)

    def _end_inside(self, name: str) -> None:
        segment = self._texts[self._flow]
        segment.add(self.taken())
        if not self._ends:
            self._flow = ""
            return
        kind, identity, reference = self._ends.pop()
        if kind == 1:
            segment.end()
        elif kind == 2:
            self._code("ept", {"i": identity}, reference)

    def _code(self, name: str, attributes: dict[str, str], reference: str | None) -> None:
        segment = self._texts[self._flow]
        segment.start(name, attributes)
        segment.add(self._data.get(reference or "", ""))
        segment.end()


def _character(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
