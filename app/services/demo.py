"""The example family as a case: its files imported from memory, its marks, records and own entries made as a parent would."""

from datetime import timedelta
from functools import partial
from pathlib import Path

from app.demo import family
from app.demo.truth import FileTruth, Inaccuracy, MarkTruth, Place
from app.domain.documents import DocumentRow
from app.domain.ids import DocumentId
from app.domain.issues import IssueFields
from app.domain.marks import Anchor, Mark, MarkKind
from app.domain.people import CaseDetails
from app.domain.requests import Asked
from app.services import annotating, asked, browsing, importing, timing, tracking
from app.services import case as cases
from app.services.case import OpenCase
from app.services.context import Context
from app.services.control import Control
from app.services.progress import OnEvent, ignore
from app.system import clock
from app.system.files import remove_case_folder

_MAKE = "app.demo.family:files_of"
PASSPHRASE = "example family"
"""Known to everybody: there is nothing in the example that is true."""


def build(
    ctx: Context,
    path: Path,
    passphrase: str = PASSPHRASE,
    *,
    ocr: bool = True,
    jobs: int = 0,
    on_event: OnEvent = ignore,
    control: Control | None = None,
) -> OpenCase:
    """Make the case of the example family at `path`; raises as `case.create` and `importing.bring_in` do."""
    made = cases.create(ctx, path, family.FAMILY, passphrase)
    try:
        fill(made.case, ocr=ocr, jobs=jobs, on_event=on_event, control=control)
    except BaseException:
        made.case.close()
        remove_case_folder(made.case.path)
        raise
    return made.case


def is_example(details: CaseDetails) -> bool:
    """Whether an open case is the example family's."""
    return details == family.FAMILY


def fill(
    case: OpenCase, *, ocr: bool = True, jobs: int = 0, on_event: OnEvent = ignore, control: Control | None = None
) -> None:
    """Everything of the example: deliveries, then what the family did with them."""
    truth = family.truth()
    for organisation in truth.organisations:
        browsing.save_organisation(case, organisation)
    with case.ctx.readers(jobs) as runner:
        made = [runner.submit(_MAKE, number, seconds=300) for number in range(len(family.DISCLOSURES))]
        for number, disclosure in enumerate(family.DISCLOSURES):
            _request(case, disclosure.organisation.name, disclosure.request_sent, disclosure.received)
            files = tuple(importing.Given(file.path, partial(bytes, file.data)) for file in made[number].result())
            delivery = importing.Delivery(
                files, (f"example:{number}",), disclosure.organisation.name, disclosure.received
            )
            importing.bring_in(case, delivery, ocr=False, runner=runner, on_event=on_event, control=control)
        if ocr:
            importing.read_scans(case, runner=runner, on_event=on_event, control=control)
        truths = [file.truth for future in made for file in future.result()]
    rows = {row.path: row for row in browsing.documents(case)}
    _asked_lately(case)
    _confirm(case, truths)
    for entry in truth.own_entries:
        timing.add_own(case, entry)
    for mark in truth.marks:
        _mark(case, rows, mark)
    for inaccuracy in truth.inaccuracies:
        _record(case, rows, inaccuracy)


def _request(case: OpenCase, organisation: str, sent: str, received: str) -> None:
    """The request that brought the delivery."""
    owner = browsing.find_organisation(case, organisation)
    request, _ = tracking.new_request(case, owner.id, "access", sent=sent, how="e-mail")
    asked.set_asked(case, int(request.id), [Asked(t.id, t.label) for t in asked.usual(case, request) if t.kinds])
    tracking.log(case, request.id, "answered", received)


def _asked_lately(case: OpenCase) -> None:
    """A request that is not answered yet."""
    owner = browsing.find_organisation(case, "Calderwick Council")
    tracking.new_request(case, owner.id, "access", sent=(clock.today() - timedelta(days=20)).isoformat(), how="e-mail")


def _confirm(case: OpenCase, truths: list[FileTruth]) -> None:
    """The parent has gone through the first delivery and said yes to what is right there."""
    right = {(t.path, e.page, e.edtf) for t in truths if t.disclosure == 0 for e in t.events}
    paths = {int(row.id): row.path for row in browsing.documents(case)}
    sure = [e.id for e in timing.entries(case) if e.document and (paths[int(e.document)], e.page, e.date) in right]
    timing.confirm(case, sure)


def _anchor(case: OpenCase, rows: dict[str, DocumentRow], place: Place) -> Anchor | None:
    """None while the page is a scan that was not read yet."""
    row = rows.get(place.path)
    if row is None:
        return None
    known = row.duplicate_of or row.id
    pages = browsing.pages(case, known)
    if place.page > len(pages) or pages[place.page - 1].ocr == "pending":
        return None
    return annotating.anchor_for_quote(case, known, place.page, place.quote)


def _mark(case: OpenCase, rows: dict[str, DocumentRow], mark: MarkTruth) -> None:
    if mark.rect is not None:
        known = rows[mark.place.path].id
        annotating.add_mark(case, Anchor(DocumentId(known), mark.place.page, rects=(mark.rect,)), mark.kind, mark.note)
        return
    anchor = _anchor(case, rows, mark.place)
    if anchor is not None:
        annotating.add_mark(case, anchor, mark.kind, mark.note)


def _record(case: OpenCase, rows: dict[str, DocumentRow], item: Inaccuracy) -> None:
    anchor = _anchor(case, rows, item.says)
    if anchor is None:
        return
    mark = _same(case, anchor) or annotating.add_mark(case, anchor, MarkKind.INACCURACY, item.wrong_text)[0]
    made, _ = annotating.issue_from_mark(case, mark.id)
    fields = IssueFields(
        title=item.title, says=" ".join(anchor.exact.split()), wrong=item.wrong, wrong_text=item.wrong_text, right=item.right,
        remedies=item.remedies, recipients=item.recipients,
    )  # fmt: skip
    annotating.save_issue(case, made.id, fields)
    for place in item.proofs:
        proof = _anchor(case, rows, place)
        if proof is not None:
            annotating.add_proof(case, made.id, proof)


def _same(case: OpenCase, anchor: Anchor) -> Mark | None:
    """A mark of the example that is already on these words."""
    for mark in annotating.marks(case, anchor.document):
        if mark.anchor.page == anchor.page and mark.anchor.exact == anchor.exact and mark.kind is not MarkKind.EVIDENCE:
            return mark
    return None
