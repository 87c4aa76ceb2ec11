"""The one table of what can be printed. The command line, the desk and its palette are made from it.

It is read before anything is printed: whatever takes long to import is imported by the functions below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumdesk.app.printing.order import NotPrintable, Piece, Setting
from forumdesk.base.words import NOOP

if TYPE_CHECKING:
    from forumdesk.documents.model import Document
    from forumdesk.domain.event import Event
    from forumdesk.store.work import Look

GUESTS, STAGE, CREW = NOOP("For guests"), NOOP("For the stage"), NOOP("For the crew")
GROUPS = (GUESTS, STAGE, CREW)
"""Who a document is for, as the desk groups them."""

OPTIONS = (NOOP("forum"), NOOP("batch"), NOOP("template"), NOOP("paper"), NOOP("department"), NOOP("grouping"))
"""What an order may choose where its document has a choice."""

GROUPINGS = ("category", "organisation")
"""How people may stand in a list, the usual way first."""


def _all_named(_: Look) -> Sequence[NotPrintable]:
    return ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper.

    `gather` reads its pieces in the order they are printed in, `build` makes a document of some of them, and
    `unnamed` tells what was announced but cannot be printed yet. `document` is the command line's word for it, and
    for its kin where one word means several kinds; `many` says whether pieces can be chosen; `papers` are those it
    can be set on, the usual one first; `takes` which `OPTIONS` it has; one `by_name` is printed only where it is
    asked for. `empty` says where its pieces come from, `page` on which page of the desk.
    """

    name: str
    document: str
    group: str
    icon: str
    title: str
    what: str
    empty: str
    page: str
    gather: Callable[[Look, Event, Setting], Sequence[Piece]]
    build: Callable[[Sequence[Piece], Setting], Document]
    many: bool = False
    papers: tuple[str, ...] = ()
    takes: frozenset[str] = frozenset()
    by_name: bool = False
    unnamed: Callable[[Look], Sequence[NotPrintable]] = _all_named


def _cards(kind: str) -> Callable[[Sequence[Piece], Setting], Document]:
    """Builds pieces of one kind on the layout that was chosen for it."""

    def build(pieces: Sequence[Piece], setting: Setting) -> Document:
        from forumdesk.app.printing.layouts import cards

        return cards(kind, pieces, setting)

    return build


def _programme(look: Look, event: Event, setting: Setting) -> Sequence[Piece]:
    from forumdesk.app.facts.programme import programme

    facts = programme(look, event, setting)
    titles = {"title": (facts.title.first, facts.title.second)}  # in whatever language, both are on it
    return (Piece(setting.whole_key("programme"), facts.title, facts, shared=titles),) if facts.days else ()


def _leaflet(pieces: Sequence[Piece], setting: Setting) -> Document:
    if setting.paper == "A5-folded":
        from forumdesk.documents.booklet import folded_programme

        return folded_programme(pieces[0].facts, pair=setting.pair, languages=setting.languages)
    from forumdesk.documents.programme import programme

    return programme(pieces[0].facts, pair=setting.pair, languages=setting.languages)


def _thanks(look: Look, event: Event, _: Setting) -> Sequence[Piece]:
    from forumdesk.app.facts.certificates import occasion, thanks

    shared = occasion(look, event)
    return [Piece(each.key, each.name, each, each.post, shared) for each in thanks(look, event)]


def _signings(look: Look, event: Event, _: Setting) -> Sequence[Piece]:
    from forumdesk.app.facts.certificates import occasion, signings

    shared = occasion(look, event)
    return [
        Piece(each.key, each.first.organisation, each, each.second.organisation, shared, batch)
        for batch, each in signings(look)
    ]


def _awards(look: Look, event: Event, _: Setting) -> Sequence[Piece]:
    from forumdesk.app.facts.certificates import awards, occasion

    shared = occasion(look, event)
    return [Piece(each.key, each.organisation, each, each.wording, shared, each.batch) for each in awards(look)]


def _guests(*, coming: bool) -> Callable[[Look, Event, Setting], Sequence[Piece]]:
    """Gathers those who are there for sure, or all who may be coming."""

    def gather(look: Look, event: Event, _: Setting) -> Sequence[Piece]:
        from forumdesk.app.facts.certificates import occasion
        from forumdesk.app.facts.guests import COMING, THERE, told_guests
        from forumdesk.documents.wording import word
        from forumdesk.domain.attendance import Category
        from forumdesk.domain.text import Text

        shared = occasion(look, event)
        found = told_guests(look, COMING if coming else THERE)
        categories = {each: Text(*(word(each.value, code) for code in event.languages)) for each in Category}
        return [
            Piece(each.key, each.name, each, each.post, shared, category=categories[Category(each.category)])
            for each in found
        ]

    return gather


_THERE, _COMING = _guests(coming=False), _guests(coming=True)
"""One function for all kinds that print the same people: what it gathers is gathered once."""


def _unnamed_plaques(look: Look) -> Sequence[NotPrintable]:
    from forumdesk.app.facts.certificates import unnamed

    return [NotPrintable(what, count) for what, count in unnamed(look)]


