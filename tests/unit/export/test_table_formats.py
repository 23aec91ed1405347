import csv
import io
import json
from collections.abc import Callable

import pytest

from app.domain.events import EventOrigin, EventStatus, TimelineEntry
from app.export.timeline import timeline_csv, timeline_json

Make = Callable[..., TimelineEntry]
CONTRACT = "id date date_text title quote document page organisation origin status precision reason".split()


def test_json_has_the_fields_of_the_contract_and_reads_back(entry: Make) -> None:
    rows = json.loads(timeline_json([entry(7, quote="“So” – ok")]))
    assert list(rows[0])[: len(CONTRACT)] == CONTRACT
    assert rows[0]["quote"] == "“So” – ok"
    assert rows[0]["organisation"] == "Larkhollow Primary"
    assert (rows[0]["origin"], rows[0]["status"], rows[0]["document"], rows[0]["page"]) == (
        "record",
        "suggested",
        12,
        3,
    )


def test_own_entry_has_no_document(entry: Make) -> None:
    own = entry(1, document=None, page=0, organisation_name="", origin=EventOrigin.PARENT, status=EventStatus.CONFIRMED)
    row = json.loads(timeline_json([own]))[0]
    assert (row["document"], row["page"], row["organisation"]) == (None, None, None)


def test_csv_opens_in_a_spreadsheet_and_reads_back(entry: Make) -> None:
    data = timeline_csv([entry(1, quote='He said "no",\nthen é'), entry(2)])
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len(rows) == 2
    assert rows[0]["quote"] == 'He said "no",\nthen é'
    assert rows[0]["shown"] == "14 Oct 2021"
    assert set(CONTRACT) <= set(rows[0])


@pytest.mark.parametrize("start", ["=1+1", "+44", "-2", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1"])
def test_no_cell_starts_a_formula(entry: Make, start: str) -> None:
    data = timeline_csv([entry(1, title=start, note=start)])
    row = next(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert row["title"] == f"'{start}"
    assert row["note"] == f"'{start}"


def test_nothing_is_valid_too() -> None:
    assert json.loads(timeline_json([])) == []
    assert len(timeline_csv([]).splitlines()) == 1
