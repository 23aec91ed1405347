"""Outlook stores (PST, OST) by libpff: every message as an internet message, from which the reader of e-mails goes on."""

import base64
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_string
from email.header import Header
from email.message import Message as Part
from email.mime.application import MIMEApplication
from email.mime.base import MIMEBase
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime, formataddr
from typing import Any, TypeVar

from app.ingest.blocks import plain_text
from app.ingest.encodings import decode
from app.ingest.names import safe_name
from app.ingest.rtf import rtf_text

T = TypeVar("T")
_CLASS, _SENDER_NAME, _SENDER, _SENDER_SMTP, _SENT_FOR_SMTP = 0x001A, 0x0C1A, 0x0C1F, 0x5D01, 0x5D02
_MESSAGE_ID, _REFERENCES, _ANSWER_TO = 0x1035, 0x1039, 0x1042
_NAME, _ADDRESS, _SMTP, _ROLE = 0x3001, 0x3003, 0x39FE, 0x0C15
_LONG_NAME, _SHORT_NAME, _MEDIA_TYPE, _CONTENT_ID = 0x3707, 0x3704, 0x370E, 0x3712
"""Property numbers of [MS-OXPROPS]."""
_ROLES = {1: "To", 2: "Cc", 3: "Bcc"}
_FROM_HEADERS = ("From", "To", "Cc", "Date", "Message-ID", "In-Reply-To", "References", "Reply-To")
_MAIL = ("IPM.NOTE", "IPM.SCHEDULE", "REPORT.", "IPM.POST", "IPM.DOCUMENT")
_SYSTEM_FOLDERS = frozenset(
    {"", "Root - Mailbox", "Root - Public", "IPM_SUBTREE", "Top of Personal Folders", "Top of Outlook data file"}
)
_DEEPEST_FOLDER, _DEEPEST_MESSAGE = 40, 8


@dataclass(frozen=True, slots=True)
class Found:
    """A message of the store: `path` is its folder and name; `message` None for one that cannot be read."""

    path: str
    message: Part | None
    is_mail: bool = True


def messages(data: bytes) -> Iterator[Found]:
    """Messages folder by folder, in the order of the store. Raises OSError for what is no sound store."""
    import pypff

    store = pypff.file()
    store.open_file_object(io.BytesIO(data))
    try:
        yield from _folder(store.get_root_folder(), "", 0)
    finally:
        store.close()


def _folder(folder: Any, path: str, depth: int) -> Iterator[Found]:
    for number in range(_got(lambda: int(folder.get_number_of_sub_messages()), 0)):
        yield _message_of(folder, number, path)
    if depth > _DEEPEST_FOLDER:
        return
    for number in range(_got(lambda: int(folder.get_number_of_sub_folders()), 0)):
        below = _nth(folder.get_sub_folder, number)
        if below is not None:
            name = _named(below)
            inner = path if name in _SYSTEM_FOLDERS else f"{path}{safe_name(name.replace('/', '-'))}/"
            yield from _folder(below, inner, depth + 1)


def _message_of(folder: Any, number: int, path: str) -> Found:
    item = _got(lambda: folder.get_sub_message(number), None)
    if item is None:
        return Found(f"{path}{number + 1:04d} message.eml", None)
    subject = _got(lambda: str(item.subject or ""), "").strip("\x00\x01 ")
    name = safe_name(f"{number + 1:04d} {subject[:80] or 'message'}".replace("/", "-").replace("\\", "-")).strip(". ")
    kind = _properties(item).text(_CLASS).upper()
    if kind and not kind.startswith(_MAIL):
        return Found(f"{path}{name}", None, is_mail=False)
    return Found(f"{path}{name}.eml", _built(item, subject, 0))


class _Properties:
    """Properties of one message, recipient or attachment by number."""

    def __init__(self, record_set: Any) -> None:
        self._entries: dict[int, Any] = {}
        for index in range(_got(lambda: int(record_set.number_of_entries), 0)):
            entry = _nth(record_set.get_entry, index)
            if entry is not None:
                self._entries.setdefault(_kind(entry), entry)

    def text(self, key: int) -> str:
        """A text without line ends; empty when it is missing."""
        entry = self._entries.get(key)
        found = "" if entry is None else _got(lambda: str(entry.get_data_as_string() or ""), "")
        return " ".join(found.replace("\x00", "").split())

    def number(self, key: int) -> int:
        entry = self._entries.get(key)
        return 0 if entry is None else _got(lambda: int(entry.get_data_as_integer()), 0)


def _properties(item: Any) -> _Properties:
    return _Properties(_got(lambda: item.get_record_set(0), None))


def _built(item: Any, subject: str, depth: int) -> Part:
    """The internet message: its own headers where it came with some, else made from its properties."""
    root = MIMEMultipart("mixed")
    for name, value in {"Subject": subject, **_headers(item)}.items():
        root[name] = _header(value)
    root.attach(_body(item))
    for number in range(_got(lambda: int(item.number_of_attachments), 0)):
        attachment = _nth(item.get_attachment, number)
        part = None if attachment is None else _attachment(attachment, number, depth)
        if part is not None:
            root.attach(part)
    return root


