"""Who was sent what an organisation holds, as its own papers show."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.annotate.recipients import Shown, of_mail, of_pages, same
from app.domain.documents import DocumentRow
from app.domain.people import CaseDetails
from app.domain.text import plain
from app.services.case import OpenCase
from app.services.senders import sent_by
from app.store.unit_of_work import UnitOfWork

_TITLES = ("mr", "mrs", "ms", "miss", "mx", "dr")


@dataclass(frozen=True, slots=True)
class Recipient:
    """A person or body, the document that shows it, and where (`page` from 1)."""

    name: str
    how: str
    document: DocumentRow
    page: int


def recipients(case: OpenCase, organisation: int) -> tuple[Recipient, ...]:
    """Everybody outside the family to whom papers of an organisation went, once for each document, in the order of documents."""
    sent = sent_by(case, organisation)
    details = case.details()
    with case.store.read() as uow:
        mails = {document for document, _ in uow.documents.mails()}
        found = [
            Recipient(shown.name, shown.how, row, shown.page or 1)
            for row in sent.values()
            if row.duplicate_of is None
            for shown in _of(uow, row, with_mail=int(row.id) in mails)
            if not _family(shown.name, details)
        ]
    return tuple(_once(found))


def _of(uow: UnitOfWork, row: DocumentRow, *, with_mail: bool) -> Iterator[Shown]:
    mail = uow.documents.detail(row.id).mail if with_mail else None
    if mail is not None:
        yield from of_mail(mail)
    else:
        yield from of_pages((info.number, info.text) for info in uow.pages.infos(row.id))


def _family(name: str, details: CaseDetails) -> bool:
    """The child and the parent need not be told."""
    words = set(plain(name).replace(",", " ").split())
    for own in (details.child, details.parent):
        parts = plain(own).split()
        if parts and parts[-1] in words and words - {parts[-1]} <= {parts[0], parts[0][0], f"{parts[0][0]}.", *_TITLES}:
            return True
    return bool(details.email) and plain(details.email) in words


def _once(found: list[Recipient]) -> Iterator[Recipient]:
    kept: dict[int, list[Recipient]] = {}
    for one in found:
        others = kept.setdefault(int(one.document.id), [])
        if not any(same(one.name, other.name) for other in others):
            others.append(one)
            yield one
