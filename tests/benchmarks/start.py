"""How long `forumdesk --help` takes, as a multiple of `python -c "import sqlalchemy"`. The goal is under 3.

    python tests/benchmarks/start.py [RUNS]

Both are whole processes, in turn in one run; the medians are compared.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

CONTENDERS = {
    "import sqlalchemy": [sys.executable, "-c", "import sqlalchemy"],
    "forumdesk --help": [sys.executable, "-m", "forumdesk", "--help"],
}


def main(runs: int) -> None:
    """Run the two in turn and print their medians and the ratio."""
    seconds: dict[str, list[float]] = {name: [] for name in CONTENDERS}
    for _ in range(runs):
        for name, command in CONTENDERS.items():
            began = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            seconds[name].append(time.perf_counter() - began)
    medians = {name: statistics.median(taken) for name, taken in seconds.items()}
    for name, median in medians.items():
        sys.stdout.write(f"{name:<20} {median * 1000:6.0f} ms\n")
    ratio = medians["forumdesk --help"] / medians["import sqlalchemy"]
    sys.stdout.write(f"ratio {ratio:.2f} (goal: under 3)\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
