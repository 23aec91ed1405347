"""Every rule over the whole case, in a child process."""

from app.domain.findings import CaseView, Found
from app.findings.registry import discover


def find(view: CaseView) -> tuple[Found, ...]:
    """All findings, in order of document, page and kind."""
    found = [item for finder in discover() for item in finder.find(view)]
    return tuple(sorted(found, key=lambda f: (f.document, f.page, f.kind, f.key)))
