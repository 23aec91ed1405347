"""A title, the fields of a form or of minutes, or a title page at the head of the page."""

import itertools
from collections.abc import Iterable, Sequence

from app.understand.lazy import lazy
from app.understand.split.sheets import PROSE, Line, Sheet
from app.understand.split.signs import Sign

_WORD = lazy(
    r"\b(?:report|minutes|notes? of|plan|assessment|review|referral|form|record|log|invoice|receipt|statement|chronology|certificate|policy|agenda|consent|"
    r"questionnaire|checklist|profile|passport|register|summary|request|application|agreement|timetable|observation|meeting|memo(?:randum)?|"
    r"letter|notice|schedule|programme|screening|evaluation|screen|file note|case note|telephone|visit|diary|contract|advice|response|strategy|guidance|"
    r"chronolog\w+|conference|panel|inventory|protocol|history|printout|export|transcript|note)\b"
)
_SECTION = lazy(
    r"^(?:section|part|appendix|annex|schedule|chapter|step|stage|question|q)\s*[a-z0-9]{1,3}\b|^\d{1,2}(?:\.\d{1,2})*[.)]?\s+\D|^\(?[a-z][.)]\s"
)
_FIELD = lazy(
    r"^(?:(?:full |child'?s? |pupil'?s? |student'?s? |patient'?s? |first |family |sur)?names?(?: of \w+)?|d\.?o\.?b\.?|date of birth|born|date(?: of [\w ]{3,24})?|class|year(?: group)?|school|"
    r"address|nhs (?:no|number)\.?|upn|case (?:no|number|ref)\.?|ref(?:erence)?(?: no)?\.?|invoice (?:no|number|date)\.?|present|attendees|attending|in attendance|apologies|venue|time|author|"
    r"completed by|reported by|recorded by|referred by|written by|prepared by|prepared for|incident|location|place|tutor|form|staff|teacher|role|chair|minutes? taken by|"
    r"diagnosis|clinic|consultant|gp|parents?|carers?|contact|telephone|tel|assessor|age|gender|sex|ethnicity|status|version|team|worker|social worker|key worker|term|purpose)\s*(?:[:.]|$)"
)
_MINUTES = lazy(r"^(?:present|attendees|attending|in attendance|apologies(?: for absence)?)\s*(?:[:.]|$)")
_LETTERED = lazy(r"^\w{4,9} [a-z0-9]\b")
_SENTENCE = lazy(
    r"\b(?:was|were|is|are|has|had|have|been|be|will|would|she|he|they|it|this|that|which|used|did|does|said|not|but|because|when)\b"
)
_CONTENTS = lazy(r"^(?:table of )?contents\b")
_NOT_TITLE = lazy(r"[.;,]$|^(?:dear|yours|from|to|sent|re|cc|subject|attachments?|importance)\b|\bcontinued\b")


def signs(sheets: Sequence[Sheet]) -> Iterable[Sign]:
    """What the head of each page looks like."""
    for before, sheet in itertools.pairwise(sheets):
        lines = sheet.top(18, 0.5)
        if not lines:
            continue
        yield from _title(sheet, lines)
        yield from _fields(sheet, lines)
        if _CONTENTS.search(lines[0].low):
            yield Sign(sheet.index, -1.2, "It is a list of contents.")
        elif is_title_page(sheet):
            yield Sign(sheet.index, 1.8, "It looks like a title page.")
        if is_title_page(before):
            yield Sign(sheet.index, -2.5, "The page before looks like its title page.")


def _title(sheet: Sheet, lines: list[Line]) -> Iterable[Sign]:
    """A short line among the first that names a kind of document."""
    for place, line in enumerate(lines[:5]):
        if PROSE.search(line.low) and len(line.low) > 75:
            return
        big = line.size >= 1.22 * sheet.size if sheet.size else False
        if not _may_be_title(line, big):
            continue
        named = _WORD.search(line.low)
        upper = line.text.isupper() and len(line.text) > 5
        one_word = len(line.low.split()) == 1 and line.size < 1.5 * (sheet.size or 1) and not upper
        if named and not one_word and (big or upper):
            yield Sign(sheet.index, 2.6 - 0.2 * place, f"The title “{line.text[:60]}” at the head.")
            return
        if named and not one_word and place < 3 and _plain_title(line):
            yield Sign(sheet.index, 1.4 - 0.2 * place, f"“{line.text[:60]}” at the head.")
            return
        if big and line.size >= 1.4 * sheet.size and line.top < 0.3:
            yield Sign(sheet.index, 1.4, f"Large words at the head: “{line.text[:60]}”.")
            return


def _plain_title(line: Line) -> bool:
    """A short line in the letters of the text that begins with a capital and is no sentence."""
    few = len(line.low.split()) <= 9 and line.text[:1].isupper()
    return few and not _SENTENCE.search(line.low)


def _may_be_title(line: Line, big: bool) -> bool:
    words = line.low.split()
    if (
        not 1 <= len(words) <= 14
        or _SECTION.search(line.low)
        or _LETTERED.search(line.low)
        or _NOT_TITLE.search(line.low)
    ):
        return False
    return big or not line.low.endswith(":")


def _fields(sheet: Sheet, lines: list[Line]) -> Iterable[Sign]:
    """Labels such as “Name:”, “Date:”, “Present:” one below the other."""
    cells = [cell for line in lines[:16] for cell in line.cells]
    labels = {match.group() for cell in cells if (match := _FIELD.search(cell))}
    if any(_MINUTES.search(cell) for cell in cells):
        yield Sign(sheet.index, 1.6, "Who was present stands at the head.")
    if len(labels) >= 3:
        some = ", ".join(sorted(label.strip(":. ").capitalize() for label in labels)[:4])
        yield Sign(sheet.index, 1.2 if len(labels) < 5 else 2.0, f"Fields at the head: {some}.")


def is_title_page(sheet: Sheet) -> bool:
    """Few words, none of them running text, some of them large, and one of them names a kind of document."""
    words = sum(len(line.low.split()) for line in sheet.body)
    if not 2 <= words <= 45 or any(PROSE.search(line.low) and len(line.low) > 60 for line in sheet.body):
        return False
    if any(len(line.cells) > 2 for line in sheet.body):
        return False
    return any(line.size >= 15 for line in sheet.body[:4]) and any(_WORD.search(line.low) for line in sheet.body)
