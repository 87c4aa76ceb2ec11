"""Layouts of the event's own: begun as copies, removed, saved to files and added from them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from forumdesk.ui.documents.outgoing import path_asked
from forumdesk.ui.page import Around
from forumdesk.ui.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from forumdesk.app.commands.templates import AddTemplate
    from forumdesk.domain.text import Text
    from forumdesk.store.work import Look

SUFFIX = ".layout"


class Layouts(QObject):
    """Does what is asked for with a layout.

    `begun` names a copy that is to be edited, `added` one from a file behind its kind of document.
    """

    begun = Signal(object)
    added = Signal(str, object)

    def __init__(self, around: Around, parent: QWidget, screen: Screen) -> None:
        super().__init__(parent)
        self._around, self._parent, self.screen = around, parent, screen

    def do(self, what: str, kind: str, layout: str, known: Mapping[str, Text]) -> None:
        """Do one thing with a layout of a kind of document, of which these are known."""
        from forumdesk.app.commands.templates import RemoveTemplate

        match what:
            case "edit":
                self._begin(kind, layout, known)
            case "save":
                self._save(layout, self.screen.text(known[layout]))
            case "add":
                self._add()
            case "remove":
                self._around.operations.run(RemoveTemplate(id=UUID(layout)))

    def _begin(self, kind: str, layout: str, known: Mapping[str, Text]) -> None:
        from forumdesk.app.commands.templates import AddTemplate
        from forumdesk.documents.cards.shipped import layouts
        from forumdesk.ui.templates.wording import free_name

        key, name = uuid4(), free_name(known[layout], list(known.values()), self.screen)
        self._around.operations.run(AddTemplate(id=key, kind=kind, name=name, layout=layouts()[layout]))
        self.begun.emit(key)

    def _save(self, layout: str, name: str) -> None:
        place = self._around.operations.store.place
        out = path_asked(self._parent, place, name, SUFFIX, self.screen.say("Print layouts"))
        if out is not None:
            saved = self.screen.say("{name} is saved.", name=out.name)
            self._around.operations.look(partial(_saved, layout, out), lambda _: self._around.done(saved))

    def _add(self) -> None:
        screen = self.screen
        kinds = f"{screen.say('Print layouts')} (*{SUFFIX})"
        path, _ = QFileDialog.getOpenFileName(self._parent, screen.say("Add a layout"), "", kinds)
        if path:
            self._around.operations.look(partial(read_layout, Path(path), screen), self._on_read)

    def _on_read(self, command: AddTemplate) -> None:
        self._around.operations.run(command)
        self.added.emit(command.kind, command.id)
        name = self.screen.text(command.name)
        self._around.done(self.screen.say("The layout “{name}” is in the event.", name=name))


def _saved(layout: str, out: Path, look: Look) -> None:
    from forumdesk.app.layout_files import save_layout

    save_layout(look, layout, out)


def read_layout(path: Path, screen: Screen, look: Look) -> AddTemplate:
    """The command that adds a file's layout, under a name that is free."""
    from msgspec.structs import replace

    from forumdesk.app.layout_files import added
    from forumdesk.domain.event import Template
    from forumdesk.ui.templates.wording import free_name

    command = added(look, path)
    taken = [row.name for row in look.all(Template, document=command.kind)]
    sides = {side for name in taken for side in (name.first, name.second)} - {""}
    is_free = not sides & {command.name.first, command.name.second}
    return command if is_free else replace(command, name=free_name(command.name, taken, screen))
