"""How well names are found to be people, and joined to the right one: letters, minutes, logs and e-mails of an invented cast.

    python -m benchmarks.people [--set tuned|fresh] [--seeds 1 2] [--wrong]

Two teachers share a surname, a social worker shares surname and initial with one of them, names are misread by a scan, written by
initials and by role alone; streets, schools, months, forms and products stand where names stand. Counted are pairs of places
that name one person, and the share of people found who are people.
"""

import argparse
import random
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from app.domain.people import CaseDetails
from app.services import browsing, case, importing
from app.services import people as service
from app.services.context import Context
from app.services.people import PersonFound
from benchmarks.findings import Score


@dataclass(frozen=True)
class Actor:
    """Somebody: `place` indexes the organisations of the set; `ways` are other ways in which papers of that place name them."""

    given: str
    surname: str
    title: str
    role: str
    place: int
    address: str = ""

    @property
    def full(self) -> str:
        return f"{self.given} {self.surname}"

    @property
    def titled(self) -> str:
        return f"{self.title} {self.surname}"


CASTS = {
    "tuned": (
        ("Larkhollow Primary School", "Fernshire County Council", "Brackenmoor NHS Trust"),
        (
            Actor("Judith", "Hartley", "Mrs", "SENCo", 0, "j.hartley@larkhollow.example"), Actor("Mark", "Hartley", "Mr", "class teacher", 0),
            Actor("Joan", "Hartley", "Ms", "social worker", 1, "joan.hartley@fernshire.example"), Actor("Pat", "Whitlow", "Mrs", "Headteacher", 0),
            Actor("Amara", "Okafor", "Dr", "consultant paediatrician", 2, "amara.okafor@brackenmoor.example"),
            Actor("Kim", "Tranter", "Miss", "teaching assistant", 0), Actor("Gareth", "Ludlow", "Mr", "SEND case officer", 1, "gareth.ludlow@fernshire.example"),
            Actor("Imogen", "Fairweather", "Ms", "speech and language therapist", 2),
        ),
        ("Please use the Station Road gate in September.", "The Autumn Term begins on Monday. Year Four go to Hill Top Farm.",
         "Dear Sir or Madam", "Microsoft Outlook and Class Dojo were used. Pupil Voice: happy.", "Reading Recovery and Maths Mastery were offered.",
         "St John Ambulance came to Church Lane on Sports Day."),
        "Ada Brennan", "Nora Brennan",
    ),
    "fresh": (
        ("St Martin's Academy", "Glanafon City Council", "Valley Community NHS Trust"),
        (
            Actor("Philippa", "Ogunleye", "Mrs", "SENDCo", 0, "pogunleye@stmartins.example"), Actor("Peter", "Ogunleye", "Mr", "head of year", 0),
            Actor("Paula", "Ogunleye", "Ms", "social worker", 1, "paula.ogunleye@glanafon.example"), Actor("Helen", "McAllister", "Ms", "Headteacher", 0),
            Actor("Amrit", "Bains", "Dr", "clinical psychologist", 2, "amrit.bains@valley.example"),
            Actor("Tegan", "O'Shea", "Miss", "learning support assistant", 0), Actor("Tomos", "Bevan", "Mr", "EHCP coordinator", 1, "tomos.bevan@glanafon.example"),
            Actor("Non", "Hughes-Parry", "Mrs", "occupational therapist", 2),
        ),
        ("Bus 14 leaves from Castle Street. Spring Bank Holiday is on Monday.", "Key Stage Three pupils visit Oakwood Leisure Centre.",
         "To Whom It May Concern", "Google Classroom and Accelerated Reader are used.", "Team Around the Family; Zones of Regulation; Lego Therapy.",
         "St David's Day, Victoria Park, Prince Charles Hospital. Attendance Officer vacancy."),
        "Osian Pugh", "Lowri Pugh",
    ),
}  # fmt: skip
_Truth = dict[tuple[str, str], str]
"""(file, name as written) -> who."""


def make(name: str, seed: int) -> tuple[dict[str, bytes], _Truth, tuple[str, ...]]:
    """Files by name and organisation folder, and who each written name is."""
    places, cast, bait, child, parent = CASTS[name]
    rng = random.Random(f"people {name} {seed}")
    files: dict[str, bytes] = {}
    truth: _Truth = {}
    for number in range(30):
        place = rng.randrange(3)
        staff = [actor for actor in cast if actor.place == place]
        writer = rng.choice(staff)
        others = rng.sample(staff, min(len(staff), rng.randint(1, 3)))
        how = rng.choice(("letter", "minutes", "log", "mail", "scan"))
        path = f"{place}/{number:02d} {how}.{'eml' if how == 'mail' else 'txt'}"
        text, who = _paper(how, rng, places[place], writer, others, rng.choice(bait), child, parent)
        files[path] = text.encode()
        truth |= {(path, written): known for written, known in who.items()}
    return files, truth, (child, parent, *(actor.full for actor in cast))


