"""A schedule of another program in the agenda: at its times, in its halls, and again without a change."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from forumdesk.app.commands.command import MOST_CHARACTERS
from forumdesk.app.founding import found_event
from forumdesk.app.schedule_import import import_schedule
from forumdesk.app.scheduling import export_schedule
from forumdesk.domain.agenda import AgendaItem, Appearance, Rundown
from forumdesk.domain.event import Forum, Hall
from forumdesk.domain.people import Person
from forumdesk.domain.text import Text
from forumdesk.rules.timing import clock
from forumdesk.store.opening import create
from forumdesk.store.store import Store

INTEROP = Path(__file__).parents[3] / "shared" / "interop"
"""Public files, where they lie beside the project."""
needs_files = pytest.mark.skipif(not INTEROP.is_dir(), reason="the public files are not beside the project")


def counts(store: Store, file: Path, **choice: str) -> tuple[int, int, int]:
    came = import_schedule(store, file, **choice)
    return came.added, came.updated, came.unchanged


def edited(file: Path, which: str, /, **parts: str) -> Path:
    """The file with some parts of one event changed."""
    tree = ElementTree.parse(file)
    event = next(each for each in tree.iter("event") if each.findtext("title") == which)
    for name, text in parts.items():
        part = event.find(name)
        assert part is not None
        part.text = text
    tree.write(file, encoding="utf-8")
    return file


@pytest.fixture
def exported(sample_store: Store, tmp_path: Path) -> Path:
    export_schedule(sample_store, tmp_path / "x.xml")
    return tmp_path / "x.xml"


@pytest.fixture
def empty(tmp_path: Path) -> Store:
    found = found_event("新活动", "New event", "zh,en", "2025-03-28", "Asia/Shanghai")
    return create(str(tmp_path / "new.forum"), found)


@pytest.mark.parametrize("suffix", ["xml", "json"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_was_exported_changes_nothing_when_it_comes_back(
    sample_store: Store, tmp_path: Path, suffix: str, language: str
) -> None:
    before = sample_store.digest()
    export_schedule(sample_store, tmp_path / f"x.{suffix}", language=language)
    assert counts(sample_store, tmp_path / f"x.{suffix}", language=language) == (0, 0, 18)
    assert sample_store.digest() == before


def test_another_event_gets_the_same_agenda(empty: Store, exported: Path, tmp_path: Path) -> None:
    assert counts(empty, exported) == (18, 0, 0)
    assert counts(empty, exported) == (0, 0, 18)
    export_schedule(empty, tmp_path / "again.xml")
    first, second = (ElementTree.parse(file).getroot() for file in (exported, tmp_path / "again.xml"))
    for before, after in zip(first.iter("event"), second.iter("event"), strict=True):
        assert [(part.tag, part.text or "") for part in before] == [(part.tag, part.text or "") for part in after]
        names = [[person.text for person in event.iter("person")] for event in (before, after)]
        assert names[0] == names[1]
    empty.undo()
    with empty.look() as look:
        assert (look.count(AgendaItem), look.count(Person), look.count(Hall)) == (0, 0, 0)


def test_what_follows_without_a_gap_is_linked_and_the_rest_has_a_fixed_start(empty: Store, exported: Path) -> None:
    import_schedule(empty, exported)
    with empty.look() as look:
        (forum,) = look.all(Forum, title_first="世界领先科技园区发展论坛")
        rundown = Rundown.of(forum, look.all(AgendaItem, forum_id=forum.id))
        assert [item.fixed_start for item in rundown.items] == [540, *[None] * 17]
        assert clock(rundown.times()[-1].end) == "12:20"


def test_a_longer_talk_keeps_the_others_where_the_file_has_them(sample_store: Store, exported: Path) -> None:
    edited(exported, "板桥科技谷", duration="00:09")
    assert counts(sample_store, exported) == (0, 1, 17)
    with sample_store.look() as look:
        (forum,) = look.all(Forum)
        rundown = Rundown.of(forum, look.all(AgendaItem, forum_id=forum.id))
    times = [clock(placed.start) for placed in rundown.times()]
    at = next(place for place, item in enumerate(rundown.items) if item.title.first == "板桥科技谷")
    assert times[at : at + 3] == ["10:32", "10:43", "10:52"]


def test_an_item_that_moved_in_the_file_moves_in_the_agenda(sample_store: Store, exported: Path) -> None:
    edited(exported, "塑造科技园区的未来", date="2025-03-28T12:20:00+08:00")
    assert counts(sample_store, exported) == (0, 1, 17)
    with sample_store.look() as look:
        last = max(look.all(AgendaItem), key=lambda item: item.position)
    assert last.title.first == "塑造科技园区的未来"
    sample_store.undo()


def test_words_and_speakers_follow_the_file(sample_store: Store, exported: Path) -> None:
    edited(exported, "板桥科技谷", title="板桥", subtitle="Pangyo", abstract="谷", language="en", type="keynote")
    tree = ElementTree.parse(exported)
    event = next(each for each in tree.iter("event") if each.findtext("title") == "板桥")
    persons = event.find("persons")
    assert persons is not None
    persons.clear()
    for name in ("李妍", "新来的人"):
        ElementTree.SubElement(persons, "person").text = name
    tree.write(exported, encoding="utf-8")
    assert counts(sample_store, exported) == (0, 1, 17)
    with sample_store.look() as look:
        (item,) = look.all(AgendaItem, title_first="板桥")
        assert (item.title, item.abstract, item.language, item.kind) == (
            Text("板桥", "Pangyo"),
            Text("谷"),
            "en",
            "keynote",
        )
        cast = look.all(Appearance, item_id=item.id)
        names = [look.get(Person, each.person_id).name.first for each in cast]
        assert sorted(names) == ["新来的人", "李妍"]
        assert look.count(Person) == 41, "somebody of that name is known already"


def test_a_wording_of_the_second_language_leaves_the_first_alone(sample_store: Store, tmp_path: Path) -> None:
    file = tmp_path / "x.xml"
    export_schedule(sample_store, file, language="en")
    title = next(
        each.findtext("title") for each in ElementTree.parse(file).iter("event") if each.findtext("subtitle")
    )
    assert title
    edited(file, title, title="Doors open", abstract="Coffee")
    assert counts(sample_store, file, language="en") == (0, 1, 17)
    with sample_store.look() as look:
        (item,) = look.all(AgendaItem, title_second="Doors open")
        assert item.title.first == "开场，介绍出席领导和嘉宾"
        assert item.abstract == Text("", "Coffee")


def test_items_that_cannot_come_in_keep_everything_out_unless_skipped(empty: Store, exported: Path) -> None:
    edited(exported, "板桥科技谷", abstract="长" * (MOST_CHARACTERS + 1))
    before = empty.digest()
    came = import_schedule(empty, exported)
    assert [(one.place, one.what) for one in came.refused] == [("板桥科技谷", "its text is too long")]
    assert empty.digest() == before
    assert import_schedule(empty, exported, dry_run=True, skip_refused=True).added == 17
    assert empty.digest() == before
    import_schedule(empty, exported, skip_refused=True)
    with empty.look() as look:
        assert look.count(AgendaItem) == 17


def test_a_hall_with_one_track_a_day_is_a_forum_of_its_name(empty: Store, tmp_path: Path) -> None:
    def talk(number: int, track: str, start: str) -> str:
        parts = f"<start>{start}</start><duration>00:30</duration><title>{number}</title><track>{track}</track>"
        return f'<event id="{number}">{parts}</event>'

    (tmp_path / "x.xml").write_text(
        "<schedule><conference><title>E</title></conference>"
        '<day index="1" date="2025-03-28">'
        f'<room name="A">{talk(1, "Parks", "09:00")}{talk(2, "Parks", "10:00")}</room>'
        f'<room name="B">{talk(3, "Law", "09:00")}{talk(4, "Art", "09:30")}</room>'
        f'<room name="">{talk(5, "", "09:00")}</room></day></schedule>'
    )
    import_schedule(empty, tmp_path / "x.xml")
    with empty.look() as look:
        halls = {hall.id: hall.name.first for hall in look.all(Hall)}
        forums = [
            (forum.title.first, halls.get(forum.hall_id) if forum.hall_id else None) for forum in look.all(Forum)
        ]
    assert forums == [("新活动", None), ("Parks", "A"), ("B", "B"), ("E", None)]


@needs_files
@pytest.mark.parametrize(
    ("name", "talks", "people"), [("fosdem-2023.schedule.xml", 780, 787), ("pretalx-democon.json", 36, 27)]
)
def test_real_files_come_in_whole_and_go_out_by_the_schema(
    empty: Store, tmp_path: Path, name: str, talks: int, people: int
) -> None:
    from lxml import etree

    assert counts(empty, INTEROP / name) == (talks, 0, 0)
    with empty.look() as look:
        assert (look.count(AgendaItem), look.count(Person)) == (talks, people)
    export_schedule(empty, tmp_path / "x.xml")
    etree.XMLSchema(etree.parse(INTEROP / "schedule.xml.xsd")).assertValid(etree.parse(tmp_path / "x.xml"))
    assert counts(empty, tmp_path / "x.xml") == (0, 0, talks)
    assert counts(empty, INTEROP / name) == (0, 0, talks)
