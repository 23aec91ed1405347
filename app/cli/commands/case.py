"""Make and look after a case: new, verify, backup, restore, passphrase, demo."""

import os
from pathlib import Path
from typing import Annotated

import typer

from app.cli.output import ProgressLine, print_json, say
from app.cli.state import State, read_secret
from app.domain.errors import EXIT_DONE, EXIT_PROBLEMS, CaseProblem
from app.domain.people import CaseDetails
from app.services import case as cases
from app.system.files import write_output

_NEW_VARIABLE = "FAIRFILE_NEW_PASSPHRASE"


def add_to(app: typer.Typer) -> None:
    """Register the commands."""
    for name, command in (("new", new), ("verify", verify), ("backup", backup), ("restore", restore),
                          ("passphrase", passphrase), ("demo", demo)):  # fmt: skip
        app.command(name)(command)


def new(
    context: typer.Context,
    path: Path,
    child: Annotated[str, typer.Option(help="The child's name.")],
    born: Annotated[str, typer.Option(help="Birth date, as 2013-03-14.")] = "",
    nation: Annotated[str, typer.Option(help="england, wales, scotland or northern-ireland.")] = "england",
    parent: Annotated[str, typer.Option(help="Who writes the letters.")] = "",
    relationship: Annotated[str, typer.Option(help="mother, father, …")] = "",
    address: Annotated[str, typer.Option(help="For letters; lines separated by commas.")] = "",
    recovery_sheet: Annotated[Path | None, typer.Option(help="Save the recovery sheet as PDF.")] = None,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """Make an encrypted case."""
    state: State = context.obj
    from app.services.browsing import as_edtf

    details = CaseDetails(
        child, as_edtf(born), nation, parent, relationship, "\n".join(p.strip() for p in address.split(","))
    )
    secret = state.passphrase(prompt="New passphrase: ")
    made = cases.create(state.context, path, details, secret or "")
    made.case.close()
    if recovery_sheet is not None:
        write_output(recovery_sheet, cases.recovery_sheet(made.case.path.name, made.recovery_code))
    if as_json:
        print_json({"path": str(made.case.path), "recovery_code": made.recovery_code})
    else:
        say(f"Made {made.case.path}")
        say(f"Recovery code (write it down, it is shown once): {made.recovery_code}")
    return EXIT_DONE


def verify(context: typer.Context, as_json: Annotated[bool, typer.Option("--json")] = False) -> int:
    """Check that every byte is as it was received."""
    state: State = context.obj
    with state.opened() as case:
        found = cases.verify(case)
    if as_json:
        print_json({"ok": not found, "problems": found})
    else:
        say("Every file is exactly as it was received." if not found else "\n".join(found))
    return EXIT_PROBLEMS if found else EXIT_DONE


def backup(context: typer.Context, output: Annotated[Path, typer.Option("-o", "--output")]) -> int:
    """Save the whole case, encrypted, as one file."""
    state: State = context.obj
    with state.opened() as case:
        cases.backup(case, output)
    say(f"Saved {output}")
    return EXIT_DONE


def restore(file: Path, path: Path) -> int:
    """Unpack a backup as a case."""
    say(f"Restored {cases.restore(file, path)}")
    return EXIT_DONE


def passphrase(
    context: typer.Context,
    new_passphrase_file: Annotated[Path | None, typer.Option(help="A file whose first line is the new one.")] = None,
) -> int:
    """Change the passphrase."""
    state: State = context.obj
    with state.opened() as case:
        if new_passphrase_file is not None:
            chosen = read_secret(new_passphrase_file)
        elif (given := os.environ.get(_NEW_VARIABLE)) is not None:
            chosen = given
        else:
            chosen = typer.prompt("New passphrase", hide_input=True, confirmation_prompt=True, err=True)
        old = state.passphrase(ask=False)
        if old is None:
            cases.set_passphrase(case, chosen)
        else:
            cases.change_passphrase(case, old, chosen)
    say("The passphrase is changed.")
    return EXIT_DONE


def demo(context: typer.Context, path: Path, ocr: Annotated[bool, typer.Option("--ocr/--no-ocr")] = True) -> int:
    """Make the example family's case, to try everything without files of your own."""
    from app.services import demo as demos  # its makers of every format are heavy to load

    state: State = context.obj
    line = ProgressLine()
    try:
        secret = state.passphrase(ask=False)
    except CaseProblem:
        secret = None
    try:
        with demos.build(state.context, path, secret or demos.PASSPHRASE, ocr=ocr, on_event=line) as case:
            line.end()
            say(f"Made {case.path}")
    finally:
        state.context.close()
    if secret is None:
        say(f"Its passphrase is: {demos.PASSPHRASE}")
    return EXIT_DONE
