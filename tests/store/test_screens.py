"""The read models: what pages show, in few SELECTs."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import event

from forumdesk.app.bus import Bus
from forumdesk.app.commands.agenda import AddItem, EditItem
from forumdesk.app.commands.people import AddPerson
from forumdesk.app.sample import key
from forumdesk.domain.text import Text
from forumdesk.rules.timing import clock
from forumdesk.store.screens.agenda import AgendaRow, agenda
from forumdesk.store.screens.frame import Frame, frame
from forumdesk.store.screens.people import people
from forumdesk.store.store import Store
from forumdesk.store.work import Look


def rows(store: Store) -> tuple[AgendaRow, ...]:
    with store.look() as look:
        return agenda(look)


def selects(store: Store, read: Callable[[Look], object]) -> int:
    said: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        said.append(statement)

    event.listen(store.engine, "before_cursor_execute", note)
    with store.look() as look:
        read(look)
    event.remove(store.engine, "before_cursor_execute", note)
    return sum("SELECT" in statement for statement in said)


def test_the_agenda_is_told_in_order_with_derived_times(sample_store: Store) -> None:
    found = rows(sample_store)
    assert [(clock(row.start), clock(row.end)) for row in (found[0], found[-1])] == [
        ("09:00", "09:08"),
        ("12:16", "12:20"),
    ]
    assert [row.kind for row in found[:5]] == ["opening", "remarks", "remarks", "remarks", "keynote"]


def test_an_item_tells_who_appears_as_what(sample_store: Store) -> None:
    roundtable = next(row for row in rows(sample_store) if row.kind == "roundtable")
    assert [(str(person.name), person.role) for person in roundtable.people[:2]] == [
        ("张洋", "moderator"),
        ("任俊峰", "panelist"),
    ]
    maor = next(person for person in roundtable.people if person.name.second == "Ilan Maor")
    assert maor.post.title == Text("主席", "Chairman"), "what he appears as, not his main post"


def test_a_ceremony_counts_what_was_announced_and_what_is_named(sample_store: Store) -> None:
    counts = {row.kind: (row.announced, row.named) for row in rows(sample_store) if row.announced is not None}
    assert counts == {"signing": (7, 7), "plaque": (17, 0), "unveiling": (14, 0)}


def test_overlaps_and_gaps_lie_in_front_of_an_item(sample_store: Store) -> None:
    Bus(sample_store).run(EditItem(id=key("item", "launch"), fixed_start=11 * 60 + 3))
    Bus(sample_store).run(EditItem(id=key("item", "closing"), gap=5, protected=True))
    found = {row.id: row for row in rows(sample_store)}
    assert found[key("item", "launch")].overlap == 2
    closing = found[key("item", "closing")]
    assert (closing.gap, closing.protected) == (5, True)


def test_reading_costs_as_many_selects_for_many_rows_as_for_few(sample_store: Store) -> None:
    reads: tuple[Callable[[Look], object], ...] = (agenda, people)
    before = [selects(sample_store, read) for read in reads]
    day = rows(sample_store)[0].date
    Bus(sample_store).run_all(
        "many",
        [
            *(AddItem(forum=key("forum", ""), date=day, kind="report", title=Text(f"T{n}")) for n in range(30)),
            *(AddPerson(name=Text(f"P{n}")) for n in range(30)),
        ],
    )
    assert [selects(sample_store, read) for read in reads] == before
    assert max(before) <= 8


def test_people_come_by_rank_and_then_by_pinyin(sample_store: Store) -> None:
    with sample_store.look() as look:
        names = [str(row.name) for row in people(look)]
    assert names[:3] == ["辛国斌", "于英杰", "艾巴·伦德"]
    unranked = names[names.index("陈仲秋") :]
    assert unranked[:4] == ["陈仲秋", "高炳仰", "顾功尧", "郭洁"]


def test_everybody_is_offered_their_own_steps_to_undo(sample_store: Store) -> None:
    colleague = Store(sample_store.engine, sample_store.place, actor="colleague")
    Bus(sample_store).run(EditItem(id=key("item", "closing"), minutes=5))
    assert [framed(store).undo for store in (sample_store, colleague)] == ["Edit agenda item", None]
    sample_store.undo()
    assert [framed(store).redo for store in (sample_store, colleague)] == ["Edit agenda item", None]
    assert framed(sample_store).undo is None, "nobody undoes the founding"


def framed(store: Store) -> Frame:
    with store.look() as look:
        return frame(look)
