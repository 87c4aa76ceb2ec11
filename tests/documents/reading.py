"""Printing documents to bytes and reading them back."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from forumdesk.documents.model import Document
from forumdesk.documents.render.pdf import Printed, render

GOLDEN = Path(__file__).parent / "golden"


def printed(document: Document) -> tuple[bytes, Printed]:
    out = io.BytesIO()
    result = render(document, out)
    return out.getvalue(), result


def page_texts(pdf: bytes) -> list[str]:
    """The text of every page, as a viewer would copy it."""
    with pypdfium2.PdfDocument(pdf) as file:
        return [page.get_textpage().get_text_bounded() for page in file]


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of every page in mm."""
    with pypdfium2.PdfDocument(pdf) as file:
        return [(round(page.get_width() / 72 * 25.4, 1), round(page.get_height() / 72 * 25.4, 1)) for page in file]


def ink(pdf: bytes, page: int = 0) -> tuple[float, float, float, float]:
    """The box of everything drawn on a page: left, top, right, bottom in mm from the top left corner."""
    with pypdfium2.PdfDocument(pdf) as file:
        image = file[page].render(scale=1, grayscale=True).to_pil()
    box = image.point(lambda level: 255 if level < 250 else 0).getbbox()
    assert box is not None
    left, top, right, bottom = (round(at / 72 * 25.4, 1) for at in box)
    return left, top, right, bottom


def poppler(tool: str, *arguments: str, pdf: bytes, folder: Path) -> str:
    """What one of poppler's tools says of a PDF; skips where poppler is not installed."""
    if shutil.which(tool) is None:
        pytest.skip("poppler is not installed")
    path = folder / "document.pdf"
    path.write_bytes(pdf)
    output = ["-"] if tool == "pdftotext" else []
    command = [tool, *arguments, str(path), *output]
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout


def same_as_golden(name: str, text: str) -> None:
    """Compare with a golden file. WRITE_GOLDEN=1 in the environment writes it anew, to be read in the diff."""
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("WRITE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
