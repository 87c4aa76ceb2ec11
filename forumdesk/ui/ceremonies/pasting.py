"""A list of names from the clipboard: which of its lines can be entered, and why others cannot."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from forumdesk.base.words import NOOP
from forumdesk.domain.text import Text

BLANK = NOOP("Line {line} is blank.")
TWICE = NOOP("Line {line}: {name} stands in the list twice.")
ENTERED = NOOP("Line {line}: {name} is entered already.")
COLUMNS = NOOP("Line {line} has {columns} columns; two are the most: the name in either language.")
SURPLUS = NOOP("Line {line}: {name} is more than were announced ({announced}).")


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """A line that is not entered: a sentence of the catalogue and its facts."""

    sentence: str
    line: int
    name: str = ""
    columns: int = 0
    announced: int = 0


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a text holds. Where there are more names than were announced, none is entered: which are too many?"""

    names: tuple[Text, ...]
    refused: tuple[RefusedLine, ...]

    @property
    def is_too_long(self) -> bool:
        """Whether the list holds more than were announced."""
        return any(each.sentence == SURPLUS for each in self.refused)


def read_names(text: str, entered: Iterable[Text], announced: int | None, one: Callable[[str], Text]) -> Pasted:
    """Read one name a line, or two columns as a spreadsheet copies them: the event's first and second language.

    `entered` are the names that are there already, of `announced` in all; `one` says which language a lone name
    is written in. Blank lines count where they lie between others.
    """
    there = list(entered)
    known = {wording for name in there for wording in (name.first, name.second) if wording}
    names: list[Text] = []
    refused: list[RefusedLine] = []
    seen: set[str] = set()
    lines = text.replace("\r\n", "\n").replace("\r", "\n").rstrip().split("\n") if text.strip() else []
    for line, content in enumerate(lines, start=1):
        cells = [cell.strip() for cell in content.rstrip("\t").split("\t")]
        if not any(cells):
            refused.append(RefusedLine(BLANK, line))
            continue
        if len(cells) > 2:
            refused.append(RefusedLine(COLUMNS, line, columns=len(cells)))
            continue
        name = Text(*cells) if len(cells) == 2 else one(cells[0])
        wordings = {wording for wording in (name.first, name.second) if wording}
        if wordings & known:
            refused.append(RefusedLine(ENTERED, line, str(name)))
        elif wordings & seen:
            refused.append(RefusedLine(TWICE, line, str(name)))
        elif announced is not None and len(there) + len(names) >= announced:
            refused.append(RefusedLine(SURPLUS, line, str(name), announced=announced))
        else:
            names.append(name)
        seen |= wordings
    return Pasted(tuple(names), tuple(refused))
