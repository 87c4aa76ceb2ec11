"""Draw the icons: `icons.py FOLDER SIZE…` makes FOLDER/SIZE/NAME.png, and the program's as .ico and .icns."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SOURCES = Path(__file__).resolve().parent.parent / "resources" / "icons"


def main(out: Path, sizes: list[int]) -> None:
    """Draw each in every size."""
    QGuiApplication([])
    for source in sorted(SOURCES.glob("forumdesk*.svg")):
        renderer = QSvgRenderer(str(source))
        for size in sizes:
            image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
            image.fill(Qt.GlobalColor.transparent)
            painter = QPainter(image)
            renderer.render(painter)
            painter.end()
            (out / str(size)).mkdir(parents=True, exist_ok=True)
            image.save(str(out / str(size) / f"{source.stem}.png"))
    largest = Image.open(out / str(max(sizes)) / "forumdesk.png")
    largest.save(out / "forumdesk.ico", sizes=[(size, size) for size in sizes if size <= 256])
    largest.save(out / "forumdesk.icns")


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(size) for size in sys.argv[2:]])
