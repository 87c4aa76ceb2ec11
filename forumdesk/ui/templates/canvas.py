"""The page, and over it the boxes of what is chosen: to drag, pull, nudge by arrows, or catch in a frame."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen

from forumdesk.ui.templates import deeds
from forumdesk.ui.templates.draft import NONE, Draft
from forumdesk.ui.templates.page_view import PageView
from forumdesk.ui.templates.snapping import Guide, snapped
from forumdesk.ui.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from forumdesk.documents.cards.layout import AnyElement, Layout
    from forumdesk.documents.themes import Area

HANDLE, REACH, NEAR, STILL = 7, 8, 5, 3
"""px of a handle, from where it and a line are caught, from where a box snaps, and that are no drag yet."""
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
    """What the mouse took hold of: which handle, where, and how the layout and the chosen boxes were then."""

    handle: Handle
    at: QPointF
    layout: Layout
    areas: Mapping[int, Area]


class Canvas(PageView):
    """Chooses, moves and resizes what stands on the page."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        self._grip: Grip | None = None
        self._dragged = False
        self._band: tuple[QPointF, QPointF] | None = None
        self._nudging = False
        self._guides: list[Guide] = []
        self.snaps = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        draft.chosen.connect(self.update)

    # ---- where things are

    @property
    def areas(self) -> Mapping[int, Area]:
        """The rooms of what is chosen, by their places."""
        return {place: area for place in self._draft.places if (area := self.area_of(place)) is not None}

    def area_of(self, place: int) -> Area | None:
        """The room of an element as it is edited now; where it does not stand, the room it would take."""
        from forumdesk.documents.cards.editing import area

        layout = self._draft.layout
        if layout is None or not 0 <= place < len(layout.elements):
            return None
        now = area(layout.elements[place], self._draft.manner)
        drawn = self._drawn(place)
        if drawn is None or self.page is None:
            return now
        then = area(self.page.wish.layout.elements[place], self._draft.manner)
        return drawn._replace(
            x=drawn.x + now.x - then.x, y=drawn.y + now.y - then.y, width=now.width, height=now.height
        )

    def _drawn(self, place: int) -> Area | None:
        """The room of an element on the page that is seen."""
        areas = self.page.trial.areas if self.page else ()
        return areas[place] if place < len(areas) else None

    def _place_at(self, at: QPointF) -> int:
        """The smallest box under a point, the topmost of equals; of an outline only its line."""
        layout = self._draft.layout
        if layout is None:
            return NONE
        under = [
            (area.width * area.height, -place, place)
            for place, element in enumerate(layout.elements)
            if (area := self._drawn(place)) is not None
            and self._covers(self.rect_of(area), at, hollow=_is_hollow(element))
        ]
        return min(under)[2] if under else NONE

    def _covers(self, box: QRectF, at: QPointF, *, hollow: bool) -> bool:
        inner = box.adjusted(REACH, REACH, -REACH, -REACH)
        return box.adjusted(-2, -2, 2, 2).contains(at) and not (hollow and inner.isValid() and inner.contains(at))

    def _handle_at(self, at: QPointF) -> Handle | None:
        for handle, point in self._handles():
            if abs(point.x() - at.x()) <= REACH and abs(point.y() - at.y()) <= REACH:
                return handle
        return None

    def _handles(self) -> Iterator[tuple[Handle, QPointF]]:
        """The handles of the one chosen box; a text's lines follow its lower edge, its sides are free."""
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

    # ---- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a handle, or choose what lies under the pointer and take hold of it; else draw a frame."""
        draft, at = self._draft, event.position()
        if event.button() is not Qt.MouseButton.LeftButton or draft.layout is None:
            return
        self._dragged = False
        under, handle = self._place_at(at), self._handle_at(at)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier or (handle is None and under == NONE):
            self._band = (at, at)
            return
        if handle is None and under not in draft.places:
            draft.choose(under)
        self._grip = Grip(handle or (1, 1), at, draft.layout, self.areas)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held; boxes snap to the page and to other boxes, unless Ctrl is held."""
        at = event.position()
        start = self._grip.at if self._grip else self._band[0] if self._band else None
        if start is None:
            self._point(at)
            return
        self._dragged = self._dragged or (at - start).manhattanLength() >= STILL
        if self._band is not None:
            self._band = (start, at)
            self.update()
        elif self._grip is not None and self._dragged:
            free = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier) or not self.snaps
            self._drag(self._grip, (at - start) / self._scale, free=free)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: what was dragged is one step, and what a frame holds is chosen."""
        if self._band is not None:
            self._catch(QRectF(*self._band).normalized(), self._place_at(event.position()), event.modifiers())
        elif self._grip is not None and not self._dragged and self._grip.handle == (1, 1):
            self._draft.choose(self._place_at(event.position()))  # one of several
        self._grip, self._band, self._guides = None, None, []
        self._draft.finish()
        self.update()

    def _catch(self, frame: QRectF, under: int, modifiers: Qt.KeyboardModifier) -> None:
        """Choose what lies in a frame; with Shift besides what is chosen, and a click adds or takes off one."""
        chosen = self._draft.places if modifiers & Qt.KeyboardModifier.ShiftModifier else ()
        count = len(self._draft.layout.elements) if self._draft.layout else 0
        if self._dragged:
            boxes = {place: self.rect_of(area) for place in range(count) if (area := self._drawn(place))}
            caught = [place for place, box in boxes.items() if frame.contains(box) and place not in chosen]
            self._draft.choose(*chosen, *caught)
        elif under in chosen:
            self._draft.choose(*(place for place in chosen if place != under))
        else:
            self._draft.choose(*chosen, *([under] if under != NONE else []))

    def _drag(self, grip: Grip, by: QPointF, *, free: bool) -> None:
        from forumdesk.documents.cards.arranging import around, shifted
        from forumdesk.documents.cards.editing import resized, with_element

        if not grip.areas:
            return
        area, (column, row) = around(grip.areas.values()), grip.handle
        if (column, row) == (1, 1):
            wanted = area._replace(x=area.x + by.x(), y=area.y + by.y())
        else:
            left, right = area.x + by.x() * (column == 0), area.x + area.width + by.x() * (column == 2)
            top, bottom = area.y + by.y() * (row == 0), area.y + area.height + by.y() * (row == 2)
            wanted = area._replace(x=left, y=top, width=right - left, height=bottom - top)
        self._guides = []
        if not free:
            wanted, self._guides = snapped(wanted, grip.handle, list(self._others()), NEAR / self._scale)
        draft, (place, *_) = self._draft, grip.areas
        if (column, row) == (1, 1):
            fine = 2 if self._guides else 1  # freely to tenths of a mm, to a line exactly
            shift = round(wanted.x - area.x, fine), round(wanted.y - area.y, fine)
            draft.attempt(shifted(grip.layout, draft.manner, dict.fromkeys(grip.areas, shift)), deeds.MOVE)
        else:
            made = resized(grip.layout.elements[place], draft.manner, wanted)
            draft.attempt(with_element(grip.layout, place, made), deeds.RESIZE)

    def _others(self) -> Iterator[Area]:
        """What a box may snap to: the page, its middle, and what else stands on it."""
        from forumdesk.documents.themes import Area

        layout = self._draft.layout
        assert layout is not None
        yield Area(0.0, 0.0, layout.width, layout.height)
        for place in range(len(layout.elements)):
            if place not in self._draft.places and (area := self._drawn(place)) is not None:
                yield area

    def _point(self, at: QPointF) -> None:
        handle = self._handle_at(at)
        if handle is None:
            over = self._place_at(at) != NONE
            self.setCursor(Qt.CursorShape.SizeAllCursor if over else Qt.CursorShape.ArrowCursor)
        else:
            self.setCursor(_CURSORS[handle])

    # ---- keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows nudge, with Shift further, with Alt they pull the lower right; Delete removes."""
        draft, key = self._draft, Qt.Key(event.key())
        if key in _ARROWS and draft.places:
            stride = STRIDE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
            across, down = (stride * way for way in _ARROWS[key])
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            self._nudging = True
            (deeds.pull if alt else deeds.nudge)(draft, across, down)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and draft.places:
            deeds.remove(draft)
        elif key == Qt.Key.Key_Escape and (self._grip or self._band):
            self._grip, self._band, self._guides = None, None, []
            draft.drop()
            self.update()
        elif key == Qt.Key.Key_Escape and draft.places:
            draft.choose()
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

    def draw_over(self, painter: QPainter) -> None:
        """Draw the boxes of what is chosen, what they snapped to and the frame that is being drawn."""
        # Paper is white in both themes, and so are the colours of what is drawn over it.
        accent, solid = QColor(LIGHT.focus), Qt.PenStyle.SolidLine
        painter.setPen(QPen(accent, 1, Qt.PenStyle.DotLine))
        for guide in self._guides:
            box = self.rect_of(guide.reach)
            painter.drawLine(box.topLeft(), box.bottomRight())
        width = 2 if self.hasFocus() else 1
        for place, area in self.areas.items():
            stands = self._drawn(place) is not None
            painter.setPen(QPen(accent, width, solid if stands else Qt.PenStyle.DashLine))
            painter.drawRect(self.rect_of(area))
        painter.setPen(QPen(accent, 1))
        painter.setBrush(QColor("#FFFFFF"))
        for _, point in self._handles():
            painter.drawRect(QRectF(point.x() - HANDLE / 2, point.y() - HANDLE / 2, HANDLE, HANDLE))
        if self._band is not None and self._dragged:
            ground = QColor(accent)
            ground.setAlpha(28)
            painter.setBrush(ground)
            painter.drawRect(QRectF(*self._band).normalized())


def _is_hollow(element: AnyElement) -> bool:
    """Whether one sees and reaches through it."""
    from forumdesk.documents.cards.layout import Frame, Rectangle, RingBox

    return isinstance(element, Frame | RingBox) or (isinstance(element, Rectangle) and element.weight > 0)
