"""What texts typed or pasted into a table come to: commands, and the cells that are refused and why.

It runs where the event is read, never on the window's thread.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Generic

from forumdesk.app.commands.command import Command, check_text
from forumdesk.app.wording import NoSuchChoice
from forumdesk.base.errors import Refused, Trouble
from forumdesk.base.words import NOOP, Term, Words
from forumdesk.store.work import NotFound
from forumdesk.ui.parts.draft import Change, Draft, Line, Plan, Refusal
from forumdesk.ui.parts.table_model import Column, R
from forumdesk.ui.screen import Screen


class OutsideTable(Refused):
    """The block reaches beyond the last column. Facts: count."""

    code = "outside-table"
    sentence = NOOP("{count} cells lie to the right of the last column.")


class NotTyped(Refused):
    """A column that only tells something. Facts: column."""

    code = "not-typed"
    sentence = NOOP("“{column}” is not entered here.")


class Entering(Generic[R]):
    """One draft on its way to commands. `kind` is what a row is called, `lined` the columns that keep line breaks."""

    kind: Term
    lined: frozenset[str] = frozenset()

    def __init__(self, draft: Draft, screen: Screen, columns: Sequence[Column[R]], known: Iterable[R]) -> None:
        self.draft, self.screen, self.known = draft, screen, {row.id: row for row in known}
        self.columns = {column.name: column for column in columns}
        self.planned = Plan(draft.step)

    @abstractmethod
    def who(self, row: R) -> str:
        """What a row is called where it is told of."""

    @abstractmethod
    def edit(self, line: Line, row: R, texts: dict[str, str]) -> Iterable[str]:
        """Wish the commands that give a row other texts; returns the columns that will read so."""

    def is_new(self, row: R) -> bool:  # noqa: ARG002
        """Whether a row that is shown is not entered yet."""
        return False

    @abstractmethod
    def add(self, line: Line) -> None:
        """Wish the commands that make a new row."""

    def finish(self) -> None:
        """Wish what was gathered for many rows at once."""

    def plan(self) -> Plan:
        """Go through the lines."""
        for line in self.draft.lines:
            row = self.known.get(line.id)
            if line.id is None or (row and self.is_new(row)):
                if any(text.strip() for text in line.texts.values()):
                    self.add(line)
            elif row:
                self._edit(line, row)
            else:
                self.refuse(line, "", "", NotFound(kind=self.kind, id=line.id))
        self.finish()
        if self.draft.outside:
            first = self.draft.lines[0] if self.draft.lines else Line(0, None, {})
            self.refuse(first, "", "", OutsideTable(count=self.draft.outside))
        if len(self.planned.commands) == 1:
            self.planned.step = self.planned.commands[0].step
        return self.planned

    def wish(self, *commands: Command) -> None:
        """Do these, too."""
        self.planned.commands += commands

    def refuse(self, line: Line, who: str, column: str, trouble: Trouble) -> None:
        """Say of a cell, or of a whole row where no column is given, why it cannot be."""
        text = line.texts.get(column, "")
        heading = self.heading(column) if column else ""
        self.planned.refusals.append(Refusal(line.place, who, heading, text, trouble))

    def tell_new(self, line: Line, who: str, texts: Mapping[str, str]) -> None:
        """Say of a new row all that it holds."""
        told = " · ".join(self.reads(column, text) for column, text in texts.items() if text)
        self.planned.changes.append(Change(line.place, who, "", "", told, is_new=True))

    def fit(self, line: Line, who: str, before: Mapping[str, str]) -> dict[str, str]:
        """What would read otherwise than before; texts that nobody can keep, or may enter here, are refused."""
        fit: dict[str, str] = {}
        for column, text in line.texts.items():
            folded = self.folded(column, text)
            if self.reads(column, folded) == before.get(column, "").strip():
                continue
            try:
                if not self.columns[column].typed:
                    raise NotTyped(column=self.heading(column))
                check_text(self.heading(column), folded)
            except Refused as refused:
                self.refuse(line, who, column, refused)
            else:
                fit[column] = folded
        return fit

    def folded(self, column: str, text: str) -> str:
        """Without space around it; only some columns keep the ends of lines."""
        if column in self.lined:
            return "\n".join(line.strip() for line in text.strip().splitlines())
        return " ".join(text.split())

    def heading(self, column: str) -> str:
        """What a column is called."""
        return self.columns[column].heading(self.screen)

    def reads(self, column: str, text: str) -> str:  # noqa: ARG002
        """How a cell will read that gets this text."""
        return text

    def choice(self, line: Line, who: str, column: str, words: Mapping[str, str], texts: dict[str, str]) -> str:
        """The code that a column's text names, in any language of the screen; one that names none is refused.

        Empty where there is none; what is refused is taken out of the texts. `words` are the codes' names.
        """
        if column not in texts:
            return ""
        code = code_of(texts[column], words)
        if not code:
            typed, say = texts.pop(column), self.screen.say
            choices = say(", ").join(self.screen.words.say(word) for word in words.values())
            self.refuse(line, who, column, NoSuchChoice(typed=typed, choices=choices))
        return code

    def _edit(self, line: Line, row: R) -> None:
        who = self.who(row)
        before = {name: self.columns[name].text(row, self.screen) for name in line.texts}
        texts = self.fit(line, who, before)
        done = set(self.edit(line, row, texts)) if texts else set()
        self.planned.changes += [
            Change(line.place, who, self.heading(name), before[name], self.reads(name, text))
            for name, text in texts.items()
            if name in done
        ]


def given(texts: Mapping[str, str], columns: Iterable[str]) -> dict[str, Any]:
    """What is written in some of the columns."""
    return {column: texts[column] for column in columns if column in texts}


def code_of(typed: str, words: Mapping[str, str]) -> str:
    """The code that is written so or, in any language of the screen, called so; empty where there is none."""
    return _codes_by_word(tuple(words.items())).get(typed.casefold(), "")


@cache
def _codes_by_word(words: tuple[tuple[str, str], ...]) -> dict[str, str]:
    languages = (Words.english(), Words.of("zh"))
    return {
        **{code: code for code, _ in words},
        **{language.say(word).casefold(): code for language in languages for code, word in words},
    }
