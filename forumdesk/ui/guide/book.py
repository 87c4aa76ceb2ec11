"""The guide's Markdown as a document in the type and colours of the desk."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontDatabase,
    QImage,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrame,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextEdit

from forumdesk.ui.theme import Theme

SIZES = {1: 20, 2: 15, 3: 13}
"""px of headings by their level."""
IMAGE_WIDTH, LEADING, MARGIN, AFTER = 656, 108, 32, 8
"""px: width of a picture, the margin round the text, and what follows a paragraph; leading in per cent."""

OBJECT = "\ufffc"
"""Stands in the text for a picture."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading of the second level: its title, its name in links, and where in the text it stands."""

    title: str
    anchor: str
    position: int


class Book:
    """Fills a text view with the guide and knows its chapters."""

    def __init__(self, markdown: str, theme: Theme, view: QTextEdit) -> None:
        self._theme = theme
        document = QTextDocument(view)
        document.setDefaultFont(view.font())
        document.setDocumentMargin(MARGIN)
        view.setDocument(document)
        document.setMarkdown(markdown, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        self._set_tables(document.rootFrame())
        self.chapters: list[Chapter] = []
        block = document.begin()
        while block.isValid():
            self._set_block(block)
            if block.blockFormat().headingLevel() == 2:
                self.chapters.append(Chapter(block.text(), anchor(block.text()), block.position()))
            block = block.next()

    def _set_block(self, block: QTextBlock) -> None:
        cursor = QTextCursor(block)
        shape, level = block.blockFormat(), block.blockFormat().headingLevel()
        words = QTextCharFormat()
        if level:
            shape.setTopMargin(28 if level == 2 else 12)
            shape.setBottomMargin(6)
            words.setProperty(QTextCharFormat.Property.FontPixelSize, SIZES[level])
            words.clearProperty(QTextCharFormat.Property.FontSizeAdjustment)
        elif _is_code(block):
            shape.setTopMargin(0 if _is_code(block.previous()) else AFTER / 2)
            shape.setBottomMargin(0 if _is_code(block.next()) else 1.5 * AFTER)
            shape.setBackground(QBrush(QColor(self._theme.sunken)))
            shape.setNonBreakableLines(False)
            words.setFontFamilies(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).families())
        elif OBJECT not in block.text():
            shape.setLineHeight(LEADING, shape.LineHeightTypes.ProportionalHeight.value)
            is_cell = QTextCursor(block).currentTable() is not None
            shape.setBottomMargin(0 if is_cell else AFTER)
        cursor.setBlockFormat(shape)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(words)

    def _set_tables(self, frame: QTextFrame) -> None:
        for child in frame.childFrames():
            if isinstance(child, QTextTable):
                shape = child.format()
                shape.setBorder(1)
                shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                shape.setBorderBrush(QBrush(QColor(self._theme.hairline)))
                shape.setBorderCollapse(True)
                shape.setCellPadding(6)
                shape.setCellSpacing(0)
                shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
                child.setFormat(shape)


def _is_code(block: QTextBlock) -> bool:
    return block.blockFormat().hasProperty(QTextCharFormat.Property.BlockCodeFence)


def anchor(heading: str) -> str:
    """What links call a heading: small letters, words joined by hyphens, no other marks.

    >>> anchor("The file, and what “Saved” means")
    'the-file-and-what-saved-means'
    """
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def picture(place: str, width: int, ratio: float) -> QImage:
    """A picture from a file, `width` px wide on a screen with `ratio` dots a px; an empty one where there is none."""
    image = QImage(place).scaledToWidth(round(width * ratio), Qt.TransformationMode.SmoothTransformation)
    image.setDevicePixelRatio(ratio)
    return image
