"""Reads the labelled packs: whole invented records with the truth about every date written into their text.

A pack is a text file: `child`, `born`, `family` and `received`, then records. A record starts with a line
`@ kind | organisation | date | path | who sent it` (the last may be left out); `---` alone on a line starts a new page. In the text
`[p EDTF|words]` is an event in plain words, `[h EDTF|words]` one that needs its context, `[x|words]` a trap: a date, or something
like one, that is no event. The record's own date is not marked.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from app.domain.extracted import ExtractedDocument, ExtractedPage
from app.domain.suggestions import CaseFacts

FOLDER = Path(__file__).resolve().parent / "packs"
_MARK = re.compile(r"\[([phx])(?: ([^|\]]+))?\|([^\]]+)\]")


@dataclass(frozen=True, slots=True)
class Label:
    """`sort` is plain, hard or trap; `start` and `end` are offsets in the text of page `page` (from 1); `edtf` "" for a trap."""

    sort: str
    page: int
    start: int
    end: int
    edtf: str


@dataclass(frozen=True, slots=True)
class LabelledRecord:
    """A record and what is true of it; `organisation` is "" where the family wrote, or nobody is named."""

    kind: str
    organisation: str
    date: str
    path: str
    sender: str
    pages: tuple[str, ...]
    labels: tuple[Label, ...]

    def document(self) -> ExtractedDocument:
        """The record as a reader would give it."""
        return ExtractedDocument("pdf", tuple(ExtractedPage(text) for text in self.pages))


def load(name: str) -> tuple[CaseFacts, tuple[LabelledRecord, ...]]:
    """A pack by its name: what the case knows, and the records."""
    head, *records = re.split(r"^@ ", (FOLDER / f"{name}.txt").read_text(encoding="utf-8"), flags=re.MULTILINE)
    known = dict(line.split(": ", 1) for line in head.strip().splitlines())
    facts = CaseFacts(
        child=known["child"],
        born=known["born"],
        family=tuple(known["family"].split(", ")),
        received=known["received"],
    )
    return facts, tuple(map(_record, records))


def _record(text: str) -> LabelledRecord:
    head, body = text.split("\n", 1)
    kind, organisation, date, path, sender = ([part.strip() for part in head.split("|")] + [""])[:5]
    pages, labels = [], []
    for number, marked in enumerate(re.split(r"^---\n", body, flags=re.MULTILINE), 1):
        plain, found = _unmarked(marked, number)
        pages.append(plain)
        labels.extend(found)
    return LabelledRecord(kind, organisation, date, path, sender, tuple(pages), tuple(labels))


def _unmarked(marked: str, page: int) -> tuple[str, list[Label]]:
    out, labels, at = "", [], 0
    for match in _MARK.finditer(marked):
        out += marked[at : match.start()]
        sort = {"p": "plain", "h": "hard", "x": "trap"}[match[1]]
        labels.append(Label(sort, page, len(out), len(out) + len(match[3]), match[2] or ""))
        out += match[3]
        at = match.end()
    return out + marked[at:], labels
