"""What the People screen says. No widgets."""

from collections.abc import Mapping, Sequence

from app.domain import dates
from app.domain.documents import DocumentRow
from app.domain.ids import DocumentId
from app.domain.people_found import PersonFound, PersonPage
from app.ui.widgets.line_list import LineItem
from app.ui.wording import count

MOST = 500
SHOWS = (("all", "Everything"), ("by", "Written or sent by"), ("to", "Sent to"), ("about", "Named in"))
_KINDS = {"child": "The child", "parent": "Parent", "sibling": "Brother or sister"}

Place = tuple[DocumentId, int, int, int]
"""Document, page, and the offsets of the name (-1: the whole document)."""


def listed(people: Sequence[PersonFound], words: str = "") -> tuple[LineItem, ...]:
    """Rows of people whose name, role or organisation has all the words."""
    wanted = words.casefold().split()
    return tuple(
        LineItem(one.id, one.name, about(one), count(one.documents, "paper") if one.documents else "")
        for one in people
        if all(
            word in f"{one.name} {' '.join(one.aliases)} {one.role} {one.organisation}".casefold() for word in wanted
        )
    )


def about(one: PersonFound) -> str:
    """ "SENCO · Larkhollow Primary School"."""
    return " · ".join(part for part in (_KINDS.get(one.kind, one.role), one.organisation) if part) or "Role not known"


def aliases(one: PersonFound) -> str:
    """ "Also written: Mrs Hartley, JH"."""
    return f"Also written: {', '.join(one.aliases)}" if one.aliases else ""


def places(page: PersonPage, rows: Mapping[int, DocumentRow], show: str) -> tuple[LineItem, ...]:
    """Rows of papers and of the places where the name stands, by day."""
    items: list[tuple[str, LineItem]] = []
    for wanted, words, documents in (
        ("by", "Written by", page.wrote), ("by", "E-mail sent by", page.sent), ("to", "E-mail sent to", page.received)
    ):  # fmt: skip
        for document in documents if show in ("all", wanted) else ():
            row = rows.get(int(document))
            if row is not None:
                day = dates.show(row.date) if row.date else ""
                items.append((row.date, LineItem((document, 1, -1, -1), row.title, f"{words} this person", day)))
    for mention in page.mentions if show in ("all", "about") else ():
        where = (mention.document, mention.page, mention.start, mention.end)
        day = dates.show(mention.date) if mention.date else ""
        items.append((mention.date, LineItem(where, mention.title, f"Page {mention.page}: {mention.snippet}", day)))
    items.sort(key=lambda pair: (not pair[0], pair[0], int(pair[1].key[0]), pair[1].key[1], pair[1].key[2]))
    return tuple(item for _, item in items[:MOST])
