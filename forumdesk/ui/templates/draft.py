"""The layout that is being edited: what is seen, what is chosen in it, and the steps it is written with."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from forumdesk.base.changes import ChangeSet
from forumdesk.base.words import NOOP
from forumdesk.ui.operations import Operations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumdesk.app.printing.trying import OwnLayout
    from forumdesk.documents.cards.fill import Manner
    from forumdesk.documents.cards.layout import AnyElement, Layout
    from forumdesk.store.work import Look

NONE = -1
"""The place of an element where none is chosen."""
CHANGE = NOOP("Edit layout")
"""What a step is called of which there is no more to say."""
WAIT_FOR = frozenset({"template", "event", "asset"})


class Draft(QObject):
    """Ahead of the event by what is on its way there; news from elsewhere is taken in when nothing is.

    `read` says that the event was read, `changed` that the layout is another, `chosen` that another element is.
    `lost` says that somebody removed the layout.
    """

    read = Signal()
    changed = Signal()
    chosen = Signal()
    lost = Signal()

    def __init__(self, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._id: UUID | None = None
        self._written = 0
        self._trying = ""
        self.own: OwnLayout | None = None
        self.layout: Layout | None = None
        self.languages: Sequence[str] = ()
        self.places: tuple[int, ...] = ()
        operations.changed.connect(self._on_changed)
        operations.failed.connect(lambda _: self._read())

    def open(self, template: UUID | None) -> None:
        """Turn to a layout, or to none."""
        self._id, self.own, self.layout, self.places = template, None, None, ()
        self._read()

    @property
    def place(self) -> int:
        """The place of the one element that is chosen."""
        return self.places[0] if len(self.places) == 1 else NONE

    @property
    def element(self) -> AnyElement | None:
        """The one that is chosen; none where several are."""
        return self.elements[0] if len(self.places) == 1 else None

    @property
    def elements(self) -> Sequence[AnyElement]:
        """All that are chosen."""
        return [self.layout.elements[place] for place in self.places] if self.layout else []

    @property
    def manner(self) -> Manner:
        """How the layout is seen."""
        from forumdesk.app.printing.layouts import manner_of

        assert self.own is not None
        return manner_of(replace(self.own.setting, languages=tuple(self.languages)))

    def choose(self, *places: int) -> None:
        """Choose elements, or none."""
        if places != self.places:
            self.places = places
            self.chosen.emit()

    def attempt(self, layout: Layout, step: str) -> None:
        """Show another layout without writing it, as while something is dragged; `step` names it once it is."""
        self._trying = step
        self.layout = layout
        self.changed.emit()

    def finish(self) -> None:
        """Write what was attempted, as one step."""
        if self._trying and self.layout is not None:
            self.write(self.layout, self._trying)

    def drop(self) -> None:
        """Forget what was attempted."""
        if self._trying:
            self._trying = ""
            self._read()

    def write(self, layout: Layout, step: str = CHANGE, places: tuple[int, ...] | None = None) -> None:
        """Make another layout the event's as a step of that name, and choose the elements at places of it."""
        from forumdesk.app.commands.templates import EditTemplate

        assert self._id is not None
        self._trying = ""
        self.layout = layout
        if places is not None:
            self.places = places
        self._written += 1
        self._operations.run(EditTemplate(id=self._id, layout=layout), step)
        self.changed.emit()
        if places is not None:
            self.chosen.emit()

    def put(self, elements: Sequence[AnyElement], step: str = CHANGE) -> None:
        """Write other elements in the places of the chosen ones."""
        from forumdesk.documents.cards.editing import with_element

        if self.layout is not None and list(elements) != self.elements:
            layout = self.layout
            for place, element in zip(self.places, elements, strict=True):
                layout = with_element(layout, place, element)
            self.write(layout, step)

    def _on_changed(self, changes: ChangeSet) -> None:
        if self._id is not None and not changes.rows.keys().isdisjoint(WAIT_FOR):
            self._read()

    def _read(self) -> None:
        if self._id is not None:
            self._operations.look(partial(_own, self._id), partial(self._show, self._id, self._written))

    def _show(self, template: UUID, written: int, own: OwnLayout | None) -> None:
        if template != self._id or written != self._written or self._trying:
            return  # newer news are on their way
        if own is None:
            self._id = None
            self.lost.emit()
            return
        self.own, self.layout = own, own.layout
        self.languages = self.languages or own.setting.pair[:1]
        self.places = tuple(place for place in self.places if place < len(own.layout.elements))
        self.read.emit()
        self.changed.emit()


def _own(template: UUID, look: Look) -> OwnLayout | None:
    from forumdesk.app.printing.trying import own_layout

    return own_layout(look, template)
