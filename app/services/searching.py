"""Search everything, also while an import runs."""

import time

from app.domain.errors import UsageProblem
from app.domain.ids import DocumentId
from app.domain.search import Hit, SearchResult
from app.search.query import Question, understand
from app.search.stem import family, start_of
from app.services.case import OpenCase
from app.store.unit_of_work import UnitOfWork


def search(case: OpenCase, query: str, limit: int = 50, document: int | None = None) -> SearchResult:
    """The best pages for a question; within one document, its pages in order. UsageProblem when there is no word in it."""
    started = time.perf_counter()
    with case.store.read() as uow:
        question = _question(uow, query)
        total = uow.fulltext.total(question.match, document)
        found = uow.fulltext.find(question.match, max(1, limit), document)
        rows = {row.id: row for row in uow.documents.rows(sorted({hit.document for hit in found}))} if found else {}
    hits = []
    for rank, hit in enumerate(found, start=1):
        row = rows.get(DocumentId(hit.document))
        if row is not None:
            hits.append(
                Hit(row.id, hit.page, hit.snippet, rank, row.title, row.date, row.organisation_name, question.words)
            )
    took = (time.perf_counter() - started) * 1000
    return SearchResult(query, total, round(took, 2), tuple(hits))


def _question(uow: UnitOfWork, query: str) -> Question:
    def in_this_case(word: str) -> list[str]:
        return family(word, uow.fulltext.terms(start_of(word)))

    return understand(query, in_this_case)


def is_question(query: str) -> bool:
    """Whether there is anything to look for."""
    try:
        understand(query, lambda word: [word])
    except UsageProblem:
        return False
    return True
