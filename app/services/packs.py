"""Plans of evidence packs as TOML files, and checks of packs that somebody else made."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.domain.bundles import PackCheck, PackItem, PackSpec, Section
from app.domain.documents import READABLE_STATUSES
from app.domain.errors import UsageProblem
from app.domain.ids import DocumentId
from app.services import browsing, bundling
from app.services.case import OpenCase
from app.system.files import read_given

_MAX_PLAN = 4 << 20
_MAX_PACK = 4 << 30


def of_everything(case: OpenCase) -> PackSpec:
    """A pack of every readable document in order of date."""
    rows = [r for r in browsing.documents(case) if r.status in READABLE_STATUSES and r.pages and not r.is_container]
    ordered = sorted(rows, key=lambda r: (r.date or "9", r.id))
    return bundling.of_documents(case, [int(r.id) for r in ordered])


def from_toml(case: OpenCase, path: Path) -> PackSpec:
    """A plan file: title, and [[section]] tables with letter, title and [[section.item]] of document, pages, title.

    Documents are named by id or by path as received; pages as "1-3, 7". UsageProblem says what is wrong with the file.
    """
    try:
        raw = tomllib.loads(read_given(path, _MAX_PLAN).decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageProblem("plan", f"“{path.name}” is not a plan: {error}.", "", "“bundle plan” writes one.") from error
    rows = browsing.documents(case)
    known = {str(r.id): r.id for r in rows} | {r.path: r.id for r in rows}
    details = case.details()
    sections = tuple(_section(case, index, part, known) for index, part in enumerate(raw.get("section", [])))
    if not sections:
        raise UsageProblem("plan", "The plan has no section.", "", "Add a [[section]] with items.")
    return PackSpec(
        str(raw.get("title") or f"{details.child}: evidence"), details.child, str(raw.get("subtitle", "")),
        str(raw.get("prepared_by") or details.parent), sections,
    )  # fmt: skip


def _section(case: OpenCase, index: int, part: dict[str, Any], known: dict[str, DocumentId]) -> Section:
    items = tuple(_item(case, item, known) for item in part.get("item", []))
    return Section(str(part.get("letter") or chr(ord("A") + index)), str(part.get("title") or "Documents"), items)


def _item(case: OpenCase, item: dict[str, Any], known: dict[str, DocumentId]) -> PackItem:
    name = str(item.get("document", ""))
    if name not in known:
        raise UsageProblem(
            "document", f"The plan names a document that is not in this case: “{name}”.", "", "See the list."
        )
    base = bundling.item_for(case, known[name], pages_of(item.get("pages", "")))
    return replace(base, title=str(item.get("title") or base.title), date=str(item.get("date") or base.date))


def pages_of(given: object) -> tuple[int, ...]:
    """Pages from "1-3, 7" or a list of numbers; empty means all. UsageProblem for anything else."""
    if isinstance(given, list) and all(isinstance(n, int) for n in given):
        return tuple(given)
    found: list[int] = []
    for part in str(given).replace("–", "-").split(","):
        first, dash, last = part.strip().partition("-")
        if not part.strip():
            continue
        if not first.strip().isdigit() or (dash and not last.strip().isdigit()):
            raise UsageProblem("pages", f"“{given}” are not pages.", "", "Write them as 1-3, 7.")
        found += range(int(first), int(last or first) + 1)
    return tuple(found)


def to_toml(spec: PackSpec) -> str:
    """A plan to edit by hand."""
    lines = [f"title = {_quoted(spec.title)}", f"prepared_by = {_quoted(spec.prepared_by)}"]
    for section in spec.sections:
        lines += ["", "[[section]]", f"letter = {_quoted(section.letter)}", f"title = {_quoted(section.title)}"]
        for item in section.items:
            pages = ", ".join(str(n) for n in item.pages)
            lines += ["", "[[section.item]]", f"document = {int(item.document)}", f"title = {_quoted(item.title)}"]
            lines += [f"pages = {_quoted(pages)}  # empty: all"]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'


def check_file(path: Path) -> tuple[tuple[PackCheck, ...], int]:
    """The checks of any pack, and its number of pages, found in a child; FileProblem when it is no PDF."""
    from app.jobs.processes import ProcessRunner

    pdf = read_given(path, _MAX_PACK)
    with ProcessRunner(1) as runner:
        checks: tuple[PackCheck, ...] = runner.submit("app.bundle.check:check", pdf, seconds=300).result()
        pages: int = runner.submit("app.bundle.check:page_count", pdf, seconds=60).result()
    return checks, pages
