"""The ceremonies page: signings, awards, launches and unveilings."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from forumdesk.app.bus import Bus
from forumdesk.app.commands.agenda import AddItem
from forumdesk.app.commands.ceremonies import EditCeremony
from forumdesk.app.commands.people import AddPerson
from forumdesk.app.sample import key
from forumdesk.base.words import Words
from forumdesk.domain.text import Text
from forumdesk.ui.ceremonies import pairs, recipients
from forumdesk.ui.ceremonies.order import behind
from forumdesk.ui.ceremonies.page import CeremoniesPage
from forumdesk.ui.parts.offer_edit import OfferEdit
from forumdesk.ui.parts.paste_preview import PastePreview
from forumdesk.ui.parts.row_view import RowView
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE, ceremonies, drag_by_edge, editor, put_cursor, shown

SEVENTEEN = [f"特色园{number}" for number in range(1, 18)]
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> CeremoniesPage:
    """The page, turned to and filled."""
    desk.go("ceremonies")
    desk.activateWindow()
    qtbot.waitUntil(lambda: bool(ceremonies(desk).model.lines), timeout=PATIENCE)
    return ceremonies(desk)


def write(field: QWidget, text: str) -> None:
    """Type as Chinese is typed: by an input method."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def rewrite(qtbot: QtBot, view: RowView, row: int, column: int, text: str) -> None:
    """Edit a cell: F2, everything replaced, Enter."""
    put_cursor(view, row, column)
    qtbot.keyClick(view, Qt.Key.Key_F2)
    field = editor(view)
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    if text:
        write(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def turn_to(page: CeremoniesPage, kind: str) -> None:
    page.show_row(key("item", kind))
    assert page.chosen is not None
    assert page.chosen.kind == kind


def paste(qtbot: QtBot, page: CeremoniesPage, lines: list[str]) -> PastePreview:
    """Copy lines elsewhere, and paste them where the first recipient is awaited."""
    QGuiApplication.clipboard().setText("\n".join(lines))
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_V, CONTROL)
    preview = page.detail.plaques.table.preview
    qtbot.waitUntil(preview.isVisible, timeout=PATIENCE)
    return preview


def apply(qtbot: QtBot, preview: PastePreview) -> None:
    qtbot.keyClick(preview.view, Qt.Key.Key_Return)


def reasons(preview: PastePreview) -> list[list[str]]:
    """What is refused: the row, who, the column and why."""
    model, count = preview.model, len(preview.plan.refusals)
    return [[model.index(row, column).data() for column in (0, 1, 2, 4)] for row in range(count)]


def named(page: CeremoniesPage) -> int:
    assert page.chosen is not None
    return page.chosen.named


# ---- the list


def test_the_list_tells_kind_time_title_and_what_is_named_of_what_was_announced(page: CeremoniesPage) -> None:
    assert page.head.count.text() == "4 场"
    assert [page.model.count_of(row) for row in page.model.lines] == [
        ("7 人", False), ("首批 7/7", False), ("第二批 0/17", True), ("0/14", True),
    ]  # fmt: skip
    assert page.model.index(2).data() == "中关村特色产业园授牌仪式"
    assert page.model.index(2).data(Qt.ItemDataRole.AccessibleDescriptionRole) == "授牌 11:23 第二批 0/17"


def test_the_arrows_choose_a_ceremony(page: CeremoniesPage, qtbot: QtBot) -> None:
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_Down)
    assert page.detail.title.text() == "中关村特色产业园与国外科技园“牵手”签约仪式"
    assert page.detail.announced.text() == "首批·宣布 7，已录入 7"


def test_the_row_of_an_agreement_is_found_in_its_signing(page: CeremoniesPage) -> None:
    line = next(row for row in page.model.lines if row.kind == "signing").pairs[4]
    assert line.agreement is not None
    page.show_row(line.agreement)
    assert page.detail.title.text().endswith("签约仪式")
    assert page.detail.signing.view.currentIndex().row() == 4
    page.show_row(key("ceremony", "unveiling"))
    assert page.detail.title.text() == "中关村未来产业园集中发布"


