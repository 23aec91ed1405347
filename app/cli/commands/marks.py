"""Marks: mark, marks, record (the inaccuracy records)."""

from dataclasses import asdict
from typing import Annotated

import typer

from app.cli.output import print_json, print_table, say
from app.cli.state import State
from app.domain.errors import EXIT_DONE, UsageProblem
from app.domain.issues import Remedy
from app.domain.marks import MARK_NAMES, Anchor, MarkKind
from app.services import annotating, sharing
from app.services.case import OpenCase

_ALIASES = {"opinion-as-fact": MarkKind.OPINION, "key-evidence": MarkKind.EVIDENCE}


def add_to(app: typer.Typer) -> None:
    """Register the commands."""
    for name, command in (("mark", mark), ("marks", marks), ("issues", issues)):
        app.command(name)(command)


def mark(
    context: typer.Context,
    document: int,
    page: Annotated[int, typer.Option(help="Page, from 1.")],
    quote: Annotated[str, typer.Option(help="The words to mark.")],
    kind: Annotated[str, typer.Option(help="inaccuracy, missing, opinion, language, question, evidence or note.")],
    says: Annotated[str, typer.Option(help="What the record says.")] = "",
    wrong: Annotated[str, typer.Option(help="What is wrong with it.")] = "",
    right: Annotated[str, typer.Option(help="What is right.")] = "",
    remedy: Annotated[list[str] | None, typer.Option(help="What you ask for.")] = None,
    proof: Annotated[list[str] | None, typer.Option(help="DOC:PAGE:QUOTE that proves it.")] = None,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """Mark words on a page and, if more is said, make the inaccuracy record."""
    state: State = context.obj
    with state.opened() as case:
        anchor = annotating.anchor_for_quote(case, document, page, quote)
        proofs = [_proof(case, text) for text in proof or ()]
        made, issue = annotating.mark_with_record(
            case,
            anchor,
            _kind(kind),
            says=says,
            wrong=wrong,
            right=right,
            remedies=_remedies(remedy or ()),
            proofs=proofs,
        )
    values = {
        "mark": made.id, "uuid": made.uuid, "issue": issue.id if issue else None, "ref": issue.ref if issue else None,
        "status": issue.fields.status.value if issue else None, "quote": made.anchor.exact, "page": made.anchor.page,
        "rects": made.anchor.rects,
    }  # fmt: skip
    if as_json:
        print_json(values)
    else:
        say(f"Marked “{made.anchor.exact}”" + (f", record {issue.ref}." if issue else "."))
    return EXIT_DONE


def _kind(text: str) -> MarkKind:
    if text in _ALIASES:
        return _ALIASES[text]
    try:
        return MarkKind(text)
    except ValueError as error:
        known = ", ".join(kind.value for kind in MarkKind)
        raise UsageProblem("kind", f"“{text}” is not a kind of mark.", "", f"Use one of: {known}.") from error


def _remedies(given: list[str] | tuple[str, ...]) -> tuple[Remedy, ...]:
    names = [name.strip() for text in given for name in text.split(",") if name.strip()]
    try:
        return tuple(Remedy({"rectify": "correct"}.get(name, name)) for name in names)
    except ValueError as error:
        known = ", ".join(remedy.value for remedy in Remedy)
        raise UsageProblem("remedy", f"{error}. That cannot be asked for.", "", f"Use: {known}.") from error


def _proof(case: OpenCase, text: str) -> Anchor:
    parts = text.split(":", 2)
    if len(parts) != 3 or not parts[0].isdigit() or not parts[1].isdigit():
        raise UsageProblem("proof", f"“{text}” is not a proof.", "", "Write it as DOCUMENT:PAGE:WORDS.")
    return annotating.anchor_for_quote(case, int(parts[0]), int(parts[1]), parts[2])


def marks(context: typer.Context, as_json: Annotated[bool, typer.Option("--json")] = False) -> int:
    """All marks; with --json as W3C Web Annotations."""
    state: State = context.obj
    with state.opened() as case:
        if as_json:
            print_json(sharing.annotations(case))
            return EXIT_DONE
        found = annotating.marks(case)
    print_table(
        ("id", "document", "page", "kind", "words", "note"),
        (
            (m.id, m.anchor.document, m.anchor.page, MARK_NAMES[m.kind], " ".join(m.anchor.exact.split()), m.note)
            for m in found
        ),
    )
    return EXIT_DONE


def issues(context: typer.Context, as_json: Annotated[bool, typer.Option("--json")] = False) -> int:
    """The inaccuracy records."""
    state: State = context.obj
    with state.opened() as case:
        found = annotating.issues(case)
    if as_json:
        print_json([asdict(issue) for issue in found])
    else:
        print_table(
            ("ref", "organisation", "says", "right", "status"),
            ((i.ref, i.organisation_name, i.fields.says, i.fields.right, i.fields.status.value) for i in found),
        )
    return EXIT_DONE
