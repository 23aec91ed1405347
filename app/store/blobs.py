"""Originals and reading copies, by their SHA-256, in rows of at most 1 MiB."""

import hashlib
from collections.abc import Iterable

from sqlalchemy import Connection, insert, select

from app.store.tables import blob_chunks, blobs

CHUNK_BYTES = 1 << 20


class Blobs:
    """Bytes that are kept once however often they came."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def has(self, sha256: str) -> bool:
        """Whether these bytes are kept."""
        return self._connection.execute(select(blobs.c.size).where(blobs.c.sha256 == sha256)).first() is not None

    def put(self, data: bytes, sha256: str = "") -> str:
        """Keep bytes; their SHA-256 in hex."""
        sha256 = sha256 or hashlib.sha256(data).hexdigest()
        view = memoryview(data)
        pieces = (bytes(view[start : start + CHUNK_BYTES]) for start in range(0, len(data), CHUNK_BYTES))
        self.put_pieces(pieces, sha256, len(data))
        return sha256

    def put_pieces(self, pieces: Iterable[bytes], sha256: str, size: int) -> None:
        """Keep bytes that come in pieces of CHUNK_BYTES, the last perhaps shorter, whose SHA-256 and number are known."""
        if self.has(sha256):
            return
        self._connection.execute(insert(blobs).values(sha256=sha256, size=size))
        for seq, piece in enumerate(pieces):
            self._connection.execute(insert(blob_chunks).values(sha256=sha256, seq=seq, data=piece))

    def get(self, sha256: str) -> bytes:
        """The bytes; LookupError when they are not kept."""
        size = self._connection.execute(select(blobs.c.size).where(blobs.c.sha256 == sha256)).scalar()
        if size is None:
            raise LookupError(f"no bytes for {sha256}")
        found = self._connection.execute(
            select(blob_chunks.c.data).where(blob_chunks.c.sha256 == sha256).order_by(blob_chunks.c.seq)
        )
        return b"".join(row[0] for row in found)

    def between(self, sha256: str, start: int, end: int) -> bytes:
        """The bytes from `start` up to `end`; fewer where they end before."""
        first, last = start // CHUNK_BYTES, max(0, end - 1) // CHUNK_BYTES
        query = select(blob_chunks.c.data).where(
            blob_chunks.c.sha256 == sha256, blob_chunks.c.seq >= first, blob_chunks.c.seq <= last
        )
        found = b"".join(row[0] for row in self._connection.execute(query.order_by(blob_chunks.c.seq)))
        return found[start - first * CHUNK_BYTES : end - first * CHUNK_BYTES]

    def wrong(self) -> tuple[str, ...]:
        """Hashes whose bytes do not match them any more."""
        known = [row[0] for row in self._connection.execute(select(blobs.c.sha256))]
        return tuple(sha for sha in known if hashlib.sha256(self.get(sha)).hexdigest() != sha)
