"""What the list of documents shows, decided without widgets."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.domain import dates
from app.domain.documents import PROBLEM_STATUSES, READABLE_STATUSES, Disclosure, DocumentRow, ReadState, Status
from app.domain.people import Organisation
from app.ui.models.document_words import ordinal, share
from app.ui.widgets.facets import FacetGroup, FacetItem
from app.ui.wording import count, file_size

SORTS = (
    ("newest", "Newest first"),
    ("oldest", "Oldest first"),
    ("title", "By name"),
    ("kind", "By kind"),
    ("came", "As they came in"),
    ("conversation", "By conversation"),
    ("pages", "Longest first"),
)

LOOKS: tuple[tuple[str, str, Callable[[DocumentRow], bool]], ...] = (
    ("unread", "Not yet read", lambda row: row.read is ReadState.UNREAD and row.status in READABLE_STATUSES),
    ("scan", "Scan", lambda row: row.scanned_pages > 0),
    ("redacted", "Redacted", lambda row: row.redacted_area > 0),
    (
        "twice",
        "Came twice",
        lambda row: row.version_group is not None or len(row.places) > 1,
    ),
    ("conversation", "In a conversation", lambda row: row.thread is not None),
    ("password", "Needs a password", lambda row: row.status is Status.PASSWORD),
    ("problem", "Cannot be shown", lambda row: row.status in PROBLEM_STATUSES),
    ("later", "Put aside", lambda row: row.read is ReadState.LATER),
    ("marked", "Has marks", lambda row: row.marks > 0),
    ("undated", "No date yet", lambda row: not row.date),
)
_LOOK = {value: passes for value, _, passes in LOOKS}


@lru_cache(maxsize=65_536)
def day_of(date: str) -> str:
    """The first day of an EDTF date for sorting; empty for none."""
    try:
        return dates.bounds(date)[0].isoformat() if date else ""
    except ValueError:
        return ""


@lru_cache(maxsize=65_536)
def school_year_of(date: str) -> str:
    """The school year of a date as it is written ("2021-22"); empty for none."""
    try:
        return dates.show(dates.school_year_edtf(dates.school_year(dates.bounds(date)[0]))) if date else ""
    except ValueError:
        return ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is filtered for: facet values by group, and words of the name."""

    chosen: Mapping[str, frozenset[str]]
    words: str = ""

    def passes(self, row: DocumentRow) -> bool:
        """Whether a document is to be shown: one of the values of each group, all the words."""
        for group, values in self.chosen.items():
            if values and not any(_has(row, group, value) for value in values):
                return False
        hay = f"{row.title} {row.path}".casefold() if self.words else ""
        return all(word in hay for word in self.words.casefold().split())


def _has(row: DocumentRow, group: str, value: str) -> bool:
    if group == "look":
        return _LOOK[value](row)
    if group == "tag":
        return value in row.tags
    return value == _value(row, group)


def _value(row: DocumentRow, group: str) -> str:
    return {
        "organisation": lambda: str(row.organisation or ""),
        "came": lambda: str(row.disclosure),
        "year": lambda: school_year_of(row.date),
        "kind": lambda: row.kind,
    }[group]()


def arranged(
    rows: Iterable[DocumentRow], wanted: Wanted, sort: str, kinds: Mapping[str, str]
) -> tuple[DocumentRow, ...]:
    """The rows to show, in order."""
    shown = [row for row in rows if wanted.passes(row)]
    if sort in ("newest", "oldest"):
        dated = sorted((r for r in shown if r.date), key=lambda r: (day_of(r.date), r.id), reverse=sort == "newest")
        return (*dated, *(r for r in shown if not r.date))
    if sort == "conversation":
        return _by_conversation(shown)
    keys: dict[str, Callable[[DocumentRow], object]] = {
        "title": lambda r: (r.title.casefold(), r.id),
        "kind": lambda r: (kinds.get(r.kind, r.kind).casefold(), day_of(r.date), r.id),
        "came": lambda r: r.id,
        "pages": lambda r: (-r.pages, r.id),
    }
    return tuple(sorted(shown, key=keys[sort]))  # type: ignore[arg-type]


def _by_conversation(rows: Sequence[DocumentRow]) -> tuple[DocumentRow, ...]:
    """Conversations by their first message, each in the order it was sent; what belongs to none follows."""
    first: dict[int, str] = {}
    for row in rows:
        if row.thread is not None:
            first[row.thread] = min(first.get(row.thread, "9999"), day_of(row.date) or "9999")
    mails = sorted(
        (r for r in rows if r.thread is not None), key=lambda r: (first[r.thread or 0], r.thread, day_of(r.date), r.id)
    )
    return (*mails, *sorted((r for r in rows if r.thread is None), key=lambda r: (not r.date, day_of(r.date), r.id)))