def _booklet(look: Look, event: Event, setting: Setting) -> Sequence[Piece]:
    from forumdesk.app.facts.booklet import booklet, photos

    facts = booklet(look, event, setting)
    if not facts.programme.days:
        return ()
    return (Piece(setting.whole_key("booklet"), facts.programme.title, facts, pictures=photos(look, facts)),)


def _booklet_pages(pieces: Sequence[Piece], setting: Setting) -> Document:
    from forumdesk.documents.booklet import booklet

    paper, _, folded = (setting.paper or "A4").partition("-")
    return booklet(
        pieces[0].facts,
        pair=setting.pair,
        languages=setting.languages,
        paper=paper,
        folded=bool(folded),
        photos=pieces[0].pictures,
    )


def _run_of_show(look: Look, event: Event, setting: Setting) -> Sequence[Piece]:
    from forumdesk.app.facts.run_of_show import run_of_show

    facts = run_of_show(look, event, setting)
    return (Piece(setting.whole_key("run-of-show"), facts.title, facts),) if facts.days else ()


def _show_sheets(pieces: Sequence[Piece], setting: Setting) -> Document:
    from forumdesk.documents.run_of_show import run_of_show

    return run_of_show(pieces[0].facts, pair=setting.pair, languages=setting.languages)


def _sign_in(look: Look, event: Event, setting: Setting) -> Sequence[Piece]:
    from forumdesk.app.facts.attendees import when_and_where
    from forumdesk.app.facts.booklet import guest_groups
    from forumdesk.documents.sign_in import SignIn
    from forumdesk.domain.text import Text

    groups = tuple(guest_groups(look, setting.grouping))
    when = Text(*(when_and_where(event, side) for side in (0, 1)))
    return (Piece(setting.whole_key("sign-in"), event.title, SignIn(event.title, when, groups)),) if groups else ()


def _sign_in_sheet(pieces: Sequence[Piece], setting: Setting) -> Document:
    from forumdesk.documents.sign_in import sign_in_sheet

    return sign_in_sheet(pieces[0].facts, pair=setting.pair, languages=setting.languages)


def _signing_books(look: Look, event: Event, _: Setting) -> Sequence[Piece]:
    from forumdesk.app.facts.signing_book import signing_books

    return [Piece(each.key, each.title, each, batch=batch) for batch, each in signing_books(look, event)]


def _bound_books(pieces: Sequence[Piece], setting: Setting) -> Document:
    from forumdesk.documents.signing_book import signing_books

    return signing_books([piece.facts for piece in pieces], pair=setting.pair, languages=setting.languages)


def _attendees(look: Look, event: Event, _: Setting) -> Sequence[Piece]:
    from forumdesk.app.facts.attendees import attendees

    facts = attendees(look, event)
    return (Piece("attendees", facts.event, facts),) if facts.people else ()


def _attendee_list(pieces: Sequence[Piece], setting: Setting) -> Document:
    from forumdesk.documents.attendees import attendee_list

    return attendee_list(pieces[0].facts, pair=setting.pair, languages=setting.languages)


