"""The documents page: what can be printed or sent, as it will look."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout

from forumdesk.app.printing.kinds import BY_NAME
from forumdesk.base.errors import Trouble
from forumdesk.domain.text import Text
from forumdesk.ui.documents.layout_row import is_own
from forumdesk.ui.documents.layouts import Layouts
from forumdesk.ui.documents.options import BOTH, Options
from forumdesk.ui.documents.outgoing import Outgoing
from forumdesk.ui.documents.pane import PreviewPane
from forumdesk.ui.documents.proofs import Proof, Proofs
from forumdesk.ui.documents.shelf import Shelf
from forumdesk.ui.documents.style import page_sheet
from forumdesk.ui.page import Around, Page
from forumdesk.ui.parts.tab_order import follow_layout
from forumdesk.ui.scope import Scope
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from forumdesk.app.printing.stock import InStock
    from forumdesk.base.changes import ChangeSet
    from forumdesk.store.screens.frame import Frame
    from forumdesk.ui.operations import Operations
    from forumdesk.ui.templates.editor import Editor

WAIT, COUNT_AFTER = 200, 250
"""Milliseconds: another document may take so long before the pages of the one before are taken away, and pieces
are counted so long after a change."""


class DocumentsPage(Page):
    """A list of documents, what of the chosen one, and its pages. While it is hidden it makes nothing."""

    follows_scope = True

    def __init__(self, around: Around, screen: Screen) -> None:
        super().__init__(around, screen)
        self._event = Text()
        self._is_stale = True
        self._stock: InStock | None = None
        self.shelf, self.options = Shelf(), Options(screen, around.settings)
        self.pane = PreviewPane(around.operations, screen)
        self.proofs = Proofs(around.operations, self)
        self.outgoing = Outgoing(around, self, screen)
        self.layouts = Layouts(around, self, screen)
        self.proof: Proof | None = None
        self.editor: Editor | None = None
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.shelf)
        row.addWidget(self.options)
        row.addWidget(self.pane, 1)
        self._patience = QTimer(self, singleShot=True, interval=WAIT)
        self._patience.timeout.connect(self._on_waiting)
        self._counting = QTimer(self, singleShot=True)
        self._counting.timeout.connect(self._count)
        self._connect()

    def choose(self, name: str) -> None:
        """Turn to a document by its name."""
        self.shelf.choose(name)

    def show_part(self, name: str) -> None:
        """Turn to a document by its name, or to what is `stale_of` it."""
        document, _, is_stale = name.partition("/")
        self.choose(document)
        if is_stale:
            self.options.show_stale()
            self._count()

    def refresh(self) -> None:
        """Read what there is to print anew, now or when the page is turned to."""
        self._is_stale = not self.isVisible()
        if self._is_stale:
            return
        self._ask()  # the pages first: counting can wait
        if not self._counting.isActive():
            self._counting.start(COUNT_AFTER if self.options.knows_stock else 0)

    def show_frame(self, frame: Frame) -> None:
        """Know the event's title, for the names of files."""
        self._event = frame.title

    def show_scope(self, scope: Scope) -> None:
        """Offer the papers of the forum that is shown."""
        super().show_scope(scope)
        self.options.show_forum(scope.forum)

    def settle(self) -> None:
        """Take the keyboard to the list of documents."""
        self.shelf.list.setFocus()

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        super().speak(screen)
        self.outgoing.screen = self.layouts.screen = screen
        for part in (self.shelf, self.options, self.pane):
            part.speak(screen)
        if self.editor is not None:
            self.editor.speak(screen)
        if self._stock is not None:
            self._show_counts(self._stock)
        if self._is_stale or (self.pane.is_empty and self.proofs.is_busy):
            self.pane.show_empty(screen.say("The pages are being set…"))
        if self._is_stale:
            self.shelf.choose(self._kind)
        else:
            self.refresh()
        follow_layout(self)

    def own_sheet(self, theme: Theme) -> str:
        """The style of its fields and of what only this page has."""
        return page_sheet(theme)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        super().wear(theme)
        for part in (self.shelf, self.options, self.pane):
            part.wear(theme)
        if self.editor is not None:
            self.editor.wear(theme)

    def _connect(self) -> None:
        self._kind = self.shelf.names[0]
        self.shelf.chosen.connect(self._on_chosen)
        self.options.changed.connect(self._ask)
        self.options.asked.connect(self._on_asked)
        self.options.ceremonies.connect(self._on_ceremonies)
        self.options.layouts.asked.connect(self._on_layout)
        self.layouts.begun.connect(self._edit)
        self.layouts.added.connect(self._on_added)
        self.pane.empty.button.clicked.connect(self._on_next_step)
        self.pane.preview.failed.connect(self.around.refuse)
        self.proofs.made.connect(self._on_proof)
        self.proofs.failed.connect(self._on_no_proof)
        self.outgoing.recorded.connect(self._on_recorded)
        self.around.operations.changed.connect(self._on_changed)
        keys, here = QKeySequence("Ctrl+P"), Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(keys, self, self.options.print.click, context=here)

    def _on_changed(self, _: ChangeSet) -> None:
        self.refresh()

    def _on_recorded(self) -> None:
        """What was stale may be fresh now."""
        self.options.calibration.show_printer()
        self.options.calibration.speak(self.screen_of)
        self._count()
        self.around.findings.refresh()

    def _on_chosen(self, name: str) -> None:
        self._kind = name
        self.options.show_kind(BY_NAME[name])
        self._ask()

    def _count(self) -> None:
        operations = self.around.operations
        operations.do(partial(_in_stock, operations), self._on_stock)  # no step waits for it

    def _on_stock(self, stock: InStock) -> None:
        self._stock = stock
        self._show_counts(stock)
        self.options.show_stock(stock)
        if self.options.wish is None or self.options.wish != self.proofs.wish:
            self._ask()

    def _show_counts(self, stock: InStock) -> None:
        screen = self.screen_of
        for name in self.shelf.names:
            pieces, lacks = stock.pieces.get(name), sum(each.count for each in stock.not_printable[name])
            count = None if pieces is None else len(pieces) + lacks
            chip = screen.say("{count} named", count=len(pieces)) if pieces is not None and lacks else ""
            if stale := stock.stale(name):
                chip = screen.say("stale") if pieces is None else screen.say("{count} stale", count=stale)
            self.shelf.count(name, stock.attendees if name == "attendees" else count, chip)

    def _ask(self) -> None:
        """Have the pages made as they are wished for now."""
        if self._is_stale:
            return
        wish = self.options.wish
        self.proofs.ask(wish)
        if wish is None:
            if self.options.knows_stock:
                self._show_nothing()
        elif self.proof is None or self.proof.wish.kinds != wish.kinds or self.proof.wish.document != wish.document:
            self._patience.start()

    def _on_waiting(self) -> None:
        if self.proofs.is_busy:
            self.options.show_printed(None)
            self.pane.show_empty(self.screen_of.say("The pages are being set…"))

    def _on_proof(self, proof: Proof) -> None:
        self._patience.stop()
        self.proof = proof
        self.options.show_printed(proof.printed)
        self.pane.show_proof(proof)

    def _on_no_proof(self, trouble: Trouble) -> None:
        from forumdesk.app.facts.agenda import UnknownForum
        from forumdesk.app.printing.layouts import UnknownTemplate
        from forumdesk.app.printing.making import NothingToPrint
        from forumdesk.app.printing.pieces import UnknownPiece

        if isinstance(trouble, UnknownForum | UnknownPiece | UnknownTemplate):
            return  # it has just been removed: news of that is on its way
        self._show_nothing()
        if not isinstance(trouble, NothingToPrint):
            self.around.refuse(trouble)

    def _show_nothing(self) -> None:
        """Say what belongs here and where it comes from."""
        self._patience.stop()
        self.proof = None
        self.options.show_printed(None)
        screen = self.screen_of
        if self.options.has_pieces:
            self.pane.show_empty(screen.say("Nothing is chosen."), screen.say("Check a piece in the list."))
            return
        hint = screen.words.say(BY_NAME[self._kind].empty)
        button = {
            "agenda": screen.say("Go to the agenda"),
            "ceremonies": screen.say("Go to the ceremonies"),
            "attendees": screen.say("Go to the attendees"),
        }[BY_NAME[self._kind].page]
        self.pane.show_empty(screen.say("There is nothing to print here yet."), hint, button)

    def _on_next_step(self) -> None:
        """Turn to the page on which what is missing is entered."""
        self.around.go(BY_NAME[self._kind].page, None)

    def _on_layout(self, what: str) -> None:
        """Edit the chosen layout, or a copy of one that ships; save it, add one, remove it."""
        layout = self.options.layouts.chosen
        if what == "edit" and is_own(layout):
            self._edit(UUID(layout))
        elif self._stock is not None:
            self.layouts.do(what, self._kind, layout, dict(self._stock.templates[self._kind]))

    def _on_added(self, kind: str, layout: UUID) -> None:
        """Turn to the document that the layout of a file is for."""
        self.choose(kind)
        self.options.choose_layout(str(layout))
        self._ask()

    def _edit(self, template: UUID) -> None:
        from forumdesk.ui.templates.editor import Editor

        if self.editor is None:
            self.editor = Editor(self.around, self.screen_of)
            self.editor.closed.connect(self._on_edited)
            self._row.addWidget(self.editor, 1)
            self.editor.speak(self.screen_of)
            self.editor.wear(self.worn)
        self._show_editor(shown=True)
        self.editor.open(template, self.options.language.code)

    def _on_edited(self, template: UUID | None) -> None:
        """Back to the documents, with the layout chosen that was edited."""
        self._show_editor(shown=False)
        self.options.choose_layout(str(template) if template else self._kind)
        self.refresh()
        self.options.print.setFocus()

    def _show_editor(self, *, shown: bool) -> None:
        assert self.editor is not None
        for part in (self.shelf, self.options, self.pane):
            part.setVisible(not shown)
        self.editor.setVisible(shown)

    def _on_ceremonies(self) -> None:
        self.around.go("ceremonies", None)

    def _on_asked(self, what: str) -> None:
        wish, title = self.options.wish, self.screen_of.words.say(BY_NAME[self._kind].title)
        name = f"{self.screen_of.text(self._event)} {title}"
        if what not in ("print", "pdf"):
            code = self.options.language.code
            self.outgoing.save_list(what, None if code == BOTH else code, name)
        elif wish is not None and what == "pdf":
            self.outgoing.save_pdf(wish, name)
        elif wish is not None and self.proof is not None:
            self.outgoing.print(self.proof, wish, name)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what has changed meanwhile."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()


def _in_stock(operations: Operations) -> InStock:
    from forumdesk.app.printing.stock import in_stock

    store = operations.store
    with store.look(store.memory) as look:
        return in_stock(look)
