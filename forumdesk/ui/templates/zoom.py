"""The ground the page lies on: zoomed about the pointer, scrolled, and the tools for that at its foot."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout

from forumdesk.ui import icons
from forumdesk.ui.parts.head import MARGIN
from forumdesk.ui.parts.text import ElidedLabel, Label
from forumdesk.ui.screen import Screen
from forumdesk.ui.templates.canvas import Canvas
from forumdesk.ui.templates.draft import Draft
from forumdesk.ui.theme import Theme

STEP = 1.25
FOOT, TOOL, ICON = 36, 28, 16


class Ground(QScrollArea):
    """Scrolls over the canvas."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__()
        self.canvas = canvas
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(240, 200)
        self.setWidget(canvas)

    def zoom_by(self, factor: float, about: QPointF | None = None) -> None:
        """Zoom, keeping what stands at a point of the window (its middle) where it is."""
        at = about if about is not None else QPointF(self.viewport().rect().center())
        canvas, corner = self.canvas, QPointF(self.canvas.pos())
        kept = canvas.place_at(at - corner)
        canvas.set_zoom(canvas.zoom * factor)
        to = canvas.point_of(kept) - at
        self.horizontalScrollBar().setValue(round(to.x()))
        self.verticalScrollBar().setValue(round(to.y()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page anew."""
        super().resizeEvent(event)
        self.canvas.set_room(self.maximumViewportSize())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel zooms about the pointer."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(STEP ** (event.angleDelta().y() / 120), event.position())
            event.accept()
            return
        super().wheelEvent(event)


class Zoom(QFrame):
    """The canvas on its ground, and below it what there is to say of the page, and how large it is."""

    def __init__(self, draft: Draft, canvas: Canvas) -> None:
        super().__init__()
        self._draft, self.canvas, self.ground = draft, canvas, Ground(canvas)
        self.note, self.percent = ElidedLabel("second"), Label("second")
        self.actions_of_zoom = {
            "minus": self._action(lambda: self.ground.zoom_by(1 / STEP), "Ctrl+-"),
            "plus": self._action(lambda: self.ground.zoom_by(STEP), "Ctrl++", "Ctrl+="),
            "maximize": self._action(lambda: self.canvas.set_zoom(0), "Ctrl+0"),
        }
        self.tools = {name: self._tool(action) for name, action in self.actions_of_zoom.items()}
        self.percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.percent.setFixedWidth(48)
        foot = QFrame()
        foot.setObjectName("editorfoot")
        foot.setFixedHeight(FOOT)
        row = QHBoxLayout(foot)
        row.setContentsMargins(MARGIN, 0, 12, 0)
        row.setSpacing(2)
        row.addWidget(self.note, 1)
        row.addWidget(self.tools["minus"])
        row.addWidget(self.percent)
        row.addWidget(self.tools["plus"])
        row.addSpacing(8)
        row.addWidget(self.tools["maximize"])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.ground, 1)
        column.addWidget(foot)
        canvas.resized.connect(self._on_resized)
        draft.chosen.connect(self._on_chosen)

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        for name, word in {
            "minus": screen.say("Zoom out"), "plus": screen.say("Zoom in"), "maximize": screen.say("Whole page"),
        }.items():  # fmt: skip
            action = self.actions_of_zoom[name]
            action.setText(word)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            self.tools[name].setToolTip(f"{word} ({keys})")
            self.tools[name].setAccessibleName(word)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.canvas.wear(theme)
        for name, tool in self.tools.items():
            tool.setIcon(icons.icon(name, theme.ink_2, ICON, disabled=theme.disabled))

    def _action(self, do: object, *keys: str) -> QAction:
        action = QAction(self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(do)
        return action

    def _tool(self, action: QAction) -> QToolButton:
        tool = QToolButton()
        tool.setFixedSize(TOOL, TOOL)
        tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        tool.clicked.connect(action.trigger)
        return tool

    def _on_resized(self) -> None:
        self.percent.setText(f"{round(self.canvas.zoom * 100)} %")
        self.tools["maximize"].setEnabled(not self.canvas.is_fitted)

    def _on_chosen(self) -> None:
        """Bring what is chosen into sight."""
        area = self.canvas.area_of(self._draft.place)
        if area is not None:
            middle = self.canvas.rect_of(area).center().toPoint()
            self.ground.ensureVisible(middle.x(), middle.y())
