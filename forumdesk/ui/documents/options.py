"""The middle of the page: what of the chosen document, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QSettings, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from forumdesk.app.printing.kinds import GROUPINGS, KINDS, Kind
from forumdesk.app.printing.order import Order, whole_key
from forumdesk.ui import icons, wording
from forumdesk.ui.documents.calibration import Calibration
from forumdesk.ui.documents.layout_row import LayoutRow
from forumdesk.ui.documents.past import PastNote
from forumdesk.ui.documents.pieces import EVERY, REMAINING, STALE_ONLY, PieceList, PieceModel
from forumdesk.ui.documents.remarks import Remarks
from forumdesk.ui.parts.check_box import CheckBox
from forumdesk.ui.parts.framed_choice import FramedChoice
from forumdesk.ui.parts.head import HEIGHT, MARGIN
from forumdesk.ui.parts.segment import Segment
from forumdesk.ui.parts.text import ElidedLabel, Label
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from forumdesk.app.printing.making import Printed
    from forumdesk.app.printing.order import Piece
    from forumdesk.app.printing.record import Past
    from forumdesk.app.printing.stock import InStock

BOTH, ALL_FORUMS = "both", ""
WIDTH, LEAST, SEARCH = 336, 296, 28
DATA = {"xlsx": "XLSX…", "csv": "CSV…", "vcf": "vCard…"}
"""Lists for other programs, by the ending of the file's name."""


