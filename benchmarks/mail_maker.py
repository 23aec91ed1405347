"""Invented conversations by e-mail as files, with what is true of them: for measuring only.

`SETS["tuned"]` was looked at while the rules were written; `SETS["fresh"]` has other people, words and layouts.
"""

import base64
import random
import struct
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from app.demo.mail import Attachment, Letter, british
from app.demo.msg import msg
from benchmarks.mail_prints import print_of


@dataclass(frozen=True)
class Wording:
    """What a set is made from."""

    people: tuple[str, ...]
    subjects: tuple[str, ...]
    sentences: tuple[str, ...]
    fills: tuple[tuple[str, ...], ...]
    disclaimers: tuple[str, ...]
    answers: tuple[str, ...]
    forwards: tuple[str, ...]
    quotes: tuple[str, ...]
    prints: tuple[str, ...]


@dataclass
class Mail:
    """One message of a conversation. `held`: its own file is among what is given."""

    sender: str
    to: list[str]
    cc: list[str]
    sent: datetime
    subject: str
    body: str
    own_id: str
    earlier: "list[Mail]" = field(default_factory=list)
    quote: str = ""
    held: bool = True
    files: tuple[str, ...] = ()


@dataclass(frozen=True)
class MailFile:
    """A file: `thread` is the number of its conversation."""

    name: str
    data: bytes
    thread: int


TUNED = Wording(
    people=(
        "Jane Hartley <j.hartley@larkhollow.example>", "Nora Brennan <nora.brennan@postbox.example>",
        "Okoro, C. <c.okoro@larkhollow.example>", "Whitlow, P. (Head) <p.whitlow@larkhollow.example>",
        "Karen Tranter <ktranter@larkhollow.example>", "Imogen Fairweather <imogen.fairweather@brackenmoor.example>",
        "Office <office@larkhollow.example>", "Sam O'Neill <sam.oneill@fernshire.example>",
    ),
    subjects=("Attendance", "Ada - review on Thursday", "Meeting", "Speech and language referral", "Lunch", "EHCP draft", "Uniform",
              "Behaviour yesterday", "Transport form", "Ada Brennan Year 4", "Question", "Report of the psychologist"),
    sentences=("I spoke to {0} about the {1} and we agreed to look at it again on {2}.", "Could you send me the {1} before {2} please?",
               "{0} was not in class on {2} and nobody told us about the {1}.", "We have had a long talk about the {1} with {0} this week.",
               "Please find the {1} with this message, as {0} asked on {2}.", "I am worried that the {1} has not been done since {2}."),
    fills=(("Mr Okoro", "the office", "her teacher", "Miss Tranter", "the nurse"),
           ("word list", "seating plan", "reading record", "meeting notes", "consent form", "timetable", "diary", "phone log"),
           ("Monday", "Tuesday afternoon", "the last day of term", "Friday morning", "the 3rd", "sports day")),
    disclaimers=("", "This email and any attachments are confidential and intended for the addressee only."),
    answers=("RE: ", "Re: ", "AW: ", "Re[2]: "), forwards=("FW: ", "Fwd: "),
    quotes=("outlook", "wrote", "original"), prints=("memo", "gmail", "apple"),
)  # fmt: skip
FRESH = Wording(
    people=(
        "Mrs P Ogunleye <pogunleye@stmartins.example>", "Gareth Pugh <garethpugh77@homemail.example>",
        "DAVIES, Rhian <rhian.davies@glanafon.example>", "Dr Amrit Bains <a.bains2@valleytrust.example>",
        "Pastoral Team <pastoral@stmartins.example>", "Lowri Pugh <lowri.p@homemail.example>",
        "Tomos Bevan <tbevan@glanafon.example>", "Hughes-Parry, Non <nhughes-parry@stmartins.example>",
    ),
    subjects=("Attendance", "Tuesday", "Osian's support plan", "IDP review", "Exclusion on 4 May", "Hearing test", "Trip money", "Bus pass",
              "Osian Pugh 8B", "Catch up", "Sensory assessment", "Ticket 20341: file request", "Concern"),
    sentences=("Following our call about {1}, {0} will write to you by {2}.", "As far as I know {0} has still not read the {1}.",
               "Is there any news of the {1}? It was promised for {2}.", "{0} told Osian on {2} that the {1} had been lost.",
               "We'd be grateful for a copy of the {1}; {0} mentioned it {2}.", "Osian came home upset {2} because of the {1}."),
    fills=(("Ms Bevan", "the head of year", "his tutor", "the paediatrician", "someone in the office"),
           ("hearing aids", "one page profile", "minutes", "risk assessment", "maths test", "detention slip", "statement", "bus rota"),
           ("next week", "on Wednesday", "before half term", "yesterday", "in March", "by the 21st")),
    disclaimers=("", "Mae croeso i chi gysylltu yn Gymraeg. You are welcome to contact us in Welsh or English.",
                 "CONFIDENTIAL: if you are not the intended recipient please delete this message and tell the sender."),
    answers=("RE: ", "Re: ", "SV: ", "RE: [EXTERNAL] ", "Re: Fwd: AW: "), forwards=("FW: ", "Fwd: ", "WG: "),
    quotes=("outlook", "wrote", "apple", "wrote_on", "plain"), prints=("memo", "owa", "apple", "word", "columns"),
)  # fmt: skip
SETS = {"tuned": TUNED, "fresh": FRESH}


