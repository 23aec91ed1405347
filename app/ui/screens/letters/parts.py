"""Parts of the letters screen: the choice by situation, and the panel beside the letter."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLineEdit, QSizePolicy, QWidget

from app.domain import dates
from app.domain.letters import LetterDraft, LetterField, LetterKind
from app.domain.requests import Working
from app.ui.screens.letters import presenter
from app.ui.screens.letters.presenter import Due
from app.ui.theme import theme
from app.ui.widgets.banner import Banner
from app.ui.widgets.box import Column
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import ActionCard
from app.ui.widgets.choice import Choice
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.icon_view import IconView
from app.ui.widgets.labels import ElidedLabel, Label, Line
from app.ui.widgets.layouts import boxed, clear, column, row, scrolling
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.tick_box import GrowingText


class Chooser(QWidget):
    """Letters in work, then every situation with its letter."""

    kind_chosen = Signal(str)
    example_chosen = Signal(str)
    draft_chosen = Signal(int)
    step_chosen = Signal(str, int, int)

    def __init__(self) -> None:
        super().__init__()
        self._kinds: tuple[LetterKind, ...] = ()
        self._drafts: tuple[LetterDraft, ...] = ()
        self._names: dict[int, str] = {}
        self._nation, self._elsewhere = "", dict[str, str]()
        self._due: tuple[Due, ...] = ()
        self.field = SearchField("What has happened?")
        self.field.setMaximumWidth(theme().px(320))
        self.field.textChanged.connect(lambda _text: self._show())
        head = QFrame()
        head.setProperty("look", "top")
        row(Label("Letters", "h1"), None, self.field, margins=(24, 10, 16, 10), within=head).setStretch(2, 1)
        inner = QWidget()
        self._body = column(within=inner, gap=8)
        outer = QWidget()
        column(boxed(inner, 860), None, within=outer, margins=(24, 16, 24, 24))
        column(head, scrolling(outer, "Letters"), within=self, gap=0).setStretch(1, 1)

    def show_all(
        self,
        kinds: tuple[LetterKind, ...],
        drafts: Sequence[LetterDraft],
        names: dict[int, str],
        nation: str,
        elsewhere: Mapping[str, str],
        due: Sequence[Due] = (),
    ) -> None:
        """Fill in. `elsewhere`: why letters are not offered in this nation, by id; `due`: what fits now."""
        self._due = tuple(due)
        self._kinds, self._drafts, self._names, self._nation = kinds, presenter.newest_first(drafts), names, nation
        self._elsewhere = dict(elsewhere)
        self._show()

    def _show(self) -> None:
        clear(self._body)
        words = self.field.text()
        if self._due and not words:
            self._body.addWidget(Label("What fits now", "h2"))
            for step in self._due:
                self._body.addWidget(self._step(step))
        if self._drafts and not words:
            self._body.addWidget(Label("Your letters", "h2"))
            for draft in self._drafts:
                self._body.addWidget(self._draft(draft))
        here = tuple(kind for kind in self._kinds if kind.id not in self._elsewhere)
        groups = presenter.grouped(here, words)
        for title, kinds in groups:
            self._body.addSpacing(8)
            self._body.addWidget(Label(title, "h2"))
            for kind in kinds:
                self._body.addWidget(self._kind(kind))
        others = [
            kind for _, kinds in presenter.grouped(self._kinds, words) for kind in kinds if kind.id in self._elsewhere
        ]
        if others:
            self._body.addSpacing(8)
            self._body.addWidget(Label(f"Not in {presenter.nation_name(self._nation)}", "h2"))
        for kind in others:
            self._body.addWidget(ActionCard("info", kind.situation, self._elsewhere[kind.id]))
        if not groups and not others:
            self._body.addWidget(
                EmptyState(
                    "mail", "No letter fits these words.", hint="Try a single word, such as “answer” or “wrong”."
                )
            )
        self._body.addStretch(1)

    def _step(self, step: Due) -> QWidget:
        write = Button(
            "Write it", lambda: self.step_chosen.emit(step.kind, step.organisation, step.request), small=True
        )
        write.setAccessibleName(f"Write: {step.title}, {step.to}")
        return ActionCard("send", f"{step.words}: {step.to}", step.title, write, tone=step.tone)

    def _kind(self, kind: LetterKind) -> QWidget:
        write = Button("Write it", lambda: self.kind_chosen.emit(kind.id), small=True)
        write.setAccessibleName(f"Write: {kind.title}")
        example = Button("See an example", lambda: self.example_chosen.emit(kind.id), kind="quiet", small=True)
        example.setAccessibleName(f"See an example: {kind.title}")
        return ActionCard("mail", kind.situation, kind.title, example, write)

    def _draft(self, draft: LetterDraft) -> QWidget:
        title, detail = presenter.draft_line(draft, self._names)
        sent = draft.status == "sent"
        number = int(draft.id or 0)
        go_on = Button("Look at it" if sent else "Go on", lambda: self.draft_chosen.emit(number), small=True)
        go_on.setAccessibleName(f"{go_on.text()}: {title}")
        return ActionCard("send" if sent else "pen", title, detail, go_on, tone="good" if sent else "primary")


class DayLeaf(QWidget):
    """A leaf of a calendar with one day on it."""

    def __init__(self) -> None:
        super().__init__()
        self._day = date(2000, 1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_day(self, day: date) -> None:
        """Show another day."""
        self._day = day
        self.setAccessibleName(f"{day.day} {day:%B %Y}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(56), theme().px(56))

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        head = QRectF(rect.left(), rect.top(), rect.width(), rect.height() * 0.36)
        painter.setPen(QPen(QColor(now.palette.outline), 1))
        painter.setBrush(QColor(now.palette.surface))
        painter.drawRoundedRect(rect, 4, 4)
        painter.fillRect(head, QColor(now.palette.primary))
        painter.setFont(now.font("caption"))
        painter.setPen(QColor(now.palette.on_primary))
        painter.drawText(head, Qt.AlignmentFlag.AlignCenter, f"{self._day:%b}")
        painter.setFont(now.font("h2"))
        painter.setPen(QColor(now.palette.ink))
        painter.drawText(rect.adjusted(0, head.height(), 0, 0), Qt.AlignmentFlag.AlignCenter, str(self._day.day))


class FieldEditor(QWidget):
    """A blank with its label, its help and the editor that fits. `changed` carries (name, value)."""

    changed = Signal(str, str)

    def __init__(self, field: LetterField) -> None:
        super().__init__()
        self.field = field
        self._wait = QTimer(self, singleShot=True, interval=600)
        self._wait.timeout.connect(self._tell)
        self.editor, self._value = self._make(field)
        self._state = IconView("suggested", 18, "muted")
        head = row(self._state, Label(field.label, wrap=True), gap=8)
        head.setStretch(1, 1)
        column(head, self.editor, within=self, gap=4)
        if field.help:
            self.layout().addWidget(Label(field.help, "caption", muted=True, wrap=True))  # type: ignore[union-attr]

    def _make(self, field: LetterField) -> tuple[QWidget, Callable[[], str]]:
        if field.choices:
            choice = Choice(
                [("", "Choose …"), *field.choices] if not field.value else field.choices, field.value, name=field.label
            )
            choice.setSizeAdjustPolicy(choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(8)
            choice.chosen.connect(lambda _v: self._tell())
            return choice, lambda: choice.value
        if field.kind == "date":
            edit = DateEdit(field.value, name=field.label)
            edit.changed.connect(lambda _v: self._wait.start())
            return edit, lambda: edit.value
        if field.kind in ("long", "lines"):
            text = GrowingText(field.label, "One thing a line" if field.kind == "lines" else "", 3)
            text.setPlainText(field.value)
            text.textChanged.connect(self._wait.start)
            return text, lambda: text.toPlainText().strip()
        line = QLineEdit(field.value)
        line.setAccessibleName(field.label)
        line.textEdited.connect(lambda _v: self._wait.start())
        return line, lambda: line.text().strip()

    def show_state(self, missing: bool) -> None:
        """A ring while it is needed, a tick when it is there, a short line when it may stay empty."""
        icon, colour, words = ("check", "good", "done") if self._value() else ("minus", "muted", "may stay empty")
        if missing:
            icon, colour, words = "suggested", "warn", "still to fill in"
        self._state.show_icon(icon, colour)
        self._state.setAccessibleName(words)

    def flush(self) -> None:
        """Tell at once what would be told in a moment."""
        if self._wait.isActive():
            self._tell()

    def _tell(self) -> None:
        self._wait.stop()
        self.changed.emit(self.field.name, self._value())


class Beside(QWidget):
    """The panel beside the letter: blanks, why, the clock, and the three buttons."""

    filled = Signal(str, str)
    word_asked = Signal()
    pdf_asked = Signal()
    enclosures_asked = Signal()
    example_asked = Signal()
    sent_asked = Signal()
    working_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Beside the letter")
        self._editors: dict[str, FieldEditor] = {}
        self._letter: int | None = None
        self._cautions = Column(gap=8)
        self.example = Button("See an example", self.example_asked.emit, kind="quiet", small=True)
        self._advice = Label("", "caption", muted=True, wrap=True)
        self._kept = Label("", "caption", muted=True, wrap=True)
        self._kept.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._progress = Label("", "caption", muted=True)
        self._fields, self._known, self._optional = Column(gap=12), Column(gap=6), Column(gap=12)
        self._optional_line, self._optional_head = Line(), Label("You may add", bold=True)
        self._why, self._law = Label("", wrap=True), Label("", "caption", muted=True, wrap=True)
        self._leaf, self._clock = DayLeaf(), Label("", wrap=True)
        self.working = Button("See the working", self.working_asked.emit, kind="quiet", small=True)
        inner = QWidget()
        law = row(column(IconView("info", 16, "muted"), None), self._law)
        law.setStretch(1, 1)
        clock = row(column(self._leaf, None), gap=12)
        clock.addLayout(column(self._clock, row(self.working, None), gap=0), 1)
        column(
            self._cautions,
            row(Label("Blanks to fill", bold=True), None, self._progress),
            self._fields,
            self._known,
            Line(),
            Label("Why you can ask", bold=True),
            self._why,
            law,
            self._advice,
            row(self.example, None),
            Line(),
            Label("The clock it starts", bold=True),
            clock,
            self._optional_line,
            self._optional_head,
            self._optional,
            None,
            within=inner,
            gap=10,
            margins=(16, 12, 16, 12),
        )
        self.word = Button("Word (DOCX)", self.word_asked.emit, icon="document")
        self.pdf = Button("PDF", self.pdf_asked.emit, icon="document")
        self.enclosures = Button("Enclosures", self.enclosures_asked.emit, icon="document")
        self.enclosures.setToolTip("Earlier letters, answers and the pages named as evidence, in one PDF with an index")
        self.sent = Button("I sent it on…", self.sent_asked.emit, kind="primary", icon="send")
        self._after = Label("After that the letter is kept as it was sent.", "caption", muted=True, wrap=True)
        foot = QFrame()
        foot.setProperty("look", "bottom")
        column(
            row(self.word, self.pdf),
            self.enclosures,
            self.sent,
            self._after,
            self._kept,
            within=foot,
            margins=(16, 12, 16, 12),
        )
        column(scrolling(inner, "Blanks, reasons and dates"), foot, within=self, gap=0).setStretch(0, 1)

    def show_aside(self, refused: str, cautions: Sequence[str], advice: str, kept: Mapping[str, str]) -> None:
        """What stands beside the letter: why it would be wrong here, what to know first, whom to ask, the copy that was kept."""
        clear(self._cautions.body)
        if refused:
            self._cautions.body.addWidget(Banner("danger", refused, title="This letter would be wrong here"))
        for words in cautions:
            self._cautions.body.addWidget(Banner("warn", words))
        self._cautions.setVisible(bool(refused or cautions))
        for button in (self.word, self.pdf, self.enclosures, self.sent):
            button.setEnabled(not refused)
        self._advice.setText(advice)
        lines = (f"{form.upper()} as sent, SHA-256: {presenter.fingerprint(sha)}" for form, sha in kept.items())
        self._kept.setText("\n".join(lines))
        self._kept.setVisible(bool(kept))

    def show_draft(self, draft: LetterDraft, kind: LetterKind | None) -> None:
        """Fill in; editors of the same letter stay, so that nobody is interrupted."""
        wanted = presenter.to_fill(draft)
        labels = {name: editor.field.label for name, editor in self._editors.items()}
        if draft.id != self._letter or {f.name: f.label for f in wanted} != labels:
            self._letter = draft.id
            self._rebuild(wanted)
        for name, editor in self._editors.items():
            editor.show_state(name in draft.missing)
            editor.setEnabled(draft.status != "sent")
        self._progress.setText(presenter.progress(draft))
        clear(self._known.body)
        for label, value in presenter.known(draft):
            line = row(
                IconView("check", 18, "good"),
                ElidedLabel(label, "caption"),
                ElidedLabel(value, "caption", muted=True),
                gap=8,
            )
            line.setStretch(1, 3)
            line.setStretch(2, 2)
            self._known.body.addLayout(line)
        if kind is not None:
            self._why.setText(kind.why)
            checked = f" Checked {dates.show(str(kind.checked))}." if kind.checked else ""
            self._law.setText(f"{kind.legal_basis}.{checked}")
        sent = draft.status == "sent"
        self.sent.setVisible(not sent)
        self._after.setText(
            "This letter is kept as it was sent." if sent else "After that the letter is kept as it was sent."
        )

    def _rebuild(self, wanted: Sequence[LetterField]) -> None:
        clear(self._fields.body)
        clear(self._optional.body)
        self._editors = {}
        for field in wanted:
            editor = FieldEditor(field)
            editor.changed.connect(self.filled)
            self._editors[field.name] = editor
            (self._fields if field.required or field.value else self._optional).body.addWidget(editor)
        for widget in (self._optional_line, self._optional_head):
            widget.setVisible(self._optional.body.count() > 0)

    def show_clock(self, working: Working | None) -> None:
        """The date that would follow."""
        self._clock.setText(presenter.clock_words(working))
        self._leaf.setVisible(working is not None)
        self.working.setVisible(working is not None)
        if working is not None:
            self._leaf.show_day(date.fromisoformat(working.due))

    def flush(self) -> None:
        """Tell at once what is being typed."""
        for editor in self._editors.values():
            editor.flush()

    def focus_missing(self, name: str) -> None:
        """Put the keyboard in a blank."""
        if name in self._editors:
            self._editors[name].editor.setFocus()
