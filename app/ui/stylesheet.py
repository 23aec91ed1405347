"""The one style sheet, made from the palette. Widgets choose a look by the dynamic property `kind`, `role` or `tone`."""

from collections.abc import Mapping

from app.ui.palette import TONES, Palette


def build(p: Palette, scale: float, points: Mapping[str, float]) -> str:
    """The style sheet for a palette, a text factor and the type sizes in points."""
    return "\n".join(
        (_text(p, points), _buttons(p, scale), _views(p, scale), _inputs(p, scale), _frames(p), _bits(p, scale))
    )


def _text(p: Palette, points: Mapping[str, float]) -> str:
    rules = [f"QLabel {{ color: {p.ink}; background: transparent; }}"]
    for role, size in points.items():
        weight = "600" if role in ("h2", "h1", "display") else "400"
        rules.append(
            f'QLabel[role="{role}"], QLineEdit[role="{role}"] {{ font-size: {size}pt; font-weight: {weight}; }}'
        )
        rules.append(f'QPlainTextEdit[role="{role}"] {{ font-size: {size}pt; }}')
    rules += [
        'QLabel[bold="true"] { font-weight: 600; }',
        f'QLabel[muted="true"] {{ color: {p.muted}; }}',
        f'QLabel[tone="primary"] {{ color: {p.primary}; }} QLabel[tone="good"] {{ color: {p.good}; }}',
        f'QLabel[tone="warn"] {{ color: {p.warn}; }} QLabel[tone="danger"] {{ color: {p.danger}; }}',
        f'QLabel[tone="info"] {{ color: {p.info}; }} QLabel:disabled {{ color: {p.muted}; }}',
    ]
    return "\n".join(rules)


def _buttons(p: Palette, scale: float) -> str:
    tall, small = max(32, round(34 * scale)), max(30, round(30 * scale))
    return f"""
QPushButton {{ min-height: {tall}px; padding: 0 14px; border: 1px solid {p.outline}; border-radius: 6px;
  background: {p.surface}; color: {p.ink}; }}
QPushButton[small="true"] {{ min-height: {small}px; padding: 0 12px; }}
QPushButton:hover {{ background: {p.hover}; }}
QPushButton:pressed, QPushButton:checked {{ background: {p.selected}; }}
QPushButton:disabled {{ border-color: {p.line}; background: {p.sunk}; color: {p.muted}; }}
QPushButton[kind="primary"] {{ background: {p.primary}; border-color: {p.primary}; color: {p.on_primary}; font-weight: 600; }}
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed {{ background: {p.primary_hover}; }}
QPushButton[kind="primary"]:disabled {{ border-color: {p.line}; background: {p.sunk}; color: {p.muted}; font-weight: 400; }}
QPushButton[kind="quiet"] {{ border-color: transparent; background: transparent; color: {p.primary}; font-weight: 600; }}
QPushButton[kind="quiet"]:hover {{ background: {p.hover}; }}
QPushButton[kind="quiet"]:disabled {{ color: {p.muted}; font-weight: 400; }}
QPushButton[kind="link"] {{ border: none; background: transparent; color: {p.primary}; padding: 0 2px; text-align: left;
  text-decoration: underline; }}
QPushButton[kind="danger"] {{ border-color: {p.danger}; color: {p.danger}; }}
QPushButton[kind="danger"]:hover {{ background: {p.danger_tint}; }}
QPushButton::menu-indicator {{ width: 0; height: 0; image: none; }}
QToolButton {{ border: 1px solid transparent; border-radius: 6px; background: transparent; color: {p.ink}; padding: 4px;
  min-width: {small - 8}px; min-height: {small - 8}px; }}
QToolButton:hover {{ background: {p.hover}; }}
QToolButton:pressed, QToolButton:checked {{ background: {p.selected}; }}
QToolButton[framed="true"] {{ border-color: {p.outline}; background: {p.surface}; }}
QToolButton::menu-indicator {{ image: none; width: 0; height: 0; }}
"""


def _inputs(p: Palette, scale: float) -> str:
    tall = max(32, round(34 * scale))
    return f"""
QLineEdit, QComboBox, QSpinBox {{ min-height: {tall}px; border: 1px solid {p.outline}; border-radius: 6px;
  background: {p.surface}; color: {p.ink}; padding: 0 11px; selection-background-color: {p.primary};
  selection-color: {p.on_primary}; placeholder-text-color: {p.muted}; }}
QPlainTextEdit, QTextEdit {{ border: 1px solid {p.outline}; border-radius: 6px; background: {p.surface}; color: {p.ink};
  padding: 6px 8px; selection-background-color: {p.primary}; selection-color: {p.on_primary}; }}
QLineEdit:focus, QComboBox:focus, QSpinBox:focus {{ border: 2px solid {p.focus}; padding: 0 10px; }}
QPlainTextEdit:focus, QTextEdit:focus {{ border: 2px solid {p.focus}; padding: 5px 7px; }}
QLineEdit[wrong="true"] {{ border: 2px solid {p.danger}; padding: 0 10px; }}
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus {{ border: none; background: transparent; padding: 0; }}
QPlainTextEdit[bare="true"] {{ border: 1px solid transparent; background: transparent; }}
QPlainTextEdit[bare="true"]:focus {{ border: 2px solid {p.focus}; }}
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled {{ background: {p.sunk}; color: {p.muted}; border-color: {p.line}; }}
QComboBox::drop-down {{ border: none; width: 28px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{ border: 1px solid {p.outline}; background: {p.surface}; color: {p.ink}; outline: none;
  selection-background-color: {p.selected}; selection-color: {p.ink}; padding: 4px; }}
QComboBox QAbstractItemView::item {{ min-height: {tall - 2}px; padding: 0 8px; }}
"""


