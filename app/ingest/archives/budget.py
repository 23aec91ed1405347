"""How much of an archive is unpacked before it is refused."""

from app.ingest import problems
from app.ingest.limits import Limits
from app.ingest.problems import FileProblem

TRUSTED_SIZE = 4 * 2**20
"""So much may come out of any archive, however small it is."""
BOMB = "expands to far more than it holds, as files made to do harm do"


class Budget:
    """Counts members and bytes and stops at the limits."""

    def __init__(self, packed: int, limits: Limits) -> None:
        self.limits = limits
        self.left = limits.max_expanded_bytes
        self.by_ratio = max(TRUSTED_SIZE, packed * limits.max_expansion_ratio)
        self.count = 0

    def announced(self, size: int) -> None:
        """Refuse an archive that says itself that it will be too large, before anything of it is unpacked."""
        if size > self.by_ratio:
            raise problems.too_large(f"The archive {BOMB}.")
        if size > self.left:
            raise self._too_large()

    def member(self) -> None:
        """Count one more file. Raises FileProblem too-large."""
        self.count += 1
        if self.count > self.limits.max_members:
            raise problems.too_large(f"The archive holds more than {self.limits.max_members:,} files.")

    def take(self, size: int) -> None:
        """Count bytes that were unpacked. Raises FileProblem too-large."""
        self.left -= size
        self.by_ratio -= size
        if self.by_ratio < 0:
            raise problems.too_large(f"The archive {BOMB}.")
        if self.left < 0:
            raise self._too_large()

    def _too_large(self) -> FileProblem:
        most = self.limits.max_expanded_bytes // 2**20
        return problems.too_large(f"The archive holds more than {most:,} MB when unpacked.")
