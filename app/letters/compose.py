"""From a kind of letter and the facts to a draft: frame, text, annexes."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from app.domain.letters import Block, Heading, LetterDraft, LetterField, PageBreak, Paragraph
from app.domain.parts import both_pages
from app.letters import catalogue, schedule, values
from app.letters.blocks import to_blocks
from app.letters.dates import as_written
from app.letters.definition import Definition
from app.letters.facts import LetterFacts
from app.letters.template import Node, Row, expand, parse
from app.letters.words import clean, lines
from app.system.paths import resource

_DELIVERY = {
    "email": "By e-mail",
    "post": "By post",
    "recorded": "By recorded post",
    "hand": "By hand",
    "portal": "Through your website",
}
_LOGGED = {
    "sent": "I sent my request",
    "received": "you got it",
    "acknowledged": "you told me that you had it",
    "identity-asked": "you asked for proof of identity",
    "clarify-asked": "you asked what I was looking for",
    "clarified": "I answered your question",
    "extended": "you told me that you needed more time",
    "answered": "you answered",
    "refused": "you refused",
    "letter": "I wrote to you again",
}
Lists = Mapping[str, Sequence[Row]]


def compose(kind_id: str, facts: LetterFacts) -> LetterDraft:
    """A draft of the letter. `missing` names what must be given before it may be saved. Raises UsageProblem for an unknown kind."""
    definition = catalogue.definition(kind_id)
    fields = values.filled(definition.specs, facts)
    blanks = values.missing(definition.specs, fields)
    words = {"authority": "", "writer": "", **values.for_template(definition, fields, blanks, facts)}
    lists = {
        **values.list_rows(fields),
        "issues": schedule.rows(facts.issues, facts.values, schedule.Pages(facts.enclosed, facts.firsts)),
        "events": _events(facts),
        "history": _history(facts),
    }
    gaps = _gaps(definition, facts)
    return LetterDraft(
        kind=kind_id,
        title=definition.kind.title,
        organisation=facts.organisation.id if facts.organisation else None,
        fields=(*fields, *gaps),
        blocks=_blocks(definition, words, lists),
        missing=(*blanks, *(gap.name for gap in gaps)),
        request=facts.request.id if facts.request else None,
        issues=tuple(issue.id for issue in facts.issues),
    )


def _gaps(definition: Definition, facts: LetterFacts) -> tuple[LetterField, ...]:
    if not any(spec.field.name == "issues" and spec.field.required for spec in definition.specs):
        return ()
    return tuple(gap.field for gap in schedule.gaps(facts.issues, facts.values))


def _blocks(definition: Definition, words: Row, lists: Lists) -> tuple[Block, ...]:
    body, annexes = to_blocks(expand(definition.body, words, lists))
    enclosed = _enclosed(definition, words, lists)
    letter = [*_opening(definition, words, lists), *body, *_copies(words)]
    closing = _closing(definition, words, lists)
    if enclosed:
        closing = (*closing[:-1], replace(closing[-1], keep=True))
    if isinstance(letter[-1], Paragraph):
        letter[-1] = replace(letter[-1], keep=True)  # a signature alone on its page looks like an accident
    sheets = (PageBreak(), *annexes) if annexes else ()
    return (*letter, *closing, *enclosed, *sheets)


def _opening(definition: Definition, words: Row, lists: Lists) -> tuple[Block, ...]:
    sender = _sender(words)
    recipient = _stack(*_line(definition.recipient, words, lists).split("\n"))
    delivery = _DELIVERY.get(words["delivery"], "")
    address = words["organisation_email"] if words["delivery"] == "email" else ""
    notes = _stack(
        f"{delivery} to {address}" if address else delivery,
        f"Your reference: {words['their_reference']}" if words["their_reference"] else "",
    )
    return (
        Paragraph(sender, "sender"),
        Paragraph(words["today"], "date"),
        Paragraph(recipient, "addressee"),
        *((Paragraph(notes, "small"),) if notes else ()),
        Paragraph(_line(definition.salutation, words, lists), "salutation", keep=True),
        Paragraph(_line(definition.subject, words, lists), "subject", keep=True),
    )


def _sender(words: Row) -> str:
    """Who writes, and where an answer should go."""
    if words["advocate"] and words["advocate_address"]:
        return _stack(f"{words['advocate']}, for {words['signer']}", words["advocate_address"], words["email"])
    name = f"{words['advocate']}, for {words['signer']}" if words["advocate"] else words["signer"]
    return _stack(name, words["address"], words["email"], words["phone"])


@cache
def _frame() -> tuple[tuple[Node, ...], ...]:
    raw = tomllib.loads(resource("letters", "frame.toml").read_text("utf-8"))
    return tuple(parse(text) for text in raw["enclosures"])


def _closing(definition: Definition, words: Row, lists: Lists) -> tuple[Paragraph, ...]:
    named = _named(_line(definition.salutation, words, lists), words)
    closing = Paragraph("Yours sincerely" if named else "Yours faithfully", "closing", keep=True)
    signature = _stack(words["advocate"], f"for {words['signer']}") if words["advocate"] else words["signer"]
    return (closing, Paragraph(signature, "signature"))


def _copies(words: Row) -> tuple[Block, ...]:
    if not words["second_parent"]:
        return ()
    where = ", ".join(lines(words["second_address"]))
    return (
        Paragraph(f"Please send a copy of your answer to {words['second_parent']}{f', {where}' if where else ''}."),
    )


def _named(salutation: str, words: Row) -> bool:
    """Whether the letter greets a person by name: then it ends sincerely, else faithfully."""
    titles = ("Mr ", "Mrs ", "Ms ", "Miss ", "Mx ", "Dr ", "Prof ", "Professor ", "Sir ", "Dame ", "Rev ")
    name = words["contact_name"]
    return name.startswith(titles) and salutation == f"Dear {name}"


def _enclosed(definition: Definition, words: Row, lists: Lists) -> tuple[Block, ...]:
    items = [line for nodes in (*definition.enclosures, *_frame()) if (line := _line(nodes, words, lists))]
    items = [*items, *(str(row["item"]) for row in lists["enclosed"])]
    return (Paragraph(f"Enclosed: {'; '.join(items)}", "enclosures"),) if items else ()


def _line(nodes: tuple[Node, ...], words: Row, lists: Lists) -> str:
    expanded = expand(nodes, words, lists)
    return expanded.words(expanded.text).strip()


def _stack(*parts: str) -> str:
    return "\n".join(line.strip() for part in parts for line in part.split("\n") if line.strip())


def _events(facts: LetterFacts) -> tuple[Row, ...]:
    rows = []
    for number, event in enumerate(facts.events, 1):
        first = facts.firsts.get(int(event.document), 0) if event.document is not None else 0
        page = both_pages(event.page, first) if event.document_title and event.page else ""
        source = ", ".join(part for part in (event.document_title, page) if part) or "My own note"
        rows.append(
            {
                "number": str(number),
                "date": as_written(event.date),
                "title": clean(event.title),
                "quote": clean(event.quote),
                "source": clean(source),
            }
        )
    return tuple(rows)


def _history(facts: LetterFacts) -> tuple[Row, ...]:
    """What the log of the request says, oldest first; nothing when it only says that the request was sent."""
    log = facts.request.log if facts.request else ()
    rows = tuple(
        {"date": as_written(day), "what": _LOGGED.get(what, what).strip(), "note": clean(note).strip()}
        for day, what, note in log
        if day and what in _LOGGED
    )
    return rows if len(rows) > 1 else ()


def subject_of(blocks: Sequence[Block]) -> str:
    """What the letter is about: its subject line, else its first heading, else empty."""
    for block in blocks:
        if isinstance(block, Paragraph) and block.style == "subject":
            return block.text
    return next((block.text for block in blocks if isinstance(block, Heading)), "")
