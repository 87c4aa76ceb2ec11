"""The documents page: saving what is printed and sent."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from forumdesk.ui.window import Desk
from ui.hands import PATIENCE, documents


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Path]:
    """Answers the question for a path with the suggested name in a folder of the test's; keeps the answers."""
    answers: list[Path] = []

    def answer(_parent: object, _title: str, suggested: str, _kinds: str) -> tuple[str, str]:
        answers.append(tmp_path / "out" / Path(suggested).name)
        return str(answers[-1]), ""

    (tmp_path / "out").mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return answers


def press(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("document", ["programme", "certificates", "attendees"])
def test_a_document_is_saved_in_the_language_chosen(
    desk: Desk, qtbot: QtBot, asked: list[Path], document: str
) -> None:
    desk.go("documents")
    row = documents(desk).rows[document]
    press(qtbot, row.language.button("en"))
    press(qtbot, row.pdf)
    qtbot.waitUntil(lambda: asked[0].name in desk.notice.text, timeout=3 * PATIENCE)
    pdf = pypdfium2.PdfDocument(asked[0])
    text = "".join(page.get_textpage().get_text_range() for page in pdf)
    pdf.close()
    assert "World Leading Science Park Development Forum" in " ".join(text.split())
    assert asked[0].name == f"世界领先科技园区发展论坛 {row.title.text()}.pdf"


def test_the_attendee_list_is_saved_as_a_workbook(desk: Desk, qtbot: QtBot, asked: list[Path]) -> None:
    desk.go("documents")
    press(qtbot, documents(desk).rows["attendees"].xlsx)
    qtbot.waitUntil(lambda: "共 40 人" in desk.notice.text, timeout=3 * PATIENCE)
    rows = CalamineWorkbook.from_path(str(asked[0])).get_sheet_by_index(0).to_python()
    assert "辛国斌" in [cell for row in rows for cell in row]


def test_only_the_attendees_are_had_as_a_workbook(desk: Desk) -> None:
    desk.go("documents")
    assert [row.xlsx.isVisible() for row in documents(desk).rows.values()] == [False, False, True]


def test_where_no_file_can_be_written_the_notice_says_so(
    desk: Desk, qtbot: QtBot, asked: list[Path], tmp_path: Path
) -> None:
    (tmp_path / "out").rmdir()
    desk.go("documents")
    press(qtbot, documents(desk).rows["programme"].pdf)
    qtbot.waitUntil(lambda: str(tmp_path) in desk.notice.text, timeout=3 * PATIENCE)
    assert desk.notice.property("tone") == "trouble"


def test_who_changes_their_mind_saves_nothing(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    desk.go("documents")
    press(qtbot, documents(desk).rows["programme"].pdf)
    desk.operations.close()
    assert desk.notice.text == ""
