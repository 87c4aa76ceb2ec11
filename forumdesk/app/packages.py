"""A whole event as a package, and a new event from one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from forumdesk.app.exporting import UnknownFormat, attendee_table
from forumdesk.app.wording import say_code
from forumdesk.base.errors import Refused
from forumdesk.base.files import replacing
from forumdesk.base.words import NOOP, Words
from forumdesk.domain.agenda import AgendaItem, Rundown
from forumdesk.domain.event import Asset, AssetBytes, Event, Forum, Hall
from forumdesk.exchange.package import DamagedPackage, Package, read_package, write_package
from forumdesk.exchange.tables import Column, Table
from forumdesk.rules.timing import clock
from forumdesk.store.contents import UnfitCell, carried, digest_of, put, rows_of, without_sensitive
from forumdesk.store.marks import SCHEMA
from forumdesk.store.store import Store
from forumdesk.store.work import Look

STEP = NOOP("Import the event package")
SUFFIX = ".zip"


class OtherSchema(Refused):
    """A package holds rows of another schema than this program's. Facts: path, found, known."""

    code = "other-schema"
    sentence = NOOP(
        "{path} holds an event of schema {found}, and this ForumDesk reads {known}; open the event in the version "
        "that wrote it, then bring the event file itself here."
    )


def export_event(store: Store, out: Path, *, sensitive: bool = False) -> int:
    """Write the whole event to a .zip and return how many rows it holds.

    Contact data and ID numbers are left out unless `sensitive`; a package without them brings back an event
    without them.
    """
    if out.suffix.lower() != SUFFIX:
        raise UnknownFormat(path=out, formats=SUFFIX)
    with store.look() as look:
        rows = {name: rows_of(look, kind) for name, kind in carried().items()}
        if not sensitive:
            rows = {name: without_sensitive(carried()[name], found) for name, found in rows.items()}
        event = look.all(Event)[0]
        in_use = {asset.sha256 for asset in look.all(Asset)}  # others wait for an undo in this file
        pictures = {row.sha256: row.content for row in look.all(AssetBytes) if row.sha256 in in_use}
        lists = {"agenda": _agenda(look, event), "attendees": attendee_table(look, event, sensitive=sensitive)}
    about = {
        "title": event.title.first,
        "title_second": event.title.second,
        "schema": SCHEMA,
        "sensitive": sensitive,
        "rows": {name: len(found) for name, found in rows.items()},
        "digest": _digest(rows),
    }
    with replacing(out) as fresh:
        write_package(Package(about, rows, pictures, lists), fresh)
    return sum(map(len, rows.values()))


def founded_from(path: Path) -> tuple[Callable[[Store], None], int]:
    """What founds an event from a package, and how many rows it has; all of it is checked before any file is made.

    The event is the same one, ids too: content digest and pictures are those of the event that was exported.
    """
    package = read_package(path)
    if package.about.get("schema") != SCHEMA:
        raise OtherSchema(path=path, found=package.about.get("schema"), known=SCHEMA)
    kinds = carried()
    rows: dict[str, Sequence[Any]] = {name: list(package.rows.get(name, ())) for name in kinds}
    if _digest(rows) != package.about.get("digest"):
        raise DamagedPackage(path=path, part="data")

    def found(store: Store) -> None:
        with store.work(STEP, founding=True) as work:
            bytes_of = [{"sha256": digest, "content": content} for digest, content in package.pictures.items()]
            work.add_rows(AssetBytes, bytes_of)
            for name, kind in kinds.items():
                try:
                    put(work, kind, rows[name])
                except UnfitCell as error:
                    raise DamagedPackage(path=path, part=f"data/{name}.json") from error

    return found, sum(map(len, rows.values()))


def _digest(rows: dict[str, Any]) -> str:
    return digest_of((name, rows[name]) for name, kind in sorted(carried().items()) if kind.journalled)


def _agenda(look: Look, event: Event) -> Table:
    """The agenda with its times, as somebody without this program wants to read it."""
    words = Words.of(event.first_language)
    halls = {hall.id: hall.name.side(0) for hall in look.all(Hall)}
    lines = []
    for forum in look.all(Forum):
        items = look.all(AgendaItem, forum_id=forum.id)
        hall = halls[forum.hall_id] if forum.hall_id else ""
        for day in sorted({item.date for item in items}):
            rundown = Rundown.of(forum, (item for item in items if item.date == day))
            for item, time in zip(rundown.items, rundown.times(), strict=True):
                times = (day.isoformat(), clock(time.start), clock(time.end))
                kind = say_code(words, item.kind)
                lines.append([forum.title.side(0), hall, *times, kind, item.title.first, item.title.second])
    columns = [
        Column(words.say("Forum"), 28), Column(words.say("Hall"), 14), Column(words.say("Date"), 12),
        Column(words.say("Start"), 8), Column(words.say("End"), 8), Column(words.say("Kind"), 12),
    ]  # fmt: skip
    titles = [Column(f"{words.say('Title of the item')} ({code})", 40) for code in event.languages]
    return Table(event.title.side(0), [*columns, *titles], lines)
