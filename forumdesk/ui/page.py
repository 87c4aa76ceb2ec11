"""What a page of the desk is, and what it may use of the desk around it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from forumdesk.base.errors import Trouble
from forumdesk.ui.operations import Operations
from forumdesk.ui.problems.findings import Findings
from forumdesk.ui.scope import Scope
from forumdesk.ui.screen import Screen
from forumdesk.ui.sheet import style_sheet
from forumdesk.ui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from forumdesk.store.screens.frame import Frame


class Around(NamedTuple):
    """What a page may use of the desk around it.

    `go` turns to a page by its name, and there to the row with an id, where one is given; `go_to_part` to a part of
    it with a name. `findings` are what
    the checks find, kept up to date. `settings` remember how the user likes a page. `elsewhere` opens
    another event in another window: `new`, `open`, `duplicate` or `sample`. `choose` sets the screen's
    `language` or `theme`.
    """

    operations: Operations
    refuse: Callable[[Trouble], None]
    done: Callable[[str], None]
    go: Callable[[str, UUID | None], None]
    go_to_part: Callable[[str, str], None]
    findings: Findings
    settings: QSettings
    elsewhere: Callable[[str], None]
    choose: Callable[[str, str], None]


class Page(QWidget):
    """One page. The desk tells it the language, the colours and the event; it reads its rows itself.

    Where it `follows_scope` it reads them anew when another forum or day is chosen.
    """

    follows_scope = False

    def __init__(self, around: Around, screen: Screen) -> None:
        super().__init__()
        self.setObjectName("page")
        self.around, self.screen_of = around, screen
        self.scope = Scope()
        self.worn = LIGHT

    def refresh(self) -> None:
        """Read what is shown anew."""

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self.screen_of = screen

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.worn = theme
        self.setStyleSheet(style_sheet(theme) + self.own_sheet(theme))

    def own_sheet(self, theme: Theme) -> str:  # noqa: ARG002
        """The page's style, beyond that of the desk."""
        return ""

    def show_frame(self, frame: Frame) -> None:
        """Know what the event is called."""

    def show_scope(self, scope: Scope) -> None:
        """Know which forum and day are to be shown, from the next reading on."""
        self.scope = scope

    def settle(self) -> None:
        """Take the keyboard: the page was turned to."""
        self.setFocus()

    def show_row(self, row: UUID) -> None:
        """Bring a row into sight and put the cursor on it."""

    def show_part(self, name: str) -> None:
        """Turn to a part of the page by its name, such as one of the documents."""
