"""The program as somebody runs it in a terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def forumdesk(*arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    """The program as a process of its own, in a new home and with no screen."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "DISPLAY", "WAYLAND"))
    }
    environment |= {"HOME": str(home), "LANG": "en_GB.UTF-8", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "forumdesk", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=120)
