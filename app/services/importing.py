"""Bring files in: copy every original first, then read, then scan. Each step is kept as it ends, so a kill costs nothing.

The thread that calls `start` does the writing; the reading happens in child processes.
"""

import hashlib
import json
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from app.domain import dates
from app.domain.documents import Status
from app.domain.errors import FileProblem, UsageProblem
from app.domain.ids import DisclosureId, RequestId
from app.domain.people import Origin
from app.domain.reports import ImportReport
from app.ingest.limits import Limits
from app.jobs.events import JobEvent
from app.jobs.runner import Runner
from app.services import (
    conversations,
    findings,
    keeping,
    large_archives,
    reading,
    reports,
    retrying,
    scanning,
    splitting,
)
from app.services.case import OpenCase
from app.services.control import Control
from app.services.keeping import Content
from app.services.progress import OnEvent, Progress, ignore
from app.system.files import head_of, read_given, walk

_BATCH_BYTES = 32 << 20
_BATCH_FILES = 32
_AT_HAND_BYTES = 64 << 20

report = reports.report
reports_of = reports.all_reports
report_pdf = reports.report_pdf
read_scans = scanning.read_scans
read_page_again = scanning.read_page_again
retry = retrying.retry
understand_again = reading.understand_again


@dataclass(frozen=True, slots=True)
class Given:
    """A file of the delivery: the name it was received under, and its bytes when they are asked for (or a FileProblem).

    `file` is where it lies, if on a disk: a large archive is copied from there without being in memory whole.
    """

    path: str
    read: Callable[[], bytes]
    file: Path | None = None


def start(
    case: OpenCase,
    paths: Sequence[Path],
    *,
    organisation: str = "",
    received: str = "",
    request: RequestId | None = None,
    passwords: tuple[str, ...] = (),
    ocr: bool = True,
    find: bool = True,
    jobs: int = 0,
    on_event: OnEvent = ignore,
    control: Control | None = None,
) -> ImportReport:
    """Import files, folders and archives as one disclosure; the same call again goes on where it was stopped.

    Without `find`, documents are compared with each other (versions, gaps) only when somebody asks for what was found.
    Raises UsageProblem for a place that does not exist, CaseProblem when the case cannot be written, Interrupted on cancel.
    """
    places = sorted(str(path.resolve()) for path in paths)
    delivery = Delivery(tuple(_list(paths)), tuple(places), organisation, received, request)
    return bring_in(
        case, delivery, passwords=passwords, ocr=ocr, find=find, jobs=jobs, on_event=on_event, control=control
    )


@dataclass(frozen=True, slots=True)
class Delivery:
    """What came, from whom and when. `places` name it: the same places, sender and day are the same delivery."""

    files: tuple[Given, ...]
    places: tuple[str, ...]
    organisation: str = ""
    received: str = ""
    request: RequestId | None = None


@dataclass(frozen=True, slots=True)
class _Chosen:
    """How to read a delivery: passwords to try, scans now or later, comparing documents now or when asked."""

    passwords: tuple[str, ...] = ()
    ocr: bool = True
    find: bool = True


def bring_in(
    case: OpenCase,
    delivery: Delivery,
    *,
    passwords: tuple[str, ...] = (),
    ocr: bool = True,
    find: bool = True,
    jobs: int = 0,
    runner: Runner | None = None,
    on_event: OnEvent = ignore,
    control: Control | None = None,
) -> ImportReport:
    """Import a delivery whose bytes may come from anywhere, with children of the caller if given; raises as `start` does."""
    received = _as_edtf(delivery.received)
    job = uuid.uuid4().hex
    control = control or Control()
    given = list(delivery.files)
    on_event(JobEvent(job, "started", "copy", 0, len(given)))
    disclosure = _disclosure(case, delivery, received, {"ocr": ocr})
    at_hand = _copy_in(case, disclosure, given, Progress(job, "copy", len(given), on_event), control)
    children = nullcontext(runner) if runner is not None else case.ctx.readers(jobs)
    return _finish(case, disclosure, _Chosen(passwords, ocr, find), children, job, on_event, control, at_hand)


def resume(
    case: OpenCase, *, jobs: int = 0, on_event: OnEvent = ignore, control: Control | None = None
) -> tuple[ImportReport, ...]:
    """Go on with every delivery that was copied in but not finished."""
    control = control or Control()
    with case.store.read() as uow:
        begun = [
            (d, json.loads(uow.documents.disclosure_row(d)["options"] or "{}")) for d in uow.documents.unfinished()
        ]
    return tuple(
        _finish(
            case,
            DisclosureId(d),
            _Chosen(ocr=options.get("ocr", True)),
            case.ctx.readers(jobs),
            uuid.uuid4().hex,
            on_event,
            control,
        )
        for d, options in begun
    )


def unfinished(case: OpenCase) -> bool:
    """Whether an import was stopped before its end, or scans wait to be read."""
    with case.store.read() as uow:
        return bool(uow.documents.unfinished()) or uow.pages.pending_count() > 0


