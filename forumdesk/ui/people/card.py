"""The card at the right: all of one person or one organisation, in fields that each make one change."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from uuid import UUID, uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from forumdesk.base.errors import Refused
from forumdesk.domain.text import Text
from forumdesk.ui.parts.field import INSET, LineField, PairField
from forumdesk.ui.parts.picture import Giving, PictureField
from forumdesk.ui.parts.text import Label
from forumdesk.ui.people.blocks import Link
from forumdesk.ui.people.uses import UsesBlock
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from forumdesk.store.screens.cards import OrganisationCard, PersonCard
    from forumdesk.ui.operations import Operations

C = TypeVar("C", bound="PersonCard | OrganisationCard")

WIDTH = 344
SEPARATOR = "; "
"""Between other spellings of a name."""


def spellings_of(typed: str) -> tuple[str, ...]:
    """Other spellings, written with semicolons or 、 between them."""
    for mark in "；、\n":
        typed = typed.replace(mark, ";")
    return tuple(dict.fromkeys(filter(None, map(str.strip, typed.split(";")))))


def spellings_field() -> LineField:
    """A field for other spellings of a name."""
    return LineField(spellings_of, lambda value: SEPARATOR.join(value or ()))


def optional(read: Callable[[str], Any]) -> Callable[[str], Any]:
    """Reads what `read` does, and None where nothing is typed."""
    return lambda typed: read(typed.strip()) if typed.strip() else None


def optional_text(value: Any) -> str:
    """The text of a value that may be None."""
    return "" if value is None else str(value)


class Card(QScrollArea, Generic[C]):
    """What the cards of people and organisations share: name, bound fields, places, removal.

    `asked` is a command, `refused` what cannot be typed, `went` a page and a row, `made` the id of a new entry.
    """

    asked = Signal(object)
    refused = Signal(object)
    went = Signal(str, object)
    made = Signal(object)

    def __init__(self, screen: Screen, operations: Operations, *, icon: str = "", is_round: bool = False) -> None:
        super().__init__()
        self.screen_of = screen
        self.shown: UUID | None = None
        self.fields: dict[str, Any] = {}
        self.name = PairField()
        self.name.fields[0].setObjectName("headline")
        self.name.changed.connect(self._on_name)
        self.picture = PictureField(operations, self.giver, screen, icon=icon, is_round=is_round)
        self.uses = UsesBlock()
        self.uses.went.connect(self.went)
        self.removal = Removal()
        self.removal.agreed.connect(self._on_removal)
        inner = QWidget()
        inner.setObjectName("card")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(12, 16, 16, 24)
        self.column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name, 1)
        head.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        self.rest = QWidget()
        self.body = QVBoxLayout(self.rest)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(4)
        self.column.addWidget(self.rest)
        self.column.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAcceptDrops(True)

    def bind(self, **fields: Any) -> None:
        """Let fields show and change the columns of the same names."""
        for name, field in fields.items():
            self.fields[name] = field
            field.changed.connect(partial(self._on_field, name))
            for part in field.fields if isinstance(field, PairField) else (field,):
                if isinstance(part, LineField):
                    part.refused.connect(self.refused)

    def show_card(self, card: C) -> None:
        """Show an entry, or news of the one that is shown: what is being typed stays."""
        is_other = card.id != self.shown
        if is_other:
            self.finish()  # whoever typed while this was read meant what was shown
        self.shown = card.id
        self.rest.show()
        self.picture.show()
        for name, field in {"name": self.name, **self.fields}.items():
            value = getattr(card, name)
            if is_other:
                field.begin(value)
            else:
                field.show_value(value)
        self.uses.show_uses(card.uses, self.screen_of)
        self.removal.settle(sum(use.binds for use in card.uses), self.screen_of)
        if is_other:
            self.removal.withdraw()
            self.verticalScrollBar().setValue(0)

    def begin_new(self) -> None:
        """Ask for the name of a new entry."""
        self.finish()
        self.shown = None
        self.rest.hide()
        self.picture.hide()
        self.name.begin(Text())
        self.name.setFocus()

    def finish(self) -> None:
        """Take what is typed."""
        for field in (self.name, *self.fields.values()):
            field.finish()

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self.screen_of = screen
        self.name.speak(screen, screen.say("Name"))

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.picture.wear(theme)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A picture may be dropped anywhere on the card."""
        self.picture.dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Everywhere is as good."""
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It went elsewhere."""
        self.picture.dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """The card's own picture now."""
        if self.shown is not None:
            self.picture.dropEvent(event)

    def giver(self) -> Giving:
        """What makes the command that gives what is shown now a picture, or takes it away."""
        raise NotImplementedError

    def add(self, row_id: UUID, name: Text) -> object:
        """The command that enters somebody or something new."""
        raise NotImplementedError

    def edit(self, **fields: Any) -> object:
        """The command that changes some fields of what is shown."""
        raise NotImplementedError

    def remove(self, *, everywhere: bool) -> object:
        """The command that removes what is shown."""
        raise NotImplementedError

    def _on_name(self, name: Text) -> None:
        if self.shown is not None:
            self._on_field("name", name)
        elif not name.blank:
            self.shown = uuid4()
            self.made.emit(self.shown)
            self.asked.emit(self.add(self.shown, name))

    def _on_field(self, field: str, value: Any) -> None:
        if self.shown is None:
            return
        try:
            self.asked.emit(self.edit(**{field: value}))
        except Refused as refused:
            self.refused.emit(refused)

    def _on_removal(self, everywhere: bool) -> None:
        self.asked.emit(self.remove(everywhere=everywhere))


class Removal(QWidget):
    """Remove at once what stands nowhere; ask in place, where it stands somewhere."""

    agreed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._places = 0
        self.button = Link(trouble=True)
        self.question, self.everywhere, self.keep = Label("missing"), QPushButton(), QPushButton()
        self.question.setWordWrap(True)
        self.question.setIndent(INSET)
        self.button.clicked.connect(self._on_button)
        self.everywhere.clicked.connect(lambda: self.agreed.emit(True))
        self.keep.clicked.connect(self.withdraw)
        first = QHBoxLayout()
        first.setContentsMargins(INSET - 4, 0, 0, 0)
        first.addWidget(self.button)
        first.addStretch(1)
        second = QHBoxLayout()
        second.setContentsMargins(INSET, 4, 0, 0)
        second.setSpacing(8)
        second.addWidget(self.everywhere)
        second.addWidget(self.keep)
        second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(0)
        column.addLayout(first)
        column.addWidget(self.question)
        column.addLayout(second)
        self.withdraw()

    def settle(self, places: int, screen: Screen) -> None:
        """Know in how many places what is shown stands."""
        self._places = places
        self.question.setText(
            screen.say("Used in {count} places. Removing it everywhere empties or removes these too.", count=places)
        )
        for button, word in (
            (self.everywhere, screen.say("Remove everywhere")),
            (self.keep, screen.say("Keep")),
        ):
            button.setText(word)
            button.setAccessibleName(word)

    def withdraw(self) -> None:
        """Ask nothing."""
        self._ask(asks=False)

    def _on_button(self) -> None:
        if self._places:
            self._ask(asks=True)
            self.keep.setFocus()
        else:
            self.agreed.emit(False)

    def _ask(self, *, asks: bool) -> None:
        for part in (self.question, self.everywhere, self.keep):
            part.setVisible(asks)
        self.button.setVisible(not asks)
