"""Icons from `resources/icons` (Lucide, ISC), recoloured from the theme."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from forumdesk.base.places import resources

_STROKE = "1.7"
_SCALES = (1, 1.25, 1.5, 2, 3)


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
    """An icon for buttons: sharp at the usual scales, in another colour where it is disabled."""
    made = QIcon()
    for ratio in _SCALES:
        made.addPixmap(picture(name, colour, size, ratio))
        if disabled:
            made.addPixmap(picture(name, disabled, size, ratio), QIcon.Mode.Disabled)
    return made
