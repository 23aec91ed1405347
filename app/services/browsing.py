"""Look at what was received, and decide about its facts."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from app.domain import dates
from app.domain.changes import Change, RowChange
from app.domain.documents import Disclosure, DocumentDetail, DocumentRow, PageImage, PageInfo, ReadState
from app.domain.errors import UsageProblem
from app.domain.events import EventOrigin, EventStatus
from app.domain.ids import OrganisationId
from app.domain.people import NewOrganisation, Organisation
from app.domain.words import Word, unpack_words
from app.services.case import OpenCase
from app.store.unit_of_work import UnitOfWork
from app.timeline.entries import main_days
from app.understand.kind_cues import KIND_LABELS

_RENDER = "app.ingest.render:render_cached"
_RENDER_SECONDS = 30.0


def documents(case: OpenCase) -> tuple[DocumentRow, ...]:
    """Every received file in the order it came."""
    with case.store.read() as uow:
        return uow.documents.rows()


def other_dates(case: OpenCase) -> dict[int, list[dict[str, Any]]]:
    """Document to the further dates it carries (fields of `OtherDate`), for those that have any."""
    with case.store.read() as uow:
        return uow.documents.other_dates()


def document(case: OpenCase, known: int) -> DocumentDetail:
    """One file with everything known of it; UsageProblem when there is none."""
    with case.store.read() as uow:
        _must_exist(uow, known)
        return uow.documents.detail(known)


def _must_exist(uow: UnitOfWork, known: int) -> None:
    try:
        uow.documents.raw(known)
    except LookupError as error:
        raise UsageProblem("document", f"There is no document {known} in this case.", "", "See the list.") from error


def _first(uow: UnitOfWork, known: int) -> int:
    """The document whose pages are shown: for a duplicate, the one that is held."""
    _must_exist(uow, known)
    return int(uow.documents.raw(known)["duplicate_of"] or known)


def pages(case: OpenCase, known: int) -> tuple[PageInfo, ...]:
    """The pages of a document, in order, with their text."""
    with case.store.read() as uow:
        return uow.pages.infos(_first(uow, known))


def words(case: OpenCase, known: int, page: int) -> tuple[Word, ...]:
    """The words of a page with their places."""
    with case.store.read() as uow:
        return unpack_words(uow.pages.words(_first(uow, known), page))


def page_image(case: OpenCase, known: int, page: int, scale: float, rotate: int = 0) -> PageImage:
    """A page as a picture; `scale` is pixels a point. Raises FileProblem when it cannot be drawn."""
    with case.store.read() as uow:
        first = _first(uow, known)
        key = uow.documents.copy_hash(first)
        page = uow.parts.in_file(first, page)[1]
    if not key:
        raise UsageProblem(
            "page", "This file has no pages to show.", "The original is kept.", "Save a copy of it to open it."
        )
    runner = case.ctx.pages
    image = runner.submit(_RENDER, key, None, page, scale, rotate, seconds=_RENDER_SECONDS, priority=-1).result()
    if image is None:
        with case.store.read() as uow:
            pdf = uow.blobs.get(key)
        image = runner.submit(_RENDER, key, pdf, page, scale, rotate, seconds=_RENDER_SECONDS, priority=-1).result()
    result: PageImage = image
    return result


def original(case: OpenCase, known: int) -> bytes:
    """The very bytes that were received: for a part of a split file those of the whole file, which is never cut."""
    with case.store.read() as uow:
        _must_exist(uow, known)
        part = uow.parts.range_of(known)
        return uow.blobs.get(uow.documents.raw(part.whole if part else known)["sha256"])


def reading_copy(case: OpenCase, known: int) -> bytes:
    """The PDF that is shown; pages on which a redaction failed are pictures in it. UsageProblem when the file could not be read."""
    with case.store.read() as uow:
        first = _first(uow, known)
        key = uow.documents.copy_hash(first)
        if not key:
            raise UsageProblem(
                "no-copy", "This file could not be read, so there is no reading copy.", "The original is kept.", ""
            )
        pdf, secret, part = uow.blobs.get(key), uow.documents.secret_pages(first), uow.parts.range_of(first)
    if part is not None:
        pdf = case.ctx.writers.submit("app.bundle.excerpt:pages_of", pdf, part.first, part.last, seconds=120).result()
    if not secret:
        return pdf
    safe: bytes = case.ctx.writers.submit("app.bundle.pictured:safe_copy", pdf, secret, seconds=120).result()
    return safe


def set_facts(
    case: OpenCase,
    ids: Sequence[int],
    *,
    date: str | None = None,
    kind: str | None = None,
    organisation: int | None = None,
    title: str | None = None,
) -> Change:
    """A person decides facts of documents; suggestions never overwrite them again."""
    values: dict[str, object] = {}
    if date is not None:
        values |= {"date": as_edtf(date), "date_reason": "You set it.", "date_decided": True}
    if kind is not None:
        if kind not in KIND_LABELS:
            raise UsageProblem("kind", f"“{kind}” is not a kind of document.", "", "See the list of kinds.")
        values |= {"kind": kind, "kind_reason": "You set it.", "kind_decided": True}
    if organisation is not None:
        values |= {"organisation_id": organisation, "organisation_reason": "You set it.", "organisation_decided": True}
    if title is not None:
        values |= {"title": title.strip(), "title_reason": "You set it.", "title_decided": True}
    with case.store.write() as uow:
        rows: list[RowChange | None] = []
        for known in ids:
            _must_exist(uow, known)
            rows.append(uow.audit.edit("documents", known, values))
            rows += _own_entry(uow, known, values)
        return uow.audit.record(_words(values, len(ids)), rows)


def _own_entry(uow: UnitOfWork, known: int, values: dict[str, object]) -> list[RowChange | None]:
    """The entry that stands for the document's own date follows what was decided."""
    changed: dict[str, object] = {}
    if date := str(values.get("date") or ""):
        first, last = main_days(date)
        changed = {
            "date": date, "first_day": first.isoformat(), "last_day": last.isoformat(), "reason": "You set it.",
            "status": EventStatus.CONFIRMED.value, "precision": dates.precision(date), "decided": True,
        }  # fmt: skip
    if "title" in values:
        changed["title"] = values["title"]
    rows: list[RowChange | None] = []
    for entry in uow.events.entries(document=known):
        mine = dict(changed) if entry.origin is EventOrigin.DOCUMENT else {}
        if "organisation_id" in values:
            mine["organisation_id"] = values["organisation_id"]
        if mine:
            rows.append(uow.audit.edit("events", entry.id, mine))
    return rows


