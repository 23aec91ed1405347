"""What leaves the case because the user asks: timeline, marks, everything in open formats."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.domain.dates import show
from app.domain.events import TimelineEntry
from app.domain.ids import DocumentId
from app.domain.letters import Heading, Table
from app.domain.parts import cited
from app.services import browsing, reports, timing, tracking
from app.services.annotating import issues as all_issues
from app.services.case import OpenCase
from app.services.progress import OnEvent, Progress, ignore
from app.system import clock
from app.system.files import write_output
from app.timeline.entries import TimelineFilter


def timeline_pdf(case: OpenCase, chosen: TimelineFilter | None = None) -> bytes:
    """The annotated timeline to print or hand over (PDF/UA)."""
    made: bytes = case.ctx.writers.submit(
        "app.export.timeline:timeline_pdf", _report(case, chosen), seconds=300
    ).result()
    return made


def timeline_csv(case: OpenCase, chosen: TimelineFilter | None = None) -> bytes:
    """The timeline as a table for a spreadsheet."""
    from app.export.timeline import timeline_csv as as_csv

    return as_csv(timing.entries(case, chosen))


def timeline_json(case: OpenCase, chosen: TimelineFilter | None = None) -> bytes:
    """The timeline with the fields of the command line contract."""
    from app.export.timeline import timeline_json as as_json

    return as_json(timing.entries(case, chosen))


def timeline_docx(case: OpenCase, chosen: TimelineFilter | None = None) -> bytes:
    """The timeline as a Word table: date, entry, where it stands."""
    from app.letters.layout import LetterMeta

    details = case.details()
    rows = tuple((show(e.date), _entry_words(e), _source(e)) for e in timing.entries(case, chosen))
    title = f"{details.child}: timeline"
    table = Table(("Date", "What the record says", "Where"), rows, (0.18, 0.54, 0.28))
    meta = LetterMeta(title, details.parent or details.child, clock.today())
    made: bytes = case.ctx.writers.submit(
        "app.letters.writers.docx:write", (Heading(title), table), meta, seconds=300
    ).result()
    return made


def _entry_words(entry: TimelineEntry) -> str:
    parts = [entry.title, f"“{entry.quote}”" if entry.quote else "", entry.note]
    return "\n".join(part for part in parts if part)


def _source(entry: TimelineEntry) -> str:
    if entry.document is None:
        return "Our own entry"
    return f"Document {entry.document}, {cited(entry.page, entry.file_page)}: {entry.document_title}"


def _report(case: OpenCase, chosen: TimelineFilter | None) -> Any:
    from app.export.timeline import TimelineReport

    entries: tuple[TimelineEntry, ...] = timing.entries(case, chosen)
    with case.store.read() as uow:
        marks = uow.marks.all()
        titles = {row.id: row.title for row in uow.documents.rows()}
    return TimelineReport(case.details(), entries, clock.today(), marks, all_issues(case), titles)


def annotations(case: OpenCase) -> dict[str, Any]:
    """Marks as a W3C Web Annotation collection."""
    from app.export.marks import MarkedDocument, web_annotations

    with case.store.read() as uow:
        marks = uow.marks.all()
        sums = {row.id: row.sha256 for row in uow.documents.rows()}
        details = uow.meta.details()

    def lookup(document: DocumentId) -> MarkedDocument:
        return MarkedDocument(sums[document])

    return web_annotations(marks, lookup, details.parent)


def everything(case: OpenCase, folder: Path, on_event: OnEvent = ignore) -> int:
    """Every original and all that was made of it, in open formats, into a folder; the number of files written."""
    rows = browsing.documents(case)
    progress = Progress("everything", "export", len(rows), on_event)
    written = 0
    sums: list[str] = []

    def put(name: str, data: bytes) -> None:
        nonlocal written
        write_output(folder / name, data)
        sums.append(f"{hashlib.sha256(data).hexdigest()}  {name}\n")
        written += 1

    for row in rows:
        _put_document(case, int(row.id), f"{int(row.id):04d}", row.path.rsplit("/", 1)[-1], row.pages, put)
        progress.add(1, row.path, row.id)
    put("timeline.pdf", timeline_pdf(case))
    put("timeline.csv", timeline_csv(case))
    put("timeline.json", timeline_json(case))
    put("marks.jsonld", as_json(annotations(case)))
    put("documents.json", as_json([_plain(row) for row in rows]))
    put("records.json", as_json([_plain(issue) for issue in all_issues(case)]))
    put("requests.json", as_json([_plain(request) for request in tracking.requests(case)]))
    for disclosure in browsing.disclosures(case):
        put(f"import-report-{int(disclosure.id)}.pdf", reports.report_pdf(case, disclosure.id))
    write_output(folder / "sha256.txt", "".join(sums).encode())
    return written + 1


def _put_document(
    case: OpenCase, known: int, number: str, name: str, pages: int, put: Callable[[str, bytes], None]
) -> None:
    with case.store.read() as uow:
        raw = uow.documents.raw(known)
    if raw["sha256"] and not raw["duplicate_of"]:
        put(f"originals/{number} {safe(name)}", browsing.original(case, known))
    if pages and raw["copy_sha256"]:
        put(f"reading copies/{number} {safe(name)}.pdf", browsing.reading_copy(case, known))
    if pages:
        text = "\f".join(page.text for page in browsing.pages(case, known))
        put(f"text/{number} {safe(name)}.txt", text.encode())


def safe(name: str) -> str:
    """A file name that every system accepts."""
    cleaned = "".join("_" if c in '<>:"/\\|?*' or ord(c) < 32 else c for c in name).strip(". ")
    return cleaned[:120] or "file"


def as_json(value: Any) -> bytes:
    """Readable JSON."""
    return json.dumps(value, indent=1, ensure_ascii=False, default=str).encode()


def _plain(value: Any) -> Any:
    from dataclasses import asdict

    return asdict(value)
