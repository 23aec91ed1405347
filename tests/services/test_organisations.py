"""Organisations: what files suggest, people, who asks, term dates; each decision can be taken back."""

from pathlib import Path

import pytest

from app.domain.errors import UsageProblem
from app.domain.people import NewOrganisation
from app.services import browsing, history, importing, organisations, term_dates
from app.services.case import OpenCase

LETTER = """Larkhollow Primary School
Mill Lane
Calderwick CW40 1AB

14 October 2021

Dear Mrs Brennan

Thank you for your letter. We have passed it on.

Data Protection Officer: Judith Amis, dpo@larkhollow.example

Yours sincerely
J. Hartley
"""


@pytest.fixture
def school(case: OpenCase, tmp_path: Path) -> int:
    folder = tmp_path / "given"
    folder.mkdir()
    (folder / "letter.txt").write_text(LETTER)
    importing.start(case, [folder], organisation="Larkhollow Primary School", ocr=False)
    owner = int(browsing.find_organisation(case, "Larkhollow").id)
    browsing.set_facts(case, [browsing.documents(case)[0].id], organisation=owner)
    return owner


def test_files_suggest_and_a_person_decides(case: OpenCase, school: int) -> None:
    found = {s.field: s for s in organisations.suggestions(case, school)}
    assert found["address"].value == "Mill Lane\nCalderwick CW40 1AB"
    assert found["email"].value == "dpo@larkhollow.example"
    assert found["contact"].value == "Judith Amis, Data Protection Officer"
    assert "page 1" in found["contact"].reason
    taken = organisations.decide(case, found["email"], yes=True)
    organisations.decide(case, found["contact"], yes=False)
    assert browsing.find_organisation(case, "Larkhollow").email == "dpo@larkhollow.example"
    left = {s.field for s in organisations.suggestions(case, school)}
    assert left & {"address", "email", "contact"} == {"address"}
    history.apply(case, taken.inverse())
    assert browsing.find_organisation(case, "Larkhollow").email == ""


def test_editing_and_its_limits(case: OpenCase, school: int) -> None:
    organisations.edit(
        case, school, NewOrganisation("Larkhollow Primary", "academy-trust", "wales", "a", "b", "c@d.example")
    )
    kept = browsing.find_organisation(case, "Larkhollow")
    assert (kept.name, kept.kind, kept.nation, kept.email) == (
        "Larkhollow Primary",
        "academy-trust",
        "wales",
        "c@d.example",
    )
    with pytest.raises(UsageProblem):
        organisations.edit(case, school, NewOrganisation("X", "castle"))
    with pytest.raises(UsageProblem):
        organisations.edit(case, 99, NewOrganisation("X", "school"))


def test_people_and_to_whom_letters_go(case: OpenCase, school: int) -> None:
    organisations.save_contact(case, school, "Mrs J Hartley", "head", "head@larkhollow.example")
    organisations.save_contact(case, school, "Ms A Reed", "senco")
    head, senco = organisations.contacts(case, school)
    change = organisations.write_to(case, head.id)
    assert browsing.find_organisation(case, "Larkhollow").contact == "Mrs J Hartley, Headteacher"
    assert browsing.find_organisation(case, "Larkhollow").email == "head@larkhollow.example"
    history.apply(case, change.inverse())
    assert browsing.find_organisation(case, "Larkhollow").contact == ""
    gone = organisations.remove_contact(case, senco.id)
    assert [c.name for c in organisations.contacts(case)] == ["Mrs J Hartley"]
    history.apply(case, gone.inverse())
    assert len(organisations.contacts(case)) == 2
    with pytest.raises(UsageProblem):
        organisations.save_contact(case, school, "A", "king")


def test_who_uses_the_right(case: OpenCase) -> None:
    details, advice = organisations.who_asks(case)
    assert (details.right_of, advice.nation) == ("parent", "england")
    organisations.set_who_asks(case, "advocate", "Sam Price")
    assert organisations.who_asks(case)[0].advocate == "Sam Price"
    with pytest.raises(UsageProblem):
        organisations.set_who_asks(case, "uncle")


def test_term_dates_are_kept_and_checked(case: OpenCase, school: int) -> None:
    change = term_dates.set_term_dates(case, school, "2026-11-02..2026-12-18\n2026-09-03..2026-10-23", "2026-11-02")
    kept = term_dates.term_dates(case, school)
    assert kept.terms == (("2026-09-03", "2026-10-23"), ("2026-11-02", "2026-12-18"))
    assert (kept.inset, kept.until) == (("2026-11-02",), "2026-12-18")
    history.apply(case, change.inverse())
    assert term_dates.term_dates(case, school).terms == ()
    for wrong in ("2026-09-03..2026-11-23, 2026-11-02..2026-12-18", "in autumn", "2026-12-18..2026-09-01"):
        with pytest.raises(UsageProblem):
            term_dates.set_term_dates(case, school, wrong)
