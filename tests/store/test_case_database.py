"""The encrypted database: migrations, damage, undo, the index, backup."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import inspect

from app.domain.errors import CaseProblem
from app.domain.extracted import ExtractedPage
from app.store.backup import snapshot, unpack
from app.store.engine import open_engine
from app.store.migrate import HEAD, bring_up, current
from app.store.tables import metadata
from app.store.unit_of_work import Store, UnitOfWork

KEY = bytes(range(32))


@pytest.fixture
def store(tmp_path: Path):  # type: ignore[no-untyped-def]
    engine = open_engine(tmp_path / "case.db", KEY, create=True)
    bring_up(engine)
    made = Store(engine)
    yield made
    made.close()


def a_document(uow: UnitOfWork, path: str = "a.pdf", texts: tuple[str, ...] = ("the speech referral",)) -> int:
    key = uow.documents.disclosure_for("x") or uow.documents.add_disclosure({"given_key": "x"})
    document = uow.documents.add(
        {"disclosure_id": key, "path": path, "sha256": path, "status": "ready", "pages": len(texts)}
    )
    uow.fulltext.add(uow.pages.add(document, [ExtractedPage(text) for text in texts]))
    return int(document)


def test_the_migrations_end_in_todays_tables(store: Store, tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "case.db", KEY)
    found = inspect(engine)
    for table in metadata.sorted_tables:
        columns = {c["name"]: (str(c["type"]), c["nullable"]) for c in found.get_columns(table.name)}
        wanted = {c.name: (str(c.type.compile(engine.dialect)), c.nullable) for c in table.columns}
        assert columns == wanted, table.name
        assert {i["name"] for i in found.get_indexes(table.name)} == {i.name for i in table.indexes}
        assert {fk["referred_table"] for fk in found.get_foreign_keys(table.name)} == {
            fk.column.table.name for fk in table.foreign_keys
        }
    assert current(engine) == HEAD
    engine.dispose()


def test_a_newer_case_is_refused(store: Store, tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "case.db", KEY)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(CaseProblem) as caught:
        bring_up(engine)
    assert caught.value.code == "newer"
    engine.dispose()


def test_a_wrong_key_and_a_damaged_file_say_so(store: Store, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with store.write() as uow:
        a_document(uow)
    store.close()
    with pytest.raises(CaseProblem) as caught:
        open_engine(tmp_path / "case.db", bytes(32))
    assert caught.value.code == "damaged"
    data = bytearray((tmp_path / "case.db").read_bytes())
    data[:200] = b"\x00" * 200
    (tmp_path / "case.db").write_bytes(data)
    with pytest.raises(CaseProblem):
        open_engine(tmp_path / "case.db", KEY)
    with pytest.raises(CaseProblem):
        open_engine(tmp_path / "missing.db", KEY)
    assert capfd.readouterr().err == ""


def test_damage_in_the_middle_is_a_plain_problem(store: Store, tmp_path: Path) -> None:
    with store.write() as uow:
        for number in range(30):
            a_document(uow, f"{number}.pdf", ("words " * 400,) * 4)
    store.close()
    path = tmp_path / "case.db"
    data = bytearray(path.read_bytes())
    for at in range(8192, len(data), 4096):
        data[at + 50] ^= 0xFF
    path.write_bytes(data)

    def look() -> None:
        with Store(open_engine(path, KEY)).read() as uow:
            uow.documents.rows()
            uow.fulltext.find("words", 50)

    with pytest.raises(CaseProblem) as caught:
        look()
    assert caught.value.code == "damaged"


def test_nothing_is_readable_on_disk(store: Store, tmp_path: Path) -> None:
    with store.write() as uow:
        a_document(uow, texts=("Brackenmoor safeguarding marmalade",))
        uow.blobs.put(b"Brackenmoor safeguarding marmalade" * 100)
    for path in tmp_path.iterdir():
        assert b"marmalade" not in path.read_bytes(), path.name
    store.close()
    assert all(b"marmalade" not in p.read_bytes() for p in tmp_path.iterdir())


def test_a_failed_write_leaves_nothing(store: Store) -> None:
    def write_and_fail() -> None:
        with store.write() as uow:
            a_document(uow)
            raise RuntimeError("stop")

    with pytest.raises(RuntimeError):
        write_and_fail()
    with store.read() as uow:
        assert uow.documents.rows() == ()
        assert uow.fulltext.total("speech") == 0


def test_readers_see_a_steady_case_while_one_writes(store: Store) -> None:
    with store.write() as uow:
        a_document(uow)
    with store.read() as reader:
        before = len(reader.documents.rows())
        with store.write() as uow:
            a_document(uow, "b.pdf")
        assert len(reader.documents.rows()) == before
    with store.read() as uow:
        assert len(uow.documents.rows()) == before + 1


def test_blobs_are_kept_once_and_checked(store: Store) -> None:
    data = bytes(range(256)) * 9000  # several rows
    with store.write() as uow:
        sha = uow.blobs.put(data)
        assert uow.blobs.put(data) == sha
        assert uow.blobs.get(sha) == data
        assert uow.blobs.wrong() == ()
        uow.connection.exec_driver_sql("UPDATE blob_chunks SET data = x'00' WHERE seq = 1")
        assert uow.blobs.wrong() == (sha,)
        with pytest.raises(LookupError):
            uow.blobs.get("00")


def test_the_index_follows_a_page_that_is_read_again(store: Store) -> None:
    with store.write() as uow:
        document = a_document(uow, texts=("spccch rcfcrral",))
        row, old, new = uow.pages.replace(document, 1, ExtractedPage("speech referral", ocr_confidence=91.0))
        uow.fulltext.replace(row, old, new)
    with store.write() as uow:
        assert uow.fulltext.total("spccch") == 0
        assert [(h.document, h.page) for h in uow.fulltext.find("referral", 5)] == [(document, 1)]
        assert uow.fulltext.sound()


@given(st.lists(st.tuples(st.sampled_from(["title", "kind", "date"]), st.text(max_size=8)), max_size=12))
def test_undoing_everything_gives_back_the_first_row(edits: list[tuple[str, str]]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(Path(folder) / "case.db", KEY, create=True)
        metadata.create_all(engine)
        engine_store = Store(engine)
        with engine_store.write() as uow:
            key = uow.documents.add_disclosure({"given_key": "x"})
            document = uow.documents.add({"disclosure_id": key, "path": "a", "sha256": "", "status": "ready"})
            before = uow.documents.raw(document)
            changes = [uow.audit.record("edit", [uow.audit.edit("documents", document, {k: v})]) for k, v in edits]
            after = uow.documents.raw(document)
            for change in reversed(changes):
                uow.audit.apply(change.inverse())
            assert uow.documents.raw(document) == before
            for change in changes:
                uow.audit.apply(change)
            assert uow.documents.raw(document) == after
        engine_store.close()


def test_added_and_removed_rows_undo(store: Store) -> None:
    with store.write() as uow:
        document = a_document(uow)
        mark = {"uuid": "u", "document_id": document, "page": 1, "kind": "note", "exact": "speech"}
        change = uow.audit.record("mark", [uow.audit.add("marks", mark)])
        assert len(uow.marks.all()) == 1
        uow.audit.apply(change.inverse())
        assert uow.marks.all() == ()
        uow.audit.apply(change)
        removed = uow.audit.record("remove", [uow.audit.remove("marks", uow.marks.all()[0].id)])
        uow.audit.apply(removed.inverse())
        assert [m.anchor.exact for m in uow.marks.all()] == ["speech"]
        assert [words for _, words in uow.audit.trail("marks", uow.marks.all()[0].id)].count("mark") == 3


def test_a_backup_opens_as_the_same_case(store: Store, tmp_path: Path) -> None:
    (tmp_path / "keys.json").write_bytes(b"{}")
    with store.write() as uow:
        a_document(uow)
    packed = tmp_path / "backup.zip"
    packed.write_bytes(snapshot(store, tmp_path))
    assert b"speech" not in packed.read_bytes()
    unpack(packed, tmp_path / "again.fairfile")
    copy = Store(open_engine(tmp_path / "again.fairfile" / "case.db", KEY))
    with copy.read() as uow:
        assert [r.path for r in uow.documents.rows()] == ["a.pdf"]
    copy.close()
    packed.write_bytes(packed.read_bytes()[:-200])
    with pytest.raises(CaseProblem):
        unpack(packed, tmp_path / "third.fairfile")
    assert not (tmp_path / "third.fairfile").exists()


def test_pages_that_wait_are_counted_for_any_number_of_documents(store: Store) -> None:
    with store.write() as uow:
        document = a_document(uow)
        uow.pages.set_ocr(document, [1], "pending")
        assert uow.pages.pending_count(range(1, 3000)) == 1
        assert uow.pages.pending_count([document + 1]) == 0
        assert [int(found[0]) for found in uow.pages.pending(range(1, 3000))] == [document]
