"""Saving a letter in work, one thing after the other: answers to its blanks, and words changed by hand."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.domain.letters import Block, LetterDraft
from app.ui.shell import Shell


def edited_and_saved(services: Any, case: Any, draft: LetterDraft, blocks: Sequence[Block]) -> LetterDraft:
    """Keep the words changed by hand."""
    found: LetterDraft = services.letter_writing.save(case, services.letter_writing.edit_blocks(case, draft, blocks))[0]
    return found


def filled_and_saved(services: Any, case: Any, draft: LetterDraft, values: dict[str, str]) -> LetterDraft:
    """Answers into the letter, and keep it: into its blanks when words were changed by hand, else by composing it again."""
    writing = services.letter_writing
    by_hand = draft.edited and bool(values)
    fresh = writing.fill(case, draft, values) if by_hand else writing.recompose(case, draft, values)
    found: LetterDraft = services.letter_writing.save(case, fresh)[0]
    return found


def begun(
    services: Any, case: Any, kind: str, organisation: int | None, issue: int | None, request: int | None = None
) -> LetterDraft:
    """The letter of this kind that was begun and not sent, with the facts as they are now; else a new one, kept at once.

    One with words changed by hand is given back as it stands, unless `issue` is not in it. `request`: what it is about.
    """
    writing = services.letter_writing
    same = [
        d
        for d in writing.drafts(case)
        if (d.kind, d.organisation, d.status) == (kind, organisation, "draft") and request in (None, d.request)
    ]
    found: LetterDraft | None = same[-1] if same else None
    if found is not None and found.edited and (issue is None or issue in found.issues):
        return found
    if found is not None and not found.edited:
        fresh = writing.recompose(case, replace(found, issues=()), {})
    else:
        fresh = writing.draft(case, kind, organisation, None, None, request)
    made: LetterDraft = writing.save(case, fresh)[0]
    return made


class Keeper(QObject):
    """Keeps one letter. `draft` is the letter as it was last kept. Quick answers are gathered, so that none of them is lost
    to a slower one. `composed` tells that the letter was made again from the facts, `kept` that words changed by hand were saved,
    `unplaced` that an answer found no blank among words changed by hand.
    """

    unplaced = Signal()
    composed = Signal(object)
    kept = Signal(object)

    def __init__(self, shell: Shell, draft: LetterDraft, parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._case = shell, shell.case
        self.draft = draft
        self._answers: dict[str, str] | None = None
        self._blocks: tuple[Block, ...] | None = None
        self._busy = self._retired = False
        self._then: Callable[[], object] | None = None

    @property
    def idle(self) -> bool:
        """True when everything is kept."""
        return not self._busy and self._answers is None and self._blocks is None

    def answer(self, values: dict[str, str]) -> None:
        """Make the letter again with these answers; without any, from the facts as they are now."""
        self._answers = {**(self._answers or {}), **values}
        self._next()

    def words(self, blocks: Sequence[Block]) -> None:
        """Keep words that were changed by hand."""
        self._blocks = tuple(blocks)
        self._next()

    def when_kept(self, does: Callable[[], object]) -> None:
        """Do something as soon as everything is kept; at once when it is."""
        self._then = does
        self._next()

    def retire(self) -> None:
        """Another letter is opened: finish in silence, then go."""
        self.blockSignals(True)
        self._retired, self._then = True, None
        self._next()

    def _next(self) -> None:
        if self._busy:
            return
        if self._blocks is not None:
            blocks, self._blocks = self._blocks, None
            self._run(edited_and_saved, blocks, self._was_kept)
        elif self._answers is not None:
            answers, self._answers = self._answers, None
            self._run(filled_and_saved, answers, self._was_composed)
        elif self._retired:
            self.deleteLater()
        elif self._then is not None:
            does, self._then = self._then, None
            does()

    def _run(self, work: Callable[..., LetterDraft], given: Any, came: Callable[[LetterDraft], None]) -> None:
        self._busy = True
        arguments = (self._shell.services, self._case, self.draft, given)
        self._shell.calls.call(work, *arguments, on_ok=came, on_error=self._failed, must=True)

    def _was_kept(self, draft: LetterDraft) -> None:
        self._busy, self.draft = False, draft
        self.kept.emit(draft)
        self._next()

    def _was_composed(self, draft: LetterDraft) -> None:
        unplaced = draft.edited and draft.blocks == self.draft.blocks
        self._busy, self.draft = False, draft
        if unplaced:
            self.unplaced.emit()
        self.composed.emit(draft)
        self._next()

    def _failed(self, error: object) -> None:
        self._busy = False
        self._answers = self._blocks = self._then = None
        self._shell.failed.emit(error)
