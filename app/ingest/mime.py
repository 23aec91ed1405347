"""Internet messages (RFC 5322 and MIME) taken apart leniently: broken headers, missing charsets and odd nesting are usual."""

import base64
import binascii
import email
import email.errors
import email.policy
import re
from dataclasses import replace
from datetime import UTC, datetime
from email.generator import BytesGenerator
from email.header import decode_header
from email.message import Message as Part
from email.utils import parsedate_to_datetime
from io import BytesIO

from app.domain.extracted import MailHeaders, Member
from app.domain.mail_times import sent_time
from app.ingest import problems
from app.ingest.encodings import decode
from app.ingest.mail import Message, conversation_of
from app.ingest.names import safe_name, unique
from app.ingest.pkcs7 import signed_content
from app.ingest.rtf import rtf_text
from app.ingest.tnef import SIGNATURE, unwrap

_ADDRESS = re.compile(r'(?:"(?:\\.|[^"\\])*"|<[^>]*>|[^,;"<])+')
"""One address of a list: commas and semicolons inside quotes and angle brackets do not part addresses."""
_IDS = re.compile(r"<[^<>\s]+>")
_SIGNATURES = {"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"}
_ENCRYPTED = {"application/pkcs7-mime", "application/x-pkcs7-mime"}
_ENDINGS = {
    "application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png", "image/gif": "gif", "text/html": "html",
    "text/plain": "txt", "text/calendar": "ics", "text/csv": "csv", "image/tiff": "tif", "application/rtf": "rtf",
}  # fmt: skip
_MOST_PARTS = 2000
_INNER = (b"Content-Type:", b"MIME-Version:")
_ENCRYPTED_NOTE = "The text of this e-mail is encrypted for one person's certificate and cannot be read here."


def parse(data: bytes) -> Message:
    """Headers, body and attachments of one message; a note when its body is encrypted for somebody's certificate."""
    root = email.message_from_bytes(data.lstrip(b"\r\n"), policy=email.policy.compat32)
    found = _Found()
    found.visit(root, "")
    names = tuple(member.path for member in found.members)
    html = "\n".join(found.html)
    shown = {key: value for key, value in found.pictures.items() if f"cid:{key}" in html}
    for key, member in found.picture_members.items():
        if key not in shown:
            found.members.append(member)
            names += (member.path,)
    plain = "\n\n".join(found.plain)
    blocks = rtf_text(found.rtf).blocks if found.rtf and not plain.strip() and not html.strip() else []
    note = _ENCRYPTED_NOTE if found.encrypted else ""
    return Message(headers(root, names), plain, html, blocks, shown, found.members, note=note)


def headers(root: Part, attachments: tuple[str, ...] = ()) -> MailHeaders:
    """The headers of a message, decoded; `sent` falls back to the last Received line."""
    return MailHeaders(
        subject=text_header(root, "Subject"),
        sender="; ".join(addresses(root, "From") or addresses(root, "Sender")),
        to=addresses(root, "To"),
        cc=addresses(root, "Cc"),
        sent=_sent(root),
        message_id=_first_id(root, "Message-ID"),
        in_reply_to=_first_id(root, "In-Reply-To"),
        references=tuple(_IDS.findall(_raw(root, "References"))),
        attachments=attachments,
        conversation=_conversation(root),
        topic=text_header(root, "Thread-Topic"),
    )


def text_header(part: Part, name: str) -> str:
    """One header decoded and on one line; empty when missing."""
    return decoded(_raw(part, name))


def decoded(raw: str) -> str:
    """RFC 2047 words decoded; raw 8-bit headers read as UTF-8 or Windows text."""
    raw = _eight_bit(raw)
    pieces = []
    try:
        for piece, charset in decode_header(raw):
            pieces.append(piece if isinstance(piece, str) else _decoded_word(piece, charset))
    except (ValueError, LookupError, email.errors.MessageError):
        return " ".join(raw.split())
    return " ".join("".join(pieces).split())


def addresses(part: Part, name: str) -> tuple[str, ...]:
    """Addresses as `Name <a@b>`, or as written where they are no addresses."""
    lines = [" ".join(_eight_bit(str(value)).split()) for value in part.get_all(name, [])]
    return tuple(found for line in lines for piece in _ADDRESS.findall(line) if (found := _address(piece)))


