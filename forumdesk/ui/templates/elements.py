"""The left of the editor: what stands on the page, the topmost first."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QMenu, QToolButton, QVBoxLayout

from forumdesk.ui import icons
from forumdesk.ui.parts.head import MARGIN
from forumdesk.ui.parts.text import Label
from forumdesk.ui.screen import Screen
from forumdesk.ui.templates.draft import NONE, Draft
from forumdesk.ui.templates.wording import ICONS, KINDS, title_of
from forumdesk.ui.theme import LIGHT, Theme

WIDTH, ROW, TOOL, ICON = 240, 30, 28, 16


class Elements(QFrame):
    """Chooses, adds, reorders and removes. `refused` hands on what cannot be."""

    added = Signal()

    def __init__(self, draft: Draft, screen: Screen) -> None:
        super().__init__()
        self.setObjectName("elements")
        self.setFixedWidth(WIDTH)
        self._draft, self._screen, self._theme = draft, screen, LIGHT
        self.heading, self.list, self.menu = Label("heading"), ElementList(), QMenu(self)
        self.add, self.up, self.down, self.remove = (_tool() for _ in range(4))
        self.add.setMenu(self.menu)
        self.add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        for kind in KINDS:
            self.menu.addAction("").setData(kind)
        self.menu.triggered.connect(lambda action: self.add_element(action.data()))
        self.up.clicked.connect(lambda: self.reorder(1))
        self.down.clicked.connect(lambda: self.reorder(-1))
        self.remove.clicked.connect(self.remove_element)
        self.list.removed.connect(self.remove_element)
        self.list.moved.connect(self.reorder)
        self.list.currentRowChanged.connect(self._on_row)
        draft.changed.connect(self._show)
        draft.chosen.connect(self._show_chosen)
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN, 8, 12, 8)
        row.setSpacing(2)
        row.addWidget(self.heading, 1)
        for tool in (self.add, self.up, self.down, self.remove):
            row.addWidget(tool)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.list, 1)

    def add_element(self, kind: str) -> None:
        """Put a new element in the middle of the page, above all others, and choose it."""
        from forumdesk.documents.cards import editing

        layout = self._draft.layout
        if layout is not None:
            fresh = editing.fresh(
                next(each for each in editing.KINDS if each == kind), layout, self._screen.say("Text")
            )
            self._draft.write(editing.with_new(layout, fresh), len(layout.elements))
            self.added.emit()

    def remove_element(self) -> None:
        """Take the chosen element away; the one below it is chosen then."""
        from forumdesk.documents.cards.editing import without

        layout, place = self._draft.layout, self._draft.place
        if layout is not None and self._draft.element is not None:
            self._draft.write(without(layout, place), min(place, len(layout.elements) - 2))

    def reorder(self, by: int) -> None:
        """Draw the chosen element above, or below, so many others."""
        from forumdesk.documents.cards.editing import reordered

        layout, place = self._draft.layout, self._draft.place
        if layout is not None and place != NONE and 0 <= place + by < len(layout.elements):
            self._draft.write(reordered(layout, place, place + by), place + by)

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self._screen = screen
        self.heading.setText(screen.say("On the page"))
        self.list.setAccessibleName(screen.say("On the page"))
        for action in self.menu.actions():
            action.setText(screen.words.say(KINDS[action.data()]))
        for tool, word in (
            (self.add, screen.say("Add to the page")),
            (self.up, screen.say("Further to the front (Alt+↑)")),
            (self.down, screen.say("Further to the back (Alt+↓)")),
            (self.remove, screen.say("Remove from the page (Del)")),
        ):
            tool.setToolTip(word)
            tool.setAccessibleName(word)
        self._show()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._theme = theme
        for tool, name in (
            (self.add, "plus"),
            (self.up, "arrow-up"),
            (self.down, "arrow-down"),
            (self.remove, "trash-2"),
        ):
            tool.setIcon(icons.icon(name, theme.ink_2, ICON, disabled=theme.disabled))
        for action in self.menu.actions():
            action.setIcon(icons.icon(ICONS[action.data()], theme.ink_2, ICON))
        self._show()

    def _show(self) -> None:
        from forumdesk.documents.cards.editing import kind_of

        draft = self._draft
        if draft.layout is None or draft.own is None:
            return
        elements, manner = draft.layout.elements, draft.manner
        with QSignalBlocker(self.list):
            while self.list.count() > len(elements):
                self.list.takeItem(self.list.count() - 1)
            while self.list.count() < len(elements):
                self.list.addItem(QListWidgetItem())
            for row, element in enumerate(reversed(elements)):
                item, title = self.list.item(row), title_of(element, draft.own.kind, manner, self._screen)
                item.setText(title)
                item.setToolTip(title)
                item.setIcon(icons.icon(ICONS[kind_of(element)], self._theme.ink_2, ICON))
        self._show_chosen()

    def _show_chosen(self) -> None:
        count, place = self.list.count(), self._draft.place
        with QSignalBlocker(self.list):
            self.list.setCurrentRow(count - 1 - place if place != NONE else -1)
        self.up.setEnabled(NONE < place < count - 1)
        self.down.setEnabled(place > 0)
        self.remove.setEnabled(place != NONE)

    def _on_row(self, row: int) -> None:
        self._draft.choose(self.list.count() - 1 - row if row >= 0 else NONE)


class ElementList(QListWidget):
    """Del removes, Alt with an arrow reorders."""

    removed = Signal()
    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("elements")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(QSize(ICON, ICON))
        self.setUniformItemSizes(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Those keys; all others choose."""
        ways = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        if event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and (by := ways.get(Qt.Key(event.key()))):
            self.moved.emit(by)
        else:
            super().keyPressEvent(event)


def _tool() -> QToolButton:
    tool = QToolButton()
    tool.setFixedSize(TOOL, TOOL)
    tool.setIconSize(QSize(ICON, ICON))
    tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return tool
