"""How soon the desk is seen, against an empty PySide6 window; and filled, against one that reads by SQLAlchemy.

    python tests/benchmarks/first_paint.py [RUNS]

Each is a process of its own, in turn in one run, with modules compiled; medians of the time that a processor worked
for it are compared, from the start to the end of a paint. Goals: first paint at most 1.5 times, filled at most 1.3.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

CLOCK = """
import os, time, sys
from PySide6.QtCore import QEvent, QObject, QTimer
class Clock(QObject):
    def __init__(self, window, ready=lambda: True):
        super().__init__()
        self.window, self.ready = window, ready
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.UpdateRequest and watched is self.window and self.ready():
            QTimer.singleShot(0, self.stop)
        return False
    def stop(self):
        print(time.process_time(), flush=True)
        os._exit(0)
"""
WINDOW = """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1440, 900)
"""
SHOW = """
clock = Clock(window)
window.installEventFilter(clock)
window.show()
application.exec()
"""
READ = """
import sqlalchemy.orm
engine = sqlalchemy.create_engine("sqlite:///" + sys.argv[1])
with engine.connect() as connection:
    connection.execute(sqlalchemy.text("SELECT * FROM agenda_item ORDER BY position")).fetchall()
"""
DESK = """
from forumdesk.base.words import Words
from forumdesk.ui.main import prepare, remembered
from forumdesk.ui.unopened import glance
from forumdesk.ui.desks import Desks
from forumdesk.ui.single import Single, address
application = prepare()
event = glance(sys.argv[1])
assert Single(address()).take(sys.argv[1])
settings = remembered()
settings.setValue("tour", 0)
desks = Desks(Words.of("zh"), settings)
desks.show(event)
(window,) = desks.open_desks
clock = Clock(window, {ready})
window.installEventFilter(clock)
application.exec()
"""
FILLED = "lambda: 'overview' in window._made and window._made['overview']._overview is not None"
CONTENDERS = {
    "empty window": CLOCK + WINDOW + SHOW,
    "desk, first paint": CLOCK + DESK.format(ready="lambda: True"),
    "window that reads": CLOCK + WINDOW + READ + SHOW,
    "desk, first page filled": CLOCK + DESK.format(ready=FILLED),
}


def main(runs: int) -> None:
    """Print the medians and the two ratios."""
    taken: dict[str, list[float]] = {name: [] for name in CONTENDERS}
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path(__file__).parents[2])}
        environment |= {"XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        file = str(Path(home) / "sample.forum")
        subprocess.run([sys.executable, "-m", "forumdesk", "sample", file], env=environment, check=True)
        for run in range(runs + 1):  # the first one compiles
            for name, program in CONTENDERS.items():
                command = [sys.executable, "-c", program, file]
                environment["XDG_RUNTIME_DIR"] = str(Path(home) / f"{run} {name}")  # nobody left a socket there
                Path(environment["XDG_RUNTIME_DIR"]).mkdir(mode=0o700)
                said = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
                if run:
                    taken[name].append(float(said.stdout))
    median = {name: statistics.median(values) for name, values in taken.items()}
    for name, value in median.items():
        sys.stdout.write(f"{name:<24} {value * 1000:6.0f} ms\n")
    names = list(median)
    for ours, bare, goal in ((names[1], names[0], 1.5), (names[3], names[2], 1.3)):
        sys.stdout.write(f"{ours}: ratio {median[ours] / median[bare]:.2f} (goal: at most {goal})\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
