"""What is done to the chosen boxes, by mouse, keys or buttons; each is a step with a name.

`areas` are the rooms of the chosen elements by their places, in mm.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumdesk.base.words import NOOP
from forumdesk.ui.templates.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Mapping

    from forumdesk.documents.cards.arranging import Line, Shift
    from forumdesk.documents.themes import Area

MOVE, RESIZE = NOOP("Move on the page"), NOOP("Resize on the page")
ADD, REMOVE, COPY = NOOP("Add to the page"), NOOP("Remove from the page"), NOOP("Copy on the page")
RESTACK, LINE_UP, SPREAD = NOOP("Bring to front or back"), NOOP("Line up on the page"), NOOP("Spread evenly")


def add(draft: Draft, kind: str, text: str) -> None:
    """Put a new element in the middle of the page, above all others, and choose it; `text` is what a text says."""
    from forumdesk.documents.cards import editing

    if draft.layout is not None:
        fresh = editing.fresh(next(each for each in editing.KINDS if each == kind), draft.layout, text)
        draft.write(editing.with_new(draft.layout, fresh), ADD, (len(draft.layout.elements),))


def nudge(draft: Draft, across: float, down: float) -> None:
    """Show what is chosen so many mm elsewhere; it is written when that is finished."""
    from forumdesk.documents.cards.arranging import shifted

    if draft.layout is not None and draft.places:
        draft.attempt(shifted(draft.layout, draft.manner, dict.fromkeys(draft.places, (across, down))), MOVE)


def pull(draft: Draft, across: float, down: float) -> None:
    """Show the chosen element so many mm wider and higher."""
    from forumdesk.documents.cards import editing

    element = draft.element
    if draft.layout is not None and element is not None:
        room = editing.area(element, draft.manner)
        to = room._replace(width=room.width + across, height=room.height + down)
        made = editing.resized(element, draft.manner, to)
        draft.attempt(editing.with_element(draft.layout, draft.place, made), RESIZE)


def remove(draft: Draft) -> None:
    """Take what is chosen off the page; the one below is chosen then, where it was one."""
    from forumdesk.documents.cards.arranging import without

    if draft.layout is not None and draft.places:
        left = without(draft.layout, draft.places)
        below = min(draft.place, len(left.elements) - 1)
        draft.write(left, REMOVE, (below,) if below >= 0 else ())


def copy(draft: Draft, areas: Mapping[int, Area]) -> None:
    """Put copies of what is chosen a little apart, and choose them."""
    from forumdesk.documents.cards.arranging import copied

    if draft.layout is not None and areas:
        made, places = copied(draft.layout, draft.manner, areas)
        draft.write(made, COPY, places)


def restack(draft: Draft, by: int) -> None:
    """Draw what is chosen above, or below, so many others more."""
    from forumdesk.documents.cards.arranging import restacked

    if draft.layout is not None and draft.places:
        made, places = restacked(draft.layout, draft.places, by)
        if made != draft.layout:
            draft.write(made, RESTACK, places)


def line_up(draft: Draft, areas: Mapping[int, Area], line: Line) -> None:
    """Let what is chosen share an edge or an axis: one with the page, several with each other."""
    from forumdesk.documents.cards.arranging import around, lined_up
    from forumdesk.documents.themes import Area

    if draft.layout is not None and areas:
        alone = len(areas) == 1
        within = Area(0.0, 0.0, draft.layout.width, draft.layout.height) if alone else around(areas.values())
        _shift(draft, dict(zip(areas, lined_up(list(areas.values()), line, within), strict=True)), LINE_UP)


def spread_out(draft: Draft, areas: Mapping[int, Area], side: int) -> None:
    """Make the gaps between what is chosen equal, across (0) or down (1)."""
    from forumdesk.documents.cards.arranging import spread

    if len(areas) > 2:
        _shift(draft, dict(zip(areas, spread(list(areas.values()), side), strict=True)), SPREAD)


def _shift(draft: Draft, shifts: Mapping[int, Shift], step: str) -> None:
    from forumdesk.documents.cards.arranging import shifted

    assert draft.layout is not None
    made = shifted(draft.layout, draft.manner, shifts)
    if made != draft.layout:
        draft.write(made, step)
