"""What goes with a letter, in one PDF with an index: earlier letters as they were sent, their answers, and the pages named as evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.domain.bundles import PackItem, PackPlan, PackResult, PackSpec, Section
from app.domain.errors import OutputProblem
from app.domain.ids import DocumentId
from app.domain.letters import LetterDraft
from app.letters import catalogue
from app.letters.dates import as_written
from app.services import bundling
from app.services.case import OpenCase
from app.store.unit_of_work import UnitOfWork
from app.system import clock

_TITLES = ("My earlier letters", "Their answers", "Evidence")


def spec_of(case: OpenCase, current: LetterDraft) -> PackSpec:
    """The enclosures of a letter: each document once, in order of date, with the pages that are cited. A letter that was sent stands
    under minus its own number."""
    details = case.details()
    with case.store.read() as uow:
        parts = (_letters(uow, current), _answers(uow, current), _evidence(uow, current))
    filled = [(title, items) for title, items in zip(_TITLES, parts, strict=True) if items]
    sections = tuple(Section("ABC"[n], title, items) for n, (title, items) in enumerate(filled))
    when = as_written(current.sent or clock.today().isoformat())
    sender = next((f.value for f in current.fields if f.name == "parent" and f.value), details.parent)
    return PackSpec("Enclosures", details.child, f"{current.title}, {when}", sender, sections)


def build(case: OpenCase, current: LetterDraft, leave_out: Sequence[int] = ()) -> PackResult:
    """The enclosures as one PDF, without the documents named in `leave_out`. OutputProblem when there is nothing to enclose."""
    spec = _without(spec_of(case, current), frozenset(leave_out))
    if not spec.sections:
        raise OutputProblem(
            "nothing-to-write",
            "This letter names no evidence and no earlier letter.",
            "",
            "Add proof to its points first.",
        )
    return bundling.build(case, spec, ours=_as_sent(case, spec))


def places(case: OpenCase, spec: PackSpec) -> dict[tuple[int, int], int]:
    """(document, page) -> its page in the enclosures, for every page of evidence."""
    if not spec.sections:
        return {}
    found: PackPlan = bundling.plan(case, spec, _as_sent(case, spec))
    return {
        (int(placed.item.document), page): placed.first + index
        for placed in found.placed
        for index, page in enumerate(placed.pages)
    }


def evidence_pages(spec: PackSpec) -> int:
    """How many pages of evidence there are, cover and letters left out."""
    return sum(len(item.pages) for part in spec.sections if part.title == _TITLES[2] for item in part.items)


def _letters(uow: UnitOfWork, current: LetterDraft) -> tuple[PackItem, ...]:
    encloses = catalogue.definition(current.kind).encloses
    found = []
    for letter in uow.letters.all():
        same = letter.request is not None and letter.request == current.request
        earlier = letter.status == "sent" and letter.id is not None and letter.id != current.id
        wanted = same if encloses == "request" else encloses == "all" and letter.organisation == current.organisation
        if earlier and wanted and letter.id is not None:
            found.append(PackItem(DocumentId(-int(letter.id)), letter.title, letter.sent, uow.meta.details().parent))
    return tuple(sorted(found, key=lambda item: item.date))


def _answers(uow: UnitOfWork, current: LetterDraft) -> tuple[PackItem, ...]:
    if current.request is None or not catalogue.definition(current.kind).encloses:
        return ()
    return _sorted(bundling.item_of(uow.documents.row(known)) for known in uow.requests.linked(int(current.request)))


def _evidence(uow: UnitOfWork, current: LetterDraft) -> tuple[PackItem, ...]:
    """Proofs in order of date, each document with its cited pages."""
    pages: dict[DocumentId, set[int]] = {}
    for known in current.issues:
        for proof in uow.issues.get(known).proofs:
            pages.setdefault(proof.anchor.document, set()).add(proof.anchor.page)
    return _sorted(
        replace(bundling.item_of(uow.documents.row(document)), pages=tuple(sorted(found)))
        for document, found in pages.items()
    )


def _sorted(items: object) -> tuple[PackItem, ...]:
    return tuple(sorted(items, key=lambda item: (item.date or "9", item.document)))  # type: ignore[call-overload]


def _without(spec: PackSpec, left_out: frozenset[int]) -> PackSpec:
    kept = (
        replace(part, items=tuple(i for i in part.items if int(i.document) not in left_out)) for part in spec.sections
    )
    return replace(spec, sections=tuple(part for part in kept if part.items))


def _as_sent(case: OpenCase, spec: PackSpec) -> Mapping[DocumentId, bytes]:
    wanted = [item.document for part in spec.sections for item in part.items if int(item.document) < 0]
    with case.store.read() as uow:
        return {one: uow.blobs.get(uow.letters.raw(-int(one))["sent_pdf"]) for one in wanted}
