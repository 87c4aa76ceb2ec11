"""Possible duplicates: a banner that tells of them, and two entries side by side with the choice of which stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from forumdesk.app.wording import say_code
from forumdesk.ui import icons, wording
from forumdesk.ui.parts.text import Label
from forumdesk.ui.people.blocks import Link, clear
from forumdesk.ui.people.card import SEPARATOR
from forumdesk.ui.people.model import kind_word
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from forumdesk.store.screens.cards import OrganisationCard, PersonCard

MARGIN, LABEL_WIDTH = 24, 128


class TwiceBanner(QFrame):
    """“2 possible duplicates”, and a way to look at them; hidden while there are none."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("twice")
        self._mark, self.text, self.compare = Label(), Label(), Link()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self.text)
        row.addWidget(self.compare)
        row.addStretch(1)
        self.hide()

    def show_count(self, count: int, screen: Screen) -> None:
        """Tell how many pairs there are."""
        self.text.setText(screen.say("{count} possible duplicates", count=count))
        self.compare.name(screen.say("Compare"))
        self.setVisible(count > 0)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._mark.setPixmap(icons.picture("copy-check", theme.amber, 16, self.devicePixelRatioF()))


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two, as lines of label and text."""

    id: UUID
    name: str
    lines: tuple[tuple[str, str], ...]
    places: int


class Comparison(QWidget):
    """Two entries side by side. `merged` says which one stays and which one goes; `left` that nothing is wanted."""

    merged = Signal(object, object)
    left = Signal()
    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._sides: tuple[Side, ...] = ()
        self.title, self.reason = Label("section"), Label("second")
        self.stays = QRadioButton(), QRadioButton()
        self._group = QButtonGroup(self)
        for radio in self.stays:
            self._group.addButton(radio)
        self.merge, self.next, self.back = QPushButton(), QPushButton(), QPushButton()
        self.merge.setProperty("primary", True)
        self.merge.clicked.connect(self._on_merge)
        self.next.clicked.connect(lambda: self.turned.emit(1))
        self.back.clicked.connect(self.left)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.merge, self.next, self.back):
            buttons.addWidget(button)
        buttons.addStretch(1)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(MARGIN, 8, MARGIN, 16)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.reason)
        column.addSpacing(8)
        column.addLayout(self._grid)
        column.addSpacing(12)
        column.addLayout(buttons)
        column.addStretch(1)
        pane = QScrollArea()
        pane.setWidget(inner)
        pane.setWidgetResizable(True)
        pane.setFrameShape(QFrame.Shape.NoFrame)
        pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner.setObjectName("page")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(pane)

    def show_pair(
        self, one: Side, other: Side, reasons: Sequence[str], place: tuple[int, int], screen: Screen
    ) -> None:
        """Show two entries; who stands in more places stays, unless somebody says otherwise."""
        from forumdesk.app.duplicates import REASONS

        new_pair = {side.id for side in self._sides} != {one.id, other.id}
        self._sides = one, other
        self.title.setText(screen.say("Possible duplicate {number} of {count}", number=place[0], count=place[1]))
        said = screen.say(", ").join(screen.words.say(REASONS[reason]) for reason in reasons)
        self.reason.setText(screen.say("They have {reasons}.", reasons=said))
        for radio in self.stays:
            self._grid.removeWidget(radio)
        clear(self._grid)
        for column, (radio, side) in enumerate(zip(self.stays, self._sides, strict=True), start=1):
            radio.setText(screen.say("Keep “{name}”", name=side.name).replace("&", "&&"))
            self._grid.addWidget(radio, 0, column)
            radio.show()
        for row, ((word, left), (_, right)) in enumerate(zip(one.lines, other.lines, strict=True), start=1):
            if left or right:
                self._line(row, word, left, right)
        if new_pair:
            self.stays[int(other.places > one.places)].setChecked(True)
        for button, text in (
            (self.merge, screen.say("Merge into one")),
            (self.next, screen.say("Next pair")),
            (self.back, screen.say("Back to the list")),
        ):
            button.setText(text)
            button.setAccessibleName(text)
        self.next.setVisible(place[1] > 1)

    def _line(self, row: int, word: str, left: str, right: str) -> None:
        name = Label("label")
        name.setText(word)
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        for column, text in enumerate((left, right), start=1):
            value = Label("alike" if left == right else "")
            value.setText(text or "–")
            value.setWordWrap(True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(value, row, column, Qt.AlignmentFlag.AlignTop)

    def _on_merge(self) -> None:
        one, other = self._sides
        keep, drop = (one, other) if self.stays[0].isChecked() else (other, one)
        self.merged.emit(keep.id, drop.id)


def person_side(card: PersonCard, screen: Screen) -> Side:
    """What tells two people apart."""
    posts = "\n".join(
        " ".join(filter(None, (screen.text(post.organisation), screen.text(post.title)))) for post in card.posts
    )
    attends = screen.say(", ").join(say_code(screen.words, code) for code in (card.category, card.status) if code)
    return Side(
        card.id, screen.text(card.name),
        (
            *_names(card.name.first, card.name.second, screen),
            (screen.say("Native name"), card.native_name),
            (screen.say("Other spellings"), SEPARATOR.join(card.spellings)),
            (screen.say("Posts"), posts),
            (screen.say("Phone"), card.phone),
            (screen.say("E-mail"), card.email),
            (screen.say("Attendance"), attends),
            (screen.say("Order of rank"), str(card.rank or "")),
            (screen.say("Where used"), str(len(card.uses))),
            (screen.say("Note"), card.note),
        ),
        len(card.uses),
    )  # fmt: skip


def organisation_side(card: OrganisationCard, screen: Screen) -> Side:
    """What tells two organisations apart."""
    places = len(card.uses) + len(card.people)
    return Side(
        card.id, screen.text(card.name),
        (
            *_names(card.name.first, card.name.second, screen),
            (screen.say("Short name"), screen.text(card.short_name)),
            (screen.say("Other spellings"), SEPARATOR.join(card.spellings)),
            (screen.say("Kind"), kind_word(card.kind, screen)),
            (screen.say("Country"), screen.text(card.country)),
            (screen.say("People"), screen.say(", ").join(screen.text(name) for _, name, _ in card.people)),
            (screen.say("Where used"), str(len(card.uses))),
            (screen.say("Note"), card.note),
        ),
        places,
    )  # fmt: skip


def _names(first: str, second: str, screen: Screen) -> tuple[tuple[str, str], tuple[str, str]]:
    one, two = (
        screen.say("Name in {language}", language=wording.long_language(code, screen)) for code in screen.languages
    )
    return (one, first), (two, second)
