"""The same record disclosed twice: changed words, other redactions, missing pages, scanned again. Nothing is ever discarded."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from app.domain.findings import CaseView, DocumentView, FindingKind, Found, OtherPlace
from app.domain.text import shorten
from app.findings.align import Alignment, align
from app.findings.candidates import likely_pairs
from app.findings.differences import Difference
from app.findings.same_record import is_same_record
from app.findings.slips import is_like_a_slip
from app.findings.tokens import Token, plain_words, vocabulary

KIND = FindingKind.VERSION
_LEAST_WORDS = 12
_MOST_WORDS = 60_000
_LENGTH = 400


def find(view: CaseView) -> Iterable[Found]:
    """One finding for each document that repeats an earlier one, compared with the one it is most like."""
    known = [(d, words) for d in view.documents if _LEAST_WORDS <= len(words := plain_words(d)) <= _MOST_WORDS]
    best: dict[int, Alignment] = {}
    exist = vocabulary(document for document, _ in known)
    for a, b in likely_pairs([words for _, words in known]):
        first, second = sorted((known[a][0], known[b][0]), key=lambda d: (d.disclosed, d.id))
        laid = align(second, first, exist)
        if is_same_record(laid) and _is_better(laid, best.get(second.id)):
            best[second.id] = laid
    return [_found(laid) for laid in best.values()]


def _is_better(laid: Alignment, known: Alignment | None) -> bool:
    return known is None or (laid.similarity, -laid.second.id) > (known.similarity, -known.second.id)


def _found(laid: Alignment) -> Found:
    changes = list(_changes(laid))
    first = changes[0] if changes else None
    page = (first["page"] if first else 1) or 1
    other = OtherPlace(laid.second.id, first["other_page"] if first else 1, first["other_text"] if first else "")
    return Found(
        KIND, laid.first.id, page, f"of {laid.second.id}", _reason(laid, changes), first["text"] if first else "",
        *_span(laid), other=other, detail={"changes": changes},
    )  # fmt: skip


def _span(laid: Alignment) -> tuple[int, int]:
    """Where the first words that differ stand on their page."""
    for d in laid.differences:
        if d.i0 < d.i1:
            start = laid.one[d.i0]
            on_page = [t for t in laid.one[d.i0 : d.i1] if t.page == start.page]
            return start.start, on_page[-1].end
        return -1, -1
    return -1, -1


def _reason(laid: Alignment, changes: Sequence[dict[str, Any]]) -> str:
    share = f"{laid.similarity:.0%} of the words on the pages that both have are the same, and so are the dates"
    mine, theirs = laid.lacking
    count, doubtful = len(changes), sum("doubtful" in change for change in changes)
    parts = [
        f"{share}; "
        + (f"{count} places differ." if count > 1 else "one place differs." if count else "no words differ.")
    ]
    if doubtful:
        parts.append(f"{doubtful} of them may be a misreading of the scan.")
    if theirs:
        parts.append(f"This copy does not have page {_numbers(theirs)} of the other.")
    if mine:
        parts.append(f"The other copy does not have page {_numbers(mine)} of this one.")
    return " ".join(parts)


def _numbers(pages: frozenset[int]) -> str:
    return ", ".join(str(page + 1) for page in sorted(pages))


def _changes(laid: Alignment) -> Iterator[dict[str, Any]]:
    """Every place that differs, page by page; a page that one of them lacks is one change."""
    mine, theirs = laid.lacking
    told: set[tuple[str, int]] = set()
    moved = _moved(laid)
    for d in laid.differences:
        gone = {t.page for t in laid.one[d.i0 : d.i1]} & mine
        come = {t.page for t in laid.two[d.j0 : d.j1]} & theirs
        for page in sorted(gone):
            if ("one", page) not in told:
                told.add(("one", page))
                yield _change(page, shorten(laid.first.pages[page].text, _LENGTH), None, "")
        for page in sorted(come):
            if ("two", page) not in told:
                told.add(("two", page))
                yield _change(None, "", page, shorten(laid.second.pages[page].text, _LENGTH))
        rest = _without(laid, d, mine, theirs)
        if rest is not None and rest not in moved:
            yield _place(laid, rest)


def _without(laid: Alignment, d: Difference, mine: frozenset[int], theirs: frozenset[int]) -> Difference | None:
    """The difference without pages that are told as a whole; None when nothing is left."""
    one = [i for i in range(d.i0, d.i1) if laid.one[i].page not in mine]
    two = [j for j in range(d.j0, d.j1) if laid.two[j].page not in theirs]
    if not one and not two:
        return None
    i0, i1 = (one[0], one[-1] + 1) if one else (d.i1, d.i1)
    j0, j1 = (two[0], two[-1] + 1) if two else (d.j1, d.j1)
    return Difference(i0, i1, j0, j1)


def _moved(laid: Alignment) -> set[Difference]:
    """Words taken out in one place and put in at another, as a running title is when lines break anew."""
    out = {_words(laid.one, d.i0, d.i1): d for d in laid.differences if d.j0 == d.j1}
    back = {_words(laid.two, d.j0, d.j1): d for d in laid.differences if d.i0 == d.i1}
    return {d for words in out.keys() & back.keys() for d in (out[words], back[words])}


def _place(laid: Alignment, d: Difference) -> dict[str, Any]:
    page, text = _side(laid.first, laid.one, d.i0, d.i1)
    other_page, other_text = _side(laid.second, laid.two, d.j0, d.j1)
    seen = laid.first.pages[page].scan or laid.second.pages[other_page].scan
    doubtful = {"doubtful": True} if seen and is_like_a_slip(text, other_text) else {}
    return _change(page, text, other_page, other_text) | doubtful


def _side(document: DocumentView, words: Sequence[Token], start: int, end: int) -> tuple[int, str]:
    """Page and words of one side; of nothing, the page where it would stand."""
    if start == end:
        near = words[min(start, len(words) - 1)] if words else None
        return (near.page if near else 0), ""
    page = words[start].page
    last = [t for t in words[start:end] if t.page == page][-1]
    text = document.pages[page].text[words[start].start : last.end]
    more = " ".join(
        document.pages[p].text[found[0].start : found[-1].end]
        for p in sorted({t.page for t in words[start:end]} - {page})
        if (found := [t for t in words[start:end] if t.page == p])
    )
    return page, shorten(f"{text} {more}", _LENGTH)


def _change(page: int | None, text: str, other_page: int | None, other_text: str) -> dict[str, Any]:
    return {
        "page": page + 1 if page is not None else None, "text": text,
        "other_page": other_page + 1 if other_page is not None else None, "other_text": other_text,
    }  # fmt: skip


def _words(words: Sequence[Token], start: int, end: int) -> str:
    return " ".join(t.word for t in words[start:end])
