"""Running newer rules over the stored text: what changed is told, what a person decided stays."""

from pathlib import Path

import pytest

from app.domain.events import EventStatus
from app.domain.reruns import FactChange
from app.services import browsing, importing, timing, understanding
from app.services.case import OpenCase

LETTER = """Larkhollow Primary School
School Lane, Ashford

14 October 2021

Dear Mrs Brennan

Ada was seen by the nurse on 12 October 2021. We shall meet on 21 October 2021.
Date typed: 15/10/2021

Yours sincerely
J Hartley
SENCo
"""


@pytest.fixture
def letter(case: OpenCase, tmp_path: Path) -> int:
    (tmp_path / "letter.txt").write_text(LETTER)
    importing.start(case, [tmp_path / "letter.txt"], received="2026-06-13")
    return browsing.documents(case)[0].id


def older_rules(case: OpenCase, facts_too: bool = True) -> None:
    """As an older program left it: one date not found; with `facts_too`, another kind and date, and a date that is none."""
    with case.store.write() as uow:
        run = uow.connection.exec_driver_sql
        run("DELETE FROM events WHERE date = '2021-10-21'")
        if facts_too:
            run("UPDATE documents SET kind = 'other', date = '2021-10-15'")
            run("UPDATE events SET date = '2021-10-11' WHERE date = '2021-10-12'")


def test_what_changed_is_listed(case: OpenCase, letter: int) -> None:
    older_rules(case)
    report = understanding.understand_all(case)
    assert (report.documents, report.documents_changed) == (1, 1)
    (change,) = report.changes
    assert (change.document, change.path) == (letter, "letter.txt")
    assert set(change.facts) == {FactChange("kind", "other", "letter"), FactChange("date", "2021-10-15", "2021-10-14")}
    assert {"2021-10-12", "2021-10-21"} <= {entry.date for entry in change.added}
    assert "2021-10-11" in {entry.date for entry in change.removed}
    assert understanding.understand_all(case).changes == ()


def test_decisions_stay_and_are_no_change(case: OpenCase, letter: int) -> None:
    browsing.set_facts(case, [letter], date="2021-10-13", kind="email")
    entry = next(e for e in timing.entries(case) if e.date == "2021-10-12")
    timing.dismiss(case, [entry.id])
    older_rules(case, facts_too=False)
    report = understanding.understand_all(case)
    row = browsing.documents(case)[0]
    assert (row.date, row.kind) == ("2021-10-13", "email")
    assert not any(fact.name in ("date", "kind") for change in report.changes for fact in change.facts)
    assert {entry.date for change in report.changes for entry in change.added} >= {"2021-10-21"}
    shown = timing.entries(case, timing.TimelineFilter(statuses=()))
    assert [e.status for e in shown if e.date == "2021-10-12"] == [EventStatus.DISMISSED]


def test_days_of_writing_are_told_with_the_document(case: OpenCase, letter: int) -> None:
    assert [(o.date, o.role) for o in browsing.document(case, letter).other_dates] == [("2021-10-15", "typed")]
    assert [o["role"] for o in browsing.other_dates(case)[letter]] == ["typed"]
    assert "2021-10-15" not in [e.date for e in timing.entries(case)]
