"""Outlook messages (MSG)."""

import base64
import binascii
import warnings
from typing import Any

from app.domain.extracted import ExtractedDocument, MailHeaders, Member
from app.ingest import problems
from app.ingest.blocks import Block
from app.ingest.compose import document_of
from app.ingest.encodings import decode
from app.ingest.mail import Message, conversation_of, mail_document
from app.ingest.mime import iso_moment, iso_time
from app.ingest.names import safe_name, unique
from app.ingest.office import compound
from app.ingest.reader import CERTAIN, Match, ReaderInfo, ReadOptions
from app.ingest.rtf import rtf_text

INFO = ReaderInfo(formats={"msg": "an Outlook message"}, endings={"msg": "msg", "oft": "msg"})


def recognise(data: bytes, name: str) -> Match | None:
    """A compound file with the property stream of a message."""
    return Match("msg", CERTAIN) if compound.kind(data) == "msg" else None


def read(data: bytes, name: str, options: ReadOptions) -> ExtractedDocument:
    """Headers, body (plain, HTML or RTF only) and attachments; messages inside are members. Raises FileProblem."""
    import logging

    import extract_msg

    logging.getLogger("extract_msg").addHandler(logging.NullHandler())
    logging.getLogger("extract_msg").propagate = False
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            message: Any = extract_msg.openMsg(
                data, strict=False, errorBehavior=extract_msg.enums.ErrorBehavior.SUPPRESS_ALL
            )
        except Exception as error:
            raise problems.damaged(INFO.formats["msg"]) from error
        with message:
            return _document(message, options)


def _document(message: Any, options: ReadOptions) -> ExtractedDocument:
    members, pictures = _attachments(message)
    html = _html(message)
    shown = {key: data for key, data in pictures.items() if f"cid:{key}" in html}
    kept = [member for key, member in members if key not in shown]
    headers = _headers(message, tuple(member.path for member in kept))
    plain = str(_get(message, "body") or "")
    blocks: list[Block] = []
    if not plain.strip() and not html.strip():
        blocks = rtf_text(_get(message, "rtfBody") or b"").blocks
    if not headers.sender and not headers.to and not plain.strip() and not html.strip() and not blocks:
        return _other_item(message, kept, options)
    parts = Message(
        headers, plain, html, blocks, shown, kept, {"importance": str(_get(message, "importanceString") or "")}
    )
    return mail_document("msg", parts, options)


def _other_item(message: Any, members: list[Member], options: ReadOptions) -> ExtractedDocument:
    """A calendar entry, contact or note that has only a subject."""
    from app.ingest.blocks import para

    subject = str(_get(message, "subject") or "")
    if not subject and not members:
        raise problems.damaged(INFO.formats["msg"])
    return document_of("msg", [para(subject)], options, title=subject, members=members)


def _get(message: Any, name: str) -> Any:
    """One property; None where the library cannot make sense of it, which costs only that property."""
    try:
        return getattr(message, name, None)
    except Exception:  # noqa: BLE001 - see above
        return None


def _headers(message: Any, attachments: tuple[str, ...]) -> MailHeaders:
    moment = _get(message, "date")
    sent = iso_moment(moment) if hasattr(moment, "tzinfo") else iso_time(str(moment or ""))
    return MailHeaders(
        subject=str(_get(message, "subject") or "").strip("\x00 "),
        sender=_person(str(_get(message, "sender") or "")),
        to=_people(str(_get(message, "to") or "")),
        cc=_people(str(_get(message, "cc") or "")),
        sent=sent,
        message_id=str(_get(message, "messageId") or "").strip(),
        in_reply_to=str(_get(message, "inReplyTo") or "").strip(),
        references=_references(message),
        attachments=attachments,
        conversation=_conversation(message),
        topic=_property(message, "__substg1.0_0070"),
    )


def _references(message: Any) -> tuple[str, ...]:
    """Message ids of the thread, from the internet headers or the property that keeps them."""
    raw = _get(message, "header")
    text = str(raw.get("References") or "") if raw is not None else ""
    return tuple((text or _property(message, "__substg1.0_1039")).split())


def _conversation(message: Any) -> str:
    """The conversation index as the message keeps it, or as its internet headers do."""
    try:
        index = message.getStream("__substg1.0_00710102")
    except Exception:  # noqa: BLE001 - a broken property costs only itself
        index = None
    if not isinstance(index, bytes):
        raw = _get(message, "header")
        written = "".join(str(raw.get("Thread-Index") or "").split()) if raw is not None else ""
        try:
            index = base64.b64decode(written, validate=True)
        except (ValueError, binascii.Error):
            index = b""
    return conversation_of(index)


def _property(message: Any, name: str) -> str:
    try:
        return str(message.getStringStream(name) or "").strip("\x00 ")
    except Exception:  # noqa: BLE001 - a broken property costs only itself
        return ""


def _people(text: str) -> tuple[str, ...]:
    parts = (
        text.replace("\x00", "").split(";") if ";" in text else text.replace("\x00", "").replace(">,", ">;").split(";")
    )
    return tuple(person for part in parts if (person := _person(part)))


def _person(text: str) -> str:
    """ "Name <a@b>"; a name only where the address is Exchange's internal one."""
    text = " ".join(text.replace("\x00", "").split()).strip('"')
    label, bracket, address = text.partition("<")
    if bracket and "@" not in address:
        return label.strip().strip('"')
    label = label.strip().strip('"')
    return f"{label} <{address}" if bracket and label and label != address.rstrip(">") else address.rstrip(">") or label


def _html(message: Any) -> str:
    body = _get(message, "htmlBody")
    if isinstance(body, bytes):
        return decode(body) or body.decode("cp1252", errors="replace")
    return str(body or "")


def _attachments(message: Any) -> tuple[list[tuple[str, Member]], dict[str, bytes]]:
    members: list[tuple[str, Member]] = []
    pictures: dict[str, bytes] = {}
    taken: set[str] = set()
    for number, attachment in enumerate(_get(message, "attachments") or (), start=1):
        member = _member(attachment, number, taken)
        key = str(_get(attachment, "contentId") or _get(attachment, "cid") or "").strip("<>\x00 ")
        if key and member.data and member.path.lower().endswith((".png", ".jpg", ".jpeg", ".gif", ".bmp")):
            pictures[key] = member.data
        members.append((key, member))
    return members, pictures


def _member(attachment: Any, number: int, taken: set[str]) -> Member:
    data = _get(attachment, "data")
    name = str(_get(attachment, "longFilename") or _get(attachment, "shortFilename") or _get(attachment, "name") or "")
    name = safe_name(name.replace("/", "-").replace("\x00", "")) if name.strip("\x00 ") else f"attachment {number}"
    if isinstance(data, bytes):
        return Member(unique(name, taken), data)
    if data is None:
        return Member(unique(name, taken), b"", "damaged", "The attachment is not in the message file.")
    if not name.lower().endswith(".msg"):
        subject = str(_get(data, "subject") or "").strip("\x00 ")
        name = safe_name((subject or name).replace("/", "-")[:100]) + ".msg"
    try:
        return Member(unique(name, taken), data.exportBytes())
    except Exception:  # noqa: BLE001 - a message inside that cannot be written out costs only itself
        return Member(unique(name, taken), b"", "damaged", "The message inside could not be taken out.")