def test_another_language_says_everything_else(page: CeremoniesPage, desk: Desk) -> None:
    turn_to(page, "plaque")
    desk.speak(Words.of("en"))
    assert page.detail.announced.text() == "Second batch: announced 17, entered 0"
    assert page.detail.stage.viewpoint.text() == "Seen from the audience"
    assert page.detail.plaques.paste.text() == "Paste 17 names"
    assert page.detail.facts.batch.text() == "Second batch"


# ---- signing


def test_a_signing_has_its_pairs_in_order_with_hosts_left_and_guests_right(page: CeremoniesPage) -> None:
    turn_to(page, "signing")
    view = page.detail.signing.view
    row = [shown(view, column)[1] for column in (pairs.NUMBER, pairs.HOST, pairs.GUEST, pairs.COUNTRY, pairs.STATE)]
    assert row == ["2", "中关村生命园", "巴西出口投资促进局 ApexBrasil", "巴西", "草稿"]


def test_the_second_agreement_is_moved_up_and_undone(page: CeremoniesPage, desk: Desk, qtbot: QtBot) -> None:
    turn_to(page, "signing")
    view = page.detail.signing.view
    put_cursor(view, 1, pairs.HOST)
    qtbot.keyClick(view, Qt.Key.Key_Up, ALT)
    qtbot.waitUntil(lambda: shown(view, pairs.HOST)[0] == "中关村生命园", timeout=PATIENCE)
    assert view.currentIndex().row() == 0, "the cursor goes with it"
    desk.undo.trigger()
    qtbot.waitUntil(lambda: shown(view, pairs.HOST)[1] == "中关村生命园", timeout=PATIENCE)


def test_an_agreement_is_dragged_to_another_place(page: CeremoniesPage, qtbot: QtBot) -> None:
    turn_to(page, "signing")
    view = page.detail.signing.view
    first = shown(view, pairs.HOST)[0]
    drag_by_edge(qtbot, view, 0, 3)
    qtbot.waitUntil(lambda: shown(view, pairs.HOST)[2] == first, timeout=PATIENCE)


def test_a_signatory_who_is_not_known_is_entered_in_the_same_step(
    page: CeremoniesPage, desk: Desk, qtbot: QtBot
) -> None:
    turn_to(page, "signing")
    view = page.detail.signing.view
    rewrite(qtbot, view, 0, pairs.GUEST_SIGNATORY, "孔令辉")
    qtbot.waitUntil(lambda: shown(view, pairs.GUEST_SIGNATORY)[0] == "孔令辉", timeout=PATIENCE)
    desk.undo.trigger()
    qtbot.waitUntil(lambda: shown(view, pairs.GUEST_SIGNATORY)[0] == "", timeout=PATIENCE)
    with desk.operations.store.look() as look:
        from forumdesk.store.screens.typed_names import people_named

        assert people_named(look, "孔令辉") == []


def test_a_signatory_who_is_known_is_not_entered_twice(page: CeremoniesPage, desk: Desk, qtbot: QtBot) -> None:
    turn_to(page, "signing")
    view = page.detail.signing.view
    rewrite(qtbot, view, 0, pairs.HOST_SIGNATORY, "张宇蕾")
    qtbot.waitUntil(lambda: shown(view, pairs.HOST_SIGNATORY)[0] == "张宇蕾", timeout=PATIENCE)
    host = page.detail.signing.model.lines[0].host
    assert host is not None
    assert host.signatory is not None
    assert host.signatory.id == key("person", "zhang-yulei")


def test_of_two_people_of_one_name_one_must_be_chosen(page: CeremoniesPage, desk: Desk, qtbot: QtBot) -> None:
    Bus(desk.operations.store).run(AddPerson(name=Text("周丽")))
    turn_to(page, "signing")
    rewrite(qtbot, page.detail.signing.view, 0, pairs.HOST_SIGNATORY, "周丽")
    qtbot.waitUntil(lambda: said(desk) == "有多位周丽，请在输入时弹出的列表中选择。", timeout=PATIENCE)
    assert shown(page.detail.signing.view, pairs.HOST_SIGNATORY)[0] == ""


