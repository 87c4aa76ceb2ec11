"""Whom and what a row of a list means: known by a name and one more thing, never by one alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP
from forumdesk.domain.attendance import Attendance, Category
from forumdesk.domain.text import NOTHING, Text
from forumdesk.rules import names
from forumdesk.store.screens import lists
from forumdesk.store.screens.attendees import organisations_by_name
from forumdesk.store.work import Look


class SeveralFit(Refused):
    """A row may mean more than one person. Facts: name."""

    code = "several-fit"
    sentence = NOOP("Several people called {name} fit this row; add a phone number, an e-mail address or the ID.")


class SeveralCalled(Refused):
    """A name alone is given, and more than one person has it. Facts: name."""

    code = "several-called"
    sentence = NOOP("There are several people called {name}; choose one in the desk.")


@dataclass(frozen=True, slots=True)
class Held:
    """A post of somebody's."""

    id: UUID
    organisation: UUID
    title: Text


@dataclass(frozen=True, slots=True)
class Attends:
    """Somebody's line on the attendee list."""

    id: UUID
    category: Category
    status: Attendance
    badge: str
    seat: str
    note: str


@dataclass(eq=False, slots=True)
class Known:
    """Somebody in the event: what is known of them, their posts (the main one first), and their attendance."""

    id: UUID
    name: Text
    native_name: str = ""
    spellings: tuple[str, ...] = ()
    honorific: str = ""
    pinyin: str = ""
    phone: str = ""
    email: str = ""
    id_number: str = ""
    biography: Text = NOTHING
    note: str = ""
    posts: list[Held] = field(default_factory=list)
    attendee: Attends | None = None
    seen: tuple[int, int] | None = None
    """The row of a list that meant them, and a mark of what it said."""

    def called(self) -> Iterable[str]:
        """Every way their name is written."""
        return filter(None, (self.name.first, self.name.second, self.native_name, *self.spellings))

    def is_at(self, organisation: UUID | None) -> bool:
        """Whether they have a post there."""
        return any(post.organisation == organisation for post in self.posts)


class Organisations:
    """Organisations by any name that is written for them, with no regard to case, width or spaces."""

    def __init__(self, look: Look) -> None:
        self._ids: dict[str, UUID] = {}
        self._names: dict[UUID, str] = {}
        for name, row in organisations_by_name(look).items():
            self.enter(name, row)

    def name(self, row: UUID) -> str:
        """What an organisation is called."""
        return self._names[row]

    def find(self, name: str) -> UUID | None:
        """The one that is called so."""
        return self._ids.get(names.key(name))

    def enter(self, name: str, row: UUID) -> None:
        """Know one by a name from now on."""
        self._ids.setdefault(names.key(name), row)
        self._names.setdefault(row, name)


class People:
    """The people of an event by their names, and those that are entered on the way."""

    def __init__(self, look: Look) -> None:
        self._by_name: dict[str, list[Known]] = defaultdict(list)
        self.by_id: dict[UUID, Known] = {}
        for row in lists.people(look):
            self.enter(Known(*row))
        for post in lists.posts(look):
            self.by_id[post.person_id].posts.append(Held(post.id, post.organisation_id, post.title))
        for row in lists.attendees(look):
            self.by_id[row.person_id].attendee = Attends(
                row.id, row.category, row.status, row.badge, row.seat, row.note
            )

    def enter(self, known: Known) -> None:
        """Know somebody from now on."""
        self.by_id[known.id] = known
        for name in {names.key(each) for each in known.called()}:
            self._by_name[name].append(known)

    def called(self, name: str) -> list[Known]:
        """Everybody of that name."""
        return self._by_name.get(names.key(name), [])

    def find(
        self, called: Iterable[str], organisation: UUID | None, phone: str = "", email: str = "", id_number: str = ""
    ) -> Known | None:
        """Who has one of the names, and a phone, an e-mail, an ID number or an organisation that agrees.

        An organisation counts only where phone, e-mail and ID number do not speak against it: two people of one
        name may work in one house. Raises `SeveralFit`.
        """
        namesakes = {one.id: one for name in called if name for one in self.called(name)}.values()
        if not namesakes:
            return None
        wanted = _contacts(phone, email, id_number)
        agreeing, possible = [], []
        for one in namesakes:
            pairs = list(zip(_contacts(one.phone, one.email, one.id_number), wanted, strict=True))
            if any(mine and mine == theirs for mine, theirs in pairs):
                agreeing.append(one)
            elif one.is_at(organisation) and not any(mine and theirs for mine, theirs in pairs):
                possible.append(one)
        fit = agreeing or possible
        if len(fit) > 1:
            raise SeveralFit(name=next(filter(None, called)))
        return fit[0] if fit else None


def _contacts(phone: str, email: str, id_number: str) -> tuple[str, str, str]:
    return digits(phone), email.strip().casefold(), id_number.strip().upper()


def digits(phone: str) -> str:
    """A phone number as it is compared: without marks and the country code of China.

    >>> digits("+86 138-0013 8000") == digits("13800138000")
    True
    """
    number = "".join(filter(str.isdigit, phone))
    for code in ("0086", "86"):
        if number.startswith(code) and len(number) == len(code) + 11:
            return number.removeprefix(code)
    return number
