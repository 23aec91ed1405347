"""Pictures: each becomes a page of its own size, upright, to be read by OCR."""

from app.domain.extracted import ExtractedDocument
from app.ingest.pictures import opened, prepare_all
from app.ingest.quiet import silenced
from app.ingest.reader import CERTAIN, LIKELY, Match, ReaderInfo, ReadOptions
from app.ingest.reading_copy import from_pictures, pages_of

INFO = ReaderInfo(
    formats={
        "jpeg": "a JPEG picture",
        "png": "a PNG picture",
        "tiff": "a TIFF picture",
        "heic": "a HEIC picture",
        "webp": "a WebP picture",
        "gif": "a GIF picture",
        "bmp": "a BMP picture",
    },
    endings={
        "jpg": "jpeg", "jpeg": "jpeg", "jpe": "jpeg", "png": "png", "tif": "tiff", "tiff": "tiff", "heic": "heic",
        "heif": "heic", "avif": "heic", "webp": "webp", "gif": "gif", "bmp": "bmp",
    },
)  # fmt: skip
_SIGNATURES = {
    b"\xff\xd8\xff": "jpeg",
    b"\x89PNG\r\n\x1a\n": "png",
    b"II*\x00": "tiff",
    b"MM\x00*": "tiff",
    b"II+\x00": "tiff",
    b"GIF87a": "gif",
    b"GIF89a": "gif",
}
_HEIF_BRANDS = {b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis"}


def recognise(data: bytes, name: str) -> Match | None:
    """By signature; HEIC by its brand."""
    for signature, format_id in _SIGNATURES.items():
        if data.startswith(signature):
            return Match(format_id, CERTAIN)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Match("webp", CERTAIN)
    if data[4:8] == b"ftyp" and data[8:12] in _HEIF_BRANDS:
        return Match("heic", CERTAIN)
    if data[:2] == b"BM" and len(data) > 26 and data[6:10] == b"\x00\x00\x00\x00":
        return Match("bmp", LIKELY)
    return None


def read(data: bytes, name: str, options: ReadOptions) -> ExtractedDocument:
    """A page for each picture. The moment of taking and the device are properties. Raises FileProblem."""
    match = recognise(data, name)
    pictures, whole = prepare_all(data, options.limits.max_pixels, options.limits.max_pages)
    with silenced():
        copy = from_pictures(pictures)
        pages = pages_of(copy)
    return ExtractedDocument(
        format=match.format if match else "image",
        pages=pages,
        reading_copy=copy if options.want_reading_copy else b"",
        properties=_properties(data),
        note="" if whole else "The picture is damaged or cut off; what could be recovered of it is shown.",
    )


def _properties(data: bytes) -> dict[str, str]:
    with silenced():
        exif = opened(data).getexif()
    taken = str(exif.get_ifd(0x8769).get(0x9003) or exif.get(0x0132) or "")
    device = " ".join(str(exif.get(tag) or "").strip("\x00 ") for tag in (0x010F, 0x0110)).strip()
    made = taken.strip("\x00 ").replace(":", "-", 2).replace(" ", "T", 1)
    found = {"created": made if made[:2] in ("19", "20") else "", "device": device}
    return {key: value for key, value in found.items() if value}
