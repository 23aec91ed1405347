"""What the scan finds before it is known what day it means."""

from dataclasses import dataclass

Part = tuple[int | None, int, int]
"""Year (None: not written), month and day (0: not written)."""


@dataclass(slots=True)
class Found:
    """A piece of a page's text that may be a date.

    `shape` is one of: date, school-year, year, term, holiday, group, weekday, ago, shift, period, ordinal, age.
    `first` and `last` are the ends of a date (`last` None: one date). `term`, `half`, `number`, `unit` and `word`
    hold what the other shapes need. `side` is "", before or after; `mark` is "" or "~".
    `led` is the word before it that makes it a time but does not change it ("since", "until"). `column` is what the heading of its column
    makes it: week or recorded. `prefix` is where the words before it start that belong to it ("w/c", "about", "Thursday"); equal to `start` without any.
    """

    start: int
    end: int
    shape: str
    first: Part = (None, 0, 0)
    last: Part | None = None
    term: str = ""
    half: int = 0
    number: int = 0
    unit: str = ""
    word: str = ""
    side: str = ""
    mark: str = ""
    weekday: int | None = None
    week: bool = False
    numeric: bool = False
    two_digits: bool = False
    prefix: int = -1
    cue: str = ""
    led: str = ""
    column: str = ""

    def __post_init__(self) -> None:
        if self.prefix < 0:
            self.prefix = self.start

    @property
    def swappable(self) -> bool:
        """True when day and month could stand in the other order too."""
        day, month = self.first[2], self.first[1]
        return self.numeric and day <= 12 and month <= 12 and day != month
