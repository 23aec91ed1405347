"""The step that brings findings: a case of the first version keeps its pages and gets its new table."""

from pathlib import Path

from app.domain.extracted import ExtractedPage
from app.domain.findings import FindingKind, FindingStatus, Found
from app.domain.ids import DocumentId
from app.store.boxes import PageBoxes, of_file, packed, unpacked, with_seen
from app.store.engine import open_engine
from app.store.migrate import bring_up, current
from app.store.unit_of_work import Store

KEY = bytes(range(32))


def test_up_from_the_first_version_with_data(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "case.db", KEY, create=True)
    bring_up(engine, to="0001")
    with engine.begin() as connection:
        for statement in (
            "INSERT INTO disclosures (id, given_key) VALUES (1, 'x')",
            "INSERT INTO documents (id, disclosure_id, path, status, pages) VALUES (4, 1, 'a.pdf', 'ready', 1)",
            "INSERT INTO pages (document_id, number, width, height, text) VALUES (4, 1, 595, 842, 'kept')",
        ):  # fmt: skip
            connection.exec_driver_sql(statement)
    assert bring_up(engine)
    assert current(engine) >= "0002"
    store = Store(engine)
    with store.read() as uow:
        assert uow.pages.text(4, 1) == "kept"
        assert uow.findings.not_looked() == {4: [(1, False, 0)]}
        assert uow.findings.all() == ()
    with store.write() as uow:
        uow.findings.set_boxes(4, {1: (ExtractedPage("", boxes=((1, 2, 30, 12),)), False)})
        assert uow.findings.not_looked() == {}
        assert uow.findings.view().documents[0].pages[0].boxes == ((1, 2, 30, 12),)
    store.close()


def test_what_a_person_decided_stays_when_the_rules_find_it_no_more(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "case.db", KEY, create=True)
    bring_up(engine)
    store = Store(engine)
    with store.write() as uow:
        uow.documents.add(
            {"disclosure_id": uow.documents.add_disclosure({"given_key": "x"}), "path": "a", "status": "ready"}
        )
        found = [Found(FindingKind.PAGE_GAP, DocumentId(1), 1, key, "Why.") for key in ("a", "b")]
        assert uow.findings.keep([FindingKind.PAGE_GAP], found).added == 2
        first, second = uow.findings.all()
        uow.audit.edit("findings", first.id, {"status": FindingStatus.AGREED.value})
        kept = uow.findings.keep([FindingKind.PAGE_GAP], [])
        assert (kept.added, kept.removed, kept.decided) == (0, 1, 1)
        assert [(f.id, f.status) for f in uow.findings.all()] == [(first.id, FindingStatus.AGREED)]
        assert second.id != first.id
    store.close()


def test_boxes_of_the_file_stand_for_those_seen_in_their_place() -> None:
    column = of_file(ExtractedPage("", boxes=((10, 10, 60, 22),), unsafe=((10, 10, 60, 22),)))
    again = unpacked(with_seen(column, ExtractedPage("", boxes=((11, 11, 61, 23), (100, 10, 160, 22)))))
    assert again.all == ((10, 10, 60, 22), (100, 10, 160, 22))
    assert again.unsafe == ((10, 10, 60, 22),)
    assert unpacked(packed(again)) == again
    assert not unpacked("").looked
    assert unpacked(packed(PageBoxes())).looked
