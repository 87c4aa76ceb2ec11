"""The programme leaflet, A4: one language on one grid, or two side by side.

Grids and sizes follow the design's page "Paper". It breaks over pages where it must.
"""

from __future__ import annotations

from forumdesk.documents.model import Document
from forumdesk.documents.programme.both import side_by_side
from forumdesk.documents.programme.facts import Day, Item, Organisers, Programme, Speaker
from forumdesk.documents.programme.one import leaflet

__all__ = ["Day", "Item", "Organisers", "Programme", "Speaker", "programme"]


def programme(facts: Programme, *, pair: tuple[str, str], languages: tuple[str, ...]) -> Document:
    """The leaflet in one or both of the event's languages; `languages` are one or two codes of `pair`."""
    sides = tuple((code, pair.index(code)) for code in languages)
    return leaflet(facts, *sides[0]) if len(sides) == 1 else side_by_side(facts, *sides)
