"""The run of show 总流程, A4 landscape: every cue by moment and department, beside what is said.

Grid and sizes follow the design's page "Paper". Nothing shrinks: lines wrap, and an item that goes on over a page
is named again there.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from forumdesk.documents import wording
from forumdesk.documents.model import Beside, Block, Book, Cell, Document, Flow, Line, Row, Rule, Span, plain
from forumdesk.documents.programme import Item
from forumdesk.documents.programme.facts import NOTHING, headline, note
from forumdesk.domain.text import Text
from forumdesk.rules.spoken import opening

MARGIN, WIDTH = 12.0, 273.0
COLUMNS = ("stage", "screen", "light", "sound")
"""The departments that have a column; what others do stands under the stage, with their name as the lead."""

Side = tuple[str, int]
Sides = tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """What a department does; `column` is one of COLUMNS."""

    column: str
    label: Text
    lead: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Moment:
    """Cues of the same second after midnight."""

    at: int
    cues: tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """An item with its length in minutes, its moments in order, and what the master of ceremonies says."""

    item: Item
    minutes: int
    moments: tuple[Moment, ...] = ()
    script: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowDay:
    """One forum on one day; hours in minutes after midnight."""

    title: Text
    date: dt.date
    start: int
    end: int
    venue: Text
    hall: Text
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class RunOfShow:
    """The days or forums of an event, each from a new page; with a `department` its cues alone."""

    title: Text
    days: tuple[ShowDay, ...]
    department: Text = NOTHING


_Grid = Mapping[str, tuple[float, float]]
"""Where columns begin, in mm, and how wide they are."""

_WIDTHS = {"clock": 14.5, "stage": 39.0, "screen": 33.0, "light": 16.0, "sound": 18.0}  # with the white behind them
_FIRST, _LAST, _GAP = 37.0, MARGIN + WIDTH, 3.0
_FOR_ITEMS = 0.44  # what titles and people take of the room that cues leave; the rest is for what is said


def _grid(day: ShowDay, sides: Sides) -> _Grid:
    """The columns of a day: departments that do nothing leave theirs to the others. English leads need more room."""
    lead = 10.0 if all(wording.east_asian(code) for code, _ in sides) else 17.0
    used = {cue.column for part in day.parts for moment in part.moments for cue in moment.cues}
    cues = [key for key in _WIDTHS if key in used or (key == "clock" and used)]
    room = _LAST - lead - _FIRST - sum(_WIDTHS[key] for key in cues)
    grid = {"time": (MARGIN, 14.0), "minutes": (22.0, 9.4), "item": (_FIRST, _FOR_ITEMS * room - _GAP)}
    x = _FIRST + _FOR_ITEMS * room
    for key in cues:
        grid[key] = (x, _WIDTHS[key] - 2.0)
        x += _WIDTHS[key]
    return {**grid, "script": (x, _LAST - lead - _GAP - x), "lead": (_LAST - lead, lead)}


def run_of_show(facts: RunOfShow, *, pair: tuple[str, str], languages: tuple[str, ...]) -> Document:
    """The run of show in one or both of the event's languages; `languages` are one or two codes of `pair`."""
    sides = tuple((code, pair.index(code)) for code in languages)
    language, side = sides[0]
    title = " · ".join(filter(None, (wording.word("run of show", language), facts.department.side(side))))
    return Document(
        title=f"{title} · {plain(facts.title.side(side))}",
        language=language,
        width=297.0,
        height=210.0,
        body=Book(tuple(_day(day, title, sides) for day in facts.days)),
    )


def _day(day: ShowDay, title: str, sides: Sides) -> Flow:
    language, side = sides[0]
    grid = _grid(day, sides)
    about = plain(day.title.side(side))
    return Flow(
        left=MARGIN,
        right=MARGIN,
        top=10.4,
        bottom=14.0,
        front=tuple(_front(day, title, about, language, side)),
        blocks=(*_heads(grid, sides), *_parts(day.parts, grid, sides)),
        repeated=tuple(_heads(grid, sides))[1:],  # the head has its own rule there
        head=(Span(f"{title}{wording.BLANK}{about}", "running.head"),),
        number=wording.pages(language),
    )


def _front(day: ShowDay, title: str, about: str, language: str, side: int) -> Iterator[Block]:
    alphabet = wording.alphabet(language)
    head = Line((Span(title, f"run.title.{alphabet}"),), (Span(about, "run.about"),), gap=5.0)
    when = wording.when(day.date, day.start, day.end, language)
    where = wording.place(day.venue.side(side), day.hall.side(side), language)
    yield Row((Cell(MARGIN, WIDTH, (head,)),), keep=True, mark=f"{day.date} {about}", about=about)
    place = Line((Span(when, "leaflet.when"),), (Span(where, "leaflet.when"),), gap=5.0)
    yield Row((Cell(MARGIN, WIDTH, (place,)),), before=1.2, keep=True)


