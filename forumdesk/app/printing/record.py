"""The print record: what went to the printer, and what of it is stale because the event has changed since."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from forumdesk.app.printing.kinds import KINDS, Kind
from forumdesk.app.printing.layouts import setting_of
from forumdesk.app.printing.order import Order
from forumdesk.app.printing.told import Change, changes, digest, told
from forumdesk.base.errors import Refused
from forumdesk.domain.event import Event
from forumdesk.domain.printing import PrintRecord
from forumdesk.store.screens import prints
from forumdesk.store.store import Store
from forumdesk.store.work import Look

if TYPE_CHECKING:
    from forumdesk.app.printing.pieces import Pieces


@dataclass(frozen=True, slots=True)
class Past:
    """What became of a piece: how often it was printed, when last, whether it is stale, and what has changed."""

    times: int
    last: datetime
    stale: bool
    changes: tuple[Change, ...] = ()


def record(store: Store, pieces: Pieces) -> int:
    """Note that these pieces went to the printer just as they were gathered; says how many."""
    setting, choices = pieces.setting, _choices(pieces)
    rows = [
        {
            "document": kind.name, "piece": key, "language": setting.language, "choices": choices,
            "facts": facts, "facts_hash": digest(facts),
        }
        for kind, each in pieces.by_kind
        for key, facts in told(each, kind, setting).items()
    ]  # fmt: skip
    with store.work("Print") as work:
        now = {"number": prints.next_number(work), "at": work.now, "actor": store.actor}
        return work.add_rows(PrintRecord, [{**row, **now} for row in rows])


def past(look: Look, kinds: Sequence[Kind] = KINDS) -> dict[str, dict[str, dict[str, Past]]]:
    """What has been printed of these kinds and is still a piece of the event: by kind, language and key."""
    event, records = look.all(Event)[0], prints.records(look)
    found: dict[str, dict[str, dict[str, Past]]] = {kind.name: {} for kind in kinds}
    for kind in kinds:
        for language, rows in records.get(kind.name, {}).items():
            found[kind.name][language] = dict(_compared(look, event, kind, language, rows))
    return found


def _compared(look: Look, event: Event, kind: Kind, language: str, rows: Sequence[Any]) -> Iterator[tuple[str, Past]]:
    """The pieces of a kind that were printed in a language and are still there, by their keys."""
    times: dict[str, int] = {}
    last: dict[str, dict[str, Any]] = {}
    newest = {row.piece: row for row in rows}
    for row in rows:
        times[row.piece] = times.get(row.piece, 0) + 1
    for row in newest.values():
        last.setdefault(row.choices, {})[row.piece] = row
    for choices, printed in last.items():
        try:
            order = Order(kind.document, language, **json.loads(choices))
            setting = setting_of(look, event, order, [kind.name])
            pieces = kind.gather(look, event, setting)
        except Refused:
            continue  # the event has that language, forum or template no longer
        now = told([piece for piece in pieces if piece.key in printed], kind, setting)
        stale = [printed[key] for key, facts in now.items() if printed[key].facts_hash != digest(facts)]
        before = prints.facts(look, [row.id for row in stale])
        for key, facts in now.items():
            row = printed[key]
            differs = changes(before[row.id], facts) if row.id in before else ()
            yield key, Past(times[key], row.at, row.id in before, differs)


def _choices(pieces: Pieces) -> str:
    """What was chosen besides the pieces and their language, of what shows on paper."""
    order = pieces.order
    chosen = {
        "forum": pieces.setting.forum, "template": order.template, "paper": order.paper,
        "data_only": order.data_only or None,
    }  # fmt: skip
    return json.dumps({name: choice for name, choice in chosen.items() if choice is not None})
