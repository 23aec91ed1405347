"""Find on these pages, and showing words that a search or the timeline sent us to."""

from PySide6.QtCore import QObject, Signal

from app.domain.documents import PageInfo
from app.ui.screens.reader.presenter import found_words, texts
from app.ui.widgets.pages.canvas import PageCanvas
from app.ui.widgets.pages.words import Match, PageWords, find_in_pages, find_words, next_match


class Finding(QObject):
    """Keeps what was found and which place is the current one. `told` carries (words for the field, are there any)."""

    told = Signal(str, bool)

    def __init__(self, pages: PageCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._pages = pages
        self._infos: tuple[PageInfo, ...] = ()
        self._query = ""
        self._aim: Match | None = None

    def set_pages(self, infos: tuple[PageInfo, ...]) -> None:
        """Another document."""
        self._infos, self._aim, self._query = infos, None, ""
        self.told.emit("", False)

    def find(self, query: str) -> None:
        """Look for words from the page that is read onwards."""
        self._query = query
        matches = find_in_pages(query, texts(self._infos)) if len(query.strip()) > 1 else ()
        self._show(matches, next_match(matches, -1, max(1, self._pages.page), 1))

    def step(self, by: int) -> None:
        """To the next place, or the one before."""
        matches = self._pages.matches
        if matches:
            self._show(matches, next_match(matches, self._pages.current_match, self._pages.page, by))

    def show_words(self, words: tuple[str, ...], page: int) -> None:
        """Highlight every one of these words and go to the first on `page`."""
        matches = find_words(words, texts(self._infos))
        self._query = " ".join(words)
        self._show(matches, next_match(matches, -1, page, 1))

    def show_span(self, page: int, start: int, end: int) -> None:
        """Highlight one passage and go there."""
        self._query = ""
        self._show((Match(page, start, end),), 0)

    def clear(self) -> None:
        """Nothing is looked for any more."""
        self._query, self._aim = "", None
        self._pages.set_matches(())
        self.told.emit("", False)

    def _show(self, matches: tuple[Match, ...], current: int) -> None:
        self._pages.set_matches(matches, current)
        words = found_words(len(matches), current, self._query) if self._query else ""
        self.told.emit(words, len(matches) > 1)
        if current >= 0:
            self._aim = matches[current]
            known = self._pages.words.get(self._aim.page)
            if known is not None:
                self.words_came(known)
            else:
                self._pages.go_to(self._aim.page)
                self._pages.want_words(self._aim.page)

    def words_came(self, words: PageWords) -> None:
        """The words of a page are here: if we wait for them, go to the place."""
        if self._aim is None or self._aim.page != words.page:
            return
        rects = words.rects(self._aim.start, self._aim.end)
        if rects:
            self._pages.go_to(self._aim.page, rects[0])
        self._aim = None
