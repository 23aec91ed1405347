"""One record as a form that reads like sentences. It saves itself a moment after a person stops writing."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QLineEdit, QWidget

from app.domain.issues import (
    ISSUE_STATUS_NAMES,
    REMEDY_NAMES,
    WRONG_NAMES,
    Issue,
    IssueFields,
    IssueStatus,
    Remedy,
    Wrong,
)
from app.domain.marks import MarkKind
from app.ui.screens.issues import presenter
from app.ui.screens.issues.after import After
from app.ui.screens.issues.parts import FindPassage, ProofCard, Trail
from app.ui.theme import theme
from app.ui.widgets.banner import Banner
from app.ui.widgets.box import Column, Row
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.choice import Choice
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Label, Line
from app.ui.widgets.layouts import clear, column, row
from app.ui.widgets.pages import paint
from app.ui.widgets.tick_box import GrowingText, TickBox

CLIP = QSize(240, 80)
_LABEL = 128


class Part(QWidget):
    """A heading at the left (above, with little room) and what belongs to it."""

    def __init__(self, heading: str, body: QWidget) -> None:
        super().__init__()
        self._label = Label(heading, bold=True, muted=True, wrap=True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._inner = Row(gap=16, margins=(0, 12, 0, 12))
        self._line = self._inner.body
        self._line.addWidget(self._label)
        self._line.addWidget(body, 1)
        outer = column(Line(), within=self, gap=0)
        outer.addWidget(self._inner)
        self.set_large(False)

    def set_large(self, large: bool) -> None:
        """Heading above when there is little room."""
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._line.setDirection(down if large else right)
        self._line.setSpacing(4 if large else 16)
        self._label.setFixedWidth(
            16_777_215 if large else theme().px(_LABEL)
        ) if not large else self._label.setMaximumWidth(10_000)


class QuoteBar(QWidget):
    """The line beside quoted words, in the colour of the kind of wrong."""

    def __init__(self) -> None:
        super().__init__()
        self._kind = "inaccuracy"
        self.setFixedWidth(4)

    def show_kind(self, kind: str) -> None:
        """Another kind."""
        self._kind = kind
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(theme().palette.mark(self._kind)[1]))


class Record(QWidget):
    """`saved` carries (issue id, fields). The other signals say what is wanted."""

    saved = Signal(int, object)
    page_opened = Signal(object)
    proof_removed = Signal(int, int)
    searched = Signal(str)
    hit_opened = Signal(object)
    reader_asked = Signal()
    letter_asked = Signal()
    menu_asked = Signal(object)
    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.issue: Issue | None = None
        self._filling = self._large = False
        self._save_timer = QTimer(self, singleShot=True, interval=700)
        self._save_timer.timeout.connect(self.save_now)
        self._build_head()
        self._build_says()
        self._build_wrong()
        self._build_proof()
        self._build_ask()
        self._build_answer()
        self._notice = Column(gap=0)
        self._after_part = Part("What comes next", self.after)
        self._parts = (
            Part("What it says", self._says_box),
            Part("What is wrong", self._wrong_box),
            Part("What is right", self.right),
            Part("The proof", self._proof_box),
            Part("What I ask", self._ask_box),
            Part("What they answered", self._answer_box),
            self._after_part,
        )
        outer = column(self._head, self.trail, 8, within=self, gap=8, margins=(24, 12, 24, 24))
        for part in self._parts:
            outer.addWidget(part)
        outer.addWidget(self._notice)
        outer.addStretch(1)
        self._listen()

    # building

    def _build_head(self) -> None:
        self.title = QLineEdit()
        self.title.setAccessibleName("Short name of this issue")
        self.title.setPlaceholderText("Short name of this issue")
        self.title.setProperty("bare", "true")
        self.title.setProperty("role", "h1")
        self.back_button = IconButton("left", "Back to the list  (Esc)", self.back.emit)
        self.back_button.hide()
        self.primary = Button("Put in a letter", self._primary, kind="primary", small=True)
        self.more = IconButton("dots", "More for this issue", lambda: self.menu_asked.emit(self.more))
        self._head = Row(self.back_button, self.title, self.primary, self.more)
        self._head.body.setStretch(1, 1)
        self.trail = Trail()

    def _build_says(self) -> None:
        self.says = GrowingText("What the record says", "The exact words of the record")
        self.says.setProperty("bare", "true")
        self.says.setProperty("role", "h2")
        self._source = Label("", "caption", muted=True, wrap=True)
        self._open_page = Button("Open the page", self._open_source, kind="quiet", small=True)
        self.clip = QLabel()
        self.clip.setFixedSize(CLIP)
        self.clip.setAccessibleName("Picture of this part of the page")
        self.clip.setProperty("look", "card")
        self._bar = QuoteBar()
        source = row(self._source, self._open_page)
        source.setStretch(0, 1)
        words = column(self.says, source, gap=0)
        self._says_box = QWidget()
        line = row(self._bar, gap=4, within=self._says_box)
        line.addLayout(words, 1)
        line.addWidget(self.clip, 0, Qt.AlignmentFlag.AlignTop)

    def _build_wrong(self) -> None:
        self.wrong = Choice([(kind.value, words) for kind, words in WRONG_NAMES.items()], name="What is wrong")
        self._wrong_help = Label("", "caption", muted=True, wrap=True)
        self.wrong_text = GrowingText("Why it is wrong", "Why it is wrong, in your words")
        self._wrong_box = QWidget()
        line = row(self.wrong, self._wrong_help, gap=12)
        line.setStretch(1, 1)
        column(line, self.wrong_text, within=self._wrong_box)
        self.right = GrowingText("What is right", "What should it say? What really happened?", 2)

    def _build_proof(self) -> None:
        self._proofs = Flow(gap=12, line_gap=8, even=True)
        self.passage = FindPassage()
        self.passage.searched.connect(self.searched)
        self.passage.hit_opened.connect(self.hit_opened)
        self.passage.closed.connect(lambda: self.show_find(False))
        self._find_line = QFrame()
        self._find_line.setProperty("look", "dashed")
        self._find_button = Button("Find a passage", lambda: self.show_find(True), kind="quiet", small=True)
        hint = Label("Choose words on any page and press P", "caption", muted=True, wrap=True)
        line = row(hint, Button("Open the pages", self.reader_asked.emit, kind="quiet", small=True), self._find_button)
        line.setStretch(0, 1)
        line.setContentsMargins(12, 0, 4, 0)
        self._find_line.setLayout(line)
        self._proof_box = QWidget()
        column(self._proofs, self._find_line, self.passage, within=self._proof_box)

    def _build_ask(self) -> None:
        self.remedies = {remedy: TickBox(words) for remedy, words in REMEDY_NAMES.items()}
        self.recipients = QLineEdit()
        self.recipients.setAccessibleName("Who was sent it")
        self.recipients.setPlaceholderText("Who was sent it, if you know")
        self._ask_box = QWidget()
        column(Flow(*self.remedies.values(), gap=16, line_gap=0), self.recipients, within=self._ask_box)

    def _build_answer(self) -> None:
        self._waiting = Label("", wrap=True)
        options = [(status.value, ISSUE_STATUS_NAMES[status]) for status in IssueStatus]
        self.status = Choice(options, name="How it stands")
        self.answered = DateEdit(name="Day of their answer")
        self.answer = GrowingText("What they answered", "What did they say?")
        self._answer_box = QWidget()
        line = row(column(self.status, None, gap=0), self.answered, gap=12)
        line.setStretch(1, 1)
        column(self._waiting, line, self.answer, within=self._answer_box)
        self.after = After()

    def _listen(self) -> None:
        for text in (self.says, self.wrong_text, self.right, self.answer):
            text.textChanged.connect(self._touched)
            text.left.connect(self.save_now)
        for field in (self.title, self.recipients):
            field.textEdited.connect(self._touched)
            field.editingFinished.connect(self.save_now)
        self.wrong.chosen.connect(lambda _value: self._at_once())
        self.status.chosen.connect(lambda _value: self._at_once())
        self.answered.changed.connect(lambda _value: self._touched())
        for tick in self.remedies.values():
            tick.toggled.connect(lambda _on: self._at_once())

    # filling

    def show_issue(self, issue: Issue) -> None:
        """Show a record; a field that somebody is writing in is left alone."""
        if self.issue is not None and self.issue.id != issue.id:
            self.save_now()
            self.show_find(False)
            self.show_clip(None)
        same = self.issue is not None and self.issue.id == issue.id
        if same and self._save_timer.isActive():
            return
        self._filling, self.issue = True, issue
        fields = issue.fields
        if not self.title.hasFocus():
            self.title.setText(presenter.title(issue) if fields.title or fields.says else "")
        for text, value in (
            (self.says, fields.says),
            (self.wrong_text, fields.wrong_text),
            (self.right, fields.right),
            (self.answer, fields.answer),
        ):
            text.show_text(value) if same else text.setPlainText(value)
        self.wrong.set_value(fields.wrong.value)
        self._wrong_help.setText(presenter.WRONG_HELP[fields.wrong])
        if not self.recipients.hasFocus():
            self.recipients.setText(fields.recipients)
        for remedy, tick in self.remedies.items():
            tick.setChecked(remedy in fields.remedies)
        self.status.set_value(fields.status.value)
        if not self.answered.field.hasFocus():
            self.answered.set_value(fields.answered)
        self._show_state(issue)
        self._filling = False

    def _show_state(self, issue: Issue) -> None:
        self.trail.show_steps(presenter.steps(issue))
        self._bar.show_kind(presenter.sign(issue))
        self.clip.setVisible(issue.anchor is not None and bool(issue.anchor.rects) and not self._large)
        self._source.setText(presenter.source(issue) or "No page yet")
        self._open_page.setVisible(issue.anchor is not None)
        sent = bool(issue.sent)
        self.primary.setText("Add their answer" if sent else "Put in a letter")
        self._waiting.setText(presenter.waiting_words(issue))
        for widget in (self.status, self.answered, self.answer):
            widget.setVisible(sent or bool(issue.fields.answer))
        self._waiting.setVisible(not issue.fields.answer and issue.fields.status not in presenter.ANSWERED)
        self._after_part.setVisible(sent)
        self._proofs.clear()
        for proof in issue.proofs:
            card = ProofCard(proof)
            card.opened.connect(lambda found: self.page_opened.emit(found.anchor))
            card.removed.connect(lambda number: self.proof_removed.emit(issue.id, number))
            self._proofs.add(card)
        self._proofs.setVisible(bool(issue.proofs))
        clear(self._notice.body)
        if gaps := presenter.missing(issue):
            self._notice.body.addWidget(
                Banner("info", f"Before it can go in a letter it still needs {' and '.join(gaps)}.")
            )

    def show_clip(self, picture: QPixmap | None) -> None:
        """The picture of the part of the page."""
        self.clip.setPixmap(picture if picture is not None else QPixmap())

    def show_find(self, on: bool) -> None:
        """Open or close the search for a passage."""
        self.passage.setVisible(on)
        self._find_line.setVisible(not on)
        (self.passage.field if on else self._find_button).setFocus()

    # saving

    def fields(self) -> IssueFields:
        """What the form says now."""
        assert self.issue is not None
        before = self.issue.fields
        typed = " ".join(self.title.text().split())
        asked = tuple(remedy for remedy in Remedy if self.remedies[remedy].isChecked())
        return replace(
            before,
            title=before.title if typed == presenter.title(self.issue) else typed,
            says=_kept(before.says, self.says.toPlainText()),
            wrong=Wrong(self.wrong.value),
            wrong_text=_kept(before.wrong_text, self.wrong_text.toPlainText()),
            right=_kept(before.right, self.right.toPlainText()),
            remedies=before.remedies if set(asked) == set(before.remedies) else asked,
            recipients=_kept(before.recipients, self.recipients.text()),
            status=IssueStatus(self.status.value),
            answer=_kept(before.answer, self.answer.toPlainText()),
            answered=self.answered.value or ("" if self.answered.ok else before.answered),
        )

    def _touched(self, *_: Any) -> None:
        if not self._filling:
            self._save_timer.start()

    def _at_once(self) -> None:
        if not self._filling:
            self.save_now()

    def save_now(self) -> None:
        """Save what has changed, if anything has."""
        self._save_timer.stop()
        if self.issue is None or self._filling:
            return
        fields = self.fields()
        if fields != self.issue.fields:
            self.issue = replace(self.issue, fields=fields)
            self.saved.emit(self.issue.id, fields)

    def _primary(self) -> None:
        self.save_now()
        if self.issue is not None and self.issue.sent:
            self.answer.setFocus()
        else:
            self.letter_asked.emit()

    def _open_source(self) -> None:
        if self.issue is not None and self.issue.anchor is not None:
            self.page_opened.emit(self.issue.anchor)

    def set_large(self, large: bool) -> None:
        """Headings above, no picture, a way back."""
        self._large = large
        self.back_button.setVisible(large)
        for part in self._parts:
            part.set_large(large)


def _kept(before: str, typed: str) -> str:
    """What was typed; the old words when nothing but spaces changed."""
    return before if before.split() == typed.split() else typed.strip()


def clip_of(
    page: QPixmap, rects: tuple[tuple[float, float, float, float], ...], scale: float, kind: str, ratio: float
) -> QPixmap:
    """The part of a rendered page around a mark, `CLIP` large, with the mark drawn. `scale` is pixels a point of `page`."""
    x0, y0 = min(r[0] for r in rects), min(r[1] for r in rects)
    x1, y1 = max(r[2] for r in rects), max(r[3] for r in rects)
    wide, high = CLIP.width() * ratio / scale, CLIP.height() * ratio / scale
    middle = (x0 + x1) / 2 if x1 - x0 < wide else rects[0][0] + wide / 2 - 12
    left = max(0.0, min(middle - wide / 2, page.width() / scale - wide))
    top = max(0.0, (y0 + y1 - high) / 2)
    made = QPixmap(round(CLIP.width() * ratio), round(CLIP.height() * ratio))
    made.fill(theme().palette.sheet)
    painter = QPainter(made)
    painter.drawPixmap(QRectF(made.rect()), page, QRectF(left * scale, top * scale, made.width(), made.height()))
    boxes = [((r[0] - left) * scale, (r[1] - top) * scale, (r[2] - r[0]) * scale, (r[3] - r[1]) * scale) for r in rects]
    paint.mark(painter, MarkKind(kind), boxes, current=False, area=False)
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made
