"""winmail.dat by itself: a message that Outlook wrapped for another Outlook."""

from app.domain.extracted import ExtractedDocument, MailHeaders
from app.ingest import problems
from app.ingest.encodings import decode
from app.ingest.mail import Message, mail_document
from app.ingest.reader import CERTAIN, Match, ReaderInfo, ReadOptions
from app.ingest.rtf import rtf_text
from app.ingest.tnef import SIGNATURE, unwrap

INFO = ReaderInfo(
    formats={"winmail": "an Outlook attachment (winmail.dat)"}, endings={"dat": "winmail", "tnef": "winmail"}
)


def recognise(data: bytes, name: str) -> Match | None:
    """By signature."""
    return Match("winmail", CERTAIN) if data.startswith(SIGNATURE) else None


def read(data: bytes, name: str, options: ReadOptions) -> ExtractedDocument:
    """Its text and the files inside. Raises FileProblem damaged."""
    if not data.startswith(SIGNATURE):
        raise problems.unsupported()
    found = unwrap(data)
    if not (found.plain or found.html or found.rtf or found.members):
        raise problems.damaged(INFO.formats["winmail"])
    headers = MailHeaders(attachments=tuple(member.path for member in found.members))
    blocks = rtf_text(found.rtf).blocks if found.rtf and not found.plain and not found.html else []
    html = decode(found.html) or "" if found.html else ""
    return mail_document("winmail", Message(headers, found.plain, html, blocks, members=found.members), options)
