"""How quick the attendees page is with 100,000 of them, each wait against the bare SQL and one paint.

    python tests/benchmarks/table.py [ROUNDS] [COUNT]

Contenders take turns in one run, on one file; medians are compared. Bare is the same SELECT through the driver
alone, as tuples, and one paint of the rows in sight, or, where the page is opened, of all of it. A wait ends when
every row in sight has its texts, painted.
"""

from __future__ import annotations

import os
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, QSettings
from PySide6.QtWidgets import QApplication, QWidget

from forumdesk.app.bus import Bus
from forumdesk.app.commands.event import FoundEvent
from forumdesk.base.changes import ChangeSet
from forumdesk.base.words import Words
from forumdesk.domain.attendance import Attendance, Attendee, Category
from forumdesk.domain.people import Organisation, Person, Post
from forumdesk.domain.text import Text
from forumdesk.store.opening import create
from forumdesk.store.store import Store
from forumdesk.ui.attendees.page import AttendeesPage
from forumdesk.ui.main import prepare
from forumdesk.ui.operations import Operations
from forumdesk.ui.page import Around
from forumdesk.ui.parts.paged_model import PAGE
from forumdesk.ui.problems.findings import Findings
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import LIGHT

SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂鑫淼森博文轩浩宇"
PAGE_SQL = """
    SELECT a.id, p.name_first, p.name_second, t.title_first, o.name_first, a.category, a.status, a.badge, a.note
    FROM attendee a JOIN person p ON p.id = a.person_id
    LEFT JOIN post t ON t.id =
      (SELECT x.id FROM post x WHERE x.person_id = a.person_id ORDER BY x.position, x.id LIMIT 1)
    LEFT JOIN organisation o ON o.id = t.organisation_id WHERE a.id IN ({})"""
IDS_SQL = "SELECT a.id FROM attendee a {} ORDER BY {} a.position, a.id"
SEARCH_SQL = """WHERE a.person_id IN (SELECT p.id FROM person p WHERE
      lower(p.name_first || char(10) || p.name_second || char(10) || p.native_name) LIKE '%' || ?1 || '%')
    OR a.person_id IN (SELECT t.person_id FROM post t JOIN organisation o ON o.id = t.organisation_id WHERE
      lower(t.title_first || char(10) || t.title_second || char(10) || o.name_first || char(10) || o.name_second
        || char(10) || o.short_name_first || char(10) || o.short_name_second) LIKE '%' || ?1 || '%')
    OR lower(a.badge || char(10) || a.seat || char(10) || a.note) LIKE '%' || ?1 || '%'"""


def found(count: int) -> Callable[[Store], None]:
    """An event with so many attendees, who came through the bulk door."""

    def founding(store: Store) -> None:
        event = FoundEvent(title=Text("论坛"), starts=date(2025, 3, 28))
        Bus(store).run_all(event.step, [event], founding=True)
        pick = random.Random(1).choice
        with store.work("People", founding=True) as work:
            places = [uuid4() for _ in range(500)]
            people = [uuid4() for _ in range(count)]
            work.add_rows(Organisation, [{"id": each, "name_first": f"单位{n}"} for n, each in enumerate(places)])
            work.add_rows(
                Person,
                [
                    {
                        "id": each, "name_first": pick(SURNAMES) + pick(GIVEN) + pick(GIVEN),
                        "name_second": f"Guest {n}",
                    }
                    for n, each in enumerate(people)
                ],
            )  # fmt: skip
            posts = [{"person_id": each, "organisation_id": pick(places), "title_first": "经理"} for each in people]
            work.add_rows(Post, posts)
            kinds, states = list(Category), [Attendance.INVITED, Attendance.CONFIRMED]
            work.add_rows(
                Attendee,
                [
                    {
                        "person_id": each, "position": n, "badge": f"B{n}",
                        "category": pick(kinds), "status": pick(states),
                    }
                    for n, each in enumerate(people)
                ],
            )  # fmt: skip

    return founding


class Painted(QObject):
    """Hears when a widget is painted while something holds: then all `is_done`."""

    def __init__(self, widget: QWidget, holds: Callable[[], bool]) -> None:
        super().__init__(widget)
        self.is_done, self._holds = False, holds
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._holds():
            self.is_done = True
        return False


