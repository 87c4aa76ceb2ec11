"""A list that is longer than what is read at once."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from pytestqt.qtbot import QtBot

from forumdesk.base.words import Words
from forumdesk.domain.attendance import Attendee
from forumdesk.domain.people import Person
from forumdesk.store.opening import create
from forumdesk.store.screens.attendees import Query
from forumdesk.ui.attendees.model import AttendeesModel
from forumdesk.ui.operations import Operations
from forumdesk.ui.parts.sheet_view import SheetView
from forumdesk.ui.screen import Screen
from store.small import found_small
from ui.hands import PATIENCE, put_cursor

COUNT, HEIGHT = 400, 32


@pytest.fixture
def operations(qapp: object, sqlite_target: str) -> Iterator[Operations]:
    store = create(sqlite_target, found_small)
    with store.work("Many") as work:
        people = [uuid4() for _ in range(COUNT)]
        work.add_rows(Person, [{"id": each, "name_first": f"Guest {n:03}"} for n, each in enumerate(people)])
        work.add_rows(
            Attendee,
            [
                {"person_id": each, "position": n, "badge": f"{COUNT - n:03}", "note": "late" if n % 2 else "early"}
                for n, each in enumerate(people)
            ],
        )
    operations = Operations(store)
    yield operations
    operations.close()
    store.close()


@pytest.fixture
def view(qtbot: QtBot, operations: Operations) -> SheetView:
    view = SheetView(AttendeesModel(Screen(Words.of("en")), operations), HEIGHT)
    qtbot.addWidget(view)
    view.resize(900, 600)
    with qtbot.waitSignal(model(view).filled, timeout=PATIENCE):
        model(view).refresh()
    view.show()
    qtbot.waitExposed(view)
    return view


def model(view: SheetView) -> AttendeesModel:
    assert isinstance(view.rows, AttendeesModel)
    return view.rows


def ask(qtbot: QtBot, view: SheetView, query: Query) -> None:
    with qtbot.waitSignal(model(view).filled, timeout=PATIENCE):
        model(view).ask(query)


class Paints(QObject):
    """Counts the paints of a view's rows."""

    def __init__(self, view: SheetView) -> None:
        super().__init__(view)
        self.count = 0
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_rows_that_are_scrolled_to_are_painted_once_when_they_are_read(view: SheetView, qtbot: QtBot) -> None:
    qtbot.wait(1)
    paints = Paints(view)
    with qtbot.waitSignal(model(view).dataChanged, timeout=PATIENCE):
        view.verticalScrollBar().setValue(300 * HEIGHT)
        assert not view.viewport().updatesEnabled()
    qtbot.waitUntil(lambda: paints.count > 0, timeout=PATIENCE)
    assert paints.count == 1 and model(view).knows(range(300, 310))


def test_rows_that_stay_away_are_painted_without_their_texts(
    view: SheetView, operations: Operations, qtbot: QtBot
) -> None:
    operations.close()
    paints = Paints(view)
    view.verticalScrollBar().setValue(300 * HEIGHT)
    qtbot.waitUntil(lambda: paints.count > 0, timeout=PATIENCE)
    assert not model(view).knows(range(300, 310))


def test_cursor_and_choice_stay_with_their_rows_in_another_order(view: SheetView, qtbot: QtBot) -> None:
    put_cursor(view, 3, 0)
    view.select_block(3, 20, [0, 1])
    ask(qtbot, view, Query(sort="badge"))
    assert view.currentIndex().row() == COUNT - 4
    assert view.chosen_items().places == list(range(COUNT - 21, COUNT - 3))


def test_the_cursor_stays_in_its_place_where_as_many_others_are_found(view: SheetView, qtbot: QtBot) -> None:
    ask(qtbot, view, Query(search="early"))
    put_cursor(view, 3, 0)
    ask(qtbot, view, Query(search="late"))
    assert model(view).count() == COUNT // 2 and view.currentIndex().row() == 3


def test_everything_is_chosen_without_a_look_at_every_cell(
    view: SheetView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    flags = AttendeesModel.flags

    def counted(self: AttendeesModel, index: QModelIndex) -> Qt.ItemFlag:
        asked.append(index.row())
        return flags(self, index)

    monkeypatch.setattr(AttendeesModel, "flags", counted)
    put_cursor(view, 0, 0)
    paints = Paints(view)
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: paints.count > 0, timeout=PATIENCE)
    assert len(view.chosen_items()) == COUNT
    assert len(asked) < COUNT


def test_a_choice_of_very_many_cells_is_not_carried_into_another_order(
    view: SheetView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("forumdesk.ui.parts.sheet_view.MOST_KEPT", COUNT - 2)
    put_cursor(view, 3, 0)
    view.select_block(0, COUNT - 2, [0])
    ask(qtbot, view, Query(sort="badge"))
    assert view.chosen().places == [view.currentIndex().row()] == [COUNT - 4]


def test_more_rows_than_are_kept_are_copied_as_a_job(
    view: SheetView, operations: Operations, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("forumdesk.ui.parts.paged_model.MOST_ROWS", 150)
    fetched: list[list[str]] = []
    for places in (range(150), range(0, COUNT, 2)):
        model(view).fetch(places, lambda rows: [row.name.first for row in rows if row], fetched.append, "Copy cells")
        assert [job.title for job in operations.jobs.running] == ["Copy cells"] * (len(places) > 150)
        qtbot.waitUntil(lambda places=places: len(fetched) and len(fetched[-1]) == len(places), timeout=PATIENCE)
    assert fetched[-1] == [f"Guest {n:03}" for n in range(0, COUNT, 2)]
