"""What the user's hands mean on the agenda page, as commands; None where nothing would change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from msgspec.structs import replace

from forumdesk.app.commands.agenda import AddItem, EditItem, MoveItem, SplitItem
from forumdesk.ui.agenda.board_plan import Fall, others_of

if TYPE_CHECKING:
    from forumdesk.store.screens.agenda import AgendaRow
    from forumdesk.store.screens.board import Board
    from forumdesk.ui.agenda.notes import Fixes

USUAL_KIND, USUAL_MINUTES = "report", 10


def added(day: tuple[UUID, dt.date], behind: AgendaRow | None) -> AddItem:
    """A new item of a day, in the language of the one before it."""
    return AddItem(
        forum=day[0],
        date=day[1],
        kind=USUAL_KIND,
        minutes=USUAL_MINUTES,
        language=behind.language if behind else "",
        after=behind.id if behind else None,
    )


def stepped(of_day: Sequence[AgendaRow], row: AgendaRow, by: int) -> MoveItem | None:
    """One place up or down within its day."""
    day = [other.id for other in of_day]
    target = day.index(row.id) + by
    if not 0 <= target < len(day):
        return None
    day.remove(row.id)
    return MoveItem(item=row.id, after=day[target - 1] if target else None)


def dropped(
    rows: Sequence[AgendaRow], row: AgendaRow, after: AgendaRow | None, head: AgendaRow | None
) -> MoveItem | None:
    """Let fall behind another item, or at the head of the day of one."""
    forum, date = (after or head or row).day
    day = [other for other in rows if other.day == (forum, date)]
    place = day.index(after) if after in day else -1
    if row in day and day.index(row) in (place, place + 1):
        return None
    return MoveItem(item=row.id, after=after.id if after else None, forum=forum, date=date)


def let_fall(board: Board, row: AgendaRow, falls: Fall) -> MoveItem | None:
    """Let fall on the board, in whichever forum's column; what is fixed takes its pin along."""
    column = board.columns[falls.column]
    others = others_of(column, row)
    after = others[falls.place - 1].id if falls.place else None
    stays = column.forum == row.forum and column.rows.index(row) == falls.place
    if stays and not (row.fixed and falls.start != row.start):
        return None
    move = MoveItem(item=row.id, after=after, forum=column.forum, date=board.day)
    return replace(move, fixed_start=falls.start) if row.fixed else move


def halved(row: AgendaRow) -> SplitItem | None:
    """Cut in the middle."""
    return SplitItem(id=row.id, minutes=(row.minutes + 1) // 2) if row.minutes > 1 else None


def turned(row: AgendaRow) -> EditItem:
    """Fixed where it begins now, or linked again to what comes before."""
    return EditItem(id=row.id, fixed_start=None if row.fixed else row.start)


def shortened(fixes: Fixes) -> EditItem | None:
    """The item before an overlap, as short as to end in time."""
    return EditItem(id=fixes.before.id, minutes=fixes.shorter) if fixes.shorter is not None else None


def released(fixes: Fixes) -> EditItem:
    """The item behind an overlap, linked."""
    return EditItem(id=fixes.row.id, fixed_start=None)
