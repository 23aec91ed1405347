"""Counts what understanding gets right on the labelled sentences and records."""

from collections import Counter
from dataclasses import dataclass, field
from types import ModuleType

from app.domain.extracted import ExtractedDocument, ExtractedPage
from app.domain.suggestions import CaseFacts, EventSuggestion, Understanding
from app.understand.run import understand
from tests.unit.understand import labelled, labelled_school

FAMILIES = {
    "2014-03-15": ("Sam Marsh", "Kate Marsh"),
    "2012-08-09": ("Jonah Pike", "Neil Pike"),
    "2013-11-21": ("Ada Finch", "Jo Finch"),
}


@dataclass
class Score:
    """Right, wrong and missed values; `faults` say where."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    lines: int = 0
    faulty_lines: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def facts_of(born: str) -> CaseFacts:
    """What a case knows of the family of a set."""
    child, parent = FAMILIES[born]
    return CaseFacts(child=child, born=born, family=(parent,), received="2024-02-01")


def events_of(sentence: str, source: ModuleType = labelled) -> tuple[EventSuggestion, ...]:
    """The events found in a sentence that stands in a short letter."""
    page = ExtractedPage(source.page_of(sentence))
    return understand(ExtractedDocument("pdf", (page,)), "scan.pdf", facts_of(source.BORN)).events


def score_sentences(source: ModuleType, part: str) -> Score:
    """The score of one part of a set: PLAIN, HARD or TRAPS."""
    score = Score()
    for expected, sentence in labelled.read(getattr(source, part)):
        found = Counter(event.date for event in events_of(sentence, source))
        wanted = Counter(expected)
        right = (found & wanted).total()
        score.lines += 1
        score.right += right
        score.wrong += found.total() - right
        score.missed += wanted.total() - right
        if found != wanted:
            score.faulty_lines += 1
            score.faults.append(f"{sentence!r}: wanted {sorted(wanted)}, found {sorted(found)}")
    return score


def understand_text(text: str, path: str = "scan.pdf", facts: CaseFacts | None = None) -> Understanding:
    """Understand one page of text."""
    return understand(ExtractedDocument("pdf", (ExtractedPage(text),)), path, facts or facts_of(labelled.BORN))


def score_records(source: ModuleType, facts: CaseFacts | None = None) -> dict[str, Score]:
    """Scores for kind, organisation and date on a set of short records."""
    scores = {"kind": Score(), "organisation": Score(), "date": Score()}
    for kind, organisation, date, text in labelled_school.read(source.DOCUMENTS):
        found = understand_text(text, facts=facts)
        pairs = {
            "kind": (kind, found.kind.value if found.kind else ""),
            "organisation": (organisation, found.organisation.value if found.organisation else ""),
            "date": (date, found.date.value if found.date else ""),
        }
        for name, (wanted, got) in pairs.items():
            scores[name].lines += 1
            scores[name].right += wanted == got
            if wanted != got:
                scores[name].faults.append(f"{text[:50]!r}: wanted {wanted!r}, found {got!r}")
    return scores
