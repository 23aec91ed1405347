"""System files that come along with every folder: they say nothing about the child."""

import struct

from app.demo.blocks import Record

_COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(478)
_FINDER = b"\0\0\0\x01Bud1\0\0\x10\0\0\0\x08\0\0\0\x10\0" + bytes(4070)


def thumbs(folder: str) -> Record:
    """Windows' picture cache. The folder's name is in it, so that no two are alike."""
    return _system(f"{folder}Thumbs.db", _COMPOUND + folder.encode().ljust(512, b"\0"))


def finder(folder: str) -> Record:
    """The notes of a Mac about a folder."""
    return _system(f"{folder}.DS_Store", _FINDER + folder.encode())


def windows_folder(folder: str) -> Record:
    """How Windows shows a folder."""
    text = f"[.ShellClassInfo]\r\nIconResource=shell32.dll,4\r\nInfoTip={folder or 'SAR'}\r\n"
    return _system(f"{folder}desktop.ini", text.encode())


def word_lock(folder: str, name: str, who: str) -> Record:
    """The lock that Word leaves when a machine is switched off with a document open."""
    owner = bytes((len(who),)) + who.encode().ljust(53, b" ") + who.encode("utf-16-le").ljust(108, b"\0")
    return _system(f"{folder}~${name}", owner)


def _system(path: str, data: bytes) -> Record:
    return Record(path, "system", "junk", "", "", "", "", options=(("data", data),))
