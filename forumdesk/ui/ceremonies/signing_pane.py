"""A signing: its pairs in order, and below them what else is known of the agreement under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from forumdesk.ui import icons
from forumdesk.ui.ceremonies.names import Known
from forumdesk.ui.ceremonies.pairs import HOST, PairModel
from forumdesk.ui.ceremonies.sheet import ROW_HEIGHT, CeremonySheet
from forumdesk.ui.ceremonies.states import SIDES
from forumdesk.ui.page import Around
from forumdesk.ui.parts.field import HEIGHT, INSET, NumberField, PairField, name_field
from forumdesk.ui.parts.offer_edit import OfferEdit
from forumdesk.ui.parts.row_view import HEADING_HEIGHT
from forumdesk.ui.parts.segment import Segment
from forumdesk.ui.parts.text import Label
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from forumdesk.app.commands.command import Command
    from forumdesk.store.screens.ceremonies import CeremonyRow, PairRow


BAR, MOST_ROWS = 14, 12
"""px of a scroll bar below the rows, and how many of these are in sight at most."""


class SigningPane(QWidget):
    """The table of pairs edits all parties; the strip below it titles, copies and further parties."""

    asked = Signal(object)
    refused = Signal(object)

    def __init__(self, known: Known, screen: Screen, around: Around) -> None:
        super().__init__()
        self._known = known
        self._agreement: UUID | None = None
        self.model = PairModel(known, screen)
        self.table = CeremonySheet(self.model, around, "agreements", known)
        self.view = self.table.view
        self.title, self.copies = PairField(), NumberField(1, 20)
        self.party, self.side = OfferEdit(known.organisations), Segment()
        self.party.setFixedHeight(HEIGHT)
        self.remove, self.add = QPushButton(), QPushButton()
        self.add.setIconSize(QSize(16, 16))
        self.add.setProperty("primary", True)
        self._labels = Label("label"), Label("label"), Label("label")
        self.strip = QWidget()
        self._connect()
        self._arrange()

    def _connect(self) -> None:
        self.view.selectionModel().currentRowChanged.connect(self._show_agreement)
        self.title.changed.connect(lambda title: self._edit(title=title))
        self.copies.changed.connect(lambda copies: self._edit(copies=copies))
        self.copies.refused.connect(self.refused)
        self.party.taken.connect(self._on_party)
        self.party.returnPressed.connect(self._on_party)
        self.add.clicked.connect(self._on_add)
        self.remove.clicked.connect(self.table.remove_rows)

    def _arrange(self) -> None:
        self.copies.setFixedWidth(64)
        self.party.setMaximumWidth(320)
        title, copies, other = self._labels
        above, below, party = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        party.setSpacing(8)
        party.addWidget(self.party, 1)
        party.addWidget(self.side)
        party.addStretch()
        above.addLayout(_labelled(title, self.title), 1)
        above.addLayout(_labelled(copies, self.copies))
        below.addLayout(_labelled(other, party), 1)
        below.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignBottom)
        lines = QVBoxLayout(self.strip)
        lines.setContentsMargins(0, 8, 0, 0)
        lines.setSpacing(8)
        lines.addLayout(above)
        lines.addLayout(below)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table)
        column.addWidget(self.strip)
        column.addStretch()

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self.finish()
        self._screen = screen
        self.table.speak(screen)
        self.view.setAccessibleName(screen.say("Agreements"))
        title, copies, other = self._labels
        title.setText(screen.say("Title of the agreement"))
        self.title.speak(screen, screen.say("Title of the agreement"))
        name_field(copies, self.copies, screen.say("Copies"))
        name_field(other, self.party, screen.say("Another party of this agreement"))
        self.party.setPlaceholderText(screen.say("Type an organisation and press Enter"))
        self.side.offer([(code, screen.words.say(word)) for code, word in SIDES.items()])
        self.add.setText(screen.say("Add an agreement"))
        self.remove.setText(screen.say("Remove the agreement"))

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.table.wear(theme)
        self.add.setIcon(icons.icon("plus", "#FFFFFF", 16))

    def finish(self) -> None:
        """Take what is being typed."""
        self.title.finish()
        self.copies.finish()

    def show_ceremony(self, row: CeremonyRow) -> None:
        """Show a signing's pairs."""
        self.table.show_ceremony(row, row.pairs)
        self.view.setFixedHeight(HEADING_HEIGHT + ROW_HEIGHT * min(len(row.pairs) + 1, MOST_ROWS) + BAR)
        if row.pairs and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0, HOST))
        self._show_agreement()

    def show_row(self, row: UUID) -> None:
        """Put the cursor on an agreement."""
        self.table.select(next((place for place, line in enumerate(self.model.lines) if line.agreement == row), -1))

    def _line(self, place: int) -> PairRow | None:
        return self.model.lines[place] if 0 <= place < len(self.model.lines) else None

    def _show_agreement(self) -> None:
        line = self._line(self.view.currentIndex().row())
        agreement = line.agreement if line else None
        self.strip.setEnabled(agreement is not None)
        if line is None or agreement is None:
            self._agreement = None
            return
        if agreement == self._agreement:
            self.title.show_value(line.title)
            self.copies.show_value(line.copies)
            return
        self.finish()
        self._agreement = agreement
        self.title.begin(line.title)
        self.copies.begin(line.copies)
        self.party.clear()

    def _edit(self, **given: Any) -> None:
        from forumdesk.app.commands.signing import EditAgreement

        if self._agreement is not None:
            self.asked.emit(EditAgreement(id=self._agreement, **given))

    def _on_add(self) -> None:
        """Type the party of another agreement."""
        free = next((place for place, line in enumerate(self.model.lines) if line.agreement is None), -1)
        self.table.go_to_free(free, HOST)
        self.view.edit(self.view.currentIndex())

    def _on_party(self) -> None:
        from forumdesk.app.commands.signing import AddParty, Signs
        from forumdesk.domain.signing import Side

        agreement, typed, side = self._agreement, self.party.text().strip(), Side(self.side.code)
        if agreement is None or not typed:
            return

        def then(organisation: UUID) -> list[Command]:
            return [AddParty(agreement=agreement, party=Signs(organisation=organisation, side=side))]

        self.party.clear()
        self.asked.emit(self._known.organisation(typed, self._screen, then))


def _labelled(label: Label, field: QWidget | QHBoxLayout) -> QVBoxLayout:
    """A field under its label."""
    block = QVBoxLayout()
    block.setSpacing(0)
    label.setIndent(INSET)
    block.addWidget(label)
    if isinstance(field, QWidget):
        block.addWidget(field)
    else:
        block.addLayout(field)
    block.addStretch(1)
    return block
