"""Who was sent a record, as the record itself shows: To and Cc of e-mails, "cc" and "copy to" lines, distribution lists, and who was
there when it was shared (UK GDPR Article 19: each recipient is to be told of a correction)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.domain.extracted import MailHeaders
from app.domain.text import plain

_LABELS = {
    r"c\.?c\.?|copy to|copies to|copied to|carbon copy": "copied in",
    r"distribution(?: list)?|circulation(?: list)?|circulated to|distributed to|sent to|shared with": "on the distribution list",
    r"present|attendees|in attendance|attended by|those present|attending": "was at the meeting",
}
_LINE = re.compile(
    r"^[ \t>*•-]*(?P<label>"
    + "|".join(_LABELS)
    + r")\b[ \t]*(?:\([^)]{0,30}\))?[ \t]*(?:[:\t]|[ ]{3,}|$)[ \t]*(?P<rest>.*)$",
    re.IGNORECASE,
)
_NEXT_LABEL = re.compile(r"^[ \t]*[A-Z][\w’' /]{1,28}:(?:\s|$)")
_TITLED = r"(?=(?:Mr|Mrs|Ms|Miss|Dr|Mx|Prof)\b)"
_PARTS = re.compile(rf"\s*;\s*|,\s+{_TITLED}|\s+and\s+{_TITLED}|\s*[•·|]\s*")
_COMMAS = re.compile(r",\s+(?=[A-Z])")
_ADDRESS = re.compile(r"<[^>]*>|\[mailto:[^\]]*\]|\S+@\S+", re.IGNORECASE)
_NOISE = re.compile(
    r"^(?:none|n/?a|nil|file|all|as above|see (?:above|below|list)|to|the|apologies.*|on file)\.?$", re.IGNORECASE
)
_LETTERS = re.compile(r"[A-Za-zÀ-ɏ]{2}")
_TABLE = re.compile(
    r"^[ \t]*(?:names?|attendees?|who)\b.*\b(?:present|attend|role|job title|agency|organisation|apologies)",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"^[ \t]*(?P<name>(?:(?:Mr|Mrs|Ms|Miss|Dr|Mx|Prof)\.?[ ])?[A-Z][\w’'.-]*(?:[ ][A-Z][\w’'.-]*){0,3})(?=[ \t]{2,}|\t|$)"
)
_ABSENT = re.compile(r"\b(?:no|apologies|absent|did not attend)[ \t.]*$", re.IGNORECASE)
_MOST_LINES, _LONGEST = 14, 70


@dataclass(frozen=True, slots=True)
class Shown:
    """A person or body on a page (from 1; 0: in the headers of an e-mail) and how the record shows it."""

    name: str
    page: int
    how: str


def of_mail(mail: MailHeaders) -> Iterator[Shown]:
    """Everybody in To and Cc."""
    for addresses, how in ((mail.to, "sent to (To)"), (mail.cc, "copied in (Cc)")):
        for address in addresses:
            if name := _name_of(address):
                yield Shown(name, 0, how)


def of_pages(pages: Iterable[tuple[int, str]]) -> Iterator[Shown]:
    """Names behind a label on its line, or on the lines below it until an empty line or another label. `pages`: (number, text)."""
    for number, text in pages:
        lines = text.splitlines()
        for at, line in enumerate(lines):
            found = _LINE.match(line)
            if found is not None:
                how = next(h for label, h in _LABELS.items() if re.fullmatch(label, found["label"], re.IGNORECASE))
                for name in _names(found["rest"], lines[at + 1 : at + 1 + _MOST_LINES]):
                    yield Shown(name, number, how)
            elif _TABLE.match(line):
                for name in _rows(lines[at + 1 : at + 1 + _MOST_LINES]):
                    yield Shown(name, number, "was at the meeting")


def _rows(below: list[str]) -> Iterator[str]:
    """The first cells of a table of who was there, as long as each row has a name; a cell that ran on is stepped over."""
    strange = 0
    for line in below:
        person = _PERSON.match(line)
        if person is None or len(person["name"].split()) < 2:
            strange += 1
            if strange > 1 or re.match(r"^[ \t]*\d+[.)]?[ \t]", line):
                return
        else:
            strange = 0
            if not _ABSENT.search(line):
                yield person["name"]


def _names(rest: str, below: list[str]) -> Iterator[str]:
    only_commas = bool(rest.strip()) and ";" not in rest and not re.search(_TITLED, rest)
    block = _COMMAS.split(rest) if only_commas else [rest] if rest.strip() else []
    for line in below:
        if (
            not line.strip()
            or _NEXT_LABEL.match(line)
            or _LINE.match(line)
            or (rest.strip() and not _goes_on(block[-1], line))
        ):
            break
        block.append(line)
    for line in block:
        yield from (name for part in _PARTS.split(line) if (name := _tidy(part)))


def _goes_on(before: str, line: str) -> bool:
    """Whether a list that began on the label's own line runs on into the next one."""
    return before.rstrip().endswith((",", ";")) or line.startswith(("  ", "\t"))


def _tidy(part: str) -> str:
    name = " ".join(_ADDRESS.sub(" ", part).split()).strip(" ,;:.-–*•\"'")
    fits = bool(_LETTERS.search(name)) and len(name) <= _LONGEST and not _NOISE.match(name)
    return name if fits and name[:1].isupper() else ""


def _name_of(address: str) -> str:
    """The name of an address, else the address itself."""
    shown = " ".join(re.sub(r"<[^>]*>", " ", address).split()).strip(" ,;\"'")
    if shown:
        return shown
    inside = re.search(r"<([^>]+)>", address)
    return inside[1] if inside else ""


def same(one: str, other: str) -> bool:
    """Whether two entries name the same: letter for letter without case, titles and what stands behind a bracket or comma."""
    return _bare(one) == _bare(other)


def _bare(name: str) -> str:
    front = re.split(r"\s*[(,]", plain(name))[0]
    return re.sub(r"^(?:mr|mrs|ms|miss|dr|mx|prof(?:essor)?)\.?\s+", "", front)
