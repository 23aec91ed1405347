"""Who is named, and what only looks like a name."""

import pytest

from app.domain.extracted import ExtractedDocument, ExtractedPage
from app.domain.suggestions import CaseFacts, PersonSuggestion
from app.understand.run import understand


def named(text: str) -> list[PersonSuggestion]:
    return list(
        understand(ExtractedDocument("txt", (ExtractedPage(text),)), "a.txt", CaseFacts(child="Ada Brennan")).people
    )


def names(text: str) -> set[str]:
    return {one.name for one in named(text) if one.part not in ("initials", "role")}


@pytest.mark.parametrize(
    "text",
    [
        "Dear Sir or Madam\nPlease use Station Road in September. The Autumn Term ends on Friday.\nKind regards\n",
        "St John Ambulance, Hill Top Farm, Microsoft Outlook, Class Dojo and Maths Mastery.",
        "Miss Monday. Dr Road. Mrs Meeting. Early Help Hub: Present Day.",
        "Name of school: Larkhollow Primary School\nClass teacher: Year Four\nSENCo: to be confirmed\n",
    ],
)
def test_words_that_are_no_people(text: str) -> None:
    assert not names(text)


def test_titles_initials_and_what_follows() -> None:
    assert names("Mrs J. Hartley Registration was late. Mr Okoro As before; Dr Marsh’s report. Ms Non Hughes-Parry spoke.") == {
        "Mrs J. Hartley", "Mr Okoro", "Dr Marsh", "Ms Non Hughes-Parry",
    }  # fmt: skip
    assert names("Mr and Mrs Brennan came.") >= {"Mr Brennan", "Mrs Brennan"}


def test_surnames_that_are_common_words() -> None:
    assert names("Mrs Green and Mr T Hill met. Alan Page (governor) and Miss Day English came.") == {
        "Mrs Green",
        "Mr T Hill",
        "Alan Page",
        "Miss Day",
    }


def test_people_present_with_their_roles() -> None:
    found = {
        (p.name, p.role)
        for p in named("Minutes\nPresent: Jane Hartley (SENCo), Tom Okoro (class teacher), Pat Whitlow\n")
        if p.part == "named"
    }
    assert found >= {("Jane Hartley", "SENCO"), ("Tom Okoro", "Class teacher"), ("Pat Whitlow", "")}


def test_each_mention_has_its_place() -> None:
    text = "Mrs Hartley phoned. Later Mrs Hartley wrote. Staff: JH\nSpoke to the SENCo.\n"
    found = named(text)
    assert [text[p.start : p.end] for p in found if p.name == "Mrs Hartley"] == ["Mrs Hartley", "Mrs Hartley"]
    assert [text[p.start : p.end] for p in found if p.part == "initials"] == ["JH"]
    assert [p.role for p in found if p.part == "role"] == ["SENCO"]


def test_the_child_is_found_by_the_whole_name() -> None:
    assert names("Ada Brennan was calm. Ada read to us.") == {"Ada Brennan"}
