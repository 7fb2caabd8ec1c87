"""XLIFF 1.2 to units, those of Trados, memoQ and others among it.

A trans-unit is a unit, or several where it is divided into segments (`segments`). Proposals beside
a translation (`alt-trans`) are none.
"""

from __future__ import annotations

from pathlib import Path

from aligner.bitext import Status
from aligner.formats.left_out import LeftOut
from aligner.formats.properties import property_name
from aligner.formats.status import status_of
from aligner.formats.xliff.handler import XliffHandler
from aligner.formats.xliff.segments import Flow, paired
from aligner.formats.xliff.states import status_of_state
from aligner.formats.xliff.tags import from_inline1
from aligner.formats.xliff.write1 import GROUP

_FLOWS = frozenset({"source", "seg-source", "target"})


class Xliff1Handler(XliffHandler):
    """Makes units of the elements of an XLIFF 1.2 file."""

    def __init__(self, path: Path, left_out: LeftOut) -> None:
        super().__init__(path, left_out)
        self._proposal = 0
        self._flow: Flow | None = None
        """The source or target that is open."""
        self._flows: dict[str, Flow] = {}
        self._state = ""
        self._approved = False
        self._states: dict[str, str] = {}
        self._name = ""
        self._is_own = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take in the start of an element, its prefix taken off."""
        if self._proposal or name == "alt-trans":
            self.left_out.proposals += not self._proposal
            self._proposal += 1
        elif self._flow:
            self._flow.add(self.taken())
            if name == "mrk" and attributes.get("mtype") == "seg":
                self._flow.start_segment(attributes.get("mid", ""))
            else:
                self._flow.start(*from_inline1(name, attributes))
        elif name in _FLOWS:
            self._flow = self._flows[name] = Flow()
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
            self._flow.add(self.taken())
            if self._flow.is_open:
                self._flow.end()
            else:
                self._flow = None
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
        self._flow, self._flows, self._states = None, {}, {}
        self._state = attributes.get("mq:status", "")
        self._approved = attributes.get("approved") == "yes"

    def _close(self) -> None:
        source = self._flows.get("source", Flow())
        if (divided := self._flows.get("seg-source")) and divided.has_text:
            source = divided
        for name, one, other in paired(source, self._flows.get("target")):
            self.finish(one, other, self._status(name))

    def _status(self, name: str) -> Status:
        state = self._states.get(name) or self._state
        if state.startswith("x-") and (own := status_of(state[2:])):
            return own
        if self._approved and not self._states:
            return "confirmed"
        return status_of_state(state)
