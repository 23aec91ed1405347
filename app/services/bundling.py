"""Evidence packs: what goes in, in which order, and the finished PDF."""

import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.domain.bundles import PackItem, PackPlan, PackResult, PackSpec, Section
from app.domain.changes import Change, RowChange
from app.domain.documents import READABLE_STATUSES, DocumentRow
from app.domain.errors import OutputProblem, UsageProblem
from app.domain.ids import BundleId, DocumentId
from app.services.case import OpenCase
from app.services.control import Control
from app.services.progress import OnEvent, Progress, ignore
from app.store.requests import pack_to_json
from app.store.unit_of_work import UnitOfWork
from app.system import clock

if TYPE_CHECKING:
    from app.bundle.sources import PackSource

_EXCERPT = "app.bundle.excerpt:pages_of"
_EXPERT = {"ep_report", "salt_report", "assessment_protocol"}
_LETTERS = {"letter", "email", "email_thread", "decision_letter", "cover_letter"}
_LEFT_OUT = {"policy", "archive", "cover_letter", "index_schedule", "photo", "junk", "unreadable", "bundle"}


def suggest(case: OpenCase) -> PackSpec:
    """A first pack of the documents that carry marks or prove points (all readable ones when there are none), by section and date."""
    with case.store.read() as uow:
        details = uow.meta.details()
        rows = uow.documents.rows()
        kinds = {o.id: o.kind for o in uow.organisations.all()}
        chosen = {int(m.anchor.document) for m in uow.marks.all()}
        chosen |= {int(p.anchor.document) for i in uow.issues.all() for p in i.proofs}
    held = [
        r for r in rows if r.status in READABLE_STATUSES and r.pages and r.kind not in _LEFT_OUT and not r.is_container
    ]
    wanted = [r for r in held if int(r.id) in chosen] or held
    sections = _sections(wanted, {int(k): v for k, v in kinds.items()})
    title = f"{details.child.split()[0] if details.child else 'The'}’s evidence pack"
    return PackSpec(title, details.child, "", details.parent, sections)


def of_documents(case: OpenCase, ids: Sequence[int], title: str = "") -> PackSpec:
    """A pack of chosen documents in their order, in one section."""
    with case.store.read() as uow:
        details = uow.meta.details()
        rows = {int(r.id): r for r in uow.documents.rows(list(ids))}
    missing = [str(i) for i in ids if i not in rows]
    if missing:
        raise UsageProblem("document", f"There is no document {missing[0]} in this case.", "", "See the list.")
    section = Section("A", "Documents", tuple(item_of(rows[i]) for i in ids))
    return PackSpec(title or f"{details.child}: evidence", details.child, "", details.parent, (section,))


def _sections(rows: Sequence[DocumentRow], kinds: dict[int, str]) -> tuple[Section, ...]:
    titles = ("School records", "Council", "Experts and health", "Letters and decisions", "Other")
    groups: dict[str, list[DocumentRow]] = {title: [] for title in titles}
    for row in rows:
        groups[_section_of(row, kinds.get(int(row.organisation or 0), ""))].append(row)
    filled = [(title, sorted(found, key=lambda r: (r.date or "9", r.id))) for title, found in groups.items() if found]
    return tuple(
        Section(chr(ord("A") + index), title, tuple(item_of(row) for row in found))
        for index, (title, found) in enumerate(filled)
    )


def _section_of(row: DocumentRow, organisation: str) -> str:
    if row.kind in _LETTERS:
        return "Letters and decisions"
    if row.kind in _EXPERT or organisation in ("nhs-trust", "gp", "camhs", "independent"):
        return "Experts and health"
    if organisation in ("school", "academy-trust", "nursery"):
        return "School records"
    return "Council" if organisation.startswith("council") else "Other"


def item_of(row: DocumentRow) -> PackItem:
    """A whole document as it stands in a pack's index."""
    title = f"{row.title} ({_pages_of_file(row)})" if row.part_first else row.title
    return PackItem(DocumentId(row.id), title, row.date, ", ".join(row.authors) or row.organisation_name)


def _pages_of_file(row: DocumentRow) -> str:
    """Where a part of a larger file is in it."""
    if row.part_first == row.part_last:
        return f"page {row.part_first} of the file"
    return f"pages {row.part_first} to {row.part_last} of the file"


