"""What stands around a letter: which letters fit this family, an example of each, what to know before sending, the copy that was kept."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.letters import LetterDraft, LetterKind
from app.domain.people import Organisation
from app.letters import catalogue, fitness
from app.letters.compose import compose
from app.letters.sample import sample_facts
from app.requests import advice
from app.services import letter_writing
from app.services.case import OpenCase


@dataclass(frozen=True, slots=True)
class Offered:
    """Letters that are right where the family lives, and for the others why they are not, by id."""

    kinds: tuple[LetterKind, ...]
    elsewhere: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Aside:
    """What is shown beside a letter and never stands in it. `refused`: why it would be wrong here; such a letter cannot be saved.
    `kept`: SHA-256 of the copies frozen when it was sent, by form."""

    refused: str
    cautions: tuple[str, ...]
    advice: str
    kept: Mapping[str, str]


def offered(case: OpenCase) -> Offered:
    """Every letter, and which of them the law of the family's nation does not know. A letter of another nation stays possible
    when one of the case's organisations is there."""
    with case.store.read() as uow:
        nations = {o.nation for o in uow.organisations.all() if o.nation}
    home = case.details().nation
    reasons = {
        kind.id: reason
        for kind in catalogue.kinds()
        if (reason := fitness.not_in(kind, home)) and not nations & set(kind.nations)
    }
    return Offered(catalogue.kinds(), reasons)


def fitting(case: OpenCase, kind: str) -> tuple[Organisation, ...]:
    """The organisations of the case that a letter can be about."""
    with case.store.read() as uow:
        return tuple(o for o in uow.organisations.all() if fitness.suits(kind, o.kind))


def example(kind: str) -> LetterDraft:
    """The letter filled in for an invented family. UsageProblem for a letter that is not known."""
    return compose(kind, sample_facts(kind))


def aside(case: OpenCase, current: LetterDraft) -> Aside:
    """What to know about a letter before it goes."""
    sent = current.status == "sent"
    return Aside(
        "" if sent else letter_writing.why_not(case, current),
        () if sent else letter_writing.cautions(case, current),
        advice.line(case.details().nation),
        kept(case, int(current.id)) if sent and current.id is not None else {},
    )


def kept(case: OpenCase, known: int) -> dict[str, str]:
    """SHA-256 of the Word and PDF copies that were frozen when a letter was sent."""
    with case.store.read() as uow:
        row = uow.letters.raw(known)
        return {form: str(row[f"sent_{form}"]) for form in ("docx", "pdf") if row[f"sent_{form}"]}
