"""The parts in which old Word documents keep their text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextParts:
    """Text with Word's control characters: the body and what stands beside it."""

    body: str = ""
    footnotes: str = ""
    headers: str = ""
    comments: str = ""
    endnotes: str = ""
    boxes: str = ""

    @property
    def any_text(self) -> bool:
        return any((self.body, self.footnotes, self.headers, self.comments, self.endnotes, self.boxes))
