"""Commands on their way into the event."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from forumdesk.app.commands.command import Command
from forumdesk.base.changes import ChangeSet
from forumdesk.store.store import Store
from forumdesk.store.work import Work


class Bus:
    """Runs commands, each as one undoable step; several together as one, where they are one wish."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def run(self, command: Command) -> ChangeSet:
        """Do it. Raises `Refused` or `Unavailable`; then nothing was changed."""
        return self.run_all(command.step, [command])

    def run_all(self, title: str, commands: Iterable[Command], *, founding: bool = False) -> ChangeSet:
        """Do all of them as one step named `title`, or none."""
        return self.run_plan(title, lambda _: commands, founding=founding)

    def run_plan(self, title: str, plan: Callable[[Work], Iterable[Command]], *, founding: bool = False) -> ChangeSet:
        """Do what a plan comes to once nobody else can change the event, as one step, or nothing of it."""
        with self.store.work(title, founding=founding) as work:
            for command in plan(work):
                command.check()
                command.run(work)
        return work.changes

    def undo(self) -> ChangeSet:
        """Take back the last step of whoever works here."""
        return self.store.undo()

    def redo(self) -> ChangeSet:
        """Do again what was undone last."""
        return self.store.redo()
