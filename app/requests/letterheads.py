"""What a page says about the organisation that wrote it: its address, who looks after data protection, its e-mail, its nation.

Plain rules over text that was read already; each finds nothing rather than something doubtful.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.text import same_name

_POSTCODE = re.compile(r"\b([A-Z]{1,2})\d[A-Z\d]? ?\d[A-Z]{2}\b")
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_OFFICER = re.compile(
    r"\b(?:data protection (?:officer|lead|manager|contact|team)|information governance (?:officer|lead|manager|team)|DPO)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(r"\b(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? )?[A-Z][\w’'-]+(?: [A-Z]\.?)?(?: [A-Z][\w’'-]+){1,2}\b")
_TITLES = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? ")
_NOT_NAMES = frozenset(
    [
        "data",
        "protection",
        "officer",
        "lead",
        "manager",
        "contact",
        "team",
        "information",
        "governance",
        "school",
        "council",
        "trust",
        "nhs",
        "the",
        "our",
        "your",
        "please",
    ]
)
_LETTERBOX = ("dpo", "dataprotection", "data.protection", "data-protection", "foi", "gdpr", "sar", "informationgovernance",
              "information.governance", "ig", "records")  # fmt: skip
_FRONT_DESK = ("office", "admin", "enquiries", "info", "reception", "contact", "school", "mail")
_AREAS = {
    "scotland": frozenset(["AB", "DD", "DG", "EH", "FK", "G", "HS", "IV", "KA", "KW", "KY", "ML", "PA", "PH", "ZE"]),
    "wales": frozenset(["CF", "LD", "LL", "NP", "SA"]),
    "northern-ireland": frozenset({"BT"}),
}
"""Areas of post codes that lie wholly in one nation; every other area is left alone."""
_HEAD_LINES, _ADDRESS_LINES = 14, 6


@dataclass(frozen=True, slots=True)
class Officer:
    """Who looks after data protection; either may be empty."""

    name: str
    email: str


def address_in(text: str, organisation: str) -> str:
    """The lines of the letterhead under the organisation's name, down to the post code; empty when there is no such block."""
    lines = [" ".join(line.split()) for line in text.splitlines()[:_HEAD_LINES]]
    for number, line in enumerate(lines):
        first = re.split(r"[,|•·]", line, maxsplit=1)[0].strip()
        if not line or not same_name(first, organisation):
            continue
        rest = line[len(first) :].strip(" ,|•·")
        return _until_post_code([rest, *lines[number + 1 : number + _ADDRESS_LINES]])
    return ""


def _until_post_code(lines: Sequence[str]) -> str:
    """The parts of an address, one a line; empty when no post code follows or something else stands in between."""
    found: list[str] = []
    for line in lines:
        if not line:
            continue
        if "@" in line or len(line) > 120 or re.search(r"\b(?:Dear|Date|Tel|Ref|To:)\b", line):
            return ""
        code = _POSTCODE.search(line)
        found.append(line[: code.end()] if code else line)
        if code:
            parts = [part.strip() for piece in found for part in re.split(r"[,|•·]", piece)]
            return "\n".join(part for part in parts if part)
    return ""


def nation_in(address: str) -> str:
    """The nation of a post code, where its area lies wholly in one; empty otherwise."""
    code = _POSTCODE.search(address)
    return next((nation for nation, areas in _AREAS.items() if code and code.group(1) in areas), "")


def officer_in(text: str) -> Officer | None:
    """The data protection officer or team that a text names, with the e-mail beside it."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    for number, line in enumerate(lines):
        if not _OFFICER.search(line) or len(line) > 200:
            continue
        near = [line, *lines[number + 1 : number + 3]]
        email = next((found.group().rstrip(".") for piece in near if (found := _EMAIL.search(piece))), "")
        before = lines[number - 1] if number and len(line) < 60 else ""
        name = _name_beside(line) or (_whole_name(before) if before else "")
        if name or email:
            return Officer(name, email)
    return None


def _name_beside(line: str) -> str:
    for piece in re.split(r"[:,(–—|]| is | - ", _EMAIL.sub("", line)):
        if name := _whole_name(piece):
            return name
    return ""


def _whole_name(piece: str) -> str:
    """A piece of a line that is nothing but somebody's name."""
    words = piece.strip(" .)")
    fits = _PERSON.fullmatch(words)
    plain = _TITLES.sub("", words).casefold().split()
    return words if fits and not _NOT_NAMES & set(plain) else ""


def emails_in(text: str) -> tuple[str, ...]:
    """Addresses in a text, each once, in small letters."""
    return tuple(dict.fromkeys(found.group().rstrip(".").lower() for found in _EMAIL.finditer(text)))


def rank_of(email: str) -> int:
    """0 for a data protection letterbox, 1 for a front desk, 2 for anybody else's address."""
    box = email.partition("@")[0].lower()
    return 0 if box in _LETTERBOX else 1 if box in _FRONT_DESK else 2
