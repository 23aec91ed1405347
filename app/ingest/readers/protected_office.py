"""Office files with a password: an encrypted package inside a compound file."""

from app.domain.extracted import ExtractedDocument
from app.ingest.office import compound, unlock
from app.ingest.reader import CERTAIN, Match, ReaderInfo, ReadOptions

INFO = ReaderInfo(formats={"protected": "a protected Office file"}, endings={})


def recognise(data: bytes, name: str) -> Match | None:
    """A compound file with a stream `EncryptedPackage`."""
    return Match("protected", CERTAIN) if compound.kind(data) == "protected" else None


def read(data: bytes, name: str, options: ReadOptions) -> ExtractedDocument:
    """The document inside, opened with one of the passwords. Raises FileProblem password, or what the inner reader raises."""
    from app.ingest import registry  # the document inside may be of any format

    return registry.read(unlock.unlocked(data, options.candidates), name, options)
