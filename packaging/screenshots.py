"""Take the pictures of the desk from the sample forum, without a screen.

    screenshots.py                 every page, in both languages and colours, into docs/screenshots
    screenshots.py FOLDER [SCALE]  the same into another folder, as a screen scaled to 1.5 or 2 shows them

Each shows 1440 × 900 px of the desk; `sheet.webp` has all of them side by side.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from forumdesk.ui.window import Desk

HERE = Path(__file__).resolve().parent.parent
LOOKS = tuple(product(("zh", "en"), ("light", "dark")))
QUALITY, SHEET_QUALITY = 90, 80
WIDTH, HEIGHT = 1440, 900
THUMB_WIDTH, THUMB_HEIGHT, MARGIN = 480, 300, 16
"""px: of a page on the sheet, and the white around it."""

SETTLING = 1.5
"""Seconds in which a page reads, sets and draws what it shows, also on a busy machine."""


def main(out: Path) -> None:
    """Open the sample once and turn to every page in every look."""
    out.mkdir(parents=True, exist_ok=True)
    taken: dict[tuple[str, str, str], QImage] = {}
    for desk, language, theme in dressed():
        for page in turned(desk):
            image = desk.grab().toImage()
            taken[page, language, theme] = image
            place = out / f"{page}-{language}-{theme}.webp"
            image.save(str(place), quality=QUALITY)
            print(place)
    sheet(taken).save(str(out / "sheet.webp"), quality=SHEET_QUALITY)


def dressed() -> Iterator[tuple[Desk, str, str]]:
    """A desk on the sample in each language and in each of its colours."""
    from PySide6.QtCore import QSettings

    from forumdesk.app.sample import found_sample
    from forumdesk.base.words import Words
    from forumdesk.store.opening import create
    from forumdesk.ui.main import prepare
    from forumdesk.ui.theme import THEMES
    from forumdesk.ui.window import Desk

    prepare()
    with tempfile.TemporaryDirectory() as folder:
        store = create(str(Path(folder) / "世界领先科技园区发展论坛.forum"), found_sample)
        settings = QSettings(str(Path(folder) / "desk.ini"), QSettings.Format.IniFormat)
        desk = Desk(store, words=Words.of("zh"), settings=settings)
        desk.resize(WIDTH, HEIGHT)
        desk.show()
        desk.activateWindow()
        wait()
        for language, theme in LOOKS:
            desk.speak(Words.of(language))
            desk.wear(THEMES[theme])
            yield desk, language, theme
        desk.close()
        store.close()


def turned(desk: Desk) -> Iterator[str]:
    """Turn to one page after the other, each on what it shows best."""
    from forumdesk.app.sample import key
    from forumdesk.ui.pages import PAGES

    rows = {
        "agenda": key("item", "plaque"),
        "ceremonies": key("item", "plaque"),
        "people": key("person", "zhang-yulei"),
    }
    for kind in PAGES:
        desk.go(kind.name, rows.get(kind.name))
        wait(3 if kind.name == "documents" else 1)
        yield kind.name


def wait(times: int = 1) -> None:
    """Let the desk work; a single long wait of Qt's would leave its other threads no turn."""
    from PySide6.QtWidgets import QApplication

    until = time.monotonic() + times * SETTLING
    while time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.01)


def sheet(taken: dict[tuple[str, str, str], QImage]) -> QImage:
    """All pictures on one: a row a page, a column a look."""
    from PySide6.QtCore import QSize, Qt
    from PySide6.QtGui import QColor, QImage, QPainter

    pages = list(dict.fromkeys(page for page, _, _ in taken))
    across, down = THUMB_WIDTH + MARGIN, THUMB_HEIGHT + MARGIN
    whole = QImage(len(LOOKS) * across + MARGIN, len(pages) * down + MARGIN, QImage.Format.Format_RGB32)
    whole.fill(QColor("#FFFFFF"))
    painter = QPainter(whole)
    for (row, page), (column, look) in product(enumerate(pages), enumerate(LOOKS)):
        small = taken[page, *look].scaled(
            QSize(THUMB_WIDTH, THUMB_HEIGHT), mode=Qt.TransformationMode.SmoothTransformation
        )
        small.setDevicePixelRatio(1)
        painter.drawImage(MARGIN + column * across, MARGIN + row * down, small)
    painter.end()
    return whole


if __name__ == "__main__":
    sys.path.insert(0, str(HERE))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    match sys.argv[1:]:
        case [folder, scale]:
            os.environ["QT_SCALE_FACTOR"] = scale
            main(Path(folder))
        case [folder]:
            main(Path(folder))
        case _:
            main(HERE / "docs" / "screenshots")
