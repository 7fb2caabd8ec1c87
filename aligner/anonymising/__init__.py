"""Anonymising: a client's file made fit to be shown to others, and put back to the byte.

| module | what it owns |
|---|---|
| `file` | the order of all this: a file anonymised, a file put back |
| `names` | the names of a list and those that the pairs of a file show, found in text |
| `secrets` | what is replaced in a text: names, addresses, mails, links, numbers |
| `parts` | the texts of a file, one of itself or one a part of a package |
| `blocks`, `xml_blocks`, `text_blocks` | what of a text people read, and where it stands |
| `stand_ins` | what stands in the place of a secret, and what it stands for |
| `key` | the file that puts all of it back |

Invariant: a stand-in is a word that the file did not have, and stands for one spelling, so that
putting it back gives the file as it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.lazy import lazy_names

if TYPE_CHECKING:
    from aligner.anonymising.file import Anonymised, PutBack, anonymise_file, put_back_file
    from aligner.anonymising.key import Key, read_key, write_key
    from aligner.anonymising.names import read_names
    from aligner.anonymising.stand_ins import KINDS, Kind

_MODULES = {
    "file": ("Anonymised", "PutBack", "anonymise_file", "put_back_file"),
    "key": ("Key", "read_key", "write_key"),
    "names": ("read_names",),
    "stand_ins": ("KINDS", "Kind"),
}

__all__ = [
    "KINDS",
    "Anonymised",
    "Key",
    "Kind",
    "PutBack",
    "anonymise_file",
    "put_back_file",
    "read_key",
    "read_names",
    "write_key",
]

if not TYPE_CHECKING:  # for the type checker there is no name but those above
    __getattr__ = lazy_names(
        __name__, {name: module for module, names in _MODULES.items() for name in names}
    )
