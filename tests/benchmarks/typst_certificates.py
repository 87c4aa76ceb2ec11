"""1,000 certificates beside Typst, which sets the same texts and codes: seconds of all its threads, size, memory.

Run it by hand where `pip install typst` was done: `python tests/benchmarks/typst_certificates.py [pieces]`.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from pathlib import Path

import typst
import zxingcpp
from certificates import facts, ours, say

from forumdesk.base.places import resources

PAGE = """
#set page(width: 297mm, height: 210mm, margin: 11mm)
#set text(font: ("ForumDesk Serif", "ForumDesk Sans"), size: 12pt)
#for p in json("people.json") {
  place(rect(width: 100%, height: 100%, stroke: 1.8pt + rgb("#0F5B63")))
  place(top + center, dy: 40mm, text(size: 38pt)[感谢状])
  place(top + center, dy: 75mm, text(size: 30pt, p.name.at(0)))
  place(top + center, dy: 88mm, p.name.at(1))
  place(top + center, dy: 95mm, p.post.at(0))
  place(top + center, dy: 101mm, p.post.at(1))
  place(top + center, dy: 110mm, text(size: 15.5pt)[感谢您出席论坛，并作题为“#p.talk.at(0)”的演讲。])
  place(top + center, dy: 125mm, text(size: 9.6pt)[With thanks for your talk “#p.talk.at(1)” at the Forum.])
  place(bottom + left, dx: 13mm, dy: -15mm, image(bytes(p.code), width: 15mm))
  place(bottom + left, dx: 31mm, dy: -20mm, p.number)
  pagebreak(weak: true)
}
"""


def by_typst(pieces: int, run: int) -> bytes:
    """The same people, with codes made as ours are and given to it as pictures."""
    people = [
        {
            "name": (each.name.first, each.name.second),
            "post": (each.post.first, each.post.second),
            "talk": (each.talk.first, each.talk.second),
            "number": each.number.first,
            "code": zxingcpp.create_barcode(each.key, zxingcpp.BarcodeFormat.QRCode, ec_level="M").to_svg(),
        }
        for each in facts(pieces, run)
    ]
    with tempfile.TemporaryDirectory() as name:
        page = Path(name) / "page.typ"
        page.with_name("people.json").write_text(json.dumps(people), encoding="utf-8")
        page.write_text(PAGE, encoding="utf-8")
        made: bytes = typst.compile(str(page), font_paths=[str(resources() / "fonts")])
    return made


def main() -> None:
    """Run both in turn, three times."""
    pieces = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    ours(10, 9), by_typst(10, 9)
    for run in range(3):
        for name, make in (("ours", ours), ("Typst", by_typst)):
            started = time.process_time()
            size = len(make(pieces, run)) / 1e6
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            say(f"{name:>6}: {time.process_time() - started:.2f} s, {size:.1f} MB, peak memory {memory:.0f} MB")


if __name__ == "__main__":
    main()
