"""The one door to the event: every change and every look runs on one thread that is not the window's."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import partial
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

from PySide6.QtCore import QObject, QThread, Signal

from forumdesk.base.changes import ChangeSet
from forumdesk.base.errors import Trouble, Unavailable
from forumdesk.base.job import Ticket
from forumdesk.base.words import NOOP
from forumdesk.ui.jobs import Job, Jobs
from forumdesk.ui.report import report_of
from forumdesk.ui.unopened import Unopened

if TYPE_CHECKING:
    from forumdesk.app.commands.command import Command
    from forumdesk.store.reading import Reader
    from forumdesk.store.store import Store
    from forumdesk.store.work import Look

T = TypeVar("T")


class Planned(Protocol):
    """Commands that together are one step of that name."""

    @property
    def step(self) -> str:
        """Its name in the history."""

    @property
    def commands(self) -> Sequence[Command]:
        """What is to be done; nothing, where nothing changes."""


P = TypeVar("P", bound=Planned)

POLL_SECONDS = 0.25
"""How often another process's steps are asked for."""


class Unexpected(Unavailable):
    """A bug of ours; `report` says where, without the user's data. Facts: kind."""

    code = "unexpected"
    sentence = NOOP("Something went wrong inside ForumDesk ({kind}); nothing was changed.")

    def __init__(self, error: BaseException) -> None:
        super().__init__(kind=type(error).__name__)
        self.report = report_of(error)


class Task(NamedTuple):
    """Something for the writer to do; its result goes to `answer`, on the window's thread.

    It `opens` the event, or is done without that; one that does nothing only waits for its turn.
    """

    do: Callable[[], Any] | None
    answer: Callable[[Any], None] | None = None
    writes: bool = False
    opens: bool = True


