"""Finds the readers and chooses one by content. "Not mine" is not "damaged"."""

import importlib
import pkgutil
from functools import cache, partial
from typing import cast

from app.domain.errors import FileProblem
from app.domain.extracted import ExtractedDocument
from app.ingest import problems, readers
from app.ingest.guard import guarded
from app.ingest.junk import is_junk
from app.ingest.reader import CERTAIN, Match, Reader, ReadOptions

JUNK = "junk"
UNKNOWN = "unknown"
_HEAD = 4096


@cache
def discover() -> tuple[Reader, ...]:
    """Every reader module, by name."""
    names = sorted(found.name for found in pkgutil.iter_modules(readers.__path__))
    return tuple(cast(Reader, importlib.import_module(f"{readers.__name__}.{name}")) for name in names)


def sniff_format(data: bytes, name: str) -> str:
    """The short format id of `data`; "junk" for leftovers and programs, "unknown" for what no reader knows."""
    if is_junk(name, data[:_HEAD]):
        return JUNK
    found = choose(data, name)
    return found[1].format if found else UNKNOWN


def choose(data: bytes, name: str) -> tuple[Reader, Match] | None:
    """The reader with the best score; the file ending decides only between equal scores.

    Readers of the file's ending look first, and whoever is certain ends the search: nothing else has its signature.
    """
    ending = _ending(name)
    best: tuple[tuple[int, bool], Reader, Match] | None = None
    for reader in sorted(discover(), key=lambda known: ending not in known.INFO.endings):
        match = reader.recognise(data, name)
        if match is None:
            continue
        rank = (match.score, reader.INFO.endings.get(ending) == match.format)
        if best is None or rank > best[0]:
            best = (rank, reader, match)
        if rank == (CERTAIN, True):
            break
    return None if best is None else (best[1], best[2])


def read(data: bytes, name: str, options: ReadOptions) -> ExtractedDocument:
    """Read `data`, whatever it is called. Raises FileProblem, never another exception for bad bytes."""
    if not data or not data.strip(b"\x00"):
        raise problems.empty()
    limits = options.limits
    if len(data) > limits.max_bytes:
        raise problems.too_large(
            f"The file has {len(data) // 2**20:,} MB; at most {limits.max_bytes // 2**20:,} are read."
        )
    if options.depth > limits.max_depth:
        raise problems.too_deep(limits.max_depth)
    if is_junk(name, data[:_HEAD]):
        raise problems.unsupported("The file is a leftover of a computer or a program, not a record.")
    found = choose(data, name)
    if found is None:
        return _read_by_name(data, name, options)
    reader, match = found
    return guarded(reader.INFO.formats[match.format], lambda: reader.read(data, name, options))


def _read_by_name(data: bytes, name: str, options: ReadOptions) -> ExtractedDocument:
    """Nothing in the bytes says what they are. If the ending names a format we read, its reader may still save something."""
    ending = _ending(name)
    for reader in discover():
        kind = reader.INFO.endings.get(ending)
        if kind is None:
            continue
        try:
            return guarded(reader.INFO.formats[kind], partial(reader.read, data, name, options))
        except FileProblem as problem:
            if problem.code == "unsupported":
                continue
            raise
    raise problems.unsupported()


def _ending(name: str) -> str:
    tail = name.replace("\\", "/").rsplit("/", 1)[-1]
    return tail.rsplit(".", 1)[-1].lower() if "." in tail else ""
