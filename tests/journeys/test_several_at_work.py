"""Two windows and a command line at work on one file: whatever one of them does, the others show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from forumdesk.app.sample import key
from forumdesk.base.words import Words
from forumdesk.store.opening import open_store
from forumdesk.store.store import Store
from forumdesk.ui.agenda.model import TITLE, WHO
from forumdesk.ui.window import Desk
from journeys.terminal import forumdesk
from ui.eyes import wait_for_reads
from ui.hands import PATIENCE, agenda, people, retype, shown, write

KEYNOTE, LONG_KEYNOTE = 4, 5


@pytest.fixture
def desks(qtbot: QtBot, sample_file: Path, tmp_path: Path) -> Iterator[list[Desk]]:
    """Two desks on one file, each of somebody else, turned to the agenda."""
    made = []
    for actor in ("host", "colleague"):
        settings = QSettings(str(tmp_path / f"{actor}.ini"), QSettings.Format.IniFormat)
        made.append(Desk(open_store(str(sample_file), actor=actor), words=Words.of("zh"), settings=settings))
        made[-1].show()
        qtbot.waitUntil(lambda: bool(made[-1].top.title.text()), timeout=PATIENCE)
        made[-1].go("agenda")
        wait_for_reads(qtbot, made[-1])
    yield made
    for desk in made:
        desk.close()
        desk.operations.store.close()
        desk.deleteLater()


def wait_for_all(qtbot: QtBot, desks: list[Desk], column: int, row: int, text: str) -> None:
    """Until a cell of the agenda reads so in every window."""
    views = [agenda(desk).view for desk in desks]
    qtbot.waitUntil(lambda: all(shown(view, column)[row] == text for view in views), timeout=PATIENCE)


def test_what_one_does_all_show_and_everybody_takes_back_their_own(
    desks: list[Desk], qtbot: QtBot, sample_file: Path, tmp_path: Path
) -> None:
    host, colleague = desks
    retype(qtbot, agenda(host).view, LONG_KEYNOTE, TITLE, "Zhongguancun")
    wait_for_all(qtbot, desks, TITLE, LONG_KEYNOTE, "Zhongguancun")

    colleague.go("people", key("person", "zhou-li-torch"))
    card = people(colleague).person
    qtbot.waitUntil(lambda: card.shown == key("person", "zhou-li-torch"), timeout=PATIENCE)
    name = card.name.fields[0]
    name.setFocus()
    name.selectAll()
    write(name, "周立")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    wait_for_all(qtbot, desks, WHO, KEYNOTE, "周立")

    title = f'{{"id": "{key("item", "closing")}", "title": {{"first": "散会", "second": "The end"}}}}'
    assert forumdesk("do", str(sample_file), "EditItem", title, home=tmp_path).returncode == 0
    wait_for_all(qtbot, desks, TITLE, -1, "散会")
    assert forumdesk("undo", str(sample_file), home=tmp_path).returncode == 0
    wait_for_all(qtbot, desks, TITLE, -1, "北京广播电视台主持人")

    host.undo.trigger()
    wait_for_all(qtbot, desks, TITLE, LONG_KEYNOTE, "中关村的探索与实践")
    assert shown(agenda(host).view, WHO)[KEYNOTE] == "周立", "the colleague's step stays"


def test_another_programs_step_is_seen_at_the_next_look_a_quarter_of_a_second_apart(
    desks: list[Desk], qtbot: QtBot, sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[bool] = []
    news = Store.news

    def counted(store: Store, since: int) -> object:
        found = news(store, since)
        if store is desks[0].operations.store:
            looks.append(bool(found[1]))
        return found

    monkeypatch.setattr(Store, "news", counted)
    spy = QSignalSpy(desks[0].operations.changed)
    note = f'{{"id": "{key("item", "closing")}", "minutes": 9}}'
    assert forumdesk("do", str(sample_file), "EditItem", note, home=tmp_path).returncode == 0
    since = len(looks)
    qtbot.waitUntil(lambda: spy.count() == 1, timeout=PATIENCE)
    assert any(looks[: since + 1]), "of the looks that began after the step, the first has seen it"
