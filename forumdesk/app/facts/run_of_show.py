"""What the run of show tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from forumdesk.app.facts.agenda import forums
from forumdesk.app.facts.programme import Items
from forumdesk.app.naming import posts_of_all
from forumdesk.app.printing.order import Setting
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


def run_of_show(look: Look, event: Event, setting: Setting) -> page.RunOfShow:
    """Every cue and every line of the script of one forum, or of all, a day each."""
    from forumdesk.documents.run_of_show import RunOfShow

    chosen = forums(look, setting.forum)
    gather = Items(look, posts_of_all(look))
    days = tuple(day for one in chosen for day in _days(look, event, one, gather))
    return RunOfShow(event.title if setting.forum is None else chosen[0].title, days)


def _days(look: Look, event: Event, forum: Forum, gather: Items) -> Iterator[page.ShowDay]:
    from forumdesk.documents.run_of_show import Part, ShowDay

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
                    moments=tuple(_moments(look.all(Cue, item_id=item.id), placed.start * 60)),
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
