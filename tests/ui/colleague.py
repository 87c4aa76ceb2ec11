"""Somebody else at work on the same file: `colleague.py FILE COUNT` retitles the opening so many times.

Prints the wall clock's time after the last commit.
"""

from __future__ import annotations

import sys
import time

from forumdesk.app.bus import Bus
from forumdesk.app.commands.agenda import EditItem
from forumdesk.app.sample import key
from forumdesk.domain.text import Text
from forumdesk.store.opening import open_store

if __name__ == "__main__":
    store = open_store(sys.argv[1], actor="colleague")
    for number in range(1, int(sys.argv[2]) + 1):
        Bus(store).run(EditItem(id=key("item", "opening"), title=Text(f"第 {number} 稿", f"Draft {number}")))
    sys.stdout.write(f"{time.time()}\n")
    store.close()
