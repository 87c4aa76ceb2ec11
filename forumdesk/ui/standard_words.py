"""The words that Qt itself says: in its dialogs for files and printers, and in the menus of its fields."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

CATALOGUES = {"zh": "qtbase_zh_CN"}
"""Qt's catalogue for a language of the screen; English is what it speaks by itself."""

_NAME = "standard-words"


def speak(language: str) -> None:
    """Let Qt speak a language of the screen."""
    application = QApplication.instance()
    assert application is not None
    spoken = application.findChild(QTranslator, _NAME)
    catalogue = CATALOGUES.get(language, "")
    if catalogue == (Path(spoken.filePath()).stem if spoken else ""):
        return
    if spoken is not None:
        application.removeTranslator(spoken)
        spoken.deleteLater()
        spoken.setObjectName("")
    if catalogue:
        words = QTranslator(application)
        words.setObjectName(_NAME)
        if words.load(catalogue, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            application.installTranslator(words)
