"""The card of a person."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from forumdesk.app.wording import say_code
from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP
from forumdesk.domain.text import Text
from forumdesk.ui import icons
from forumdesk.ui.parts.field import INSET, ChoiceField, LineField, PairField, TextField, whole_number
from forumdesk.ui.parts.text import Label
from forumdesk.ui.people.blocks import Block, Labelled, side_by_side
from forumdesk.ui.people.card import Card, optional, optional_text, spellings_field
from forumdesk.ui.people.names import NameField, Names
from forumdesk.ui.people.posts import PostsBlock
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from forumdesk.app.commands.command import Command
    from forumdesk.store.screens.cards import PersonCard
    from forumdesk.ui.operations import Operations
    from forumdesk.ui.parts.picture import Giving

CATEGORIES = ("vip", "speaker", "delegate", "press", "staff")
STATES = ("invited", "confirmed", "declined", "sends-deputy", "arrived")
DEPUTY = "sends-deputy"


class Nobody(Refused):
    """A name that nobody has. Facts: typed."""

    code = "nobody"
    sentence = NOOP("Nobody here is called “{typed}”; add them first.")


class PersonCardView(Card["PersonCard"]):
    """All of a person. `is_new` names an organisation that is entered on the way."""

    is_new = Signal(str)

    def __init__(self, screen: Screen, operations: Operations, people: Names, organisations: Names) -> None:
        super().__init__(screen, operations, is_round=True)
        self._people = people
        self._card: PersonCard | None = None
        self.posts = PostsBlock(organisations)
        self.posts.asked.connect(self.asked)
        self.posts.is_new.connect(self.is_new)
        self._make_reading()
        self._make_attendance(people)
        self._make_names()
        self._make_contact()
        self._make_texts()
        self.body.addWidget(self.removal)

    def show_card(self, card: PersonCard) -> None:
        """Show a person, or news of the one that is shown."""
        super().show_card(card)
        self._card, screen = card, self.screen_of
        self.picture.show_picture(card.photo, screen.text(card.name))
        self.pinyin.setPlaceholderText(card.reading)
        self._reading.setVisible(bool(card.reading))
        self.ambiguous.setText(
            "\n".join(_stumble(character, readings, screen) for character, readings in card.ambiguous)
        )
        self.ambiguous.setVisible(bool(card.ambiguous) and not card.pinyin)
        self.posts.show_posts(card.id, card.posts, screen)
        self.category.show_value(card.category)
        self.status.show_value(card.status)
        self.status.setEnabled(card.attendee is not None)
        self.deputy.show_value(screen.text(card.deputy))
        self._show_deputy(asks=card.status == DEPUTY)

    def finish(self) -> None:
        """Take what is typed."""
        super().finish()
        self.posts.finish()

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        super().speak(screen)
        for labelled, word in (
            (self._reading, screen.say("Pinyin")),
            (self._category, screen.say("Category")),
            (self._status, screen.say("Status")),
            (self._deputy, screen.say("Deputy")),
            (self._native, screen.say("Native name")),
            (self._honorific, screen.say("Honorific")),
            (self._spellings, screen.say("Other spellings")),
            (self._surname, screen.say("Surname, characters")),
            (self._phone, screen.say("Phone")),
            (self._email, screen.say("E-mail")),
            (self._id_number, screen.say("ID number")),
        ):
            labelled.name(word)
        self._attendance.heading.setText(screen.say("Attendance"))
        self._names.heading.setText(screen.say("Name and spellings"))
        self.fold.setText(screen.say("Sensitive"))
        self._texts.heading.setText(screen.say("Biography and note"))
        self.picture.speak(screen, screen.say("Portrait"))
        self.biography.speak(screen, screen.say("Biography"))
        self.note.setAccessibleName(screen.say("Note"))
        self.note.setPlaceholderText(screen.say("Note"))
        self.deputy.setPlaceholderText(screen.say("Who comes instead"))
        self.spellings.setPlaceholderText(screen.say("Separate with ;"))
        self.removal.button.name(screen.say("Remove person"))
        self.category.offer([("", screen.say("Not on the list")), *_codes(CATEGORIES, screen)])
        self.status.offer(_codes(STATES, screen))
        titles = ("", ""), ("mr", screen.say("Mr")), ("ms", screen.say("Ms"))
        self.honorific.offer(titles)
        self.posts.speak(screen)
        if self._card is not None:
            self.show_card(self._card)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        super().wear(theme)
        self._theme = theme
        self.posts.wear(theme)
        self.deputy.wear(theme)
        self._draw_fold()

    def add(self, row_id: UUID, name: Text) -> object:
        """Enter a person."""
        from forumdesk.app.commands.people import AddPerson

        return AddPerson(id=row_id, name=name)

    def edit(self, **fields: Any) -> object:
        """Change the person."""
        from forumdesk.app.commands.people import EditPerson

        assert self.shown is not None
        return EditPerson(id=self.shown, **fields)

    def remove(self, *, everywhere: bool) -> object:
        """Remove the person."""
        from forumdesk.app.commands.people import RemovePerson

        assert self.shown is not None
        return RemovePerson(id=self.shown, everywhere=everywhere)

    def giver(self) -> Giving:
        """Give the person a photo, or take it away."""
        assert self.shown is not None
        return partial(_give, self.shown)

    def _make_reading(self) -> None:
        self.pinyin = LineField()
        self._reading, self.ambiguous = Labelled(self.pinyin), Label("missing")
        self.ambiguous.setWordWrap(True)
        self.ambiguous.setIndent(INSET)
        self.bind(pinyin=self.pinyin)
        for part in (self._reading, self.ambiguous, self.posts):
            self.body.addWidget(part)

    def _make_attendance(self, people: Names) -> None:
        self.category, self.status, self.deputy = ChoiceField(), ChoiceField(), NameField(people)
        self._category, self._status = Labelled(self.category), Labelled(self.status)
        self._deputy = Labelled(self.deputy)
        self.category.changed.connect(self._on_category)
        self.status.changed.connect(self._on_status)
        self.deputy.changed.connect(self._on_deputy)
        self.uses.behind = self.deputy
        self._attendance = Block()
        self._attendance.body.addLayout(side_by_side(self._category, self._status))
        self._attendance.body.addWidget(self._deputy)
        self.body.addWidget(self._attendance)
        self.body.addWidget(self.uses)

    def _make_names(self) -> None:
        self.native_name, self.honorific, self.spellings = LineField(), ChoiceField(), spellings_field()
        self.surname_length = LineField(optional(whole_number(1, 10)), optional_text)
        self.bind(
            native_name=self.native_name, honorific=self.honorific, spellings=self.spellings,
            surname_length=self.surname_length,
        )  # fmt: skip
        self._native, self._honorific = Labelled(self.native_name), Labelled(self.honorific)
        self._spellings, self._surname = Labelled(self.spellings), Labelled(self.surname_length)
        self._names = Block()
        self._names.body.addLayout(side_by_side(self._native, self._honorific))
        self._names.body.addLayout(side_by_side(self._spellings, self._surname))
        self.body.addWidget(self._names)

    def _make_contact(self) -> None:
        self.phone, self.email, self.id_number = LineField(), LineField(), LineField()
        self.bind(phone=self.phone, email=self.email, id_number=self.id_number)
        self._phone, self._email = Labelled(self.phone), Labelled(self.email)
        self._id_number = Labelled(self.id_number)
        self.fold = QToolButton()
        self.fold.setCheckable(True)
        self.fold.setToolButtonStyle(self.fold.toolButtonStyle().ToolButtonTextBesideIcon)
        self.fold.setFixedHeight(28)
        self.fold.toggled.connect(self._on_fold)
        self._contact = QWidget()
        contact = QVBoxLayout(self._contact)
        contact.setContentsMargins(0, 0, 0, 0)
        contact.setSpacing(2)
        contact.addLayout(side_by_side(self._phone, self._email))
        contact.addWidget(self._id_number)
        self._contact.hide()
        self._folded = Block()
        self._folded.be_bare()
        self._folded.body.addWidget(self.fold)
        self._folded.body.addWidget(self._contact)
        self.body.addWidget(self._folded)

    def _make_texts(self) -> None:
        self.biography, self.note, self._texts = PairField(lines=True), TextField(lines=True), Block()
        self.bind(biography=self.biography, note=self.note)
        self._texts.body.addWidget(self.biography)
        self._texts.body.addWidget(self.note)
        self.body.addWidget(self._texts)

    def _on_fold(self, opened: bool) -> None:
        self._contact.setVisible(opened)
        self._draw_fold()

    def _draw_fold(self) -> None:
        arrow = "chevron-down" if self.fold.isChecked() else "chevron-right"
        self.fold.setIcon(icons.icon(arrow, self._theme.ink_2, 15))

    def _show_deputy(self, *, asks: bool) -> None:
        self._deputy.setVisible(asks)

    def _on_category(self, category: str) -> None:
        from forumdesk.app.commands.attendees import AddAttendee, EditAttendee, RemoveAttendee
        from forumdesk.domain.attendance import Category

        card = self._card
        if card is None:
            return
        if card.attendee is None:
            self.asked.emit(AddAttendee(id=uuid4(), person=card.id, category=Category(category)))
        elif not category:
            self.asked.emit(RemoveAttendee(id=card.attendee))
        else:
            self.asked.emit(EditAttendee(id=card.attendee, category=Category(category)))

    def _on_status(self, status: str) -> None:
        from forumdesk.app.commands.attendees import SetAttendance
        from forumdesk.domain.attendance import Attendance

        if status == DEPUTY:  # nothing is written before somebody is named
            self._show_deputy(asks=True)
            self.deputy.setFocus()
        elif self._card is not None and self._card.attendee is not None:
            self._show_deputy(asks=False)
            self.asked.emit(SetAttendance(attendees=(self._card.attendee,), status=Attendance(status)))

    def _on_deputy(self, typed: str) -> None:
        from forumdesk.app.commands.attendees import SetAttendance
        from forumdesk.domain.attendance import Attendance

        if self._card is None or self._card.attendee is None or not typed:
            return
        deputy = self._people.meant(typed)
        if deputy is None:
            self.refused.emit(Nobody(typed=typed))
            return
        self.asked.emit(
            SetAttendance(attendees=(self._card.attendee,), status=Attendance.SENDS_DEPUTY, deputy=deputy)
        )


def _codes(codes: tuple[str, ...], screen: Screen) -> list[tuple[str, str]]:
    return [(code, say_code(screen.words, code)) for code in codes]


def _stumble(character: str, readings: tuple[str, ...], screen: Screen) -> str:
    """What a reader of the name should know of one of its characters."""
    if len(readings) == 1:
        return screen.say("“{character}” is rare: {reading}", character=character, reading=readings[0])
    others = screen.say(", ").join(readings[1:])
    return screen.say(
        "“{character}” is read {reading} here, but {others} elsewhere: ask",
        character=character, reading=readings[0], others=others,
    )  # fmt: skip


def _give(person: UUID, picture: bytes | None) -> Command:
    from forumdesk.app.commands.pictures import SetPhoto

    return SetPhoto(person=person, picture=picture)
