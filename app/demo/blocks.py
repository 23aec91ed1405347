"""What an invented document is made of, before it becomes a file of some format.

Strings are prose for a `World`: date tokens, `**bold**`, a newline for a new line, and a run of `█` for a redaction.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class H:
    """A heading, level 1 to 3."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class P:
    """A paragraph. `style`: body, small, right, centre, title, box, bar, note, hand."""

    text: str
    style: str = "body"


@dataclass(frozen=True, slots=True)
class KV:
    """Labels with values, as on a form; `columns` pairs side by side."""

    rows: tuple[tuple[str, str], ...]
    columns: int = 1


@dataclass(frozen=True, slots=True)
class T:
    """A table. `widths` are shares; `size` in points, 0 for a little less than the text around it."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class L:
    """A list."""

    items: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Sign:
    """A signature with the name and role printed under it. `drawn` False leaves the line to the typed name."""

    name: str
    role: str
    drawn: bool = True


@dataclass(frozen=True, slots=True)
class Break:
    """A new page."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line across."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A Word comment on the paragraph that starts with `on`."""

    on: str
    author: str
    when: str
    text: str


@dataclass(frozen=True, slots=True)
class Tracked:
    """A paragraph with a tracked change: `old` struck out, `new` put in, between `before` and `after`."""

    before: str
    old: str
    new: str
    after: str
    author: str
    when: str


Block = H | P | KV | T | L | Sign | Break | Rule | Comment | Tracked


@dataclass(frozen=True, slots=True)
class Look:
    """How an organisation's paper looks. `style`: letter, form, log, minutes, print. `colour` is a hex value."""

    name: str = ""
    lines: tuple[str, ...] = ()
    style: str = "letter"
    font: str = "Source Sans Pro"
    colour: str = "#2f5d50"
    size: float = 11.2
    running: str = ""
    footer: str = ""
    landscape: bool = False
    logo: str = "leaf"


@dataclass(frozen=True, slots=True)
class Scanner:
    """How a page was scanned: `skew` degrees, `noise` 0 to 60 levels of grey, `turn` degrees clockwise
    (0, 90, 180, 270), `blur` in pixels, `quality` of JPEG."""

    dpi: int = 200
    skew: float = 0.7
    noise: int = 22
    turn: int = 0
    blur: float = 0.5
    quality: int = 58


@dataclass(frozen=True, slots=True)
class Record:
    """One document to be made, with what is true of it. `how` names the maker in `app.demo.build`; `path` is inside
    the disclosure; `date` EDTF; `body` is in the short hand of `app.demo.markup`; `options` are for the maker
    (skew, password, members …)."""

    path: str
    how: str
    kind: str
    date: str
    title: str
    author: str
    body: str
    look: Look = field(default_factory=Look)
    options: tuple[tuple[str, object], ...] = ()

    def option(self, name: str, default: object = None) -> object:
        """A value for the maker."""
        return dict(self.options).get(name, default)


def strings(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Every string that a reader of the document sees, in order."""
    for block in blocks:
        match block:
            case H(text) | P(text):
                yield text
            case KV(rows):
                for pair in rows:
                    yield from pair
            case T(header, cells):
                yield from header
                for row in cells:
                    yield from row
            case L(items):
                yield from items
            case Sign(name, role):
                yield from (name, role)
            case Tracked(before, _, new, after):
                yield f"{before}{new}{after}"
            case _:
                continue
