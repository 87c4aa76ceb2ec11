"""The right of the page: the preview under its tools, or a sentence where there is nothing to see."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from forumdesk.ui import icons
from forumdesk.ui.documents.preview import STEP, Fit, Preview
from forumdesk.ui.documents.proofs import Proof
from forumdesk.ui.operations import Operations
from forumdesk.ui.parts.head import HEIGHT, MARGIN
from forumdesk.ui.parts.text import Label
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

TOOL, ICON = 28, 17
LEAST = 380


class PreviewPane(QFrame):
    """Which page, how large, and the pages themselves."""

    def __init__(self, operations: Operations, screen: Screen) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.setMinimumWidth(LEAST)
        self._screen = screen
        self.preview = Preview(operations)
        self.empty = Empty()
        self.page, self.zoom = Label(), Label("label")
        self.zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.zoom.setFixedWidth(48)
        self.tools = {
            "chevron-up": self._tool(lambda: self.preview.turn_to(self.preview.page - 1)),
            "chevron-down": self._tool(lambda: self.preview.turn_to(self.preview.page + 1)),
            "move-horizontal": self._tool(lambda: self.preview.set_fit(Fit.WIDTH)),
            "maximize": self._tool(lambda: self.preview.set_fit(Fit.PAGE)),
            "minus": self._tool(lambda: self.preview.zoom_by(1 / STEP)),
            "plus": self._tool(lambda: self.preview.zoom_by(STEP)),
        }
        self.tools["move-horizontal"].setCheckable(True)
        self.tools["maximize"].setCheckable(True)
        self._arrange()
        self.preview.moved.connect(self._on_moved)
        self._on_moved()

    def show_proof(self, proof: Proof) -> None:
        """Show a document's pages."""
        self._stack.setCurrentWidget(self.preview)
        self._bar.show()
        self.preview.show_proof(proof)

    def show_empty(self, sentence: str, hint: str = "", button: str = "") -> None:
        """Say why there are no pages, and what to do."""
        self._stack.setCurrentWidget(self.empty)
        self._bar.hide()
        self.empty.tell(sentence, hint, button)

    @property
    def is_empty(self) -> bool:
        """Whether there are no pages to see."""
        return self._stack.currentWidget() is self.empty

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self._screen = screen
        self.preview.setAccessibleName(screen.say("Preview"))
        for name, (word, keys) in {
            "chevron-up": (screen.say("Previous page"), ""),
            "chevron-down": (screen.say("Next page"), ""),
            "move-horizontal": (screen.say("Fit width"), "Ctrl+0"),
            "maximize": (screen.say("Whole page"), ""),
            "minus": (screen.say("Zoom out"), "Ctrl+−"),
            "plus": (screen.say("Zoom in"), "Ctrl++"),
        }.items():
            self.tools[name].setAccessibleName(word)
            self.tools[name].setToolTip(f"{word} ({keys})" if keys else word)
        self._on_moved()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.preview.wear(theme)
        self.empty.wear(theme)
        for name, button in self.tools.items():
            button.setIcon(icons.icon(name, theme.ink_2, ICON, disabled=theme.disabled))

    def _tool(self, do: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setFixedSize(TOOL, TOOL)
        button.setIconSize(QSize(ICON, ICON))
        button.clicked.connect(do)
        button.clicked.connect(self._on_moved)  # a tool that stays as it is must look so
        return button

    def _arrange(self) -> None:
        self._bar = QWidget()
        self._bar.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(MARGIN, 0, MARGIN - 8, 0)
        row.setSpacing(2)
        row.addWidget(self.page)
        row.addSpacing(8)
        row.addWidget(self.tools["chevron-up"])
        row.addWidget(self.tools["chevron-down"])
        row.addStretch(1)
        for name in ("move-horizontal", "maximize"):
            row.addWidget(self.tools[name])
        row.addSpacing(8)
        row.addWidget(self.tools["minus"])
        row.addWidget(self.zoom)
        row.addWidget(self.tools["plus"])
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.preview)
        self._bar.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)

    def _on_moved(self) -> None:
        preview = self.preview
        pages = len(preview.proof.sizes) if preview.proof else 0
        place = self._screen.say("Page {page} of {pages}", page=preview.page + 1, pages=pages)
        if place != self.page.text():
            self.page.setText(place)
            preview.setAccessibleDescription(place)
        self.zoom.setText(f"{round(preview.zoom * 100)} %")
        self.tools["chevron-up"].setEnabled(preview.page > 0)
        self.tools["chevron-down"].setEnabled(preview.page < pages - 1)
        self.tools["move-horizontal"].setChecked(preview.fit is Fit.WIDTH)
        self.tools["maximize"].setChecked(preview.fit is Fit.PAGE)


class Empty(QWidget):
    """Says what belongs here and offers the next step."""

    def __init__(self) -> None:
        super().__init__()
        self._icon, self.sentence, self.hint, self.button = Label(), Label("section"), Label("label"), QPushButton()
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN + HEIGHT)
        column.setSpacing(8)
        column.addStretch(1)
        for part in (self._icon, self.sentence, self.hint):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            part.setWordWrap(True)
            column.addWidget(part)
        column.addSpacing(8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def tell(self, sentence: str, hint: str, button: str) -> None:
        """Say it; what is empty is not shown."""
        for part, text in ((self.sentence, sentence), (self.hint, hint), (self.button, button)):
            part.setText(text)
            part.setVisible(bool(text))
        self.button.setAccessibleName(button)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._icon.setPixmap(icons.picture("printer", theme.disabled, 32, self.devicePixelRatioF()))
