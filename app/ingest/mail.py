"""What all mail formats share: headers in plain form, and the reading copy of a message."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.extracted import ExtractedDocument, Hidden, MailHeaders, Member
from app.domain.uk_time import shown
from app.ingest.blocks import Block, Para, Run
from app.ingest.compose import document_of
from app.ingest.markup import html_page
from app.ingest.reader import ReadOptions
from app.ingest.reading_copy import lines_as_blocks

_SENSIBLE_SHARE = 0.3


@dataclass(slots=True)
class Message:
    """A message taken apart. `pictures` are by Content-ID. `blocks` is a body already laid out (from RTF)."""

    headers: MailHeaders
    plain: str = ""
    html: str = ""
    blocks: list[Block] = field(default_factory=list)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    members: Sequence[Member] = ()
    properties: dict[str, str] = field(default_factory=dict)
    note: str = ""


def mail_document(format_id: str, message: Message, options: ReadOptions) -> ExtractedDocument:
    """Headers first, then the body: plain text where it says as much as the HTML, else the HTML."""
    body, hidden = _body(message)
    return document_of(
        format_id,
        [_heading(message.headers), *body],
        options,
        title=message.headers.subject,
        properties=message.properties,
        members=message.members,
        hidden=hidden,
        mail=message.headers,
        note=message.note,
    )


def _body(message: Message) -> tuple[list[Block], list[Hidden]]:
    if message.blocks:
        return message.blocks, []
    if not message.html.strip():
        return lines_as_blocks(message.plain), []
    page = html_page(message.html, message.pictures)
    hidden = [Hidden("hidden-text", text) for text in page.concealed]
    shows_pictures = any(f"cid:{name}" in message.html for name in message.pictures)
    has_table = "<table" in message.html.lower()
    words, html_words = len(message.plain.split()), sum(len(t.split()) for t in _texts(page.blocks))
    if words and not shows_pictures and not has_table and words >= _SENSIBLE_SHARE * html_words:
        return lines_as_blocks(message.plain), hidden
    return (page.blocks or lines_as_blocks(message.plain)), hidden


def _texts(blocks: list[Block]) -> list[str]:
    from app.ingest.blocks import plain_text

    return [plain_text([block]) for block in blocks]


def _heading(headers: MailHeaders) -> Para:
    lines = (
        ("From", headers.sender),
        ("To", "; ".join(headers.to)),
        ("Cc", "; ".join(headers.cc)),
        ("Sent", shown(headers.sent)),
        ("Subject", headers.subject),
        ("Attachments", "; ".join(headers.attachments)),
    )
    runs: list[Run] = []
    for label, value in lines:
        if value or label == "Subject":
            runs += [(f"{label}: ", "b"), (f"{value}\n", "")]
    text, style = runs[-1]
    runs[-1] = (text.rstrip("\n"), style)
    return Para(tuple(runs), kind="quote")


def conversation_of(index: bytes) -> str:
    """What all messages of a conversation share in Outlook's index: its 16 byte identifier, in hex ([MS-OXOMSG] 2.2.1.3)."""
    return index[6:22].hex() if len(index) >= 22 and any(index[6:22]) else ""
