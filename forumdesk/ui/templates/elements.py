"""The left of the editor: what stands on the page, the topmost first."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QMenu, QToolButton, QVBoxLayout

from forumdesk.ui import icons
from forumdesk.ui.parts.head import MARGIN
from forumdesk.ui.parts.text import Label
from forumdesk.ui.screen import Screen
from forumdesk.ui.templates import deeds
from forumdesk.ui.templates.draft import Draft
from forumdesk.ui.templates.wording import ICONS, KINDS, title_of
from forumdesk.ui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from forumdesk.documents.themes import Area

WIDTH, ROW, TOOL, ICON = 264, 30, 28, 16


class Elements(QFrame):
    """Chooses, adds, copies, reorders and removes. `added` says that something new is chosen.

    `areas` tells the rooms of what is chosen.
    """

    added = Signal()

    def __init__(self, draft: Draft, areas: Callable[[], Mapping[int, Area]], screen: Screen) -> None:
        super().__init__()
        self.setObjectName("elements")
        self.setFixedWidth(WIDTH)
        self._draft, self._areas, self._screen, self._theme = draft, areas, screen, LIGHT
        self._standing: Sequence[Area | None] = ()
        self.heading, self.list, self.menu = Label("heading"), ElementList(), QMenu(self)
        self.add, self.copy, self.up, self.down, self.remove = (_tool() for _ in range(5))
        self.add.setMenu(self.menu)
        self.add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        for kind in KINDS:
            self.menu.addAction("").setData(kind)
        self.menu.triggered.connect(lambda action: self.add_element(action.data()))
        self.copy.clicked.connect(self.copy_elements)
        self.up.clicked.connect(lambda: deeds.restack(draft, 1))
        self.down.clicked.connect(lambda: deeds.restack(draft, -1))
        self.remove.clicked.connect(lambda: deeds.remove(draft))
        self.list.removed.connect(lambda: deeds.remove(draft))
        self.list.moved.connect(lambda by: deeds.restack(draft, by))
        self.list.itemSelectionChanged.connect(self._on_rows)
        draft.changed.connect(self._show)
        draft.chosen.connect(self._show_chosen)
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN, 8, 12, 8)
        row.setSpacing(2)
        row.addWidget(self.heading, 1)
        for tool in (self.add, self.copy, self.up, self.down, self.remove):
            row.addWidget(tool)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.list, 1)

    def add_element(self, kind: str) -> None:
        """Put a new element in the middle of the page, and choose it."""
        deeds.add(self._draft, kind, self._screen.say("Text"))
        self.added.emit()

    def copy_elements(self) -> None:
        """Put copies of what is chosen on the page, and choose them."""
        deeds.copy(self._draft, self._areas())

    def show_standing(self, areas: Sequence[Area | None]) -> None:
        """Know what stands on the page that is seen; the rest is pale."""
        if [area is None for area in areas] != [area is None for area in self._standing]:
            self._standing = areas
            self._show()

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self._screen = screen
        self.heading.setText(screen.say("On the page"))
        self.list.setAccessibleName(screen.say("On the page"))
        for action in self.menu.actions():
            action.setText(screen.words.say(KINDS[action.data()]))
        for tool, word in (
            (self.add, screen.say("Add to the page")),
            (self.copy, screen.say("Copy what is chosen (Ctrl+D)")),
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
            (self.add, "plus"), (self.copy, "copy"), (self.up, "arrow-up"), (self.down, "arrow-down"),
            (self.remove, "trash-2"),
        ):  # fmt: skip
            tool.setIcon(icons.icon(name, theme.ink_2, ICON, disabled=theme.disabled))
        for action in self.menu.actions():
            action.setIcon(icons.icon(ICONS[action.data()], theme.ink_2, ICON))
        self._show()

    def _show(self) -> None:
        from forumdesk.documents.cards.editing import kind_of

        draft, theme = self._draft, self._theme
        if draft.layout is None or draft.own is None:
            return
        elements, manner = draft.layout.elements, draft.manner
        with QSignalBlocker(self.list):
            while self.list.count() > len(elements):
                self.list.takeItem(self.list.count() - 1)
            while self.list.count() < len(elements):
                self.list.addItem(QListWidgetItem())
            for place, element in enumerate(elements):
                item = self.list.item(len(elements) - 1 - place)
                title = title_of(element, draft.own.kind, manner, self._screen)
                stands = place >= len(self._standing) or self._standing[place] is not None
                item.setText(title)
                item.setToolTip(title if stands else self._screen.say("{name}: not on this page", name=title))
                item.setForeground(QColor(theme.ink if stands else theme.ink_3))
                item.setIcon(icons.icon(ICONS[kind_of(element)], theme.ink_2, ICON))
        self._show_chosen()

    def _show_chosen(self) -> None:
        count, places = self.list.count(), self._draft.places
        rows = {count - 1 - place for place in places}
        with QSignalBlocker(self.list):
            for row in range(count):
                self.list.item(row).setSelected(row in rows)
            if rows and self.list.currentRow() not in rows:
                last = count - 1 - places[-1]
                self.list.setCurrentRow(last, QItemSelectionModel.SelectionFlag.NoUpdate)
        top, bottom = range(count - len(places), count), range(len(places))
        self.up.setEnabled(bool(places) and set(places) != set(top))
        self.down.setEnabled(bool(places) and set(places) != set(bottom))
        for tool in (self.copy, self.remove):
            tool.setEnabled(bool(places))

    def _on_rows(self) -> None:
        count = self.list.count()
        chosen = sorted((count - 1 - self.list.row(item) for item in self.list.selectedItems()), reverse=True)
        self._draft.choose(*chosen)


class ElementList(QListWidget):
    """Del removes, Alt with an arrow reorders, with Home or End to the very front or back."""

    removed = Signal()
    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("elements")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.setIconSize(QSize(ICON, ICON))
        self.setUniformItemSizes(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Those keys; all others choose."""
        far = self.count()
        ways = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_Home: far, Qt.Key.Key_End: -far}
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
