"""The short hand in which invented documents are written, read into blocks.

    ## Heading                       one to three #
    A paragraph runs over lines      until a blank line; `\\` at a line's end breaks the line
    :box: A paragraph in a style     small, right, centre, title, box, bar, note, hand
    - item        + numbered item
    Label :: value                   a form; `Label :: value || Label :: value` for two beside each other
    |% 2 1 1      |~ 8               widths and size of the table that follows
    |= Head | Head                   header row
    | cell | cell                    row
    ~~ Name ~~ Role                  signature; `~-` for a typed one
    ---   ===                        thin line; new page
    >> words it is on | author | date | text                          Word comment
    <> before | old | new | after | author | date                     tracked change

A line that starts with a space goes on from the line before.
"""

import re
from collections.abc import Callable
from itertools import groupby

from app.demo.blocks import KV, Block, Break, Comment, H, L, P, Rule, Sign, T, Tracked

_MARKS = ("|", "- ", "+ ", "~~ ", "~- ", "#", "---", "===", ">> ", "<> ")
_STYLED = re.compile(r":(small|right|centre|title|box|bar|note|hand): ")


def parse(source: str) -> tuple[Block, ...]:
    """Blocks of a document in short hand. ValueError for a line that makes no sense."""
    blocks: list[Block] = []
    for kind, group in groupby(_lines(source), key=_kind):
        lines = list(group)
        if kind:
            blocks.extend(_BLOCKS[kind](lines))
    return tuple(blocks)


def _lines(source: str) -> list[str]:
    """Logical lines: continuations and paragraphs joined; an empty line ends what came before it."""
    lines: list[str] = []
    for raw in source.strip("\n").splitlines():
        text = raw.strip()
        before = lines[-1] if lines else ""
        loose = raw.startswith(" ") or before.endswith("\\") or not (_marked(text) or _marked(before))
        goes_on = bool(before and text) and loose
        if goes_on:
            joint = "\n" if lines[-1].endswith("\\") else " "
            lines[-1] = lines[-1].rstrip("\\").rstrip() + joint + text
        else:
            lines.append(text)
    return lines


def _marked(text: str) -> bool:
    return text.startswith(_MARKS) or " :: " in text or bool(_STYLED.match(text))


def _kind(line: str) -> str:
    if not line:
        return ""
    if line.startswith("#"):
        return "#"
    if line in ("---", "==="):
        return line
    if " :: " in line and not line.startswith("|"):
        return "::"
    return next((mark.strip() for mark in _MARKS if line.startswith(mark)), "p")


def _headings(lines: list[str]) -> list[Block]:
    return [H(line.lstrip("#").strip(), len(line) - len(line.lstrip("#"))) for line in lines]


def _paragraphs(lines: list[str]) -> list[Block]:
    made: list[Block] = []
    for line in lines:
        styled = _STYLED.match(line)
        made.append(P(line[styled.end() :], styled[1]) if styled else P(line))
    return made


def _form(lines: list[str]) -> list[Block]:
    rows: list[tuple[str, str]] = []
    for line in lines:
        for part in line.split(" || "):
            label, _, value = part.partition(" ::")
            rows.append((label.strip(), value.strip()))
    return [KV(tuple(rows), 2 if any(" || " in line for line in lines) else 1)]


def _table(lines: list[str]) -> list[Block]:
    widths: tuple[float, ...] = ()
    header: tuple[str, ...] = ()
    size, rows = 0.0, []
    for line in lines:
        if line.startswith("|%"):
            widths = tuple(float(share) for share in line[2:].split())
        elif line.startswith("|~"):
            size = float(line[2:])
        elif line.startswith("|="):
            header = _cells(line[2:])
        else:
            rows.append(_cells(line[1:]))
    columns = len(header or rows[0])
    if any(len(row) != columns for row in rows) or len(widths) not in (0, columns):
        raise ValueError(f"a table row has another number of cells: {lines[0]!r}")
    return [T(header, tuple(rows), widths, size)]


def _cells(text: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in text.split("|"))


def _signatures(lines: list[str]) -> list[Block]:
    return [
        Sign(name.strip(), role.strip(), line.startswith("~~"))
        for line in lines
        for name, _, role in [line[2:].partition("~~")]
    ]


def _comments(lines: list[str]) -> list[Block]:
    return [Comment(*_cells(line[2:])) for line in lines]


def _changes(lines: list[str]) -> list[Block]:
    made: list[Block] = []
    for line in lines:
        before, old, new, after, author, when = line[2:].split(" | ")
        gap = "" if after[0] in ".,;:" else " "
        made.append(Tracked(f"{before.strip()} ", old, new, f"{gap}{after}", author, when.strip()))
    return made


_BLOCKS: dict[str, Callable[[list[str]], list[Block]]] = {
    "#": _headings,
    "p": _paragraphs,
    "::": _form,
    "|": _table,
    "-": lambda lines: [L(tuple(line[2:] for line in lines))],
    "+": lambda lines: [L(tuple(line[2:] for line in lines), ordered=True)],
    "~~": _signatures,
    "~-": _signatures,
    "---": lambda lines: [Rule() for _ in lines],
    "===": lambda lines: [Break() for _ in lines],
    ">>": _comments,
    "<>": _changes,
}
