"""The desk: one window on one event."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QByteArray, QLocale, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QToolTip, QVBoxLayout, QWidget

from forumdesk.base.changes import ChangeSet
from forumdesk.base.errors import Trouble
from forumdesk.base.words import Words
from forumdesk.ui import standard_words, typeface, wording
from forumdesk.ui.actions import Actions, keys_of
from forumdesk.ui.bars import StatusBar, TopBar
from forumdesk.ui.job_line import JobLine
from forumdesk.ui.notices import Notices
from forumdesk.ui.operations import Operations
from forumdesk.ui.page import Around, Page
from forumdesk.ui.pages import PAGES, PageKind
from forumdesk.ui.panels import Panels
from forumdesk.ui.parts.text import plain
from forumdesk.ui.problems.findings import Findings, say_counts, stale_of
from forumdesk.ui.rail import Rail
from forumdesk.ui.scope import Scope, days_of, forum_of
from forumdesk.ui.screen import Screen
from forumdesk.ui.sheet import style_sheet
from forumdesk.ui.theme import DARK, LIGHT, Theme, chosen_theme, palette

if TYPE_CHECKING:
    from datetime import date

    from forumdesk.store.reading import Reader
    from forumdesk.store.screens.frame import Frame
    from forumdesk.store.store import Store
    from forumdesk.store.work import Look
    from forumdesk.ui.unopened import Unopened

SCREEN_LANGUAGES = {"zh": "中文", "en": "English"}
REACHED = "tour"
"""Under what the settings remember how far somebody came in the first steps."""


class Desk(QMainWindow):
    """Rail, pages and bars. `settings` remember geometry, colours and language from one day to the next.

    `elsewhere` asks for another event in another window: `new`, `open`, `duplicate` or `sample`. `seen` says that the
    window was painted and is being filled, `filled` that the first page is there.
    """

    elsewhere = Signal(str)
    seen = Signal()
    filled = Signal()
    closed = Signal()

    def __init__(self, event: Store | Unopened, *, words: Words, settings: QSettings) -> None:
        super().__init__()
        self.settings = settings
        self.frame: Frame | None = None
        self.scope = Scope()
        self._is_saving = False
        self.screen_of = Screen(words)
        self.theme = chosen_theme(settings)
        self.operations = Operations(event, self)
        self._made: dict[str, Page] = {}
        self.panels: Panels = Panels(self)
        self.action_table = Actions(self)
        self.undo, self.redo = self.action_table["undo"], self.action_table["redo"]
        self._make_parts(event.place)
        self._arrange()
        self.speak(words)
        self.wear(self.theme)
        self._restore()
        self.operations.changed.connect(self._on_changed)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_colours)
        self.operations.saving.connect(self._on_saving)
        self._is_empty = True

    def speak(self, words: Words) -> None:
        """Say everything in another language."""
        QLocale.setDefault(wording.locale(words.language))
        QApplication.setFont(typeface.face(words.language))
        languages = self.frame.languages if self.frame else ("zh", "en")
        self.screen_of = screen = Screen(words, languages)
        self.rail.name([screen.words.say(kind.title) for kind in PAGES])
        for page in self._made.values():
            page.speak(screen)
        self.notices.speak(screen)
        self.jobs.speak(screen)
        self.panels.speak(screen)
        self._name_actions()
        self._show_saved()
        self.status.languages.get(words.language, self.status.languages["en"]).setChecked(True)
        self._name_theme()
        self._show_frame()
        self._show_findings()

    def wear(self, theme: Theme) -> None:
        """Put on a theme's colours.

        The style sheet is on the parts and not on the window: a page has its own, and is styled again when it is
        turned to.
        """
        self.theme = theme
        QApplication.setPalette(palette(theme))
        QToolTip.setPalette(palette(theme))
        sheet = style_sheet(theme)
        for bar in (self.rail, self.top, self.status):
            bar.setStyleSheet(sheet)
        for part in (self.action_table, self.rail, self.top, self.status, self.jobs, self.notices, self.panels):
            part.wear(theme)
        if self._made:
            self.open_page.wear(theme)
        self._name_theme()

    def refuse(self, trouble: Trouble) -> None:
        """Say what could not be done."""
        self.notices.refuse(trouble)

    def page(self, name: str) -> Page:
        """A page by its name, made the first time it is asked for, in the colours that are worn."""
        if name not in self._made:
            kind = next(kind for kind in PAGES if kind.name == name)
            page = self._made[name] = kind.make(self._around, self.screen_of)
            page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            self.pages.addWidget(page)
            page.speak(self.screen_of)
            page.wear(self.theme)
            page.show_scope(self.scope)
            if self.frame is not None:
                page.show_frame(self.frame)
            page.refresh()
        elif self._made[name].worn is not self.theme:
            self._made[name].wear(self.theme)
        return self._made[name]

    def go(self, name: str, row: UUID | None = None) -> None:
        """Turn to a page, and there to a row."""
        is_new = name not in self._made
        page = self.page(name)
        self.pages.setCurrentWidget(page)
        self.rail.check(name)
        page.settle()
        if row is not None:
            self.operations.look(partial(_day_of, row), self._on_day_of)
            page.show_row(row)
            if is_new:  # its rows are on their way: once more behind them
                self.operations.then(lambda: page.show_row(row))

    def go_to_part(self, name: str, part: str) -> None:
        """Turn to a page, and there to a part with a name."""
        self.go(name)
        self.page(name).show_part(part)

    @property
    def open_page(self) -> Page:
        """The page that is turned to."""
        page = self.pages.currentWidget()
        assert isinstance(page, Page)
        return page

    @property
    def open_kind(self) -> PageKind:
        """What page that is."""
        return next(kind for kind in PAGES if self._made.get(kind.name) is self.open_page)

    def ask_elsewhere(self, what: str) -> None:
        """Ask for another event in another window: `new`, `open`, `duplicate` or `sample`."""
        self.elsewhere.emit(what)

    def take_back(self) -> None:
        """Undo the last own step."""
        self.operations.undo()

    def do_again(self) -> None:
        """Redo what was undone last."""
        self.operations.redo()

    def choose_scope(self, scope: Scope) -> None:
        """Show one forum or all, one day or all, on every page, and remember it for this event."""
        if self.frame is None or scope == self.scope:
            return
        self.scope = scope
        self.settings.setValue(f"scope/{self.frame.id}", scope.code)
        for page in self._made.values():
            page.show_scope(scope)
        self._show_frame()
        for page in self._made.values():
            if page.follows_scope:
                page.refresh()

    def open_menu(self) -> None:
        """Open the menu behind the mark."""
        self.rail.mark.open_menu()

    def next_language(self) -> None:
        """Say everything in the next language of the screen."""
        codes = list(SCREEN_LANGUAGES)
        self.choose("language", codes[(codes.index(self.screen_of.words.language) + 1) % len(codes)])

    def next_theme(self) -> None:
        """Put on the other colours."""
        self.choose("theme", (LIGHT if self.theme is DARK else DARK).name)

    def toggle_full_screen(self) -> None:
        """Take the whole screen, or give it back."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _make_parts(self, place: str) -> None:
        self.notices = Notices(self)
        self.notice = self.notices.notice
        self.jobs = JobLine(self.operations.jobs, self.screen_of)
        self.findings = Findings(self.operations)
        self.findings.found.connect(self._show_findings)
        self._around = Around(
            self.operations, self.refuse, self.notice.say_done, self.go, self.go_to_part, self.findings,
            self.settings, self.ask_elsewhere, self.choose,
        )  # fmt: skip
        self.rail = Rail({kind.name: kind.icon for kind in PAGES}, self.go)
        self.top = TopBar(self.undo, self.redo)
        self.top.search.clicked.connect(self.panels.search)
        self.top.switch.asked.connect(self.panels.choose_forum)
        self.top.switch.day.connect(lambda day: self.choose_scope(self.scope._replace(day=day)))
        self.status = StatusBar(self.jobs, SCREEN_LANGUAGES, partial(self.choose, "language"), self.next_theme)
        self.status.problems.clicked.connect(lambda: self.go("problems"))
        self.status.reprints.clicked.connect(self._on_reprints)
        self.status.file.setText(place if "://" in place else Path(place).name)

    def _arrange(self) -> None:
        self.pages = QStackedWidget()
        middle = QWidget()
        middle.setBackgroundRole(QPalette.ColorRole.Base)
        middle.setAutoFillBackground(True)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices.banner)
        column.addWidget(self.pages, 1)
        column.addWidget(self.notice)
        self.notices.stand_on(middle)
        right = QVBoxLayout()
        right.setSpacing(0)
        for part, stretch in ((self.top, 0), (middle, 1), (self.status, 0)):
            right.addWidget(part, stretch)
        self.ground = QWidget()
        whole = QHBoxLayout(self.ground)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.rail)
        whole.addLayout(right, 1)
        self.setCentralWidget(self.ground)
        self.setMinimumSize(960, 600)
        self.setAcceptDrops(True)

    def _restore(self) -> None:
        geometry = self.settings.value("geometry")
        if not (isinstance(geometry, QByteArray) and self.restoreGeometry(geometry)):
            self.resize(1440, 900)

    def _fill(self) -> None:
        """Read what is seen first."""
        self._refresh_frame()
        self.go(PAGES[0].name)
        self.seen.emit()
        self.operations.then(lambda: QTimer.singleShot(0, self, self._open))  # behind the paint of what was read

    def _open(self) -> None:
        """Open the event for all the rest, now that there is something to look at meanwhile."""
        self.filled.emit()
        standard_words.speak(self.screen_of.words.language)
        self.operations.look(lambda _: None, lambda _: self.findings.refresh())
        self.operations.do(_learn_to_spell, lambda _: None)

    def _refresh_frame(self) -> None:
        self.operations.glance(_frame, self._on_frame)

    def _on_frame(self, frame: Frame) -> None:
        is_first = self.frame is None
        self.frame = frame
        if self.screen_of.languages != frame.languages:
            self.speak(self.screen_of.words)
        self._name_steps()
        remembered = Scope.of(str(self.settings.value(f"scope/{frame.id}") or ""))
        self.choose_scope((remembered if is_first else self.scope).within(frame))
        self._show_frame()

    def _on_day_of(self, day: tuple[UUID, date] | None) -> None:
        """Show the forum that a row belongs to which somebody goes to."""
        if day is not None and not self.scope.holds(*day):
            self.choose_scope(Scope(day[0]))

    def _show_frame(self) -> None:
        if self.frame is None:
            return
        frame, screen = self.frame, self.screen_of
        self.top.show_event(screen.text(frame.kicker), screen.text(frame.title), self._place(frame))
        self.top.switch.show_scope(frame, self.scope, screen)
        self.action_table["forum"].setEnabled(self.top.switch.has_choice)
        for page in self._made.values():
            page.show_frame(frame)
        self.setWindowTitle(f"{screen.text(frame.title)} – ForumDesk")

    def _place(self, frame: Frame) -> str:
        """The hall of the forum that is shown, and the day where there is no other."""
        screen, forum, days = self.screen_of, forum_of(frame, self.scope.forum), days_of(frame, self.scope.forum)
        hall = screen.text(forum.hall) if forum else ""
        first = days[0] if self.scope.forum and days else frame.starts
        day = "" if len(days) > 1 else wording.short_date(first, screen)
        return screen.say("{hall}, {date}", hall=hall, date=day) if hall and day else hall or day

    def _show_findings(self) -> None:
        """Count on the rail what presses, whichever page is open."""
        button, count = self.rail.buttons.get("problems"), self.findings.pressing
        if button is None:
            return
        found = [finding for finding in self.findings.open if not finding.is_reprint]
        words = say_counts(found, self.screen_of)
        button.count(count, words)
        self.status.show_problems(self.screen_of.say("Problems: {count}", count=count) if count else "", words)

        self._show_reprints()

    def _show_reprints(self) -> None:
        reprints, screen = self.findings.reprints, self.screen_of
        if not reprints:
            self.status.show_reprints("", "")
            return
        from forumdesk.app.printing.kinds import BY_NAME

        count = sum(len(each.pieces) for each in reprints)
        names = screen.say(", ").join(screen.words.say(BY_NAME[each.kind].title) for each in reprints)
        self.status.show_reprints(screen.say("{count} to reprint", count=count), names)

    def _on_reprints(self) -> None:
        self.go_to_part("documents", stale_of(self.findings.reprints[0].kind))

    def _name_actions(self) -> None:
        """Name the actions, undo and redo after the steps they would turn."""
        self.action_table.speak(self.screen_of)
        self.action_table.fill(self.rail.mark.menu, self.screen_of)
        self.top.search.setText(self.screen_of.say("Search people, agenda, actions"))
        self.top.search.short = self.screen_of.say("Search")
        for button, code in ((self.top.search, "search"), (self.rail.mark, "menu")):
            action = self.action_table[code]
            button.setAccessibleName(action.text())
            button.setToolTip(plain(f"{action.text()} ({keys_of(action)})"))
        self.top.search.keys = keys_of(self.action_table["search"])
        self._name_steps()

    def _name_steps(self) -> None:
        screen, frame = self.screen_of, self.frame
        undo = screen.words.say(frame.undo) if frame and frame.undo else ""
        redo = screen.words.say(frame.redo) if frame and frame.redo else ""
        self.undo.setText(screen.say("Undo: {step}", step=undo) if undo else screen.say("Undo"))
        self.redo.setText(screen.say("Redo: {step}", step=redo) if redo else screen.say("Redo"))
        for action, step in ((self.undo, undo), (self.redo, redo)):
            action.setToolTip(plain(f"{action.text()} ({keys_of(action)})"))
            action.setEnabled(bool(step))

    def _name_theme(self) -> None:
        word = self.screen_of.say("Light colours") if self.theme is DARK else self.screen_of.say("Dark colours")
        self.status.colours.setToolTip(word)
        self.status.colours.setAccessibleName(word)

    def _on_changed(self, _: ChangeSet) -> None:
        self._refresh_frame()

    def _on_saving(self, saving: bool) -> None:
        self._is_saving = saving
        self._show_saved()

    def _show_saved(self) -> None:
        word = self.screen_of.say("Saving") if self._is_saving else self.screen_of.say("Saved")
        self.status.show_saved(word, saved=not self._is_saving)

    def choose(self, what: str, code: str) -> None:
        """Have the screen in a `language`, or in a `theme` (light, dark or system), from now on."""
        self.settings.setValue(what, code)
        if what == "language":
            self.speak(Words.of(code))
            standard_words.speak(code)
        else:
            self.wear(chosen_theme(self.settings))

    def _on_system_colours(self) -> None:
        theme = chosen_theme(self.settings)
        if theme is not self.theme:
            self.wear(theme)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Once the empty window is there, fill it."""
        super().paintEvent(event)
        if self._is_empty:
            self._is_empty = False
            QTimer.singleShot(0, self._fill)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file."""
        from forumdesk.ui.lists.dropping import dropped_file

        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Do with a file what its kind is for."""
        from forumdesk.ui.lists.dropping import dropped_file, take

        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            take(self, path)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Finish what is being written, and remember how the window stood."""
        self.setFocus()  # a cell that is being edited is written
        self.settings.setValue("geometry", self.saveGeometry())
        self.settings.sync()
        self.operations.close()
        super().closeEvent(event)
        self.closed.emit()


def _learn_to_spell() -> None:
    """Import the readings of all characters, which the palette needs as soon as it opens."""
    import pypinyin  # noqa: F401


def _frame(look: Reader) -> Frame:
    from forumdesk.store.screens.frame import frame

    return frame(look)


def _day_of(row: UUID, look: Look) -> tuple[UUID, date] | None:
    from forumdesk.store.screens.frame import day_of

    return day_of(look, row)
