"""The inspector: everything of the item under the cursor, each thing a quiet field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMenu, QScrollArea, QToolButton, QVBoxLayout, QWidget

from forumdesk.domain.text import Text
from forumdesk.ui import icons, wording
from forumdesk.ui.agenda.appearances import Appearances
from forumdesk.ui.agenda.buttons import IconButton, LinkButton
from forumdesk.ui.agenda.cues import Cues
from forumdesk.ui.agenda.kinds import ITEM_KINDS, choices, family
from forumdesk.ui.agenda.note_texts import overlap_text, own_overlap_text
from forumdesk.ui.agenda.notes import Fixes, FixLinks
from forumdesk.ui.agenda.script import Script
from forumdesk.ui.agenda.section import Section
from forumdesk.ui.agenda.sheet import chip_sheet
from forumdesk.ui.agenda.times import Times
from forumdesk.ui.parts.field import INSET, PairField, TextField
from forumdesk.ui.parts.tab_order import follow_layout
from forumdesk.ui.parts.text import Label
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from forumdesk.store.screens.agenda import AgendaRow
    from forumdesk.store.screens.agenda_item import ItemCard
    from forumdesk.ui.operations import Operations

WIDTH, SIDE = 344, 12
CARD_WIDTH = WIDTH - 1 - 12
"""Without the line at the left and the scroll bar at the right, which comes and goes."""


F = TypeVar("F", PairField, TextField)


class Written(Section, Generic[F]):
    """A longer text of the item; without one there is only the heading."""

    def __init__(self, field: F) -> None:
        super().__init__()
        self.field: F = field
        self.arrange([field])

    def show_text(self, text: Any, *, anew: bool) -> None:
        """Show the text of another item, or news of it."""
        if anew:
            self.field.begin(text)
        else:
            self.field.show_value(text)
        focus = QApplication.focusWidget()
        is_typed = focus is not None and focus is not self.plus and self.isAncestorOf(focus)
        self.field.setVisible(bool(text) or is_typed)
        self.plus.setVisible(self.field.isHidden())

    def add(self) -> None:
        """Begin to write."""
        self.field.show()
        self.plus.hide()
        self.field.setFocus()


class Inspector(QFrame):
    """Shows one item. `asked` for a command; `mended` with an overlap's fix; `named` to go and name recipients;
    `left` when Escape gives the keyboard back."""

    asked = Signal(object)
    refused = Signal(object)
    named = Signal(object)
    left = Signal()

    def __init__(self, operations: Operations, screen: Screen) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self.setFixedWidth(WIDTH)
        self._screen, self._theme = screen, LIGHT
        self._row: AgendaRow | None = None
        self._card: ItemCard | None = None
        self._place, self._count = 0, 0
        self._fixes: Fixes | None = None
        self.chip, self.place, self.more = QToolButton(), Label("small"), IconButton("ellipsis")
        self.kinds, self.menu = QMenu(self), QMenu(self)
        self.title, self.times = PairField(), Times()
        self.title.fields[0].setObjectName("headline")
        self.overlap, self.overlap_words, self.fix = QWidget(), Label("warning"), FixLinks()
        self.counted, self.counted_mark, self.counted_words = QWidget(), Label(), Label()
        self.enter = LinkButton()
        self.appearances, self.cues = Appearances(operations, screen), Cues(screen)
        self.script = Script(screen)
        self.abstract, self.note = Written(PairField(lines=True)), Written(TextField(lines=True))
        self.empty = Label("empty")
        self._lay_out()
        self._connect()

    @property
    def item(self) -> UUID | None:
        """The item that is shown."""
        return self._row.id if self._row else None

    def add_actions(self, actions: list[QAction]) -> None:
        """Offer what can be done with the item in the menu."""
        self.menu.addActions(actions)

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self._screen = screen
        self.more.name(screen.say("More"))
        self.title.speak(screen, screen.say("Title of the item"))
        for part in (self.times, self.appearances, self.cues, self.script):
            part.speak(screen)
        self._name_texts(screen)
        self.empty.setText(screen.say("Choose an item to see who appears and what happens in it."))
        self.kinds.clear()
        for code, word in choices(ITEM_KINDS, screen):
            self.kinds.addAction(word).setData(code)
        self._show()

    def _name_texts(self, screen: Screen) -> None:
        self.abstract.heading.setText(screen.say("Abstract"))
        self.abstract.plus.name(screen.say("Write an abstract for the booklet"))
        self.abstract.field.speak(screen, screen.say("Abstract"))
        self.note.heading.setText(screen.say("Note"))
        self.note.plus.name(screen.say("Write a note"))
        self.note.field.setAccessibleName(screen.say("Note"))

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._theme = theme
        for part in (self.more, self.times, self.appearances, self.cues, self.script, self.abstract, self.note):
            part.wear(theme)
        self._show()

    def finish(self) -> None:
        """Take what is typed in any field."""
        self.title.finish()
        self.abstract.field.finish()
        self.note.field.finish()
        for part in (self.times, self.appearances, self.cues, self.script):
            part.finish()

    def show_item(self, row: AgendaRow, card: ItemCard, place: int, count: int, fixes: Fixes | None) -> None:
        """Show an item, the `place`th of `count`; of the one shown already, the news of it."""
        anew = self._row is None or self._row.id != row.id
        if anew:
            self.finish()
        self._row, self._card, self._place, self._count, self._fixes = row, card, place, count, fixes
        if anew:
            self.title.begin(row.title)
            self.pane.verticalScrollBar().setValue(0)
        else:
            self.title.show_value(row.title)
        self.times.show_item(row, card, anew=anew)
        self.appearances.show_lines(row.id, row.kind, card.appearances)
        self.cues.show_lines(row.id, card.cues)
        self.script.show_lines(row.id, card.script, interpreted=card.interpreted)
        self.abstract.show_text(card.abstract, anew=anew)
        self.note.show_text(card.note, anew=anew)
        self._show()
        follow_layout(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape, where no field wants it, gives the keyboard back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def show_nothing(self) -> None:
        """No item is chosen."""
        self.finish()
        self._row = self._card = None
        self._show()

    def _show(self) -> None:
        screen, row, card = self._screen, self._row, self._card
        self.empty.setVisible(row is None)
        self.pane.setVisible(row is not None)
        if row is None or card is None:
            return
        chip = wording.chip(row.kind, screen)
        self.chip.setText(chip.text)
        self.chip.setAccessibleName(screen.say("Kind: {kind}", kind=chip.text))
        self.chip.setStyleSheet(chip_sheet(self._theme, family(row.kind)))
        self.place.setText(screen.say("Item {place} of {count}", place=self._place, count=self._count))
        self.overlap.setVisible(self._fixes is not None)
        if self._fixes is not None:
            is_own = self._fixes.row.id == row.id
            words = own_overlap_text(row, screen) if is_own else overlap_text(self._fixes.row, screen)
            self.overlap_words.setText(words)
            self.fix.show_fixes(self._fixes, screen)
        self._show_counted(row, card)

    def _show_counted(self, row: AgendaRow, card: ItemCard) -> None:
        """What a ceremony announced, and how much of it is known by name."""
        screen, theme = self._screen, self._theme
        self.counted.setVisible(row.announced is not None)
        if row.announced is None:
            return
        missing = row.named < row.announced
        name, colour = ("circle-alert", theme.amber) if missing else ("circle-check", theme.accent)
        self.counted_mark.setPixmap(icons.picture(name, colour, 16, self.devicePixelRatioF()))
        words = screen.say("{announced} announced, {named} named", announced=row.announced, named=row.named)
        if card.batch:
            words = screen.say("{batch}: {words}", batch=screen.text(card.batch), words=words)
        self.counted_words.setText(words)
        self.enter.name(screen.say("Enter") if missing else screen.say("Show"))

    def _lay_out(self) -> None:
        self.card = QWidget()
        self.card.setFixedWidth(CARD_WIDTH)
        self.card.setObjectName("card")
        head = QHBoxLayout()
        head.setContentsMargins(INSET, 0, 0, 0)
        head.setSpacing(10)
        self.chip.setFixedHeight(20)
        self.chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for button, menu in ((self.chip, self.kinds), (self.more, self.menu)):
            button.setMenu(menu)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        head.addWidget(self.chip)
        head.addWidget(self.place)
        head.addStretch(1)
        head.addWidget(self.more)
        self._lay_notes()
        column = QVBoxLayout(self.card)
        column.setContentsMargins(SIDE, 16, SIDE, 16)
        column.setSpacing(8)
        column.addLayout(head)
        for part in (self.title, self.times, self.overlap, self.counted):
            column.addWidget(part)
        for section in (self.appearances, self.cues, self.script, self.abstract, self.note):
            column.addWidget(section)
        column.addStretch(1)
        self.pane = QScrollArea()
        self.pane.setWidgetResizable(True)
        self.pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pane.setWidget(self.card)
        self.empty.setWordWrap(True)
        self.empty.setContentsMargins(20, 24, 20, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.empty)
        whole.addWidget(self.pane, 1)
        whole.addStretch()

    def _lay_notes(self) -> None:
        column = QVBoxLayout(self.overlap)
        column.setContentsMargins(INSET, 0, 0, 0)
        column.setSpacing(0)
        self.overlap_words.setWordWrap(True)
        column.addWidget(self.overlap_words)
        column.addWidget(self.fix)
        row = QHBoxLayout(self.counted)
        row.setContentsMargins(INSET, 0, INSET, 0)
        row.setSpacing(6)
        row.addWidget(self.counted_mark)
        self.counted_words.setWordWrap(True)
        row.addWidget(self.counted_words, 1)
        row.addWidget(self.enter)

    def _connect(self) -> None:
        for part in (self.times, self.appearances, self.cues, self.script):
            part.asked.connect(self.asked.emit)
            part.refused.connect(self.refused.emit)
        self.title.changed.connect(self._on_title)
        self.abstract.field.changed.connect(self._on_abstract)
        self.note.field.changed.connect(self._on_note)
        self.kinds.triggered.connect(self._on_kind)
        self.enter.clicked.connect(lambda: self.named.emit(self.item))

    def _on_title(self, title: object) -> None:
        from forumdesk.app.commands.agenda import EditItem

        if self._row and isinstance(title, Text):
            self.asked.emit(EditItem(id=self._row.id, title=title))

    def _on_abstract(self, abstract: Text) -> None:
        from forumdesk.app.commands.agenda import EditItem

        if self._row:
            self.asked.emit(EditItem(id=self._row.id, abstract=abstract))

    def _on_note(self, note: str) -> None:
        from forumdesk.app.commands.agenda import EditItem

        if self._row:
            self.asked.emit(EditItem(id=self._row.id, note=note))

    def _on_kind(self, action: QAction) -> None:
        from forumdesk.app.commands.agenda import EditItem

        if self._row and action.data() != self._row.kind:
            self.asked.emit(EditItem(id=self._row.id, kind=action.data()))
