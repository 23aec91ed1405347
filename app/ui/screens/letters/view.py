"""Letters: choose by situation, see the letter itself, fill in the blanks, save and send."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QWidget

from app.domain import dates
from app.domain.bundles import PackSpec
from app.domain.changes import Change
from app.domain.letters import LetterDraft, LetterKind
from app.domain.people import Organisation
from app.domain.requests import Working
from app.system import clock
from app.system.files import write_output
from app.ui.screen import Screen
from app.ui.screens.letters import presenter
from app.ui.screens.letters.enclosing import EnclosuresDialog
from app.ui.screens.letters.example import ExamplePage
from app.ui.screens.letters.keeping import Keeper, begun
from app.ui.screens.letters.parts import Beside, Chooser
from app.ui.shell import Shell
from app.ui.theme import theme
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.chip import Chip
from app.ui.widgets.choice import Choice
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.dialogs import Plain
from app.ui.widgets.labels import ElidedLabel, Label
from app.ui.widgets.layouts import boxed, column, row, scrolling
from app.ui.widgets.paper import WIDTH, Paper
from app.ui.wording import when

_FORMS = {"docx": ("Save as Word", "Word (*.docx)"), "pdf": ("Save as PDF", "PDF (*.pdf)")}


class Found(NamedTuple):
    """What the screen shows; `nation` is the family's, `elsewhere` says why letters are not offered there."""

    kinds: tuple[LetterKind, ...]
    drafts: tuple[LetterDraft, ...]
    organisations: tuple[Organisation, ...]
    nation: str
    elsewhere: Mapping[str, str] = {}
    due: tuple[presenter.Due, ...] = ()


def everything(services: Any, case: Any) -> Found:
    """Asked for on a worker thread."""
    writing = services.letter_writing
    organisations = tuple(services.browsing.organisations(case))
    offered = services.letter_desk.offered(case)
    drafts = tuple(writing.drafts(case))
    due = presenter.due(services.road.steps(case))
    return Found(tuple(offered.kinds), drafts, organisations, case.details().nation, offered.elsewhere, due)


def enclosed(services: Any, case: Any, draft: LetterDraft, left_out: tuple[int, ...], path: Path) -> str:
    """Write what goes with a letter to a place a person chose; its name and length."""
    result = services.enclosures.build(case, draft, left_out)
    write_output(path, result.pdf)
    return f"{path.name}, {result.plan.total} pages"


def written(services: Any, case: Any, draft: LetterDraft, form: str, path: Path) -> str:
    """Write the file to a place a person chose; of a letter that was sent, the very copy that was kept. Returns its name."""
    writing = services.letter_writing
    write_output(
        path, writing.as_sent(case, draft.id, form) if draft.status == "sent" else writing.write(case, draft, form)
    )
    return path.name


