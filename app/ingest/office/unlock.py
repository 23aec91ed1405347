"""Office files with a password, new (an encrypted package) and old (RC4 and its relatives), opened in memory."""

import io

from app.ingest import problems
from app.ingest.office import compound

_WRITE_PROTECTED = "VelvetSweatshop"
"""The password that Excel itself sets on workbooks that are only protected against changes ([MS-OFFCRYPTO] 2.4.2.3)."""


def unlocked(data: bytes, passwords: tuple[str, ...]) -> bytes:
    """The file without its encryption. Raises FileProblem password when neither `passwords` nor Excel's own opens it."""
    for password in (*passwords, _WRITE_PROTECTED):
        inner = _decrypted(data, password)
        if inner is not None:
            return inner
    raise problems.password(tried=bool(passwords))


def _decrypted(data: bytes, password: str) -> bytes | None:
    import msoffcrypto  # type: ignore[import-untyped]

    out = io.BytesIO()
    try:
        file = msoffcrypto.OfficeFile(io.BytesIO(data))
        if compound.kind(data) == "protected":
            file.load_key(password=password, verify_password=True)
        else:
            file.load_key(password=password)  # the old formats are checked whenever the key is made
        file.decrypt(out)
    except Exception:  # noqa: BLE001 - a wrong password shows itself in many ways; another may fit
        return None
    made = out.getvalue()
    return made if made and made != data and compound.kind(made) != "protected" else None
