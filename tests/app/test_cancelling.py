"""A print job ends soon after it is cancelled, and what was there before is as it was."""

from __future__ import annotations

import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from forumdesk.app.printing.making import print_document
from forumdesk.app.printing.order import Order, Piece
from forumdesk.app.printing.pieces import gathered
from forumdesk.base.job import Cancelled, Ticket
from forumdesk.documents.render.pdf import render
from forumdesk.domain.printing import PrintRecord
from forumdesk.store.store import Store

PLACED = [Order("certificates", "both", kinds=("participation",)), Order("table-cards"), Order("labels")]
FLOWING = [Order("attendees", "both"), Order("sign-in"), Order("booklet", "both")]


def name(order: Order) -> str:
    return order.document


class Counting(Ticket):
    """Counts how often it is asked, and cancels itself the time it is told to."""

    def __init__(self, cancel_at: int = 0) -> None:
        super().__init__()
        self.asked, self._cancel_at = 0, cancel_at

    def check(self) -> None:
        self.asked += 1
        if self.asked == self._cancel_at:
            self.cancel()
        super().check()


class Measuring(Ticket):
    """Finds the most functions that are called between two times it is asked."""

    def __init__(self) -> None:
        super().__init__()
        self.most = self._calls = 0

    def on_event(self, _: FrameType, event: str, __: Any) -> None:
        self._calls += event == "call"

    def check(self) -> None:
        self.most, self._calls = max(self.most, self._calls), 0


@pytest.mark.parametrize("order", [*PLACED, *FLOWING], ids=name)
def test_a_job_that_is_cancelled_anywhere_leaves_the_old_file_and_no_record(
    sample_store: Store, tmp_path: Path, order: Order
) -> None:
    out = tmp_path / "paper" / "out.pdf"
    out.parent.mkdir()
    whole = Counting()
    print_document(sample_store, order, out, ticket=whole)
    before = out.read_bytes()
    for share in (0, 0.3, 0.6, 1):
        ticket = Counting(cancel_at=max(1, round(whole.asked * share)))
        with pytest.raises(Cancelled):
            print_document(sample_store, order, out, recorded=True, ticket=ticket)
        assert ticket.asked < whole.asked + 1
        assert out.read_bytes() == before
        assert list(out.parent.iterdir()) == [out]
    with sample_store.look() as look:
        assert look.all(PrintRecord) == []


@pytest.mark.parametrize("order", [*PLACED, *FLOWING], ids=name)
def test_however_many_guests_there_are_as_little_is_done_between_two_looks_at_the_ticket(
    sample_store: Store, order: Order
) -> None:
    with sample_store.look() as look:
        found = gathered(look, order)
    ((kind, pieces),) = found.by_kind
    most = []
    for times in (2, 2, 4):  # the first for what is found out once
        ticket, more = Measuring(), multiplied(pieces, times)
        with ticket.at_work():
            sys.setprofile(ticket.on_event)
            try:
                render(replace(found, by_kind=[(kind, more)]).document(), BytesIO(), ticket)
            finally:
                sys.setprofile(None)
        most.append(ticket.most)
    assert most[2] <= 1.2 * most[1]


def multiplied(pieces: Any, times: int) -> list[Piece]:
    """So many times as many pieces, or one of so many times as many people."""
    if len(pieces) > 1:
        return [replace(piece, key=f"{piece.key}-{turn}") for turn in range(times) for piece in pieces]
    (piece,) = pieces
    (field,) = {"people", "groups", "guests"} & set(piece.facts.__slots__)
    there = getattr(piece.facts, field)
    more = times * there if field == "people" else tuple(replace(each, people=times * each.people) for each in there)
    return [replace(piece, facts=replace(piece.facts, **{field: more}))]
