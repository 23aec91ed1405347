"""Findings of the case: found anew after every import, decided by a person, never decided by the program."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.domain.changes import Change
from app.domain.documents import READABLE_STATUSES
from app.domain.errors import AppError, UsageProblem
from app.domain.extracted import ExtractedPage
from app.domain.findings import FINDING_NAMES, Finding, FindingKind, FindingStatus, Found
from app.domain.words import rects_for_span, unpack_words
from app.findings.groups import grouped
from app.jobs.events import JobEvent
from app.jobs.runner import Runner
from app.services.case import OpenCase
from app.services.progress import OnEvent, ignore
from app.store.findings import Kept
from app.store.unit_of_work import UnitOfWork

_FIND = "app.findings.run:find"
_LOOK = "app.ingest.redactions_scan:look_again"
_SECONDS, _SECONDS_A_PAGE = 600.0, 20.0
_STAGE = "findings"
_STALE = "findings_stale"
_DONE = {
    FindingStatus.OPEN: "opened again",
    FindingStatus.AGREED: "agreed",
    FindingStatus.DISMISSED: "dismissed",
    FindingStatus.LATER: "kept for later",
}


def findings(case: OpenCase, kind: str | None = None, document: int | None = None) -> tuple[Finding, ...]:
    """Findings by document and page: of one kind, of one document (or that compare it with another), or all.

    Raises UsageProblem for a kind that does not exist.
    """
    with case.store.read() as uow:
        return uow.findings.all(_kind(kind).value if kind is not None else None, document)


def _kind(kind: str) -> FindingKind:
    try:
        return FindingKind(kind)
    except ValueError:
        known = ", ".join(k.value for k in FindingKind)
        raise UsageProblem("kind", f"There is no kind of finding “{kind}”.", "", f"Use one of: {known}.") from None


def decide(case: OpenCase, finding: int, status: FindingStatus) -> Change:
    """Agree, dismiss, keep for later or open again; rules that run later leave it so. UsageProblem for an unknown finding."""
    with case.store.write() as uow:
        try:
            found = uow.findings.get(finding)
        except LookupError as error:
            raise UsageProblem("finding", f"There is no finding {finding}.", "", "See the list of findings.") from error
        row = uow.audit.edit("findings", finding, {"status": FindingStatus(status).value})
        change = uow.audit.record(f"{FINDING_NAMES[found.kind]}: {_DONE[FindingStatus(status)]}", [row])
        if found.kind is FindingKind.VERSION:
            _group(uow)
        return change


def mark_stale(case: OpenCase) -> None:
    """Something new came: what was found before may not be all."""
    with case.store.write() as uow:
        uow.meta.set(_STALE, True)


def ensure(case: OpenCase, runner: Runner | None = None, job: str = "", on_event: OnEvent = ignore) -> None:
    """Run the rules if something came since they ran last."""
    with case.store.read() as uow:
        stale = uow.meta.get(_STALE, False)
    if stale:
        refresh(case, runner, job, on_event)


def refresh(case: OpenCase, runner: Runner | None = None, job: str = "", on_event: OnEvent = ignore) -> Kept:
    """Run every rule over the whole case and keep what it finds. Trouble in the rules is told and costs nothing else."""
    chosen = runner or case.ctx.pages
    try:
        _look_for_boxes(case, chosen)
        with case.store.read() as uow:
            view = uow.findings.view()
        found: tuple[Found, ...] = chosen.submit(_FIND, view, seconds=_SECONDS).result()
    except AppError as problem:
        on_event(JobEvent(job, "item-failed", _STAGE, message=problem.happened))
        return Kept()
    with case.store.write() as uow:
        uow.meta.set(_STALE, False)
        kept = uow.findings.keep(FindingKind, _placed(uow, found))
        _group(uow)
        _share(uow)
    return kept


def _look_for_boxes(case: OpenCase, runner: Runner) -> None:
    """Pages that were read by an earlier program, before boxes were looked for."""
    with case.store.read() as uow:
        waiting = uow.findings.not_looked()
    for document, pages in waiting.items():
        with case.store.read() as uow:
            copy = uow.documents.copy_hash(document)
            pdf = uow.blobs.get(copy) if copy else b""
        looked = _boxes(runner, pdf, pages) if pdf else tuple(ExtractedPage("") for _ in pages)
        with case.store.write() as uow:
            found = {number: (page, scan) for (number, scan, _), page in zip(pages, looked, strict=True)}
            uow.findings.set_boxes(document, found)


def _boxes(runner: Runner, pdf: bytes, pages: Sequence[tuple[int, bool, int]]) -> tuple[ExtractedPage, ...]:
    """What a child sees on the pages; a file that it cannot open any more has none."""
    try:
        answer: tuple[ExtractedPage, ...] = runner.submit(
            _LOOK, pdf, tuple(pages), seconds=_SECONDS_A_PAGE * len(pages)
        ).result()
    except AppError:
        return tuple(ExtractedPage("") for _ in pages)
    return answer


def _placed(uow: UnitOfWork, found: Iterable[Found]) -> list[Found]:
    """Findings with the rectangles of their words; of documents that are still there."""
    held = {row.id for row in uow.documents.rows() if row.status in READABLE_STATUSES}
    out = []
    for item in found:
        if item.document not in held or (item.other and item.other.document not in held):
            continue
        if not item.rects and item.start >= 0:
            words = unpack_words(uow.pages.words(item.document, item.page))
            item = replace(item, rects=rects_for_span(words, item.start, item.end))
        out.append(item)
    return out


def _group(uow: UnitOfWork) -> None:
    """`version_group` of documents from what was found and not dismissed."""
    pairs = [
        (int(f.document), int(f.other.document))
        for f in uow.findings.all(FindingKind.VERSION.value)
        if f.other and f.status is not FindingStatus.DISMISSED
    ]
    uow.findings.set_groups(grouped(pairs))


def _share(uow: UnitOfWork) -> None:
    """`redacted_area` of documents: the covered share of all their pages."""
    covered: defaultdict[int, float] = defaultdict(float)
    for found in uow.findings.all(FindingKind.REDACTION.value):
        covered[int(found.document)] += float(found.detail.get("area", 0.0))
    counts = {int(row.id): row.pages for row in uow.documents.rows(list(covered))} if covered else {}
    uow.findings.set_shares({d: round(min(1.0, area / max(1, counts.get(d, 1))), 5) for d, area in covered.items()})
