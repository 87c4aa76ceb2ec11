"""The template editor, opened from the documents page."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from forumdesk.documents.cards.layout import Layout, TextBox
from forumdesk.domain.event import Template
from forumdesk.ui.documents.page import DocumentsPage
from forumdesk.ui.templates.draft import NONE
from forumdesk.ui.templates.editor import Editor
from forumdesk.ui.window import Desk
from ui.eyes import wait_for_reads
from ui.hands import PATIENCE, documents, drag_over

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> DocumentsPage:
    """The documents, turned to certificates of thanks."""
    desk.go("documents")
    page = documents(desk)
    page.choose("thanks")
    qtbot.waitUntil(lambda: page.options.knows_stock, timeout=PATIENCE)
    return page


def settled(page: DocumentsPage, qtbot: QtBot) -> Editor:
    """The editor, once the page of the layout as it is now is seen."""
    editor = page.editor
    assert editor is not None
    qtbot.waitUntil(lambda: editor.is_settled, timeout=PATIENCE)
    return editor


def test_a_copy_is_edited_beside_the_page_as_it_prints_and_every_nudge_is_a_step(
    desk: Desk, page: DocumentsPage, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.options.layouts.edit, Qt.MouseButton.LeftButton)
    editor = settled(page, qtbot)
    before = editor.draft.layout
    assert before is not None
    editor.draft.choose(len(before.elements) - 1)
    qtbot.keyClick(editor.canvas, Qt.Key.Key_Right)
    assert editor.draft.layout != before
    wait_for_reads(qtbot, desk)
    desk.operations.undo()
    qtbot.waitUntil(lambda: editor.draft.layout == before, timeout=PATIENCE)
    qtbot.mouseClick(editor.done, Qt.MouseButton.LeftButton)
    with desk.operations.store.look() as look:
        (own,) = look.all(Template)
    assert page.options.wish is not None
    assert page.options.wish.template == str(own.id)


def test_the_keyboard_alone_moves_a_text_by_number_and_puts_a_field_into_it(
    desk: Desk, page: DocumentsPage, qtbot: QtBot
) -> None:
    qtbot.keyClick(page.options.layouts.edit, Qt.Key.Key_Space)
    editor = settled(page, qtbot)
    fields, menu = editor.inspector.fields, editor.inspector.menu
    while not isinstance(editor.draft.element, TextBox):
        qtbot.keyClick(editor.elements.list, Qt.Key.Key_Down)
    place = editor.draft.place

    fields["x"].setFocus()
    fields["x"].selectAll()
    qtbot.keyClicks(fields["x"], "31.5")
    qtbot.keyClick(fields["x"], Qt.Key.Key_Return)

    chosen: list[QAction] = []
    menu.triggered.connect(chosen.append)
    menu.aboutToShow.connect(lambda: QTimer.singleShot(0, choose_first))

    def choose_first() -> None:
        qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Return)

    fields["field"].setFocus()
    qtbot.keyClick(fields["field"], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(chosen), timeout=PATIENCE)
    settled(page, qtbot)
    area = editor.canvas.area_of(place)
    assert area is not None
    assert area.x == 31.5
    qtbot.keyClick(editor.done, Qt.Key.Key_Space)

    wait_for_reads(qtbot, desk)
    assert [step.title for step in desk.operations.store.history(3)] == ["Edit layout", "Edit layout", "Add layout"]
    with desk.operations.store.look() as look:
        (own,) = look.all(Template)
    assert f"{{{chosen[0].data()}}}" in str(Layout.from_json(own.layout).elements[place])
    assert page.options.isVisible()


def test_the_mouse_alone_chooses_a_box_in_the_page_and_drags_it_as_one_step(
    desk: Desk, page: DocumentsPage, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.options.layouts.edit, Qt.MouseButton.LeftButton)
    editor = settled(page, qtbot)
    canvas, draft = editor.canvas, editor.draft
    assert draft.layout is not None
    place = next(number for number, each in enumerate(draft.layout.elements) if isinstance(each, TextBox))
    before = canvas.area_of(place)
    assert before is not None
    left, start = Qt.MouseButton.LeftButton, canvas.rect_of(before).center().toPoint()

    qtbot.mousePress(canvas, left, pos=start)
    assert draft.place == place
    for step in (10, 20, 40):
        drag_over(canvas, start + QPoint(step, step))
    qtbot.mouseRelease(canvas, left, pos=start + QPoint(40, 40))

    after = canvas.area_of(place)
    assert after is not None
    assert after.x > before.x
    assert after.y > before.y
    wait_for_reads(qtbot, desk)
    assert [step.title for step in desk.operations.store.history(2)] == ["Move on the page", "Add layout"]
    qtbot.mouseClick(canvas, left, pos=QPoint(3, 3))
    assert draft.place == NONE


def test_a_layout_is_saved_to_a_file_removed_with_a_way_back_and_added_from_the_file(
    desk: Desk, page: DocumentsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    out, row = tmp_path / "我的.layout", page.options.layouts
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(out), ""))

    def offered() -> list[str]:
        return [row.choice.itemText(number) for number in range(row.choice.count())]

    assert not row.actions_of_more["remove"].isVisible(), "what ships stays"
    qtbot.mouseClick(row.edit, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(settled(page, qtbot).done, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "感谢状 副本" in offered(), timeout=PATIENCE)
    row.actions_of_more["save"].trigger()
    qtbot.waitUntil(lambda: out.name in desk.notice.text, timeout=PATIENCE)
    row.actions_of_more["remove"].trigger()
    qtbot.waitUntil(lambda: "感谢状 副本" not in offered(), timeout=PATIENCE)
    qtbot.mouseClick(desk.notices.toast.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "感谢状 副本" in offered(), timeout=PATIENCE)

    page.choose("badge")
    row.actions_of_more["add"].trigger()
    qtbot.waitUntil(lambda: row.choice.currentText() == "感谢状 副本 副本", timeout=PATIENCE)
    assert page.options.title.text() == "感谢证书", "the page turned to what the layout is for"
    out.write_text(out.read_text(encoding="utf-8").replace("{name}", "{phone}"), encoding="utf-8")
    row.actions_of_more["add"].trigger()
    qtbot.waitUntil(lambda: "{phone}" in desk.notice.text, timeout=PATIENCE)
    assert len(desk.operations.store.history()) == 4  # founded, added, removed (and taken back), added


@pytest.fixture
def editor(page: DocumentsPage, qtbot: QtBot) -> Editor:
    """The editor on a copy of the certificate."""
    qtbot.mouseClick(page.options.layouts.edit, Qt.MouseButton.LeftButton)
    return settled(page, qtbot)


def test_the_page_is_zoomed_about_the_pointer_by_the_wheel_and_by_keys(
    page: DocumentsPage, editor: Editor, qtbot: QtBot
) -> None:
    canvas, ground = editor.canvas, editor.zoom.ground
    fitted, at = canvas.zoom, QPointF(200, 150)

    def wheel() -> None:
        turned = QWheelEvent(
            at, ground.viewport().mapToGlobal(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(ground.viewport(), turned)

    for _ in range(4):
        before = canvas.place_at(at - QPointF(canvas.pos()))  # once it fills the ground
        wheel()
    assert canvas.zoom == pytest.approx(fitted * 1.25**4)
    after = canvas.place_at(at - QPointF(canvas.pos()))
    assert (after.x(), after.y()) == pytest.approx((before.x(), before.y()), abs=1 / canvas.zoom)
    assert editor.zoom.percent.text() == f"{round(canvas.zoom * 100)} %"
    settled(page, qtbot)
    editor.draft.choose(0)
    control = Qt.KeyboardModifier.ControlModifier
    for key, factor in ((Qt.Key.Key_Plus, 1.25**5), (Qt.Key.Key_Minus, 1.25**4), (Qt.Key.Key_0, 1.0)):
        qtbot.keyClick(editor.elements.list, key, control)
        assert canvas.zoom == pytest.approx(fitted * factor)
    assert canvas.is_fitted


def test_what_a_frame_catches_is_moved_copied_and_removed_together_each_a_step_with_a_name(
    desk: Desk, page: DocumentsPage, editor: Editor, qtbot: QtBot
) -> None:
    canvas, draft, left = editor.canvas, editor.draft, Qt.MouseButton.LeftButton
    corner = canvas.rect().bottomRight() - QPoint(3, 3)
    qtbot.mousePress(canvas, left, pos=QPoint(3, 3))
    for at in (QPoint(90, 90), corner):
        drag_over(canvas, at)
    qtbot.mouseRelease(canvas, left, pos=corner)
    stand = [place for place, area in enumerate(canvas.page.trial.areas if canvas.page else ()) if area]
    assert list(draft.places) == stand
    assert editor.inspector.heading.text() == f"已选 {len(stand)} 个"
    assert editor.inspector.fields["size"].isHidden(), "not everything has a size"

    texts = [place for place in stand if draft.layout and isinstance(draft.layout.elements[place], TextBox)][:2]
    draft.choose(*texts)
    assert editor.inspector.fields["size"].text() == "", "they differ"
    editor.inspector.fields["size"].setFocus()
    qtbot.keyClicks(editor.inspector.fields["size"], "17")
    qtbot.keyClick(editor.inspector.fields["size"], Qt.Key.Key_Return)
    assert {element.size for element in draft.elements if isinstance(element, TextBox)} == {17.0}
    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    settled(page, qtbot)
    qtbot.keyClick(canvas, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert draft.layout and draft.places == (len(draft.layout.elements) - 2, len(draft.layout.elements) - 1)
    qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    assert draft.places == ()
    wait_for_reads(qtbot, desk)
    told = [step.title for step in desk.operations.store.history(4)]
    assert told == ["Remove from the page", "Copy on the page", "Move on the page", "Edit layout"]
    qtbot.waitUntil(lambda: "移除版式内容" in desk.undo.toolTip(), timeout=PATIENCE)


def test_what_does_not_stand_on_the_page_that_is_seen_is_pale_in_the_list(
    page: DocumentsPage, editor: Editor, qtbot: QtBot
) -> None:
    def pale() -> int:
        items = [editor.elements.list.item(row) for row in range(editor.elements.list.count())]
        return sum("不在这一页上" in item.toolTip() for item in items)

    alone = pale()
    assert alone > 0
    qtbot.mouseClick(editor.language.button("both"), Qt.MouseButton.LeftButton)
    settled(page, qtbot)
    assert 0 < pale() != alone
