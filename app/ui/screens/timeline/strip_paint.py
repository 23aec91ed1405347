"""Drawing of the density strip."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from app.ui.screens.timeline import axis as ax
from app.ui.screens.timeline.presenter import TERMS, Lane, TimelineView
from app.ui.theme import theme
from app.ui.widgets.badges import draw_organisation

PATTERNS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.HorPattern,
    Qt.BrushStyle.CrossPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.Dense3Pattern,
    Qt.BrushStyle.VerPattern,
    Qt.BrushStyle.DiagCrossPattern,
    Qt.BrushStyle.FDiagPattern,
)


@dataclass(frozen=True)
class Layout:
    """Places of the parts for a width and a number of lanes."""

    names: QRectF
    years: QRectF
    terms: QRectF
    lanes: QRectF
    lane_height: float
    overview: QRectF

    @staticmethod
    def of(width: int, lanes: int, wide_names: bool) -> "Layout":
        """Names at the left, days right of them."""
        now = theme()
        left = now.px(184) if wide_names else now.px(92)
        room = max(50.0, width - left - 24.0)
        years, terms, height = now.px(20), now.px(20) if wide_names else 0, now.px(18)
        top = years + terms + 2
        return Layout(
            names=QRectF(0, top, left, lanes * height),
            years=QRectF(left, 0, room, years),
            terms=QRectF(left, years, room, terms),
            lanes=QRectF(left, top, room, lanes * height),
            lane_height=height,
            overview=QRectF(left, top + lanes * height + 8, room, now.px(20)),
        )


class StripPainter:
    """Draws one strip; made for one paint event."""

    def __init__(
        self, painter: QPainter, place: Layout, axis: ax.Axis, view: TimelineView, lanes: tuple[Lane, ...]
    ) -> None:
        self.p, self.place, self.axis, self.view, self.lanes = painter, place, axis, view, lanes
        self.palette = theme().palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def draw(self, brush: tuple[float, float] | None, focus: bool) -> None:
        """Everything, back to front."""
        self.p.save()
        days = self.place.years.united(self.place.lanes)
        self.p.setClipRect(days.adjusted(-1, 0, 1, 2))
        self._grounds()
        self._heads()
        self.p.restore()
        self._names()
        self.p.save()
        self.p.setClipRect(days.adjusted(-1, 0, 1, 2))
        self._bars()
        if brush is not None:
            self._brush(*brush)
        self.p.restore()
        self._overview()
        del focus

    def _grounds(self) -> None:
        bottom = self.place.lanes.bottom()
        for band in self.view.bands:
            if band.last < self.axis.start or band.first > self.axis.end:
                continue
            year = date.fromordinal(band.first).year
            top = self.place.terms.top()
            for name, first, last in TERMS:
                if name != "Spring":
                    start = date(year if name == "Autumn" else year + 1, first, 1).toordinal()
                    end = date(year + (last == 12 or name != "Autumn"), last % 12 + 1, 1).toordinal()
                    self._fill(start, end, top, bottom, self.palette.term)
            self._fill(date(year + 1, 7, 24).toordinal(), band.last + 1, top, bottom, self.palette.neutral_tint)
            self.p.setPen(QPen(QColor(self.palette.outline), 1))
            x = round(self.axis.x(band.first)) + 0.5
            self.p.drawLine(QPointF(x, 0), QPointF(x, bottom))

    def _fill(self, start: float, end: float, top: float, bottom: float, colour: str) -> None:
        left, right = self.axis.x(start), self.axis.x(end)
        self.p.fillRect(QRectF(left, top, right - left, bottom - top), QColor(colour))

    def _heads(self) -> None:
        for band in self.view.bands:
            left = max(self.axis.x(band.first), self.place.years.left())
            right = min(self.axis.x(band.last + 1), self.place.years.right())
            if right > left:
                self._year_head(
                    band.name,
                    band.years,
                    QRectF(left + 8, self.place.years.top(), right - left - 12, self.place.years.height()),
                )
        if self.place.terms.height() < 1:
            return
        if self.axis.width / self.axis.span * 30 >= theme().px(46):
            self._month_heads()
        else:
            self._term_heads()

    def _year_head(self, name: str, years: str, rect: QRectF) -> None:
        self.p.setPen(QColor(self.palette.ink))
        self.p.setFont(theme().font("caption", bold=True))
        room = self.p.fontMetrics().horizontalAdvance(name)
        if name and room <= rect.width():
            self.p.drawText(rect, Qt.AlignmentFlag.AlignVCenter, name)
            rect = rect.adjusted(room + 7, 0, 0, 0)
        self.p.setPen(QColor(self.palette.muted))
        self.p.setFont(theme().font("caption"))
        if self.p.fontMetrics().horizontalAdvance(years) <= rect.width():
            self.p.drawText(rect, Qt.AlignmentFlag.AlignVCenter, years)

    def _term_heads(self) -> None:
        self.p.setFont(theme().font("caption"))
        self.p.setPen(QColor(self.palette.muted))
        for band in self.view.bands:
            year = date.fromordinal(band.first).year
            for name, first, last in TERMS:
                at = year if name == "Autumn" else year + 1
                left, right = self.axis.x(date(at, first, 1).toordinal()), self.axis.x(date(at, last, 28).toordinal())
                if right - left > self.p.fontMetrics().horizontalAdvance(name) + 2:
                    rect = QRectF(left, self.place.terms.top(), right - left, self.place.terms.height())
                    self.p.drawText(rect, Qt.AlignmentFlag.AlignCenter, name)

    def _month_heads(self) -> None:
        self.p.setFont(theme().font("caption"))
        wide = self.axis.width / self.axis.span
        for first in ax.months_between(self.axis.start, self.axis.end):
            x = self.axis.x(first.toordinal())
            self.p.setPen(QPen(QColor(self.palette.line), 1))
            self.p.drawLine(QPointF(x, self.place.terms.top()), QPointF(x, self.place.lanes.bottom()))
            self.p.setPen(QColor(self.palette.muted))
            rect = QRectF(x + 6, self.place.terms.top(), 31 * wide - 8, self.place.terms.height())
            self.p.drawText(rect, Qt.AlignmentFlag.AlignVCenter, ax.MONTH_NAMES[first.month - 1])

    def _names(self) -> None:
        now, height = theme(), self.place.lane_height
        for number, lane in enumerate(self.lanes):
            top = self.place.lanes.top() + number * height
            self.p.setPen(QPen(QColor(self.palette.line), 1))
            y = round(top + height) - 0.5
            self.p.drawLine(QPointF(0, y), QPointF(self.place.lanes.right(), y))
            side = now.px(14)
            badge = bool(lane.sign)
            right = self.place.lanes.left() - 10 - (side + 8 if badge else 0)
            if badge:
                square = QRectF(self.place.lanes.left() - side - 9, top + (height - side) / 2, side, side)
                draw_organisation(self.p, square, lane.sign, lane.colour)
            self.p.setFont(now.font("caption"))
            self.p.setPen(QColor(self.palette.ink))
            rect = QRectF(8, top, right - 8, height)
            words = self.p.fontMetrics().elidedText(lane.name, Qt.TextElideMode.ElideRight, int(rect.width()))
            self.p.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
        self.p.setPen(QPen(QColor(self.palette.line), 1))
        self.p.drawLine(
            QPointF(0, self.place.terms.top() - 0.5), QPointF(self.place.lanes.right(), self.place.terms.top() - 0.5)
        )

    def _bars(self) -> None:
        parts = ax.bins(self.axis)
        tallies = [ax.tally(lane.days, parts) for lane in self.lanes]
        most = (
            max(
                (n for lane, numbers in zip(self.lanes, tallies, strict=True) if not lane.own for n in numbers),
                default=1,
            )
            or 1
        )
        for number, (lane, numbers) in enumerate(zip(self.lanes, tallies, strict=True)):
            bottom = self.place.lanes.top() + (number + 1) * self.place.lane_height - 1
            for (start, end), found in zip(parts, numbers, strict=True):
                if not found:
                    continue
                left, right = self.axis.x(start), self.axis.x(end)
                if lane.own:
                    self._diamond((left + right) / 2, bottom - self.place.lane_height / 2 + 1)
                else:
                    tall = 3 + (self.place.lane_height - 6) * (found / most) ** 0.6
                    gap = 2 if right - left > 7 else 0.5
                    self._bar(QRectF(left + gap, bottom - tall, max(2.0, right - left - 2 * gap), tall), lane.colour)

    def _bar(self, rect: QRectF, colour: int) -> None:
        hue = QColor(self.palette.organisation(colour))
        pattern = PATTERNS[colour % len(PATTERNS)]
        if pattern != Qt.BrushStyle.SolidPattern:
            pale = QColor(hue)
            pale.setAlphaF(0.45)
            self.p.fillRect(rect, pale)
        self.p.fillRect(rect, QBrush(hue, pattern))

    def _diamond(self, x: float, y: float) -> None:
        size = theme().px(5)
        self.p.setPen(QPen(QColor(self.palette.ink), 1.3))
        self.p.setBrush(QColor(self.palette.surface))
        self.p.drawPolygon(
            QPolygonF(
                [QPointF(x, y - size), QPointF(x + size * 0.9, y), QPointF(x, y + size), QPointF(x - size * 0.9, y)]
            )
        )

    def _brush(self, first: float, last: float) -> None:
        left, right = self.axis.x(first), max(self.axis.x(last), self.axis.x(first) + 8)
        rect = QRectF(
            left, self.place.terms.top() + 1, right - left, self.place.lanes.bottom() - self.place.terms.top() - 1
        )
        self._frame(rect, 3)

    def _frame(self, rect: QRectF, corner: float) -> None:
        tint = QColor(self.palette.primary)
        tint.setAlphaF(0.12)
        self.p.setPen(QPen(QColor(self.palette.primary), 2))
        self.p.setBrush(tint)
        self.p.drawRoundedRect(rect, corner, corner)

    def _overview(self) -> None:
        rect, axis = self.place.overview, self.axis
        self.p.setPen(Qt.PenStyle.NoPen)
        self.p.setBrush(QColor(self.palette.neutral_tint))
        self.p.drawRoundedRect(rect, 3, 3)
        whole = ax.Axis(axis.first, axis.last, axis.first, axis.last, rect.left(), rect.width())
        parts = ax.bins(whole)
        numbers = [sum(column) for column in zip(*(ax.tally(lane.days, parts) for lane in self.lanes), strict=True)]
        most = max(numbers, default=1) or 1
        for (start, end), found in zip(parts, numbers, strict=True):
            if found:
                tall = 2 + (rect.height() - 4) * found / most
                left, right = whole.x(start), whole.x(end)
                self.p.fillRect(
                    QRectF(left + 0.5, rect.bottom() - 1 - tall, max(1.5, right - left - 1), tall),
                    QColor(self.palette.outline),
                )
        self._frame(
            QRectF(whole.x(axis.start), rect.top() - 1, whole.x(axis.end) - whole.x(axis.start), rect.height() + 2), 3
        )
        self.p.setFont(theme().font("caption"))
        self.p.setPen(QColor(self.palette.muted))
        first, last = date.fromordinal(int(axis.first)).year, date.fromordinal(int(axis.last) - 1).year
        names = QRectF(0, rect.top(), rect.left() - 12, rect.height())
        self.p.drawText(names, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, f"{first} to {last}")
