"""How a page was read: words we are not sure of, putting them right, reading the page again."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu, QWidget, QWidgetAction

from app.domain.corrections import Correction
from app.domain.documents import PageInfo
from app.ui.screens.reader import presenter
from app.ui.screens.reader.marking import Marking
from app.ui.screens.reader.toolbar import Toolbar
from app.ui.shell import Shell
from app.ui.theme import theme
from app.ui.widgets.banner import Banner
from app.ui.widgets.box import Column
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import clear, column
from app.ui.widgets.pages.hands import ReadingPages
from app.ui.widgets.pages.selecting import NOTHING

_WIDE = 330

_TURNS = (
    ("Its top is on the left: turn it right", 90),
    ("It is upside down", 180),
    ("Its top is on the right: turn it left", 270),
)


class Rereading(QObject):
    """What the button “Scan” and the keys E, U and Ctrl+Shift+R do. `corrections` are those of the open document; `notice` stands
    above the pages, for what there is to say about the one that is looked at."""

    def __init__(
        self,
        shell: Shell,
        pages: ReadingPages,
        toolbar: Toolbar,
        notice: Column,
        marking: Marking,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._shell, self._pages, self._toolbar = shell, pages, toolbar
        self._notice, self._marking = notice, marking
        self.corrections: tuple[Correction, ...] = ()
        pages.set_unsure(bool(shell.settings.window.get("unsure_words", True)))

    def info(self) -> PageInfo | None:
        """The page that is looked at."""
        return next((info for info in self._pages.infos if info.number == self._pages.page), None)

    def show_page(self) -> None:
        """The button for the page that is looked at: only where words came from a picture."""
        info = self.info()
        scan = info is not None and (info.scan or bool(info.reading))
        better = info is not None and presenter.could_be_better(info)
        tip = " ".join(presenter.how_read(info)) if info is not None else ""
        self._toolbar.show_scan(scan, tip)
        if better != bool(self._notice.body.count()):
            clear(self._notice.body)
            if better:
                words = "This page could be read better"
                self._notice.body.addWidget(Banner("info", presenter.WHAT_TO_DO, title=words))

    # unsure words

    def toggle_unsure(self) -> None:
        """Underline words we are not sure of, or leave the page clean; remembered."""
        on = not self._pages.unsure
        self._shell.settings.window["unsure_words"] = on
        self._pages.set_unsure(on)
        said = (
            "Words we are not sure of are underlined."
            if on
            else "Words we are not sure of are not underlined any more."
        )
        self._shell.tell(said)

    # correcting

    def correct(self) -> None:
        """Ask what really stands where the chosen words are."""
        place, old = self._marking.place(), self._marking.quote()
        if place is None:
            self._shell.tell("Choose the words that were read wrongly, then press E.")
            return
        text = "Type what stands on the page. Search, timeline and quotes then use your words. What we read is kept."
        new = self._shell.dialogs.ask_text("Correct these words", text, "Save", value=old)
        if new is not None and new.strip() and new.strip() != old:
            self._shell.do("correcting", "correct", *place, new, then=self._corrected)

    def _corrected(self, _answer: object) -> None:
        self._pages.set_choice(NOTHING)

    def take_back(self, correction: Correction) -> None:
        """Show again what was read."""
        self._shell.do("correcting", "take_back", correction.id)

    # reading again

    def read_again(self, turn: int | None = None) -> None:
        """Read the page that is looked at once more, turned as a person says."""
        row, info = self._marking.document(), self.info()
        if row is None or info is None:
            return
        self._shell.tell(f"Reading page {info.number} again …")
        self._shell.ask("importing", "read_page_again", row.id, info.number, turn, on_ok=self._read)

    def _read(self, text: str) -> None:
        words = len(text.split())
        self._shell.tell(f"Read again: {words} words." if words else "Read again: there are no words on it.", "good")
        self._shell.case_changed.emit()

    # the menu

    def show_menu(self, under: QWidget) -> None:
        """The menu under its button."""
        made = self.menu(under)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.popup(under.mapToGlobal(under.rect().bottomLeft()))

    def menu(self, under: QWidget) -> QMenu:
        """How the page was read, and what can be done about it."""
        made = QMenu(under)
        made.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # its button has the arrow on the other side
        info = self.info()
        sentences = presenter.how_read(info) if info is not None else ()
        if sentences:
            made.addAction(_said(made, sentences))
            made.addSeparator()
        made.addAction("Correct the chosen words\tE").triggered.connect(lambda: self.correct())
        unsure = made.addAction("Underline words we are not sure of\tU")
        unsure.setCheckable(True)
        unsure.setChecked(self._pages.unsure)
        unsure.triggered.connect(lambda: self.toggle_unsure())
        made.addSeparator()
        made.addAction("Read this page again\tCtrl+Shift+R").triggered.connect(lambda: self.read_again())
        turned = made.addMenu("Read it again the right way up")
        for words, turn in _TURNS:
            turned.addAction(words).triggered.connect(lambda _on=False, turn=turn: self.read_again(turn))
        self._add_corrections(made, [c for c in self.corrections if info is not None and c.page == info.number])
        return made

    def _add_corrections(self, made: QMenu, here: Sequence[Correction]) -> None:
        if not here:
            return
        listed = made.addMenu(f"Corrected by you: {len(here)}")
        for correction in here:
            words = f"“{presenter.short(correction.old)}” to “{presenter.short(correction.new)}”: take back"
            listed.addAction(words).triggered.connect(lambda _on=False, one=correction: self.take_back(one))


def _said(menu: QMenu, sentences: Sequence[str]) -> QWidgetAction:
    """Sentences in a menu, as wide as is easy to read."""
    held = QWidget()
    column(
        *(Label(sentence, "caption", muted=True, wrap=True) for sentence in sentences),
        within=held,
        gap=4,
        margins=(16, 8, 16, 8),
    )
    held.setFixedWidth(theme().px(_WIDE))
    action = QWidgetAction(menu)
    action.setDefaultWidget(held)
    action.setEnabled(False)
    action.setText(" ".join(sentences))
    return action
