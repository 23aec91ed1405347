"""7z archives, as the format's own description (7zFormat.txt of the public-domain LZMA SDK) lays them out.

Only what Python's standard library and `cryptography` can undo: LZMA, LZMA2, Deflate, BZip2, stored, their usual filters, and
AES-256. A file packed with anything else (PPMd, BCJ2) is listed with that reason; the others are not affected.
"""

import zlib
from collections.abc import Iterator

from app.domain.extracted import Member
from app.ingest import problems
from app.ingest.archives import seven_coders
from app.ingest.archives.budget import Budget
from app.ingest.archives.seven_header import Entry, Folder, Header, read_header, signature_header
from app.ingest.names import safe_path, unique
from app.ingest.problems import FileProblem
from app.ingest.reader import ReadOptions

_WHAT = "a 7z file"
_HEADER_LIMIT = 64 * 2**20


def members(data: bytes, options: ReadOptions) -> Iterator[Member]:
    """Files with safe paths; one that cannot be taken out keeps its problem.

    Raises FileProblem: damaged, too-large, password when even the names are locked.
    """
    header = _header(data, options)
    budget = Budget(len(data), options.limits)
    for _ in header.entries:
        budget.member()
    budget.announced(sum(entry.size for entry in header.entries))
    taken: set[str] = set()
    for number, folder in enumerate(header.folders):
        inside = [entry for entry in header.entries if entry.folder == number]
        if inside:
            yield from _unpacked(data, header, folder, inside, options, budget, taken)
    for entry in header.entries:
        if entry.folder < 0:
            yield Member(unique(safe_path(entry.name), taken), b"")


def _header(data: bytes, options: ReadOptions) -> Header:
    """The list of files, itself often packed and sometimes locked."""
    start, size = signature_header(data)
    raw = data[start : start + size]
    for _ in range(4):
        found = _understood(raw)
        if not found.is_packed:
            return found
        if not found.folders or found.folders[0].size > _HEADER_LIMIT:
            raise problems.damaged(_WHAT)
        raw = _folder_bytes(data, found, found.folders[0], options)
    raise problems.damaged(_WHAT)


def _understood(raw: bytes) -> Header:
    try:
        return read_header(raw)
    except (IndexError, ValueError, OverflowError, UnicodeDecodeError) as error:
        raise problems.damaged(_WHAT) from error


def _unpacked(
    data: bytes,
    header: Header,
    folder: Folder,
    entries: list[Entry],
    options: ReadOptions,
    budget: Budget,
    taken: set[str],
) -> Iterator[Member]:
    """The files that were packed together."""
    try:
        whole = _folder_bytes(data, header, folder, options, entries[0])
    except FileProblem as problem:
        for entry in entries:
            yield Member(unique(safe_path(entry.name), taken), b"", problem.code, problem.happened)
        return
    for entry in entries:
        body = whole[entry.start : entry.start + entry.size]
        budget.take(len(body))
        path = unique(safe_path(entry.name), taken)
        good = len(body) == entry.size and (entry.check is None or zlib.crc32(body) == entry.check)
        yield Member(path, body) if good else Member(path, b"", "damaged", "Its part of the archive is damaged.")


def _folder_bytes(
    data: bytes, header: Header, folder: Folder, options: ReadOptions, first: Entry | None = None
) -> bytes:
    """What a folder unpacks to, as far as it goes. Raises FileProblem (password, unsupported, damaged)."""
    start, size = header.packed[folder.pack]
    packed = data[start : start + size]
    if not seven_coders.is_locked(folder):
        return seven_coders.undo(packed, folder, "")
    for password in options.candidates:
        try:
            made = seven_coders.undo(packed, folder, password)
        except FileProblem as problem:
            if problem.code == "unsupported":
                raise
            continue
        if _fits(made, folder, first):
            return made
    raise problems.password(tried=bool(options.candidates))


def _fits(made: bytes, folder: Folder, first: Entry | None) -> bool:
    """Whether the password was the right one: the check sum says so, or where there is none, the length."""
    if folder.check is not None:
        return zlib.crc32(made) == folder.check
    if first is not None and first.check is not None:
        return zlib.crc32(made[first.start : first.start + first.size]) == first.check
    return len(made) == folder.size