def _words(values: dict[str, object], count: int) -> str:
    what = next(
        (n for key, n in (("date", "Date"), ("kind", "Kind"), ("organisation_id", "Organisation")) if key in values),
        "Title",
    )
    return f"{what} changed" if count == 1 else f"{what} of {count} documents changed"


def as_edtf(typed: str) -> str:
    """A date as people or scripts write it, as EDTF; empty stays empty. UsageProblem with an example otherwise."""
    if not typed.strip():
        return ""
    try:
        return str(dates.parse(typed.strip()))
    except ValueError as error:
        raise UsageProblem(
            "date", f"“{typed}” is not a date.", "", "Write it as 2021-10-14, 2021-10 or 2021~."
        ) from error


def set_read(case: OpenCase, ids: Sequence[int], state: ReadState) -> Change:
    """Read, unread, or put aside for later."""
    said = {
        ReadState.READ: "Marked as read",
        ReadState.UNREAD: "Marked as not read",
        ReadState.LATER: "Put aside for later",
    }
    with case.store.write() as uow:
        return uow.audit.record(said[state], [uow.audit.edit("documents", i, {"read_state": state.value}) for i in ids])


def remember_place(case: OpenCase, known: int, page: int) -> None:
    """Where the reader was; scans of this document are read first from now on."""
    opened = datetime.now(UTC).isoformat()
    with case.store.write() as uow:
        part = uow.parts.range_of(known)
        if part is not None:
            uow.documents.edit(part.whole, {"last_opened": opened})
        uow.documents.edit(known, {"last_page": page, "last_opened": opened})


def last_place(case: OpenCase) -> tuple[DocumentRow, int] | None:
    """The document that was open last, and its page."""
    with case.store.read() as uow:
        found = uow.documents.last_opened()
        return (uow.documents.row(found[0]), max(1, found[1])) if found else None


def organisations(case: OpenCase) -> tuple[Organisation, ...]:
    """Who holds files, those with most documents first."""
    with case.store.read() as uow:
        return uow.organisations.all()


def find_organisation(case: OpenCase, name: str) -> Organisation:
    """By number, name or beginning of the name; UsageProblem when none or several fit."""
    known = organisations(case)
    exact = [o for o in known if name == str(o.id) or o.name.lower() == name.lower()]
    begin = exact or [o for o in known if o.name.lower().startswith(name.lower())]
    if len(begin) == 1:
        return begin[0]
    names = ", ".join(o.name for o in (begin or known)) or "none yet"
    raise UsageProblem(
        "organisation", f"“{name}” is not one organisation of this case.", "", f"These are there: {names}."
    )


def save_organisation(
    case: OpenCase, new: NewOrganisation, known: OrganisationId | None = None
) -> tuple[Organisation, Change]:
    """Add an organisation or change what is known of it."""
    if not new.name.strip():
        raise UsageProblem("organisation", "An organisation needs a name.", "", "")
    with case.store.write() as uow:
        if known is None and (same := uow.organisations.find(new.name)) is not None:
            known = same
        saved, rows = uow.organisations.save(uow.audit, new, known)
        change = uow.audit.record("Organisation saved", rows)
        return uow.organisations.get(saved), change


def disclosures(case: OpenCase) -> tuple[Disclosure, ...]:
    """Deliveries, oldest first."""
    with case.store.read() as uow:
        return uow.documents.disclosures()


def kinds() -> tuple[tuple[str, str], ...]:
    """(id, plain name) of every kind of document."""
    return tuple(KIND_LABELS.items())