class Options(QFrame):
    """Language, forum, pieces, remarks, and the buttons.

    `changed` says that another paper is wished for, `asked` what a button is for: `print`, `pdf` or one of
    `DATA`; `ceremonies` that somebody wants to name recipients.
    """

    changed = Signal()
    asked = Signal(str)
    ceremonies = Signal()

    def __init__(self, screen: Screen, settings: QSettings) -> None:
        super().__init__()
        self.setObjectName("options")
        self.setMinimumWidth(LEAST)
        self.setMaximumWidth(WIDTH)
        self._screen, self._theme = screen, LIGHT
        self._kind = KINDS[0]
        self._stock: InStock | None = None
        self._wants_stale = False
        self._languages: dict[str, str] = {}
        self._chosen_layouts: dict[str, str] = {}
        self._data_only: dict[str, bool] = {}
        self._printed: Printed | None = None
        self.title, self.count, self._what = Label("section"), Label("label"), Label("second")
        self.language, self.paper, self.grouping = Segment(), Segment(), Segment()
        self.forum, self.department = FramedChoice(), FramedChoice()
        self.layouts, self.data_only = LayoutRow(screen), CheckBox()
        self.past, self.calibration = PastNote(), Calibration(settings)
        self.pieces_heading, self.which = Label("heading"), Segment()
        self.model = PieceModel(screen)
        self.all, self.none, self.search = _link(), _link(), QLineEdit()
        self.list = PieceList(self.model)
        self.unprintable, self.name_them = ElidedLabel("second"), _link()
        self._unprintable_mark = Label()
        self.remarks = Remarks()
        self.data_heading, self.data_note = Label("heading"), Label("second")
        self.print, self.pdf = QPushButton(), QPushButton()
        self.data = {ending: QPushButton(text) for ending, text in DATA.items()}
        self._arrange()
        self._connect()

    @property
    def wish(self) -> Order | None:
        """What is chosen; None where that is nothing."""
        kind, chosen = self._kind, tuple(self.model.chosen)
        if kind.many and not chosen:
            return None
        only = () if not kind.many or (self.model.has_all and not kind.by_name) else chosen
        forum = self.forum.value if "forum" in kind.takes else ALL_FORUMS
        paper = self.paper.code if kind.papers else None
        template = self.layouts.chosen if self.layouts.chosen not in ("", kind.name) else None
        return Order(
            kind.document,
            self.language.code,
            forum or None,
            kinds=(kind.name,),
            only=only,
            paper=paper,
            template=template,
            data_only="template" in kind.takes and self.data_only.isChecked(),
            department=(self.department.value or None) if "department" in kind.takes else None,
            grouping=self.grouping.code if "grouping" in kind.takes else None,
        )

    @property
    def knows_stock(self) -> bool:
        """Whether it is known what there is to print."""
        return self._stock is not None

    @property
    def missing(self) -> int:
        """How many pieces were announced and have no name yet."""
        return sum(piece.count for piece in self._stock.not_printable[self._kind.name]) if self._stock else 0

    @property
    def has_pieces(self) -> bool:
        """Whether there is any piece to choose among."""
        return bool(self._pieces)

    @property
    def _pieces(self) -> Sequence[Piece]:
        return self._stock.pieces.get(self._kind.name, ()) if self._stock else ()

    @property
    def _past(self) -> Mapping[str, Past]:
        return self._stock.past[self._kind.name].get(self.language.code, {}) if self._stock else {}

    @property
    def _printed_in(self) -> str:
        """The language in which something of the document is stale, if there is one."""
        printed = self._stock.past[self._kind.name] if self._stock else {}
        return next((code for code, pieces in printed.items() if any(past.stale for past in pieces.values())), "")

    def show_kind(self, kind: Kind) -> None:
        """Turn to another document; its own language was kept."""
        self._languages[self._kind.name] = self.language.code
        self._chosen_layouts[self._kind.name] = self.layouts.chosen
        self._data_only[self._kind.name] = self.data_only.isChecked()
        self._kind, self._wants_stale = kind, False
        self.layouts.choice.value = self._chosen_layouts.get(kind.name, "")
        with QSignalBlocker(self.data_only):
            self.data_only.setChecked(self._data_only.get(kind.name, False))
        code = self._languages.get(kind.name) or self._printed_in or self._screen.languages[0]
        self.language.button(code).setChecked(True)
        self.search.clear()
        self._printed = None
        self._show()

    def show_stock(self, stock: InStock) -> None:
        """Know what there is to print."""
        self._stock = stock
        known = [ALL_FORUMS, *(forum for forum, _ in stock.forums)]
        if self.forum.value not in known:
            self.forum.value = ALL_FORUMS
        self._show()
        if self._wants_stale and self._printed_in:
            self._offer_stale()
        self._wants_stale = False

    def show_stale(self) -> None:
        """Offer what has to be printed again of the chosen document, as soon as it is known what that is."""
        self._wants_stale = True

    def show_forum(self, forum: UUID | None) -> None:
        """Turn to the papers of one forum, or of all."""
        self.forum.show_value(str(forum) if forum else ALL_FORUMS)

    def show_printed(self, printed: Printed | None) -> None:
        """Say what the document became; None where there is none."""
        self._printed = printed
        self.remarks.show_printed(printed, self._screen)
        self._count()

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self._screen = screen
        first, second = (wording.long_language(code, screen) for code in screen.languages)
        self.language.offer([(screen.languages[0], first), (screen.languages[1], second), (BOTH, screen.say("Both"))])
        self.language.setAccessibleName(screen.say("Language"))
        self.forum.setAccessibleName(screen.say("Forum"))
        self.paper.setAccessibleName(screen.say("Paper"))
        self.layouts.speak(screen)
        self.department.setAccessibleName(screen.say("Department"))
        self.grouping.setAccessibleName(screen.say("Order of people"))
        self.data_only.setText(screen.say("Data only, on paper printed before"))
        self.data_only.setToolTip(screen.say("Leave out what is the same on all pieces."))
        self.which.setAccessibleName(screen.say("Pieces"))
        self.calibration.speak(screen)
        self.pieces_heading.setText(screen.say("Pieces"))
        self.list.setAccessibleName(screen.say("Pieces"))
        self.search.setPlaceholderText(screen.say("Search by name, post or category"))
        self.search.setAccessibleName(screen.say("Search by name, post or category"))
        self.data_heading.setText(screen.say("As data"))
        self.data_note.setText(screen.say("Without phone, e-mail and ID number."))
        names = {
            "xlsx": screen.say("Save XLSX…"), "csv": screen.say("Save CSV…"), "vcf": screen.say("Save vCard…"),
        }  # fmt: skip
        for ending, button in self.data.items():
            button.setAccessibleName(names[ending])
        for link, word in (
            (self.all, screen.say("All")),
            (self.none, screen.say("None")),
            (self.name_them, screen.say("Name them")),
            (self.pdf, screen.say("Save PDF…")),
        ):
            link.setText(word)
            link.setAccessibleName(word)
        self._show()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._theme = theme
        self.list.painter.theme = theme
        self.list.viewport().update()
        for part in (self.forum, self.department, self.layouts):
            part.wear(theme)
        self.remarks.wear(theme)
        self.past.wear(theme)
        mark = icons.picture("circle-alert", theme.amber, 16, self.devicePixelRatioF())
        self._unprintable_mark.setPixmap(mark)
        self.print.setIcon(icons.icon("printer", "#FFFFFF", 16, disabled=theme.disabled))

    def sizeHint(self) -> QSize:
        """As wide as it may be."""
        return QSize(WIDTH, super().sizeHint().height())

    def _connect(self) -> None:
        self.language.chosen.connect(self._on_language)
        self.which.chosen.connect(self.model.show_only)
        self.forum.changed.connect(lambda _: self.changed.emit())
        self.layouts.changed.connect(self._on_layout)
        for choice in (self.paper.chosen, self.grouping.chosen, self.department.changed, self.data_only.toggled):
            choice.connect(self._on_choice)
        self.model.changed.connect(self._on_pieces)
        self.all.clicked.connect(lambda: self.model.check_found(checked=True))
        self.none.clicked.connect(lambda: self.model.check_found(checked=False))
        self.search.textChanged.connect(self.model.search)
        self.name_them.clicked.connect(self.ceremonies)
        self.print.clicked.connect(lambda: self.asked.emit("print"))
        self.pdf.clicked.connect(lambda: self.asked.emit("pdf"))
        for ending, button in self.data.items():
            button.clicked.connect(lambda _=False, ending=ending: self.asked.emit(ending))

    def _on_choice(self, _: object) -> None:
        self._show_past()
        self.changed.emit()

    def _on_language(self) -> None:
        self._show()
        self.changed.emit()

    def choose_layout(self, layout: str) -> None:
        """Choose a layout by what an order calls it."""
        self.layouts.choose(layout)
        self._show_layouts()

    def _on_layout(self) -> None:
        self._show()
        self.changed.emit()

    def _show_layouts(self) -> None:
        known = self._stock.templates.get(self._kind.name, ()) if self._stock else ()
        self.layouts.show_layouts(known, self._kind.name)

    def _offer_stale(self) -> None:
        if not any(past.stale for past in self._past.values()):
            self.language.button(self._printed_in).setChecked(True)
            self._show()
        self.model.show_only(STALE_ONLY)
        self.which.button(STALE_ONLY).setChecked(True)

    def _on_pieces(self) -> None:
        self._count()
        self.changed.emit()

    def _show(self) -> None:
        """Show what belongs to the chosen document."""
        kind, screen, stock = self._kind, self._screen, self._stock
        self.title.setText(screen.words.say(kind.title))
        self._what.setText(screen.words.say(kind.what))
        forums = stock.forums if stock else ()
        self.forum.setVisible("forum" in kind.takes and len(forums) > 1)
        self.paper.setVisible(bool(kind.papers))
        if kind.papers:
            names = {"A5-folded": screen.say("A5, folded")}
            self.paper.offer([(paper, names.get(paper, paper)) for paper in kind.papers])
        titles = [(forum, screen.text(title)) for forum, title in forums]
        self.forum.offer([(ALL_FORUMS, screen.say("All forums")), *titles])
        departments = stock.departments if stock else ()
        self.department.setVisible("department" in kind.takes and len(departments) > 1)
        whose = [(str(department), screen.text(department)) for department in departments]
        self.department.offer([("", screen.say("All departments")), *whose])
        self.grouping.setVisible("grouping" in kind.takes)
        words = (screen.say("By category"), screen.say("By organisation"))
        self.grouping.offer(list(zip(GROUPINGS, words, strict=True)))
        self.data_only.setVisible("template" in kind.takes)
        self._show_layouts()
        pieces = self._pieces
        self.model.show_pieces(pieces, self._past, screen, chosen_for=kind.name if kind.by_name else "")
        self._show_which(len(pieces))
        self._show_past()
        self._piece_part.setVisible(bool(pieces))
        self._filler.setVisible(not pieces)
        self._unprintable_part.setVisible(self.missing > 0)
        self.unprintable.setText(screen.say("Not printable: {count} without a name", count=self.missing))
        self.unprintable.setToolTip(self.unprintable.text())
        self._data_part.setVisible(kind.name == "attendees")
        for button in self.data.values():
            button.setEnabled(bool(stock and stock.attendees))
        self.remarks.show_printed(self._printed, screen)
        self._count()

    def _show_past(self) -> None:
        """Say what became of a document that is one piece, as it is chosen now."""
        wish = None if self._kind.many else self.wish
        key = wish and whole_key(self._kind.name, wish.forum, wish.department, wish.grouping)
        self.past.show_past(self._past.get(key) if key else None, self._screen)

    def _show_which(self, count: int) -> None:
        screen, stale, left = self._screen, len(self.model.stale), len(self.model.remaining)
        choices = [(EVERY, screen.say("All {count}", count=count))]
        if stale:
            choices.append((STALE_ONLY, screen.say("Stale {count}", count=stale)))
        if left:
            choices.append((REMAINING, screen.say("Not printed {count}", count=left)))
        self.which.offer(choices)
        self.which.button(self.model.only).setChecked(True)
        self.which.setVisible(len(choices) > 1)

    def _count(self) -> None:
        screen, pages = self._screen, self._printed.pages if self._printed else 0
        chosen = len(self.model.chosen)
        ready = bool(self.wish and self._printed)
        printing = screen.say("Print…")
        if not self._kind.many:
            self.count.setText(screen.say("Pages: {count}", count=pages) if pages else "")
        elif self.model.has_all:
            self.count.setText(screen.say("Pieces: {count}", count=chosen) if chosen else "")
        else:
            self.count.setText(screen.say("Pieces: {chosen} of {count}", chosen=chosen, count=len(self._pieces)))
            printing = screen.say("Print {count}…", count=chosen)
        self.print.setText(f" {printing}")  # a little away from its icon
        self.print.setAccessibleName(printing)
        self.print.setToolTip(f"{printing} (Ctrl+P)")
        self.print.setEnabled(ready)
        self.pdf.setEnabled(ready)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 0, MARGIN, 16)
        column.setSpacing(0)
        head = QWidget()
        head.setFixedHeight(HEIGHT)
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.title, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.count, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        column.addWidget(head)
        self._what.setWordWrap(True)
        column.addWidget(self._what)
        column.addSpacing(16)
        choices = QVBoxLayout()
        choices.setSpacing(8)
        for choice in (self.language, self.paper, self.grouping, self.forum, self.department, self.layouts):
            choices.addWidget(choice)
        choices.addWidget(self.data_only)
        column.addLayout(choices)
        column.addSpacing(16)
        column.addWidget(self.past)
        self._piece_part, self._filler = self._piece_list(), QWidget()
        column.addWidget(self._piece_part, 1)
        self._data_part = self._as_data()
        column.addWidget(self._data_part)
        column.addWidget(self._filler, 1)
        self._unprintable_part = self._unnamed()
        column.addWidget(self._unprintable_part)
        column.addWidget(self.remarks)
        column.addSpacing(8)
        column.addWidget(self.calibration)
        column.addSpacing(8)
        self.print.setObjectName("primary")
        self.print.setIconSize(QSize(16, 16))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.print, 1)
        buttons.addWidget(self.pdf)
        column.addLayout(buttons)

    def _piece_list(self) -> QWidget:
        part, column, row = _part()
        row.addWidget(self.pieces_heading)
        row.addStretch(1)
        row.addWidget(self.all)
        row.addWidget(self.none)
        column.addWidget(self.which)
        self.search.setFixedHeight(SEARCH)
        self.search.setClearButtonEnabled(True)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        return part

    def _as_data(self) -> QWidget:
        part, column, row = _part()
        row.addWidget(self.data_heading)
        row.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in self.data.values():
            buttons.addWidget(button, 1)
        self.data_note.setWordWrap(True)
        column.addWidget(self.data_note)
        column.addLayout(buttons)
        return part

    def _unnamed(self) -> QWidget:
        part, _, row = _part()
        row.addWidget(self._unprintable_mark)
        row.addWidget(self.unprintable, 1)
        row.addWidget(self.name_them)
        return part


def _link() -> QPushButton:
    link = QPushButton()
    link.setObjectName("link")
    link.setCursor(Qt.CursorShape.PointingHandCursor)
    return link


def _part() -> tuple[QWidget, QVBoxLayout, QHBoxLayout]:
    """A part of the pane with a row at its head."""
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 8)
    column.setSpacing(8)
    row = QHBoxLayout()
    row.setSpacing(8)
    column.addLayout(row)
    return part, column, row
