"""Internet e-mail messages as files."""

import re

from app.domain.extracted import ExtractedDocument
from app.ingest import problems
from app.ingest.mail import mail_document
from app.ingest.mime import parse
from app.ingest.reader import LIKELY, Match, ReaderInfo, ReadOptions

INFO = ReaderInfo(formats={"eml": "an e-mail"}, endings={"eml": "eml", "emlx": "eml", "nws": "eml"})
_HEADER = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]?[^\r\n]*(?:\r?\n[ \t]+[^\r\n]*)*(?:\r?\n|\Z)")
_TELLING = frozenset(
    b"from to cc subject date message-id received return-path mime-version content-type reply-to delivered-to "
    b"x-mailer sender in-reply-to references content-transfer-encoding".split()
)


def recognise(data: bytes, name: str) -> Match | None:
    """At least three lines that look like headers at the start, with names that mails have."""
    names = _header_names(data[:16384].lstrip(b"\xef\xbb\xbf\r\n"))
    telling = {n for n in names if n in _TELLING}
    if len(telling) >= 3 and telling & {b"from", b"received", b"message-id", b"return-path", b"mime-version", b"date"}:
        return Match("eml", LIKELY)
    return None


def read(data: bytes, name: str, options: ReadOptions) -> ExtractedDocument:
    """Headers, body and attachments. Raises FileProblem damaged when there are no headers at all."""
    data = data.lstrip(b"\xef\xbb\xbf\r\n")
    if re.match(rb"\d{1,10}\s*\r?\n", data):
        data = data.split(b"\n", 1)[1]
    if not _header_names(data[:16384]):
        raise problems.damaged("an e-mail")
    return mail_document("eml", parse(data), options)


def _header_names(head: bytes) -> list[bytes]:
    names: list[bytes] = []
    if head.startswith(b"From "):
        head = head.partition(b"\n")[2]
    while len(names) < 60 and (match := _HEADER.match(head)):
        names.append(match.group(1).lower())
        head = head[match.end() :]
    return names
