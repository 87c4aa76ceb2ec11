"""The pages of a proof, one below the other on the sunken ground. Only those in sight are drawn, by other threads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from math import ceil

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from forumdesk.base.errors import Trouble
from forumdesk.ui.documents.proofs import Proof
from forumdesk.ui.documents.sheets import POINTS_AN_INCH, picture
from forumdesk.ui.operations import Operations, as_trouble
from forumdesk.ui.theme import LIGHT, Theme

PIXELS_A_POINT = 96 / POINTS_AN_INCH
"""At 100 %."""
SMALLEST, LARGEST, STEP = 0.1, 4.0, 1.25
MARGIN, GAP, SCROLL_BAR = 24, 24, 12
KEPT = 2
"""Pages above and below those in sight whose pictures are kept."""


class Fit(Enum):
    """What the zoom follows when the window is resized."""

    WIDTH = auto()
    PAGE = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn page: of which edition of the proof, how finely, and the picture (none, where that failed)."""

    edition: int
    dots_a_point: float
    image: QImage | None


class Preview(QAbstractScrollArea):
    """Scrolls and zooms over a proof. `moved` says that another page or another zoom is in sight."""

    moved = Signal()
    failed = Signal(object)

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.proof: Proof | None = None
        self.fit = Fit.WIDTH
        self.zoom = 1.0
        self._operations, self._theme = operations, LIGHT
        self._edition = 0
        self._drawing = False
        self._pictures: dict[int, Picture] = {}
        self._places: list[QRect] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(40)
        self.horizontalScrollBar().setSingleStep(40)

    def show_proof(self, proof: Proof) -> None:
        """Show another edition: the same document stays where it is scrolled to, another one begins at its top."""
        before = self.proof
        same = before is not None and (before.wish.document, before.wish.kinds) == (
            proof.wish.document,
            proof.wish.kinds,
        )
        self.proof = proof
        if before is not None and before.pdf == proof.pdf:
            return
        self._edition += 1
        if not same:
            self._pictures.clear()
        self._lay_out()
        if not same:
            self.verticalScrollBar().setValue(0)
        self._look_around()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours; paper stays white."""
        self._theme = theme
        self.viewport().update()

    @property
    def is_settled(self) -> bool:
        """Whether every page in sight is drawn as it should be."""
        return self.proof is not None and not self._drawing and all(map(self._is_drawn, self.in_sight()))

    @property
    def page(self) -> int:
        """The page in the middle of the sight, counted from 0."""
        middle = self.viewport().height() // 2
        return next((number for number, place in enumerate(self._shifted()) if place.bottom() + GAP >= middle), 0)

    def in_sight(self) -> list[int]:
        """The pages of which something is seen."""
        sight = self.viewport().rect()
        return [number for number, place in enumerate(self._shifted()) if place.intersects(sight)]

    def drawn(self, page: int) -> QImage | None:
        """The picture of a page, if it has one."""
        return self._pictures[page].image if page in self._pictures else None

    def turn_to(self, page: int) -> None:
        """Bring a page's top into sight."""
        if self._places:
            place = self._places[max(0, min(page, len(self._places) - 1))]
            self.verticalScrollBar().setValue(place.top() - GAP // 2)

    def set_fit(self, fit: Fit) -> None:
        """Let the zoom follow the window."""
        self.fit = fit
        self._lay_out()
        self._look_around()

    def zoom_by(self, factor: float, about: int | None = None) -> None:
        """Zoom, keeping what stands at the height `about` (px in the window; its middle) where it is."""
        self.fit = Fit.NOTHING
        zoom = max(SMALLEST, min(LARGEST, self.zoom * factor))
        self._lay_out(zoom, self.viewport().height() // 2 if about is None else about)
        self._look_around()

    def _lay_out(self, zoom: float | None = None, about: int = 0) -> None:
        if self.proof is None:
            return
        kept = self._point_at(about)
        self.zoom = zoom or self._fitted()
        scale = self.zoom * PIXELS_A_POINT
        boxes = [(ceil(width * scale), ceil(height * scale)) for width, height in self.proof.sizes]
        widest = max(width for width, _ in boxes)
        across = max(self.viewport().width(), widest + MARGIN)
        self._places, down = [], GAP // 2
        for width, height in boxes:
            self._places.append(QRect((across - width) // 2, down, width, height))
            down += height + GAP
        self._set_bars(across, down)
        if kept is not None:
            page, part = kept
            place = self._places[min(page, len(self._places) - 1)]
            self.verticalScrollBar().setValue(round(place.top() + part * place.height()) - about)

    def _set_bars(self, across: int, down: int) -> None:
        sight = self.viewport().size()
        for bar, length, seen in (
            (self.verticalScrollBar(), down, sight.height()),
            (self.horizontalScrollBar(), across, sight.width()),
        ):
            bar.setPageStep(seen)
            bar.setRange(0, max(0, length - seen))
        self.horizontalScrollBar().setValue((across - sight.width()) // 2)

    def _fitted(self) -> float:
        if self.proof is None or self.fit is Fit.NOTHING:
            return self.zoom
        room = self.maximumViewportSize()
        width = max(width for width, _ in self.proof.sizes) * PIXELS_A_POINT
        height = max(height for _, height in self.proof.sizes) * PIXELS_A_POINT
        zoom = (room.width() - SCROLL_BAR - 2 * MARGIN) / width
        if self.fit is Fit.PAGE:
            zoom = min(zoom, (room.height() - 2 * GAP) / height)
        return max(SMALLEST, min(LARGEST, zoom))

    def _point_at(self, y: int) -> tuple[int, float] | None:
        """The page at a height of the window, and which part of it lies above."""
        for number, place in enumerate(self._shifted()):
            if place.bottom() + GAP >= y:
                return number, (y - place.top()) / place.height()
        return None

    def _shifted(self) -> Iterator[QRect]:
        by = QPoint(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        return (place.translated(by) for place in self._places)

    @property
    def _dots_a_point(self) -> float:
        return self.zoom * PIXELS_A_POINT * self.devicePixelRatioF()

    def _is_drawn(self, page: int) -> bool:
        there = self._pictures.get(page)
        return there is not None and (there.edition, there.dots_a_point) == (self._edition, self._dots_a_point)

    def _look_around(self) -> None:
        """Paint, say what is in sight, and have drawn what is missing there, page by page."""
        self.viewport().update()
        self.moved.emit()
        if self._drawing or self.proof is None:
            return
        seen = self.in_sight()
        for page in list(self._pictures):
            if seen and not seen[0] - KEPT <= page <= seen[-1] + KEPT:
                del self._pictures[page]
        if missing := [page for page in seen if not self._is_drawn(page)]:
            page = missing[0]
            self._drawing = True
            dots = self._dots_a_point
            self._operations.do(
                partial(_picture, self.proof.pdf, page, dots), partial(self._on_drawn, self._edition, page, dots)
            )

    def _on_drawn(self, edition: int, page: int, dots_a_point: float, image: QImage | Trouble) -> None:
        self._drawing = False
        if isinstance(image, Trouble):
            self.failed.emit(image)
            self._pictures[page] = Picture(edition, dots_a_point, None)
        elif edition == self._edition:
            image.setDevicePixelRatio(self.devicePixelRatioF())
            self._pictures[page] = Picture(edition, dots_a_point, image)
        self._look_around()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in sight; one whose picture is to come shows the one it had, or white."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        edge = QPen(QColor(self._theme.hairline_strong), 1)
        for number, place in enumerate(self._shifted()):
            if not place.intersects(event.rect()):
                continue
            painter.fillRect(place, QColor("#FFFFFF"))
            image = self.drawn(number)
            if image is not None:
                if self._is_drawn(number) and abs(image.deviceIndependentSize().width() - place.width()) < 2:
                    painter.drawImage(place.topLeft(), image)
                else:
                    painter.drawImage(QRectF(place), image)
            painter.setPen(edge)
            painter.drawRect(place.adjusted(-1, -1, 0, 0))

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002
        """Other pages are in sight."""
        self._look_around()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages anew."""
        super().resizeEvent(event)
        self._lay_out()
        self._look_around()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel zooms about the pointer."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(STEP ** (event.angleDelta().y() / 120), round(event.position().y()))
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End, Ctrl with + and − to zoom, Ctrl+0 to fit the width; arrows and pages scroll anyway."""
        key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(STEP)
        elif control and key == Qt.Key.Key_Minus:
            self.zoom_by(1 / STEP)
        elif control and key == Qt.Key.Key_0:
            self.set_fit(Fit.WIDTH)
        elif key == Qt.Key.Key_Home:
            self.verticalScrollBar().setValue(0)
        elif key == Qt.Key.Key_End:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
        else:
            super().keyPressEvent(event)


def _picture(pdf: bytes, page: int, dots_a_point: float) -> QImage | Trouble:
    """A page's picture, or why there is none: whoever asked must hear of either, to go on."""
    try:
        return picture(pdf, page, dots_a_point)
    except Exception as error:
        return as_trouble(error)
