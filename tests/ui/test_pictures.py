"""Pictures dropped, pasted and chosen on cards and in the settings, seen, undone and taken away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from forumdesk.app.sample import key
from forumdesk.domain.event import Event
from forumdesk.domain.people import Organisation, Person
from forumdesk.ui.parts.picture import PictureField, initials
from forumdesk.ui.settings.page import SettingsPage
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE, people

ZHANG, LUND, TORCH = key("person", "zhang-yulei"), key("person", "ebba-lund"), key("organisation", "torch")
RED = "#c02020"


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "photo.jpg"
    Image.new("RGB", (300, 400), RED).save(path)
    return path


def card(desk: Desk, qtbot: QtBot, who: Any) -> PictureField:
    """The picture on the card of a person or an organisation."""
    desk.go("people", who)
    page = people(desk)
    qtbot.waitUntil(
        lambda: page.cards.currentWidget() is page._card() and page._card().shown == who, timeout=PATIENCE
    )
    picture = page._card().picture
    assert isinstance(picture, PictureField)
    return picture


def drop(on: QWidget, mime: QMimeData) -> bool:
    """Drag something over a widget and let go; whether it was taken."""
    at, actions, left = on.rect().center(), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    keys = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, actions, mime, left, keys)
    QApplication.sendEvent(on, enter)
    if enter.isAccepted():
        QApplication.sendEvent(on, QDropEvent(QPointF(at), actions, mime, left, keys))
    return enter.isAccepted()


def file(path: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    mime.setText(str(path))
    return mime


def seen(picture: PictureField) -> str:
    """The colour in the middle."""
    return picture.grab().toImage().pixelColor(QPoint(picture.width() // 2, picture.height() // 2)).name()


def wait(qtbot: QtBot, condition: Callable[[], bool]) -> None:
    qtbot.waitUntil(condition, timeout=PATIENCE)


def is_red(colour: str) -> bool:
    found, red = QColor(colour), QColor(RED)
    return abs(found.red() - red.red()) + abs(found.green() - red.green()) + abs(found.blue() - red.blue()) < 12


def test_a_photo_dropped_on_a_card_is_seen_and_undone_in_one_step(desk: Desk, qtbot: QtBot, photo: Path) -> None:
    picture = card(desk, qtbot, ZHANG)
    assert not picture.has_image
    assert drop(picture, file(photo))
    wait(qtbot, lambda: picture.has_image)
    assert is_red(seen(picture))
    assert desk.operations.store.history(1)[0].title == "Set photo"
    desk.take_back()
    wait(qtbot, lambda: not picture.sha256)
    assert not picture.has_image
    desk.do_again()
    wait(qtbot, lambda: picture.has_image)


def test_anywhere_on_the_card_will_do_and_no_field_takes_the_file_for_text(
    desk: Desk, qtbot: QtBot, photo: Path
) -> None:
    picture = card(desk, qtbot, TORCH)
    organisation = people(desk).organisation
    name, founded = organisation.name.fields[0], organisation.founded
    assert not name.canInsertFromMimeData(file(photo))
    assert drop(founded, file(photo)), "it goes to the card around the field"
    wait(qtbot, lambda: picture.has_image)
    assert founded.text() == ""
    with desk.operations.store.look() as look:
        assert look.get(Organisation, TORCH).logo_id is not None


def test_a_copied_picture_is_pasted_and_removed_with_the_keyboard(desk: Desk, qtbot: QtBot) -> None:
    picture = card(desk, qtbot, ZHANG)
    image = QImage(60, 80, QImage.Format.Format_RGB32)
    image.fill(QColor(RED))
    QGuiApplication.clipboard().setImage(image)
    picture.setFocus()
    qtbot.keyClick(picture, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    wait(qtbot, lambda: picture.has_image)
    assert is_red(seen(picture))
    qtbot.keyClick(picture, Qt.Key.Key_Delete)
    wait(qtbot, lambda: not picture.sha256)
    with desk.operations.store.look() as look:
        assert look.get(Person, ZHANG).photo_id is None


def test_the_menu_offers_what_can_be_done_and_a_file_is_chosen_there(
    desk: Desk, qtbot: QtBot, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = card(desk, qtbot, ZHANG)
    QGuiApplication.clipboard().setText("no picture")
    picture.fill_menu()
    assert [(action.text(), action.isEnabled()) for action in picture.menu.actions()] == [
        ("选择图片…", True),
        ("粘贴图片", False),
        ("移除图片", False),
    ]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(photo), ""))
    picture.menu.actions()[0].trigger()
    wait(qtbot, lambda: picture.has_image)
    picture.fill_menu()
    picture.menu.actions()[2].trigger()
    wait(qtbot, lambda: not picture.sha256)


def test_what_cannot_be_used_is_said_and_the_old_picture_stays(
    desk: Desk, qtbot: QtBot, photo: Path, tmp_path: Path
) -> None:
    picture = card(desk, qtbot, ZHANG)
    drop(picture, file(photo))
    wait(qtbot, lambda: picture.has_image)
    before = picture.sha256
    (tmp_path / "logo.svg").write_text("<svg/>")
    drop(picture, file(tmp_path / "logo.svg"))
    wait(qtbot, lambda: "SVG" in desk.notice.text)
    drop(picture, file(tmp_path / "gone.jpg"))
    wait(qtbot, lambda: "gone.jpg" in desk.notice.text)
    assert picture.sha256 == before


def test_another_card_shows_its_own_picture(desk: Desk, qtbot: QtBot, photo: Path) -> None:
    picture = card(desk, qtbot, ZHANG)
    drop(picture, file(photo))
    wait(qtbot, lambda: picture.has_image)
    card(desk, qtbot, LUND)
    wait(qtbot, lambda: not picture.has_image)
    card(desk, qtbot, ZHANG)
    wait(qtbot, lambda: picture.has_image)


def test_who_turns_to_another_card_at_once_has_given_the_picture_to_the_first(
    desk: Desk, qtbot: QtBot, photo: Path
) -> None:
    picture = card(desk, qtbot, ZHANG)
    reading = desk.operations.jobs.running
    drop(picture, file(photo))
    desk.go("people", LUND)
    people(desk).person.shown = LUND  # before the file is read
    wait(qtbot, lambda: not reading and desk.operations.store.history(1)[0].title == "Set photo")
    with desk.operations.store.look() as look:
        assert look.get(Person, ZHANG).photo_id is not None
        assert look.get(Person, LUND).photo_id is None


def test_the_event_has_a_logo_and_a_seal_in_the_settings(desk: Desk, qtbot: QtBot, photo: Path) -> None:
    desk.go("settings")
    page = desk.page("settings")
    assert isinstance(page, SettingsPage)
    for picture in (page.logo, page.seal):
        assert drop(picture, file(photo))
        wait(qtbot, lambda picture=picture: picture.has_image)
    with desk.operations.store.look() as look:
        (event,) = look.all(Event)
    assert event.logo_id is not None and event.seal_id is not None


@pytest.mark.parametrize(
    ("name", "said"),
    [("张宇蕾", "张"), ("Ebba Lund", "EL"), ("艾巴·伦德", "艾伦"), ("Anokhin Mikhail", "AM"), ("Kim", "K"), ("", "")],
)
def test_initials_stand_for_a_face(name: str, said: str) -> None:
    assert initials(name) == said
