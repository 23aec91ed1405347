"""The import report: every file given, with what became of it."""

from app.domain.documents import PROBLEM_STATUSES, Status
from app.domain.errors import UsageProblem
from app.domain.ids import DisclosureId
from app.domain.reports import ImportReport, ReportLine
from app.services.case import OpenCase
from app.store.unit_of_work import UnitOfWork
from app.understand.kind_cues import KIND_LABELS

_OUTCOMES = {
    Status.READY: "imported",
    Status.OCR_PENDING: "imported",
    Status.DUPLICATE: "duplicate",
    Status.JUNK: "junk",
    Status.WAITING: "waiting",
}
_NOTHING_TO_DO = {
    "duplicate": "Nothing. It is listed with the first one.",
    "junk": "Nothing. It is kept, but not read.",
}


def report(case: OpenCase, disclosure: DisclosureId) -> ImportReport:
    """The report of one delivery. UsageProblem when there is no such delivery."""
    with case.store.read() as uow:
        try:
            return _report(uow, disclosure)
        except LookupError as error:
            raise UsageProblem("disclosure", "There is no such delivery in this case.", "", "") from error


def all_reports(case: OpenCase) -> tuple[ImportReport, ...]:
    """Reports of all deliveries, oldest first."""
    with case.store.read() as uow:
        return tuple(_report(uow, disclosure.id) for disclosure in uow.documents.disclosures())


def report_pdf(case: OpenCase, disclosure: DisclosureId) -> bytes:
    """The report as a document."""
    found = report(case, disclosure)
    name = case.details().child
    result: bytes = case.ctx.writers.submit(
        "app.export.report:import_report_pdf", found, name, KIND_LABELS, seconds=120
    ).result()
    return result


def _report(uow: UnitOfWork, disclosure: DisclosureId) -> ImportReport:
    row = uow.documents.disclosure_row(disclosure)
    files = uow.documents.of_disclosure(disclosure)
    lines = tuple(_line(uow, item) for item in files)
    count = {
        name: sum(line.outcome == name for line in lines)
        for name in ("imported", "duplicate", "junk", "problem", "waiting")
    }
    owner = uow.organisations.get(row["organisation_id"]).name if row["organisation_id"] else ""
    ids = [item["id"] for item in files]
    return ImportReport(
        disclosure=disclosure, organisation_name=owner, received=row["received"], started=row["started"],
        finished=row["finished"], given=len(lines), imported=count["imported"], duplicates=count["duplicate"],
        junk=count["junk"], problems=count["problem"], waiting=count["waiting"], pages=sum(line.pages for line in lines),
        scanned_pages=sum(item["scanned_pages"] for item in files), pages_to_read=uow.pages.pending_count(ids), lines=lines,
    )  # fmt: skip


def _line(uow: UnitOfWork, item: dict[str, object]) -> ReportLine:
    status = Status(str(item["status"]))
    outcome = "problem" if status in PROBLEM_STATUSES else _OUTCOMES[status]
    reason = str(item["problem"])
    if outcome == "duplicate" and item["duplicate_of"]:
        first = uow.documents.raw(int(str(item["duplicate_of"])))
        reason = f"The very same file as “{first['path']}”."
    return ReportLine(
        path=str(item["path"]), bytes=int(str(item["bytes"])), sha256=str(item["sha256"]), format=str(item["format"]),
        outcome=outcome, reason=reason, next_step=str(item["next_step"]) or _NOTHING_TO_DO.get(outcome, ""),
        pages=int(str(item["pages"])), kind=str(item["kind"]), date=str(item["date"]),
    )  # fmt: skip
