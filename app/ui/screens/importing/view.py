"""The screen for bringing in files: choosing, then progress; it finds its way back to a job that runs."""

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget

from app.domain.reports import ImportReport
from app.jobs.events import JobEvent
from app.ui.errors import explain
from app.ui.job_bridge import Job
from app.ui.screen import Screen
from app.ui.screens.importing.choose import ChoosePage
from app.ui.screens.importing.presenter import Live, Problem, heading, live, problem_of, problems_of
from app.ui.screens.importing.progress_page import ProgressPage
from app.ui.shell import Shell
from app.ui.widgets.layouts import column
from app.ui.wording import count

LIVE_MS = 1_500


class ImportScreen(Screen):
    """`enter(paths=...)` with what was dropped; `enter(go_on=True)` goes on with an import that was stopped."""

    title = "Bring in files"

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.choose = ChoosePage(shell)
        self.progress = ProgressPage()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.choose)
        self._pages.addWidget(self.progress)
        column(self._pages, within=self, gap=0)
        self._job: Job | None = None
        self._report: ImportReport | None = None
        self._live = QTimer(self)
        self._live.setInterval(LIVE_MS)
        self._live.timeout.connect(self._ask_live)
        self.choose.begun.connect(self._begin)
        self.progress.acted.connect(self._acted)
        self.progress.problem_asked.connect(self._problem)

    def enter(self, **params: Any) -> None:
        paths = tuple(params.get("paths", ()))
        if paths and self._job is None:
            self._pages.setCurrentWidget(self.choose)
        if paths:
            self.choose.add_paths(paths)
        if self._job is not None:
            self._pages.setCurrentWidget(self.progress)
        elif params.get("go_on"):
            self._go_on()
        elif not paths and self._report is None:
            self._pages.setCurrentWidget(self.choose)
        self.shell.ask("browsing", "organisations", on_ok=self.choose.show_organisations, key="import.organisations")

    def refresh(self) -> None:
        """Nothing to ask again: progress asks by itself."""

    def leave(self) -> None:
        if self._job is None and self._report is not None:
            self._report = None
            self._pages.setCurrentWidget(self.choose)

    # running

    def _begin(self) -> None:
        choose, services, case = self.choose, self.shell.services, self.shell.case
        control = services.control.Control()
        paths = [Path(path) for path in choose.paths]
        password = choose.passwords.text()
        facts = {
            "organisation": choose.organisation, "received": choose.when.value, "ocr": choose.scans.isChecked(),
            "passwords": (password,) if password else (),
        }  # fmt: skip

        def work(on_event: Any) -> Any:
            return services.importing.start(case, paths, on_event=on_event, control=control, **facts)

        started = f"{datetime.now():%H:%M}"
        self.progress.begin(heading(choose.organisation), f"{len(paths)} chosen · started {started}")
        self._run("Bringing in files", control, work)
        choose.clear()

    def _go_on(self) -> None:
        services, case = self.shell.services, self.shell.case
        control = services.control.Control()

        def work(on_event: Any) -> Any:
            done = services.importing.resume(case, on_event=on_event, control=control)
            services.importing.read_scans(case, on_event=on_event, control=control)
            return done[-1] if done else None

        self.progress.begin("Going on where it stopped", "Nothing was lost")
        self._run("Going on", control, work)

    def _run(self, title: str, control: Any, work: Any) -> None:
        self._report = None
        job = self.shell.jobs.run(title, control, work)
        self._job = job
        job.progressed.connect(self._progressed)
        job.item.connect(self._item)
        job.finished.connect(self._finished)
        job.failed.connect(self._failed)
        job.stopped.connect(self._stopped)
        self._pages.setCurrentWidget(self.progress)
        self._live.start()

    def _progressed(self, _event: JobEvent) -> None:
        if self._job is not None:
            self.progress.show_events(self._job.stages, self._job.is_paused)

    def _item(self, event: JobEvent) -> None:
        if event.kind == "item-failed":
            self.progress.add_problem(problem_of(event))

    def _ask_live(self) -> None:
        if self.isVisible():
            self.shell.calls.call(
                live,
                self.shell.services,
                self.shell.case,
                on_ok=self._live_came,
                on_error=self._no_live,
                key="import.live",
            )

    def _live_came(self, now: Live) -> None:
        self.progress.show_live(now)

    def _no_live(self, _error: object) -> None:
        """The next look comes soon; the job itself tells of real trouble."""

    def _finished(self, report: ImportReport | None) -> None:
        self._over()
        self._report = report
        if report is None:
            self.progress.show_done("Done", "Every page that waited has been read.")
            return
        self.progress.show_live(
            Live(report, tuple(reversed([x for x in report.lines if x.outcome == "imported"][-5:])))
        )
        self.progress.show_problems(problems_of(report))
        brought = count(report.imported, "file") + " brought in"
        self.progress.show_done("Done", f"{brought}, {count(report.pages, 'page')}. Every file given is accounted for.")
        self.progress.documents.setFocus()

    def _failed(self, error: BaseException) -> None:
        self._over()
        words = explain(error)
        self.progress.show_done(words.happened, " ".join(part for part in (words.safe, words.next_step) if part))
        self.progress.report.setEnabled(False)

    def _stopped(self) -> None:
        self._over()
        self.progress.show_done("Stopped", "Everything that was finished is kept. Home offers to go on from there.")
        self.progress.report.setEnabled(False)

    def _over(self) -> None:
        self._job = None
        self._live.stop()

    # what the person asks

    def _acted(self, action: str) -> None:
        job = self._job
        if action == "pause" and job is not None:
            job.pause(not job.is_paused)
            self.progress.show_events(job.stages, job.is_paused)
        elif action == "cancel" and job is not None:
            self._cancel(job)
        elif action == "back":
            self.shell.navigator.back()
        elif action == "documents":
            self.shell.navigator.go("documents")
        elif action == "report":
            self._save_report()

    def _cancel(self, job: Job) -> None:
        sure = self.shell.dialogs.confirm(
            "Stop bringing in files?", "What is finished is kept. You can go on from there later.", "Stop", "Keep going"
        )
        if sure:
            self.progress.cancel.setEnabled(False)
            job.stopped.connect(partial(self.progress.cancel.setEnabled, True))
            job.finished.connect(partial(self.progress.cancel.setEnabled, True))
            job.cancel()

    def _save_report(self) -> None:
        report = self._report
        if report is None:
            return
        target = self.shell.dialogs.save_file(
            "Save the report", f"Import report {report.organisation_name}.pdf".replace("  ", " "), "PDF (*.pdf)"
        )
        if target is None:
            return
        services, case = self.shell.services, self.shell.case

        def work() -> Path:
            from app.system.files import write_output

            write_output(target, services.importing.report_pdf(case, report.disclosure))
            return target

        self.shell.calls.call(work, on_ok=self._saved)

    def _saved(self, target: Path) -> None:
        self.shell.tell(f"Saved as {target.name}")

    def _problem(self, problem: Problem) -> None:
        if problem.needs == "password" and problem.document is not None:
            password = self.shell.dialogs.ask_text(
                f"Password for {problem.name}",
                "Whoever sent the file can tell you. It is used once and not kept.",
                "Open the file",
                secret=True,
            )
            if password:
                self.shell.ask("importing", "retry", problem.document, password, on_ok=self._opened)
        else:
            steps = (
                problem.next_step
                or "The file is kept as it came. Ask whoever sent it for another copy, or open it in its own program."
            )
            self.shell.dialogs.tell(problem.name, f"{problem.text} {steps}")

    def _opened(self, _answer: Any) -> None:
        self.shell.tell("The file is open now.")
        self.shell.case_changed.emit()

    def set_large(self, large: bool) -> None:
        self.progress.set_large(large)

    def focus_first(self) -> None:
        if self._pages.currentWidget() is self.choose:
            self.choose.focus_first()
        else:
            self.progress.pause.setFocus()
