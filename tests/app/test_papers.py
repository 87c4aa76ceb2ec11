"""Every kind of paper of the forum, printed once in each language and read back by other programs."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from forumdesk.app.bus import Bus
from forumdesk.app.commands.plaques import NamePlaques, Recipient
from forumdesk.app.facts.booklet import guest_groups
from forumdesk.app.facts.run_of_show import run_of_show
from forumdesk.app.printing.kinds import BY_NAME, KINDS
from forumdesk.app.printing.making import render_document
from forumdesk.app.printing.order import Order, Piece
from forumdesk.app.printing.pieces import Pieces, gathered
from forumdesk.app.sample import key
from forumdesk.documents.model import plain
from forumdesk.documents.wording import time
from forumdesk.domain.event import Event
from forumdesk.domain.text import Text
from forumdesk.store.opening import open_store

needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils are not installed")
needs_qpdf = pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")

LANGUAGES = {"zh": (0,), "en": (1,), "both": (0, 1)}
PAPERS = [(kind.name, language) for kind in KINDS for language in LANGUAGES]
CODED = ("thanks", "participation", "appointment", "award", "signing", "plaque", "badge")
A4, ACROSS = (210.0, 297.0), (297.0, 210.0)
SIZES = {
    **dict.fromkeys(CODED, ACROSS),
    "badge": (105.0, 148.0), "table-card": (200.0, 200.0), "plaque-artwork": (630.0, 430.0), "run-of-show": ACROSS,
}  # fmt: skip
MM = 72 / 25.4


@dataclass(frozen=True)
class Paper:
    """One kind in one language: the file, what was gathered for it, and how to make it again."""

    pdf: bytes
    pieces: Pieces
    order: Order
    sides: tuple[int, ...]

    @property
    def each(self) -> list[Piece]:
        """The pieces in the order they are printed in."""
        return [piece for _, pieces in self.pieces.by_kind for piece in pieces]

    def said(self, text: Text) -> list[str]:
        """A text as it is printed: in each language, once where both are the same, without white space."""
        return list(dict.fromkeys(squeezed(text.side(side)) for side in self.sides))


class Shop:
    """The sample with its seventeen plaques named, and its papers, each printed when it is first asked for."""

    def __init__(self, event: Path, folder: Path) -> None:
        self.store, self._folder = open_store(str(event)), folder
        names = tuple(Recipient(name=Text(f"特色园{at:02d}", f"Park {at:02d}")) for at in range(1, 18))
        Bus(self.store).run(NamePlaques(ceremony=key("ceremony", "plaque"), recipients=names))
        self.paper = cache(self._paper)

    def _paper(self, name: str, language: str) -> Paper:
        kind, sides = BY_NAME[name], LANGUAGES[language]
        order = Order(kind.document, language, kinds=(name,))
        if kind.by_name:
            with self.store.look() as look:
                keys = tuple(piece.key for _, each in gathered(look, order).by_kind for piece in each)
            order = Order(kind.document, language, kinds=(name,), only=keys)
        pdf, printed = render_document(self.store, order)
        assert (list(printed.shrunk), list(printed.missing_characters)) == ([], [])
        return Paper(pdf, printed.made_of, order, sides)

    def tool(self, name: str, *arguments: str, pdf: bytes) -> str:
        """What another program says of a file."""
        path = self._folder / "paper.pdf"
        path.write_bytes(pdf)
        command = [argument.replace("PDF", str(path)) for argument in (name, *arguments)]
        return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout

    def text(self, paper: Paper) -> str:
        """What is read on all pages, in the order it was set."""
        return self.tool("pdftotext", "-raw", "PDF", "-", pdf=paper.pdf)


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory, _sample_original: Path) -> Iterator[Shop]:
    folder = tmp_path_factory.mktemp("papers")
    shop = Shop(Path(shutil.copy(_sample_original, folder)), folder)
    yield shop
    shop.store.close()


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", plain(text))


def codes_at_the_foot(page: pypdfium2.PdfPage) -> list[str]:
    """What a decoder reads in the lower third of a page, where all codes stand."""
    foot = page.render(scale=2, grayscale=True, crop=(0, 0, 0, page.get_height() * 2 / 3)).to_pil()
    return [code.text for code in zxingcpp.read_barcodes(foot)]


def same_count(text: str, expected: Counter[str]) -> None:
    """Every one of these stands as often as expected, also where it is a part of another one."""
    for each in expected:
        wanted = sum(number * other.count(each) for other, number in expected.items())
        assert text.count(each) == wanted, each


@needs_poppler
@pytest.mark.parametrize(("name", "language"), PAPERS)
def test_every_font_is_embedded_as_a_subset_that_can_be_searched(shop: Shop, name: str, language: str) -> None:
    listing = shop.tool("pdffonts", "PDF", pdf=shop.paper(name, language).pdf)
    fonts = [line.split() for line in listing.splitlines()[2:]]
    assert fonts
    for font in fonts:
        assert "ForumDesk" in font[0]
        assert font[-5:-2] == ["yes", "yes", "yes"], font  # embedded, subset, with Unicode


@needs_qpdf
@pytest.mark.parametrize(("name", "language"), PAPERS)
def test_every_file_is_sound(shop: Shop, name: str, language: str) -> None:
    said = shop.tool("qpdf", "--check", "PDF", pdf=shop.paper(name, language).pdf)
    assert "No syntax or stream encoding errors" in said


@pytest.mark.parametrize(("name", "language"), PAPERS)
def test_the_same_event_prints_the_same_bytes(shop: Shop, name: str, language: str) -> None:
    paper = shop.paper(name, language)
    assert render_document(shop.store, paper.order)[0] == paper.pdf


@pytest.mark.parametrize(("name", "language"), PAPERS)
def test_every_page_has_its_boxes_in_mm(shop: Shop, name: str, language: str) -> None:
    width, height = SIZES.get(name, A4)
    bleed, slug = (5.0, 15.0) if name == "plaque-artwork" else (0.0, 0.0)
    with pypdfium2.PdfDocument(shop.paper(name, language).pdf) as file:
        for page in file:
            boxes = (page.get_mediabox(), page.get_bleedbox(), page.get_trimbox())
            assert [tuple(round(edge / MM, 1) for edge in box) for box in boxes] == [
                (inset, inset, width - inset, height - inset) for inset in (0.0, slug - bleed, slug)
            ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CODED)
def test_every_code_is_read_back_from_its_page(shop: Shop, name: str, language: str) -> None:
    paper = shop.paper(name, language)
    with pypdfium2.PdfDocument(paper.pdf) as file:
        read = [codes_at_the_foot(page) for page in file]
    assert read == [[piece.key] for piece in paper.each]


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [kind.name for kind in KINDS if kind.many and kind.name != "signing-book"])
def test_a_piece_says_its_name_once_on_each_of_its_sides(shop: Shop, name: str, language: str) -> None:
    paper = shop.paper(name, language)
    sides = 2 if name in ("table-card", "plaque-artwork") else 1  # a tent, and the maker's note beside the trim
    pages = shop.text(paper).split("\f")[:-1]
    if name == "label":
        names = Counter(each for piece in paper.each for each in paper.said(piece.label))
        same_count(squeezed("".join(pages)), names)
        return
    assert len(pages) == len(paper.each)
    for page, piece in zip(pages, paper.each, strict=True):
        first, *others = paper.said(piece.label)
        read = squeezed(page)
        assert read.count(first) == sides, first
        assert all(read.count(other) == (2 if name == "table-card" else 1) for other in others), others


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["sign-in", "attendees", "booklet"])
def test_everybody_on_a_list_stands_on_it_once(shop: Shop, name: str, language: str) -> None:
    paper = shop.paper(name, language)
    with shop.store.look() as look:
        names = [guest.name for group in guest_groups(look) for guest in group.people]
        if name == "attendees":
            names = [person.name for person in paper.each[0].facts.people]
    text = squeezed(shop.text(paper))
    guests = text[text.rindex("12:16") :] if name == "booklet" else text
    same_count(guests, Counter(each for name in names for each in paper.said(name)))


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["programme", "booklet", "run-of-show"])
def test_every_title_and_time_of_the_agenda_is_told_once(shop: Shop, name: str, language: str) -> None:
    paper = shop.paper(name, language)
    with shop.store.look() as look:
        (day,) = run_of_show(look, look.all(Event)[0], paper.pieces.setting).days
    text = shop.text(paper)
    same_count(
        squeezed(text), Counter(each for part in day.parts if part.item.title for each in paper.said(part.item.title))
    )
    starts = [time(part.item.start) for part in day.parts]
    hours = [time(day.start), time(day.end)] * (1 if name == "run-of-show" else len(paper.sides))
    assert re.findall(r"(?<![\d:])\d\d:\d\d(?![\d:])", text) == [*hours, *starts]


@needs_poppler
@pytest.mark.parametrize("name", ["programme", "thanks", "table-card", "badge", "label", "attendees", "booklet"])
def test_a_name_that_is_spaced_on_paper_reads_whole(shop: Shop, name: str) -> None:
    text = shop.text(shop.paper(name, "zh"))
    assert "李妍" in text
    assert not re.search(r"李\s+妍", text)