def _finish(
    case: OpenCase,
    disclosure: DisclosureId,
    chosen: "_Chosen",
    runner: AbstractContextManager[Runner],
    job: str,
    on_event: OnEvent,
    control: Control,
    at_hand: dict[str, bytes] | None = None,
) -> ImportReport:
    with runner as children:
        reading.read_waiting(case, disclosure, children, chosen.passwords, job, on_event, control, at_hand)
        with case.store.write() as uow:
            uow.documents.edit_disclosure(disclosure, {"finished": _now()})
        conversations.ensure(case)
        if chosen.ocr:
            scanning.scan_with(case, children, None, job, on_event, control)
            conversations.ensure(case)
        splitting.look_at_giants(case, children)
        findings.mark_stale(case)
        if chosen.find:
            findings.ensure(case, children, job, on_event)
    on_event(JobEvent(job, "finished", "read"))
    return reports.report(case, disclosure)


def _list(paths: Sequence[Path]) -> list[Given]:
    found: list[Given] = []
    limit = Limits().max_bytes
    for path in paths:
        if not path.exists() and not path.is_symlink():
            raise UsageProblem("missing", f"There is nothing at “{path}”.", "Nothing was changed.", "Check the place.")
        several = len(paths) > 1 and path.is_dir()
        found += [
            Given(f"{path.name}/{name}" if several else name, partial(read_given, full, limit), full)
            for full, name in walk(path)
        ]
    return found


def _as_edtf(received: str) -> str:
    if not received:
        return ""
    try:
        return str(dates.parse(received))
    except ValueError as error:
        raise UsageProblem("date", f"“{received}” is not a date.", "", "Write it as 2026-06-12.") from error


def _disclosure(case: OpenCase, delivery: Delivery, received: str, options: dict[str, bool]) -> DisclosureId:
    organisation, request, places = delivery.organisation, delivery.request, list(delivery.places)
    key = hashlib.sha256(json.dumps([organisation, received, request, places]).encode()).hexdigest()
    with case.store.write() as uow:
        known = uow.documents.disclosure_for(key)
        if known is not None:
            uow.documents.edit_disclosure(known, {"finished": "", "options": json.dumps(options)})
            return DisclosureId(known)
        owner = uow.organisations.ensure(organisation, origin=Origin.PERSON) if organisation.strip() else None
        values = {
            "organisation_id": owner, "received": received, "request_id": request, "given_key": key,
            "sources": json.dumps(places), "options": json.dumps(options), "started": _now(),
        }  # fmt: skip
        return DisclosureId(uow.documents.add_disclosure(values))


def _copy_in(
    case: OpenCase, disclosure: DisclosureId, given: list[Given], progress: Progress, control: Control
) -> dict[str, bytes]:
    """Keep the bytes of every file, a few files a transaction; the first of them by SHA-256, for reading them at once."""
    with case.store.read() as uow:
        known = uow.documents.known(disclosure)
    at_hand: dict[str, bytes] = {}
    room = _AT_HAND_BYTES
    large = [item for item in given if _is_large_archive(item)]
    for item in large:
        control.check()
        _copy_large(case, disclosure, item, known)
        progress.add(1, item.path)
    for batch in _batches([item for item in given if item not in large]):
        control.check()
        with case.store.write() as uow:
            for item, data, problem in batch:
                sha = keeping.keep(uow, disclosure, None, item.path, Content.of_bytes(data), problem, known)
                if sha and len(data) <= room:
                    at_hand[sha], room = data, room - len(data)
        progress.add(len(batch), batch[-1][0].path)
    _settle_folders(case, given, known)
    return at_hand


def _settle_folders(case: OpenCase, given: list[Given], known: dict[tuple[str, str], int]) -> None:
    """A folder that was listed because it could not be looked into, and now can: its files speak for it."""
    refused = {path: key for (path, sha), key in known.items() if not sha}
    opened = {path for path in refused if any(item.path.startswith(f"{path}/") for item in given)}
    if not opened:
        return
    with case.store.write() as uow:
        for path in opened:
            uow.documents.edit(refused[path], {
                "status": Status.JUNK.value, "kind": "junk", "problem_code": "", "next_step": "",
                "problem": "A folder that can be looked into now; its files are listed by themselves.",
            })  # fmt: skip


def _copy_large(case: OpenCase, disclosure: DisclosureId, item: Given, known: dict[tuple[str, str], int]) -> None:
    """A large archive, straight from the disk into the case, in a transaction of its own."""
    try:
        if item.file is None:
            return
        content = Content.of_file(item.file)
        with case.store.write() as uow:
            keeping.keep(uow, disclosure, None, item.path, content, None, known)
    except FileProblem as problem:
        with case.store.write() as uow:
            keeping.keep(uow, disclosure, None, item.path, Content.of_bytes(b""), problem, known)


def _is_large_archive(item: Given) -> bool:
    if item.file is None:
        return False
    head = head_of(item.file, 4, large_archives.BY_PARTS_FROM, Limits().max_archive_bytes)
    return head == b"PK\x03\x04"


def _batches(given: list[Given]) -> Iterator[list[tuple[Given, bytes, FileProblem | None]]]:
    batch: list[tuple[Given, bytes, FileProblem | None]] = []
    size = 0
    for item in given:
        data, problem = _bytes_of(item)
        batch.append((item, data, problem))
        size += len(data)
        if size >= _BATCH_BYTES or len(batch) >= _BATCH_FILES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _bytes_of(item: Given) -> tuple[bytes, FileProblem | None]:
    try:
        return item.read(), None
    except FileProblem as problem:
        return b"", problem


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


__all__ = [
    "Control", "read_page_again", "read_scans", "report", "report_pdf", "reports_of", "resume", "retry", "start",
    "understand_again", "unfinished",
]  # fmt: skip
