"""Today's rules over the stored text of the whole case: suggestions renewed, decisions of a person kept, changes counted."""

import uuid
from contextlib import nullcontext
from dataclasses import dataclass, replace

from app.domain.reruns import DocumentChange, EntryChange, FactChange, RunReport
from app.jobs.runner import Runner
from app.services import conversations, findings, reading
from app.services.case import OpenCase
from app.services.control import Control
from app.services.progress import OnEvent, Progress, ignore


def understand_all(
    case: OpenCase,
    *,
    jobs: int = 1,
    runner: Runner | None = None,
    on_event: OnEvent = ignore,
    control: Control | None = None,
) -> RunReport:
    """Understand every document that was read anew and find everything again; what changed. Raises Interrupted on cancel,
    with all documents that were done kept."""
    control, job = control or Control(), uuid.uuid4().hex
    with case.store.read() as uow:
        documents = uow.findings.readable()
    progress = Progress(job, "understand", len(documents), on_event)
    report = RunReport(documents=len(documents))
    children = nullcontext(runner) if runner is not None else case.ctx.readers(jobs)
    with children as ready:
        for document in documents:
            control.check()
            before = _state(case, document)
            reading.understand_again(case, document, ready)
            report = _compared(report, document, before, _state(case, document))
            progress.add(document=document)
        conversations.rebuild(case)
        kept = findings.refresh(case, ready, job, on_event)
    with case.store.read() as uow:
        decided = uow.findings.decisions()
    return replace(report, findings_added=kept.added, findings_removed=kept.removed, kept=decided)


@dataclass(frozen=True, slots=True)
class _State:
    """Facts by name and entries of a document, to be compared."""

    path: str
    facts: dict[str, str]
    entries: frozenset[EntryChange]


def _state(case: OpenCase, document: int) -> _State:
    with case.store.read() as uow:
        row = uow.documents.row(document)
        entries = uow.events.entries(document=document)
    facts = {
        "kind": row.kind, "date": row.date, "title": row.title, "organisation": row.organisation_name,
        "authors": "; ".join(row.authors),
    }  # fmt: skip
    found = frozenset(EntryChange(e.page or 0, e.date, e.date_text, e.title, e.quote) for e in entries)
    return _State(row.path, facts, found)


def _compared(report: RunReport, document: int, before: _State, after: _State) -> RunReport:
    facts = tuple(
        FactChange(name, before.facts[name], value)
        for name, value in after.facts.items()
        if value != before.facts[name]
    )
    added, removed = _sorted(after.entries - before.entries), _sorted(before.entries - after.entries)
    change = DocumentChange(document, before.path, facts, added, removed)
    return replace(
        report,
        documents_changed=report.documents_changed + bool(facts),
        entries_added=report.entries_added + len(added),
        entries_removed=report.entries_removed + len(removed),
        changes=(*report.changes, change) if facts or added or removed else report.changes,
    )


def _sorted(entries: frozenset[EntryChange]) -> tuple[EntryChange, ...]:
    return tuple(sorted(entries, key=lambda entry: (entry.page, entry.date, entry.quote, entry.title)))
