"""Who appears in an item: in order, grouped by what they do there."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from forumdesk.app.wording import say_code
from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP
from forumdesk.ui import wording
from forumdesk.ui.agenda.kinds import ROLES, choices
from forumdesk.ui.agenda.section import Entry, Section, drop
from forumdesk.ui.ceremonies.offers import Names
from forumdesk.ui.parts.field import INSET, ChoiceField, PairField, name_field
from forumdesk.ui.parts.offer_edit import OfferEdit
from forumdesk.ui.parts.text import ElidedLabel, Label
from forumdesk.ui.screen import Screen

if TYPE_CHECKING:
    from forumdesk.store.screens.agenda_item import AppearanceLine
    from forumdesk.store.screens.typed_names import Offer
    from forumdesk.store.work import Look
    from forumdesk.ui.operations import Operations

MOST_NAME_WIDTH = 96
FIRST_ROLES = {
    "opening": "mc", "closing": "mc", "roundtable": "panelist", "plaque": "presenter", "signing": "signatory",
    "launch": "launcher", "unveiling": "unveiler",
}  # fmt: skip
"""As what somebody most likely appears in a kind of item, where nobody does yet."""


class NobodyCalledSo(Refused):
    """A name is not known. Facts: name."""

    code = "nobody-called-so"
    sentence = NOOP("Nobody is called “{name}”; add the person under People first.")


class SeveralCalledSo(Refused):
    """Several people share a name. Facts: name."""

    code = "several-called-so"
    sentence = NOOP("Several people are called “{name}”: choose one of those offered.")


class AppearanceEntry(Entry):
    """Number, name and post; opened, the role and the title for this appearance."""

    def __init__(self, row_id: UUID) -> None:
        super().__init__(row_id)
        self.number, self.name, self.post = Label("amount"), Label(), ElidedLabel("small")
        self.number.setFixedWidth(16)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.line.addWidget(self.number)
        self.line.addWidget(self.name)
        self.line.addWidget(self.post, 1)
        self._shown: tuple[AppearanceLine, Screen] | None = None

    def make(self) -> None:
        """The role and the title."""
        self.role_label, self.role = Label("label"), ChoiceField()
        self.title_label, self.title = Label("label"), PairField()
        for part in (self.role_label, self.role, self.title_label, self.title):
            if isinstance(part, Label):
                part.setContentsMargins(INSET, 4, 0, 0)
            self.form.addWidget(part)
        self.end_form()
        self.role.changed.connect(self._on_role)
        self.title.changed.connect(self._on_title)
        self._show_fields()

    def show_line(self, line: AppearanceLine, number: int, screen: Screen) -> None:
        """Show who it is, in a screen's language."""
        self.number.setText(str(number))
        self.name.setText(screen.text(line.name))
        self.post.setText(wording.post(line.post, screen))
        self.post.setToolTip(self.post.text())
        self.setAccessibleName(" ".join(filter(None, (str(number), self.name.text(), self.post.text()))))
        self._shown = line, screen
        if self.is_made:
            self._show_fields()

    def _show_fields(self) -> None:
        if self._shown is None:
            return
        line, screen = self._shown
        name_field(self.role_label, self.role, screen.say("Appears as"))
        self.role.offer(choices(ROLES, screen))
        self.role.show_value(line.role)
        word = screen.say("Title for this appearance")
        self.title_label.setText(word)
        self.title.speak(screen, word)
        self.title.show_value(line.title)
        self.remove.name(screen.say("Remove from this item"))

    def finish(self) -> None:
        """Take what is typed."""
        if self.is_made:
            self.title.finish()

    def _on_role(self, role: str) -> None:
        from forumdesk.app.commands.agenda import EditAppearance

        self.asked.emit(EditAppearance(id=self.row_id, role=role))

    def _on_title(self, title: object) -> None:
        from forumdesk.app.commands.agenda import EditAppearance
        from forumdesk.domain.text import Text

        assert isinstance(title, Text)
        self.asked.emit(EditAppearance(id=self.row_id, title=title))


class NameLine(QWidget):
    """Where a name is typed to be added; Escape closes it."""

    def __init__(self, names: Names, opener: QWidget) -> None:
        super().__init__()
        self._opener = opener
        self.edit = OfferEdit(names)
        self.edit.setFixedHeight(30)
        row = QHBoxLayout(self)
        row.setContentsMargins(INSET, 4, INSET, 4)
        row.addWidget(self.edit)
        self.hide()

    def close_again(self) -> None:
        """Forget what was typed; the keyboard goes back to where it came from."""
        self.edit.clear()
        if self.edit.hasFocus():
            self._opener.setFocus()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_again()
            return
        super().keyPressEvent(event)


