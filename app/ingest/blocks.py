"""What readers of other formats than PDF find: blocks in reading order, to be laid out as the reading copy."""

from dataclasses import dataclass, field

Run = tuple[str, str]
"""Text and its style: any of the letters b (bold), i (italic), u (underlined), s (struck out)."""


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph. `indent` counts steps; `label` is a bullet or number printed before it; `kind` is "" or "quote",
    "mono" (as typed, fixed width) or "small"."""

    runs: tuple[Run, ...]
    indent: int = 0
    label: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """A heading, level 1 to 4."""

    text: str
    level: int = 1


Cell = tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of cells, each a tuple of blocks. `header` rows repeat. `widths` are shares of the line, `plain` draws no lines.
    `sheet`: from a spreadsheet, set small and as wide as needed."""

    rows: tuple[tuple[Cell, ...], ...]
    header: int = 0
    widths: tuple[float, ...] = ()
    plain: bool = False
    sheet: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """JPEG or PNG bytes shown at `width` points, made smaller when the line is narrower."""

    data: bytes = field(repr=False)
    width: float = 300.0


@dataclass(frozen=True, slots=True)
class NewPage:
    """The next block starts a page."""


Block = Para | Head | Grid | Picture | NewPage


def para(text: str, kind: str = "") -> Para:
    """A paragraph of plain text."""
    return Para(((text, ""),), kind=kind)


def plain_text(blocks: tuple[Block, ...] | list[Block]) -> str:
    """The words of blocks, a line each."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Para):
            lines.append(block.label + (" " if block.label else "") + "".join(text for text, _ in block.runs))
        elif isinstance(block, Head):
            lines.append(block.text)
        elif isinstance(block, Grid):
            lines.extend("  ".join(plain_text(cell).replace("\n", " ") for cell in row) for row in block.rows)
    return "\n".join(lines)
