"""Where the window lets its user wait: every call on its thread that takes longer than 50 ms.

    python tests/benchmarks/watchdog.py [PYTEST ARGUMENTS]

runs the journeys (or the tests that are named) and lists those calls, the longest first: how long they took, and
what of it this thread computed itself. The time in which it was ready and other programs had the processor is not
counted, where the system tells of it (Linux does). Any test that uses the application fails where one call computes
for `HANG_SECONDS`: on a crowded machine, and traced for coverage, 50 ms would say nothing.
"""

from __future__ import annotations

import faulthandler
import os
import re
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

LONG_SECONDS, HANG_SECONDS = 0.05, 0.5
SAMPLE_SECONDS = 0.005
"""How often the benchmark looks where an event is; tests of a whole day would be slowed by it and look seldom."""
QUEUE = "/proc/thread-self/schedstat"
"""Three numbers: nanoseconds on a processor, nanoseconds ready and waiting for one, turns."""

FRAME = re.compile(rf'File "{re.escape(str(Path(__file__).parents[2]))}/(forumdesk/.*)", line (\d+) in (.*)')


@dataclass(frozen=True)
class Stall:
    """One event that took long, and where in the product it was seen how often meanwhile."""

    seconds: float
    computing: float
    event: str
    places: tuple[str, ...]

    def __str__(self) -> str:
        took = f"{self.seconds * 1000:.0f} ms, computing {self.computing * 1000:.0f}"
        return "\n    ".join((f"{took}: {self.event}", *self.places))


class WatchedApplication(QApplication):
    """Knows of every event that kept its thread for longer than `LONG_SECONDS`: the `stalls`.

    All that happens on the thread of a window is an event, painting and answers of other threads too. What an
    event's own loop does, as that of a dialog, counts as one with it.
    """

    pause = 0.1
    """Seconds between two looks at where an event is."""

    def __init__(self) -> None:
        super().__init__(["forumdesk"])
        self.stalls: list[Stall] = []
        self._thread = threading.get_ident()
        self._queue = os.open(QUEUE, os.O_RDONLY) if Path(QUEUE).exists() else None
        self._began: float | None = None
        self._places: Counter[str] = Counter()
        threading.Thread(target=self._sample, name="watchdog", daemon=True).start()

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        """Deliver an event."""
        if self._began is not None or threading.get_ident() != self._thread:
            return super().notify(receiver, event)
        name = f"{event.type().name} to {type(receiver).__name__}"
        self._places.clear()
        computing, self._began = time.thread_time(), self._now()
        try:
            return super().notify(receiver, event)
        finally:
            seconds, self._began = self._now() - self._began, None
            computing = time.thread_time() - computing
            if seconds > LONG_SECONDS:
                places = tuple(f"{count:3} × {place}" for place, count in self._places.most_common(3))
                self.stalls.append(Stall(seconds, computing, name, places))

    def _now(self) -> float:
        """Seconds, without those that this thread waited for a processor."""
        queued = int(os.pread(self._queue, 99, 0).split()[1]) if self._queue is not None else 0
        return time.perf_counter() - queued / 1e9

    def _sample(self) -> None:
        """Look, again and again, what the window's thread is doing."""
        never = threading.Event()
        with tempfile.TemporaryFile("w+") as stacks:
            while not never.wait(self.pause):
                if self._began is not None and (place := _place(stacks, self._thread)):
                    self._places[place] += 1


def _place(stacks: IO[str], thread: int) -> str:
    """The innermost two places of the product on a thread's stack: where it is, and who called.

    Frames are not touched: whoever holds one keeps its painter painting.
    """
    stacks.seek(0)
    stacks.truncate()
    faulthandler.dump_traceback(stacks)
    stacks.seek(0)
    _, _, ours = stacks.read().partition(f"Thread 0x{thread:016x} ")
    return " < ".join(f"{file}:{line} {name}" for file, line, name in FRAME.findall(ours.partition("\n\n")[0])[:2])


class Report:
    """Prints at the end what the tests noted of their stalls."""

    def __init__(self) -> None:
        self._noted: list[tuple[float, str, str]] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "teardown":
            self._noted += [(*told, report.nodeid) for key, told in report.user_properties if key == "stall"]

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        terminalreporter.section(f"calls on the window's thread over {LONG_SECONDS * 1000:.0f} ms")
        for _, told, test in sorted(self._noted, reverse=True):
            terminalreporter.write_line(f"{told}\n    in {test}")


if __name__ == "__main__":
    tests = str(Path(__file__).parents[1])
    sys.path[0] = tests  # not the benchmarks: they are called as folders there are
    from benchmarks import watchdog  # the module that the tests know, not this program

    watchdog.WatchedApplication.pause = SAMPLE_SECONDS
    sys.exit(pytest.main(sys.argv[1:] or [f"{tests}/journeys"], plugins=[Report()]))
