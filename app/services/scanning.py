"""Read scanned pages in the background: a few pages a task, most recently opened document first, each page kept as it ends."""

import uuid
from collections.abc import Sequence
from concurrent.futures import wait
from contextlib import nullcontext

from app.domain.documents import Status
from app.domain.errors import AppError, UsageProblem
from app.domain.extracted import ExtractedPage
from app.domain.ids import DocumentId
from app.jobs.runner import JobFuture, Runner, first_done
from app.services import conversations, correcting, findings, reading, splitting
from app.services.case import OpenCase
from app.services.control import Control
from app.services.progress import OnEvent, Progress, ignore
from app.store.unit_of_work import UnitOfWork

_OCR = "app.ingest.ocr:ocr_pages"
_OCR_ONE = "app.ingest.ocr:ocr_page"
_PAGES_A_TASK = 4
_SECONDS_A_PAGE = 90.0


def read_scans(
    case: OpenCase,
    *,
    documents: Sequence[DocumentId] | None = None,
    jobs: int = 0,
    runner: Runner | None = None,
    on_event: OnEvent = ignore,
    control: Control | None = None,
) -> int:
    """Read every page that waits for it (of these documents); how many were read."""
    with case.store.read() as uow:
        if not uow.pages.pending_count(documents):
            return 0
    children = nullcontext(runner) if runner is not None else case.ctx.readers(jobs)
    with children as ready:
        job = uuid.uuid4().hex
        count = scan_with(case, ready, documents, job, on_event, control or Control())
        conversations.ensure(case)
        splitting.look_at_giants(case, ready)
        findings.mark_stale(case)
        findings.ensure(case, ready, job, on_event)
        return count


def scan_with(
    case: OpenCase,
    runner: Runner,
    documents: Sequence[int] | None,
    job: str,
    on_event: OnEvent,
    control: Control,
) -> int:
    """The same with children that are already there."""
    with case.store.read() as uow:
        progress = Progress(job, "scan", uow.pages.pending_count(documents), on_event)
    given: set[tuple[int, int]] = set()
    running: set[JobFuture] = set()
    try:
        while True:
            if not control.cancelled and not control.paused:
                _feed(case, runner, documents, given, running)
            if not running:
                control.check()
                if not _batch(case, documents, given):
                    return progress.done
                continue
            done, running = first_done(running)
            for future in done:
                _keep(case, runner, future, progress)
            if control.cancelled:
                control.check()
    finally:
        for future in running:
            runner.stop(future)


def _feed(
    case: OpenCase,
    runner: Runner,
    documents: Sequence[int] | None,
    given: set[tuple[int, int]],
    running: set[JobFuture],
) -> None:
    while len(running) < runner.workers + 1:
        batch = _batch(case, documents, given)
        if not batch:
            return
        document, numbers = batch
        given.update((document, number) for number in numbers)
        with case.store.read() as uow:
            pdf = uow.blobs.get(uow.documents.copy_hash(document))
        running.add(
            runner.submit(_OCR, pdf, tuple(numbers), seconds=_SECONDS_A_PAGE * len(numbers), tag=(document, numbers))
        )


def _batch(
    case: OpenCase, documents: Sequence[int] | None, given: set[tuple[int, int]]
) -> tuple[int, list[int]] | None:
    """The next pages to read, all of one document."""
    with case.store.read() as uow:
        waiting = [item for item in uow.pages.pending(documents, limit=len(given) + 64) if item not in given]
    if not waiting:
        return None
    first = waiting[0][0]
    return first, [number for document, number in waiting if document == first][:_PAGES_A_TASK]


def _keep(case: OpenCase, runner: Runner, future: JobFuture, progress: Progress) -> None:
    document, numbers = future.tag
    try:
        pages: tuple[ExtractedPage, ...] = future.result()
    except AppError as problem:
        if len(numbers) > 1:  # find the one page that is to blame
            for number in numbers:
                _keep_single(case, runner, document, number, progress)
        else:
            _failed(case, document, numbers, problem, progress)
        return
    with case.store.write() as uow:
        for number, page in zip(numbers, pages, strict=True):
            _put(uow, document, number, page)
    progress.add(len(numbers), document=document)
    _after(case, runner, document)


def _keep_single(case: OpenCase, runner: Runner, document: int, number: int, progress: Progress) -> None:
    with case.store.read() as uow:
        pdf = uow.blobs.get(uow.documents.copy_hash(document))
    future = runner.submit(_OCR, pdf, (number,), seconds=_SECONDS_A_PAGE, tag=(document, [number]))
    wait([future])
    _keep(case, runner, future, progress)


def _failed(case: OpenCase, document: int, numbers: list[int], problem: AppError, progress: Progress) -> None:
    with case.store.write() as uow:
        uow.pages.set_ocr(document, numbers, "failed")
    progress.failed("", problem.happened, document)
    _after(case, None, document)


def _put(uow: UnitOfWork, document: int, number: int, page: ExtractedPage) -> None:
    row, old, new = uow.pages.replace(document, number, page)
    uow.fulltext.replace(row, old, new)
    correcting.keep_over(uow, document, number)


def _after(case: OpenCase, runner: Runner | None, document: int) -> None:
    """When the last page of a document is read: it is ready, and understood anew from all its words."""
    with case.store.read() as uow:
        if uow.pages.pending_count([document]):
            return
    reading.understand_again(case, document, runner)
    with case.store.write() as uow:
        uow.documents.edit(document, {"status": Status.READY.value})
    from app.services.annotating import find_marks_again

    find_marks_again(case, document)


def read_page_again(case: OpenCase, document: DocumentId, number: int, turn: int | None = None) -> str:
    """Read one page by OCR now, also one that had text; its new text. `turn`: degrees clockwise (0, 90, 180, 270) that make it
    upright, for a page that was read the wrong way round. Corrections by hand stay. Raises FileProblem when it cannot be read."""
    if turn not in (None, 0, 90, 180, 270):
        raise UsageProblem("turn", "A page can be turned by 0, 90, 180 or 270 degrees.", "Nothing was changed.", "")
    with case.store.read() as uow:
        if number not in [page.number for page in uow.pages.infos(document)]:
            raise UsageProblem("page", f"There is no page {number} in this document.", "", "")
        pdf = uow.blobs.get(uow.documents.copy_hash(document))
        file, place = uow.pages.in_file(document, number)
    task = (_OCR_ONE, pdf, place, turn)
    page: ExtractedPage = case.ctx.pages.submit(*task, seconds=_SECONDS_A_PAGE).result()
    with case.store.write() as uow:
        _put(uow, file, place, page)
    _after(case, None, file)
    correcting.settle(case, file, place)
    return page.text
