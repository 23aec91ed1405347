"""The table on paper: at once, by mouse and by keyboard."""

import time
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.domain.letters import Table
from app.ui.widgets.paper import Paper
from app.ui.widgets.paper_table import PaperTable


def paper(qtbot: Any, qapp: Any, rows: int) -> tuple[Paper, PaperTable]:
    made = Paper()
    qtbot.addWidget(made)
    made.resize(700, 900)
    with qtbot.waitExposed(made):
        made.show()
    words = tuple(
        (str(n), f"“Entry {n} of the log.”\nLog, page {n}", "This is not correct. " * 4) for n in range(1, rows + 1)
    )
    made.show_blocks((Table(("No.", "What the record says", "What is wrong"), words, (0.1, 0.5, 0.4), "Schedule"),))
    made.activateWindow()
    return made, made.findChild(PaperTable)


def test_eighty_rows_are_there_at_once_and_read_back(qtbot: Any, qapp: Any) -> None:
    made, table = paper(qtbot, qapp, 80)
    before = time.process_time()
    made.show_blocks(made.blocks())
    qapp.processEvents()
    assert time.process_time() - before < 0.4
    (block,) = made.blocks()
    assert isinstance(block, Table)
    assert len(block.rows) == 80
    assert block.rows[79][1] == "“Entry 80 of the log.”\nLog, page 80"
    heights = [table.cell_rect(n, 1).height() for n in range(1, 81)]
    assert min(heights) > 2 * table.fontMetrics().height() * 0.8, "two lines fit in each row"


def test_a_click_goes_into_a_cell_and_words_are_kept(qtbot: Any, qapp: Any) -> None:
    made, table = paper(qtbot, qapp, 3)
    told: list[bool] = []
    made.edited.connect(lambda: told.append(True))
    QTest.mouseClick(table, Qt.MouseButton.LeftButton, pos=table.cell_rect(2, 2).center())
    assert table.editor is not None
    assert table.editor.accessibleName() == "What is wrong, row 2"
    table.editor.setPlainText("Other words.")
    assert told
    block = made.blocks()[0]
    assert isinstance(block, Table)
    assert block.rows[1][2] == "Other words."
    assert block.rows[0][2] != "Other words."


def test_arrows_enter_and_escape(qtbot: Any, qapp: Any) -> None:
    _made, table = paper(qtbot, qapp, 3)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Right)
    assert "What the record says, row 2" in table.accessibleName()
    assert table.accessibleDescription().startswith("“Entry 2")
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert table.editor is not None
    QTest.keyClicks(table.editor, "So ")
    QTest.keyClick(table.editor, Qt.Key.Key_Escape)
    assert table.editor is None
    assert table.rows[2][1].startswith("So “Entry 2")


def test_a_letter_that_was_sent_cannot_be_changed(qtbot: Any, qapp: Any) -> None:
    made, table = paper(qtbot, qapp, 2)
    made.show_blocks(made.blocks(), locked=True)
    table = made.findChildren(PaperTable)[-1]
    QTest.mouseClick(table, Qt.MouseButton.LeftButton, pos=QPoint(100, 40))
    assert table.editor is None
