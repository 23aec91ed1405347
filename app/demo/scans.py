"""Paper put through an office scanner or photographed: grey, noisy, skewed, sometimes the wrong way up."""

import io
import random
from typing import Any, cast

import pillow_heif
import pymupdf
from PIL import Image, ImageChops, ImageFilter

from app.demo.blocks import Scanner
from app.demo.pdf import open_pdf

_GREY = pymupdf.Colorspace(pymupdf.CS_GRAY)


def scan_pages(pdf: bytes, scanner: Scanner, chance: random.Random) -> list[Image.Image]:
    """Each page as a grey picture."""
    with open_pdf(pdf) as document:
        return [_scan(page, scanner, chance) for page in document]


def _scan(page: Any, scanner: Scanner, chance: random.Random) -> Image.Image:
    pixmap = page.get_pixmap(dpi=scanner.dpi, colorspace=_GREY, alpha=False)
    image = Image.frombytes("L", (pixmap.width, pixmap.height), pixmap.samples)
    skew = scanner.skew * chance.choice((-1, 1)) * chance.uniform(0.7, 1.2)
    image = image.rotate(skew, resample=Image.Resampling.BILINEAR, fillcolor=250)
    if scanner.blur:
        image = image.filter(ImageFilter.GaussianBlur(scanner.blur))
    image = _grain(image, scanner.noise, chance)
    return image.rotate(-scanner.turn, expand=True) if scanner.turn else image


def _grain(image: Image.Image, noise: int, chance: random.Random) -> Image.Image:
    """Grey noise of up to `noise` levels and a few specks of dust."""
    if noise:
        size = (image.width // 2 + 1, image.height // 2 + 1)
        dust = Image.frombytes("L", size, chance.randbytes(size[0] * size[1]))
        dust = dust.resize((size[0] * 2, size[1] * 2)).crop((0, 0, *image.size))
        image = ImageChops.subtract(image, dust.point([v * noise // 255 for v in range(256)]))
    for _ in range(24):
        x, y = chance.randrange(image.width - 4), chance.randrange(image.height - 4)
        image.paste(chance.randrange(40, 150), (x, y, x + chance.randrange(1, 4), y + chance.randrange(1, 3)))
    return image


def jpeg(image: Image.Image, quality: int = 58, dpi: int = 200) -> bytes:
    """A JPEG."""
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, dpi=(dpi, dpi))
    return out.getvalue()


def as_pdf(images: list[Image.Image], scanner: Scanner) -> bytes:
    """Pictures as a PDF of pictures only, one a page."""
    with open_pdf() as document:
        for image in images:
            scale = 72 / scanner.dpi
            page = document.new_page(width=image.width * scale, height=image.height * scale)
            page.insert_image(page.rect, stream=jpeg(image, scanner.quality, scanner.dpi))
        document.set_metadata({"creator": "Scan to e-mail", "producer": "MFP 4020"})
        return cast(bytes, document.tobytes(no_new_id=True))


def as_tiff(images: list[Image.Image], scanner: Scanner) -> bytes:
    """Pictures as one TIFF of several pages, black and white as fax machines do."""
    pages = [image.point([255 if v > 150 else 0 for v in range(256)]).convert("1") for image in images]
    out = io.BytesIO()
    pages[0].save(
        out, "TIFF", save_all=True, append_images=pages[1:], compression="group4", dpi=(scanner.dpi, scanner.dpi)
    )
    return out.getvalue()


def as_photo(image: Image.Image, chance: random.Random, width: int = 1500) -> Image.Image:
    """A page photographed on a table: colour, a warm cast, darker to one side, not quite straight."""
    paper = image.convert("RGB").resize((width, round(image.height * width / image.width)))
    table = Image.new("RGB", (paper.width + 180, paper.height + 180), (118, 92, 70))
    turned = paper.rotate(
        chance.uniform(-2.2, 2.2), resample=Image.Resampling.BILINEAR, expand=True, fillcolor=(118, 92, 70)
    )
    table.paste(turned, ((table.width - turned.width) // 2, (table.height - turned.height) // 2))
    shade = Image.linear_gradient("L").resize(table.size).point([190 + v // 4 for v in range(256)])
    warm = Image.merge(
        "RGB",
        (shade, shade.point([int(v * 0.97) for v in range(256)]), shade.point([int(v * 0.9) for v in range(256)])),
    )
    return ImageChops.multiply(table, warm)


def colour_jpeg(image: Image.Image) -> bytes:
    """A photograph as a telephone saves it."""
    out = io.BytesIO()
    image.save(out, "JPEG", quality=80)
    return out.getvalue()


def heic(image: Image.Image) -> bytes:
    """A photograph in the format of newer telephones."""
    heif = pillow_heif.from_pillow(image)
    out = io.BytesIO()
    heif.save(out, quality=45)
    return out.getvalue()


def png(image: Image.Image) -> bytes:
    """A picture without loss."""
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def screenshot(pdf: bytes, dpi: int = 130) -> bytes:
    """The first page of a PDF as a picture of a screen."""
    with open_pdf(pdf) as document:
        pixmap = document[0].get_pixmap(dpi=dpi, alpha=False)
        return png(Image.frombytes("RGB", (pixmap.width, pixmap.height), pixmap.samples))
