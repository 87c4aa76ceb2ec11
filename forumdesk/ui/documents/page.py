"""The documents page: what can be printed or sent, in which language."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from forumdesk.base.words import NOOP
from forumdesk.domain.text import Text
from forumdesk.ui import icons, wording
from forumdesk.ui.pages import Around, Page
from forumdesk.ui.parts.head import MARGIN, Head
from forumdesk.ui.parts.segment import Segment
from forumdesk.ui.parts.text import Label
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from forumdesk.app.printing import Printed
    from forumdesk.store.screens.frame import Frame

DOCUMENTS = {
    "programme": ("book-open", NOOP("Programme"), NOOP("A leaflet for the guests: when, what and who")),
    "certificates": ("award", NOOP("Certificates"), NOOP("Signings, plaques and thanks, a page each, ready to sign")),
    "attendees": ("users", NOOP("Attendee list"), NOOP("Everybody with their post, category and status")),
}
"""By name: icon, title and what it is. Contact data is never in them."""

BOTH = "both"
WIDTH, ROW_HEIGHT = 1040, 96


class DocumentsPage(Page):
    """One block a document: its language, and where to save it."""

    def __init__(self, around: Around, screen: Screen) -> None:
        super().__init__(around, screen)
        self._event = Text()
        self.head = Head()
        self.rows = {name: _Row(name) for name in DOCUMENTS}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        blocks = QVBoxLayout()
        blocks.setContentsMargins(MARGIN, 0, MARGIN, 0)
        blocks.setSpacing(0)
        for name, row in self.rows.items():
            row.pdf.clicked.connect(partial(self._save_pdf, name))
            row.xlsx.clicked.connect(self._save_xlsx)
            blocks.addWidget(row)
        column.addLayout(blocks)
        column.addStretch(1)

    def show_frame(self, frame: Frame) -> None:
        """Know the event's title, for the names of files."""
        self._event = frame.title

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        super().speak(screen)
        self.head.title.setText(screen.say("Documents"))
        for row in self.rows.values():
            row.speak(screen)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        for row in self.rows.values():
            row.wear(theme)

    def _save_pdf(self, document: str) -> None:
        out = self._ask_path(document, ".pdf", self.screen_of.say("PDF documents"))
        if out is None:
            return
        row, store = self.rows[document], self.around.operations.store
        language = row.language.code

        def work() -> Printed:
            from forumdesk.app.printing import print_document

            return print_document(store, document, out, language=language)

        self.around.operations.do(work, partial(self._on_printed, out))

    def _save_xlsx(self) -> None:
        out = self._ask_path("attendees", ".xlsx", self.screen_of.say("Excel workbooks"))
        if out is None:
            return
        code, store = self.rows["attendees"].language.code, self.around.operations.store

        def work() -> int:
            from forumdesk.app.exporting import export_attendees

            # A workbook always has the names in both languages; its headings are in one.
            return export_attendees(store, out, language=None if code == BOTH else code)

        self.around.operations.do(work, partial(self._on_exported, out))

    def _on_printed(self, out: Path, printed: Printed) -> None:
        saved = self.screen_of.say("{name} is saved.", name=out.name)
        self.around.done("\n".join((saved, *printed.remarks(self.screen_of.words))))

    def _on_exported(self, out: Path, count: int) -> None:
        self.around.done(self.screen_of.say("{name} is saved, with {count} people.", name=out.name, count=count))

    def _ask_path(self, document: str, suffix: str, kind: str) -> Path | None:
        title = self.screen_of.words.say(DOCUMENTS[document][1])
        name = re.sub(r'[\x00-\x1f/\\:*?"<>|]', " ", f"{self.screen_of.text(self._event)} {title}").strip()
        place = self.around.operations.store.place
        folder = Path.cwd() if "://" in place else Path(place).parent
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(folder / f"{name}{suffix}"), f"{kind} (*{suffix})")
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)


class _Row(QFrame):
    """A document: icon, title and what it is at the left, language and buttons at the right."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._icon, self.title, self._what = Label(), Label("section"), Label("second")
        self.language = Segment()
        self.pdf, self.xlsx = QPushButton(), QPushButton()
        self.xlsx.setVisible(name == "attendees")
        self.setMaximumWidth(WIDTH)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self._what)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self.language)
        row.addSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.pdf)
        buttons.addWidget(self.xlsx)
        buttons.addStretch(1)
        holder = QWidget()
        holder.setLayout(buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        holder.setFixedWidth(240)
        row.addWidget(holder)
        line = QFrame()
        line.setObjectName("line")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(row, 1)
        outer.addWidget(line)
        self.setFixedHeight(ROW_HEIGHT)

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        _, title, what = DOCUMENTS[self._name]
        self.title.setText(screen.words.say(title))
        self._what.setText(screen.words.say(what))
        first, second = (wording.long_language(code, screen) for code in screen.languages)
        self.language.offer([(screen.languages[0], first), (screen.languages[1], second), (BOTH, screen.say("Both"))])
        self.pdf.setText(screen.say("Save PDF…"))
        self.xlsx.setText(screen.say("Save XLSX…"))
        for button in (self.pdf, self.xlsx):
            button.setAccessibleDescription(screen.words.say(title))

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        image = icons.icon(DOCUMENTS[self._name][0], theme.ink_2, 20)
        self._icon.setPixmap(image.pixmap(QSize(20, 20), self.devicePixelRatioF()))
