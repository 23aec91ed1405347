"""Giant files and the documents in them: look, suggest, decide. The file stays whole; its parts are ranges of its pages."""

import json
from collections.abc import Callable, Sequence
from itertools import islice
from typing import Any

from app.domain.changes import Change, RowChange
from app.domain.errors import UsageProblem
from app.domain.extracted import ExtractedDocument, ExtractedPage
from app.domain.parts import Boundary, PartLabel, SplitPart, SplitView
from app.domain.suggestions import Understanding
from app.jobs.runner import Runner
from app.services import findings, reading, suggesting
from app.services.case import OpenCase
from app.services.progress import OnEvent, Progress, ignore
from app.store.parts import SPLIT, BoundaryRow
from app.store.unit_of_work import UnitOfWork
from app.understand.split.detect import SURE

LOOKED, WHOLE = "looked", "whole"
GIANT = 20
"""Files with more pages than this are looked at by themselves."""
_STRONG = 0.9
_BY_HAND = ("You cut here.",)
_FIND = "app.understand.split.run:find"
_LABEL = "app.understand.split.run:label"
_UNDERSTAND = "app.understand.split.run:understand_parts"
_PARTS_A_TASK = 24
_SECONDS = 300.0


def view(case: OpenCase, document: int, runner: Runner | None = None) -> SplitView:
    """How a file is or would be split, from its stored text; it is looked at first if that was not done yet.
    A part stands for its file. UsageProblem for a document without pages."""
    whole = whole_of(case, document)
    with case.store.read() as uow:
        fresh = not uow.parts.boundaries(whole)
    if fresh:
        look(case, whole, runner)
    _label_ranges(case, whole, runner)
    return _view(case, whole)


def whole_of(case: OpenCase, document: int) -> int:
    """The file that a document is or is a part of. UsageProblem where there are no pages to part."""
    with case.store.read() as uow:
        try:
            raw = uow.documents.raw(document)
        except LookupError as error:
            raise UsageProblem(
                "document", f"There is no document {document} in this case.", "", "See the list."
            ) from error
        whole = raw["parent_id"] if raw["part_first"] else (raw["duplicate_of"] or document)
        if not uow.documents.raw(whole)["pages"]:
            raise UsageProblem("no-pages", "This file has no pages to split.", "", "Choose another document.")
    return int(whole)


def look(case: OpenCase, whole: int, runner: Runner | None = None) -> None:
    """Find boundaries anew with today's rules; what a person decided stays."""
    with case.store.read() as uow:
        pages = uow.pages.extracted(whole, words=True)
        outline = _outline(uow, whole)
        waiting = uow.pages.pending_count([whole])
    found: tuple[Boundary, ...] = (runner or case.ctx.pages).submit(_FIND, pages, outline, seconds=_SECONDS).result()
    with case.store.write() as uow:
        uow.parts.suggest(whole, found)
        if not waiting and not uow.documents.raw(whole)["split"]:
            uow.documents.edit(whole, {"split": LOOKED})


def look_at_giants(case: OpenCase, runner: Runner) -> None:
    """Look at every large file that was read whole and not looked at yet."""
    with case.store.read() as uow:
        new = set(uow.parts.looked_at(""))
        rows = [r for r in uow.documents.rows() if r.id in new and r.pages > GIANT and not r.part_first]
    for row in rows:
        if not row.pending_pages:
            look(case, int(row.id), runner)


def offers(case: OpenCase) -> tuple[tuple[int, str, int], ...]:
    """(document, title, how many documents it looks like) of large files whose suggestion nobody has looked at."""
    with case.store.read() as uow:
        found = []
        for whole in uow.parts.looked_at(LOOKED):
            rows = [row for row in uow.parts.boundaries(whole) if row.page > 1 and row.on and not row.decided]
            if any(row.confidence >= _STRONG for row in rows):
                found.append((whole, uow.documents.row(whole).title, len(rows) + 1))
    return tuple(found)


def accept(case: OpenCase, document: int, until: int = 0, on_event: OnEvent = ignore) -> Change:
    """Take the suggested boundaries as decided: all, or those up to page `until`."""

    def decide(uow: UnitOfWork, whole: int) -> list[RowChange | None]:
        return [
            uow.audit.edit("boundaries", row.id, {"decided": True})
            for row in uow.parts.boundaries(whole)
            if row.on and row.page > 1 and not row.decided and (not until or row.page <= until)
        ]

    return _decide(case, document, "Split into documents", decide, on_event)