def test_organisations_are_offered_while_their_name_is_typed(page: CeremoniesPage, qtbot: QtBot) -> None:
    turn_to(page, "signing")
    view = page.detail.signing.view
    put_cursor(view, 0, pairs.HOST)
    qtbot.keyClick(view, Qt.Key.Key_F2)
    field = editor(view)
    assert isinstance(field, OfferEdit)
    field.selectAll()
    write(field, "生命园")
    qtbot.waitUntil(lambda: field.offered == ["中关村生命园"], timeout=PATIENCE)
    qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_a_state_is_one_of_its_words(page: CeremoniesPage, desk: Desk, qtbot: QtBot) -> None:
    turn_to(page, "signing")
    view = page.detail.signing.view
    rewrite(qtbot, view, 2, pairs.STATE, "已装订")
    qtbot.waitUntil(lambda: shown(view, pairs.STATE)[2] == "已装订", timeout=PATIENCE)
    rewrite(qtbot, view, 2, pairs.STATE, "忘了")
    qtbot.waitUntil(lambda: said(desk).startswith("“忘了”不在可选项中：草稿、"), timeout=PATIENCE)


def test_an_agreement_more_than_announced_is_refused_and_fits_once_the_count_is_raised(
    page: CeremoniesPage, desk: Desk, qtbot: QtBot
) -> None:
    turn_to(page, "signing")
    signing, facts = page.detail.signing, page.detail.facts
    qtbot.mouseClick(signing.add, Qt.MouseButton.LeftButton)
    assert signing.view.currentIndex().row() == 7, "below the last pair"
    write(editor(signing.view), "怀柔科学城")
    qtbot.keyClick(editor(signing.view), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: said(desk) == "宣布数为 7，录入后将达 8；请先调高宣布数。", timeout=PATIENCE)
    facts.announced.setFocus()
    facts.announced.selectAll()
    write(facts.announced, "8")
    qtbot.keyClick(facts.announced, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(signing.model.lines) == 8, timeout=PATIENCE)
    assert shown(signing.view, pairs.HOST)[7] == "待录入"
    rewrite(qtbot, signing.view, 7, pairs.HOST, "怀柔科学城")
    qtbot.waitUntil(lambda: named(page) == 8, timeout=PATIENCE)
    rewrite(qtbot, signing.view, 7, pairs.GUEST, "Sophia Antipolis")
    qtbot.waitUntil(lambda: shown(signing.view, pairs.GUEST)[7] == "Sophia Antipolis", timeout=PATIENCE)
    rewrite(qtbot, signing.view, 7, pairs.COUNTRY, "法国")
    qtbot.waitUntil(lambda: shown(signing.view, pairs.COUNTRY)[7] == "法国", timeout=PATIENCE)


def test_a_third_party_signs_on_a_line_of_its_own_and_leaves_by_an_empty_name(
    page: CeremoniesPage, qtbot: QtBot
) -> None:
    turn_to(page, "signing")
    signing = page.detail.signing
    put_cursor(signing.view, 0, pairs.HOST)
    qtbot.mouseClick(signing.side.button("guest"), Qt.MouseButton.LeftButton)
    signing.party.setFocus()
    write(signing.party, "德国商会")
    qtbot.keyClick(signing.party, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(signing.view, pairs.GUEST)[1] == "德国商会", timeout=PATIENCE)
    assert (shown(signing.view, pairs.NUMBER)[1], named(page)) == ("", 7)
    rewrite(qtbot, signing.view, 1, pairs.GUEST, "")
    qtbot.waitUntil(lambda: len(signing.model.lines) == 7, timeout=PATIENCE)


def test_control_and_minus_take_an_agreement_away_and_leaves_its_line_announced(
    page: CeremoniesPage, desk: Desk, qtbot: QtBot
) -> None:
    turn_to(page, "signing")
    view = page.detail.signing.view
    put_cursor(view, 6, pairs.HOST)
    qtbot.keyClick(view, Qt.Key.Key_Minus, CONTROL)
    qtbot.waitUntil(lambda: named(page) == 6, timeout=PATIENCE)
    assert shown(view, pairs.HOST)[6] == "待录入"
    assert page.detail.announced.text() == "首批·宣布 7，已录入 6"


def test_an_agreement_has_a_title_and_copies(page: CeremoniesPage, desk: Desk, qtbot: QtBot) -> None:
    turn_to(page, "signing")
    signing = page.detail.signing
    put_cursor(signing.view, 1, pairs.HOST)
    assert signing.title.value.first == "中关村生命园与巴西出口投资促进局合作协议"
    signing.copies.setFocus()
    signing.copies.selectAll()
    write(signing.copies, "4")
    qtbot.keyClick(signing.copies, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: signing.model.lines[1].copies == 4, timeout=PATIENCE)


