"""Stand-ins for people, conversations and tags."""

from dataclasses import replace
from typing import Any

from app.domain.changes import Change
from app.domain.ids import DocumentId
from app.domain.mails import Conversation, HeldMessage, MailMessage
from app.domain.people_found import Mention, PersonFound, PersonPage, SamePerson

LARK = "Larkhollow Primary School"
PEOPLE = (
    PersonFound(1, "Ada Brennan", kind="child", documents=38, forms=(1,)),
    PersonFound(2, "Nora Brennan", ("Mrs Brennan", "Ms N. Brennan"), "Parent", kind="parent", documents=36, forms=(2, 20)),
    PersonFound(3, "Judith Hartley", ("Mrs Hartley", "J. Hartley", "JH", "the SENCO"), "SENCO", LARK, documents=20, forms=(3, 30, 31)),
    PersonFound(4, "Mr C. Okoro", ("Mr Okoro", "CO"), "Class teacher", LARK, documents=15, forms=(4,)),
    PersonFound(5, "Dr L. Marsh", ("Dr Marsh",), "Educational psychologist", "Calderwick Council", documents=9, forms=(5,)),
    PersonFound(6, "Mrs J. Hartley", (), "", "Brackenmoor NHS Trust", documents=3, forms=(6,)),
)  # fmt: skip
QUESTION = SamePerson(PEOPLE[2], PEOPLE[5], "“Judith Hartley” and “Mrs J. Hartley” have the same surname, and nothing in their names speaks against it.")  # fmt: skip


class People:
    """`services.people`; what was asked for is in `calls`."""

    def __init__(self) -> None:
        self.calls: list[tuple[Any, ...]] = []
        self.answered = False

    def people(self, case: Any) -> tuple[PersonFound, ...]:
        return PEOPLE

    def suggestions(self, case: Any) -> tuple[SamePerson, ...]:
        return () if self.answered else (QUESTION,)

    def person(self, case: Any, known: int) -> PersonPage:
        one = next(p for p in PEOPLE if p.id == known)
        documents = [DocumentId(n) for n in (1, 4, 7, 9)]
        mentions = tuple(
            Mention(d, f"Paper {d}", f"2021-10-{10 + d:02d}", 1 + d % 2, 10, 22, "named", f"On Thursday \x02{one.name}\x03 said that she would write.")
            for d in documents
        )  # fmt: skip
        names = tuple((form, f"{one.name} · {one.organisation or 'papers'} {form}") for form in one.forms)
        return PersonPage(one, (DocumentId(9),), (DocumentId(3),), (DocumentId(2),), mentions, names)

    def merge(self, case: Any, one: int, other: int) -> Change:
        self.calls.append(("merge", one, other))
        self.answered = True
        return Change("One person", ())

    def not_same(self, case: Any, one: int, other: int, *, later: bool = False) -> Change:
        self.calls.append(("later" if later else "not_same", one, other))
        self.answered = True
        return Change("Two people", ())

    def split(self, case: Any, form: int) -> Change:
        self.calls.append(("split", form))
        return Change("A name stands by itself", ())


class Conversations:
    """`services.conversations`: papers 9, 3 and 4 are one."""

    def conversation_of(self, case: Any, document: int) -> Conversation | None:
        ids = tuple(DocumentId(n) for n in (3, 9, 4))
        message = MailMessage(1, 2, 10, 2, 80, 40, True, sender="Pat Whitlow <p@x.example>", sent="2021-10-11T09:12:00")
        gap = HeldMessage(DocumentId(9), message)
        return (
            Conversation(3, "Ada: review on Thursday", ids, "2021-10-11T08:41", "2021-10-18T16:05", gaps=(gap,))
            if document in ids
            else None
        )


class Tagging:
    """`services.tagging` over a `FakeCase`."""

    def add(self, case: Any, documents: Any, tag: str) -> Change:
        rows = {k: replace(r, tags=(*r.tags, tag)) if k in documents else r for k, r in case.state.rows.items()}
        changed: Change = case.change(f"Tag “{tag}” put on", rows=rows)
        return changed

    def remove(self, case: Any, documents: Any, tag: str) -> Change:
        rows = {
            k: replace(r, tags=tuple(t for t in r.tags if t != tag)) if k in documents else r
            for k, r in case.state.rows.items()
        }
        changed: Change = case.change(f"Tag “{tag}” taken off", rows=rows)
        return changed
