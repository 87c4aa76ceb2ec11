"""Facts and a layout to a document of cards. What all pieces share becomes the art that is drawn once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from forumdesk.base.job import may_stop
from forumdesk.documents import wording
from forumdesk.documents.cards.fill import Filler, Manner, Shape, Words, asked
from forumdesk.documents.cards.kinds import Kind, Told, kind
from forumdesk.documents.cards.layout import AnyElement, Layout, TextBox
from forumdesk.documents.cards.sheets import marks, page, slots
from forumdesk.documents.model import Card, Document, Element, Picture, Stack, plain


class Piece(NamedTuple):
    """One piece: the key it is known by, and what its fields say."""

    key: str
    told: Told


class Standing(NamedTuple):
    """Something drawn for an element of a layout, which `place` counts from 0."""

    place: int
    element: Element


def composed(layout: Layout, shared: Told, pieces: Iterable[Piece], manner: Manner) -> Document:
    """Place every piece as the layout says; `shared` are the fields of the occasion.

    Raises `UnknownField` and its like for a layout that asks for what its kind does not tell.
    """
    known = kind(layout.kind)
    layout.check(known.fields)
    art, own, guides = _sorted(layout, known, manner)
    width, height = page(layout)
    stack = Stack(
        art=_drawn(art, shared),
        cards=tuple(Card(piece.key, _drawn(own, {**shared, **piece.told})) for piece in pieces),
        size=(layout.width, layout.height),
        slots=slots(layout),
        sheet=tuple(marks(layout)),
        guides=(*_background(layout, manner), *_drawn(guides, shared)),
    )
    lead = manner.languages[0]
    return Document(
        title=f"{wording.word(known.title, lead)} · {plain(shared['forum'].side(manner.pair.index(lead)))}",
        language=lead,
        width=width,
        height=height,
        body=(stack,),
        inset=layout.slug,
        bleed=layout.bleed,
        colours=manner.theme.colours,
        pictures=manner.pictures,
    )


def standing(layout: Layout, told: Told, manner: Manner) -> Iterator[tuple[Standing, ...]]:
    """Where elements stand for one piece: a group is drawn at once, so that in it labels push others down."""
    for fillers in _sorted(layout, kind(layout.kind), manner):
        yield tuple(_filled(fillers, told))


def _sorted(layout: Layout, known: Kind, manner: Manner) -> tuple[list[Filler], list[Filler], list[Filler]]:
    """The elements that stand in the run: what all pieces share, what is each one's own, and guides."""
    art: list[Filler] = []
    own: list[Filler] = []
    guides: list[Filler] = []
    hangs = False  # whether the column of text boxes above is one piece's own
    for place, element in enumerate(layout.elements):
        if not _stands(element, manner):
            continue
        filler: Filler = Shape(place, element, manner)
        if isinstance(element, TextBox):
            filler = Words(place, element, known, manner)
        is_own = bool(filler.fields & known.own.keys())
        if isinstance(element, TextBox):
            hangs = is_own = is_own or (hangs and element.below > 0)
        (own if is_own else art if element.printed else guides).append(filler)
    return art, own, guides


def _stands(element: AnyElement, manner: Manner) -> bool:
    if element.when and (element.when == "two") is not manner.two:
        return False
    if isinstance(element, TextBox) and element.language == "second" and not manner.two:
        return False
    return not manner.data_only or bool(asked(element))


def _drawn(fillers: Sequence[Filler], told: Told) -> tuple[Element, ...]:
    return tuple(each.element for each in _filled(fillers, told))


def _filled(fillers: Sequence[Filler], told: Told) -> Iterator[Standing]:
    """The elements as they stand for one piece; a column of text boxes closes up where one has vanished."""
    may_stop()
    top = baseline = room = 0.0
    standing = False  # whether a box of this column stands already
    for filler in fillers:
        if not filler.wanted(told):
            continue
        if isinstance(filler, Shape):
            yield from (Standing(filler.place, shape) for shape in filler.shapes(told))
        elif isinstance(filler, Words):
            box = filler.box
            if not box.below:
                top, standing = box.y, False
            y = baseline + max(box.below, room) if standing else top
            label = filler.label(told, y, follows=standing)
            if label is not None:
                yield Standing(filler.place, label)
                baseline, room, standing = y, box.room, True


def _background(layout: Layout, manner: Manner) -> Iterator[Picture]:
    """The scanned paper that things are placed on."""
    if layout.background in manner.pictures:
        yield Picture(0.0, 0.0, layout.width, layout.height, layout.background, cover=True)
