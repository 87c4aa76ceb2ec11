"""The page as it prints, at any size; where mm of the layout lie on the screen."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from forumdesk.ui.documents.sheets import POINTS_AN_INCH
from forumdesk.ui.templates.draft import Draft
from forumdesk.ui.templates.trials import Page
from forumdesk.ui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from forumdesk.documents.themes import Area

POINTS_A_MM = POINTS_AN_INCH / 25.4
PIXELS_A_MM = 96 / 25.4
"""At 100 %."""
SMALLEST, LARGEST = 0.1, 8.0
MARGIN = 32
"""px around the page."""
MOST_DOTS = 24e6
"""A page is drawn no finer than that, and enlarged."""


class PageView(QWidget):
    """Shows one page whole, or zoomed. `resized` asks for a page drawn for another size."""

    resized = Signal()

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft, self._theme = draft, LIGHT
        self._room, self._zoom = QSize(), 0.0
        self._laid_out_at = 0.0
        """px a mm."""
        self.page: Page | None = None
        draft.changed.connect(self.lay_out)

    def show_page(self, page: Page) -> None:
        """Show a page that was made."""
        self.page = page
        page.image.setDevicePixelRatio(self.devicePixelRatioF())
        self.update()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours; paper stays white."""
        self._theme = theme
        self.update()

    # ---- zoom

    @property
    def zoom(self) -> float:
        """How large the page is; 1 is about its size on paper."""
        return self._zoom or self._fitted

    @property
    def is_fitted(self) -> bool:
        """Whether the page is as large as there is room for."""
        return not self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Show the page so large; 0 as large as there is room for."""
        self._zoom = min(LARGEST, max(SMALLEST, zoom)) if zoom else 0.0
        self.lay_out()

    def set_room(self, room: QSize) -> None:
        """Know how much of it is seen at once."""
        self._room = room
        self.lay_out()

    def lay_out(self) -> None:
        """Take the size the page wants, or fill the room."""
        across, down = (round(side * self._scale) + 2 * MARGIN for side in self._sides)
        size = self._room.expandedTo(QSize(0, 0) if self.is_fitted else QSize(across, down))
        before = self.size(), self._laid_out_at
        self.resize(size)
        self._laid_out_at = self._scale
        if before != (self.size(), self._laid_out_at):
            self.resized.emit()
        self.update()

    @property
    def dots_a_point(self) -> float:
        """How finely a page is to be drawn."""
        dots = self._scale / POINTS_A_MM * self.devicePixelRatioF()
        across, down = (side * POINTS_A_MM for side in self._sides)
        return min(dots, sqrt(MOST_DOTS / (across * down)))

    # ---- mm and px

    @property
    def _slug(self) -> float:
        return self._draft.layout.slug if self._draft.layout else 0.0

    @property
    def _sides(self) -> tuple[float, float]:
        """mm of the page with its margin for marks."""
        layout = self._draft.layout
        return (layout.width + 2 * layout.slug, layout.height + 2 * layout.slug) if layout else (1.0, 1.0)

    @property
    def _fitted(self) -> float:
        across, down = self._sides
        room = self._room.width() - 2 * MARGIN, self._room.height() - 2 * MARGIN
        return max(SMALLEST, min(room[0] / across, room[1] / down) / PIXELS_A_MM)

    @property
    def _scale(self) -> float:
        """px a mm."""
        return self.zoom * PIXELS_A_MM

    @property
    def _sheet(self) -> QRectF:
        """Where the page lies."""
        width, height = (side * self._scale for side in self._sides)
        return QRectF(round((self.width() - width) / 2), round((self.height() - height) / 2), width, height)

    def rect_of(self, area: Area) -> QRectF:
        """An area of the layout on the screen."""
        corner = self.point_of(QPointF(area.x, area.y))
        return QRectF(corner.x(), corner.y(), area.width * self._scale, area.height * self._scale)

    def point_of(self, place: QPointF) -> QPointF:
        """Where a place in mm is seen."""
        return self._sheet.topLeft() + (place + QPointF(self._slug, self._slug)) * self._scale

    def place_at(self, point: QPointF) -> QPointF:
        """The place in mm under a point."""
        return (point - self._sheet.topLeft()) / self._scale - QPointF(self._slug, self._slug)

    # ---- drawing

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the page, and over it what somebody is doing to it."""
        painter, theme, sheet = QPainter(self), self._theme, self._sheet
        painter.fillRect(self.rect(), QColor(theme.sunken))
        if self._draft.layout is None:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(sheet, QColor("#FFFFFF"))
        if self.page is not None:
            painter.drawImage(sheet, self.page.image)
        painter.setPen(QPen(QColor(theme.hairline_strong), 1))
        painter.drawRect(sheet.adjusted(-0.5, -0.5, 0.5, 0.5))
        self.draw_over(painter)

    def draw_over(self, painter: QPainter) -> None:
        """Draw above the page."""
