"""The template editor: what stands on a layout, the page as it prints, and the chosen element in numbers."""

from __future__ import annotations

from uuid import UUID, uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from forumdesk.base.errors import Trouble
from forumdesk.ui import wording
from forumdesk.ui.page import Around
from forumdesk.ui.parts.check_box import CheckBox
from forumdesk.ui.parts.field import LineField, field_sheet
from forumdesk.ui.parts.framed_choice import FramedChoice
from forumdesk.ui.parts.head import HEIGHT, MARGIN
from forumdesk.ui.parts.segment import Segment
from forumdesk.ui.parts.tab_order import follow_layout
from forumdesk.ui.screen import Screen
from forumdesk.ui.templates.canvas import Canvas
from forumdesk.ui.templates.draft import Draft
from forumdesk.ui.templates.elements import Elements
from forumdesk.ui.templates.inspector import Inspector
from forumdesk.ui.templates.style import editor_sheet
from forumdesk.ui.templates.trials import Page, Trials, Wish
from forumdesk.ui.templates.wording import free_name
from forumdesk.ui.templates.zoom import Zoom
from forumdesk.ui.theme import Theme

BOTH, SAMPLE = "both", ""
MOST_PIECES = 200
"""So many pieces are offered to try a layout on."""


class Editor(QFrame):
    """Edits one layout of the event. `closed` says that somebody is done with it, and its ID (none if removed)."""

    closed = Signal(object)

    def __init__(self, around: Around, screen: Screen) -> None:
        super().__init__()
        self.setObjectName("editor")
        self._around, self._screen = around, screen
        self._id: UUID | None = None
        self.draft = Draft(around.operations, self)
        self.trials = Trials(around.operations, self)
        self.name, self.language, self.piece = LineField(), Segment(), FramedChoice()
        self.data_only, self.snap = CheckBox(), CheckBox()
        self.copy, self.remove, self.done = QPushButton(), QPushButton(), QPushButton()
        self.canvas = canvas = Canvas(self.draft)
        self.zoom = Zoom(self.draft, canvas)
        self.elements = Elements(self.draft, lambda: canvas.areas, screen)
        self.inspector = Inspector(self.draft, lambda: canvas.areas, around.operations, screen)
        self.select_all, self.duplicate = QAction(self), QAction(self)
        self._arrange()
        self._connect()

    def open(self, template: UUID, language: str) -> None:
        """Edit a layout as it is printed in a language."""
        self._id = template
        self.canvas.page = None
        self.canvas.set_zoom(0)
        self.language.button(language).setChecked(True)
        self.draft.languages = self._languages
        self.draft.open(template)
        self.name.setFocus()
        self.name.selectAll()

    def close_layout(self) -> None:
        """Be done with it: what is typed is taken."""
        self.setFocus()
        self.draft.finish()
        self.draft.open(None)
        self.closed.emit(self._id)

    @property
    def is_settled(self) -> bool:
        """Whether the page that is seen is that of the layout as it is now."""
        page = self.canvas.page
        return page is not None and not self.trials.is_busy and page.wish.layout == self.draft.layout

    @property
    def _languages(self) -> tuple[str, ...]:
        return self._screen.languages if self.language.code == BOTH else (self.language.code,)

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self._screen = screen
        first, second = (wording.long_language(code, screen) for code in screen.languages)
        self.language.offer([(screen.languages[0], first), (screen.languages[1], second), (BOTH, screen.say("Both"))])
        self.name.setAccessibleName(screen.say("Name of the layout"))
        self.name.setToolTip(screen.say("Name of the layout"))
        self.language.setAccessibleName(screen.say("Language"))
        self.piece.setAccessibleName(screen.say("Shown for"))
        self.piece.setToolTip(screen.say("Whose piece is shown"))
        self.canvas.setAccessibleName(screen.say("The page: arrows move what is chosen, Alt and arrows resize it"))
        self.data_only.setText(screen.say("Data only"))
        self.data_only.setToolTip(screen.say("Show what prints on paper that was printed before"))
        self.snap.setText(screen.say("Snap"))
        self.snap.setToolTip(screen.say("Line up with the page and with other boxes; hold Ctrl to drag freely"))
        for button, word in (
            (self.copy, screen.say("Copy")), (self.remove, screen.say("Remove")), (self.done, screen.say("Done")),
        ):  # fmt: skip
            button.setText(word)
            button.setAccessibleName(word)
        self.remove.setToolTip(screen.say("Remove this layout from the event"))
        self.copy.setToolTip(screen.say("Edit a copy of this layout"))
        self.select_all.setText(screen.say("Choose everything on the page"))
        self.duplicate.setText(screen.say("Copy what is chosen"))
        for part in (self.elements, self.inspector, self.zoom):
            part.speak(screen)
        self._offer_pieces()
        follow_layout(self)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.setStyleSheet(editor_sheet(theme) + field_sheet(theme))
        for part in (self.piece, self.elements, self.zoom, self.inspector):
            part.wear(theme)

    def _arrange(self) -> None:
        head = QFrame()
        head.setObjectName("editorhead")
        head.setFixedHeight(HEIGHT)
        row = QHBoxLayout(head)
        row.setContentsMargins(MARGIN - 8, 0, 16, 0)
        row.setSpacing(8)
        self.name.setMinimumWidth(120)
        row.addWidget(self.name, 2)
        row.addWidget(self.language)
        self.piece.setMinimumWidth(110)
        row.addWidget(self.piece, 1)
        for part in (self.data_only, self.snap):
            row.addWidget(part)
        row.addSpacing(8)
        self.done.setObjectName("primary")
        for button in (self.copy, self.remove, self.done):
            row.addWidget(button)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.elements)
        body.addWidget(self.zoom, 1)
        body.addWidget(self.inspector)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for action, keys in ((self.select_all, "Ctrl+A"), (self.duplicate, "Ctrl+D")):
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(here)
        self.addActions([self.select_all, self.duplicate, *self.zoom.actions_of_zoom.values()])
        self.select_all.triggered.connect(self._on_select_all)
        self.duplicate.triggered.connect(self.elements.copy_elements)
        self.snap.setChecked(True)
        self.snap.toggled.connect(self._on_snap)
        self.language.chosen.connect(self._on_language)
        self.piece.changed.connect(lambda _: self._ask())
        self.data_only.toggled.connect(lambda _: self._ask())
        self.name.changed.connect(self._on_name)
        self.copy.clicked.connect(self._on_copy)
        self.remove.clicked.connect(self._on_remove)
        self.done.clicked.connect(self.close_layout)
        self.draft.read.connect(self._on_read)
        self.draft.changed.connect(self._ask)
        self.draft.lost.connect(self._on_lost)
        self.canvas.resized.connect(self._ask)
        self.elements.added.connect(self._on_added)
        self.inspector.refused.connect(self._around.refuse)
        self.trials.made.connect(self._on_page)
        self.trials.failed.connect(self._on_no_page)

    def _on_read(self) -> None:
        assert self.draft.own is not None
        self.name.show_value(self._screen.text(self.draft.own.name))
        self._offer_pieces()

    def _offer_pieces(self) -> None:
        own = self.draft.own
        if own is None:
            return
        pieces = own.pieces[:MOST_PIECES]
        if self.piece.value not in {SAMPLE, *(piece.key for piece in pieces)}:
            self.piece.value = SAMPLE
        if self.canvas.page is None and pieces:
            self.piece.value = pieces[0].key
        named = [(piece.key, self._screen.text(piece.label)) for piece in pieces]
        self.piece.offer([(SAMPLE, self._screen.say("Sample")), *named])

    def _ask(self) -> None:
        """Have the page made as the layout is now."""
        own, layout = self.draft.own, self.draft.layout
        if own is not None and layout is not None and self.isVisible():
            dots = self.canvas.dots_a_point
            self.trials.ask(Wish(own, layout, self._languages, self.piece.value, self.data_only.isChecked(), dots))

    def _on_page(self, page: Page) -> None:
        if self.draft.own is None or page.wish.own.id != self.draft.own.id:
            return
        self.canvas.show_page(page)
        self.elements.show_standing(page.trial.areas)
        screen, told = self._screen, []
        if page.trial.missing:
            told.append(screen.say("No font has {characters}; a box stands for it.", characters=page.trial.missing))
        if page.trial.shrunk:
            told.append(screen.say("Something stands at its smallest size."))
        self.zoom.note.setText(" ".join(told))

    def _on_no_page(self, trouble: Trouble) -> None:
        self.zoom.note.setText(trouble.say(self._screen.words))

    def _on_select_all(self) -> None:
        if self.draft.layout is not None:
            self.draft.choose(*range(len(self.draft.layout.elements)))

    def _on_language(self) -> None:
        self.draft.languages = self._languages
        self.draft.changed.emit()

    def _on_snap(self, snaps: bool) -> None:
        self.canvas.snaps = snaps

    def _on_name(self, name: str) -> None:
        from forumdesk.app.commands.templates import EditTemplate

        if self.draft.own is not None:
            written = self._screen.written(self.draft.own.name, name)
            self._around.operations.run(EditTemplate(id=self.draft.own.id, name=written))

    def _on_copy(self) -> None:
        from forumdesk.app.commands.templates import CopyTemplate

        own = self.draft.own
        if own is not None:
            language, key = self.language.code, uuid4()
            name = free_name(own.name, own.names, self._screen)
            self._around.operations.run(CopyTemplate(id=key, template=own.id, name=name))
            self.open(key, language)

    def _on_remove(self) -> None:
        from forumdesk.app.commands.templates import RemoveTemplate

        if self._id is not None:
            template, self._id = self._id, None
            self.draft.open(None)
            self._around.operations.run(RemoveTemplate(id=template))
            self.closed.emit(None)

    def _on_lost(self) -> None:
        self._id = None
        self.closed.emit(None)

    def _on_added(self) -> None:
        content = self.inspector.fields["content"]
        if content.isVisible():
            content.setFocus()
            content.selectAll()  # what is typed, or a field that is inserted, takes its place
        else:
            self.canvas.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape that nothing else wanted leads back to the documents."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_layout()
        else:
            super().keyPressEvent(event)
