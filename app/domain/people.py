"""The family, organisations and people."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.ids import OrganisationId

NATIONS = ("england", "wales", "scotland", "northern-ireland")

ORGANISATION_KINDS = {
    "school": "School",
    "academy-trust": "Academy trust",
    "nursery": "Nursery",
    "council-send": "Council: special educational needs",
    "council-social-care": "Council: children's social care",
    "council": "Council",
    "nhs-trust": "NHS trust",
    "gp": "GP surgery",
    "camhs": "Child mental health service",
    "police": "Police",
    "cafcass": "Cafcass",
    "charity": "Charity or voluntary service",
    "independent": "Independent professional",
    "regulator": "Regulator or ombudsman",
    "tribunal": "Court or tribunal",
    "other": "Other",
}


class Origin(StrEnum):
    """Who put it there."""

    SUGGESTED = "suggested"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class CaseDetails:
    """The four questions and what letters need. `born` is EDTF or empty; `relationship` e.g. mother. `right_of` is an id of
    RIGHT_OF; `advocate` the name of who signs for the family."""

    child: str
    born: str = ""
    nation: str = "england"
    parent: str = ""
    relationship: str = ""
    address: str = ""
    email: str = ""
    phone: str = ""
    right_of: str = "parent"
    advocate: str = ""


RIGHT_OF = {
    "parent": "A parent or carer, for the child",
    "child": "The child",
    "advocate": "An advocate with written authority",
}
"""Who uses the right: id and words."""

ROLES = {
    "data-protection": "Data protection officer or contact",
    "head": "Headteacher",
    "senco": "SENCo",
    "safeguarding": "Safeguarding lead",
    "chair": "Chair of governors or trustees",
    "complaints": "Complaints manager",
    "manager": "Manager",
    "case-officer": "Case officer",
    "other": "Other",
}
"""What somebody is at an organisation: id and words."""


@dataclass(frozen=True, slots=True)
class Contact:
    """A person at an organisation to whom letters may go. `role` is an id of ROLES."""

    id: int
    organisation: OrganisationId
    name: str
    role: str = "other"
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Organisation:
    """A controller that holds files. `sign` is one letter shown on its badge; `colour` an index into the theme's list."""

    id: OrganisationId
    name: str
    kind: str = "other"
    nation: str = ""
    address: str = ""
    contact: str = ""
    email: str = ""
    sign: str = ""
    colour: int = 0
    origin: Origin = Origin.PERSON
    documents: int = 0


@dataclass(frozen=True, slots=True)
class NewOrganisation:
    """What a person says of an organisation; empty fields are not known."""

    name: str
    kind: str = "other"
    nation: str = ""
    address: str = ""
    contact: str = ""
    email: str = ""
