"""The second reader: reads a line of handwriting, poor fax or photo, with the place of each word."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import numpy as np
from PIL import Image

from app.ingest import ocr_second_models
from app.ingest.ocr_second_lines import Strip

_HIGH: Final = 48
_WIDEST: Final = 3200
_ROUND: Final = 64
"""Lines are padded to a multiple of this, so that few sizes of memory are asked for."""
_OURS: Final = frozenset("£€§©°½¼¾–—‘’“”…•·²³×÷±")
_PERHAPS_SPACE: Final = 0.1
"""Models leave spaces out more often than they add them: this much of one between two letters is one."""

_LATIN: Final = 0x17F


@dataclass(frozen=True, slots=True)
class LineWord:
    """A word, the shares of its line's width (0 to 1) between which it stands, and how sure, 0 to 100."""

    text: str
    start: float
    end: float
    sure: float


def read_line(image: Image.Image, strip: Strip) -> tuple[LineWord, ...]:
    """The words of a line of a grey picture. Raises LookupError without the second reader."""
    cut = strip.cut(image, _HIGH)
    if cut.width > _WIDEST:
        cut = cut.resize((_WIDEST, _HIGH))
    wide = -(-cut.width // _ROUND) * _ROUND
    grey = np.full((_HIGH, wide), np.median(np.asarray(cut)) / 127.5 - 1.0, dtype=np.float32)
    grey[:, : cut.width] = np.asarray(cut, dtype=np.float32) / 127.5 - 1.0
    scores = ocr_second_models.reader().run(None, {"x": np.repeat(grey[None, None], 3, 1)})[0][0]
    return _words(scores, len(scores) * cut.width / wide)


def _words(scores: Any, end: float) -> tuple[LineWord, ...]:
    """Letters where the best class changes, words where a space may be. `end`: the step at which the line ends."""
    chosen, signs = _alphabet()
    ours = scores[:, chosen]
    best, sure = ours.argmax(1), ours.max(1)
    space = ours[:, signs.index(" ")]
    words: list[LineWord] = []
    letters: list[tuple[str, int, float]] = []
    last = 0
    for step in range(len(best)):
        sign = int(best[step])
        if sign and sign != last and signs[sign] != " ":
            if letters and space[letters[-1][1] + 1 : step].max(initial=0.0) > _PERHAPS_SPACE:
                words += _word(letters, end)
                letters = []
            letters.append((signs[sign], step, float(sure[step])))
        last = sign
    return tuple(words + _word(letters, end))


def _word(letters: list[tuple[str, int, float]], end: float) -> list[LineWord]:
    if not letters:
        return []
    text = "".join(sign for sign, _, _ in letters)
    sure = 100 * sum(share for _, _, share in letters) / len(letters)
    return [LineWord(text, letters[0][1] / end, min(1.0, (letters[-1][1] + 1) / end), sure)]


@cache
def _alphabet() -> tuple[Any, tuple[str, ...]]:
    """The classes that can stand in a British record: Latin letters, figures, usual signs; others would be misreadings."""
    every = ocr_second_models.letters()
    kept = [n for n, sign in enumerate(every) if not sign or sign in _OURS or all(ord(c) <= _LATIN for c in sign)]
    return np.array(kept), tuple(every[n] for n in kept)
