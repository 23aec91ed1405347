"""Which cards Home shows: at most seven, in four groups, the most pressing first. No widgets."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from app.domain import dates
from app.domain.documents import DocumentRow
from app.domain.requests import Deadline
from app.ui.wording import count, day_and_month, days_until, long_day, number_word, short_day

MOST = 7
_STEPS, _CARDS, _NEAR_DAYS = 3, 4, 60
GROUPS = ("Dates", "Reading", "Putting it right", "Looking after the case")


@dataclass(frozen=True)
class HomeCard:
    """One card. `go` is a screen and its parameters; `button` what the button says. `progress` is (done, total, words)."""

    group: str
    icon: str
    title: str
    text: str
    button: str
    go: str
    params: dict[str, Any] = field(default_factory=dict)
    tone: str = "neutral"
    chip: str = ""
    primary: bool = False
    progress: tuple[int, int, str] | None = None


@dataclass(frozen=True)
class HomeFacts:
    """Everything Home knows."""

    counts: Any
    deadlines: tuple[Deadline, ...] = ()
    place: tuple[DocumentRow, int] | None = None
    unfinished: bool = False
    backup: str = ""
    giants: tuple[tuple[int, str, int], ...] = ()
    """(document, title, how many documents it looks like) of large files."""
    steps: tuple[Any, ...] = ()


def greeting(now: datetime) -> str:
    """Good morning, afternoon or evening."""
    return "Good morning" if 4 <= now.hour < 12 else "Good afternoon" if now.hour < 18 else "Good evening"


def subtitle(today: date, cards: int) -> str:
    """The line under the greeting."""
    if not cards:
        return f"{long_day(today)}. Nothing is waiting for you."
    things = "One thing" if cards == 1 else f"{number_word(cards)} things"
    return f"{long_day(today)}. {things}, when you are ready."


def about_case(counts: Any) -> tuple[str, str]:
    """The two quiet lines at the right."""
    first = f"{count(counts.documents, 'document')} · {count(counts.pages, 'page')}"
    years = ""
    if counts.first_year and counts.last_year:
        years = (
            str(counts.first_year)
            if counts.first_year == counts.last_year
            else f"{counts.first_year} to {counts.last_year}"
        )
    second = " · ".join(part for part in (count(counts.organisations, "organisation"), years) if part)
    return first, second


def cards(facts: HomeFacts, today: date) -> tuple[HomeCard, ...]:
    """The cards in their order; the first useful step is primary."""
    found = [*_dates(facts, today), *_reading(facts), *_right(facts), *_care(facts, today)]
    kept = _no_more_than(found)
    primary = next((card for card in kept if card.group == "Reading"), kept[0] if kept else None)
    return tuple(_as_primary(card) if card is primary else card for card in kept)


def _no_more_than(found: list[HomeCard]) -> list[HomeCard]:
    kept = list(found)
    for group in (*GROUPS, *GROUPS):  # the groups with most cards lose their last first
        while len(kept) > MOST and sum(card.group == group for card in kept) > 1:
            kept.remove([card for card in kept if card.group == group][-1])
    return kept[:MOST]


def _as_primary(card: HomeCard) -> HomeCard:
    from dataclasses import replace

    return replace(card, primary=True, tone="primary" if card.tone == "neutral" else card.tone)


def _dates(facts: HomeFacts, today: date) -> list[HomeCard]:
    """What can be done now, then the nearest other dates: at most four."""
    steps = [_step_card(step, today) for step in facts.steps[:_STEPS]]
    done = {step.request.id for step in facts.steps[:_STEPS]}
    shown = [d for d in facts.deadlines if d.state in ("running", "due-soon", "overdue") and d.due]
    ours_later = (d for d in shown if d.request not in done or (d.working.binds == "us" and d.state != "running"))
    nearest = sorted((d for d in ours_later if not _far(d, today)), key=lambda d: d.due)
    return [*steps, *(_deadline_card(d, today) for d in nearest[: max(0, _CARDS - len(steps))])]


def _far(deadline: Deadline, today: date) -> bool:
    """A date of the family's own that is months away waits until it is nearer."""
    left = (date.fromisoformat(deadline.due) - today).days
    return deadline.working.binds == "us" and left > _NEAR_DAYS


def _step_card(step: Any, today: date) -> HomeCard:
    found, request = step.situation, step.request
    go, params = "requests", {"request": int(request.id)}
    if step.opens == "letter":
        params |= {"kind": step.letters[0][0], "organisation": int(request.organisation)}
        go = "letters"
    elif step.opens == "matrix":
        params["tab"] = 1
    elif step.opens == "terms":
        params |= {"tab": 2, "terms": int(request.organisation)}
    chip = days_until(date.fromisoformat(step.due), today) if step.due else ""
    title = f"{request.organisation_name}: {found.words[0].lower()}{found.words[1:]}"
    return HomeCard(
        "Dates",
        "mail" if step.letters else "calendar",
        title,
        f"{request.title}. {found.text}",
        found.button,
        go,
        params,
        found.tone,
        chip,
    )


