"""People: everybody at the left, everything by or about one of them at the right."""

from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QWidget

from app.domain.documents import DocumentRow
from app.domain.people_found import PersonFound, PersonPage, SamePerson
from app.ui.screen import Screen
from app.ui.screens.people import presenter
from app.ui.shell import Shell
from app.ui.widgets.box import Column
from app.ui.widgets.buttons import Button, IconButton, menu
from app.ui.widgets.card import Card
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.labels import ElidedLabel, Label
from app.ui.widgets.layouts import clear, column, row
from app.ui.widgets.line_list import LineList
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.segmented import Segmented
from app.ui.wording import count

_ASKED_AT_ONCE = 2


def everybody(
    services: Any, case: Any
) -> tuple[tuple[PersonFound, ...], tuple[SamePerson, ...], dict[int, DocumentRow]]:
    """People, questions about them, and documents by id; on a worker thread."""
    found = services.people.people(case)
    return found, services.people.suggestions(case), {int(row.id): row for row in services.browsing.documents(case)}


class PeopleScreen(Screen):
    """Parameters of `enter`: person (stand on this one)."""

    title: ClassVar[str] = "People"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.people: tuple[PersonFound, ...] = ()
        self.questions: tuple[SamePerson, ...] = ()
        self.page: PersonPage | None = None
        self._rows: dict[int, DocumentRow] = {}
        self._wanted: int | None = None
        self._large = False
        self._build()

    # building

    def _build(self) -> None:
        self.summary = Label("", muted=True)
        self.filter = SearchField("Find a person")
        self.filter.textChanged.connect(lambda _words: self._list())
        back = IconButton("left", "Back to the documents", lambda: self.shell.navigator.back("documents"))
        head = QFrame()
        head.setProperty("look", "top")
        row(back, Label("People", "h1"), self.summary, None, self.filter, margins=(12, 8, 16, 8), within=head)
        self.list = LineList("People")
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(lambda _key: self._show_page(True))
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self._right())
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setHandleWidth(1)
        self.splitter.setSizes(self.shell.settings.window.get("people", [340, 760]))
        empty = EmptyState(
            "user", "Nobody is known yet.", ("Bring in files", lambda: self.shell.navigator.go("importing")),
            hint="When files are read, everybody who is named in them is listed here, with every page.",
        )  # fmt: skip
        self._stack = QStackedWidget()
        self._stack.addWidget(self.splitter)
        self._stack.addWidget(empty)
        column(head, self._stack, within=self, gap=0).setStretch(1, 1)

    def _right(self) -> QWidget:
        self.name = ElidedLabel("", "h2")
        self.about = Label("", wrap=True)
        self.aliases = Label("", "caption", muted=True, wrap=True)
        self.to_list = IconButton("left", "Back to the list  (Esc)", lambda: self._show_page(False))
        self.to_list.hide()
        self.apart = Button("A name is somebody else", self._ask_apart, small=True)
        self._asked = Column(gap=8)
        self.shows = Segmented(presenter.SHOWS, "all", name="What to show")
        self.shows.chosen.connect(lambda _value: self._places())
        self.places = LineList("Papers and pages")
        self.places.opened.connect(self._open)
        self.nothing = Label("Nothing of this kind.", muted=True)
        top = row(self.to_list, self.name, self.apart)
        top.setStretch(1, 1)
        words = column(
            top, self.about, self.aliases, self._asked, self.shows, self.nothing, gap=6, margins=(20, 14, 16, 10)
        )
        right = QWidget()
        right.setProperty("look", "surface")
        body = column(words, within=right, gap=0)
        body.addWidget(self.places, 1)
        self._page = right
        return right

    # data

    def enter(self, **params: Any) -> None:
        """Ask for everybody."""
        self._wanted = params.get("person", self._wanted)
        self.refresh()

    def leave(self) -> None:
        """Remember the sizes."""
        if not self._large:
            self.shell.settings.window["people"] = self.splitter.sizes()

    def refresh(self) -> None:
        """Ask again; who is chosen stays chosen."""
        self.shell.calls.call(everybody, self.shell.services, self.shell.case, on_ok=self._came, key="people.all")

    def _came(self, found: tuple[tuple[PersonFound, ...], tuple[SamePerson, ...], dict[int, DocumentRow]]) -> None:
        self.people, self.questions, self._rows = found
        self._stack.setCurrentIndex(0 if self.people else 1)
        asked = f" · {count(len(self.questions), 'question')}" if self.questions else ""
        self.summary.setText(f"{len(self.people):,} named{asked}")
        self._list()

    def _list(self) -> None:
        chosen = self._wanted or (self.page.person.id if self.page else None)
        self.list.show_items(presenter.listed(self.people, self.filter.text()))
        self.list.stand_on(chosen)
        self._wanted = None

    def _chosen(self, person: int) -> None:
        self.shell.ask("people", "person", person, on_ok=self._page_came, key="people.page")

    def _page_came(self, page: PersonPage) -> None:
        self.page = page
        self.name.setText(page.person.name)
        self.about.setText(presenter.about(page.person))
        self.aliases.setText(presenter.aliases(page.person))
        self.aliases.setVisible(bool(page.person.aliases))
        self.apart.setVisible(len(page.names) > 1)
        self._ask_questions()
        self._places()

    def _places(self) -> None:
        if self.page is not None:
            items = presenter.places(self.page, self._rows, self.shows.value)
            self.places.show_items(items)
            self.nothing.setVisible(not items)

    # one person or two

    def _ask_questions(self) -> None:
        clear(self._asked.body)
        mine = [q for q in self.questions if self.page and self.page.person.id in (q.one.id, q.other.id)]
        for question in mine[:_ASKED_AT_ONCE]:
            self._asked.body.addWidget(self._question(question))
        self._asked.setVisible(bool(mine))

    def _question(self, question: SamePerson) -> Card:
        one, other = question.one, question.other
        card = Card(padding=12, gap=4, strong=True)
        card.body.addWidget(Label(f"Are “{one.name}” and “{other.name}” one person?", bold=True, wrap=True))
        card.body.addWidget(Label(question.reason, "caption", muted=True, wrap=True))
        pair = (one.id, other.id)
        yes = Button("Yes, one person", lambda: self.shell.do("people", "merge", *pair), small=True)
        no = Button("No, two people", lambda: self.shell.do("people", "not_same", *pair), small=True)
        later = Button("Later", partial(self._later, pair), kind="quiet", small=True)
        card.body.addLayout(row(yes, no, later, None))
        card.setAccessibleName(f"Are {one.name} and {other.name} one person?")
        return card

    def _later(self, pair: tuple[int, int]) -> None:
        self.shell.do("people", "not_same", *pair, later=True)

    def _ask_apart(self) -> None:
        if self.page is not None:
            menu(self.apart, [(words, partial(self._split, form)) for form, words in self.page.names])

    def _split(self, form: int) -> None:
        self.shell.do("people", "split", form)

    # opening

    def _open(self, place: presenter.Place) -> None:
        document, page, start, end = place
        self.shell.navigator.go("reader", document=document, page=page, start=start, end=end)

    # room

    def set_large(self, large: bool) -> None:
        """With little room the list and the page are shown in turn."""
        self._large = large
        self.to_list.setVisible(large)
        self.summary.setVisible(not large)
        self.list.setVisible(True)
        self._page.setVisible(not large)

    def _show_page(self, on: bool) -> None:
        if self._large:
            self.list.setVisible(not on)
            self._page.setVisible(on)
        (self.places if on else self.list).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._show_page(False)
        else:
            super().keyPressEvent(event)

    def focus_first(self) -> None:
        """The keyboard starts in the list."""
        self.list.setFocus()
