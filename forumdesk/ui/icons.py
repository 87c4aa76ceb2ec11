"""Icons from `resources/icons` (Lucide, ISC), recoloured from the theme."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QStyleOption

from forumdesk.base.places import resources

_STROKE = "1.7"


@cache
def picture(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """An icon as a pixmap of `size` px, for a screen with that many dots a px."""
    source = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    drawn = source.replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{_STROKE}"')
    dots = round(size * ratio)
    pixmap = QPixmap(dots, dots)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawn.encode())).render(painter, QRectF(0, 0, dots, dots))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


@cache
def icon(name: str, colour: str, size: int, *, disabled: str = "") -> QIcon:
    """An icon of `size` px for buttons, as sharp as the screen is, in another colour where it is disabled."""
    return QIcon(_Drawn(name, colour, size, disabled))


class _Drawn(QIconEngine):
    """Draws an icon when it is first shown: a window has more of them than it shows at once."""

    def __init__(self, name: str, colour: str, size: int, disabled: str) -> None:
        super().__init__()
        self._name, self._colour, self._size, self._disabled = name, colour, size, disabled

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:  # noqa: ARG002
        """The icon amid `size` px, for a screen with `scale` dots a px."""
        is_off = mode == QIcon.Mode.Disabled
        side = min(self._size, size.width())
        drawn = picture(self._name, self._disabled if is_off and self._disabled else self._colour, side, scale)
        if is_off and not self._disabled:
            drawn = QApplication.style().generatedIconPixmap(mode, drawn, QStyleOption())
        return drawn if side == size.width() else _amid(size, drawn)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon for a screen with one dot a px."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """The icon within a rectangle."""
        scale = painter.device().devicePixelRatio()
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, scale))


def _amid(size: QSize, drawn: QPixmap) -> QPixmap:
    """A pixmap in the middle of a larger one: Qt would enlarge it to fill the room."""
    ratio = drawn.devicePixelRatio()
    whole = QPixmap(size * ratio)
    whole.setDevicePixelRatio(ratio)
    whole.fill(Qt.GlobalColor.transparent)
    inner = drawn.deviceIndependentSize()
    painter = QPainter(whole)
    painter.drawPixmap(QPointF((size.width() - inner.width()) / 2, (size.height() - inner.height()) / 2), drawn)
    painter.end()
    return whole
