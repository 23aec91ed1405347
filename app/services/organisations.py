"""Organisations and the people there: what is known, what the files suggest, to whom letters go, who uses the right."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.domain.aliases import NATION_WORDS, ORGANISATION_WORDS, known_word
from app.domain.changes import Change, RowChange
from app.domain.errors import UsageProblem
from app.domain.people import (
    NATIONS,
    ORGANISATION_KINDS,
    RIGHT_OF,
    ROLES,
    CaseDetails,
    Contact,
    NewOrganisation,
    Organisation,
)
from app.domain.text import same_name
from app.requests import letterheads
from app.requests.nations import NationWords, words_of
from app.services.case import OpenCase
from app.services.people import everybody
from app.store.unit_of_work import UnitOfWork

FIELDS = {
    "address": "Address",
    "contact": "Data protection contact",
    "email": "E-mail",
    "nation": "Nation",
    "person": "Person",
}
_ANYBODY = 2
_ROLE_WORDS = {
    "head": ("headteacher", "head teacher", "principal", "executive head"),
    "senco": ("senco", "sendco", "inclusion lead", "alnco"),
    "data-protection": ("data protection", "dpo", "information governance"),
    "safeguarding": ("safeguarding lead", "dsl"),
    "chair": ("chair of governors", "chair of trustees"),
    "case-officer": ("case officer", "sen officer", "caseworker", "case worker", "plan coordinator"),
    "complaints": ("complaints",),
}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something that the files say of an organisation. `field` is one of FIELDS; a person is `Name, role id`; `document` 0: none."""

    key: str
    organisation: int
    field: str
    value: str
    reason: str
    document: int = 0
    page: int = 0


def kind_of(given: str) -> str:
    """The kind that a word stands for ("NHS": `nhs-trust`). UsageProblem for a word that says nothing."""
    if found := known_word(given, ORGANISATION_KINDS, ORGANISATION_WORDS):
        return found
    raise UsageProblem(
        "organisation", f"“{given}” is not a kind of organisation.", "Nothing was changed.",
        f"Use one of: {', '.join(ORGANISATION_KINDS)}.",
    )  # fmt: skip


def nation_of(given: str) -> str:
    """The nation that a word stands for. UsageProblem for any other word."""
    if found := known_word(given, NATIONS, NATION_WORDS):
        return found
    raise UsageProblem(
        "organisation", f"“{given}” is not a nation.", "Nothing was changed.", f"Use one of: {', '.join(NATIONS)}."
    )


def edit(case: OpenCase, known: int, new: NewOrganisation) -> Change:
    """Change what is known of an organisation. UsageProblem for an unknown kind or nation, or a name that another one has."""
    if new.kind not in ORGANISATION_KINDS or (new.nation and new.nation not in NATIONS) or not new.name.strip():
        raise UsageProblem("organisation", "An organisation needs a name, a known kind and a known nation.", "", "")
    with case.store.write() as uow:
        _must_exist(uow, known)
        same = uow.organisations.find(new.name)
        if same is not None and same != known and uow.organisations.get(same).name == new.name.strip():
            raise UsageProblem("organisation", f"There is already “{new.name.strip()}”.", "", "Choose another name.")
        values = {
            "name": new.name.strip(), "kind": new.kind, "nation": new.nation, "address": new.address.strip(),
            "contact": new.contact.strip(), "email": new.email.strip(), "origin": "person",
        }  # fmt: skip
        return uow.audit.record("Organisation saved", [uow.audit.edit("organisations", known, values)])


def contacts(case: OpenCase, organisation: int | None = None) -> tuple[Contact, ...]:
    """People at organisations, in the order they were added."""
    with case.store.read() as uow:
        return uow.organisations.contacts(organisation)


def save_contact(
    case: OpenCase,
    organisation: int,
    name: str,
    role: str = "other",
    email: str = "",
    phone: str = "",
    known: int | None = None,
) -> Change:
    """Add a person at an organisation, or change one. UsageProblem without a name or for an unknown role."""
    if not name.strip() or role not in ROLES:
        raise UsageProblem("contact", "A person needs a name and a known role.", "", f"Roles: {', '.join(ROLES)}.")
    with case.store.write() as uow:
        _must_exist(uow, organisation)
        values = {
            "organisation_id": organisation,
            "name": name.strip(),
            "role": role,
            "email": email.strip(),
            "phone": phone.strip(),
        }
        row = uow.audit.add("contacts", values) if known is None else uow.audit.edit("contacts", known, values)
        return uow.audit.record("Person saved", [row])


def remove_contact(case: OpenCase, known: int) -> Change:
    """Take a person out."""
    with case.store.write() as uow:
        return uow.audit.record("Person removed", [uow.audit.remove("contacts", known)])


def write_to(case: OpenCase, known: int) -> Change:
    """From now on letters to the organisation go to this person."""
    with case.store.write() as uow:
        person = next((c for c in uow.organisations.contacts() if c.id == known), None)
        if person is None:
            raise UsageProblem("contact", f"There is no person {known}.", "", "See the list.")
        role = "" if person.role == "other" else ROLES[person.role].partition(" or ")[0]
        values = {"contact": ", ".join(part for part in (person.name, role) if part)}
        if person.email:
            values["email"] = person.email
        row = uow.audit.edit("organisations", int(person.organisation), values)
        return uow.audit.record("Letters go to somebody else", [row])


