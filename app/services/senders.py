"""Who gave which document: the sender of its delivery counts before its letterhead."""

from app.domain.documents import DocumentRow
from app.domain.ids import DocumentId
from app.services import browsing
from app.services.case import OpenCase


def sent_by(case: OpenCase, organisation: int) -> dict[DocumentId, DocumentRow]:
    """Every document that an organisation gave, in order, a split file by its parts; of a delivery whose sender is not known
    those that it wrote."""
    senders = {delivery.id: delivery.organisation for delivery in browsing.disclosures(case)}
    return {
        row.id: row
        for row in browsing.documents(case)
        if not row.is_container and organisation == (senders.get(row.disclosure) or row.organisation)
    }
