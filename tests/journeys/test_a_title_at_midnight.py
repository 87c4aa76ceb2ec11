"""Everything is printed, then a guest has another title: which paper is wrong is known, and it alone comes anew."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest

from cli.conftest import CommandLine
from forumdesk.app.printing.kinds import KINDS, Kind
from forumdesk.app.sample import key
from forumdesk.documents.cards.sheets import slots
from forumdesk.documents.cards.shipped import usual
from forumdesk.documents.render.styles import MM
from forumdesk.domain.people import Post
from forumdesk.store.opening import open_store

GUEST, NEW_TITLE = key("person", "zhou-li-torch"), ("首席科学家", "Chief Scientist")
NOTHING_STALE = 2
Pieces = dict[tuple[str, str], str]


@dataclass(frozen=True)
class Shop:
    """The print shop of an event, at the command line and in one language."""

    forumdesk: CommandLine
    event: Path
    language: str

    def pieces(self, kind: Kind) -> list[dict[str, object]]:
        """What there is of a kind, and what became of it."""
        listed = self.forumdesk(*self._print(kind), "--list", "--json").json
        assert isinstance(listed, list)
        return listed

    def print(self, kind: Kind, *choices: object) -> list[str] | None:
        """Print a kind and note it; what a reader finds on each piece, or None where nothing of it is stale."""
        out = self.event.with_name(f"{kind.name}.pdf")
        answer = self.forumdesk(*self._print(kind), "-o", out, "--record", "--json", *choices)
        if answer.code == NOTHING_STALE:
            assert "Nothing of" in answer.err
            return None
        return texts(out, kind, answer.json["pieces"])

    def print_everything(self) -> Pieces:
        """What is read on every piece there is, once it is printed."""
        return {
            (kind.name, str(piece["id"])): text
            for kind in KINDS
            for piece, text in zip(self.pieces(kind), self.print(kind, *self._all_by_name(kind)) or (), strict=True)
        }

    def stale(self) -> set[tuple[str, str]]:
        return {(kind.name, str(piece["id"])) for kind in KINDS for piece in self.pieces(kind) if piece["stale"]}

    def _all_by_name(self, kind: Kind) -> list[object]:
        """An honour is printed for nobody who is not named."""
        return [word for piece in self.pieces(kind) for word in ("--only", piece["id"])] if kind.by_name else []

    def _print(self, kind: Kind) -> list[object]:
        narrowed = ["--kind", kind.name] if kind.document == "certificates" else []
        return ["print", kind.document, self.event, "--language", self.language, *narrowed]


def texts(pdf: Path, kind: Kind, pieces: int) -> list[str]:
    """The text of each piece: that of its pages or, where it shares one, of its place there."""
    with pypdfium2.PdfDocument(pdf) as document:
        if len(document) >= pieces:
            each = len(document) // pieces
            pages = [page.get_textpage().get_text_bounded() for page in document]
            return ["\n".join(pages[at : at + each]) for at in range(0, len(pages), each)]
        layout = usual(kind.name)
        found = []
        for page in document:
            text, top = page.get_textpage(), page.get_height()
            for (place,) in slots(layout)[: pieces - len(found)]:
                left, upper = place.x * MM, top - place.y * MM
                right, lower = left + layout.width * MM, upper - layout.height * MM
                found.append(text.get_text_bounded(left, lower, right, upper))
        return found


@pytest.mark.parametrize("language", ["en", "both"])
def test_the_pieces_that_show_another_title_are_stale_and_printing_the_stale_prints_just_these(
    forumdesk: CommandLine, sample_file: Path, language: str
) -> None:
    names = [{"name": {"first": name, "second": name}} for name in ("Life Science Park", "Robotics Park")]
    plaques = {"ceremony": str(key("ceremony", "plaque")), "recipients": names}
    assert forumdesk("do", sample_file, "NamePlaques", json.dumps(plaques)).code == 0

    shop = Shop(forumdesk, sample_file, language)
    before = shop.print_everything()
    assert {kind for kind, _ in before} == {kind.name for kind in KINDS}

    store = open_store(str(sample_file))
    with store.look() as look:
        (post, *_) = look.all(Post, person_id=GUEST)
    store.close()
    wish = {"id": str(post.id), "title": {"first": NEW_TITLE[0], "second": NEW_TITLE[1]}}
    assert forumdesk("do", sample_file, "EditPost", json.dumps(wish)).code == 0

    stale = shop.stale()
    again = {kind.name: shop.print(kind, "--stale") for kind in KINDS}
    assert shop.stale() == set()
    after = shop.print_everything()
    assert after.keys() == before.keys()
    assert stale == {piece for piece, text in after.items() if text != before[piece]}
    for kind in KINDS:
        shown = [text for (name, piece), text in after.items() if name == kind.name and (name, piece) in stale]
        assert (again[kind.name] or []) == shown, kind.name
        assert all(any(title in text.replace("\r\n", "") for title in NEW_TITLE) for text in shown), kind.name
