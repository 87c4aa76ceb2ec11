"""Which pieces of a document are printed: a list to search, with a check box a piece."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from forumdesk.ui import icons
from forumdesk.ui.parts.text import plain
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import LIGHT
from forumdesk.ui.typeface import sized

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from forumdesk.app.printing.order import Piece
    from forumdesk.app.printing.record import Past

ROW_HEIGHT, BOX, TEXT, LINE = 50, 16, 31, 20
Index = QModelIndex | QPersistentModelIndex
DETAIL = int(Qt.ItemDataRole.UserRole)
STALE = DETAIL + 1
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


EVERY, STALE_ONLY, REMAINING = "all", "stale", "remaining"
"""Which pieces are offered."""


class PieceModel(QAbstractListModel):
    """The pieces that match a search. What is left out is kept by its key, so that a new piece is in.

    Of a document that goes to people by name nothing is in that was not chosen.
    """

    changed = Signal()

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.screen = screen
        self._all: Sequence[Piece] = ()
        self._past: Mapping[str, Past] = {}
        self._left_out: set[str] = set()
        self._taken: set[str] | None = None
        self._takings: dict[str, set[str]] = {}
        self.only = EVERY
        self._search = ""
        self.found: list[Piece] = []

    @property
    def chosen(self) -> list[str]:
        """The keys of what is printed, in order; of all pieces offered, found or not."""
        return [piece.key for piece in self._offered if self._is_in(piece.key)]

    @property
    def stale(self) -> list[str]:
        """The keys of what was printed and has changed since."""
        return [piece.key for piece in self._all if piece.key in self._past and self._past[piece.key].stale]

    @property
    def remaining(self) -> list[str]:
        """The keys of what was not printed yet, where something was."""
        left = [piece.key for piece in self._all if piece.key not in self._past]
        return left if len(left) < len(self._all) else []

    @property
    def _offered(self) -> Sequence[Piece]:
        if self.only == EVERY:
            return self._all
        keys = self._keys_of(self.only)
        return [piece for piece in self._all if piece.key in keys]

    def _keys_of(self, only: str) -> set[str]:
        return set(self.stale if only == STALE_ONLY else self.remaining)

    @property
    def has_all(self) -> bool:
        """Whether nothing is left out."""
        return len(self.chosen) == len(self._all)

    def show_pieces(
        self, pieces: Sequence[Piece], past: Mapping[str, Past], screen: Screen, *, chosen_for: str = ""
    ) -> None:
        """Take these pieces, and what became of them, in the place of those before.

        `chosen_for` names a document whose pieces are in only where somebody chose them.
        """
        self._taken = self._takings.setdefault(chosen_for, set()) if chosen_for else None
        self._all, self._past, self.screen = pieces, past, screen
        self.only = self.only if self._keys_of(self.only) else EVERY
        self._find()

    def show_only(self, which: str) -> None:
        """Offer every piece, or all of those that are stale, or all that were not printed yet."""
        self.only = which
        if which != EVERY:
            self._put(self._keys_of(which), inside=True)
        self._find()
        self.changed.emit()

    def search(self, text: str) -> None:
        """Show only what has this in a name, in either language."""
        self._search = text.strip().casefold()
        self._find()

    def toggle(self, row: int) -> None:
        """Print a piece, or do not."""
        key = self.found[row].key
        self._put({key}, inside=not self._is_in(key))
        self._tell()

    def check_found(self, *, checked: bool) -> None:
        """Print all that the search found, or nothing of it."""
        self._put({piece.key for piece in self.found}, inside=checked)
        self._tell()

    def is_checked(self, row: int) -> bool:
        """Whether a piece is printed."""
        return self._is_in(self.found[row].key)

    def _is_in(self, key: str) -> bool:
        return key not in self._left_out if self._taken is None else key in self._taken

    def _put(self, keys: set[str], *, inside: bool) -> None:
        if self._taken is None:
            self._left_out = self._left_out - keys if inside else self._left_out | keys
        elif inside:
            self._taken |= keys
        else:
            self._taken -= keys

    def _find(self) -> None:
        found = [piece for piece in self._offered if self._search in _names(piece)]
        if [piece.key for piece in found] == [piece.key for piece in self.found]:
            self.found = found
            self._redraw()
        else:
            self.beginResetModel()
            self.found = found
            self.endResetModel()

    def _tell(self) -> None:
        self._redraw()
        self.changed.emit()

    def _redraw(self) -> None:
        if self.found:
            self.dataChanged.emit(self.index(0), self.index(len(self.found) - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        """How many pieces the search found."""
        return 0 if parent is not None and parent.isValid() else len(self.found)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """A piece's name, what else tells it from others, and its check mark."""
        piece = self.found[index.row()]
        past = self._past.get(piece.key)
        label, detail = self.screen.text(piece.label), self.screen.text(piece.detail)
        changes = [change.say(self.screen.words) for change in past.changes] if past else []
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return label
            case _ if role == DETAIL:
                return changes[0] if changes else detail
            case _ if role == STALE:
                return bool(past and past.stale)
            case Qt.ItemDataRole.ToolTipRole:
                return plain("\n".join(filter(None, (label, detail, *self._said(past), *changes))))
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(filter(None, (label, detail, *self._said(past), *changes)))
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if self.is_checked(index.row()) else Qt.CheckState.Unchecked
        return None

    def _said(self, past: Past | None) -> tuple[str, ...]:
        from forumdesk.app.printing.stock import said

        return (said(past, self.screen.words),) if past else ()


