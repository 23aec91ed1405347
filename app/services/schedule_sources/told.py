"""To whom an organisation's papers went, as they show it (UK GDPR Article 19)."""

from collections.abc import Iterable

from app.domain.dates import show
from app.domain.schedules import ScheduleRow
from app.domain.text import plain
from app.services import annotating
from app.services.case import OpenCase
from app.services.recipients import recipients


def rows(case: OpenCase, organisation: int) -> Iterable[ScheduleRow]:
    """A row for each recipient and document; chosen where a point of the family is about that very document."""
    disputed = {
        int(p.document) for p in annotating.issues(case) if p.document is not None and p.organisation == organisation
    }
    for one in recipients(case, organisation):
        document = one.document
        cells = (
            one.name,
            show(document.date) if document.date else "",
            document.title or document.path.rsplit("/", 1)[-1],
            str(one.page),
            one.how,
        )
        chosen = int(document.id) in disputed
        yield ScheduleRow(f"{int(document.id)}:{plain(one.name)}", cells, document.id, one.page, chosen)
