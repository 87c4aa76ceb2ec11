"""Ctrl+K: type a few letters, see everything they may mean, and go there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from forumdesk.base.changes import ChangeSet
from forumdesk.ui import icons
from forumdesk.ui.palette.index import GROUPS, MOST, Entry, best, entries_of, hits
from forumdesk.ui.palette.lines import LinePainter, Lines
from forumdesk.ui.palette.matching import Query, query
from forumdesk.ui.palette.offers import offers, scopes
from forumdesk.ui.parts.text import Label
from forumdesk.ui.parts.veil import Veil
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from forumdesk.store.screens.search import Findable
    from forumdesk.store.work import Look
    from forumdesk.ui.window import Desk

WIDTH, QUERY, FOOT, PADDING = 680, 56, 36, 8


class Palette(Veil):
    """A field, what it finds, and the keys to choose with.

    What the event holds is read once and again after each change, and made ready for finding beside the window:
    until it is there, the desk's own pages and actions are found.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.ground, WIDTH)
        self._window = desk
        self._held: tuple[Entry, ...] = ()
        self._offered: tuple[Entry, ...] = ()
        self._is_for_scopes = False
        self._fitted: tuple[Query, tuple[Entry, ...]] = query(""), ()
        self._asked_before = query("")
        self._is_stale, self._is_reading = True, False
        self.field, self.lines, self.view = _Field(self), Lines(), QListView()
        self._lens, self._escape, self._none = Label(), Label("keycap"), Label("empty")
        self._hints = [Label("keycap"), Label("keycap"), Label("hint"), Label("keycap"), Label("hint"), Label("hint")]
        self.painter = LinePainter(self.lines, self.view)
        self._set_up()
        self._arrange()
        desk.operations.changed.connect(self._on_changed)
        desk.operations.failed.connect(self._on_failed)
        desk.operations.stopped.connect(self._on_failed)

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self._name_field(screen)
        self.view.setAccessibleName(screen.say("Found"))
        texts = ("↑", "↓", screen.say("Choose"), "Enter", screen.say("Go there"))
        for label, text in zip(
            self._hints, (*texts, screen.say("Chinese, pinyin, initials or English")), strict=True
        ):
            label.setText(text)
        self._is_stale = True

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        super().wear(theme)
        self.painter.wear(theme)
        self._lens.setPixmap(icons.picture("search", theme.ink_2, 20, self.devicePixelRatioF()))
        self.view.viewport().update()

    def open(self) -> None:
        """Begin anew with an empty field."""
        self._is_for_scopes = False
        self._begin(tuple(offers(self._window)))

    def open_for_scopes(self) -> None:
        """Begin anew, to find forums and days only."""
        self._is_for_scopes = True
        self._begin(tuple(scopes(self._window)))

    def _begin(self, offered: tuple[Entry, ...]) -> None:
        self._offered = offered
        self._name_field(self._window.screen_of)
        self._fitted = query(""), ()
        self._read()
        self.field.clear()
        self._search()
        super().open()
        self.field.setFocus()

    def choose(self) -> None:
        """Go to what the cursor is on."""
        entry = self.lines.entry(self.view.currentIndex().row())
        if entry is None:
            return
        self.close_panel()
        if entry.do is not None:
            entry.do()
        else:
            self._window.go(entry.page, entry.row)

    def move_cursor(self, step: int) -> None:
        """Put the cursor on the next entry, round the ends."""
        row = self.lines.next_entry(self.view.currentIndex().row(), step)
        if row >= 0:
            self.view.setCurrentIndex(self.lines.index(row))
            if row <= 1:
                self.view.scrollToTop()  # with its heading

    def height_for(self, room: int) -> int:
        """As high as what is found, up to the room there is."""
        found = self.lines.height() + 2 * PADDING if self.lines.lines else QUERY
        return min(room, QUERY + found + FOOT + 2)

    def _read(self) -> None:
        if not self._is_stale or self._is_reading:
            return
        self._is_stale, self._is_reading = False, True
        self._window.operations.look(_findable, self._on_read)

    def _on_read(self, found: Findable) -> None:
        screen = self._window.screen_of
        self._window.operations.do(partial(entries_of, found, screen), self._on_ready)

    def _on_ready(self, entries: tuple[Entry, ...]) -> None:
        self._is_reading = False
        self._held = entries
        self._fitted = query(""), ()
        if self.isVisible():
            self._search()
            self._read()

    def _on_failed(self) -> None:
        """Whatever failed, it may have been the reading: read when it is opened again."""
        if self._is_reading:
            self._is_reading, self._is_stale = False, True
            if self.isVisible():
                self._search()

    def _on_changed(self, changes: ChangeSet) -> None:
        from forumdesk.store.screens.search import READS

        if changes.rows.keys() & READS:
            self._is_stale = True
            if self.isVisible():
                self._read()

    def _search(self) -> None:
        before = self.lines.entry(self.view.currentIndex().row())
        asked = query(self.field.text())
        words = self._window.screen_of.words
        unasked = ("forums", "days") if self._is_for_scopes else ("pages", "actions")
        fitting = hits(asked, self._candidates(asked), unasked)
        self._fitted = asked, tuple(entry for _, _, entry in fitting)
        found = best(fitting, MOST if asked.words and not self._is_for_scopes else None)
        self.lines.show_found(asked, [(words.say(GROUPS[name]), entries) for name, entries in found])
        screen = self._window.screen_of
        is_ready = bool(self._held) or not self._is_reading
        self._none.setText(screen.say("Nothing fits") if is_ready else screen.say("Reading the event…"))
        self._none.setVisible(not found)
        self.view.setVisible(bool(found))
        kept = next((row for row, line in enumerate(self.lines.lines) if line == before), -1)
        row = kept if asked == self._asked_before and kept >= 0 else self.lines.next_entry(-1, 1)
        self._asked_before = asked
        if row >= 0:
            self.view.setCurrentIndex(self.lines.index(row))
        self.view.scrollToTop()
        self.fit()

    def _candidates(self, asked: Query) -> tuple[Entry, ...]:
        """What may fit: where letters were only added to a word, no more than what fitted before."""
        before, fitted = self._fitted
        if len(asked.words) == 1 == len(before.words) and asked.words[0].startswith(before.words[0]):
            return fitted
        if self._is_for_scopes:
            return self._offered
        return (*self._held, *self._offered)

    def _name_field(self, screen: Screen) -> None:
        word = screen.say("Search people, agenda, documents and actions")
        if self._is_for_scopes:
            word = screen.say("Choose a forum or a day")
        self.field.setPlaceholderText(word)
        self.field.setAccessibleName(word)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.view.setCurrentIndex(index)
        self.choose()

    def _set_up(self) -> None:
        self.field.setObjectName("query")
        self.field.setFixedHeight(QUERY)
        self.field.textChanged.connect(self._search)
        self.view.setModel(self.lines)
        self.view.setItemDelegate(self.painter)
        self.view.setObjectName("found")
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.clicked.connect(self._on_clicked)
        self._escape.setText("Esc")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(20, 0, 20, 0)
        top.setSpacing(12)
        top.addWidget(self._lens)
        top.addWidget(self.field, 1)
        top.addWidget(self._escape)
        foot = QWidget()
        foot.setObjectName("foot")
        foot.setFixedHeight(FOOT)
        hints = QHBoxLayout(foot)
        hints.setContentsMargins(20, 0, 20, 0)
        hints.setSpacing(6)
        for place, label in enumerate(self._hints):
            if place == 3:
                hints.addSpacing(10)
            if place == len(self._hints) - 1:
                hints.addStretch(1)
            hints.addWidget(label)
        found = QVBoxLayout()
        found.setContentsMargins(0, 0, 0, PADDING)
        found.addWidget(self.view, 1)
        found.addWidget(self._none, 1)
        line = QFrame()
        line.setObjectName("line")
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(1, 0, 1, 1)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(line)
        column.addLayout(found, 1)
        column.addWidget(foot)


class _Field(QLineEdit):
    """Keeps the letters and gives arrows and Enter to the rows below."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Enter goes, Escape closes (the palette sees to it)."""
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self._palette.move_cursor(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._palette.choose()
            case _:
                super().keyPressEvent(event)


def _findable(look: Look) -> Findable:
    from forumdesk.store.screens.search import findable

    return findable(look)
