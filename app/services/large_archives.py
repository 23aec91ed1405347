"""ZIP files too large for one piece of memory: a child is given their end, says what lies where, and gets them a part at a time."""

import json
from dataclasses import replace
from typing import Any

from app.domain.documents import Status
from app.domain.errors import FileProblem
from app.domain.extracted import Member
from app.ingest import problems
from app.ingest.archives.window import Stretch
from app.ingest.archives.zip_parts import Part, Plan
from app.ingest.limits import Limits
from app.ingest.reader import ReadOptions
from app.jobs.runner import Runner
from app.services import keeping
from app.services.case import OpenCase
from app.services.control import Control

BY_PARTS_FROM = 48 << 20
"""Bytes from which a ZIP is read in parts."""
_PLAN = "app.ingest.archives.zip_parts:plan"
_MEMBERS = "app.ingest.archives.zip_parts:members"
_TAIL, _LARGEST_DIRECTORY = 1 << 20, 64 << 20
_SECONDS = 120.0
_MORE_THAN_PACKED = 4


def is_large(case: OpenCase, row: dict[str, Any]) -> bool:
    """Whether a waiting file is a ZIP that is read in parts. It may still turn out to be a document."""
    if row["bytes"] < BY_PARTS_FROM:
        return False
    with case.store.read() as uow:
        return uow.blobs.between(row["sha256"], 0, 4) == b"PK\x03\x04"


def unpack(
    case: OpenCase, disclosure: int, runner: Runner, row: dict[str, Any], options: ReadOptions, control: Control
) -> bool:
    """Keep all members of an archive, each part in a transaction; False when the file must be read as one piece.

    A second run after an interruption adds only what is missing. Raises FileProblem for bombs.
    """
    options = replace(options, limits=_limits(options.limits))
    plan, tail = _plan(case, runner, row, options)
    if plan.whole and row["bytes"] > options.limits.max_bytes:
        raise problems.too_large(f"The file has {row['bytes'] >> 20:,} MB and cannot be read in parts.")
    if plan.whole:
        return False
    for part in plan.parts:
        control.check()
        members = _members(case, runner, row, part, (tail[0], tail[1]), options)
        with case.store.write() as uow:
            keeping.keep_members(uow, disclosure, row["id"], row["path"], members)
    with case.store.write() as uow:
        keeping.keep_members(uow, disclosure, row["id"], row["path"], plan.left_out)
        uow.documents.edit(row["id"], {
            "format": "zip", "status": Status.READY.value, "problem_code": "", "problem": "", "next_step": "",
            "extra": json.dumps({"properties": {}, "hidden": [], "note": ""}),
        })  # fmt: skip
    return True


def _limits(limits: Limits) -> Limits:
    """Nothing large is in memory at once, so all members together may be as large as the archive allows."""
    return replace(limits, max_expanded_bytes=_MORE_THAN_PACKED * limits.max_archive_bytes)


def _plan(case: OpenCase, runner: Runner, row: dict[str, Any], options: ReadOptions) -> tuple[Plan, Stretch]:
    total, start = row["bytes"], max(0, row["bytes"] - _TAIL)
    while True:
        tail = (start, _bytes(case, row, start, total))
        plan: Plan = runner.submit(_PLAN, tail, total, options, seconds=_SECONDS).result()
        if plan.needs < 0:
            return plan, tail
        if plan.needs >= start or total - plan.needs > _LARGEST_DIRECTORY:
            return Plan(whole=True), tail
        start = plan.needs


def _members(
    case: OpenCase, runner: Runner, row: dict[str, Any], part: Part, tail: Stretch, options: ReadOptions
) -> tuple[Member, ...]:
    """One part taken out; what stops the child costs the members of this part."""
    stretches = (tail, (part.start, _bytes(case, row, part.start, part.end)))
    try:
        found: tuple[Member, ...] = runner.submit(
            _MEMBERS, stretches, row["bytes"], part, options, seconds=_SECONDS
        ).result()
    except FileProblem as problem:
        return tuple(Member(path, b"", problem.code, problem.happened) for _, path in part.members)
    return found


def _bytes(case: OpenCase, row: dict[str, Any], start: int, end: int) -> bytes:
    with case.store.read() as uow:
        return uow.blobs.between(row["sha256"], start, end)
