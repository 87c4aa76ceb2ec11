"""The page as it prints, and over it the box of what is chosen: to drag, pull or nudge by arrows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from forumdesk.ui.documents.sheets import POINTS_AN_INCH
from forumdesk.ui.templates.draft import NONE, Draft
from forumdesk.ui.templates.snapping import Guide, snapped
from forumdesk.ui.templates.trials import Page
from forumdesk.ui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumdesk.documents.cards.layout import AnyElement
    from forumdesk.documents.themes import Area

POINTS_A_MM = POINTS_AN_INCH / 25.4
MARGIN, HANDLE, REACH, NEAR = 32, 7, 8, 5
"""px around the page, of a handle, from where it is caught, and from where a box snaps."""
STEP, STRIDE = 0.5, 5.0
"""mm that an arrow key nudges, alone and with Shift."""
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip
_CURSORS = {
    (0, 0): Qt.CursorShape.SizeFDiagCursor, (2, 2): Qt.CursorShape.SizeFDiagCursor,
    (2, 0): Qt.CursorShape.SizeBDiagCursor, (0, 2): Qt.CursorShape.SizeBDiagCursor,
    (1, 0): Qt.CursorShape.SizeVerCursor, (1, 2): Qt.CursorShape.SizeVerCursor,
    (0, 1): Qt.CursorShape.SizeHorCursor, (2, 1): Qt.CursorShape.SizeHorCursor,
}  # fmt: skip
Handle = tuple[int, int]
"""Which third of a box it lies at, across and down; (1, 1) is the box itself."""


@dataclass(frozen=True, slots=True)
class Grip:
    """What the mouse took hold of: which handle, where, and how the element lay then."""

    handle: Handle
    at: QPointF
    element: AnyElement
    area: Area


class Canvas(QWidget):
    """Shows one page whole. `resized` asks for a page drawn for another size."""

    resized = Signal()

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft, self._theme = draft, LIGHT
        self._grip: Grip | None = None
        self._nudging = False
        self._guides: list[Guide] = []
        self.page: Page | None = None
        self.snaps = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(240, 200)
        draft.chosen.connect(self.update)
        draft.changed.connect(self.update)

    def show_page(self, page: Page) -> None:
        """Show a page that was made."""
        self.page = page
        page.image.setDevicePixelRatio(self.devicePixelRatioF())
        self.update()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours; paper stays white."""
        self._theme = theme
        self.update()

    # ---- mm and px

    @property
    def dots_a_point(self) -> float:
        """How finely a page is to be drawn."""
        return self._scale / POINTS_A_MM * self.devicePixelRatioF()

    @property
    def _slug(self) -> float:
        return self._draft.layout.slug if self._draft.layout else 0.0

    @property
    def _scale(self) -> float:
        """px a mm."""
        layout = self._draft.layout
        if layout is None:
            return 1.0
        across, down = layout.width + 2 * layout.slug, layout.height + 2 * layout.slug
        return max(0.1, min((self.width() - 2 * MARGIN) / across, (self.height() - 2 * MARGIN) / down))

    @property
    def _sheet(self) -> QRectF:
        """Where the page lies."""
        layout = self._draft.layout
        if layout is None:
            return QRectF()
        width, height = ((side + 2 * layout.slug) * self._scale for side in (layout.width, layout.height))
        return QRectF(round((self.width() - width) / 2), round((self.height() - height) / 2), width, height)

    def rect_of(self, area: Area) -> QRectF:
        """An area of the layout on the screen."""
        scale, sheet = self._scale, self._sheet
        x, y = sheet.left() + (area.x + self._slug) * scale, sheet.top() + (area.y + self._slug) * scale
        return QRectF(x, y, area.width * scale, area.height * scale)

    def area_of(self, place: int) -> Area | None:
        """The room of an element as it is edited now; where it does not stand, the room it would take."""
        from forumdesk.documents.cards.editing import area

        layout = self._draft.layout
        if layout is None or not 0 <= place < len(layout.elements):
            return None
        now = area(layout.elements[place], self._draft.manner)
        drawn = self._drawn(place)
        if drawn is None or self.page is None or place >= len(self.page.wish.layout.elements):
            return now
        then = area(self.page.wish.layout.elements[place], self._draft.manner)
        return drawn._replace(
            x=drawn.x + now.x - then.x, y=drawn.y + now.y - then.y, width=now.width, height=now.height
        )

    def _drawn(self, place: int) -> Area | None:
        """The room of an element on the page that is seen."""
        areas = self.page.trial.areas if self.page else ()
        return areas[place] if place < len(areas) else None

    # ---- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a handle, or choose what lies under the pointer and take hold of it."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        handle = self._handle_at(event.position())
        if handle is None:
            self._draft.choose(self._place_at(event.position()))
            handle = (1, 1)
        element, area = self._draft.element, self.area_of(self._draft.place)
        self._grip = Grip(handle, event.position(), element, area) if element is not None and area else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held; a box snaps to the page and to other boxes, unless Ctrl is held."""
        grip = self._grip
        if grip is None:
            self._point(event.position())
            return
        moved = event.position() - grip.at
        if not self._guides and moved.manhattanLength() < 3 and self._draft.element is grip.element:
            return
        across, down = moved.x() / self._scale, moved.y() / self._scale
        free = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier) or not self.snaps
        self._drag(grip, across, down, free=free)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        """Let go: what was dragged is one step."""
        self._grip, self._guides = None, []
        self._draft.finish()
        self.update()

    def _drag(self, grip: Grip, across: float, down: float, *, free: bool) -> None:
        from forumdesk.documents.cards.editing import moved, resized, with_element

        layout, manner = self._draft.layout, self._draft.manner
        assert layout is not None
        area, (column, row) = grip.area, grip.handle
        if (column, row) == (1, 1):
            wanted = area._replace(x=area.x + across, y=area.y + down)
        else:
            left, right = area.x + across * (column == 0), area.x + area.width + across * (column == 2)
            top, bottom = area.y + down * (row == 0), area.y + area.height + down * (row == 2)
            wanted = area._replace(x=left, y=top, width=right - left, height=bottom - top)
        self._guides = []
        if not free:
            wanted, self._guides = snapped(wanted, grip.handle, list(self._others()), NEAR / self._scale)
        if (column, row) == (1, 1):
            element = moved(grip.element, manner, round(wanted.x - area.x, 1), round(wanted.y - area.y, 1))
        else:
            element = resized(grip.element, manner, wanted)
        self._draft.attempt(with_element(layout, self._draft.place, element))

    def _others(self) -> Iterator[Area]:
        """What a box may snap to: the page, its middle, and what else stands on it."""
        from forumdesk.documents.themes import Area

        layout = self._draft.layout
        assert layout is not None
        yield Area(0.0, 0.0, layout.width, layout.height)
        for place in range(len(layout.elements)):
            if place != self._draft.place and (area := self._drawn(place)) is not None:
                yield area

    def _point(self, at: QPointF) -> None:
        handle = self._handle_at(at)
        if handle is None:
            over = self._place_at(at) != NONE
            self.setCursor(Qt.CursorShape.SizeAllCursor if over else Qt.CursorShape.ArrowCursor)
        else:
            self.setCursor(_CURSORS[handle])

    def _place_at(self, at: QPointF) -> int:
        """The smallest box under a point, the topmost of equals: a frame around all hides nothing."""
        areas = self.page.trial.areas if self.page else ()
        under = [
            (area.width * area.height, -place, place)
            for place, area in enumerate(areas)
            if area is not None and self.rect_of(area).adjusted(-2, -2, 2, 2).contains(at)
        ]
        return min(under)[2] if under else NONE

    def _handle_at(self, at: QPointF) -> Handle | None:
        for handle, point in self._handles():
            if abs(point.x() - at.x()) <= REACH and abs(point.y() - at.y()) <= REACH:
                return handle
        return None

    def _handles(self) -> Iterator[tuple[Handle, QPointF]]:
        """The handles of the chosen box; a text's lines follow its lower edge, its sides are free."""
        area = self.area_of(self._draft.place)
        if area is None:
            return
        from forumdesk.documents.cards.layout import QrCode, RingBox, TextBox

        box, element = self.rect_of(area), self._draft.element
        handles: tuple[Handle, ...] = tuple(_CURSORS)
        if isinstance(element, TextBox):
            handles = ((0, 1), (2, 1), (1, 2))
        elif isinstance(element, RingBox | QrCode):
            handles = ((2, 2),)
        for column, row in handles:
            yield (column, row), QPointF(box.left() + box.width() * column / 2, box.top() + box.height() * row / 2)

    # ---- keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows nudge, with Shift further, with Alt they pull the lower right; Delete removes; Tab goes on."""
        from forumdesk.documents.cards import editing

        draft, element, key = self._draft, self._draft.element, Qt.Key(event.key())
        if key in _ARROWS and element is not None and draft.layout is not None:
            stride = STRIDE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
            across, down = (stride * way for way in _ARROWS[key])
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                room = editing.area(element, draft.manner)
                to = room._replace(width=room.width + across, height=room.height + down)
                made = editing.resized(element, draft.manner, to)
            else:
                made = editing.moved(element, draft.manner, across, down)
            self._nudging = True
            draft.attempt(editing.with_element(draft.layout, draft.place, made))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and element is not None and draft.layout is not None:
            draft.write(editing.without(draft.layout, draft.place), NONE)
        elif key == Qt.Key.Key_Escape and self._grip is not None:
            self._grip, self._guides = None, []
            draft.drop()
        elif key == Qt.Key.Key_Escape and element is not None:
            draft.choose(NONE)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """An arrow held down is one step."""
        if self._nudging and not event.isAutoRepeat() and Qt.Key(event.key()) in _ARROWS:
            self._nudged()
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was nudged is a step also where the key is let go elsewhere."""
        self._nudged()
        self.update()
        super().focusOutEvent(event)

    def _nudged(self) -> None:
        if self._nudging:
            self._nudging = False
            self._draft.finish()

    # ---- drawing

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the page for another size."""
        super().resizeEvent(event)
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the page, the trim inside a margin, the chosen box and what it snapped to."""
        painter, theme, sheet = QPainter(self), self._theme, self._sheet
        painter.fillRect(self.rect(), QColor(theme.sunken))
        if sheet.isEmpty():
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(sheet, QColor("#FFFFFF"))
        if self.page is not None:
            painter.drawImage(sheet, self.page.image)
        painter.setPen(QPen(QColor(theme.hairline_strong), 1))
        painter.drawRect(sheet.adjusted(-0.5, -0.5, 0.5, 0.5))
        self._draw_chosen(painter)

    def _draw_chosen(self, painter: QPainter) -> None:
        # Paper is white in both themes, and so are the colours of what is drawn over it.
        accent = QColor(LIGHT.focus)
        painter.setPen(QPen(accent, 1, Qt.PenStyle.DotLine))
        for guide in self._guides:
            box = self.rect_of(guide.reach)
            painter.drawLine(box.topLeft(), box.bottomRight())
        area = self.area_of(self._draft.place)
        if area is None:
            return
        stands = self._drawn(self._draft.place) is not None
        painter.setPen(
            QPen(accent, 2 if self.hasFocus() else 1, Qt.PenStyle.SolidLine if stands else Qt.PenStyle.DashLine)
        )
        painter.drawRect(self.rect_of(area))
        painter.setPen(QPen(accent, 1))
        painter.setBrush(QColor("#FFFFFF"))
        for _, point in self._handles():
            painter.drawRect(QRectF(point.x() - HANDLE / 2, point.y() - HANDLE / 2, HANDLE, HANDLE))