# ---- plaques


def test_seventeen_pasted_names_are_entered_by_enter_and_one_undo_takes_them_back(
    page: CeremoniesPage, desk: Desk, qtbot: QtBot
) -> None:
    turn_to(page, "plaque")
    plaques = page.detail.plaques
    assert plaques.paste.text() == "粘贴 17 家名单"
    preview = paste(qtbot, page, SEVENTEEN)
    assert preview.title.text() == "新增 17 行"
    apply(qtbot, preview)
    qtbot.waitUntil(lambda: named(page) == 17, timeout=PATIENCE)
    assert shown(plaques.view, recipients.RECIPIENT)[:-1] == SEVENTEEN
    assert page.detail.announced.text() == "第二批·宣布 17，已录入 17"
    desk.undo.trigger()
    qtbot.waitUntil(lambda: named(page) == 0, timeout=PATIENCE)
    assert shown(plaques.view, recipients.RECIPIENT)[:-1] == ["待录入"] * 17


def test_of_a_pasted_list_what_is_too_much_or_there_already_is_refused_with_the_reason(
    page: CeremoniesPage, qtbot: QtBot
) -> None:
    turn_to(page, "plaque")
    preview = paste(qtbot, page, [*SEVENTEEN[:3], SEVENTEEN[0], *SEVENTEEN[3:], "第十八园"])
    assert reasons(preview) == [
        ["4", "特色园1", "", "列表中已有特色园1。"],
        ["19", "第十八园", "", "宣布数为 17，录入后将达 18；请先调高宣布数。"],
    ]
    qtbot.keyClick(preview.view, Qt.Key.Key_Escape)
    assert not preview.isVisible()
    assert named(page) == 0


def test_both_names_people_wording_state_and_number_are_pasted_as_one_block(
    page: CeremoniesPage, desk: Desk, qtbot: QtBot
) -> None:
    turn_to(page, "plaque")
    plaques = page.detail.plaques
    plaques.table.columns.toggle(recipients.MARK)
    steps = len(desk.operations.store.history())
    preview = paste(
        qtbot, page,
        [
            "东城园\tDongcheng Park\t孔令辉\t中关村特色产业园\t张宇蕾\t已设计\tNo. 1",
            "中关村生命园\tLife Park\t\t\t\t忘了\tNo. 2",
        ],
    )  # fmt: skip
    assert [line[2] for line in reasons(preview)] == ["英文名称", "牌匾"]
    assert "Zhongguancun Life Science Park" in reasons(preview)[0][3]
    apply(qtbot, preview)
    qtbot.waitUntil(lambda: named(page) == 2, timeout=PATIENCE)
    assert [shown(plaques.view, column)[0] for column in range(1, 8)] == [
        "东城园", "Dongcheng Park", "孔令辉", "中关村特色产业园", "张宇蕾", "已设计", "No. 1",
    ]  # fmt: skip
    presenter = plaques.model.lines[0].presenter
    assert presenter is not None
    assert presenter.id == key("person", "zhang-yulei"), "whoever is known is not entered twice"
    assert len(desk.operations.store.history()) == steps + 1


