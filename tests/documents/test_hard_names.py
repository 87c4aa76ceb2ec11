"""Names that break careless printing, through every kind of paper: each is read back letter by letter, or told."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from unicodedata import bidirectional, normalize
from uuid import NAMESPACE_URL, uuid5

import pypdfium2
import pytest

from app.own_font import drawing
from documents.forum_facts import DATE, DAY, HALL, PAIR, PROGRAMME, TITLE, VENUE
from documents.placing import placed
from documents.reading import page_texts, printed
from forumdesk.documents.attendees import Attendee, AttendeeList, attendee_list
from forumdesk.documents.booklet import Booklet, Group, booklet
from forumdesk.documents.booklet import Guest as Listed
from forumdesk.documents.cards.facts import Award, Guest, Party, Signing, Thanks
from forumdesk.documents.cards.kinds import KINDS
from forumdesk.documents.model import Document, OwnFont
from forumdesk.documents.programme import Item, programme
from forumdesk.documents.programme.facts import Speaker
from forumdesk.documents.render.script import cleaned
from forumdesk.documents.run_of_show import Part, RunOfShow, ShowDay, run_of_show
from forumdesk.documents.sign_in import SignIn, sign_in_sheet
from forumdesk.documents.signing_book import Signatory, SigningBook, signing_books
from forumdesk.domain.text import Text

ONE = {"pair": PAIR, "languages": ("zh",)}
LONG = "长" * 10_000


def hard_names() -> list[str]:
    """300 of them: rare characters, other scripts, marks of formats, paths, words without end."""
    kinds = (
        "𠮷野家{}", "𪚥龘{}", "محمد علي {}", "דוד {}", "👩‍🔬{}", "Zoë Ångström-{}", "<b>Smith</b> <j@x.org> {}",
        "&amp; {{name}} {}", "{{0.__class__}} {}", "% s %d {}", "=1+1 {}", "O’Neil “{}”", "김현곤{}", "Владимир {}",
        "尼克拉斯·卡尔·欣里希斯{}", "a\u0301\u0323{}", "名\u200d字{}", "第一行　第二行{}", "Lopadotemachoselacho{}",
        "张\u200b洋{}", "\u202e颠倒{}", "ﬁ ligature {}", "Ｆｕｌｌ {}", "1234567890 {}", "x" * 60 + "{}",
        "字" * 60 + "{}",
        "/etc/passwd {}", '<img src="/etc/passwd"/> {}', "( ) \\ {}", "⸺龥㐀{}",
    )  # fmt: skip
    return [kind.format(number) for number in range(10) for kind in kinds]


def _key(name: str) -> str:
    return str(uuid5(NAMESPACE_URL, name))


def _people(names: Sequence[str]) -> tuple[Item, ...]:
    return tuple(Item(540, "report", people=(Speaker(Text(name)),)) for name in names)


def _titles(names: Sequence[str]) -> tuple[Item, ...]:
    return tuple(Item(540, "report", Text(name)) for name in names)


def _cards(kind: str) -> Callable[[Sequence[str]], Document]:
    pieces: dict[str, Callable[[str], object]] = {
        "thanks": lambda name: Thanks(_key(name), Text(name)),
        "signing": lambda name: Signing(_key(name), Party(Text(name)), Party(Text("甲"))),
        "plaque": lambda name: Award(_key(name), Text(name)),
        "plaque-artwork": lambda name: Award(_key(name), Text(name), Text("甲")),
    }
    make = pieces.get(kind, lambda name: Guest(_key(name), Text(name)))
    return lambda names: placed(kind, "zh", tuple(map(make, names)))


def _programme(items: tuple[Item, ...]) -> Document:
    return programme(replace(PROGRAMME, days=(replace(DAY, items=items),)), **ONE)


def _booklet(names: Sequence[str]) -> Document:
    short = replace(PROGRAMME, days=(replace(DAY, items=DAY.items[:1]),))
    guests = (Group("vip", tuple(Listed(Text(name)) for name in names)),)
    return booklet(Booklet(short, guests=guests), **ONE)


def _run_of_show(names: Sequence[str]) -> Document:
    parts = tuple(Part(item, 8) for item in _people(names))
    return run_of_show(RunOfShow(TITLE, (ShowDay(TITLE, DATE, 540, 740, VENUE, HALL, parts),)), **ONE)


def _sign_in(names: Sequence[str]) -> Document:
    return sign_in_sheet(SignIn(TITLE, VENUE, (Group("vip", tuple(Listed(Text(name)) for name in names)),)), **ONE)


def _attendees(names: Sequence[str]) -> Document:
    return attendee_list(AttendeeList(TITLE, tuple(Attendee(Text(name)) for name in names)), **ONE)


def _signing_books(names: Sequence[str]) -> Document:
    books = [
        SigningBook(_key(name), TITLE, Text("协议"), DATE, VENUE, (Signatory(Text(name)), Signatory(Text("甲"))), 1)
        for name in names
    ]
    return signing_books(books, **ONE)


PAPERS: dict[str, Callable[[Sequence[str]], Document]] = {
    **{kind: _cards(kind) for kind in KINDS},
    "programme, people": lambda names: _programme(_people(names)),
    "programme, titles": lambda names: _programme(_titles(names)),
    "booklet": _booklet,
    "run-of-show": _run_of_show,
    "sign-in": _sign_in,
    "signing-book": _signing_books,
    "attendees": lambda names: attendee_list(
        AttendeeList(TITLE, tuple(Attendee(Text(name)) for name in names)), **ONE
    ),
}


def letters(text: str) -> str:
    """A text without what a page puts between its letters or takes out, and ligatures as the reader takes them."""
    return re.sub(r"[\s\u200b\ufffe-]", "", normalize("NFKC", cleaned(text)))


@pytest.mark.parametrize("paper", PAPERS)
def test_300_hard_names_are_printed_literally_or_told_by_person(paper: str) -> None:
    names = hard_names()
    pdf, result = printed(PAPERS[paper](names))
    told = {who for who, _ in (*result.missing, *result.shrunk)}
    read = letters("".join(page_texts(pdf))).replace("与", "")  # it stands between the parties, on their line
    assert len(names) == 300
    for name in names:
        if any(bidirectional(character) in ("R", "AL") for character in name):
            assert told & {name, _key(name)}, name  # it would stand the wrong way round
        else:
            assert letters(name) in read or told & {name, _key(name)}, name
    assert "root:" not in read


@pytest.mark.parametrize("paper", PAPERS)
def test_a_name_of_10_000_characters_goes_on_from_page_to_page_or_is_told(paper: str) -> None:
    pdf, result = printed(PAPERS[paper]([LONG]))
    if paper in KINDS:
        assert _key(LONG) in {who for who, _ in result.shrunk}
        return
    with pypdfium2.PdfDocument(pdf) as file:
        read = [page.get_textpage().get_text_range().count("长") for page in file]
    assert sum(read) >= len(LONG)
    assert len([count for count in read if count]) > 1


def test_fonts_of_one_name_draw_their_own_characters() -> None:
    fonts = tuple(OwnFont(f"font {character}", drawing(character)) for character in ("\ue001", "\ue002"))
    pdf, result = printed(replace(PAPERS["badge"](["\ue001\ue002"]), fonts=fonts))
    assert result.missing == []
    assert "\ue001\ue002" in page_texts(pdf)[0]


def test_a_font_of_the_event_s_own_draws_no_script_that_runs_from_right_to_left() -> None:
    fonts = tuple(OwnFont(character, drawing(character)) for character in ("\ue000", "א"))
    document = replace(PAPERS["badge"](["\ue000", "א"]), fonts=fonts)
    assert printed(document)[1].missing == [(_key("א"), "א")]