def _headers(item: Any) -> dict[str, str]:
    given = message_from_string(_got(lambda: str(item.transport_headers or ""), ""))
    found = {name: " ".join(str(given[name]).split()) for name in _FROM_HEADERS if given[name]}
    own = _properties(item)
    address = own.text(_SENDER_SMTP) or own.text(_SENT_FOR_SMTP) or own.text(_SENDER)
    sender = own.text(_SENDER_NAME) or _got(lambda: str(item.sender_name or ""), "")
    made = {
        "From": _person(sender, address), "Date": _moment(item), "Message-ID": own.text(_MESSAGE_ID),
        "Thread-Topic": str(_value(item, "conversation_topic") or ""), "Thread-Index": _index(item),
        "In-Reply-To": own.text(_ANSWER_TO), "References": own.text(_REFERENCES), **_recipients(item),
    }  # fmt: skip
    return {name: value for name, value in (made | found).items() if value}


def _index(item: Any) -> str:
    """The conversation index, as Outlook itself sends it in a header."""
    raw = _value(item, "conversation_index")
    return base64.b64encode(raw).decode() if isinstance(raw, bytes) else ""


def _recipients(item: Any) -> dict[str, str]:
    people: dict[str, list[str]] = {}
    listed = _got(lambda: item.recipients, None)
    for number in range(_got(lambda: int(listed.number_of_record_sets), 0) if listed is not None else 0):
        one = _Properties(_nth(listed.get_record_set, number))
        address = one.text(_SMTP) or one.text(_ADDRESS)
        people.setdefault(_ROLES.get(one.number(_ROLE) & 0xF, "To"), []).append(_person(one.text(_NAME), address))
    return {role: ", ".join(filter(None, names)) for role, names in people.items()}


def _person(name: str, address: str) -> str:
    """A name only where the address is Exchange's internal one."""
    if "@" not in address:
        return f'"{name.replace(chr(34), "")}" <>' if name else ""
    try:
        return formataddr((name if name != address else "", address))
    except UnicodeError:
        return f"{name} <{address}>"


def _moment(item: Any) -> str:
    """The time of sending, else of arrival; stores keep both in UTC."""
    for name in ("client_submit_time", "delivery_time", "creation_time"):
        found = _value(item, name)
        if isinstance(found, datetime) and found.year > 1980:
            return format_datetime(found.replace(tzinfo=UTC))
    return ""


def _body(item: Any) -> Part:
    plain = _text(_got(lambda: item.plain_text_body, None))
    html = _text(_got(lambda: item.html_body, None))
    if not plain.strip() and not html.strip():
        rtf = _got(lambda: item.rtf_body, None)
        plain = plain_text(rtf_text(bytes(rtf)).blocks) if rtf else ""
    both = MIMEMultipart("alternative")
    if plain.strip() or not html.strip():
        both.attach(MIMEText(plain, "plain", "utf-8"))
    if html.strip():
        both.attach(MIMEText(html, "html", "utf-8"))
    return both


def _text(raw: Any) -> str:
    text = (decode(raw) or raw.decode("cp1252", errors="replace")) if isinstance(raw, bytes) else str(raw or "")
    return text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "")


def _attachment(attachment: Any, number: int, depth: int) -> Part | None:
    """A file of the message, a picture of its text, or a message inside it."""
    own = _properties(attachment)
    name = own.text(_LONG_NAME) or own.text(_SHORT_NAME) or f"attachment {number + 1}"
    inner = _got(lambda: attachment.get_sub_item(0), None) if _got(lambda: attachment.number_of_sub_items, 0) else None
    if inner is not None and hasattr(inner, "transport_headers") and depth < _DEEPEST_MESSAGE:
        return MIMEMessage(_built(inner, _got(lambda: str(inner.subject or ""), ""), depth + 1))
    size = _got(lambda: int(attachment.get_size()), 0)
    data = _got(lambda: bytes(attachment.read_buffer(size)), b"") if size > 0 else b""
    if not data:
        return None
    return _file(data, name, own.text(_MEDIA_TYPE), own.text(_CONTENT_ID))


def _file(data: bytes, name: str, media_type: str, content_id: str) -> Part:
    major, _, minor = media_type.partition("/")
    part: Part
    if content_id and major == "image" and minor.isascii():
        part = MIMEBase("image", minor or "png")
        part.set_payload(data)
        _encode(part)
        part["Content-ID"] = f"<{content_id.strip('<>')}>"
        part.add_header("Content-Disposition", "inline", filename=("utf-8", "", name))
        return part
    part = MIMEApplication(data)
    part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", name))
    return part


def _encode(part: Part) -> None:
    from email.encoders import encode_base64

    encode_base64(part)


def _header(text: str) -> Any:
    """A header's value: a `Header` where it is not ASCII, which the typing of the standard library does not foresee."""
    clean = "".join(letter for letter in " ".join(text.split()) if letter.isprintable())
    return clean if clean.isascii() else Header(clean.encode("utf-8", "replace").decode("utf-8"), "utf-8")


def _nth(take: Callable[[int], Any], number: int) -> Any:
    """One of several things of the store; None for a broken one."""
    return _got(lambda: take(number), None)


def _value(thing: Any, name: str) -> Any:
    return _got(lambda: getattr(thing, name), None)


def _named(folder: Any) -> str:
    return str(_value(folder, "name") or "")


def _kind(entry: Any) -> int:
    return int(_value(entry, "entry_type") or 0)


def _got(take: Callable[[], T], otherwise: T) -> T:
    """One value of the store; what libpff raises on a broken one costs only that."""
    try:
        return take()
    except (OSError, ValueError, TypeError, AttributeError, OverflowError, LookupError, UnicodeError):
        return otherwise
