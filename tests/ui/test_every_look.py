"""Nothing is cut on any page, in any language, in any colours, on a screen of any scale."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.cut import cut

TESTS = Path(__file__).parents[1]
SCREENS = {"1": (1920, 1040), "1.5": (1280, 690), "2": (960, 600)}
"""By scale: what a desk has of a screen of 1920 × 1080 dots, in px; at 200 % the least it takes."""


@pytest.mark.parametrize("scale", SCREENS)
def test_no_page_in_no_look_cuts_a_word_or_keeps_one_of_the_other_language(scale: str, sample_file: Path) -> None:
    environment = {
        **os.environ,
        "QT_SCALE_FACTOR": scale,
        "PYTHONPATH": os.pathsep.join((str(TESTS), str(TESTS.parent))),
    }
    command = [sys.executable, "-m", "ui.every_look", str(sample_file), *map(str, SCREENS[scale])]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=300)
    assert (ran.returncode, ran.stdout) == (0, ""), ran.stderr[-2000:]


@pytest.fixture
def pane(qtbot: QtBot) -> Iterator[QWidget]:
    """A pane of 120 px."""
    whole = QWidget()
    qtbot.addWidget(whole)
    whole.setFixedSize(120, 40)
    yield whole


@pytest.mark.parametrize("kind", [QLabel, QPushButton])
def test_a_word_with_less_room_than_it_needs_is_found(pane: QWidget, kind: type[QLabel | QPushButton]) -> None:
    word = kind("Every name that was announced", pane)
    word.setFixedWidth(100)
    pane.show()
    assert len(cut(pane)) == 1
    word.setText("Every")
    assert cut(pane) == []


def test_a_wrapped_sentence_needs_its_height(pane: QWidget) -> None:
    sentence = QLabel("Every name that was announced is entered.", pane)
    sentence.setWordWrap(True)
    sentence.setFixedSize(110, 20)
    pane.show()
    assert "of height" in cut(pane)[0]


def test_a_word_outside_its_pane_or_over_another_is_found(pane: QWidget) -> None:
    first, second = QLabel("first", pane), QLabel("second", pane)
    second.move(100, 0)
    first.move(90, 0)
    pane.show()
    said = " ".join(cut(pane))
    assert "lies over" in said
    assert "sticks out" in said


def test_a_hint_wider_than_its_field_is_found(pane: QWidget) -> None:
    row, field = QHBoxLayout(pane), QLineEdit()
    field.setPlaceholderText("Search people, organisations and everything else")
    row.addWidget(field)
    pane.show()
    assert "placeholder" in cut(pane)[0]
