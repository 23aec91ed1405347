"""What leaves the case: bundle, export."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from app.cli.output import ProgressLine, print_json, print_table, say, warn
from app.cli.state import State
from app.domain.bundles import PackSpec
from app.domain.errors import EXIT_DONE, EXIT_PROBLEMS, OutputProblem, UsageProblem
from app.services import bundling, matrix, packs, sharing, tracking
from app.services.case import OpenCase
from app.system.files import write_output


def add_to(app: typer.Typer) -> None:
    """Register the commands."""
    bundles = typer.Typer(help="Evidence packs.", no_args_is_help=True)
    bundles.command("build")(build)
    bundles.command("check")(check)
    bundles.command("plan")(plan)
    app.add_typer(bundles, name="bundle")
    app.command("export")(export)


def build(
    context: typer.Context,
    output: Annotated[Path, typer.Option("-o", "--output")],
    plan_file: Annotated[Path | None, typer.Argument(help="PLAN.toml")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every readable document.")] = False,
    timings: Annotated[bool, typer.Option("--timings", help="Seconds per stage on stderr.")] = False,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """Build an evidence pack as PDF."""
    state: State = context.obj
    line = ProgressLine()
    with state.opened() as case:
        spec = _spec(case, plan_file, everything)
        result = bundling.build(case, spec, on_event=line)
        write_output(output, result.pdf)
    line.end()
    if timings:
        for stage, seconds in result.timings:
            warn(f"{stage}: {seconds:.3f} s")
    failed = [c for c in result.checks if not c.ok]
    if as_json:
        print_json({
            "file": str(output), "pages": result.plan.total, "documents": len(result.plan.placed),
            "checks": [asdict(c) for c in result.checks], "timings": dict(result.timings),
        })  # fmt: skip
    else:
        say(f"Saved {output}: {result.plan.total} pages, {len(result.plan.placed)} documents.")
        for item in failed:
            say(f"  To look at: {item.title}. {item.detail}")
    return EXIT_PROBLEMS if failed else EXIT_DONE


def _spec(case: OpenCase, plan_file: Path | None, everything: bool) -> PackSpec:
    if everything:
        return packs.of_everything(case)
    if plan_file is None:
        raise UsageProblem(
            "plan", "Which documents? Give PLAN.toml or --all.", "", "“bundle plan -o PLAN.toml” writes one."
        )
    return packs.from_toml(case, plan_file)


def plan(context: typer.Context, output: Annotated[Path, typer.Option("-o", "--output")]) -> int:
    """Write a plan of the suggested pack, to edit by hand."""
    state: State = context.obj
    with state.opened() as case:
        write_output(output, packs.to_toml(bundling.suggest(case)).encode())
    say(f"Saved {output}")
    return EXIT_DONE


def check(file: Path, as_json: Annotated[bool, typer.Option("--json")] = False) -> int:
    """Check a pack, ours or anybody's, against the rules."""
    found, pages = packs.check_file(file)
    if as_json:
        print_json({"pages": pages, "rules": [asdict(c) for c in found]})
    else:
        print_table(
            ("", "rule", "detail", "source"), (("ok" if c.ok else "look", c.title, c.detail, c.source) for c in found)
        )
    return EXIT_DONE if all(c.ok for c in found) else EXIT_PROBLEMS


def export(context: typer.Context, what: str, output: Annotated[Path, typer.Option("-o", "--output")]) -> int:
    """Save timeline|annotations|matrix|everything; the matrix is what was asked of whom and what came."""
    state: State = context.obj
    form = output.suffix.lower().lstrip(".")
    line = ProgressLine()
    with state.opened() as case:
        if what == "timeline":
            write_output(output, _timeline(case, form))
        elif what == "annotations":
            write_output(output, sharing.as_json(sharing.annotations(case)))
        elif what == "matrix":
            write_output(output, matrix.document(case, form))
        elif what == "everything":
            say(f"{sharing.everything(case, output, line)} files")
        else:
            raise UsageProblem(
                "export", f"“{what}” cannot be exported.", "", "Use timeline, annotations, matrix or everything."
            )
    line.end()
    say(f"Saved {output}")
    return EXIT_DONE


def _timeline(case: OpenCase, form: str) -> bytes:
    if form == "pdf":
        return sharing.timeline_pdf(case)
    if form == "csv":
        return sharing.timeline_csv(case)
    if form == "json":
        return sharing.timeline_json(case)
    if form == "ics":
        return tracking.calendar(case)
    if form == "docx":
        return sharing.timeline_docx(case)
    raise OutputProblem(
        "unknown-format", f"A timeline cannot be saved as .{form}.", "", "Use .pdf, .docx, .csv, .json or .ics."
    )
