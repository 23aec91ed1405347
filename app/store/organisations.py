"""Organisations."""

import json

from sqlalchemy import Connection, func, insert, select, update

from app.domain.changes import RowChange
from app.domain.ids import OrganisationId
from app.domain.people import Contact, NewOrganisation, Organisation, Origin
from app.domain.text import same_name
from app.store.audit import Audit
from app.store.tables import contacts, documents, organisations

COLOURS = 8


class Organisations:
    """Controllers that hold files about the child."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Organisation, ...]:
        """Every organisation by number of documents, then name."""
        counted = (
            select(documents.c.organisation_id, func.count())
            .where(
                documents.c.organisation_id.is_not(None),
                documents.c.status.not_in(("junk", "joined")),
                documents.c.split != "split",
            )
            .group_by(documents.c.organisation_id)
        )
        counts = {row[0]: row[1] for row in self._connection.execute(counted)}
        found = self._connection.execute(select(organisations)).mappings()
        result = [
            Organisation(
                OrganisationId(r["id"]), r["name"], r["kind"] or "other", r["nation"], r["address"], r["contact"],
                r["email"], r["sign"], r["colour"], Origin(r["origin"] or "suggested"), counts.get(r["id"], 0),
            )
            for r in found
        ]  # fmt: skip
        return tuple(sorted(result, key=lambda o: (-o.documents, o.name)))

    def get(self, organisation: int) -> Organisation:
        """One organisation; LookupError when there is none."""
        for found in self.all():
            if found.id == organisation:
                return found
        raise LookupError("no such organisation")

    def name(self, organisation: int) -> str:
        """Its name; empty when there is none."""
        query = select(organisations.c.name).where(organisations.c.id == organisation)
        return str(self._connection.execute(query).scalar() or "")

    def find(self, name: str) -> OrganisationId | None:
        """By name or alias, forgiving of case, "the", punctuation and common endings."""
        for row in self._connection.execute(select(organisations.c.id, organisations.c.name, organisations.c.aliases)):
            if any(same_name(name, known) for known in (row.name, *json.loads(row.aliases or "[]"))):
                return OrganisationId(row.id)
        return None

    def ensure(self, name: str, kind: str = "", origin: Origin = Origin.SUGGESTED) -> OrganisationId:
        """The organisation of that name, added when it is new."""
        known = self.find(name)
        if known is not None:
            if kind:
                unset = organisations.c.kind.in_(["", "other"])
                self._connection.execute(
                    update(organisations).where(organisations.c.id == known, unset).values(kind=kind)
                )
            return known
        sign, colour = self._badge(name)
        values = {"name": name, "kind": kind or "other", "origin": origin.value, "sign": sign, "colour": colour}
        key = self._connection.execute(insert(organisations).values(values)).inserted_primary_key
        return OrganisationId(int(key[0]) if key else 0)

    def save(self, audit: Audit, new: NewOrganisation, known: int | None) -> tuple[int, list[RowChange | None]]:
        """Add or change what a person says of an organisation; its id and the row changes."""
        values = {
            "name": new.name, "kind": new.kind or "other", "nation": new.nation, "address": new.address,
            "contact": new.contact, "email": new.email, "origin": Origin.PERSON.value,
        }  # fmt: skip
        if known is None:
            sign, colour = self._badge(new.name)
            added = audit.add("organisations", {**values, "sign": sign, "colour": colour})
            return added.id, [added]
        return known, [audit.edit("organisations", known, values)]

    def _badge(self, name: str) -> tuple[str, int]:
        """A letter and a colour number that no other organisation has, as long as there are any."""
        used = {
            row.sign: row.colour
            for row in self._connection.execute(select(organisations.c.sign, organisations.c.colour))
        }
        letters = [c.upper() for c in name if c.isalpha()] or ["O"]
        sign = next((c for c in letters if c not in used), letters[0])
        colour = next((n for n in range(COLOURS) if n not in used.values()), len(used) % COLOURS)
        return sign, colour

    def terms(self, organisation: int) -> str:
        """Term dates as they were entered; empty when none were."""
        found = self._connection.execute(select(organisations.c.terms).where(organisations.c.id == organisation))
        return str(found.scalar() or "")

    def declined(self, organisation: int) -> tuple[str, ...]:
        """Suggestions about an organisation to which a person said no."""
        found = self._connection.execute(select(organisations.c.declined).where(organisations.c.id == organisation))
        return tuple(json.loads(found.scalar() or "[]"))

    def contacts(self, organisation: int | None = None) -> tuple[Contact, ...]:
        """People at organisations, in the order they were added."""
        query = select(contacts).order_by(contacts.c.id)
        if organisation is not None:
            query = query.where(contacts.c.organisation_id == organisation)
        return tuple(
            Contact(
                r["id"], OrganisationId(r["organisation_id"]), r["name"], r["role"] or "other", r["email"], r["phone"]
            )
            for r in self._connection.execute(query).mappings()
        )