def test_plaques_are_filled_down_copied_moved_together_and_given_one_state(
    page: CeremoniesPage, desk: Desk, qtbot: QtBot
) -> None:
    turn_to(page, "plaque")
    plaques, view = page.detail.plaques, page.detail.plaques.view
    apply(qtbot, paste(qtbot, page, SEVENTEEN))
    qtbot.waitUntil(lambda: named(page) == 17, timeout=PATIENCE)
    rewrite(qtbot, view, 0, recipients.WORDING, "中关村特色产业园")
    qtbot.waitUntil(lambda: shown(view, recipients.WORDING)[0] == "中关村特色产业园", timeout=PATIENCE)
    view.select_block(0, 16, [recipients.WORDING])
    qtbot.keyClick(view, Qt.Key.Key_D, CONTROL)
    qtbot.waitUntil(lambda: set(shown(view, recipients.WORDING)[:17]) == {"中关村特色产业园"}, timeout=PATIENCE)
    view.set_asked.emit(recipients.ARTWORK, 3)
    qtbot.waitUntil(lambda: set(shown(view, recipients.ARTWORK)[:17]) == {"已制作"}, timeout=PATIENCE)
    view.select_block(3, 4, [recipients.RECIPIENT])
    qtbot.keyClick(view, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "特色园4\n特色园5\n"
    qtbot.keyClick(view, Qt.Key.Key_Up, ALT)
    moved = ["特色园1", "特色园2", "特色园4", "特色园5", "特色园3"]
    qtbot.waitUntil(lambda: shown(view, recipients.RECIPIENT)[:5] == moved, timeout=PATIENCE)
    qtbot.keyClick(view, Qt.Key.Key_Minus, CONTROL)
    qtbot.waitUntil(lambda: named(page) == 15, timeout=PATIENCE)
    assert desk.operations.store.history(1)[0].title == "Remove rows"
    assert [line.plaque for line in plaques.model.lines[15:]] == [None, None]


def test_what_an_organisation_lacks_is_completed_and_another_name_means_another_one(
    page: CeremoniesPage, qtbot: QtBot
) -> None:
    turn_to(page, "plaque")
    view = page.detail.plaques.view
    rewrite(qtbot, view, 0, recipients.RECIPIENT, "怀柔新园")
    qtbot.waitUntil(lambda: named(page) == 1, timeout=PATIENCE)
    rewrite(qtbot, view, 0, recipients.RECIPIENT_OTHER, "Huairou New Park")
    qtbot.waitUntil(lambda: shown(view, recipients.RECIPIENT_OTHER)[0] == "Huairou New Park", timeout=PATIENCE)
    assert shown(view, recipients.RECIPIENT)[0] == "怀柔新园"
    rewrite(qtbot, view, 0, recipients.RECIPIENT, "中关村生命园")
    qtbot.waitUntil(
        lambda: shown(view, recipients.RECIPIENT_OTHER)[0] == "Zhongguancun Life Science Park", timeout=PATIENCE
    )
    view.select_block(0, 0, [recipients.RECIPIENT, recipients.RECIPIENT_OTHER])
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: named(page) == 0, timeout=PATIENCE)


def test_agreements_are_pasted_as_a_block_and_an_agreement_of_several_lines_moves_as_one(
    page: CeremoniesPage, desk: Desk, qtbot: QtBot
) -> None:
    turn_to(page, "signing")
    signing, view = page.detail.signing, page.detail.signing.view
    Bus(desk.operations.store).run(EditCeremony(id=key("ceremony", "signing"), announced=9))
    qtbot.waitUntil(lambda: len(signing.model.lines) == 9, timeout=PATIENCE)
    put_cursor(view, 6, pairs.HOST)
    third = "南中轴国际文化科技园\t孔令辉\t\t新客方\t法国\t\t\t定稿"
    QGuiApplication.clipboard().setText(
        f"{third}\n甲园\t\t\tPark B\t肯尼亚\tAmina\t\t已签署\n\t乙\t\t\t\t\t\t\n\t\t\t\t\t\t\t草稿"
    )
    qtbot.keyClick(view, Qt.Key.Key_V, CONTROL)
    preview = signing.table.preview
    qtbot.waitUntil(preview.isVisible, timeout=PATIENCE)
    assert [line[3] for line in reasons(preview)] == ["请先填写签约方。"] * 2
    apply(qtbot, preview)
    qtbot.waitUntil(lambda: named(page) == 8, timeout=PATIENCE)
    rows = [[shown(view, column)[row] for column in range(1, 9)] for row in (6, 7)]
    assert rows == [
        ["南中轴国际文化科技园", "孔令辉", "", "新客方", "法国", "", "", "定稿"],
        ["甲园", "", "", "Park B", "肯尼亚", "Amina", "", "已签署"],
    ]
    signing.party.setFocus()
    put_cursor(view, 6, pairs.HOST)
    write(signing.party, "丙会")
    qtbot.keyClick(signing.party, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(signing.model.lines) == 10, timeout=PATIENCE)
    put_cursor(view, 6, pairs.HOST)
    qtbot.keyClick(view, Qt.Key.Key_Down, ALT)
    qtbot.waitUntil(lambda: shown(view, pairs.HOST)[6] == "甲园", timeout=PATIENCE)
    assert [line.number for line in signing.model.lines[6:9]] == [7, 8, 0]
    qtbot.keyClick(view, Qt.Key.Key_Up, ALT)
    qtbot.waitUntil(lambda: shown(view, pairs.HOST)[8] == "甲园", timeout=PATIENCE)


