"""People of a case: found, joined, taken apart, undone."""

from pathlib import Path

import pytest

from app.domain.errors import UsageProblem
from app.services import history, importing, people
from app.services.case import OpenCase
from app.services.understanding import understand_all

LETTER = "Larkhollow Primary School\n14 October 2021\n\nDear Mrs Brennan\n\nMr Hartley and Mrs Hartley saw Ada.\n\nYours sincerely\n\nJane Hartley\nSENCo\n"
MINUTES = "Larkhollow Primary School\nMinutes of 15 October 2021\nPresent: Jane Hartley (SENCo), Alan Hill (class teacher), Anne Hill (governor)\n\nMs A Hill spoke.\n"


@pytest.fixture
def met(case: OpenCase, tmp_path: Path) -> OpenCase:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "letter.txt").write_text(LETTER)
    (folder / "minutes.txt").write_text(MINUTES)
    importing.start(case, [folder], organisation="Larkhollow Primary School", received="2026-06-12", ocr=False)
    return case


def by_name(case: OpenCase, name: str) -> people.PersonFound:
    return next(one for one in people.people(case) if name in (one.name, *one.aliases))


def test_names_are_joined_and_the_family_is_known(met: OpenCase) -> None:
    jane = by_name(met, "Jane Hartley")
    assert "Mrs Hartley" in jane.aliases
    assert (jane.role, jane.organisation, jane.documents) == ("SENCO", "Larkhollow Primary School", 2)
    assert by_name(met, "Mr Hartley").id != jane.id
    assert by_name(met, "Mrs Brennan").kind == "parent"
    assert by_name(met, "Ada Brennan").kind == "child"


def test_everything_by_or_about_somebody(met: OpenCase) -> None:
    page = people.person(met, by_name(met, "Jane Hartley").id)
    assert len(page.wrote) == 1
    assert "\x02Mrs Hartley\x03" in " ".join(m.snippet for m in page.mentions)
    with pytest.raises(UsageProblem):
        people.person(met, 9999)


def test_a_merge_can_be_undone_and_is_kept(met: OpenCase) -> None:
    one, other = by_name(met, "Mr Hartley"), by_name(met, "Alan Hill")
    change = people.merge(met, one.id, other.id)
    assert by_name(met, "Alan Hill").id == by_name(met, "Mr Hartley").id
    understand_all(met)
    assert by_name(met, "Alan Hill").id == by_name(met, "Mr Hartley").id
    history.apply(met, change.inverse())
    assert by_name(met, "Alan Hill").id != by_name(met, "Mr Hartley").id


def test_not_the_same_is_remembered_and_splitting_lasts(met: OpenCase) -> None:
    asked = people.suggestions(met)
    if asked:
        people.not_same(met, asked[0].one.id, asked[0].other.id)
        assert asked[0] not in people.suggestions(met)
    jane = by_name(met, "Jane Hartley")
    form = next(f for f in jane.forms if f != jane.id)
    change = people.split(met, form)
    people.rebuild(met)
    assert form not in by_name(met, "Jane Hartley").forms or form == by_name(met, "Jane Hartley").id
    history.apply(met, change.inverse())
    people.rebuild(met)
    assert form in by_name(met, "Jane Hartley").forms
