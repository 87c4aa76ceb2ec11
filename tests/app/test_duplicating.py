"""The next event, made from the sample: what carries over, and what was true of the old one only."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from app.furnished import RED_PIXEL, example, furnish
from app.furnished import key as key_of
from forumdesk.app.bus import Bus
from forumdesk.app.checking import check
from forumdesk.app.duplicating import KEPT, LEFT, duplicated, proposal
from forumdesk.app.founding import NotADate
from forumdesk.app.sample import key
from forumdesk.domain.agenda import AgendaItem, Cue
from forumdesk.domain.entity import Entity
from forumdesk.domain.event import Asset, AssetBytes, Event, Forum
from forumdesk.domain.people import Organisation, Person, Post, Precedence
from forumdesk.domain.stage import Ceremony, StageCall
from forumdesk.domain.text import NameNeeded, Text
from forumdesk.store.journal import Change, NothingToUndo, Step
from forumdesk.store.opening import create
from forumdesk.store.store import Store
from forumdesk.store.work import Look


@contextmanager
def next_of(old: Store, file: Path, **wanted: str) -> Iterator[Store]:
    store = create(str(file), duplicated(old, **wanted), actor="tester")
    try:
        yield store
    finally:
        store.close()


def words(look: Look, kind: type[Entity]) -> dict[object, dict[str, object]]:
    """Every row of a kind, its columns by name."""
    return {
        row.id: {column.key: getattr(row, column.key) for column in kind.__table__.columns} for row in look.all(kind)
    }


def test_of_every_kind_of_row_it_is_decided_whether_it_carries_over() -> None:
    every = {mapper.class_ for mapper in Entity.registry.mappers}
    assert every == {*KEPT, *LEFT, AssetBytes, Step, Change}
    for kind, cleared in KEPT.items():
        assert set(cleared) <= {column.key for column in kind.__table__.columns}


def test_people_organisations_posts_and_ranks_are_the_same_rows(sample_store: Store, tmp_path: Path) -> None:
    with next_of(sample_store, tmp_path / "next.forum") as new, new.look() as after, sample_store.look() as before:
        for kind in (Person, Organisation, Post, Precedence, Cue):
            assert words(after, kind) == words(before, kind)


def test_the_agenda_keeps_order_lengths_and_kinds_on_its_new_days(sample_store: Store, tmp_path: Path) -> None:
    file = tmp_path / "next.forum"
    with next_of(sample_store, file, day="2026-04-01") as new, new.look() as after, sample_store.look() as before:
        shapes = [
            [(item.id, item.kind, item.minutes, item.fixed_start, item.language) for item in look.all(AgendaItem)]
            for look in (after, before)
        ]
        titles = {item.kind: item.title for item in after.all(AgendaItem)}
        assert {item.date for item in after.all(AgendaItem)} == {date(2026, 4, 1)}
        assert check(after) == []
    assert shapes[0] == shapes[1]
    assert titles["signing"].first == "中关村特色产业园与国外科技园“牵手”签约仪式"
    assert not titles["keynote"], "a talk goes with who gave it"


def test_ceremonies_and_calls_keep_their_shape_without_names_and_counts(sample_store: Store, tmp_path: Path) -> None:
    with next_of(sample_store, tmp_path / "next.forum") as new, new.look() as after, sample_store.look() as before:
        plaques, were = (look.get(Ceremony, key("ceremony", "plaque")) for look in (after, before))
        assert (were.announced, bool(were.batch)) == (17, True)
        assert (plaques.announced, plaques.batch, plaques.device) == (None, Text(), were.device)
        assert len(after.all(StageCall)) == len(before.all(StageCall))
        assert {call.places for call in after.all(StageCall)} == {None}


def test_pictures_and_fonts_carry_over_with_their_bytes_and_no_others(event_store: Store, tmp_path: Path) -> None:
    furnish(event_store)
    Bus(event_store).run(example("SetPhoto", picture=RED_PIXEL))
    Bus(event_store).run(example("SetPhoto"))
    with next_of(event_store, tmp_path / "next.forum") as new, new.look() as look, event_store.look() as before:
        assets, kept = {asset.kind: asset for asset in look.all(Asset)}, look.all(AssetBytes)
        assert set(assets) == {"photo", "font"}
        assert look.get(Person, key_of("zhang")).photo_id == assets["photo"].id
        assert {row.sha256 for row in kept} == {asset.sha256 for asset in assets.values()}
        assert all(row.content == before.only(AssetBytes, sha256=row.sha256).content for row in kept)


def test_names_states_attendance_script_and_acceptances_stay_behind(event_store: Store, tmp_path: Path) -> None:
    furnish(event_store)
    with next_of(event_store, tmp_path / "next.forum") as new, new.look() as look:
        assert {kind.__tablename__: look.count(kind) for kind in LEFT if look.count(kind)} == {}


def test_it_has_a_title_a_day_and_an_id_of_its_own_and_forums_of_its_name_follow(
    event_store: Store, tmp_path: Path
) -> None:
    furnish(event_store)
    title = Text("明年的论坛", "Next year's forum")
    wanted = {"title": title.first, "title_second": title.second}
    with (
        next_of(event_store, tmp_path / "next.forum", **wanted) as new,
        new.look() as look,
        event_store.look() as before,
    ):
        (event,), (old,) = look.all(Event), before.all(Event)
        forums = [forum.title for forum in look.all(Forum)]
    assert (event.title, event.starts, event.time_zone) == (title, date(2026, 9, 17), old.time_zone)
    assert event.id != old.id
    assert forums == [title, Text("平行论坛", "Parallel forum")]


def test_it_begins_with_one_step_that_is_not_undone_and_the_old_event_is_untouched(
    sample_store: Store, tmp_path: Path
) -> None:
    before = sample_store.digest(), sample_store.stamp()
    with next_of(sample_store, tmp_path / "next.forum") as new:
        assert [step.title for step in new.history()] == ["Duplicate for the next event"]
        with pytest.raises(NothingToUndo):
            new.undo()
    assert (sample_store.digest(), sample_store.stamp()) == before


@pytest.mark.parametrize(
    ("error", "wanted"), [(NotADate, {"day": "next spring"}), (NameNeeded, {"title": " ", "title_second": ""})]
)
def test_a_wrong_wish_is_refused_and_leaves_no_file(
    sample_store: Store, tmp_path: Path, error: type[Exception], wanted: dict[str, str]
) -> None:
    with pytest.raises(error), next_of(sample_store, tmp_path / "next.forum", **wanted):
        pass
    assert not (tmp_path / "next.forum").exists()


def test_the_29th_of_february_is_followed_by_the_28th(event_store: Store) -> None:
    with event_store.work("leap") as work:
        work.all(Event)[0].starts = date(2028, 2, 29)
    assert proposal(event_store).starts == date(2029, 2, 28)
