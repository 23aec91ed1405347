"""What stands around a date decides its year, its range and whether it is one: each case once went wrong."""

import pytest

from tests.unit.understand.scoring import events_of, understand_text

LETTERS = """
2021-12-20/2022-01-06 | The office will be closed from 20 December until 6 January.
2021-10-06 | You will be upset after the meeting that we had on 6 October.
2022-01-14 | Could we meet on 14 January instead?
2022-04/2022-07 | Recommendations. 1. Daily reading. 2. Review in class in the summer term.
2021-10-18 | Agreed. Letter to go on Monday.
2021-10-08 | The one here ran out on Friday.
2021-10-22 | I will have the profile ready for Friday week.
2021-10-05 2021-10-06 | He stayed at home on the 5th and 6th.
2021-09-20 | Seizure in school: 20/09.
2021-10-12 | I spoke to his parents by telephone 12.10.21
2021-09-29 | He has been off since 29/9, and is missed.
2020~ | It was lost in 2020 or so.
2020-05 | He has had glasses since 05/2020.
2021-10-13 | Moving up day: Wednesday 13 October. Term ends on 20 December.
2021-08 | The family moved in August.
2021-10-11 | He was well on Monday.
2021-10-12 | Thank you for coming in to see me on Tuesday.
2021-10-15 | Actions: class teacher chase the therapist by Friday.
"""


@pytest.mark.parametrize("line", LETTERS.strip().splitlines())
def test_dates_in_a_letter_of_14_october_2021(line: str) -> None:
    wanted, words = line.split(" | ")
    assert sorted(event.date for event in events_of(words)) == wanted.split()


NO_DATES = """
Tore sheet 12/05 while he drew
The invoice number is 05/2020.
The Code was issued in March 2021.
He lives with his mother and his sister, b. 9 May 2019.
Date range: 01/08/2021 to 01/10/2021
"""


@pytest.mark.parametrize("words", NO_DATES.strip().splitlines())
def test_no_dates(words: str) -> None:
    assert events_of(words) == ()


def _values(text: str) -> list[str]:
    return [event.date for event in understand_text(text).events]


def test_the_month_above_a_numbered_paragraph_has_no_day() -> None:
    values = _values("Notes of meeting\n14 October 2021\n1. He moved to us in August.\n2. Progress is good.\n")
    assert values == ["2021-08"]


def test_the_weekday_at_the_end_of_an_entry_is_not_that_of_the_next() -> None:
    text = (
        "Case notes\n06-Oct-2022  Dr Vance  Throat sore. Well on Monday.\n02-May-2023  Dr Petrie  Rang. Seizure on Sunday.\n"
        "24-Jul-2023  Admin  Notes asked for.\n"
    )
    assert {"2022-10-03", "2023-04-30"} <= set(_values(text))


def test_a_date_in_any_cell_of_comma_separated_values() -> None:
    text = "No,Document,Date,Pages\n1,Referral,08/01/2021,3\n2,Report,20/01/2021,9\n"
    assert {"2021-01-08", "2021-01-20"} <= set(_values(text))


def test_the_next_message_gives_no_year_to_the_one_before() -> None:
    text = (
        "[18/12/2020, 20:41:07] Ann: meeting on 16th Jan now\n[18/12/2020, 20:43:55] Bob: fine, see you there\n"
        "[18/12/2020, 20:44:10] Ann: good\n"
    )
    assert "2021-01-16" in _values(text)


def test_yesterday_in_a_police_log_is_counted_from_its_entry() -> None:
    text = (
        "DALES POLICE OCCURRENCE SUMMARY\nOccurrence 24/1013\nDate of report: 04/11/2021\n"
        "13/10/2021 18:20  Attended. A man spoke to him yesterday.\n14/10/2021 10:05  School informed.\n04/11/2021 11:30  Driver traced.\n"
    )
    assert "2021-10-12" in _values(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "LENNAN COUNCIL\nDRAFT\nEducation, Health and Care Plan\nDate of draft: 26 March 2021\nSection A",
            "2021-03-26",
        ),
        ("RISK ASSESSMENT\nDate of assessment: 24/9/21\nHazard: water\nSigned K Marsh 25/9/21", "2021-09-24"),
        ("Support plan review\nPlan in force from: 29 August 2021\nDate of review: 9 December 2021", "2021-12-09"),
    ],
)
def test_the_day_of_the_record_itself(text: str, value: str) -> None:
    found = understand_text(text).date
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Ysgol Cwm Derw\nHeol y Felin\n\nAnnwyl riant", "Ysgol Cwm Derw"),
        ("LENNAN COUNCIL\nInformation Governance, Council Offices\n\nDear Ms Marsh", "Lennan Council"),
    ],
)
def test_the_name_in_the_letterhead(head: str, name: str) -> None:
    found = understand_text(f"{head}\n\nThank you for your letter.\n\nYours sincerely\nP Ferrier").organisation
    assert found is not None
    assert found.value == name
