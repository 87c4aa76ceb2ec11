"""The agenda as documents go through it: forums, items and ceremonies in their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP
from forumdesk.domain.agenda import AgendaItem
from forumdesk.domain.event import Forum
from forumdesk.domain.stage import Ceremony
from forumdesk.store.work import Look


class UnknownForum(Refused):
    """The event has no such forum. Facts: forum."""

    code = "unknown-forum"
    sentence = NOOP("The event has no forum “{forum}”.")


def forums(look: Look, wanted: str | None) -> Sequence[Forum]:
    """The forum with that title or ID, or all; `UnknownForum` where there is none."""
    every = look.all(Forum)
    if wanted is None:
        return every
    named = [one for one in every if wanted in (str(one.id), one.title.first, one.title.second)]
    if not named:
        raise UnknownForum(forum=wanted)
    return named


def agenda(look: Look) -> Iterator[AgendaItem]:
    """Every item, forum by forum, day by day, in order."""
    items = look.all(AgendaItem)
    for forum in look.all(Forum):
        yield from sorted(
            (item for item in items if item.forum_id == forum.id), key=lambda item: (item.date, item.position)
        )


def ceremonies(look: Look, kind: str) -> Iterator[Ceremony]:
    """The ceremonies of a kind of item, in the order of the agenda."""
    for item in agenda(look):
        if item.kind == kind:
            yield from look.all(Ceremony, item_id=item.id)
