"""Letters that come too late say so, and letters that would be refused are not offered."""

import pytest

from app.domain.people import NewOrganisation
from app.letters.checks import texts
from app.requests.situations import situation
from app.services import browsing, letter_writing
from app.services.case import OpenCase
from app.services.road import letters_for


@pytest.mark.parametrize(
    ("kind", "known", "late", "early"),
    [
        ("disability-claim-letter", "conduct_on", "that day was", "I will not let that day pass"),
        ("mediation-declined", "decision_on", "ended on", "I may contact you until"),
        ("mediation-wanted", "decision_on", "ended on", "I may contact you until"),
        ("tribunal-appeal-facts", "decision_on", "it has passed", ", by 5pm"),
    ],
)
def test_a_last_day_that_has_passed_is_said_to_have_passed(
    case: OpenCase, kind: str, known: str, late: str, early: str
) -> None:
    owner_kind = "school" if kind.startswith("disability") else "council"
    owner, _ = browsing.save_organisation(case, NewOrganisation("Fenwick", owner_kind, "england"))
    said = {
        day: "\n".join(texts(letter_writing.draft(case, kind, int(owner.id), {known: day}).blocks))
        for day in ("2020-03-02", "2090-03-02")
    }
    assert late in said["2020-03-02"]
    assert late not in said["2090-03-02"]
    assert early in said["2090-03-02"]


def test_a_letter_that_would_be_refused_is_not_offered() -> None:
    found = situation("complaint-answered")
    in_england = {kind for kind, _ in letters_for(found, "england", "school", "school-complaint")}
    in_scotland = {kind for kind, _ in letters_for(found, "scotland", "school", "school-complaint")}
    assert "council-ombudsman" not in in_england
    assert "council-ombudsman" in in_scotland
