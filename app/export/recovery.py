"""The recovery sheet: one page to print and put away. It never holds the passphrase."""

import re
from datetime import UTC, date, datetime, time

from app.domain import dates
from app.system.typesetting import typeset

_GROUPS_PER_ROW = 4


def recovery_sheet_pdf(case_name: str, recovery_code: str, made: date) -> bytes:
    """The sheet as PDF, one A4 page. `recovery_code` is shown in its own groups (split at dashes and spaces), or in fours."""
    groups = code_groups(recovery_code)
    data = {
        "case_name": case_name,
        "groups": groups,
        "columns": min(_GROUPS_PER_ROW, len(groups)),
        "made": dates.show(made.isoformat()),
    }
    when = datetime.combine(made, time(), UTC)
    return typeset("recovery", data, f"Recovery sheet for {case_name}", timestamp=when)


def code_groups(recovery_code: str) -> list[str]:
    """The code as groups for reading aloud; a code without separators is cut into fours. Raises ValueError when empty."""
    groups = [group for group in re.split(r"[\s\-–]+", recovery_code.strip()) if group]
    if not groups:
        raise ValueError("there is no recovery code")
    if len(groups) == 1:
        code = groups[0]
        groups = [code[at : at + 4] for at in range(0, len(code), 4)]
    return groups
