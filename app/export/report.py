"""The import report as a document: every file given, what became of it, and sums that must agree."""

from collections.abc import Iterable, Mapping
from typing import Any

from app.domain.reports import ImportReport, ReportLine
from app.export.wording import count, moment, short_fingerprint, shown_date, shown_moment
from app.system.typesetting import typeset

_PARTS = (("imported", "imported"), ("duplicates", "duplicates"), ("junk", "junk"), ("problems", "problems"))


def import_report_pdf(report: ImportReport, child: str, kinds: Mapping[str, str] | None = None) -> bytes:
    """The report as PDF/UA. Problems come first; full fingerprints (SHA-256) are listed at the end.

    `kinds` gives the name of each kind of document; one without a name is shown by its id.
    """
    title = f"Import report: {report.organisation_name or 'files received'}"
    return typeset(
        "import_report", _data(report, child, kinds or {}), title, timestamp=moment(report.finished or report.started)
    )


def _data(report: ImportReport, child: str, kinds: Mapping[str, str]) -> dict[str, Any]:
    lines = report.lines
    known = {"problem", "imported", "duplicate", "junk"}
    return {
        "child": child,
        "organisation": report.organisation_name or "not known",
        "received": shown_date(report.received, "not known"),
        "started": shown_moment(report.started),
        "finished": shown_moment(report.finished),
        "sums": _sums(report),
        "reconciles": report.reconciles,
        "pages": count(report.pages, "page"),
        "scans": count(report.scanned_pages, "scanned page"),
        "to_read": count(report.pages_to_read, "page"),
        "some_to_read": report.pages_to_read > 0,
        "problems": _rows((line for line in lines if line.outcome == "problem"), kinds),
        "imported": _rows((line for line in lines if line.outcome == "imported"), kinds),
        "duplicates": _rows((line for line in lines if line.outcome == "duplicate"), kinds),
        "junk": _rows((line for line in lines if line.outcome == "junk"), kinds),
        "waiting": _rows((line for line in lines if line.outcome not in known), kinds),
        "fingerprints": [{"path": line.path, "sha256": line.sha256} for line in lines if line.sha256],
    }


def _sums(report: ImportReport) -> list[dict[str, str]]:
    parts = [{"number": f"{getattr(report, name):,}", "word": word} for name, word in _PARTS]
    if report.waiting:
        parts.append({"number": f"{report.waiting:,}", "word": "waiting"})
    return [{"number": f"{report.given:,}", "word": "given"}, *parts]


def _rows(lines: Iterable[ReportLine], kinds: Mapping[str, str]) -> list[dict[str, str]]:
    return [
        {
            "path": line.path,
            "size": shown_size(line.bytes),
            "format": line.format.upper() or "unknown",
            "kind": kinds.get(line.kind, line.kind.replace("_", " ").replace("-", " ")),
            "date": shown_date(line.date, ""),
            "pages": f"{line.pages:,}" if line.pages else "",
            "reason": line.reason,
            "next_step": line.next_step,
            "fingerprint": short_fingerprint(line.sha256),
        }
        for line in lines
    ]


def shown_size(size: int) -> str:
    """Bytes as people say them: “840 bytes”, “12 KB”, “3.4 MB”."""
    if size < 1000:
        return count(size, "byte")
    if size < 1_000_000:
        return f"{size / 1000:.0f} KB"
    return f"{size / 1_000_000:.1f} MB"