def test_presenters_hand_over_in_rounds_and_can_be_exchanged(page: CeremoniesPage, qtbot: QtBot) -> None:
    turn_to(page, "plaque")
    plaques = page.detail.plaques
    apply(qtbot, paste(qtbot, page, SEVENTEEN))
    qtbot.waitUntil(lambda: named(page) == 17, timeout=PATIENCE)
    qtbot.mouseClick(plaques.assign, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown(plaques.view, recipients.PRESENTER)[0] == "张宇蕾", timeout=PATIENCE)
    presenters = shown(plaques.view, recipients.PRESENTER)
    assert (presenters[8], presenters[9], presenters[16]) == ("高炳仰", "张宇蕾", "苏礼华")
    rewrite(qtbot, plaques.view, 0, recipients.PRESENTER, "郭洁")
    qtbot.waitUntil(lambda: shown(plaques.view, recipients.PRESENTER)[0] == "郭洁", timeout=PATIENCE)
    rewrite(qtbot, plaques.view, 0, recipients.REPRESENTATIVE, "孔令辉")
    qtbot.waitUntil(lambda: shown(plaques.view, recipients.REPRESENTATIVE)[0] == "孔令辉", timeout=PATIENCE)
    rewrite(qtbot, plaques.view, 0, recipients.WORDING, "中关村特色产业园")
    qtbot.waitUntil(lambda: shown(plaques.view, recipients.WORDING)[0] == "中关村特色产业园", timeout=PATIENCE)
    put_cursor(plaques.view, 1, recipients.RECIPIENT)
    qtbot.keyClick(plaques.view, Qt.Key.Key_Up, ALT)
    qtbot.waitUntil(lambda: shown(plaques.view, recipients.RECIPIENT)[0] == SEVENTEEN[1], timeout=PATIENCE)


def test_a_recipient_is_typed_into_an_announced_line(page: CeremoniesPage, qtbot: QtBot) -> None:
    turn_to(page, "plaque")
    view = page.detail.plaques.view
    rewrite(qtbot, view, 0, recipients.RECIPIENT, "怀柔科学城")
    qtbot.waitUntil(lambda: shown(view, recipients.RECIPIENT)[:2] == ["怀柔科学城", "待录入"], timeout=PATIENCE)


def test_the_batch_is_called_otherwise(page: CeremoniesPage, qtbot: QtBot) -> None:
    turn_to(page, "plaque")
    batch = page.detail.facts.batch
    batch.setFocus()
    batch.selectAll()
    write(batch, "第三批")
    qtbot.keyClick(batch, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.detail.plaques.section.text() == "第三批名单", timeout=PATIENCE)
    assert page.model.count_of(page.model.lines[2]) == ("第三批 0/17", True)
    assert page.model.lines[2].batch.second == "Second batch", "the other language stays as it is"


# ---- the stage


def test_nine_presenters_stand_in_rostrum_order_and_the_view_is_turned_round(
    page: CeremoniesPage, qtbot: QtBot
) -> None:
    turn_to(page, "plaque")
    stage = page.detail.stage
    assert (stage.viewpoint.text(), stage._hand.text()) == ("从观众席看", "2 号在 1 号的左手边，即画面右侧")
    assert [stands.rank for stands in stage.picture.front()] == [9, 7, 5, 3, 1, 2, 4, 6, 8]
    qtbot.mouseClick(stage.turn, Qt.MouseButton.LeftButton)
    assert (stage.viewpoint.text(), stage._hand.text()) == ("从台上看", "2 号在 1 号的左手边，即画面左侧")
    assert [stands.rank for stands in stage.picture.front()] == [8, 6, 4, 2, 1, 3, 5, 7, 9]
    assert stage.picture.front()[0].name == "苏礼华"


