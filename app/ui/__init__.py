"""The window. The only package with Qt.

How a screen is built:

    class IssuesScreen(Screen):                      # app/ui/screens/issues/view.py
        title = "Issues"
        def __init__(self, shell): super().__init__(shell); ...build widgets...
        def enter(self, issue=None): self._wanted = issue; self.refresh()
        def refresh(self): self.shell.ask("annotating", "issues", on_ok=self._came, key="issues.list")
        def _came(self, issues): ...

- Register it in `app/ui/screens/__init__.py` by module path; it is imported when first shown.
- Questions: `shell.ask(module, function, *args, on_ok=bound_method, key=...)` calls `app.services.<module>.<function>(case, *args)`
  on a thread. A newer call with the same key makes an older answer vanish.
- Changes: `shell.do("annotating", "save_issue", id, fields)`: undo, the short message and `refresh` follow by themselves.
- Long work: `shell.jobs.run(title, control, work)`; see `job_bridge.Job`.
- Elsewhere: `shell.navigator.go("reader", document=3, page=2, words=("declined",))`, `.back()`.
- Questions to the person: `shell.dialogs` (tests give the answers).
- Look: `theme()` for colours, fonts and sizes; never a colour or a font size in a screen. Controls are in `app.ui.widgets`:
  buttons.Button/IconButton/menu, labels.Label/ElidedLabel/Line/Key, layouts.row/column/boxed/scrolling, card.Card/ActionCard,
  chip.Chip/draw_chip, badges.draw_organisation/draw_mark, banner.Banner, empty_state.EmptyState, segmented.Segmented,
  search_field.SearchField, facets.Facets, date_edit.DateEdit, page_view.PageView, progress.Bar, dialogs.
- Decisions that need no widget go to `presenter.py` beside `view.py` and are tested without a display.
"""
