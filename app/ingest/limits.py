"""How much of a file is read before it is refused, so that no file can stop the rest."""

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """`max_pixels` is for one picture, `max_expansion_ratio` unpacked size over packed size of a whole archive,
    `max_expanded_bytes` the total of its members, `max_depth` archives and attachments inside each other.
    `max_archive_bytes` is for ZIP files, which are read in parts. `seconds` and `memory_mb` are for the child process that
    reads one file."""

    max_bytes: int = 2048 * MIB
    max_archive_bytes: int = 16 * 1024 * MIB
    max_pages: int = 25_000
    max_pixels: int = 200_000_000
    max_depth: int = 8
    max_members: int = 20_000
    max_expansion_ratio: int = 200
    max_expanded_bytes: int = 2048 * MIB
    seconds: float = 120.0
    memory_mb: int = 1500
