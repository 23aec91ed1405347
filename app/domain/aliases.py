"""Other words that people use for the kinds of organisations, nations and requests."""

from collections.abc import Collection, Mapping

ORGANISATION_WORDS = {
    "academy": "academy-trust",
    "trust": "academy-trust",
    "multi-academy-trust": "academy-trust",
    "college": "school",
    "local-authority": "council",
    "education-authority": "council",
    "social-care": "council-social-care",
    "social-services": "council-social-care",
    "send": "council-send",
    "sen-team": "council-send",
    "nhs": "nhs-trust",
    "hospital": "nhs-trust",
    "health": "nhs-trust",
    "health-board": "nhs-trust",
    "nhs-board": "nhs-trust",
    "nhs-foundation-trust": "nhs-trust",
    "health-and-social-care-trust": "nhs-trust",
    "hsc-trust": "nhs-trust",
    "surgery": "gp",
    "gp-surgery": "gp",
    "doctor": "gp",
    "police-force": "police",
    "ombudsman": "regulator",
    "court": "tribunal",
}
NATION_WORDS = {"ni": "northern-ireland", "cymru": "wales"}
REQUEST_WORDS = {
    "sar": "access",
    "dsar": "access",
    "subject-access": "access",
    "subject-access-request": "access",
    "freedom-of-information": "foi",
    "school-record": "educational-record",
    "rectification": "correction",
    "data-protection-complaint": "dp-complaint",
    "ico": "regulator",
    "ehc": "ehc-assessment",
    "ehc-needs-assessment": "ehc-assessment",
    "tribunal": "appeal",
}


def known_word(given: str, known: Collection[str], others: Mapping[str, str]) -> str:
    """The id that a word stands for ("NHS" for "nhs-trust"); "" when it stands for none."""
    word = "-".join(given.casefold().replace("_", " ").replace("-", " ").split())
    return word if word in known else others.get(word, "")
