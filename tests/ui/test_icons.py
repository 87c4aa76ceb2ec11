"""Icons on screens of any scale."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from forumdesk.ui import icons


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("room", [16, 20])
def test_an_icon_has_every_dot_of_the_screen_and_fills_no_more_than_its_size(
    qapp: QApplication, scale: float, room: int
) -> None:
    assert qapp
    drawn = icons.icon("copy", "#000000", 16).pixmap(QSize(room, room), scale)
    assert (drawn.devicePixelRatio(), drawn.width()) == (scale, room * scale)
    image = drawn.toImage()
    inked = [x for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).alpha()]
    assert 0.8 * 16 * scale < max(inked) - min(inked) < 16 * scale
