"""The example family as a case."""

from pathlib import Path

import pytest

from app.demo import family
from app.domain.documents import Status
from app.domain.errors import Interrupted
from app.domain.issues import IssueStatus
from app.jobs.events import JobEvent
from app.services import annotating, browsing, demo, importing, timing, tracking
from app.services.context import Context
from app.services.control import Control


def test_the_whole_family(tmp_path: Path) -> None:
    context = Context()
    with demo.build(context, tmp_path / "example", jobs=2) as case:
        assert all(report.reconciles for report in importing.reports_of(case))
        rows = browsing.documents(case)
        given = [row for row in rows if row.parent is None]
        assert len(given) >= 60
        assert len({row.organisation for row in rows if row.organisation}) == 5
        assert {Status.PASSWORD, Status.DAMAGED, Status.DUPLICATE, Status.JUNK} <= {row.status for row in rows}
        truth = family.truth()
        assert len(annotating.marks(case)) >= len(truth.marks)
        issues = annotating.issues(case)
        assert [issue.fields.title for issue in issues] == [item.title for item in truth.inaccuracies]
        assert len(issues) == 10
        for issue, item in zip(issues, truth.inaccuracies, strict=True):
            assert issue.fields.status is IssueStatus.READY
            assert len(issue.proofs) == len(item.proofs)
        assert {entry.status.value for entry in timing.entries(case)} == {"suggested", "confirmed"}
        assert any(deadline.state != "met" for deadline in tracking.deadlines(case))
    context.close()


def test_a_stopped_build_leaves_nothing(tmp_path: Path, context: Context) -> None:
    control = Control()

    def stop(event: JobEvent) -> None:
        if event.stage == "read":
            control.cancel()

    with pytest.raises(Interrupted):
        demo.build(context, tmp_path / "example", ocr=False, on_event=stop, control=control)
    assert not (tmp_path / "example.fairfile").exists()
