"""Whoever cannot see the desk, or has no mouse, works at it like everybody else."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from forumdesk.app.sample import key
from forumdesk.ui.actions import ACTIONS, ActionKind
from forumdesk.ui.pages import PAGES
from forumdesk.ui.palette.palette import Palette
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE

FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit, QComboBox)
CONTROLS = (QAbstractButton, QAbstractItemView, *FIELDS)
ROWS = {"agenda": key("item", "plaque"), "ceremonies": key("item", "plaque"), "people": key("person", "zhang-yulei")}

each_page = pytest.mark.parametrize("name", [kind.name for kind in PAGES])


def turned(desk: Desk, qtbot: QtBot, name: str) -> QWidget:
    """A page with its rows, as the desk shows it."""
    desk.go(name, ROWS.get(name))
    answered: list[object] = []
    for _ in range(2):  # an answer may ask again
        desk.operations.look(lambda _: True, answered.append)
    qtbot.waitUntil(lambda: len(answered) == 2, timeout=PATIENCE)
    QApplication.processEvents()
    return desk.open_page


def spoken(widget: QWidget) -> str:
    """What a screen reader calls it: its own name, its text, or its label."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def described(widget: QWidget) -> str:
    """Which widget it is, for whoever has to mend it."""
    around = widget.parentWidget()
    return f"{type(widget).__name__} “{spoken(widget)}” of {type(around).__name__}"


def is_part(widget: QWidget) -> bool:
    """Whether it belongs to a control that speaks for it: the glass in a field, the headings of a table."""
    return isinstance(widget, QHeaderView) or isinstance(widget.parent(), QComboBox | QLineEdit | QTableView)


def place(widget: QWidget, within: QWidget) -> QRect:
    return QRect(widget.mapTo(within, QPoint()), widget.size())


def chain(within: QWidget) -> list[QWidget]:
    """What Tab goes through, from the first one in a widget."""
    found, widget = [], within.nextInFocusChain()
    while widget is not within and widget is not None:
        by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if within.isAncestorOf(widget) and by_tab and widget.isVisible() and widget.isEnabled():
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def goes_with(widget: QWidget, other: QWidget) -> bool:
    """Whether arrows lead from the one to the other: of such a row of buttons one is reached by Tab."""
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return isinstance(widget, QAbstractButton) and not by_tab and widget.parent() is other.parent()


@each_page
def test_every_control_has_a_name_a_screen_reader_can_say(desk: Desk, qtbot: QtBot, name: str) -> None:
    turned(desk, qtbot, name)
    controls = [
        widget for widget in desk.findChildren(QWidget) if isinstance(widget, CONTROLS) and widget.isVisible()
    ]
    assert len(controls) > 10
    assert [described(widget) for widget in controls if not is_part(widget) and not spoken(widget).strip()] == []


@each_page
def test_tab_goes_through_a_page_as_one_reads_it(desk: Desk, qtbot: QtBot, name: str) -> None:
    page = turned(desk, qtbot, name)
    order = chain(page)
    assert order or name == "problems"
    for before, behind in pairwise(order):
        one, other = place(before, page), place(behind, page)
        shares_columns = one.left() < other.right() and other.left() < one.right()
        shares_lines = one.top() < other.bottom() and other.top() < one.bottom()
        goes_up = other.bottom() <= one.top() and shares_columns
        goes_back = other.right() <= one.left() and shares_lines
        assert not (goes_up or goes_back), f"from {described(before)} to {described(behind)}"


@each_page
def test_every_button_and_field_is_reached_by_tab(desk: Desk, qtbot: QtBot, name: str) -> None:
    page = turned(desk, qtbot, name)
    reached = chain(desk)
    assert [
        described(widget)
        for widget in (*page.findChildren(QWidget), *desk.top.findChildren(QWidget), *desk.rail.findChildren(QWidget))
        if isinstance(widget, (QAbstractButton, *FIELDS))
        and widget.isVisible()
        and widget.isEnabled()
        and not is_part(widget)
        and not any(other is widget or goes_with(widget, other) for other in reached)
    ] == []


@pytest.mark.parametrize("kind", ACTIONS, ids=lambda kind: kind.code)
def test_every_action_of_the_table_answers_to_each_of_its_keys(desk: Desk, qtbot: QtBot, kind: ActionKind) -> None:
    turned(desk, qtbot, "agenda")
    action, pressed = desk.action_table[kind.code], []
    action.triggered.disconnect()
    action.triggered.connect(lambda: pressed.append(kind.code))
    action.setEnabled(True)
    focus = QApplication.focusWidget()
    assert focus is not None
    for keys in kind.keys:
        QTest.keySequence(focus, QKeySequence(keys))
    assert pressed == [kind.code] * len(kind.keys)


@pytest.mark.parametrize("kind", ACTIONS, ids=lambda kind: kind.code)
def test_every_action_of_the_table_is_found_in_the_palette_and_done_with_enter(
    desk: Desk, qtbot: QtBot, kind: ActionKind
) -> None:
    desk.choose("language", "en")  # whose letters are keys
    if kind.menu == "go":
        page = kind.code.removeprefix("go-")
        open_in_palette(desk, qtbot, desk.action_table[kind.code].text())
        assert desk.open_page is desk.page(page)
    elif kind.code not in ("search", "menu"):  # the palette itself, and the menu of the same actions
        action, done = desk.action_table[kind.code], []
        action.triggered.disconnect()
        action.triggered.connect(lambda: done.append(kind.code))
        action.setEnabled(True)
        open_in_palette(desk, qtbot, action.text())
        assert done == [kind.code]


def open_in_palette(desk: Desk, qtbot: QtBot, title: str) -> None:
    """Ctrl+K, the words, the arrow as often as it takes, Enter."""
    qtbot.keyClick(desk, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    found = desk.findChild(Palette)
    assert found is not None
    qtbot.keyClicks(found.field, title.rstrip("…"))
    for _ in range(found.lines.rowCount()):
        entry = found.lines.entry(found.view.currentIndex().row())
        if entry is not None and entry.title == title and entry.group in ("pages", "actions"):
            break
        qtbot.keyClick(found.field, Qt.Key.Key_Down)
    qtbot.keyClick(found.field, Qt.Key.Key_Return)
    assert not found.isVisible()
