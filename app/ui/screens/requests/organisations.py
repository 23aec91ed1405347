"""The tab with organisations: what is known of each, what the files suggest with yes and no, people, term dates, who asks."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from app.domain.people import ORGANISATION_KINDS, RIGHT_OF, ROLES, NewOrganisation, Organisation
from app.services.typed_dates import read_date
from app.ui.calls import Receiver
from app.ui.screens.requests import presenter
from app.ui.screens.requests.dialogs import OrganisationDialog, PersonDialog, TermsDialog, WhoAsksDialog
from app.ui.shell import Shell
from app.ui.widgets.box import Column
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import clear, column, row, scrolling

_SCHOOLS = frozenset({"school", "academy-trust", "nursery", "independent"})


def saved_person(services: Any, case: Any, organisation: int, new: tuple[str, str, str], write_to: bool) -> Any:
    """Add a person and, if wanted, let letters go to them. Returns the last change."""
    name, role, email = new
    change = services.organisations.save_contact(case, organisation, name, role, email)
    if write_to:
        made = [c for c in services.organisations.contacts(case, organisation) if c.name == name][-1]
        change = services.organisations.write_to(case, made.id)
    return change


class OrganisationsTab(QWidget):
    """Cards of organisations under the rule on who asks."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.add = Button("Add an organisation", lambda: self.edit(None), kind="primary", icon="plus", small=True)
        self._who = Label("", wrap=True)
        self.who = Button("Change who asks", self._ask_who, small=True)
        self._list = Column(gap=12)
        self._details: Any = None
        self._words: Any = None
        asks = Card(gap=8)
        line = row(self._who, self.who)
        line.setStretch(0, 1)
        asks.body.addLayout(line)
        inner = QWidget()
        column(row(None, self.add), asks, self._list, None, within=inner, gap=12, margins=(24, 8, 16, 16))
        column(scrolling(inner, "Organisations"), within=self, gap=0)

    def show_all(self, owners: Sequence[Organisation], people: Sequence[Any], details: Any, words: Any) -> None:
        """Fill in; suggestions follow by themselves."""
        self._details, self._words = details, words
        who = RIGHT_OF.get(details.right_of, "")
        name = f" ({details.advocate})" if details.right_of == "advocate" and details.advocate else ""
        self._who.setText(f"Who asks: {who}{name}. {words.age}")
        clear(self._list.body)
        self._suggested: dict[int, Column] = {}
        for owner in owners:
            self._list.body.addWidget(self._card(owner, [p for p in people if p.organisation == owner.id]))
        self._shell.ask("organisations", "suggestions", on_ok=self._suggestions_came, key="requests.suggestions")

    def _card(self, owner: Organisation, people: Sequence[Any]) -> Card:
        card = Card(gap=8)
        words = presenter.organisation_words(owner, ORGANISATION_KINDS.get(owner.kind, owner.kind))
        buttons = [
            Button("Change", partial(self.edit, owner), small=True),
            Button("Add a person", partial(self._person, owner), small=True),
        ]
        if owner.kind in _SCHOOLS:
            buttons.append(Button("Term dates", partial(self.terms, int(owner.id)), icon="calendar", small=True))
        for button in buttons:
            button.setAccessibleDescription(owner.name)
        card.body.addWidget(Label(owner.name, bold=True, wrap=True))
        card.body.addWidget(Label(words, muted=True, wrap=True))
        for person in people:
            said = " · ".join(p for p in (person.name, ROLES.get(person.role, ""), person.email) if p)
            to = Button(
                "Write to them",
                partial(self._shell.do, "organisations", "write_to", person.id),
                kind="quiet",
                small=True,
            )
            gone = Button(
                "Take out",
                partial(self._shell.do, "organisations", "remove_contact", person.id),
                kind="quiet",
                small=True,
            )
            for button in (to, gone):
                button.setAccessibleDescription(person.name)
            line = row(Label(said, wrap=True), to, gone)
            line.setStretch(0, 1)
            card.body.addLayout(line)
        self._suggested[int(owner.id)] = Column(gap=6)
        card.body.addWidget(self._suggested[int(owner.id)])
        card.body.addLayout(row(*buttons, None))
        return card

    def _suggestions_came(self, found: Sequence[Any]) -> None:
        for box in self._suggested.values():
            clear(box.body)
        for suggestion in found:
            if suggestion.organisation in self._suggested:
                self._suggested[suggestion.organisation].body.addWidget(self._suggestion(suggestion))
        for box in self._suggested.values():
            box.setVisible(box.body.count() > 0)

    def _suggestion(self, found: Any) -> QWidget:
        name = self._shell.services.organisations.FIELDS[found.field]
        value = found.value.replace("\n", ", ")
        if found.field == "person":
            who, _, role = found.value.rpartition(", ")
            value = f"{who}, {ROLES.get(role, role)}"
        yes = Button("Yes", partial(self._decide, found, True), small=True, icon="check")
        no = Button("No", partial(self._decide, found, False), kind="quiet", small=True)
        for button in (yes, no):
            button.setAccessibleDescription(f"{name}: {value}. {found.reason}")
        made = QWidget()
        words = column(
            Label(f"{name}: {value}?", wrap=True), Label(found.reason, "caption", muted=True, wrap=True), gap=0
        )
        row(words, yes, no, within=made).setStretch(0, 1)
        return made

    def _decide(self, found: Any, yes: bool) -> None:
        self._shell.do("organisations", "decide", found, yes=yes)

    def edit(self, owner: Organisation | None, then: Receiver | None = None) -> None:
        """Change an organisation, or add one; `then` gets what was saved."""
        dialog = OrganisationDialog(self._shell.dialogs.parent, owner)
        if not self._shell.dialogs.run(dialog):
            return
        new: NewOrganisation = dialog.new
        if owner is None:
            self._shell.do("browsing", "save_organisation", new, then=then)
        else:
            self._shell.do("organisations", "edit", int(owner.id), new)

    def _person(self, owner: Organisation) -> None:
        dialog = PersonDialog(self._shell.dialogs.parent, owner.name)
        if self._shell.dialogs.run(dialog):
            new = (dialog.name.text().strip(), dialog.role.value, dialog.email.text().strip())
            arguments = (self._shell.services, self._shell.case, int(owner.id), new, dialog.write_to.isChecked())
            self._shell.calls.call(saved_person, *arguments, on_ok=self._shell.did, must=True)

    def terms(self, organisation: int) -> None:
        """Ask for the term dates of a school."""
        self._shell.ask(
            "term_dates",
            "term_dates",
            organisation,
            on_ok=partial(self._terms_came, organisation),
            key="requests.terms",
        )

    def _terms_came(self, organisation: int, known: Any) -> None:
        names = {int(o): box for o, box in self._suggested.items()}
        if organisation not in names:
            return
        dialog = TermsDialog(self._shell.dialogs.parent, "The school", known)
        if not self._shell.dialogs.run(dialog):
            return
        try:
            terms = as_spans(dialog.terms.toPlainText())
            inset = ", ".join(read_date(part) for part in dialog.inset.text().split(",") if part.strip())
        except ValueError:
            self._shell.tell("Write each term as “3 Sept 2026 to 23 Oct 2026”, one a line. Nothing was saved.", "warn")
            return
        self._shell.do("term_dates", "set_term_dates", organisation, terms, inset)

    def _ask_who(self) -> None:
        dialog = WhoAsksDialog(self._shell.dialogs.parent, self._details, self._words)
        if self._shell.dialogs.run(dialog):
            self._shell.do("organisations", "set_who_asks", dialog.who.value, dialog.advocate.text())


def as_spans(text: str) -> str:
    """ "3 Sept 2026 to 23 Oct 2026", a line each, as the service takes it. ValueError when a line cannot be read."""
    found = []
    for line in text.splitlines():
        if line.strip():
            first, between, last = line.partition(" to ")
            if not between:
                raise ValueError(line)
            days = (read_date(first), read_date(last))
            if any(len(day) != len("2026-09-03") for day in days):
                raise ValueError(line)
            found.append("..".join(days))
    return ", ".join(found)
