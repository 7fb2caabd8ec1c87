"""Which edition of a model stands behind a name, told from the disk alone.

A vector that was kept is of use only for the very weights that made it. A folder is known by its
path and by the names, sizes and times of its files, a name by the revision that the hub's cache on
this machine points to. Nothing is loaded here and nothing heavy imported.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

_SHIPPED = Path(__file__).parent.parent / "model"


@cache
def shipped_edition() -> str:
    """Return a digest of all weights inside the package, the same on every machine."""
    digest = blake2b(digest_size=16)
    for path in sorted(_files(_SHIPPED), key=lambda file: file.relative_to(_SHIPPED).as_posix()):
        digest.update(f"{path.relative_to(_SHIPPED).as_posix()}\0".encode())
        digest.update(blake2b(path.read_bytes()).digest())
    return digest.hexdigest()


def edition_of(name: str) -> str | None:
    """Return words that change when the model does; none if only loading it could tell."""
    try:
        folder = Path(name).expanduser()
        if folder.is_dir():
            return _of_folder(folder.resolve())
        return _of_name(name)
    except (OSError, RuntimeError, ValueError):  # unreadable, no home, a NUL in the name
        return None


def _of_folder(folder: Path) -> str | None:
    if not _looks_saved(folder):
        return None
    files = [
        (path.relative_to(folder).as_posix(), status.st_size, status.st_mtime_ns)
        for path in _files(folder)
        for status in [path.stat()]
    ]
    return json.dumps([str(folder), *sorted(files)])


def _of_name(name: str) -> str | None:
    """See which revision the hub's cache has; a name without an owner has two readings."""
    for repository in [name] if "/" in name else [f"sentence-transformers/{name}", name]:
        kept = _hub_cache() / f"models--{repository.replace('/', '--')}"
        pointer = kept / "refs" / "main"
        if pointer.is_file():
            revision = pointer.read_text(encoding="utf-8").strip()
            if revision and _looks_saved(kept / "snapshots" / revision):
                return f"{repository}@{revision}"
    return None


def _looks_saved(folder: Path) -> bool:
    return (folder / "modules.json").is_file() or (folder / "config.json").is_file()


def _files(folder: Path) -> Iterator[Path]:
    """Walk the files of a model, past hidden folders such as that of git."""
    for path in folder.iterdir():
        if path.name.startswith("."):
            continue
        if path.is_dir():
            yield from _files(path)
        else:
            yield path


def _hub_cache() -> Path:
    """Return where the hub's library keeps models, by the variables that it reads itself."""
    for variable in ("SENTENCE_TRANSFORMERS_HOME", "HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE"):
        if chosen := os.environ.get(variable):
            return Path(os.path.expandvars(chosen)).expanduser()
    if home := os.environ.get("HF_HOME"):
        return Path(os.path.expandvars(home)).expanduser() / "hub"
    caches = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(caches).expanduser() / "huggingface" / "hub"
