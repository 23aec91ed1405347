"""Large ZIP files in parts: first what is inside, from the end of the file alone; then a few members at a time."""

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.extracted import Member
from app.ingest import problems
from app.ingest.archives.budget import Budget
from app.ingest.archives.window import OutsideError, Stretch, Window
from app.ingest.names import safe_path, unique
from app.ingest.reader import ReadOptions
from app.ingest.readers import archive

_MOST_PACKED, _MOST_UNPACKED, _MOST_MEMBERS = 32 << 20, 64 << 20, 2000
_LARGEST_MEMBER = 256 << 20
_DOCUMENT_PARTS = frozenset({"[content_types].xml", "mimetype", "index/document.iwa"})
_TOO_LARGE = "It is too large to be taken out of the archive here."


@dataclass(frozen=True, slots=True)
class Part:
    """Members that lie in the bytes from `start` to `end`: (number in the directory, safe path)."""

    start: int
    end: int
    members: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """`needs`: the directory begins at this earlier offset, ask again with the bytes from there; -1 when it was at hand.
    `whole`: this is a document or damaged and must be read as one piece. `left_out`: members too large to take out."""

    needs: int = -1
    whole: bool = False
    directory: int = 0
    parts: tuple[Part, ...] = ()
    left_out: tuple[Member, ...] = ()


def plan(tail: Stretch, total: int, options: ReadOptions) -> Plan:
    """What to read, from the end of a ZIP of `total` bytes. Raises FileProblem too-large for bombs, too-deep."""
    if options.depth > options.limits.max_depth:
        raise problems.too_deep(options.limits.max_depth)
    try:
        with zipfile.ZipFile(Window((tail,), total)) as opened:
            return _planned(opened, total, options)
    except OutsideError as outside:
        return Plan(needs=outside.offset) if outside.offset < tail[0] else Plan(whole=True)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return Plan(whole=True)


def members(stretches: Sequence[Stretch], total: int, part: Part, options: ReadOptions) -> tuple[Member, ...]:
    """The members of one part; each that cannot be taken out keeps its problem. Raises FileProblem too-large for bombs."""
    budget = Budget(part.end - part.start, options.limits)
    with zipfile.ZipFile(Window(stretches, total)) as opened:
        infos = opened.infolist()
        return tuple(_taken_out(opened, infos[number], path, options, budget) for number, path in part.members)


def _taken_out(
    opened: zipfile.ZipFile, info: zipfile.ZipInfo, path: str, options: ReadOptions, budget: Budget
) -> Member:
    try:
        return archive.zip_member(opened, info, path, options, budget)
    except OutsideError:
        return Member(path, b"", "damaged", "Its part of the archive is damaged.")


def _planned(opened: zipfile.ZipFile, total: int, options: ReadOptions) -> Plan:
    infos = opened.infolist()
    if not infos or any(info.filename.lower() in _DOCUMENT_PARTS for info in infos):
        return Plan(whole=True)
    budget = Budget(total, options.limits)
    for info in infos:
        if not info.is_dir():
            budget.member()
    budget.announced(sum(info.file_size for info in infos))
    taken: set[str] = set()
    paths = {n: unique(safe_path(archive.zip_name(i)), taken) for n, i in enumerate(infos) if not i.is_dir()}
    directory = opened.start_dir
    order = sorted(paths, key=lambda number: infos[number].header_offset)
    ends = [infos[number].header_offset for number in order[1:]] + [directory]
    parts, left_out = _grouped(infos, paths, list(zip(order, ends, strict=True)))
    return Plan(directory=directory, parts=parts, left_out=left_out)


def _grouped(
    infos: list[zipfile.ZipInfo], paths: dict[int, str], order: list[tuple[int, int]]
) -> tuple[tuple[Part, ...], tuple[Member, ...]]:
    """Neighbours together, as many as fit."""
    parts: list[Part] = []
    left_out: list[Member] = []
    group: list[tuple[int, str]] = []
    start = end = unpacked = 0
    for number, after in order:
        info = infos[number]
        if max(info.file_size, after - info.header_offset) > _LARGEST_MEMBER:
            left_out.append(Member(paths[number], b"", "too-large", _TOO_LARGE))
            continue
        full = after - start > _MOST_PACKED or unpacked + info.file_size > _MOST_UNPACKED or len(group) >= _MOST_MEMBERS
        if group and full:
            parts.append(Part(start, end, tuple(group)))
            group, unpacked = [], 0
        start = info.header_offset if not group else start
        group.append((number, paths[number]))
        end, unpacked = after, unpacked + info.file_size
    if group:
        parts.append(Part(start, end, tuple(group)))
    return tuple(parts), tuple(left_out)
