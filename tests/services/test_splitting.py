"""A giant file, its documents, and what stays the same when it is split."""

from pathlib import Path

import pymupdf
import pytest

from app.domain.changes import Change
from app.domain.errors import UsageProblem
from app.domain.marks import MarkKind
from app.domain.parts import cited
from app.services import (
    annotating,
    browsing,
    bundling,
    findings,
    history,
    importing,
    searching,
    sharing,
    splitting,
    timing,
)
from app.services.case import OpenCase

from .conftest import pdf

BODY = "\n".join(f"On the day in question Ada worked on line {n} of her reading for some minutes." for n in range(24))


def letter(day: str, word: str, pages: int = 1) -> list[str]:
    """Pages of a letter."""
    head = (
        f"Larkhollow Primary School\n8 Hollow Lane, Calderwick QX4 2LP\nTel: 01632 960211\n{day}\n\nDear Ms Brennan\n\n"
    )
    rest = [f"{BODY}\nthe word is {word} again and the" for _ in range(pages - 1)]
    return [f"{head}The word is {word}. Ada was assessed for {word} on 3 November 2021.\n{BODY}", *rest]


PAGES = [*letter("14 October 2021", "apple"), *letter("2 May 2022", "banana", 3), *letter("9 June 2023", "cherry")]
"""Documents begin on pages 1, 2 and 5."""


@pytest.fixture
def whole(case: OpenCase, tmp_path: Path) -> int:
    """The file, brought in."""
    path = tmp_path / "giant.pdf"
    path.write_bytes(pdf(*PAGES))
    importing.start(case, [path], organisation="Larkhollow Primary School", received="2026-06-12")
    return int(next(row.id for row in browsing.documents(case) if row.path == "giant.pdf"))


def starts(case: OpenCase, whole: int) -> list[int]:
    """First pages of the parts, as rows of documents."""
    return [row.part_first for row in browsing.documents(case) if row.parent == whole and row.part_first]


def facts(case: OpenCase) -> tuple[object, ...]:
    """What a split must not double: timeline, search, marks."""
    entries = sorted((e.date, e.quote) for e in timing.entries(case) if e.quote)
    return entries, searching.search(case, "word").total, len(annotating.marks(case))


def test_a_suggestion_changes_nothing(case: OpenCase, whole: int) -> None:
    found = splitting.view(case, whole)
    assert [(p.first, p.last) for p in found.parts] == [(1, 1), (2, 4), (5, 5)]
    assert found.parts[1].date == "2022-05-02"
    assert found.parts[1].reasons
    assert [p.decided for p in found.parts] == [True, False, False]
    assert starts(case, whole) == []


def test_parts_are_documents_over_an_untouched_file(case: OpenCase, whole: int) -> None:
    original, before = browsing.original(case, whole), facts(case)
    splitting.view(case, whole)
    splitting.accept(case, whole)
    assert starts(case, whole) == [1, 2, 5]
    assert browsing.original(case, whole) == original
    assert facts(case) == before
    rows = {row.part_first: row for row in browsing.documents(case) if row.part_first}
    assert rows[2].pages == 3
    assert rows[2].date == "2022-05-02"
    assert rows[2].path == "giant.pdf/pages 2-4"
    assert [p.number for p in browsing.pages(case, int(rows[2].id))] == [1, 2, 3]
    hit = searching.search(case, "cherry").hits[0]
    assert (hit.document, hit.page) == (rows[5].id, 1)
    assert {e.document for e in timing.entries(case) if e.date == "2022-05-02"} == {rows[2].id}
    with pymupdf.open(stream=browsing.reading_copy(case, int(rows[2].id))) as copy:
        assert copy.page_count == 3
        assert "banana" in copy[0].get_text()
    assert browsing.page_image(case, int(rows[5].id), 1, 0.3).pixels == browsing.page_image(case, whole, 5, 0.3).pixels


def test_marks_made_before_and_after_lead_to_the_same_page(case: OpenCase, whole: int) -> None:
    mark, _ = annotating.add_mark(case, annotating.anchor_for_quote(case, whole, 3, "banana"), MarkKind.NOTE)
    splitting.accept(case, splitting.view(case, whole).document)
    part = next(row for row in browsing.documents(case) if row.part_first == 2)
    assert [(m.anchor.document, m.anchor.page) for m in annotating.marks(case)] == [(part.id, 2)]
    later, _ = annotating.add_mark(case, annotating.anchor_for_quote(case, int(part.id), 1, "banana"), MarkKind.NOTE)
    assert part.marks == 1
    assert [m.anchor.page for m in annotating.marks(case, whole)] == [2, 3]
    splitting.keep_whole(case, whole)
    found = {m.id: (m.anchor.document, m.anchor.page) for m in annotating.marks(case)}
    assert found == {mark.id: (whole, 3), later.id: (whole, 2)}