class Operations(QObject):
    """Runs commands and looks one after the other, long jobs beside them, and says what changed.

    All signals come on the thread this lives on: `changed` with a ChangeSet, also for steps of other processes;
    `stepped` with the ChangeSet of a command of this window's own; `failed` with a Trouble, and `recovered` when
    the file or the server that had failed works again; `stopped` with the Trouble that ended a job; `saving`
    while steps are on their way to the disk.
    """

    changed = Signal(object)
    stepped = Signal(object)
    failed = Signal(object)
    stopped = Signal(object)
    recovered = Signal()
    saving = Signal(bool)
    _arrived = Signal(object)

    def __init__(self, event: Store | Unopened, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._event = event
        self.jobs = Jobs(as_trouble, self)
        self._tasks: SimpleQueue[Task | None] = SimpleQueue()
        self._unsaved = 0
        self._open = True
        self._out_of_reach: set[str] = set()
        self._arrived.connect(self._on_arrived)
        self._thread = Writer(
            lambda: self.store, self._tasks, self._arrived.emit, self.changed.emit, self._fail,
            succeeded=self._succeed, stamp=event.stamp if isinstance(event, Unopened) else None,
        )  # fmt: skip
        self._thread.start()

    @property
    def store(self) -> Store:
        """The event; the first who asks opens it. That is the event's thread, once it is asked something."""
        return self._event.open() if isinstance(self._event, Unopened) else self._event

    def run(self, command: Command, step: str = "") -> None:
        """Do a command as one step; `step` names it in the history where the command's own name says too little."""
        self._write(partial(_run, command, step or command.step), self.stepped.emit)

    def run_planned(
        self, plan: Callable[[Look], P], wanted: Callable[[P], bool], answer: Callable[[P], None]
    ) -> None:
        """Look what a wish comes to and, where it is `wanted` so, do it as one step; `answer` gets the plan.

        Both in one go, so that nothing else of this window is done between the look and the step.
        """

        def plan_and_run(store: Store) -> tuple[P, ChangeSet]:
            planned = _look(plan, store)
            return planned, _run_all(planned, store) if wanted(planned) and planned.commands else ChangeSet()

        def done(result: tuple[P, ChangeSet]) -> None:
            planned, changes = result
            if changes:
                self.stepped.emit(changes)
            answer(planned)

        self._write(plan_and_run, done)

    def undo(self) -> None:
        """Take back the last own step."""
        self._write(lambda store: store.undo())

    def redo(self) -> None:
        """Do again what was undone last."""
        self._write(lambda store: store.redo())

    def look(self, question: Callable[[Look], T], answer: Callable[[T], None]) -> None:
        """Ask the event something; `answer` gets the result on the window's thread."""
        self._tasks.put(Task(lambda: _look(question, self.store), answer))

    def glance(self, question: Callable[[Reader], T], answer: Callable[[T], None]) -> None:
        """Ask the event what plain SQL tells; it need not be open for that."""
        self._tasks.put(Task(partial(self._glance, question), answer, opens=False))

    def then(self, go_on: Callable[[], None]) -> None:
        """Go on, on the window's thread, when all that was asked before is answered, or has failed."""
        self._tasks.put(Task(None, lambda _: go_on(), opens=False))

    def do(self, work: Callable[[], T], answer: Callable[[T], None], *, title: str = "") -> Job:
        """Do something long that changes no event, beside all steps; `title` tells the user of it."""
        return self.job(title, lambda _ticket: work(), answer)

    def job(self, title: str, work: Callable[[Ticket], T], answer: Callable[[T], None]) -> Job:
        """The same for work that says how far it is and can be cancelled on the way."""
        return self.jobs.start(title, work, answer, self.stopped.emit)

    def close(self) -> None:
        """Finish what was asked for, cancel the jobs and stop; nothing is heard afterwards."""
        if not self._open:
            return
        self._open = False
        self._tasks.put(None)
        self.jobs.close()
        self._thread.wait()

    def _write(self, do: Callable[[Store], T], answer: Callable[[T], None] | None = None) -> None:
        self._unsaved += 1
        self.saving.emit(True)

        def written(result: T) -> None:
            self._on_written()
            if answer is not None:
                answer(result)

        self._tasks.put(Task(lambda: do(self.store), written, writes=True))

    def _glance(self, question: Callable[[Reader], T]) -> T:
        if not isinstance(self._event, Unopened):
            return _look(question, self._event)
        with self._event.reading() as reader:
            return question(reader)

    def _on_arrived(self, news: Callable[[], None]) -> None:
        if self._open:
            news()

    def _on_written(self) -> None:
        self._unsaved -= 1
        if not self._unsaved:
            self.saving.emit(False)

    def _fail(self, trouble: Trouble, task: Task | None) -> None:
        writes = task is not None and task.writes
        if writes:
            self._on_written()
        if isinstance(trouble, Unavailable) and not isinstance(trouble, Unexpected):
            self._out_of_reach.add("writing" if writes else "reading")
        self.failed.emit(trouble)

    def _succeed(self, *, writes: bool) -> None:
        """Whoever can write can read too; to have read proves nothing of writing."""
        before = set(self._out_of_reach)
        self._out_of_reach -= {"reading", "writing"} if writes else {"reading"}
        if before and not self._out_of_reach:
            self.recovered.emit()


class Writer(QThread):
    """Takes tasks in turn; between them, and while there are none, it looks for news of the event.

    It owns no signals: what it has to say it hands to `tell`, to be called on the window's thread.
    """

    def __init__(
        self,
        store: Callable[[], Store],
        tasks: SimpleQueue[Task | None],
        tell: Callable[[Callable[[], None]], None],
        changed: Callable[[Any], None],
        failed: Callable[[Trouble, Task | None], None],
        *,
        succeeded: Callable[..., None],
        stamp: int | None,
    ) -> None:
        super().__init__()
        self._store, self._tasks, self._tell = store, tasks, tell
        self._changed, self._failed, self._succeeded = changed, failed, succeeded
        self._stamp = stamp
        self._out_of_reach = False

    def run(self) -> None:
        """The thread's life: until a None among the tasks. Nothing is opened before a task opens it."""
        is_open = False
        while True:
            try:
                task = self._tasks.get(timeout=POLL_SECONDS)
            except Empty:
                if is_open:
                    self._look_for_news()
                continue
            if task is None:
                return
            if task.opens:
                is_open = True
                self._look_for_news()  # from before the task, so that its own step is news after it
            self._do(task)

    def _do(self, task: Task) -> None:
        try:
            result = task.do() if task.do else None
        except Exception as error:
            self._tell(partial(self._failed, as_trouble(error), task))
            return
        if task.writes:
            self._look_for_news()
        if task.do:
            self._tell(partial(self._succeeded, writes=task.writes))
        if task.answer is not None:
            self._tell(partial(task.answer, result))

    def _look_for_news(self) -> None:
        try:
            if self._stamp is None:
                self._stamp = self._store().stamp()
            self._stamp, changes = self._store().news(self._stamp)
        except Exception as error:
            if not self._out_of_reach:
                self._out_of_reach = True
                self._tell(partial(self._failed, as_trouble(error), None))
            return
        if self._out_of_reach:
            self._out_of_reach = False
            self._tell(partial(self._succeeded, writes=False))
        if changes:
            self._tell(partial(self._changed, changes))


def as_trouble(error: BaseException) -> Trouble:
    """What to tell the user of an error; a bug goes to the log with its traceback."""
    if isinstance(error, Trouble):
        return error
    logging.getLogger(__name__).error("a task failed", exc_info=error)
    return Unexpected(error)


def _run(command: Command, step: str, store: Store) -> ChangeSet:
    from forumdesk.app.bus import Bus

    return Bus(store).run_all(step, [command])


def _run_all(plan: Planned, store: Store) -> ChangeSet:
    from forumdesk.app.bus import Bus

    return Bus(store).run_all(plan.step, plan.commands)


def _look(question: Callable[[Look], T], store: Store) -> T:
    with store.look() as look:
        return question(look)
