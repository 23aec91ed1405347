"""Correct words that were read wrongly. The reading itself is kept, and the page in the file never changes."""

import re
from dataclasses import replace

from app.domain.changes import Change
from app.domain.corrections import Correction, around, corrected, is_within
from app.domain.errors import UsageProblem
from app.domain.ids import DocumentId
from app.domain.words import unpack_words
from app.services.case import OpenCase
from app.store.audit import now
from app.store.corrections import row
from app.store.unit_of_work import UnitOfWork

TABLE = "corrections"


def correct(case: OpenCase, document: int, page: int, start: int, end: int, new: str) -> Change:
    """Say what really stands where the words of `[start, end)` of the page's text are. Raises UsageProblem when there are none,
    when they came with the file as text, or when they go over the end of a line."""
    new = " ".join(new.split())
    if not new:
        raise UsageProblem("correction", "Type the words that stand on the page.", "Nothing was changed.", "")
    with case.store.write() as uow:
        document = _held(uow, document)
        text = _text(uow, document, page)
        file, page = uow.pages.in_file(document, page)
        words = [w for w in unpack_words(uow.pages.words(file, page)) if w.end > start and w.start < end]
        if not words:
            raise UsageProblem(
                "correction", "There are no words there.", "Nothing was changed.", "Choose a word first."
            )
        if "\n" in text[words[0].start : words[-1].end]:
            raise UsageProblem(
                "correction", "Correct one line at a time.", "Nothing was changed.", "Choose fewer words."
            )
        place = around(words)
        _must_be_read(uow, file, page, place)
        old = text[words[0].start : words[-1].end]
        if old == new:
            return Change("Nothing changed", ())
        added = uow.audit.add(TABLE, row(file, page, place, old, new, now()))
        change = uow.audit.record(f"“{old}” corrected to “{new}”", [added])
        _lay_over(uow, file, page)
    settle(case, file, page)
    return change


def correct_words(case: OpenCase, document: int, page: int, old: str, new: str, number: int = 0) -> Change:
    """Correct `old` where it stands on the page; `number` (from 1) says which, where it stands there more than once."""
    with case.store.read() as uow:
        text = _text(uow, _held(uow, document), page)
    pattern = r"\s+".join(map(re.escape, old.split()))
    found = list(re.finditer(rf"(?<!\w){pattern}(?!\w)", text)) if pattern else []
    if not found or number > len(found):
        raise UsageProblem(
            "correction", f"“{old}” is not on page {page}.", "Nothing was changed.", "Look at the text of the page."
        )
    if len(found) > 1 and not number:
        times = f"“{old}” stands {len(found)} times on page {page}."
        raise UsageProblem("correction", times, "Nothing was changed.", "Say which: --place 1 is the first.")
    chosen = found[max(0, number - 1)]
    return correct(case, document, page, chosen.start(), chosen.end(), new)


def take_back(case: OpenCase, known: int) -> Change:
    """Show again what was read."""
    with case.store.write() as uow:
        try:
            correction = uow.corrections.get(known)
        except LookupError as error:
            raise UsageProblem("correction", f"There is no correction {known}.", "", "See the list.") from error
        change = uow.audit.record("Correction taken back", [uow.audit.remove(TABLE, known)])
        _lay_over(uow, correction.document, correction.page)
    settle(case, correction.document, correction.page)
    return change


def corrections(case: OpenCase, document: int, page: int | None = None) -> tuple[Correction, ...]:
    """What was corrected, oldest first."""
    with case.store.read() as uow:
        document = _held(uow, document)
        part = uow.parts.range_of(document)
        if part is None:
            return uow.corrections.all(document, page)
        less = part.first - 1
        inside = uow.corrections.all(part.whole, page + less if page else None)
    return tuple(
        replace(found, document=DocumentId(document), page=found.page - less)
        for found in inside
        if part.first <= found.page <= part.last
    )


def as_read(case: OpenCase, document: int, page: int) -> str:
    """The text of a page as it was read, without corrections."""
    with case.store.read() as uow:
        document = _held(uow, document)
        _text(uow, document, page)
        return uow.corrections.reading(*uow.pages.in_file(document, page))[0]


def after_change(uow: UnitOfWork, change: Change) -> set[tuple[int, int]]:
    """Pages follow when a correction was undone or done again; the (file, page) to settle afterwards."""
    places = set()
    for changed in change.rows:
        values = changed.after or changed.before or {}
        if changed.table == TABLE and "document_id" in values:
            places.add((int(values["document_id"]), int(values["page"])))
    for file, page in places:
        _lay_over(uow, file, page)
    return places


def settle(case: OpenCase, file: int, page: int) -> None:
    """Events, names and marks follow the words, in the file and in the part of it that has the page."""
    from app.services import findings
    from app.services.annotating import find_marks_again
    from app.services.reading import understand_again

    with case.store.read() as uow:
        part, _ = uow.parts.map().shown(file, page)
    for document in dict.fromkeys((file, part)):
        understand_again(case, document)
        find_marks_again(case, document)
    findings.mark_stale(case)


def keep_over(uow: UnitOfWork, document: int, page: int) -> None:
    """After a page was read again: the new reading goes under the corrections that it has."""
    if uow.corrections.all(document, page):
        uow.corrections.keep_reading(document, page, uow.pages.text(document, page), uow.pages.words(document, page))
        _lay_over(uow, document, page)


def _lay_over(uow: UnitOfWork, document: int, page: int) -> None:
    """The text of a page anew: its reading with all its corrections."""
    reading = uow.corrections.reading(document, page)
    uow.corrections.keep_reading(document, page, *reading)
    text, words = corrected(*reading, uow.corrections.all(document, page))
    known, before = uow.corrections.show(document, page, text, words)
    uow.fulltext.replace(known, before, text)


def _held(uow: UnitOfWork, document: int) -> int:
    """The document whose pages are shown: for a duplicate, the one that is held."""
    try:
        return int(uow.documents.raw(document)["duplicate_of"] or document)
    except LookupError as error:
        raise UsageProblem("document", f"There is no document {document} in this case.", "", "See the list.") from error


def _text(uow: UnitOfWork, document: int, page: int) -> str:
    try:
        return uow.pages.text(document, page)
    except LookupError as error:
        raise UsageProblem("page", f"There is no page {page} in document {document}.", "", "") from error


def _must_be_read(uow: UnitOfWork, document: int, page: int, place: tuple[float, float, float, float]) -> None:
    _, packed = uow.corrections.reading(document, page)
    if any(word.confidence is None and is_within(word, place) for word in unpack_words(packed)):
        raise UsageProblem(
            "correction",
            "These words came with the file. Nobody read them from a picture, so they are what the record says.",
            "Nothing was changed.",
            "If they are not true, mark them as an inaccuracy.",
        )