def facets(
    rows: Sequence[DocumentRow],
    kinds: Mapping[str, str],
    disclosures: Sequence[Disclosure],
    organisations: Sequence[Organisation],
) -> tuple[FacetGroup, ...]:
    """The groups of filters with their counts."""
    counts = {group: Counter(_value(row, group) for row in rows) for group in ("organisation", "came", "year", "kind")}
    by_count = sorted(organisations, key=lambda o: -counts["organisation"][str(o.id)])
    groups = [
        FacetGroup(
            "organisation",
            "Organisation",
            tuple(
                FacetItem(str(o.id), o.name, counts["organisation"][str(o.id)], o.sign, o.colour)
                for o in by_count
                if counts["organisation"][str(o.id)]
            ),
        ),
        FacetGroup(
            "came", "Came in", tuple(_came(d, counts["came"]) for d in disclosures if counts["came"][str(d.id)])
        ),
        FacetGroup(
            "look", "Look at", tuple(_look(value, words, rows) for value, words, _ in LOOKS if _any(value, rows))
        ),
        *_tagged(rows),
        FacetGroup("year", "School year", tuple(_plain(counts["year"], sorted(counts["year"]))), folded=True),
    ]
    names = sorted((k for k in counts["kind"] if k), key=lambda k: kinds.get(k, k))
    groups.append(
        FacetGroup("kind", "Kind", tuple(FacetItem(k, kinds.get(k, k), counts["kind"][k]) for k in names), folded=True)
    )
    return tuple(groups)


def _tagged(rows: Sequence[DocumentRow]) -> tuple[FacetGroup, ...]:
    counts = Counter(tag for row in rows for tag in row.tags)
    items = tuple(FacetItem(tag, tag, number) for tag, number in sorted(counts.items(), key=lambda p: p[0].casefold()))
    return (FacetGroup("tag", "Tag", items),) if items else ()


def _came(disclosure: Disclosure, counts: Counter[str]) -> FacetItem:
    when = dates.show(disclosure.received) if disclosure.received else ""
    words = ", ".join(
        part for part in (f"{disclosure.organisation_name.split(' ')[0]} {ordinal(disclosure.number)}", when) if part
    )
    return FacetItem(str(disclosure.id), words, counts[str(disclosure.id)])


def _any(value: str, rows: Sequence[DocumentRow]) -> bool:
    return any(_LOOK[value](row) for row in rows)


def _look(value: str, words: str, rows: Sequence[DocumentRow]) -> FacetItem:
    return FacetItem(value, words, sum(1 for row in rows if _LOOK[value](row)))


def _plain(counts: Counter[str], values: Iterable[str]) -> Iterable[FacetItem]:
    return (FacetItem(value, value, counts[value]) for value in values if value)


def summary(rows: Sequence[DocumentRow]) -> str:
    """ "412 documents · 2,318 pages"; a split file is counted by its documents."""
    single = [row for row in rows if not row.is_container]
    return f"{count(len(single), 'document')} · {count(sum(row.pages for row in single), 'page')}"


def filter_names(groups: Sequence[FacetGroup], chosen: Mapping[str, Iterable[str]]) -> tuple[tuple[str, str, str], ...]:
    """What is filtered for, as (group, value, words)."""
    return tuple(
        (group.id, item.value, item.label)
        for group in groups
        for item in group.items
        if item.value in set(chosen.get(group.id, ()))
    )


def preview_facts(
    row: DocumentRow, kinds: Mapping[str, str], disclosure: Disclosure | None
) -> tuple[tuple[str, str], ...]:
    """The facts beside the list as (label, value)."""
    sure = "confirmed" if row.date_decided else "suggested"
    came = dates.show(disclosure.received) if disclosure and disclosure.received else ""
    found = [
        ("Date", f"{dates.show(row.date)}, {sure}" if row.date else "not known"),
        ("Kind", kinds.get(row.kind, row.kind) or "not known"),
        ("From", row.organisation_name or "not known"),
        ("Written by", "; ".join(row.authors)),
        ("Came in", ", ".join(part for part in (f"{ordinal(row.disclosure_number)} file", came) if part)),
        ("Part of", _place_in_file(row)),
        ("Redacted", share(row.redacted_area) if row.redacted_area else ""),
        ("Scan read", f"{round(row.ocr_confidence)} % sure" if row.ocr_confidence is not None else ""),
        ("Tags", ", ".join(row.tags)),
        ("Marks", str(row.marks) if row.marks else ""),
        ("Places", "\n".join(row.places) if len(row.places) > 1 else ""),
        ("Problem", row.problem),
        ("Next step", row.next_step if row.problem else ""),
    ]
    return tuple((label, value) for label, value in found if value)


def _place_in_file(row: DocumentRow) -> str:
    if not row.part_first:
        return "Its documents are listed by themselves" if row.is_container else ""
    pages = f"page {row.part_first}" if row.pages == 1 else f"pages {row.part_first} to {row.part_last}"
    return f"{row.path.rsplit('/', 2)[-2]}, {pages}"


def size_words(row: DocumentRow) -> str:
    """ "4 pages · PDF, 312 KB"."""
    form = ", ".join(part for part in (row.format.upper(), file_size(row.bytes)) if part)
    return f"{count(row.pages, 'page')} · {form}" if row.pages else form
