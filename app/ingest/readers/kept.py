"""Files that are kept and listed but not read: contacts, calendar entries, sound, film and signatures."""

from app.domain.extracted import ExtractedDocument
from app.ingest import problems
from app.ingest.compose import listed_only
from app.ingest.pkcs7 import signed_content
from app.ingest.reader import CERTAIN, LIKELY, Match, ReaderInfo, ReadOptions

INFO = ReaderInfo(
    formats={"vcf": "a contact", "ics": "a calendar entry", "audio": "a sound recording", "video": "a film",
             "signature": "a digital signature"},
    endings={
        "vcf": "vcf", "ics": "ics", "mp3": "audio", "m4a": "audio", "wav": "audio", "ogg": "audio", "flac": "audio",
        "amr": "audio", "aac": "audio", "wma": "audio", "opus": "audio", "mp4": "video", "mov": "video", "avi": "video",
        "mkv": "video", "webm": "video", "wmv": "video", "3gp": "video", "mpg": "video", "p7s": "signature",
    },
)  # fmt: skip
_SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")
"""Object identifier of signed data in PKCS #7."""
_SOUND = (b"ID3", b"fLaC", b"OggS", b"#!AMR")
_SOUND_BRANDS = (b"M4A ", b"M4B ")
_FILM_BRANDS = (b"mp4", b"iso", b"avc1", b"qt  ", b"3gp", b"M4V", b"MSNV", b"dash")
_NOTES = {
    "vcf": "Contacts are kept with the case but not read.",
    "ics": "Calendar entries are kept with the case but not read.",
    "audio": "Sound recordings are kept with the case but not read.",
    "video": "Films are kept with the case but not read.",
    "signature": "The digital signature of an e-mail is kept with the case but not read.",
}


def recognise(data: bytes, name: str) -> Match | None:
    """By signature, or by the first line of contacts and calendars."""
    start = data[:64].lstrip(b"\xef\xbb\xbf \r\n\t").upper()
    if start.startswith(b"BEGIN:VCARD"):
        return Match("vcf", CERTAIN)
    if start.startswith(b"BEGIN:VCALENDAR"):
        return Match("ics", CERTAIN)
    if data.startswith(_SOUND) or (data[:4] == b"RIFF" and data[8:12] == b"WAVE") or data[8:12] in _SOUND_BRANDS:
        return Match("audio", LIKELY)
    if _is_mpeg_sound(data):
        return Match("audio", LIKELY - 20)
    if data[4:8] in (b"moov", b"mdat", b"wide") or (data[4:8] == b"ftyp" and data[8:12].startswith(_FILM_BRANDS)):
        return Match("video", LIKELY)
    if data[:1] == b"\x30" and _SIGNED_DATA in data[:64] and not signed_content(data):
        return Match("signature", LIKELY)
    film = data.startswith((b"\x1a\x45\xdf\xa3", b"\x00\x00\x01\xba", b"\x30\x26\xb2\x75\x8e\x66\xcf\x11"))
    return Match("video", LIKELY) if film or (data[:4] == b"RIFF" and data[8:12] == b"AVI ") else None


def read(data: bytes, name: str, options: ReadOptions) -> ExtractedDocument:
    """No pages; `kept_only` with the reason. Raises FileProblem damaged for what is none of these."""
    match = recognise(data, name)
    if match is None:
        raise problems.damaged("a contact, a calendar entry or a recording")
    return listed_only(match.format, _NOTES[match.format])


def _is_mpeg_sound(data: bytes) -> bool:
    """Two frames of MPEG sound at the distance that the first one announces (layer III only)."""
    if len(data) < 1500 or data[0] != 0xFF or data[1] & 0xE6 != 0xE2 or data[2] >> 4 in (0, 15):
        return False
    rates = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
    samples = (44100, 48000, 32000, 1)[data[2] >> 2 & 3]
    step = 144_000 * rates[data[2] >> 4] // samples + (data[2] >> 1 & 1)
    return 0 < step < len(data) - 2 and data[step] == 0xFF and data[step + 1] & 0xE6 == 0xE2
