"""Conversations from ids, quotations, subjects and people; what must stay apart."""

from app.domain.ids import DocumentId
from app.domain.mails import HeldMessage, MailMessage
from app.timeline.threads import group

JANE, NORA, COUNCIL = (
    "Jane Hartley <j.hartley@x.example>",
    "Nora Brennan <nora@y.example>",
    "Ann Hill <a.hill@z.example>",
)


def mail(
    document: int, subject: str, day: str = "2021-10-14", sender: str = JANE, to: str = NORA, **more: object
) -> HeldMessage:
    values: dict[str, object] = {"sender": sender, "to": (to,), "sent": f"{day}T09:12:00+01:00", **more}
    return HeldMessage(DocumentId(document), MailMessage(0, subject=subject, **values))  # type: ignore[arg-type]


def quote(document: int, **more: object) -> HeldMessage:
    return HeldMessage(DocumentId(document), MailMessage(1, quoted=True, **more))  # type: ignore[arg-type]


def test_ids_join_even_when_the_message_between_is_not_held() -> None:
    found = group([mail(1, "x", message_id="<a>"), mail(2, "y", in_reply_to="<a>"), mail(3, "z", references=("<gone>",)),
                   mail(4, "w", references=("<gone>", "<d>")), mail(5, "other")])  # fmt: skip
    assert found.threads == {1: 1, 2: 1, 3: 3, 4: 3}


def test_an_answer_without_ids_goes_to_the_latest_of_its_subject_and_people() -> None:
    found = group([mail(1, "Attendance"), mail(2, "RE: Attendance", "2021-10-16", NORA, JANE), mail(3, "Attendance", "2022-03-01"),
                   mail(4, "Re: [EXTERNAL] attendance", "2022-03-02", NORA, JANE), mail(5, "AW: Attendance", "2021-10-15", COUNCIL, "Bo <b@q.example>")])  # fmt: skip
    assert found.threads == {1: 1, 2: 1, 3: 3, 4: 3}


def test_a_print_and_its_message_are_one() -> None:
    print_of_it = mail(2, "Ada", sender="Hartley, Jane", to="Brennan, Nora", sent="2021-10-14T09:12:00")
    found = group([mail(1, "RE: Ada", sent="2021-10-14T08:12:31+00:00", message_id="<a>"), print_of_it])
    assert found.threads == {1: 1, 2: 1}
    assert found.held == {(2, 0): 1}


def test_letters_to_many_in_one_minute_stay_apart() -> None:
    assert not group([mail(1, "Trip", message_id="<a>"), mail(2, "Trip", to=COUNCIL, message_id="<b>")]).threads


def test_a_quoted_message_is_known_by_sender_and_minute() -> None:
    found = group([mail(1, "Ada"), mail(2, "Something else", "2021-11-20", NORA, JANE),
                   quote(2, sender="Jane Hartley", sent="2021-10-14T09:12:00")])  # fmt: skip
    assert found.threads == {1: 1, 2: 1}
    assert found.held == {(2, 1): 1}


def test_a_quotation_with_only_a_day() -> None:
    found = group(
        [
            mail(1, "Ada"),
            mail(2, "RE: Ada", "2022-11-20", NORA, JANE),
            quote(2, sender="Jane Hartley", sent="2021-10-14"),
        ]
    )
    assert found.threads == {1: 1, 2: 1}


def test_words_without_a_header_are_known_by_what_they_say() -> None:
    found = group([mail(1, "Ada", prints=(1, 2, 3)), mail(2, "Thanks", "2021-10-15", NORA, JANE), quote(2, inline=True, prints=(1, 2)),
                   mail(3, "Thanks", "2021-10-15", COUNCIL, "Bo <b@q.example>"), quote(3, inline=True, prints=(1, 2))])  # fmt: skip
    assert found.threads == {1: 1, 2: 1}


def test_an_id_that_many_different_messages_share_says_nothing() -> None:
    assert not group([mail(1, "One", message_id="<0>"), mail(2, "Two", "2021-12-01", message_id="<0>")]).threads
