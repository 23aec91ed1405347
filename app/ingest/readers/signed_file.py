"""Signed files (`.p7m`): what was signed is given back, as it lies inside in clear."""

from app.domain.extracted import ExtractedDocument, Member
from app.ingest import problems
from app.ingest.names import safe_name
from app.ingest.pkcs7 import signed_content
from app.ingest.reader import LIKELY, Match, ReaderInfo, ReadOptions

INFO = ReaderInfo(formats={"p7m": "a signed file"}, endings={"p7m": "p7m"})
_HEAD = 64
_SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")


def recognise(data: bytes, name: str) -> Match | None:
    """Signed data of PKCS #7 with something in it."""
    if data[:1] != b"\x30" or _SIGNED_DATA not in data[:_HEAD]:
        return None
    return Match("p7m", LIKELY) if signed_content(data) else None


def read(data: bytes, name: str, options: ReadOptions) -> ExtractedDocument:
    """No pages; what was signed as a member. Raises FileProblem damaged, or password for what is encrypted for somebody."""
    inner = signed_content(data)
    if not inner:
        raise problems.for_a_certificate("The file") if data[:1] == b"\x30" else problems.damaged(INFO.formats["p7m"])
    return ExtractedDocument(format="p7m", pages=(), members=(Member(_name(name, inner), inner),))


def _name(name: str, inner: bytes) -> str:
    stem = safe_name(name).removesuffix(".p7m").removesuffix(".P7M")
    is_mail = inner[:200].lower().lstrip().startswith((b"content-type:", b"mime-version:"))
    return f"{stem}.eml" if is_mail and "." not in stem else stem
