"""The template editor, opened from the documents page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from forumdesk.domain.event import Template
from forumdesk.ui.window import Desk
from ui.eyes import wait_for_reads
from ui.hands import PATIENCE, documents


def test_a_copy_is_edited_beside_the_page_as_it_prints_and_every_nudge_is_a_step(desk: Desk, qtbot: QtBot) -> None:
    desk.go("documents")
    page = documents(desk)
    page.choose("thanks")
    qtbot.waitUntil(lambda: page.options.knows_stock, timeout=PATIENCE)
    qtbot.mouseClick(page.options.edit_template, Qt.MouseButton.LeftButton)
    editor = page.editor
    assert editor is not None
    qtbot.waitUntil(lambda: editor.is_settled, timeout=PATIENCE)
    editor.draft.choose(len(editor.elements.list) - 1)
    assert editor.draft.layout is not None
    before = editor.draft.layout
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
