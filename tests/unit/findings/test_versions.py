"""The same record twice is grouped; records of one form, reports of one kind and answered e-mails are not."""

import random
from dataclasses import replace

import pytest

from app.domain.findings import CaseView, Found
from app.findings.finders import versions
from app.findings.groups import grouped
from tests.unit.findings.views import case, document

FIRST = (
    "Larkhollow Primary School\n14 October 2021\nSEN support review\nAda was born on 14 March 2013.\n"
    "Mother asked for a referral to speech therapy and gave her consent at the meeting in writing.\n"
    "Mr Okoro said that Ada works best in a small group and that long instructions are hard for her.\n"
    "The hospital will be asked for the letter about her hearing before the half term holiday begins.\n"
)
SECOND = (
    "The visual timetable stays in place in class four and the word list goes home every Friday.\n"
    "Miss Hartley will talk to the educational psychologist and tell the family by 12 November 2021.\n"
    "The next review is on 16 December 2021 at a quarter past three in the library of the school.\n"
)
FORM = (
    "Home visit record\nName of child Ada Brennan\nDate of birth 14/03/2013\nDate of visit {date}\nPresent Mrs Brennan\n"
    "Was the child seen: yes\nHome conditions: tidy and warm, food in the kitchen, own bedroom, toys and books about\n"
    "Summary: no concerns were seen today. {more}\nWorker Gillian Rusk\nManager H Straker\n"
)


def find(*documents) -> list[Found]:  # type: ignore[no-untyped-def]
    return list(versions.find(case(*documents)))


def test_changed_words_are_told_with_both_pages() -> None:
    changed = FIRST.replace("asked for a referral", "declined the offer of a referral")
    found = find(document(1, FIRST, SECOND, date="2021-10-14"), document(2, changed, SECOND, date="2021-10-14"))
    assert [(f.document, f.other.document if f.other else 0) for f in found] == [(2, 1)]
    assert found[0].detail["changes"] == [
        {"page": 1, "text": "declined the offer of", "other_page": 1, "other_text": "asked for"}
    ]
    assert FIRST[: found[0].start].endswith("Mother ")
    assert "one place differs" in found[0].reason


def test_what_may_be_a_misreading_of_a_scan_is_told_as_such() -> None:
    read = FIRST.replace("and gave", "an gave").replace("small group", "quiet corner")
    scan = document(2, read, SECOND, date="2021-10-14", scan=True)
    (found,) = find(document(1, FIRST, SECOND, date="2021-10-14"), scan)
    assert [(c["text"], "doubtful" in c) for c in found.detail["changes"]] == [("an", True), ("quiet corner", False)]
    assert "1 of them may be a misreading of the scan" in found.reason


def test_a_draft_and_the_final_one_have_other_dates() -> None:
    final = FIRST.replace("14 October 2021", "2 December 2021") + SECOND
    draft, other = "DRAFT\n" + FIRST + SECOND, FIRST + SECOND
    dated = document(2, final, date="2021-12-02")
    assert find(document(1, draft, date="2021-10-14"), dated)
    assert not find(document(1, other, date="2021-10-14"), dated)


def test_a_missing_page_is_one_change() -> None:
    found = find(document(1, FIRST, SECOND, date="2021-10-14"), document(2, FIRST, date="2021-10-14"))
    changes = found[0].detail["changes"]
    assert [(c["page"], c["text"], c["other_page"]) for c in changes] == [(None, "", 2)]
    assert changes[0]["other_text"].startswith("The visual timetable")
    assert "does not have page 2" in found[0].reason


def test_words_taken_out_and_slips_of_a_scanner() -> None:
    thinner = FIRST.replace("Mr Okoro said", "said")
    misread = (
        SECOND.replace("timetable", "tirnetable")
        .replace("class", "c1ass")
        .replace("goes home", "goeshome")
        .replace("library", "1ibrary")
    )
    noisy = document(2, thinner, misread, date="2021-10-14", scan=True)
    found = find(document(1, FIRST, SECOND, date="2021-10-14"), noisy)
    assert [(c["text"], c["other_text"]) for c in found[0].detail["changes"]] == [("", "Mr Okoro")]


