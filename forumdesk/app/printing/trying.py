"""A layout tried out on one piece, while somebody edits it: the page as it prints, and where everything stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING
from uuid import UUID

from msgspec import structs

from forumdesk.app.facts.pictures import pictures
from forumdesk.app.printing.kinds import BY_NAME
from forumdesk.app.printing.layouts import manner_of, setting_of
from forumdesk.app.printing.making import fonts_alone
from forumdesk.app.printing.order import Order, Piece, Setting
from forumdesk.documents.cards.compose import Piece as Filled
from forumdesk.documents.cards.compose import composed, standing
from forumdesk.documents.cards.editing import area
from forumdesk.documents.cards.fill import Manner
from forumdesk.documents.cards.kinds import OCCASION, Told, kind, tell_occasion
from forumdesk.documents.cards.layout import Layout
from forumdesk.documents.model import Label, OwnFont
from forumdesk.domain.event import Event, Template
from forumdesk.domain.text import Text

if TYPE_CHECKING:
    from forumdesk.documents.themes import Area
    from forumdesk.store.work import Look


@dataclass(frozen=True, slots=True)
class OwnLayout:
    """A layout of the event, the names of all of its kind, and the pieces that it may be tried on."""

    id: UUID
    kind: str
    name: Text
    names: Sequence[Text]
    layout: Layout
    pieces: Sequence[Piece]
    setting: Setting


@dataclass(frozen=True, slots=True)
class Trial:
    """The page, and for every element of the layout the room it takes there, in mm; None where it does not stand.

    `missing` are characters that no font has; `shrunk` the fields that stand at their smallest size.
    """

    pdf: bytes
    areas: tuple[Area | None, ...]
    shrunk: Sequence[str]
    missing: str


def own_layout(look: Look, template: UUID) -> OwnLayout | None:
    """A layout and what it may be tried on; None where somebody removed it."""
    row = look.find(Template, template)
    if row is None:
        return None
    event, known = look.all(Event)[0], BY_NAME[row.document]
    plain = setting_of(look, event, Order(known.document, "both"), ())
    setting = replace(plain, layouts={known.name: row.layout}, pictures=pictures(look, event, [row.layout]))
    pieces = known.gather(look, event, setting)
    names = [each.name for each in look.all(Template, document=row.document)]
    return OwnLayout(row.id, row.document, row.name, names, Layout.from_json(row.layout), pieces, setting)


def tried(
    own: OwnLayout, layout: Layout, languages: Sequence[str], key: str = "", *, data_only: bool = False
) -> Trial:
    """A layout on the piece with that key, or on samples of its fields: alone on its page."""
    from forumdesk.documents.render.faces import with_fonts
    from forumdesk.documents.render.pdf import render

    setting = replace(own.setting, languages=tuple(languages), data_only=data_only)
    pieces = [piece for piece in own.pieces if piece.key == key]
    manner = manner_of(setting)
    alone = structs.replace(layout, sheet=None, panels=("upright",))
    known = kind(own.kind)
    shared: Told = {name: field.sample for name, field in OCCASION.items()}
    told = known.sample
    if pieces:
        shared, told = tell_occasion(pieces[0].shared, setting.pair), known.tell(pieces[0].facts, setting.pair)
    fonts, pdf = tuple(OwnFont(*font) for font in setting.fonts), BytesIO()
    document = replace(composed(alone, shared, [Filled(key, told)], manner), fonts=fonts)
    with fonts_alone(), with_fonts(fonts):
        printed = render(document, pdf)
        areas = _areas(alone, {**shared, **told}, manner)
    return Trial(
        pdf.getvalue(), areas, [field for _, field in printed.shrunk], "".join(text for _, text in printed.missing)
    )


def _areas(layout: Layout, told: Told, manner: Manner) -> tuple[Area | None, ...]:
    """The room of every element; labels that follow others are pushed down as the renderer does it."""
    from forumdesk.documents.render.labels import fitted_together

    areas: list[Area | None] = [None] * len(layout.elements)
    for group in standing(layout, told, manner):
        grown, fits = 0.0, iter(fitted_together([each.element for each in group if isinstance(each.element, Label)]))
        for place, drawn in group:
            y = None
            if isinstance(drawn, Label):
                grown = grown if drawn.follows else 0.0
                y = drawn.y + grown
                grown += next(fits).growth
            areas[place] = area(layout.elements[place], manner, y)
    return tuple(areas)
