"""A picture on a card: dropped, pasted or chosen, shown in a circle or a rounded square, taken away again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QImageWriter,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMenu

from forumdesk.rules.names import is_han
from forumdesk.ui import icons
from forumdesk.ui.parts.text import plain
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import LIGHT, Theme
from forumdesk.ui.typeface import sized

if TYPE_CHECKING:
    from forumdesk.app.commands.command import Command
    from forumdesk.store.work import Look
    from forumdesk.ui.operations import Operations

SIDE, SHARPEST, CORNER, ICON = 56, 3, 8, 22
"""px of the field, dots a px that are kept of a picture, px of a rounded corner, px of an icon in its stead."""
FILES = "*.jpg *.jpeg *.png *.webp *.gif *.tif *.tiff *.bmp"

Source = Path | QImage
Giving = Callable[[bytes | None], "Command"]


def picture_in(mime: QMimeData | None) -> Source | None:
    """The picture that is dragged or was copied: the first file, or an image; a new clipboard holds nothing."""
    if mime is None:
        return None
    if mime.hasUrls():
        first = mime.urls()[0]
        return Path(first.toLocalFile()) if first.isLocalFile() else None
    image = mime.imageData() if mime.hasImage() else None
    return image if isinstance(image, QImage) and not image.isNull() else None


def initials(name: str) -> str:
    """What stands for a face: 张 for 张宇蕾, EL for Ebba Lund."""
    if is_han(name):
        return name[0]
    words = name.replace("·", " ").replace(".", " ").split()
    return "".join(word[0] for word in (words if len(words) < 2 else (words[0], words[-1]))).upper()


class PictureField(QAbstractButton):
    """Enter opens what can be done.

    `giver` is asked at once whose picture it is, and answers with what makes the command of its bytes, or of None
    to take it away: a file may take a while to read, and another card may be shown by then.
    """

    def __init__(
        self,
        operations: Operations,
        giver: Callable[[], Giving],
        screen: Screen,
        *,
        icon: str = "",
        is_round: bool = False,
    ) -> None:
        super().__init__()
        self._operations, self._giver = operations, giver
        self._icon, self._is_round = icon, is_round
        self._initials, self._theme, self._screen = "", LIGHT, screen
        self._image, self._is_wanted_here = QImage(), False
        self.sha256 = ""
        self.menu = QMenu(self)
        self.setFixedSize(SIDE, SIDE)
        self.setAcceptDrops(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._open_menu)

    def show_picture(self, sha256: str, name: str = "") -> None:
        """Show the picture with that SHA-256, or what stands for it."""
        self._initials = initials(name)
        if sha256 != self.sha256:
            self.sha256, self._image = sha256, QImage()
            if sha256:
                self._operations.look(partial(_scaled, sha256), partial(self._show_image, sha256))
        self.update()

    def take(self, source: Source | None) -> None:
        """Set a picture, or take the one that is there away."""
        give = self._giver()
        if source is None:
            self._operations.run(give(None))
        else:
            self._operations.do(partial(_bytes_of, source), lambda content: self._operations.run(give(content)))

    def speak(self, screen: Screen, word: str) -> None:
        """Say everything in another language; `word` says what the picture is."""
        self._screen = screen
        self.setAccessibleName(word)
        self.setToolTip(plain(screen.say("{picture}: drop one here, paste it, or choose a file", picture=word)))

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._theme = theme
        self.update()

    @property
    def has_image(self) -> bool:
        """Whether a picture is seen, not what stands for it."""
        return not self._image.isNull()

    def fill_menu(self) -> None:
        """Offer what can be done now."""
        screen, copied = self._screen, picture_in(QGuiApplication.clipboard().mimeData())
        self.menu.clear()
        for word, do, can in (
            (screen.say("Choose a picture…"), self._choose, True),
            (screen.say("Paste the picture"), partial(self.take, copied), copied is not None),
            (screen.say("Remove the picture"), partial(self.take, None), bool(self.sha256)),
        ):
            action = self.menu.addAction(word)
            action.triggered.connect(lambda _=False, do=do: do())
            action.setEnabled(can)

    def _open_menu(self) -> None:
        self.fill_menu()
        self.menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def _choose(self) -> None:
        screen = self._screen
        kinds = f"{screen.say('Pictures')} ({FILES});;{screen.say('All files')} (*)"
        path, _ = QFileDialog.getOpenFileName(self, screen.say("Choose a picture"), "", kinds)
        if path:
            self.take(Path(path))

    def _show_image(self, sha256: str, image: QImage) -> None:
        if sha256 == self.sha256:
            self._image = image
            self.update()

    # ---- keyboard and drops

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open the menu, Ctrl+V pastes, Delete takes away."""
        copied = picture_in(QGuiApplication.clipboard().mimeData())
        if event.matches(QKeySequence.StandardKey.Paste) and copied is not None:
            self.take(copied)
        elif event.key() == Qt.Key.Key_Delete and self.sha256:
            self.take(None)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say that a picture may be dropped here."""
        if picture_in(event.mimeData()) is not None:
            event.acceptProposedAction()
            self._want(wanted=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: ARG002
        """It went elsewhere."""
        self._want(wanted=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take it."""
        self._want(wanted=False)
        if (source := picture_in(event.mimeData())) is not None:
            event.acceptProposedAction()
            self.take(source)

    def _want(self, *, wanted: bool) -> None:
        self._is_wanted_here = wanted
        self.update()

    # ---- drawing

    def sizeHint(self) -> QSize:
        """One size."""
        return QSize(SIDE, SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the picture, or what stands for it, and a ring where the keyboard or a drag is."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        shape = QPainterPath()
        if self._is_round:
            shape.addEllipse(box)
        else:
            shape.addRoundedRect(box, CORNER, CORNER)
        # A logo stands on white in both themes: most are drawn for paper.
        on_paper = self.has_image and not self._is_round
        painter.fillPath(shape, QColor("#FFFFFF" if on_paper else theme.hover))
        if self.has_image:
            painter.save()
            painter.setClipPath(shape)
            self._draw_image(painter, box)
            painter.restore()
        elif self._initials and not self._icon:
            painter.setFont(sized(self.font(), 18, bold=True))
            painter.setPen(QColor(theme.ink_2))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._initials)
        else:
            drawn = icons.picture(self._icon or "camera", theme.ink_3, ICON, self.devicePixelRatioF())
            painter.drawPixmap(round(box.center().x() - ICON / 2), round(box.center().y() - ICON / 2), drawn)
        self._draw_ring(painter, shape)

    def _draw_image(self, painter: QPainter, box: QRectF) -> None:
        """A photo fills the circle; a logo is seen whole, a little in."""
        room = box if self._is_round else box.adjusted(4, 4, -4, -4)
        how = Qt.AspectRatioMode.KeepAspectRatioByExpanding if self._is_round else Qt.AspectRatioMode.KeepAspectRatio
        size = self._image.size().scaled(room.size().toSize(), how)
        # Faces are in the upper part of an upright photo.
        down = (
            min(0.0, (room.height() - size.height()) / 3) if self._is_round else (room.height() - size.height()) / 2
        )
        left = (room.width() - size.width()) / 2
        painter.drawImage(QRectF(room.x() + left, room.y() + down, size.width(), size.height()), self._image)

    def _draw_ring(self, painter: QPainter, shape: QPainterPath) -> None:
        theme = self._theme
        if self._is_wanted_here:
            pen = QPen(QColor(theme.accent), 2, Qt.PenStyle.DashLine)
        elif self.hasFocus():
            pen = QPen(QColor(theme.focus), 2)
        else:
            pen = QPen(QColor(theme.control if self.underMouse() else theme.hairline_strong), 1)
        painter.strokePath(shape, pen)


def _bytes_of(source: Source) -> bytes:
    """The bytes of a picture that comes in; on a thread of its own, as both a disk and a PNG may take a while."""
    if isinstance(source, Path):
        from forumdesk.exchange.pictures import read

        return read(source)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(source)
    return bytes(buffer.data().data())


def _scaled(sha256: str, look: Look) -> QImage:
    """The picture no larger than the sharpest screen shows it; made on the thread that reads."""
    from forumdesk.store.screens.pictures import content

    image = QImage.fromData(QByteArray(content(look, sha256)))
    most = SIDE * SHARPEST
    fits = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    return (
        image.scaled(most, most, fits, Qt.TransformationMode.SmoothTransformation) if image.width() > most else image
    )
