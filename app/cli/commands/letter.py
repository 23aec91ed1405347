"""Put it right: the letters."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from app.cli.output import print_json, print_table, say
from app.cli.state import State
from app.domain.errors import EXIT_DONE, OutputProblem, UsageProblem
from app.domain.ids import OrganisationId
from app.domain.letters import LetterDraft
from app.services import browsing, letter_answers, letter_writing
from app.services.case import OpenCase
from app.services.tracking import as_day
from app.system.files import write_output

_LIST_FIELDS = (
    "id", "title", "situation", "addressee", "legal_basis", "starts_rule", "checked", "confidence", "nations",
)  # fmt: skip


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command("letter")(letter)


def letter(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(help="The letter, or “list” for all of them.")],
    to: Annotated[str, typer.Option(help="The organisation.")] = "",
    set_values: Annotated[list[str] | None, typer.Option("--set", help="NAME=VALUE for a blank.")] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="FILE.docx or FILE.pdf")] = None,
    enclosed: Annotated[
        Path | None,
        typer.Option("--enclosures", help="FILE.pdf for what goes with it: earlier letters, answers, evidence."),
    ] = None,
    sent: Annotated[str, typer.Option(help="The day it was sent: a copy is kept and its clock starts.")] = "",
    how: Annotated[str, typer.Option(help="email, post, recorded, hand or portal.")] = "",
    fields: Annotated[bool, typer.Option("--fields", help="Show the blanks of the letter and what is known.")] = False,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """Write a letter from what the case holds, or list the letters."""
    if kind == "list":
        return _list(as_json)
    state: State = context.obj
    if fields:
        return _fields(state, kind, to, as_json)
    values = _values(set_values or ())
    if output is None:
        raise UsageProblem("output", "Where should the letter be saved?", "", "Add -o FILE.docx or -o FILE.pdf.")
    form = _form(output)
    with state.opened() as case:
        owner: OrganisationId | None = browsing.find_organisation(case, to).id if to else None
        draft = letter_writing.draft(case, kind, owner, {**({"evidence_sent": "yes"} if enclosed else {}), **values})
        letter_answers.check(draft, values)
        made = letter_writing.write(case, draft, form, here=True)
        pages = _enclose(case, draft, enclosed) if enclosed else 0
        write_output(output, made)
        warnings = letter_writing.cautions(case, draft)
        if sent:
            _keep_as_sent(case, draft, sent, how)
    if as_json:
        print_json({
            "kind": draft.kind, "title": draft.title, "issues": draft.issues, "file": str(output),
            "enclosures": str(enclosed or ""), "enclosed_pages": pages, "cautions": warnings,
        })  # fmt: skip
    else:
        say(f"Saved {output}")
        for words in (*warnings, *([f"Saved {enclosed}: {pages} pages"] if enclosed else [])):
            say(words)
    return EXIT_DONE


def _keep_as_sent(case: OpenCase, draft: LetterDraft, sent: str, how: str) -> None:
    """Keep the letter as it was sent; its points are sent with it."""
    day = date.fromisoformat(as_day(sent))
    saved, _ = letter_writing.save(case, draft)
    if saved.id is None:
        raise AssertionError("a saved letter has a number")
    letter_writing.mark_sent(case, saved.id, day, how)


def _enclose(case: OpenCase, draft: LetterDraft, path: Path) -> int:
    """Write what goes with a letter; how many pages it has."""
    if path.suffix.lower() != ".pdf":
        raise UsageProblem("output", f"Enclosures cannot be saved as “{path.name}”.", "", "Use .pdf.")
    from app.services import enclosures  # slow to load, and few letters need it

    result = enclosures.build(case, draft)
    write_output(path, result.pdf)
    return result.plan.total


def _list(as_json: bool) -> int:
    found = letter_writing.kinds()
    if as_json:
        print_json([{name: getattr(k, name) for name in _LIST_FIELDS} for k in found])
    else:
        print_table(("id", "when", "to"), ((k.id, k.situation, k.addressee) for k in found))
    return EXIT_DONE


def _fields(state: State, kind: str, to: str, as_json: bool) -> int:
    with state.opened() as case:
        owner = int(browsing.find_organisation(case, to).id) if to else None
        found = letter_answers.fields_of(case, kind, owner)
    if as_json:
        print_json(list(found))
    else:
        print_table(
            ("name", "what", "value", "missing", "choices"),
            (
                (f["name"], f["label"], f["value"], "missing" if f["missing"] else "", ", ".join(f["choices"]))
                for f in found
            ),
        )
    return EXIT_DONE


def _values(given: list[str] | tuple[str, ...]) -> dict[str, str]:
    pairs = [text.partition("=") for text in given]
    wrong = [name for name, equals, _ in pairs if not equals]
    if wrong:
        raise UsageProblem("set", f"“{wrong[0]}” is not NAME=VALUE.", "", "Write it as --set address='12 Ferry Row'.")
    return {name.strip(): value for name, _, value in pairs}


def _form(output: Path) -> str:
    form = output.suffix.lower().lstrip(".")
    if form not in ("docx", "pdf"):
        raise OutputProblem("unknown-format", f"A letter cannot be saved as “{output.name}”.", "", "Use .docx or .pdf.")
    return form
