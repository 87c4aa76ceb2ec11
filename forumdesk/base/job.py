"""Work that takes a while: how far it is, and whether somebody has thought better of it."""

from __future__ import annotations

import threading
from collections.abc import Callable

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
        if self.cancelled:
            raise Cancelled
        self._tell(done, of)
