"""What conversations show and the file does not hold."""

from app.domain.findings import CaseView, DocumentView, Found, PageView
from app.domain.ids import DocumentId
from app.domain.mails import HeldMessage, MailMessage
from app.findings.finders.thread_gaps import find

TEXT = "From: Jane Hartley\nOn 11 October 2021, Pat Whitlow wrote:\nAttachments: plan.pdf\n"
QUOTE = MailMessage(1, start=19, end=60, quoted=True, sender="Pat Whitlow", sent="2021-10-11T09:12:00")


def mail(number: int, *quoted: MailMessage, held: int | None = None, **own: object) -> DocumentView:
    first = MailMessage(0, sender="Jane Hartley <j@x.example>", sent=f"2021-10-{number + 10}T10:00:00", **own)  # type: ignore[arg-type]
    known = DocumentId(held) if held else None
    messages = (
        HeldMessage(DocumentId(number), first),
        *(HeldMessage(DocumentId(number), q, held=known) for q in quoted),
    )
    return DocumentView(DocumentId(number), "email", "", "", "pdf", (PageView(1, TEXT),), messages=messages)


def found(*mails: DocumentView, names: tuple[str, ...] = ()) -> list[Found]:
    return list(find(CaseView(mails, names)))


def test_a_quoted_message_that_is_not_held_is_told_once() -> None:
    first, *rest = found(mail(1, QUOTE), mail(2, QUOTE))
    assert not rest
    assert first.document == 1
    assert TEXT[first.start : first.end] == first.quote == "On 11 October 2021, Pat Whitlow wrote:"
    assert first.detail == {"what": "E-mail from Pat Whitlow", "date": "2021-10-11"}
    assert "not found in what we hold" in first.reason
    assert not found(mail(1, QUOTE, held=7))


def test_an_attachment_that_is_named_and_absent() -> None:
    (one,) = found(mail(1, attachments=("plan.pdf",)))
    assert one.quote == "plan.pdf"
    assert not found(mail(1, attachments=("plan.pdf", "image001.png")), names=("Plan.PDF",))
    assert not found(mail(1, attachments=("support plan.pdf",)), names=("003 Support plan final.pdf",))


def test_somebody_copied_in_all_along() -> None:
    often = [mail(n, cc=("Pat <p@x.example>",)) for n in range(1, 5)]
    (one,) = found(*often)
    assert one.detail["what"] == "E-mails from Pat"
    assert not found(*often[:3])
    assert not found(*[mail(n, cc=("Mum <mum@home.example>",)) for n in range(1, 5)])
