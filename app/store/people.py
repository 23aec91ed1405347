"""Ways of writing names, where they stand, and which of them are one person."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from app.domain.person_merge import NameForm
from app.domain.person_names import parse_name
from app.domain.suggestions import BY_DELIVERY, PersonSuggestion
from app.domain.text import plain
from app.store.meta import Meta
from app.store.tables import documents, organisations, pages, people, people_apart, person_mentions

_STALE = "people_stale"
_SOME = 400


class People:
    """Rows of `people` are forms: one way of writing a name within the papers of one organisation. `same_as` points to the form that
    stands for the person."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def replace(self, document: int, found: Sequence[PersonSuggestion], organisation: str) -> None:
        """The mentions in a document, instead of those known before. `organisation` is the one whose paper it is."""
        self._connection.execute(delete(person_mentions).where(person_mentions.c.document_id == document))
        values = {key: value for one in found for key, value in (_form(one, organisation),)}
        ids = self._ids(values)
        rows = [
            {"document_id": document, "person_id": ids[_form(one, organisation)[0]], "page": one.page, "start": one.start,
             "end": one.end, "part": one.part}
            for one in found
        ]  # fmt: skip
        if rows:
            self._connection.execute(insert(person_mentions), rows)
        if not self.stale():
            self.set_stale(True)

    def _ids(self, values: Mapping[str, dict[str, Any]]) -> dict[str, int]:
        known = self._known(list(values))
        new = [row for key, row in values.items() if key not in known]
        if new:
            self._connection.execute(insert(people), new)
            known |= self._known([str(row["key"]) for row in new])
        for key, row in values.items():
            if row["role"]:
                unset = (people.c.id == known[key]) & (people.c.role == "")
                self._connection.execute(update(people).where(unset).values(role=row["role"]))
        return known

    def _known(self, keys: Sequence[str]) -> dict[str, int]:
        found: dict[str, int] = {}
        for at in range(0, len(keys), _SOME):
            query = select(people.c.key, people.c.id).where(people.c.key.in_(keys[at : at + _SOME]))
            found.update((row[0], row[1]) for row in self._connection.execute(query))
        return found

    def stale(self) -> bool:
        """Whether names came since people were last joined."""
        return bool(Meta(self._connection).get(_STALE, False))

    def set_stale(self, stale: bool) -> None:
        """Note that people must, or need not, be joined anew."""
        Meta(self._connection).set(_STALE, stale)

    def family(self, members: Sequence[tuple[str, str]]) -> None:
        """The child and the parents, as (name, kind): known from the case also where no paper names them."""
        self._connection.execute(update(people).where(people.c.kind != "").values(kind=""))
        for name, kind in members:
            key = f"family|{kind}|{plain(name)}"
            if not self._known([key]):
                self._connection.execute(insert(people).values(key=key, name=name, part="name"))
            self._connection.execute(update(people).where(people.c.key == key).values(kind=kind))

    def forms(self) -> list[NameForm]:
        """All forms with the number of their papers."""
        counted = select(person_mentions.c.person_id, func.count(person_mentions.c.document_id.distinct()))
        counts = {row[0]: row[1] for row in self._connection.execute(counted.group_by(person_mentions.c.person_id))}
        return [
            NameForm(r["id"], r["name"], r["role"], r["organisation"], r["own"], r["email"], r["kind"], r["part"], counts.get(r["id"], 0))
            for r in self._connection.execute(select(people).order_by(people.c.id)).mappings()
        ]  # fmt: skip

    def pointers(self) -> dict[int, tuple[int | None, bool]]:
        """Form -> (the form that stands for its person, whether a person decided that)."""
        query = select(people.c.id, people.c.same_as, people.c.decided)
        return {row[0]: (row[1], bool(row[2])) for row in self._connection.execute(query)}

    def set_pointers(self, roots: Mapping[int, int]) -> None:
        """Join forms; what a person decided stays."""
        for form, (before, decided) in self.pointers().items():
            root = roots.get(form, form)
            now = None if root == form else root
            if not decided and before != now:
                self._connection.execute(update(people).where(people.c.id == form).values(same_as=now))

    def tidy(self) -> None:
        """Forms that no paper has any more and that nobody decided about are taken away."""
        used = select(person_mentions.c.person_id)
        kept = select(people_apart.c.one_id).union(select(people_apart.c.other_id))
        pointed = select(people.c.same_as).where(people.c.same_as.is_not(None), people.c.decided)
        gone = people.c.id.not_in(used) & people.c.id.not_in(kept) & people.c.id.not_in(pointed)
        self._connection.execute(delete(people).where(gone, people.c.decided.is_(False), people.c.kind == ""))

    def apart(self, how: str = "") -> list[tuple[int, int]]:
        """Pairs of forms that a person said are not the same; with `how` "later" those put off."""
        query = select(people_apart.c.one_id, people_apart.c.other_id).where(people_apart.c.how == how)
        return [(one, other) for one, other in self._connection.execute(query)]

    def apart_rows(self, some: Sequence[int], others: Sequence[int]) -> list[int]:
        """Rows that keep forms of one person apart from those of another."""
        one, other = people_apart.c.one_id, people_apart.c.other_id
        between = (one.in_(some) & other.in_(others)) | (one.in_(others) & other.in_(some))
        return [row[0] for row in self._connection.execute(select(people_apart.c.id).where(between))]

    def domains(self) -> list[tuple[str, str]]:
        """(address, organisation) of senders and of the papers they sent."""
        query = (
            select(people.c.email, organisations.c.name)
            .join(person_mentions, person_mentions.c.person_id == people.c.id)
            .join(documents, documents.c.id == person_mentions.c.document_id)
            .join(organisations, organisations.c.id == documents.c.organisation_id)
            .where(
                people.c.email != "", person_mentions.c.part == "sender", documents.c.organisation_reason != BY_DELIVERY
            )
        )
        return [(email, name) for email, name in self._connection.execute(query)]

    def wrote(self) -> list[tuple[int, str]]:
        """(form, organisation) of papers that were written by somebody and name their organisation."""
        query = (
            select(person_mentions.c.person_id, organisations.c.name)
            .join(documents, documents.c.id == person_mentions.c.document_id)
            .join(organisations, organisations.c.id == documents.c.organisation_id)
            .where(person_mentions.c.part.in_(("author", "sender")), documents.c.organisation_reason != BY_DELIVERY)
        )
        return [(form, name) for form, name in self._connection.execute(query)]

    def mentions(self, forms: Sequence[int]) -> list[dict[str, Any]]:
        """Where forms stand, with the text around, by day of the paper."""
        query = (
            select(person_mentions, documents.c.title, documents.c.path, documents.c.date, pages.c.text)
            .join(documents, documents.c.id == person_mentions.c.document_id)
            .outerjoin(pages, (pages.c.document_id == documents.c.id) & (pages.c.number == person_mentions.c.page))
            .where(person_mentions.c.person_id.in_(forms))
            .order_by(documents.c.date, documents.c.id, person_mentions.c.page, person_mentions.c.start)
        )
        return [dict(row) for row in self._connection.execute(query).mappings()]

    def papers(self) -> list[tuple[int, int]]:
        """(form, document) of all mentions, each once."""
        query = select(person_mentions.c.person_id, person_mentions.c.document_id).distinct()
        return [(form, document) for form, document in self._connection.execute(query)]


def _form(one: PersonSuggestion, organisation: str) -> tuple[str, dict[str, Any]]:
    """Key and columns of a form. Who writes for an organisation belongs to it; who is only named there may not. An initial and a
    surname may be several people: their role tells them apart."""
    part = one.part if one.part in ("initials", "role") else "name"
    place = f"@{one.email.partition('@')[2]}" if one.email else one.organisation or organisation
    own = bool(one.email or one.organisation)
    name = one.name or f"the {one.role}"
    words = parse_name(name)
    role = one.role if words is not None and not words.title and not words.full else ""
    key = "|".join((part, plain(name), place.lower(), one.email, "own" if own else "", role))
    return key, {
        "key": key,
        "name": name,
        "role": one.role,
        "organisation": place,
        "own": own,
        "email": one.email,
        "part": part,
    }
