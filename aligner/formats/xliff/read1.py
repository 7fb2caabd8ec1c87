"""XLIFF 1.2 to units, those of Trados, memoQ and others among it.

A trans-unit is a unit, or several where its source is divided into segments. Proposals beside a
translation (`alt-trans`) are none.
"""

from __future__ import annotations

from pathlib import Path

from aligner.bitext import Status
from aligner.formats.inline import Segment
from aligner.formats.properties import property_name
from aligner.formats.status import status_of
from aligner.formats.xliff.handler import XliffHandler
from aligner.formats.xliff.states import status_of_state
from aligner.formats.xliff.tags import from_inline1
from aligner.formats.xliff.write1 import GROUP

_FLOWS = frozenset({"source", "seg-source", "target"})
_WHOLE = ""
"""Key of a text that is not divided into segments."""


class Xliff1Handler(XliffHandler):
    """Makes units of the elements of an XLIFF 1.2 file."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._proposal = 0
        self._flow = ""
        self._texts: dict[str, dict[str, Segment]] = {}
        self._open: list[Segment] = []
        self._marks: list[bool] = []
        self._state = ""
        self._approved = False
        self._states: dict[str, str] = {}
        self._name = ""
        self._is_own = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take in the start of an element, its prefix taken off."""
        if self._proposal or name == "alt-trans":
            self._proposal += 1
        elif self._flow:
            self._start_inside(name, attributes)
        elif name in _FLOWS:
            self._flow = name
            self._texts[name] = {_WHOLE: Segment()}
            self._open = [self._texts[name][_WHOLE]]
            self._marks = []
            if name == "target":
                self._state = attributes.get("state", "")
        elif name == "trans-unit":
            self._begin(attributes)
        elif name == "file":
            self.source_code = attributes.get("source-language", "")
            self.target_code = attributes.get("target-language", "")
        elif name == "prop-group":
            self._is_own = attributes.get("name") == GROUP
        elif name == "prop":
            self._name = attributes.get("prop-type", "")
        elif name == "sdl:seg" and "conf" in attributes:
            self._states[attributes.get("id", "")] = attributes["conf"]
        self._parts.clear()

    def end(self, name: str) -> None:
        """Take in its end."""
        if self._proposal:
            self._proposal -= 1
        elif self._flow:
            self._end_inside(name)
        elif name == "prop":
            kind = self._name if self._is_own else property_name("unit", self._name)
            self.properties.append((kind, self.taken()))
        elif name == "note":
            self.notes.append(self.taken())
        elif name == "trans-unit":
            self._close()
        self._parts.clear()

    def _begin(self, attributes: dict[str, str]) -> None:
        self.properties, self.notes = [], []
        self._texts, self._states = {}, {}
        self._state = attributes.get("mq:status", "")
        self._approved = attributes.get("approved") == "yes"

    def _start_inside(self, name: str, attributes: dict[str, str]) -> None:
        self._open[-1].add(self.taken())
        is_segment = name == "mrk" and attributes.get("mtype") == "seg"
        self._marks.append(is_segment)
        if is_segment:
            segment = Segment()
            self._texts[self._flow][attributes.get("mid", "1")] = segment
            self._open.append(segment)
        else:
            self._open[-1].start(*from_inline1(name, attributes))

    def _end_inside(self, name: str) -> None:
        self._open[-1].add(self.taken())
        if not self._marks:
            self._flow = ""
        elif self._marks.pop():
            self._open.pop()
        else:
            self._open[-1].end()

    def _close(self) -> None:
        source = self._texts.get("seg-source") or self._texts.get("source") or {}
        target = self._texts.get("target") or {}
        if len(source) > 1:
            for key, segment in source.items():
                if key != _WHOLE:
                    self.finish(segment, target.get(key), self._status(key))
        elif _WHOLE in source:
            self.finish(source[_WHOLE], target.get(_WHOLE), self._status(_WHOLE))

    def _status(self, key: str) -> Status:
        state = self._states.get(key) or self._state
        if state.startswith("x-") and (own := status_of(state[2:])):
            return own
        if self._approved and not self._states:
            return "confirmed"
        return status_of_state(state)
