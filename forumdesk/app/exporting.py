"""Lists that leave the file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from forumdesk.app.attendance import Guest, guests
from forumdesk.app.languages import side_of
from forumdesk.app.wording import say_code
from forumdesk.base.errors import Refused
from forumdesk.base.files import replacing
from forumdesk.base.words import NOOP, Words
from forumdesk.domain.event import Event
from forumdesk.exchange.contacts import Card, write_vcf
from forumdesk.exchange.tables import Column, Table, write_csv, write_xlsx
from forumdesk.rules.names import surname_of
from forumdesk.store.store import Store
from forumdesk.store.work import Look


class UnknownFormat(Refused):
    """No list is written in that format. Facts: path, formats."""

    code = "unknown-format"
    sentence = NOOP("{path}: this is written as {formats}; end the name in one of these.")


class UnknownColumn(Refused):
    """The list has no such column. Facts: column, columns."""

    code = "unknown-column"
    sentence = NOOP("There is no column “{column}”; there are {columns}.")


class SensitiveColumn(Refused):
    """Contact data leaves the file only when asked for. Facts: column."""

    code = "sensitive-column"
    sentence = NOOP("The column “{column}” holds sensitive data; ask for it with --sensitive.")


@dataclass(frozen=True, slots=True)
class Field:
    """A column of the attendee list: its head, its width in characters, and what it says of a guest."""

    head: str
    width: int
    value: Callable[[Guest, int], str]
    sensitive: bool = False
    usual: bool = True


FIELDS: dict[str, Field] = {
    "name": Field(NOOP("Name"), 18, lambda guest, side: guest.person.name.side(side)),
    "other_name": Field(
        NOOP("Name in the other language"), 24,
        lambda guest, side: (guest.person.name.second, guest.person.name.first)[side],
    ),
    "native_name": Field(NOOP("Native name"), 14, lambda guest, _: guest.person.native_name),
    "organisation": Field(NOOP("Organisation"), 36, lambda guest, side: guest.organisation.side(side)),
    "title": Field(NOOP("Title"), 24, lambda guest, side: guest.title.side(side)),
    "category": Field(NOOP("Category"), 12, lambda guest, _: guest.attendee.category.value),
    "status": Field(NOOP("Status"), 12, lambda guest, _: guest.attendee.status.value),
    "badge": Field(NOOP("Badge"), 10, lambda guest, _: guest.attendee.badge),
    "seat": Field(NOOP("Seat"), 10, lambda guest, _: guest.attendee.seat),
    "note": Field(NOOP("Note"), 30, lambda guest, _: guest.attendee.note),
    "phone": Field(NOOP("Phone"), 20, lambda guest, _: guest.person.phone, sensitive=True),
    "email": Field(NOOP("E-mail"), 28, lambda guest, _: guest.person.email, sensitive=True),
    "id_number": Field(NOOP("ID number"), 22, lambda guest, _: guest.person.id_number, sensitive=True),
    "id": Field(NOOP("ID"), 38, lambda guest, _: str(guest.id), usual=False),
}  # fmt: skip
"""Every column by name, in the order of the list."""

_CODES = ("category", "status")
"""Columns that hold codes; a list says them in its language."""


def export_attendees(
    store: Store,
    out: Path,
    *,
    language: str | None = None,
    columns: Sequence[str] = (),
    where: Sequence[tuple[str, str]] = (),
    sensitive: bool = False,
) -> int:
    """Write the attendee list to an .xlsx, .csv or .vcf file and return how many people it holds.

    `language` is one of the event's two (its first, where None is given); `where` keeps the guests whose
    columns hold exactly those values. Sensitive columns are left out unless `sensitive`.
    """
    writers = {".xlsx": _xlsx, ".csv": _csv, ".vcf": _vcf}
    if out.suffix.lower() not in writers:
        raise UnknownFormat(path=out, formats=", ".join(writers))
    fields = _chosen(columns, sensitive=sensitive)
    for name, _ in where:
        _known(name)
    with store.look() as look:
        event = look.all(Event)[0]
        side = side_of(event, language)
        chosen = [
            guest for guest in guests(look) if all(FIELDS[name].value(guest, side) == value for name, value in where)
        ]
    title = event.title.side(side)
    with replacing(out) as fresh:
        writers[out.suffix.lower()](_List(title, event.languages[side], side, fields, chosen, sensitive), fresh)
    return len(chosen)


def attendee_table(look: Look, event: Event, *, sensitive: bool) -> Table:
    """The attendee list with all its usual columns, in the event's first language."""
    fields = _chosen((), sensitive=sensitive)
    return _table(_List(event.title.side(0), event.first_language, 0, fields, guests(look), sensitive))


@dataclass(frozen=True, slots=True)
class _List:
    title: str
    language: str
    side: int
    fields: Sequence[str]
    guests: Sequence[Guest]
    sensitive: bool


def _chosen(columns: Sequence[str], *, sensitive: bool) -> Sequence[str]:
    for name in columns:
        if _known(name).sensitive and not sensitive:
            raise SensitiveColumn(column=name)
    usual = [name for name, field in FIELDS.items() if field.usual and (sensitive or not field.sensitive)]
    return columns or usual


def _known(name: str) -> Field:
    if name not in FIELDS:
        raise UnknownColumn(column=name, columns=", ".join(FIELDS))
    return FIELDS[name]


def _table(what: _List) -> Table:
    words = Words.of(what.language)

    def row(guest: Guest) -> Sequence[str]:
        cells = ((name, FIELDS[name].value(guest, what.side)) for name in what.fields)
        return [say_code(words, value) if name in _CODES else value for name, value in cells]

    columns = [Column(words.say(FIELDS[name].head), FIELDS[name].width) for name in what.fields]
    return Table(what.title, columns, map(row, what.guests))


def _xlsx(what: _List, path: Path) -> None:
    write_xlsx(_table(what), path)


def _csv(what: _List, path: Path) -> None:
    write_csv(_table(what), path)


def _vcf(what: _List, path: Path) -> None:
    def card(guest: Guest) -> Card:
        name = guest.person.name.side(what.side)
        surname, given = surname_of(name, guest.person.surname_length)
        return Card(
            name=name, surname=surname, given=given,
            organisation=guest.organisation.side(what.side), title=guest.title.side(what.side),
            email=guest.person.email if what.sensitive else "",
            phone=guest.person.phone if what.sensitive else "",
            note=guest.attendee.note, uid=guest.id.urn,
        )  # fmt: skip

    write_vcf(map(card, what.guests), path)
