"""Word documents small enough to be written by hand."""

from __future__ import annotations

import zipfile
from html import escape
from pathlib import Path

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def paragraph(text: str) -> str:
    """A paragraph in runs, as Word cuts them, with tabs as elements."""
    runs = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in text.split("\t"))
    return f"<w:p><w:pPr><w:jc/></w:pPr><w:bookmarkStart/><w:r><w:rPr><w:b/></w:rPr>{runs}</w:r></w:p>"


def row(*cells: str) -> str:
    """A row of a table; a cell may hold several lines."""
    held = ("".join(map(paragraph, cell.split("\n"))) for cell in cells)
    return f"<w:tr>{''.join(f'<w:tc>{each}</w:tc>' for each in held)}</w:tr>"


def write_document(path: Path, *blocks: str, head: str = "") -> Path:
    """Write a .docx of blocks of WordprocessingML."""
    body = f"{head}<w:document {NAMESPACES}><w:body>{''.join(blocks)}</w:body></w:document>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f'<?xml version="1.0" encoding="UTF-8"?>{body}')
    return path
