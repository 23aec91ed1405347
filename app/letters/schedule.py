"""Rows of the schedule: one point each, worded by its kind of wrong (fact sheet 3.2)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from app.domain.issues import WRONG_NAMES, Issue, Proof, Remedy, Wrong
from app.domain.letters import LetterField
from app.domain.marks import Anchor
from app.domain.parts import both_pages
from app.letters.dates import as_written
from app.letters.words import clean
from app.system.paths import resource

OPINIONS = frozenset({Wrong.OPINION, Wrong.OPINION_AS_FACT})
_LABELS = {"says": "what the record says", "wrong_text": "what is wrong", "right": "what is right"}


@dataclass(frozen=True, slots=True)
class Gap:
    """A blank of one point; `field.name` is `issue:REF:part`."""

    field: LetterField


@dataclass(frozen=True, slots=True)
class Pages:
    """Where pages stand: `enclosed` and `firsts` as in the letter's facts."""

    enclosed: Mapping[tuple[int, int], int] = field(default_factory=dict)
    firsts: Mapping[int, int] = field(default_factory=dict)

    def of(self, anchor: Anchor) -> str:
        """The page of a passage, with both numbers where its document is part of a file."""
        return both_pages(anchor.page, self.firsts.get(int(anchor.document), 0))


def rows(
    issues: tuple[Issue, ...], values: Mapping[str, str], pages: Pages | None = None
) -> tuple[dict[str, str], ...]:
    """Template rows with number, ref, says, place, kind, wrong, right, evidence, ask and recipients; all clean text.
    A page of a part of a file is given with its page of the file."""
    return tuple(_row(number, issue, values, pages or Pages()) for number, issue in enumerate(issues, 1))


def gaps(issues: tuple[Issue, ...], values: Mapping[str, str]) -> tuple[Gap, ...]:
    """What must still be filled in before these points can be sent."""
    found = []
    for number, issue in enumerate(issues, 1):
        for part in _phrases()["wrong"][issue.fields.wrong.value]["needs"]:
            if not _part(issue, part, values):
                label = f"Point {number} ({issue.ref}): {_LABELS[part]}"
                found.append(Gap(LetterField(f"issue:{issue.ref}:{part}", label, "ask", kind="long")))
    return tuple(found)


def _row(number: int, issue: Issue, values: Mapping[str, str], pages: Pages) -> dict[str, str]:
    phrase = _phrases()["wrong"][issue.fields.wrong.value]
    says = _part(issue, "says", values)
    right = _part(issue, "right", values)
    return {
        "number": str(number),
        "ref": issue.ref,
        "says": _quoted(says) if says else "The record says nothing on this.",
        "place": _place(issue, pages),
        "kind": WRONG_NAMES[issue.fields.wrong],
        "wrong": "\n".join(part for part in (phrase["is"], _part(issue, "wrong_text", values)) if part),
        "right": _right(phrase, right),
        "evidence": _evidence(issue.proofs, pages),
        "ask": "\n".join(_asks(issue.fields.wrong, issue.fields.remedies, has_words=bool(right))),
        "recipients": clean(issue.fields.recipients).strip(),
        "answer": clean(issue.fields.answer).strip(),
    }


def _part(issue: Issue, part: str, values: Mapping[str, str]) -> str:
    own = {"says": issue.fields.says or (issue.anchor.exact if issue.anchor else ""), "right": issue.fields.right}
    return clean(values.get(f"issue:{issue.ref}:{part}") or own.get(part, issue.fields.wrong_text)).strip()


def _right(phrase: Mapping[str, Any], right: str) -> str:
    if not right:
        return str(phrase.get("no_right", ""))
    return f"{phrase['right_title']} {right}" if "right_title" in phrase else right


def _asks(wrong: Wrong, chosen: tuple[Remedy, ...], has_words: bool) -> list[str]:
    phrase, words = _phrases()["wrong"][wrong.value], _phrases()["remedy"]
    allowed = [remedy.value for remedy in chosen if remedy.value in phrase["allowed"]]
    acting = [remedy for remedy in allowed if remedy not in ("notify", "restrict")]
    asked = list(dict.fromkeys([*phrase.get("always", ()), *(acting or phrase["otherwise"]), *allowed]))
    keys = ["statement-none" if key == "statement" and not has_words else key for key in asked]
    return [str(words[key]) for key in keys]


def _place(issue: Issue, pages: Pages) -> str:
    page = pages.of(issue.anchor) if issue.anchor else ""
    parts = (issue.document_title, as_written(issue.document_date), issue.document_author, page)
    return clean(", ".join(part for part in parts if part))


def _evidence(proofs: tuple[Proof, ...], pages: Pages) -> str:
    return (
        "\n".join(_proof(proof, pages) for proof in proofs)
        or "Please check this against your own records and with your staff."
    )


def _proof(proof: Proof, pages: Pages) -> str:
    there = pages.enclosed.get((int(proof.anchor.document), proof.anchor.page))
    parts = (
        proof.document_title or f"Document {proof.anchor.document}",
        as_written(proof.document_date),
        pages.of(proof.anchor),
        f"enclosures page {there}" if there else "",
    )
    where = ", ".join(part for part in parts if part)
    quote = f": {_quoted(proof.anchor.exact)}" if proof.anchor.exact.strip() else ""
    note = f" {proof.note.strip()}" if proof.note.strip() else ""
    return clean(f"{where}{quote}{note}")


def _quoted(text: str) -> str:
    words = " ".join(text.split())
    whole = len(words) > 1 and words[0] in '“"' and words[-1] in '”"' and not set(words[1:-1]) & set('“”"')
    return f"“{words[1:-1] if whole else words}”"


@cache
def _phrases() -> Mapping[str, Any]:
    return tomllib.loads(resource("letters", "phrases.toml").read_text("utf-8"))