def _frames(p: Palette) -> str:
    tones = "\n".join(
        f'QFrame[look="banner"][tone="{tone}"] {{ background: {p.tone(tone)[1]}; border-radius: 6px; '
        f"border: {1 if p.name == 'contrast' else 0}px solid {p.tone(tone)[0]}; }}"
        for tone in TONES
    )
    return f"""
QMainWindow, QDialog, QWidget[look="paper"] {{ background: {p.paper}; }}
QWidget[look="surface"] {{ background: {p.surface}; }}
QWidget[look="sunk"] {{ background: {p.sunk}; }}
QWidget[look="desk"] {{ background: {p.desk}; }}
QFrame[look="card"] {{ background: {p.surface}; border: 1px solid {p.line}; border-radius: 6px; }}
QFrame[look="card"][first="true"] {{ border-color: {p.primary}; }}
QFrame[look="card-strong"] {{ background: {p.surface}; border: 1px solid {p.outline}; border-radius: 6px; }}
QFrame[look="dashed"] {{ background: transparent; border: 1px dashed {p.outline}; border-radius: 6px; }}
QFrame[look="line"] {{ background: {p.line}; border: none; }}
QFrame[look="side"] {{ background: {p.sunk}; border: none; border-right: 1px solid {p.line}; }}
QFrame[look="top"] {{ background: {p.paper}; border: none; border-bottom: 1px solid {p.line}; }}
QFrame[look="bottom"] {{ background: {p.sunk}; border: none; border-top: 1px solid {p.line}; }}
QFrame[look="key"] {{ border: 1px solid {p.line}; border-radius: 4px; background: {p.paper}; }}
{tones}
"""


def _views(p: Palette, scale: float) -> str:
    row = max(32, round(36 * scale))
    return f"""
QAbstractScrollArea {{ border: none; background: transparent; }}
QAbstractScrollArea > QWidget#qt_scrollarea_viewport {{ background: transparent; }}
QListView, QTreeView, QTableView {{ background: {p.surface}; color: {p.ink}; border: none; outline: none;
  alternate-background-color: {p.surface}; selection-background-color: {p.selected}; selection-color: {p.ink}; }}
QListView[look="paper"], QTreeView[look="paper"] {{ background: {p.paper}; }}
QTreeView::item, QListView::item {{ min-height: {row}px; }}
QTableView {{ gridline-color: {p.line}; }}
QTableView[look="list"]::item {{ padding: 6px 8px; border-bottom: 1px solid {p.line}; }}
QTableView[look="list"]::item:selected {{ background: {p.selected}; color: {p.ink}; }}
QHeaderView {{ background: {p.sunk}; }}
QHeaderView::section {{ background: {p.sunk}; color: {p.muted}; border: none; border-bottom: 1px solid {p.line}; padding: 0 8px;
  min-height: {max(28, row - 4)}px; text-align: left; font-weight: 400; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {p.outline}; border-radius: 3px; margin: 3px; min-height: 32px; min-width: 32px; }}
QScrollBar::handle:hover {{ background: {p.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: {p.line}; }}
QSplitter::handle:hover {{ background: {p.outline}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
"""


def _bits(p: Palette, scale: float) -> str:
    row = max(32, round(32 * scale))
    return f"""
QToolTip {{ background: {p.surface}; color: {p.ink}; border: 1px solid {p.outline}; padding: 6px 10px; }}
QCheckBox, QRadioButton {{ color: {p.ink}; spacing: 8px; min-height: {row}px; }}
QMenu {{ background: {p.surface}; color: {p.ink}; border: 1px solid {p.outline}; padding: 4px; }}
QMenu::item {{ padding: {max(4, (row - 20) // 2)}px 24px {max(4, (row - 20) // 2)}px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {p.selected}; color: {p.ink}; }}
QMenu::item:disabled {{ color: {p.muted}; }}
QMenu::separator {{ height: 1px; background: {p.line}; margin: 4px 8px; }}
QProgressBar {{ border: none; border-radius: 4px; background: {p.neutral_tint}; max-height: 8px; min-height: 8px; }}
QProgressBar::chunk {{ background: {p.primary}; border-radius: 4px; }}
QTabBar {{ background: transparent; }}
QTabBar::tab {{ background: transparent; color: {p.muted}; border: none; border-bottom: 3px solid transparent;
  min-height: {max(32, row)}px; padding: 0 2px; margin-right: 24px; }}
QTabBar::tab:selected {{ color: {p.ink}; border-bottom-color: {p.primary}; }}
QTabBar::tab:hover {{ color: {p.ink}; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {p.line}; }}
QFrame[look="toast"] {{ background: {p.ink}; border-radius: 6px; }}
QFrame[look="toast"] QLabel {{ color: {p.paper}; }}
QFrame[look="toast"] QPushButton {{ color: {p.paper}; border: none; background: transparent;
  text-decoration: underline; font-weight: 600; }}
QFrame[look="toast"] QPushButton:hover {{ background: {p.muted}; }}
"""