def cut(case: OpenCase, document: int, page: int, on_event: OnEvent = ignore) -> Change:
    """A document begins on `page` of the file."""
    return _decide(
        case, document, f"Cut before page {page}", lambda uow, whole: [_set(uow, whole, page, True)], on_event
    )


def join(case: OpenCase, document: int, page: int, on_event: OnEvent = ignore) -> Change:
    """No document begins on `page`: it goes on from the page before."""
    return _decide(
        case, document, f"Joined at page {page}", lambda uow, whole: [_set(uow, whole, page, False)], on_event
    )


def move(case: OpenCase, document: int, page: int, to: int, on_event: OnEvent = ignore) -> Change:
    """The document that began on `page` begins on page `to`."""
    if page == to:
        raise UsageProblem("boundary", "The boundary is there already.", "Nothing was changed.", "Name another page.")

    def decide(uow: UnitOfWork, whole: int) -> list[RowChange | None]:
        return [_set(uow, whole, page, False), _set(uow, whole, to, True)]

    return _decide(case, document, f"Boundary moved from page {page} to {to}", decide, on_event)


def keep_whole(case: OpenCase, document: int, on_event: OnEvent = ignore) -> Change:
    """The file is one document: nothing decided stays a boundary, and the suggestion is not offered again."""

    def decide(uow: UnitOfWork, whole: int) -> list[RowChange | None]:
        mine = [row for row in uow.parts.boundaries(whole) if row.decided]
        rows = [
            uow.audit.edit(
                "boundaries", row.id, {"decided": False, "on": row.reasons != _BY_HAND and row.confidence >= SURE}
            )
            for row in mine
        ]
        return [*rows, uow.audit.edit("documents", whole, {"split": WHOLE})]

    return _decide(case, document, "Kept as one document", decide, on_event)


def settle(case: OpenCase, change: Change, on_event: OnEvent = ignore) -> None:
    """After boundaries were changed by undo or redo: make the parts agree with them."""
    rows = {row.id for row in change.rows if row.table == "boundaries"}
    wholes = {
        int(source["document_id"])
        for row in change.rows
        if row.table == "boundaries"
        for source in (row.before, row.after)
        if source and "document_id" in source
    }
    with case.store.read() as uow:
        wholes |= uow.parts.files_of(rows)
    for whole in sorted(wholes):
        _settle(case, whole, on_event)


def _decide(
    case: OpenCase,
    document: int,
    words: str,
    decide: Callable[[UnitOfWork, int], list[RowChange | None]],
    on_event: OnEvent,
) -> Change:
    whole = whole_of(case, document)
    with case.store.read() as uow:
        known = bool(uow.parts.boundaries(whole))
    if not known:
        look(case, whole)
    with case.store.write() as uow:
        change = uow.audit.record(words, decide(uow, whole))
    _settle(case, whole, on_event)
    return change


def _set(uow: UnitOfWork, whole: int, page: int, on: bool) -> RowChange | None:
    """Decide one boundary. UsageProblem for a page that cannot be one."""
    last = uow.documents.raw(whole)["pages"]
    if not 1 < page <= last:
        raise UsageProblem(
            "boundary",
            f"A document can begin on pages 2 to {last} of this file.",
            "Nothing was changed.",
            "Name one of them.",
        )
    row = next((row for row in uow.parts.boundaries(whole) if row.page == page), None)
    if row is None and on:
        return uow.audit.add(
            "boundaries",
            {
                "document_id": whole,
                "page": page,
                "on": True,
                "decided": True,
                "reasons": json.dumps(_BY_HAND),
                "confidence": 1.0,
            },
        )
    if row is None or (not on and not row.on):
        raise UsageProblem(
            "boundary", f"No document begins on page {page} of this file.", "Nothing was changed.", "See the list."
        )
    return uow.audit.edit("boundaries", row.id, {"on": on, "decided": True})


def _settle(case: OpenCase, whole: int, on_event: OnEvent) -> None:
    """Parts as decided, each understood on its own pages."""
    with case.store.write() as uow:
        starts = [1, *(row.page for row in uow.parts.boundaries(whole) if row.page > 1 and row.on and row.decided)]
        changed, gone = uow.parts.sync(whole, starts)
        for part in gone:
            uow.mails.replace(part, ())
        raw = uow.documents.raw(whole)
        if len(starts) > 1:
            uow.mails.replace(whole, ())
            uow.documents.edit(whole, _as_container(raw))
        elif raw["split"] == SPLIT:
            uow.documents.edit(whole, {"split": LOOKED})
    if len(starts) > 1:
        _understand(case, whole, changed, on_event)
    elif gone:
        reading.understand_again(case, whole)
    findings.mark_stale(case)
    with case.store.write() as uow:
        uow.mails.set_stale(True)


