"""Guides: a layer that screens show and printers leave out, such as the holes to be drilled in a plaque."""

from __future__ import annotations

from typing import Any

LAYER = "Guides"


def hide_on_paper(canvas: Any, form: str) -> None:
    """Make a form of the canvas part of the layer that is not printed."""
    from reportlab.pdfbase import pdfdoc

    document = canvas._doc
    catalog = document.Catalog
    if not hasattr(catalog, "OCProperties"):
        usage = pdfdoc.PDFDictionary({"Print": pdfdoc.PDFDictionary({"PrintState": pdfdoc.PDFName("OFF")})})
        layer = document.Reference(
            pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("OCG"), "Name": pdfdoc.PDFString(LAYER), "Usage": usage})
        )
        at_print = pdfdoc.PDFDictionary(
            {
                "Event": pdfdoc.PDFName("Print"),
                "Category": pdfdoc.PDFArray([pdfdoc.PDFName("Print")]),
                "OCGs": pdfdoc.PDFArray([layer]),
            }
        )
        shown = pdfdoc.PDFDictionary({"Order": pdfdoc.PDFArray([layer]), "AS": pdfdoc.PDFArray([at_print])})
        catalog.OCProperties = pdfdoc.PDFDictionary({"OCGs": pdfdoc.PDFArray([layer]), "D": shown})
        catalog.OCProperties.layer = layer
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "OCProperties"]
    drawn = document.idToObject[pdfdoc.xObjectName(form)]
    drawn.Contents = pdfdoc.PDFStream()
    drawn.Contents.content = drawn.stream
    drawn.Contents.dictionary["OC"] = catalog.OCProperties.layer
