"""What a hit says, and how its snippet is cut into plain and found words. No widgets."""

from dataclasses import dataclass

from app.domain import dates
from app.domain.parts import cited
from app.domain.search import Hit, SearchResult
from app.ui.wording import count

START, END = "\x02", "\x03"


@dataclass(frozen=True)
class Piece:
    """Part of a snippet; `found` when it is a word that was looked for."""

    text: str
    found: bool


def pieces(snippet: str) -> tuple[Piece, ...]:
    """A snippet in its parts, white space tidied."""
    made: list[Piece] = []
    for number, part in enumerate(snippet.replace("\n", " ").split(START)):
        if number and END in part:
            word, rest = part.split(END, 1)
            made.append(Piece(word, True))
            part = rest
        if part:
            made.append(Piece(part.replace(END, ""), False))
    return tuple(made)


def plain(snippet: str) -> str:
    """A snippet without its signs, for the screen reader."""
    return "".join(piece.text for piece in pieces(snippet)).strip()


def about(hit: Hit) -> str:
    """Gives "Larkhollow Primary · page 2 · 14 Oct 2021"."""
    date = dates.show(hit.document_date) if hit.document_date else ""
    quoted = "repeated from an earlier message" if hit.quoted else ""
    return " · ".join(part for part in (hit.organisation_name, cited(hit.page, hit.file_page), date, quoted) if part)


def summary(result: SearchResult) -> str:
    """Gives "12 pages" or that only the best are shown."""
    if not result.total:
        return "Nothing found"
    words = count(result.total, "page")
    return words if len(result.hits) >= result.total else f"{words}, the best {len(result.hits)} are shown"


HINTS = (
    ("speech therapy", "pages with both words, also “therapist” and “therapies”"),
    ("“speech therapy”", "exactly these words in this order"),
    ("referral OR referred", "either word"),
    ("meeting -parent", "without a word"),
    ("exclu*", "every word that begins so"),
)
