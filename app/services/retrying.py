"""Read a file with a problem once more, with a password if it needs one; a password that fits is tried on the other locked files."""

from app.domain.documents import Status
from app.domain.errors import FileProblem, UsageProblem
from app.domain.ids import DisclosureId, DocumentId
from app.ingest import problems
from app.ingest.reader import ReadOptions
from app.jobs.events import JobEvent
from app.pipeline.values import ReadFile
from app.services import large_archives, reading
from app.services.case import OpenCase
from app.services.control import Control


def retry(case: OpenCase, document: DocumentId, password: str | None = None) -> None:
    """Raises FileProblem when it still cannot be read, UsageProblem when there is nothing to read.

    A file that is locked inside an archive is read by reading its archive again.
    """
    with case.store.read() as uow:
        raw = uow.documents.raw(document)
    target = _with_bytes(raw["id"], raw["sha256"], raw["parent_id"])
    if raw["status"] in (Status.JUNK, Status.DUPLICATE) or not target:
        raise UsageProblem("not-readable", "There is nothing to read again in this file.", "", "")
    _read(case, target, password)
    if target != document:
        with case.store.read() as uow:
            if uow.documents.raw(document)["problem_code"] == "password":
                raise problems.password(tried=password is not None)
    _read_what_waits(case, raw["disclosure_id"], password)
    if password is not None:
        _try_others(case, raw["disclosure_id"], password)


def _with_bytes(document: int, sha256: str, parent: int | None) -> int:
    """The file to read: itself, or the archive it could not be taken out of; 0 for neither."""
    return document if sha256 else (parent or 0)


def _read(case: OpenCase, document: int, password: str | None) -> None:
    with case.store.read() as uow:
        raw = uow.documents.raw(document)
        depth = uow.documents.depth(document)
    if not raw["sha256"]:
        raise UsageProblem("not-readable", "There is nothing to read again in this file.", "", "")
    options = ReadOptions(password=password, depth=depth)
    disclosure = DisclosureId(raw["disclosure_id"])
    in_parts = large_archives.is_large(case, raw)
    if in_parts and large_archives.unpack(case, disclosure, case.ctx.pages, raw, options, Control()):
        return
    with case.store.read() as uow:
        data = uow.blobs.get(raw["sha256"])
    facts = reading.case_facts(case, disclosure)
    name = raw["path"].rsplit("/", 1)[-1]
    future = case.ctx.pages.submit(
        reading.READ, data, name, raw["path"], options, facts, seconds=reading.seconds_for(len(data))
    )
    found: ReadFile = future.result()
    with case.store.write() as uow:
        if not raw["pages"]:
            reading.store_result(uow, disclosure, document, raw["path"], found)


def _try_others(case: OpenCase, disclosure: DisclosureId, password: str) -> None:
    """One sender mostly uses one password. A file that it does not open stays as it was."""
    with case.store.read() as uow:
        locked = [row for row in uow.documents.of_disclosure(disclosure) if row["problem_code"] == "password"]
    targets = dict.fromkeys(_with_bytes(row["id"], row["sha256"], row["parent_id"]) for row in locked)
    for target in filter(None, targets):
        try:
            _read(case, target, password)
        except FileProblem:
            continue  # it has another password: what it says of itself is still true
    _read_what_waits(case, disclosure, password)


def _read_what_waits(case: OpenCase, disclosure: DisclosureId, password: str | None) -> None:
    passwords = () if password is None else (password,)
    with case.ctx.readers(1) as runner:
        reading.read_waiting(case, disclosure, runner, passwords, "retry", _quiet, Control())


def _quiet(_event: JobEvent) -> None:
    return