def _paper(
    how: str, rng: random.Random, place: str, writer: Actor, others: list[Actor], bait: str, child: str, parent: str
) -> tuple[str, dict[str, str]]:
    who: dict[str, str] = {}

    def say(actor: Actor, form: str) -> str:
        who[form] = actor.full
        return form

    mother = f"Mrs {parent.split()[-1]}"
    day = f"{rng.randint(1, 28)} March 2022"
    told = " ".join(f"{say(o, o.titled)} saw {child} on {day} and spoke to us." for o in others)
    if how in ("letter", "scan"):
        who[mother] = parent
        signed = say(writer, rng.choice((writer.full, f"{writer.given[0]}. {writer.surname}")))
        if how == "scan" and len(writer.surname) > 5:
            slip = writer.surname.replace("tl", "ti").replace("rn", "m").replace("le", "ie")
            told += f" {say(writer, f'{writer.title} {slip}')} will ring you."
        return (
            f"{place}\n\n{day}\n\nDear {mother}\n\n{child}\n\n{told}\n{bait}\n\nYours sincerely\n\n{signed}\n{writer.role}\n{place}\n",
            who,
        )
    if how == "minutes":
        present = ", ".join(f"{say(o, o.full)} ({o.role})" for o in dict.fromkeys((writer, *others)))
        return (
            f"{place}\nMinutes of the meeting of {day}\nPresent: {present}\n\n{told}\n{bait}\nMinutes taken by: {say(writer, f'{writer.given[0]} {writer.surname}')}\n",
            who,
        )
    if how == "log":
        rows = "\n".join(
            f"{d:02d}/03/2022  {child} was settled.  {say(o, o.given[0] + o.surname[0])}"
            for d, o in enumerate(others, 3)
        )
        return (
            f"{place}\nBehaviour log\nDate  What happened  Staff\n{rows}\n{told}\n{bait}\nReviewed by: {say(writer, f'{writer.title} {writer.given[0]} {writer.surname}')}\n",
            who,
        )
    address = (
        writer.address
        or f"{writer.given[0].lower()}{writer.surname.lower()}@{place.split()[0].lower()}.example".replace("'", "")
    )
    sender = say(writer, writer.full)
    who[parent] = parent
    return (
        f'From: "{writer.surname}, {writer.given}" <{address}>\r\nTo: {parent} <family@home.example>\r\nDate: Thu, 3 Mar 2022 10:00:00 +0000\r\n'
        f"Subject: {child}\r\nMIME-Version: 1.0\r\n\r\nHello\r\n\r\n{told}\r\n{bait}\r\n\r\nKind regards\r\n{sender}\r\n{writer.role}\r\n{place}\r\n"
    ), who


def found(files: dict[str, bytes], name: str) -> tuple[tuple[PersonFound, ...], dict[tuple[str, str], int]]:
    """The people of a case with these files, and who each written name was taken for."""
    places, _, _, child, parent = CASTS[name]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        opened = case.create(
            Context(inline=True),
            root / "case",
            CaseDetails(child, "2013-03-14", "england", parent, "mother"),
            "correct horse battery",
        ).case
        for path, data in files.items():
            target = root / "given" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        for number, place in enumerate(places):
            if (root / "given" / str(number)).exists():
                importing.start(
                    opened,
                    [root / "given" / str(number)],
                    organisation=place,
                    received="2026-06-12",
                    ocr=False,
                    find=False,
                )
        everybody = service.people(opened)
        rows = {row.id: row for row in browsing.documents(opened)}
        places_of = {place: number for number, place in enumerate(places)}
        disclosed = {d.id: places_of[d.organisation_name] for d in browsing.disclosures(opened)}
        taken: dict[tuple[str, str], int] = {}
        for one in everybody:
            with opened.store.read() as uow:
                for row in uow.people.mentions(one.forms):
                    held = rows[row["document_id"]]
                    written = row["text"][row["start"] : row["end"]] if row["start"] >= 0 else ""
                    taken[f"{disclosed[held.disclosure]}/{held.path}", written or one.name] = one.id
        opened.close()
        opened.ctx.close()
    return everybody, taken


def pairs(groups: Iterable[tuple[tuple[str, str], object]]) -> set[tuple[tuple[str, str], tuple[str, str]]]:
    """Pairs of places that name one person."""
    members: defaultdict[object, list[tuple[str, str]]] = defaultdict(list)
    for where, who in groups:
        members[who].append(where)
    return {pair for some in members.values() for pair in combinations(sorted(some), 2)}


def main() -> int:
    """Print figures of each seed and of all."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--set", choices=sorted(CASTS), default="tuned")
    options.add_argument("--seeds", type=int, nargs="*", default=[1, 2])
    options.add_argument("--wrong", action="store_true")
    given = options.parse_args()
    whole, right, all_found = Score(), 0, 0
    for seed in given.seeds:
        files, truth, real = make(given.set, seed)
        everybody, taken = found(files, given.set)
        known = {where: who for where, who in taken.items() if where in truth}
        missing = {where: f"missed {where}" for where in truth if where not in known}
        got, want = pairs({**known, **missing}.items()), pairs(truth.items())
        score = Score()
        score.add(got, want)
        whole.add(((seed, *p) for p in got), ((seed, *p) for p in want))
        surnames = {name.split()[-1].lower() for name in real} | {
            "".join(w[0] for w in name.split()).lower() for name in real
        }
        strangers = [p.name for p in everybody if not any(s[:4] in p.name.lower() for s in surnames if len(s) > 2)]
        right, all_found = right + len(everybody) - len(strangers), all_found + len(everybody)
        print(f"{given.set} {seed}: {len(everybody)} people ({len(real)} true), not people: {strangers}; pairs {score}")
        if given.wrong:
            tell(everybody, truth, known, missing)
    print(f"all: people who are people {right / max(1, all_found):.3f}; places of one person {whole}")
    return 0


def tell(
    everybody: Iterable[PersonFound],
    truth: _Truth,
    known: dict[tuple[str, str], int],
    missing: dict[tuple[str, str], str],
) -> None:
    """Everybody with the ways of writing, and the places missed or mixed."""
    for one in everybody:
        whose = {truth[where] for where, who in known.items() if who == one.id}
        print(
            "  ",
            one.id,
            one.name,
            one.role,
            "|",
            one.organisation,
            "|",
            one.aliases,
            "MIXED" if len(whose) > 1 else "",
            sorted(whose),
        )
    for where in missing:
        print("   missed", where, truth[where])


if __name__ == "__main__":
    raise SystemExit(main())
