"""A made-up event of many parallel forums, to look at and to work on."""

from __future__ import annotations

import datetime as dt
from itertools import cycle, islice
from random import Random
from typing import Any
from uuid import UUID, uuid5

from forumdesk.app.bus import Bus
from forumdesk.app.commands.event import AddForum, AddHall, EditForum, FoundEvent
from forumdesk.domain.agenda import AgendaItem, Appearance
from forumdesk.domain.entity import Entity
from forumdesk.domain.people import Organisation, Person, Post
from forumdesk.domain.text import Text
from forumdesk.store.store import Store

SPACE = UUID("6f1d9a5e-6f4e-4c8e-9a83-0f3f0a4b7a10")
FIRST_DAY = dt.date(2027, 4, 16)
SUBJECTS = (
    ("人工智能", "Artificial Intelligence"), ("量子信息", "Quantum Information"), ("脑机接口", "Brain Interfaces"),
    ("氢能", "Hydrogen"), ("商业航天", "Commercial Space"), ("合成生物", "Synthetic Biology"),
    ("集成电路", "Integrated Circuits"), ("科技金融", "Science and Finance"), ("开源创新", "Open Source"),
    ("青年科学家", "Young Scientists"), ("机器人", "Robotics"), ("未来医疗", "Future Medicine"),
)  # fmt: skip
SHAPE = (
    ("opening", 5), ("remarks", 10), ("remarks", 8), ("keynote", 25), ("keynote", 25), ("report", 18), ("break", 15),
    ("report", 18), ("report", 18), ("signing", 12), ("plaque", 10), ("roundtable", 40), ("closing", 6),
)  # fmt: skip
Row = dict[str, Any]
SURNAMES, GIVEN = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗", "伟芳娜敏静丽强磊军洋勇艳杰涛明超霞平刚桂"


def key(*path: object) -> UUID:
    """The id of something of the event, always the same."""
    return uuid5(SPACE, "/".join(map(str, path)))


def found_parallel(store: Store, *, forums: int, items: int, days: int = 1, halls: int = 0) -> None:
    """Found an event of so many forums, each with so many items a day, in so many halls: by default one each."""
    chance, halls = Random(forums), halls or forums
    title = Text("平行论坛年会（示例）", "Annual Conference (sample)")
    found = FoundEvent(id=key("event"), forum=key("forum", 0), starts=FIRST_DAY, title=title)
    bus = Bus(store)
    bus.run_all(found.step, [found], founding=True)
    bus.run_all("Add forum", [
        *(AddHall(id=key("hall", n), name=Text(f"{n + 1:02} 厅", f"Hall {n + 1:02}")) for n in range(halls)),
        EditForum(id=key("forum", 0), title=subject(0), hall=key("hall", 0)),
        *(
            AddForum(
                id=key("forum", n), title=subject(n), hall=key("hall", n % halls), after=key("forum", n - 1),
                day_start=540 if n < halls else 840,
            )
            for n in range(1, forums)
        ),
    ])  # fmt: skip
    with store.work("Add agenda item") as work:
        for kind, rows in _people(chance, forums).items():
            work.add_rows(kind, rows)
        planned = [row for n in range(forums) for day in range(days) for row in _day(chance, n, day, items)]
        work.add_rows(AgendaItem, (row for row, _ in planned))
        work.add_rows(Appearance, (
            {"id": key("appearance", row["id"]), "item_id": row["id"], "person_id": person, "position": 1}
            for row, person in planned if person is not None
        ))  # fmt: skip


def _people(chance: Random, forums: int) -> dict[type[Entity], list[Row]]:
    """Four people a forum, each director of its institute."""
    people, organisations, posts = list[Row](), list[Row](), list[Row]()
    for n in range(forums):
        name = subject(n)
        institute = _text("name", f"{name.first}研究院", f"Institute of {name.second}")
        organisations.append({"id": key("organisation", n), **institute})
    for n in range(4 * forums):
        given = "".join(chance.choices(GIVEN, k=chance.choice((1, 2))))
        name_cells = _text("name", chance.choice(SURNAMES) + given, f"Speaker {n + 1}")
        people.append({"id": key("person", n), "position": n, **name_cells})
        posts.append(
            {
                "id": key("post", n), "person_id": key("person", n), "position": 1,
                "organisation_id": key("organisation", n // 4), **_text("title", "院长", "Director"),
            }
        )  # fmt: skip
    return {Person: people, Organisation: organisations, Post: posts}


def subject(place: int) -> Text:
    """What a forum is about; after the first dozen they are numbered."""
    zh, en = SUBJECTS[place % len(SUBJECTS)]
    more = place // len(SUBJECTS) + 1
    return Text(f"{zh}论坛", f"{en} Forum") if more == 1 else Text(f"{zh}论坛（{more}）", f"{en} Forum {more}")


def _text(name: str, first: str, second: str) -> Row:
    """The two columns of a text."""
    return {f"{name}_first": first, f"{name}_second": second}


def _day(chance: Random, forum: int, day: int, items: int) -> list[tuple[Row, UUID | None]]:
    """A forum's day: rows with the person who speaks, one in forty of them from another forum."""
    rows: list[tuple[Row, UUID | None]] = []
    topic = subject(forum)
    titles = _text("title", f"{topic.first}的前沿与产业化", f"Frontiers of {topic.second}")
    for position, (kind, minutes) in enumerate(islice(cycle(SHAPE), items), start=1):
        is_guest = chance.random() < 1 / 40
        person = key("person", 4 * (chance.randrange(forum + 1) if is_guest else forum) + position % 4)
        row = {
            "id": key("item", forum, day, position), "forum_id": key("forum", forum), "position": position,
            "date": FIRST_DAY + dt.timedelta(days=day), "kind": kind, "minutes": minutes,
            "gap": 5 if kind == "break" else 0, "fixed_start": 585 if position == 5 and forum % 5 == 1 else None,
            **(titles if kind in ("keynote", "report", "roundtable") else {}),
        }  # fmt: skip
        rows.append((row, person if kind in ("remarks", "keynote", "report", "roundtable") else None))
    return rows