class Stage:
    """The page in a window of its own, and the same file through the bare driver."""

    def __init__(self, store: Store, folder: Path) -> None:
        self.store = store
        self.bare = sqlite3.connect(store.place)
        self.operations = Operations(store)
        self.screen = Screen(Words.of("zh"))
        self.settings = QSettings(str(folder / "desk.ini"), QSettings.Format.IniFormat)
        self.page = self.made()

    def made(self) -> AttendeesPage:
        """A new page, shown, empty as yet."""
        given = {
            "operations": self.operations,
            "findings": Findings(self.operations),
            "settings": self.settings,
        }
        around = Around(**{name: given.get(name, lambda *_: None) for name in Around._fields})
        page = AttendeesPage(around, self.screen)
        page.wear(LIGHT)
        page.speak(self.screen)
        page.resize(1364, 800)
        page.show()
        return page

    def opening(self) -> None:
        """Make the page and wait until it is full."""
        self.page.close()
        self.page.deleteLater()
        self.page = self.made()
        self.page.refresh()
        self.settle(lambda: self.page.model.is_read)

    def refreshing(self, first: int, count: int) -> None:
        """Hear that so many rows have changed, and read them again."""
        changed = frozenset(map(UUID, self.page.model.ids.between(first, first + count)))
        self.page.model.take_in(ChangeSet("Edit", 1, {"attendee": changed}))
        told: list[bool] = []
        connection = self.page.model.dataChanged.connect(lambda: told.append(True))
        self.settle(lambda: bool(told))
        self.page.model.dataChanged.disconnect(connection)

    def searching(self, letter: str) -> None:
        """Type a letter into the search."""
        self.heard(lambda: self.page.filters.search.setText(letter))

    def sorting(self, by: str, *, descending: bool) -> None:
        """Click on a heading."""
        self.heard(lambda: self.page.table.columns.sort(by, descending=descending))

    def jumping(self, place: int) -> None:
        """Drag the scroll bar somewhere."""
        self.page.view.verticalScrollBar().setValue(place * 32)
        self.settle(lambda: True)

    def heard(self, ask: Callable[[], None]) -> None:
        """Ask for other rows and wait until they are there."""
        answered: list[bool] = []
        connection = self.page.model.filled.connect(lambda: answered.append(True))
        ask()
        self.settle(lambda: bool(answered))
        self.page.model.filled.disconnect(connection)

    def settle(self, ready: Callable[[], bool]) -> None:
        """Turn the event loop until all rows in sight are known and painted."""
        view, model = self.page.view, self.page.model

        def is_full() -> bool:
            first, last = view.rowAt(0), view.rowAt(view.viewport().height() - 1)
            rows = range(first, min(last + 1 or model.count(), model.count()))
            return ready() and all(model.row_at(row) for row in rows)

        painted = Painted(view.viewport(), is_full)
        while not painted.is_done:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        painted.deleteLater()

    def paint(self) -> None:
        """One paint of all rows in sight."""
        self.page.view.viewport().repaint()

    def sql(self, statement: str, *facts: object) -> None:
        """The ids by a bare SELECT, the rows of the first of them, and one paint."""
        self.first_rows(statement, *facts)
        self.paint()

    def sql_and_page(self) -> None:
        """The same in the list's own order, and one paint of the whole page."""
        self.first_rows(IDS_SQL.format("", ""))
        self.page.repaint()

    def first_rows(self, statement: str, *facts: object) -> None:
        """The ids by a bare SELECT, and the rows of the first of them."""
        self.rows([row[0] for row in self.bare.execute(statement, facts)][:PAGE])

    def rows(self, ids: list[str]) -> None:
        """A page of rows by a bare SELECT."""
        self.bare.execute(PAGE_SQL.format(",".join("?" * len(ids))), ids).fetchall()


def seconds(job: Callable[[], object]) -> float:
    """How long a job takes."""
    began = time.perf_counter()
    job()
    return time.perf_counter() - began


def main(rounds: int, count: int) -> None:
    """Print the medians and the ratios."""
    prepare()
    with tempfile.TemporaryDirectory() as folder:
        store = create(str(Path(folder) / "many.forum"), found(count))
        stage = Stage(store, Path(folder))
        stage.opening()
        ids = [row[0] for row in stage.bare.execute(IDS_SQL.format("", ""))]
        taken: dict[str, list[float]] = {}
        dice = random.Random(2)

        def measure(name: str, ours: Callable[[], object], bare: Callable[[], object]) -> None:
            taken.setdefault(f"{name}, ours", []).append(seconds(ours))
            taken.setdefault(f"{name}, bare", []).append(seconds(bare))

        def page_and_paint(place: int) -> None:
            stage.rows(ids[place // PAGE * PAGE : place // PAGE * PAGE + PAGE])
            stage.paint()

        for turn in range(rounds):
            measure("opening", stage.opening, stage.sql_and_page)
            letter = f"b{dice.randrange(1000, 9999)}"
            for typed in (letter[:2], letter):
                measure(
                    f"search of {len(typed)} letters", lambda typed=typed: stage.searching(typed),
                    lambda typed=typed: stage.sql(IDS_SQL.format(SEARCH_SQL, ""), typed),
                )  # fmt: skip
            stage.searching("")
            for _ in range(5):
                place = dice.randrange(count)
                measure("jump", lambda place=place: stage.jumping(place), lambda place=place: page_and_paint(place))
            stage.jumping(0)
            measure("refresh of 100 rows", lambda: stage.refreshing(0, 100), lambda: page_and_paint(0))
            down = bool(turn % 2)
            order = "DESC," if down else ","
            measure(
                "sort by badge", lambda down=down: stage.sorting("badge", descending=down),
                lambda order=order: stage.sql(IDS_SQL.format("", f"a.badge {order}")),
            )  # fmt: skip
            measure(
                "sort by pinyin", lambda down=down: stage.sorting("name_first", descending=down),
                lambda order=order: stage.sql(
                    IDS_SQL.format("JOIN person p ON p.id = a.person_id", f"p.name_first {order}")
                ),
            )  # fmt: skip
            stage.sorting("", descending=False)
        median = {name: statistics.median(values) for name, values in taken.items()}
        for name in dict.fromkeys(each.rpartition(",")[0] for each in median):
            ours, bare = median[f"{name}, ours"], median[f"{name}, bare"]
            sys.stdout.write(
                f"{name:<20} {ours * 1000:7.1f} ms, bare {bare * 1000:7.1f} ms, ratio {ours / bare:.2f}\n"
            )
        stage.operations.close()
        stage.bare.close()
        store.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5, int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
