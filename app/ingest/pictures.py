"""Pictures made safe and small enough for a PDF page: decoded with limits, upright, JPEG or PNG bytes."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from app.ingest import problems
from app.ingest.quiet import silenced

MAX_WIDTH, MAX_HEIGHT = 2480, 3508
"""Pixels of the reading copy's largest picture: A4 at 300 dots an inch."""
_A4 = (595.0, 842.0)
_QUALITY = 82
_ORIENTATION = 0x0112
_REDUCED_COPY = 0x00FE
_COLOURLESS = 12


@dataclass(frozen=True, slots=True)
class Prepared:
    """JPEG or PNG bytes and the size in points at which the picture is shown."""

    data: bytes
    width: float
    height: float


def prepare_all(data: bytes, max_pixels: int, max_pages: int) -> tuple[list[Prepared], bool]:
    """Every page of a picture file (several for TIFF only), and whether the file is whole.

    Raises FileProblem too-large and what Pillow raises when nothing at all can be decoded.
    """
    from PIL import ImageFile

    with silenced():
        try:
            return list(_frames(data, max_pixels, max_pages)), True
        except (OSError, SyntaxError, ValueError, TypeError, EOFError, IndexError):
            ImageFile.LOAD_TRUNCATED_IMAGES = True
            try:
                return _rescued(data, max_pixels, max_pages), False
            finally:
                ImageFile.LOAD_TRUNCATED_IMAGES = False


def _rescued(data: bytes, max_pixels: int, max_pages: int) -> list[Prepared]:
    """What a cut or damaged picture still shows. Raises like Pillow when there is nothing to see."""
    from PIL import Image

    found: list[Prepared] = []
    try:
        for frame in _frames(data, max_pixels, max_pages):
            low, high = Image.open(io.BytesIO(frame.data)).convert("L").getextrema()
            if cast(int, high) - cast(int, low) > _COLOURLESS:
                found.append(frame)
    except (OSError, SyntaxError, ValueError, TypeError, EOFError, IndexError):
        if not found:
            raise
    if not found:
        raise OSError("no part of the picture can be seen")
    return found


def _frames(data: bytes, max_pixels: int, max_pages: int) -> Iterator[Prepared]:
    image = opened(data)
    frames = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
    if frames > max_pages:
        raise problems.too_large(f"The picture file has {frames:,} pages; at most {max_pages:,} are read at once.")
    for index in range(frames):
        if index:
            image.seek(index)
        if index and frames > 1 and _is_thumbnail(image):
            continue
        yield _prepare(image, data if frames == 1 else b"", max_pixels)


def prepare(data: bytes, max_pixels: int) -> Prepared | None:
    """The first page of a picture inside a document; None when it cannot be decoded."""
    try:
        found, _ = prepare_all(data, max_pixels, 1_000_000)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - Pillow's decoders raise anything on bad bytes; a document survives a bad picture
        return None
    return found[0] if found else None


def opened(data: bytes) -> Any:
    """A Pillow image, not yet decoded. Raises what Pillow raises."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # our own limit is checked before decoding, with a sentence for people
    if data[4:8] == b"ftyp":
        import pillow_heif

        pillow_heif.register_heif_opener()
    return Image.open(io.BytesIO(data))


def _prepare(image: Any, original: bytes, max_pixels: int) -> Prepared:
    pixels = image.width * image.height
    if pixels > max_pixels:
        raise problems.too_large(
            f"The picture has {pixels // 1_000_000:,} million dots; at most {max_pixels // 1_000_000:,} million are read."
        )
    width, height = _points(image)
    turned = image.getexif().get(_ORIENTATION, 1) in (5, 6, 7, 8)
    if turned:
        width, height = height, width
    if _fits_as_it_is(image, original):
        image.load()
        return Prepared(original, width, height)
    if image.format == "JPEG":
        image.draft(None, (MAX_WIDTH, MAX_HEIGHT))
    upright = _upright(image)
    return Prepared(_encode(_flat(upright)), width, height)


def _upright(image: Any) -> Any:
    """Turned as its orientation says. Pillow would copy a picture that needs no turning, which a large one has no memory for."""
    from PIL import ImageOps

    if image.getexif().get(_ORIENTATION, 1) in (0, 1):
        return image
    return ImageOps.exif_transpose(image) or image


def _fits_as_it_is(image: Any, original: bytes) -> bool:
    return bool(
        original
        and image.format == "JPEG"
        and image.mode in ("L", "RGB")
        and image.width <= MAX_WIDTH
        and image.height <= MAX_HEIGHT
        and image.getexif().get(_ORIENTATION, 1) == 1
        and original.rstrip(b"\x00").endswith(b"\xff\xd9")
    )


def _points(image: Any) -> tuple[float, float]:
    """Physical size from the file's resolution where that is plausible for paper, else as large as fits on A4."""
    dpi = image.info.get("dpi") or (0, 0)
    try:
        across, down = float(dpi[0]), float(dpi[1])
    except (TypeError, ValueError, ZeroDivisionError, IndexError):
        across = down = 0.0
    if 90 <= across <= 1300 and 40 <= down <= 1300:
        width, height = image.width * 72 / across, image.height * 72 / down
        if 72 <= max(width, height) <= 3400:
            return width, height
    page = _A4 if image.height >= image.width else (_A4[1], _A4[0])
    scale = min(page[0] / image.width, page[1] / image.height)
    return max(image.width * scale, 1.0), max(image.height * scale, 1.0)


def _flat(image: Any) -> Any:
    """Without transparency (on white), without odd modes, no larger than the limit."""
    from PIL import Image

    if image.mode == "1":
        return _shrunk(image, Image.Resampling.NEAREST) if _too_big(image) is None else _shrunk(image.convert("L"))
    if image.mode.startswith("I") or image.mode == "F":
        low, high = image.getextrema()
        scale = 255.0 / (high - low) if high > low else 1.0
        image = image.convert("F").point(lambda v: (v - low) * scale).convert("L")
    elif image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        layer = image.convert("RGBA")
        image = Image.new("RGB", layer.size, "white")
        image.paste(layer, mask=layer.getchannel("A"))
    elif image.mode not in ("L", "RGB"):
        image = image.convert("RGB")
    return _shrunk(image)


def _too_big(image: Any) -> float | None:
    long, short = max(image.size), min(image.size)
    scale = min(MAX_HEIGHT / long, MAX_WIDTH / short)
    return scale if scale < 1 else None


def _shrunk(image: Any, resampling: Any = None) -> Any:
    scale = _too_big(image)
    if scale is None:
        return image
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    return image.resize(size) if resampling is None else image.resize(size, resampling)


def _encode(image: Any) -> bytes:
    out = io.BytesIO()
    if image.mode == "1":
        image.save(out, "PNG")
        return out.getvalue()
    if image.mode == "RGB" and _is_grey(image):
        image = image.convert("L")
    image.save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()


def _is_grey(image: Any) -> bool:
    small = image.resize((64, 64)).convert("YCbCr")
    extremes = [small.getchannel(c).getextrema() for c in ("Cb", "Cr")]
    return all(low >= 128 - _COLOURLESS and high <= 128 + _COLOURLESS for low, high in extremes)


def _is_thumbnail(image: Any) -> bool:
    return bool(image.tag_v2.get(_REDUCED_COPY, 0) & 1)
