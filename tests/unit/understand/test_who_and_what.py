"""Kinds, organisations, authors, people and titles."""

from dataclasses import replace

import pytest

from app.domain.extracted import ExtractedDocument, ExtractedPage, MailHeaders
from app.domain.people import ORGANISATION_KINDS
from app.understand.kinds import KIND_LABELS
from app.understand.organisation_cues import WRITERS
from app.understand.organisation_names import same
from app.understand.roles import role_in
from app.understand.run import understand
from app.understand.titles import clean_subject, tidy_stem
from tests.unit.understand import labelled
from tests.unit.understand.scoring import facts_of, understand_text


def test_every_cue_names_a_kind_that_exists() -> None:
    from app.understand.kind_cues import BODY_CUES, HEAD_CUES, PATTERNS

    used = {cue[0] for table in (HEAD_CUES, BODY_CUES) for cues in table.values() for cue in cues} | {
        p[0] for p in PATTERNS
    }
    assert used <= KIND_LABELS.keys()
    assert set(WRITERS) <= KIND_LABELS.keys()
    assert {kind for kinds in WRITERS.values() for kind in kinds} <= ORGANISATION_KINDS.keys()
    assert len(KIND_LABELS) == 43


@pytest.mark.parametrize(("format_", "kind"), [("zip", "archive"), ("pptx", "presentation"), ("png", "photo")])
def test_kinds_by_format(format_: str, kind: str) -> None:
    found = understand(ExtractedDocument(format_, (ExtractedPage(""),)), "x", facts_of(labelled.BORN)).kind
    assert found is not None
    assert found.value == kind


def test_the_reason_names_the_cue() -> None:
    found = understand_text("Individual Education Plan\nTarget 1: ask for a break\n").kind
    assert found is not None
    assert found.reason == "“individual education plan” at the head of the page."


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ("Larkhollow Primary School", "Larkhollow Primary", True),
        ("Larkhollow Primary School", "LPS", True),
        ("Larkhollow Primary School", "Oakmere Academy", False),
        ("Northshire County Council", "Northshire Council", True),
        ("Northshire County Council", "Northshire Police", False),
        ("Ashford Community NHS Foundation Trust", "Ashford Primary School", False),
    ],
)
def test_forms_of_one_name(one: str, other: str, equal: bool) -> None:
    assert same(one, other) is equal


def test_a_known_organisation_is_recognised_by_a_shorter_form() -> None:
    facts = replace(facts_of(labelled.BORN), organisations=(("Larkhollow Primary School", "school"),))
    found = understand_text("Larkhollow Primary\n\nIndividual Education Plan\n\nTarget 1: reading\n", facts=facts)
    assert found.organisation is not None
    assert (found.organisation.value, found.organisation_kind) == ("Larkhollow Primary School", "school")


def test_the_senders_address_tells_the_organisation() -> None:
    facts = replace(
        facts_of(labelled.BORN),
        organisations=(("Larkhollow Primary School", "school"),),
        disclosed_by="Northshire County Council",
    )
    headers = MailHeaders(
        subject="Sam", sender="P Osei <head@larkhollow.northshire.sch.uk>", sent="2021-10-14T08:00:00+01:00"
    )
    found = understand(ExtractedDocument("eml", (ExtractedPage("See you then.\n"),), mail=headers), "a.eml", facts)
    assert found.organisation is not None
    assert found.organisation.value == "Larkhollow Primary School"
    assert [author.value for author in found.authors] == ["P Osei"]


def test_a_letter_of_the_family_is_theirs() -> None:
    text = "14 Alder Road\nAshford\n\n15 October 2021\n\nDear Mrs Hartley\n\nPlease ring me.\n\nYours sincerely\n\nKate Marsh\n"
    found = understand_text(text)
    assert found.organisation is None
    assert [author.value for author in found.authors] == ["Kate Marsh"]


def test_people_with_their_roles() -> None:
    text = "Notes\n\nPresent: Mrs J Hartley (SENCo), Dana Pruitt, social worker, Kate Marsh (mother) and Sam Marsh\n"
    roles = {person.name: person.role for person in understand_text(text).people}
    assert roles["Mrs J Hartley"] == "SENCO"
    assert roles["Dana Pruitt"] == "Social worker"
    assert roles["Sam Marsh"] == ""


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("SENDCo", "SENCO"),
        ("Deputy Headteacher", "Deputy headteacher"),
        ("Consultant Paediatrician", "Paediatrician"),
        ("friend", ""),
    ],
)
def test_roles_have_one_form(words: str, role: str) -> None:
    assert role_in(words) == role


@pytest.mark.parametrize(
    ("subject", "clean"),
    [("RE: FW: Sam's lunch", "Sam's lunch"), ("Re[2]: lunch", "lunch"), ("Reading", "Reading"), ("  ", "")],
)
def test_subjects_lose_their_prefixes(subject: str, clean: str) -> None:
    assert clean_subject(subject) == clean


@pytest.mark.parametrize(
    ("path", "stem"),
    [
        ("a/03_2021-10-14_EP-report_final.pdf", "EP report final"),
        ("Sam's IEP.docx", "Sam's IEP"),
        ("C:\\files\\Clinic letter.pdf", "Clinic letter"),
    ],
)
def test_file_names_made_tidy(path: str, stem: str) -> None:
    assert tidy_stem(path) == stem


def test_a_heading_is_the_title() -> None:
    found = understand_text(
        "Larkhollow Primary School\nINDIVIDUAL PUPIL RISK ASSESSMENT\nPupil: Sam Marsh\n", "IMG_001.pdf"
    )
    assert found.title is not None
    assert found.title.value == "Individual Pupil Risk Assessment"


def test_the_names_of_kinds_are_words_for_people() -> None:
    assert not [label for label in KIND_LABELS.values() if "|" in label or label[:1].isdigit()]
