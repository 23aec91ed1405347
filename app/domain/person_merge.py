"""Which ways of writing a name mean one person: joined only where the evidence is strong, else suggested with the reason.

A form is a way of writing a name within the papers of one organisation. Two people of one surname stay apart as soon as title, given
name, role or organisation speak against their being one.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from app.domain.person_names import PersonName, may_be_one, parse_name, slip

_SCHOOL_ROLES = """SENCO|Deputy DSL|Designated safeguarding lead|Deputy headteacher|Assistant headteacher|Headteacher|Head of year|
Inclusion lead|Teaching assistant|Form tutor|Class teacher|Pastoral or family support|Governor|Attendance officer|ELSA|Chair"""
_SCHOOL = frozenset(role.strip() for role in _SCHOOL_ROLES.split("|"))
_MOST_PAIRS = 60


@dataclass(frozen=True, slots=True)
class NameForm:
    """`written` as found; `organisation` the one whose papers it stands in, or its own where `own` (from an address or signature).
    `kind`: child, parent or sibling for the family; `part`: name, initials or role. `documents` counts papers."""

    id: int
    written: str
    role: str = ""
    organisation: str = ""
    own: bool = False
    email: str = ""
    kind: str = ""
    part: str = "name"
    documents: int = 1


@dataclass(frozen=True, slots=True)
class Likely:
    """Two forms that may be one person, and why; not sure enough to join them."""

    one: int
    other: int
    reason: str


@dataclass(slots=True)
class _Group:
    """Forms that are one person so far."""

    forms: list[NameForm]
    names: list[PersonName] = field(default_factory=list)

    @property
    def organisations(self) -> set[str]:
        return {form.organisation for form in self.forms if form.organisation}

    @property
    def own(self) -> set[str]:
        return {form.organisation for form in self.forms if form.own and form.organisation}

    @property
    def roles(self) -> set[str]:
        return {form.role for form in self.forms if form.role}

    @property
    def titles(self) -> set[str]:
        return {name.title for name in self.names if name.title}

    @property
    def family(self) -> bool:
        return any(form.kind for form in self.forms)


class Merger:
    """`fixed` are joins that a person made (form -> form), `apart` pairs that a person said are not the same."""

    def __init__(
        self, forms: Sequence[NameForm], fixed: Mapping[int, int] | None = None, apart: Collection[tuple[int, int]] = ()
    ) -> None:
        self._forms = {form.id: form for form in forms}
        self._names = {form.id: name for form in forms if (name := parse_name(form.written)) is not None}
        self._parent = {form.id: form.id for form in forms}
        self._members = {form.id: [form.id] for form in forms}
        self._apart: defaultdict[int, set[int]] = defaultdict(set)
        for one, other in apart:
            self._apart[one].add(other)
            self._apart[other].add(one)
        for one, other in (fixed or {}).items():
            if one in self._forms and other in self._forms:
                self._join(one, other)

    def merged(self) -> dict[int, int]:
        """Form -> the form that stands for its person, the smallest id of the group."""
        self._family()
        self._by_address()
        surnames: defaultdict[str, list[int]] = defaultdict(list)
        for known, name in self._names.items():
            if self._forms[known].part == "name":
                surnames[name.surname].append(known)
        for same in surnames.values():
            self._of_surname(same)
        self._slips(surnames)
        self._initials()
        self._roles()
        return {form: min(self._members[self._find(form)]) for form in self._forms}

    def likely(self) -> list[Likely]:
        """Pairs worth asking about, after `merged`."""
        surnames: defaultdict[str, set[int]] = defaultdict(set)
        for known, name in self._names.items():
            if self._forms[known].part == "name":
                surnames[name.surname].add(self._find(known))
        out = [
            pair
            for same in surnames.values()
            for one, other in combinations(sorted(same), 2)
            if (pair := self._ask(one, other))
        ]
        return out[:_MOST_PAIRS]

    def _find(self, form: int) -> int:
        while self._parent[form] != form:
            form = self._parent[form]
        return form

    def _join(self, one: int, other: int) -> bool:
        first, second = sorted((self._find(one), self._find(other)))
        if first == second:
            return True
        if any(self._apart.get(member, set()) & set(self._members[second]) for member in self._members[first]):
            return False
        self._parent[second] = first
        self._members[first] += self._members.pop(second)
        return True

    def _group(self, form: int) -> _Group:
        members = self._members[self._find(form)]
        return _Group([self._forms[m] for m in members], [self._names[m] for m in members if m in self._names])

    def _family(self) -> None:
        """The whole name of the child or a parent is theirs, in whose papers it stands."""
        whole = {
            (name.given, name.surname): known
            for known, name in self._names.items()
            if self._forms[known].kind and name.given
        }
        for known, name in self._names.items():
            member = whole.get((name.given, name.surname))
            if member is not None and may_be_one(name, self._names[member]) and not self._forms[known].role:
                self._join(member, known)

    def _by_address(self) -> None:
        first: dict[str, int] = {}
        for form in self._forms.values():
            if form.email:
                known = first.setdefault(form.email, form.id)
                if (
                    known in self._names
                    and form.id in self._names
                    and self._names[known].surname == self._names[form.id].surname
                ):
                    self._join(known, form.id)

    def _of_surname(self, forms: Sequence[int]) -> None:
        """First within the papers of each organisation, then across them."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for form in forms:
            places[self._forms[form].organisation].append(form)
        for same in places.values():
            self._in_turn(same)
        self._in_turn([self._best(root) for root in dict.fromkeys(self._find(form) for form in forms)])

    def _in_turn(self, forms: Sequence[int]) -> None:
        """Full names first, then initials, then a title alone: each to the one person that it can mean."""
        done: list[int] = []
        for form in sorted(forms, key=self._rank):
            people = {self._find(other) for other in done if self._find(other) != self._find(form)}
            fitting = [root for root in people if self._fits(form, root)]
            sure = [root for root in fitting if self._sure(form, root, forms)]
            if len(sure) < len(fitting):
                place = self._forms[form].organisation
                sure = [root for root in sure if place in self._group(root).organisations]
            chosen = self._choose(form, sure)
            if chosen is not None:
                self._join(chosen, form)
            done.append(form)

    def _rank(self, form: int) -> tuple[bool, int, bool, int]:
        """The family first, then the fullest names."""
        return not self._group(form).family, -_weight(self._names[form]), not self._forms[form].own, form

    def _best(self, root: int) -> int:
        """The fullest name of a group."""
        return max((m for m in self._members[root] if m in self._names), key=lambda m: (_weight(self._names[m]), -m))

    def _fits(self, form: int, root: int) -> bool:
        group, mine = self._group(root), self._group(form)
        if not all(may_be_one(name, other) for name in mine.names for other in group.names):
            return False
        if group.family or mine.family:
            return _in_family(mine, group)
        return not _strangers(mine, group)

    def _sure(self, form: int, root: int, forms: Sequence[int]) -> bool:
        """Where "Mr" and "Mrs" of one surname stand in papers of one organisation, a name that says neither may be either, unless
        the other one is known by another initial."""
        name, group, place = self._names[form], self._group(root), self._forms[form].organisation
        here = [self._names[f] for f in forms if self._forms[f].organisation == place]
        if name.given and not name.sex:
            sexes = {other.sex for other in group.names} - {""}
            others = [other for other in here if other.sex and other.sex not in sexes]
            explained = any(other.given and not may_be_one(name, other) for other in others)
            return not sexes or explained or not any(may_be_one(name, other) for other in others)
        if name.given or not name.sex or any(other.sex for other in group.names):
            return True
        return not any(other.sex not in ("", name.sex) for other in here)

    def _choose(self, form: int, fitting: Sequence[int]) -> int | None:
        """The only one; of several the only one of the same organisation, or the only one with the same given names."""
        name, organisation = self._names[form], self._forms[form].organisation
        if len(fitting) > 1 and name.given:
            exact = [r for r in fitting if any(n.given == name.given for n in self._group(r).names)]
            fitting = exact if len(exact) == 1 else fitting
        if len(fitting) > 1 and self._forms[form].role:
            alike = [root for root in fitting if self._forms[form].role in self._group(root).roles]
            fitting = alike if len(alike) == 1 else fitting
        if len(fitting) > 1 and organisation:
            near = [root for root in fitting if organisation in self._group(root).organisations]
            fitting = near if len(near) == 1 else fitting
        return fitting[0] if len(fitting) == 1 else None

    def _slips(self, surnames: Mapping[str, list[int]]) -> None:
        """A surname that a scan misread: seen less often, in the same organisation, with the same title or given name."""
        names = sorted(surnames)
        for one, other in (
            (a, b)
            for place, a in enumerate(names)
            for b in names[place + 1 :]
            if abs(len(a) - len(b)) < 2 and slip(a, b)
        ):
            for form in surnames[one]:
                for known in surnames[other]:
                    self._slip(form, known)

    def _slip(self, form: int, known: int) -> None:
        one, other = self._forms[form], self._forms[known]
        first, second = self._names[form], self._names[known]
        alike = (first.title == second.title and bool(first.title)) or (
            bool(first.given) and first.given == second.given
        )
        counts = (sum(f.documents for f in self._group(f_id).forms) for f_id in (form, known))
        rare, usual = sorted(counts)
        if alike and may_be_one(first, second) and one.organisation == other.organisation and rare * 3 <= usual:
            self._join(form, known)

    def _initials(self) -> None:
        """ "JH" in the papers of an organisation: the one person there with these initials."""
        for form in self._forms.values():
            if form.part == "initials":
                letters = form.written.lower()
                fitting = {
                    self._find(other) for other, name in self._names.items()
                    if self._forms[other].part == "name" and name.given and name.initials == letters
                    and form.organisation in self._group(other).organisations
                }  # fmt: skip
                if len(fitting) == 1:
                    self._join(fitting.pop(), form.id)

    def _roles(self) -> None:
        """ "the SENCo" in the papers of an organisation: the one person there with that role."""
        for form in self._forms.values():
            if form.part == "role" and form.organisation:
                fitting = {
                    self._find(other.id) for other in self._forms.values()
                    if other.part == "name" and other.role == form.role and other.organisation == form.organisation
                }  # fmt: skip
                if len(fitting) == 1:
                    self._join(fitting.pop(), form.id)

    def _ask(self, one: int, other: int) -> Likely | None:
        first, second = self._group(one), self._group(other)
        if any(self._apart.get(f.id, set()) & {g.id for g in second.forms} for f in first.forms):
            return None
        if not first.names or not second.names or not all(may_be_one(a, b) for a in first.names for b in second.names):
            return None
        a, b = first.forms[0].written, second.forms[0].written
        if first.organisations & second.organisations:
            return Likely(
                one, other, f"“{a}” and “{b}” have the same surname and stand in papers of the same organisation."
            )
        return Likely(
            one, other, f"“{a}” and “{b}” have the same surname, and nothing in their names speaks against it."
        )


