"""The strip above an e-mail that belongs to a conversation: which of how many, the ones beside it, what is not held."""

from functools import partial

from PySide6.QtWidgets import QFrame

from app.domain.ids import DocumentId
from app.domain.mails import Conversation, HeldMessage
from app.domain.uk_time import shown
from app.ui.shell import Shell
from app.ui.widgets.buttons import Button, IconButton, menu
from app.ui.widgets.icon_view import IconView
from app.ui.widgets.labels import ElidedLabel
from app.ui.widgets.layouts import row
from app.ui.wording import count


class ConversationStrip(QFrame):
    """Hidden for a document that belongs to no conversation."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._document: DocumentId | None = None
        self._found: Conversation | None = None
        self.setProperty("look", "bottom")
        self.words = ElidedLabel("")
        self.gaps = Button("", self._show_gaps, kind="quiet", small=True)
        self.before = IconButton("left", "Message before this one in the conversation", lambda: self._step(-1))
        self.after = IconButton("right", "Next message of the conversation", lambda: self._step(1))
        line = row(
            IconView("mail", 18, "muted"),
            self.words,
            self.gaps,
            self.before,
            self.after,
            margins=(18, 2, 12, 2),
            within=self,
        )
        line.setStretch(1, 1)
        self.hide()

    def ask(self, document: DocumentId) -> None:
        """Look whether a document belongs to a conversation."""
        if document != self._document:
            self._document = document
            self.hide()
        self._shell.ask("conversations", "conversation_of", document, on_ok=self._came, key="reader.conversation")

    def _came(self, found: Conversation | None) -> None:
        self._found = found if found is not None and self._document in found.documents else None
        self.setVisible(self._found is not None)
        if self._found is None or self._document is None:
            return
        place, total = self._found.documents.index(self._document), len(self._found.documents)
        self.words.setText(f"In this conversation: {place + 1} of {total} · {self._found.subject}")
        self.setAccessibleName(self.words.text())
        self.before.setEnabled(place > 0)
        self.after.setEnabled(place + 1 < total)
        missing = len(self._found.gaps)
        self.gaps.setText(f"{count(missing, 'message')} quoted, not found")
        self.gaps.setVisible(missing > 0)

    def _step(self, by: int) -> None:
        if self._found is not None and self._document is not None:
            place = self._found.documents.index(self._document) + by
            if 0 <= place < len(self._found.documents):
                self._shell.navigator.go("reader", document=self._found.documents[place], page=1)

    def _show_gaps(self) -> None:
        if self._found is not None:
            menu(self.gaps, [(_words(gap), partial(self._open, gap)) for gap in self._found.gaps])

    def _open(self, gap: HeldMessage) -> None:
        message = gap.message
        end = message.body if message.start < message.body <= message.start + 400 else message.start + 40
        self._shell.navigator.go("reader", document=gap.document, page=message.page, start=message.start, end=end)


def _words(gap: HeldMessage) -> str:
    who = gap.message.sender.split("<")[0].strip() or gap.message.sender
    return f"{who}, {shown(gap.message.sent)}"
