"""The overview: the day to scale, what is missing, and the way to where it is worked on."""

from __future__ import annotations

import datetime as dt
from uuid import uuid4

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from forumdesk.app.commands.agenda import AddItem, EditItem
from forumdesk.app.commands.attendees import SetAttendance
from forumdesk.app.commands.event import AddForum, AddHall
from forumdesk.app.commands.people import EditPerson
from forumdesk.app.commands.plaques import NamePlaques, Recipient
from forumdesk.app.founding import found_event
from forumdesk.app.sample import key
from forumdesk.base.words import Words
from forumdesk.domain.attendance import Attendance
from forumdesk.domain.text import Text
from forumdesk.store.opening import create
from forumdesk.ui.overview.blocks import CallBlock
from forumdesk.ui.overview.lanes import Scale
from forumdesk.ui.overview.lines import LineList
from forumdesk.ui.overview.page import OverviewPage
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE, agenda, overview, people, problems

DAY = dt.date(2025, 3, 28)
BEIJING = dt.timezone(dt.timedelta(hours=8))


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> OverviewPage:
    """The overview of the sample, three days before."""
    desk.resize(1440, 900)
    desk.activateWindow()
    qtbot.waitUntil(lambda: bool(overview(desk).picture.blocks and desk.findings.all), timeout=PATIENCE)
    set_clock(overview(desk), 25, 10, 0)
    return overview(desk)


def set_clock(page: OverviewPage, day: int, hour: int, minute: int) -> None:
    page.clock = lambda: dt.datetime(2025, 3, day, hour, minute, tzinfo=BEIJING)
    page.tick()


def lines(part: LineList) -> list[tuple[str, str, str]]:
    """Title, detail and count of every line."""
    return [(link.line.title, link.line.detail, link.line.tag) for link in part.links]


def enter(qtbot: QtBot, button: QAbstractButton) -> None:
    """Go somewhere by keyboard."""
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)


def a_second_forum(desk: Desk, *, day: dt.date) -> None:
    hall, forum = uuid4(), uuid4()
    run = desk.operations.run
    run(AddHall(id=hall, name=Text("三号厅", "Hall 3")))
    run(AddForum(id=forum, title=Text("分论坛", "Parallel forum"), hall=hall, after=key("forum", "")))
    run(AddItem(forum=forum, date=day, kind="keynote", title=Text("主旨", "Key"), minutes=60, fixed_start=13 * 60))


def test_the_desk_opens_with_the_date_the_event_and_the_place(page: OverviewPage) -> None:
    head = page.head
    assert (head.date.text(), head.weekday.text()) == ("3月28日", "星期五")
    assert (head.title.text(), head.place.text()) == ("世界领先科技园区发展论坛", "中关村展示中心·畅春厅")
    assert (head.before.text(), head.number.text(), head.after.text()) == ("还有", "3", "天")
    assert not head.days.isVisible()


def test_the_days_to_go_are_counted_where_the_event_is(desk: Desk, page: OverviewPage) -> None:
    desk.speak(Words.english())
    head = page.head
    assert (head.date.text(), head.number.text(), head.after.text()) == ("28 March", "3", "days to go")
    for day, word in ((27, "Tomorrow"), (28, "Today"), (29, "Over")):
        set_clock(page, day, 1, 0)  # in Beijing; in London it is the day before
        assert head.before.text() == word


def test_the_day_is_drawn_to_scale(page: OverviewPage) -> None:
    items = page.picture.items
    assert len(items) == 18
    opening, long_keynote = items[0], items[5]
    assert (opening.row.minutes, long_keynote.row.minutes) == (8, 28)
    px = page.picture.scale_of_day.width / 200
    assert abs(opening.width() - 8 * px) <= 3
    assert abs(long_keynote.width() - 28 * px) <= 3
    lefts = [block.x() for block in items]
    assert lefts == sorted(lefts)


def test_who_walks_on_stands_below_and_who_stays_reaches_into_the_next_item(page: OverviewPage) -> None:
    calls = [block for block in page.picture.blocks if isinstance(block, CallBlock)]
    assert [block.call.places for block in calls] == [7, 14, 17, 9, 3, 6]
    recipients, presenters, three_more = calls[2:5]
    assert presenters.width() > recipients.width()
    assert three_more.x() > recipients.x()
    assert presenters.y() > recipients.y() == three_more.y()
    assert presenters.accessibleName().startswith("11:23  授牌领导上台, 张宇蕾、")


def test_what_was_announced_and_is_not_named_is_missing_until_it_is(
    desk: Desk, qtbot: QtBot, page: OverviewPage
) -> None:
    assert lines(page.missing) == [
        ("签约人", "11:17 签约·14 方签约", "0/14"),
        ("中关村特色产业园授牌仪式", "11:23 授牌·宣布 17 家", "0/17"),
        ("中关村未来产业园集中发布", "11:32 揭牌·宣布 14 家", "0/14"),
        ("英文姓名", "台上 34 人中 33 人已有", "33/34"),
    ]
    names = tuple(Recipient(name=Text(f"特色园{number}")) for number in range(1, 18))
    desk.operations.run(NamePlaques(ceremony=key("ceremony", "plaque"), recipients=names))
    desk.operations.run(EditPerson(id=key("person", "launch-co-founder"), name=Text("尼克拉斯", "Niklas")))
    qtbot.waitUntil(lambda: [tag for _, _, tag in lines(page.missing)] == ["0/14", "0/14"], timeout=PATIENCE)


