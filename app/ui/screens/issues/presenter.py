"""What the list of issues and one record show, decided without widgets."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain import dates
from app.domain.issues import ISSUE_STATUS_NAMES, Issue, IssueStatus, Wrong
from app.domain.parts import cited

CLOSED = frozenset({IssueStatus.PUT_RIGHT})
WAITING = frozenset({IssueStatus.SENT, IssueStatus.NO_REPLY})
ANSWERED = frozenset({IssueStatus.AGREED, IssueStatus.PARTLY, IssueStatus.REFUSED, IssueStatus.PUT_RIGHT})
ANSWERS = (
    IssueStatus.SENT,
    IssueStatus.AGREED,
    IssueStatus.PARTLY,
    IssueStatus.REFUSED,
    IssueStatus.NO_REPLY,
    IssueStatus.PUT_RIGHT,
)

_TONES = {
    IssueStatus.DRAFT: ("dashed", ""),
    IssueStatus.READY: ("primary", ""),
    IssueStatus.SENT: ("info", ""),
    IssueStatus.AGREED: ("good", "check"),
    IssueStatus.PARTLY: ("warn", ""),
    IssueStatus.REFUSED: ("warn", ""),
    IssueStatus.NO_REPLY: ("warn", "clock"),
    IssueStatus.PUT_RIGHT: ("good", "check"),
}
_SIGNS = {
    Wrong.OPINION_AS_FACT: "opinion",
    Wrong.OPINION: "opinion",
    Wrong.MISSING: "missing",
    Wrong.INCOMPLETE: "missing",
    Wrong.LANGUAGE: "language",
    Wrong.QUESTION: "question",
}
WRONG_HELP = {
    Wrong.FACT: "a fact that can be checked",
    Wrong.MISATTRIBUTED: "somebody is said to have said it, and did not",
    Wrong.INCOMPLETE: "what is left out changes the meaning",
    Wrong.OPINION_AS_FACT: "what somebody thinks, written as if it were known",
    Wrong.OPINION: "they may keep it, but must show whose opinion it is",
    Wrong.OUT_OF_DATE: "it was so once, and no longer is",
    Wrong.WRONG_PERSON: "it belongs in another child’s file",
    Wrong.MISSING: "something that should be there is not",
    Wrong.LANGUAGE: "the words blame or belittle",
    Wrong.QUESTION: "you need an answer before you can say",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list: a heading of an organisation (`issue` None) or an issue."""

    organisation: int | None
    heading: str
    detail: str
    issue: Issue | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the trail. `state` is done, now or open."""

    name: str
    detail: str
    state: str


def rows(issues: Iterable[Issue]) -> tuple[Row, ...]:
    """Issues under their organisations, those to be worked on first."""
    by: dict[int | None, list[Issue]] = {}
    for issue in issues:
        by.setdefault(issue.organisation, []).append(issue)
    found: list[Row] = []
    for organisation, group in sorted(by.items(), key=lambda item: -len(item[1])):
        name = group[0].organisation_name or "No organisation yet"
        found.append(Row(organisation, name, f"{open_count(group)} open"))
        found += [
            Row(organisation, "", "", issue)
            for issue in sorted(group, key=lambda i: (i.fields.status in CLOSED, i.ref))
        ]
    return tuple(found)


def open_count(issues: Iterable[Issue]) -> int:
    """How many are not put right yet."""
    return sum(issue.fields.status not in CLOSED for issue in issues)


def sign(issue: Issue) -> str:
    """The mark kind whose sign stands for this kind of wrong."""
    return _SIGNS.get(issue.fields.wrong, "inaccuracy")


def chip(issue: Issue) -> tuple[str, str, str]:
    """(words, tone, icon) of the status."""
    status = issue.fields.status
    words = (
        "Asked" if status is IssueStatus.SENT and issue.fields.wrong is Wrong.QUESTION else ISSUE_STATUS_NAMES[status]
    )
    return words, *_TONES[status]


def second_line(issue: Issue) -> str:
    """ "L-07 · sent 9 Nov"."""
    if issue.fields.answered:
        what = f"answered {_short(issue.fields.answered)}"
    elif issue.sent:
        what = f"sent {_short(issue.sent)}"
    elif not issue.proofs and issue.fields.wrong is not Wrong.QUESTION:
        what = "needs proof"
    elif not issue.fields.right:
        what = "say what is right"
    else:
        what = ""
    return " · ".join(part for part in (issue.ref, what) if part)


def title(issue: Issue) -> str:
    """The title, or the words it is about."""
    return issue.fields.title or (f"“{issue.fields.says[:60]}”" if issue.fields.says else "New issue")


def source(issue: Issue) -> str:
    """ "SEN support review, 14 Oct 2021, page 2 · J. Hartley"."""
    page = cited(issue.anchor.page, issue.anchor.file_page) if issue.anchor else ""
    where = ", ".join(
        part
        for part in (issue.document_title, dates.show(issue.document_date) if issue.document_date else "", page)
        if part
    )
    return " · ".join(part for part in (where, issue.document_author) if part)


def steps(issue: Issue) -> tuple[Step, ...]:
    """The trail: marked, ready, sent, answer due, answered, put right."""
    status = issue.fields.status
    sent = bool(issue.sent) or status in WAITING | ANSWERED
    answered = status in ANSWERED
    ready = sent or status is IssueStatus.READY
    right = status is IssueStatus.PUT_RIGHT
    due = _weekday(issue.due) if issue.due else "after it is sent"
    return (
        Step("Marked", _short(issue.created[:10]), "done"),
        Step("Ready", _trail(issue, "ready") or ("" if ready else "not yet"), "done" if ready else "now"),
        Step("Sent", _short(issue.sent) if issue.sent else "not yet", "done" if sent else "now" if ready else "open"),
        Step("Answer due", due, "done" if answered else "now" if sent else "open"),
        Step(
            "Answered",
            _short(issue.fields.answered) if issue.fields.answered else "not yet",
            "done" if answered else "open",
        ),
        Step("Put right", "" if right else "check next file", "done" if right else "now" if answered else "open"),
    )


def _trail(issue: Issue, word: str) -> str:
    found = next((when for when, what in issue.trail if what.casefold().startswith(word)), "")
    return _short(found[:10]) if found else ""


def _short(iso: str) -> str:
    return dates.show(iso) if iso else ""


def _weekday(iso: str) -> str:
    try:
        return f"{dates.bounds(iso)[0]:%a} {dates.show(iso).rsplit(' ', 1)[0]}"
    except ValueError:
        return iso


def waiting_words(issue: Issue) -> str:
    """What is said of their answer while there is none."""
    if issue.due and issue.fields.status in WAITING:
        return f"Nothing yet. Their answer is due by {_weekday(issue.due)}."
    if issue.sent:
        return "Nothing yet."
    return "It has not been sent. Put it in a letter first."


def missing(issue: Issue) -> tuple[str, ...]:
    """What a letter still needs, in plain words."""
    fields = issue.fields
    found = []
    if not fields.says and fields.wrong is not Wrong.MISSING:
        found.append("the words it says")
    if not fields.right and fields.wrong not in (Wrong.QUESTION, Wrong.WRONG_PERSON):
        found.append("what is right")
    if not issue.proofs and fields.wrong in (Wrong.FACT, Wrong.MISATTRIBUTED, Wrong.INCOMPLETE):
        found.append("a proof")
    return tuple(found)