class PieceList(QListView):
    """A click or the space bar checks a piece and takes its mark away."""

    def __init__(self, model: PieceModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pieces = model
        self.setModel(model)
        self.painter = PiecePainter(self)
        self.setItemDelegate(self.painter)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda index: model.toggle(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space bar checks; all else is as in any list."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.pieces.toggle(self.currentIndex().row())
            return
        super().keyPressEvent(event)


class PiecePainter(QStyledItemDelegate):
    """A check box, a name, and below it smaller what tells it from others; a hairline between two."""

    def __init__(self, view: PieceList) -> None:
        super().__init__(view)
        self._view = view
        self.theme = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Heights are set, not measured."""
        return QSize(100, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a piece."""
        box, theme, view = option.rect, self.theme, self._view
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(theme.hover))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), QColor(theme.hairline))
        focused = view.hasFocus() and index.row() == view.currentIndex().row()
        self._check(painter, box.left() + 6, box.top() + 8, checked=view.pieces.is_checked(index.row()))
        if focused:
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -2), 6, 6)
        label, detail = str(index.data()), str(index.data(DETAIL))
        text = box.adjusted(TEXT, 0, -8, 0)
        self._line(painter, QRect(text.left(), box.top() + 5, text.width(), LINE), label, 13, theme.ink)
        self._line(
            painter,
            QRect(text.left(), box.top() + 25, text.width(), LINE),
            detail,
            12,
            theme.amber if index.data(STALE) else theme.ink_2,
        )

    def _line(self, painter: QPainter, box: QRect, text: str, size: int, colour: str) -> None:
        font = sized(self._view.font(), size)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(box, _LEFT, QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width()))

    def _check(self, painter: QPainter, x: int, y: int, *, checked: bool) -> None:
        theme = self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.accent_fill if checked else theme.control), 1))
        painter.setBrush(QColor(theme.accent_fill if checked else theme.surface))
        painter.drawRoundedRect(QRectF(x + 0.5, y + 0.5, BOX - 1, BOX - 1), 4, 4)
        if checked:
            painter.drawPixmap(x + 2, y + 2, icons.picture("check", "#FFFFFF", 12, self._view.devicePixelRatioF()))


def _names(piece: Piece) -> str:
    texts = (piece.label, piece.detail, piece.category)
    return "\n".join(side for text in texts for side in (text.first, text.second)).casefold()
