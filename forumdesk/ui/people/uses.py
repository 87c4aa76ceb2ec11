"""“出现在 6 处”: every place somebody stands, each a link to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from forumdesk.app.wording import CODES, say_code
from forumdesk.rules.timing import clock
from forumdesk.ui.parts.field import INSET
from forumdesk.ui.parts.text import ElidedLabel
from forumdesk.ui.people.blocks import Block, Link, clear, in_reading_order
from forumdesk.ui.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumdesk.store.screens.where_used import Use

PART_WIDTH = 96


class UsesBlock(Block):
    """The places, in the order of the day. `went` says to which page and row somebody wants to go."""

    went = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.links: list[Link] = []
        self.behind: QWidget | None = None
        """What Tab comes from."""

    def show_uses(self, uses: Sequence[Use], screen: Screen) -> None:
        """Take in the places as they are now."""
        clear(self.body)
        self.links = []
        self.heading.setText(
            screen.say("Stands in {count} places", count=len(uses)) if uses else screen.say("Stands nowhere yet")
        )
        for use in uses:
            part, link = ElidedLabel("label"), Link(place_of(use, screen))
            part.setText(part_of(use, screen))
            part.setFixedWidth(PART_WIDTH)
            link.clicked.connect(lambda _=False, use=use: self.went.emit(use.page, use.row))
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(INSET, 0, 0, 0)
            row.setSpacing(4)
            row.addWidget(part)
            row.addWidget(link)
            row.addStretch(1)
            self.links.append(link)
            self.body.addWidget(line)
        if self.behind is not None:
            in_reading_order(self.behind, *self.links)


def part_of(use: Use, screen: Screen) -> str:
    """The part somebody plays there."""
    from forumdesk.store.screens.where_used import PARTS

    return say_code(screen.words, use.part) if use.part in CODES else screen.words.say(PARTS.get(use.part, use.part))


def place_of(use: Use, screen: Screen) -> str:
    """Where that is: time and title of an item, a person's name, a number in the order of rank."""
    if use.number is not None:
        return screen.say("No. {number}", number=use.number)
    title = screen.text(use.title) or say_code(screen.words, use.kind)
    return title if use.start is None else f"{clock(use.start)} {title}"
