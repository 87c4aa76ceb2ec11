"""What the window is seen with: nothing that reads events, prints or exports is imported before."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LATER = ("sqlalchemy", "alembic", "reportlab", "xlsxwriter", "python_calamine", "openpyxl", "pypinyin")

PROGRAM = """
import json, os, sys
from PySide6.QtCore import QEvent, QObject
from forumdesk.base.words import Words
from forumdesk.ui.desks import Desks
from forumdesk.ui.main import prepare, remembered

class Seen(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched is desks.open_desks[0]:
            print(json.dumps(sorted(sys.modules)), flush=True)
            os._exit(0)
        return False

application = prepare()
desks = Desks(Words.of("zh"), remembered())
seen = Seen()
application.installEventFilter(seen)
desks.open_now(sys.argv[1])
application.exec()
"""


def test_the_desk_is_first_painted_before_any_heavy_library_is_imported(sample_file: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", PROGRAM, str(sample_file)]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=120)
    assert ran.returncode == 0, ran.stderr
    imported = json.loads(ran.stdout)
    assert "forumdesk.ui.window" in imported
    assert [name for name in imported if name.partition(".")[0] in LATER] == []