def _weight(name: PersonName) -> int:
    return 3 if name.full else 2 if name.given else 1


def _in_family(one: _Group, other: _Group) -> bool:
    """Nobody of the family is a professional of the file, and a child has no title."""
    kinds = {form.kind for form in (*one.forms, *other.forms) if form.kind}
    titled = any(name.title for name in (*one.names, *other.names))
    return (
        len(kinds) == 1
        and not (one.roles | other.roles) - {"Parent"}
        and not (titled and kinds <= {"child", "sibling"})
    )


def _strangers(one: _Group, other: _Group) -> bool:
    """Of two organisations by their own letterhead or address, or with work or titles that one person does not have at both."""
    if one.own and other.own and not one.own & other.own:
        return not one.roles & other.roles
    if one.organisations & other.organisations:
        return bool(one.roles and other.roles and not _could_share(one.roles, other.roles))
    if one.titles and other.titles and not one.titles & other.titles:
        return True
    return bool(one.roles and other.roles and not one.roles & other.roles)


def _could_share(one: Iterable[str], other: Iterable[str]) -> bool:
    """Roles that one person may have in turn: several at a school, or a more and a less exact word for the same work."""
    first, second = set(one), set(other)
    if first & second:
        return True
    return bool(first & _SCHOOL) == bool(second & _SCHOOL) or "Doctor" in first | second
