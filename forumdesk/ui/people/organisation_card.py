"""The card of an organisation."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP
from forumdesk.domain.text import Text
from forumdesk.ui.parts.field import INSET, ChoiceField, LineField, PairField, TextField, whole_number
from forumdesk.ui.parts.text import ElidedLabel
from forumdesk.ui.people.blocks import Block, Labelled, Link, clear, in_reading_order, side_by_side
from forumdesk.ui.people.card import Card, optional, optional_text, spellings_field
from forumdesk.ui.people.model import KINDS, kind_word
from forumdesk.ui.people.uses import PART_WIDTH
from forumdesk.ui.screen import Screen

if TYPE_CHECKING:
    from forumdesk.app.commands.command import Command
    from forumdesk.store.screens.cards import OrganisationCard
    from forumdesk.ui.operations import Operations
    from forumdesk.ui.parts.picture import Giving


class NoDay(Refused):
    """A date that is none. Facts: value."""

    code = "no-day"
    sentence = NOOP("“{value}” is no date; write it as 2025-03-28.")


def day(typed: str) -> date:
    """A date written as 2025-03-28; raises `NoDay`."""
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise NoDay(value=typed) from None


class OrganisationCardView(Card["OrganisationCard"]):
    """All of an organisation."""

    def __init__(self, screen: Screen, operations: Operations) -> None:
        super().__init__(screen, operations, icon="building-2")
        self._card: OrganisationCard | None = None
        self.short_name, self.kind, self.country = PairField(), ChoiceField(), PairField()
        self.founded = LineField(optional(day), optional_text)
        self.sequence = LineField(optional(whole_number(0, 1_000_000)), optional_text)
        self.spellings, self.note = spellings_field(), TextField(lines=True)
        self.bind(
            short_name=self.short_name, kind=self.kind, country=self.country, founded=self.founded,
            sequence=self.sequence, spellings=self.spellings, note=self.note,
        )  # fmt: skip
        self._short, self._kind, self._country = map(Labelled, (self.short_name, self.kind, self.country))
        self._founded, self._sequence = Labelled(self.founded), Labelled(self.sequence)
        self._spellings, self._note = Labelled(self.spellings), Labelled(self.note)
        self.people = Block()
        self.facts = Block()
        self.facts.body.addLayout(side_by_side(self._kind, self._country))
        self.facts.body.addLayout(side_by_side(self._founded, self._sequence))
        self.facts.body.addWidget(self._spellings)
        self.facts.body.addWidget(self._note)
        for part in (self._short, self.people, self.uses, self.facts, self.removal):
            self.body.addWidget(part)

    def show_card(self, card: OrganisationCard) -> None:
        """Show an organisation, or news of the one that is shown."""
        self._card = card
        self.picture.show_picture(card.logo)
        self._show_people(card)
        super().show_card(card)

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        super().speak(screen)
        self.short_name.speak(screen, screen.say("Short name"))
        self.country.speak(screen, screen.say("Country"))
        for labelled, word in (
            (self._short, screen.say("Short name")),
            (self._kind, screen.say("Kind")),
            (self._country, screen.say("Country")),
            (self._founded, screen.say("Founded")),
            (self._sequence, screen.say("Official sequence")),
            (self._spellings, screen.say("Other spellings")),
            (self._note, screen.say("Note")),
        ):
            labelled.name(word)
        self.picture.speak(screen, screen.say("Logo"))
        self.founded.setPlaceholderText("1988-05-10")
        self.spellings.setPlaceholderText(screen.say("Separate with ;"))
        self.people.heading.setText(screen.say("People"))
        self.facts.heading.setText(screen.say("About"))
        self.kind.offer([("", ""), *((kind, kind_word(kind, screen)) for kind in KINDS)])
        self.removal.button.name(screen.say("Remove organisation"))
        if self._card is not None:
            self.show_card(self._card)

    def add(self, row_id: UUID, name: Text) -> object:
        """Enter an organisation."""
        from forumdesk.app.commands.people import AddOrganisation

        return AddOrganisation(id=row_id, name=name)

    def edit(self, **fields: Any) -> object:
        """Change the organisation."""
        from forumdesk.app.commands.people import EditOrganisation

        assert self.shown is not None
        return EditOrganisation(id=self.shown, **fields)

    def remove(self, *, everywhere: bool) -> object:
        """Remove the organisation."""
        from forumdesk.app.commands.people import RemoveOrganisation

        assert self.shown is not None
        return RemoveOrganisation(id=self.shown, everywhere=everywhere)

    def giver(self) -> Giving:
        """Give the organisation a logo, or take it away."""
        assert self.shown is not None
        return partial(_give, self.shown)

    def _show_people(self, card: OrganisationCard) -> None:
        clear(self.people.body)
        self.people.count.setText(str(len(card.people) or ""))
        links: list[Link] = []
        for person, name, title in card.people:
            link, post = Link(self.screen_of.text(name)), ElidedLabel("label")
            link.setFixedWidth(PART_WIDTH)
            post.setText(self.screen_of.text(title))
            link.clicked.connect(lambda _=False, person=person: self.went.emit("people", person))
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(INSET - 4, 0, 0, 0)
            row.setSpacing(4)
            row.addWidget(link)
            row.addWidget(post, 1)
            self.people.body.addWidget(line)
            links.append(link)
        in_reading_order(self.short_name.fields[1], *links)
        self.uses.behind = links[-1] if links else self.short_name.fields[1]


def _give(organisation: UUID, picture: bytes | None) -> Command:
    from forumdesk.app.commands.pictures import SetLogo

    return SetLogo(organisation=organisation, picture=picture)
