"""The one style sheet of all documents: every style by name, sizes in points, line pitch in millimetres."""

from __future__ import annotations

from types import MappingProxyType

from forumdesk.documents.model import Style

MM = 72 / 25.4  # points in a millimetre

COLOURS = MappingProxyType(
    {
        "ink": "#1C1F1F",
        "second": "#55534E",
        "third": "#7A766E",
        "accent": "#0F5B63",
        "vermilion": "#B93A25",
        "line": "#C9C5BC",
        "faint": "#DEDAD2",
    }
)

RULES = MappingProxyType({"accent": (0.9, "accent"), "line": (0.35, "line"), "faint": (0.25, "faint")})  # points


STYLES = MappingProxyType(
    {
        # programme in one language
        "leaflet.kicker.east": Style("sans 400", 10, "accent", 4.5, 0.1),
        "leaflet.kicker.west": Style("sans 400", 10, "accent", 4.5),
        "leaflet.title.east": Style("serif 700", 29, "ink", 12.6),
        "leaflet.title.west": Style("serif 600", 25, "ink", 10.6),
        "leaflet.subtitle": Style("serif 400", 12.2, "second", 6.4),
        "leaflet.when": Style("sans 400", 10, "ink", 5.0),
        "leaflet.day": Style("serif 700", 14, "ink", 6.4),
        "leaflet.day.when": Style("sans 400", 9.5, "accent", 5.2),
        "leaflet.section": Style("sans 700", 9.5, "accent", 5.6),
        "leaflet.time": Style("sans 400", 10, "ink", 5.6),
        "leaflet.item.east": Style("serif 600", 11.5, "ink", 5.6),
        "leaflet.item.west": Style("serif 600", 10.6, "ink", 5.2),
        "leaflet.name": Style("serif 400", 10, "ink", 4.9),
        "leaflet.post": Style("sans 400", 9.2, "second", 4.9),
        "leaflet.role": Style("sans 400", 8.4, "third", 4.9),
        "leaflet.organiser.label": Style("sans 700", 8.8, "accent", 5.1),
        "leaflet.organiser": Style("sans 400", 8.8, "second", 5.1),
        # programme in both languages
        "both.kicker.east": Style("sans 400", 9, "accent", 4.5, 0.1),
        "both.kicker.west": Style("sans 400", 9, "accent", 4.5),
        "both.title.east": Style("serif 700", 21, "ink", 9.7),
        "both.title.west": Style("serif 400", 16.5, "ink", 9.7, -0.006),
        "both.when": Style("sans 400", 9.2, "ink", 4.75),
        "both.day": Style("serif 700", 11.5, "ink", 5.6),
        "both.section.east": Style("sans 700", 8.6, "accent", 4.55),
        "both.section.west": Style("sans 700", 7.8, "accent", 4.55),
        "both.section.second": Style("sans 400", 7.8, "accent", 4.3),
        "both.time": Style("sans 400", 9.2, "ink", 4.55),
        "both.item.east": Style("serif 600", 10, "ink", 4.55),
        "both.item.west": Style("serif 600", 9, "ink", 4.55),
        "both.name.east": Style("serif 400", 8.4, "ink", 4.0),
        "both.post.east": Style("sans 400", 7.6, "second", 4.0),
        "both.post.west": Style("sans 400", 7.8, "second", 4.0),
        "both.organiser.label": Style("sans 700", 7.8, "accent", 4.1),
        "both.organiser.label.second": Style("sans 400", 7.8, "accent", 4.1),
        "both.organiser": Style("sans 400", 7.8, "second", 4.1),
        # every document that flows
        "running.head": Style("sans 400", 8.4, "third", 4.5),
        "running.page": Style("sans 400", 8.4, "third", 4.5),
        # list of attendees
        "list.title.east": Style("serif 700", 22, "ink", 10.4),
        "list.title.west": Style("serif 600", 20, "ink", 9.4),
        "list.heading": Style("sans 700", 8.2, "accent", 4.4),
        "list.heading.second": Style("sans 400", 7.4, "accent", 3.6),
        "list.number": Style("sans 400", 8.4, "third", 4.9),
        "list.name": Style("serif 600", 10.5, "ink", 4.9),
        "list.name.second": Style("serif 400", 8.8, "second", 4.1),
        "list.post": Style("sans 400", 8.8, "second", 4.9),
        "list.post.second": Style("sans 400", 8, "third", 4.1),
        "list.mark": Style("sans 400", 8.8, "second", 4.9),
        "list.mark.second": Style("sans 400", 8, "third", 4.1),
        # booklet
        "booklet.cover.east.large": Style("serif 700", 31, "ink", 14.4),
        "booklet.cover.west.large": Style("serif 600", 28, "ink", 12.6),
        "booklet.cover.east.small": Style("serif 700", 23, "ink", 10.8),
        "booklet.cover.west.small": Style("serif 600", 20, "ink", 9.2),
        "booklet.what": Style("sans 700", 11, "accent", 5.6),
        "booklet.when": Style("sans 400", 10, "second", 5.6),
        "booklet.back": Style("sans 400", 8.8, "third", 4.8),
        "booklet.heading.east": Style("serif 700", 20, "ink", 9.0),
        "booklet.heading.west": Style("serif 600", 19, "ink", 9.0),
        "booklet.heading.second": Style("serif 400", 11, "second", 5.4),
        "booklet.entry": Style("serif 600", 11.5, "ink", 6.2),
        "booklet.entry.inner": Style("sans 400", 9.2, "second", 5.4),
        "booklet.entry.page": Style("sans 400", 9.6, "second", 6.2),
        "booklet.label": Style("sans 700", 9.2, "accent", 5.4),
        "booklet.text": Style("sans 400", 9.6, "ink", 5.6),
        "booklet.day": Style("serif 700", 13.5, "ink", 6.4),
        "booklet.day.when": Style("sans 400", 9, "accent", 5.0),
        "booklet.section": Style("sans 700", 9, "accent", 5.2),
        "booklet.count": Style("sans 400", 8.4, "third", 5.2),
        "booklet.time": Style("sans 400", 9.6, "ink", 5.4),
        "booklet.item.east": Style("serif 600", 10.8, "ink", 5.4),
        "booklet.item.west": Style("serif 600", 10, "ink", 5.0),
        "booklet.second": Style("serif 400", 9.2, "second", 4.6),
        "booklet.name": Style("serif 400", 9.8, "ink", 5.0),
        "booklet.post": Style("sans 400", 8.6, "second", 4.8),
        "booklet.post.second": Style("sans 400", 8, "third", 4.2),
        "booklet.person.east": Style("serif 700", 13, "ink", 5.8),
        "booklet.person.west": Style("serif 600", 12, "ink", 5.8),
        "booklet.life": Style("sans 400", 9.2, "ink", 5.1),
        "booklet.life.first": Style("sans 400", 9.2, "ink", 6.3),  # away from the post above it
        "booklet.guest": Style("serif 600", 10.4, "ink", 5.2),
        # signing book
        "signing.kicker": Style("sans 400", 10.5, "accent", 5.4),
        "signing.title.east": Style("serif 700", 25, "ink", 12.0),
        "signing.title.west": Style("serif 600", 22, "ink", 10.4),
        "signing.second": Style("serif 400", 12, "second", 6.0),
        "signing.party": Style("serif 600", 16, "ink", 7.6),
        "signing.signs": Style("serif 600", 12.5, "ink", 6.2),
        "signing.caption": Style("sans 400", 9, "third", 4.8),
        "signing.when": Style("sans 400", 10.5, "second", 5.6),
        "signing.value": Style("sans 400", 9.6, "ink", 4.8),
        "signing.box": Style("sans 400", 15, "second", 4.9),
        # run of show
        "run.title.east": Style("serif 700", 20, "ink", 9.4),
        "run.title.west": Style("serif 600", 18.5, "ink", 9.4),
        "run.about": Style("sans 400", 11, "second", 9.4),
        "run.heading": Style("sans 700", 7.6, "accent", 4.4),
        "run.heading.second": Style("sans 400", 7, "accent", 3.4),
        "run.time": Style("sans 700", 10, "ink", 5.0),
        "run.minutes": Style("sans 400", 8.8, "second", 5.0),
        "run.item.east": Style("serif 600", 10.4, "ink", 5.0),
        "run.item.west": Style("serif 600", 9.6, "ink", 4.6),
        "run.item.second": Style("serif 400", 8.4, "second", 4.0),
        "run.person": Style("sans 400", 8, "second", 3.9),
        "run.clock": Style("sans 400", 7.6, "third", 5.0),
        "run.cue": Style("sans 400", 8.8, "ink", 4.3),
        "run.cue.second": Style("sans 400", 7.6, "second", 3.7),
        "run.mark": Style("sans 400", 8.8, "second", 4.3),
        "run.mark.second": Style("sans 400", 7.6, "third", 3.7),
    }
)


def style(of: str | Style) -> Style:
    """A style by its name in the sheet, or the one that a layout brought along."""
    return STYLES[of] if isinstance(of, str) else of
