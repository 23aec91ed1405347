"""E-mails: headers, bodies, attachments, and what must never happen (loading anything from elsewhere)."""

from email.message import EmailMessage

import pytest

from app.domain.errors import FileProblem
from app.domain.extracted import ExtractedDocument
from app.domain.uk_time import shown
from app.ingest import registry
from app.ingest.mime import decoded, iso_time
from app.ingest.reader import ReadOptions
from tests.contract import old_samples
from tests.contract.reader_samples import picture

HEAD = (
    b"From: Jane Hartley <jane@oakfield.example>\r\nTo: zoe@post.example\r\nDate: Thu, 14 Oct 2021 09:12:00 +0100\r\n"
)


def read(data: bytes) -> ExtractedDocument:
    return registry.read(data, "x.eml", ReadOptions())


def words(document: ExtractedDocument) -> str:
    return " ".join(" ".join(page.text.split()) for page in document.pages)


def test_headers_are_decoded_and_dated() -> None:
    data = (
        b"From: =?utf-8?q?Zo=C3=AB?= Marsh <zoe@post.example>\r\n"
        b'To: "Hartley, Jane" <jane@oakfield.example>, info@oakfield.example;\r\n =?iso-8859-1?Q?Ren=E9?= <r@x.example>\r\n'
        b"Cc: undisclosed-recipients:;\r\nSubject: =?utf-8?B?UmU6IFZpc2l0?=\r\n =?utf-8?B?IOKAkyBub3Rlcw==?=\r\n"
        b"Date: Thu, 14 Oct 2021 09:12:00 +0100\r\nMessage-ID: <b@x>\r\nIn-Reply-To: <a@x>\r\nReferences: <z@x>\r\n <a@x>\r\n\r\nHello"
    )
    mail = read(data).mail
    assert mail is not None
    assert mail.sender == "Zoë Marsh <zoe@post.example>"
    assert mail.to == ("Hartley, Jane <jane@oakfield.example>", "info@oakfield.example", "René <r@x.example>")
    assert mail.subject == "Re: Visit – notes"
    assert mail.sent == "2021-10-14T09:12:00+01:00"
    assert (mail.message_id, mail.in_reply_to, mail.references) == ("<b@x>", "<a@x>", ("<z@x>", "<a@x>"))


def test_reading_copy_begins_with_the_headers() -> None:
    document = read(HEAD + b"Subject: Visit\r\n\r\nHe was settled.\r\n")
    assert document.pages[0].text == (
        "From: Jane Hartley <jane@oakfield.example>\nTo: zoe@post.example\n"
        "Sent: Thursday 14 October 2021 09:12 BST\nSubject: Visit\nHe was settled.\n"
    )


@pytest.mark.parametrize(
    ("raw", "iso"),
    [("14 Oct 2021 09:12:00 GMT", "2021-10-14T09:12:00+00:00"), ("Thu, 14 Oct 21 9:12 -0000", "2021-10-14T09:12:00+00:00"),
     ("yesterday", ""), ("", "")],
)  # fmt: skip
def test_times(raw: str, iso: str) -> None:
    assert iso_time(raw) == iso
    assert shown("not a time") == "not a time"


@pytest.mark.parametrize(
    "raw", ["=?utf-8?b?!!!?=", "=?no-such-charset?q?x?=", "=?utf-8?q?=FF?=", "a\udce9b", "=?utf-8?b?w?="]
)
def test_broken_words_in_headers_do_no_harm(raw: str) -> None:
    assert isinstance(decoded(raw), str)


@pytest.mark.parametrize(
    ("kind", "body", "shown"),
    [(b"text/plain", "café – settled".encode("cp1252"), "café – settled"),
     (b"text/plain; charset=iso-8859-1", "It\x92s fine".encode("latin-1"), "It’s fine"),
     (b"text/plain; charset=nonsense", "Zoë".encode(), "Zoë"),
     (b"text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable", b"caf=C3=A9 =\r\nwell", "café well"),
     (b"text/plain\r\nContent-Transfer-Encoding: base64", b"SGVsbG8gWm/Dqw", "Hello Zo"),
     (b"multipart/mixed", b"No boundary at all", "No boundary at all")],
)  # fmt: skip
def test_bodies_in_odd_encodings(kind: bytes, body: bytes, shown: str) -> None:
    assert shown in words(read(HEAD + b"MIME-Version: 1.0\r\nContent-Type: " + kind + b"\r\n\r\n" + body))


