"""A field for a name that is completed from those that are entered already: 汉字, pinyin, initials or English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QListView

from forumdesk.rules.names import key
from forumdesk.ui.parts.field import LineField
from forumdesk.ui.people.look import offers_sheet
from forumdesk.ui.theme import Theme

FOUND_BY = int(Qt.ItemDataRole.UserRole)
OFFERS_WIDTH = 280
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Known:
    """Something that has a name: how it is shown, what else it is called, and what a search looks through.

    `where` tells those of one name apart.
    """

    id: UUID
    name: str
    others: tuple[str, ...]
    found_by: str
    where: str = ""


class Names:
    """All the names that are known of one kind of thing, shared by the fields that complete them."""

    def __init__(self) -> None:
        self.offers = QStandardItemModel()
        self._ids: dict[str, UUID] = {}
        self._ways: dict[str, set[UUID]] = {}

    def show(self, known: Sequence[Known]) -> None:
        """Take in the names as they are now. Where two things are called the same, the first is meant."""
        self.offers.clear()
        self._ids.clear()
        self._ways.clear()
        for one in known:
            for way in one.found_by.splitlines():
                self._ways.setdefault(key(way), set()).add(one.id)
        often = Counter(one.name for one in known)
        shown = [f"{one.name} ({one.where})" if often[one.name] > 1 and one.where else one.name for one in known]
        for one, name in zip(known, shown, strict=True):
            item = QStandardItem(name)
            item.setData(one.found_by, FOUND_BY)
            self.offers.appendRow(item)
        for names in ([(name,) for name in shown], [one.others for one in known]):
            for one, called in zip(known, names, strict=True):
                for name in filter(None, called):
                    self._ids.setdefault(key(name), one.id)

    def meant(self, typed: str) -> UUID | None:
        """The thing that is called so, or the only one with such pinyin or initials, or None."""
        ways = self._ways.get(key(typed), set())
        return self._ids.get(key(typed)) or (next(iter(ways)) if len(ways) == 1 else None)


class NameField(LineField):
    """Takes a name; what is offered below it can be chosen with the arrows, or by a click."""

    def __init__(self, names: Names) -> None:
        super().__init__()
        self._offers = QListView()
        self._offers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._offers.setMinimumWidth(OFFERS_WIDTH)
        completer = _Completer(names.offers, self)
        completer.setPopup(self._offers)
        self.setCompleter(completer)
        completer.activated.connect(lambda _: QTimer.singleShot(0, self, self.finish))
        self.changed.connect(lambda _: self._offers.hide())

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._offers.setStyleSheet(offers_sheet(theme))


class _Completer(QCompleter):
    """Looks through more than it shows."""

    def __init__(self, offers: QStandardItemModel, parent: NameField) -> None:
        super().__init__(offers, parent)
        self.setCompletionRole(FOUND_BY)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setMaxVisibleItems(8)

    def pathFromIndex(self, index: Index) -> str:
        """What is chosen is the name as it is shown."""
        return str(index.data(Qt.ItemDataRole.DisplayRole) or "")
