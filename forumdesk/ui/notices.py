"""How the desk says what happened: a rule beside the work, trouble across the top, a way back at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from forumdesk.base.changes import ChangeSet
from forumdesk.base.errors import Trouble, Unavailable
from forumdesk.base.files import CannotWrite
from forumdesk.ui.operations import Unexpected
from forumdesk.ui.parts.banner import Banner
from forumdesk.ui.parts.notice import Notice
from forumdesk.ui.parts.toast import Toast
from forumdesk.ui.screen import Screen
from forumdesk.ui.sheet import style_sheet
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from forumdesk.ui.report_dialog import ReportDialog
    from forumdesk.ui.window import Desk


class Notices:
    """What is refused becomes a notice, what is out of reach a banner, a bug a report, a removal a toast."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.notice = Notice(desk.theme)
        self.banner = Banner()
        self.banner.button.clicked.connect(desk.action_table["copy"].trigger)
        self.report: ReportDialog | None = None
        operations = desk.operations
        operations.failed.connect(self.refuse)
        operations.stopped.connect(self._on_stopped)
        operations.recovered.connect(self.banner.hide)
        operations.stepped.connect(self._on_stepped)
        operations.saving.connect(self._on_saving)

    def stand_on(self, ground: QWidget) -> None:
        """Say where toasts come up."""
        self.toast = Toast(ground)

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self.notice.name_close(screen.say("Close"))
        self.banner.button.setText(screen.say("Save a copy…"))

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        sheet = style_sheet(theme)
        for part in (self.notice, self.banner, self.toast):
            part.setStyleSheet(sheet)
        self.notice.wear(theme)
        self.banner.wear(theme)

    def refuse(self, trouble: Trouble) -> None:
        """Say what could not be done, in the place that fits."""
        sentence = trouble.say(self._desk.screen_of.words)
        if isinstance(trouble, Unexpected):
            self._report(sentence, trouble.report)
        elif isinstance(trouble, Unavailable) and not isinstance(trouble, CannotWrite):
            self.banner.say(sentence)
        else:
            self.notice.say_trouble(sentence)

    def _on_stopped(self, trouble: Trouble) -> None:
        """A job is over, whatever ended it: there is nothing to wait for."""
        if isinstance(trouble, Unexpected):
            self.refuse(trouble)
        else:
            self.notice.say_trouble(trouble.say(self._desk.screen_of.words))

    def _report(self, sentence: str, report: str) -> None:
        if self.report is not None:  # one at a time: a bug seldom comes alone
            return
        from forumdesk.ui.report_dialog import ReportDialog

        self.report = ReportDialog(sentence, report, self._desk.screen_of, self._desk)
        self.report.setStyleSheet(style_sheet(self._desk.theme))
        self.report.destroyed.connect(self._on_report_closed)
        self.report.open()

    def _on_report_closed(self) -> None:
        self.report = None

    def _on_stepped(self, changes: ChangeSet) -> None:
        if not changes.removes:
            self.toast.hide()
            return
        screen = self._desk.screen_of
        sentence = screen.say("Done: {step}", step=screen.words.say(changes.title))
        self.toast.say(sentence, screen.say("Undo"), self._desk.operations.undo)

    def _on_saving(self, saving: bool) -> None:
        """Undo takes back the last step, so the offer ends where the next one begins."""
        if saving:
            self.toast.hide()
