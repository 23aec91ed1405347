"""Pages that look written by hand: fonts of the system drawn with wandering lines, uneven letters and a pen's changing weight."""

import functools
import io
import math
import subprocess
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from benchmarks.reading.machines import grain
from benchmarks.reading.wording import Words

_TUNED = ("femkeklaver", "Breip", "SteveHand", "KleeOne-Regular", "ComicNeue-Regular", "DancingScript-Regular")
_UNSEEN = (
    "dkg",
    "Delphine",
    "Rufscript010",
    "YuseiMagic-Regular",
    "Humor-Sans",
    "Ecolier-court",
    "BecauseWeLearn-Regular",
)
_DPI = 200


@functools.cache
def fonts(fresh: bool) -> tuple[str, ...]:
    """Paths of those handwriting fonts that are installed (Debian's fonts-breip, -sjfonts, -klee and so on)."""
    listed = subprocess.run(["fc-list", "--format", "%{file}\n"], capture_output=True, text=True, check=True).stdout
    wanted = _UNSEEN if fresh else _TUNED
    return tuple(sorted(path for path in listed.splitlines() if Path(path).stem in wanted))


def diary(words: Words, ruled: bool = True) -> tuple[Image.Image, str]:
    """A page of a home-school book at 200 dpi: written between ruled lines."""
    paper = Image.new("L", (1654, 2339), 250)
    pen = ImageDraw.Draw(paper)
    gap = 84
    if ruled:
        for y in range(260, 2250, gap):
            pen.line((90, y, 1564, y), fill=190, width=2)
    path = words.dice.choice(fonts(words.fresh))
    font = _font(path, 46)
    said = _lines(words, font, 1350, 16)
    for number, line in enumerate(said):
        _write(paper, words, line, font, (130, 260 + gap * (number + 1) - 14))
    return _ink(paper, words), "\n".join(said)


def filled_form(words: Words) -> tuple[Image.Image, str]:
    """Printed labels and rules, answers by hand."""
    paper = Image.new("L", (1654, 2339), 252)
    pen = ImageDraw.Draw(paper)
    print_font = ImageFont.truetype(_printed(), 34)
    hand = _font(words.dice.choice(fonts(words.fresh)), 46)
    said = [f"{words.one('firm')}"]
    pen.text((130, 120), said[0], fill=20, font=ImageFont.truetype(_printed(), 52))
    y = 260
    for _ in range(9):
        label, answer = words.one("label"), words.dice.choice((words.one("name"), words.date(), words.one("cell")))
        pen.rectangle((120, y, 1534, y + 92), outline=40, width=2)
        pen.line((560, y, 560, y + 92), fill=40, width=2)
        pen.text((140, y + 26), label, fill=20, font=print_font)
        _write(paper, words, answer, hand, (590, y + 66))
        said.append(f"{label} {answer}")
        y += 92
    said += _notes(paper, words, hand, print_font, y + 60)
    return _ink(paper, words), "\n".join(said)


def _notes(
    paper: Image.Image, words: Words, hand: ImageFont.FreeTypeFont, label: ImageFont.FreeTypeFont, y: int
) -> list[str]:
    title = "Please describe what happened"
    ImageDraw.Draw(paper).text((130, y), title, fill=20, font=label)
    lines = _lines(words, hand, 1300, 8)
    for number, line in enumerate(lines):
        _write(paper, words, line, hand, (140, y + 130 + number * 86))
    return [title, *lines]


def as_pdf(picture: Image.Image) -> bytes:
    """A JPEG at 200 dpi as a one-page PDF."""
    import pymupdf

    data = io.BytesIO()
    picture.save(data, "JPEG", quality=80)
    document = pymupdf.open()
    document.new_page(width=595, height=842).insert_image(
        (0, 0, 595, 842), stream=data.getvalue(), keep_proportion=False
    )
    return bytes(document.tobytes())


def _font(path: str, height: int) -> ImageFont.FreeTypeFont:
    """The font at the size where a small x has the same height in all of them."""
    trial = ImageFont.truetype(path, 100)
    box = trial.getbbox("xnoe")
    return ImageFont.truetype(path, round(100 * height * 0.52 / (box[3] - box[1])))


@functools.cache
def _printed() -> str:
    found = subprocess.run(["fc-match", "--format", "%{file}", "sans"], capture_output=True, text=True, check=True)
    return found.stdout


def _lines(words: Words, font: ImageFont.FreeTypeFont, wide: int, count: int) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in words.paragraph(count * 12).split():
        if font.getlength(f"{line} {word}") > wide:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*lines, line][:count]


def _write(paper: Image.Image, words: Words, text: str, font: ImageFont.FreeTypeFont, at: tuple[int, int]) -> None:
    """Word by word on a baseline that wanders, each a little turned and of its own size and weight."""
    dice = words.dice
    x, y = float(at[0]), float(at[1])
    wave, slope = dice.uniform(2, 5), dice.uniform(-0.012, 0.012)
    for word in text.split():
        left, top, right, bottom = font.getbbox(word, anchor="ls")
        card = Image.new("L", (round(right - left) + 24, round(bottom - top) + 24), 0)
        ImageDraw.Draw(card).text((12 - left, 12 - top), word, fill=dice.randint(190, 255), font=font, anchor="ls")
        scale = dice.uniform(0.93, 1.07)
        card = card.resize((round(card.width * scale), round(card.height * scale)), Image.Resampling.BICUBIC)
        bent = card.rotate(dice.uniform(-2.2, 2.2), Image.Resampling.BICUBIC)
        down = y + slope * (x - at[0]) + wave * math.sin(x / 170) + dice.uniform(-2, 2)
        paper.paste(dice.randint(20, 70), (round(x), round(down + (top - 12) * scale)), bent)
        x += (right - left) * scale + font.size * dice.uniform(0.26, 0.42)


def _ink(paper: Image.Image, words: Words) -> Image.Image:
    return grain(paper.filter(ImageFilter.GaussianBlur(0.8)), 8, words.dice.randrange(1000))