def test_the_rule_of_the_rostrum_is_a_choice(page: CeremoniesPage, qtbot: QtBot) -> None:
    turn_to(page, "plaque")
    choice = page.detail.facts.second_at
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    picture = page.detail.stage.picture
    qtbot.waitUntil(lambda: [each.rank for each in picture.front()] == [8, 6, 4, 2, 1, 3, 5, 7, 9], timeout=PATIENCE)
    assert page.detail.stage._hand.text() == "2 号在 1 号的右手边，即画面左侧"


def test_who_stays_and_who_joins_is_said_below_the_list(page: CeremoniesPage, qtbot: QtBot) -> None:
    turn_to(page, "plaque")
    call = page.detail.stage.call
    assert call.note.text() == "9 人留台至下一项。\n11:32 柳强、陈仲秋、庞鹏沙上台会合，共 12 人。"
    assert call.stays.isChecked()
    call.stays.setFocus()
    qtbot.keyClick(call.stays, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: call.note.text() == "结束后全部离台。", timeout=PATIENCE)
    turn_to(page, "unveiling")
    assert len(page.detail.stage.picture.front()) == 3


def test_tabs_turn_from_call_to_call(page: CeremoniesPage, qtbot: QtBot) -> None:
    turn_to(page, "plaque")
    stage = page.detail.stage
    tabs = list(stage.tabs.buttons.values())
    assert [tab.accessibleName() for tab in tabs] == ["园区代表上台", "授牌领导上台"]
    qtbot.mouseClick(tabs[0], Qt.MouseButton.LeftButton)
    assert (len(stage.picture.front()), stage.call.count.text()) == (0, "17")
    tabs[0].setFocus()
    qtbot.keyClick(tabs[0], Qt.Key.Key_Right, ALT)
    qtbot.waitUntil(
        lambda: [tab.accessibleName() for tab in stage.tabs.buttons.values()] == ["授牌领导上台", "园区代表上台"],
        timeout=PATIENCE,
    )


def test_another_call_is_added_titled_and_removed(page: CeremoniesPage, qtbot: QtBot) -> None:
    turn_to(page, "launch")
    stage = page.detail.stage
    qtbot.mouseClick(stage.tabs.add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(stage.tabs.buttons) == 2, timeout=PATIENCE)
    stage.call.title.setFocus()
    stage.call.title.selectAll()
    write(stage.call.title, "合影")
    qtbot.keyClick(stage.call.title, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: [tab.accessibleName() for tab in stage.tabs.buttons.values()][-1] == "合影", timeout=PATIENCE
    )
    qtbot.mouseClick(stage.call.remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(stage.tabs.buttons) == 1, timeout=PATIENCE)


def test_somebody_walks_on_too_and_is_named_in_the_programme(page: CeremoniesPage, desk: Desk, qtbot: QtBot) -> None:
    turn_to(page, "launch")
    call = page.detail.stage.call
    call.person.setFocus()
    write(call.person, "郭洁")
    qtbot.keyClick(call.person, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(call.view, 1)[-1:] == ["郭洁"], timeout=PATIENCE)
    guo = key("person", "guo-jie")
    assert appears(page, guo)
    put_cursor(call.view, 7, 1)
    qtbot.keyClick(call.view, Qt.Key.Key_Up, ALT)
    qtbot.waitUntil(lambda: shown(call.view, 1)[6] == "郭洁", timeout=PATIENCE)
    assert page.chosen is not None
    assert [person for _, person in page.chosen.appears][6] == guo, "the programme follows"
    qtbot.keyClick(call.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "郭洁" not in shown(call.view, 1), timeout=PATIENCE)
    assert not appears(page, guo)


def test_who_was_there_before_is_not_taken_out_by_this_call(page: CeremoniesPage, qtbot: QtBot) -> None:
    turn_to(page, "unveiling")
    call = page.detail.stage.call
    assert len(shown(call.view, 1)) == 12
    put_cursor(call.view, 0, 1)
    qtbot.keyClick(call.view, Qt.Key.Key_Delete)
    put_cursor(call.view, 9, 1)
    qtbot.keyClick(call.view, Qt.Key.Key_Up, ALT)
    put_cursor(call.view, 11, 1)
    qtbot.keyClick(call.view, Qt.Key.Key_Up, ALT)
    qtbot.waitUntil(lambda: shown(call.view, 1)[-2:] == ["庞鹏沙", "陈仲秋"], timeout=PATIENCE)
    assert shown(call.view, 1)[0] == "张宇蕾"