def test_a_figure_that_a_scan_changes_is_told() -> None:
    changed = SECOND.replace("16 December", "18 December")
    found = find(
        document(1, FIRST, SECOND, date="2021-10-14"), document(2, FIRST, changed, date="2021-10-14", scan=True)
    )
    assert [(c["text"], c["other_text"]) for c in found[0].detail["changes"]] == [("18", "16")]


@pytest.mark.parametrize("more", ["", "The kitchen was clean."])
def test_a_form_filled_twice_is_two_records(more: str) -> None:
    one = document(1, FORM.format(date="14/10/2021", more=""), kind="case_notes", date="2021-10-14")
    two = document(2, FORM.format(date="11/11/2021", more=more), kind="case_notes", date="2021-11-11")
    assert not find(one, two)
    assert not find(replace(one, date=""), replace(two, date=""))


def test_letters_of_one_template_are_many_records() -> None:
    letter = FIRST.replace("14 October 2021", "{} 2021").replace("Mr Okoro", "{}")
    many = [
        document(n, letter.format(day, who), date=f"2021-{n + 8:02d}-14")
        for n, (day, who) in enumerate(
            [("14 September", "Mr Okoro"), ("14 October", "Miss Tranter"), ("14 November", "Mr Fell")], 1
        )
    ]
    assert not find(*many)


def test_an_answer_that_quotes_is_another_record() -> None:
    first = "Please may we have the report before the meeting on Thursday.\n" + SECOND
    answer = "Yes, it is attached.\n\nFrom: Nora Brennan\nSent: 14 October 2021\n\n" + first
    assert not find(
        document(1, first, kind="email", message="<1@x>"), document(2, answer, kind="email", message="<2@x>")
    )
    assert not find(
        document(1, first, kind="email", date="2021-10-14"), document(2, answer, kind="email", date="2021-10-15")
    )


def test_a_letter_inside_a_giant_file_is_no_version_of_it() -> None:
    rng = random.Random(1)
    pages = [" ".join(f"word{rng.randrange(9999)}" for _ in range(200)) for _ in range(12)]
    assert not find(document(1, *pages[:6], FIRST, *pages[6:]), document(2, FIRST))


def test_a_log_printed_twice_is_one_record() -> None:
    days = [f"{d:02d}/0{m}/2021" for d in (3, 11, 19) for m in (1, 3, 5)]
    entries = [
        f"Date of incident {day} Added {day} 12:1{n}\nAda sat by the door for {n} minutes and then joined in.\n"
        for n, day in enumerate(days)
    ]
    one = document(
        1, "Safeguarding log\nPrinted 10 June 2026\n" + "".join(entries), kind="chronology_export", date="2026-06-10"
    )
    two = document(
        2, "Safeguarding log\nPrinted 30 October 2026\n" + "".join(entries), kind="chronology_export", date="2026-10-30"
    )
    assert len(find(one, two)) == 1


def test_the_order_of_documents_makes_no_difference() -> None:
    documents = [
        document(1, FIRST, SECOND),
        document(2, FIRST + "One more line."),
        document(3, SECOND, FIRST),
        document(4, FORM),
    ]
    one = {(f.document, f.other.document if f.other else 0) for f in versions.find(CaseView(tuple(documents)))}
    assert one == {
        (f.document, f.other.document if f.other else 0) for f in versions.find(CaseView(tuple(reversed(documents))))
    }


def test_ten_copies_among_many_documents_are_found() -> None:
    rng = random.Random(3)
    words = [f"w{n}" for n in range(3000)]
    texts = [" ".join(rng.choices(words, k=350)) for _ in range(390)]
    copies = [text.replace("w1 ", "x ", 1) for text in texts[:10]]
    documents = [document(n, text) for n, text in enumerate(texts + copies, 1)]
    found = find(*documents)
    assert {(int(f.other.document) if f.other else 0, int(f.document)) for f in found} == {
        (n, 390 + n) for n in range(1, 11)
    }


def test_groups_take_the_smallest_document() -> None:
    assert grouped([(5, 3), (9, 5), (8, 7)]) == {3: 3, 5: 3, 9: 3, 7: 7, 8: 7}
    assert grouped([]) == {}