class LettersScreen(Screen):
    """Parameters of `enter`: kind, organisation, issue and request (begin one, or go on with the one begun), letter (go on with
    one)."""

    title: ClassVar[str] = "Letters"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._keeper: Keeper | None = None
        self._found = Found((), (), (), "")
        self._working: Working | None = None
        self._wanted: dict[str, Any] = {}
        self._large = False
        self._build()
        self._edit_timer = QTimer(self, singleShot=True, interval=900)
        self._edit_timer.timeout.connect(self._keep_edits)
        self._connect()

    def _build(self) -> None:
        self.chooser = Chooser()
        self._situation = ElidedLabel("", bold=True)
        self._to = ElidedLabel("", "caption", muted=True)
        self._chip, self._saved_at = Chip("Draft", "dashed"), Label("", "caption", muted=True)
        back = IconButton("left", "All letters  (Esc)", self._show_all, colour="ink")
        self._side_button = Button("Blanks", self._toggle_side, small=True)
        self._side_button.hide()
        head = QFrame()
        head.setProperty("look", "top")
        words = column(self._situation, self._to, gap=0)
        line = row(back, Label("Letter", "h1"), 8, gap=8, margins=(16, 8, 16, 8), within=head)
        line.addLayout(words, 1)
        line.addWidget(self._chip)
        line.addWidget(self._saved_at)
        line.addWidget(self._side_button)
        self.paper = Paper()
        desk = QWidget()
        desk.setProperty("look", "desk")
        column(boxed(self.paper, theme().px(WIDTH)), None, within=desk, margins=(16, 16, 16, 16))
        self._counts = Label("", "caption", muted=True)
        self._again = Button("Start again from the case", self._recompose, kind="quiet", small=True)
        bar = QFrame()
        bar.setProperty("look", "top")
        hint = Label("Click any words to change them.", "caption", muted=True)
        row(hint, self._again, None, self._counts, margins=(16, 2, 16, 2), within=bar)
        self._sheet = QWidget()
        column(bar, scrolling(desk, "The letter"), within=self._sheet, gap=0).setStretch(1, 1)
        self.beside = Beside()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self._sheet)
        self.splitter.addWidget(self.beside)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setHandleWidth(1)
        self.splitter.setSizes(self.shell.settings.window.get("letters", [776, 320]))
        writing = QWidget()
        column(head, self.splitter, within=writing, gap=0).setStretch(1, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.chooser)
        self._stack.addWidget(writing)
        self.example = ExamplePage()
        self._stack.addWidget(self.example)
        column(self._stack, within=self, gap=0)

    def _connect(self) -> None:
        self.chooser.kind_chosen.connect(lambda kind: self._begin(kind, None))
        self.chooser.draft_chosen.connect(self._open)
        self.chooser.step_chosen.connect(self._begin_step)
        self.chooser.example_chosen.connect(self._ask_example)
        self.example.left.connect(self._leave_example)
        self.example.write_asked.connect(self._write_from_example)
        self.paper.edited.connect(self._edit_timer.start)
        self.beside.filled.connect(self._fill)
        self.beside.word_asked.connect(lambda: self._when_complete(partial(self._write, "docx")))
        self.beside.pdf_asked.connect(lambda: self._when_complete(partial(self._write, "pdf")))
        self.beside.enclosures_asked.connect(lambda: self._when_complete(self._ask_enclosures))
        self.beside.example_asked.connect(lambda: self._ask_example(self.draft.kind if self.draft else ""))
        self.beside.sent_asked.connect(lambda: self._when_complete(self._ask_sent))
        self.beside.working_asked.connect(self._show_working)

    @property
    def draft(self) -> LetterDraft | None:
        """The letter in front, as it was last kept."""
        return self._keeper.draft if self._keeper is not None else None

    # data

    def enter(self, **params: Any) -> None:
        """Show all letters, or the one that is asked for."""
        self._wanted = params
        if not params:
            self._stack.setCurrentIndex(0)
        self.refresh()

    def leave(self) -> None:
        """Keep what was written, and the sizes."""
        self._keep_all()
        if not self._large:
            self.shell.settings.window["letters"] = self.splitter.sizes()

    def refresh(self) -> None:
        """Ask for kinds, letters and organisations."""
        self.shell.calls.call(everything, self.shell.services, self.shell.case, on_ok=self._came, key="letters.all")

    def _came(self, found: Found) -> None:
        self._found = found
        names: dict[int, str] = {int(o.id): o.name for o in found.organisations}
        self.chooser.show_all(found.kinds, found.drafts, names, found.nation, found.elsewhere, found.due)
        wanted, self._wanted = self._wanted, {}
        draft = self.draft
        if wanted.get("letter") is not None:
            self._open(int(wanted["letter"]))
        elif wanted.get("kind"):
            self._begin(wanted["kind"], wanted.get("organisation"), wanted.get("issue"), wanted.get("request"))
        elif draft is not None and self._is_quiet():
            again = next((d for d in found.drafts if d.id == draft.id), None)
            if again is not None and again != draft:
                self._show(again)

    def _is_quiet(self) -> bool:
        """True when nobody is writing and nothing is being kept."""
        idle = self._keeper is not None and self._keeper.idle
        return idle and not self._edit_timer.isActive() and not self.paper.holds_focus()

    def _begin(self, kind: str, organisation: int | None, issue: int | None = None, request: int | None = None) -> None:
        if organisation is None:
            asked = (self.shell.services.later("letter_desk", "fitting"), self.shell.case, kind)
            self.shell.calls.call(
                *asked, on_ok=partial(self._choose_whose, kind, issue), key="letters.fitting", must=True
            )
            return
        arguments = (self.shell.services, self.shell.case, kind, organisation, issue, request)
        self.shell.calls.call(begun, *arguments, on_ok=self._begun, key="letters.begin", must=True)

    def _choose_whose(self, kind: str, issue: int | None, known: tuple[Organisation, ...]) -> None:
        """Whose record it is about: the only organisation that fits, or the one a person chooses."""
        if not known and self._found.organisations:
            to = next((k.addressee for k in self._found.kinds if k.id == kind), "")
            self.shell.tell(f"This letter goes to: {to}. Add them under Requests first.", "warn")
            return
        organisation = int(known[0].id) if len(known) == 1 else None
        if len(known) > 1:
            chosen = self.shell.dialogs.choose(
                "Who is it for?",
                "Choose whose record the letter is about.",
                [(str(o.id), o.name) for o in known],
                "Write the letter",
            )
            if chosen is None:
                return
            organisation = int(chosen)
        arguments = (self.shell.services, self.shell.case, kind, organisation, issue)
        self.shell.calls.call(begun, *arguments, on_ok=self._begun, key="letters.begin", must=True)

    def _begin_step(self, kind: str, organisation: int, request: int) -> None:
        self._begin(kind, organisation, None, request)

    def _ask_example(self, kind: str) -> None:
        found = next((k for k in self._found.kinds if k.id == kind), None)
        if found is not None:
            self._keep_all()
            asked = (self.shell.services.later("letter_desk", "example"), kind)
            self.shell.calls.call(*asked, on_ok=partial(self._show_example, found), key="letters.example")

    def _show_example(self, kind: LetterKind, draft: LetterDraft) -> None:
        self._stack.setCurrentWidget(self.example)
        self.example.show_example(kind, draft)
        self.example.write.setVisible(self.draft is None and kind.id not in self._found.elsewhere)
        self.example.back.setFocus()

    def _leave_example(self) -> None:
        self._stack.setCurrentIndex(0 if self.draft is None else 1)

    def _write_from_example(self, kind: str) -> None:
        self._stack.setCurrentIndex(0)
        self._begin(kind, None)

    def _begun(self, draft: LetterDraft) -> None:
        self._show(draft)
        self.shell.case_changed.emit()

    def _open(self, number: int) -> None:
        found = next((d for d in self._found.drafts if d.id == number), None)
        if found is not None:
            self._show(found)

    def _show(self, draft: LetterDraft) -> None:
        if self.draft is None or self.draft != draft:
            self._take(draft)
        self._stack.setCurrentIndex(1)
        self.paper.show_blocks(draft.blocks, locked=draft.status == "sent")
        self._show_around(draft)
        asked = (self.shell.services.later("tracking", "clock_for_letter"), self.shell.case, draft, clock.today())
        self.shell.calls.call(*asked, on_ok=self._clock_came, on_error=self._no_clock, key="letters.clock")

    def _take(self, draft: LetterDraft | None) -> None:
        if self._keeper is not None:
            self._keep_all()
            self._keeper.retire()
        self._keeper = None
        if draft is not None:
            self._keeper = Keeper(self.shell, draft, self)
            self._keeper.composed.connect(self._show)
            self._keeper.kept.connect(self._show_around)
            self._keeper.unplaced.connect(self._tell_unplaced)

    def _show_around(self, draft: LetterDraft) -> None:
        kind = next((k for k in self._found.kinds if k.id == draft.kind), None)
        to = next((o.name for o in self._found.organisations if o.id == draft.organisation), "")
        self._situation.setText(f"{kind.situation}: {kind.title}" if kind else draft.title)
        self._to.setText(f"To {to}" if to else "")
        sent = draft.status == "sent"
        self._chip.show_text(
            f"Sent {dates.show(draft.sent)}" if sent else "Draft", "good" if sent else "dashed", "check" if sent else ""
        )
        told = when(draft.changed, datetime.now())
        self._saved_at.setText(f"Saved {told}" if told and not sent else "")
        self._counts.setText(f"{self.paper.words():,} words")
        self._again.setVisible(draft.edited and not sent)
        self.beside.show_draft(draft, kind)
        asked = (self.shell.services.later("letter_desk", "aside"), self.shell.case, draft)
        self.shell.calls.call(*asked, on_ok=partial(self._aside_came, kind), key="letters.aside")
        blanks = len(draft.missing)
        self._side_button.setText(f"Blanks {blanks}" if blanks else "Save and send")

    def _aside_came(self, kind: LetterKind | None, aside: Any) -> None:
        cautions = (*(presenter.cautions(kind) if kind else ()), *aside.cautions)
        self.beside.show_aside(aside.refused, cautions, aside.advice, aside.kept)

    def _clock_came(self, working: Working | None) -> None:
        self._working = working
        self.beside.show_clock(working)

    def _no_clock(self, _error: object) -> None:
        self._clock_came(None)

    def _show_all(self) -> None:
        self._take(None)
        self._stack.setCurrentIndex(0)
        self.refresh()

    # changing

    def _keep_edits(self) -> None:
        self._edit_timer.stop()
        draft = self.draft
        if self._keeper is not None and draft is not None and draft.status != "sent":
            blocks = self.paper.blocks()
            if blocks != draft.blocks:
                self._keeper.words(blocks)

    def _keep_all(self) -> None:
        """Keep at once what would be kept in a moment."""
        if self._edit_timer.isActive():
            self._keep_edits()
        self.beside.flush()

    def _fill(self, name: str, value: str) -> None:
        draft = self.draft
        if self._keeper is None or draft is None or draft.status == "sent":
            return
        self._keep_edits()
        self._keeper.answer({name: value})

    def _tell_unplaced(self) -> None:
        self.shell.tell("Your own words stay as they are. Change them on the paper, too.", "warn")

    def _recompose(self) -> None:
        """Start again from the case: the words changed by hand go, and Undo brings them back."""
        if self._keeper is None:
            return
        self._keep_all()
        self._keeper.when_kept(self._start_again)

    def _start_again(self) -> None:
        if self.draft is not None:
            self.paper.clearFocus()
            self.shell.do("letter_writing", "start_again", self.draft, then=self._sent)

    # out

    def _when_complete(self, does: Callable[[LetterDraft], object]) -> None:
        """Keep what was typed, then go on if no blank is left."""
        if self._keeper is None:
            return
        self._keep_all()
        self._keeper.when_kept(partial(self._if_complete, does))

    def _if_complete(self, does: Callable[[LetterDraft], object]) -> None:
        draft = self.draft
        if draft is None:
            return
        if not draft.missing:
            does(draft)
            return
        self.shell.tell(f"First fill in: {presenter.first_missing(draft)}", "warn")
        self._show_side(True)
        self.beside.focus_missing(draft.missing[0])

    def _write(self, form: str, draft: LetterDraft) -> None:
        title, filters = _FORMS[form]
        path = self.shell.dialogs.save_file(title, f"{draft.title}.{form}", filters)
        if path is not None:
            arguments = (self.shell.services, self.shell.case, draft, form, path)
            self.shell.calls.call(written, *arguments, on_ok=self._written)

    def _written(self, name: str) -> None:
        self.shell.tell(f"Saved {name}. This copy is not encrypted.", "good")

    def _ask_enclosures(self, draft: LetterDraft) -> None:
        asked = (self.shell.services.later("enclosures", "spec_of"), self.shell.case, draft)
        self.shell.calls.call(*asked, on_ok=partial(self._choose_enclosures, draft), key="letters.enclosures")

    def _choose_enclosures(self, draft: LetterDraft, spec: PackSpec) -> None:
        if not spec.sections:
            self.shell.tell(
                "Nothing to enclose yet: no page is named as evidence, and no earlier letter belongs to this."
            )
            return
        dialog = EnclosuresDialog(self.shell.dialogs.parent, spec)
        if not self.shell.dialogs.run(dialog):
            return
        left_out = dialog.left_out
        path = self.shell.dialogs.save_file("Save the enclosures", f"{draft.title}, enclosures.pdf", "PDF (*.pdf)")
        if path is None:
            return
        if draft.status != "sent" and any(f.name == "evidence_sent" and f.value != "yes" for f in draft.fields):
            self._fill("evidence_sent", "yes")
        arguments = (self.shell.services, self.shell.case, draft, left_out, path)
        self.shell.calls.call(enclosed, *arguments, on_ok=self._written)

    def _ask_sent(self, draft: LetterDraft) -> None:
        dialog = Plain(
            self.shell.dialogs.parent,
            "When did you send it?",
            "The letter is then kept as it is, and its clock starts.",
            "I sent it",
        )
        day = DateEdit(clock.today().isoformat(), name="Day it was sent", required=True)
        how = Choice(presenter.HOW, "email", name="How it was sent")
        dialog.middle.addWidget(day)
        dialog.middle.addWidget(how)
        if not self.shell.dialogs.run(dialog):
            return
        try:
            on = date.fromisoformat(day.value)
        except ValueError:
            self.shell.tell("The day it was sent must be a whole date, for example 23 Nov 2026.", "warn")
            return
        self.shell.do("letter_writing", "mark_sent", draft.id, on, how.value, then=self._sent)

    def _sent(self, _change: Change) -> None:
        if self.draft is not None:
            self._wanted = {"letter": self.draft.id}

    def _show_working(self) -> None:
        if self._working is not None:
            steps = "\n".join(f"{n}. {step}" for n, step in enumerate(self._working.steps, 1))
            self.shell.dialogs.tell("How the date was worked out", f"{steps}\n\n{self._working.source}")

    # room

    def set_large(self, large: bool) -> None:
        """With little room the panel is a page of its own."""
        self._large = large
        self._side_button.setVisible(large)
        self._saved_at.setVisible(not large)
        self.beside.setVisible(not large)
        self._sheet.setVisible(True)

    def _toggle_side(self) -> None:
        self._show_side(self.beside.isHidden())

    def _show_side(self, on: bool) -> None:
        if self._large:
            self.beside.setVisible(on)
            self._sheet.setVisible(not on)
            self._side_button.setText("Back to the letter" if on else "Save and send")

    def keyPressEvent(self, event: Any) -> None:
        if event.key() == Qt.Key.Key_Escape and self._stack.currentIndex() == 2:
            self._leave_example()
        elif event.key() == Qt.Key.Key_Escape and self._stack.currentIndex() == 1:
            if self._large and self.beside.isVisible():
                self._show_side(False)
            else:
                self._show_all()
        else:
            super().keyPressEvent(event)

    def focus_first(self) -> None:
        """The keyboard starts in the field of situations."""
        if self._stack.currentIndex() == 0:
            self.chooser.field.setFocus()
