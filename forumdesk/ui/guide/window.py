"""The user guide in a window of its own, which may stay open beside the desk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QUrl
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QTextBrowser, QWidget

from forumdesk.base.places import guide
from forumdesk.ui.guide.book import IMAGE_WIDTH, Book, picture
from forumdesk.ui.screen import Screen
from forumdesk.ui.sheet import style_sheet
from forumdesk.ui.theme import Theme

WIDTH, HEIGHT, CONTENTS = 1016, 760, 272
CHAPTERS = {
    "overview": 1, "agenda": 3, "people": 4, "ceremonies": 5, "attendees": 6, "documents": 7, "problems": 8,
    "settings": 1,
}  # fmt: skip
"""Which chapter of the guide, counted from 0, is about a page of the desk."""


class GuideWindow(QWidget):
    """Chapters at the left, the text at the right, in the language of the screen."""

    def __init__(self, desk: QWidget, theme: Theme, screen: Screen) -> None:
        super().__init__(desk, Qt.WindowType.Window)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.resize(WIDTH, HEIGHT)
        self._theme, self._screen, self._language = theme, screen, screen.words.language
        self.contents, self.text = QListWidget(), _Text()
        self.contents.setObjectName("contents")
        self.contents.currentRowChanged.connect(self._go)
        self.contents.installEventFilter(self)
        self.text.anchorClicked.connect(self._on_link)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.contents)
        row.addWidget(self.text, 1)
        self._read()

    def open_at(self, page: str) -> None:
        """Show the chapter about a page of the desk."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.contents.setCurrentRow(CHAPTERS[page])
        self._go(CHAPTERS[page])
        self.text.setFocus()

    def speak(self, screen: Screen) -> None:
        """Read the guide in another language, at the same chapter."""
        self._screen, self._language = screen, screen.words.language
        self._read()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._theme = theme
        self._read()

    def _read(self) -> None:
        chapter = self.contents.currentRow()
        self.setWindowTitle(f"{self._screen.say('User guide')} – ForumDesk")
        self.setStyleSheet(style_sheet(self._theme))
        self.contents.setAccessibleName(self._screen.say("Chapters"))
        self.text.setAccessibleName(self._screen.say("User guide"))
        place = guide(self._language)
        self.text.base = QUrl.fromLocalFile(str(place))
        self.book = Book(place.read_text(encoding="utf-8"), self._theme, self.text)
        self.contents.clear()
        self.contents.addItems([chapter.title for chapter in self.book.chapters])
        self.contents.setFixedWidth(max(CONTENTS, self.contents.sizeHintForColumn(0) + 2))
        self.contents.setCurrentRow(max(chapter, 0))

    def _go(self, chapter: int) -> None:
        if chapter >= 0:
            self.text.show_place(self.book.chapters[chapter].position)

    def _on_link(self, link: QUrl) -> None:
        """Follow a link to a chapter, or to the guide in another language."""
        if link.path():
            self._language = Path(link.path()).stem
            self._read()
        for number, chapter in enumerate(self.book.chapters):
            if chapter.anchor == link.fragment():
                self.contents.setCurrentRow(number)
                self._go(number)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click on the chapter one is in already leads back to its beginning."""
        if event.type() is QEvent.Type.MouseButtonRelease:
            self._go(self.contents.currentRow())
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)


class _Text(QTextBrowser):
    """Text that fetches its pictures from beside the guide and opens nothing by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.base = QUrl()
        self.setObjectName("book")
        self.setOpenLinks(False)

    def show_place(self, position: int) -> None:
        """Bring a place of the text to the top."""
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + self.cursorRect().top() - 16)

    def loadResource(self, _: int, name: QUrl | str) -> object:
        """A picture, as wide as the text."""
        return picture(self.base.resolved(QUrl(name)).toLocalFile(), IMAGE_WIDTH, self.devicePixelRatioF())
