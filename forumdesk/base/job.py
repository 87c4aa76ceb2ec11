"""Work that takes a while: how far it is, and whether somebody has thought better of it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP


class Cancelled(Refused):
    """Whoever asked for it has changed their mind; what was there before is as it was."""

    code = "cancelled"
    sentence = NOOP("It was cancelled; nothing was written.")


class Ticket:
    """Handed to a long piece of work. It calls `step` now and then; anybody may call `cancel`, from any thread."""

    def __init__(self, tell: Callable[[int, int], None] = lambda _done, _of: None) -> None:
        self._tell = tell
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Let the work stop at its next step."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Whether it is to stop."""
        return self._cancelled.is_set()

    def step(self, done: int, of: int) -> None:
        """Say that `done` of so many pieces are made; raises `Cancelled` where no more are wanted."""
        self.check()
        self._tell(done, of)

    def check(self) -> None:
        """Raise `Cancelled` where the work is to stop."""
        if self.cancelled:
            raise Cancelled

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Let `may_stop` ask this ticket, as long as the work goes on."""
        token = _AT_WORK.set(self)
        try:
            yield
        finally:
            _AT_WORK.reset(token)


_AT_WORK: ContextVar[Ticket | None] = ContextVar("at_work", default=None)


def may_stop() -> None:
    """Asked in every loop that grows with the event: raises `Cancelled` where the job at work here is to stop."""
    ticket = _AT_WORK.get()
    if ticket is not None:
        ticket.check()
