"""How an order is set: which language, layout, theme and pictures a run of cards is printed with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from forumdesk.app.facts.agenda import forums
from forumdesk.app.facts.pictures import fonts, pictures
from forumdesk.app.languages import chosen
from forumdesk.app.printing.order import Order, Setting
from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP
from forumdesk.domain.event import Event, Template
from forumdesk.domain.text import Text

if TYPE_CHECKING:
    from forumdesk.app.printing.order import Piece
    from forumdesk.documents.cards.fill import Manner
    from forumdesk.documents.model import Document
    from forumdesk.store.work import Look


class UnknownTemplate(Refused):
    """Nothing that is printed has a layout of that name. Facts: template, known."""

    code = "unknown-template"
    sentence = NOOP("There is no layout “{template}” for this document; there are {known}.")


def chosen_layouts(look: Look, template: str | None, kinds: Iterable[str]) -> Mapping[str, str]:
    """The layout of that name for each kind that has one: as JSON from the event, or the name of one we ship.

    A name is a template's in either language, its ID, or a shipped file's. Raises `UnknownTemplate` where no kind
    has it.
    """
    if template is None:
        return {}
    from forumdesk.documents.cards.shipped import layouts

    of = {kind: [row for row in look.all(Template) if row.document == kind] for kind in kinds}
    found = {
        kind: row.layout
        for kind, rows in of.items()
        for row in rows
        if template in (row.name.first, row.name.second, str(row.id))
    }
    shipped = {layout.kind: name for name, layout in layouts().items() if name == template}
    found = {**{kind: shipped[kind] for kind in of if kind in shipped}, **found}
    if not found:
        names = [str(row.name) for rows in of.values() for row in rows]
        names += [name for name, layout in layouts().items() if layout.kind in of]
        raise UnknownTemplate(template=template, known=", ".join(names))
    return found


def offered(look: Look, event: Event, kind: str) -> Sequence[tuple[str, Text]]:
    """What a kind of cards may be printed on, by what an order calls it: what ships, then the event's own."""
    from forumdesk.documents.cards.shipped import layouts

    first, second = event.languages
    shipped = [
        (name, Text(layout.title.get(first, ""), layout.title.get(second, "")))
        for name, layout in layouts().items()
        if layout.kind == kind
    ]
    shipped.sort(key=lambda named: named[0] != kind)
    return [*shipped, *((str(row.id), row.name) for row in look.all(Template, document=kind))]


def setting_of(look: Look, event: Event, order: Order, kinds: Iterable[str]) -> Setting:
    """How an order is set today. Raises `Refused` for a language, forum or layout that is unknown."""
    layouts = chosen_layouts(look, order.template, kinds)
    return Setting(
        event.languages,
        chosen(event, order.language),
        None if order.forum is None else str(forums(look, order.forum)[0].id),
        order.paper,
        layouts,
        event.theme,
        event.accent,
        order.data_only,
        pictures(look, event, layouts.values()),
        fonts(look),
        order.department,
        order.grouping,
    )


def cards(kind: str, pieces: Sequence[Piece], setting: Setting) -> Document:
    """Pieces of a kind on the layout that was chosen for it, or its usual one."""
    from forumdesk.documents.cards import kinds
    from forumdesk.documents.cards.compose import Piece as Told
    from forumdesk.documents.cards.compose import composed
    from forumdesk.documents.cards.layout import Layout
    from forumdesk.documents.cards.shipped import layouts, usual

    wish = setting.layouts.get(kind, "")
    layout = layouts()[wish] if wish in layouts() else Layout.from_json(wish) if wish else usual(kind)
    known = kinds.kind(kind)
    return composed(
        layout,
        kinds.tell_occasion(pieces[0].shared, setting.pair),
        (Told(piece.key, known.tell(piece.facts, setting.pair)) for piece in pieces),
        manner_of(setting),
    )


def manner_of(setting: Setting) -> Manner:
    """How cards are printed in a setting."""
    from forumdesk.documents.cards.fill import Manner
    from forumdesk.documents.themes import THEMES

    return Manner(
        setting.pair,
        setting.languages,
        THEMES[setting.theme].with_accent(setting.accent),
        setting.data_only,
        setting.pictures,
    )
