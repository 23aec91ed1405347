"""What the letters screen shows, decided without widgets."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.domain import dates
from app.domain.letters import LetterDraft, LetterField, LetterKind
from app.domain.requests import Working

GROUPS = (
    ("ask", "Ask for the file"),
    ("wait", "They have not answered, or not fully"),
    ("correct", "The file is wrong"),
    ("complain", "Complain"),
    ("foi", "Ask how they work"),
    ("send", "Special educational needs"),
)
_NATIONS = {"england": "England", "wales": "Wales", "scotland": "Scotland", "northern-ireland": "Northern Ireland"}
HOW = (
    ("email", "By e-mail"),
    ("post", "By post"),
    ("recorded", "By recorded post"),
    ("hand", "By hand"),
    ("portal", "On their website"),
)


@dataclass(frozen=True, slots=True)
class Due:
    """A letter that fits now: id and title, the situation in words, the organisation and the request it is about."""

    kind: str
    title: str
    words: str
    to: str
    organisation: int
    request: int
    tone: str


def due(steps: Iterable[Any]) -> tuple[Due, ...]:
    """The first letter of each step of the road that has one."""
    return tuple(_due(step) for step in steps if step.letters)


def _due(step: Any) -> Due:
    kind, title = step.letters[0]
    about, tone = step.request, "warn" if step.situation.tone == "warn" else "primary"
    return Due(kind, title, step.situation.words, about.organisation_name, int(about.organisation), int(about.id), tone)


def grouped(kinds: Iterable[LetterKind], words: str = "") -> tuple[tuple[str, tuple[LetterKind, ...]], ...]:
    """Letters under their headings; `words` filters by situation and title. Groups we do not know come last."""
    wanted = words.casefold().split()
    fit = [k for k in kinds if all(w in f"{k.situation} {k.title}".casefold() for w in wanted)]
    names = dict(GROUPS)
    order = [*names, *sorted({k.group for k in fit} - set(names))]
    found = ((names.get(group, "Other letters"), tuple(k for k in fit if k.group == group)) for group in order)
    return tuple((title, group) for title, group in found if group)


def cautions(kind: LetterKind) -> tuple[str, ...]:
    """What to know before relying on a letter: law that was not checked at its source."""
    if kind.confidence == "verified":
        return ()
    much = "Part of the law" if kind.confidence == "part-verified" else "The law"
    return (f"{much} in this letter was not checked at its source. Check before relying on it.",)


def nation_name(nation: str) -> str:
    """A nation in words."""
    return _NATIONS.get(nation, "this nation")


def fingerprint(sha256: str) -> str:
    """A SHA-256 in groups of eight, so that two can be compared by eye."""
    return " ".join(sha256[at : at + 8] for at in range(0, len(sha256), 8))


def progress(draft: LetterDraft) -> str:
    """ "3 of 4 done"."""
    needed = [f for f in draft.fields if f.required or f.value]
    done = sum(1 for f in needed if f.name not in draft.missing)
    return f"{done} of {len(needed)} done" if needed else "Nothing to fill in"


def to_fill(draft: LetterDraft) -> tuple[LetterField, ...]:
    """Fields that get an editor: those that are asked for, and those that the case does not give."""
    asked = [f for f in draft.fields if f.source == "ask" or f.name in draft.missing]
    return tuple(sorted(asked, key=lambda f: (f.name not in draft.missing, not f.required and not f.value)))


def known(draft: LetterDraft) -> tuple[tuple[str, str], ...]:
    """Fields that the case gives, as (label, value in one line)."""
    return tuple(
        (f.label, shown(f)) for f in draft.fields if f.source != "ask" and f.name not in draft.missing and f.value
    )


def shown(field: LetterField) -> str:
    """A value in one line."""
    value = dict(field.choices).get(field.value, field.value)
    lines = value.strip().splitlines() or [""]
    if field.kind == "date":
        return dates.show(lines[0]) if lines[0] else ""
    more = len(lines) - 1 if field.kind == "lines" else 0
    return f"{lines[0]} and {more} more" if more else lines[0]


def clock_words(working: Working | None) -> str:
    """What sending it today would start."""
    if working is None:
        return "This letter starts no clock."
    due = date.fromisoformat(working.due)
    return f"Sent and received today, the answer is due by {due:%a} {dates.show(working.due)}."


def draft_line(draft: LetterDraft, organisations: dict[int, str]) -> tuple[str, str]:
    """Two lines of a letter in the list: title, and to whom and how it stands."""
    to = organisations.get(draft.organisation or 0, "")
    if draft.status == "sent":
        state = f"sent {dates.show(draft.sent)}"
    elif draft.missing:
        state = f"{len(draft.missing)} to fill in"
    else:
        state = "ready to send"
    return draft.title, " · ".join(part for part in (to, state) if part)


def first_missing(draft: LetterDraft) -> str:
    """The label of the first blank; empty when there is none."""
    labels = {f.name: f.label for f in draft.fields}
    return labels.get(draft.missing[0], draft.missing[0]) if draft.missing else ""


def newest_first(drafts: Sequence[LetterDraft]) -> tuple[LetterDraft, ...]:
    """Letters in work before those that were sent, newest first."""
    by_time = sorted(drafts, key=lambda d: d.changed, reverse=True)
    return tuple(sorted(by_time, key=lambda d: d.status == "sent"))
