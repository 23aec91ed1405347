"""Birth dates of a document: those with a label, in a column of their own, or beside the names of a family."""

from typing import TYPE_CHECKING

from app.understand import traps
from app.understand.columns import birth_columns
from app.understand.found import Found
from app.understand.lazy import lazy
from app.understand.resolve import Context, resolve

if TYPE_CHECKING:
    from app.understand.pages import PageScan

_BESIDE_NAME = lazy(r"[A-Z][\w'’-]+ [A-Z][\w'’-]+[,:]? ?\(?(?:[a-z]+,? )?$")


def learn_births(pages: list["PageScan"], context: Context) -> None:
    """Every day that a label or column calls a date of birth, and those beside names on a line with one that is known."""
    for page in pages:
        table = birth_columns(page)
        days = [
            piece for piece in page.pieces if piece.shape == "date" and piece.first[2] and piece.first[0] is not None
        ]
        for piece in days:
            if traps.is_birth(piece, page.plain) or any(a <= piece.start < b for a, b in table):
                _learn(piece, context)
        if context.births:
            _siblings(page, days, context)


def _learn(piece: Found, context: Context) -> None:
    resolved = resolve(piece, context)
    if resolved and resolved.value.start:
        context.births.add(resolved.value.first_day)


def _siblings(page: "PageScan", days: list[Found], context: Context) -> None:
    """“Sam Marsh (15/03/2014); Poppy Marsh (03/11/2018)”: a day beside a name on the line of a known birth date is one too."""
    beside = [piece for piece in days if _BESIDE_NAME.search(page.text, max(0, piece.prefix - 48), piece.prefix)]
    if len(beside) < 2:
        return
    lines = {}
    for piece in beside:
        resolved = resolve(piece, context)
        if resolved and resolved.value.start and resolved.value.first_day in context.births:
            lines[page.line(piece.start)] = True
    for piece in beside:
        if page.line(piece.start) in lines:
            _learn(piece, context)
