"""A certificate of the event's own, made in the editor by keyboard alone and by mouse alone, and printed.

What the preview shows is what the PDF holds: the same picture, the same line breaks, boxes within a tenth of a mm.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.read_back import boxes, lines, origins
from forumdesk.documents.cards.layout import Rectangle, TextBox
from forumdesk.ui.desks import Desks
from forumdesk.ui.documents.page import DocumentsPage
from forumdesk.ui.documents.sheets import picture
from forumdesk.ui.templates.editor import Editor
from forumdesk.ui.templates.trials import Page
from forumdesk.ui.unopened import glance
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE, documents, drag_over, overview, write

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT = Qt.MouseButton.LeftButton
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE_HELD = Qt.KeyboardModifier.NoModifier
NEAR = 0.1
"""mm."""
WORDS = "特此感谢您为世界领先科技园区之间的交流与合作所做的贡献，谨致谢忱。"


@pytest.fixture
def paper(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> tuple[Path, Path]:
    """Where the printer prints to, and where a PDF is saved to."""
    printed, saved = tmp_path / "printed.pdf", tmp_path / "saved.pdf"

    def accept(dialog: QPrintDialog) -> QPrintDialog.DialogCode:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(printed))
        return QPrintDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(saved), ""))
    return printed, saved


@pytest.fixture
def desk(desks: Desks, qtbot: QtBot, sample_file: Path) -> Desk:
    """The sample, open in a window that has the keyboard."""
    desks.show(glance(str(sample_file)))
    (desk,) = desks.open_desks
    qtbot.waitUntil(lambda: desk.isActiveWindow() and bool(desk.top.title.text()), timeout=PATIENCE)
    qtbot.waitUntil(lambda: overview(desk).isVisible(), timeout=PATIENCE)  # it turns to its first page by itself
    return desk


def settled(page: DocumentsPage, qtbot: QtBot) -> Editor:
    """The editor, once the page of the layout as it is now is seen."""
    qtbot.waitUntil(lambda: page.editor is not None and page.editor.is_settled, timeout=PATIENCE)
    assert page.editor is not None
    return page.editor


def seen(page: DocumentsPage, qtbot: QtBot) -> Page:
    """The page that is seen of the layout as it is now."""
    shown = settled(page, qtbot).canvas.page
    assert shown is not None
    return shown


def from_menu(menu: QMenu, data: str, choose: Callable[[QMenu, QRect], None]) -> None:
    """Choose from a menu once it is open, which holds up whoever opens it."""

    def go() -> None:
        action = next(each for each in menu.actions() if each.data() == data)
        while menu.activeAction() is not action and choose is by_arrows:
            QApplication.processEvents()
            press(menu, Qt.Key.Key_Down)
        choose(menu, menu.actionGeometry(action))

    menu.aboutToShow.connect(lambda: QTimer.singleShot(0, go), Qt.ConnectionType.SingleShotConnection)


def press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE_HELD) -> None:
    """Press a key and let it go."""
    QTest.keyClick(widget, key, modifiers)


def by_arrows(menu: QMenu, _: QRect) -> None:
    press(menu, Qt.Key.Key_Return)


def by_click(menu: QMenu, at: QRect) -> None:
    QTest.mouseClick(menu, LEFT, pos=at.center())


# ---- what is read back


def hold_against(shown: Page, saved: bytes, text: object, frame: object) -> None:
    """The page that was seen in the editor, and the PDF that was saved: nothing differs."""
    assert isinstance(text, TextBox)
    assert isinstance(frame, Rectangle)
    assert picture(saved, 0, shown.wish.dots_a_point) == shown.image, "the same picture, dot by dot"
    assert lines(saved) == lines(shown.trial.pdf), "the same line breaks"
    assert text.lines > 1
    wanted = (frame.x, frame.y, frame.width, frame.height)
    edge = frame.weight  # of an outline the reader counts its whole thickness on each side
    found = [(box.x + edge, box.y + edge, box.width - 2 * edge, box.height - 2 * edge) for box in boxes(saved)]
    assert any(box == pytest.approx(wanted, abs=NEAR) for box in found)
    room = shown.trial.areas[shown.wish.layout.elements.index(text)]
    assert room is not None
    spots = [x for _, x, y in origins(saved) if room.y <= y <= room.y + room.height and x >= room.x - NEAR]
    assert min(spots) == pytest.approx(room.x, abs=NEAR)


# ---- the journeys


class Keyboard:
    """Types where the keyboard is, and goes elsewhere by Tab alone."""

    @property
    def focus(self) -> QWidget:
        """Where it is."""
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE_HELD) -> None:
        """Press a key and let it go."""
        press(self.focus, key, modifiers)

    def press_until(self, is_so: Callable[[], bool], key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE_HELD) -> None:
        """Press a key as often as it takes."""
        for _ in range(80):
            if is_so():
                return
            self.press(key, modifiers)
        raise AssertionError(f"{key} never leads there, but to {self.focus.accessibleName()}")

    def tab_to(self, wanted: QWidget) -> None:
        """Go on until it is there."""
        self.press_until(lambda: self.focus is wanted, Qt.Key.Key_Tab)

    def tab_back_to(self, wanted: QWidget) -> None:
        """Go back until it is there."""
        self.press_until(lambda: self.focus is wanted, Qt.Key.Key_Backtab, SHIFT)

    def enter(self, fields: dict[str, QWidget], numbers: dict[str, str]) -> None:
        """Replace what fields read."""
        for name, number in numbers.items():
            self.tab_to(fields[name])
            self.press(Qt.Key.Key_A, CONTROL)
            QTest.keyClicks(self.focus, number)
            self.press(Qt.Key.Key_Return)

    def open_from(self, button: QWidget, menu: QMenu, data: str) -> None:
        """Choose from the menu of a button."""
        from_menu(menu, data, by_arrows)
        assert self.focus is button
        self.press(Qt.Key.Key_Space)


def test_by_keyboard_alone(desk: Desk, qtbot: QtBot, paper: tuple[Path, Path]) -> None:
    keyboard, page, (printed, saved) = Keyboard(), documents(desk), paper
    press(desk, Qt.Key.Key_6, CONTROL)
    qtbot.waitUntil(lambda: keyboard.focus is page.shelf.list and page.options.knows_stock, timeout=PATIENCE)
    keyboard.press_until(lambda: page.options.title.text() == "感谢证书", Qt.Key.Key_Down)
    keyboard.tab_to(page.options.layouts.edit)
    keyboard.press(Qt.Key.Key_Space)
    editor = settled(page, qtbot)
    fields, elements = editor.inspector.fields, editor.elements

    assert keyboard.focus is editor.name
    keyboard.press(Qt.Key.Key_A, CONTROL)
    write(keyboard.focus, "致谢函")
    keyboard.tab_to(elements.list)
    keyboard.press(Qt.Key.Key_Home)
    for _ in range(8):  # number, code and wording: this certificate has its own
        keyboard.press(Qt.Key.Key_Delete)

    keyboard.tab_back_to(elements.add)
    keyboard.open_from(elements.add, elements.menu, "rectangle")
    assert keyboard.focus is editor.canvas
    keyboard.enter(fields, {"x": "60", "y": "120", "width": "120.5", "height": "30", "weight": "0"})
    keyboard.tab_back_to(editor.canvas)
    keyboard.press(Qt.Key.Key_Right, SHIFT)
    keyboard.press(Qt.Key.Key_Down)
    keyboard.press(Qt.Key.Key_Left, ALT)
    frame = editor.draft.element

    keyboard.tab_back_to(elements.add)
    keyboard.open_from(elements.add, elements.menu, "text")
    assert keyboard.focus is fields["content"]
    write(keyboard.focus, WORDS)
    keyboard.tab_to(fields["field"])
    keyboard.open_from(fields["field"], editor.inspector.menu, "name")
    qtbot.waitUntil(lambda: fields["content"].toPlainText() == WORDS + "{name}", timeout=PATIENCE)
    keyboard.enter(fields, {"x": "66.5", "y": "128", "width": "100", "lines": "3"})
    keyboard.tab_to(fields["align"].button("left"))
    keyboard.press(Qt.Key.Key_Space)
    keyboard.tab_to(fields["face"])
    keyboard.press(Qt.Key.Key_Down)
    keyboard.enter(fields, {"size": "15"})
    shown = seen(page, qtbot)
    text = editor.draft.element

    keyboard.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: keyboard.focus is page.options.print and page.options.print.isEnabled(), timeout=PATIENCE)
    qtbot.waitUntil(lambda: page.options.layouts.choice.currentText() == "致谢函", timeout=PATIENCE)
    keyboard.press(Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: "已送往打印机" in desk.notice.text, timeout=3 * PATIENCE)
    keyboard.tab_to(page.options.pdf)
    keyboard.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: saved.name in desk.notice.text, timeout=3 * PATIENCE)
    assert printed.stat().st_size > 10_000
    assert frame == Rectangle(x=65.0, y=120.5, width=120.0, height=30.0), "typed, nudged and pulled"
    hold_against(shown, saved.read_bytes(), text, frame)


class Mouse:
    """Clicks and drags."""

    def __init__(self, editor: Editor) -> None:
        self.canvas = editor.canvas

    def box(self, place: int) -> QRect:
        """Where an element is seen."""
        area = self.canvas.area_of(place)
        assert area is not None
        return self.canvas.rect_of(area).toRect()

    def drag(self, start: QPoint, across: int, down: int) -> None:
        """Take hold of something, and let it go elsewhere."""
        QTest.mousePress(self.canvas, LEFT, pos=start)
        for part in (0.3, 0.7, 1.0):
            drag_over(self.canvas, start + QPoint(across, down) * part)
        QTest.mouseRelease(self.canvas, LEFT, pos=start + QPoint(across, down))


def click(widget: QWidget, at: QPoint | None = None, held: Qt.KeyboardModifier = NONE_HELD) -> None:
    QTest.mouseClick(widget, LEFT, held, at or widget.rect().center())


def test_by_mouse_alone(desk: Desk, qtbot: QtBot, paper: tuple[Path, Path]) -> None:
    click(desk.rail.buttons["documents"])
    page, (printed, saved) = documents(desk), paper
    click(page.shelf.list.viewport(), page.shelf.row("thanks").center())
    qtbot.waitUntil(page.options.layouts.edit.isVisible, timeout=PATIENCE)
    click(page.options.layouts.edit)
    editor = settled(page, qtbot)
    mouse, elements, draft = Mouse(editor), editor.elements, editor.draft

    from_menu(elements.menu, "rectangle", by_click)
    click(elements.add)
    frame = draft.place
    from_menu(elements.menu, "text", by_click)
    click(elements.add)
    text = draft.place
    from_menu(editor.inspector.menu, "forum", by_click)
    click(editor.inspector.fields["field"])
    qtbot.waitUntil(lambda: editor.inspector.fields["content"].toPlainText() == "{forum}", timeout=PATIENCE)
    settled(page, qtbot)
    box = mouse.box(text)
    mouse.drag(QPoint(box.right(), box.center().y()), -round(box.width() * 0.8), 0)  # so narrow that it breaks
    settled(page, qtbot)
    box = mouse.box(text)
    mouse.drag(QPoint(box.center().x(), box.bottom()), 0, 40)
    click(editor.inspector.fields["align"].button("left"))
    settled(page, qtbot)
    mouse.drag(mouse.box(text).center(), -60, 30)
    settled(page, qtbot)
    click(editor.canvas, QPoint(mouse.box(frame).left(), mouse.box(frame).center().y()), SHIFT)
    assert set(draft.places) == {frame, text}, "Shift keeps what was chosen"
    click(editor.inspector.arrange.tools["left"])
    shown = seen(page, qtbot)
    one, other = (editor.canvas.area_of(place) for place in (frame, text))
    assert one is not None and other is not None
    assert one.x == pytest.approx(other.x, abs=0.01)
    before = editor.canvas.zoom
    click(editor.zoom.tools["plus"])
    assert editor.canvas.zoom == pytest.approx(1.25 * before)

    made = shown.wish.layout.elements
    click(editor.done)
    for button, told in ((page.options.print, "已送往打印机"), (page.options.pdf, saved.name)):
        qtbot.waitUntil(button.isEnabled, timeout=3 * PATIENCE)
        click(button)
        qtbot.waitUntil(lambda told=told: told in desk.notice.text, timeout=3 * PATIENCE)
    assert printed.stat().st_size > 10_000
    hold_against(shown, saved.read_bytes(), made[text], made[frame])
