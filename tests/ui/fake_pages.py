"""Pages for screen tests: text set line by line with Pillow, with the place of every word. Nothing real is read."""

from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont

from app.domain.documents import PageImage
from app.domain.words import Word
from app.system.fonts import font_files

WIDTH, HEIGHT = 595.0, 842.0
_LEFT, _TOP, _SIZE, _LEADING = 40.0, 44.0, 11.0, 17.0


@dataclass(frozen=True)
class SetPage:
    """A page as set: its text, its words, and what to draw: (x, y, size, bold, word) and black boxes."""

    text: str
    words: tuple[Word, ...]
    pieces: tuple[tuple[float, float, float, bool, str], ...]
    boxes: tuple[tuple[float, float, float, float], ...]


@lru_cache(maxsize=64)
def _font(size: int, bold: bool) -> ImageFont.FreeTypeFont:
    wanted = "-Semibold." if bold else "-Regular."
    return ImageFont.truetype(str(next(p for p in font_files() if wanted in p.name)), size)


def set_page(lines: tuple[str, ...], scanned: bool = False) -> SetPage:
    """Set paragraphs with line breaks. "# " begins a heading, "[black]" is a redaction."""
    text, words, pieces, boxes = "", [], [], []
    y = _TOP
    for line in lines:
        bold = line.startswith("# ")
        size = 14.0 if bold else _SIZE
        x = _LEFT
        for token in line.removeprefix("# ").split():
            width = _font(round(size * 8), bold).getlength(token) / 8
            if x + width > WIDTH - _LEFT:
                x, y = _LEFT, y + _LEADING
                text = text.rstrip(" ") + "\n"
            if token == "[black]":
                boxes.append((x, y - 1, x + 96, y + size + 3))
                x += 100
                continue
            start = len(text)
            confidence = (52 if token[:1].isdigit() else 88 + len(token) % 11) if scanned else None
            words.append(Word(start, start + len(token), x, y, x + width, y + size * 1.2, confidence))
            pieces.append((x, y, size, bold, token))
            text += token + " "
            x += width + size * 0.22
        text = text.rstrip(" ") + "\n"
        y += _LEADING + (7 if line else 0)
    return SetPage(text, tuple(words), tuple(pieces), tuple(boxes))


def draw_page(page: SetPage, scale: float, rotate: int = 0) -> PageImage:
    """A picture of a page at `scale` pixels a point."""
    width, height = max(1, round(WIDTH * scale)), max(1, round(HEIGHT * scale))
    picture = Image.new("RGB", (width, height), "white")
    pen = ImageDraw.Draw(picture)
    for x, y, size, bold, word in page.pieces:
        font = _font(max(2, round(size * scale)), bold)
        pen.text((x * scale, y * scale - size * scale * 0.12), word, fill="#1b1b1b", font=font)
    for box in page.boxes:
        pen.rectangle([n * scale for n in box], fill="#111111")
    if rotate:
        picture = picture.rotate(-rotate, expand=True)
    return PageImage(picture.width, picture.height, picture.width * 3, picture.tobytes())
