"""One save, watched from outside: `python -m faults.one_save FILE` says "saved" when it is."""

from __future__ import annotations

import os
import sys

from forumdesk.domain.event import Hall
from forumdesk.domain.text import Text
from forumdesk.store.opening import open_store


def main() -> None:
    """Add a hall and say so, past every buffer."""
    store = open_store(sys.argv[1])
    with store.work("Add hall") as work:
        work.add(Hall(name=Text("大厅")))
    os.write(1, b"saved")
    store.close()


if __name__ == "__main__":
    main()