KINDS = (
    Kind(
        name="programme",
        document="programme",
        group=GUESTS,
        icon="book-open",
        title=NOOP("Programme"),
        what=NOOP("A leaflet for the guests: when, what and who"),
        empty=NOOP("Agenda items fill the programme."),
        page="agenda",
        gather=_programme,
        build=_leaflet,
        papers=("A4", "A5-folded"),
        takes=frozenset({"forum", "paper"}),
    ),
    Kind(
        name="booklet",
        document="booklet",
        group=GUESTS,
        icon="book-text",
        title=NOOP("Booklet"),
        what=NOOP("Programme, speakers and guests, to be bound or folded"),
        empty=NOOP("Agenda items fill the booklet."),
        page="agenda",
        gather=_booklet,
        build=_booklet_pages,
        papers=("A4", "A5", "A5-folded"),
        takes=frozenset({"forum", "paper", "grouping"}),
    ),
    Kind(
        name="thanks",
        document="certificates",
        group=GUESTS,
        icon="heart-handshake",
        title=NOOP("Thanks"),
        what=NOOP("A certificate for everybody who spoke"),
        empty=NOOP("Everybody who speaks in the agenda gets one."),
        page="agenda",
        gather=_thanks,
        build=_cards("thanks"),
        many=True,
        takes=frozenset({"template"}),
    ),
    Kind(
        name="participation",
        document="certificates",
        group=GUESTS,
        icon="circle-check",
        title=NOOP("Participation"),
        what=NOOP("A certificate for everybody who takes part"),
        empty=NOOP("Everybody who is confirmed or there gets one."),
        page="attendees",
        gather=_THERE,
        build=_cards("participation"),
        many=True,
        takes=frozenset({"template"}),
    ),
    Kind(
        name="appointment",
        document="certificates",
        group=GUESTS,
        icon="pen-line",
        title=NOOP("Appointments"),
        what=NOOP("A letter of appointment for those you choose"),
        empty=NOOP("Everybody who is confirmed or there can be chosen."),
        page="attendees",
        gather=_THERE,
        build=_cards("appointment"),
        many=True,
        takes=frozenset({"template"}),
        by_name=True,
    ),
    Kind(
        name="award",
        document="certificates",
        group=GUESTS,
        icon="sparkles",
        title=NOOP("Honours"),
        what=NOOP("A certificate of honour for those you choose"),
        empty=NOOP("Everybody who is confirmed or there can be chosen."),
        page="attendees",
        gather=_THERE,
        build=_cards("award"),
        many=True,
        takes=frozenset({"template"}),
        by_name=True,
    ),
    Kind(
        name="table-card",
        document="table-cards",
        group=GUESTS,
        icon="flip-horizontal-2",
        title=NOOP("Table cards"),
        what=NOOP("A tent with the name on both sides"),
        empty=NOOP("Everybody who attends gets one."),
        page="attendees",
        gather=_COMING,
        build=_cards("table-card"),
        many=True,
        takes=frozenset({"template"}),
    ),
    Kind(
        name="badge",
        document="badges",
        group=GUESTS,
        icon="id-card",
        title=NOOP("Badges"),
        what=NOOP("A badge with a code for check-in"),
        empty=NOOP("Everybody who attends gets one."),
        page="attendees",
        gather=_COMING,
        build=_cards("badge"),
        many=True,
        takes=frozenset({"template"}),
    ),
    Kind(
        name="label",
        document="labels",
        group=GUESTS,
        icon="copy",
        title=NOOP("Labels"),
        what=NOOP("Sheets of labels for bags and envelopes"),
        empty=NOOP("Everybody who attends gets one."),
        page="attendees",
        gather=_COMING,
        build=_cards("label"),
        many=True,
        takes=frozenset({"template"}),
    ),
    Kind(
        name="signing",
        document="certificates",
        group=STAGE,
        icon="scroll-text",
        title=NOOP("Signing certificates"),
        what=NOOP("A certificate for each agreement, ready to sign"),
        empty=NOOP("Each agreement of two parties gets one."),
        page="ceremonies",
        gather=_signings,
        build=_cards("signing"),
        many=True,
        takes=frozenset({"batch", "template"}),
    ),
    Kind(
        name="plaque",
        document="certificates",
        group=STAGE,
        icon="award",
        title=NOOP("Plaque awards"),
        what=NOOP("A certificate for each recipient with a name"),
        empty=NOOP("Each recipient with a name gets one."),
        page="ceremonies",
        gather=_awards,
        build=_cards("plaque"),
        many=True,
        takes=frozenset({"batch", "template"}),
        unnamed=_unnamed_plaques,
    ),
    Kind(
        name="plaque-artwork",
        document="plaques",
        group=STAGE,
        icon="building-2",
        title=NOOP("Plaques"),
        what=NOOP("Artwork for the maker, with bleed and crop marks"),
        empty=NOOP("Each recipient with a name gets one."),
        page="ceremonies",
        gather=_awards,
        build=_cards("plaque-artwork"),
        many=True,
        takes=frozenset({"batch", "template"}),
        unnamed=_unnamed_plaques,
    ),
    Kind(
        name="signing-book",
        document="signing-book",
        group=STAGE,
        icon="book-text",
        title=NOOP("Signing books"),
        what=NOOP("Cover, title and signature page of every copy; each party comes first in its own"),
        empty=NOOP("Each agreement of two parties gets one."),
        page="ceremonies",
        gather=_signing_books,
        build=_bound_books,
        many=True,
        takes=frozenset({"batch"}),
    ),
    Kind(
        name="run-of-show",
        document="run-of-show",
        group=CREW,
        icon="calendar-clock",
        title=NOOP("Run of show"),
        what=NOOP("Every cue by moment and department, beside what is said"),
        empty=NOOP("Agenda items, their cues and the script fill it."),
        page="agenda",
        gather=_run_of_show,
        build=_show_sheets,
        takes=frozenset({"forum", "department"}),
    ),
    Kind(
        name="sign-in",
        document="sign-in",
        group=CREW,
        icon="pen-line",
        title=NOOP("Sign-in sheet"),
        what=NOOP("Who is expected, by category or organisation, with room to sign"),
        empty=NOOP("Everybody who attends is on it."),
        page="attendees",
        gather=_sign_in,
        build=_sign_in_sheet,
        takes=frozenset({"grouping"}),
    ),
    Kind(
        name="attendees",
        document="attendees",
        group=CREW,
        icon="users",
        title=NOOP("Attendee list"),
        what=NOOP("Everybody with their post, category and status"),
        empty=NOOP("Everybody who attends is on it."),
        page="attendees",
        gather=_attendees,
        build=_attendee_list,
    ),
)
"""Every kind, in the order of the desk's list and of the pages of one document. Contact data is in none of them."""

BY_NAME = {kind.name: kind for kind in KINDS}

DOCUMENTS = tuple(dict.fromkeys(kind.document for kind in KINDS))
"""What the command line prints."""


def kinds_of(document: str, names: Sequence[str] = ()) -> Iterator[Kind]:
    """The kinds one document means, or those of them with these names."""
    for kind in KINDS:
        if kind.document == document and (kind.name in names if names else not kind.by_name):
            yield kind
