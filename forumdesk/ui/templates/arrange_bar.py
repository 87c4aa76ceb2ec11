"""A row of tools that line up what is chosen, and spread it evenly."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from forumdesk.ui import icons
from forumdesk.ui.screen import Screen
from forumdesk.ui.templates import deeds
from forumdesk.ui.templates.draft import Draft
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from forumdesk.documents.cards.arranging import Line
    from forumdesk.documents.themes import Area

TOOL, ICON = 30, 17
LINES: dict[Line, str] = {
    "left": "align-start-vertical", "centre": "align-center-vertical", "right": "align-end-vertical",
    "top": "align-start-horizontal", "middle": "align-center-horizontal", "bottom": "align-end-horizontal",
}  # fmt: skip
SPREADS = {"across": "align-horizontal-distribute-center", "down": "align-vertical-distribute-center"}


class ArrangeBar(QWidget):
    """One box goes by the page, several go by each other; three or more can be spread."""

    def __init__(self, draft: Draft, areas: Callable[[], Mapping[int, Area]]) -> None:
        super().__init__()
        self._draft, self._areas = draft, areas
        self.tools: dict[str, QToolButton] = {line: _tool(partial(self._line_up, line)) for line in LINES}
        self.tools |= {way: _tool(partial(self._spread, side)) for side, way in enumerate(SPREADS)}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for name, tool in self.tools.items():
            if name in ("top", "across"):
                row.addSpacing(8)
            row.addWidget(tool)
        row.addStretch(1)
        draft.chosen.connect(self.show_draft)
        draft.changed.connect(self.show_draft)

    def show_draft(self) -> None:
        """Offer what can be done with so many."""
        count = len(self._draft.places)
        self.setVisible(count > 0)
        for way in SPREADS:
            self.tools[way].setEnabled(count > 2)

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        for name, word in {
            "left": screen.say("Line up at the left"),
            "centre": screen.say("Line up the middles, one below the other"),
            "right": screen.say("Line up at the right"),
            "top": screen.say("Line up at the top"),
            "middle": screen.say("Line up the middles, side by side"),
            "bottom": screen.say("Line up at the bottom"),
            "across": screen.say("Spread evenly across"),
            "down": screen.say("Spread evenly down"),
        }.items():
            self.tools[name].setToolTip(word)
            self.tools[name].setAccessibleName(word)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        for tool, drawn in zip(self.tools.values(), (*LINES.values(), *SPREADS.values()), strict=True):
            tool.setIcon(icons.icon(drawn, theme.ink_2, ICON, disabled=theme.disabled))

    def _line_up(self, line: Line) -> None:
        deeds.line_up(self._draft, self._areas(), line)

    def _spread(self, side: int) -> None:
        deeds.spread_out(self._draft, self._areas(), side)


def _tool(do: Callable[[], None]) -> QToolButton:
    tool = QToolButton()
    tool.setFixedSize(TOOL, TOOL)
    tool.setIconSize(QSize(ICON, ICON))
    tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    tool.clicked.connect(do)
    return tool
