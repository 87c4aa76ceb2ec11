"""ReportLab's canvas with lighter pages: each is packed when it is full, and pages share what they draw with.

ReportLab itself keeps every page as text until the end, and then writes a dictionary for each key by key.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import Any

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase.pdfdoc import PDFObject, PDFObjectReference, PDFResourceDictionary
from reportlab.pdfgen.canvas import Canvas

from forumdesk.base.job import may_stop


class LightCanvas(Canvas):  # type: ignore[misc]  # it has no types
    """A canvas for pages of literal operators, forms and pictures: no annotations, shadings or transitions."""

    def __init__(self, *args: Any, **options: Any) -> None:
        self._resources: dict[tuple[str, ...], PDFObjectReference] = {}
        super().__init__(*args, **options)

    def showPage(self) -> None:  # noqa: N802
        """Close the page and begin the next."""
        document = self._doc
        content = document.Reference(_Ready(_stream("\n".join(self._code))))
        boxes = {"MediaBox": (0, 0, *self._pagesize), "TrimBox": self._trimBox, "BleedBox": self._bleedBox}
        keys = [
            "/Type /Page",
            f"/Parent {_written(document.Reference(document.Pages), document)}",
            *(f"/{name} [{fp_str(*box)}]" for name, box in boxes.items() if box),
            f"/Resources {_written(self._shared(self._formsinuse), document)}",
            f"/Contents {_written(content, document)}",
        ]
        document.addPage(_Ready(f"<< {' '.join(keys)} >>".encode("ascii")))
        self._startPage()

    def _shared(self, forms: Iterable[str]) -> PDFObjectReference:
        """The fonts of the document and these forms and pictures, for every page that uses just them."""
        key = tuple(forms)
        if key not in self._resources:
            resources = PDFResourceDictionary(XObject=self._doc.xobjDict(key))
            resources.basicFonts()
            resources.allProcs()
            self._resources[key] = self._doc.Reference(resources)
        return self._resources[key]


class _Ready(PDFObject):  # type: ignore[misc]  # as above
    """An object of the file that is written already."""

    __RefOnly__ = 1

    def __init__(self, content: bytes) -> None:
        self._content = content

    def format(self, _: Any) -> bytes:
        """As the file holds it."""
        may_stop()
        return self._content


def _stream(code: str) -> bytes:
    packed = zlib.compress(code.encode("ascii"))
    return b"<< /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream\n" % (len(packed), packed)


def _written(reference: PDFObjectReference, document: Any) -> str:
    text: bytes = reference.format(document)
    return text.decode("ascii")
