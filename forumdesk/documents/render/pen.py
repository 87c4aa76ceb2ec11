"""The only hand that writes on a ReportLab canvas: text, rules, shapes and codes, in mm from the top left."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from operator import itemgetter
from typing import Any

from forumdesk.documents.model import Box, Code, Photo, Place, Ring, Stroke, plain
from forumdesk.documents.render.codes import Modules
from forumdesk.documents.render.lines import Run, SetLine
from forumdesk.documents.render.styles import COLOURS, MM

BRUSHED = "brushed"  # the one colour that is a ground
DPI = 300  # of a photo on paper
FACE = (0.5, 0.35)  # about where a portrait has its face: what is cut off is rather below
KEPT = 1_000  # lines whose operators are remembered: captions, dates, figures come again on every page
WIDE = 0.05  # em; letters further apart than this are read as words of their own, unless the page says what they are
_CURVE = 0.5522847498  # how far a Bézier curve's handles reach for a quarter of a circle


class Pen:
    """Writes page content as literal PDF operators, which costs a third of the canvas' own calls."""

    def __init__(self, canvas: Any, height: float, colours: Mapping[str, str] = COLOURS) -> None:
        self._canvas = canvas
        self.height = height
        self._colours = colours
        self._inks: dict[str, str] = {}
        self._code: list[str] = []
        self._written: dict[tuple[Run, ...], str] = {}
        self._glyphs: dict[str, _Glyphs] = {}

    @property
    def height(self) -> float:
        """The height of the page, mm."""
        return self._top / MM

    @height.setter
    def height(self, height: float) -> None:
        self._top = height * MM

    def flush(self) -> None:
        """Hand what was drawn to the canvas, as the content of its page or form."""
        self._canvas.addLiteral("\n".join(self._code))
        self._code.clear()

    def text(self, x: float, y: float, line: SetLine) -> None:
        """A line of text from `x` on its baseline `y`."""
        if not line.runs:
            return
        shown = self._written.get(line.runs)
        if shown is None:
            if len(self._written) > KEPT:
                self._written.clear()
            shown = self._written[line.runs] = " ".join(self._shown(line.runs))
        self._code.append(f"BT 1 0 0 1 {x * MM:.2f} {self._top - y * MM:.2f} Tm {shown} ET")

    def _shown(self, runs: Iterable[Run]) -> Iterator[str]:
        """Operators that show runs where the pen stands."""
        style, size = None, ""
        for run in runs:
            if run.style is not style:
                style = run.style
                size = f"{style.size:.3f}".rstrip("0").rstrip(".")
                yield f"{self._ink(style.colour)} rg {style.size * style.tracking:.3f} Tc"
            if run.font not in self._glyphs:
                self._glyphs[run.font] = _Glyphs(run.font, self._canvas._doc)
            shown = self._glyphs[run.font].shown(run.drawn, size)
            reads = run.reads or (run.drawn if style.tracking > WIDE else "")
            yield _reading(shown, reads) if reads else shown

    def photo(self, x: float, y: float, photo: Photo) -> None:
        """A picture with its top left corner at (x, y)."""
        from reportlab.lib.utils import ImageReader

        self.flush()
        box = (x * MM, self._top - (y + photo.height) * MM, photo.width * MM, photo.height * MM)
        self._canvas.drawImage(ImageReader(BytesIO(_cut(photo))), *box)

    def _ink(self, colour: str) -> str:
        """The operands of a colour, known by name or written as #RRGGBB."""
        if colour not in self._inks:
            code = self._colours.get(colour, colour)
            self._inks[colour] = " ".join(f"{int(code[at : at + 2], 16) / 255:.3f}" for at in (1, 3, 5))
        return self._inks[colour]

    def put(self, place: Place, size: tuple[float, float]) -> None:
        """Let what follows stand at a place, for a piece of that size, until `lift`."""
        x, y = place.x * MM, place.y * MM
        if place.turned:
            matrix = f"-1 0 0 -1 {x + size[0] * MM:.3f} {2 * self._top - y - size[1] * MM:.3f}"
        else:
            matrix = f"1 0 0 1 {x:.3f} {-y:.3f}"
        self._code.append(f"q {matrix} cm")

    def lift(self) -> None:
        """Go back to the page."""
        self._code.append("Q")

    def form(self, name: str) -> None:
        """Draw a form of the canvas where the pen stands."""
        self.flush()
        self._canvas.doForm(name)

    def rule(self, x: float, y: float, width: float, weight: float, colour: str) -> None:
        """A horizontal line; its weight in points."""
        ends = f"{x * MM:.2f} {self._top - y * MM:.2f} m {(x + width) * MM:.2f} {self._top - y * MM:.2f} l"
        self._code.append(f"{self._ink(colour)} RG {weight:.2f} w {ends} S")

    def stroke(self, stroke: Stroke) -> None:
        """A path of straight lines."""
        points = [f"{x * MM:.2f} {self._top - y * MM:.2f}" for x, y in stroke.points]
        path = f"{points[0]} m {' '.join(f'{point} l' for point in points[1:])} {'s' if stroke.closed else 'S'}"
        self._code.append(f"{self._ink(stroke.colour)} RG {stroke.width * MM:.3f} w {path}")

    def box(self, box: Box) -> None:
        """A filled rectangle."""
        if box.colour == BRUSHED:
            self._brushed(box)
            return
        corner = f"{box.x * MM:.2f} {self._top - (box.y + box.height) * MM:.2f}"
        size = f"{box.width * MM:.2f} {box.height * MM:.2f}"
        self._code.append(f"{self._ink(box.colour)} rg {corner} {size} re f")

    def _brushed(self, box: Box) -> None:
        """Brushed metal: rows of grey, an image one pixel wide drawn across the whole box."""
        rows = min(1000, max(1, round(box.height * 2)))
        grey, turn, pixels = 0xD4, 1, bytearray()
        for _ in range(rows):
            turn = turn * 16_807 % 0x7FFFFFFF
            grey = max(0xC8, min(0xDE, grey + (0xD4 - grey) // 6 + turn % 9 - 4))
            pixels += bytes((grey, grey - 2, grey - 7))
        size = f"{box.width * MM:.2f} 0 0 {box.height * MM:.2f}"
        corner = f"{box.x * MM:.2f} {self._top - (box.y + box.height) * MM:.2f}"
        image = f"BI /W 1 /H {rows} /BPC 8 /CS /RGB /F /AHx ID {pixels.hex()}> EI"
        self._code.append(f"q {size} {corner} cm {image} Q")

    def picture(self, image: Any, box: Box) -> None:
        """An image of ReportLab's, filling a box."""
        self.flush()
        place = (box.x * MM, self._top - (box.y + box.height) * MM, box.width * MM, box.height * MM)
        self._canvas.drawImage(image, *place, mask="auto")

    def ring(self, ring: Ring) -> None:
        """A circle's outline."""
        x, y, r = ring.x * MM, self._top - ring.y * MM, ring.radius * MM
        k = r * _CURVE
        quarters = _curves(
            ((x + r, y + k, x + k, y + r, x, y + r), (x - k, y + r, x - r, y + k, x - r, y)),
            ((x - r, y - k, x - k, y - r, x, y - r), (x + k, y - r, x + r, y - k, x + r, y)),
        )
        dash = f"[{ring.dash * MM:.2f}] 0 d" if ring.dash else "[] 0 d"
        pen = f"q {self._ink(ring.colour)} RG {ring.width * MM:.3f} w {dash}"
        self._code.append(f"{pen} {x + r:.2f} {y:.2f} m {quarters} s Q")

    def code(self, code: Code, modules: Modules) -> None:
        """A QR code as a one-bit mask inside the page."""
        side = modules.side
        size = f"{code.size * MM:.2f} 0 0 {code.size * MM:.2f}"
        corner = f"{code.x * MM:.2f} {self._top - (code.y + code.size) * MM:.2f}"
        mask = f"BI /IM true /W {side} /H {side} /BPC 1 /D [0 1] /F /AHx ID {modules.rows}> EI"
        self._code.append(f"q {self._ink('ink')} rg {size} {corner} cm {mask} Q")


class _Glyphs:
    """A font in one document, which ReportLab spreads over parts of 256 glyphs: where each character is."""

    def __init__(self, font: str, document: Any) -> None:
        from reportlab.pdfbase.pdfmetrics import getFont

        self._font, self._document = getFont(font), document
        self._parts: dict[str, str] = {}
        self._codes: dict[str, str] = {}

    def shown(self, text: str, size: str) -> str:
        """Operators that show a text."""
        try:
            parts = list(map(self._parts.__getitem__, text))
        except KeyError:
            self._enter(text)
            parts = list(map(self._parts.__getitem__, text))
        codes = map(self._codes.__getitem__, text)
        if parts.count(parts[0]) == len(parts):
            return f"{parts[0]} {size} Tf <{''.join(codes)}> Tj"
        groups = itertools.groupby(zip(parts, codes, strict=True), key=itemgetter(0))
        return " ".join(f"{part} {size} Tf <{''.join([code for _, code in group])}> Tj" for part, group in groups)

    def _enter(self, text: str) -> None:
        """Have the characters of a text put into the document."""
        for character in text:
            if character not in self._parts:
                ((part, code),) = self._font.splitString(character, self._document)
                self._parts[character] = self._font.getSubsetInternalName(part, self._document)
                self._codes[character] = code.hex()


@functools.lru_cache(maxsize=500)
def _cut(photo: Photo) -> bytes:
    """A photo in its shape, no finer than paper shows, as JPEG; what is transparent is white."""
    from PIL import Image, ImageOps

    size = (round(photo.width / 25.4 * DPI), round(photo.height / 25.4 * DPI))
    with Image.open(BytesIO(photo.content)) as image:
        upright = ImageOps.exif_transpose(image).convert("RGBA")
    white = Image.new("RGBA", upright.size, "white")
    flat = Image.alpha_composite(white, upright).convert("RGB")
    out = BytesIO()
    ImageOps.fit(flat, size, Image.Resampling.LANCZOS, centering=FACE).save(out, "JPEG", quality=88)
    return out.getvalue()


def _reading(shown: str, reads: str) -> str:
    """What is shown, for whoever copies or searches it as `reads`."""
    reading = plain(reads).encode("utf-16-be", "replace").hex().upper()
    return f"/Span <</ActualText <FEFF{reading}>>> BDC {shown} EMC"


def _curves(*halves: Iterable[tuple[float, ...]]) -> str:
    return " ".join(" ".join(f"{at:.2f}" for at in curve) + " c" for half in halves for curve in half)
