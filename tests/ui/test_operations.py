"""The door between the window and the event."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from forumdesk.app.bus import Bus
from forumdesk.app.commands.agenda import EditItem
from forumdesk.app.commands.command import Command
from forumdesk.app.sample import key
from forumdesk.base.errors import Trouble
from forumdesk.store.failures import Busy
from forumdesk.store.journal import NothingToRedo
from forumdesk.store.screens.frame import Frame, frame
from forumdesk.store.store import Store
from forumdesk.store.work import Work
from forumdesk.ui.operations import Operations, Unexpected
from forumdesk.ui.unopened import Unopened, glance
from ui.hands import PATIENCE


@pytest.fixture
def operations(qtbot: QtBot, sample_store: Store) -> Iterator[Operations]:
    """The door to the sample."""
    door = Operations(sample_store)
    yield door
    door.close()


class Fails(Command, frozen=True, kw_only=True):
    """Writes something and then breaks."""

    step = "fail"
    error: str

    def run(self, work: Work) -> None:
        EditItem(id=key("item", "closing"), minutes=99).run(work)
        raise Busy(place="x.forum") if self.error == "busy" else ZeroDivisionError


class Spy(Command, frozen=True, kw_only=True):
    """Tells which thread it runs on."""

    step = "spy"
    threads: list[int]

    def run(self, work: Work) -> None:
        self.threads.append(threading.get_ident())


def test_a_command_is_heard_of_on_the_windows_thread_and_run_on_another(operations: Operations, qtbot: QtBot) -> None:
    heard: list[int] = []
    operations.changed.connect(lambda _: heard.append(threading.get_ident()))
    with qtbot.waitSignal(operations.changed, timeout=PATIENCE) as changed:
        operations.run(EditItem(id=key("item", "closing"), minutes=7))
    assert heard == [threading.get_ident()]
    assert changed.args[0].title == "Edit agenda item"
    assert changed.args[0].rows["agenda_item"] == {key("item", "closing")}

    spy = Spy(threads=[])
    operations.run(spy)
    operations.run(spy)
    operations.close()
    assert len(set(spy.threads)) == 1
    assert threading.get_ident() not in spy.threads


def test_a_refusal_comes_back_as_it_was_raised(operations: Operations, qtbot: QtBot) -> None:
    with qtbot.waitSignal(operations.failed, timeout=PATIENCE) as failed:
        operations.redo()
    assert isinstance(failed.args[0], NothingToRedo)


def test_what_fails_changes_nothing_and_the_next_command_works(operations: Operations, qtbot: QtBot) -> None:
    digest = operations.store.digest()
    with qtbot.waitSignal(operations.failed, timeout=PATIENCE) as failed:
        operations.run(Fails(error="busy"))
    assert isinstance(failed.args[0], Busy)
    assert operations.store.digest() == digest
    with qtbot.waitSignal(operations.changed, timeout=PATIENCE):
        operations.run(EditItem(id=key("item", "closing"), minutes=7))


def test_a_bug_is_told_in_a_sentence_and_its_traceback_goes_to_the_log(
    operations: Operations, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with qtbot.waitSignal(operations.failed, timeout=PATIENCE) as failed:
        operations.run(Fails(error="bug"))
    trouble: Trouble = failed.args[0]
    assert isinstance(trouble, Unexpected)
    assert str(trouble) == "Something went wrong inside ForumDesk (ZeroDivisionError); nothing was changed."
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    assert caplog.records[0].exc_info is not None


def test_saving_ends_when_the_last_step_is_on_the_disk(operations: Operations, qtbot: QtBot) -> None:
    said: list[bool] = []
    operations.saving.connect(said.append)
    operations.run(EditItem(id=key("item", "closing"), minutes=7))
    operations.run(Fails(error="busy"))
    operations.undo()
    qtbot.waitUntil(lambda: said == [True, True, True, False], timeout=PATIENCE)


def test_after_closing_nothing_is_heard(operations: Operations, qtbot: QtBot) -> None:
    heard: list[object] = []
    operations.changed.connect(heard.append)
    operations.run(EditItem(id=key("item", "closing"), minutes=7))
    operations.close()
    operations.close()
    qtbot.wait(50)
    assert heard == []
    assert operations.store.history(1)[0].title == "Edit agenda item"


@pytest.fixture
def unopened(qtbot: QtBot, sample_file: Path) -> Iterator[Operations]:
    """The door to a sample that nobody has opened yet."""
    event = glance(str(sample_file))
    door = Operations(event)
    yield door
    door.close()
    event.close()


def test_a_file_is_not_opened_for_a_glance(
    unopened: Operations, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Unopened, "open", lambda _: pytest.fail("it was opened"))
    seen: list[Frame] = []
    unopened.glance(frame, seen.append)
    unopened.then(lambda: seen.append(seen[0]))
    qtbot.waitUntil(lambda: len(seen) == 2, timeout=PATIENCE)
    assert seen[0].title.second


def test_what_happened_between_the_glance_and_the_opening_is_news(
    unopened: Operations, qtbot: QtBot, sample_store: Store
) -> None:
    seen: list[Frame] = []
    unopened.glance(frame, seen.append)
    qtbot.waitUntil(lambda: bool(seen), timeout=PATIENCE)
    Bus(sample_store).run(EditItem(id=key("item", "closing"), minutes=7))
    with qtbot.waitSignal(unopened.changed, timeout=PATIENCE) as changed:
        unopened.look(lambda _: None, lambda _: None)
    assert changed.args[0].rows["agenda_item"] == {key("item", "closing")}


def test_waiting_for_a_glance_that_failed_ends_and_proves_nothing(
    unopened: Operations, qtbot: QtBot, sample_file: Path
) -> None:
    told: list[str] = []
    unopened.failed.connect(lambda trouble: told.append(trouble.code))
    unopened.recovered.connect(lambda: told.append("recovered"))
    sample_file.rename(sample_file.with_name("away.forum"))
    unopened.glance(frame, lambda _: told.append("seen"))
    unopened.then(lambda: told.append("done"))
    qtbot.waitUntil(lambda: "done" in told, timeout=PATIENCE)
    assert told == ["store-failed", "done"]
    sample_file.with_name("away.forum").rename(sample_file)
    unopened.glance(frame, lambda _: told.append("seen"))
    qtbot.waitUntil(lambda: told[2:] == ["recovered", "seen"], timeout=PATIENCE)


class Bell(QObject):
    """Says nothing, often."""

    rung = Signal()
    swung = Signal(bool)


def test_a_thousand_void_emits_do_not_use_up_none(qtbot: QtBot) -> None:
    bell = Bell()
    bell.rung.connect(lambda: None)
    bell.swung.connect(lambda _: None)
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(1_000):
        bell.rung.emit()
        bell.swung.emit(True)
        bell.setObjectName("bell")
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert max(abs(now - then) for now, then in zip(after, before, strict=True)) < 100
