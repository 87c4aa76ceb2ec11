"""A choice that stands among controls, not among quiet fields."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from forumdesk.ui import icons
from forumdesk.ui.parts.field import ChoiceField
from forumdesk.ui.parts.text import Label
from forumdesk.ui.theme import Theme

ICON = 15


class FramedChoice(ChoiceField):
    """Has a frame at all times, and an arrow at its right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("quiet", False)
        self._arrow = Label()
        self._arrow.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.addWidget(self._arrow, 0, Qt.AlignmentFlag.AlignRight)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._arrow.setPixmap(icons.picture("chevron-down", theme.ink_2, ICON, self.devicePixelRatioF()))
