"""Who is named in the files: joined where the evidence is strong, suggested where it is not, decided by a person."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from app.domain.changes import Change
from app.domain.errors import UsageProblem
from app.domain.ids import DocumentId
from app.domain.people_found import Mention, PersonFound, PersonPage, SamePerson
from app.domain.person_merge import Merger, NameForm
from app.domain.person_names import parse_name
from app.services.case import OpenCase
from app.store.unit_of_work import UnitOfWork

_AROUND = 70
_BY_ADDRESS, _BY_OWN_PAPER = 500, 20
_LATER = "later"
_MAILBOXES = "gmail googlemail hotmail outlook live yahoo icloud me aol btinternet sky talktalk msn protonmail"
_PRIVATE = frozenset(_MAILBOXES.split())


def ensure(case: OpenCase) -> None:
    """Join names when new ones came since the last time."""
    with case.store.read() as uow:
        stale = uow.people.stale()
    if stale:
        rebuild(case)


def rebuild(case: OpenCase) -> None:
    """Join the names of the whole case anew; decisions of a person stay."""
    details = case.details()
    with case.store.write() as uow:
        members = ((details.child, "child"), (details.parent, "parent"))
        uow.people.family([(name, kind) for name, kind in members if name.strip()])
        uow.people.tidy()
        uow.people.set_pointers(_merger(uow).merged())
        uow.people.set_stale(False)


def _merger(uow: UnitOfWork) -> Merger:
    fixed = {form: root for form, (root, decided) in uow.people.pointers().items() if decided and root is not None}
    return Merger(_placed(uow), fixed, uow.people.apart())


def _placed(uow: UnitOfWork) -> list[NameForm]:
    """Forms with the organisation that an address belongs to; private addresses belong to none."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for email, organisation in uow.people.domains():
        votes[f"@{email.partition('@')[2]}"][organisation] += 1
    names = [organisation.name for organisation in uow.organisations.all()]
    out = []
    for form in uow.people.forms():
        if form.organisation.startswith("@"):
            private = form.organisation[1:].split(".")[0] in _PRIVATE
            place = "" if private else _of_domain(form.organisation, votes, names)
            form = replace(form, organisation=place, own=bool(place) and form.own)
        out.append(form)
    return out


def _of_domain(domain: str, votes: Mapping[str, Counter[str]], names: Sequence[str]) -> str:
    """The organisation whose papers come from there, or whose name the domain spells; the domain itself when unknown."""
    known = votes.get(domain)
    if known:
        return known.most_common(1)[0][0]
    label = max(domain[1:].split(".")[:-1] or [""], key=len)
    spelt = [name for name in names if len(label) > 4 and label in "".join(filter(str.isalnum, name.lower()))]
    return spelt[0] if len(spelt) == 1 else domain


def people(case: OpenCase) -> tuple[PersonFound, ...]:
    """Everybody, those in most papers first; initials and roles that fit nobody are left out."""
    ensure(case)
    with case.store.read() as uow:
        return everybody(uow)


def everybody(uow: UnitOfWork) -> tuple[PersonFound, ...]:
    """The same within a piece of work, as they were joined last."""
    forms = {form.id: form for form in _placed(uow)}
    roots = _roots({form: pointer for form, (pointer, _) in uow.people.pointers().items()})
    members: defaultdict[int, list[NameForm]] = defaultdict(list)
    for form, root in roots.items():
        members[root].append(forms[form])
    papers: defaultdict[int, set[int]] = defaultdict(set)
    for form, document in uow.people.papers():
        papers[roots[form]].add(document)
    wrote: defaultdict[int, list[str]] = defaultdict(list)
    for form, organisation in uow.people.wrote():
        wrote[roots[form]].append(organisation)
    found = [
        _person(root, group, len(papers[root]), wrote[root])
        for root, group in members.items()
        if any(f.part == "name" for f in group)
    ]
    return tuple(sorted(found, key=lambda p: (not p.kind, -p.documents, p.name)))


def _roots(pointers: dict[int, int | None]) -> dict[int, int]:
    def root(form: int) -> int:
        seen = {form}
        while (above := pointers.get(form)) is not None and above in pointers and above not in seen:
            form = above
            seen.add(form)
        return form

    return {form: root(form) for form in pointers}


def _person(root: int, group: Sequence[NameForm], documents: int, wrote: Sequence[str]) -> PersonFound:
    named = [form for form in group if form.part == "name"]
    name = max(named, key=_fullness).written
    others = Counter({form.written: form.documents for form in sorted(group, key=lambda f: f.documents)})
    kind = next((form.kind for form in group if form.kind), "")
    roles: Counter[str] = Counter()
    for form in group:
        if form.role:
            roles[form.role] += form.documents + 1
    places: Counter[str] = Counter({name: _BY_OWN_PAPER * wrote.count(name) for name in wrote})
    for form in group:
        if form.organisation and not form.organisation.startswith("@"):
            places[form.organisation] += (form.documents + 1) * (_BY_ADDRESS if form.own else 1)
    return PersonFound(
        root, name, tuple(alias for alias, _ in others.most_common() if alias != name),
        "" if kind == "child" else roles.most_common(1)[0][0] if roles else "Parent" if kind == "parent" else "",
        "" if kind else places.most_common(1)[0][0] if places else "",
        kind, tuple(sorted({form.email for form in group if form.email})), documents, tuple(sorted(form.id for form in group)),
    )  # fmt: skip


