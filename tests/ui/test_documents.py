"""The documents page: choosing what is printed, and seeing it change with the event."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QPushButton
from pytestqt.qtbot import QtBot

from forumdesk.app.bus import Bus
from forumdesk.app.commands.agenda import AddItem, EditItem
from forumdesk.app.commands.event import AddForum
from forumdesk.app.commands.people import EditPerson
from forumdesk.app.commands.plaques import NamePlaques, Recipient
from forumdesk.app.sample import key
from forumdesk.base.words import Words
from forumdesk.domain.event import Event
from forumdesk.domain.text import Text
from forumdesk.store.opening import open_store
from forumdesk.ui.documents.preview import Fit
from forumdesk.ui.documents.sheets import opened
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE, documents


def press(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(qtbot: QtBot, desk: Desk, name: str) -> None:
    """Click a document in the list at the left."""
    shelf = documents(desk).shelf
    qtbot.mouseClick(shelf.list.viewport(), Qt.MouseButton.LeftButton, pos=shelf.row(name).center())


def wait_for_pages(qtbot: QtBot, desk: Desk) -> None:
    """Until what is seen is what is wished for, and drawn."""
    page = documents(desk)

    def is_done() -> bool:
        return (
            page.proof is not None
            and page.proof.wish == page.options.wish
            and not page.proofs.is_busy
            and page.pane.preview.is_settled
        )

    qtbot.waitUntil(is_done, timeout=3 * PATIENCE)


def seen(desk: Desk) -> str:
    """What the pages of the preview read, without white space."""
    proof = documents(desk).pane.preview.proof
    assert proof is not None
    with opened(proof.pdf) as pdf:
        return "".join("".join(page.get_textpage().get_text_bounded().split()) for page in pdf)


@pytest.fixture
def shown(desk: Desk, qtbot: QtBot) -> Desk:
    """A desk turned to its documents; the programme is seen."""
    desk.go("documents")
    wait_for_pages(qtbot, desk)
    return desk


def test_the_documents_stand_in_groups_with_how_many_there_are(shown: Desk, qtbot: QtBot) -> None:
    model = documents(shown).shelf.list.model()

    def counted() -> list[str]:
        rows = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
        return [row for row in rows if row and any(letter.isdigit() for letter in row)]

    qtbot.waitUntil(lambda: len(counted()) == 12, timeout=PATIENCE)
    assert counted() == [
        *("感谢证书 16", "参会证书 40", "聘书 40", "荣誉证书 40", "桌签 40", "胸卡 40", "标签 40"),
        *("签约证书 7", "授牌证书 17 0 已录入", "牌匾 17 0 已录入", "签约文本 7"),
        "参会名单 40",
    ]
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    heads = [row.data() for row in rows if not row.flags() & Qt.ItemFlag.ItemIsSelectable]
    assert heads == ["给嘉宾", "上台用", "给工作组"]


def test_the_programme_is_seen_at_once_and_in_the_language_that_is_chosen(shown: Desk, qtbot: QtBot) -> None:
    page = documents(shown)
    assert "世界领先科技园区发展论坛" in seen(shown)
    assert page.pane.page.text() == "第 1 页，共 1 页"
    press(qtbot, page.options.language.button("en"))
    wait_for_pages(qtbot, shown)
    assert "WorldLeadingScienceParkDevelopmentForum" in seen(shown)
    assert "艾巴" not in seen(shown)


def test_each_document_keeps_its_own_language(shown: Desk, qtbot: QtBot) -> None:
    options = documents(shown).options
    press(qtbot, options.language.button("en"))
    choose(qtbot, shown, "thanks")
    assert options.language.code == "zh"
    choose(qtbot, shown, "programme")
    assert options.language.code == "en"


def test_a_guest_renamed_on_the_people_page_has_the_new_name_on_paper(shown: Desk, qtbot: QtBot) -> None:
    shown.go("people")
    shown.operations.run(EditPerson(id=key("person", "ebba-lund"), name=Text("艾巴·伦德斯特伦", "Ebba Lundström")))
    shown.go("documents")
    qtbot.waitUntil(lambda: "伦德斯特伦" in seen(shown), timeout=PATIENCE)
    choose(qtbot, shown, "thanks")
    wait_for_pages(qtbot, shown)
    assert "伦德斯特伦" in seen(shown)


def test_what_somebody_else_changes_is_seen_while_one_looks(shown: Desk, qtbot: QtBot, sample_file: Path) -> None:
    colleague = open_store(str(sample_file), actor="colleague")
    Bus(colleague).run(EditItem(id=key("item", "opening"), title=Text("欢迎辞", "Welcome")))
    colleague.close()
    qtbot.waitUntil(lambda: "欢迎辞" in seen(shown), timeout=PATIENCE)


def test_of_many_changes_the_last_is_seen(shown: Desk, qtbot: QtBot) -> None:
    for number in range(12):
        shown.operations.run(EditItem(id=key("item", "opening"), title=Text(f"第{number}稿", "")))
    qtbot.waitUntil(lambda: "第11稿" in seen(shown), timeout=PATIENCE)
    wait_for_pages(qtbot, shown)
    assert "第11稿" in seen(shown)


def test_of_many_choices_the_last_is_seen(shown: Desk, qtbot: QtBot) -> None:
    options = documents(shown).options
    for name in ("thanks", "signing", "attendees", "signing"):
        choose(qtbot, shown, name)
    press(qtbot, options.language.button("both"))
    press(qtbot, options.language.button("en"))
    wait_for_pages(qtbot, shown)
    proof = documents(shown).proof
    assert proof is not None
    assert (proof.wish.kinds, proof.wish.language, len(proof.sizes)) == (("signing",), "en", 7)


def test_nothing_is_made_while_another_page_is_open(shown: Desk, qtbot: QtBot) -> None:
    before = documents(shown).proof
    shown.go("agenda")
    with qtbot.waitSignal(shown.operations.changed, timeout=PATIENCE):
        shown.operations.run(EditItem(id=key("item", "opening"), title=Text("欢迎辞", "Welcome")))
    assert not documents(shown).proofs.is_busy
    assert documents(shown).proof is before


def test_pieces_are_found_and_chosen_by_keyboard(shown: Desk, qtbot: QtBot) -> None:
    choose(qtbot, shown, "thanks")
    wait_for_pages(qtbot, shown)
    options = documents(shown).options
    assert options.count.text() == "16 份"
    press(qtbot, options.none)
    assert documents(shown).pane.is_empty
    assert not options.pdf.isEnabled()
    qtbot.keyClicks(options.search, "zhang yulei")
    assert [options.model.index(row).data() for row in range(options.model.rowCount())] == ["张宇蕾"]
    options.list.setFocus()
    options.list.setCurrentIndex(options.model.index(0))
    qtbot.keyClick(options.list, Qt.Key.Key_Space)
    wait_for_pages(qtbot, shown)
    assert options.count.text() == "1 / 16 份"
    assert options.print.accessibleName() == "打印这 1 份…"
    assert "张宇蕾" in seen(shown)
    assert "于英杰" not in seen(shown)


def test_a_click_takes_a_piece_out_and_all_brings_it_back(shown: Desk, qtbot: QtBot) -> None:
    choose(qtbot, shown, "signing")
    wait_for_pages(qtbot, shown)
    options = documents(shown).options
    click_row(qtbot, options.list, 1)
    wait_for_pages(qtbot, shown)
    assert options.count.text() == "6 / 7 份"
    assert "巴西" not in seen(shown)
    press(qtbot, options.all)
    wait_for_pages(qtbot, shown)
    assert documents(shown).pane.page.text() == "第 1 页，共 7 页"


def click_row(qtbot: QtBot, view: QListView, row: int) -> None:
    place = view.visualRect(view.model().index(row, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_plaques_without_a_name_are_counted_and_lead_to_the_ceremonies(shown: Desk, qtbot: QtBot) -> None:
    choose(qtbot, shown, "plaque")
    page = documents(shown)
    qtbot.waitUntil(lambda: page.pane.empty.sentence.text() == "这里还没有可打印的内容。", timeout=PATIENCE)
    assert page.options.unprintable.text() == "17 家尚无名单，未打印"
    names = tuple(Recipient(name=Text(f"特色园{number}", f"Park {number}")) for number in range(1, 6))
    shown.operations.run(NamePlaques(ceremony=key("ceremony", "plaque"), recipients=names))
    qtbot.waitUntil(lambda: page.options.unprintable.text() == "12 家尚无名单，未打印", timeout=PATIENCE)
    wait_for_pages(qtbot, shown)
    assert "特色园3" in seen(shown)
    press(qtbot, page.options.name_them)
    assert shown.pages.currentWidget() is shown.page("ceremonies")


def test_an_event_with_nothing_in_it_says_what_belongs_here(shown: Desk, qtbot: QtBot) -> None:
    with shown.operations.store.work("Clear the event") as work:
        from forumdesk.domain.agenda import AgendaItem
        from forumdesk.domain.attendance import Attendee

        for kind in (AgendaItem, Attendee):
            for row in work.all(kind):
                work.remove(row, everywhere=True)
    page = documents(shown)
    for name, where in (("programme", "前往议程"), ("signing", "前往仪式"), ("attendees", "前往参会")):
        choose(qtbot, shown, name)
        qtbot.waitUntil(lambda where=where: page.pane.empty.button.text() == where, timeout=PATIENCE)
        assert page.pane.is_empty
        assert not page.options.print.isEnabled()
    choose(qtbot, shown, "programme")
    qtbot.waitUntil(lambda: page.pane.empty.button.text() == "前往议程", timeout=PATIENCE)
    press(qtbot, page.pane.empty.button)
    assert shown.pages.currentWidget() is shown.page("agenda")


def test_of_several_forums_one_can_be_chosen(shown: Desk, qtbot: QtBot) -> None:
    bus, forum = Bus(shown.operations.store), uuid4()
    assert not documents(shown).options.forum.isVisible()
    bus.run(AddForum(id=forum, title=Text("青年论坛", "Youth forum"), after=key("forum", "")))
    with shown.operations.store.look() as look:
        day = look.all(Event)[0].starts
    bus.run(AddItem(forum=forum, date=day, kind="keynote", title=Text("开放创新", "Open"), fixed_start=840))
    options = documents(shown).options
    qtbot.waitUntil(lambda: options.forum.isVisible() and "开放创新" in seen(shown), timeout=PATIENCE)
    qtbot.keyClick(options.forum, Qt.Key.Key_Down)
    qtbot.keyClick(options.forum, Qt.Key.Key_Down)
    wait_for_pages(qtbot, shown)
    assert options.forum.currentText() == "青年论坛"
    assert "艾巴" not in seen(shown)


def test_names_that_had_to_shrink_are_listed_by_person(shown: Desk, qtbot: QtBot) -> None:
    choose(qtbot, shown, "thanks")
    wait_for_pages(qtbot, shown)
    options = documents(shown).options
    assert options.remarks.isHidden()
    name = "Wolfeschlegelsteinhausenbergerdorff von und zu " * 4
    shown.operations.run(EditPerson(id=key("person", "ebba-lund"), name=Text(name.strip(), "\U0002b740")))
    qtbot.waitUntil(lambda: bool(options.remarks.lines), timeout=PATIENCE)
    assert options.remarks.lines == [(name.strip(), "姓名已缩至最小字号。")]


def test_only_pages_in_sight_are_drawn_and_what_is_scrolled_to_stays(shown: Desk, qtbot: QtBot) -> None:
    choose(qtbot, shown, "thanks")
    wait_for_pages(qtbot, shown)
    preview = documents(shown).pane.preview
    assert [page for page in range(16) if preview.drawn(page)] == preview.in_sight()
    for _ in range(9):
        press(qtbot, documents(shown).pane.tools["chevron-down"])
    wait_for_pages(qtbot, shown)
    assert documents(shown).pane.page.text() == "第 10 页，共 16 页"
    assert preview.drawn(0) is None
    before = preview.verticalScrollBar().value()
    edition = documents(shown).proof
    shown.operations.run(EditPerson(id=key("person", "ebba-lund"), name=Text("艾巴", "Ebba")))
    qtbot.waitUntil(lambda: documents(shown).proof is not edition, timeout=PATIENCE)
    wait_for_pages(qtbot, shown)
    assert preview.verticalScrollBar().value() == before


def test_the_zoom_fits_follows_ctrl_and_the_wheel_and_is_sharp(shown: Desk, qtbot: QtBot) -> None:
    pane = documents(shown).pane
    preview = pane.preview
    press(qtbot, pane.tools["maximize"])
    assert preview.fit is Fit.PAGE
    assert preview.verticalScrollBar().maximum() == 0
    whole = preview.zoom
    press(qtbot, pane.tools["move-horizontal"])
    assert preview.zoom > whole
    assert preview.horizontalScrollBar().maximum() == 0
    before = preview.zoom
    turn_wheel(preview.viewport(), Qt.KeyboardModifier.ControlModifier)
    assert preview.zoom > before
    assert not pane.tools["move-horizontal"].isChecked()
    assert pane.zoom.text() == f"{round(preview.zoom * 100)} %"
    qtbot.waitUntil(lambda: preview.is_settled, timeout=PATIENCE)
    image = preview.drawn(0)
    assert image is not None
    assert abs(image.width() - 595.28 * preview.zoom * 96 / 72 * preview.devicePixelRatioF()) < 2
    qtbot.keyClick(preview, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert preview.fit is Fit.WIDTH


def turn_wheel(widget, modifiers: Qt.KeyboardModifier) -> None:
    place = widget.rect().center()
    event = QWheelEvent(
        place.toPointF(), widget.mapToGlobal(place).toPointF(), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_the_list_of_documents_is_walked_by_keyboard(shown: Desk, qtbot: QtBot) -> None:
    page = documents(shown)
    assert page.shelf.list.hasFocus()
    titles = [page.options.title.text()]
    for _ in range(15):
        QTest.keyClick(page.shelf.list, Qt.Key.Key_Down)
        titles.append(page.options.title.text())
    assert titles == [
        *("日程折页", "会议手册", "感谢证书", "参会证书", "聘书", "荣誉证书", "桌签", "胸卡", "标签"),
        *("签约证书", "授牌证书", "牌匾", "签约文本", "总流程", "签到表", "参会名单"),
    ]


def test_the_page_speaks_english_and_its_documents_stay_as_they_were(shown: Desk, qtbot: QtBot) -> None:
    shown.speak(Words.english())
    wait_for_pages(qtbot, shown)
    page = documents(shown)
    assert page.options.title.text() == "Programme"
    assert page.pane.page.text() == "Page 1 of 1"
    assert "世界领先科技园区发展论坛" in seen(shown)
    every = page.findChildren(QPushButton)
    assert all(button.accessibleName() for button in every if button.isVisible())


def test_a_document_offers_its_own_papers_and_is_wished_for_on_the_one_chosen(shown: Desk, qtbot: QtBot) -> None:
    page = documents(shown)
    page.choose("booklet")
    qtbot.mouseClick(page.options.paper.button("A5-folded"), Qt.MouseButton.LeftButton)
    assert page.options.wish is not None
    assert page.options.wish.paper == "A5-folded"
    page.choose("programme")
    offered = page.options.paper.findChildren
    qtbot.waitUntil(lambda: [each.text() for each in offered(QPushButton) if each.isVisible()] == ["A4", "A5 对折"])
    page.choose("attendees")
    assert not page.options.paper.isVisible()
    assert page.options.wish.paper is None
