"""Who organises the event or one of its forums, as a table of the settings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from forumdesk.base.words import NOOP
from forumdesk.ui.ceremonies.names import Known
from forumdesk.ui.ceremonies.offers import Choices
from forumdesk.ui.ceremonies.table import Offering, OrderedModel
from forumdesk.ui.parts.cells import Cell, Tone
from forumdesk.ui.parts.row_model import Column
from forumdesk.ui.screen import Screen
from forumdesk.ui.settings.places import Places

if TYPE_CHECKING:
    from forumdesk.app.commands.event import Role
    from forumdesk.store.screens.settings import ForumFacts, OrganiserFacts
    from forumdesk.ui.operations import Operations

ROLES = {
    "host": NOOP("Host"),
    "organiser": NOOP("Organiser"),
    "co-organiser": NOOP("Co-organiser"),
    "supporter": NOOP("Supporter"),
}


class Whose(Choices):
    """The whole event, or one of its forums by title."""

    def __init__(self, screen: Screen) -> None:
        super().__init__({"": NOOP("The whole event")}, screen)

    def show_forums(self, forums: Sequence[ForumFacts]) -> None:
        """Offer these."""
        self.words = {"": self.words[""], **{str(forum.id): self.screen.text(forum.title) for forum in forums}}

    def word(self, code: str) -> str:
        """A forum's title is the event's own word."""
        return self.words.get(code, "") if code else super().word(code)


class Organisers(Places):
    """Organisations in order, each with its role and whose it is; the last line takes a new name."""

    def __init__(self, operations: Operations, screen: Screen) -> None:
        self._known, self._roles, self._whose = Known(operations, screen), Choices(ROLES, screen), Whose(screen)
        columns: tuple[Column[OrganiserFacts], ...] = (
            Offering(
                lambda s: s.say("Organisation"), 0, lambda row, s: Cell(s.text(row.name)),
                lambda row, s: s.text(row.name), offers=self._known.organisations, typed=True,
            ),
            Offering(
                lambda s: s.say("Role"), 112, lambda row, _: Cell(self._roles.word(row.role)),
                lambda row, _: self._roles.word(row.role), self._play, offers=self._roles,
            ),
            Offering(
                lambda s: s.say("Event or forum"), 208, lambda row, _: Cell(self._whose_is(row), Tone.SECOND),
                lambda row, _: self._whose_is(row), self._belong, offers=self._whose,
            ),
        )  # fmt: skip
        super().__init__(
            OrderedModel(columns, screen, lambda s: s.say("Type an organisation and press Enter")), screen
        )
        self.model.typed.connect(self._on_typed)

    def show_organisers(self, organisers: Sequence[OrganiserFacts], forums: Sequence[ForumFacts]) -> None:
        """Take in what there is."""
        self._whose.show_forums(forums)
        self.show_rows(organisers)

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self._known.speak(screen)
        self._roles.screen = self._whose.screen = screen
        super().speak(screen)

    def names(self, screen: Screen) -> tuple[str, str]:
        """Organisers."""
        return screen.say("Organisers"), screen.say("Add organiser")

    def removed(self, row: UUID) -> Any:
        """The organisation stays."""
        from forumdesk.app.commands.event import RemoveOrganiser

        return RemoveOrganiser(id=row)

    def moved(self, row: UUID, after: UUID | None) -> Any:
        """Another place among the organisers."""
        from forumdesk.app.commands.event import MoveOrganiser

        return MoveOrganiser(id=row, after=after)

    def _whose_is(self, row: OrganiserFacts) -> str:
        return self._whose.word(str(row.forum or ""))

    def _play(self, row: OrganiserFacts, typed: str, _: Screen) -> object:
        from forumdesk.app.commands.event import EditOrganiser

        return EditOrganiser(id=row.id, role=cast("Role", self._roles.code(typed)))

    def _belong(self, row: OrganiserFacts, typed: str, _: Screen) -> object:
        from forumdesk.app.commands.event import EditOrganiser

        forum = self._whose.code(typed)
        return EditOrganiser(id=row.id, forum=UUID(forum) if forum else None)

    def _on_typed(self, place: int, _column: int, typed: str) -> None:
        """A new organiser in the role and of the forum of the one above, or another organisation for this one."""
        from forumdesk.app.commands.event import AddOrganiser, EditOrganiser

        row, last = self.model.row_at(place), self.model.row_at(self.model.count() - 1)
        if not typed.strip():
            return

        def then(organisation: UUID) -> Sequence[Any]:
            if row is not None:
                return (EditOrganiser(id=row.id, organisation=organisation),)
            role, forum = (last.role, last.forum) if last else ("host", None)
            return (AddOrganiser(organisation=organisation, role=cast("Role", role), forum=forum),)

        self.asked.emit(self._known.organisation(typed, self._screen, then))