def make(name: str, seed: int, conversations: int = 60) -> list[MailFile]:
    """Files of a set in the order of a shuffled folder."""
    rng = random.Random(f"{name} {seed}")
    wording = SETS[name]
    files: list[MailFile] = []
    start = datetime(2020, 9, 3, 8, 0)
    for number in range(conversations):
        subject = rng.choice(wording.subjects)
        begun = start + timedelta(days=rng.randint(0, 25) + number * 12, minutes=rng.randint(0, 600))
        files += _files(wording, rng, number, _conversation(wording, rng, subject, begun, number))
    rng.shuffle(files)
    return files


def _conversation(words: Wording, rng: random.Random, subject: str, begun: datetime, number: int) -> list[Mail]:
    group = rng.sample(words.people, rng.randint(2, 4))
    mails: list[Mail] = []
    base = subject
    for place in range(rng.choice((1, 1, 2, 3, 3, 4, 6))):
        begun += timedelta(minutes=rng.randint(7, 60 * 24 * 4))
        sent = british(begun)
        before = mails[-1] if mails else None
        forward = before is not None and rng.random() < 0.15
        sender = rng.choice([p for p in group if before is None or p != before.sender])
        others = [before.sender] if before else [p for p in group if p != sender]
        copied = [p for p in group if p != sender and p not in others and rng.random() < 0.5]
        if forward and len(words.people) > len(group):
            others = [rng.choice([p for p in words.people if p not in group])]
        if before is not None and rng.random() < 0.08:
            base = rng.choice(words.subjects) + " (was: " + subject + ")"
        prefix = "" if before is None else rng.choice(words.forwards if forward else words.answers)
        own = f"<{number}.{place}.{rng.randint(1, 10**9)}@mail.example>"
        mail = Mail(sender, others, copied, sent, prefix + base, _body(words, rng, sender), own,
                    list(mails), rng.choice((*words.quotes, "none")) if before else "")  # fmt: skip
        if forward or base != subject:
            mail.quote = mail.quote if mail.quote not in ("none", "") else words.quotes[0]
        mail.held = rng.random() > 0.15
        mails.append(mail)
        group = list(dict.fromkeys((*group, sender, *others)))
    return mails


def _body(words: Wording, rng: random.Random, sender: str) -> str:
    lines = [
        rng.choice(words.sentences).format(*(rng.choice(f) for f in words.fills)) for _ in range(rng.randint(2, 5))
    ]
    name = sender.split("<")[0].strip()
    parts = ["Hello", " ".join(lines), f"Regards\n{name}", rng.choice(words.disclaimers)]
    return "\n\n".join(part for part in parts if part)


def quoted(mail: Mail) -> str:
    """The body with the conversation so far below it, as the writer's program quotes."""
    if not mail.earlier or mail.quote in ("", "none"):
        return mail.body
    return f"{mail.body}\n\n{quote(mail.earlier[-1], mail.quote)}"


