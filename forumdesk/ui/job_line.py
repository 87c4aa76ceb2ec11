"""The jobs under way, in the status bar: what, how far, and a way to stop."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QWidget

from forumdesk.ui import icons
from forumdesk.ui.jobs import Jobs
from forumdesk.ui.parts.text import ElidedLabel
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme


class JobLine(QWidget):
    """The oldest of the jobs that are shown, and how many more there are; hidden while there is none."""

    def __init__(self, jobs: Jobs, screen: Screen) -> None:
        super().__init__()
        self._jobs, self._screen = jobs, screen
        self.text = ElidedLabel("second")
        self.bar = QProgressBar()
        self.bar.setFixedSize(96, 4)
        self.bar.setTextVisible(False)
        self.cancel = QToolButton()
        self.cancel.setFixedSize(22, 22)
        self.cancel.setIconSize(QSize(14, 14))
        self.cancel.clicked.connect(self._on_cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.text)
        row.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.cancel)
        self.hide()
        jobs.changed.connect(self._show)

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self._screen = screen
        self.cancel.setAccessibleName(screen.say("Cancel"))
        self.cancel.setToolTip(screen.say("Cancel"))
        self._show()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.cancel.setIcon(icons.icon("x", theme.ink_2, 14, disabled=theme.disabled))

    def _show(self) -> None:
        shown, screen = self._jobs.shown, self._screen
        self.setVisible(bool(shown))
        if not shown:
            return
        job = shown[0]
        if job.ticket.cancelled:
            text = screen.say("{job}: being cancelled", job=job.title)
        elif job.of:
            text = screen.say("{job}: {done} of {of}", job=job.title, done=job.done, of=job.of)
        else:
            text = job.title
        more = len(shown) - 1
        self.text.setText(screen.say("{job}, and {count} more", job=text, count=more) if more else text)
        self.bar.setRange(0, job.of)
        self.bar.setValue(job.done)
        self.bar.setAccessibleName(job.title)
        self.cancel.setEnabled(not job.ticket.cancelled)

    def _on_cancel(self) -> None:
        if self._jobs.shown:
            self._jobs.cancel(self._jobs.shown[0])
