"""Keep what came in: originals, and the files found inside them, each in one row that says how it stands."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.domain.documents import Status
from app.domain.errors import AppError, FileProblem
from app.domain.extracted import Member
from app.ingest.junk import is_junk
from app.store.blobs import CHUNK_BYTES
from app.store.unit_of_work import UnitOfWork
from app.system.files import pieces_of


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of a file, at hand or still on the disk: SHA-256 in hex, number, the first of them, and all in pieces."""

    sha256: str
    size: int
    head: bytes
    pieces: Callable[[], Iterable[bytes]]

    @classmethod
    def of_bytes(cls, data: bytes) -> "Content":
        view = memoryview(data)
        starts = range(0, len(data), CHUNK_BYTES)
        return cls(
            hashlib.sha256(data).hexdigest(), len(data), data[:_HEAD],
            lambda: (bytes(view[start : start + CHUNK_BYTES]) for start in starts),
        )  # fmt: skip

    @classmethod
    def of_file(cls, path: Path) -> "Content":
        """A file that is too large for the memory, read twice. Raises FileProblem."""
        digest, size, head = hashlib.sha256(), 0, b""
        for piece in pieces_of(path, CHUNK_BYTES):
            head = head or piece[:_HEAD]
            digest.update(piece)
            size += len(piece)
        return cls(digest.hexdigest(), size, head, lambda: _unchanged(path, digest.digest()))


def _unchanged(path: Path, digest: bytes) -> Iterable[bytes]:
    """The pieces of a file again. Raises FileProblem when they are others now, which undoes what was written of them."""
    again = hashlib.sha256()
    for piece in pieces_of(path, CHUNK_BYTES):
        again.update(piece)
        yield piece
    if again.digest() != digest:
        raise FileProblem(
            "damaged", "This file changed while it was copied.", "Nothing of it was kept.", "Bring it in again."
        )


_HEAD = 64
_NO_PROBLEM = {"problem_code": "", "problem": "", "next_step": "", "kind": ""}


def keep(
    uow: UnitOfWork,
    disclosure: int,
    parent: int | None,
    path: str,
    content: Content,
    problem: FileProblem | None,
    known: dict[tuple[str, str], int],
) -> str:
    """Keep one received file as junk, duplicate, problem or waiting, unless an earlier run did; its SHA-256 if it waits now.

    A file that could not be had before (no permission, locked in its archive) and now can keeps its place in the list.
    """
    sha = content.sha256 if problem is None else ""
    if (path, sha) in known or (problem is not None and any(path == other for other, _ in known)):
        return ""
    values: dict[str, Any] = {
        "disclosure_id": disclosure, "parent_id": parent, "path": path, "sha256": sha, "bytes": content.size,
        "status": Status.WAITING.value,
    }  # fmt: skip
    if problem is not None:
        values |= problem_values(problem)
    elif is_junk(path, content.head):
        values |= {"status": Status.JUNK.value, "kind": "junk", "format": "junk",
                   "problem": "A file of the computer system, not a record."}  # fmt: skip
    elif (held := uow.documents.held(sha)) is not None:
        values |= {"status": Status.DUPLICATE.value, "duplicate_of": held, "problem": "The very same file came before."}
    if problem is None:
        uow.blobs.put_pieces(content.pieces(), sha, content.size)
    before = known.pop((path, ""), None) if sha else None
    if before is None:
        known[path, sha] = uow.documents.add(values)
    else:
        known[path, sha] = before
        uow.documents.edit(before, _NO_PROBLEM | values)
    return sha if values["status"] == Status.WAITING else ""


def problem_values(problem: AppError) -> dict[str, Any]:
    """What a row says of a file that could not be read."""
    status = problem.status if isinstance(problem, FileProblem) else Status.DAMAGED.value
    return {
        "status": status, "problem_code": problem.code, "problem": problem.happened, "next_step": problem.next_step,
        "kind": "unreadable",
    }  # fmt: skip


_MEMBER_PROBLEMS = {
    "password": ("This file inside the archive is locked with a password.", "Ask the sender for the password, then try again."),
    "too-large": ("This file inside the archive is too large to unpack safely.", "Ask the sender for the file by itself."),
    "too-deep": ("This file lies too many archives deep.", "Unpack it yourself and bring it in again."),
}  # fmt: skip


def keep_members(uow: UnitOfWork, disclosure: int, parent: int, path: str, members: tuple[Member, ...]) -> None:
    """Keep the files found inside another."""
    known = uow.documents.known(disclosure)
    for member in members:
        problem = None
        if member.problem:
            happened, step = _MEMBER_PROBLEMS.get(
                member.problem,
                ("This file inside the archive is damaged.", "Ask the sender to send it again."),
            )
            problem = FileProblem(member.problem, member.detail or happened, "", step)
        keep(uow, disclosure, parent, f"{path}/{member.path}", Content.of_bytes(member.data), problem, known)
