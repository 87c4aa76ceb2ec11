"""What the window is seen with: nothing that reads events, prints or exports is imported before, or on its thread."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LATER = ("sqlalchemy", "alembic", "reportlab", "xlsxwriter", "python_calamine", "openpyxl", "pypinyin")

DESK = """
import json, os, sys, threading
from PySide6.QtCore import QEvent, QObject
from forumdesk.base.words import Words
from forumdesk.ui.desks import Desks
from forumdesk.ui.main import prepare, remembered
from forumdesk.ui.unopened import glance

application = prepare()
desks = Desks(Words.of("zh"), remembered())

def tell(what):
    print(json.dumps(what), flush=True)
    os._exit(0)
"""
PAINTED = """
class Seen(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            tell(sorted(sys.modules))
        return False

seen = Seen()
desks.show(glance(sys.argv[1]))
desks.open_desks[0].installEventFilter(seen)
application.exec()
"""
FILLED = """
desks.show(glance(sys.argv[1]))
desks.open_desks[0].filled.connect(lambda: tell(sorted(sys.modules)))
application.exec()
"""
CHECKED = """
on_thread = {}

class Watch:
    def find_spec(self, name, path, target=None):
        on_thread.setdefault(name, threading.current_thread() is threading.main_thread())

sys.meta_path.insert(0, Watch())
desks.show(glance(sys.argv[1]))
desks.open_desks[0].findings.found.connect(lambda: tell(on_thread))
application.exec()
"""


def test_the_desk_is_first_painted_before_any_heavy_library_is_imported(sample_file: Path) -> None:
    imported = said(DESK + PAINTED, sample_file)
    assert "forumdesk.ui.window" in imported
    assert heavy(imported) == []


def test_the_first_page_is_filled_without_them(sample_file: Path) -> None:
    imported = said(DESK + FILLED, sample_file)
    assert "forumdesk.store.screens.overview" in imported
    assert heavy(imported) == []


def test_what_reads_the_event_is_imported_beside_the_window(sample_file: Path) -> None:
    on_the_windows_thread = said(DESK + CHECKED, sample_file)
    assert "sqlalchemy.orm" in on_the_windows_thread
    assert [name for name in heavy(on_the_windows_thread) if on_the_windows_thread[name]] == []


def heavy(modules: list[str] | dict[str, bool]) -> list[str]:
    return [name for name in modules if name.partition(".")[0] in LATER]


def said(program: str, file: Path):
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", program, str(file)]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=120)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)
