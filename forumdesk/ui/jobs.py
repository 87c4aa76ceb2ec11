"""Long work beside the event: printing, exporting, opening files. No step waits for it on its way to the disk."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from forumdesk.base.errors import Trouble
from forumdesk.base.job import Cancelled, Ticket

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

T = TypeVar("T")

THREADS = 2
"""So that a short job need not wait for a long one."""


@dataclass(eq=False)
class Job:
    """A piece of long work; `done` of `of` pieces are made, and `of` is 0 while nobody knows."""

    title: str
    ticket: Ticket = field(default_factory=Ticket)
    done: int = 0
    of: int = 0


class Jobs(QObject):
    """Runs jobs on threads of its own and tells the window's thread: `changed` of how far they are.

    A job without a title is not shown to anybody. Whoever starts one hears its end on the thread this lives on.
    """

    changed = Signal()
    _arrived = Signal(object)

    def __init__(self, as_trouble: Callable[[BaseException], Trouble], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.running: list[Job] = []
        self._as_trouble = as_trouble
        self._open = True
        self._arrived.connect(self._on_arrived)

    @cached_property
    def _threads(self) -> ThreadPoolExecutor:
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(THREADS, thread_name_prefix="forumdesk-job")

    @property
    def shown(self) -> list[Job]:
        """The jobs with a title, the oldest first."""
        return [job for job in self.running if job.title]

    def start(
        self,
        title: str,
        work: Callable[[Ticket], T],
        answer: Callable[[T], None],
        failed: Callable[[Trouble], None],
    ) -> Job:
        """Do `work`; then `answer` gets its result, or `failed` its trouble (nobody does of one cancelled).

        After `close` nothing is done any more.
        """
        job = Job(title)
        if not self._open:  # a page asked while its window was closing
            return job
        job.ticket = Ticket(lambda done, of: self._tell(partial(self._on_step, job, done, of)))
        self.running.append(job)
        self.changed.emit()
        self._threads.submit(self._run, job, work, answer, failed)
        return job

    def cancel(self, job: Job) -> None:
        """Let a job end at its next step; what it would have written is not there."""
        job.ticket.cancel()
        self.changed.emit()

    def close(self) -> None:
        """Cancel what is under way and wait for it to end; nothing is heard afterwards."""
        self._open = False
        for job in self.running:
            job.ticket.cancel()
        self._threads.shutdown(wait=True, cancel_futures=True)

    def _run(
        self,
        job: Job,
        work: Callable[[Ticket], Any],
        answer: Callable[[Any], None],
        failed: Callable[[Trouble], None],
    ) -> None:
        try:
            if job.ticket.cancelled:
                raise Cancelled
            result = work(job.ticket)
        except Cancelled:
            self._tell(partial(self._on_end, job, lambda: None))
        except Exception as error:
            trouble = self._as_trouble(error)
            self._tell(partial(self._on_end, job, lambda: failed(trouble)))
        else:
            self._tell(partial(self._on_end, job, lambda: answer(result)))

    def _tell(self, news: Callable[[], None]) -> None:
        try:
            self._arrived.emit(news)
        except RuntimeError:  # the window is gone, and with it whoever would listen
            logging.getLogger(__name__).debug("a job outlived its window")

    def _on_arrived(self, news: Callable[[], None]) -> None:
        if self._open:
            news()

    def _on_step(self, job: Job, done: int, of: int) -> None:
        job.done, job.of = done, of
        self.changed.emit()

    def _on_end(self, job: Job, say: Callable[[], None]) -> None:
        self.running.remove(job)
        self.changed.emit()
        say()
