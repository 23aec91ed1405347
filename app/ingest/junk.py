"""Files that computers leave behind and nobody wrote. Cheap: also used in the parent process."""

_NAMES = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", ".ds_store", ".localized", "icon\r", ".directory"})
_FOLDERS = frozenset({"__macosx", ".git", ".svn", "$recycle.bin", ".trashes", ".spotlight-v100", ".fseventsd"})
_ENDINGS = (".lnk", ".tmp", ".crdownload", ".part", ".exe", ".dll", ".msi", ".sys", ".url", ".webloc")
_MACHO = (b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"\xfe\xed\xfa\xce", b"\xfe\xed\xfa\xcf")
_LINK = b"L\x00\x00\x00\x01\x14\x02\x00"
_OFFICE_LOCK_BYTES = 200


def is_junk(path: str, head: bytes) -> bool:
    """True for leftovers of Windows, macOS and Office, and for programs. `head`: at least the first 64 bytes."""
    parts = path.replace("\\", "/").lower().split("/")
    name = parts[-1]
    if name in _NAMES or any(part in _FOLDERS for part in parts[:-1]):
        return True
    if name.startswith("._") and head[:4] in (b"\x00\x05\x16\x07", b""):
        return True
    if name.startswith(("~$", ".~lock.")):
        return len(head) < _OFFICE_LOCK_BYTES or not _is_document(head)
    if is_program(head):
        return True
    return name.endswith(_ENDINGS) and not _is_document(head)


def is_program(head: bytes) -> bool:
    """True for Windows, Linux and macOS executables and Windows shortcuts, by signature."""
    if head[:2] == b"MZ":
        return len(head) >= 64 and head[0x3C:0x40] != b"\x00\x00\x00\x00" and b"\x00" in head[2:64]
    return head[:4] == b"\x7fELF" or head[:4] in _MACHO or head[:8] == _LINK


def _is_document(head: bytes) -> bool:
    return head.startswith((b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"\xff\xd8\xff", b"\x89PNG"))