def test_html_is_used_where_plain_text_says_nothing() -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@x.example", "b@x.example", "Plan"
    message["Date"] = "Thu, 14 Oct 2021 09:12:00 +0100"
    message.set_content("Your program cannot show this.")
    rows = "".join(f"<tr><td>Week {n}</td><td>reading with support every day</td></tr>" for n in range(9))
    message.add_alternative(
        f"<style>p{{}}</style><script>alert(1)</script><img src='https://tracker.example/x.png' alt='logo'>"
        f"<p style='display:none'>preheader words</p><table>{rows}</table>",
        subtype="html",
    )
    document = read(message.as_bytes())
    assert "Week 8 reading with support every day" in words(document)
    assert "alert" not in words(document)
    assert "preheader" not in words(document)
    assert [(h.kind, h.text) for h in document.hidden] == [("hidden-text", "preheader words")]


def test_attachments_of_every_kind() -> None:
    inner = EmailMessage()
    inner["From"], inner["Subject"], inner["Date"] = "c@x.example", "The: inner/one", "Thu, 14 Oct 2021 09:12:00 +0100"
    inner.set_content("inside")
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@x.example", "b@x.example", "Plan"
    message.set_content("See attached")
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="Zoë’s plan – final.pdf")
    message.add_attachment(b"again", maintype="application", subtype="pdf", filename="Zoë’s plan – final.pdf")
    message.add_attachment(b"x", maintype="application", subtype="octet-stream", filename="../../evil.txt")
    message.add_attachment(inner)
    document = read(message.as_bytes())
    names = [member.path for member in document.members]
    assert names == ["Zoë’s plan – final.pdf", "Zoë’s plan – final (2).pdf", "..-..-evil.txt", "The: inner-one.eml"]
    assert document.mail is not None
    assert list(document.mail.attachments) == names
    nested = registry.read(document.members[3].data, names[3], ReadOptions(depth=1))
    assert nested.mail is not None
    assert nested.mail.subject == "The: inner/one"


def test_pictures_of_the_body_are_shown_and_others_attached() -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@x.example", "b@x.example", "Photo"
    message.set_content("See the photo")
    message.add_alternative("<p>See the photo</p><img src='cid:p1'>", subtype="html")
    message.get_payload()[1].add_related(picture("PNG"), "image", "png", cid="<p1>")  # type: ignore[union-attr]
    document = read(message.as_bytes())
    assert document.members == ()
    assert b"/Image" in document.reading_copy


def test_winmail_is_taken_apart() -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@x.example", "b@x.example", "Plan"
    message.set_content(" ")
    message.add_attachment(
        old_samples.tnef("Words inside", "plan.pdf", b"%PDF-1"), maintype="application", subtype="ms-tnef"
    )
    document = read(message.as_bytes())
    assert [(m.path, m.data) for m in document.members] == [("plan.pdf", b"%PDF-1")]
    assert "Words inside" in words(document)


def test_signed_and_encrypted_messages() -> None:
    kind = b'MIME-Version: 1.0\r\nContent-Type: application/pkcs7-mime; name="smime.p7m"\r\n\r\n'
    locked = read(HEAD + b"Subject: Plan\r\n" + kind + b"\x30\x80\x06\x09")
    assert "encrypted" in locked.note
    assert "Subject: Plan" in locked.pages[0].text
    signed = read(HEAD + kind + b"\x30\x80\x04Content-Type: text/plain\r\n\r\nHe was settled\r\n")
    assert signed.note == ""
    assert "He was settled" in words(signed)


def test_mailbox_gives_each_message() -> None:
    one = HEAD + b"Subject: One\r\n\r\n>From the start he was settled\r\n"
    document = registry.read(
        b"From x Thu\n" + one + b"\nFrom y Fri\n" + HEAD + b"Subject: Two\r\n\r\nb\r\n", "m", ReadOptions()
    )
    assert [m.path for m in document.members] == ["0001 One.eml", "0002 Two.eml"]
    assert "From the start he was settled" in words(read(document.members[0].data))


def test_no_headers_is_damaged() -> None:
    with pytest.raises(FileProblem) as caught:
        registry.read(b"\x80\x81\x00\x01 nothing here", "x.eml", ReadOptions())
    assert caught.value.code == "damaged"


def test_a_saved_print_keeps_its_time() -> None:
    document = read(b"Subject: RE: Visit\nFrom: Jane <j@x.example>\nTo: Zoe\nSent: 2 July 2021 09:00\n\nHello.\n")
    assert document.mail is not None
    assert document.mail.sent == "2021-07-02T09:00:00"