def who_asks(case: OpenCase) -> tuple[CaseDetails, NationWords]:
    """Who uses the child's right, as the case says, and what the nation's rule is in plain words."""
    details = case.details()
    return details, words_of(details.nation)


def set_who_asks(case: OpenCase, right_of: str, advocate: str = "") -> None:
    """Keep who uses the right. UsageProblem for anybody but parent, child or advocate."""
    if right_of not in RIGHT_OF:
        raise UsageProblem("right", f"“{right_of}” is not known.", "", f"Use one of: {', '.join(RIGHT_OF)}.")
    with case.store.write() as uow:
        uow.meta.set_details(replace(uow.meta.details(), right_of=right_of, advocate=advocate.strip()))


def suggestions(case: OpenCase, organisation: int | None = None) -> tuple[Suggestion, ...]:
    """What the files say of organisations and is not noted yet, without what a person said no to."""
    with case.store.read() as uow:
        owners = [o for o in uow.organisations.all() if organisation in (None, o.id)]
        details = uow.meta.details()
        found: list[Suggestion] = []
        for owner in owners:
            declined = uow.organisations.declined(int(owner.id))
            made = (*_of_papers(uow, owner, details), *_of_people(uow, owner))
            found += [s for s in made if s.key not in declined]
    return tuple(found)


def decide(case: OpenCase, suggestion: Suggestion, *, yes: bool) -> Change:
    """Take a suggestion over, or never make it again."""
    with case.store.write() as uow:
        owner = _must_exist(uow, suggestion.organisation)
        if not yes:
            said = json.dumps([*uow.organisations.declined(int(owner.id)), suggestion.key])
            row: RowChange | None = uow.audit.edit("organisations", int(owner.id), {"declined": said})
            return uow.audit.record("Suggestion declined", [row])
        if suggestion.field == "person":
            name, _, role = suggestion.value.rpartition(", ")
            row = uow.audit.add("contacts", {"organisation_id": int(owner.id), "name": name, "role": role})
        else:
            row = uow.audit.edit(
                "organisations", int(owner.id), {suggestion.field: suggestion.value, "origin": "person"}
            )
        return uow.audit.record(f"{FIELDS[suggestion.field]} of {owner.name} taken over", [row])


def _must_exist(uow: UnitOfWork, known: int) -> Organisation:
    try:
        return uow.organisations.get(known)
    except LookupError as error:
        raise UsageProblem("organisation", f"There is no organisation {known}.", "", "See the list.") from error


def _of_papers(uow: UnitOfWork, owner: Organisation, details: CaseDetails) -> list[Suggestion]:
    """From first and last pages of what the organisation wrote: letterhead, data protection line, e-mail."""
    found: dict[str, Suggestion] = {}
    wanted = _wanted(owner)
    for row in uow.documents.rows():
        if row.organisation != owner.id or not row.pages or row.duplicate_of:
            continue
        for page in dict.fromkeys((1, row.pages)):
            text = uow.pages.text(int(row.id), page)
            for field, value in _read(text, owner, details, wanted):
                if field not in found:
                    where = f"It stands in “{row.title}”, page {page}."
                    found[field] = _made(owner, field, value, where, int(row.id), page)
        if wanted - {"nation"} <= set(found):
            break
    return list(found.values())


def _wanted(owner: Organisation) -> set[str]:
    return {field for field in ("address", "contact", "email") if not getattr(owner, field)} | (
        set() if owner.nation else {"nation"}
    )


def _read(text: str, owner: Organisation, details: CaseDetails, wanted: set[str]) -> Iterable[tuple[str, str]]:
    address = letterheads.address_in(text, owner.name)
    if "address" in wanted and address:
        yield "address", address
    nation = letterheads.nation_in(address)
    if "nation" in wanted and nation and nation != details.nation:
        yield "nation", nation
    officer = letterheads.officer_in(text)
    if officer and "contact" in wanted and officer.name:
        yield "contact", f"{officer.name}, Data Protection Officer"
    if "email" in wanted:
        own = [
            e for e in letterheads.emails_in(text) if e != details.email.lower() and letterheads.rank_of(e) < _ANYBODY
        ]
        best = officer.email if officer and officer.email else min(own, key=letterheads.rank_of, default="")
        if best:
            yield "email", best


def _of_people(uow: UnitOfWork, owner: Organisation) -> list[Suggestion]:
    known = {contact.name.casefold() for contact in uow.organisations.contacts(int(owner.id))}
    found = []
    for one in everybody(uow):
        fits = _role(one.role)
        if fits and same_name(one.organisation, owner.name) and one.name.casefold() not in known:
            reason = f"Named as “{one.role}” in {one.documents} {'document' if one.documents == 1 else 'documents'}."
            found.append(_made(owner, "person", f"{one.name}, {fits}", reason))
    return found


def _role(words: str) -> str:
    said = words.casefold()

    return next((role for role, known in _ROLE_WORDS.items() if any(word in said for word in known)), "")


def _made(owner: Organisation, field: str, value: str, reason: str, document: int = 0, page: int = 0) -> Suggestion:
    return Suggestion(f"{field}:{value.casefold()}", int(owner.id), field, value, reason, document, page)
