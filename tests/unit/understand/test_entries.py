"""Logs and tables: which day an entry is about, what the heading of a column says, what a file hides."""

import pytest

from app.domain.extracted import ExtractedDocument, ExtractedPage, Hidden
from app.domain.suggestions import CaseFacts
from app.understand.run import understand
from tests.unit.understand.scoring import understand_text

LOG = """Case notes
Contact date: 22/05/2023   Type: Home visit
Recorded by K Obi on 24/05/2023 16:50
Ruth says that he was ill yesterday.
Contact date: 07/06/2023   Type: Telephone call
He was in school last Friday. The review is due on 4 July 2023.
Contact date: 28/06/2023   Type: Supervision
A letter will go out tomorrow.
"""


def events(text: str) -> list[str]:
    return [event.date for event in understand_text(text).events]


def test_an_entry_speaks_from_its_own_day() -> None:
    found = understand_text(LOG)
    assert {"2023-05-21", "2023-06-02", "2023-06-29"} <= {event.date for event in found.events}
    assert "2023-05-24" not in {event.date for event in found.events}
    assert found.date is not None
    assert found.date.value == "2023-06-28"


def test_days_without_a_year_go_on_from_the_entry_before() -> None:
    text = "Home-school diary\nMon 11th Sept 2023  Good morning.\nTues 12th  Cross.\nWeds 13th  Dentist next Monday.\nFri 15th  Great.\n"
    assert set(events(text)) >= {"2023-09-11", "2023-09-12", "2023-09-13", "2023-09-18"}


def test_a_column_of_weeks_and_a_column_of_days_of_writing() -> None:
    weeks = "Attendance of Sam Marsh\nWeek commencing   Mon Tue Wed\n06/09/2021   / / /\n13/09/2021   / / /\n\nComments\n14/09/2021  ill\n"
    assert events(weeks)[:3] == ["2021-09-06/2021-09-10", "2021-09-13/2021-09-17", "2021-09-14"]
    logged = (
        "Concern chronology\nID   Date of concern   Logged   Summary\nC-1   4 Oct 2021   6 Oct 2021   He cried in the hall\n"
        "C-2   9 Oct 2021   11 Oct 2021   He hid in the hall\nC-3   12 Oct 2021   13 Oct 2021   He ran off\n"
    )
    found = understand_text(logged)
    assert {"2021-10-04", "2021-10-09"} <= {event.date for event in found.events}
    assert {other.date for other in found.other_dates if other.role == "recorded"} == {
        "2021-10-06",
        "2021-10-11",
        "2021-10-13",
    }


def test_what_a_file_hides_is_told_but_never_what_lies_beneath_a_redaction() -> None:
    hidden = (
        Hidden("hidden-row", "10/11/2021 Sam was held down by two adults", page=1),
        Hidden("insecure-redaction", "on 12/11/2021 the other boy was hurt", page=1),
    )
    document = ExtractedDocument(
        "xlsx", (ExtractedPage("Behaviour log\n09/11/2021 Sam hid under the table\n"),), hidden=hidden
    )
    found = understand(document, "log.xlsx", CaseFacts()).events
    (event,) = [event for event in found if event.start < 0]
    assert (event.date, event.page, event.quote) == ("2021-11-10", 1, "10/11/2021 Sam was held down by two adults")
    assert "hidden row" in event.reason
    assert not any("2021-11-12" in (event.date, event.quote) for event in found)


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("He ran off on the August bank holiday 2021.", "2021-08-30"),
        ("He was sick on Boxing Day.", "2020-12-26"),
        ("He was told on the 12th that he could not come.", "2021-10-12"),
        ("Please come in on Monday week.", "2021-10-25"),
        ("He was up last night.", "2021-10-13"),
        ("He could not read when he was six.", "2020-03/2021-03"),
        ("In AY 20/21 he missed 40 days.", "2020-09/2021-07"),
        ("The voucher was given 12/10.", "2021-10-12"),
    ],
)
def test_further_forms(sentence: str, edtf: str) -> None:
    from tests.unit.understand.scoring import events_of

    assert [event.date for event in events_of(sentence)] == [edtf]


@pytest.mark.parametrize(
    "sentence",
    [
        "Family: Ella Marsh (mother, 14/02/1987); Sam Marsh (15/03/2014); Poppy Marsh (03/11/2018)",
        "SIMS .net report 5.1.14",
        "School starts on 5 September 2021.",
        "This advice should not be used after March 2023.",
        "Notes from before 2012 were not searched.",
        "SLT-R4 v3 (May 2018)",
        "He was in the 14th centile and came 3rd.",
        "The guidance is Suspension and Permanent Exclusion, September 2020.",
    ],
)
def test_further_traps(sentence: str) -> None:
    from tests.unit.understand.scoring import events_of

    assert events_of(sentence) == ()


def test_what_is_printed_on_every_page_is_no_event() -> None:
    pages = tuple(
        ExtractedPage(
            f"Case record of Sam Marsh\n12 May 2022\n\n{text}\nHe is in the blue group.\nHe likes it.\n\n17/06/2023 09:15     Page {number} of 2"
        )
        for number, text in enumerate(("On 3 May 2022 he fell.", "On 4 May 2022 he ran."), 1)
    )
    found = understand(ExtractedDocument("pdf", pages), "record.pdf", CaseFacts(received="2024-02-01")).events
    assert [(event.page, event.date) for event in found] == [(1, "2022-05-03"), (2, "2022-05-04")]


def test_a_row_at_the_foot_of_a_page_is_no_stamp() -> None:
    rows = "Behaviour log\n" + "\n".join(f"{day:02d}/10/2021  Sam ran out of the hall" for day in range(4, 9))
    assert len(set(events(rows))) == 5
