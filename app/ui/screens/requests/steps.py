"""Cards that say what can be done now, each with one button that opens the right place."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from app.ui.shell import Shell
from app.ui.widgets.box import Column
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import ActionCard
from app.ui.widgets.chip import Chip
from app.ui.widgets.layouts import clear
from app.ui.wording import days_until

MOST = 3


def open_step(shell: Shell, step: Any, elsewhere: Callable[[Any], object]) -> None:
    """Open the first letter of a step for its organisation and request; whatever is not a letter goes to `elsewhere`."""
    if step.opens == "letter":
        request = step.request
        shell.navigator.go(
            "letters", kind=step.letters[0][0], organisation=int(request.organisation), request=int(request.id)
        )
    else:
        elsewhere(step)


class Steps(Column):
    """At most three cards. `elsewhere` is called with a step that opens no letter."""

    def __init__(self, shell: Shell, elsewhere: Callable[[Any], object]) -> None:
        super().__init__(gap=8)
        self._shell, self._elsewhere = shell, elsewhere
        self.buttons: list[Button] = []
        self.setAccessibleName("What you can do now")

    def show_steps(self, steps: Sequence[Any], today: date) -> None:
        """Replace the cards."""
        clear(self.body)
        self.buttons = []
        for step in steps[:MOST]:
            self.body.addWidget(self._card(step, today))
        self.setVisible(bool(steps))

    def _card(self, step: Any, today: date) -> QWidget:
        found = step.situation
        button = Button(
            found.button, partial(open_step, self._shell, step, self._elsewhere), kind="primary", small=True
        )
        button.setAccessibleDescription(f"{found.words}. {found.text}")
        self.buttons.append(button)
        others = [
            b
            for b in (self._other(step, letter, title) for letter, title in step.letters[1:3])
            if step.opens == "letter"
        ]
        chip = (
            Chip(days_until(date.fromisoformat(step.due), today), "warn" if found.tone == "warn" else "neutral")
            if step.due
            else None
        )
        text = found.text
        if step.whom:
            text += " Ask: " + ", ".join(helper.name for helper in step.whom) + "."
        words = f"{step.request.title}: {text}"
        return ActionCard(
            "mail" if step.letters else "info", found.words, words, *others, button, tone=found.tone, chip=chip
        )

    def _other(self, step: Any, letter: str, title: str) -> Button:
        def does() -> None:
            request = step.request
            self._shell.navigator.go(
                "letters", kind=letter, organisation=int(request.organisation), request=int(request.id)
            )

        made = Button(title.partition(":")[0], does, kind="quiet", small=True)
        made.setAccessibleDescription(title)
        return made