def test_whoever_is_on_stage_and_not_confirmed_leads_the_list(desk: Desk, qtbot: QtBot, page: OverviewPage) -> None:
    assert page.stage.count.text() == "34 人"
    attendee = key("attendee", "he-xingda")
    desk.operations.run(SetAttendance(attendees=(attendee,), status=Attendance.INVITED))
    qtbot.waitUntil(lambda: page.stage.count.text() == "34 人，1 人未确认", timeout=PATIENCE)
    assert lines(page.stage)[0] == ("何兴达", "已邀请  11:23 授牌", "")
    enter(qtbot, page.stage.links[0])
    assert desk.pages.currentWidget() is people(desk)


def test_problems_are_counted_by_severity_and_each_leads_to_its_page(
    desk: Desk, qtbot: QtBot, page: OverviewPage
) -> None:
    desk.operations.run(EditItem(id=key("item", "launch"), fixed_start=11 * 60 + 2))
    qtbot.waitUntil(lambda: page.problems.count.text() == "1 个错误、2 个警告", timeout=PATIENCE)
    assert [title for title, _, _ in lines(page.problems)] == ["议程重叠", "名单未录入", "名单未录入"]
    qtbot.waitUntil(lambda: page.picture.items[11].overlap_width > 0, timeout=PATIENCE)
    enter(qtbot, page.problems.links[0])
    assert desk.pages.currentWidget() is problems(desk)


def test_an_item_leads_to_its_row_in_the_agenda_by_keyboard_alone(
    desk: Desk, qtbot: QtBot, page: OverviewPage
) -> None:
    first = page.picture.blocks[0]
    assert first.hasFocus(), "the keyboard is on the picture when the desk opens"
    for _ in range(5):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert page.picture.items[5].hasFocus()
    qtbot.keyClick(page.picture.items[5], Qt.Key.Key_Down)
    assert isinstance(QApplication.focusWidget(), CallBlock)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    enter(qtbot, page.picture.items[5])
    assert desk.pages.currentWidget() is agenda(desk)
    view = agenda(desk).view
    chosen = page.picture.items[5].row.id
    qtbot.waitUntil(lambda: view.rows.lines[view.currentIndex().row()].id == chosen, timeout=PATIENCE)


def test_who_walks_on_leads_to_their_ceremony_or_where_there_is_none_to_the_agenda(
    desk: Desk, qtbot: QtBot, page: OverviewPage
) -> None:
    launchers, *_, panelists = (block for block in page.picture.blocks if isinstance(block, CallBlock))
    enter(qtbot, launchers)
    assert desk.pages.currentWidget() is desk.page("ceremonies")
    desk.go("overview")
    enter(qtbot, panelists)
    assert desk.pages.currentWidget() is agenda(desk)


def test_tab_comes_to_the_picture_once_and_then_to_every_line(qtbot: QtBot, page: OverviewPage) -> None:
    seen = [QApplication.focusWidget()]
    for _ in range(len(page.missing.links)):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen == [page.picture.blocks[0], *page.missing.links]


def test_the_line_of_now_stands_where_it_is(page: OverviewPage) -> None:
    assert not page.picture.now.isVisible()
    set_clock(page, 28, 10, 40)
    line, scale = page.picture.now, page.picture.scale_of_day
    assert line.isVisible()
    assert (line.text, line.geometry().center().x() + 1) == ("10:40", scale.x(10 * 60 + 40))
    set_clock(page, 28, 13, 0)
    assert not line.isVisible()


def test_several_forums_have_a_lane_each_with_their_halls(desk: Desk, qtbot: QtBot, page: OverviewPage) -> None:
    a_second_forum(desk, day=DAY)
    qtbot.waitUntil(lambda: len(page.picture.items) == 19, timeout=PATIENCE)
    assert {block.lane for block in page.picture.items} == {0, 1}
    assert page.picture.items[18].y() > page.picture.items[0].geometry().bottom()
    assert not any(isinstance(block, CallBlock) for block in page.picture.blocks)
    assert page.head.place.text() == "中关村展示中心"


def test_of_several_days_one_is_chosen(desk: Desk, qtbot: QtBot, page: OverviewPage) -> None:
    a_second_forum(desk, day=DAY + dt.timedelta(days=1))
    qtbot.waitUntil(page.head.days.isVisible, timeout=PATIENCE)
    assert page.head.days.code == "2025-03-28"
    qtbot.mouseClick(page.head.days.button("2025-03-29"), Qt.MouseButton.LeftButton)
    assert (page.head.date.text(), len(page.picture.items)) == ("3月29日", 1)
    assert page.head.number.text() == "4"
    assert page.stage.count.text() == ""
    assert page.stage.none.isVisible()


def test_everything_that_can_be_pressed_has_a_name(page: OverviewPage) -> None:
    assert all(button.accessibleName() for button in page.findChildren(QAbstractButton) if button.isVisible())


def test_an_event_without_an_agenda_says_how_to_begin(qtbot: QtBot, settings: QSettings, sqlite_target: str) -> None:
    store = create(sqlite_target, found_event("空", "Empty", "zh,en", "2025-03-28", "Asia/Shanghai"))
    window = Desk(store, words=Words.of("zh"), settings=settings)
    qtbot.addWidget(window)
    window.show()
    empty = overview(window).empty
    qtbot.waitUntil(empty.isVisible, timeout=PATIENCE)
    assert empty.title.text() == "还没有安排"
    asked: list[str] = []
    window.elsewhere.connect(asked.append)
    qtbot.mouseClick(empty.sample, Qt.MouseButton.LeftButton)
    assert asked == ["sample"]
    qtbot.mouseClick(empty.add, Qt.MouseButton.LeftButton)
    assert window.pages.currentWidget() is agenda(window)
    window.close()
    store.close()


def test_labelled_times_keep_their_distance() -> None:
    assert [Scale(540, 740, 0, width).step for width in (1240, 700, 300, 60)] == [30, 60, 120, 240]
    assert Scale(545, 665, 0, 1000).marks(30) == [570, 600, 630, 660]
