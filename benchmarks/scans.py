"""Makes scanned pages with known text: rendered, skewed, noisy, as PDFs that hold nothing but a picture."""

import io
import random
from dataclasses import dataclass

import pymupdf
from PIL import Image, ImageChops, ImageFilter

A4 = (595.0, 842.0)

_WHO = (
    "The class teacher",
    "Mrs Okafor",
    "The social worker",
    "Dr Lindqvist",
    "The SENCO",
    "Ms Pemberton",
    "The key worker",
    "Mr Achebe",
)
_DID = (
    "reported that",
    "wrote that",
    "told the meeting that",
    "noted on 14 March 2022 that",
    "explained in the review that",
    "said by telephone that",
    "recorded in the log that",
    "confirmed by letter that",
)
_WHAT = (
    "he had settled well after the holiday and was joining in with group work",
    "the speech and language targets had not been reviewed since September 2021",
    "attendance for the autumn term was 87.4%, compared with 92.1% the year before",
    "the occupational therapy assessment (ref. 4471/B) was still outstanding",
    "an additional 12.5 hours of support each week would be provided from January",
    "mother was concerned about the noise in the dining hall and asked for a quieter place",
    "the incident at 10:45 happened near the climbing frame, not in the classroom",
    "reading age was 7 years 3 months, which is below what was expected for Year 5",
    "no further action was required and the case would be closed within 20 working days",
    "the draft plan dated 3 November 2020 did not mention sensory needs at all",
)
_HEADS = (
    "Present",
    "Background",
    "Views of the family",
    "Health",
    "Education",
    "Progress since last review",
    "Actions agreed",
)


@dataclass(frozen=True, slots=True)
class Look:
    """How a page was scanned. `skew` in degrees anticlockwise; `noise` is the spread of grey values; `kind` is scan, fax or photo."""

    dpi: int = 200
    skew: float = 0.7
    noise: float = 22.0
    kind: str = "scan"
    quality: int = 75


def prose(seed: int, words: int = 620) -> list[str]:
    """Paragraphs of invented prose with about `words` words in all; headings are short paragraphs."""
    dice = random.Random(seed)
    paragraphs: list[str] = []
    count = 0
    while count < words:
        if len(paragraphs) % 3 == 0:
            paragraphs.append(dice.choice(_HEADS))
        sentences = [
            f"{dice.choice(_WHO)} {dice.choice(_DID)} {dice.choice(_WHAT)}." for _ in range(dice.randint(2, 5))
        ]
        paragraphs.append(" ".join(sentences))
        count += len(paragraphs[-1].split())
    return paragraphs


def digital_page(paragraphs: list[str], size: float = 10.0, font: str = "helv") -> tuple[bytes, str]:
    """A one-page PDF with real text, and the text that fitted on it."""
    document = pymupdf.open()
    page = document.new_page(width=A4[0], height=A4[1])
    y = 60.0
    written: list[str] = []
    for paragraph in paragraphs:
        bold = len(paragraph.split()) < 6
        face = {"helv": "hebo", "tiro": "tibo"}.get(font, font) if bold else font
        lines = _wrap(paragraph, pymupdf.Font(face), size, A4[0] - 120)
        if y + len(lines) * size * 1.3 > A4[1] - 55:
            break
        for line in lines:
            page.insert_text((60, y), line, fontsize=size, fontname=face)
            y += size * 1.3
        y += size * 0.7
        written.append(paragraph)
    return document.tobytes(), "\n\n".join(written)


def scan(pdf: bytes, look: Look, seed: int = 0) -> Image.Image:
    """The first page of `pdf` as this scanner, fax machine or telephone would see it (grey)."""
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        drawn = document[0].get_pixmap(dpi=look.dpi, colorspace=pymupdf.csGRAY)
        picture = Image.frombytes("L", (drawn.width, drawn.height), drawn.samples)
    if look.kind == "photo":
        return _photo(picture, look, seed)
    picture = picture.rotate(look.skew, Image.Resampling.BICUBIC, fillcolor=255)
    picture = _noise(picture.filter(ImageFilter.GaussianBlur(0.6)), look.noise, seed)
    if look.kind == "fax":
        return picture.point(lambda v: 255 if v > 150 else 0).convert("1")
    return picture


def image_pdf(pictures: list[Image.Image], look: Look) -> bytes:
    """A PDF with one full-page picture a page."""
    document = pymupdf.open()
    for picture in pictures:
        page = document.new_page(width=A4[0], height=A4[1])
        data = io.BytesIO()
        if picture.mode == "1":
            picture.save(data, "PNG")
        else:
            picture.save(data, "JPEG", quality=look.quality)
        page.insert_image(page.rect, stream=data.getvalue(), keep_proportion=False)
    return bytes(document.tobytes())


def scanned_pages(count: int, look: Look, seed: int = 1) -> tuple[list[bytes], list[str]]:
    """One image-only PDF a page and the true text of each."""
    pdfs, texts = [], []
    for number in range(count):
        digital, text = digital_page(
            prose(seed + number), 10.0 if number % 2 else 10.5, "tiro" if number % 3 else "helv"
        )
        pdfs.append(image_pdf([scan(digital, look, number)], look))
        texts.append(text)
    return pdfs, texts


def _wrap(text: str, font: pymupdf.Font, size: float, width: float) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if font.text_length(longer, size) > width and line:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]


def _noise(picture: Image.Image, spread: float, seed: int) -> Image.Image:
    dice = random.Random(seed)
    grain = Image.effect_noise((picture.width + 64, picture.height + 64), spread)
    left, top = dice.randrange(64), dice.randrange(64)
    grain = grain.crop((left, top, left + picture.width, top + picture.height))
    return ImageChops.add(picture, grain, 1.0, -128)


def _photo(page: Image.Image, look: Look, seed: int) -> Image.Image:
    """The page on a dark table, held a little askew and away from the lens, in light that falls off to one side."""
    width, height = page.size
    table = Image.new("L", (width * 11 // 10, height * 11 // 10), 70)
    table.paste(page.point(lambda v: 30 + v * 8 // 10), (width // 20, height // 20))
    table = table.rotate(look.skew, Image.Resampling.BICUBIC, fillcolor=70)
    w, h = table.size
    tilt = 0.02 * w
    corners = [(tilt, 0.0), (0.0, float(h)), (float(w), float(h)), (w - tilt, 0.0)]
    table = table.transform((w, h), Image.Transform.QUAD, [n for c in corners for n in c], Image.Resampling.BICUBIC)
    light = Image.linear_gradient("L").rotate(35, Image.Resampling.BICUBIC, expand=True)
    light = light.crop((90, 90, light.width - 90, light.height - 90)).resize(table.size, Image.Resampling.BICUBIC)
    table = ImageChops.multiply(table, light.point(lambda v: 95 + v * 6 // 10))
    return _noise(table.filter(ImageFilter.GaussianBlur(look.dpi / 200)), look.noise, seed)
