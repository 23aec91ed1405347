"""A printed e-mail begins: From, Sent, To, Subject at the top of the page."""

import itertools
from collections.abc import Iterable, Sequence

from app.understand.lazy import lazy
from app.understand.split.sheets import PROSE, Line, Sheet
from app.understand.split.signs import Sign

LABEL = lazy(
    r"^(from|fram|sent|scnt|date|to|cc|bcc|subject|subjcct|attachments?|importance|sensitivity)\s*[:;.]\s?(?=\S|$)"
)
_NAMES = {"fram": "from", "scnt": "sent", "date": "sent", "subjcct": "subject", "attachment": "attachments"}
_QUOTE = lazy(r"rigina. mess|orwarded mess|\bwrote[:.]$|^begin forwarded|^_{8,}$|^-{8,}")
_PREFIX = lazy(r"^(?:(?:re|fw|fwd)\s*[:;.]\s*)+")


def header(lines: Sequence[Line], most: int = 16) -> tuple[int, set[str], str]:
    """Where the first header of a printed e-mail stands among lines (-1: none), its labels, and the subject."""
    for at, line in enumerate(lines[:most]):
        labels, subject = _labels(lines[at : at + 9])
        if line_label(line) and len(labels & {"from", "sent", "to", "subject"}) >= 3:
            return at, labels, subject
    return -1, set(), ""


def line_label(line: Line) -> str:
    """from, sent, to, cc, subject … or empty."""
    match = LABEL.match(line.low)
    return _NAMES.get(match.group(1), match.group(1)) if match else ""


def _labels(lines: Sequence[Line]) -> tuple[set[str], str]:
    found: set[str] = set()
    subject = ""
    for line in lines:
        label = line_label(line)
        if label in found and label == "from":
            break
        if label:
            found.add(label)
        if label == "subject":
            subject = _PREFIX.sub("", line.low.split(":", 1)[-1].strip())
    return found, subject


def signs(sheets: Sequence[Sheet]) -> Iterable[Sign]:
    """A header at the top, unless it is that of an e-mail quoted by the one before."""
    subject = ""
    for before, sheet in itertools.pairwise(sheets):
        _, _, earlier = header(before.lines)
        subject = earlier or subject
        lines = [line for line in sheet.lines[:20] if line.top < 0.5]
        tail = before.body[-4:]
        if tail and line_label(tail[-1]) in ("from", "sent", "to"):
            yield Sign(sheet.index, -4.0, "The page before ends within the head of an e-mail.")
            continue
        at, labels, mine = header(lines)
        if at < 0 or any(PROSE.search(line.low) for line in lines[:at]):
            continue
        if any(_QUOTE.search(line.low) for line in [*tail, *lines[:at]]):
            yield Sign(sheet.index, -2.5, "An earlier e-mail is quoted here.")
            continue
        names = ", ".join(name.capitalize() for name in ("from", "sent", "to", "subject") if name in labels)
        yield Sign(sheet.index, 5.2 if at <= 3 else 4.0, f"An e-mail begins here ({names}).")
        if at == 0 and mine and mine == subject and before.body and before.body[-1].bottom > 0.8:
            yield Sign(sheet.index, -1.3, "The e-mail before has the same subject and fills its page.")
