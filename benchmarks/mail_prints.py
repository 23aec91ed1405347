"""E-mails as people print or save them: the layouts of mail programs as PDF, DOCX and text."""

import io
import random
import textwrap
from typing import TYPE_CHECKING

import docx
import pymupdf

if TYPE_CHECKING:
    from benchmarks.mail_maker import Mail

_LINES = 52


def print_of(how: str, mail: "Mail", body: str, rng: random.Random) -> tuple[str, bytes]:
    """Ending and bytes of a message in a layout."""
    lines = {"memo": memo, "gmail": gmail, "apple": apple, "owa": owa, "word": memo, "columns": apple}[how](mail)
    text = "\n".join(lines) + "\n\n" + body
    if how == "word":
        return "docx", _docx(text)
    if how == "apple" and rng.random() < 0.3:
        return "txt", text.encode()
    return "pdf", _columns(mail, body) if how == "columns" else _pdf(text)


def memo(mail: "Mail") -> list[str]:
    """Outlook's memo style: the name of who printed, then the header."""
    lines = [
        mail.to[0].split(" <")[0],
        "",
        f"From: {mail.sender}",
        f"Sent: {mail.sent.day:02d} {mail.sent:%B %Y %H:%M}",
    ]
    lines.append("To: " + "; ".join(mail.to))
    if mail.cc:
        lines.append("Cc: " + "; ".join(who.split(" <")[0] for who in mail.cc))
    return [*lines, f"Subject: {mail.subject}", *([f"Attachments: {'; '.join(mail.files)}"] if mail.files else [])]


def gmail(mail: "Mail") -> list[str]:
    """Gmail's print of one message."""
    when = mail.sent
    lines = [
        f"Gmail   {mail.to[0]}",
        mail.subject,
        "1 message",
        f"{mail.sender}  {when.day} {when:%B %Y} at {when:%H:%M}",
    ]
    return [*lines, "To: " + ", ".join(mail.to), *(["Cc: " + ", ".join(mail.cc)] if mail.cc else [])]


def apple(mail: "Mail") -> list[str]:
    """Apple Mail: another order, addresses without brackets."""
    when = mail.sent
    name, _, address = mail.sender.rstrip(">").partition(" <")
    people = ", ".join(who.replace("<", "").rstrip(">") for who in mail.to)
    return [
        f"From: {name} {address}",
        f"Subject: {mail.subject}",
        f"Date: {when.day} {when:%B %Y} at {when:%H:%M}",
        f"To: {people}",
    ]


def owa(mail: "Mail") -> list[str]:
    """Outlook on the web."""
    when = mail.sent
    lines = [mail.subject, mail.sender, f"{when:%a %d/%m/%Y %H:%M}", "To: " + "; ".join(mail.to)]
    return [*lines, *(["Cc: " + "; ".join(mail.cc)] if mail.cc else [])]


def _pdf(text: str) -> bytes:
    lines = [part for line in text.split("\n") for part in (textwrap.wrap(line, 88) or [""])]
    document = pymupdf.open()
    for at in range(0, len(lines), _LINES):
        page = document.new_page()
        for row, line in enumerate(lines[at : at + _LINES]):
            if line:
                page.insert_text((56, 60 + row * 14), line, fontsize=10)
    data: bytes = document.tobytes()
    return data


def _columns(mail: "Mail", body: str) -> bytes:
    """Labels in bold in one column, values in another, then the words."""
    rows = [("From:", mail.sender), ("Sent:", f"{mail.sent.day} {mail.sent:%B %Y %H:%M}"), ("To:", "; ".join(mail.to)),
            ("Subject:", mail.subject)]  # fmt: skip
    document = pymupdf.open()
    page = document.new_page()
    y = 60.0
    for label, value in rows:
        page.insert_text((56, y), label, fontsize=10, fontname="hebo")
        for part in textwrap.wrap(value, 60):
            page.insert_text((140, y), part, fontsize=10)
            y += 14
    for line in [p for raw in body.split("\n") for p in (textwrap.wrap(raw, 88) or [""])][:45]:
        y += 13
        page.insert_text((56, y + 10), line, fontsize=10)
    data: bytes = document.tobytes()
    return data


def _docx(text: str) -> bytes:
    document = docx.Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
