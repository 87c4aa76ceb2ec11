"""The print record: what went to the printer, and what of it is stale because the event has changed since."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from forumdesk.app.printing.kinds import KINDS, Kind
from forumdesk.app.printing.layouts import setting_of
from forumdesk.app.printing.order import Order, Piece, Setting
from forumdesk.app.printing.told import Change, changes, digest, told
from forumdesk.base.errors import Refused
from forumdesk.domain.event import Event
from forumdesk.domain.printing import PrintRecord
from forumdesk.domain.text import Text
from forumdesk.store.screens import prints
from forumdesk.store.screens.prints import LastPrint
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


@dataclass(frozen=True, slots=True)
class Reprint:
    """What is stale of a kind, in whatever language: the pieces by name, what has changed, how many were printed."""

    kind: str
    pieces: tuple[Text, ...]
    changes: tuple[Change, ...]
    printed: int


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
    return {kind.name: {language: _past(look, kind, language) for language in _printed(look, kind)} for kind in kinds}


def reprints(look: Look) -> tuple[Reprint, ...]:
    """All that should be printed again."""
    found = []
    for kind in KINDS:
        printed = [
            (key, each)
            for language in _printed(look, kind)
            for printing in _compared(look, kind, language).values()
            for key, each in printing.pieces.items()
        ]
        stale = {key: each for key, each in printed if each.past.stale}
        if stale:
            names = tuple(each.piece.label for each in stale.values())
            changes = tuple(dict.fromkeys(change for each in stale.values() for change in each.past.changes))
            found.append(Reprint(kind.name, names, changes, len({key for key, _ in printed})))
    return tuple(found)


def _past(look: Look, kind: Kind, language: str) -> dict[str, Past]:
    printings = _compared(look, kind, language).values()
    return {key: each.past for printing in printings for key, each in printing.pieces.items()}


@dataclass(frozen=True, slots=True)
class _Compared:
    """What a piece tells today, beside its print of that ID."""

    piece: Piece
    print_id: UUID
    past: Past


@dataclass(frozen=True, slots=True)
class _Printing:
    """Pieces that were printed last with the same choices, as they are set today."""

    setting: Setting
    pieces: dict[str, _Compared]


def _printed(look: Look, kind: Kind) -> dict[str, dict[str, LastPrint]]:
    return look.once(prints.last_prints, partial(prints.last_prints, look)).get(kind.name, {})


def printed_in(look: Look, kind: Kind, language: str) -> Mapping[str, LastPrint]:
    """The last print of every piece of a kind that was ever printed in a language, by its key."""
    return _printed(look, kind).get(language, {})


def _compared(look: Look, kind: Kind, language: str) -> dict[str, _Printing]:
    """What was printed in a language, by the choices made then. Only what tells otherwise than before is compared."""
    question = ("compared", kind.name, language)
    former: dict[str, _Printing] = look.former(question) or {}

    def compare() -> dict[str, _Printing]:
        by_choices: dict[str, dict[str, LastPrint]] = {}
        for key, last in _printed(look, kind)[language].items():
            by_choices.setdefault(last.choices, {})[key] = last
        found = {}
        for choices, printed in by_choices.items():
            with suppress(Refused):  # the event has that language, forum or template no longer
                order = Order(kind.document, language, **json.loads(choices))
                found[choices] = _compare(look, kind, order, printed, former.get(choices))
        return found

    return look.once(question, compare)


def _compare(
    look: Look, kind: Kind, order: Order, printed: Mapping[str, LastPrint], former: _Printing | None
) -> _Printing:
    setting = setting_of(look, look.all(Event)[0], order, [kind.name])
    known = former.pieces if former and former.setting == setting else {}
    pieces = [piece for piece in gathered_of(look, kind, setting) if piece.key in printed]

    def holds(piece: Piece) -> bool:
        before = known.get(piece.key)
        return before is not None and before.print_id == printed[piece.key].id and before.piece == piece

    now = told([piece for piece in pieces if not holds(piece)], kind, setting)
    differ = {key: facts for key, facts in now.items() if printed[key].facts_hash != digest(facts)}
    told_then = prints.facts(look, [printed[key].id for key in differ])

    def compared(piece: Piece) -> _Compared:
        last = printed[piece.key]
        if piece.key not in now:
            return known[piece.key]
        is_stale = piece.key in differ
        differs = changes(told_then[last.id], differ[piece.key]) if is_stale else ()
        return _Compared(piece, last.id, Past(last.times, last.at, is_stale, differs))

    return _Printing(setting, {piece.key: compared(piece) for piece in pieces})


def gathered_of(look: Look, kind: Kind, setting: Setting | None = None) -> Sequence[Piece]:
    """All pieces of a kind, as far as facts are chosen: language, layout and theme make no difference to them."""
    event = look.all(Event)[0]
    chosen = (setting.forum, setting.department, setting.grouping) if setting else (None, None, None)
    forum, department, grouping = chosen
    of = Setting(event.languages, event.languages, forum, department=department, grouping=grouping)
    return look.once((kind.gather, chosen), lambda: kind.gather(look, event, of))


def _choices(pieces: Pieces) -> str:
    """What was chosen besides the pieces and their language, of what shows on paper."""
    order = pieces.order
    chosen = {
        "forum": pieces.setting.forum, "template": order.template, "paper": order.paper,
        "data_only": order.data_only or None, "department": order.department, "grouping": pieces.setting.grouping,
    }  # fmt: skip
    return json.dumps({name: choice for name, choice in chosen.items() if choice is not None})
