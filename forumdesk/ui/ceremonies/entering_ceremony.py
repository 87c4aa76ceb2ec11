"""What the lists of a ceremony have in common when texts are entered into them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from forumdesk.app.commands.people import AddOrganisation, AddPerson
from forumdesk.domain.plaques import MoreNamedThanAnnounced
from forumdesk.domain.text import Text
from forumdesk.store.screens.attendees import organisations_by_name
from forumdesk.store.screens.ceremonies import CeremonyRow
from forumdesk.store.screens.typed_names import people_named
from forumdesk.store.work import Look
from forumdesk.ui.ceremonies.names import Known, as_text
from forumdesk.ui.ceremonies.wishes import SeveralOfThatName
from forumdesk.ui.parts.draft import Draft, Line
from forumdesk.ui.parts.entering import Entering
from forumdesk.ui.parts.table_model import Column, R
from forumdesk.ui.screen import Screen


class EnteringCeremony(Entering[R]):
    """What the lists of a ceremony share: no more rows than announced, names of organisations and people."""

    def __init__(
        self,
        look: Look,
        draft: Draft,
        screen: Screen,
        *,
        columns: Sequence[Column[R]],
        rows: Iterable[R],
        row: CeremonyRow,
        names: Known,
    ) -> None:
        super().__init__(draft, screen, columns, rows)
        assert row.ceremony is not None
        self.look, self.ceremony, self._names = look, row.ceremony, names
        self._announced, self._named = row.announced, row.named
        self._organisations = dict(organisations_by_name(look))
        self._people: dict[str, UUID] = {}
        self._recipients = {plaque.organisation for plaque in row.plaques if plaque.organisation}

    def takes(self, line: Line, who: str) -> bool:
        """Whether one more was announced; a row that is too many is refused."""
        self._named += 1
        if self._announced is not None and self._named > self._announced:
            self.refuse(line, who, "", MoreNamedThanAnnounced(announced=self._announced, named=self._named))
            return False
        return True

    def known_organisation(self, typed: str) -> UUID | None:
        """The organisation that was offered in these words, or is called so."""
        return self._names.organisations.chosen(typed) or self._organisations.get(typed.casefold())

    def organisation(self, typed: str) -> UUID:
        """The organisation that is called so, a new one where there is none."""
        return self.known_organisation(typed) or self.enter(as_text(typed, self.screen))

    def enter(self, name: Text) -> UUID:
        """Enter an organisation."""
        new = AddOrganisation(name=name)
        self.wish(new)
        for wording in filter(None, (name.first, name.second)):
            self._organisations[wording.casefold()] = new.id
        return new.id

    def people(
        self, line: Line, who: str, texts: dict[str, str], columns: Mapping[str, str]
    ) -> dict[str, UUID | None]:
        """Whom the texts of some columns mean, by field; None for nobody. Somebody new is entered."""
        meant: dict[str, UUID | None] = {}
        for column, field in columns.items():
            if column not in texts:
                continue
            typed = texts[column]
            if not typed:
                meant[field] = None
                continue
            chosen = self._names.people.chosen(typed) or self._people.get(typed)
            found = [chosen] if chosen else people_named(self.look, typed)
            if len(found) > 1:
                self.refuse(line, who, column, SeveralOfThatName(name=typed))
                del texts[column]
                continue
            if not found:
                new = AddPerson(name=as_text(typed, self.screen))
                self.wish(new)
                found = [new.id]
            self._people[typed] = found[0]
            meant[field] = found[0]
        return meant
