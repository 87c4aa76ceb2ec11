"""F1 opens the guide that lies beside the program, at the chapter one needs."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QImage, QKeySequence, QShortcut, QTextDocument
from pytestqt.qtbot import QtBot

from forumdesk.base.places import guide
from forumdesk.base.words import Words
from forumdesk.ui.guide.book import anchor
from forumdesk.ui.guide.window import CHAPTERS, GuideWindow
from forumdesk.ui.pages import PAGES
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE, documents

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def opened(desk: Desk, qtbot: QtBot, page: str) -> GuideWindow:
    desk.go(page)
    qtbot.keyClick(desk, Qt.Key.Key_F1)
    window = desk.findChild(GuideWindow)
    assert window is not None
    assert window.isVisible()
    return window


def chapter(window: GuideWindow) -> str:
    item = window.contents.currentItem()
    assert item is not None
    return item.text()


def test_both_guides_have_the_same_chapters_and_every_page_has_one() -> None:
    counts = {
        language: sum(line.startswith("## ") for line in guide(language).read_text(encoding="utf-8").splitlines())
        for language in ("zh", "en")
    }
    assert counts["zh"] == counts["en"] > max(CHAPTERS.values())
    assert CHAPTERS.keys() == {kind.name for kind in PAGES}


@pytest.mark.parametrize(
    ("page", "chinese", "english"), [("agenda", "议程与时间", "Agenda and times"), ("documents", "打印", "Printing")]
)
def test_the_guide_opens_at_the_chapter_of_the_page_in_the_language_of_the_screen(
    desk: Desk, qtbot: QtBot, page: str, chinese: str, english: str
) -> None:
    window = opened(desk, qtbot, page)
    assert chapter(window) == chinese
    assert chinese in window.text.toPlainText()
    assert window.text.verticalScrollBar().value() > 0
    desk.choose("language", "en")
    assert chapter(window) == english
    assert "One event is one file" in window.text.toPlainText()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    assert desk.isVisible()


def test_every_link_of_the_guide_leads_to_a_chapter_or_to_the_other_language(desk: Desk, qtbot: QtBot) -> None:
    window = opened(desk, qtbot, "overview")
    known = {chapter.anchor for chapter in window.book.chapters}
    for link in links(window.text.document()):
        assert link.fragment() in known or link.path() in ("en.md", "zh.md"), link
    window.text.anchorClicked.emit(QUrl(f"#{anchor('备份')}"))
    assert chapter(window) == "备份"
    window.text.anchorClicked.emit(QUrl("en.md"))
    assert chapter(window) == "Backups"


def test_every_picture_of_the_guides_is_there() -> None:
    for language in ("zh", "en"):
        place = guide(language)
        pictures = [
            line.partition("](")[2].rstrip(")")
            for line in place.read_text(encoding="utf-8").splitlines()
            if line.startswith("![")
        ]
        assert pictures
        for picture in pictures:
            assert not QImage(str(place.parent / picture)).isNull(), picture


def links(document: QTextDocument) -> list[QUrl]:
    found = []
    block = document.begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            shape = pieces.fragment().charFormat()
            if shape.isAnchor():
                found.append(QUrl(shape.anchorHref()))
            pieces += 1
        block = block.next()
    assert len(found) > 10
    return found


# ---- what the guide calls things

CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)
KEYS = re.compile(r"(?:(?:Ctrl|Shift|Alt)\+)+(?:F\d+|[A-Z0-9↑↓/+-](?![a-z])|Enter)|\bF\d+\b")
OF_QT = {"F2"}
"""What every table does by itself, and no action of ours."""
EXAMPLES = {
    "en": {
        "17, of which 0 are named", "post changed: Division Head → Director", "Are you sure?", "Name, office", "…",
    },
    "zh": {
        "宣布 17 家，已录入 0 家", "职务已改：处长 → 主任", "确定吗？", "出现在几处", "欧阳", "…",
        "姓名，职务", "姓名（单位 职务）",
    },
}  # fmt: skip
"""What is in quotes and is no word of the desk's."""


def prose(language: str) -> str:
    """A guide without its commands, each paragraph one line."""
    told = CODE.sub("", guide(language).read_text(encoding="utf-8"))
    return re.sub(r"(?<=[^\n])\n(?=[^\n])", " " if language == "en" else "", told)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_whatever_the_guide_puts_in_quotes_is_called_so_on_the_desk(language: str) -> None:
    catalogue = Words.of("zh").catalogue
    said = catalogue.keys() if language == "en" else catalogue.values()
    known = {re.sub(r"\s*\{\w+\}|[…。]$", "", text).strip() for text in said}
    quoted = set(re.findall(r"[“\"]([^“”\"]+)[”\"]", prose(language))) - EXAMPLES[language]
    assert {re.sub("[，。…]$", "", text) for text in quoted} - known == set()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_key_of_the_guide_does_something(desk: Desk, qtbot: QtBot, language: str) -> None:
    for kind in PAGES:
        desk.go(kind.name)
    page = documents(desk)
    page.choose("thanks")
    qtbot.waitUntil(lambda: page.options.knows_stock, timeout=PATIENCE)
    page.options.layouts.edit.click()
    actions = [keys for action in desk.findChildren(QAction) for keys in action.shortcuts()]
    known = {keys.toString() for keys in actions} | {keys.key().toString() for keys in desk.findChildren(QShortcut)}
    written = (keys.replace("↑", "Up").replace("↓", "Down") for keys in KEYS.findall(prose(language)))
    told = {QKeySequence(keys).toString() for keys in written}
    assert told - {keys.replace("Return", "Enter") for keys in known} - known - OF_QT == set()
