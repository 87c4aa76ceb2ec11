"""Five themes: each changes type, ornament and colour of what is printed for an event, and none of its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import NamedTuple

from forumdesk.base.words import NOOP
from forumdesk.documents.model import Box, Element, Ring, Stroke


@dataclass(frozen=True, slots=True)
class Theme:
    """A manner of printing: its colours by name, the faces that stand in for a layout's, how frames are drawn."""

    name: str
    title: str
    accent: str
    deep: str
    tint: str
    seal: str = "#B93A25"
    heading: str = "#1C1F1F"
    faces: Mapping[str, str] = field(default_factory=dict)

    @property
    def colours(self) -> Mapping[str, str]:
        """The colours a layout names."""
        return {
            "ink": "#1C1F1F",
            "title": self.heading,
            "second": "#55534E",
            "third": "#7A766E",
            "accent": self.accent,
            "deep": self.deep,
            "tint": self.tint,
            "vermilion": self.seal,
            "line": "#C9C5BC",
            "faint": "#DEDAD2",
            "white": "#FFFFFF",
        }

    def face(self, name: str) -> str:
        """The face that a layout's face is printed in."""
        return self.faces.get(name, name)

    def with_accent(self, accent: str) -> Theme:
        """The theme in the event's own colour, `#RRGGBB`; as it is where there is none."""
        return replace(self, accent=accent) if accent else self

    def frame(self, area: Area) -> Iterator[Element]:
        """The ornament about a page, inside an area."""
        yield from _FRAMES[self.name](area)


class Area(NamedTuple):
    """A rectangle in mm from the top left corner."""

    x: float
    y: float
    width: float
    height: float

    def inside(self, by: float) -> Area:
        """What is left of it inside a margin."""
        return Area(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)

    def corners(self, size: float) -> Iterator[Area]:
        """Squares set into its four corners."""
        for left in (self.x, self.x + self.width - size):
            for top in (self.y, self.y + self.height - size):
                yield Area(left, top, size, size)

    def outline(self, weight: float, colour: str) -> Stroke:
        """Its outline; `weight` in mm."""
        right, bottom = self.x + self.width, self.y + self.height
        points = ((self.x, self.y), (right, self.y), (right, bottom), (self.x, bottom))
        return Stroke(points, weight, colour, closed=True)

    def notched(self, step: float, weight: float, colour: str) -> Stroke:
        """Its outline with squares of `step` mm cut out of the corners."""
        left, top, right, bottom = self.x, self.y, self.x + self.width, self.y + self.height
        points = (
            *((left + step, top), (right - step, top), (right - step, top + step), (right, top + step)),
            *((right, bottom - step), (right - step, bottom - step), (right - step, bottom), (left + step, bottom)),
            *((left + step, bottom - step), (left, bottom - step), (left, top + step), (left + step, top + step)),
        )
        return Stroke(points, weight, colour, closed=True)

    def filled(self, colour: str) -> Box:
        """The whole of it in one colour."""
        return Box(self.x, self.y, self.width, self.height, colour)


def _sober(area: Area) -> Iterator[Element]:
    """A line, a fine one inside it, a square in each corner."""
    yield area.outline(0.65, "accent")
    yield area.inside(2.2).notched(8.4, 0.22, "accent")
    for corner in area.inside(3.8).corners(3.2):
        yield corner.filled("accent")


def _formal(area: Area) -> Iterator[Element]:
    """A broad border between fine lines, a double square in each corner, as on official papers."""
    yield area.outline(0.25, "deep")
    yield area.inside(1.9).outline(1.7, "accent")
    yield area.inside(3.8).outline(0.25, "deep")
    for corner in area.inside(3.8).corners(7.0):
        yield corner.outline(0.25, "deep")
        yield corner.inside(1.6).outline(0.55, "deep")


def _festive(area: Area) -> Iterator[Element]:
    """A wide red border with a golden line in it, and a golden line inside with rings at its corners."""
    yield area.inside(1.75).outline(3.5, "accent")
    yield area.inside(1.75).outline(0.35, "deep")
    yield area.inside(4.6).notched(5.0, 0.35, "deep")
    for corner in area.inside(4.6).corners(5.0):
        x, y = corner.x + corner.width / 2, corner.y + corner.height / 2
        yield Ring(x, y, 1.5, 0.5, "accent")
        yield Ring(x, y, 0.5, 0.5, "deep")


def _international(area: Area) -> Iterator[Element]:
    """A bar at the top, a hairline at the foot."""
    yield Area(area.x, area.y, area.width, 3.2).filled("accent")
    yield Area(area.x, area.y, 34.0, 3.2).filled("deep")
    foot = area.y + area.height
    yield Stroke(((area.x, foot), (area.x + area.width, foot)), 0.25, "line")


def _minimal(area: Area) -> Iterator[Element]:
    """Four short corner lines."""
    right, bottom, arm = area.x + area.width, area.y + area.height, 9.0
    for across, x in ((arm, area.x), (-arm, right)):
        for down, y in ((arm, area.y), (-arm, bottom)):
            yield Stroke(((x + across, y), (x, y), (x, y + down)), 0.3, "ink")


_FRAMES = MappingProxyType(
    {
        "sober": _sober,
        "formal": _formal,
        "festive": _festive,
        "international": _international,
        "minimal": _minimal,
    }
)

THEMES: Mapping[str, Theme] = MappingProxyType(
    {
        theme.name: theme
        for theme in (
            Theme("sober", NOOP("Sober"), accent="#0F5B63", deep="#0F5B63", tint="#EEF4F4"),
            Theme(
                "formal",
                NOOP("Formal"),
                accent="#7C1F1D",
                deep="#9A7B3F",
                tint="#F7F2E8",
                seal="#A3231B",
                heading="#7C1F1D",
                faces={"kai": "serif 400", "serif 600": "serif 700"},
            ),
            Theme(
                "festive",
                NOOP("Festive"),
                accent="#B3261B",
                deep="#C79A3B",
                tint="#FCF1E3",
                seal="#B3261B",
                heading="#B3261B",
                faces={"serif 400": "kai"},
            ),
            Theme(
                "international",
                NOOP("International"),
                accent="#1F4E8C",
                deep="#0E2A52",
                tint="#EAF0F8",
                heading="#0E2A52",
                faces={"serif 600": "sans 700", "serif 700": "sans 700", "serif 400": "sans 400", "kai": "sans 400"},
            ),
            Theme(
                "minimal",
                NOOP("Minimal"),
                accent="#1C1F1F",
                deep="#55534E",
                tint="#F4F2ED",
                faces={"kai": "serif 400", "serif 700": "serif 400", "serif 600": "serif 400"},
            ),
        )
    }
)
"""The themes by name, the first the usual one."""

SOBER = THEMES["sober"]
