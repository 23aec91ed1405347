"""What was taken out of a page: boxes, "[redacted]", XXXX and solid blocks, each with its share of the page and the stated rule."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.domain.extracted import Box
from app.domain.findings import CaseView, DocumentView, FindingKind, Found, PageView
from app.domain.words import Word, rects_for_span, unpack_words
from app.findings import exemptions

KIND = FindingKind.REDACTION
_BRACKETS = (
    r"[\[{<](?:[^\]}>\n]{0,30}\b)?(?:redacted|withheld|blanked(?: out)?|anonymi[sz]ed|third[ -]party|(?:name|names|details|address|text|"
    r"information|paragraph|number|signature)s?(?: \w+)? removed)\b[^\]}>\n]{0,50}[\]}>]|\(redacted[^)\n]{0,40}\)"
    r"|(?:_{2,}[ \t]*)?\((?:the |child's |other )?(?:names?|initials|details|address|text|information|identity|third part(?:y|ies))"
    r"(?: (?:has|have) been)? (?:removed|redacted|withheld|deleted|blanked out)[^)\n]{0,40}\)"
    r"|[\[{<](?:name|names|address|child [A-Z]|sibling|staff member)[\]}>]"
)
_SHEET = re.compile(
    r"^\W*(?:this page|th(?:is|ese) pages?|pages?[ \t]+\d{1,4}(?:[ \t]*(?:-|–|—|to|and|,|&)[ \t]*\d{1,4})*"
    r"|(?:the )?(?:next|following)(?: \w+)? pages?)"
    r"(?:[ \t]+(?:has|have|is|are|was|were))?(?:[ \t]+been)?(?:[ \t]+(?:fully|entirely|wholly|intentionally))?"
    r"[ \t]+(?:withheld|redacted|removed|exempt|not disclosed)\b[^\n]{0,160}",
    re.IGNORECASE | re.MULTILINE,
)
_FEW_WORDS = 60
_MARK = re.compile(
    rf"{_BRACKETS}"
    r"|[█▇▉■▓]{2,}(?:[ \t]?[█▇▉■▓]{2,})*"
    r"|(?<![\w/])(?:X{4,}|[Xx]x{3,}|(?<=Mr )[Xx]{2,}|(?<=Ms )[Xx]{2,}|(?<=Mrs )[Xx]{2,}|(?<=Miss )[Xx]{2,}|(?<=Dr )[Xx]{2,})(?![\w/])"
    r"|(?<=[a-z,.] )\*{4,}(?=[ ,.;]+[a-z])"
    r"|\bREDACTED\b(?! (?:COPY|VERSION|DOCUMENT|TEXT|BY|FILE|BUNDLE))",
    re.IGNORECASE,
)
_CAPITALS = "REDACTED"
_BESIDE, _LINES = 110.0, 16.0
_KISSES = re.compile(r"^[x ]+$")


@dataclass(frozen=True, slots=True)
class _Cover:
    """Boxes that belong together, or a mark in the text (`start` and `end` are its offsets)."""

    rects: tuple[Box, ...]
    start: int = -1
    end: int = -1


def find(view: CaseView) -> Iterable[Found]:
    """A finding for each redaction: lines of one box below each other are one."""
    for document in view.documents:
        for page in document.pages:
            yield from _on_page(document, page)


def _on_page(document: DocumentView, page: PageView) -> Iterator[Found]:
    marks = list(_marks(page.text))
    if not page.boxes and not marks:
        return
    words = unpack_words(page.words)
    covers = [_Cover(group) for group in _groups(page.boxes)]
    for start, end in marks:
        rects = rects_for_span(words, start, end)
        if not any(_meets(rect, box) for rect in rects for box in page.boxes):
            covers.append(_Cover(rects, start, end))
    stated, legend = exemptions.on_page(page.text), exemptions.legend(page.text)
    for nth, cover in enumerate(covers):
        yield _found(document, page, words, cover, stated, legend, nth)


def _sheet(text: str) -> re.Match[str] | None:
    """What a sheet says that was put in for pages that were taken out: a page with little else on it."""
    return _SHEET.search(text) if len(text.split()) <= _FEW_WORDS else None


def _marks(text: str) -> Iterator[tuple[int, int]]:
    sheet = _sheet(text)
    if sheet is not None:
        yield sheet.span()
        return
    for match in _MARK.finditer(text):
        words = match[0]
        if words.upper() == _CAPITALS and (words != _CAPITALS or _is_stamp(text, match)):
            continue
        if _KISSES.match(words) and _ends_message(text, match):
            continue
        yield match.span()


def _is_stamp(text: str, match: re.Match[str]) -> bool:
    """Alone on the first or last line: it says what kind of copy the page is."""
    start, end = _line(text, match)
    alone = text[start:end].strip() == match[0]
    return alone and (not text[:start].strip() or not text[end:].strip())


def _ends_message(text: str, match: re.Match[str]) -> bool:
    """Kisses: small letters at the end of a short line."""
    start, end = _line(text, match)
    return not text[match.end() : end].strip() and end - start < 40


def _line(text: str, match: re.Match[str]) -> tuple[int, int]:
    end = text.find("\n", match.end())
    return text.rfind("\n", 0, match.start()) + 1, len(text) if end < 0 else end


def _groups(boxes: Sequence[Box]) -> list[tuple[Box, ...]]:
    """Boxes that follow each other from line to line."""
    groups: list[list[Box]] = []
    for box in sorted(boxes, key=lambda b: (round(b[1]), b[0])):
        for group in groups:
            if any(_follows(known, box) for known in group):
                group.append(box)
                break
        else:
            groups.append([box])
    return [tuple(group) for group in groups]


def _follows(one: Box, two: Box) -> bool:
    """`two` is the next piece of the same line, or of the next line below."""
    tall = min(one[3] - one[1], two[3] - two[1])
    level = abs(one[1] - two[1]) < 0.3 * tall
    if level:
        return -1 < two[0] - one[2] < 0.5 * tall
    apart = two[1] - one[3]
    share = min(one[2], two[2]) - max(one[0], two[0])
    return -0.2 * tall < apart < 0.75 * tall and share > 0.3 * min(one[2] - one[0], two[2] - two[0])


def _found(
    document: DocumentView,
    page: PageView,
    words: Sequence[Word],
    cover: _Cover,
    stated: str,
    legend: Mapping[str, str],
    nth: int,
) -> Found:
    quote = page.text[cover.start : cover.end] if cover.start >= 0 else ""
    near = _near(page, words, cover.rects)
    rule = (
        exemptions.beside(quote) or exemptions.beside(near) or legend.get(_on(page, words, cover.rects), "") or stated
    )
    area = 1.0 if quote and _sheet(page.text) else union(cover.rects) / max(1.0, page.width * page.height)
    where = f"{round(cover.rects[0][0])},{round(cover.rects[0][1])}" if cover.rects else f"{cover.start}"
    what = "Words on this page were replaced by a mark." if quote else "A box covers a part of this page."
    if quote and _sheet(page.text):
        what = "This sheet stands for pages that were taken out."
    says = f"The page states “{rule}”." if rule else "The page does not state why."
    return Found(
        KIND, document.id, page.number, f"{page.number} {where}" if cover.rects else f"{page.number} {where} {nth}",
        f"{what} {says}", " ".join(quote.split()), cover.start, cover.end, cover.rects,
        detail={"exemption": rule, "area": round(area, 5)},
    )  # fmt: skip


def union(rects: Sequence[Box]) -> float:
    """The area that rectangles cover together."""
    edges = sorted({edge for r in rects for edge in (r[0], r[2])})
    total = 0.0
    for left, right in pairwise(edges):
        spans = sorted((r[1], r[3]) for r in rects if r[0] <= left and r[2] >= right)
        reach = float("-inf")
        for top, bottom in spans:
            total += max(0.0, bottom - max(top, reach)) * (right - left)
            reach = max(reach, bottom)
    return total


def _on(page: PageView, words: Sequence[Word], rects: Sequence[Box]) -> str:
    """The words on the boxes: a letter or number that a list on the page explains."""
    on = [
        page.text[w.start : w.end]
        for w in words
        if any(r[0] < (w.x0 + w.x1) / 2 < r[2] and r[1] < (w.y0 + w.y1) / 2 < r[3] for r in rects)
    ]
    return " ".join(on).strip("[]().:").upper()


def _near(page: PageView, words: Sequence[Word], rects: Sequence[Box]) -> str:
    """The words on the boxes and close to them, in reading order."""
    close = [
        word
        for word in words
        if any(
            rect[0] - _BESIDE < (word.x0 + word.x1) / 2 < rect[2] + _BESIDE
            and rect[1] - _LINES < (word.y0 + word.y1) / 2 < rect[3] + _LINES
            for rect in rects
        )
    ]
    return " ".join(page.text[word.start : word.end] for word in close)


def _meets(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