def _as_container(raw: dict[str, Any]) -> dict[str, Any]:
    values: dict[str, Any] = {"split": SPLIT}
    if not raw["kind_decided"]:
        values |= {"kind": "bundle", "kind_reason": "It was split into its documents."}
    if not raw["date_decided"]:
        values |= {"date": "", "date_reason": "Each of its documents has its own date."}
    return values


def _understand(case: OpenCase, whole: int, parts: Sequence[int], on_event: OnEvent) -> None:
    """Suggestions for parts from their own pages; what a person decided stays."""
    progress = Progress("split", "understand", len(parts), on_event)
    with case.store.read() as uow:
        facts = reading.case_facts(case, uow.documents.raw(whole)["disclosure_id"])
    waiting = iter(parts)
    while batch := list(islice(waiting, _PARTS_A_TASK)):
        with case.store.read() as uow:
            documents = [_document(uow, part) for part in batch]
        found: tuple[Understanding, ...] = case.ctx.pages.submit(
            _UNDERSTAND, documents, facts, seconds=_SECONDS
        ).result()
        with case.store.write() as uow:
            for part, (doc, _), suggestions in zip(batch, documents, found, strict=True):
                suggesting.apply(uow, part, suggestions, doc)
        progress.add(len(batch))


def _document(uow: UnitOfWork, part: int) -> tuple[ExtractedDocument, str]:
    raw = uow.documents.raw(part)
    return ExtractedDocument(raw["format"], uow.pages.extracted(part)), raw["path"]


def _outline(uow: UnitOfWork, whole: int) -> tuple[tuple[str, int], ...]:
    extra = json.loads(uow.documents.raw(whole)["extra"] or "{}")
    return tuple((str(title), int(page)) for title, page in extra.get("outline", ()))


def _ranges(rows: Sequence[BoundaryRow], pages: int) -> list[tuple[BoundaryRow, int]]:
    """Each boundary that counts with the last page of its document."""
    taken = [row for row in rows if row.page == 1 or row.on]
    ends = [*(row.page - 1 for row in taken[1:]), pages]
    return list(zip(taken, ends, strict=True))


def _label_ranges(case: OpenCase, whole: int, runner: Runner | None) -> None:
    """Say what each range is that is no part yet and has no label for just these pages."""
    with case.store.read() as uow:
        raw = uow.documents.raw(whole)
        made = {part.first: part.last for part in uow.parts.map().parts(whole)}
        wanted = [
            (row.page, last)
            for row, last in _ranges(uow.parts.boundaries(whole), raw["pages"])
            if made.get(row.page) != last and row.last != last
        ]
        pages = uow.pages.extracted(whole) if wanted else ()
    if not wanted:
        return
    facts = reading.case_facts(case, raw["disclosure_id"])
    parts = [_range_of(pages, first, last) for first, last in wanted]
    labels: tuple[PartLabel, ...] = (runner or case.ctx.pages).submit(_LABEL, parts, facts, seconds=_SECONDS).result()
    with case.store.write() as uow:
        uow.parts.set_labels(whole, dict(zip(wanted, labels, strict=True)))


def _range_of(pages: Sequence[ExtractedPage], first: int, last: int) -> tuple[ExtractedDocument, str]:
    return ExtractedDocument("pdf", tuple(pages[first - 1 : last])), ""


def _view(case: OpenCase, whole: int) -> SplitView:
    with case.store.read() as uow:
        raw = uow.documents.raw(whole)
        rows = uow.parts.boundaries(whole)
        made = {part.first: part for part in uow.parts.map().parts(whole)}
        known = {row.id: row for row in uow.documents.rows([part.document for part in made.values()])} if made else {}
    parts = []
    for row, last in _ranges(rows, raw["pages"]):
        part = made.get(row.page)
        its = known.get(part.document) if part and part.last == last else None  # type: ignore[call-overload]
        label = PartLabel(its.title, its.kind, its.date, its.organisation_name) if its else row.label
        parts.append(
            SplitPart(
                row.page, last, label.title or _pages_words(row.page, last), label.kind, label.date, label.organisation,
                row.confidence, row.reasons, row.decided or row.page == 1, int(its.id) if its else 0,
            )
        )  # fmt: skip
    possible = tuple(Boundary(r.page, r.confidence, r.reasons, False) for r in rows if not r.on and not r.decided)
    return SplitView(whole, raw["path"], raw["pages"], raw["split"] or LOOKED, tuple(parts), possible)


def _pages_words(first: int, last: int) -> str:
    return f"Page {first}" if first == last else f"Pages {first} to {last}"