# ---- what is unveiled


def test_what_is_unveiled_is_named_edited_moved_and_removed(page: CeremoniesPage, qtbot: QtBot) -> None:
    turn_to(page, "unveiling")
    unveiled, view = page.detail.unveiled, page.detail.unveiled.view
    assert (len(unveiled.model.lines), unveiled.count.text()) == (14, "0/14")
    QGuiApplication.clipboard().setText("未来园甲\n未来园乙\tFuture Park B")
    put_cursor(view, 0, recipients.THING)
    qtbot.keyClick(view, Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(unveiled.table.preview.isVisible, timeout=PATIENCE)
    apply(qtbot, unveiled.table.preview)
    qtbot.waitUntil(lambda: named(page) == 2, timeout=PATIENCE)
    rewrite(qtbot, view, 0, recipients.THING_OTHER, "Future Park A")
    qtbot.waitUntil(lambda: shown(view, recipients.THING_OTHER)[0] == "Future Park A", timeout=PATIENCE)
    put_cursor(view, 0, recipients.THING)
    qtbot.keyClick(view, Qt.Key.Key_Down, ALT)
    qtbot.waitUntil(lambda: shown(view, recipients.THING)[0] == "未来园乙", timeout=PATIENCE)
    put_cursor(view, 0, recipients.THING)
    qtbot.keyClick(view, Qt.Key.Key_Minus, CONTROL)
    qtbot.waitUntil(lambda: shown(view, recipients.THING)[:2] == ["未来园甲", "待录入"], timeout=PATIENCE)


def test_device_and_countdown_are_fields_and_a_wrong_number_says_so(
    page: CeremoniesPage, desk: Desk, qtbot: QtBot
) -> None:
    turn_to(page, "launch")
    facts = page.detail.facts
    assert (facts.device.text(), facts.countdown.text()) == ("启动台", "3")
    facts.countdown.setFocus()
    facts.countdown.selectAll()
    write(facts.countdown, "90")
    qtbot.keyClick(facts.countdown, Qt.Key.Key_Return)
    assert "1" in said(desk)
    assert facts.countdown.text() == "90", "what was typed is there for mending"
    facts.countdown.selectAll()
    write(facts.countdown, "10")
    qtbot.keyClick(facts.countdown, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.chosen is not None and page.chosen.countdown == 10, timeout=PATIENCE)


def test_an_item_without_a_ceremony_offers_to_set_it_up(page: CeremoniesPage, desk: Desk, qtbot: QtBot) -> None:
    launch = next(row for row in page.model.lines if row.kind == "launch")
    with desk.operations.store.look() as look:
        from forumdesk.domain.agenda import AgendaItem

        day = look.get(AgendaItem, launch.id).date
    new = AddItem(forum=key("forum", ""), date=day, kind="unveiling", title=Text("新揭牌"))
    Bus(desk.operations.store).run(new)
    qtbot.waitUntil(lambda: len(page.model.lines) == 5, timeout=PATIENCE)
    page.show_row(new.id)
    assert not page.detail.facts.isVisible()
    qtbot.mouseClick(page.detail.set_up, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.detail.facts.isVisible, timeout=PATIENCE)


def test_what_is_moved_comes_behind_the_one_before_its_place() -> None:
    a, b, c = (UUID(int=number) for number in (1, 2, 3))
    assert behind([a, b, c], c, 0) is None
    assert behind([a, b, c], c, 1) == a
    assert behind([a, b, c], a, 2) == c


def test_everything_has_a_name_for_those_who_do_not_see_it(page: CeremoniesPage) -> None:
    for kind in ("signing", "plaque", "launch", "unveiling"):
        turn_to(page, kind)
        fields = [field for field in page.findChildren(QLineEdit) if field.isVisible()]
        assert fields
        assert [field for field in fields if not (field.accessibleName() or field.objectName())] == []


def appears(page: CeremoniesPage, person: UUID) -> bool:
    assert page.chosen is not None
    return person in [appearing for _, appearing in page.chosen.appears]


def said(desk: Desk) -> str:
    """What the desk says could not be done."""
    return desk.notice.text
