"""A later start never ends earlier: every rule, nation and start of four years, alone and with what else may be known.

    python -m benchmarks.deadlines

Prints how many dates were worked out and how many were out of order (0 is the only right answer).
"""

import sys
import time
from datetime import date, timedelta

from app.domain.people import NATIONS
from app.requests.deadlines import parse_context, work_out
from app.requests.rules import Rule, counts_school_days, rules

FIRST, LAST = date(2024, 1, 1), date(2027, 12, 31)
CONTEXTS = (
    "",
    "id_requested=2025-05-01; id_received=2025-05-20",
    "asked=2025-01-20; answered=2025-02-10",
    "asked=2026-01-30; answered=2026-03-02; extension=yes",
    "asked=2026-05-01",
    "results=2025-08-14",
    "mediation_certificate=2026-06-20",
    "terms=2024-09-03..2024-10-25,2024-11-04..2024-12-20,2025-01-06..2025-02-14,2025-02-24..2025-04-04; inset=2025-01-06",
    "school_closed=2024-07-22..2024-09-02,2024-12-21..2025-01-05,2025-07-22..2025-09-02,2026-07-22..2026-09-02",
    "bank_holidays=2026-06-15,2025-05-08",
)


def out_of_order(found: Rule, nation: str, context: str) -> tuple[int, int]:
    """(dates worked out, dates earlier than that of an earlier start)."""
    known, before, wrong, day, count = parse_context(context), "", 0, FIRST, 0
    while day <= LAST:
        due = work_out(found.id, day, nation, known).due
        wrong += due < before
        before = max(due, before)
        day, count = day + timedelta(days=1), count + 1
    return count, wrong


def matters(found: Rule, context: str) -> bool:
    """Whether a context can change the answer of a rule."""
    return (
        not context
        or "bank" in context
        or bool(found.identity or found.pause or found.special)
        or counts_school_days(found)
    )


def main() -> int:
    """Run all; the exit status is 1 when any date was out of order."""
    started, dates, wrong = time.monotonic(), 0, 0
    for context in CONTEXTS:
        for found in rules():
            if matters(found, context):
                for nation in found.nations if context else NATIONS:
                    count, bad = out_of_order(found, nation, context)
                    dates, wrong = dates + count, wrong + bad
    sys.stdout.write(f"{dates:,} dates, {wrong} out of order, {time.monotonic() - started:.0f} s\n")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
