"""Mailbox files (MBOX): many messages one after another, given back one by one."""

import email
import email.policy
import re

from app.domain.extracted import ExtractedDocument, Member
from app.ingest import problems
from app.ingest.mime import text_header
from app.ingest.names import safe_name, unique
from app.ingest.reader import CERTAIN, Match, ReaderInfo, ReadOptions

INFO = ReaderInfo(formats={"mbox": "a mailbox"}, endings={"mbox": "mbox", "mbx": "mbox"})
_FROM_LINE = re.compile(rb"(?:\A|\n)From [^\r\n]*\r?\n(?=(?:>From [^\r\n]*\r?\n)?[A-Za-z][A-Za-z0-9-]*:)")
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)


def recognise(data: bytes, name: str) -> Match | None:
    """A line that begins with `From ` at the very start, followed by headers."""
    found = _FROM_LINE.match(data[:8192])
    return Match("mbox", CERTAIN) if found and found.start() == 0 else None


def read(data: bytes, name: str, options: ReadOptions) -> ExtractedDocument:
    """Every message as a member `0001 Subject.eml`. Raises FileProblem damaged or too-large."""
    starts = [match.end() for match in _FROM_LINE.finditer(data)]
    heads = [match.start() for match in _FROM_LINE.finditer(data)]
    if not starts:
        raise problems.damaged(INFO.formats["mbox"])
    if len(starts) > options.limits.max_members:
        raise problems.too_large(f"The mailbox holds more than {options.limits.max_members:,} messages.")
    ends = [*heads[1:], len(data)]
    taken: set[str] = set()
    members = []
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1):
        body = _QUOTED_FROM.sub(rb"\1", data[start:end]).rstrip(b"\r\n") + b"\n"
        members.append(Member(unique(_name(number, body), taken), body))
    return ExtractedDocument(format="mbox", pages=(), members=tuple(members))


def _name(number: int, message: bytes) -> str:
    head = email.message_from_bytes(message[:16384], policy=email.policy.compat32)
    subject = text_header(head, "Subject") or "message"
    return safe_name(f"{number:04d} {subject[:80]}".replace("/", "-").replace("\\", "-")).strip(". ") + ".eml"
