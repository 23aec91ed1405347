"""Numbers that pages carry: "Page 3 of 7", "3 | Page", "- 4 -", "iv", "Bundle 0147"; read in spite of the usual slips of OCR."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_WORD = r"(?:p[ao0][gqs9]e|pg\.?|p\.|sheet|folio|side)"
_N = r"[0-9lI|!OoSsBZz]{1,3}"
_OF = r"(?:of|0f|oi|ol|cf|/|out of)"
_COUNTED = re.compile(
    rf"(?<!see )(?<!on )(?<!at )(?<!from )(?<!to )(?<!in )(?<!and )\b{_WORD}[ \t:]*({_N})[ \t]*{_OF}[ \t]*({_N})(?![\w/]|\.\d|,\d)",
    re.IGNORECASE,
)
_COUNTED_ROMAN = re.compile(rf"\b{_WORD}[ \t]*([ivxl]+)[ \t]*{_OF}[ \t]*([ivxl]+)\b", re.IGNORECASE)
_BARE = re.compile(rf"^[ \t–—_-]*({_N})[ \t]*(?:of|0f)[ \t]*({_N})[ \t–—_.-]*$", re.IGNORECASE)
_FRACTION = re.compile(r"^[ \t–—-]*(?:[\w .,:–—-]*[ \t]{2,})?(\d{1,3})[ ]?/[ ]?(\d{1,3})[ \t–—-]*$")
_ALONE: Sequence[tuple[str, re.Pattern[str]]] = (
    (
        "page",
        re.compile(
            rf"(?:^|[ \t]{{2}}|[|·•–—-][ \t]*){_WORD}[ \t]*({_N})(?=[ \t]*$|[ \t]{{2}}|[ \t]*[|·•–—-])", re.IGNORECASE
        ),
    ),
    ("page", re.compile(r"(?:^|[ \t]{2})(\d{1,3})[ \t]*[|I\]l][ \t]*p[ao0][gq][eo]\b", re.IGNORECASE)),
    ("dashes", re.compile(rf"^[ \t]*[–—_-][ \t]*({_N})[ \t]*[–—_-][ \t]*$")),
    ("bare", re.compile(r"^[ \t]*(\d{1,4})[ \t]*$")),
    ("stamp", re.compile(r"(?:^|[ \t]{2})((?:[A-Z]{1,4}|Bundle|Bundle page|Tab)[ .:/-]?)([0-9lIOoS]{1,6})[ \t]*$")),
)
_ROMAN = re.compile(r"^[ \t–—-]*(?:page[ \t]+)?([ivxl]{1,6})[ \t–—-]*$", re.IGNORECASE)
_SLIPS = str.maketrans("lI|!OoSsBZz", "11110055822")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}
_LINES = 4
_MOST_WORDS = 16
_MOST_PAGES = 400


@dataclass(frozen=True, slots=True)
class Label:
    """`number` as printed on the page with this index, of `total` (0 when none is said); `start` and `end` are its offsets.
    `style` parts kinds of numbering; `sure` is False where a date, a score or a figure may look the same."""

    index: int
    number: int
    total: int
    start: int
    end: int
    style: str = ""
    sure: bool = True


def counted(text: str, index: int) -> Label | None:
    """The page's own "3 of 7": in a short line at its top or foot, and the only one there."""
    found = [label for start, end in _edges(text) if (label := _counted(text, start, end, index)) is not None]
    sure = [label for label in found if label.sure] or found
    if not sure or len({(label.number, label.total) for label in sure}) > 1:
        return None
    return sure[-1]


def _counted(text: str, start: int, end: int, index: int) -> Label | None:
    line = text[start:end]
    if len(line.split()) > _MOST_WORDS:
        return None
    for pattern, sure in ((_COUNTED, True), (_BARE, True), (_FRACTION, False)):
        if match := pattern.search(line):
            number, total = _number(match[1]), _number(match[2])
            if 1 <= number <= total <= _MOST_PAGES:
                return Label(index, number, total, start + match.start(), start + match.end(), "counted", sure)
    if match := _COUNTED_ROMAN.search(line):
        number, total = _roman(match[1]), _roman(match[2])
        if 1 <= number <= total:
            return Label(index, number, total, start + match.start(), start + match.end(), "counted roman")
    return None


def running(text: str, index: int) -> Iterator[Label]:
    """Every number at the top or foot that may be the page's, of each style at most one at either end."""
    for start, end in _edges(text):
        line = text[start:end]
        if len(line.split()) > _MOST_WORDS:
            continue
        for style, pattern in _ALONE:
            match = pattern.search(line)
            if match is not None and (number := _number(match[match.lastindex or 1])):
                name = f"{style} {match[1]}" if style == "stamp" else style
                yield Label(index, number, 0, start + match.start(), start + match.end(), name)
        if (match := _ROMAN.match(line)) is not None and (number := _roman(match[1])):
            yield Label(index, number, 0, start, end, "roman")


def _edges(text: str) -> list[tuple[int, int]]:
    """The first and last lines that hold something, as offsets."""
    spans, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            spans.append((at, at + len(line.rstrip())))
        at += len(line)
    return spans if len(spans) <= 2 * _LINES else spans[:_LINES] + spans[-_LINES:]


def _number(text: str) -> int:
    """A number in spite of letters that look like figures; 0 when it is none."""
    plain = text.translate(_SLIPS)
    return int(plain) if plain.isdigit() else 0


def _roman(text: str) -> int:
    """A Roman number below 90 in its one right form; 0 when it is none."""
    values = [_VALUES[letter] for letter in text.lower()]
    total = sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
    return total if 0 < total < 90 and _as_roman(total) == text.lower() else 0


def _as_roman(number: int) -> str:
    out = ""
    for value, letters in ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while number >= value:
            out += letters
            number -= value
    return out
