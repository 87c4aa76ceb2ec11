"""The one door to the event: every change and every look runs on one thread that is not the window's."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QThread, Signal

from forumdesk.base.errors import Trouble, Unavailable
from forumdesk.base.words import NOOP

if TYPE_CHECKING:
    from forumdesk.app.commands.command import Command
    from forumdesk.store.store import Store
    from forumdesk.store.work import Look

T = TypeVar("T")

POLL_SECONDS = 0.25
"""How often another process's steps are asked for."""


class Unexpected(Unavailable):
    """A bug of ours; what happened is in the log, without the user's data on the screen. Facts: kind."""

    code = "unexpected"
    sentence = NOOP("Something went wrong inside ForumDesk ({kind}); nothing was changed.")


@dataclass(frozen=True, slots=True)
class Job:
    """Something for the thread to do; its result goes to `answer`, on the window's thread."""

    do: Callable[[], Any]
    answer: Callable[[Any], None] | None = None
    writes: bool = False


class Operations(QObject):
    """Runs commands, looks and long jobs one after the other, and says what changed.

    All signals come on the thread this lives on: `changed` with a ChangeSet, also for steps of other processes;
    `failed` with a Trouble; `saving` while steps are on their way to the disk.
    """

    changed = Signal(object)
    failed = Signal(object)
    saving = Signal(bool)
    _arrived = Signal(object)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._unsaved = 0
        self._open = True
        self._arrived.connect(self._on_arrived)
        self._thread = Writer(store, self._jobs, self._arrived.emit, self.changed.emit, self._fail)
        self._thread.start()

    def run(self, command: Command) -> None:
        """Do a command as one step."""
        self._write(partial(_run, self.store, command))

    def undo(self) -> None:
        """Take back the last own step."""
        self._write(self.store.undo)

    def redo(self) -> None:
        """Do again what was undone last."""
        self._write(self.store.redo)

    def look(self, question: Callable[[Look], T], answer: Callable[[T], None]) -> None:
        """Ask the event something; `answer` gets the result on the window's thread."""
        self._jobs.put(Job(partial(_look, self.store, question), answer))

    def do(self, work: Callable[[], T], answer: Callable[[T], None]) -> None:
        """Do something long that changes no event, such as printing."""
        self._jobs.put(Job(work, answer))

    def close(self) -> None:
        """Finish what was asked for and stop; nothing is heard afterwards."""
        if not self._open:
            return
        self._open = False
        self._jobs.put(None)
        self._thread.wait()

    def _write(self, do: Callable[[], object]) -> None:
        self._unsaved += 1
        self.saving.emit(True)
        self._jobs.put(Job(do, self._on_written, writes=True))

    def _on_arrived(self, news: Callable[[], None]) -> None:
        if self._open:
            news()

    def _on_written(self, _: object) -> None:
        self._unsaved -= 1
        if not self._unsaved:
            self.saving.emit(False)

    def _fail(self, trouble: Trouble, job: Job | None) -> None:
        if job is not None and job.writes:
            self._on_written(None)
        self.failed.emit(trouble)


class Writer(QThread):
    """Takes jobs in turn; between them, and while there are none, it looks for news of the event.

    It owns no signals: what it has to say it hands to `tell`, to be called on the window's thread.
    """

    def __init__(
        self,
        store: Store,
        jobs: SimpleQueue[Job | None],
        tell: Callable[[Callable[[], None]], None],
        changed: Callable[[Any], None],
        failed: Callable[[Trouble, Job | None], None],
    ) -> None:
        super().__init__()
        self._store, self._jobs, self._tell = store, jobs, tell
        self._changed, self._failed = changed, failed
        self._stamp: int | None = None
        self._out_of_reach = False

    def run(self) -> None:
        """The thread's life: until a None among the jobs."""
        while True:
            try:
                job = self._jobs.get(timeout=POLL_SECONDS)
            except Empty:
                self._look_for_news()
                continue
            if job is None:
                return
            self._look_for_news()  # from before the job, so that its own step is news after it
            self._do(job)

    def _do(self, job: Job) -> None:
        try:
            result = job.do()
        except Exception as error:
            self._tell(partial(self._failed, as_trouble(error), job))
            return
        if job.writes:
            self._look_for_news()
        if job.answer is not None:
            self._tell(partial(job.answer, result))

    def _look_for_news(self) -> None:
        try:
            if self._stamp is None:
                self._stamp = self._store.stamp()
            self._stamp, changes = self._store.news(self._stamp)
        except Exception as error:
            if not self._out_of_reach:
                self._out_of_reach = True
                self._tell(partial(self._failed, as_trouble(error), None))
            return
        self._out_of_reach = False
        if changes:
            self._tell(partial(self._changed, changes))


def as_trouble(error: Exception) -> Trouble:
    """What to tell the user of an error; a bug goes to the log with its traceback."""
    if isinstance(error, Trouble):
        return error
    logging.getLogger(__name__).error("a job failed", exc_info=error)
    return Unexpected(kind=type(error).__name__)


def _run(store: Store, command: Command) -> object:
    from forumdesk.app.bus import Bus

    return Bus(store).run(command)


def _look(store: Store, question: Callable[[Look], T]) -> T:
    with store.look() as look:
        return question(look)
