"""The line between two items whose times overlap, with what would mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from forumdesk.ui import icons
from forumdesk.ui.agenda.buttons import LinkButton
from forumdesk.ui.agenda.model import Note
from forumdesk.ui.parts.row_painter import PADDING
from forumdesk.ui.parts.text import ElidedLabel, Label
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from forumdesk.store.screens.agenda import AgendaRow

ICON = 15


@dataclass(frozen=True, slots=True)
class Fixes:
    """How an overlap can be mended: to how many minutes the item before would shrink, whether a pin could go."""

    row: AgendaRow
    before: AgendaRow
    shorter: int | None
    release: bool


def fixes_of(day: list[AgendaRow], row: AgendaRow) -> Fixes | None:
    """What would mend the overlap before an item of a day. Shortening only helps if the item before ends last."""
    place = day.index(row)
    if not row.overlap or place == 0:
        return None
    before = day[place - 1]
    ends_last = all(other.end <= before.end for other in day[:place])
    shorter = before.minutes - row.overlap
    return Fixes(row, before, shorter if ends_last and shorter >= 1 else None, row.fixed)


class FixLinks(QWidget):
    """The two ways out of an overlap, as links."""

    shorten = Signal(object)
    release = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._fixes: Fixes | None = None
        self.shorter, self.loose = LinkButton(warning=True), LinkButton(warning=True)
        self.shorter.clicked.connect(lambda: self.shorten.emit(self._fixes))
        self.loose.clicked.connect(lambda: self.release.emit(self._fixes))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self.shorter)
        line.addWidget(self.loose)
        line.addStretch(1)

    def show_fixes(self, fixes: Fixes, screen: Screen) -> None:
        """Offer what helps."""
        self._fixes = fixes
        self.shorter.setVisible(fixes.shorter is not None)
        self.shorter.name(screen.say("Shorten to {minutes} min", minutes=fixes.shorter))
        self.loose.setVisible(fixes.release)
        self.loose.name(screen.say("Unpin"))


class OverlapLine(QFrame):
    """An overlap in the table: mark, words, links."""

    def __init__(self, note: Note, fixes: Fixes, screen: Screen, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("overlap")
        mark, words = Label(), ElidedLabel("warning")
        mark.setPixmap(icons.picture("triangle-alert", theme.vermilion, ICON, self.devicePixelRatioF()))
        words.setText(note.cell(screen).text)
        self.links = FixLinks()
        self.links.show_fixes(fixes, screen)
        for link in (self.links.shorter, self.links.loose):
            link.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard finds them in the inspector
        line = QHBoxLayout(self)
        line.setContentsMargins(PADDING, 0, PADDING, 0)
        line.setSpacing(4)
        line.addWidget(mark)
        line.addWidget(words)
        line.addSpacing(10)
        line.addWidget(self.links)
        line.addStretch(1)
