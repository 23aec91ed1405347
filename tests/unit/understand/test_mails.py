"""Messages in text: headers of every print, answers, forwards, times."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.extracted import ExtractedDocument, ExtractedPage, MailHeaders
from app.domain.mail_times import sent_time
from app.domain.mails import MailMessage
from app.understand.mails import messages
from app.understand.mails.heads import heads_of
from app.understand.mails.lines import lines_of
from app.understand.mails.messages import messages_of

MEMO = """Nora Brennan

From: Jane Hartley <jh@school.example>
Sent: 14 October 2021 09:12
To: Nora Brennan; Okoro, C. <c.okoro@x.example>;
Tranter, K.
Subject: RE: Ada
Attachments: plan.pdf (34 KB); notes of meeting.docx

Dear Nora
Thank you for coming in to see us all yesterday.
"""
GMAIL = """Gmail   Nora <n@p.example>
Ada's plan
2 messages
Jane Hartley <jh@s.example> 14 October 2021 at 09:12
To: Nora Brennan <n@p.example>
This is the plan that I said I would send.
plan.pdf
34K
Nora Brennan <n@p.example> Thu, 14 Oct 2021 at 10:00
To: Jane Hartley <jh@s.example>
Thanks.
"""
APPLE = "From: Jane Hartley jh@s.example\nSubject: Ada\nDate: 14 October 2021 at 09:12\nTo: Nora Brennan n@p.example\n\nHello.\n"
WEB = "RE: Ada\nJane Hartley <jh@s.example>\nThu 14/10/2021 09:12\nTo: Nora Brennan <n@p.example>\nThanks.\n"
COLUMNS = "From:\nSent:\nTo:\nSubject:\nJane Hartley\n14 October 2021 09:12\nNora\nAda\nHello there.\n"


def read(text: str, mail: MailHeaders | None = None) -> tuple[MailMessage, ...]:
    pages = tuple(ExtractedPage(page) for page in text.split("\f"))
    return messages_of(ExtractedDocument("pdf", pages, mail=mail))


@pytest.mark.parametrize("text", [MEMO, GMAIL, APPLE, WEB, COLUMNS])
def test_prints_of_every_program(text: str) -> None:
    own = read(text)[0]
    assert own.sender.startswith("Jane Hartley")
    assert own.sent == "2021-10-14T09:12:00"
    assert own.to[0].startswith("Nora")
    assert "Ada" in own.subject
    assert not own.quoted


def test_wrapped_recipients_and_attachments() -> None:
    own = read(MEMO)[0]
    assert own.to == ("Nora Brennan", "Okoro, C. <c.okoro@x.example>", "Tranter, K.")
    assert own.attachments == ("plan.pdf", "notes of meeting.docx")
    assert read(GMAIL)[0].attachments == ("plan.pdf",)


def test_answers_stand_below_with_their_place() -> None:
    text = (
        APPLE
        + "\nOn Wed, 13 Oct 2021 at 21:00, Nora Brennan <n@p.example>\nwrote:\n> When is the meeting?\n> > Earlier words\nMine again.\n"
    )
    own, first, inner = read(text)
    assert (first.sender, first.sent, first.quoted) == ("Nora Brennan <n@p.example>", "2021-10-13T21:00:00", True)
    assert text[first.start : first.end].startswith("On Wed")
    assert text[first.start : first.end].endswith("> When is the meeting?")
    assert inner.inline
    assert own.end == text.index("Mine again.") + len("Mine again.")


def test_a_memo_a_form_and_a_letter_are_no_mails() -> None:
    assert not read("MEMO\nTo: All staff\nFrom: Head\nDate: 3 March 2021\nSubject: Fire\n\nPlease go out.")
    assert not read("Referral\nDate: 3 March 2021\nFrom: School\nChild: Ada\n")
    assert not read("Dear Mrs Brennan\nOn 3 March 2021 I wrote to you.\nYours\nJ Hartley")


def test_the_headers_of_the_file_itself_come_first() -> None:
    mail = MailHeaders(
        "Ada", "Jane <j@x.example>", ("Nora <n@y.example>",), sent="2021-10-14T08:12:00+00:00", message_id="<a>"
    )
    own, quoted = read(
        "From: x\nTo: y\nSent: 14 October 2021 09:12\nSubject: Ada\nHi\n\nOn 13 Oct 2021, at 09:00, Nora wrote:\n> Hello",
        mail,
    )
    assert own.message_id == "<a>"
    assert quoted.sender == "Nora"


@pytest.mark.parametrize(
    ("text", "sent", "other"),
    [
        ("Thu, 14 Oct 2021 09:12:33 +0100 (BST)", "2021-10-14T09:12:33+01:00", ""),
        ("Thursday, October 14, 2021 9:12 PM", "2021-10-14T21:12:00", ""),
        ("3/4/2021 9:12 AM", "2021-04-03T09:12:00", "2021-03-04T09:12:00"),
        ("Thu 3/4/2021 9:12 AM", "2021-03-04T09:12:00", ""),
        ("10/14/2021 9:12 AM", "2021-10-14T09:12:00", ""),
        ("14/10/2021 09:12", "2021-10-14T09:12:00", ""),
        ("2021-07-01T23:30:00Z", "2021-07-01T23:30:00+00:00", ""),
        ("14 October 2021", "2021-10-14", ""),
        ("09:12, 14 October 2021", "2021-10-14T09:12:00", ""),
    ],
)
def test_times(text: str, sent: str, other: str) -> None:
    found = sent_time(text)
    assert found is not None
    assert (found.sent, found.other) == (sent, other)
    assert bool(found.note) == bool(other)


@given(st.text(alphabet="From:SentTo Subject<>@.,;\n>0123456789/wrote On-", max_size=300))
def test_any_text_is_read_without_trouble(text: str) -> None:
    for message in read(text):
        assert (message.page, message.start) <= (message.end_page, message.end)


_LINES = (
    "On Thu, 14 Oct 2021 at 09:12, Jane Hartley <j@x.uk>", "wrote:", "Jane wrote on 14 October 2021 at 09:12:", "wrote",
    "> On 14 Oct 2021, at 09:12, Jo <j@a.b> wrote:", "From: Jane <j@x.uk>", "*From:* Jane", "Sender : Jane", "To: Ada",
    "Sent: 14 October 2021 09:12", "Subject: RE: x", "Jane Hartley <j@x.uk>  14 October 2021 at 09:12", "", "some words",
    "\u00a0On 3 May 2020 10:11 Jo writes:", "From: A  Sent: 3 May 2020 10:00  To: B", "| On 3 May 2020 10:11 A B wrote:",
)  # fmt: skip


@given(st.lists(st.sampled_from(_LINES), min_size=1, max_size=6))
def test_the_quick_look_passes_over_no_header_block(lines: list[str]) -> None:
    pages = (ExtractedPage("\n".join(lines)),)
    assert messages.may_hold(pages) or not heads_of(lines_of(pages))
    assert not messages.may_hold((ExtractedPage("She wrote to the school.\nTime: 10:30"),))
