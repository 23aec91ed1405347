"""Counts what a method gets right on a labelled pack: facts of the record, events by exact EDTF and page, traps."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from app.domain.suggestions import CaseFacts
from benchmarks.labelled_packs import Label, LabelledRecord, load


@dataclass(frozen=True, slots=True)
class Answer:
    """What a method says of a record; None where it says nothing of the kind. `events` are (page, start, end, EDTF)."""

    kind: str | None = None
    organisation: str | None = None
    date: str | None = None
    events: tuple[tuple[int, int, int, str], ...] = ()


Method = Callable[[LabelledRecord, CaseFacts], Answer]


@dataclass(slots=True)
class PackScore:
    """Counts over a pack. `facts` is fact to (right, of); `faults` say where, for reading."""

    facts: dict[str, list[int]] = field(default_factory=dict)
    right: dict[str, int] = field(default_factory=lambda: {"plain": 0, "hard": 0})
    missed: dict[str, int] = field(default_factory=lambda: {"plain": 0, "hard": 0})
    wrong: int = 0
    wrong_plain: int = 0
    traps: int = 0
    trapped: int = 0
    faults: list[str] = field(default_factory=list)

    def f1(self, plain_only: bool = False) -> float:
        """Of all events; or of the plain ones, where an answer on the words of a hard one is left out."""
        sorts = ("plain",) if plain_only else ("plain", "hard")
        right, missed = (sum(counts[sort] for sort in sorts) for counts in (self.right, self.missed))
        return 2 * right / max(1, 2 * right + missed + (self.wrong_plain if plain_only else self.wrong))


def score(name: str, method: Method, exact: bool = True) -> PackScore:
    """The score of a method on a pack. `exact` False: a day inside the month, term or year that is true counts as right."""
    facts, records = load(name)
    out = PackScore()
    for record in records:
        answer = method(record, replace(facts, disclosed_by=record.sender))
        for fact in ("kind", "organisation", "date"):
            said, true = getattr(answer, fact), getattr(record, fact)
            if said is not None:
                counts = out.facts.setdefault(fact, [0, 0])
                counts[0] += said == true
                counts[1] += 1
                if said != true:
                    out.faults.append(f"{fact} | {record.path} | {said} | should be {true}")
        _events(record, answer, out, exact)
    return out


def _events(record: LabelledRecord, answer: Answer, out: PackScore, exact: bool) -> None:
    """Events of a page are compared as sets; the record's own date is left out of both, it has its own figure."""
    own = {record.date, answer.date or ""}
    found = {(page, edtf): (start, end) for page, start, end, edtf in answer.events if edtf not in own}
    used: set[tuple[int, str]] = set()
    done: set[tuple[int, str]] = set()
    for label in record.labels:
        if label.sort == "trap" or label.edtf in own or (label.page, label.edtf) in done:
            continue
        done.add((label.page, label.edtf))
        match = next((key for key in found if key[0] == label.page and _same(label, key[1], exact)), None)
        if match:
            used.add(match)
            out.right[label.sort] += 1
        else:
            out.missed[label.sort] += 1
            words = record.pages[label.page - 1][label.start : label.end]
            out.faults.append(f"missed {label.sort} | {record.path} | {words} | {label.edtf}")
    _wrong(record, answer, out, used, own)


def _wrong(record: LabelledRecord, answer: Answer, out: PackScore, used: set[tuple[int, str]], own: set[str]) -> None:
    traps = [label for label in record.labels if label.sort == "trap"]
    hard = [label for label in record.labels if label.sort == "hard"]
    out.traps += len(traps)
    hit: set[Label] = set()
    counted: set[tuple[int, str]] = set()
    for page, start, end, edtf in answer.events:
        over = [label for label in traps if _over(label, page, start, end)]
        hit.update(over)
        if (page, edtf) in used or (page, edtf) in counted or edtf in own:
            continue
        counted.add((page, edtf))
        out.wrong += 1
        out.wrong_plain += not any(_over(label, page, start, end) for label in hard)
        words = record.pages[page - 1][max(0, start - 40) : end + 20].replace("\n", " / ")
        out.faults.append(f"{'TRAP' if over else 'wrong'} | {record.path} | {words} | {edtf}")
    out.trapped += len(hit)


def _over(label: Label, page: int, start: int, end: int) -> bool:
    return label.page == page and label.start < end and start < label.end


def _same(label: Label, edtf: str, exact: bool) -> bool:
    if edtf == label.edtf:
        return True
    if exact:
        return False
    from app.domain import dates

    first, last = dates.bounds(label.edtf)
    return first <= dates.bounds(edtf)[0] <= last
