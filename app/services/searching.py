"""Search everything, also while an import runs."""

import re
import time
from collections.abc import Sequence

from app.domain.errors import UsageProblem
from app.domain.ids import DocumentId
from app.domain.search import Hit, SearchResult
from app.search.query import Question, understand
from app.search.stem import family, start_of
from app.services.case import OpenCase
from app.store.fulltext import PageHit
from app.store.unit_of_work import UnitOfWork


def search(case: OpenCase, query: str, limit: int = 50, document: int | None = None) -> SearchResult:
    """The best pages for a question; within one document, its pages in order. UsageProblem when there is no word in it."""
    started = time.perf_counter()
    with case.store.read() as uow:
        question = _question(uow, query)
        total = uow.fulltext.total(question.match, document)
        found = uow.fulltext.find(question.match, max(1, limit), document)
        rows = {row.id: row for row in uow.documents.rows(sorted({hit.document for hit in found}))} if found else {}
        repeats = _repeats(uow, found, question.words) if document is None else set()
    found = sorted(found, key=lambda hit: (hit.document, hit.page) in repeats)
    hits = []
    for rank, hit in enumerate(found, start=1):
        row = rows.get(DocumentId(hit.document))
        if row is not None:
            quoted = (hit.document, hit.page) in repeats
            hits.append(
                Hit(
                    row.id,
                    hit.page,
                    hit.snippet,
                    rank,
                    row.title,
                    row.date,
                    row.organisation_name,
                    question.words,
                    quoted,
                    row.part_first + hit.page - 1 if row.part_first else 0,
                )
            )
    took = (time.perf_counter() - started) * 1000
    return SearchResult(query, total, round(took, 2), tuple(hits))


def _repeats(uow: UnitOfWork, found: Sequence[PageHit], words: Sequence[str]) -> set[tuple[int, int]]:
    """Pages (document, number) on which the words stand only in quoted messages that are held by themselves."""
    spans = uow.mails.quoted(held=True)
    sought = _pattern(words) if words and spans else None
    out = set()
    for hit in found:
        quoted = [span for span in spans.get(hit.document, ()) if span[0] <= hit.page <= span[2]]
        if (
            quoted
            and sought is not None
            and not sought.search(_own_words(uow.pages.text(hit.document, hit.page), hit.page, quoted))
        ):
            out.add((hit.document, hit.page))
    return out


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    """Any of the words as a whole; "begin*" begins a word, and any space stands between the words of a phrase."""
    parts = (re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)


def _own_words(text: str, page: int, quoted: Sequence[tuple[int, int, int, int]]) -> str:
    """A page without what is quoted on it."""
    kept = list(text)
    for first, start, last, end in quoted:
        begin, stop = (start if first == page else 0), (end if last == page else len(text))
        kept[begin:stop] = " " * max(0, min(stop, len(text)) - begin)
    return "".join(kept)


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