def _heads(grid: _Grid, sides: Sides) -> Iterator[Block]:
    """The heads of the columns, again on every page."""
    cells = []
    for key in (key for key in grid if key != "clock"):
        styles = ("run.heading", "run.heading.second")
        lines = tuple(
            Line((Span(wording.word(key, code), style),), align="right" if key == "minutes" else "left")
            for style, (code, _) in zip(styles, sides, strict=False)
        )
        cells.append(Cell(*grid[key], lines))
    yield Rule(MARGIN, WIDTH, "accent", before=3.0, after=0.5)
    yield Row(tuple(cells), keep=True)
    yield Rule(MARGIN, WIDTH, "line", before=2.0, after=1.1)


def _parts(parts: Iterable[Part], grid: _Grid, sides: Sides) -> Iterator[Block]:
    for number, part in enumerate(parts):
        if number:
            yield Rule(MARGIN, WIDTH, "line", before=2.3, after=1.1)
        named = tuple(_named(part, grid, sides))
        time = named[0].cells[0]
        again = Cell(*grid["item"], (Line((Span(_title(part, *sides[0]), "run.person"),)),))
        yield Beside(
            (named, tuple(_moments(part, grid, sides)), tuple(_script(part, grid, sides))), resumed=(time, again)
        )
    yield Rule(MARGIN, WIDTH, "line", before=2.3)


def _title(part: Part, language: str, side: int) -> str:
    return part.item.title.side(side) or wording.word(part.item.kind, language)


def _named(part: Part, grid: _Grid, sides: Sides) -> Iterator[Row]:
    """When, how long, what and who."""
    language, side = sides[0]
    time = Line((Span(wording.time(part.item.start), "run.time"),))
    minutes = Line((Span(str(part.minutes), "run.minutes"),), align="right")
    titles = [Line((Span(_title(part, language, side), f"run.item.{wording.alphabet(language)}"),), even=True)]
    titles += [Line((Span(_title(part, *other), "run.item.second"),), even=True) for other in sides[1:]]
    cells = (Cell(*grid["time"], (time,)), Cell(*grid["minutes"], (minutes,)), Cell(*grid["item"], tuple(titles)))
    about = headline(part.item, language, side) or part.item.people[0].name.side(side)
    yield Row(cells, before=0.5, keep=bool(part.item.people), about=about)
    lines = [note(part.item, *one) for one in sides]
    for person in part.item.people:
        lines += [_person(person.name.side(side), person.post.side(side), language) for language, side in sides]
    for line in dict.fromkeys(filter(None, lines)):
        yield Row((Cell(*grid["item"], (Line((Span(line, "run.person"),), even=True),)),), before=0.3, about=about)


def _person(name: str, post: str, language: str) -> str:
    return (wording.BLANK if wording.east_asian(language) else ", ").join(part for part in (name, post) if part)


def _moments(part: Part, grid: _Grid, sides: Sides) -> Iterator[Row | Rule]:
    left = grid.get("clock", grid["script"])[0]
    width = grid["script"][0] - left - 3.0
    for number, moment in enumerate(part.moments):
        if number:
            yield Rule(left, width, "faint", before=1.9, after=0.6)
        clock = Line((Span(wording.clock(moment.at), "run.clock"),))
        cells = [Cell(*grid["clock"], (clock,))]
        for column in COLUMNS:
            texts = [cue.label for cue in moment.cues if cue.column == column]
            if texts:
                cells.append(Cell(*grid[column], tuple(_texts(texts, "run.cue", sides, even=True))))
        leads = list(dict.fromkeys(cue.lead for cue in moment.cues if cue.lead))
        if leads:
            cells.append(Cell(*grid["lead"], tuple(_texts(leads, "run.mark", sides))))
        yield Row(tuple(cells), before=0.5, about=moment.cues[0].label.side(sides[0][1]))


def _script(part: Part, grid: _Grid, sides: Sides) -> Iterator[Row]:
    """How each paragraph begins: the whole of it is for the master of ceremonies."""
    for number, whole in enumerate(part.script):
        said = Text(opening(whole.first), opening(whole.second))
        lines = tuple(_texts([said], "run.mark", sides))
        yield Row((Cell(*grid["script"], lines),), before=1.6 if number else 1.2, about=said.side(sides[0][1])[:20])


def _texts(texts: list[Text], style: str, sides: Sides, *, even: bool = False) -> Iterator[Line]:
    for text in texts:
        first, *others = dict.fromkeys(text.side(side) for _, side in sides)
        yield Line((Span(first, style),), even=even)
        for other in others:
            yield Line((Span(other, f"{style}.second"),), even=even)
