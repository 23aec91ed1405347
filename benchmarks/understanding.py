"""Figures of understanding: dates, traps, kinds, organisations and document dates on the labelled sets, and speed.

    python benchmarks/understanding.py [--family]

`--family` also reads the example family's files and compares with what is true of them. dateparser is compared on the same sentences
when it is installed; it is no dependency of the program.
"""

import argparse
import sys
import time
from collections import Counter
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from app.domain.extracted import ExtractedDocument, ExtractedPage
from app.domain.suggestions import CaseFacts
from app.understand.run import understand
from tests.unit.understand import held_out, held_out_two, labelled, labelled_agencies, labelled_school
from tests.unit.understand.scoring import Score, facts_of, score_records, score_sentences

FIRST_RUN = """first runs of the held-out sets, before anything was changed for them:
  held_out      plain F1 0.936, hard F1 0.954, traps 5 of 76 (with three labels of year groups wrong; corrected 0.972 and 0.977)
  held_out_two  plain F1 1.000, hard F1 0.894, traps 3 of 70"""
PARTS = ("PLAIN", "HARD", "TRAPS")
FILLER = (
    "The class worked in pairs and the teacher moved between the tables. Some of the children asked for help, and most of them went on "
    "by themselves. He found the noise hard and put his hands over his ears, but came back to the table when he was asked. "
)


def main() -> None:
    """Print all figures."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--family", action="store_true", help="also read the example family's files")
    chosen = arguments.parse_args()
    for source in (labelled, held_out, held_out_two):
        sentences(source)
    print(FIRST_RUN)
    records()
    speed()
    if chosen.family:
        example_family()


def sentences(source: ModuleType) -> None:
    """Events of one set, beside dateparser's."""
    name = source.__name__.rsplit(".", 1)[-1]
    for part in PARTS:
        score = score_sentences(source, part)
        line = f"{name:14}{part:7}{_figures(score, part)}"
        if find_spec("dateparser"):
            line += f"   dateparser.search: {_figures(_dateparser(source, part), part)}"
        print(line)


def _figures(score: Score, part: str) -> str:
    if part == "TRAPS":
        return f"{score.faulty_lines} of {score.lines} traps gave an event"
    return f"F1 {score.f1:.3f} (right {score.right}, wrong {score.wrong}, missed {score.missed})"


def _dateparser(source: ModuleType, part: str) -> Score:
    """dateparser with its best settings for the UK. A day within the month, term or year wanted counts as right."""
    from dateparser.search import search_dates

    from app.domain import dates

    settings = {
        "DATE_ORDER": "DMY",
        "RELATIVE_BASE": datetime.strptime(source.RECORD_DATE.replace("th", ""), "%d %B %Y"),
    }
    settings["PREFER_DATES_FROM"] = "past"
    score = Score()
    for expected, sentence in labelled.read(getattr(source, part)):
        answers = search_dates(sentence, languages=["en"], settings=settings) or []
        found = Counter(moment.date() for _, moment in answers)
        score.lines += 1
        score.faulty_lines += bool(found) and not expected
        for value in expected:
            first, last = dates.bounds(value)
            match = next((day for day in found if first <= day <= last), None)
            score.right += match is not None
            score.missed += match is None
            if match:
                del found[match]
        score.wrong += found.total()
    return score


def records() -> None:
    """Kind, organisation and date of the short records, with nothing known and with two organisations known."""
    known = (("Larkhollow Primary School", "school"), ("Northshire County Council", "council"))
    for words, organisations in (("nothing known", ()), ("two organisations known", known)):
        facts = CaseFacts(
            **{name: getattr(facts_of(labelled.BORN), name) for name in ("child", "born", "family", "received")}
        )
        facts = CaseFacts(facts.child, facts.born, facts.family, organisations, received=facts.received)
        totals: dict[str, list[int]] = {}
        for source in (labelled_school, labelled_agencies):
            for name, score in score_records(source, facts).items():
                total = totals.setdefault(name, [0, 0])
                total[0] += score.right
                total[1] += score.lines
        print(f"records, {words}: " + ", ".join(f"{name} {a} of {b}" for name, (a, b) in totals.items()))


def speed() -> None:
    """Milliseconds of one processor for a page of 400 words with three dates, in documents of ten pages and of one."""
    lines = [sentence for _, sentence in labelled.read(labelled.PLAIN)]
    pages = []
    for number in range(200):
        some = [lines[(number * 3 + i) % len(lines)] for i in range(3)]
        pages.append(ExtractedPage("\n".join(FILLER + sentence for sentence in some) + "\n" + FILLER * 4))
    words = len(pages[0].text.split())
    for size in (10, 1):
        documents = [ExtractedDocument("pdf", tuple(pages[at : at + size])) for at in range(0, len(pages), size)]
        started = time.process_time()
        for document in documents:
            understand(document, "record.pdf", facts_of(labelled.BORN))
        taken = time.process_time() - started
        print(f"speed: {1000 * taken / len(pages):.2f} ms a page of {words} words ({size} pages a document)")


def example_family() -> None:
    """Kinds, dates and events of the example family's files that have text of their own."""
    from app.demo import family
    from app.domain.errors import AppError
    from app.ingest.reader import ReadOptions
    from app.ingest.registry import read

    person = family.FAMILY
    facts = CaseFacts(person.child, person.born, (person.parent,), received="2026-10-01")
    right, total, events = Counter[str](), 0, Score()
    for file in family.make():
        truth = file.truth
        try:
            document = read(file.data, file.path, ReadOptions(password=truth.password or None))
        except AppError:
            continue
        if truth.duplicate_of or truth.scanned or not truth.events:
            continue
        found = understand(document, file.path, facts)
        total += 1
        right["kind"] += bool(found.kind and found.kind.value == truth.kind)
        right["date"] += bool(found.date and found.date.value == truth.date)
        got = {event.date for event in found.events}
        wanted = {event.edtf for event in truth.events}
        own = {found.date.value} if found.date else set()
        events.right += len(got & wanted)
        events.wrong += len(got - wanted)
        events.missed += len(wanted - got - own)
    print(f"example family, {total} files: kind {right['kind']}, date {right['date']}, events {_figures(events, '')}")


if __name__ == "__main__":
    main()
