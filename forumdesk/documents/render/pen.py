"""The only hand that writes on a ReportLab canvas: text, rules, shapes and codes, in mm from the top left."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any

from forumdesk.documents.model import Box, Code, Photo, Place, Ring, Stroke, plain
from forumdesk.documents.render.lines import SetLine
from forumdesk.documents.render.styles import COLOURS, MM

_BITS = b"0" + b"1" * 255  # dark and light pixels
BRUSHED = "brushed"  # the one colour that is a ground
DPI = 300  # of a photo on paper
FACE = (0.5, 0.35)  # about where a portrait has its face: what is cut off is rather below
KEPT = 1_000  # texts whose operators are remembered: captions, dates, figures come again on every page
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
        self._written: dict[tuple[str, str], str] = {}
        self._fonts: dict[str, Any] = {}

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
        code = [f"BT 1 0 0 1 {x * MM:.2f} {self._top - y * MM:.2f} Tm"]
        style, size = None, ""
        for run in line.runs:
            if run.style is not style:
                style = run.style
                size = f"{style.size:.3f}".rstrip("0").rstrip(".")
                code.append(f"{self._ink(style.colour)} rg {style.size * style.tracking:.3f} Tc")
            shown = self._shown(run.font, run.drawn).replace("@", size)
            reads = run.reads or (run.drawn if style.tracking > WIDE else "")
            code.append(_reading(shown, reads) if reads else shown)
        code.append("ET")
        self._code.append(" ".join(code))

    def _shown(self, font: str, text: str) -> str:
        """Operators that show a text, @ for the size; ReportLab spreads a font over parts of 256 glyphs."""
        known = self._written.get((font, text))
        if known is None:
            if len(self._written) > KEPT:
                self._written.clear()
            document, face = self._canvas._doc, self._font(font)
            known = " ".join(
                f"{face.getSubsetInternalName(part, document)} @ Tf <{codes.hex()}> Tj"
                for part, codes in face.splitString(text, document)
            )
            self._written[font, text] = known
        return known

    def _font(self, name: str) -> Any:
        if name not in self._fonts:
            from reportlab.pdfbase.pdfmetrics import getFont

            self._fonts[name] = getFont(name)
        return self._fonts[name]

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

    def code(self, code: Code) -> None:
        """A QR code as a one-bit mask inside the page."""
        modules, bits = _modules(code.text)
        size = f"{code.size * MM:.2f} 0 0 {code.size * MM:.2f}"
        corner = f"{code.x * MM:.2f} {self._top - (code.y + code.size) * MM:.2f}"
        mask = f"BI /IM true /W {modules} /H {modules} /BPC 1 /D [0 1] /F /AHx ID {bits}> EI"
        self._code.append(f"q {self._ink('ink')} rg {size} {corner} cm {mask} Q")


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


def _modules(text: str) -> tuple[int, str]:
    """The modules of a QR code's side, and its rows as hexadecimal bits where 0 is dark."""
    import zxingcpp

    image: Any = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M").to_image(
        add_quiet_zones=False
    )
    side = image.shape[0]
    padding = "0" * (-side % 8)
    digits = side * (side + len(padding)) // 4
    pixels = bytes(image).translate(_BITS).decode("ascii")
    bits = "".join([pixels[at : at + side] + padding for at in range(0, side * side, side)])
    return side, f"{int(bits, 2):0{digits}X}"
