"""Tags on documents: short words of a person's own, put on and taken off with undo."""

from collections import Counter
from collections.abc import Sequence

from app.domain.changes import Change
from app.domain.errors import UsageProblem
from app.services.case import OpenCase
from app.store.unit_of_work import UnitOfWork

_LONGEST = 40


def tags(case: OpenCase) -> tuple[tuple[str, int], ...]:
    """(tag, number of documents) in order of the alphabet."""
    with case.store.read() as uow:
        counts = Counter(tag for found in uow.tags.by_document().values() for tag in found)
    return tuple(sorted(counts.items(), key=lambda pair: pair[0].casefold()))


def add(case: OpenCase, documents: Sequence[int], tag: str) -> Change:
    """Put a tag on documents. UsageProblem for an empty or very long one, or a document that does not exist."""
    word = _tidy(case, tag)
    with case.store.write() as uow:
        for document in documents:
            _check(uow, document)
        have = uow.tags.rows(documents, word)
        rows = [uow.audit.add("document_tags", {"document_id": d, "tag": word}) for d in documents if d not in have]
        return uow.audit.record(f"Tag “{word}” put on", rows)


def remove(case: OpenCase, documents: Sequence[int], tag: str) -> Change:
    """Take a tag off documents; those that do not have it stay as they are."""
    word = _tidy(case, tag)
    with case.store.write() as uow:
        rows = [uow.audit.remove("document_tags", row) for row in uow.tags.rows(documents, word).values()]
        return uow.audit.record(f"Tag “{word}” taken off", rows)


def _tidy(case: OpenCase, tag: str) -> str:
    """The tag on one line, written as it was the first time."""
    word = " ".join(tag.split())
    if not word or len(word) > _LONGEST:
        raise UsageProblem("tag", f"A tag has 1 to {_LONGEST} letters.", "Nothing was changed.", "Choose a short word.")
    known = {name.casefold(): name for name, _ in tags(case)}
    return known.get(word.casefold(), word)


def _check(uow: UnitOfWork, document: int) -> None:
    try:
        uow.documents.raw(document)
    except LookupError as error:
        raise UsageProblem("document", f"There is no document {document}.", "", "See the list of documents.") from error