def _address(piece: str) -> str:
    label, bracket, rest = piece.strip(" ,;").rpartition("<")
    if not bracket:
        return decoded(piece.strip(" ,;"))
    address = rest.rstrip("> ").strip()
    label = decoded(label.strip().strip('"').replace('\\"', '"')).strip("'\" ")
    return f"{label} <{address}>" if label and address and label != address else label or address


def iso_time(text: str) -> str:
    """A mail date as ISO 8601 with its offset; UTC for "-0000" (RFC 5322, 3.3), no offset where none is given; empty when it is no
    date. Zones by name are read as in the United Kingdom (BST)."""
    try:
        moment = parsedate_to_datetime(" ".join(text.split()))
    except (ValueError, TypeError, IndexError, OverflowError):
        moment = None
    if moment is not None and (moment.tzinfo or "-0000" in text):
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat(timespec="seconds")
    written = sent_time(text)
    return written.sent if written else moment.isoformat(timespec="seconds") if moment else ""


class _Found:
    def __init__(self) -> None:
        self.plain: list[str] = []
        self.html: list[str] = []
        self.pictures: dict[str, bytes] = {}
        self.picture_members: dict[str, Member] = {}
        self.members: list[Member] = []
        self.taken: set[str] = set()
        self.encrypted = False
        self.rtf = b""
        self.parts = 0

    def visit(self, part: Part, parent: str) -> None:
        """Sort one part: body, picture of the body, attachment, or more parts."""
        self.parts += 1
        if self.parts > _MOST_PARTS:
            raise problems.too_large(f"The e-mail has more than {_MOST_PARTS:,} parts.")
        kind = part.get_content_type()
        if kind == "message/rfc822":
            self._nested(part)
        elif part.is_multipart() and not kind.startswith("message/"):
            children = [child for child in part.get_payload() if isinstance(child, Part)]
            for child in children:
                self.visit(child, kind)
        elif kind in _SIGNATURES:
            return
        elif kind in _ENCRYPTED:
            self._signed_or_encrypted(part)
        elif _is_body(part, kind):
            self._body(part, kind, parent)
        else:
            self._attach(part, kind)

    def _signed_or_encrypted(self, part: Part) -> None:
        """Of a signed message the content stands in clear inside the signature; an encrypted one cannot be read."""
        data = payload(part)
        inner = signed_content(data)
        if not inner:  # a broken signature: what was signed still stands in it
            at = min((place for mark in _INNER if (place := data.find(mark)) >= 0), default=len(data))
            inner = data[at:]
        if inner:
            self.visit(email.message_from_bytes(inner, policy=email.policy.compat32), "")
        else:
            self.encrypted = True

    def _body(self, part: Part, kind: str, parent: str) -> None:
        text = part_text(part)
        if not text.strip():
            return
        if kind == "text/html":
            self.html.append(text)
        elif parent == "multipart/alternative" or not self.html:
            self.plain.append(text)
        else:
            self.html.append(f"<pre>{_escaped(text)}</pre>")

    def _unwrap(self, data: bytes) -> None:
        """Take winmail.dat apart: its attachments become ours, its body serves when there is no other."""
        wrapped = unwrap(data)
        for member in wrapped.members:
            self.members.append(replace(member, path=unique(member.path, self.taken)))
        if not self.plain and not self.html:
            self.plain += [wrapped.plain] if wrapped.plain.strip() else []
            self.html += [decode(wrapped.html) or ""] if wrapped.html else []
            self.rtf = wrapped.rtf

    def _attach(self, part: Part, kind: str) -> None:
        data = payload(part)
        if data.startswith(SIGNATURE):
            self._unwrap(data)
            return
        name = _file_name(part) or _default_name(part, kind)
        cid = _raw(part, "Content-ID").strip().strip("<>")
        member = Member(unique(name, self.taken), data)
        if cid and kind.startswith("image/") and part.get_content_disposition() != "attachment":
            self.pictures[cid] = data
            self.picture_members[cid] = member
        else:
            self.members.append(member)

    def _nested(self, part: Part) -> None:
        inner = part.get_payload()
        child = inner[0] if isinstance(inner, list) and inner and isinstance(inner[0], Part) else None
        data = _bytes_of(child) if child is not None else payload(part)
        subject = text_header(child, "Subject") if child is not None else ""
        name = _file_name(part) or safe_name((subject or "message").replace("/", "-")[:100])
        if not name.lower().endswith(".eml"):
            name += ".eml"
        self.members.append(Member(unique(name, self.taken), data))


