"""What a long table is narrowed by: a text that is typed, and chips of each kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from forumdesk.ui import icons
from forumdesk.ui.parts.flow import Flow
from forumdesk.ui.parts.text import Label
from forumdesk.ui.theme import Theme

CHIP_HEIGHT, SEARCH_WIDTH = 24, 220


class Search(QLineEdit):
    """A field with a glass. Escape empties it; Down and Enter go on to the table."""

    onward = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(28)
        self.setFixedWidth(SEARCH_WIDTH)
        self.setClearButtonEnabled(True)
        self._glass = self.addAction(icons.icon("search", "#000000", 15), QLineEdit.ActionPosition.LeadingPosition)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._glass.setIcon(icons.icon("search", theme.ink_3, 15))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties, Down and Enter leave."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.onward.emit()
        else:
            super().keyPressEvent(event)


class FilterBar(QWidget):
    """Groups of chips, each with a name; chips of one group widen what is shown, groups narrow it.

    The page puts the `search` where it has room for it; several tables may have one in common.
    """

    changed = Signal()

    def __init__(self, groups: Mapping[str, Sequence[str]], search: Search | None = None) -> None:
        super().__init__()
        self.search = search or Search()
        self.search.textChanged.connect(lambda _: self.changed.emit())
        self._labels: dict[str, Label] = {}
        self.chips: dict[tuple[str, str], QPushButton] = {}
        row = Flow()
        self.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        for group, codes in groups.items():
            label = self._labels[group] = Label("second")
            label.setFixedHeight(CHIP_HEIGHT)
            row.begin_group()
            row.addWidget(label)
            for code in codes:
                chip = self.chips[group, code] = QPushButton()
                chip.setObjectName("chip")
                chip.setCheckable(True)
                chip.toggled.connect(partial(self._on_toggled, group, code))
                row.addWidget(chip)

    @property
    def is_used(self) -> bool:
        """Whether anything narrows the table."""
        return bool(self.search.text().strip()) or any(chip.isChecked() for chip in self.chips.values())

    def codes(self, group: str) -> frozenset[str]:
        """What is chosen in a group; nothing means everything."""
        return frozenset(code for (of, code), chip in self.chips.items() if of == group and chip.isChecked())

    @property
    def state(self) -> dict[str, Any]:
        """What is searched for, and what is chosen in each group."""
        return {
            "search": self.search.text(),
            "chips": [[group, code] for (group, code), chip in self.chips.items() if chip.isChecked()],
        }

    def take(self, state: Any) -> None:
        """Narrow the table as a state has it; what makes no sense in it narrows nothing."""
        kept = state if isinstance(state, dict) else {}
        chosen = kept.get("chips", [])
        before = self.blockSignals(True)
        self.search.setText(str(kept.get("search", "")))
        for key, chip in self.chips.items():
            chip.setChecked(isinstance(chosen, list) and list(key) in chosen)
        self.blockSignals(before)
        self.changed.emit()

    def clear(self) -> None:
        """Show everything again."""
        self.take({})

    def name(self, search: str, groups: Mapping[str, str], chips: Mapping[tuple[str, str], str]) -> None:
        """Say what everything is called."""
        self.search.setPlaceholderText(search)
        self.search.setAccessibleName(search)
        for group, word in groups.items():
            self._labels[group].setText(word)
        for (group, code), chip in self.chips.items():
            chip.setText(chips[group, code])
            chip.setAccessibleName(f"{groups[group]}: {chips[group, code]}")

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.search.wear(theme)

    def _on_toggled(self, *_: object) -> None:
        self.changed.emit()
