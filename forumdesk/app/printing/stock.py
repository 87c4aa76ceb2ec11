"""What there is to print, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from forumdesk.app.facts.run_of_show import departments
from forumdesk.app.printing.kinds import KINDS
from forumdesk.app.printing.layouts import offered
from forumdesk.app.printing.order import NotPrintable, Order, Piece
from forumdesk.app.printing.pieces import gathered
from forumdesk.app.printing.record import Past, gathered_of, past
from forumdesk.base.words import Words
from forumdesk.domain.attendance import Attendee
from forumdesk.domain.event import Event, Forum
from forumdesk.domain.text import Text
from forumdesk.store.store import Store
from forumdesk.store.work import Look


@dataclass(frozen=True, slots=True)
class InStock:
    """All an event has to print, at one moment, by the names of the kinds; `forums` are their IDs and titles,
    `departments` those with cues.

    `pieces` are those of kinds that have many; `templates` are what each may be printed on, the usual layout first,
    by what an order calls it; `past` is what was printed, by kind, language and key.
    """

    pieces: Mapping[str, Sequence[Piece]]
    not_printable: Mapping[str, Sequence[NotPrintable]]
    past: Mapping[str, Mapping[str, Mapping[str, Past]]]
    templates: Mapping[str, Sequence[tuple[str, Text]]]
    attendees: int
    forums: Sequence[tuple[str, Text]]
    departments: Sequence[Text]

    def stale(self, kind: str) -> int:
        """How many pieces of a kind are stale, in whatever language they were printed."""
        return len({key for printed in self.past[kind].values() for key, past in printed.items() if past.stale})


@dataclass(frozen=True, slots=True)
class Listed:
    """A piece in a list of the command line, in one language."""

    key: str
    kind: str
    label: str
    detail: str
    past: Past | None

    def line(self) -> dict[str, Any]:
        """Ready for JSON."""
        past = self.past
        return {
            "id": self.key,
            "kind": self.kind,
            "label": self.label,
            "detail": self.detail,
            "printed": past.times if past else 0,
            "last_printed": past.last.isoformat() if past else None,
            "stale": bool(past and past.stale),
            "changes": [asdict(change) for change in past.changes] if past else [],
        }

    def say(self, words: Words) -> str:
        """As a person reads it."""
        parts = [self.key, self.kind, " — ".join(filter(None, (self.label, self.detail)))]
        if self.past:
            parts.append(said(self.past, words))
            parts += [change.say(words) for change in self.past.changes]
        return "  ".join(parts)


def in_stock(look: Look) -> InStock:
    """All there is to print."""
    event = look.all(Event)[0]
    return InStock(
        pieces={kind.name: gathered_of(look, kind) for kind in KINDS if kind.many},
        not_printable={kind.name: kind.unnamed(look) for kind in KINDS},
        past=past(look),
        templates={kind.name: offered(look, event, kind.name) for kind in KINDS if "template" in kind.takes},
        attendees=look.count(Attendee),
        forums=[(str(forum.id), forum.title) for forum in look.all(Forum)],
        departments=departments(look, event),
    )


def pieces(store: Store, order: Order) -> list[Listed]:
    """The pieces of a document, and what became of them in the order's language."""
    with store.look() as look:
        found = gathered(look, order)
        before = past(look, [kind for kind, _ in found.by_kind])
    side, language = found.setting.pair.index(found.setting.languages[0]), found.setting.language
    return [
        Listed(
            piece.key,
            kind.name,
            piece.label.side(side),
            piece.detail.side(side),
            before[kind.name].get(language, {}).get(piece.key),
        )
        for kind, each in found.by_kind
        for piece in each
    ]


def said(past: Past, words: Words) -> str:
    """How often and when: printed 2 × already, last on 2025-03-27 18:05."""
    last = past.last.astimezone().strftime("%Y-%m-%d %H:%M")
    return words.say("printed {times} × already, last on {last}", times=past.times, last=last)


def stale_pieces(store: Store, order: Order) -> int:
    """How many pieces of a document are stale in the order's language."""
    return sum(
        bool(piece.past and piece.past.stale)
        for piece in pieces(store, replace(order, only=(), stale=False, remaining=False))
    )