def _deadline_card(deadline: Deadline, today: date) -> HomeCard:
    due = date.fromisoformat(deadline.due)
    left = (due - today).days
    late = left < 0
    chip = days_until(due, today)
    theirs = deadline.working.binds != "us"
    if late:
        text = f"It was due on {short_day(due)}. A reminder letter is ready to look at."
    elif theirs:
        text = f"They have until {short_day(due)}. Nothing for you to do yet."
    else:
        text = f"You have until {short_day(due)}."
    if deadline.starts:
        text = f"{_started(deadline)} {text}"
    title = f"{deadline.organisation_name}: {deadline.request_title}"
    tone = "warn" if left <= 0 else "neutral"
    return HomeCard("Dates", "calendar", title, text, "See it", "requests", {"request": deadline.request}, tone, chip)


def _started(deadline: Deadline) -> str:
    try:
        return f"The time runs from {day_and_month(date.fromisoformat(deadline.starts))}."
    except ValueError:
        return ""


def _reading(facts: HomeFacts) -> list[HomeCard]:
    counts = facts.counts
    made = []
    if facts.unfinished:
        made.append(_unfinished(counts))
    if counts.documents:
        made.append(_carry_on(facts))
    made.extend(_giant(*giant) for giant in facts.giants[:1])
    if counts.suggested:
        text = "Dates that Fairfile read in the papers. Say yes or no to each; it takes a few seconds."
        title = f"{count(counts.suggested, 'suggested date')} to look at"
        made.append(HomeCard("Reading", "bulb", title, text, "Look at them", "timeline", {"only": "suggested"}))
    if counts.problems:
        title = f"{count(counts.problems, 'file')} could not be read"
        text = "They are kept safe. See what to do about each."
        made.append(HomeCard("Reading", "warning", title, text, "See them", "documents", {"only": "problem"}, "warn"))
    return made


def _giant(document: int, title: str, parts: int) -> HomeCard:
    text = "Look at where each begins. The file itself stays as it came, and you can change everything."
    words = f"“{title}” looks like {count(parts, 'document')}"
    return HomeCard("Reading", "document", words, text, "Look at it", "split", {"document": document})


def _unfinished(counts: Any) -> HomeCard:
    if counts.scans_pending:
        title = f"{count(counts.scans_pending, 'scanned page')} still to be read"
        text = "Fairfile stopped in the middle. Nothing was lost, and it goes on from there."
    else:
        title, text = "Bringing in files was stopped", "Nothing was lost, and it goes on from there."
    return HomeCard("Reading", "scan", title, text, "Go on", "importing", {"go_on": True})


def _carry_on(facts: HomeFacts) -> HomeCard:
    counts = facts.counts
    said = f"{counts.read:,} of {counts.documents:,} read"
    if counts.later:
        said += f" · {counts.later:,} put aside for later"
    progress = (counts.read, counts.documents, said)
    if facts.place is None:
        text = "Start with what matters most to you, or with the oldest paper."
        return HomeCard("Reading", "book", "Start reading", text, "Start", "documents", progress=progress)
    row, page = facts.place
    name = row.title or row.path.rsplit("/", 1)[-1]
    when = f", {dates.show(row.date)}" if row.date else ""
    text = f"You were on page {page} of “{name}”{when}"
    go = {"document": row.id, "page": page}
    return HomeCard("Reading", "book", "Carry on reading", text, "Carry on", "reader", go, progress=progress)


def _right(facts: HomeFacts) -> list[HomeCard]:
    counts = facts.counts
    if counts.issues_ready:
        ready = counts.issues_ready
        title = f"{count(ready, 'point')} {'is' if ready == 1 else 'are'} ready for a letter"
        text = "Each has its page, what is right and the proof."
        return [
            HomeCard(
                "Putting it right", "flag", title, text, "See the letter", "letters", {"kind": "correction-request"}
            )
        ]
    if counts.open_issues:
        title = f"{count(counts.open_issues, 'issue')} in your list"
        text = "Add what is right and the proof, then a letter can be written."
        return [HomeCard("Putting it right", "flag", title, text, "Open", "issues")]
    return []


def _care(facts: HomeFacts, today: date) -> list[HomeCard]:
    if not facts.counts.documents:
        return []
    if not facts.backup:
        text = "One file, encrypted like the case itself. A USB stick that you keep somewhere else is a good place."
        return [
            HomeCard("Looking after the case", "save", "No backup yet", text, "Back up", "settings", {"part": "backup"})
        ]
    try:
        made = datetime.fromisoformat(facts.backup).date()
    except ValueError:
        return []
    days = (today - made).days
    if days < 7:
        return []
    title = f"Last backup: {count(days, 'day')} ago"
    return [
        HomeCard(
            "Looking after the case", "save", title, f"On {short_day(made)}.", "Back up", "settings", {"part": "backup"}
        )
    ]
