"""What every screen is: a widget that is built late, entered with parameters and refreshed after changes."""

from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from app.ui.shell import Shell


class Screen(QWidget):
    """Base of all screens. The constructor builds widgets and must be quick; `enter` asks services (through `shell.calls`).

    `refresh` is called after any change to the case while the screen is shown (also after undo); a hidden screen is
    refreshed by its next `enter`. `focus_first` puts the keyboard where a person would start.
    """

    title: ClassVar[str] = ""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shell = shell
        self.setProperty("look", "paper")
        self.setAccessibleName(self.title)

    def enter(self, **params: Any) -> None:
        """Show what `params` ask for."""
        self.refresh()

    def leave(self) -> None:
        """The screen is about to be hidden: save places and sizes, drop what is being waited for."""

    def refresh(self) -> None:
        """Ask for the data again, keeping selection and scroll place."""

    def set_large(self, large: bool) -> None:
        """`large`: little room (200 % text or a narrow window): fold side panels."""

    def focus_first(self) -> None:
        """Put the keyboard focus on the first useful control."""
        self.setFocus()
