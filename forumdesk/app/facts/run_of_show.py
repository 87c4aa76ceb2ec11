"""What the run of show tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from forumdesk.app.facts.agenda import agenda, forums
from forumdesk.app.facts.programme import Items
from forumdesk.app.naming import posts_of_all
from forumdesk.app.printing.order import Setting
from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP
from forumdesk.domain.agenda import AgendaItem, Cue, Rundown
from forumdesk.domain.event import Event, Forum, Hall
from forumdesk.domain.script import ScriptLine
from forumdesk.domain.text import Text
from forumdesk.store.work import Look

if TYPE_CHECKING:
    from forumdesk.documents import run_of_show as page

_WORDS = {
    "stage": ("舞台", "stage"),
    "screen": ("屏", "视频", "screen", "video"),
    "light": ("灯", "light"),
    "sound": ("音", "声", "sound", "audio"),
}
"""What a department is called whose cues have a column of their own."""

_KINDS = {"video": "screen", "music": "sound", "lights": "light"}
"""Where a cue belongs that names no department."""


class UnknownDepartment(Refused):
    """No cue is a department's of that name. Facts: department, known."""

    code = "unknown-department"
    sentence = NOOP("There are no cues for a department “{department}”; there are some for {known}.")


def run_of_show(look: Look, event: Event, setting: Setting) -> page.RunOfShow:
    """Every cue, or those of one department, and every line of the script of one forum, or of all, a day each.

    Raises `UnknownDepartment`.
    """
    from forumdesk.documents.run_of_show import RunOfShow

    chosen = forums(look, setting.forum)
    gather = Items(look, posts_of_all(look))
    department = _department(look, event, setting.department) if setting.department else Text()
    days = tuple(day for one in chosen for day in _days(look, event, one, gather, department))
    return RunOfShow(event.title if setting.forum is None else chosen[0].title, days, department)


def departments(look: Look, event: Event) -> Sequence[Text]:
    """Whoever has cues, in the order of the agenda."""
    return list(dict.fromkeys(_whose(cue, event) for item in agenda(look) for cue in look.all(Cue, item_id=item.id)))


def _department(look: Look, event: Event, name: str) -> Text:
    known = departments(look, event)
    for department in known:
        if name.casefold() in (department.first.casefold(), department.second.casefold()):
            return department
    raise UnknownDepartment(department=name, known=", ".join(map(str, known)))


def _whose(cue: Cue, event: Event) -> Text:
    """The department of a cue; one that names none has that of its column."""
    from forumdesk.documents.wording import word

    return cue.department or Text(*(word(_column(cue), code) for code in event.languages))


def _days(look: Look, event: Event, forum: Forum, gather: Items, department: Text) -> Iterator[page.ShowDay]:
    from forumdesk.documents.run_of_show import Part, ShowDay

    def cues(item: AgendaItem) -> Iterator[Cue]:
        return (c for c in look.all(Cue, item_id=item.id) if not department or _whose(c, event) == department)

    hall = look.find(Hall, forum.hall_id)
    items = look.all(AgendaItem, forum_id=forum.id)
    for date in sorted({item.date for item in items}):
        rundown = Rundown.of(forum, (item for item in items if item.date == date))
        times = rundown.times()
        yield ShowDay(
            title=forum.title,
            date=date,
            start=times[0].start,
            end=max(placed.end for placed in times),
            venue=event.venue,
            hall=hall.name if hall else Text(),
            parts=tuple(
                Part(
                    item=gather.item(item, placed.start),
                    minutes=item.minutes,
                    moments=tuple(_moments(cues(item), placed.start * 60)),
                    script=tuple(line.text for line in look.all(ScriptLine, item_id=item.id)),
                )
                for item, placed in zip(rundown.items, times, strict=True)
            ),
        )


def _moments(cues: Iterable[Cue], start: int) -> Iterator[page.Moment]:
    from forumdesk.documents.run_of_show import Cue as Shown
    from forumdesk.documents.run_of_show import Moment

    ordered = sorted(cues, key=lambda cue: (cue.offset_seconds, cue.position))
    for offset, together in groupby(ordered, key=lambda cue: cue.offset_seconds):
        shown = (Shown(_column(cue), cue.label, cue.department) for cue in together)
        yield Moment(start + offset, tuple(shown))


def _column(cue: Cue) -> str:
    department = str(cue.department).lower()
    if not department:
        return _KINDS.get(cue.kind, "stage")
    return next((name for name, words in _WORDS.items() if any(word in department for word in words)), "stage")
