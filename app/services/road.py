"""What is next on the road: for each request the situation in plain words, since when, and the letters that fit."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.requests import Deadline, Request
from app.letters import catalogue
from app.letters.fitness import not_in, refused_there, suits
from app.requests.matters import begun_by, matter, matters
from app.requests.nations import Helper, helpers
from app.requests.situations import Situation, situation
from app.requests.stages import Seen, situations
from app.services import matrix
from app.services.case import OpenCase
from app.services.clocks import Surroundings, answer_of, of_request, surroundings
from app.system import clock

_STAGES = frozenset({"stage-2", "stage-3"})


@dataclass(frozen=True, slots=True)
class Step:
    """Something that can be done now. `letters` are (id, title), best first; `due` is the day it became or becomes due (ISO or
    empty); `date` the deadline it is about, if any. `whom` is who gives free advice where no letter fits."""

    request: Request
    situation: Situation
    letters: tuple[tuple[str, str], ...]
    due: str = ""
    deadline: Deadline | None = None
    whom: tuple[Helper, ...] = ()

    @property
    def opens(self) -> str:
        """letter, matrix, terms or request: what the button of this step opens."""
        return "request" if self.situation.opens == "letter" and not self.letters else self.situation.opens


def steps(case: OpenCase, today: date | None = None) -> tuple[Step, ...]:
    """What can be done now, the most pressing first."""
    now, around = today or clock.today(), surroundings(case)
    found = matrix.table(case)
    made = [step for request in around.requests for step in _of(request, around, found, now)]
    return tuple(sorted(made, key=lambda step: (-step.situation.rank, step.due or "9999", int(step.request.id))))


def _of(request: Request, around: Surroundings, found: matrix.Matrix, today: date) -> list[Step]:
    working = answer_of(request, around)
    lacking = any(m.request == int(request.id) for m in matrix.missing_in(found, int(request.organisation)))
    seen = Seen(frozenset(f.kind for f in around.followers(request)), lacking)
    dates = of_request(request, around, today)
    return [_step(request, situation(name), around, dates) for name in situations(request, working, today, seen)]


def _step(request: Request, found: Situation, around: Surroundings, dates: tuple[Deadline, ...]) -> Step:
    nation, kind = around.nation_of(request), around.kind_of(request)
    happened = frozenset(what for _, what, _ in request.log)
    letters = letters_for(found, nation, kind, request.kind, happened)
    about = next((d for d in dates if d.state in ("overdue", "due-soon")), None)
    return Step(request, found, letters, about.due if about else "", about, helpers(nation)[:2] if not letters else ())


def letters_for(
    found: Situation,
    nation: str,
    organisation_kind: str,
    request_kind: str = "",
    happened: frozenset[str] = frozenset(),
) -> tuple[tuple[str, str], ...]:
    """(id, title) of the letters that fit a situation there, best first; a stage that was asked for already is not offered."""
    known = {kind.id: kind for kind in catalogue.kinds()}
    fitting = [
        known[letter]
        for letter in found.letters
        if letter in known
        and suits(letter, organisation_kind)
        and not not_in(known[letter], nation)
        and not refused_there(letter, nation, organisation_kind)
    ]
    if found.id == "start":
        fitting = [kind for kind in fitting if begun_by(kind.id) == request_kind]
    stages = matter(request_kind).notes if request_kind else {}
    fitting = [kind for kind in fitting if stages.get(kind.id) not in happened & _STAGES]
    fitting.sort(key=lambda kind: (_is_stage(kind.id, stages), _meant_for(kind.id, organisation_kind)))
    return tuple((kind.id, kind.title) for kind in fitting)


def _is_stage(letter: str, stages: Mapping[str, str]) -> int:
    """0 for the next stage of this kind of complaint, 1 for what leads out of it, 2 for a stage of another kind."""
    if letter in stages:
        return 0
    return 2 if any(letter in other.notes for other in matters()) else 1


def _meant_for(letter: str, organisation_kind: str) -> int:
    """How closely a letter that begins a matter is meant for this kind of organisation: 0 is closest."""
    kind = begun_by(letter)
    meant = matter(kind).organisations if kind else ()
    return meant.index(organisation_kind) if organisation_kind in meant else len(meant)
