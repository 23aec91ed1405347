"""E-mails: a message as data, written as EML here and as MSG by `app.demo.msg`."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file sent along."""

    name: str
    data: bytes
    mime: str = "application/pdf"


@dataclass(frozen=True, slots=True)
class Letter:
    """An e-mail. Addresses are `Name <a@b>`; `sent` carries its offset; `html` "" for plain text only."""

    subject: str
    sender: str
    to: tuple[str, ...]
    sent: datetime
    body: str
    message_id: str
    cc: tuple[str, ...] = ()
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    html: str = ""
    attachments: tuple[Attachment, ...] = ()


def british(moment: datetime) -> datetime:
    """A wall-clock time in the United Kingdom with its offset (summer time from the last Sunday of March to that of October)."""
    summer = _last_sunday(moment.year, 3) <= moment.date() < _last_sunday(moment.year, 10)
    return moment.replace(tzinfo=timezone(timedelta(hours=1)) if summer else UTC)


def _last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def address(text: str) -> Address:
    """`Name <user@host>` taken apart."""
    name, _, spec = text.rpartition("<")
    return Address(name.strip(), addr_spec=spec.rstrip(">").strip())


def eml(letter: Letter) -> bytes:
    """The message as it lies in a mailbox; the same letter gives the same bytes."""
    message = EmailMessage(policy=SMTP)
    message["Message-ID"] = letter.message_id
    message["Date"] = format_datetime(letter.sent)
    message["From"] = address(letter.sender)
    message["To"] = [address(who) for who in letter.to]
    if letter.cc:
        message["Cc"] = [address(who) for who in letter.cc]
    message["Subject"] = letter.subject
    if letter.in_reply_to:
        message["In-Reply-To"] = letter.in_reply_to
        message["References"] = " ".join(letter.references or (letter.in_reply_to,))
    message.set_content(letter.body)
    if letter.html:
        message.add_alternative(letter.html, subtype="html")
    for attachment in letter.attachments:
        main, _, sub = attachment.mime.partition("/")
        message.add_attachment(attachment.data, maintype=main, subtype=sub, filename=attachment.name)
    for index, part in enumerate(message.walk()):
        if part.is_multipart():
            part.set_boundary(f"=_part_{index}_{abs(hash_words(letter.message_id)):010d}")
    return message.as_bytes()


def hash_words(text: str) -> int:
    """A small number from text that is the same in every run."""
    value = 7
    for char in text:
        value = (value * 31 + ord(char)) % 9_999_999_967
    return value
