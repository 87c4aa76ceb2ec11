"""Hold the packaged program's first window against that of a run from source: `first_window.py PROGRAM [ROUNDS]`.

Each opens the same event without a screen, in turn; what is timed ends where the desk has been seen and writes the
event among those opened last. The medians of the processor's time and of the clock's are printed.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 7


def main(program: str, rounds: int) -> None:
    """Time both, in turn."""
    ways = {"source": [sys.executable, "-m", "forumdesk"], "packaged": [program]}
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
    with tempfile.TemporaryDirectory() as folder:
        event = Path(folder) / "x.forum"
        subprocess.run([program, "sample", str(event)], check=True, stdout=subprocess.DEVNULL)
        for turn in range(rounds):
            for name, command in ways.items():
                taken[name].append(once([*command, str(event)], Path(folder) / f"{turn} {name}"))
    clock, processor = (
        {name: statistics.median(each[which] for each in times) for name, times in taken.items()} for which in (0, 1)
    )
    for what, medians in {"clock": clock, "processor": processor}.items():
        ratio = medians["packaged"] / medians["source"]
        print(f"{what}: source {medians['source']:.2f} s, packaged {medians['packaged']:.2f} s, {ratio:.2f} ×")


def once(command: list[str], home: Path) -> tuple[float, float]:
    """Seconds of the clock and of the processor until the window was seen."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(home), "PYTHONPATH": str(ROOT)}
    for variable in ("XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"):
        environment[variable] = str(home / variable)
        (home / variable).mkdir(parents=True, mode=0o700)
    seen = home / "XDG_CONFIG_HOME" / "forumdesk" / "recent.json"
    began = time.monotonic()
    with subprocess.Popen(command, env=environment) as running:
        while not seen.exists():
            time.sleep(0.002)
        clock = time.monotonic() - began
        ticks = Path(f"/proc/{running.pid}/stat").read_text().rpartition(")")[2].split()[11:13]
        running.kill()
    return clock, sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else ROUNDS)
