"""Pages that are partly digital: a scan inside a report, stamps on a scan, text layers of other programs, sheets with nothing on them."""

import random

import pymupdf
from PIL import Image, ImageDraw

from benchmarks.reading.machines import grain, pdf_of, scanned
from benchmarks.reading.sheets import A4, letter
from benchmarks.reading.wording import Words


def scan_inside(words: Words) -> tuple[bytes, str]:
    """A digital report with a scanned letter in its lower part."""
    inner = letter(words, size=12.5)
    document = pymupdf.open()
    page = document.new_page(width=A4[0], height=A4[1])
    said, y = [], 60.0
    for _ in range(5):
        text = words.sentence()
        for line in _wrapped(text, 85):
            page.insert_text((60, y), line, fontsize=10.5, fontname="helv")
            said.append(line)
            y += 14
        y += 6
    with pymupdf.open(stream=pdf_of(scanned(inner, 200, 0.4), A4), filetype="pdf") as scan:
        source = scan[0].get_images()[0][0]
        picture = scan.extract_image(source)["image"]
    page.insert_image((110, y + 10, 110 + (820 - y) * 0.7, y + 10 + (820 - y) * 0.99), stream=picture)
    return bytes(document.tobytes()), "\n".join((*said, inner.text))


def stamped(words: Words) -> tuple[bytes, str]:
    """A scan on which a program put a header, a footer and a number."""
    sheet = letter(words)
    number = f"NB{words.dice.randint(1000, 99999):06d}"
    head = f"{words.one('firm')} - copy made on {words.date()} for the request of {words.one('name')}"
    with pymupdf.open(stream=pdf_of(scanned(sheet, 200, 0.5), A4), filetype="pdf") as document:
        document[0].insert_text((60, 20), head, fontsize=8, fontname="helv")
        document[0].insert_text((480, 832), number, fontsize=9, fontname="cour")
        return bytes(document.tobytes()), "\n".join((head, sheet.text, number))


def signed_by_program(words: Words) -> tuple[bytes, str]:
    """A telephone scanner's own line as the only digital text."""
    sheet = letter(words)
    with pymupdf.open(stream=pdf_of(scanned(sheet, 200, -0.6), A4), filetype="pdf") as document:
        document[0].insert_text((430, 836), "Scanned by PaperSnap", fontsize=8, fontname="helv")
        return bytes(document.tobytes()), f"{sheet.text}\nScanned by PaperSnap"


def layered(words: Words, spoilt: float, seed: int = 0) -> tuple[bytes, str]:
    """A scan with a text layer of another program, of whose letters a share is wrong."""
    sheet = letter(words)
    dice = random.Random(seed)
    with pymupdf.open(stream=pdf_of(scanned(sheet, 200, 0.0), A4), filetype="pdf") as document:
        page = document[0]
        with pymupdf.open(stream=sheet.pdf, filetype="pdf") as source:
            for x0, _, _, y1, text, *_ in source[0].get_text("words"):
                page.insert_text((x0, y1 - 2), _spoilt(text, spoilt, dice), fontsize=9, fontname="helv", render_mode=3)
        return bytes(document.tobytes()), sheet.text


def moved_letters(words: Words) -> tuple[bytes, str]:
    """A digital page whose letters a font maps to others, as when its Unicode table is missing."""
    sheet = letter(words)
    document = pymupdf.open()
    page = document.new_page(width=A4[0], height=A4[1])
    page.insert_image(page.rect, stream=_png(scanned(sheet, 200, noise=2)), keep_proportion=False)
    with pymupdf.open(stream=sheet.pdf, filetype="pdf") as source:
        for x0, _, _, y1, text, *_ in source[0].get_text("words"):
            shifted = "".join(chr(33 + (ord(c) - 33 + 29) % 94) for c in text)
            page.insert_text((x0, y1 - 2), shifted, fontsize=9, fontname="helv", render_mode=3)
    return bytes(document.tobytes()), sheet.text


def empty(seed: int) -> bytes:
    """The back of a sheet: paper, dust, a punched hole's shadow."""
    dice = random.Random(seed)
    paper = Image.new("L", (1654, 2339), dice.choice((255, 246, 232)))
    pen = ImageDraw.Draw(paper)
    for _ in range(dice.randint(5, 60)):
        x, y, r = dice.randrange(1654), dice.randrange(2339), dice.choice((0, 0, 1, 2))
        pen.ellipse((x, y, x + r, y + r), fill=dice.randint(30, 160))
    for y in (700, 1600):
        pen.ellipse((40, y, 100, y + 60), fill=200)
    return pdf_of(grain(paper, 7, seed), A4)


def _spoilt(text: str, share: float, dice: random.Random) -> str:
    wrong = "1l|!;:~^*.,vnuceo0I"
    return "".join(dice.choice(wrong) if dice.random() < share else c for c in text)


def _png(picture: Image.Image) -> bytes:
    import io

    data = io.BytesIO()
    picture.save(data, "PNG")
    return data.getvalue()


def _wrapped(text: str, wide: int) -> list[str]:
    import textwrap

    return textwrap.wrap(text, wide)