def part_text(part: Part) -> str:
    """The text of a text part by its charset, else by its bytes."""
    data = payload(part)
    charset = (part.get_content_charset() or "").replace("iso-8859-1", "cp1252").replace("us-ascii", "utf-8")
    try:
        return data.decode(charset or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return decode(data) or data.decode("cp1252", errors="replace")


def payload(part: Part) -> bytes:
    """Decoded bytes of a part; as they are when the transfer encoding is broken."""
    found = part.get_payload(decode=True)
    if isinstance(found, bytes):
        return found
    raw = part.get_payload()
    return raw.encode("utf-8", "surrogateescape") if isinstance(raw, str) else b""


def _is_body(part: Part, kind: str) -> bool:
    if part.get_content_disposition() == "attachment":
        return False
    if kind.startswith("multipart/") and not part.is_multipart():
        return True
    if kind in ("message/delivery-status", "message/disposition-notification", "text/rfc822-headers"):
        return True
    return kind in ("text/plain", "text/html", "text/enriched") and not _file_name(part)


def _file_name(part: Part) -> str:
    try:
        name = part.get_filename() or ""
    except (ValueError, TypeError, LookupError):
        name = ""
    return safe_name(decoded(name).replace("/", "-")) if name else ""


def _default_name(part: Part, kind: str) -> str:
    ending = _ENDINGS.get(kind) or kind.rsplit("/", 1)[-1][:8]
    return f"attachment.{safe_name(ending)}"


def _bytes_of(part: Part) -> bytes:
    out = BytesIO()
    BytesGenerator(out, mangle_from_=False, maxheaderlen=0).flatten(part)
    return out.getvalue()


def _raw(part: Part, name: str) -> str:
    value = part.get(name)
    return "" if value is None else str(value)


def _eight_bit(raw: str) -> str:
    if raw.isascii():
        return raw
    data = raw.encode("utf-8", "surrogateescape")
    return decode(data) or raw.encode("utf-8", "replace").decode("utf-8")


def _decoded_word(piece: bytes, charset: str | None) -> str:
    try:
        return piece.decode(charset or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return decode(piece) or piece.decode("cp1252", errors="replace")


def _sent(root: Part) -> str:
    for value in (
        _raw(root, "Date"),
        _raw(root, "Sent"),
        *(str(v).rsplit(";", 1)[-1] for v in reversed(root.get_all("Received", []))),
    ):
        if found := iso_time(value):
            return found
    return ""


def _first_id(root: Part, name: str) -> str:
    raw = _raw(root, name)
    found = _IDS.findall(raw)
    return found[0] if found else raw.strip()


def _conversation(root: Part) -> str:
    try:
        index = base64.b64decode("".join(_raw(root, "Thread-Index").split()), validate=True)
    except (ValueError, binascii.Error):
        return ""
    return conversation_of(index)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def iso_moment(moment: datetime) -> str:
    """A moment of a mail store as ISO 8601 with its offset; UTC where it has none."""
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat(timespec="seconds")


def html_parts(data: bytes) -> tuple[str, dict[str, bytes], str]:
    """The first HTML part of a saved web page, pictures by their location or Content-ID, and the subject."""
    root = email.message_from_bytes(data.lstrip(b"\r\n"), policy=email.policy.compat32)
    html = ""
    pictures: dict[str, bytes] = {}
    for part in root.walk():
        kind = part.get_content_type()
        if kind == "text/html" and not html:
            html = part_text(part)
        elif kind.startswith("image/"):
            for name in (_raw(part, "Content-Location").strip(), _raw(part, "Content-ID").strip().strip("<>")):
                if name:
                    pictures[name] = payload(part)
    return html, pictures, text_header(root, "Subject")