def _fullness(form: NameForm) -> tuple[bool, bool, bool, int, int]:
    """The name to show: as the case has it, with a given name, with a title and an initial; the usual one of these."""
    name = parse_name(form.written)
    if name is None:
        return bool(form.kind), False, False, 0, form.documents
    return bool(form.kind), name.full and not name.title, name.full, len(name.given) + bool(name.title), form.documents


def person(case: OpenCase, known: int) -> PersonPage:
    """Everything by or about somebody. UsageProblem when there is no such person."""
    ensure(case)
    with case.store.read() as uow:
        found = _find(everybody(uow), known)
        rows = uow.people.mentions(found.forms)
        names = tuple((form.id, _told_apart(form)) for form in _placed(uow) if form.id in found.forms)
    parts = {
        part: tuple(dict.fromkeys(DocumentId(r["document_id"]) for r in rows if r["part"] == part))
        for part in ("author", "sender", "recipient")
    }
    mentions = {(r["document_id"], r["page"], r["start"]): _mention(r) for r in rows if r["start"] >= 0}
    return PersonPage(found, parts["author"], parts["sender"], parts["recipient"], tuple(mentions.values()), names)


def _told_apart(form: NameForm) -> str:
    return " · ".join(part for part in (form.written, form.email or form.organisation) if part)


def _mention(row: dict[str, Any]) -> Mention:
    text, start, end = row["text"] or "", row["start"], row["end"]
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    snippet = f"{text[first:start]}\x02{text[start:end]}\x03{text[end:last]}"
    return Mention(
        DocumentId(row["document_id"]), row["title"] or row["path"].rsplit("/", 1)[-1], row["date"], row["page"], start, end,
        row["part"], " ".join(snippet.split()),
    )  # fmt: skip


def _find(found: Sequence[PersonFound], known: int) -> PersonFound:
    for one in found:
        if one.id == known or known in one.forms:
            return one
    raise UsageProblem("person", f"There is no person {known}.", "", "See the list of people.")


def suggestions(case: OpenCase) -> tuple[SamePerson, ...]:
    """People who may be one, not yet decided about and not put off."""
    ensure(case)
    with case.store.read() as uow:
        found = {one.id: one for one in everybody(uow)}
        merger = _merger(uow)
        roots = _roots({form: pointer for form, (pointer, _) in uow.people.pointers().items()})
        later = {frozenset((roots.get(one, one), roots.get(other, other))) for one, other in uow.people.apart(_LATER)}
    merger.merged()
    out: dict[frozenset[int], SamePerson] = {}
    for likely in merger.likely():
        one, other = roots.get(likely.one), roots.get(likely.other)
        pair = frozenset((one or 0, other or 0))
        if one != other and pair not in later and one in found and other in found:
            out.setdefault(pair, SamePerson(found[one], found[other], likely.reason))
    return tuple(out.values())


def merge(case: OpenCase, one: int, other: int) -> Change:
    """Two people are one: the names of the second belong to the first from now on. UsageProblem for unknown people."""
    ensure(case)
    with case.store.write() as uow:
        known = everybody(uow)
        first, second = _find(known, one), _find(known, other)
        if first.id == second.id:
            raise UsageProblem("person", "These are the same person already.", "Nothing was changed.", "")
        root, joined = sorted((first.id, second.id))
        rows = [uow.audit.edit("people", joined, {"same_as": root, "decided": True})]
        rows += [uow.audit.remove("people_apart", known) for known in _apart_rows(uow, first, second)]
        return uow.audit.record(f"{second.name} and {first.name} are one person", rows)


def split(case: OpenCase, form: int) -> Change:
    """One way of writing a name is somebody else: it stands by itself from now on, and is not joined with the others again."""
    ensure(case)
    with case.store.write() as uow:
        whole = _find(everybody(uow), form)
        others = [other for other in whole.forms if other != form]
        if form not in whole.forms or not others:
            raise UsageProblem(
                "person", "There is nothing to take apart.", "Nothing was changed.", "See the list of people."
            )
        rows = [uow.audit.edit("people", form, {"same_as": None, "decided": True})]
        root = min(others)
        rows += [
            uow.audit.edit("people", other, {"same_as": None if other == root else root})
            for other in others
            if form == whole.id
        ]
        rows += [uow.audit.add("people_apart", {"one_id": form, "other_id": other, "how": ""}) for other in others]
        return uow.audit.record(f"A name of {whole.name} stands by itself", rows)


def not_same(case: OpenCase, one: int, other: int, *, later: bool = False) -> Change:
    """Two people are not one, for good; with `later` only not asked about now."""
    with case.store.write() as uow:
        known = everybody(uow)
        first, second = _find(known, one), _find(known, other)
        values = {"one_id": first.id, "other_id": second.id, "how": _LATER if later else ""}
        rows = [uow.audit.remove("people_apart", known) for known in _apart_rows(uow, first, second)]
        rows.append(uow.audit.add("people_apart", values))
        said = "put off" if later else "are not the same"
        return uow.audit.record(f"{first.name} and {second.name}: {said}", rows)


def _apart_rows(uow: UnitOfWork, first: PersonFound, second: PersonFound) -> list[int]:
    return uow.people.apart_rows(first.forms, second.forms)
