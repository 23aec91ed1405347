"""Read the files that were copied in, and keep what came out: pages, words, suggestions, files inside them."""

import json
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import asdict, replace
from functools import partial
from typing import Any

from app.domain.documents import Status
from app.domain.errors import AppError, FileProblem
from app.domain.extracted import ExtractedDocument
from app.domain.ids import DisclosureId
from app.domain.suggestions import CaseFacts, Understanding
from app.ingest.limits import Limits
from app.ingest.reader import ReadOptions
from app.jobs.runner import JobFuture, Runner, some_done
from app.pipeline.values import ReadFile
from app.services import keeping, large_archives, suggesting
from app.services.case import OpenCase
from app.services.control import Control
from app.services.progress import OnEvent, Progress
from app.store.unit_of_work import UnitOfWork

READ = "app.pipeline.read:read_file"
_UNDERSTAND = "app.understand.run:understand"
_AHEAD = 4
_BYTES_UNDER_WAY = 256 << 20
_TOGETHER, _TOGETHER_SECONDS = 6, 0.1
"""Files that are read at about the same time are kept in one transaction: it costs far less than one for each."""
_BYTES_A_SECOND = 1 << 20  # a large file gets more time: a 20,000-page PDF takes minutes on an old laptop


def read_waiting(
    case: OpenCase,
    disclosure: DisclosureId,
    runner: Runner,
    passwords: tuple[str, ...],
    job: str,
    on_event: OnEvent,
    control: Control,
    at_hand: dict[str, bytes] | None = None,
) -> None:
    """Read every waiting file of a delivery and the files found inside; what was read is kept at once.

    `at_hand` are bytes by SHA-256 that need not be fetched from the case again.
    """
    at_hand = at_hand or {}
    facts = case_facts(case, disclosure)
    with case.store.read() as uow:
        queue = deque(uow.documents.waiting(disclosure))
    progress = Progress(job, "read", len(queue), on_event)
    running: set[JobFuture] = set()
    try:
        while queue or running:
            if not control.cancelled and not control.paused:
                while queue and _room(running, queue[0], runner):
                    row = queue.popleft()
                    if large_archives.is_large(case, row):
                        inside = _in_parts(case, disclosure, runner, row, passwords, progress, control)
                        if inside is not None:
                            queue.extend(inside)
                            continue
                    running.add(_submit(case, runner, row, passwords, facts, at_hand))
            if not running:
                control.check()
                continue
            done, running = some_done(running, _TOGETHER, _TOGETHER_SECONDS)
            queue.extend(_store(case, disclosure, done, progress))
            if control.cancelled:
                control.check()
    finally:
        for future in running:
            runner.stop(future)


def _room(running: set[JobFuture], row: dict[str, Any], runner: Runner) -> bool:
    """Whether one more file may be in memory beside those that are read now: some files ahead, or one large one alone."""
    under_way = sum(future.tag["bytes"] for future in running)
    return len(running) < runner.workers * _AHEAD and (not running or under_way + row["bytes"] <= _BYTES_UNDER_WAY)


def _in_parts(
    case: OpenCase,
    disclosure: DisclosureId,
    runner: Runner,
    row: dict[str, Any],
    passwords: tuple[str, ...],
    progress: Progress,
    control: Control,
) -> list[dict[str, Any]] | None:
    """Read a large archive a few members at a time; the files in it that wait now. None when it must be read as one piece."""
    with case.store.read() as uow:
        depth = uow.documents.depth(row["id"]) if row["parent_id"] else 0
    try:
        done = large_archives.unpack(
            case, disclosure, runner, row, ReadOptions(passwords=passwords, depth=depth), control
        )
    except FileProblem as problem:
        with case.store.write() as uow:
            uow.documents.edit(row["id"], keeping.problem_values(problem))
        progress.failed(row["path"], problem.happened, row["id"], "")
        return []
    if not done:
        return None
    progress.add(1, row["path"], row["id"])
    with case.store.read() as uow:
        inside = [one for one in uow.documents.waiting(disclosure) if one["parent_id"] == row["id"]]
    progress.grow(len(inside))
    return inside


def _submit(
    case: OpenCase,
    runner: Runner,
    row: dict[str, Any],
    passwords: tuple[str, ...],
    facts: CaseFacts,
    at_hand: dict[str, bytes],
) -> JobFuture:
    data, depth = at_hand.pop(row["sha256"], None), 0
    if data is None or row["parent_id"]:
        with case.store.read() as uow:
            data = uow.blobs.get(row["sha256"])
            depth = uow.documents.depth(row["id"]) if row["parent_id"] else 0
            facts = replace(facts, mail_sent=_mail_sent(uow, row["parent_id"]))
    options = ReadOptions(passwords=passwords, depth=depth)
    name = row["path"].rsplit("/", 1)[-1]
    return runner.submit(READ, data, name, row["path"], options, facts, seconds=seconds_for(len(data)), tag=row)


