"""Progress of an import: what runs, the sum that always adds up, problems, and what can be opened already."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from app.domain.reports import ImportReport
from app.jobs.events import JobEvent
from app.ui.screens.importing.presenter import (
    STAGES,
    Live,
    Problem,
    counts,
    line_date,
    stage_words,
    time_left,
)
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.icon_view import IconView
from app.ui.widgets.labels import ElidedLabel, Label, Line
from app.ui.widgets.layouts import clear, column, row, scrolling
from app.ui.widgets.progress import Bar
from app.ui.wording import count


class ProgressPage(QWidget):
    """`acted` carries pause, cancel, back, report, documents or timeline; `problem_asked` a `Problem`."""

    acted = Signal(str)
    problem_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._title = ElidedLabel("", "h1")
        self._about = ElidedLabel("", "caption", muted=True)
        self.pause = Button("Pause", partial(self.acted.emit, "pause"), icon="pause")
        self.cancel = Button("Cancel", partial(self.acted.emit, "cancel"), kind="quiet")
        back = IconButton("left", "Back", partial(self.acted.emit, "back"))
        head = row(back, gap=8, margins=(16, 12, 16, 8))
        head.addLayout(column(self._title, self._about, gap=0), 1)
        head.addWidget(self.pause)
        head.addWidget(self.cancel)
        self._problems: list[Problem] = []
        left = column(self._stages(), self._sum(), self._ready(), None, gap=16)
        right = column(self._problem_card(), self._done_card(), self._safe_line(), None, gap=16)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(16)
        self._columns.setContentsMargins(24, 0, 16, 16)
        self._columns.addLayout(left, 66)
        self._columns.addLayout(right, 34)
        inner = QWidget()
        outer = column(within=inner, gap=0)
        outer.addLayout(self._columns)
        outer.addStretch(1)
        body = column(within=self, gap=0)
        body.addLayout(head)
        body.addWidget(scrolling(inner), 1)

    def begin(self, title: str, about: str) -> None:
        """A new import."""
        self._title.setText(title)
        self._about.setText(about)
        self._problems = []
        self.show_problems(())
        self._headline.setText("Getting ready …")
        self._under.setText("You can read, mark and search while this runs.")
        self._files.setText("")
        self._pages.setText("")
        for stage in STAGES:
            self._show_stage(stage.id, None)
        clear(self._ready_rows)
        self._ready_card.hide()
        self.set_running(True)

    def set_running(self, running: bool) -> None:
        """Buttons for what can be done now."""
        self.pause.setVisible(running)
        self.cancel.setVisible(running)
        self.report.setEnabled(not running)
        self.documents.setVisible(not running)
        self._safe.setVisible(running)

    def show_events(self, stages: dict[str, JobEvent], paused: bool) -> None:
        """Newest progress of each stage."""
        for stage in STAGES:
            self._show_stage(stage.id, stages.get(stage.id))
        self._headline.setText("Paused" if paused else time_left(stages))
        self.pause.setText("Go on" if paused else "Pause")

    def show_live(self, now: Live) -> None:
        """The sum so far and what is ready."""
        if now.report is None:
            return
        self._show_sum(now.report)
        done = now.report.given - now.report.waiting
        self._files.setText(f"{done:,} of {count(now.report.given, 'file')}")
        self._pages.setText(f"{count(now.report.pages, 'page')} so far")
        self._show_ready(now)

    def show_done(self, headline: str, under: str) -> None:
        """The end, however it came."""
        self._headline.setText(headline)
        self._under.setText(under)
        self.set_running(False)

    def add_problem(self, problem: Problem) -> None:
        """One more."""
        self.show_problems((*self._problems, problem))

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """All problems."""
        self._problems = list(problems)
        clear(self._problem_rows)
        self._problem_chip.show_text(
            count(len(problems), "file") if problems else "None", "warn" if problems else "good"
        )
        for problem in problems[:40]:
            self._problem_rows.addWidget(Line())
            self._problem_rows.addWidget(self._problem_row(problem))

    # parts

    def _stages(self) -> Card:
        card = Card(padding=0, gap=0)
        self._headline, self._under = Label("", "h2"), Label("", muted=True, wrap=True)
        self._files, self._pages = Label("", "h2"), Label("", muted=True)
        for label in (self._files, self._pages):
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
        head = row(gap=16, margins=(16, 12, 16, 12))
        head.addLayout(column(self._headline, self._under, gap=0), 1)
        head.addLayout(column(self._files, self._pages, gap=0))
        card.body.addLayout(head)
        grid = QGridLayout()
        grid.setContentsMargins(16, 0, 16, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 5)
        grid.setColumnStretch(2, 3)
        self._rows: dict[str, tuple[IconView, ElidedLabel, Bar, Label]] = {}
        for number, stage in enumerate(STAGES):
            parts = (
                IconView(stage.icon, 20, "primary"),
                ElidedLabel(stage.text, "caption", muted=True),
                Bar(),
                Label("", "caption"),
            )
            parts[3].setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(Line(), 2 * number, 0, 1, 4)
            grid.addWidget(parts[0], 2 * number + 1, 0)
            grid.addLayout(column(ElidedLabel(stage.title, bold=True), parts[1], gap=0), 2 * number + 1, 1)
            grid.addWidget(parts[2], 2 * number + 1, 2)
            grid.addWidget(parts[3], 2 * number + 1, 3)
            self._rows[stage.id] = parts
        card.body.addLayout(grid)
        return card

    def _show_stage(self, stage_id: str, event: JobEvent | None) -> None:
        stage = next(s for s in STAGES if s.id == stage_id)
        icon, text, bar, number = self._rows[stage_id]
        words, figure, done, total = stage_words(stage, event)
        finished = bool(total) and done >= total
        icon.show_icon("check" if finished else stage.icon, "good" if finished else "primary")
        text.setText(words)
        number.setText(figure)
        bar.set_progress(done, total, "good" if finished else "primary")

    def _sum(self) -> Card:
        card = Card(padding=0, gap=0)
        adds = Label("It always adds up", "caption", muted=True)
        card.body.addLayout(row(Label("The count so far", bold=True), None, adds, margins=(16, 10, 16, 10)))
        card.body.addWidget(Line())
        self._sum_row = row(gap=4, margins=(16, 8, 16, 10))
        card.body.addLayout(self._sum_row)
        self._sum_card = card
        card.hide()
        return card

    def _show_sum(self, report: ImportReport) -> None:
        clear(self._sum_row)
        for place, (words, number) in enumerate(counts(report)):
            if place:
                self._sum_row.addWidget(Label("=" if place == 1 else "+", muted=True))
            self._sum_row.addLayout(
                column(Label(f"{number:,}", "h1"), ElidedLabel(words, "caption", muted=True), gap=0), 1
            )
        said = ", ".join(f"{number:,} {words}" for words, number in counts(report))
        self._sum_card.setAccessibleName(f"The count so far: {said}")
        self._sum_card.show()

    def _ready(self) -> Card:
        card = Card(padding=0, gap=0)
        self._ready_count = Label("", "caption", muted=True)
        card.body.addLayout(row(Label("Ready to open", bold=True), None, self._ready_count, margins=(16, 10, 16, 10)))
        self._ready_rows = column(gap=0)
        card.body.addLayout(self._ready_rows)
        self._ready_card = card
        card.hide()
        return card

    def _show_ready(self, now: Live) -> None:
        clear(self._ready_rows)
        self._ready_card.setVisible(bool(now.ready))
        if now.report is not None:
            self._ready_count.setText(count(now.report.imported, "document"))
        for line in now.ready:
            name = ElidedLabel(line.path.replace("\\", "/").rsplit("/", 1)[-1])
            icon = "mail" if line.format in ("eml", "msg") else "document"
            pages = Label(count(line.pages, "page"), "caption", muted=True)
            self._ready_rows.addWidget(Line())
            parts = row(
                IconView(icon, 18, "muted"),
                name,
                pages,
                Label(line_date(line), "caption", muted=True),
                gap=12,
                margins=(16, 8, 16, 8),
            )
            parts.setStretch(1, 1)
            self._ready_rows.addLayout(parts)

    def _problem_card(self) -> Card:
        card = Card(padding=0, gap=0)
        self._problem_chip = Chip("None", "good")
        card.body.addLayout(
            row(Label("Problems so far", bold=True), None, self._problem_chip, margins=(16, 12, 16, 12))
        )
        self._problem_rows = column(gap=0)
        card.body.addLayout(self._problem_rows)
        return card

    def _problem_row(self, problem: Problem) -> QWidget:
        holder = QWidget()
        button = Button(
            "Enter" if problem.needs == "password" else "What to do",
            partial(self.problem_asked.emit, problem),
            small=True,
        )
        button.setAccessibleDescription(f"{problem.name}: {problem.text}")
        line = row(
            IconView(problem.icon, 20, "info" if problem.icon == "info" else "warn"),
            gap=12,
            margins=(16, 10, 16, 10),
            within=holder,
        )
        line.addLayout(column(ElidedLabel(problem.name), ElidedLabel(problem.text, "caption", muted=True), gap=0), 1)
        line.addWidget(button)
        return holder

    def _done_card(self) -> Card:
        card = Card(gap=8)
        card.body.addWidget(Label("When it is done", bold=True))
        words = "You get a report that lists every file, with its reason and what to do. You can print it or send it to the school."
        card.body.addWidget(Label(words, muted=True, wrap=True))
        self.report = Button("Save the report", partial(self.acted.emit, "report"), icon="save", small=True)
        self.documents = Button("See the documents", partial(self.acted.emit, "documents"), kind="primary", small=True)
        card.body.addLayout(row(self.documents, self.report, None))
        return card

    def _safe_line(self) -> QWidget:
        self._safe = QWidget()
        words = Label(
            "If the power fails, nothing finished is lost. It goes on from there.", "caption", muted=True, wrap=True
        )
        line = row(IconView("shield", 18, "muted"), words, gap=12, margins=(8, 0, 8, 0), within=self._safe)
        line.setStretch(1, 1)
        return self._safe

    def set_large(self, large: bool) -> None:
        """One column."""
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight)
        self._about.setVisible(not large)
