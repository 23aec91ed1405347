"""Blacked-out parts of what an organisation sent, a row for each page (fact sheet 1.6)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from app.domain.dates import show
from app.domain.documents import DocumentRow
from app.domain.findings import Finding, FindingKind, FindingStatus
from app.domain.ids import DocumentId
from app.domain.schedules import ScheduleRow
from app.services import findings
from app.services.case import OpenCase
from app.services.senders import sent_by

_ASK_RULE = "Which rule was used here, and why it covers all of this"
_ASK_WHY = "Why this rule covers all of this"
_SMALL, _HALF, _MOST = 0.01, 0.4, 0.85
_EXEMPTIONS_SHOWN = 3


def rows(case: OpenCase, organisation: int) -> Iterable[ScheduleRow]:
    """A row for each page with something covered, in the order of documents. Dismissed findings are left out."""
    sent = sent_by(case, organisation)
    found = [
        f
        for f in findings.findings(case, FindingKind.REDACTION.value)
        if f.document in sent and f.status is not FindingStatus.DISMISSED
    ]
    return _by_page(sorted(found, key=lambda f: (f.document, f.page)), sent)


def _by_page(found: Sequence[Finding], sent: Mapping[DocumentId, DocumentRow]) -> Iterator[ScheduleRow]:
    for (document, page), group in groupby(found, key=lambda f: (f.document, f.page)):
        places, row = list(group), sent[document]
        named = list(dict.fromkeys(e for f in places if (e := str(f.detail.get("exemption") or "").strip())))
        cells = (
            row.title or row.path.rsplit("/", 1)[-1],
            show(row.date) if row.date else "no date",
            str(page),
            _covered(places),
            "; ".join(named[:_EXEMPTIONS_SHOWN]) or "none stated",
            _ASK_WHY if named else _ASK_RULE,
        )
        yield ScheduleRow(f"{document}:{page}", cells, document, page)


def _covered(places: Sequence[Finding]) -> str:
    """How much is covered, in words: a count of places and a share of the page."""
    count = sum(max(1, len(f.rects)) for f in places)
    area = sum(float(f.detail.get("area") or 0.0) for f in places)
    number = "1 place" if count == 1 else f"{count} places"
    if area >= _MOST:
        return "the whole page"
    if area >= _HALF:
        return f"{number}, about {round(area * 100, -1):.0f} per cent of the page"
    return number if area < _SMALL else f"{number}, about {max(1, round(area * 100))} per cent of the page"
