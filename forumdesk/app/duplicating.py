"""Duplicate for the next event: a new file with what carries over, and nothing that was true of the old one only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from forumdesk.app.commands.event import EditEvent
from forumdesk.app.founding import NotADate
from forumdesk.base.words import NOOP
from forumdesk.domain.agenda import AgendaItem, Appearance, Cue
from forumdesk.domain.attendance import Attendee, CheckIn
from forumdesk.domain.entity import Entity
from forumdesk.domain.event import Acceptance, Asset, AssetBytes, Event, Forum, Hall, OrganiserRole, Template
from forumdesk.domain.people import Organisation, Person, Post, Precedence
from forumdesk.domain.plaques import Plaque
from forumdesk.domain.printing import PrintRecord
from forumdesk.domain.script import ScriptLine
from forumdesk.domain.signing import Agreement, Party
from forumdesk.domain.stage import Ceremony, StageCall, StagePlace, Unveiled
from forumdesk.domain.text import Text
from forumdesk.store.store import Store

STEP = NOOP("Duplicate for the next event")

KEPT: dict[type[Entity], tuple[str, ...]] = {
    Asset: (),
    Event: ("id", "note_first", "note_second"),
    Hall: (),
    Organisation: (),
    Person: (),
    Post: (),
    Precedence: (),
    Forum: ("days",),
    OrganiserRole: (),
    Template: (),
    AgendaItem: ("organisation_id", "abstract_first", "abstract_second", "note"),
    Cue: (),
    Ceremony: ("batch_first", "batch_second", "announced", "note"),
    StageCall: ("places",),
}
"""What carries over, parents before children, and the columns that do not: names, counts and notes of the old event.

Rows keep their ids, so that a person is the same one in both files. Only the event gets a new one: backups and
the desk's window are filed under it.
"""

LEFT: tuple[type[Entity], ...] = (
    Appearance, Agreement, Party, Plaque, Unveiled, StagePlace, ScriptLine, Attendee, CheckIn, Acceptance,
    PrintRecord,
)  # fmt: skip
"""What stays behind: who spoke, signed, received and came, what was said, accepted and printed.

Of the bytes of pictures those carry over that an asset names.
"""

TALKS = ("remarks", "keynote", "report", "initiative", "roundtable")
"""Kinds of items whose title is the speakers' own: it goes with them."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the next event is called, and when it begins, where nobody says otherwise."""

    title: Text
    starts: date
    languages: tuple[str, str]


def proposal(store: Store) -> Proposal:
    """The old title, a year later."""
    with store.look() as look:
        event = look.all(Event)[0]
    return Proposal(event.title, _year_later(event.starts), event.languages)


def duplicated(
    old: Store, title: str | None = None, title_second: str | None = None, day: str | None = None
) -> Callable[[Store], None]:
    """What founds the next event from an old one, which stays as it is. What is not given is as `proposal` has it."""
    proposed = proposal(old)
    try:
        starts = date.fromisoformat(day) if day else proposed.starts
    except ValueError:
        raise NotADate(value=day) from None
    new_title = Text(
        proposed.title.first if title is None else title,
        proposed.title.second if title_second is None else title_second,
    )

    def found(new: Store) -> None:
        with old.look() as look, new.work(STEP, founding=True) as work:
            later = starts - look.all(Event)[0].starts
            for kind, cleared in KEPT.items():
                kept = [column.key for column in kind.__table__.columns if column.key not in cleared]
                work.add_rows(kind, ({name: getattr(row, name) for name in kept} for row in look.all(kind)))
            in_use = {asset.sha256 for asset in look.all(Asset)}
            for picture in look.all(AssetBytes):
                if picture.sha256 in in_use:
                    work.add(AssetBytes(sha256=picture.sha256, content=picture.content))
            edit = EditEvent(title=new_title, starts=starts)
            edit.check()
            edit.run(work)
            for forum in work.all(Forum, title_first=proposed.title.first, title_second=proposed.title.second):
                forum.title = new_title
            for item in work.all(AgendaItem):
                item.date += later
                if item.kind in TALKS:
                    item.title = Text()

    return found


def _year_later(day: date) -> date:
    """The same day of the next year, 28 February for the 29th."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)