def test_cut_join_move_and_undo(case: OpenCase, whole: int) -> None:
    splitting.accept(case, splitting.view(case, whole).document)
    ids = {row.part_first: row.id for row in browsing.documents(case) if row.part_first}
    cut = splitting.cut(case, whole, 3)
    assert starts(case, whole) == [1, 2, 5, 3]
    _undo(case, cut)
    assert sorted(starts(case, whole)) == [1, 2, 5]
    browsing.set_facts(case, [int(ids[2])], title="Mine")
    move = splitting.move(case, whole, 2, 3)
    moved = next(row for row in browsing.documents(case) if row.part_first == 3)
    assert (moved.id, moved.title) == (ids[2], "Mine")
    _undo(case, move)
    splitting.join(case, whole, 5)
    assert {row.part_first: row.id for row in browsing.documents(case) if row.part_first} == {1: ids[1], 2: ids[2]}
    with pytest.raises(UsageProblem):
        splitting.join(case, whole, 5)


def _undo(case: OpenCase, change: Change) -> None:
    history.apply(case, change.inverse())


def test_decided_boundaries_stay_when_the_rules_run_again(case: OpenCase, whole: int) -> None:
    splitting.view(case, whole)
    splitting.join(case, whole, 2)
    splitting.cut(case, whole, 4)
    splitting.look(case, whole)
    found = splitting.view(case, whole)
    assert [(p.first, p.decided) for p in found.parts] == [(1, True), (4, True), (5, False)]


def test_whole_takes_it_back_and_is_not_offered(case: OpenCase, whole: int) -> None:
    before = facts(case), browsing.document(case, whole).row.kind
    splitting.accept(case, splitting.view(case, whole).document)
    assert browsing.document(case, whole).row.kind == "bundle"
    splitting.keep_whole(case, whole)
    assert starts(case, whole) == []
    assert (facts(case), browsing.document(case, whole).row.kind) == before
    assert splitting.offers(case) == ()


def test_what_is_cited_names_both_pages(case: OpenCase, whole: int) -> None:
    splitting.accept(case, splitting.view(case, whole).document)
    part = next(row for row in browsing.documents(case) if row.part_first == 2)
    assert searching.search(case, "again").hits[0].file_page in (3, 4)
    entry = next(e for e in timing.entries(case) if "banana" in e.quote)
    assert (entry.page, entry.file_page) == (1, 2)
    with pymupdf.open(stream=sharing.timeline_pdf(case)) as printed:
        words = " ".join(" ".join(page.get_text() for page in printed).split())
    assert f"Document {part.id}, page 1 (page 2 of the file)" in words
    anchor = annotating.anchor_for_quote(case, int(part.id), 3, "banana")
    mark, _ = annotating.add_mark(case, anchor, MarkKind.INACCURACY)
    assert cited(mark.anchor.page, mark.anchor.file_page) == "page 3 (page 4 of the file)"


def test_a_pack_of_a_part_holds_its_pages_only(case: OpenCase, whole: int) -> None:
    splitting.accept(case, splitting.view(case, whole).document)
    part = next(row for row in browsing.documents(case) if row.part_first == 2)
    made = bundling.build(case, bundling.of_documents(case, [int(part.id)]))
    with pymupdf.open(stream=made.pdf) as pack:
        text = "".join(page.get_text() for page in pack)
    assert "banana" in text
    assert "apple" not in text
    assert "pages 2 to 4 of the file" in " ".join(text.split())


def test_findings_are_those_of_the_parts(case: OpenCase, whole: int) -> None:
    splitting.accept(case, splitting.view(case, whole).document)
    findings.refresh(case)
    assert all(found.document != whole for found in findings.findings(case))


def test_a_large_file_is_offered_after_import(case: OpenCase, tmp_path: Path) -> None:
    path = tmp_path / "large.pdf"
    path.write_bytes(pdf(*(page for n in range(1, 25) for page in letter(f"{n} May 2022", f"word{n}"))))
    importing.start(case, [path], organisation="Larkhollow Primary School", received="2026-06-12")
    offered = splitting.offers(case)
    assert [count for _, _, count in offered] == [24]


@pytest.mark.parametrize("page", [0, 1, 6])
def test_a_page_that_cannot_begin_a_document(case: OpenCase, whole: int, page: int) -> None:
    with pytest.raises(UsageProblem):
        splitting.cut(case, whole, page)
