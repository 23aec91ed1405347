"""A file of which only some stretches are at hand, so that a large archive need not be in memory whole."""

import io
from collections.abc import Sequence

Stretch = tuple[int, bytes]
"""Offset in the file, and the bytes from there on."""


class OutsideError(Exception):
    """Bytes were asked for that are not at hand, from `offset` on."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


class Window(io.RawIOBase):
    """Reads like the whole file of `total` bytes as long as only `stretches` of it are asked for; else OutsideError."""

    def __init__(self, stretches: Sequence[Stretch], total: int) -> None:
        super().__init__()
        self._stretches, self._total, self._at = tuple(stretches), total, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Raises OSError before the beginning, as files do."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._total}[whence]
        if base + offset < 0:
            raise OSError("before the beginning of the file")
        self._at = base + offset
        return self._at

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes from the present place. Raises OutsideError."""
        end = self._total if size is None or size < 0 else min(self._total, self._at + size)
        if end <= self._at:
            return b""
        for start, data in self._stretches:
            if start <= self._at and end <= start + len(data):
                found = data[self._at - start : end - start]
                self._at = end
                return found
        raise OutsideError(self._at)