def seconds_for(size: int) -> float:
    """How long a file of `size` bytes may take to be read."""
    return Limits().seconds + size / _BYTES_A_SECOND


def _mail_sent(uow: UnitOfWork, parent: int | None) -> str:
    """When the e-mail was sent that a file came with, "" when it came with none."""
    mail = uow.documents.detail(parent).mail if parent else None
    return mail.sent if mail else ""


def _store(case: OpenCase, disclosure: int, done: Iterable[JobFuture], progress: Progress) -> list[dict[str, Any]]:
    """Keep results in one transaction; the files inside them that now wait."""
    waiting: list[dict[str, Any]] = []
    told: list[Callable[[], None]] = []
    with case.store.write() as uow:
        for future in done:
            row = future.tag
            try:
                found: ReadFile = future.result()
            except AppError as problem:
                uow.documents.edit(row["id"], keeping.problem_values(problem))
                needs = "password" if problem.code == "password" else ""
                told.append(partial(progress.failed, row["path"], problem.happened, row["id"], needs))
                continue
            inside = store_result(uow, disclosure, row["id"], row["path"], found)
            waiting += inside
            told += [partial(progress.add, 1, row["path"], row["id"]), partial(progress.grow, len(inside))]
    for tell in told:
        tell()
    return waiting


def store_result(uow: UnitOfWork, disclosure: int, document: int, path: str, found: ReadFile) -> list[dict[str, Any]]:
    """Write a read file in the running transaction; the rows of its members that wait to be read."""
    doc = found.document
    pending = any(page.scan and not page.blank for page in doc.pages)
    values: dict[str, Any] = {
        "format": doc.format, "status": (Status.OCR_PENDING if pending else Status.READY).value, "pages": len(doc.pages),
        "scanned_pages": sum(page.scan for page in doc.pages), "problem_code": "", "problem": doc.note, "next_step": "",
        "extra": json.dumps(_extra(doc)),
    }  # fmt: skip
    if doc.reading_copy:
        values["copy_sha256"] = uow.blobs.put(doc.reading_copy)
    uow.fulltext.add(uow.pages.add(document, doc.pages))
    suggesting.apply(uow, document, found.suggestions, doc, values)
    before = {row["id"] for row in uow.documents.waiting(disclosure)} if doc.members else set()
    if doc.members:
        keeping.keep_members(uow, disclosure, document, path, doc.members)
    return [row for row in uow.documents.waiting(disclosure) if row["id"] not in before] if doc.members else []


def _extra(doc: ExtractedDocument) -> dict[str, Any]:
    return {
        "properties": doc.properties, "hidden": [asdict(h) for h in doc.hidden], "note": doc.note,
        **({"mail": asdict(doc.mail)} if doc.mail else {}), **({"outline": doc.outline} if doc.outline else {}),
    }  # fmt: skip


def case_facts(case: OpenCase, disclosure: int | None) -> CaseFacts:
    """What understanding may know: the family, the organisations, who sent the files and when."""
    with case.store.read() as uow:
        details = uow.meta.details()
        organisations = tuple((o.name, o.kind) for o in uow.organisations.all())
        by, received = "", ""
        if disclosure is not None:
            row = uow.documents.disclosure_row(disclosure)
            received = row["received"]
            if row["organisation_id"]:
                by = uow.organisations.get(row["organisation_id"]).name
    family = tuple(name for name in (details.parent,) if name)
    return CaseFacts(details.child, details.born, family, organisations, by, received, details.nation)


def understand_again(case: OpenCase, document: int, runner: Runner | None = None) -> None:
    """Suggestions from the stored text with today's rules; decisions of a person stay. Of a split file each part is understood."""
    with case.store.read() as uow:
        raw = uow.documents.raw(document)
        parts = [part.document for part in uow.parts.map().parts(document)]
    for part in parts:
        understand_again(case, part, runner)
    if parts:
        return
    with case.store.read() as uow:
        detail = uow.documents.detail(document)
        pages = uow.pages.extracted(document)
        mail_sent = _mail_sent(uow, raw["parent_id"])
    doc = ExtractedDocument(
        raw["format"], pages, properties=detail.properties, hidden=detail.hidden, mail=detail.mail, note=detail.note
    )
    facts = replace(case_facts(case, raw["disclosure_id"]), mail_sent=mail_sent)
    chosen = runner or case.ctx.pages
    found: Understanding = chosen.submit(_UNDERSTAND, doc, raw["path"], facts, seconds=60, priority=-1).result()
    with case.store.write() as uow:
        suggesting.apply(uow, document, found, doc)
