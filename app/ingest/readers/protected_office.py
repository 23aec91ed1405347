"""Office files with a password: an encrypted package inside a compound file."""

import io

from app.domain.extracted import ExtractedDocument
from app.ingest import problems
from app.ingest.office import compound
from app.ingest.reader import CERTAIN, Match, ReaderInfo, ReadOptions

INFO = ReaderInfo(formats={"protected": "a protected Office file"}, endings={})


def recognise(data: bytes, name: str) -> Match | None:
    """A compound file with a stream `EncryptedPackage`."""
    return Match("protected", CERTAIN) if compound.kind(data) == "protected" else None


def read(data: bytes, name: str, options: ReadOptions) -> ExtractedDocument:
    """The document inside, opened with one of the passwords. Raises FileProblem password, or what the inner reader raises."""
    from app.ingest import registry  # the document inside may be of any format

    for password in options.candidates:
        inner = _decrypted(data, password)
        if inner is not None:
            return registry.read(inner, name, options)
    raise problems.password(tried=bool(options.candidates))


def _decrypted(data: bytes, password: str) -> bytes | None:
    import msoffcrypto  # type: ignore[import-untyped]

    out = io.BytesIO()
    try:
        file = msoffcrypto.OfficeFile(io.BytesIO(data))
        file.load_key(password=password, verify_password=True)
        file.decrypt(out)
    except Exception:  # noqa: BLE001 - a wrong password shows itself in many ways; another may fit
        return None
    return out.getvalue() if not compound.is_compound(out.getvalue()) else None
