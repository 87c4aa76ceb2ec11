"""Take a picture of every kind of paper of the sample forum, its plaques named as an example.

papers.py [FOLDER]    one page of each, in the language that shows it best, into docs/papers
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

    from forumdesk.store.store import Store

HERE = Path(__file__).resolve().parent.parent
LONGER_SIDE, QUALITY = 1200, 82  # px, WebP
PAGES = {
    "programme": ("zh", 1),
    "booklet": ("zh", 3),
    "thanks": ("zh", 4),
    "participation": ("both", 4),
    "appointment": ("zh", 1),
    "award": ("en", 3),
    "table-card": ("zh", 14),
    "badge": ("both", 17),
    "label": ("zh", 1),
    "signing": ("both", 1),
    "plaque": ("both", 1),
    "plaque-artwork": ("both", 1),
    "signing-book": ("both", 3),
    "run-of-show": ("zh", 3),
    "sign-in": ("both", 1),
    "attendees": ("en", 1),
}
"""In which language a kind is shown, and which of its pages."""


def main(out: Path) -> None:
    """Print every kind and keep one page of it."""
    from forumdesk.app.sample import found_sample
    from forumdesk.store.opening import create

    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        store = create(str(Path(folder) / "sample.forum"), found_sample)
        for name, picture in pictures(store):
            place = out / f"{name}.webp"
            picture.save(place, quality=QUALITY, method=6)
            print(place)
        store.close()


def pictures(store: Store) -> Iterator[tuple[str, Image]]:
    """The chosen page of every kind, and of the programme the page in both languages."""
    from forumdesk.app.bus import Bus
    from forumdesk.app.commands.plaques import NamePlaques, Recipient
    from forumdesk.app.printing.kinds import KINDS
    from forumdesk.app.sample import key
    from forumdesk.domain.text import Text

    named = Recipient(name=Text("中关村软件园", "Zhongguancun Software Park"))
    Bus(store).run(NamePlaques(ceremony=key("ceremony", "plaque"), recipients=(named,)))
    for kind in KINDS:
        yield kind.name, page(store, kind.name, *PAGES[kind.name])
    yield "programme-both", page(store, "programme", "both", 1)


def page(store: Store, name: str, language: str, number: int) -> Image:
    """One page of a kind as a picture."""
    import pypdfium2

    from forumdesk.app.printing.kinds import BY_NAME
    from forumdesk.app.printing.making import render_document
    from forumdesk.app.printing.order import Order

    kind = BY_NAME[name]
    only = ("顾功尧", "欧阳武", "Ebba Lund") if kind.by_name else ()
    pdf, _ = render_document(store, Order(kind.document, language, kinds=(name,), only=only))
    with pypdfium2.PdfDocument(pdf) as document:
        found = document[number - 1]
        return found.render(scale=LONGER_SIDE / max(found.get_size())).to_pil()


if __name__ == "__main__":
    sys.path.insert(0, str(HERE))
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "docs" / "papers")