def quote(mail: Mail, how: str) -> str:
    """A message as it stands quoted."""
    inner = quoted(mail) if mail.quote not in ("", "none") else mail.body
    name, _, address = mail.sender.rstrip(">").partition(" <")
    when = mail.sent
    if how == "wrote":
        head = f"On {when:%a}, {when.day} {when:%b %Y} at {when:%H:%M}, {mail.sender} wrote:"
        return head + "\n\n" + "\n".join(f"> {line}" for line in inner.split("\n"))
    if how == "apple":
        head = f"> On {when.day} {when:%b %Y}, at {when:%H:%M}, {name} <{address}> wrote:\n> \n"
        return head + "\n".join(f"> {line}" for line in inner.split("\n"))
    if how == "wrote_on":
        return f"{name} wrote on {when:%d/%m/%Y %H:%M}:\n" + inner
    if how == "plain":
        return "\n".join(f"> {line}" for line in inner.split("\n"))
    top = "-----Original Message-----\n" if how == "original" else "________________________________\n"
    shown = f"{name} [mailto:{address}]" if how == "original" else mail.sender
    to = "; ".join(who.split(" <")[0] for who in mail.to)
    return f"{top}From: {shown}\nSent: {when.day:02d} {when:%B %Y %H:%M}\nTo: {to}\nSubject: {mail.subject}\n\n{inner}"


def _files(words: Wording, rng: random.Random, number: int, mails: Sequence[Mail]) -> list[MailFile]:
    files: list[MailFile] = []
    index = base64.b64encode(b"\x01" + struct.pack(">Q", number)[3:] + rng.randbytes(16)).decode()
    ids = rng.choice(("full", "full", "full", "direct", "index", "none"))
    for place, mail in enumerate(mails):
        if not mail.held:
            continue
        weak = (
            ids == "none"
            and ("(was:" in mail.subject or mail.subject.lower().startswith(("fw", "wg")))
            and mail.quote == "plain"
        )
        how = rng.choice(("eml", "eml", "eml", "msg", "print", "print", "both")) if not weak else "eml"
        name = f"{number:03d}-{place}"
        if how in ("eml", "both"):
            files.append(MailFile(f"{name}.eml", _eml(mail, "full" if weak else ids, index), number))
        elif how == "msg":
            files.append(MailFile(f"{name}.msg", msg(_letter(mail, ids)), number))
        if how in ("print", "both"):
            ending, data = print_of(rng.choice(words.prints), mail, quoted(mail), rng)
            files.append(MailFile(f"{name} print.{ending}", data, number))
    return files


def _letter(mail: Mail, ids: str) -> Letter:
    chain = tuple(m.own_id for m in mail.earlier)
    known = ids != "none"
    letter = Letter(mail.subject, _plain_name(mail.sender), tuple(map(_plain_name, mail.to)), mail.sent, quoted(mail),
                    mail.own_id if known else "", tuple(map(_plain_name, mail.cc)),
                    attachments=tuple(Attachment(f, b"%PDF-1.4\n") for f in mail.files))  # fmt: skip
    if not known or not chain:
        return letter
    return replace(letter, in_reply_to=chain[-1], references=chain if ids == "full" else ())


def _plain_name(who: str) -> str:
    name, _, address = who.partition(" <")
    return f"{name} <{address}"


def _eml(mail: Mail, ids: str, index: str) -> bytes:
    message = EmailMessage(policy=SMTP)
    chain = [m.own_id for m in mail.earlier]
    if ids in ("full", "direct"):
        message["Message-ID"] = mail.own_id
        if chain:
            message["In-Reply-To"] = chain[-1]
            if ids == "full":
                message["References"] = " ".join(chain)
    if ids == "index":
        message["Thread-Index"] = index
        message["Thread-Topic"] = mail.subject
    elsewhere = mail.sent.astimezone(UTC) if len(mail.body) % 2 else mail.sent
    message["Date"] = format_datetime(elsewhere)
    for label, people in (("From", [mail.sender]), ("To", mail.to), ("Cc", mail.cc)):
        if people:
            message[label] = ", ".join(_quoted_name(p) for p in people)
    message["Subject"] = mail.subject
    message.set_content(quoted(mail))
    return message.as_bytes()


def _quoted_name(who: str) -> str:
    name, _, address = who.partition(" <")
    return f'"{name}" <{address}'