def item_for(case: OpenCase, document: int, pages: tuple[int, ...] = ()) -> PackItem:
    """A document as it stands in a pack's index."""
    with case.store.read() as uow:
        item = item_of(uow.documents.row(document))
    return PackItem(item.document, item.title, item.date, item.author, pages)


def specs(case: OpenCase) -> tuple[PackSpec, ...]:
    """Packs in work."""
    with case.store.read() as uow:
        return uow.requests.packs()


def save(case: OpenCase, spec: PackSpec) -> tuple[PackSpec, Change]:
    """Keep a pack in work."""
    values = {
        "title": spec.title,
        "spec": pack_to_json(spec),
        "changed": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    with case.store.write() as uow:
        if spec.id is None:
            row: RowChange | None = uow.audit.add("bundles", values)
            known = row.id if row else 0
        else:
            known = int(spec.id)
            row = uow.audit.edit("bundles", known, values)
        change = uow.audit.record("Pack changed", [row])
        return PackSpec(spec.title, spec.child, spec.subtitle, spec.prepared_by, spec.sections, BundleId(known)), change


def delete(case: OpenCase, known: int) -> Change:
    """Throw a pack in work away; its documents stay in the case."""
    with case.store.write() as uow:
        return uow.audit.record("Pack removed", [uow.audit.remove("bundles", known)])


def plan(case: OpenCase, spec: PackSpec, ours: Mapping[DocumentId, bytes] | None = None) -> PackPlan:
    """Which page everything becomes. `ours` are PDFs of the program's own that stand in the pack under ids below zero.
    UsageProblem for a document or page that is not there."""
    with case.store.read() as uow:
        counts = _page_counts(uow, spec)
    for known, pdf in (ours or {}).items():
        counts[known] = case.ctx.writers.submit("app.bundle.counting:pages_of", pdf, seconds=60).result()
    made: PackPlan = case.ctx.writers.submit("app.bundle.plan:plan", spec, counts, seconds=120).result()
    return made


def _page_counts(uow: UnitOfWork, spec: PackSpec) -> dict[DocumentId, int]:
    wanted = [int(item.document) for section in spec.sections for item in section.items]
    return {row.id: row.pages for row in uow.documents.rows(sorted(set(wanted)))}


def build(
    case: OpenCase,
    spec: PackSpec,
    on_event: OnEvent = ignore,
    control: Control | None = None,
    ours: Mapping[DocumentId, bytes] | None = None,
) -> PackResult:
    """The pack as PDF, with its checks; `ours` as for `plan`. OutputProblem when there is nothing to put in."""
    started = time.perf_counter()
    control = control or Control()
    arithmetic = plan(case, spec, ours)
    if not arithmetic.placed:
        raise OutputProblem("nothing-to-write", "There is no document in this pack.", "", "Add some first.")
    progress = Progress("pack", "build", len(arithmetic.placed), on_event)
    sources = _sources(case, arithmetic, progress, control, ours or {})
    gathered = time.perf_counter() - started
    result: PackResult = case.ctx.writers.submit(
        "app.bundle.assemble:build", arithmetic, sources, clock.today(), seconds=1800
    ).result()
    total = time.perf_counter() - started
    timings = (("gather", gathered), *result.timings, ("total", total))
    return PackResult(result.pdf, result.plan, result.checks, timings)


def _sources(
    case: OpenCase, arithmetic: PackPlan, progress: Progress, control: Control, ours: Mapping[DocumentId, bytes]
) -> "dict[DocumentId, PackSource]":
    from app.bundle.sources import PackSource, ScanText

    found = {known: PackSource(pdf, {}, frozenset()) for known, pdf in ours.items()}
    with case.store.read() as uow:
        for placed in arithmetic.placed:
            control.check()
            document = placed.item.document
            if document not in found:
                key = uow.documents.copy_hash(document)
                pdf = uow.blobs.get(key) if key else b""
                if (part := uow.parts.range_of(document)) is not None:
                    pdf = case.ctx.writers.submit(_EXCERPT, pdf, part.first, part.last, seconds=120).result()
                secret = uow.documents.secret_pages(document)
                scans = {page: ScanText(*words) for page, words in uow.pages.all_words(document, secret).items()}
                found[document] = PackSource(pdf, scans, secret)
            progress.add(1, placed.item.title, document)
    return found
