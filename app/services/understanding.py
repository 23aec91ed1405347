"""Today's rules over the stored text of the whole case: suggestions renewed, decisions of a person kept, changes counted."""

import uuid
from contextlib import nullcontext
from dataclasses import replace
from typing import Any

from app.domain.findings import RunReport
from app.jobs.runner import Runner
from app.services import conversations, findings, reading
from app.services.case import OpenCase
from app.services.control import Control
from app.services.progress import OnEvent, Progress, ignore

_FACTS = ("kind", "date", "title", "organisation_id", "authors")


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
            report = _compared(report, before, _state(case, document))
            progress.add(document=document)
        conversations.rebuild(case)
        kept = findings.refresh(case, ready, job, on_event)
    with case.store.read() as uow:
        decided = uow.findings.decisions()
    return replace(report, findings_added=kept.added, findings_removed=kept.removed, kept=decided)


_State = tuple[tuple[Any, ...], frozenset[tuple[Any, ...]]]


def _state(case: OpenCase, document: int) -> _State:
    """Facts and entries of a document, to be compared."""
    with case.store.read() as uow:
        raw = uow.documents.raw(document)
        entries = uow.events.entries(document=document)
    return tuple(raw[name] for name in _FACTS), frozenset(
        (e.page, e.date, e.date_text, e.title, e.quote) for e in entries
    )


def _compared(report: RunReport, before: _State, after: _State) -> RunReport:
    return replace(
        report,
        documents_changed=report.documents_changed + (before[0] != after[0]),
        entries_added=report.entries_added + len(after[1] - before[1]),
        entries_removed=report.entries_removed + len(before[1] - after[1]),
    )