class Appearances(Section):
    """The people of one item. A new one is added by typing a name."""

    def __init__(self, operations: Operations, screen: Screen) -> None:
        super().__init__()
        self._operations, self._screen = operations, screen
        self._item: UUID | None = None
        self._kind = ""
        self._lines: tuple[AppearanceLine, ...] = ()
        self.entries: dict[UUID, AppearanceEntry] = {}
        self._groups: list[QWidget] = []
        self._names = Names(operations, _people_like, screen)
        self.adding = NameLine(self._names, self.plus)
        self.name = self.adding.edit
        self.name.taken.connect(self._on_taken)
        self.name.returnPressed.connect(self._on_taken)

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self._screen = self._names.screen = screen
        self.heading.setText(screen.say("Appearances"))
        self.plus.name(screen.say("Add a person"))
        self.name.setAccessibleName(screen.say("Name of the person to add"))
        self.name.setPlaceholderText(screen.say("Type a name"))
        self._show()

    def show_lines(self, item: UUID, kind: str, lines: tuple[AppearanceLine, ...]) -> None:
        """Show who appears in an item."""
        if item != self._item:
            self.adding.close_again()
        self._item, self._kind, self._lines = item, kind, lines
        self._show()

    def add(self) -> None:
        """Begin to type a name."""
        self.adding.show()
        self.name.setFocus()

    def finish(self) -> None:
        """Take what is typed."""
        for entry in self.entries.values():
            entry.finish()

    def _show(self) -> None:
        screen, lines = self._screen, self._lines
        kept = {line.id for line in lines}
        for row_id in self.entries.keys() - kept:
            drop(self.entries.pop(row_id), self.plus)
        for group in self._groups:
            drop(group, self.plus)
        self._groups.clear()
        self.amount.setText(str(len(lines)) if lines else "")
        parts: list[QWidget] = []
        measure = self.fontMetrics().horizontalAdvance
        width = max((measure(screen.text(line.name)) for line in lines), default=0)
        for role, group_lines in groupby(self._grouped(), key=lambda line: line.role):
            if len(lines) > 1:
                parts.append(self._heading(say_code(screen.words, role)))
            for number, line in enumerate(group_lines, start=1):
                entry = self.entries.get(line.id) or self._made(line.id)
                entry.show_line(line, number, screen)
                entry.name.setMinimumWidth(min(width, MOST_NAME_WIDTH))
                parts.append(entry)
        self.arrange([*parts, self.adding])

    def _grouped(self) -> list[AppearanceLine]:
        """Those of one role together, roles in the order in which they come first."""
        roles = list(dict.fromkeys(line.role for line in self._lines))
        return sorted(self._lines, key=lambda line: roles.index(line.role))

    def _heading(self, word: str) -> Label:
        label = Label("group")
        label.setText(word)
        label.setContentsMargins(INSET, 2, 0, 2)
        self._groups.append(label)
        return label

    def _made(self, row_id: UUID) -> AppearanceEntry:
        entry = self.entries[row_id] = AppearanceEntry(row_id)
        entry.asked.connect(self.asked.emit)
        entry.moved.connect(lambda by: self._move(row_id, by))
        entry.removed.connect(lambda: self._remove(row_id))
        return entry

    def _move(self, row_id: UUID, by: int) -> None:
        from forumdesk.app.commands.agenda import MoveAppearance

        order = [line.id for line in self._grouped()]
        role = {line.id: line.role for line in self._lines}
        target = order.index(row_id) + by
        if not 0 <= target < len(order) or role[order[target]] != role[row_id]:
            return
        order.remove(row_id)
        self.asked.emit(MoveAppearance(id=row_id, after=order[target - 1] if target else None))

    def _remove(self, row_id: UUID) -> None:
        from forumdesk.app.commands.agenda import RemoveAppearance

        self.asked.emit(RemoveAppearance(id=row_id))

    def _on_taken(self) -> None:
        typed = self.name.text().strip()
        if not typed:
            return
        chosen = self._names.chosen(typed)
        if chosen is not None:
            self._add(chosen)
            return
        self._operations.look(lambda look: _people_named(look, typed), lambda found: self._add_found(typed, found))

    def _add_found(self, typed: str, found: list[UUID]) -> None:
        if len(found) == 1:
            self._add(found[0])
        else:
            self.refused.emit(SeveralCalledSo(name=typed) if found else NobodyCalledSo(name=typed))

    def _add(self, person: UUID) -> None:
        from forumdesk.app.commands.agenda import AddAppearance

        if self._item is None:
            return
        role = self._lines[-1].role if self._lines else FIRST_ROLES.get(self._kind, "speaker")
        self.name.clear()
        self.asked.emit(AddAppearance(item=self._item, person=person, role=role))


def _people_like(look: Look, typed: str) -> tuple[Offer, ...]:
    from forumdesk.store.screens.typed_names import people_like

    return people_like(look, typed)


def _people_named(look: Look, typed: str) -> list[UUID]:
    from forumdesk.store.screens.typed_names import people_named

    return people_named(look, typed)
