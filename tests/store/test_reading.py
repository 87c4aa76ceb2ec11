"""What is read in plain SQL reads the same on either database, and from a file that is not open."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from app.furnished import furnish
from forumdesk.app.bus import Bus
from forumdesk.app.commands.agenda import EditItem
from forumdesk.app.sample import key
from forumdesk.base.errors import Trouble
from forumdesk.domain.agenda import AgendaItem
from forumdesk.domain.plaques import Plaque
from forumdesk.domain.signing import Agreement
from forumdesk.domain.stage import Ceremony, StageCall
from forumdesk.store.opening import open_store
from forumdesk.store.reading import Reader, reading_file
from forumdesk.store.screens.agenda import Trial, agenda
from forumdesk.store.screens.frame import day_of, frame
from forumdesk.store.screens.overview import overview
from forumdesk.store.store import Store


@pytest.mark.parametrize("read", [agenda, overview, frame])
def test_a_file_tells_its_driver_what_it_tells_sqlalchemy(
    founded_file: Path, sqlite_target: str, read: Callable[[Reader], object]
) -> None:
    file = Path(shutil.copy(founded_file, sqlite_target))
    store = furnish(open_store(str(file)))
    with store.look() as look, reading_file(file) as unopened:
        assert read(unopened) == read(look)
    store.close()


def test_ids_and_days_are_ids_and_days_on_either_database(event_store: Store) -> None:
    furnish(event_store)
    with event_store.look() as look:
        items = {item.id: item for item in look.all(AgendaItem)}
        assert {row.id: (row.forum, row.date) for row in agenda(look)} == {
            item.id: (item.forum_id, item.date) for item in items.values()
        }
        assert type(frame(look).starts) is date
        assert overview(look).calls.keys() == {call.item_id for call in look.all(StageCall)}


def test_everything_of_a_ceremony_is_on_the_day_of_its_item(event_store: Store) -> None:
    furnish(event_store)
    with event_store.look() as look:
        items = {item.id: item for item in look.all(AgendaItem)}
        ceremonies = {ceremony.id: items[ceremony.item_id] for ceremony in look.all(Ceremony)}
        parts = [(part.id, ceremonies[part.ceremony_id]) for part in (*look.all(Agreement), *look.all(Plaque))]
        parts += [(call.id, items[call.item_id]) for call in look.all(StageCall)]
        for row, item in (*items.items(), *parts):
            assert day_of(look, row) == (item.forum_id, item.date)
        assert day_of(look, look.all(Ceremony)[0].id) is None


def test_one_forum_or_one_day_is_read_alone(event_store: Store) -> None:
    furnish(event_store)
    with event_store.look() as look:
        whole = agenda(look)
        for row in whole:
            some = agenda(look, forum=row.forum, day=row.date)
            assert some == tuple(other for other in whole if other.day == row.day)


def test_a_delay_is_tried_on_its_own_day_only(sample_store: Store) -> None:
    with sample_store.look() as look:
        closing = key("item", "closing")
        late = {row.id: row.start for row in agenda(look, Trial(closing, 17))}
        assert late.pop(closing) == 17 + next(row.start for row in agenda(look) if row.id == closing)
        assert late == {row.id: row.start for row in agenda(look) if row.id != closing}


def test_a_damaged_file_is_a_trouble(tmp_path: Path) -> None:
    path = tmp_path / "x.forum"
    path.write_bytes(b"SQLite format 3\x00" + bytes(100))
    with pytest.raises(Trouble) as refused, reading_file(path) as look:
        frame(look)
    assert refused.value.code == "damaged-file"


def test_what_an_answer_was_read_from_is_noted_of_plain_sql_too(sample_store: Store) -> None:
    with sample_store.look(sample_store.memory) as look:
        first = look.once("agenda", lambda: agenda(look))
    Bus(sample_store).run(EditItem(id=key("item", "closing"), minutes=7))
    with sample_store.look(sample_store.memory) as look:
        assert look.once("agenda", lambda: agenda(look)) != first
